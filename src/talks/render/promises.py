"""Promises on a screen and as rows: what was agreed, what came of it, and by which reports."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from talks.models import Precision, When
from talks.render.dates import date_cell, heading, in_brief, in_full
from talks.render.evidence import name_of
from talks.render.lines import Cell, Paper, Row, Style, Text, Word, plain, styled
from talks.render.quantities import number
from talks.render.records import Row as Record
from talks.render.sentences import Sides, headline, short
from talks.render.timeline import WIDEST
from talks.render.wording import load_wording
from talks.views.amounts import Amount, Way
from talks.views.exchanges import Line
from talks.views.promises import Promise, State, Step

__all__ = ["BRIEF", "COLUMNS", "MARKS", "Promises", "progress", "promise_row"]

COLUMNS: Final = (
    "record", "id", "state", "kind", "status", "as_of", "reported", "due", "text", "parties", "place",
    "round", "promised", "delivered", "left", "deliveries", "perhaps", "steps", "sources",
)  # fmt: skip
BRIEF: Final = ("state", "reported", "due", "text", "promised", "delivered", "left", "id")
MARKS: Final[dict[State, tuple[str, Style]]] = {
    State.KEPT: ("●", "held"),
    State.PARTLY: ("◐", "held"),
    State.OPEN: ("○", "planned"),
    State.OVERDUE: ("!", "warn"),
    State.BROKEN: ("×", "off"),
}
STATE, DUE = 7, 14  # columns
INDENT, DAY, STATUS = 1, 14, 9
ID, LONG_ID, ROOMY = 5, 7, 100


@dataclass(slots=True)
class Promises:
    """Draws promises by the month of their first report."""

    paper: Paper
    sides: Sides

    @classmethod
    def on(cls, paper: Paper, sides: Sides) -> Promises:
        """Draw on paper, no wider than can be read."""
        return cls(replace(paper, width=min(paper.width, WIDEST) if paper.width else None), sides)

    def lines(self, promises: Sequence[Promise], day: dt.date, *, given: bool) -> Iterator[str]:
        """Yield the lines of promises as of a day, which was given or is that of the last report."""
        when = in_full(When(earliest=day, latest=day, precision=Precision.DAY))
        why = "" if given else ", the day of the last dated report"
        yield from self.paper.write(Row(body=(Word(f"As of {when}{why}", "dim"),)))
        for first, group in groupby(promises, key=_month):
            yield ""
            yield from self.paper.write(Row(body=styled(heading(first) if first else "Undated", "bold")))
            for n, promise in enumerate(group):
                yield from [""] if n else []
                yield from self.paper.write_all(self._promise(promise))
        if promises:
            told = Counter(promise.state for promise in promises)
            yield ""
            counted = ", ".join(f"{told[state]} {state.value}" for state in State if told[state])
            yield from self.paper.write(Row(body=styled(counted, "bold")))

    def _promise(self, promise: Promise) -> Iterator[Row]:
        mark, style = MARKS[promise.state]
        due = f"by {in_brief(_day(promise.term.due))}" if promise.term.due else "no date set"
        yield Row(
            cells=(
                Cell(styled(mark, style), 1),
                Cell(styled(promise.state.value, style), STATE),
                Cell(plain(due), DUE),
            ),
            body=styled(headline(promise.plan, rule=promise.rule, sides=self.sides), "bold"),
            right=(*plain(f"{promise.event.sources:>2}"), *self._id(promise.event.id)),
        )
        yield from self._figures(promise)
        for step in promise.steps:
            yield self._step(promise, step)
        if promise.perhaps:
            names = ", ".join(f"{one.event.id[:ID]} ({in_brief(one.event.when)})" for one in promise.perhaps)
            yield Row((Cell((), INDENT),), styled(f"carried out since, and perhaps of it: {names}", "dim"))

    def _figures(self, promise: Promise) -> Iterator[Row]:
        told = [(way, progress(promise, way)) for way in promise.promised]
        texts = {text for _, text in told}
        if len(texts) == 1 and len(told) > 1:
            told = [(("", None), f"to each side: {texts.pop()}")]
        for (_, side), text in told:
            towards = f"to {short(side)}: " if side else ""
            yield Row((Cell((), INDENT),), (Word(f"{towards}{text}"),))

    def _step(self, promise: Promise, step: Step) -> Row:
        words = load_wording().statuses[step.mention.status]
        done = next((line for line in promise.deliveries if line.event.id == step.event.id), None)
        of = f"{_came(done)}: " if done and done.event.id != promise.event.id else ""
        body = (Word(of), Word(name_of(step.article)), Word(f" “{step.mention.evidence[0].quote}”", "dim"))
        cells = (
            Cell((), INDENT),
            date_cell(step.article.published, self.paper, DAY, unknown="undated"),
            Cell(styled(words.word, words.style), STATUS),
        )
        return Row(cells, body, self._id(step.mention.id))

    def _id(self, key: str) -> Text:
        roomy = self.paper.width is None or self.paper.width >= ROOMY
        return styled(f" {key[: LONG_ID if roomy else ID]}", "dim")


def promise_row(promise: Promise, day: dt.date, sides: Sides) -> Record:
    """Turn a promise into its row."""
    event, term = promise.event, promise.term
    return {
        "record": "promise",
        "id": event.id,
        "state": promise.state.value,
        "kind": event.kind,
        "status": event.status.value,
        "as_of": day.isoformat(),
        "reported": term.reported.edtf,
        "due": term.due.isoformat() if term.due else None,
        "text": headline(promise.plan, rule=promise.rule, sides=sides),
        "parties": list(event.parties),
        "place": event.place,
        "round": event.round,
        "promised": [_flow(way, told.amount) for way, told in promise.promised.items()],
        "delivered": [_flow(way, amount) for way, amount in promise.delivered.items()],
        "left": [_flow(way, amount) for way, amount in promise.left.items() if amount],
        "deliveries": [line.event.id for line in promise.deliveries],
        "perhaps": [line.event.id for line in promise.perhaps],
        "steps": [_step_text(step) for step in promise.steps],
        "sources": event.sources,
    }


def _month(promise: Promise) -> dt.date | None:
    return promise.term.agreed.replace(day=1) if promise.term.agreed else None


def _day(day: dt.date) -> When:
    return When(earliest=day, latest=day, precision=Precision.DAY)


def progress(promise: Promise, way: Way) -> str:
    """Tell how much of a figure has come: 78 of 6,000 bodies."""
    of = f"{number(promise.promised[way].amount)} {way[0]}"
    left = promise.left[way]
    if left is None:
        return f"an unknown number of {of}"
    amount = promise.came(way)
    came = number(amount) if amount and promise.deliveries else "none reported"
    rest = f", {number(left)} left" if promise.deliveries and left.top else ""
    return f"{came} of {of}{rest}"


def _came(line: Line) -> str:
    """Tell when something was delivered, and how much of it to whom."""
    told = {way: f"{number(told.amount)} {way[0]}" for way, told in line.told.items()}
    if len(told) > 1 and len(set(told.values())) == 1:
        words = [f"{next(iter(told.values()))} to each side"]
    else:
        words = [f"{text} to {short(side)}" if side else text for (_, side), text in told.items()]
    return ", ".join([in_brief(line.event.when), *words])


def _flow(way: Way, amount: Amount) -> str:
    return f"{number(amount)} {way[0]}{f' to {way[1]}' if way[1] else ''}"


def _step_text(step: Step) -> str:
    words = f"{step.article.published.edtf or 'undated'} {step.mention.status.value} {name_of(step.article)}"
    return f"{words} “{step.mention.evidence[0].quote}” {step.mention.id}"
