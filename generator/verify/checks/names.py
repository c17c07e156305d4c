"""Rules for names as sources print them, and for the roles of people."""

import calendar
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from generator.model.content import Corpus, PersonRecord
from generator.model.dates import MONTHS, may_coincide, spoken
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.entries import Organisation, Person, Role
from generator.model.evidence import Evidence
from generator.model.facts import Dossier, Member, Round, Source, all_statements
from generator.model.text import EntryId, Span, Text
from generator.text.names import closest, near_misses
from generator.verify.references import all_entries

# Scripts with letters that look the same.
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"})
_LETTERS = re.compile(r"[^\W\d_]{2,}")

SHORTEST_NAME = 5
LONG_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_NAME},}}")
CALENDAR_WORDS = frozenset(filter(None, (*MONTHS, *calendar.day_name)))


def organisations_are_named_in_their_time(dossier: Dossier) -> Iterator[Diagnostic]:
    """A source names an organisation that existed when the source was issued."""
    for source in dossier.sources.values():
        issued = source.bibliography.issued
        for name in dict.fromkeys(mention.entry for mention in source.mentions):
            organisation = dossier.entries[name]
            if isinstance(organisation, Organisation) and not organisation.may_have_existed(issued):
                first = next(mention for mention in source.mentions if mention.entry == name)
                yield Diagnostic(
                    "anachronism",
                    f"{organisation.pref_label} ({spoken(organisation.existed)}) is named in a source of"
                    f" {spoken(issued)}",
                    span_of(source, first.start, first.end),
                    severity=Severity.WARNING,
                    related=(Related(organisation.span, "the organisation, with its dates"),),
                    help="the site shows it under the source's known problems; nothing to mend if the"
                    " source really says so",
                )


def names_keep_to_one_script(corpus: Corpus) -> Iterator[Diagnostic]:
    """No word of a name mixes letters of scripts that look alike: “Аda” with a Cyrillic А is another name."""
    for _, entry in all_entries(corpus.glossary):
        titles = [role.title for role in entry.roles] if isinstance(entry, PersonRecord) else []
        for name in (entry.pref_label, *entry.other_names(), *titles):
            yield from _mixed(name)
    for draft in corpus.sources:
        for printed in (draft.record.title, draft.record.publisher, draft.record.container_title):
            yield from _mixed(printed) if printed else ()


def _mixed(name: Text) -> Iterator[Diagnostic]:
    for word in _LETTERS.findall(name):
        scripts = {each for letter in word if (each := unicodedata.name(letter, "").split(" ")[0]) in _ALIKE}
        if len(scripts) > 1:
            mixed = " and ".join(sorted(each.capitalize() for each in scripts))
            yield Diagnostic(
                "mixed-script",
                f"the word “{word}” mixes letters of two scripts: {mixed}",
                name.span,
                help="write the word in the letters of one script",
            )


def no_name_is_a_near_miss(dossier: Dossier) -> Iterator[Diagnostic]:
    """A capitalised word that is one letter off a person's name, and no known word, is a misspelling."""
    names = _name_words(dossier)
    words = {source.id: _words_of(source) for source in dossier.sources.values()}
    printed = frozenset().union(*words.values())
    known = names | CALENDAR_WORDS | {word for word in printed if word.islower()}
    likely = {word: near_misses(word, names) for word in printed - known if _may_be_name(word, known)}
    doubtful = {word for word, found in likely.items() if found}
    for source in dossier.sources.values():
        for word, start in _unmentioned(source, doubtful & words[source.id]):
            yield Diagnostic(
                "name-near-miss",
                f"“{word}” is one letter off the name “{likely[word][0]}”",
                span_of(source, start, start + len(word)),
                severity=Severity.WARNING,
                help="if the source misspells the name, add the form to the entry's `misspellings`",
            )


def span_of(source: Source, start: int, end: int) -> Span:
    """The span in the source's file of a stretch of its text that lies on one line."""
    return source.body.span_of(start, end)


def _name_words(dossier: Dossier) -> frozenset[str]:
    forms = (form for person in dossier.people() for form in (person.pref_label, *person.alt_labels))
    return frozenset(word for form in forms for word in LONG_WORD.findall(form) if word[0].isupper())


def _words_of(source: Source) -> frozenset[str]:
    """The words of a source, each once, that are long enough for a name."""
    return frozenset(LONG_WORD.findall(source.body.text))


def _may_be_name(word: str, known: frozenset[str]) -> bool:
    return word[0].isupper() and word.lower() not in known


def _unmentioned(source: Source, words: set[str]) -> Iterator[tuple[str, int]]:
    """Each of the words that stands outside all mentions, at its first such place."""
    if not words:
        return
    starts = [mention.start for mention in source.mentions]
    seen: set[str] = set()
    for found in LONG_WORD.finditer(source.body.text):
        word, start = found.group(), found.start()
        if word in words and word not in seen:
            before = bisect_right(starts, start) - 1
            if before < 0 or source.mentions[before].end <= start:
                seen.add(word)
                yield word, start


def speakers_are_named_by_the_evidence(dossier: Dossier) -> Iterator[Diagnostic]:
    """Whoever is said to say something is named in a paragraph that proves it."""
    for statement in all_statements(dossier):
        if statement.says is None or statement.says not in dossier.entries:
            continue
        if not any(_is_named(dossier, statement.says, item) for item in statement.evidence):
            who = dossier.entries[statement.says].pref_label
            yield Diagnostic(
                "speaker-not-named",
                f"no paragraph that proves this names “{who}”, who is said to say it",
                statement.span,
                help="cite the words that name who says it, or mend `says`",
            )


def _is_named(dossier: Dossier, name: EntryId, item: Evidence) -> bool:
    source = dossier.sources[item.source]
    paragraph = next((each for each in source.body.paragraphs if each.number == item.paragraph), None)
    return paragraph is not None and any(
        mention.entry == name and paragraph.start <= mention.start < paragraph.end
        for mention in source.mentions
    )


def delegates_hold_the_role_they_are_named_with(dossier: Dossier) -> Iterator[Diagnostic]:
    """The role of a delegate is one of that person's titles, held on the days of the round."""
    for talks in dossier.rounds():
        for delegation in talks.delegations:
            for member in delegation.members:
                person = dossier.entries.get(member.person.value)
                if isinstance(person, Person) and member.role:
                    yield from _role_fits(member, member.role, person, talks)


def _role_fits(member: Member, title: str, person: Person, talks: Round) -> Iterator[Diagnostic]:
    roles = [role for role in person.roles if role.title.text == title]
    if not roles:
        titles = [role.title.text for role in person.roles]
        likely = closest(title, titles)
        yield Diagnostic(
            "role-unknown",
            f"{person.pref_label} has no role “{title}”",
            member.presence.span,
            related=(Related(person.span, "the person's roles: " + ("; ".join(titles) or "none")),),
            help=f"did you mean “{likely}”?" if likely else "add the role to the person in the glossary",
        )
    elif not any(_held_during(role, talks) for role in roles):
        yield Diagnostic(
            "role-outside-its-dates",
            f"{person.pref_label} is named as “{title}” in “{talks.id}”, outside the dates of that role",
            member.presence.span,
            related=tuple(Related(role.title.span, f"held {role.held.value}") for role in roles),
            help="mend the role's `held`, or name the role that the person had then",
        )


def _held_during(role: Role, talks: Round) -> bool:
    held, date = role.held.value, talks.date.value
    return held is None or date is None or may_coincide(held, date)
