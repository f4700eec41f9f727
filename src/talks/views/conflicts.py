"""On what reports disagree: each value with who gives it, and what somebody denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from talks.link.conflicts import are_near
from talks.link.origins import count_origins
from talks.models import Bound, Conflict, Event, Mention, Stance, Statement, Status
from talks.paging import paged
from talks.terms import REAL
from talks.views.claims import Voice, claims_of
from talks.views.past import History
from talks.views.timeline import Asked, Told, rules_of
from talks.views.voices import Readings, read_reports

__all__ = ["Dispute", "Point", "Value", "list_disputes", "points_of"]

PAGE: Final = 200  # events that are looked at together
FIGURES: Final = "figures"
HELD: Final = "held"
DENIED: Final = "denied"
CLAIMED: Final = REAL | {Status.AGREED, Status.PLANNED}  # what can be denied

Figure = tuple[str, int]  # what of, how many


@dataclass(frozen=True, slots=True)
class Value:
    """A value, who gives it, and the number of independent origins behind it."""

    text: str
    voices: tuple[Voice, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Point:
    """What is disputed of an event: a field with its values."""

    field: str
    values: tuple[Value, ...]

    @property
    def parties(self) -> dict[str, list[str]]:
        """What each party says itself, in the order of the values."""
        out: defaultdict[str, list[str]] = defaultdict(list)
        for value in self.values:
            for party in dict.fromkeys(voice.party for voice in value.voices if voice.party):
                out[party].append(value.text)
        return dict(out)


@dataclass(frozen=True, slots=True)
class Dispute:
    """An event with what is disputed of it."""

    told: Told
    points: tuple[Point, ...]


def list_disputes(store: History, asked: Asked, *, named: Collection[str] = ()) -> Iterator[Dispute]:
    """List the events on which reports disagree, by date; those without one last."""
    denying = {statement.article for statement in store.statements(stance=Stance.DENIES.value)}
    found = store.events(
        since=asked.since,
        until=asked.until,
        kind=asked.kinds or None,
        party=asked.parties or None,
        place=asked.places or None,
    )
    for page in paged(found, PAGE):
        denials = _find_denials(store, page, denying)
        events = [event for event in page if event.conflicts or event.id in denials or _near(event)]
        readings = read_reports(store, events)
        rules = rules_of(store, [event for event in events if event.kind in named])
        for event in events:
            points = tuple(_points(event, readings, denials.get(event.id, ())))
            if points:
                yield Dispute(Told(event, rules.get(event.id)), points)


def points_of(event: Event, readings: Readings) -> tuple[Point, ...]:
    """Return what is disputed of one event."""
    denied = [m.id for m in readings.mentions(event) if _is_denied(m, readings.claims)]
    return tuple(_points(event, readings, denied))


def _find_denials(store: History, events: Iterable[Event], denying: Collection[str]) -> dict[str, list[str]]:
    """Return the mentions of events that are read from what somebody denies, by the event.

    `denying` are the articles in which anybody denies anything.
    """
    event_of = {mention: event.id for event in events for mention in event.mentions}
    told = list(store.mentions(ids=event_of, article=denying)) if denying else []
    claims = claims_of(store, told)
    out: defaultdict[str, list[str]] = defaultdict(list)
    for mention in told:
        if _is_denied(mention, claims):
            out[event_of[mention.id]].append(mention.id)
    return dict(out)


def _is_denied(mention: Mention, claims: Mapping[str, Statement]) -> bool:
    """Tell whether a mention, of what is said to be so, was read from what somebody denies."""
    claim = claims.get(mention.id)
    return claim is not None and claim.stance is Stance.DENIES and mention.status in CLAIMED


def _points(event: Event, readings: Readings, denied: Collection[str]) -> Iterator[Point]:
    fields = {conflict.field for conflict in event.conflicts}
    for conflict in event.conflicts:
        values = tuple(value for value in _values_of(conflict, readings) if value.voices)
        if len(values) > 1:  # else what was told against it has been replaced, and is not linked anew yet
            yield Point(conflict.field, values)
    if FIGURES not in fields:
        yield from _own_figures(event, readings)
    if denied and HELD not in fields:
        yield _denial(event, readings, denied)


def _value(text: str, figure: int | None, keys: Collection[str], readings: Readings) -> Value:
    told = [key for key in dict.fromkeys(keys) if key in readings.reports]
    voices = tuple(readings.voice(key, figure) for key in told)
    return Value(text, voices, count_origins([readings.reports[key] for key in told]))


def _values_of(conflict: Conflict, readings: Readings) -> Iterator[Value]:
    for text, keys in conflict.values:
        figure = int(text.split()[0].replace(",", "")) if conflict.field == FIGURES else None
        yield _value(text, figure, keys, readings)


def _near(event: Event) -> list[tuple[Figure, Figure]]:
    """Return the figures of an event that are so near to each other that they may be one."""
    exact = sorted({(count.of, count.n) for count in event.counts if count.bound is Bound.EXACT})
    return [(one, two) for one, two in combinations(exact, 2) if are_near(one, two)]


def _own_figures(event: Event, readings: Readings) -> Iterator[Point]:
    """Yield near figures that different voices give, whatever articles they stand in."""
    near = [pair for pair in _near(event) if _one_way(event, *pair)]
    figures = sorted({figure for pair in near for figure in pair})
    values = {figure: _figure(event, figure, readings) for figure in figures}
    odd = {figure for a, b in near if _at_odds(values[a], values[b]) for figure in (a, b)}
    if odd:
        yield Point(FIGURES, tuple(values[figure] for figure in figures if figure in odd))


def _one_way(event: Event, one: Figure, two: Figure) -> bool:
    """Tell whether two figures can be of what goes one way: what each side gives is no disagreement."""
    first, second = (_ways(event, figure) for figure in (one, two))
    return None in first | second or not first.isdisjoint(second)


def _ways(event: Event, figure: Figure) -> set[tuple[str | None, str | None] | None]:
    """Return from whom to whom a figure is said to go; None where that is not said."""
    same = (count for count in event.counts if (count.of, count.n) == figure)
    return {(c.from_party, c.to_party) if c.from_party or c.to_party else None for c in same}


def _at_odds(one: Value, two: Value) -> bool:
    """Tell whether two parties give two figures, or a party one, and its report another."""
    first, second = ({voice.party for voice in value.voices} - {None} for value in (one, two))
    if first and second:
        return first.isdisjoint(second)
    words = {voice.mention.id: voice.words for voice in one.voices}
    both = (voice for voice in two.voices if voice.mention.id in words)
    return bool(first or second) and any(words[voice.mention.id] != voice.words for voice in both)


def _figure(event: Event, figure: Figure, readings: Readings) -> Value:
    of, n = figure
    return _value(f"{n:,} {of}", n, _tellers(event, figure, readings), readings)


def _tellers(event: Event, figure: Figure, readings: Readings) -> list[str]:
    """Return the mentions that give a figure of what the event has come to."""
    return [
        mention.id
        for mention in readings.mentions(event)
        if (mention.status in REAL) == (event.status in REAL)
        and any((count.of, count.n) == figure and count.bound is Bound.EXACT for count in mention.counts)
    ]


def _denial(event: Event, readings: Readings, denied: Collection[str]) -> Point:
    """Return who denies an event, in the words of the denial, against those who report it."""
    others = [m.id for m in readings.mentions(event) if m.id not in denied and m.status is event.status]
    told = [_value(event.status.value, None, others, readings)] if others else []
    value = _value(DENIED, None, denied, readings)
    voices = tuple(
        replace(voice, words=voice.claim.evidence.quote) if voice.claim else voice for voice in value.voices
    )
    return Point(HELD, (*told, replace(value, voices=voices)))
