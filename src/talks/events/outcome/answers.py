"""What the answer to a question says of what it asks about: Is there a date for a fourth round? — No."""

from __future__ import annotations

from talks.reading import Reading, Sentence

__all__ = ["has_no_date", "tells_no_date"]

OPENING = 8  # tokens of an answer in which it says no, its label with it
NEXT = 2  # paragraphs in which the answer stands


def has_no_date(reading: Reading, sentence: Sentence) -> bool:
    """Tell a question about a date or a plan to which the answer is no."""
    if not reading.text.endswith("?", 0, sentence.end):
        return False
    answer = next(iter(reading.following(sentence)), None)
    if answer is None or answer.paragraph - sentence.paragraph > NEXT:
        return False
    words, lowers = reading.codebook.grammar.words, reading.tokens.lowers
    opening = lowers[answer.first : min(answer.last, answer.first + OPENING)]
    if words["denial"].isdisjoint(opening):
        return False
    both = lowers[sentence.first : sentence.last] + lowers[answer.first : answer.last]
    return not words["dates"].isdisjoint(both)


def tells_no_date(reading: Reading, sentence: Sentence) -> bool:
    """Tell that what was told before has no date: no day has been fixed for it."""
    words, lowers = reading.codebook.grammar.words, reading.tokens.lowers
    phrases = sentence.parse.phrases
    if any(p.prep == "for" and lowers[p.start] not in words["meant"] | words["pointing"] for p in phrases):
        return False  # no date for elections
    return any(
        lowers[phrase.start] in words["none"] and lowers[phrase.end - 1] in words["dates"] | words["day"]
        for phrase in phrases
    )
