"""Print the dates that `talks` finds in TimeML texts as TIMEX3, for shared/bench/timex_score.py.

usage: BENCH=… python benchmarks/timex.py SCORER_FOLDER timebank|aquaint > system.json
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from talks.dates import EVERY_KIND, DateContext, DatePhrase, find_dates, load_grammar, resolve
from talks.dates.meaning import (
    Clock,
    Cycle,
    Decade,
    Division,
    Duration,
    Offset,
    Recurring,
    Vague,
)
from talks.dates.tense import guess_tense
from talks.models import Basis, Precision, When

GRAMMAR = load_grammar()
PARAGRAPH = re.compile(r"\n\s*\n")
PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "noon": "T12:00",
    "midnight": "T24:00",
}
UNITS = {
    "hour": "H",
    "minute": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "quarter": "Q",
    "decade": "E",
}
COUNTED = 16  # characters: "the next two weeks" is a duration, "coming weeks" is not
SEASONS = ("WI", "SP", "SU", "FA")


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for gap in PARAGRAPH.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def timexes(text: str, published: When) -> Iterator[tuple[int, int, str, str]]:
    previous: When | None = None
    quarter: When | None = None
    for offset, paragraph in paragraphs(text):
        for phrase in find_dates(paragraph, offset=offset, grammar=GRAMMAR, kinds=EVERY_KIND):
            for part in phrase.parts or (phrase,):
                told = quarter if quarter and compares(part) else previous
                tense = guess_tense(paragraph, part.start - offset, part.end - offset, GRAMMAR)
                when = resolve(part, DateContext(published=published, tense=tense, previous=told))
                if part.kind == "date" and not when.known:
                    continue
                value = timex_value(part, when, previous if is_day(previous) else published)
                yield part.start, part.end, timex_type(part, value), value
                if part.kind == "date" and not compares(part):
                    previous = when
                    quarter = when if value[5:6] == "Q" else quarter


def is_day(when: When | None) -> bool:
    return when is not None and when.precision is Precision.DAY


def compares(phrase: DatePhrase) -> bool:
    """Tell whether a phrase compares with the period told last: "a year earlier", "the quarter"."""
    meaning = phrase.meaning
    if isinstance(meaning, Division):
        return meaning.unit == "quarter" and meaning.number is None
    return isinstance(meaning, Offset) and meaning.unit == "year" and meaning.sign < 0


def timex_type(phrase: DatePhrase, value: str) -> str:
    if phrase.kind in ("duration", "set"):
        return phrase.kind.upper()
    if value[0] == "P" and not value.endswith("REF"):
        return "DURATION"
    return "TIME" if re.search(r"\dT", value) else "DATE"


def timex_value(phrase: DatePhrase, when: When, told: When) -> str:
    meaning = phrase.meaning
    if isinstance(meaning, Duration):
        number = str(meaning.least) if meaning.least == meaning.most else "X"
        return f"P{number}{UNITS.get(meaning.unit, 'D')}"
    if phrase.rule == "dates.within" or (
        phrase.rule == "dates.coming_units" and phrase.end - phrase.start > COUNTED
    ):
        return "PXD"
    if isinstance(meaning, Vague) or (
        when.precision is Precision.APPROX and isinstance(meaning, Offset) and not meaning.rough
    ):
        direction = meaning.direction if isinstance(meaning, Vague) else meaning.sign
        return ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[direction + 1]
    if isinstance(meaning, Recurring):
        return "P1D"
    if isinstance(meaning, Offset) and meaning.through:
        return f"P{meaning.least}{UNITS.get(meaning.unit, 'D')}"
    if isinstance(meaning, Clock):
        return f"{told.date}{PARTS.get(meaning.time, 'T' + meaning.time)}"
    return date_value(phrase, when) + clock_value(phrase, when)


def date_value(phrase: DatePhrase, when: When) -> str:
    meaning, first = phrase.meaning, when.earliest
    if isinstance(meaning, Decade):
        return str(meaning.first // meaning.years)[: 3 if meaning.years == 10 else 2]
    if first is None:
        return "XXXX-XX-XX"
    year, week, _ = first.isocalendar()
    if isinstance(meaning, Cycle) and meaning.unit in ("week", "weekend"):
        return f"{year}-W{week:02d}" + ("-WE" if meaning.unit == "weekend" else "")
    if isinstance(meaning, Division) and meaning.unit == "half":
        return f"{first.year}-H{first.month // 6 + 1}"
    if when.precision is Precision.SEASON:
        return f"{first.year}-{SEASONS[first.month % 12 // 3]}"
    if when.precision is Precision.SPAN and (when.latest - first).days in range(89, 93):
        return f"{first.year}-Q{first.month // 3 + 1}"
    if when.precision is Precision.WEEK:
        return f"{year}-W{week:02d}"
    return str(when.date)


def clock_value(phrase: DatePhrase, when: When) -> str:
    clock = phrase.clock
    if not clock or when.precision is not Precision.DAY:
        return ""
    return PARTS.get(clock, f"T{clock}")


def published_on(dct: str) -> When:
    try:
        return When.day(date.fromisoformat(dct[:10]), Basis.GIVEN)
    except ValueError:
        return When.unknown()


def main() -> None:
    folder, name = sys.argv[1:3]
    sys.path.insert(0, str(Path(folder)))
    timeml: Any = __import__("timeml")
    docs = timeml.load(name)
    begun = time.perf_counter()
    found = {doc.id: list(timexes(doc.text, published_on(doc.dct))) for doc in docs}
    json.dump({"sys": "talks", "seconds": time.perf_counter() - begun, "docs": found}, sys.stdout)


if __name__ == "__main__":
    main()
