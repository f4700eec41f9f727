"""An utterance as the finders make it, before it is recorded, and what its words tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from talks.models import When
from talks.names import Actor
from talks.reading import Reading
from talks.syntax import Phrase, Verb

__all__ = [
    "ACTING",
    "Utterance",
    "address",
    "close",
    "follows_on",
    "is_quoted",
    "outermost",
    "speaks_for_side",
    "with_relative",
]

FURTHER = 260  # characters of attribution between two quotations of one utterance
ACTING = frozenset({"person", "office", "body", "party"})  # kinds of actors who speak


@dataclass(slots=True)
class Utterance:
    """Words credited to a speaker, as character spans."""

    speaker: Actor | None
    rule: str
    contents: list[tuple[int, int]]
    paragraph: int
    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    verb: str | None = None
    stance: str = "reports"
    via: str | None = None
    to: Actor | None = None
    transcript: bool = False
    recorded: bool = True
    said: When | None = None  # the day of saying, where the attribution tells it


def outermost(utterances: Sequence[Utterance]) -> Actor | None:
    """Return the speaker of the first words that are no part of what another says."""
    sources = [(utterance, (utterance.source or utterance.contents[0])[0]) for utterance in utterances]
    inner = (
        utterance
        for utterance, start in sources
        if not any(
            a <= start < b for other in utterances if other is not utterance for a, b in other.contents
        )
    )
    return next((utterance.speaker for utterance in inner), None)


def close(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Let words end with the mark that closes a quotation inside them."""
    for quote in reading.quoted(start, end):
        if start <= quote.start and quote.inner_end - 1 <= end < quote.end:
            return start, quote.end
        if start == quote.inner_start and end in (quote.inner_end, quote.inner_end - 1):
            return quote.start, quote.end
    return start, end


def address(reading: Reading, phrase: Phrase, utterance: Utterance) -> None:
    """Note to whom something is said: an outlet passes it on."""
    names = reading.cast.names_in(phrase.start, phrase.end)
    utterance.via = next((name.entry.name for name in names if name.entry and name.kind == "outlet"), None)
    if utterance.via is None:
        utterance.to = reading.cast.resolve(phrase.start, phrase.end)


def follows_on(reading: Reading, last: Utterance, start: int) -> bool:
    """Tell whether a quotation follows right on the attribution of one before it."""
    ends = [end for _, end in (*last.contents, *(s for s in (last.source, last.cue) if s))]
    between = reading.text[max(ends) : start]
    return len(between) < FURTHER and between.count(". ") <= 1 and is_quoted(reading, last)


def is_quoted(reading: Reading, utterance: Utterance) -> bool:
    """Tell an utterance in which quoted words begin."""
    return any(a <= quote.start < b for a, b in utterance.contents for quote in reading.quoted(a, b))


def speaks_for_side(speaker: Actor | None) -> bool:
    """Tell a person who is known to speak for somebody."""
    return speaker is not None and speaker.kind == "person" and speaker.party is not None


def with_relative(reading: Reading, verb: Verb, source: tuple[int, int]) -> tuple[int, int]:
    """Stretch the tokens of a source to the relative pronoun that stands for it: Ekre, who said."""
    lowers = reading.tokens.lowers
    relative = verb.marker in reading.codebook.grammar.words["relative"]
    stands = (at for at in range(source[1], min(source[1] + 2, verb.start)) if lowers[at] == verb.marker)
    return (source[0], next(stands, source[1] - 1) + 1) if relative else source
