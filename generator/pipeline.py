"""The flow, in one place: files → Corpus → Dossier → Edition → pages → build/.

Only this module knows all stages. A run reports all problems together and publishes only if none of them
is an error; then what was published before stays as it was.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.cache import FORGETFUL, Memory, Store, program_digest
from generator.compose.crosslinks import broken_crosslinks
from generator.compose.edition import compose
from generator.files import building, cleared, swap_in, write_atomically, write_if_changed
from generator.model.addresses import site_address
from generator.model.dates import PartialDate
from generator.model.diagnostics import Diagnostic, has_errors, in_order
from generator.model.facts import Dossier
from generator.model.origins import Origins
from generator.model.pages import Edition, SiteFile
from generator.model.settings import SETTINGS
from generator.model.text import Span
from generator.output.pdf.printer import (
    Desk,
    Order,
    Printed,
    overlong_pages,
    print_edition,
    print_named,
    unprintable_signs,
)
from generator.output.pdf.refusals import broken_crossrefs
from generator.output.pdf.typesetter import KIND as PDF
from generator.output.pictures import pictures
from generator.output.views import navigation, views
from generator.project import Project
from generator.publish import Published, publish, publish_made
from generator.read.corpus import lines_of, read
from generator.read.inputs import read_file
from generator.read.settings import read_settings
from generator.site.engine import epoch_of, run_engine, theme_files
from generator.site.finish import Staged, finished
from generator.site.needs import wrong_settings
from generator.site.policy import policy_of
from generator.site.settings import print_settings, project_fonts
from generator.site.stamps import is_current, keep_stamp, stamp
from generator.verify.dossier import verify
from generator.words import words_in

Problems = tuple[Diagnostic, ...]

STEPS = (
    "Reading",
    "Verifying",
    "Composing",
    "Printing",
    "Rendering",
    "Publishing pages",
    "Building the site",
    "Checking links",
    "Showing the site",
)


@dataclass(frozen=True, slots=True)
class Printing:
    """Whether briefings are printed, and on which paper if not on the one that mkdocs.yml names."""

    is_wanted: bool = True
    paper: str | None = None


PRINTED, NOT_PRINTED = Printing(), Printing(is_wanted=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: the problems, and what was published if none of them stood in the way."""

    problems: Problems
    published: Published | None = None
    edition: Edition | None = None
    is_site_new: bool = False


def unwatched(name: str, done: int = 0, of: int = 0) -> None:
    """Nobody watches the steps."""


def check(
    project: Project, as_of: PartialDate | None = None, step: Progress = unwatched
) -> tuple[Dossier | None, Problems]:
    """What the content proves, and every problem in it and in the forms of its edition, in file order."""
    dossier, problems = _checked(project, as_of, step, memory_of(project))
    if dossier is None or has_errors(problems):
        return dossier, problems
    _, found = _composed(project, dossier, step)
    return dossier, in_order((*problems, *found))


def settings_problems(project: Project) -> Problems:
    """What is wrong with mkdocs.yml, for commands that need no content."""
    file = read_file(project.root, SETTINGS)
    if isinstance(file, Diagnostic):
        return (file,)
    return in_order((*read_settings(file)[1], *wrong_settings(project.root)))


def memory_of(project: Project) -> Memory:
    """What is remembered of earlier builds of a project."""
    return Store(project.cache, program_digest()) if project.keeps else FORGETFUL


def _checked(
    project: Project, as_of: PartialDate | None, step: Progress, memory: Memory
) -> tuple[Dossier | None, Problems]:
    with collector_at_rest():
        step("Reading")
        corpus, unread = read(project.root, memory)
        unread = (*unread, *wrong_settings(project.root), *project_fonts(project.root)[1])
        if corpus is None:
            return None, in_order(unread)
        step("Verifying")
        dossier, unproved = verify(corpus, as_of, memory)
        return dossier, in_order((*unread, *unproved))


def composed(project: Project, as_of: PartialDate | None = None) -> tuple[Edition | None, Problems]:
    """The edition that the content makes, and its problems; None if one of them is an error."""
    dossier, problems = _checked(project, as_of, unwatched, memory_of(project))
    if dossier is None or has_errors(problems):
        return None, problems
    edition, found = _composed(project, dossier)
    return None if has_errors(found) else edition, in_order((*problems, *found))


def _composed(
    project: Project, dossier: Dossier, step: Progress = unwatched, printing: Printing = PRINTED
) -> tuple[Edition, Problems]:
    """The edition of a dossier, and what would break or be lost in its forms: on the web, and on paper."""
    origins = Origins(dossier)
    with collector_at_rest():
        step("Composing")
        edition = compose(dossier, printed=printing.is_wanted)
        found = [*broken_crosslinks(edition, origins)]
        if printing.is_wanted and not found:
            order = _order(project, dossier, printing)
            found += broken_crossrefs(edition, order.site, origins.of)
            if not has_errors(found):
                found += (*unprintable_signs(edition, order), *overlong_pages(edition, order))
    return edition, in_order(found)


