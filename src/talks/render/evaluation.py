"""The screen of an evaluation: figures, phenomena, gains and losses, and what is left to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from talks.evaluation import Change, Changed, Figures, Phenomenon, Score, Shown
from talks.render.lines import Cell, Paper, Row, Style, Word, plain, styled

__all__ = ["change_lines", "figure_lines", "phenomenon_lines", "shown_lines"]

NAME, NUMBER = 13, 8  # columns
SORT: Final = 22
QUOTE: Final = 90  # characters of a quote
SIGNS: Final[dict[bool, tuple[str, Style]]] = {True: ("+", "held"), False: ("−", "off")}
SINGLE: Final = ("status", "date", "place", "round", "counts", "parties")
SAID: Final = ("speaker", "party", "topics", "stance")


def figure_lines(now: Figures, before: Figures | None, paper: Paper) -> Iterator[str]:
    """Yield the figures, with those of before beside them."""
    absent = f", {now.absent} of them absent" if now.absent else ""
    yield from paper.write(Row(body=plain(f"{_count(now.articles, 'article')}{absent}")))
    yield ""
    was = dict(_named(before)) if before else {}
    titles = ("", "now", "before", "change") if before else ("", "now")
    yield from paper.write(_columns(*titles))
    for name, value in _named(now):
        cells = [_number(value)]
        if before:
            cells += [_number(was[name]), _difference(value, was[name])]
        yield from paper.write(_columns(name, *cells))


def _named(figures: Figures) -> Iterator[tuple[str, float | None]]:
    yield "published", figures.published
    yield from _scored("event", figures.event)
    yield "event_full", figures.event_full
    yield from ((name, getattr(figures, name)) for name in SINGLE)
    yield from _scored("statement", figures.statement)
    yield from ((name, getattr(figures, name)) for name in SAID)
    yield from _scored("timeline", figures.timeline)
    yield "verbatim", figures.verbatim


def _scored(name: str, score: Score) -> Iterator[tuple[str, float | None]]:
    yield from ((f"{name} P", score.precision), (f"{name} R", score.recall), (f"{name} F", score.f1))


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _difference(now: float | None, before: float | None) -> str:
    if now is None or before is None or now == before:
        return ""
    return f"{now - before:+.3f}"


def _columns(name: str, *numbers: str) -> Row:
    return Row((Cell(plain(name), NAME), *(Cell(plain(number.rjust(NUMBER)), NUMBER) for number in numbers)))


def phenomenon_lines(phenomena: Iterable[Phenomenon], paper: Paper) -> Iterator[str]:
    """Yield a table for each sort of phenomenon."""
    for (record, by), rows in groupby(phenomena, key=lambda row: (row.record, row.by)):
        yield ""
        titles = ("gold", "found", "right", "spurious")
        yield from paper.write(_sorted(f"{record}s by {by}", *titles, style="bold"))
        for row in rows:
            spurious = "" if row.spurious is None else str(row.spurious)
            counts = (str(row.gold), _share(row.found, row.gold), _share(row.right, row.found), spurious)
            yield from paper.write(_sorted(row.value, *counts))


def _sorted(name: str, *numbers: str, style: Style = "") -> Row:
    cells = (Cell(plain(number.rjust(NUMBER)), NUMBER) for number in numbers)
    return Row((Cell(styled(name, style), SORT), *cells))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def change_lines(changed: Sequence[Changed], paper: Paper) -> Iterator[str]:
    """Yield gains and losses, article by article."""
    gains = [change for one in changed for change in one.changes if change.is_gain]
    losses = sum(len(one.changes) for one in changed) - len(gains)
    yield ""
    extra = sum(one.spurious for one in changed)
    told = f"{_count(len(gains), 'gain')}, {_count(losses, 'loss', 'losses')}, {extra:+d} spurious"
    yield from paper.write(Row(body=styled(told, "bold")))
    for one in changed:
        extra_here = f"  {one.spurious:+d} spurious" if one.spurious else ""
        yield from paper.write(Row(body=(Word(one.article, "bold"), Word(extra_here, "dim"))))
        yield from paper.write_all(map(_changed, one.changes))


def _changed(change: Change) -> Row:
    sign, style = SIGNS[change.is_gain]
    told = f"{change.record} {change.what}: {change.before} → {change.after}"
    return Row((Cell(styled(f" {sign}", style), 2),), (Word(told), *_quoted(change.evidence)))


def shown_lines(shown: Iterable[Shown], paper: Paper) -> Iterator[str]:
    """Yield what is left to do, a record a line."""
    yield ""
    for one in shown:
        but = f", but {one.but}" if one.but else ""
        rule = Word(f"  {one.rule}" if one.rule else "", "dim")
        told = f"{one.sort} {one.record}: {one.told}{but}"
        name = Cell(styled(one.article, "bold"), len(one.article))
        yield from paper.write(Row((name,), (Word(told), *_quoted(one.evidence), rule)))


def _count(number: int, one: str, several: str | None = None) -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"


def _quoted(words: str) -> tuple[Word, ...]:
    """Return words on one line, cut off where they are many."""
    flat = " ".join(words.split())
    if not flat:
        return ()
    cut = flat if len(flat) <= QUOTE else flat[: QUOTE - 1].rstrip() + "…"
    return (Word(f"  “{cut}”", "italic"),)
