"""A build that remembers gives the same bytes as one that does not, whatever was changed in between."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from generator.cache import FORGETFUL, Memory, Store
from generator.compose.edition import compose
from generator.model.diagnostics import Diagnostic, has_errors
from generator.output.views import render, views
from generator.publish import publish_made
from generator.read.corpus import read
from generator.verify.dossier import verify
from tests.support.projects import BASE, copy_of

EDITS = 120
PROGRAM = "this one"

Content = dict[str, str]
Pages = dict[PurePosixPath, bytes]
Edit = Callable[[Content, random.Random], None]

SENTENCES = (
    "Ada Marsh spoke of the lake again.",
    "The level fell by 12 percent, said Marsh.",
    "Ada Marssh was not there.",
    "Nobody met on 3 April 2023; the weirs stayed closed and the café’s guests went home.",
    "The towns agreed to measure the level together by 1 June 2023. Nothing was said about who pays.",
)
EVENT = """  - id: event-{0}
    kind: data
    title: Event {0}
    date: 2023-04-0{1}
    summary: Somebody spoke.
    cite:
      - {{source: {2}, exact: "{3}"}}
"""


def a_word_more(content: Content, chance: random.Random) -> None:
    path = chance.choice(sorted(path for path in content if path.startswith("sources/")))
    content[path] += chance.choice((" ", "\n\n")).join(("", chance.choice(SENTENCES))) + "\n"


def a_word_changed(content: Content, chance: random.Random) -> None:
    path = chance.choice(sorted(content))
    word = chance.choice(("the", "level", "closed", "Marsh", "2023", "lake"))
    content[path] = content[path].replace(word, chance.choice((word.upper(), "40", "of", word)), 1)


def a_source_more(content: Content, chance: random.Random) -> None:
    text = "\n\n".join(chance.sample(SENTENCES, 3))
    rights = chance.choice(("full", "quote", "summary", "none"))
    issued = f"2023-04-1{chance.randrange(9)}"
    head = f"---\ntitle: Report {chance.randrange(9)}\nissued: {issued}\nrights: {rights}\n---\n"
    content[f"sources/added-{chance.randrange(6)}.md"] = head + text + "\n"


def a_source_less(content: Content, chance: random.Random) -> None:
    added = sorted(path for path in content if path.startswith("sources/added"))
    if added:
        del content[chance.choice(added)]


def a_source_renamed(content: Content, chance: random.Random) -> None:
    added = sorted(path for path in content if path.startswith("sources/added"))
    if added:
        content[f"sources/added-{chance.randrange(6)}.md"] = content.pop(chance.choice(added))


def an_event_more(content: Content, chance: random.Random) -> None:
    source = chance.choice(sorted(path for path in content if path.startswith("sources/")))
    words = chance.choice(SENTENCES)
    event = EVENT.format(chance.randrange(99), 1 + chance.randrange(9), Path(source).stem, words)
    content["content/timeline.yml"] += event


def an_event_less(content: Content, _: random.Random) -> None:
    head, mark, _last = content["content/timeline.yml"].rpartition("  - id: event-")
    content["content/timeline.yml"] = head if mark else content["content/timeline.yml"]


def another_label(content: Content, chance: random.Random) -> None:
    label = chance.choice(("[lake]", "[lake, towns]", "[lake, café]", "[lake, level]"))
    lines = content["content/glossary.yml"].split("\n")
    content["content/glossary.yml"] = "\n".join(
        f"    alt_labels: {label}" if line.startswith("    alt_labels: [lake") else line for line in lines
    )


def another_deck(content: Content, chance: random.Random) -> None:
    path = next(path for path in content if path.startswith("content/briefings/"))
    body = content[path].split("\n", 2)[2]
    content[path] = f"---\ndeck: {chance.choice(('Why', 'How', 'That'))} the towns argue about a lake\n{body}"


EDITORS: tuple[Edit, ...] = (
    a_word_more,
    a_word_changed,
    a_source_more,
    a_source_less,
    a_source_renamed,
    an_event_more,
    an_event_less,
    another_label,
    another_deck,
)


def content_of(project: Path) -> Content:
    files = (
        path for folder in ("sources", "content") for path in (project / folder).rglob("*") if path.is_file()
    )
    return {path.relative_to(project).as_posix(): path.read_text("utf-8") for path in files}


def write(project: Path, content: Content) -> None:
    for path in content_of(project).keys() - content.keys():
        (project / path).unlink()
    for path, text in content.items():
        if not (project / path).exists() or (project / path).read_text("utf-8") != text:
            (project / path).write_text(text, "utf-8")


def built(project: Path, memory: Memory) -> tuple[Pages | None, tuple[Diagnostic, ...]]:
    """The pages, made with what is remembered and kept in the project; or from nothing, and given alone."""
    corpus, unread = read(project, memory)
    assert corpus is not None
    dossier, unproved = verify(corpus, None, memory)
    memory.save()
    problems = (*unread, *unproved)
    if has_errors(problems):
        return None, problems
    if memory is FORGETFUL:
        return render(compose(dossier)), problems
    pages = project / "build" / "pages"
    publish_made(views(compose(dossier)), pages, PROGRAM)
    files = (path for path in pages.rglob("*") if path.is_file())
    return {PurePosixPath(path.relative_to(pages)): path.read_bytes() for path in files}, problems


def test_after_each_of_many_edits_remembering_changes_no_byte(tmp_path: Path) -> None:
    """Additions, changes, removals, renames and returns to what was, in random order; also what is wrong."""
    project = copy_of(BASE, tmp_path / "project")
    chance = random.Random(2023)
    good = [content_of(project)]
    published = 0
    for _ in range(EDITS):
        content = dict(chance.choice(good) if chance.random() < 0.1 else good[-1])
        chance.choice(EDITORS)(content, chance)
        write(project, content)
        remembered, problems = built(project, Store(tmp_path / "kept", PROGRAM))
        afresh, same_problems = built(project, FORGETFUL)
        assert problems == same_problems
        assert remembered == afresh
        if afresh is not None:
            published += 1
            good.append(content)
    assert EDITS / 4 < published < EDITS  # most edits are good, some are refused
