"""What the program calls the parts of what it says. Code decides by these alone; readers see words."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """The part that a statement plays where it stands; the first are those that an author can mark."""

    WHERE_THINGS_STAND = "where-things-stand"
    BOTTOM_LINE = "bottom-line"
    WHY_IT_MATTERS = "why-it-matters"
    KEY_POINTS = "key-points"
    HOW_IT_CAME_TO_THIS = "how-it-came-to-this"
    STATE_OF_PLAY = "state-of-play"
    AGREED_AND_OPEN = "agreed-and-open"
    NOT_KNOWN = "not-known"
    WHAT_TO_WATCH = "what-to-watch"
    NARRATIVE = "narrative"
    SECTION = "section"
    ANSWER = "answer"
    EVENT = "event"
    RESULT = "result"
    PRESENCE = "presence"
    AGENDA = "agenda"
    POSITION = "position"
    AGREED = "agreed"
    NOT_AGREED = "not-agreed"
    UNCLEAR = "unclear"
    ACCOUNT = "account"
    COMMITMENT = "commitment"
    SETTLEMENT = "settlement"
    FIGURE = "figure"
    DEFINITION = "definition"
    ROLE = "role"
    SAID = "said"
    PROBLEM = "problem"


CONCLUDING = frozenset({Part.WHERE_THINGS_STAND, Part.BOTTOM_LINE, Part.KEY_POINTS, Part.RESULT})
"""The parts that say what it all comes to."""

BRIEFING_PARTS = (
    Part.BOTTOM_LINE,
    Part.WHY_IT_MATTERS,
    Part.KEY_POINTS,
    Part.HOW_IT_CAME_TO_THIS,
    Part.STATE_OF_PLAY,
    Part.AGREED_AND_OPEN,
    Part.NOT_KNOWN,
    Part.WHAT_TO_WATCH,
)
"""The parts that a section of a briefing can be, in the order of its page."""

HOME_PARTS = (Part.WHERE_THINGS_STAND, Part.WHAT_TO_WATCH)
"""The parts that a section of the home page can be."""


class DisputeKind(StrEnum):
    """What a disputed question asks, in the order in which pages tell them."""

    OUTCOME = "outcome"
    BLAME = "blame"
    PARTIES = "parties"
    SCOPE = "scope"
    GAINS = "gains"
    MOTIVES = "motives"
    FUTURE = "future"
    OTHER = "other"


class DetailKey(StrEnum):
    """A named value of an item of an edition; the values are the names that manifests give them."""

    PART = "part"
    LOW = "low"
    HIGH = "high"
    UNIT = "unit"
    QUALIFIER = "qualifier"
    AS_OF = "as of"
    ATTRIBUTED_TO = "attributed to"
    DATE = "date"
    KIND = "kind"
    STATUS = "status"
    PLACE = "place"
    SIDES = "sides"
    PEOPLE = "people"
    DUE = "due"
    UNTIL = "until"
    SINCE = "from"
    SAYS = "according to"
    CERTAINTY = "certainty"
    BASIS = "basis"
    BY = "by"
    TO = "to"
    CONDITION = "condition"
    ORGANISATION = "organisation"
    HELD = "held"
    ABOUT = "about"
    AUTHOR = "author"
    PUBLISHER = "publisher"
    CONTAINER_TITLE = "container title"
    ISSUED = "issued"
    ACCESSED = "accessed"
    URL = "url"
    LANGUAGE = "language"
    RIGHTS = "rights"
    CHECKSUM = "checksum"
    VERSION = "version"


class OwnKind(StrEnum):
    """What a statement of the editor's own is; the later, the more it claims."""

    ABSENCE = "absence"
    METHOD = "method"
    JUDGEMENT = "judgement"
    HAPPENING = "happening"


class SectionKey(StrEnum):
    """What a section of a page is; one that is found by its key has the key as its anchor."""

    OPENING = "opening"
    OTHER = "other"
    AUTHORED = "authored"
    WHERE_THINGS_STAND = "where-things-stand"
    WHY_IT_MATTERS = "why-it-matters"
    HOW_IT_CAME_TO_THIS = "how-it-came-to-this"
    AGREED_AND_OPEN = "agreed-and-open"
    WHAT_TO_WATCH = "what-to-watch"
    KEY_POINTS = "key-points"
    DISPUTED = "disputed"
    NOT_KNOWN = "not-known"
    STATE_OF_PLAY = "state-of-play"
    POSITIONS = "positions"
    FIGURES = "figures"
    PICTURE = "picture"
    EVENTS = "events"
    PEOPLE = "people"
    SOURCES_SAY = "sources-say"
    TERMS = "terms"
    SOURCES = "sources"
    DELEGATIONS = "delegations"
    AGENDA = "agenda"
    OUTCOME = "outcome"
    COMMITMENTS = "commitments"
    EXPECTED = "expected"
    ACCOUNTS = "accounts"
    BEFORE = "before"
    AFTER = "after"
    ROLES = "roles"
    NAMES = "names"
    SAID = "said"
    DID = "did"
    ROUNDS = "rounds"
    CHANGED = "changed"

    @classmethod
    def at(cls, anchor: str | None) -> SectionKey:
        """The key of the section that has this anchor; those without one open a page."""
        if anchor is None:
            return cls.OPENING
        return next((key for key in cls if key.value == anchor), cls.OTHER)


class FactKey(StrEnum):
    """What a row of a fact box tells."""

    DATE = "date"
    DATE_BASIS = "date-basis"
    PLACE = "place"
    STATUS = "status"
    SIDES = "sides"
    OTHERS = "others"
    TOPICS = "topics"
    DISAGREEMENTS = "disagreements"
    SIDE = "side"
    ROLE = "role"
    ORGANISATION = "organisation"
    ORGANISATIONS = "organisations"
    OTHER_NAMES = "other-names"
    MISSPELLINGS = "misspellings"
    BRIEFING = "briefing"
    OWN_PAGE = "own-page"
    EXISTED = "existed"
    BROADER = "broader"
    DISTINCT_FROM = "distinct-from"
    RELATED = "related"
    USED_IN = "used-in"
    SHORT = "short"
    AUTHOR = "author"
    PUBLISHER = "publisher"
    ISSUED = "issued"
    ADDRESS = "address"
    ARCHIVED = "archived"
    LANGUAGE = "language"
    RIGHTS = "rights"
    USED_HERE = "used-here"
    SHARED_PASSAGE = "shared-passage"
    ORIGINAL = "original"
    CHECKSUM = "checksum"
    CITE_AS = "cite-as"
    VERSION = "version"


class Mark(StrEnum):
    """What a page says for ever of a statement or entry that does not stand there any more."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    MOVED = "moved"


class ParagraphKey(StrEnum):
    """What a paragraph is for; most are read, and have no key."""

    SIGNPOST = "signpost"
    """It only leads elsewhere on the site, which paper cannot."""
    WOULD_SETTLE = "would-settle"
    """What would settle the disputed question above it."""
