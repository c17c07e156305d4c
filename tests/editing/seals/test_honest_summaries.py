"""Summaries that say what their article says, in other words, are not flagged."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.dossier import verify
from tests.editing.audit.builders import BODY as OTHER_BODY
from tests.editing.audit.builders import ORIGINAL as OTHER_ARTICLE
from tests.editing.seals.builders import a_project, corpus_of, sealing_of, write

STEEL_ARTICLE = """\
Norrland Steel said on Thursday it would cut 1,200 of its 9,500 jobs in Sweden and Finland after a 14% fall \
in orders, the sharpest since 2009.

Chief executive Karin Ek told analysts that the Luleå blast furnace, idled in February, would not restart \
before the third quarter. “We cannot sell steel below cost for a third winter,” she said.

The company, which is controlled by the Lundgren family, lost 2.3 billion crowns ($220 million) in the first \
half, compared with a profit of 640 million a year earlier. Shares fell 6.5 percent in Stockholm. Analysts \
at Nordea had forecast a loss of about 1.9 billion.

Unions in Finland called the plan “a slap in the face”. Mikko Laine, who leads the Metal Workers' Union, \
said that nearly half of the cuts would hit Raahe, a town of 24,000. Talks begin on 12 May and must end \
within six weeks. Norrland's main rival, Germany's Rheinstahl, announced 800 layoffs last month.
"""
STEEL_SUMMARY = """\
Norrland Steel announced on Thursday that 1,200 jobs are to go. It employs 9,500 people in the two countries \
concerned, Sweden and Finland. Orders had dropped by 14 percent. No fall has been as sharp since 2009.

The furnace at Luleå has been idle since February. According to Karin Ek, the chief executive, it stays so \
until the third quarter at least. Ek said that the firm could not sell below cost for "a third winter".

In the first half of the year Norrland, which the Lundgren family controls, made a loss of 2.3 billion \
crowns, or $220 million. One year before it had earned 640 million. Nordea's analysts had expected a loss of \
roughly 1.9 billion. On the Stockholm exchange the shares lost 6.5%.

Finnish unions spoke of "a slap in the face". The Metal Workers' Union's leader, Mikko Laine, said that \
almost half of the jobs would be lost in Raahe. The town has 24,000 inhabitants. Negotiations start on 12 \
May. They may last six weeks at most. A month ago its chief competitor, Rheinstahl of Germany, had said that \
800 people would have to leave.
"""
MOON_ARTICLE = """\
A probe built by Chile and Portugal entered orbit around the Moon early on Saturday, eleven days after its \
launch from Kourou, the two space agencies announced.

Estrela, which weighs 480 kg and cost €96 million, is to map water ice at the south pole for at least two \
years. Its radar can see up to 15 metres below the surface, mission scientist Teresa Vidal of the University \
of Porto said. NASA's Artemis programme will use the maps.

The craft lost contact with Earth for 40 minutes on Wednesday when one of its two star trackers failed. \
Engineers in Santiago switched to the spare. “It was the longest coffee break of my life,” flight director \
Jorge Pinto joked.

First images are expected in late June. Brazil, which withdrew from the project in 2021, congratulated its \
neighbours.
"""
MOON_SUMMARY = """\
Estrela, a probe of Portugal and Chile, has reached its orbit around the Moon. Both agencies said that this \
happened early on Saturday. It had been launched from Kourou 11 days earlier.

The probe weighs 480 kilograms. Its cost was 96 million euros. It will map ice at the Moon's south pole for \
two years or more. Teresa Vidal, the mission's scientist, works at the University of Porto. She says that \
the radar reaches down to 15 metres. The maps are meant for Artemis, the programme of NASA.

On Wednesday there was no contact for forty minutes. One star tracker had broken down, and the team in \
Santiago used the other. Jorge Pinto, who directs the flight, called it "the longest coffee break of my \
life".

The agencies expect the first pictures at the end of June. Congratulations came from Brazil, which had left \
the project in 2021.
"""
CODES = {"figure-not-in-article", "date-not-in-article", "name-not-in-article"}
OF_MEANING = {
    "denial-not-in-article",
    "direction-not-in-article",
    "certainty-not-in-article",
    "speaker-not-in-article",
}


@pytest.mark.parametrize(
    ("article", "summary"),
    [(STEEL_ARTICLE, STEEL_SUMMARY), (MOON_ARTICLE, MOON_SUMMARY), (OTHER_ARTICLE, OTHER_BODY)],
    ids=("steel", "moon", "bridge"),
)
def test_an_honest_summary_is_not_flagged(tmp_path: Path, article: str, summary: str) -> None:
    """Other forms and words, pronouns resolved, what was named before counted."""
    project = a_project(tmp_path, article=article, body=summary)
    write(project, sealing_of(project).seal)
    _, problems = verify(corpus_of(project))
    assert [problem.message for problem in problems if problem.code in CODES | OF_MEANING] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dropped by 14 percent", "dropped by 40 percent"),
        ("announced on Thursday", "announced on Friday"),
        ("start on 12 May", "start on 21 May"),
        ("idle since February", "idle since January"),
        ("Nordea's analysts", "Rheinstahl's analysts"),
        ("It employs 9,500 people", "It employs 9,500,000 people"),
        ("2.3 billion crowns", "2.3 million crowns"),
        ("or $220 million", "or €220 million"),
        ("has 24,000 inhabitants", "has 42,000 inhabitants"),
        ("said that 800 people", "said that 900 people"),
    ],
)
def test_a_slip_in_it_is_flagged(tmp_path: Path, old: str, new: str) -> None:
    """The same summary with one value changed, its seal made before."""
    assert old in STEEL_SUMMARY
    project = a_project(tmp_path, article=STEEL_ARTICLE, body=STEEL_SUMMARY)
    write(project, sealing_of(project).seal)
    path = project / "sources" / "bridge.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    _, problems = verify(corpus_of(project))
    assert CODES & {problem.code for problem in problems}
