"""Runs the site engine as a program of its own, and says what it complained of.

Our templates go beside the pages, where a project's mkdocs.yml names them.
"""

import calendar
import html
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from jinja2 import Environment, StrictUndefined

from generator.files import of_the_system
from generator.model.dates import PartialDate
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.settings import SETTINGS
from generator.site.settings import Configured, docs_folder, variant
from generator.words import Words

# Each engine with the packages that decide what it makes.
ENGINES = {
    "mkdocs": ("mkdocs", "mkdocs-material"),
    "properdocs": ("properdocs", "mkdocs-material"),
    "zensical": ("zensical",),
}

QUIET = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",  # ProperDocs asks for it by this name
}
PR_SET_PDEATHSIG = 1
SAME_EVERYWHERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)|[\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_COMPLAINT = re.compile(
    r"^(?:(?:WARNING|ERROR|CRITICAL) +- +|(?:Warning|Error): )(?P<said>.+)"
    r"(?:\n *╭─\[ (?P<place>\S+) \])?(?P<items>(?:\n +- .+)*)",
    re.MULTILINE,
)

_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})


@dataclass(frozen=True, slots=True)
class EngineResult:
    """What came of a run of the engine; `output` is all that it printed, without escape sequences."""

    ok: bool
    output: str

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """One problem for each complaint; errors if the run failed, and then there is at least one."""
        severity = Severity.WARNING if self.ok else Severity.ERROR
        said = list(_complaints(self.output))
        if not said and not self.ok:
            said = [_last_line(self.output)]
        return tuple(Diagnostic("site-engine", message, severity=severity) for message in said)


def run_engine(
    project: Configured, staging: Path, *, source_date_epoch: int, engine: str = "mkdocs"
) -> EngineResult:
    """Build the project's site into `staging`; strictly, so that any warning makes it fail.

    The same pages give the same bytes on any machine. Raises ValueError for an engine that is not known.
    """
    at = {"SOURCE_DATE_EPOCH": str(source_date_epoch)}
    if engine != "zensical":
        target = ("-f", str(project.root / SETTINGS), "-d", str(staging.absolute()))
        return invoke(engine, ("build", "--strict", *target), project.root, at)
    with _settings_beside(staging.absolute(), project) as settings:
        return invoke(engine, ("build", "--strict", "-f", str(settings)), project.root, at)


def epoch_of(day: PartialDate) -> int:
    """Midnight of the edition's day in UTC, in seconds since 1970, so that no build reads a clock.

    The engine packs files with this time, which their format holds only from 1970 to 2106: an earlier day
    counts as the first of these, a later one as the last.
    """
    return min(max(calendar.timegm(day.latest().timetuple()), 0), 2**32 - 1)


@contextmanager
def _settings_beside(staging: Path, project: Configured) -> Iterator[Path]:
    """Settings for Zensical, which has no option for the target and takes relative folders only."""
    folders = {
        "docs_dir": os.path.relpath(docs_folder(project), staging.parent),
        "site_dir": staging.name,
    }
    staging.parent.mkdir(parents=True, exist_ok=True)
    settings = staging.with_name(f".{staging.name}.yml")
    settings.write_text(variant(project, folders), encoding="utf-8")
    try:
        yield settings
    finally:
        settings.unlink()


def invoke(
    engine: str, arguments: Sequence[str], folder: Path, environment: dict[str, str] | None = None
) -> EngineResult:
    """Run an engine's command in a folder and wait for it."""
    done = subprocess.run(  # noqa: S603 - one of the engines listed above, without a shell
        command(engine, *arguments),
        cwd=folder,
        env=os.environ | QUIET | SAME_EVERYWHERE | (environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        preexec_fn=_end_with_parent(),
    )
    output = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
    return EngineResult(done.returncode == 0, _ESCAPES.sub("", output))


def _end_with_parent() -> Callable[[], object] | None:
    """Has the system end the engine with a build that is killed, or it would write into the next one.

    None where the system cannot; there an engine that is left over may spoil the next build, which says so.
    """
    control = of_the_system("prctl")
    return None if control is None else partial(control, PR_SET_PDEATHSIG, signal.SIGKILL)


def command(engine: str, *arguments: str) -> list[str]:
    """How an engine is called with the Python that runs this program."""
    if engine not in ENGINES:
        raise ValueError(f"no such engine: {engine}")
    return [sys.executable, "-m", engine, *arguments]


def engine_version(engine: str = "mkdocs") -> str:
    """The names and versions of all that decides what an engine makes of a page."""
    return " ".join(f"{package} {version(package)}" for package in ENGINES[engine])


def _complaints(output: str) -> Iterator[str]:
    for found in _COMPLAINT.finditer(output):
        items = ", ".join(line.strip(" -") for line in found["items"].splitlines() if line.strip())
        place = f"{found['place']}: " if found["place"] else ""
        yield f"{place}{found['said'].strip()}{f' {items}' if items else ''}"


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "the engine failed and said nothing"


@cache
def theme_files(words: Words) -> dict[PurePosixPath, bytes]:
    """The templates by their place in the theme, with these words in them, and its pictures."""
    folder = Path(__file__).with_name("theme")
    templates = {path: _filled(path, words) for path in sorted(folder.rglob("*.html"))}
    pictures = {path: path.read_bytes() for path in sorted(folder.rglob("*.png"))}
    files = templates | pictures
    return {PurePosixPath(path.relative_to(folder).as_posix()): content for path, content in files.items()}


def _filled(path: Path, words: Words) -> bytes:
    def worded(key: str, /, **places: str) -> str:
        """The message as HTML that no engine reads as a template; what fills its places is HTML already."""
        text = html.escape(words.unfilled(key)).translate(_BRACES)
        for name, value in places.items():
            text = text.replace(f"&#123;{name}&#125;", value)
        return text

    return _environment().from_string(path.read_text(encoding="utf-8")).render(words=worded).encode()


@cache
def _environment() -> Environment:
    return Environment(
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - `worded` escapes, and the templates are ours
    )
