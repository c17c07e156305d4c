"""Which fields a commitment may have, by its kind; what is written otherwise, and how to put it right."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.model.commitments import CommitmentKind
from generator.model.content import CommitmentRecord
from generator.model.diagnostics import Diagnostic, Edit
from generator.model.text import Span, Text
from generator.read.nodes import Fields

COMPUTED = frozenset({"open", "unknown"})
"""What the former `status` said where nothing had happened."""

_BESIDE = ("", "_cite", "_basis")

_MEANT: Mapping[tuple[CommitmentKind, str], tuple[str, str]] = MappingProxyType(
    {
        (CommitmentKind.DO, "until"): ("due", "what is to be done has a day, `due`"),
        (CommitmentKind.KEEP, "due"): ("until", "what is to last has a term, `until`"),
        (CommitmentKind.DO, "of"): ("by", "who undertakes something is `by`"),
        (CommitmentKind.KEEP, "of"): ("by", "who undertakes something is `by`"),
    }
)
"""The field that is meant, and why, by the kind and the field that is written."""


def faults_of(made: Fields) -> Iterator[Diagnostic]:
    """What is written of a commitment that its kind does not have, and what of it is spelt as of old."""
    yield from _former_status(made)
    kind = made.get("kind")
    if kind not in tuple(CommitmentKind):
        return
    kind = CommitmentKind(str(kind))
    for (of_kind, name), (meant, why) in _MEANT.items():
        if of_kind is kind and name in made and meant not in made:
            yield Diagnostic(
                "commitment-field",
                f"a commitment of kind `{kind}` has no `{name}`: {why}",
                made.key_span(name),
                help=f"write `{meant}:` for `{name}:`",
                edits=_renamed(made, name, meant),
            )
    if kind is CommitmentKind.DO and "from" in made:
        yield Diagnostic(
            "commitment-field",
            "a commitment of kind `do` has no `from`: it is done by a day, and does not last",
            made.key_span("from"),
            help="leave out `from:`, or write `kind: keep`",
        )
    if kind is CommitmentKind.EXPECT and "by" in made:
        yield Diagnostic(
            "expectation-undertaken",
            "what somebody merely expects is nobody's undertaking, so it has no `by`",
            made.key_span("by"),
            help="write `of:`, of whom it is expected; or `kind: do` or `kind: keep` if they undertook it",
            edits=_renamed(made, "by", "of") if "of" not in made else (),
        )
    if kind is not CommitmentKind.EXPECT and not {"by", "of"} & {*made, *made.absent}:
        yield Diagnostic(
            "missing-field",
            "the field `by` is missing",
            made.span,
            help="name who undertakes it; or write `kind: expect` if nobody does",
        )


def _former_status(made: Fields) -> Iterator[Diagnostic]:
    written = [name for name in made.offsets if name in CommitmentRecord.FORMER]
    if not written:
        return
    status = made.get("status")
    says_nothing = written == ["status"] and isinstance(status, Text) and status in COMPUTED
    yield Diagnostic(
        "commitment-status",
        "how a commitment stands is computed, so it has no `status`",
        made.key_span(written[0]),
        help="delete it"
        if says_nothing
        else "tell what became of it in `settlements:`, each with `outcome:`, `text:`, `date:` and `cite:`",
        edits=(Edit(_line(made.key_span("status")), ""),) if says_nothing and _has_a_line(made) else (),
    )


def _has_a_line(made: Fields) -> bool:
    """Whether the status stands in a line of its own, below the first: other fields share none with it."""
    line = made.key_span("status").line
    return all(made.key_span(name).line != line for name in made.offsets if name != "status")


def _line(key: Span) -> Span:
    """The whole line in which a key stands, with its end."""
    return Span(key.path, key.line, 1, key.line + 1, 1)


def _renamed(made: Fields, name: str, meant: str) -> tuple[Edit, ...]:
    """The field, and what is written beside it, by another name."""
    return tuple(
        Edit(made.key_span(f"{name}{beside}"), f"{meant}{beside}")
        for beside in _BESIDE
        if f"{name}{beside}" in made.offsets
    )
