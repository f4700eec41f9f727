"""Read what a person asks for: dates, and choices from a list."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NoReturn

from talks.errors import UsageError
from talks.models import Basis, Precision, When, month_end

__all__ = ["choose", "read_as_of", "read_date", "read_range", "refuse", "suggest"]

ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
BASIC: Final = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)  # only of days: 202506 could be two dates
FORMS: Final = "write it as 2025-06-02, 2025-06 or 2025"
CLOSE: Final = 75  # of 100; what is less alike is no suggestion
FEW: Final = 3
SHORT_LIST: Final = 24  # so many choices are all named


def read_date(option: str, written: str | None) -> When | None:
    """Read a day, a month or a year in ISO 8601; refuse anything else with the accepted forms."""
    if written is None:
        return None
    found = ISO.fullmatch(written) or BASIC.fullmatch(written)
    if found is None:
        raise UsageError(f"{option} {written}", "this is no ISO 8601 date", FORMS)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _when(int(year or 0), month, day)
    except ValueError as error:
        raise UsageError(f"{option} {written}", f"there is no such date ({error})", FORMS) from error


def _when(year: int, month: int | None, day: int | None) -> When:
    first = dt.date(year, month or 1, day or 1)
    if day:
        return When.day(first, Basis.GIVEN)
    precision = Precision.MONTH if month else Precision.YEAR
    last = month_end(year, month or 12)
    return When(earliest=first, latest=last, precision=precision, basis=Basis.GIVEN)


def read_range(
    since: str | None, until: str | None, *, begin: str = "--since", end: str = "--until"
) -> tuple[dt.date | None, dt.date | None]:
    """Read a range: from the first day of the one through the last of the other."""
    begins, ends = read_date(begin, since), read_date(end, until)
    first, last = begins.earliest if begins else None, ends.latest if ends else None
    if first and last and last < first:
        raise UsageError(f"{begin} {since} {end} {until}", "it ends before it begins", "exchange the two")
    return first, last


def read_as_of(written: str | None, *, option: str = "--as-of") -> dt.date | None:
    """Read as of when something is to be known: the end of a day, a month or a year."""
    day = read_date(option, written)
    return day.latest if day else None


def choose(
    what: str, wanted: Sequence[str], choices: Sequence[str], shown: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Check that each word is one of the choices, whatever its case; refuse with suggestions.

    `shown` are the words that screens have for choices: a truce is a ceasefire.
    """
    words = {word: choice for word, choice in (shown or {}).items() if choice in choices}
    by_fold = {word.casefold(): choice for word, choice in (words | {c: c for c in choices}).items()}
    for word in (word for word in wanted if word.casefold() not in by_fold):
        refuse(what, word, choices)
    return tuple(by_fold[word.casefold()] for word in wanted)


def refuse(what: str, word: str, choices: Sequence[str], *, likely: Sequence[str] | None = None) -> NoReturn:
    """Say that a word is none of the choices, and which are near it, unless that is known already."""
    near = suggest(word, choices) if likely is None else likely
    if near:
        remedy = f"did you mean {' or '.join(near)}?"
    elif 0 < len(choices) <= SHORT_LIST:
        remedy = f"choose from {', '.join(choices)}"
    else:
        remedy = ""
    raise UsageError(word, f"there is no such {what}", remedy)


def suggest(word: str, choices: Iterable[str]) -> list[str]:
    """Return the few choices that look most like a word; they suggest and never decide."""
    from rapidfuzz import fuzz, process  # slow to import, and only needed after a slip

    options: dict[str, Any] = {"scorer": fuzz.WRatio, "processor": str.casefold, "score_cutoff": CLOSE}
    found = process.extract(word, list(choices), limit=FEW, **options)
    return [choice for choice, _score, _at in found]
