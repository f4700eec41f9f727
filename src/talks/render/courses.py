"""The course of a position: a sign for each month, or more months, by where the party stood in it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Final

from talks.render.lines import Cell, Paper, Row, Word
from talks.render.sparks import none_sign, scale
from talks.render.wording import load_wording
from talks.views.months import Buckets, first_month
from talks.views.positions import Line
from talks.views.stands import Group, load_stands

__all__ = ["course_legend", "course_row"]

FEW: Final = 2  # months that need no drawing
INDENT: Final = 1  # columns, and a gap
LONGEST: Final = 60  # signs
SEVERAL: Final = "*"
BLOCKS: Final = {Group.FOR: "█", Group.CONDITIONAL: "▄", Group.AGAINST: "▁", Group.DEMAND: "!"}
PLAIN: Final = {Group.FOR: "+", Group.CONDITIONAL: "~", Group.AGAINST: "-", Group.DEMAND: "!"}
Taken = tuple[dt.date, Group]  # the month, and where somebody stood in it


def course_row(line: Line, paper: Paper) -> Row | None:
    """Return where a party stood through time, if it spoke in more than one of several months.

    In a month in which nobody spoke for the party, what others of it said counts.
    """
    taken = list(_taken(line))
    if len({month for month, _ in taken}) < FEW:
        return None
    room = min(LONGEST, paper.width - INDENT - 1) if paper.width else LONGEST
    buckets = Buckets.covering([month for month, _ in taken], room)
    if buckets.size <= FEW:
        return None
    groups: defaultdict[int, set[Group]] = defaultdict(set)
    for month, group in taken:
        groups[buckets.index(month)].add(group)
    signs = "".join(_sign(groups[n], blocks=paper.draws) for n in range(buckets.size))
    return Row(
        (Cell((), INDENT),),
        (
            Word(signs, "accent"),
            Word("  "),
            Word(scale(buckets, blocks=paper.draws).replace(" ", "\xa0"), "dim"),
        ),
    )


def course_legend(signs: Collection[str], *, blocks: bool) -> Iterator[str]:
    """Yield what the signs of courses stand for, of those that were drawn."""
    words = load_wording().groups
    told = {sign: words[group] for group, sign in (BLOCKS if blocks else PLAIN).items()}
    for sign, word in {**told, SEVERAL: "several of these", none_sign(blocks=blocks): "nothing said"}.items():
        if sign in signs:
            yield f"{sign} {word}"


def _taken(line: Line) -> Iterator[Taken]:
    """Yield where the party stood in months that are known; by others only where nobody spoke for it."""
    groups = load_stands().groups
    found: defaultdict[dt.date, list[tuple[bool, Group]]] = defaultdict(list)
    for saying in line.sayings:
        statement = saying.statement
        month, whole_year = first_month(statement.when)
        if statement.when.known and not whole_year:
            found[month].append((statement.id in line.others, groups[statement.stance]))
    for month, stood in found.items():
        own = [group for other, group in stood if not other]
        yield from ((month, group) for group in own or [group for _, group in stood])


def _sign(groups: Collection[Group], *, blocks: bool) -> str:
    if len(groups) > 1:
        return SEVERAL
    signs = BLOCKS if blocks else PLAIN
    return next((signs[group] for group in groups), none_sign(blocks=blocks))
