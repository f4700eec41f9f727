"""Rows of a table that lists happenings: Round | Date | Place."""

from __future__ import annotations

from collections.abc import Iterator

from talks.dates import DateContext, DatePhrase, resolve
from talks.events.happenings import Happening
from talks.models import Status, When
from talks.reading import Reading, Sentence
from talks.told import is_ahead

__all__ = ["find_rows"]

CELL = "|"
DIGITS = 9  # of a round, at most
HEADS = {
    "round": "talks",
    "rounds": "talks",
    "talks": "talks",
    "exchange": "prisoner_swap",
    "swap": "prisoner_swap",
}


def find_rows(reading: Reading) -> Iterator[Happening]:
    """Yield the happenings of tables whose head names a kind and a date."""
    kind: str | None = None
    for sentence in reading.sentences:
        words = reading.tokens.lowers[sentence.first : sentence.last]
        if CELL not in words:
            kind = None
        elif "date" in words or "when" in words:
            kind = next((HEADS[word] for word in words if word in HEADS), None)
        elif kind:
            yield from _row(reading, sentence, kind)


def _row(reading: Reading, sentence: Sentence, kind: str) -> Iterator[Happening]:
    phrases: list[DatePhrase] = list(reading.dates_in(sentence.first, sentence.last))
    when = (
        resolve(phrases[0], DateContext(published=reading.article.published, tense="past"))
        if phrases
        else When.unknown()
    )
    if not when.known:
        return
    status = Status.PLANNED if is_ahead(reading, when) else Status.HELD
    first = reading.tokens.words[sentence.first]
    yield Happening(
        kind=kind, rule="events.table", sentence=sentence, head=sentence.first, first=sentence.first,
        last=sentence.last, status=status, weight=2.5, when=when, place=_place(reading, sentence),
        parties=reading.world.sides, people=(), counts=(),
        round=int(first) if first.isdecimal() and len(first) <= DIGITS else None,
    )  # fmt: skip


def _place(reading: Reading, sentence: Sentence) -> str | None:
    names = reading.cast.names_in(sentence.first, sentence.last)
    places = [name.entry.place for name in names if name.entry and name.entry.place]
    return (places[0].within or places[0].name) if places else None
