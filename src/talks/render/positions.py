"""Stated positions on a screen: who stands where, and what was said one after another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from talks.models import Article, Statement
from talks.render.courses import course_legend, course_row
from talks.render.dates import date_cell, in_brief
from talks.render.evidence import name_of
from talks.render.lines import Cell, Paper, Row, Word, plain, styled
from talks.render.sentences import joined, short
from talks.render.wording import load_wording
from talks.render.words import said, spoken
from talks.views.frames import Frame, offices_of
from talks.views.positions import Line, Stand, Table
from talks.views.sayings import Saying
from talks.views.turns import Turn

__all__ = ["Positions", "cue_of", "titled"]

TOPIC, PARTY, DATE, STANCE = 12, 20, 14, 9  # columns
NARROW: Final = 14  # columns of a party on endless paper
WIDEST: Final = 120  # columns; the eye loses its line further off
TURNED: Final = "⇄"
NOTHING: Final = "·"
ID: Final = 7
LEGEND: Final = f"{TURNED}\xa0the\xa0position\xa0changed   “…”\xa0the\xa0speaker's\xa0own\xa0words"


def titled(topic: str) -> str:
    """Write a topic in words."""
    return topic.replace("_", " ")


def cue_of(statement: Statement, article: Article | None) -> str:
    """Return the outlet's word for the saying, as it stands in the article."""
    return statement.cue.of(article.text) if article and statement.cue else ""


