"""Find of which year an encounter is that an article tells by its day alone, where a dossier knows it."""

from __future__ import annotations

from dataclasses import replace

from talks.codebook.dossier import Reference
from talks.dates.meaning import Calendar
from talks.events.happenings import Happening
from talks.events.joining.fitting import PARTIES, SURE, score
from talks.models import Basis, Precision, When
from talks.reading import Reading

__all__ = ["of_other_year", "when_of"]


def of_other_year(reading: Reading, happening: Happening) -> Reference | None:
    """Return the only encounter known of a day told without its year, where that of the year read is unknown.

    Place and those who met must be its own: a chronicle need not tell each year anew.
    """
    day, published = happening.when.earliest, reading.article.published.earliest
    sided = happening.people or (happening.parties and not happening.assumed)
    if not (day and published and sided and happening.place) or not _is_yearless(reading, happening.when):
        return None
    like = [
        ref
        for kind in reading.codebook.encounters
        for ref in reading.world.told.get(kind, [])
        if ref.last <= published and (ref.since.month, ref.since.day) == (day.month, day.day)
    ]
    near = (ref for ref in like if _sits_there(reading, happening, ref))
    sure = [
        ref for ref in near if score(reading, replace(happening, when=when_of(ref)), ref) >= SURE + PARTIES
    ]
    return sure[0] if len(sure) == 1 else None


def when_of(reference: Reference) -> When:
    """Return the date of a reference."""
    precision = Precision.DAY if reference.last == reference.since else Precision.SPAN
    return When(earliest=reference.since, latest=reference.last, precision=precision, basis=Basis.REFERENCE)


def _sits_there(reading: Reading, happening: Happening, ref: Reference) -> bool:
    place = reading.world.places.get(ref.place or "")
    return happening.place in (ref.place, *((place.within, place.region, place.country) if place else ()))


def _is_yearless(reading: Reading, when: When) -> bool:
    """Tell a day that is told by its month and number alone."""
    if when.precision is not Precision.DAY or when.phrase is None:
        return False
    told = (phrase for phrase in reading.dates if phrase.start == when.phrase.start)
    return any(isinstance(p.meaning, Calendar) and not (p.meaning.year or p.meaning.year_shift) for p in told)
