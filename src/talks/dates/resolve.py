"""Tell which date a phrase is, given when the article appeared and what it told before."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from talks.dates.almanac import Stretch
from talks.dates.meaning import Cycle, Division, Weekday
from talks.dates.phrase import DatePhrase
from talks.dates.reckon import Scene, Tense, reckon
from talks.models import Precision, Span, When

__all__ = ["DateContext", "Tense", "resolve"]

LONGEST = 366  # days that may be left open by an uncertain publication date


def _no_reference(_words: str) -> When | None:
    return None


class DateContext(NamedTuple):
    """What a phrase is read against.

    `published` is the article's own date, perhaps unknown; `tense` that of the phrase's clause; `previous`
    the date last told in the narrative; `reference` dates a happening by its words, or gives None.
    """

    published: When = When.unknown()
    tense: Tense | None = None
    previous: When | None = None
    reference: Callable[[str], When | None] = _no_reference


def resolve(phrase: DatePhrase, context: DateContext) -> When:
    """Return the date of a phrase; unknown where it hangs on what is not known.

    Where the article's date is only known to lie between two days, so does what is counted from it.
    """
    published = Stretch.of(context.published)
    days = dict.fromkeys((published.first, published.last)) if published else (None,)
    previous = Stretch.of(context.previous)
    scenes = [Scene(today, _tense(phrase, context), previous, context.reference) for today in days]
    try:
        found = _blend([reckon(phrase.meaning, scene) for scene in scenes])
    except (ValueError, OverflowError):  # outside the calendar's years
        return When.unknown()
    if found is None:
        return When.unknown()
    return When(
        earliest=found.first,
        latest=found.last,
        precision=found.precision,
        basis=found.basis,
        phrase=Span(start=phrase.start, end=phrase.end),
    )


def _tense(phrase: DatePhrase, context: DateContext) -> Tense | None:
    """Take "by Friday" and "before the weekend" to lie ahead where the clause does not tell."""
    ahead = phrase.relation in ("by", "before") and isinstance(phrase.meaning, Weekday | Cycle | Division)
    return context.tense or ("future" if ahead else None)


def _blend(found: list[Stretch | None]) -> Stretch | None:
    """Join what the earliest and the latest day of publication give."""
    known = [stretch for stretch in found if stretch]
    if len(known) < len(found) or not known:
        return None
    if known[0] == known[-1]:
        return known[0]
    first, last = min(s.first for s in known), max(s.last for s in known)
    vague = all(stretch.precision is Precision.APPROX for stretch in known)  # soon, in the coming days
    precision = Precision.APPROX if vague else Precision.SPAN
    return Stretch(first, last, precision, known[0].basis) if (last - first).days <= LONGEST else None
