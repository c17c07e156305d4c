"""What the templates say themselves: the messages of each form, by key, with open places.

A template has no words of its own. It says a message by its key, and fills the places with what only the
typesetter knows, such as the number of a page. That is why the messages reach it unfilled.
"""

from generator.model.facts import EventKind
from generator.model.kinds import KINDS
from generator.words import Words
from generator.words.wording import key_of

BRIEFING = "in-focus.typ"
DOSSIER = "dossier.typ"

SHARED = (
    "column.kind",
    "column.support",
    "column.what",
    "column.when",
    "list.separator",
    "page.as-of",
    "print.file.data",
    "print.file.sources",
    "print.picture",
    "print.plot.scale",
    "print.qr",
    "tense.coming",
    "text.quoted",
)
"""What both forms say."""

OF_FORM = {
    BRIEFING: (
        "print.foot.page",
        "print.foot.version",
        "print.left-out",
        "print.more",
        "print.note.quoted",
        "print.note.summed",
        "print.notes.quoted",
        "print.notes.summed",
        "print.remarks",
        "print.sources-and-notes",
        "print.substitutes.page",
        "print.this-page",
    ),
    DOSSIER: (
        "evidence.quoted",
        "list.labelled",
        "print.dossier.about",
        "print.dossier.cited",
        "print.dossier.contents",
        "print.dossier.edition",
        "print.dossier.editors-mark",
        "print.dossier.editors-notes",
        "print.dossier.fingerprint",
        "print.dossier.foot",
        "print.dossier.mentioned",
        "print.dossier.on-the-web",
        "print.dossier.page",
        "print.dossier.pages",
        "print.dossier.section",
        "print.guide.editors",
        "print.guide.editors.title",
        "print.guide.left-out",
        "print.guide.left-out.title",
        "print.guide.marks",
        "print.guide.marks.proof",
        "print.guide.marks.title",
        "print.guide.marks.where",
        "print.guide.references",
        "print.guide.references.title",
        "print.guide.said-once",
        "print.guide.said-once.title",
        "print.guide.signs.title",
        "print.guide.support.title",
        "print.guide.title",
        "print.substitutes.dossier",
        "text.labelled",
    ),
}
"""What each form says besides."""

_PLACES = (
    "address",
    "date",
    "description",
    "fingerprint",
    "first",
    "label",
    "last",
    "mark",
    "number",
    "page",
    "pages",
    "paragraph",
    "parts",
    "path",
    "section",
    "sign",
    "source",
    "text",
    "title",
    "unit",
    "value",
    "version",
    "where",
    "words",
)
_OPEN = {name: f"{{{name}}}" for name in _PLACES}


def messages(words: Words, form: str) -> dict[str, str]:
    """The messages of a form by key, their places open, and the words for kinds of event and of page."""
    kinds = [f"kind.{kind.key.replace(' ', '-')}.label" for kind in KINDS if kind.paper]
    said = {key: words(key, **_OPEN) for key in (*SHARED, *OF_FORM[form], *kinds)}
    return said | {key_of(kind): words.of(kind) for kind in EventKind}
