"""The days of a chronicle: entries that open with a date, or with a time of day on a live page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from talks.dates import DateContext, DatePhrase, Entry, resolve
from talks.models import Basis, Precision, When
from talks.reading import Reading

__all__ = ["entry_day", "entry_of", "today_in"]

LEAST = 3  # entries that make a chronicle
BULLET = re.compile(r"[\s*•·–—-]*")
HEAD_END = re.compile(r"[\s.]*$|\s*(?:\([^()\n]{1,40}\))?\s*(?::|[–—]|-\s)")
CLOCK = re.compile(
    r"[\s*•·–—-]*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?![\d:.,]*\d)\s*(?P<half>[ap]\.?m\b)?", re.I
)
PRECISE = frozenset({Precision.DAY, Precision.SPAN, Precision.MONTH})
NOON = 12


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of an entry: a date, a time of day in minutes, or both."""

    paragraph: int
    phrase: DatePhrase | None
    clock: int | None
    alone: bool  # on a line of its own


def entry_of(reading: Reading, paragraph: int) -> Entry | None:
    """Return the entry of a chronicle that a paragraph is told in."""
    if reading.entries is None:
        reading.entries = _find_entries(reading)
    return reading.entries.get(paragraph)


def entry_day(reading: Reading, paragraph: int) -> When | None:
    """Return the day of the entry that a paragraph is told in, if it tells one."""
    entry = entry_of(reading, paragraph)
    return entry.when if entry and entry.when.precision is Precision.DAY else None


def today_in(reading: Reading, paragraph: int) -> When:
    """Return the day from which a paragraph counts: that of its entry, else the article's."""
    return entry_day(reading, paragraph) or reading.article.published


def _find_entries(reading: Reading) -> dict[int, Entry]:
    heads = list(_find_heads(reading))
    dated = [head for head in heads if head.clock is None]
    timed = [head for head in heads if head.clock is not None]
    rows = list(_by_date(reading, dated)) if len(dated) >= LEAST else []
    rows += _by_clock(reading, timed) if len(timed) >= LEAST else []
    rows.sort(key=lambda row: row[0].paragraph)
    ends = [*(head.paragraph for head, _ in rows[1:]), len(reading.paragraphs)]
    out: dict[int, Entry] = {}
    for (head, entry), end in zip(rows, ends, strict=False):
        last = end if head.alone else head.paragraph + 1
        out.update(dict.fromkeys(range(head.paragraph, last), entry))
    return out


def _find_heads(reading: Reading) -> Iterator[_Head]:
    """Yield what may be heads of entries, in order."""
    for number, line in enumerate(reading.paragraphs):
        clock = CLOCK.match(reading.text, line.start, line.end)
        phrases = reading.dates_in(reading.tokens.at(line.start), reading.tokens.ending_by(line.end))
        if clock:
            end, near = clock.end(), (p for p in phrases if p.start - clock.end() in range(-5, 3))
            phrase = next((p for p in near if p.kind == "date" and p.end > end), None)
            end = max(end, phrase.end) if phrase else end
            alone = not reading.text[end : line.end].strip(" )|.–—-")
            yield _Head(number, phrase, _minutes(clock), alone)
            continue
        opening = BULLET.match(reading.text, line.start, line.end)
        start = opening.end() if opening else line.start
        phrase = next((p for p in phrases if p.start <= start < p.end and p.kind == "date"), None)
        if phrase and HEAD_END.match(reading.text, phrase.end, line.end):
            yield _Head(number, phrase, None, not reading.text[phrase.end : line.end].strip(" .:–—-"))


def _minutes(clock: re.Match[str]) -> int:
    hour = int(clock["hour"])
    if clock["half"] and hour <= NOON:
        hour = hour % NOON + NOON * (clock["half"][0] in "pP")
    return hour * 60 + int(clock["minute"])


def _by_date(reading: Reading, heads: list[_Head]) -> Iterator[tuple[_Head, Entry]]:
    previous: When | None = None
    for head in heads:
        if head.phrase is None:
            continue
        context = DateContext(reading.article.published, "past", previous, reading.dated)
        when = resolve(head.phrase, context)
        if when.known and when.precision in PRECISE:
            yield head, Entry(when, head.phrase.start, dated=True)
            previous = when


def _by_clock(reading: Reading, heads: list[_Head]) -> list[tuple[_Head, Entry]]:
    """Return the entries of a live page: past midnight it is the next day, whichever way they run."""
    clocks = [head.clock or 0 for head in heads]
    falls = sum(b < a for a, b in pairwise(clocks))
    ordered = heads[::-1] if 2 * falls > len(clocks) - 1 else heads
    day, before = reading.article.published.earliest, 0
    out: list[tuple[_Head, Entry]] = []
    for head in ordered:
        if head.phrase:
            told = resolve(head.phrase, DateContext(reading.article.published, None, None, reading.dated))
            day = told.earliest or day
        elif day and (head.clock or 0) < before:
            day += dt.timedelta(days=1)
        before = head.clock or 0
        start = head.phrase.start if head.phrase else -1
        out.append(
            (head, Entry(When.day(day, Basis.INFERRED) if day else When.unknown(), start, dated=False))
        )
    return out
