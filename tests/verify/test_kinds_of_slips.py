"""Each kind of slip that editors make, as one edit of a statement whose evidence stays, is found.

`FOUND` must be found.
`HONEST` are true statements of kinds that rules used to refuse.
"""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from generator.verify.comparing.pairs import compare_pair

CALL = "Norland had asked for the call, and Ostavia agreed to it on Monday, Trade Minister Ida Holm said."
TARIFF = "Ostavia will halve its 20% tariff on steel from Norland in April, Minister Paul Reve indicated."
ACCUSED = "Norland accused Ostavia of sluggish distribution of minerals; Ostavia denied it."
TALKS = 'Minister Paul Reve called the dialogue with Norland "rational, in-depth, and honest" on Monday.'
EXPORTS = "Exports fell 3.3 percent in the third round of cuts, their steepest decline in 22 months."
BANK = "The bank raised its rate by 25 basis points to about 4.5 percent, its governor said."
STOCK = "The depot holds less than 99 tonnes of ore, a third of what it held in May."
PAUSE = "Norland agreed on Friday to a one-year pause of some limits on samarium."
WARNED = "The ministry warned that stocks could run out by 9 July if shipments did not resume."
PLAN = "The two sides are to meet and finalise the text in Lisbon on Friday."
UNLIKELY = "It was unlikely that the tariffs would be lifted before the end of the year, officials said."
DENIED = "Hoku denied that makers of chips were selling at below cost."
REFUSED = "Norland did not agree to lift the ban on ore."
HOPED = "Minister Lena Fuchs hopes to discuss quotas at a meeting with Reve in Lisbon this week."
SEATS = "The panel has members from 12 firms, and Section 301 of the law lets it set fines in euros."

FOUND = [
    ("who did it: asked", CALL, "Ostavia had asked for the call."),
    ("who did it: accused", ACCUSED, "Ostavia accused Norland of sluggish distribution of minerals."),
    ("who did it: halves", TARIFF, "Norland will halve its 20% tariff on steel."),
    ("who said it", CALL, "Norland had asked for the call, Trade Minister Paul Reve said."),
    ("who said it: in no source", CALL, "Norland had asked for the call, Oskar Lind said."),
    (
        "quoted words about another thing",
        TALKS,
        'Paul Reve called the demands "rational, in-depth, and honest".',
    ),
    ("when: month", TARIFF, "Ostavia will halve its 20% tariff on steel from Norland in May."),
    ("when: weekday", CALL, "Ostavia agreed to the call on Friday."),
    ("when: rank", EXPORTS, "Exports fell 3.3 percent in the fourth round of cuts."),
    ("how much: exchanged", EXPORTS, "Exports fell 22 percent, their steepest decline in 3.3 months."),
    ("how much: percent for points", BANK, "The bank raised its rate by 25 percent."),
    ("how much: unit", STOCK, "The depot holds less than 99 kilograms of ore."),
    ("more or less", STOCK, "The depot holds more than 99 tonnes of ore."),
    ("about", BANK, "The bank raised its rate to exactly 4.5 percent."),
    ("fraction", STOCK, "The depot holds half of what it held in May."),
    ("which way: rose", EXPORTS, "Exports rose 3.3 percent in the third round of cuts."),
    ("which way: doubles", TARIFF, "Ostavia will double its 20% tariff on steel from Norland."),
    ("which way: lowered", BANK, "The bank lowered its rate by 25 basis points."),
    ("whether: agreed", REFUSED, "Norland agreed to lift the ban on ore."),
    ("whether: will not", TARIFF, "Ostavia will not halve its 20% tariff on steel from Norland."),
    ("how surely: will", WARNED, "Stocks will run out by 9 July, the ministry confirmed."),
    ("how surely: has halved", TARIFF, "Ostavia has halved its 20% tariff on steel from Norland."),
    ("how surely: met", PLAN, "The two sides met and finalised the text in Lisbon on Friday."),
    ("how many: all", PAUSE, "Norland agreed on Friday to a one-year pause of all limits on samarium."),
    (
        "how many: permanent",
        PAUSE,
        "Norland agreed on Friday to a permanent pause of some limits on samarium.",
    ),
    (
        "more than it says: also",
        PAUSE,
        "Norland agreed to a pause of some limits on samarium, which also lifts the limits on yttrium.",
    ),
    (
        "more than it says: cause",
        PAUSE,
        "Norland agreed to a pause of some limits on samarium because its economy was collapsing.",
    ),
    ("more than it says: for good", PAUSE, "Norland abolished some limits on samarium for good on Friday."),
    ("cut: unlikely", UNLIKELY, "The tariffs would be lifted before the end of the year."),
    ("cut: denied", DENIED, "Makers of chips were selling at below cost."),
    ("cut: not agreed", REFUSED, "Norland did agree to lift the ban on ore."),
    ("cut: hopes", HOPED, "Lena Fuchs discussed quotas at a meeting with Reve in Lisbon."),
    ("something else altogether", CALL, "Ada Marsh and Paul Reve resigned and declared war on France."),
    ("condition dropped", WARNED, "Stocks will run out by 9 July."),
    ("number of something else", SEATS, "The law lets 301 firms set fines."),
]

HONEST = [
    ("wire copy: mln dlrs", "Sales came to 300 mln dlrs.", "Sales came to $300 million."),
    ("wire copy: pct", "Prices rose 4 pct.", "Prices rose 4 percent."),
    ("groups of digits", "The depot holds 1 190 tonnes.", "The depot holds 1,190 tonnes."),
    ("fraction in words", "The bill rose by two and a half percent.", "The bill rose by 2.5 percent."),
    ("scales", "The grant is 1.2trn crowns.", "The grant is 1.2 trillion crowns."),
    ("times", "The session began at 10:30.", "The session began at 10.30."),
    ("whose turn", ACCUSED, "Ostavia was accused of sluggish distribution by Norland."),
    ("denial told otherwise", REFUSED, "Norland refused to lift the ban on ore."),
    (
        "attribution moved",
        UNLIKELY,
        "Officials said it was unlikely that the tariffs would be lifted before the end of the year.",
    ),
    (
        "stays as it is",
        "The museum has not returned the figures to Ondo.",
        "The figures remain in the museum.",
    ),
    (
        "from the other end",
        "The fund sold three hotels to a firm from Braga.",
        "A firm from Braga bought three hotels from the fund.",
    ),
    ("received for given", "The jury praised the film.", "The film drew praise from the jury."),
]


def _pairs(cases: list[tuple[str, str, str]]) -> list[ParameterSet]:
    return [pytest.param(evidence, statement, id=kind) for kind, evidence, statement in cases]


def _outcome(evidence: str, statement: str) -> str:
    return compare_pair(statement, evidence, evidence, names=(("Norland",), ("Ostavia",))).outcome


@pytest.mark.parametrize(("evidence", "statement"), _pairs(FOUND))
def test_a_slip_of_each_kind_is_found(evidence: str, statement: str) -> None:
    """The statement says something else than its evidence, and is told so."""
    assert _outcome(evidence, statement) == "differs"


@pytest.mark.parametrize(("evidence", "statement"), _pairs(HONEST))
def test_a_true_statement_is_not_flagged(evidence: str, statement: str) -> None:
    """The statement says what its evidence says, in another form."""
    assert _outcome(evidence, statement) != "differs"
