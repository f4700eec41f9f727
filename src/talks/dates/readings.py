"""From what a rule found to what it means: one short function for each `means` of the data file.

A reading returns the phrases in what was found, as (first token, token after the last, meaning); none where
it is no date after all, such as 31 June.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from talks.dates.found import Found
from talks.dates.meaning import (
    Calendar,
    Clock,
    Cycle,
    Decade,
    Division,
    Duration,
    Holiday,
    Meaning,
    Offset,
    Range,
    Recurring,
    Unit,
    Vague,
    Weekday,
)

__all__ = ["READINGS", "Reading"]

Reading = Callable[[Found], list[tuple[int, int, Meaning]]]
LEAP = 2024  # a year in which every day of the calendar exists
PAIR = 2
CLOCK = 9  # tokens behind a date among which a clock time ends
CENTURY = 100
NOON = 12
DIGITS = re.compile(r"\d\d(?=\d\d\b)|\d+")
VAGUE_DAYS: Mapping[str, int] = {"hour": 1, "day": 6, "week": 28, "month": 120, "quarter": 365, "year": 1500}


def _whole(reading: Callable[[Found], Meaning | None]) -> Reading:
    """Make a reading of one that finds a single phrase."""

    def read(found: Found) -> list[tuple[int, int, Meaning]]:
        meaning = reading(found)
        return [] if meaning is None else [(*found.span, meaning)]

    return read


def _calendar(found: Found) -> Calendar | None:
    day = found.number("day")
    meaning = Calendar(
        year=found.number("year"),
        month=found.number("month"),
        day=day,
        weekday=found.number("weekday"),
        which=found.number("which") if day is None else None,  # of "next Monday, 2 June" 2 June decides
        year_shift=found.number("year_shift"),
        part=_part(found),
    )
    return meaning if _exists(meaning) else None


def _part(found: Found) -> str | None:
    """Read "the last ten days of" as `last-10`, "the second week of" as `week-2`, else the part's word."""
    for slot, name in (("first_days", "first"), ("last_days", "last"), ("week", "week")):
        words = (found.text(slot) or "").split()
        if words:
            return f"{name}-{found.counted(words)[0]}" if words != ["-1"] else "last-7"
    return found.text("part")


def _exists(meaning: Calendar) -> bool:
    if meaning.day is None:
        return True
    try:
        date(meaning.year or LEAP, meaning.month or 1, meaning.day)
    except ValueError:
        return False
    return True


def _on_day(year: int, month: int, day: int) -> Calendar | None:
    meaning = Calendar(year=year, month=month, day=day)
    return meaning if year and day and _exists(meaning) and month else None


def _iso(found: Found) -> Calendar | None:
    year, month, day = map(int, re.split(r"\D", found.words[found.span[0]][:10]))
    return _on_day(year, month, day)


def _numeric(found: Found) -> Calendar | None:
    word = found.words[found.span[0]]
    first, second, year = map(int, re.split(r"\D", word))
    day_first, month_first = _on_day(year, second, first), _on_day(year, first, second)
    if "." in word:
        return day_first
    behind = (later.lower() for later in found.words[found.span[1] : found.span[1] + CLOCK])
    american = not found.lexicon.printed["meridiem"].isdisjoint(behind)  # 3/7/2022, 8:51 PM
    if american:
        return month_first or day_first
    if day_first and month_first and first != second:
        return None  # 3 April or 4 March: nobody knows
    return day_first or month_first


def _days(found: Found) -> list[tuple[int, int, Meaning]]:
    """Read "3 and 7 March" as two dates, but "11 and 12 March" as one stretch."""
    start, end = found.span
    spans = found.spans("day")
    days = [found.counted([word.lower() for word in found.words[slice(*span)]])[0] for span in spans]
    whole = Calendar(year=found.number("year"), month=found.number("month"))
    meanings = [replace(whole, day=day) for day in days]
    if not all(map(_exists, meanings)):
        return []
    if len(days) == PAIR and days[0] + 1 == days[1] and not found.value("link"):
        return [(start, end, Range(meanings[0], meanings[1]))]
    starts = [start, *(first for first, _ in spans[1:])]
    stops = [*(stop for _, stop in spans[:-1]), end]
    return list(zip(starts, stops, meanings, strict=True))


def _day_range(found: Found) -> Range | None:
    whole = Calendar(year=found.number("year"), month=found.number("month"))
    first, last = replace(whole, day=found.number("first")), replace(whole, day=found.number("last"))
    ordered = (first.day or 0) < (last.day or 0)
    return Range(first, last) if ordered and _exists(first) and _exists(last) else None


def _year_range(found: Found) -> Range | None:
    first, last = found.number("first") or 0, found.number("last") or 0
    if last < CENTURY:
        last += first - first % CENTURY
    return Range(Calendar(year=first), Calendar(year=last)) if first < last else None


def _spelled_year(found: Found) -> Calendar:
    century, rest = found.text("century") or "", found.text("rest") or ""
    hundreds = CENTURY if "thousand" not in century else CENTURY * 10
    return Calendar(year=found.counted([century.split()[0]])[0] * hundreds + found.counted(rest.split())[0])


