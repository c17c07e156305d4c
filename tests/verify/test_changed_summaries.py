"""A figure, a date or a name changed in one of our summaries is found without its article.

Also by whoever renews the seal: the fingerprint of the changed sentence, and the checksum of the file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.seal_text import text_of
from generator.model.diagnostics import Diagnostic
from generator.read.corpus import read, seal_path
from generator.verify.dossier import verify
from tests.editing.seals.builders import as_if_always
from tests.support.projects import ROOT, copy_of

CODES = {"figure-not-in-article", "date-not-in-article", "name-not-in-article"}
LEAST_FOUND = 38

# The source, what stands there, what is put in its place, and a word that the finding must name.
EDITS = (
    ("magnet-deal", "approximately 80% of", "approximately 90% of", "80"),
    ("magnet-deal", "approximately 80% of", "approximately 8% of", "80"),
    ("magnet-deal", "Made in China 2025", "Made in China 2026", "2025"),
    ("magnet-deal", "The one-year delay", "The two-year delay", "1 year"),
    ("magnet-deal", "deal on Sunday", "deal on Monday", "Sunday"),
    (
        "magnet-deal",
        "Treasury Secretary Scott Bessent indicated a",
        "Treasury Secretary Howard Lutnick indicated a",
        "Bessent",
    ),
    (
        "magnet-deal",
        "presidents Xi Jinping and Donald Trump",
        "presidents He Lifeng and Donald Trump",
        "Xi Jinping",
    ),
    ("magnet-deal", "according to Bloomberg Business", "according to Morgan Stanley", "Bloomberg"),
    ("magnet-deal", "the Biden administration", "the Trump administration", "Biden"),
    ("magnet-deal", "in South Korea this week", "in South Africa this week", "Korea"),
    ("magnet-deal", "These are the CHIPS Act", "These are the STEEL Act", "CHIPS"),
    ("magnet-deal", "names the State Department", "names the Energy Department", "State"),
    ("london-preliminary-agreement", "a ninety-minute phone", "a thirty-minute phone", "90"),
    ("london-preliminary-agreement", "more than 99 percent", "more than 89 percent", "99"),
    ("london-preliminary-agreement", "nearly 40 universities", "nearly 60 universities", "40"),
    ("london-preliminary-agreement", "more than 100 stages", "more than 1,000 stages", "100"),
    ("london-preliminary-agreement", "about 50 pounds", "about 15 pounds", "50"),
    ("london-preliminary-agreement", "took two intensive days", "took three intensive days", "2"),
    ("london-preliminary-agreement", "Every F-35 fighter", "Every F-16 fighter", "F-35"),
    ("london-preliminary-agreement", "Treasury Secretary Scott Bessent led", "Jamieson Greer led", "Bessent"),
    (
        "london-preliminary-agreement",
        "Washington initiated the call",
        "Beijing initiated the call",
        "Washington",
    ),
    ("london-preliminary-agreement", "Li Chenggang, China's", "Wang Wentao, China's", "Li Chenggang"),
    ("london-preliminary-agreement", "meeting in Geneva", "meeting in London", "Geneva"),
    ("london-preliminary-agreement", "Kevin Hassett is head", "Scott Bessent is head", "Hassett"),
    ("london-preliminary-agreement", "Hassett told CNBC", "Hassett told Bloomberg", "CNBC"),
    ("london-preliminary-agreement", "Dexter Roberts of", "Jensen Huang of", "Dexter Roberts"),
    ("london-preliminary-agreement", "Jensen Huang is CEO", "Dexter Roberts is CEO", "Huang"),
    ("london-preliminary-agreement", "second day Lutnick was", "second day Greer was", "Lutnick"),
    ("london-preliminary-agreement", "Afterwards Bessant went", "Afterwards Lutnick went", "Bess"),
    ("london-preliminary-agreement", "Lockheed Martin, a major", "Nvidia, a major", "Lockheed"),
    ("london-preliminary-agreement", "recent New York Times", "recent Bloomberg", "New York Times"),
    ("london-talks-resume", "resumed on Tuesday in", "resumed on Friday in", "Tuesday"),
    ("london-talks-resume", "called Monday's discussions", "called Tuesday's discussions", "Monday"),
    ("london-talks-resume", "In May the US", "In April the US", "May"),
    ("london-talks-resume", "fell 34.5% in May", "fell 35.4% in May", "34.5"),
    ("london-talks-resume", "fell 34.5% in May", "fell 34.5% in March", "May"),
    (
        "london-talks-resume",
        "fell 3.3%, their steepest decline in 22 months",
        "fell 22%, their steepest decline in 3.3 months",
        "3.3",
    ),
    ("london-talks-resume", "Robin Xing of Morgan", "Dexter Roberts of Morgan", "Robin Xing"),
    (
        "london-talks-resume",
        "Vice Premier He Lifeng, together",
        "Vice Premier Wang Wentao, together",
        "He Lifeng",
    ),
    ("tech-terrain", "a group of 17 minerals", "a group of 71 minerals", "17"),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is checked of our own content."""
    return copy_of(ROOT, tmp_path_factory.mktemp("edited"))


def found(project: Path) -> list[Diagnostic]:
    """What the check has against the summaries."""
    corpus, problems = read(project)
    assert corpus is not None
    assert not [problem for problem in problems if problem.code.startswith("seal-")], problems
    _, problems = verify(corpus)
    assert not [problem for problem in problems if problem.code.startswith("seal-")], problems
    return [problem for problem in problems if problem.code in CODES]


def renew_seal(project: Path, source: str) -> None:
    """Write the seal as if the summary had always read so."""
    corpus, _ = read(project)
    assert corpus is not None
    draft = next(draft for draft in corpus.sources if draft.file.id == source)
    assert draft.seal is not None
    seal = as_if_always(draft.seal, draft.file.body)
    (project / seal_path(seal.source)).write_text(text_of(seal), encoding="utf-8")


def test_our_summaries_say_what_their_articles_say(project: Path) -> None:
    """No finding on any of the sentences as they stand, all of which are sealed and reviewed."""
    assert found(project) == []


def test_a_changed_summary_is_found_though_its_seal_was_renewed(project: Path) -> None:
    """Of forty edits of figures, dates and names at least 38 are found, each naming what the article has."""
    assert len(EDITS) == 40
    missed = []
    for source, old, new, named in EDITS:
        path = project / "sources" / f"{source}.md"
        seal = path.with_suffix(".seal.yml")
        kept = path.read_text(encoding="utf-8"), seal.read_text(encoding="utf-8")
        head, mark, body = kept[0].rpartition("\n---\n")
        assert old in body, old
        path.write_text(head + mark + body.replace(old, new, 1), encoding="utf-8")
        renew_seal(project, source)
        if not any(named in problem.message for problem in found(project)):
            missed.append((old, new))
        path.write_text(kept[0], encoding="utf-8")
        seal.write_text(kept[1], encoding="utf-8")
    assert len(EDITS) - len(missed) >= LEAST_FOUND, missed
