"""Words that point to the day on which a text was written."""

from generator.model.claims import Finding, WordKind
from generator.verify.comparing.context import Sentence


def words_do_not_point_to_the_day_of_writing(sentence: Sentence) -> list[Finding]:
    """“Currently” or “this week” says nothing on a page that is read later, unless it is dated."""
    statement, start = sentence.claim, sentence.start
    if any(word.kind is WordKind.DATE and "undated" not in word.marks for word in statement.words):
        return []
    return [
        Finding(
            "undated",
            word.form,
            "",
            (start + word.start, start + word.end),
            help="give the day, or “as of” one",
        )
        for word in statement.words
        if "undated" in word.marks
    ]
