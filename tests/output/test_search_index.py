"""The index of the search: its parts, its words in both languages that cut them, what a query reads of it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.blocks import Heading, Paragraph
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import Edition, Page, Section
from generator.model.runs import Line, Plain, Quiet
from generator.output.data.search_index import search_parts
from generator.text.searching import search_words
from tests.output.editions import an_edition
from tests.support.dossiers import edition
from tests.support.projects import ROOT, SUBJECT
from tests.support.searching import SCRIPT, ask, asked_of

MOST_READ = 2_000_000
CUT = """
const vm = require("node:vm"), fs = require("node:fs");
const script = fs.readFileSync(process.argv[1], "utf8");
const text = script.replace(/\\n}\\n$/, "\\nself.wordsOf = wordsOf;\\n}\\n");
const worker = { URL, location: new URL("https://example.org/assets/search.js"), addEventListener() {} };
worker.self = worker;
vm.runInContext(text, vm.createContext(worker));
process.stdout.write(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf8")).map(worker.wordsOf)));
"""
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SCRIPTS = st.text("aÉß9.,%-’习近平กาة والصинг한ｱﬁ", max_size=20)


def cut_by_the_script(texts: list[str]) -> list[list[str]]:
    told = subprocess.run(
        ["node", "-e", CUT, str(SCRIPT.with_name("searching.js"))],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
    )
    found: list[list[str]] = json.loads(told.stdout)
    return found


@settings(max_examples=5)
@given(st.lists(SCRIPTS, min_size=100, max_size=200))
def test_queries_and_index_are_cut_alike(texts: list[str]) -> None:
    """In Python as in the script, in any script that is mixed with any other."""
    assert cut_by_the_script(texts) == [search_words(text) for text in texts]


def a_page(number: int) -> Page:
    said = Paragraph(Line((Plain(f"The harbour of place{number} was closed on day {number}."),)))
    heading = Heading(f"thing-{number}", Line((Plain(f"Quay{number}"), Quiet(" concept"))))
    section = Section(SectionKey.OTHER, "said", "Said", (said, heading, said))
    return Page(KINDS.topic.path(f"t{number}"), KINDS.topic, f"Topic{number}", "", "", (section,), ())


@pytest.fixture(scope="module")
def large() -> Edition:
    """An edition of twenty thousand pages."""
    return replace(an_edition(), pages=tuple(map(a_page, range(20_000))))


def test_a_query_of_twenty_thousand_pages_reads_less_than_two_megabytes(large: Edition) -> None:
    """Of rare words and of those that every page has, and of slips of the pen."""
    found = ask(search_parts(large), ["quay19876", "the harbour was closed", "habrour", "topic777 harbour"])
    assert found[0].shown[0][0] == "briefings/t19876/#thing-19876"
    assert all(each.items and each.read < MOST_READ for each in found), [each.read for each in found]


def test_what_sources_wrote_is_shown_as_text() -> None:
    """No sign of theirs begins an element or ends an attribute of the results, nor a script of the index."""
    evil = '</script><img src=x onerror=alert(1)> "quay" & \'\u2028'
    line = Line((Plain(evil),))
    section = Section(SectionKey.OTHER, "said", evil, (Paragraph(line), Heading("t", line)))
    page = Page(KINDS.topic.path("t"), KINDS.topic, evil, evil, "", (section,), ())
    (found,) = ask(search_parts(replace(an_edition(), pages=(page,))), ["quay onerror <b>"])
    shown = [each["title"] + each["text"] for group in found.items for each in group]
    assert shown
    for text in shown:
        assert "<img" not in text
        assert "</script" not in text


def test_the_same_edition_gives_the_same_parts() -> None:
    """And each part is one call of a function of the search."""
    parts = search_parts(an_edition())
    assert parts == search_parts(an_edition())
    for name, part in parts.items():
        assert part.decode().startswith(f'self.searchPart("{name}",')


@pytest.mark.parametrize("query", ["", " ", "?", "“”", "*", "what is", "@2025", "constructor", "a" * 9999])
def test_any_text_may_be_typed(query: str) -> None:
    """Signs alone, half a question, the name of what every object has."""
    (found,) = asked_of(ROOT, query).values()
    assert isinstance(found.items, list)


def test_what_nothing_mentions_is_said_with_a_way_on() -> None:
    """Also beside what other words found."""
    alone, beside = asked_of(ROOT, "soybeans", "soybeans tariffs").values()
    assert "“soybeans”" in alone.items[0][0]["title"]
    assert [each["tags"] for each in alone.items[0][1:]]
    assert any("“soybeans”" in group[0]["title"] for group in beside.items[1:3])


def test_questions_are_understood_in_the_language_of_the_site() -> None:
    """German questions on a German site, about content in whatever language it has."""
    german = replace(edition(SUBJECT), language="de")
    asked = {
        "Was ist Hollen Weir?": "Hollen Weir",
        "wer war in Brasno dabei": "Wer dabei war",
        "Ist Berth Ban aufgehoben?": "Stand der Dinge",
        "20.6.2023": "20 June",
        "20. Juni 2023": "20. Juni",
    }
    for question, found in zip(asked, ask(search_parts(german), [*asked]), strict=True):
        told = " ".join(each["title"] for each in found.items[0])
        assert asked[question] in told, (question, told)
        assert any(each.get("tags") == ["Antwort"] for each in found.items[0])


def test_a_checksum_is_not_found() -> None:
    """Nobody types one, and numbers begin like it."""
    line = Line((Plain("The file has the checksum 6a09e667f3bcc908b2fb1366ea957d3e."),))
    section = Section(SectionKey.OTHER, "said", "Said", (Paragraph(line),))
    page = Page(KINDS.topic.path("t"), KINDS.topic, "T", "", "", (section,), ())
    number, word = ask(search_parts(replace(an_edition(), pages=(page,))), ["6", "checksum"])
    assert "“6”" in number.items[0][0]["title"]
    assert word.shown[0][0].startswith("briefings/t/")


def test_a_notice_is_of_what_was_typed_and_not_of_stop_words() -> None:
    """In its own letters; nothing is said of a run of letters in which a name was found."""
    found = asked_of(ROOT, "is the TikTok still tariffs", "摩根士丹利的邢自强")
    typed, run = found.values()
    assert any("“TikTok”" in group[0]["title"] for group in typed.items[:3])
    assert [group[0]["location"] for group in run.items[:2]] == [
        "people/robin-xing/",
        "organisations/morgan-stanley/",
    ]


THAI = "รัฐมนตรีกล่าวว่าการเจรจาการค้าจะเริ่มในเดือนหน้า"
JAPANESE = "両国は昨日の会談で輸出規制の緩和に合意した。"
ARABIC = "وقال الوزير إن المفاوضات ستبدأ قريبا."


@pytest.mark.parametrize(
    ("text", "query"),
    [
        (THAI, "การเจรจา"),
        (THAI, "การค้า"),
        (THAI, "รัฐมนตรี"),
        (JAPANESE, "輸出規制"),
        (JAPANESE, "会談"),
        (JAPANESE, "緩和"),
        (ARABIC, "مفاوضات"),
        (ARABIC, "الوزير"),
        (ARABIC, "المُفَاوَضَات"),
        ("한국 정부는 어제 발표했다.", "정부"),
        ("Переговоры в Женеве завершены.", "переговоры"),
        ("Η Αθήνα συμφώνησε.", "αθηνα"),
    ],
)
def test_a_word_is_found_inside_a_run(text: str, query: str) -> None:
    """In scripts that part no words, behind prefixes, with and without marks over letters."""
    section = Section(SectionKey.OTHER, "said", "Said", (Paragraph(Line((Plain(text),))),))
    page = Page(KINDS.topic.path("t"), KINDS.topic, "T", "", "", (section,), ())
    (found,) = ask(search_parts(replace(an_edition(), pages=(page,))), [query])
    assert found.shown[0][0].startswith("briefings/t/"), found.items
    assert "<mark>" in "".join(each["text"] for each in found.items[0])
