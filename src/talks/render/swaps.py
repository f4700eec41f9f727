"""The ledger's screen: a line for each exchange, what adds up, and bars by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from talks.models import Event
from talks.render.crediting import name_voice
from talks.render.dates import TO, heading, in_brief, in_month
from talks.render.exchange_charts import chart_rows
from talks.render.lines import Cell, Paper, Row, Style, Text, Word, plain, styled
from talks.render.quantities import MARKS, number
from talks.render.sentences import short
from talks.render.sparks import NONE, UNKNOWN
from talks.render.timeline import WIDEST
from talks.render.wording import load_kind_words, load_wording
from talks.terms import REAL
from talks.views.accounts import Account, Told
from talks.views.amounts import group_of
from talks.views.exchanges import Line, Total
from talks.views.frames import Frame, offices_of
from talks.views.swaps import Book, first_month
from talks.views.voices import Readings

__all__ = ["Ledger", "groups_of", "rest_of", "words_of"]

DATE, STATUS = 11, 9  # columns
COUNT: Final = 2
ID, LONG_ID = 5, 7
ROOMY: Final = 100  # columns from which ids are longer
STAGE: Final = "stage"
STAGE_INDENT: Final = "  "
LEGEND: Final = {UNKNOWN: "unknown size", NONE: "none told", "≠": "accounts differ", **MARKS}


def groups_of(line: Line) -> tuple[str, ...]:
    """Return what a line counts: people, bodies, both, or what its kind is mostly of."""
    known = dict.fromkeys(group for group, _ in (*line.told, *(line.counts or Total()).amounts))
    missing = dict.fromkeys(group for group, _ in (line.counts or Total()).missing)
    return tuple(known or missing or {line.main: None})


@dataclass(slots=True)
class Ledger:
    """Draws the exchanges between two sides; remembers which marks it used, to explain them at the end."""

    paper: Paper
    readings: Readings = field(default_factory=Readings)
    offices: Sequence[str] = ()
    used: set[str] = field(default_factory=set)
    begun: bool = False
    last: str = ""
    wide: int = 0  # columns of a number

    @classmethod
    def on(cls, paper: Paper, readings: Readings, frames: Sequence[Frame]) -> Ledger:
        """Draw on paper, no wider than can be read."""
        offices = offices_of(frames)
        width = min(paper.width, WIDEST) if paper.width else None
        return cls(replace(paper, width=width), readings, offices)

    def book(self, book: Book) -> Iterator[str]:
        """Yield the lines of all exchanges between two sides."""
        yield from [""] if self.begun else []
        self.begun, self.wide = True, _widest(book)
        names = " – ".join(map(short, book.sides)) or "Sides unknown"
        sides = self._columns([f"to {short(side)}" for side in book.sides] or ["number"])
        yield from self._write(Row(self._blank(), styled(names, "bold"), (*sides, *self._no_id())))
        yield from self._held(book)
        yield from self._totals(book)
        yield from self._apart(
            "Without a date: each may be one of the above, so not in the totals", book, book.undated
        )
        yield from self._apart("Agreed or planned: not in the totals", book, book.ahead)
        yield from self._charts(book)

    def legend(self) -> Iterator[str]:
        """Yield the lines that explain the marks; a pipe needs none."""
        statuses = {words.mark: words.word for words in load_wording().statuses.values()}
        marks = {**statuses, **LEGEND}.items()
        told = "   ".join(f"{mark} {word}".replace(" ", "\xa0") for mark, word in marks if mark in self.used)
        if told and self.paper.width:
            yield ""
            yield from self._write(Row(body=styled(told, "dim")))

    def _held(self, book: Book) -> Iterator[str]:
        for (first, whole_year), lines in groupby(book.held, key=first_month):
            yield ""
            self.last = ""
            yield from self._write(Row(body=styled(heading(first, whole_year=whole_year), "bold")))
            line: Line | None = None
            seen: dict[str, None] = {}
            for line in lines:
                seen |= dict.fromkeys(groups_of(line))
                yield from self._line(line, book)
            for group in sorted(seen, reverse=True):
                so_far = line.so_far if line else Total()
                yield from self._sum(so_far, group, book, f"{group} so far{_lacking(so_far, group)}", "dim")

    def _line(self, line: Line, book: Book) -> Iterator[str]:
        for group in groups_of(line):
            yield from self._write(self._row(line, group, book, in_month(line.event.when)))
            yield from self._disputes(line, group)
            for stage in line.all_stages:
                if group in groups_of(stage):
                    yield from self._write(
                        self._row(stage, group, book, in_month(stage.event.when), stage=True)
                    )
                    yield from self._disputes(stage, group)

    def _row(self, line: Line, group: str, book: Book, date: str, *, stage: bool = False) -> Row:
        event = line.event
        words = load_wording().statuses[event.status]
        style: Style = words.style
        self.used.add(words.mark)
        shown = "" if date == self.last and self.paper.width is not None else date
        self.last = date
        told = {side: told for (of, side), told in line.told.items() if of == group}
        numbers = [self._number(told.get(side), known=bool(told)) for side in book.sides or (None,)]
        indent = STAGE_INDENT if stage else ""
        first, to, last = shown.partition(TO)  # a long date stands on two lines
        ends = (Word(f"{indent}{first}{to}"), Word(f"{indent}{last}" if last else ""))
        cells = (Cell(ends if last else ends[:1], DATE), Cell(styled(words.mark, style), 1))
        status = (Cell(styled(words.word, style), STATUS),) if self._roomy else ()
        differ = any(one.disputed for one in told.values())
        return Row(
            cells=(*cells, *status),
            body=words_of(line, group, told, stage=stage),
            right=(*self._columns(numbers), *self._sources(event, differ=differ)),
        )

    def _number(self, told: Told | None, *, known: bool) -> str:
        text = number(told.amount) if told else (NONE if known else UNKNOWN)
        self.used |= {sign for sign in LEGEND if sign in text}
        return text

    def _columns(self, texts: Sequence[str]) -> Text:
        return tuple(Word(f"{text:>{self.wide}}  ") for text in texts)

    def _sources(self, event: Event, *, differ: bool) -> Text:
        self.used |= {"≠"} if differ else set()
        sign = Word("≠" if differ else " ", "warn")
        dim: Style = "dim" if event.sources == 1 else ""
        return (Word(f"{event.sources:>{COUNT}}", dim), sign, Word(f" {event.id[: self._id()]}", "dim"))

    def _blank(self) -> tuple[Cell, ...]:
        """Return empty columns where all columns must line up."""
        return (Cell((), DATE), Cell((), 1), Cell((), STATUS)) if self.paper.width is None else ()

    @property
    def _roomy(self) -> bool:
        return self.paper.width is None or self.paper.width >= ROOMY

    def _no_id(self) -> Text:
        return plain(" " * (COUNT + 2 + self._id()))

    def _id(self) -> int:
        return LONG_ID if self._roomy else ID

    def _disputes(self, line: Line, group: str) -> Iterator[str]:
        """Yield who gives which figure, where accounts differ."""
        for (of, side), told in line.told.items():
            if of == group and told.disputed and side:
                voices: dict[str, list[str]] = {}
                for account in told.accounts:
                    for text, name in self._voices(account):
                        voices.setdefault(text, []).append(name)
                words = "; ".join(f"{text} ({', '.join(dict.fromkeys(who))})" for text, who in voices.items())
                cells = self._blank() or (Cell((), DATE), Cell((), 1))
                yield from self._write(Row(cells, styled(f"to {short(side)}: {words}", "dim")))

    def _voices(self, account: Account) -> Iterator[tuple[str, str]]:
        """Yield each figure of a report with who gives it; sums of figures are the report's."""
        mention, amount = self.readings.reports[account.mention].mention, account.amount
        ends = dict.fromkeys(end for end in (amount.least, amount.most) if end is not None)
        literal = ends.keys() <= {count.n for count in mention.counts}
        for figure in ends if literal and len(ends) > 1 else [amount.least if literal else None]:
            voice = self.readings.voice(account.mention, figure)
            text = f"{figure:,}" if literal and len(ends) > 1 else number(amount)
            yield text, name_voice(voice.claim, voice.article, self.offices)

    def _totals(self, book: Book) -> Iterator[str]:
        groups = _groups(book.total)
        yield from [""] if groups else []
        for group in sorted(groups, reverse=True):
            name = f"Total: {group}{rest_of(book.total, group, book)}"
            yield from self._sum(book.total, group, book, name, "bold")

    def _sum(self, total: Total, group: str, book: Book, name: str, style: Style) -> Iterator[str]:
        known = [total.amounts.get((group, side)) for side in book.sides or (None,)]
        numbers = [
            number(amount) if amount else UNKNOWN if _lacks(total, group) else NONE for amount in known
        ]
        right = (*(Word(f"{text:>{self.wide}}  ", style) for text in numbers), *self._no_id())
        self.used |= {sign for text in numbers for sign in LEGEND if sign in text}
        yield from self._write(Row(self._blank(), styled(name, style), right))

    def _apart(self, title: str, book: Book, lines: Iterable[Line]) -> Iterator[str]:
        for n, line in enumerate(lines):
            if not n:
                yield from ("", *self._write(Row(body=styled(title, "bold"))))
            for group in groups_of(line):
                self.last = ""
                yield from self._write(self._row(line, group, book, ""))

    def _charts(self, book: Book) -> Iterator[str]:
        for group in sorted({group for group, _ in book.total.amounts}, reverse=True):
            for row in chart_rows(group, book, self.paper):
                self.used |= {sign for word in row.body for sign in LEGEND if sign in word.text}
                yield from self._write(row)

    def _write(self, row: Row) -> Iterator[str]:
        return self.paper.write(row)


