"""The mention that a group of happenings makes: what their sentences tell together, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from talks.codebook.dossier import Place
from talks.events.agreements import tells_agreement
from talks.events.counting.counts import combine_counts
from talks.events.happenings import Happening
from talks.events.joining.likeness import TO_COME
from talks.events.outcome.roles import ENDED, REFUSED
from talks.models import Count, Evidence, Mention, Precision, Span, Status, When, record_id
from talks.reading import Reading
from talks.terms import REAL

__all__ = ["mentions_of", "weightiest"]

WIDE = frozenset({Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR})
PAIR = 2
NEAR = 0.85  # weight by which what a sentence says may be less than the weightiest
LAST = (Status.HELD, Status.ONGOING, Status.PAUSED, Status.CANCELLED, Status.REJECTED, Status.AGREED,
        Status.PLANNED, Status.UNSCHEDULED, Status.PROPOSED)  # fmt: skip


def mentions_of(reading: Reading, groups: Iterable[list[Happening]]) -> list[Mention]:
    """Return groups of happenings as records, in the order of the text."""
    return list(_told_apart(_once(_record(reading, group) for group in groups)))


def _once(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Leave out what a sentence tells a second time, with nothing told apart: consultations, meetings."""
    seen = set[object]()
    for mention in mentions:
        told = (
            mention.kind,
            mention.status,
            mention.when.edtf,
            mention.place,
            mention.parties,
            mention.people,
        )
        key = (*told, mention.round, mention.counts, mention.evidence[0].span.start)
        if key not in seen:
            yield mention
        seen.add(key)


def _told_apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Give mentions that begin on one day at one word, as a whole does with its first stage, each an id."""
    taken: set[str] = set()
    for mention in mentions:
        number, free = 1, mention.id
        while free in taken:
            number += 1
            free = record_id("m", mention.id, number)
        taken.add(free)
        yield mention if free == mention.id else mention.model_copy(update={"id": free})


def weightiest(group: Sequence[Happening]) -> Happening:
    """Return the happening that tells most, of two alike the first."""
    return min(group, key=_by_weight)


def _by_weight(happening: Happening) -> tuple[float, int]:
    return -happening.weight, happening.head


def _record(reading: Reading, group: list[Happening]) -> Mention:
    article = reading.article
    ranked = sorted(group, key=_by_weight)
    best = ranked[0]
    lasts = reading.codebook.kinds[best.kind].file.terms
    status = _status(_as_announced(reading, ranked) if lasts else ranked, lasts=lasts)
    dated = [h for h in ranked if h.when.known and _is_dated(h, status)]
    telling = {h.sentence.start: h for h in reversed(ranked)}
    said = [h for h in ranked if h.status is status]
    first = said[0] if said and status in REAL and best.status not in REAL else best  # held: words say so
    ordered = [telling.pop(first.sentence.start), *(telling[start] for start in sorted(telling))]
    return Mention(
        id=record_id(
            "m",
            article.id,
            best.kind,
            reading.tokens.starts[best.head],
            best.round or 0,
            best.when.date or "",
        ),
        article=article.id,
        kind=best.kind,
        status=status,
        when=_finest([h.when for h in dated]),
        place=_finest_place([h.place for h in ranked if h.place], reading.world.places),
        parties=_without_absent(ranked, _parties(ranked)),
        people=tuple(dict.fromkeys(name for h in ranked if _tells_same(h, best) for name in h.people)),
        round=next((h.round for h in ranked if h.round), None),
        counts=_counts(ranked),
        reference=next((h.reference for h in ranked if h.reference), None),
        evidence=tuple(_evidence(reading, happening) for happening in ordered),
    )


def _finest(told: list[When]) -> When:
    """Return the date that the weightiest words tell, or a day in it: next month, elsewhere 27 April."""
    first = told[0] if told else When.unknown()
    days = [when for when in told if when.precision is Precision.DAY and when.lies_in(first)]
    return days[0] if days and first.precision in WIDE else first


def _finest_place(told: list[str], places: dict[str, Place]) -> str | None:
    """Return the place that the weightiest words tell, or a town of it: Helvaria, elsewhere Castrel."""
    first = told[0] if told else None
    entry = places.get(first) if first else None
    if entry is None or entry.kind != "country":
        return first
    others = (places.get(name) for name in told)
    return next((place.name for place in others if place and place.country == first != place.name), first)


def _is_dated(happening: Happening, status: Status) -> bool:
    """Tell whether the date of a sentence is that of the happening: one that is not scheduled has none."""
    if status is Status.UNSCHEDULED:
        return False
    return status not in REAL or happening.status not in TO_COME


def _parties(ranked: list[Happening]) -> tuple[str, ...]:
    """Return those whom the weightiest words tell, or all; whom nobody names only where no two are named."""
    if len(ranked[0].parties) >= PAIR:
        return ranked[0].parties
    named = tuple(dict.fromkeys(p for h in ranked if not h.assumed for p in h.parties))
    return named if len(named) >= PAIR else tuple(dict.fromkeys(p for h in ranked for p in h.parties))


def _without_absent(told: list[Happening], parties: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out whom any sentence tells to have stayed away, and whom none names."""
    absent = frozenset().union(*(h.absent for h in told))
    return tuple(party for party in parties if party not in absent)


