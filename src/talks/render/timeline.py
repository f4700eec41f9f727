"""The timeline's screen: a line for each event and statement of record, by month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from talks.models import Event, Statement
from talks.render.dates import TO, heading, in_brief, in_month
from talks.render.lines import Cell, Paper, Row, Style, Text, Word, plain, styled
from talks.render.sentences import headline, short
from talks.render.wording import load_kind_words, load_wording
from talks.render.words import spoken
from talks.views.frames import Frame, offices_of
from talks.views.timeline import Entry, Month, Told, by_first_report, reported

__all__ = ["Screen"]

DATE, KIND, STATUS, COUNT = 10, 9, 9, 2  # columns
ID, LONG_ID = 5, 7  # columns; five signs of an id are mostly unique among a thousand
ROOMY: Final = 100  # columns from which the status has one of its own
WIDEST: Final = 120  # columns; the eye loses its line on the way to a margin further off
POSITION: Final = "“"
DISAGREE: Final = "≠"


@dataclass(slots=True)
class Screen:
    """Draws a timeline; remembers which marks it used, to explain them at the end."""

    paper: Paper
    frames: Sequence[Frame] = ()
    used: set[str] = field(default_factory=set)
    last: str = ""
    begun: bool = False

    @classmethod
    def on(cls, paper: Paper, frames: Sequence[Frame]) -> Screen:
        """Draw on paper, no wider than can be read."""
        width = min(paper.width, WIDEST) if paper.width else None
        return cls(replace(paper, width=width), frames)

    @property
    def roomy(self) -> bool:
        """Whether there is room for all columns."""
        return self.paper.width is None or self.paper.width >= ROOMY

    def months(self, months: Iterable[Month]) -> Iterator[str]:
        """Yield the lines of all that has a date."""
        for month in months:
            yield from self.heading(heading(month.first, whole_year=month.whole_year))
            for entry in month.entries:
                yield from self.paper.write(self._row(entry))

    def undated(self, events: Iterable[Told]) -> Iterator[str]:
        """Yield the lines of the events without a date, by the first report of each."""
        ordered = by_first_report(events)
        if ordered:
            yield from self.heading("Undated, by first report")
        for told in ordered:
            yield from self.paper.write(self._event(told))

    def statements(self, statements: Iterable[Statement]) -> Iterator[str]:
        """Yield the lines of statements, by month; those without a date last."""
        for first, group in groupby(statements, key=_month):
            yield from self.heading(heading(first) if first else "Undated")
            for statement in group:
                yield from self.paper.write(self._position(statement))

    def legend(self) -> Iterator[str]:
        """Yield the lines that explain the marks; a pipe needs none."""
        statuses = load_wording().statuses.values()
        marks = [(words.mark, words.word) for words in statuses] + [
            (POSITION, "stated position"),
            ("2", "independent outlets, agencies or files"),
            (DISAGREE, "reports disagree"),
        ]
        told = "   ".join(f"{mark} {word}".replace(" ", "\xa0") for mark, word in marks if mark in self.used)
        if told and self.paper.width:
            yield ""
            yield from self.paper.write(Row(body=styled(told, "dim")))

    def heading(self, words: str) -> Iterator[str]:
        """Yield the lines of a heading, after a blank one if there is something above it."""
        yield from [""] if self.begun else []
        self.begun, self.last = True, ""
        yield from self.paper.write(Row(body=styled(words, "bold")))

    def _row(self, entry: Entry) -> Row:
        return self._event(entry) if isinstance(entry, Told) else self._position(entry)

    def _event(self, told: Told) -> Row:
        event = told.event
        words = load_wording().statuses[event.status]
        style: Style = words.style
        self.used |= {words.mark, "2"}
        sides = [frame.sides for frame in self.frames]
        body = plain(headline(event, rule=told.rule, sides=sides, overdue=told.overdue))
        status = Cell(styled(words.word, style), STATUS)
        return Row(
            cells=(
                *self._left(in_month(event.when), words.mark, load_kind_words(event.kind).label, style),
                *([status] if self.roomy else []),
            ),
            body=body if event.when.known else (*body, *_report(event)),
            right=(*self._sources(event), *self._id(event.id)),
        )

    def _position(self, statement: Statement) -> Row:
        self.used.add(POSITION)
        party = Cell(styled(short(statement.party or ""), "dim"), STATUS)
        stance = load_wording().stances[statement.stance]
        row = Row(
            cells=(
                *self._left(in_month(statement.when), POSITION, stance, "accent"),
                *([party] if self.roomy else []),
            ),
            right=(*plain(" " * (COUNT + 2)), *self._id(statement.id)),
        )
        offices = offices_of(self.frames)
        room = self.paper.room_beside(row)
        return replace(row, body=spoken(statement, offices, with_party=not self.roomy, room=room))

    def _left(self, date: str, mark: str, kind: str, style: Style) -> tuple[Cell, ...]:
        """Return the date, once in a row on a terminal, the mark and the kind."""
        shown = "" if date == self.last and self.paper.width is not None else date
        self.last = date
        return Cell(_ends(shown), DATE), Cell(styled(mark, style), 1), Cell(styled(kind, style), KIND)

    def _sources(self, event: Event) -> Text:
        """Return the number of independent sources, and the mark of disagreement."""
        if event.conflicts:
            self.used.add(DISAGREE)
        sign = Word(DISAGREE, "warn") if event.conflicts else Word(" ")
        return (Word(f"{event.sources:>{COUNT}}", "dim" if event.sources == 1 else ""), Word(" "), sign)

    def _id(self, key: str) -> Text:
        return styled(f" {key[: LONG_ID if self.roomy else ID]}", "dim")


def _ends(date: str) -> Text:
    """Take a date apart where its end may stand beneath its beginning."""
    first, to, last = date.partition(TO)
    return (Word(first + to), Word(last)) if to else plain(date)


def _month(statement: Statement) -> dt.date | None:
    return statement.when.earliest.replace(day=1) if statement.when.earliest else None


def _report(event: Event) -> Text:
    first = reported(event)
    when = f"reported {in_brief(first)}" if first.known else "in an undated report"
    return styled(f"  ({when})", "dim")
