"""What is told from the other end, or in another form, is the same; exchanged sides are not."""

import pytest

from generator.verify.comparing.pairs import compare_pair

PORT = "Halden sold a port to Orvik for 90 million euros."
MATCH = "Ajax beat Brann 3-1 in Bergen on Sunday."
WIND = "Winds of 140 kilometres an hour tore off the roof."
STORE = "Der Händler verkaufte das Lager in Ulm an die Stadt."
HONEST = [
    ("en", PORT, "Orvik bought a port from Halden for 90 million euros."),
    ("en", MATCH, "Brann lost 3-1 to Ajax in Bergen on Sunday."),
    ("en", "No survivors have been found, the guard said.", "The guard said no survivors have been found."),
    ("en", WIND, "Winds of 140 km/h tore off the roof."),
    (
        "en",
        "It lost 340 million euros, and bears 90 million itself.",
        "90 million euros remain with the firm.",
    ),
    ("de", STORE, "Die Stadt kaufte das Lager in Ulm von dem Händler."),
]
SLIPS = [
    ("en", PORT, "Halden bought a port from Orvik for 90 million euros."),
    ("en", PORT, "Orvik sold a port to Halden for 90 million euros."),
    ("en", MATCH, "Ajax lost 3-1 to Brann in Bergen on Sunday."),
    ("en", WIND, "Winds of 140 mph tore off the roof."),
    ("de", STORE, "Der Händler kaufte das Lager in Ulm von der Stadt."),
]


@pytest.mark.parametrize(("language", "evidence", "statement"), HONEST)
def test_the_same_told_otherwise_is_not_flagged(language: str, evidence: str, statement: str) -> None:
    """A converse verb with its sides exchanged, and a value in another form, are no difference."""
    assert compare_pair(statement, evidence, evidence, language=language).outcome != "differs"


@pytest.mark.parametrize(("language", "evidence", "statement"), SLIPS)
def test_what_is_exchanged_is_still_found(language: str, evidence: str, statement: str) -> None:
    """A converse verb with its sides kept, sides exchanged with the verb kept, or another unit, is told."""
    assert compare_pair(statement, evidence, evidence, language=language).outcome == "differs"


def test_an_end_of_a_month_is_no_end_of_something() -> None:
    """“By the end of September” is not the contrary of what remains."""
    evidence = "The judge gave the state until 30 September to move the 64 remaining inmates out of the jail."
    statement = "The authorities were told by a judge to have the jail empty by the end of September."
    assert compare_pair(statement, evidence, evidence).outcome != "differs"


def test_times_told_in_two_units_are_one_time() -> None:
    """Four years and six months are four and a half years, and no six and a half."""
    evidence = "The court sentenced the programmer to four years and six months in prison."
    right, wrong = (
        f"Prison for {time} years is what he got." for time in ("four and a half", "six and a half")
    )
    assert compare_pair(right, evidence, evidence).outcome != "differs"
    assert compare_pair(wrong, evidence, evidence).outcome == "differs"
