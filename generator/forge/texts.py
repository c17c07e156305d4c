"""What a text must lose before a machine posts it in its own name."""

from __future__ import annotations

import re

MOST = 60_000  # forges take 65,536 characters and more
NOTHING = "\u200b"  # takes no room; what looked like a command is none any more
_COMMAND = re.compile(r"^(\s*)/", re.MULTILINE)


def posted(text: str, mark: str) -> str:
    """The text with the mark by which it is found again.

    It mentions nobody, gives no command (GitLab runs lines such as /close) and holds no mark of its own.
    """
    harmless = text.replace("<!--", "&lt;!--").replace("@", f"@{NOTHING}")
    harmless = _COMMAND.sub(rf"\1{NOTHING}/", harmless)
    if len(harmless) > MOST:
        whole_lines = harmless[:MOST].rpartition("\n")[0] or harmless[:MOST]
        harmless = f"{whole_lines}\n\n… The files of the job have the rest."
    return f"{mark}\n{harmless}"
