"""Dates of a list, each of one happening: on 28 February, 3 and 7 March."""

from __future__ import annotations

from talks.dates import DatePhrase
from talks.models import Precision, When
from talks.reading import Reading
from talks.told import is_from

__all__ = ["Row", "find_listed"]

Row = tuple[DatePhrase, When]  # a date and what it means
DAYS = frozenset({Precision.DAY, Precision.SPAN})
LISTED = DAYS | {Precision.MONTH, Precision.YEAR}


def find_listed(reading: Reading, usable: list[Row], nearest: Row) -> list[When]:
    """Return the days of "on 28 February, 3 and 7 March": of one happening each; or the months so listed."""
    words = reading.codebook.grammar.words["listing"]
    runs: list[list[Row]] = [[]]
    for phrase, when in usable:
        before = runs[-1][-1][0] if runs[-1] else None
        between = _between(reading, before, phrase) if before else []
        alike = not runs[-1] or (runs[-1][-1][1].precision in DAYS) == (when.precision in DAYS)
        if (
            when.precision not in LISTED
            or not alike
            or not words.issuperset(between)
            or is_from(reading, phrase)
        ):
            runs.append([])
        if when.precision in LISTED:
            runs[-1].append((phrase, when))
    return next(([when for _, when in run] for run in runs if nearest in run), [])


def _between(reading: Reading, before: DatePhrase, phrase: DatePhrase) -> list[str]:
    """Return the words between two dates, but for what brackets hold and for where it was."""
    tokens, out, depth = reading.tokens, list[str](), 0
    for at in range(tokens.ending_by(before.end), tokens.at(phrase.start)):
        kind = reading.classes[at]
        depth += (kind == "(") - (kind == ")")
        if not depth and kind not in "N)" and not (kind == "i" and reading.classes[at + 1] == "N"):
            out.append(tokens.lowers[at])
    return out
