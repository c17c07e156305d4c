"""Tells people where they work, on GitLab and Forgejo: the few requests that both understand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import requests

MOST = 60_000  # forges take 65,536 characters and more
NOTHING = "\u200b"  # takes no room; what looked like a command is none any more
_COMMAND = re.compile(r"^(\s*)/", re.MULTILINE)

PAGE = 50
PATIENCE_S = 30


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


class NotHere(Exception):
    """No CI job of a forge that is known, or one that may not post; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A list of things that have a body: where it is, the name of a body, how a new one is closed."""

    items: str
    one: str
    body: str
    key: str
    change: str
    closing: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Forge:
    """A forge of a CI job, with the rights of a token."""

    comments: Thread | None
    issues: Thread
    session: requests.Session

    def keep(self, thread: Thread, text: str, mark: str, *, title: str | None, is_needed: bool = True) -> str:
        """Change the open item that begins with the mark, or add one; close it if it is not needed.

        Says what was done. Raises requests.RequestException.
        """
        own = next(
            (item for item in self._listed(thread) if str(item[thread.body] or "").startswith(mark)), None
        )
        if own is None and not is_needed:
            return "nothing to tell"
        content = {thread.body: text}
        if own is None:
            self._send("POST", thread.items, content | ({"title": title} if title else {}))
            return "added"
        closing = {} if is_needed else dict(thread.closing)
        self._send(thread.change, thread.one.format(own[thread.key]), content | closing)
        return "changed" if is_needed else "closed"

    def _listed(self, thread: Thread) -> Iterator[dict[str, Any]]:
        number = 1
        while True:
            asked: dict[str, str | int] = {"page": number, "limit": PAGE, "per_page": PAGE}
            if thread.closing:
                asked["state"] = "opened" if thread.change == "PUT" else "open"
            answer = self.session.get(thread.items, params=asked, timeout=PATIENCE_S)
            answer.raise_for_status()
            items = answer.json()
            yield from items
            if len(items) < PAGE:
                return
            number += 1

    def _send(self, method: str, address: str, content: Mapping[str, str]) -> None:
        answer = self.session.request(method, address, json=dict(content), timeout=PATIENCE_S)
        answer.raise_for_status()


def forge_of(environment: Mapping[str, str]) -> Forge:
    """The forge whose CI job this is, as its variables tell. Raises NotHere."""
    token = environment.get("BRIEFING_TOKEN")
    if not token:
        raise NotHere("BRIEFING_TOKEN holds no token to post with")
    if "CI_API_V4_URL" in environment:
        return _gitlab(environment, token)
    if "GITHUB_API_URL" in environment:
        return _forgejo(environment, token)
    raise NotHere("this is no CI job of GitLab or Forgejo")


def _gitlab(environment: Mapping[str, str], token: str) -> Forge:
    project = f"{environment['CI_API_V4_URL']}/projects/{environment['CI_PROJECT_ID']}"
    request = environment.get("CI_MERGE_REQUEST_IID")
    notes = f"{project}/merge_requests/{request}/notes"
    issues = f"{project}/issues"
    return Forge(
        Thread(notes, f"{notes}/{{}}", "body", "id", "PUT", {}) if request else None,
        Thread(issues, f"{issues}/{{}}", "description", "iid", "PUT", {"state_event": "close"}),
        _session({"PRIVATE-TOKEN": token}),
    )


def _forgejo(environment: Mapping[str, str], token: str) -> Forge:
    issues = f"{environment['GITHUB_API_URL']}/repos/{environment['GITHUB_REPOSITORY']}/issues"
    pull = environment.get("BRIEFING_PULL")
    comments = f"{issues}/{pull}/comments"
    return Forge(
        Thread(comments, f"{issues}/comments/{{}}", "body", "id", "PATCH", {}) if pull else None,
        Thread(issues, f"{issues}/{{}}", "body", "number", "PATCH", {"state": "closed"}),
        _session({"Authorization": f"token {token}"}),
    )


def _session(headers: Mapping[str, str]) -> requests.Session:
    session = requests.Session()
    session.headers.update(headers)
    return session
