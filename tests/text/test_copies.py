"""Copied passages are found, edited or not; what is merely alike is not."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cache import Store
from generator.text.copies import FEWEST_SHARED, Groups, copied_passages

ROOT = Path(__file__).parents[2]
PASSAGE = (
    "Fishermen on the quay had little patience left. The boats had been tied up for nineteen days, the ice"
    " house was empty, and the buyers from inland had gone home; whatever the ministers signed, they said,"
    " the early season was already lost to them."
)
SYLLABLES = ("ba", "den", "lor", "mi", "quo", "ra", "sel", "tun", "ve", "zor")


def a_vocabulary(chance: random.Random, size: int = 3_000) -> list[str]:
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(size)]


def prose(chance: random.Random, words: list[str], length: int) -> list[str]:
    """Words as languages use them: few of them often, many of them seldom."""
    return [words[min(int(chance.paretovariate(0.6)), len(words)) - 1] for _ in range(length)]


def edited(chance: random.Random, words: list[str], passage: list[str], share: float) -> list[str]:
    """The passage with such a share of its words dropped, replaced, or followed by another."""
    found: list[str] = []
    for word in passage:
        other = chance.choice(words)
        kept = [word]
        if chance.random() < share:
            kept = chance.choice([[], [other], [word, other]])
        found += kept
    return found


def test_a_passage_is_found_where_it_stands_in_both_texts() -> None:
    """The ranges hold the passage, whatever stands around it."""
    texts = {
        "first": f"An opening of its own.\n\n{PASSAGE}\n\nThen it rained.",
        "second": f"Quite another beginning, and longer. {PASSAGE} Nobody stayed.",
    }
    (copy,) = copied_passages(texts)
    assert (copy.first, copy.second, copy.words) == ("first", "second", 44)
    assert texts["first"][slice(*copy.first_range)] == PASSAGE.removesuffix(".")
    assert texts["second"][slice(*copy.second_range)] == PASSAGE.removesuffix(".")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("little patience left", "no patience at all left"),
        ("nineteen days, the ice house", "19 days. The ICE HOUSE"),
        (", they said,", ""),
        ("the buyers from inland", "the usual buyers from the towns far inland"),
    ],
)
def test_a_passage_with_some_other_words_is_still_a_copy(old: str, new: str) -> None:
    """Editors cut, replace and add words."""
    changed = PASSAGE.replace(old, new)
    assert changed != PASSAGE
    assert copied_passages({"first": PASSAGE, "second": changed})


def test_a_passage_told_in_other_words_is_no_copy() -> None:
    """Nothing is said about what texts mean."""
    told = (
        "Patience was running out among the fishermen. Their boats had not left harbour for nineteen days;"
        " without ice and without buyers they had given up the early season, whatever was going to be signed."
    )
    assert copied_passages({"first": PASSAGE, "second": told}) == ()


def test_words_of_a_speaker_that_two_texts_quote_are_no_copy() -> None:
    """Two reporters stood in the same room."""
    for opening, closing in (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“")):
        quotation = f"{opening}{PASSAGE}{closing}"
        texts = {"first": f"He said: {quotation} Then he left.", "second": f"We heard {quotation} on Monday."}
        assert copied_passages(texts) == ()


def test_a_quotation_mark_that_is_never_closed_hides_nothing_beyond_its_paragraph() -> None:
    """A stray mark must not make a copy invisible."""
    texts = {"first": f"He said: “Well.\n\n{PASSAGE} “Yes”", "second": f"{PASSAGE} ”"}
    assert len(copied_passages(texts)) == 1


def test_a_row_of_titled_names_is_no_copy() -> None:
    """Reporters name the same delegates in the same order."""
    row = (
        "Treasury Minister Ana Holt, Commerce Minister Ben Ruud and Trade Envoy Cara Lind of Orsund met"
        " Deputy Prime Minister Dag Moe of Velmark in Port Amery"
    )
    assert len(row.split()) < FEWEST_SHARED
    assert (
        copied_passages({"first": f"On Monday {row} for talks.", "second": f"As expected, {row} again."})
        == ()
    )


def test_a_script_without_spaces_is_compared_by_its_characters() -> None:
    """A passage in Chinese is no single word."""
    passage = (
        "双方代表团于周二在港口城市举行了第三轮会谈并同意对水坝进行联合检查但没有就鲱鱼配额的份额达成协议"
    )
    assert copied_passages({"first": f"会谈开始。{passage}。", "second": f"{passage}，他说。"})
    assert not copied_passages({"first": passage[:20], "second": passage[:20]})


def test_near_duplicates_are_found_among_many_texts() -> None:
    """Of 100 planted passages in which one word in ten is changed, at least 90; and nothing else."""
    chance = random.Random(20230522)
    words = a_vocabulary(chance)
    planted: list[tuple[str, str]] = []
    texts: dict[str, str] = {}
    for number in range(100):
        passage = prose(chance, words, chance.randint(40, 80))
        first, second = prose(chance, words, 250), prose(chance, words, 250)
        first[100:100] = passage
        second[150:150] = edited(chance, words, passage, 0.1)
        texts |= {f"a{number}": " ".join(first), f"b{number}": " ".join(second)}
        planted.append((f"a{number}", f"b{number}"))
    found = {(copy.first, copy.second) for copy in copied_passages(texts)}
    assert len(found & set(planted)) >= 90
    assert found <= set(planted)


def test_many_texts_with_one_passage_are_joined_by_a_chain() -> None:
    """A hundred texts take 99 copies, not 4,950."""
    texts = {f"t{number:03}": f"Paper {number} says so. {PASSAGE} End {number}." for number in range(100)}
    found = copied_passages(texts)
    groups = Groups()
    for copy in found:
        groups.join(copy.first, copy.second)
    assert len(found) == 99
    assert {groups.of(name) for name in texts} == {"t000"}


def test_the_work_does_not_grow_with_the_pairs_of_texts() -> None:
    """2,000 texts that all share a passage and a phrase: two million pairs would take minutes."""
    chance = random.Random(7)
    words = a_vocabulary(chance)
    texts = {
        str(number): f"{' '.join(prose(chance, words, 150))} {PASSAGE} {' '.join(prose(chance, words, 150))}"
        for number in range(2_000)
    }
    start = time.process_time()
    assert len(copied_passages(texts)) == 1_999
    assert time.process_time() - start < 30


def test_remembering_changes_no_copy(tmp_path: Path) -> None:
    """After each of many changes to texts that share passages, a memory gives what is found afresh."""
    chance = random.Random(3)
    words = a_vocabulary(chance)
    passages = [prose(chance, words, 60) for _ in range(4)]

    def a_text() -> str:
        passage = edited(chance, words, chance.choice(passages), 0.1)
        return " ".join([*prose(chance, words, 90), *passage, *prose(chance, words, 40)])

    texts = {str(number): a_text() for number in range(12)}
    known = 0
    for _ in range(20):
        texts[chance.choice(sorted(texts))] = a_text()
        kept = Store(tmp_path, "this one")
        found = copied_passages(texts, kept)
        kept.save()
        assert found == copied_passages(texts)
        known += len(found)
    assert known > 100


def test_every_run_finds_the_same() -> None:
    """Nothing depends on the seed of Python's own hashes."""
    script = (
        "from tests.text.test_copies import *\n"
        "chance = random.Random(1); words = a_vocabulary(chance); p = prose(chance, words, 60)\n"
        "made = [prose(chance, words, 90) + edited(chance, words, p, 0.15) for _ in range(30)]\n"
        "print(copied_passages({str(n): ' '.join(text) for n, text in enumerate(made)}))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert "Copy(" in outputs.pop()


@given(st.lists(st.text(max_size=400), max_size=6), st.text(max_size=300))
def test_any_texts_may_be_compared(texts: list[str], shared: str) -> None:
    """The ranges of a copy lie in its texts, and the two are never the same text."""
    named = {str(number): text + shared for number, text in enumerate(texts)}
    for copy in copied_passages(named):
        assert copy.first != copy.second
        assert copy.words >= FEWEST_SHARED
        for name, (start, end) in ((copy.first, copy.first_range), (copy.second, copy.second_range)):
            assert 0 <= start < end <= len(named[name])


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))))
def test_groups_are_connected_components(pairs: list[tuple[str, str]]) -> None:
    """Two names are in one group exactly if a chain of pairs leads from one to the other."""
    groups = Groups()
    for first, second in pairs:
        groups.join(first, second)
    reached = {name: {name} for name in "abcdefgh"}
    for _ in reached:
        for first, second in pairs:
            reached[first] |= reached[second]
            reached[second] |= reached[first]
    for first, second in pairwise("abcdefgha"):
        assert (groups.of(first) == groups.of(second)) == (second in reached[first])