@dataclass(frozen=True, slots=True)
class Positions:
    """Draws positions on paper; remembers which signs it used, to explain them at the end."""

    paper: Paper
    offices: Collection[str] = ()
    used: set[str] = field(default_factory=set)

    @classmethod
    def on(cls, paper: Paper, frames: Iterable[Frame]) -> Positions:
        """Draw on paper, no wider than can be read."""
        width = min(paper.width, WIDEST) if paper.width else None
        return cls(replace(paper, width=width), offices_of(frames))

    def tables(self, tables: Iterable[Table]) -> Iterator[Row]:
        """Yield the rows of where everybody stands: topics beneath each other, parties side by side."""
        for n, table in enumerate(tables):
            yield from [Row()] if n else []
            yield Row(body=(Word(f"{' and '.join(table.sides)}: stated positions", "bold"),))
            yield from self._endless(table) if self.paper.width is None else self._blocks(table)

    def lines(self, lines: Iterable[Line]) -> Iterator[Row]:
        """Yield the rows of what was said by each party on each topic, and of where that turned."""
        for n, line in enumerate(lines):
            yield from [Row()] if n else []
            yield self._heading(line)
            yield from self._course(line)
            for saying in line.sayings:
                yield from self._saying(saying, line)
            for turn in line.turns:
                yield from self._turn(turn)

    def legend(self) -> Iterator[Row]:
        """Yield what explains the marks; a pipe needs none."""
        if self.paper.width is not None:
            signs = (told.replace(" ", "\xa0") for told in course_legend(self.used, blocks=self.paper.draws))
            yield Row()
            yield Row(body=styled("   ".join((LEGEND, *signs)), "dim"))

    # --- side by side -----------------------------------------------------------------------------

    def _blocks(self, table: Table) -> Iterator[Row]:
        """Yield as many parties side by side as there is room for, then the next."""
        shown = [party for party in table.parties if any(key[1] == party for key in table.stands)]
        size = max(1, ((self.paper.width or 0) - TOPIC - 1) // (PARTY + 1))
        for start in range(0, len(shown), size):
            yield Row()
            yield from self._block(table, shown[start : start + size])

    def _block(self, table: Table, parties: list[str]) -> Iterator[Row]:
        names = (Cell(styled(short(party), "bold"), PARTY) for party in parties)
        yield Row((Cell((), TOPIC), *names))
        for topic in table.topics:
            stands = [table.stands.get((topic, party)) for party in parties]
            if any(stands):
                words = titled(topic).split()
                title = Cell(tuple(Word(word) for word in words), TOPIC)
                yield Row((_first(title), *(_stance_cell(stand) for stand in stands)))
                second = Cell(plain(words[1] if _is_broken(title) else ""), TOPIC)
                yield Row((second, *(_date_cell(stand) for stand in stands)))

    def _endless(self, table: Table) -> Iterator[Row]:
        """Yield a line for each topic and party."""
        for topic in table.topics:
            for party in table.parties:
                if stand := table.stands.get((topic, party)):
                    yield self._stand(stand)

    def _stand(self, stand: Stand) -> Row:
        statement = stand.latest.statement
        return Row(
            (
                Cell(plain(titled(stand.topic)), PARTY),
                Cell(plain(short(stand.party)), NARROW),
                Cell(styled(_stance(statement), "accent"), STANCE),
                self._date(statement),
                Cell(plain(_of(stand.statements)), 6),
                Cell(styled(_mark(stand), "warn"), 3),
            ),
            spoken(statement, self.offices, with_party=False),
            styled(statement.id[:ID], "dim"),
        )

    # --- one after another ------------------------------------------------------------------------

    def _heading(self, line: Line) -> Row:
        who = line.party
        if line.speaker and line.speaker != line.party:
            who = f"{line.speaker} ({line.party})" if line.party else line.speaker
        changes = f", {_number(len(line.turns), 'change')}" if line.turns else ""
        number = f"  {_number(len(line.sayings), 'statement')}{changes}"
        return Row(body=(Word(f"{who or 'unknown'} on {titled(line.topic)}", "bold"), Word(number, "dim")))

    def _course(self, line: Line) -> Iterator[Row]:
        if row := course_row(line, self.paper):
            self.used.update(row.body[0].text)
            yield row

    def _saying(self, saying: Saying, line: Line) -> Iterator[Row]:
        statement = saying.statement
        turned = any(turn.after is saying for turn in line.turns)
        cells = (
            self._date(statement),
            Cell(styled(TURNED if turned else "", "warn"), 1),
            Cell(styled(_stance(statement), "accent"), STANCE),
        )
        body = spoken(statement, self.offices, with_party=False)
        aside = "; not for the party" if statement.id in line.others else ""
        where = styled(f"{_where(saying, line.articles)}{aside}", "dim")
        if self.paper.width is None:
            yield Row(cells, (*body, Word("  "), *where), styled(statement.id[:ID], "dim"))
            return
        yield Row(cells, body, styled(statement.id[:ID], "dim"))
        beneath = Cell((), sum(cell.width for cell in cells) + len(cells) - 1)
        yield Row((beneath,), where, plain(" " * ID))

    def _date(self, statement: Statement) -> Cell:
        return date_cell(statement.when, self.paper, DATE, unknown="no date")

    def _turn(self, turn: Turn) -> Iterator[Row]:
        before, after = (load_wording().groups[group] for group in turn.groups)
        when = in_brief(turn.after.statement.when)
        yield Row(body=(Word(f"{TURNED} ", "warn"), Word(f"from {before} to {after}, by {when}", "bold")))
        for saying in (turn.before, turn.after):
            statement = saying.statement
            yield Row(
                (Cell((), 1), self._date(statement), Cell(styled(_stance(statement), "accent"), STANCE)),
                spoken(statement, self.offices, with_party=False),
                styled(statement.id[:ID], "dim"),
            )


def _first(title: Cell) -> Cell:
    """Return as much of a topic as fits on the first line."""
    words = [word.text for word in title.text]
    return Cell(plain(words[0] if _is_broken(title) else " ".join(words)), title.width)


def _is_broken(title: Cell) -> bool:
    return len(title.text) > 1 and len(" ".join(word.text for word in title.text)) > title.width


def _stance_cell(stand: Stand | None) -> Cell:
    if stand is None:
        return Cell(styled(NOTHING, "dim"), PARTY)
    statement = stand.latest.statement
    mark = Word(f" {_mark(stand)}", "warn")
    return Cell((Word(_stance(statement), "accent"), mark, Word(f" {statement.id[:ID]}", "dim")), PARTY)


def _date_cell(stand: Stand | None) -> Cell:
    if stand is None:
        return Cell((), PARTY)
    return Cell(
        (Word(in_brief(stand.latest.statement.when)), Word(f"  {_of(stand.statements)}", "dim")), PARTY
    )


def _mark(stand: Stand) -> str:
    return f"{TURNED}{len(stand.turns) if len(stand.turns) > 1 else ''}" if stand.turns else " "


def _of(number: int) -> str:
    return f"{number} said" if number > 1 else ""


def _stance(statement: Statement) -> str:
    return load_wording().stances[statement.stance]


def _number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _where(saying: Saying, articles: dict[str, Article]) -> str:
    """Tell where something stands, in the outlet's word for the saying, and where else."""
    statement = saying.statement
    article = articles.get(statement.article)
    cue = cue_of(statement, article)
    verb = f" (“{cue}”)" if cue else ""
    how = "quoted" if said(statement).quoted else "reported"
    via = f", from {statement.via}" if statement.via else ""
    also = [
        f"{name_of(articles[copy.article])} {copy.id[:ID]}"
        for copy in saying.copies
        if copy.article in articles and copy.article != statement.article
    ]
    rest = f"; told also in {joined(also)}" if also else ""
    return f"{how} by {name_of(article) if article else 'an unknown outlet'}{verb}{via}{rest}"
