"""A number stays with what it belongs to, its date and its rate, in any wording."""

import pytest

from generator.verify.comparing.pairs import compare_pair

_COD = (
    "The council cut the cod quota by 18 percent to 41,000 tonnes on Tuesday, while the haddock quota was "
    "raised by 6 percent to 29,500 tonnes."
)
_BEES = "Beekeepers in Lower Arden lost 38 percent of their colonies, against 22 percent in Upper Arden."
_SEATS = "The Greens won 23 of 60 seats, the Liberals 19 and the Civic List 11."
_BOATS = "Landings fell, and 36 of the harbour's 110 boats were laid up over the winter, the union said."
_PRICES = "The bank expects inflation to average 2.1 percent in 2027, down from 2.6 percent this year."
_TREATY = "Suran must let at least 900 million cubic metres of water a year flow down to Katar."
_SAFFRON = "A kilo of saffron from the valley fetched 4,800 pounds at the October auction."
_BRIDGE = "The bridge at Kolm is expected to be finished by November 2029."
_TEAM = "Mira Solberg's team at the Tessel Institute reported on it in October."
_VOTERS = "In the poll 44 percent would vote for Lena Osk and 39 percent for Paul Drenn."
_BRONZES = "The museum returned eleven figures, five months after its trustees had voted 7 to 2 for it."
_STEEL = "Closing the furnace will cut capacity by 1.1 million tonnes to 2.3 million."
_TUNNEL = "Freight trains will use it from 15 October and passenger trains from 12 December."
_HIPS = "Waiting times for a new hip fell from eleven months to seven."
_ROCKET = "The satellite, built in Torun, was launched from Corou on Monday."
_AGE = "Imre Balogh, 27, went to Lume on a two-year contract."


def _codes(evidence: str, statement: str, language: str = "en", issued: str | None = None) -> set[str]:
    result = compare_pair(statement, evidence, evidence, language=language, issued=issued)
    return {code for code, _ in result.findings}


@pytest.mark.parametrize(
    ("evidence", "statement", "code"),
    [
        (_COD, "Catches of haddock may grow by 18 percent from now on.", "number-differs"),
        (_COD, "Boats will be allowed to bring in just 29,500 tonnes of cod.", "number-differs"),
        (_SEATS, "The Civic List came second with 19 councillors.", "number-differs"),
        (_BOATS, "In the winter, 110 boats remained unused.", "number-differs"),
        (_PRICES, "Price rises will come to 2.1 percent as early as this year.", "date-differs"),
        (
            _TREATY,
            "The neighbour is entitled to 900 million cubic metres a month.",
            "number-differs",
        ),
        (_SAFFRON, "Buyers paid 4,800 pounds for every gram of it.", "number-differs"),
        (_BRIDGE, "Cars should roll over it from the summer of 2029.", "date-differs"),
        (_TEAM, "Mira Tessel wrote about it.", "name-differs"),
        (_TUNNEL, "From 15 October passengers can ride through it.", "date-differs"),
        (_HIPS, "A new hip now takes eleven months to get.", "number-differs"),
        (_ROCKET, "The methane observer lifted off from Torun.", "name-differs"),
        (_AGE, "At 29, the player moves on to Lume.", "number-differs"),
    ],
)
def test_what_is_given_to_another_is_told(evidence: str, statement: str, code: str) -> None:
    """A number of another part of the sentence, of the whole, of another date, or of none of its numbers."""
    assert code in _codes(evidence, statement)


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (_COD, "Haddock fishers may land 29,500 tonnes, six percent more than before."),
        (_COD, "The permitted catch of cod is now 41,000 tonnes, 18 percent below that of before."),
        (_BEES, "In Upper Arden, 22 percent of the colonies died."),
        (_SEATS, "With 23 councillors the Greens are the largest group, ahead of the Liberals with 19."),
        (_BOATS, "Of the 110 boats, 74 were in use."),
        (_PRICES, "In 2027 price rises will come to 2.1 percent."),
        (_TREATY, "Each year Katar is assured of 900 million cubic metres."),
        (_BRIDGE, "Cars should roll over it from the autumn of 2029."),
        (_STEEL, "Capacity falls by 1.1 million tonnes."),
        (_TUNNEL, "Goods will go through it from 15 October, passengers two months later."),
        (_HIPS, "Those who need a new hip wait four months less than before."),
        (_HIPS, "It used to take eleven months to get a new hip."),
        (_VOTERS, "Lena Osk leads Paul Drenn by five points."),
        (_BRONZES, "Two of the nine trustees who voted had been against it."),
    ],
)
def test_what_stays_with_its_own_is_not_told(evidence: str, statement: str) -> None:
    """However freely it is told, and what is left out of a part because it goes for all of them."""
    assert not _codes(evidence, statement) & {"number-differs", "date-differs", "counted-differs"}


def test_a_noun_and_its_name_go_together_in_german() -> None:
    """The court of one city is not that of another, though neither is known as a name."""
    evidence = "Das Landgericht Freiburg verurteilte den Unternehmer, weil er 27 Anleger geschädigt hatte."
    assert "name-differs" in _codes(evidence, "Vor dem Landgericht Konstanz erging das Urteil.", "de")
    assert "name-differs" not in _codes(evidence, "Vor dem Landgericht Freiburg erging das Urteil.", "de")


def test_the_year_of_writing_is_not_that_of_another_season() -> None:
    """“The autumn of 2026” is not known from a source of 2026 that tells of September 2027."""
    evidence = "Sofia Lanz will become chief conductor on 1 September 2027."
    assert "date-differs" in _codes(evidence, "Lanz starts in the autumn of 2026.", issued="2026-05-27")
    assert "date-differs" not in _codes(evidence, "Lanz starts in the autumn of 2027.", issued="2026-05-27")


def test_both_days_of_a_span_are_read() -> None:
    """“From 2 to 29 August” is not “between 2 and 19 August”."""
    evidence = "Fires burned between 2 and 19 August."
    assert "date-differs" in _codes(evidence, "The woods were ablaze from 2 to 29 August.")
    assert not _codes(evidence, "The woods were ablaze from 2 to 19 August.")


def test_a_sentence_of_very_many_numbers_is_left_to_people() -> None:
    """Nobody writes it, and pairs of its numbers would take long."""
    text = " and ".join(f"{number} mills" for number in range(100, 140))
    assert compare_pair(text, text, text).outcome == "not-read"


def test_a_decade_is_no_season() -> None:
    """Ends of a span that are no months are left alone."""
    assert not _codes(
        "Of the 1990s little is known, but 2001 was dry.", "In the 1980s it rained in 2001."
    ) & {"number-differs"}