def _tells_same(happening: Happening, best: Happening) -> bool:
    """Tell a sentence that names who took part from one that names who might have."""
    return (happening.status in REAL) == (best.status in REAL)


def _evidence(reading: Reading, happening: Happening) -> Evidence:
    sentence = happening.sentence
    return Evidence.at(reading.article, Span(start=sentence.start, end=sentence.end), happening.rule)


def _status(ranked: list[Happening], *, lasts: bool) -> Status:
    """Return what the weightiest sentences say, the latest state where they differ.

    What `lasts`, as a truce does, has begun and is under way.
    """
    told = _without_more([h for h in ranked if h.sure] or ranked)
    # that it has ended, or that a proposal is refused, says more than a weightier word of the plan
    open_yet = {h.status for h in told} <= {Status.PROPOSED, Status.REJECTED}
    final = REFUSED if open_yet else ENDED
    heavy = [h for h in told if h.weight >= told[0].weight - NEAR or h.status in final]
    states = {h.status for h in heavy}
    if lasts and states == {Status.AGREED}:  # and it has begun, as another sentence tells
        states |= {h.status for h in told if h.status in REAL}
    if states >= REAL and (lasts or told[0].status is Status.ONGOING):
        return Status.ONGOING
    last = min(states, key=LAST.index)
    return Status.UNSCHEDULED if last is Status.PLANNED and _is_put_off(ranked) else last


def _as_announced(reading: Reading, ranked: list[Happening]) -> list[Happening]:
    """Return what is told of a truce that one side announces: planned, where no words tell that both agree.

    That it was ordered says less than the day on which it is to begin.
    """
    told = [h for h in ranked if not h.decreed] or ranked
    one_sided = len(told) < len(ranked) or any(h.status is Status.PLANNED for h in told)
    agreed = any(h.status is Status.AGREED and tells_agreement(reading, h.sentence) for h in told)
    if agreed or not one_sided:
        return told
    return [replace(h, status=Status.PLANNED) if h.status is Status.AGREED else h for h in told]


def _is_put_off(ranked: list[Happening]) -> bool:
    """Tell a plan that was put off, with no new day told since: the meeting was then postponed."""
    delayed = max((h.head for h in ranked if h.put_off), default=-1)
    return all(h.head < delayed for h in ranked if h.status is Status.PLANNED)


def _without_more(told: list[Happening]) -> list[Happening]:
    """Leave out what a sentence that tells of an agreement adds as possible: perhaps 200 more."""
    agreed = {h.sentence.start for h in told if h.status is Status.AGREED}
    return [h for h in told if h.status is not Status.PROPOSED or h.sentence.start not in agreed]


def _counts(ranked: list[Happening]) -> tuple[Count, ...]:
    return combine_counts(count for h in reversed(ranked) for count in h.counts)
