"""Evidence as tests of what rests on it need it."""

from generator.model.evidence import Evidence, Voice
from generator.model.text import SourceId


def some_evidence(
    source: str,
    exact: str,
    anchor: str,
    *,
    paragraph: int = 1,
    ranges: tuple[tuple[int, int], ...] = ((0, 9),),
    voice: Voice = Voice.ARTICLE,
) -> Evidence:
    """Words of a source that are a sentence of their own."""
    within = ((0, len(exact)),)
    return Evidence(SourceId(source), paragraph, ranges, exact, anchor, voice, exact, within)
