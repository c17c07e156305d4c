"""What a German or Chinese statement in words of its own tells by itself is held against its evidence."""

import pytest

from generator.verify.comparing.pairs import compare_pair

_FERRY = "Die Reederei Frisia streicht im Winter jede dritte Abfahrt nach Juist, teilte sie am Montag mit."
_BUG = "Forscher vermuten, dass die Trockenheit den Fröschen im Moor möglicherweise schadet."
_DEAL = "Die Stadt will das Hallenbad im kommenden Jahr verkaufen, sofern der Kreis zustimmt."
_VILLAGE = "多数村民赞成搬迁,但约20户老人坚持留下。"
_TALKS = "两国将于下月举行渔业谈判,可能签署协定。"


def _codes(language: str, evidence: str, statement: str) -> set[str]:
    result = compare_pair(statement, evidence, evidence, language=language)
    return {code for code, _ in result.findings}


@pytest.mark.parametrize(
    ("language", "evidence", "statement", "code"),
    [
        (
            "de",
            _FERRY,
            "Weil kaum Gäste kommen, fährt Frisia seltener auf die Insel Juist.",
            "more-than-evidence",
        ),
        ("de", _BUG, "Nachgewiesen ist, dass fehlender Regen Amphibien zusetzt.", "certainty-raised"),
        (
            "de",
            _DEAL,
            "Das Schwimmbad hat den Besitzer gewechselt, die Stadt verkaufte es.",
            "certainty-raised",
        ),
        ("zh", _VILLAGE, "家家都愿意搬走。", "quantifier-raised"),
        ("zh", _TALKS, "协定已成定局。", "certainty-raised"),
        ("zh", _VILLAGE, "嫌补偿太低,一些老人不肯离村。", "more-than-evidence"),
    ],
)
def test_what_the_evidence_nowhere_says_is_told(
    language: str, evidence: str, statement: str, code: str
) -> None:
    """A cause, a certainty, all for some, done for planned."""
    assert code in _codes(language, evidence, statement)


@pytest.mark.parametrize(
    ("language", "evidence", "statement"),
    [
        (
            "de",
            "Nachdem die Kosten gestiegen waren, ruht der Bau.",
            "Wegen höherer Ausgaben wird nicht gebaut.",
        ),
        ("de", _DEAL, "Gibt der Kreis grünes Licht, trennt sich die Stadt von ihrem Bad."),
        ("zh", _VILLAGE, "二十来户老人不愿意搬走。"),
        ("zh", _TALKS, "下个月双方要谈捕鱼的事,有望达成协议。"),
    ],
)
def test_honest_free_wording_is_left_alone(language: str, evidence: str, statement: str) -> None:
    """What happened after something may be told as its consequence."""
    assert _codes(language, evidence, statement) == set()
