"""What is remembered is checked, never believed: poisoned entries of each kind are found out."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator import cache, pipeline
from generator.cache import FORGETFUL, Forgetful, Rows, Store, program_digest, sealed
from generator.model.diagnostics import has_errors
from generator.project import Project
from generator.publish import publish
from generator.read.corpus import read
from generator.site.policy import CACHE, rehearsal_key
from generator.site.stamps import record_files, stamp
from generator.verify.dossier import verify
from tests.support.faults import tree_digest
from tests.support.projects import BASE, SUBJECT, configured, copy_of, overlay

SCRIPT = "'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='"


class Recorder(Forgetful):
    """Notes each result that it has made."""

    def __init__(self) -> None:
        self.made: dict[str, list[Rows]] = defaultdict(list)

    def recall(self, kind: str, key: str, make: Callable[[], Rows], holds: Callable[[Rows], bool]) -> Rows:
        rows = super().recall(kind, key, make, holds)
        assert holds(rows), (kind, rows)
        self.made[kind].append(json.loads(json.dumps(rows)))
        return rows


class Liar(Forgetful):
    """Answers with any result of the same kind that passes its check: the worst that a forger can do."""

    def __init__(self, lies: dict[str, list[Rows]]) -> None:
        self.lies = lies
        self.believed = 0

    def recall(
        self,
        kind: str,
        key: str,  # noqa: ARG002 - a memory is asked so
        make: Callable[[], Rows],
        holds: Callable[[Rows], bool],
    ) -> Rows:
        """A lie that passes; else what is true."""
        for rows in self.lies[kind]:
            if cache._can_be((0, rows), holds):
                self.believed += 1
                return rows
        return make()


def test_no_cache_proves_a_quotation_that_the_source_lacks(tmp_path: Path) -> None:
    """The forger has all results of a project whose source held the words, and gives them for this one."""
    project = copy_of(SUBJECT, tmp_path / "project")
    recorder = Recorder()
    corpus, _ = read(project, recorder)
    assert corpus is not None
    honest, problems = verify(corpus, None, recorder)
    assert not has_errors(problems)
    event = next(each for each in honest.events.values() if each.summary)
    evidence = event.summary.evidence[0]
    source = project / "sources" / f"{evidence.source}.md"
    text = source.read_text(encoding="utf-8")
    word = max(evidence.exact.split(), key=len)
    source.write_text(text.replace(word, "x" * len(word)), encoding="utf-8")
    liar = Liar(recorder.made)
    corpus, _ = read(project, liar)
    assert corpus is not None
    _, found = verify(corpus, None, liar)
    assert liar.believed
    assert "quotation-not-found" in {problem.code for problem in found}
    assert found == verify(corpus, None, FORGETFUL)[1]


def test_sentences_that_miss_or_repeat_words_are_cut_anew(tmp_path: Path) -> None:
    """Whatever a sealed entry says of a text, all its words are in its sentences, once and in order."""
    project = copy_of(BASE, tmp_path / "project")
    recorder = Recorder()
    honest, _ = read(project, recorder)

    def spoilt(rows: Rows) -> Iterator[Rows]:
        (start, end, ranges), *rest = json.loads(json.dumps(rows))
        yield rest
        yield [[start, end, ranges[1:]], *rest]
        yield [[start, end, [*ranges, ranges[-1]]], *rest]
        yield [[start, end, [[first, last - 1] for first, last in ranges]], *rest]
        yield [[start, end, [[start, 10**9]]], *rest]
        yield [[start + 1, end, ranges], *rest]
        yield [*rows, [end, end + 1, []]]
        yield ["no", {"rows": 1}]

    lies = {"sentences": [each for rows in recorder.made["sentences"] for each in spoilt(rows)]}
    assert lies["sentences"]
    assert read(project, Liar(lies))[0] == honest


def test_copied_passages_that_are_none_are_compared_anew(tmp_path: Path) -> None:
    """Two texts without a word in common are no copies, and a passage out of reach is none."""
    texts = tmp_path / "project" / "sources"
    project = copy_of(BASE, tmp_path / "project")
    passage = " ".join(f"word{number}" for number in range(40))
    for name in ("one", "two"):
        (texts / f"{name}.md").write_text(f"---\ntitle: A {name}\nrights: full\n---\n{name}. {passage}.\n")
    recorder = Recorder()
    corpus, _ = read(project)
    assert corpus is not None
    honest = verify(corpus, None, recorder)[0].copies
    assert len(honest) == 1
    (run,) = [rows for rows in recorder.made["copies"] if rows]
    lies: list[Rows] = [[0, 5, 0, 5, 40], [*run[:4], 10**6], [0, 0, 0, 0, 40], run[:3], ["a"] * 5]
    assert (
        verify(corpus, None, Liar({"copies": lies, "shingles": [[1], ["a", 2], [5, 1, 5, 1]]}))[0].copies
        == honest
    )


@contextmanager
def another_user(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Seals in the body are those of somebody else."""
    with monkeypatch.context() as patch:
        patch.setattr(cache, "_own_key", lambda: b"of another user")
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small project with its site, PDF files and all that is kept."""
    project = Project(copy_of(BASE, tmp_path_factory.mktemp("poisoned") / "project"))
    assert pipeline.build(project).is_site_new
    return project


def poison_pdf(project: Project) -> None:
    store = Store(project.cache, program_digest())
    names = [path.name for path in (project.cache / "pdf").iterdir()]
    for name, other in zip(names, names[1:] + names[:1], strict=True):
        store.keep("pdf", name, b"%PDF forged " + other.encode())


def swap_pdf(project: Project) -> None:
    """Two genuine files, each under the name of the other."""
    one, two, *_ = sorted((project.cache / "pdf").iterdir())
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)


def poison_page(project: Project) -> None:
    """As long as it was, and with its time of change."""
    page = project.pages / "index.md"
    before = page.stat()
    text = page.read_text(encoding="utf-8")
    page.write_text(text[:-20] + "x" * 19 + "\n", encoding="utf-8")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def poison_page_and_record(project: Project) -> None:
    poison_page(project)
    record = project.pages.with_name("pages.owned.json")
    kept = json.loads(record.read_bytes().partition(b"\n")[2])
    kept["files"]["index.md"][1] = hashlib.sha256((project.pages / "index.md").read_bytes()).hexdigest()
    record.write_bytes(sealed(json.dumps(kept, sort_keys=True).encode(), "owned", "pages"))


def poison_site(project: Project) -> None:
    """With checksums that fit, and a record of them."""
    page = project.site / "index.html"
    page.write_text(page.read_text().replace("</body>", "<p>Forged</p></body>"))
    record_files(project.site)
    manifest = hashlib.sha256((project.site / "data" / "edition.json").read_bytes()).hexdigest()
    (project.build / "site.stamp").write_bytes(
        sealed(manifest.encode(), "site", stamp(configured(project.root), project.made_of(), {}))
    )


def poison_policy(project: Project) -> None:
    (project.root / CACHE).write_bytes(
        sealed(json.dumps([SCRIPT]).encode(), "policy", rehearsal_key(configured(project.root), "mkdocs"))
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "poison", [poison_pdf, swap_pdf, poison_page, poison_page_and_record, poison_site, poison_policy]
)
def test_a_poisoned_file_never_reaches_the_site(
    built: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, poison: Callable[[Project], None]
) -> None:
    """A PDF, a page, the site, the scripts that may run: what is shown is what an honest build shows."""
    project = Project(shutil.copytree(built.root, tmp_path / "project", symlinks=True))
    with another_user(monkeypatch):
        poison(project)
    outcome = pipeline.build(project)
    assert not has_errors(outcome.problems)
    assert tree_digest(project.pages) == tree_digest(built.pages)
    assert tree_digest(project.site) == tree_digest(built.site)
    assert SCRIPT not in project.navigation.read_text()


@pytest.mark.slow
def test_what_nobody_poisoned_is_used_again(built: Project, tmp_path: Path) -> None:
    """Else the test above would show nothing: an unchanged build writes no page and builds no site."""
    project = Project(shutil.copytree(built.root, tmp_path / "project", symlinks=True))
    files = {path: path.read_bytes() for path in (project.cache / "pdf").iterdir()}
    outcome = pipeline.build(project)
    assert outcome.published is not None
    assert (outcome.published.written, outcome.published.removed, outcome.is_site_new) == ((), (), False)
    assert {path: path.read_bytes() for path in (project.cache / "pdf").iterdir()} == files


@pytest.mark.parametrize(
    "name", ["../content/timeline.yml", "{root}/content/timeline.yml", "out/timeline.yml", "C:x"]
)
def test_a_record_of_what_is_owned_removes_nothing_outside(tmp_path: Path, name: str) -> None:
    """Whoever sealed it: neither by a path that leaves the folder, nor through a link."""
    victim = tmp_path / "content" / "timeline.yml"
    pages = tmp_path / "pages"
    publish({}, pages)
    victim.parent.mkdir()
    victim.write_text("events: []\n")
    (pages / "out").symlink_to(victim.parent)
    kept = {"program": "", "files": {name.format(root=tmp_path): ("", ""), "gone.md": ("", "")}}
    record = tmp_path / "pages.owned.json"
    record.write_bytes(sealed(json.dumps(kept).encode(), "owned", "pages"))
    assert publish({}, pages).removed == ()
    assert victim.read_text() == "events: []\n"


def test_a_quotation_that_was_proved_once_is_looked_for_again(tmp_path: Path) -> None:
    """Its source has changed since."""
    project = Project(copy_of(BASE, tmp_path / "project"))
    assert not has_errors(pipeline.build_pages(project).problems)
    overlay(project.root, {"sources/herald.md": {"old": "closed", "new": "opened"}})
    assert "quotation-not-found" in {problem.code for problem in pipeline.check(project)[1]}
