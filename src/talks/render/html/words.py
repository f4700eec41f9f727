"""What templates say of events, ledgers, promises and positions: filters beside those of all screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from talks.models import Article, Count, Event, Statement, When
from talks.render.conflicts import value_words
from talks.render.crediting import credited
from talks.render.dates import heading, in_brief
from talks.render.promises import MARKS, progress
from talks.render.quantities import number
from talks.render.sentences import short
from talks.render.swaps import groups_of, words_of
from talks.views.exchanges import Line, Total
from talks.views.pages import EventPage, Report
from talks.views.positions import Line as Course
from talks.views.positions import Table
from talks.views.promises import Promise, State
from talks.views.sayings import Saying
from talks.views.stands import load_stands
from talks.views.swaps import Book
from talks.views.timeline import Month, reported

__all__ = ["FILTERS", "groups_in", "key_of"]

UNKNOWN, NONE = "?", "–"
SAID: Final = "said"  # the mark of what takes no position
NO_DATE: Final = "Without a date: each may be one of the above, so not in the totals"
AHEAD: Final = "Agreed or planned: not in the totals"

Lines = list[tuple[Line, bool]]  # each with whether it is a stage of the one above
Bar = tuple[str, int | None, int, int, str]  # what, the least and the most that came, of how many, in words


# Events


def first_report(event: Event) -> str:
    """Tell when an event without a date was first reported."""
    first = reported(event)
    return f"reported {in_brief(first)}" if first.known else "in an undated report"


def givers(page: EventPage, count: Count) -> str:
    """Name those who give a figure."""
    return ", ".join(dict.fromkeys(credited(r) for r in page.reports if count in r.mention.counts))


def report_of(page: EventPage, mention: str) -> Report:
    """Return the report that a step of an event rests on."""
    return next(report for report in page.reports if report.mention.id == mention)


def same_days(one: When, two: When) -> bool:
    """Tell whether two dates are the same, whyever they are believed."""
    return (one.earliest, one.latest, one.precision) == (two.earliest, two.latest, two.precision)


def month_id(month: Month) -> str:
    """Name the heading of a month, or of a whole year."""
    return f"in-{month.first:%Y}" if month.whole_year else f"in-{month.first:%Y-%m}"


# Ledgers


def groups_in(book: Book) -> list[str]:
    """Return what was exchanged: people, bodies or both."""
    lines = (*book.held, *book.undated, *book.ahead)
    return sorted({group for line in lines for group in groups_of(line)}, reverse=True)


def groups_added(total: Total) -> list[str]:
    """Return what adds up: people, bodies or both."""
    return sorted({group for group, _ in total.amounts}, reverse=True)


def parts_of(book: Book, group: str) -> Iterator[tuple[str, Lines]]:
    """Yield the parts of a ledger, with their titles: first, without one, what is added up."""
    for title, lines in (("", book.held), (NO_DATE, book.undated), (AHEAD, book.ahead)):
        own = [line for line in lines if group in groups_of(line)]
        listed = [
            (one, one is not line)
            for line in own
            for one in (line, *(stage for stage in line.all_stages if group in groups_of(stage)))
        ]
        if listed or not title:
            yield title, listed


def ledger_words(line: Line, group: str, stage: bool) -> str:
    """Say what an exchange was."""
    told = {side: told for (of, side), told in line.told.items() if of == group}
    return "".join(word.text for word in words_of(line, group, told, stage=stage))


def is_disputed(line: Line, group: str) -> bool:
    """Tell whether accounts of a line differ."""
    return any(told.disputed for (of, _), told in line.told.items() if of == group)


def cell(line: Line, group: str, side: str | None) -> str:
    """Write how many went to a side."""
    told = {to: told for (of, to), told in line.told.items() if of == group}
    return number(told[side].amount) if side in told else NONE if told else UNKNOWN


def total_cell(total: Total, group: str, side: str | None) -> str:
    """Write how many went to a side in all."""
    amount = total.amounts.get((group, side))
    lacks = any(of == group for of, _ in total.missing)
    return number(amount) if amount else UNKNOWN if lacks else NONE


# Promises


def all_progress(promise: Promise) -> list[str]:
    """Tell how much of each figure has come; once, where it is the same for each side."""
    told = {way: progress(promise, way) for way in promise.promised}
    if len(told) > 1 and len(set(told.values())) == 1:
        return [f"to each side: {next(iter(told.values()))}"]
    return [f"to {short(side)}: {text}" if side else text for (_, side), text in told.items()]


def bars(promise: Promise) -> Iterator[Bar]:
    """Yield for each figure what came of it; without a number where it is unknown how much did."""
    for (of, side), told in promise.promised.items():
        came = promise.came((of, side)) if promise.deliveries else None
        towards = f"to {short(side)}: " if side else ""
        label = f"{towards}{progress(promise, (of, side))}"
        if promise.deliveries and came is None:
            yield of, None, 0, 0, label
            continue
        least, top = (came.least, came.top) if came else (0, 0)
        yield of, least, top, max(told.amount.top, top), label


MEANINGS: Final = {
    State.OVERDUE: "its time has passed, and nothing is reported",
    State.PARTLY: "part of it is reported as delivered, or is under way",
    State.OPEN: "nothing is reported as delivered yet",
    State.BROKEN: "called off, refused, or put off without a date",
    State.KEPT: "reported as delivered",
}


# Positions


def key_of(course: Course) -> tuple[str, str]:
    """Tell apart what was said by one party on one topic."""
    return course.topic, course.party


def kind_of_stand(statement: Statement) -> str:
    """Name where a statement stands, or that it is only said."""
    group = load_stands().groups.get(statement.stance)
    return group.value if group else SAID


def copied(saying: Saying, articles: Mapping[str, Article]) -> list[Article]:
    """Return the other articles that tell what was said."""
    own = saying.statement.article
    found = dict.fromkeys(copy.article for copy in saying.copies if copy.article != own)
    return [articles[key] for key in found if key in articles]


def has_side(table: Table, topic: str) -> bool:
    """Tell whether either side took a stance on a topic."""
    return any((topic, side) in table.stands for side in table.sides)


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "all_groups": groups_added,
    "bars": bars,
    "book_groups": groups_in,
    "cell": cell,
    "copied": copied,
    "first_report": first_report,
    "givers": givers,
    "has_side": has_side,
    "heading": heading,
    "is_disputed": is_disputed,
    "kind_of_stand": kind_of_stand,
    "ledger_words": ledger_words,
    "line_key": key_of,
    "meaning": MEANINGS.__getitem__,
    "month_id": month_id,
    "parts_of": parts_of,
    "progress": all_progress,
    "promise_mark": lambda promise: MARKS[promise.state][0],
    "report_of": report_of,
    "same_days": same_days,
    "sum": total_cell,
    "value": value_words,
}
