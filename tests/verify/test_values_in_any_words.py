"""Values that contradict the evidence are told in any wording, and those that follow from it are not."""

import pytest

from generator.verify.comparing.pairs import compare_pair

_CRASH = "Nine people were hurt when two trams collided near the station shortly after 7 a.m. on 3 February."
_VOTE = "Parliament passed the bill by 214 votes to 187 in the early hours of Wednesday."
_BANK = "The bank left its rate at 3.25 percent for the fourth consecutive meeting."
_CREW = "An arbitrator awarded 46 seafarers back pay of 1.9 million dollars but threw out their claim."
_TAX = "Visitors will pay at least two euros a night from January, if the regional parliament agrees."
_ICE = "Between 1990 and 2020 the glacier lost 38 percent of its volume, the institute said."
_RACE = "About 18,000 runners are expected on the new route, which avoids the old bridge."
_WELLS = "Researchers tested 1,840 wells in 12 districts and found arsenic in 276 of them."
_PAY = "The union wants more than the offer of a 3.2 percent rise from the company."
_HAIL = "The insurer put its losses at 340 million euros, of which it expects to bear 90 million itself."
_TRUCE = "Each side will release 120 prisoners in three stages, the mediators said."


def _codes(evidence: str, statement: str, language: str = "en") -> set[str]:
    result = compare_pair(statement, evidence, evidence, language=language)
    return {code for code, _ in result.findings}


@pytest.mark.parametrize(
    ("evidence", "statement", "code"),
    [
        (_CRASH, "The crash happened shortly after seven in the evening.", "number-differs"),
        (_VOTE, "It was late in the evening when deputies agreed to the law.", "date-differs"),
        (_BANK, "For the third time running policy makers left borrowing costs alone.", "number-differs"),
        (_CREW, "Each of the seafarers is to get 1.9 million dollars.", "counted-differs"),
        (_TAX, "Two euros a week is the least that tourists are to pay.", "number-differs"),
        (_ICE, "In four decades up to 2020 the ice shrank by 38 percent.", "date-differs"),
        (_RACE, "The organisers are preparing for 18,000 spectators.", "counted-differs"),
        (_WELLS, "Too much of the poison turned up in 276 districts.", "counted-differs"),
        (_PAY, "So far the firm has been willing to give its staff 2.3 percent.", "number-differs"),
        (_HAIL, "The gross bill for the summer's storms runs to 430 million euros.", "number-differs"),
        (_TRUCE, "In all 120 captives are to go free.", "counted-differs"),
    ],
)
def test_a_value_in_free_words_that_contradicts_is_told(evidence: str, statement: str, code: str) -> None:
    """By the rule for its kind."""
    assert code in _codes(evidence, statement)


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (_CRASH, "The crash happened early in the morning."),
        (_VOTE, "It was night when deputies agreed to the law."),
        (_BANK, "A fourth pause in a row keeps it at three and a quarter percent."),
        (_ICE, "In three decades the ice shrank by more than a third."),
        (_RACE, "The organisers are preparing for 18,000 people."),
        (_HAIL, "Insurers: 250 million euros of the losses go to others."),
        (_TRUCE, "In all 240 captives are to go free."),
    ],
)
def test_a_value_that_follows_is_not_told(evidence: str, statement: str) -> None:
    """Another form of a value, a sum, and a broader word for what is counted."""
    assert not _codes(evidence, statement) & {"number-differs", "date-differs", "counted-differs"}


@pytest.mark.parametrize(
    ("language", "evidence", "statement", "code"),
    [
        (
            "de",
            "Der Bau soll Mitte Dezember 2026 enden.",
            "Fertig wird es Ende Dezember 2026.",
            "date-differs",
        ),
        (
            "de",
            "Die Anlieger erhielten insgesamt 870.000 Euro, erklärte ihr Anwalt.",
            "Jedem einzelnen Nachbarn winken 870.000 Euro.",
            "counted-differs",
        ),
        (
            "fr",
            "L'usine emploie 840 personnes, 310 femmes.",
            "On y compte 310 hommes.",
            "counted-differs",
        ),
        ("zh", "事故发生在周二凌晨三点。", "周二下午出了事故。", "date-differs"),
    ],
)
def test_so_it_is_in_other_languages(language: str, evidence: str, statement: str, code: str) -> None:
    """With their own words."""
    assert code in _codes(evidence, statement, language)
