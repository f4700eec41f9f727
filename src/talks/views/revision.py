"""What became other from one text to the next: records, figures, dates, and the sentences themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from talks.codebook import Codebook
from talks.extraction import extract
from talks.models import Article
from talks.views.comparison import Difference, compare
from talks.views.edits import Edit, find_edits
from talks.views.explanation import Annotation, explain

__all__ = ["Detail", "Revision", "revise"]

Record = Literal["figure", "date"]
Values = list[tuple[tuple[Record, Any], str]]  # each with its words

RECORDS: Final[tuple[Record, ...]] = ("figure", "date")
AFTER: Final = re.compile(r"(?:[ -]\w+){0,2}")  # what is counted stands behind the figure


@dataclass(frozen=True, slots=True)
class Detail:
    """A figure or a date that stands in one text only, or more often; `words` are those of the text."""

    record: Record
    change: Literal["gained", "lost"]
    value: Any  # a number, or a date as EDTF
    words: str


@dataclass(frozen=True, slots=True)
class Revision:
    """Two texts compared, all of it by one engine: records, figures, dates, sentences."""

    before: Article
    after: Article
    records: tuple[Difference, ...]
    details: tuple[Detail, ...]
    edits: tuple[Edit, ...]


def revise(before: Article, after: Article, codebook: Codebook) -> Revision:
    """Compare two articles by what is read from their texts now, whatever was read from them before."""
    return Revision(
        before,
        after,
        tuple(compare(extract(before, codebook), extract(after, codebook))),
        tuple(_details(before, after, codebook)),
        tuple(find_edits(before.text, after.text)),
    )


def _details(before: Article, after: Article, codebook: Codebook) -> Iterator[Detail]:
    """List figures and dates that one text has and the other has not, or less often; figures first."""
    old, new = _values(before, codebook), _values(after, codebook)
    for record in RECORDS:
        yield from (Detail(record, "lost", *told) for told in _surplus(record, old, new))
        yield from (Detail(record, "gained", *told) for told in _surplus(record, new, old))


def _surplus(record: Record, mine: Values, others: Values) -> Iterator[tuple[Any, str]]:
    """Yield the values that one text has more often than the other, with their words."""
    left = Counter(value for value, _ in others)
    for value, words in mine:
        left[value] -= 1
        if value[0] == record and left[value] < 0:
            yield value[1], words


def _values(article: Article, codebook: Codebook) -> Values:
    """List the dates and figures of a text, each with its words; figures that are part of a date are none."""
    found = explain(article, codebook).annotations
    dates = [a for a in found if a.record == "date"]
    taken = {at for date in dates for at in range(date.start, date.end)}
    figures = [a for a in found if a.record == "count" and a.start not in taken]
    return [
        *((("date", date.value or date.text.casefold()), date.text) for date in dates),
        *((("figure", a.value), _counted(a, article.text)) for a in figures),
    ]


def _counted(figure: Annotation, text: str) -> str:
    more = AFTER.match(text, figure.end)
    return text[figure.start : more.end() if more else figure.end]
