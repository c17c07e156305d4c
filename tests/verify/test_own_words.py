"""In German, French, Spanish and Chinese, no word that a near copy has of its own passes unseen."""

import pytest

from generator.verify.comparing.pairs import compare_pair

_ZOO = "Der Zoo Lohne hat den Bau des Tapirhauses vorerst gestoppt, nachdem die Kosten gestiegen waren."
_TEA = "云岭县今年出口普洱茶3200吨,同比增长12%,预计明年继续增长。"
_BEES = "Le tribunal de Pau a suspendu l'arrêté autorisant l'épandage près des ruches de la vallée."
_METRO = "El consorcio Norte retiraría su oferta para la línea del metro si el Gobierno aplaza el concurso."


def _found(language: str, evidence: str, statement: str) -> set[str]:
    result = compare_pair(statement, evidence, evidence, language=language)
    return {code for code, _ in result.findings}


@pytest.mark.parametrize(
    ("language", "evidence", "old", "new", "code"),
    [
        ("de", _ZOO, "Tapirhauses", "Elefantenhauses", "word-exchanged"),
        ("de", _ZOO, "waren.", "waren, und der Eintritt wird teurer.", "more-than-evidence"),
        ("zh", _TEA, "普洱茶", "龙井茶", "word-exchanged"),
        ("zh", _TEA, "预计明年", "明年", "certainty-raised"),
        ("zh", _TEA, "出口普洱茶", "全部出口普洱茶", "quantifier-raised"),
        ("fr", _BEES, "ruches", "vignes", "word-exchanged"),
        ("fr", _BEES, "Pau", "Lille", "name-differs"),
        ("es", _METRO, "retiraría", "retiró", "certainty-raised"),
        ("es", _METRO, " si el Gobierno aplaza el concurso", "", "condition-dropped"),
        ("es", _METRO, "El consorcio", "El Gobierno", "word-exchanged"),
    ],
)
def test_a_word_of_its_own_is_told(language: str, evidence: str, old: str, new: str, code: str) -> None:
    """Wherever it stands, and whether or not a lexicon lists it."""
    assert code in _found(language, evidence, evidence.replace(old, new))


@pytest.mark.parametrize(
    ("language", "evidence", "statement"),
    [
        (
            "de",
            _ZOO,
            "Nachdem die Kosten gestiegen waren, hat der Zoo Lohne den Bau des Tapirhauses vorerst gestoppt.",
        ),
        ("zh", _TEA, "今年云岭县出口普洱茶3200吨,同比增长12%。"),
        ("fr", _BEES, "Le tribunal de Pau a suspendu l'arrêté autorisant l'épandage près des ruches."),
    ],
)
def test_what_is_moved_or_left_out_is_harmless(language: str, evidence: str, statement: str) -> None:
    """A copy that changes nothing agrees, also where there is no lexicon."""
    assert compare_pair(statement, evidence, evidence, language=language).outcome == "agrees"


@pytest.mark.parametrize(
    ("language", "evidence", "statement"),
    [
        ("de", "Der Kreis will höchstens 40 Prozent zahlen.", "Mindestens 40 Prozent übernimmt der Kreis."),
        ("es", "No abrirá antes del segundo semestre de 2028.", "Funcionará a comienzos de 2028."),
        ("fr", "La demande japonaise a tiré les ventes.", "Les acheteurs chinois tirent le marché."),
        ("fr", "Un foyer sur cinq est privé de courant.", "La moitié des abonnés n'ont plus de lumière."),
        ("de", "Der Vertrag läuft anderthalb Jahre.", "Sie binden sich für zweieinhalb Jahre."),
    ],
)
def test_values_contradict_in_any_wording(language: str, evidence: str, statement: str) -> None:
    """Bounds, parts of years, countries and shares are compared however a statement is worded."""
    assert compare_pair(statement, evidence, evidence, language=language).outcome == "differs"


@pytest.mark.parametrize(
    ("language", "evidence", "statement"),
    [
        ("fr", "Un foyer sur cinq est privé de courant.", "20 % des foyers n'ont plus de lumière."),
        ("de", "Die Kosten stiegen von 4,2 auf 5,8 Millionen Euro.", "Es wurde 1,6 Millionen Euro teurer."),
        ("zh", "今年前七个月出口3200吨。", "1至7月的外销量是3200吨。"),
        ("fr", "Elle partira avant le 1er novembre.", "Son départ est prévu d'ici à la fin octobre."),
    ],
)
def test_values_that_follow_are_not_flagged(language: str, evidence: str, statement: str) -> None:
    """A ratio is a share, a number borrows the scale of the next, and months end where others begin."""
    assert compare_pair(statement, evidence, evidence, language=language).outcome != "differs"
