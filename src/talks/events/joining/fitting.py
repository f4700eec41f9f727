"""How well a dated happening of the dossier fits one that an article tells."""

from __future__ import annotations

from talks.codebook.dossier import Reference
from talks.events.happenings import Happening
from talks.models import Precision
from talks.reading import Reading
from talks.terms import PAST

__all__ = ["LONG", "SURE", "can_be_sure", "score"]

LONG = 10  # days from which a happening is a series, which no day of it tells
SURE = 4.0
# The most that each measure can give; a date is told, or near that of the article.
EXACT, NEAR_BY, ROUND, PEOPLE, PARTIES, PLACE, COUNT = 4.0, 2.0, 3.0, 2.5, 1.0, 2.0, 2.0
RECENT, LONG_AGO = 14, 500  # days before the article
UNFINISHED = 1  # days after it, on which what is told as held goes on
FINE = frozenset({Precision.DAY, Precision.SPAN, Precision.WEEK})


def can_be_sure(happening: Happening) -> bool:
    """Tell whether enough is told of a happening for a reference that fits all of it."""
    told = (
        (happening.round, ROUND),
        (happening.people, PEOPLE),
        (happening.parties, PARTIES),
        (happening.place, PLACE),
        (happening.counts, COUNT),
    )
    return (EXACT if happening.when.known else NEAR_BY) + sum(most for of, most in told if of) >= SURE


def score(reading: Reading, happening: Happening, ref: Reference) -> float:
    """Return how well a reference fits; below zero where it can't be the one."""
    if ref.status not in PAST:
        return -1.0
    told: list[float] = []
    for measure in MEASURES:
        part = measure(reading, happening, ref)
        if part is None:
            return -1.0
        told.append(part)
    if ref.kind != happening.kind and sum(told[1:]) <= 0:
        return -1.0  # the day alone makes no summit of some talks
    return sum(told)


def _date_score(reading: Reading, happening: Happening, ref: Reference) -> float | None:
    when, published = happening.when, reading.article.published.earliest
    if when.known and when.earliest and when.latest:
        if not (when.earliest <= ref.last and ref.since <= when.latest):
            return None
        long, series = (when.latest - when.earliest).days >= LONG, (ref.last - ref.since).days >= LONG
        encounter = reading.codebook.kinds[happening.kind].file.encounter
        if (long and not series and when.precision in FINE) or (series and not long and encounter):
            return None  # three rounds since May are none of the three, and none of them is the three
        exact = when.earliest == ref.since and when.latest == ref.last
        return EXACT - (not exact) if when.precision in FINE else 1.0
    if published is None:
        return 0.0
    age = (published - ref.since).days
    unfinished = (ref.last - published).days > UNFINISHED  # so nobody knows it yet as one
    if age < 0 or age > LONG_AGO or unfinished:
        return None
    return NEAR_BY if age <= RECENT else (1.0 - age / LONG_AGO) * 0.49


def _round_score(_: Reading, happening: Happening, ref: Reference) -> float | None:
    if happening.round is None or ref.round is None:
        return 0.0 if happening.round is None else -1.0
    return ROUND if happening.round == ref.round else None


def _people_score(reading: Reading, happening: Happening, ref: Reference) -> float | None:
    if not happening.people or not ref.people:
        return 0.0
    common = set(happening.people) & set(ref.people)
    file = reading.codebook.kinds[happening.kind].file
    if file.rounds and not common:
        return 0.0  # whom reports name of delegations differs
    alone = common and len(happening.people) == 1
    if file.persons and not alone and set(happening.people) != set(ref.people):
        return None
    return (PEOPLE if len(common) > 1 else 0.5) if common else None


def _party_score(_: Reading, happening: Happening, ref: Reference) -> float | None:
    if not happening.parties or not ref.parties:
        return 0.0
    common = set(happening.parties) & set(ref.parties)
    if len(common) < min(2, len(ref.parties), len(happening.parties)):
        return None
    return PARTIES if set(happening.parties) == set(ref.parties) else 0.5


def _place_score(reading: Reading, happening: Happening, ref: Reference) -> float | None:
    if not happening.place or not ref.place:
        return 0.0
    if happening.place == ref.place:
        return PLACE
    place = reading.world.places.get(ref.place)
    wider = (place.within, place.region, place.country) if place else ()
    return 1.0 if happening.place in wider else -2.0


def _count_score(_: Reading, happening: Happening, ref: Reference) -> float | None:
    mine, theirs = {c.n for c in happening.counts}, {c.n for c in ref.counts}
    if not mine or not theirs:
        return 0.0
    return COUNT if mine & theirs else -1.5


MEASURES = (_date_score, _round_score, _people_score, _party_score, _place_score, _count_score)