def _weekday(found: Found) -> Weekday:
    return Weekday(
        found.number("weekday") or 0,
        which=found.number("which"),
        week=found.number("week"),
        of_previous=bool(found.value("of_previous")),
    )


def _cycle(found: Found) -> Cycle | None:
    if found.value("name") and _is_named(found):
        return None
    shift = None if found.value("shift") == "tense" else found.number("shift")
    return Cycle(found.unit(), shift, found.text("part"))


def _is_named(found: Found) -> bool:
    """Tell whether a capital makes a name of a word: "Norland Today"."""
    start = found.span[0]
    before, word = found.words[max(0, start - 1) : start], found.words[start]
    return word[0].isupper() and bool(before) and before[0][0].isupper()


def _same(found: Found) -> Cycle:
    return Cycle(found.unit() if found.value("unit") else "day", 0, found.text("part"), of_previous=True)


def _division(found: Found) -> Division | None:
    season = found.spans("number")
    if found.text("unit") == "season" and season[0][0] and found.words[season[0][0]][0].isupper():
        return None  # the Winter Games
    return Division(
        found.unit(),
        found.number("number"),
        year=found.number("year"),
        which=found.number("which"),
        year_shift=found.number("year_shift"),
        part=found.text("part"),
    )


def _year_before(found: Found) -> Meaning:
    if found.value("year"):
        return Division("quarter", None, year=found.number("year"))
    return Offset("year", 1, 1, -1, origin="previous")


def _decade(found: Found) -> Decade:
    return Decade(found.number("first") or 0, found.text("part"))


def _century(found: Found) -> Decade:
    return Decade(((found.number("number") or 1) - 1) * CENTURY + 1, found.text("part"), years=CENTURY)


def _offset(found: Found) -> Offset:
    words = str(found.value("count") or "").split()
    least, most = found.counted(words) if words else found.counted(["few"])
    unit, origin = found.unit() if found.value("unit") else "day", found.text("origin") or "published"
    if str(unit) == "fortnight":
        unit, least, most = "week", 2 * least, 2 * most
    one = "the" in found.words[found.span[0]].lower() and not words
    return Offset(
        unit,
        1 if one else least,
        1 if one else most,
        found.number("sign") or 1,
        origin=origin,  # type: ignore[arg-type]
        rough=bool(found.value("rough")),
        ahead=bool(found.value("ahead")),
        through=bool(found.value("through")),
    )


def _vague(found: Found) -> Vague:
    return Vague(found.number("sign") or 0, found.number("days"), bool(found.value("ahead")))


def _vague_units(found: Found) -> Vague:
    unit: Unit = found.unit()
    words = str(found.value("count") or "").split()
    most = found.counted(words)[1] if words else 0
    length = VAGUE_DAYS.get(unit, 1)
    per_unit = {"hour": 1, "day": 1, "week": 7, "month": 31, "year": 366}.get(unit, 31)
    return Vague(found.number("sign") or 0, most * per_unit or length, bool(found.value("ahead")))


def _holiday(found: Found) -> Holiday:
    return Holiday(
        found.text("name") or "",
        month=found.number("month"),
        day=found.number("day"),
        easter=found.number("easter"),
        orthodox=bool(found.value("orthodox")),
        weekday=found.number("weekday"),
        nth=found.number("nth"),
        year=found.number("year"),
        which=found.number("which") if found.value("which") is not None else found.number("year_shift"),
        days=found.number("days") or 1,
    )


def _clock(found: Found) -> Clock:
    """Read a time as HH:MM, or as the part of the day that is named."""
    written = DIGITS.findall(found.raw("clock") or found.raw("hour"))
    hour = int(written[0]) if written else found.number("hour")
    if hour is None:
        return Clock(found.text("daypart") or "")
    half = found.text("meridiem") or found.raw("clock")[-2:].lower()
    late = half in ("pm", "afternoon", "evening") or (half == "night" and hour > NOON // 2)
    hour = hour % NOON + NOON if late else hour % NOON if half == "am" else hour
    return Clock(f"{hour:02d}:{int(written[1]) if len(written) > 1 else 0:02d}")


def _duration(found: Found) -> Duration:
    words = str(found.value("count") or "").split()
    least, most = found.counted(words) if words else found.counted(["few"])
    return Duration(least, most, found.text("unit") or "day")


def _recurring(found: Found) -> Recurring:
    return Recurring(" ".join(found.words[slice(*found.span)]))


READINGS: Mapping[str, Reading] = {
    "calendar": _whole(_calendar),
    "century": _whole(_century),
    "clock": _whole(_clock),
    "cycle": _whole(_cycle),
    "day_range": _whole(_day_range),
    "days": _days,
    "decade": _whole(_decade),
    "division": _whole(_division),
    "duration": _whole(_duration),
    "holiday": _whole(_holiday),
    "iso": _whole(_iso),
    "numeric": _whole(_numeric),
    "offset": _whole(_offset),
    "overnight": _whole(lambda _found: Range(Cycle("day", -1), Cycle("day", 0))),
    "recurring": _whole(_recurring),
    "same": _whole(_same),
    "spelled_year": _whole(_spelled_year),
    "vague": _whole(_vague),
    "vague_units": _whole(_vague_units),
    "weekday": _whole(_weekday),
    "year_before": _whole(_year_before),
    "year_range": _whole(_year_range),
}