def words_of(line: Line, group: str, told: Mapping[str | None, Told], *, stage: bool) -> Text:
    """Return what an exchange was, where, and what no column has room for."""
    event = line.event
    units = {count.of for count in event.counts if group_of(count.of) == group}
    label = load_kind_words(event.kind).label if group == line.main else " and ".join(sorted(units)) or group
    facts = [STAGE if stage else label, event.place]
    if None in told and line.sides:
        facts.append(f"{number(told[None].amount)} in all, which way is not told")
    if line.event.status not in REAL and not stage:
        facts.append(f"for {in_brief(event.when)}" if event.when.known else "no date")
    done = ", ".join(one.event.id[:ID] for one in line.carried_out)
    notes = [f"delivered: {done}"] if done else []
    notes += [f"a stage of {line.whole[:ID]}"] if line.whole and not stage else []
    return (Word(", ".join(fact for fact in facts if fact)), *(Word(f"  ({note})", "dim") for note in notes))


def _groups(total: Total) -> set[str]:
    return {group for group, _ in (*total.amounts, *total.missing)}


def _lacking(total: Total, group: str) -> str:
    number_of = max((n for (of, _), n in total.missing.items() if of == group), default=0)
    return f", + {number_of} unknown" if number_of else ""


def _lacks(total: Total, group: str) -> bool:
    return any(of == group for of, _ in total.missing)


def rest_of(total: Total, group: str, book: Book) -> str:
    """Tell what is missing from a sum."""
    notes = []
    if loose := total.amounts.get((group, None)):
        notes.append(f"+ {number(loose)} whose way is not told" if book.sides else "")
    missing = {side: n for (of, side), n in total.missing.items() if of == group}
    if len(set(missing.values())) == 1 and len(missing) == max(1, len(book.sides)):
        notes.append(f"+ {next(iter(missing.values()))} of unknown size")
    else:
        notes += [f"+ {n} of unknown size to {short(side or '')}" for side, n in missing.items()]
    return "".join(f", {note}" for note in notes if note)


def _widest(book: Book) -> int:
    amounts = [*book.total.amounts.values()]
    lines = [*book.held, *book.undated, *book.ahead]
    amounts += [told.amount for line in lines for told in line.told.values()]
    return max(
        len(text) for text in (*(f"to {short(s)}" for s in book.sides), *map(number, amounts), "number")
    )