def build_pages(
    project: Project,
    as_of: PartialDate | None = None,
    *,
    strict: bool = False,
    policed: bool = True,
    step: Progress = unwatched,
    printing: Printing = NOT_PRINTED,
) -> Outcome:
    """Check the content, and publish its pages and navigation unless there are errors; build no site.

    Without `policed`, pages allow the script that a live preview adds. Raises as `build` does.
    """
    with building(project.build):
        return _build_pages(project, as_of, strict=strict, policed=policed, step=step, printing=printing)


def _build_pages(
    project: Project,
    as_of: PartialDate | None,
    *,
    strict: bool,
    policed: bool,
    step: Progress,
    printing: Printing,
) -> Outcome:
    memory = memory_of(project)
    dossier, problems = _checked(project, as_of, step, memory)
    memory.save()
    if dossier is None or has_errors(problems, strict=strict):
        return Outcome(problems)
    edition, found = _composed(project, dossier, step, printing)
    problems = in_order((*problems, *found))
    if has_errors(found, strict=strict):
        return Outcome(problems)
    step("Printing")
    order = _order(project, dossier, printing, step)
    printed = print_edition(edition, order) if printing.is_wanted else Printed({}, ())
    if printing.is_wanted:
        order.memory.drop_oldest(PDF, len(printed.files))
    problems = in_order((*problems, *printed.problems))
    if has_errors(printed.problems, strict=strict):
        return Outcome(problems)
    with collector_at_rest():
        step("Rendering")
        settings = print_settings(project.root)
        site = site_address(settings.site_url, settings.language)
        made = {path: SiteFile.of(content) for path, content in printed.files.items()}
        files = views(edition, site) | pictures(edition, order.desk.fonts) | made
    step("Publishing pages")
    with collector_at_rest():
        published = publish_made(files, project.pages, program_digest() if project.keeps else "")
    publish(theme_files(words_in(edition.language)), project.theme)
    policy = policy_of(project.root) if policed else None
    write_if_changed(project.navigation, navigation(edition, policy))
    return Outcome(problems, published, edition)


def build(
    project: Project,
    as_of: PartialDate | None = None,
    *,
    strict: bool = False,
    step: Progress = unwatched,
    printing: Printing = PRINTED,
) -> Outcome:
    """Build the pages, the printed briefings and the site, which changes all at once, or not at all.

    Raises AnotherBuildIsRunning if one is, and OSError where the system refuses to write.
    """
    with building(project.build):
        outcome = _build_pages(project, as_of, strict=strict, policed=True, step=step, printing=printing)
        if outcome.edition is None:
            return outcome
        record, now = project.build / "site.stamp", _stamp(project, outcome.published)
        if project.keeps and is_current(project.site, record, now):
            return outcome
        with cleared(project.staging):
            problems = _build_site(project, outcome.edition, step)
            if has_errors(problems):
                return Outcome((*outcome.problems, *problems), outcome.published)
            step("Showing the site")
            swap_in(project.staging, project.site)
        keep_stamp(project.site, record, now)
        return Outcome(outcome.problems, outcome.published, outcome.edition, is_site_new=True)


def _stamp(project: Project, published: Published | None) -> str:
    """What stands for all that the site is made of; the pages were read just now."""
    digests = published.digests if published else {}
    known = {f"{project.pages.as_posix()}/{path}": digest for path, digest in digests.items()}
    return stamp(project.root, project.made_of(), known)


def print_one(
    project: Project, name: str, as_of: PartialDate | None = None, *, paper: str | None = None
) -> tuple[Path | None, Problems]:
    """The PDF of the page whose path is `name` or ends in it, in build/print/; None if there is none."""
    with building(project.build):
        dossier, problems = _checked(project, as_of, unwatched, memory_of(project))
        if dossier is None or has_errors(problems):
            return None, problems
        printing = Printing(paper=paper)
        edition, found = _composed(project, dossier, printing=printing)
        problems = in_order((*problems, *found))
        if has_errors(found):
            return None, problems
        made = print_named(edition, name, _order(project, dossier, printing))
        for path, content in made.files.items():
            write_atomically(project.build / "print" / path.name, content)
            return project.build / "print" / path.name, problems
        return None, (*problems, *made.problems)


def _order(project: Project, dossier: Dossier, printing: Printing, step: Progress = unwatched) -> Order:
    """How the project's briefings are printed; what is made is kept for the next build."""
    settings = print_settings(project.root)
    desk = Desk(
        Origins(dossier, settings.name_span).of,
        lambda done, of: step("Printing", done, of),
        project_fonts(project.root)[0],
        lines_of(project.root),
    )
    return Order(
        site_address(settings.site_url, settings.language),
        printing.paper or settings.paper or "a4",
        Span.at(SETTINGS, settings.line),
        memory_of(project),
        desk,
        settings.fonts_span,
    )


def _build_site(project: Project, edition: Edition, step: Progress) -> Problems:
    step("Building the site")
    result = run_engine(project.root, project.staging, source_date_epoch=epoch_of(edition.as_of))
    if has_errors(result.problems):
        return result.problems
    step("Checking links")
    return finished(Staged(project.staging, project.root, edition))


class Progress(Protocol):
    """Told which step begins, or how many of its things are done."""

    def __call__(self, name: str, done: int = 0, of: int = 0) -> None:
        """The step `name` has `done` things of `of`; of 0 if they are not counted."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Pause the garbage collector while a dossier grows.

    Little of it is garbage before the end, and walking it again and again makes a large project's time
    grow faster than its size.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
