"""Rows of a table or a list of happenings: Round | Date | Place; Exchanges, 1st: 29 February, Tresk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from talks.dates import DateContext, DatePhrase, resolve
from talks.events.happenings import Happening
from talks.events.where.places import place_named
from talks.models import Status, When
from talks.reading import Reading, Sentence
from talks.told import is_ahead

__all__ = ["find_rows"]

CELL = "|"
ITEM = re.compile(r"[\s*•·–—-]*(?P<number>\d{1,2})(?:st|nd|rd|th)?\s*[.:)–—-]\s+(?=\S)")  # "2nd: 3 May 2024"
LONGEST_HEAD = 5  # words over a list
DIGITS = 9  # of a round, at most


def find_rows(reading: Reading) -> Iterator[Happening]:
    """Yield the happenings of tables whose head names a kind and a date."""
    kind: str | None = None
    yield from _listed(reading)
    for sentence in reading.sentences:
        words = reading.tokens.lowers[sentence.first : sentence.last]
        if CELL not in words:
            kind = None
        elif "date" in words or "when" in words:
            kind = _named(reading, words)
        elif kind:
            yield from _row(reading, sentence, kind)


def _listed(reading: Reading) -> Iterator[Happening]:
    """Yield the items of numbered lists that open with a date, under a line that names their kind."""
    kind: str | None = None
    for paragraph in range(len(reading.paragraphs)):
        sentences = reading.outer.get(paragraph, [])
        if not sentences:
            continue
        line = reading.paragraphs[paragraph]
        item = ITEM.match(reading.text, line.start, line.end)
        dates = reading.dates_in(sentences[0].first, sentences[0].last)
        if item and kind and dates and dates[0].start == item.end():
            number = int(item["number"])
            rounds = reading.codebook.kinds[kind].file.rounds
            rows = _row(reading, sentences[0], kind)
            yield from (replace(row, round=number if rounds else None) for row in rows)
        elif not item:
            kind = _headed(reading, sentences[0])


def _headed(reading: Reading, head: Sentence) -> str | None:
    """Return the kind that a short line without a verb names."""
    words = reading.tokens.lowers[head.first : head.last]
    if len(words) > LONGEST_HEAD or head.parse.verbs or words[-1] in ".!?":
        return None
    return _named(reading, words)


def _named(reading: Reading, words: Iterable[str]) -> str | None:
    """Return the kind that the first of some words names that names any."""
    kinds = reading.codebook.kinds.values()
    return next((kind.id for word in words for kind in kinds if word in kind.file.heads), None)


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
        last=sentence.last, status=status, weight=2.5, when=when,
        place=place_named(reading, sentence.first, sentence.last),
        parties=reading.cast.opponents, people=(), counts=(),
        round=int(first) if first.isdecimal() and len(first) <= DIGITS else None,
    )  # fmt: skip
