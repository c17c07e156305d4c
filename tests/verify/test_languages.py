"""Statements and evidence in languages other than English are compared by the same rules."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.clauses import claim_of
from generator.text.lexicons.lexicon import lexicon_of
from generator.text.names import NameIndex
from generator.verify.comparing.pairs import compare_pair

_VOTE = "Der Rat von Weidau lehnte den Antrag, die Uferstraße zu sperren, am 9. Juni mit 21 zu 17 Stimmen ab."
_BUILD = "Der Netzbetreiber darf die Leitung erst bauen, wenn das Amt die Brutgebiete geprüft hat."
_PLANT = "Das Werk in Plauen stellt laut Betreiber täglich rund 12 Tonnen Joghurt her."
_DENIAL = "Direktor Felix Brandau bestritt, dass sein Haus die Zeichnungen ohne Gutachten gekauft habe."
_SCHOOLS = "青川县教育局3月5日宣布,今年将关闭12所村小,涉及学生约800名。"
_DRIVERS = "工会主席钱立群说,大多数司机反对延长工作时间,但没有计划罢工。"
_SHEEP = "张店乡向邻县卖出3000头羊,每头约900元。"
_RUMOUR = "据报道,宏泰银行可能在下个月裁员500人。"


_NAMES = [["青川县", "青川"], ["钱立群"], ["张店乡"], ["宏泰银行"]]


def _outcome(
    language: str,
    evidence: str,
    statement: str,
    *,
    issued: str | None = None,
    names: Sequence[Sequence[str]] = (),
) -> str:
    return compare_pair(statement, evidence, evidence, language=language, issued=issued, names=names).outcome


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (
            _VOTE,
            "Der Antrag, die Uferstraße zu sperren, wurde vom Rat von Weidau mit 21 zu 17 Stimmen abgelehnt.",
        ),
        (_VOTE, "Ein Vorstoß zur Sperrung der Uferstraße fand im Rat keine Mehrheit."),
        (
            _BUILD,
            "Bevor das Amt die Brutgebiete geprüft hat, darf der Netzbetreiber die Leitung nicht bauen.",
        ),
        (_PLANT, "Laut Betreiber stellt das Werk in Plauen täglich rund 12 Tonnen Joghurt her."),
        (_PLANT, "Am Standort Plauen wird den Angaben zufolge Joghurt produziert."),
        (_DENIAL, "Dem Vorwurf, das Haus habe die Zeichnungen ohne Gutachten gekauft, widersprach Brandau."),
    ],
)
def test_honest_german_statements_pass(evidence: str, statement: str) -> None:
    """Another order of words, indirect speech, separable verbs and unlisted nouns are no difference."""
    assert _outcome("de", evidence, statement) != "differs"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (_VOTE, "Der Rat von Weidau stimmte dem Antrag, die Uferstraße zu sperren, am 9. Juni zu."),
        (_VOTE, "Der Rat von Weidau lehnte den Antrag, die Uferstraße zu sperren, nicht ab."),
        (_VOTE, _VOTE.replace("Juni", "Juli")),
        (_BUILD, "Der Netzbetreiber darf die Leitung bauen."),
        (_PLANT, _PLANT.replace("täglich", "wöchentlich")),
        (_PLANT, _PLANT.replace("Joghurt", "Käse")),
        (_DENIAL, "Das Haus von Direktor Felix Brandau hat die Zeichnungen ohne Gutachten gekauft."),
    ],
)
def test_german_slips_are_found(evidence: str, statement: str) -> None:
    """A contrary verb, a dropped denial or condition, another day, rhythm or thing is told."""
    assert _outcome("de", evidence, statement) == "differs"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (_SCHOOLS, "青川县教育局宣布,今年将关闭12所村小,涉及约800名学生。"),
        (_SCHOOLS, "青川今年有十二所农村小学要停办。"),
        (_DRIVERS, "钱立群称,多数司机不赞成加班,不过不会因此停工。"),
        (_SHEEP, "张店乡向邻县卖出3000头羊。"),
        (_RUMOUR, "据报道,宏泰银行下个月可能裁员500人。"),
    ],
)
def test_honest_chinese_statements_pass(evidence: str, statement: str) -> None:
    """Other words for the same, and details left out, are no difference."""
    assert _outcome("zh", evidence, statement, names=_NAMES) != "differs"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (_SCHOOLS, _SCHOOLS.replace("将关闭", "已关闭")),
        (_SCHOOLS, _SCHOOLS.replace("关闭", "新建")),
        (_SCHOOLS, _SCHOOLS.replace("3月", "4月")),
        (_DRIVERS, _DRIVERS.replace("大多数", "所有")),
        (_DRIVERS, _DRIVERS.replace("没有", "")),
        (_DRIVERS, _DRIVERS.replace("钱立群", "钱立君")),
        (_SHEEP, "邻县向张店乡卖出3000头羊,每头约900元。"),
        (_RUMOUR, _RUMOUR.replace("可能", "将")),
    ],
)
def test_chinese_slips_are_found(evidence: str, statement: str) -> None:
    """What is planned told as done, another quantifier, a dropped denial or name, exchanged roles."""
    assert _outcome("zh", evidence, statement, names=_NAMES) == "differs"


def test_names_in_another_language_may_be_translated() -> None:
    """“Federal Maritime Agency” and “Swedish” stand for German words; a name that is no word must recur."""
    evidence = "Das Bundesamt für Seeschifffahrt genehmigte den Windpark des schwedischen Konzerns Nordvarm."
    said = "The Federal Maritime Agency approved a wind farm of the Swedish group {}."
    of = {
        name: compare_pair(said.format(name), evidence, evidence, language="de", statement_language="en")
        for name in ("Nordvarm", "Thermovia")
    }
    assert of["Nordvarm"].outcome != "differs"
    assert [code for code, _ in of["Thermovia"].findings] == ["name-differs"]


def test_quotations_are_not_verbatim_in_another_language() -> None:
    """Quoted words of a translation are not looked for in the original."""
    evidence = "商务部发言人贺敏回应称,“目前没有时间表”。"
    said = 'Spokesperson He Min said there was "no timetable at present".'
    found = compare_pair(
        said, evidence, evidence, language="zh", statement_language="en", names=[["贺敏", "He Min"]]
    )
    assert found.outcome != "differs"


@pytest.mark.parametrize(
    ("language", "evidence", "statement", "issued"),
    [
        (
            "de",
            "Die Bahn will im kommenden Jahr weniger Stahl bestellen.",
            "Die Bahn will 2027 weniger Stahl bestellen.",
            "2026-03-12",
        ),
        (
            "fr",
            "La verrerie a perdu 600 000 euros l'an passé.",
            "La verrerie a perdu 600 000 euros en 2025.",
            "2026-04-30",
        ),
        ("zh", "市政府昨晚回应称,该消息不实。", "市政府4月28日回应称,该消息不实。", "2026-04-29"),
        (
            "fr",
            "Le port a expédié 1 190 tonnes.",
            "Les envois du port ont augmenté pour dépasser 1 100 tonnes.",
            None,
        ),
        ("fr", "La ministre Élodie Garance a parlé.", "Ce jour-là, Mme Garance a parlé.", None),
    ],
)
def test_values_in_other_words_agree(
    language: str, evidence: str, statement: str, issued: str | None
) -> None:
    """A day that follows from the source's, a rounded number and a title of address are no difference."""
    assert (
        _outcome(language, evidence, statement, issued=issued, names=[["Élodie Garance", "Garance"]])
        != "differs"
    )


@pytest.mark.parametrize("language", ["de", "zh"])
def test_no_word_of_a_lexicon_is_its_own_contrary(language: str) -> None:
    """A word that stood on both sides of a line would be the contrary of itself."""
    lexicon = lexicon_of(language)
    assert lexicon is not None
    entries = lexicon.entries.items()
    assert not [word for word, entry in entries if len(entry.opposites & entry.senses) > 1]


_LETTERS = st.sampled_from(
    [*"aeßüÄ .,;:„“-’0123", "nicht ", "ab ", "zu ", "sagte, ", "不", "没有", "据", "将", "说,", "的"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_LETTERS, max_size=150).map("".join), st.sampled_from(["de", "zh"]))
def test_hostile_sentences_are_read_in_no_time(text: str, language: str) -> None:
    """Whatever a source has for a sentence, reading it raises nothing and stays short."""
    claim_of("eins Tapir 一", language, NameIndex.build(()))
    start = time.perf_counter()
    claim_of(text, language, NameIndex.build(()))
    assert time.perf_counter() - start < 0.5
