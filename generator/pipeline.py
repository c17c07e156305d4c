"""The flow, in one place: files → Corpus → Dossier → Edition → pages → build/.

Only this module knows all stages. A run reports all problems together and publishes only if none of them
is an error; then what was published before stays as it was.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Protocol, TypeVar

from generator.cache import FORGETFUL, Memory, Store, program_digest
from generator.compose.budgets import pages_keep_to_evidence
from generator.compose.crosslinks import broken_crosslinks
from generator.compose.edition import compose
from generator.files import building, cleared, swap_in, write_atomically, write_if_changed
from generator.model.content import Corpus
from generator.model.dates import PartialDate
from generator.model.diagnostics import Diagnostic, has_errors, in_order
from generator.model.facts import Dossier
from generator.model.origins import Origins
from generator.model.pages import Edition, SiteFile
from generator.model.reviews import Review
from generator.model.settings import SETTINGS, Settings
from generator.model.text import Span
from generator.output.documents.takeaway import taken_along
from generator.output.pdf import printer
from generator.output.pdf.refusals import broken_crossrefs
from generator.output.pdf.typesetter import KIND as PDF
from generator.output.pictures import pictures
from generator.output.views import navigation, views
from generator.project import Project
from generator.publish import Published, publish, publish_made
from generator.read.corpus import lines_of, read
from generator.read.settings import SettingsFile, open_settings, read_settings
from generator.site.engine import epoch_of, run_engine, theme_files
from generator.site.finish import Staged, finished
from generator.site.needs import wrong_settings
from generator.site.policy import policy_of
from generator.site.settings import Configured, address_of, print_settings, project_fonts
from generator.site.stamps import is_current, keep_stamp, stamp
from generator.verify.acceptance import accepted, dead_reviews
from generator.verify.comparing.readings import unread
from generator.verify.dossier import verify
from generator.words import words_in

Problems = tuple[Diagnostic, ...]

Taken = TypeVar("Taken")
Given = TypeVar("Given")

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
    flow = Flow.of(project, Run(step), as_of)
    dossier = _proved(flow)
    flow.run.stage("Composing", flow.compose, dossier)
    return dossier, flow.run.problems


def composed(project: Project, as_of: PartialDate | None = None) -> tuple[Edition | None, Problems]:
    """The edition that the content makes, and its problems; None if one of them is an error."""
    flow = Flow.of(project, Run(), as_of)
    output = flow.run.stage("Composing", flow.compose, _proved(flow))
    return output.edition if output else None, flow.run.problems


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
        return _pages(Flow.of(project, Run(step, strict), as_of, printing, policed=policed))


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
        flow = Flow.of(project, Run(step, strict), as_of, printing)
        outcome = _pages(flow)
        return outcome if outcome.edition is None else _site(flow, outcome, outcome.edition)


def print_one(
    project: Project, name: str, as_of: PartialDate | None = None, *, paper: str | None = None
) -> tuple[Path | None, Problems]:
    """The PDF of the page whose path is `name` or ends in it, in build/print/; None if there is none."""
    with building(project.build):
        flow = Flow.of(project, Run(), as_of, Printing(paper=paper))
        output = flow.run.stage("Composing", flow.compose, _proved(flow))
        path = flow.run.stage("Printing", partial(flow.print_one, name), output)
        return path, flow.run.problems


def _proved(flow: Flow) -> Dossier | None:
    corpus = flow.run.stage("Reading", flow.read, flow.opened, despite_errors=True)
    flow.run.take(corpus.reviews if corpus else ())
    return flow.run.stage("Verifying", flow.verify, corpus, despite_errors=True)


def _pages(flow: Flow) -> Outcome:
    dossier = _proved(flow)
    flow.memory.save()
    composed = flow.run.stage("Composing", flow.compose, dossier)
    printed = flow.run.stage("Printing", flow.print, composed)
    rendered = flow.run.stage("Rendering", flow.render, printed)
    published = flow.run.stage("Publishing pages", flow.publish, rendered)
    return Outcome(flow.run.problems, published, rendered.edition if rendered else None)


def _site(flow: Flow, outcome: Outcome, edition: Edition) -> Outcome:
    """The outcome of the pages, and the site unless it is current; what is wrong with it is told last."""
    project, run = flow.project, Run(flow.run.step)
    record, now = project.build / "site.stamp", _stamp(flow, outcome.published)
    if project.keeps and is_current(project.site, record, now):
        return outcome
    with cleared(project.staging):
        staged = run.stage("Building the site", flow.build_site, edition)
        finished = run.stage("Checking links", flow.finish_site, staged)
        shown = run.stage("Showing the site", flow.show_site, finished)
    if shown is None:
        return Outcome((*outcome.problems, *run.problems), outcome.published)
    keep_stamp(project.site, record, now)
    return replace(outcome, is_site_new=True)


@dataclass(frozen=True, slots=True)
class Output:
    """An edition on its way out: how it is printed, and the files that have been made of it so far."""

    edition: Edition
    order: printer.Order
    files: dict[PurePosixPath, SiteFile] = field(default_factory=dict)


class Progress(Protocol):
    """Told which step begins, or how many of its things are done."""

    def __call__(self, name: str, done: int = 0, of: int = 0) -> None:
        """The step `name` has `done` things of `of`; of 0 if they are not counted."""


@dataclass(slots=True)
class Run:
    """What the stages of a run found so far; under `strict`, warnings stand in the way as errors do.

    `reviews` are what somebody accepted of what they find.
    """

    step: Progress = unwatched
    strict: bool = False
    problems: tuple[Diagnostic, ...] = ()
    reviews: tuple[Review, ...] = ()

    def take(self, reviews: tuple[Review, ...]) -> None:
        """Let what somebody accepted count, also for what was found before."""
        self.reviews, self.problems = reviews, accepted(self.problems, reviews)

    @property
    def has_failed(self) -> bool:
        """Whether something stands in the way of publishing."""
        return has_errors(self.problems, strict=self.strict)

    def stage(
        self,
        name: str,
        work: Callable[[Taken], tuple[Given | None, tuple[Diagnostic, ...]]],
        taken: Taken | None,
        *,
        despite_errors: bool = False,
    ) -> Given | None:
        """What a stage makes of what it takes, its problems noted; None if it takes or makes nothing.

        None as well if an error stands in the way, an earlier one or one of its own, unless the stage is
        for finding as many as there are, `despite_errors`.
        """
        if taken is None or (self.has_failed and not despite_errors):
            return None
        self.step(name)
        with collector_at_rest():
            given, found = work(taken)
        self.problems = in_order((*self.problems, *accepted(found, self.reviews)))
        return None if self.has_failed and not despite_errors else given


@dataclass(frozen=True, slots=True)
class Flow:
    """The stages for one project: each takes what the one before gives, and tells what it found wrong.

    `opened` are its settings, parsed once for all of them.
    """

    run: Run
    project: Project
    opened: SettingsFile
    memory: Memory
    as_of: PartialDate | None
    printing: Printing
    policed: bool

    @classmethod
    def of(
        cls,
        project: Project,
        run: Run,
        as_of: PartialDate | None,
        printing: Printing = PRINTED,
        *,
        policed: bool = True,
    ) -> Flow:
        """The stages of a run that begins here and now."""
        return cls(run, project, open_settings(project.root), memory_of(project), as_of, printing, policed)

    @property
    def configured(self) -> Configured:
        """The project as the site engine takes it."""
        return Configured(self.project.root, self.opened.settings)

    def read(self, opened: SettingsFile) -> tuple[Corpus | None, Problems]:
        """Everything that the authors wrote, with what is wrong with the settings."""
        corpus, problems = read(self.project.root, self.memory, opened)
        return corpus, (*problems, *_faults(self.project, opened), *project_fonts(self.configured)[1])

    def verify(self, corpus: Corpus) -> tuple[Dossier, Problems]:
        """What the evidence proves."""
        return verify(corpus, self.as_of, self.memory)

    def compose(self, dossier: Dossier) -> tuple[Output, Problems]:
        """The edition, with what would break or be lost in its forms: on the web, and on paper."""
        origins, order = Origins(dossier), self._order(dossier)
        edition = compose(dossier, printed=self.printing.is_wanted)
        found = [*broken_crosslinks(edition, origins)]
        if self.printing.is_wanted and not found:
            found += broken_crossrefs(edition, order.site, origins.of)
            if not has_errors(found):
                found += (*printer.unprintable_signs(edition, order), *printer.overlong_pages(edition, order))
        found += pages_keep_to_evidence(edition, origins)
        if self.printing.is_wanted:  # Else what is wrong on paper is not known.
            found += dead_reviews(self.run.reviews, (*self.run.problems, *found, *unread(dossier)))
        return Output(edition, order), tuple(found)

    def print(self, output: Output) -> tuple[Output, Problems]:
        """The edition's PDF files, if they are wanted; what is made is kept for the next build."""
        if not self.printing.is_wanted:
            return output, ()
        printed = printer.print_edition(output.edition, output.order)
        self.memory.drop_oldest(PDF, len(printed.files))
        files = {path: SiteFile.of(content) for path, content in printed.files.items()}
        return replace(output, files=files), printed.problems

    def print_one(self, name: str, output: Output) -> tuple[Path | None, Problems]:
        """The one PDF of a name, written where nothing else is."""
        printed = printer.print_named(output.edition, name, output.order)
        for path, content in printed.files.items():
            write_atomically(self.project.build / "print" / path.name, content)
            return self.project.build / "print" / path.name, printed.problems
        return None, printed.problems

    def render(self, output: Output) -> tuple[Output, Problems]:
        """All files of the pages: text, data, pictures and documents beside what was printed."""
        edition, order = output.edition, output.order
        drawn = pictures(edition, order.desk.fonts)
        taken = taken_along(edition, order.site, order.paper) if self.printing.is_wanted else {}
        return replace(output, files=views(edition, order.site) | drawn | taken | output.files), ()

    def publish(self, output: Output) -> tuple[Published, Problems]:
        """The files in build/, with the templates and the navigation that the engine takes."""
        project, edition = self.project, output.edition
        published = publish_made(output.files, project.pages, program_digest() if project.keeps else "")
        publish(theme_files(words_in(edition.language)), project.theme)
        policy = policy_of(self.configured) if self.policed else None
        write_if_changed(project.navigation, navigation(edition, policy))
        return published, ()

    def build_site(self, edition: Edition) -> tuple[Staged, Problems]:
        """The site as the engine makes it, where nobody sees it."""
        project = self.project
        made = run_engine(self.configured, project.staging, source_date_epoch=epoch_of(edition.as_of))
        return Staged(project.staging, self.configured, edition), made.problems

    def finish_site(self, staged: Staged) -> tuple[Staged, Problems]:
        """The site with all that it gets after the engine, and what its gate has against it."""
        return staged, finished(staged)

    def show_site(self, staged: Staged) -> tuple[Path, Problems]:
        """The site in the place of the last."""
        swap_in(staged.folder, self.project.site)
        return self.project.site, ()

    def _order(self, dossier: Dossier) -> printer.Order:
        """How the project's briefings are printed."""
        settings = print_settings(self.opened.settings)
        desk = printer.Desk(
            Origins(dossier, settings.name_span).of,
            lambda done, of: self.run.step("Printing", done, of),
            project_fonts(self.configured)[0],
            lines_of(self.project.root),
        )
        return printer.Order(
            address_of(self.opened.settings),
            self.printing.paper or settings.paper or "a4",
            Span.at(SETTINGS, settings.line),
            self.memory,
            desk,
            settings.fonts_span,
        )


def configured(project: Project) -> tuple[Configured, Problems]:
    """A project's settings and what is wrong with them, for commands that need no content."""
    opened = open_settings(project.root)
    found = (*read_settings(opened)[1], *_faults(project, opened))
    return Configured(project.root, opened.settings), in_order(found)


def settings_of(project: Project) -> Settings:
    """What a project's mkdocs.yml says; nothing if it cannot be read."""
    return open_settings(project.root).settings


def _faults(project: Project, opened: SettingsFile) -> Problems:
    """What is wrong with settings as such, if they can be read; else reading complains of them."""
    return () if opened.fault else wrong_settings(Configured(project.root, opened.settings))


def memory_of(project: Project) -> Memory:
    """What is remembered of earlier builds of a project."""
    return Store(project.cache, program_digest()) if project.keeps else FORGETFUL


def _stamp(flow: Flow, published: Published | None) -> str:
    """What stands for all that the site is made of; the pages were read just now."""
    project = flow.project
    digests = published.digests if published else {}
    known = {f"{project.pages.as_posix()}/{path}": digest for path, digest in digests.items()}
    return stamp(flow.configured, project.made_of(), known)


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
