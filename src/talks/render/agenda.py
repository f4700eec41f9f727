"""The screen of an agenda: what is ahead, how sure it is, and by whose word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from talks.render.crediting import all_credited, credit
from talks.render.dates import date_cell, in_brief, on_day
from talks.render.lines import Cell, Paper, Row, Word, styled
from talks.render.records import Row as Fields
from talks.render.rows import event_row
from talks.render.sentences import headline
from talks.render.wording import load_kind_words, load_wording
from talks.rows import when_row
from talks.views.agenda import Agenda, Item
from talks.views.frames import Frame, offices_of

__all__ = ["AGENDA_BRIEF", "AGENDA_COLUMNS", "SECTIONS", "agenda_items", "draw_agenda", "item_row"]

AGENDA_COLUMNS: Final = (
    "record", "as_of", "section", "id", "date", "end", "precision", "basis", "edtf", "kind", "status", "text",
    "parties", "people", "place", "round", "figures", "sources", "according_to", "last_reported", "conflicts",
    "compare",
)  # fmt: skip
AGENDA_BRIEF: Final = (
    "section", "date", "end", "kind", "status", "text", "according_to", "sources", "last_reported", "id",
)  # fmt: skip
SECTIONS: Final = {
    "dated": "Ahead",
    "undated": "Ahead, but nobody says when; by last report",
    "unscheduled": "No date set, say the reports",
    "overdue": "Should have happened, but no report says that it did or was called off",
    "lapsed": "Proposed for a date that is over",
}
DATE, KIND, STATUS, COUNT, ID = 16, 9, 11, 2, 7  # columns
MOST: Final = 2  # of what was held that are named
ROOMY: Final = 100  # columns from which the kind has one of its own


def draw_agenda(agenda: Agenda, frames: Sequence[Frame], paper: Paper, *, known: str) -> Iterator[Row]:
    """Yield the rows of an agenda; `known` tells by which reports."""
    return _Drawing(frames, paper).rows(agenda, known)


def agenda_items(agenda: Agenda) -> Iterator[tuple[str, Item]]:
    """Yield all that an agenda holds, with the section, in the order of the screen."""
    for section in SECTIONS:
        yield from ((section, item) for item in getattr(agenda, section))


@dataclass(slots=True)
class _Drawing:
    frames: Sequence[Frame]
    paper: Paper
    offices: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.offices = offices_of(self.frames)

    def rows(self, agenda: Agenda, known: str) -> Iterator[Row]:
        yield Row(body=styled(f"Agenda of {on_day(agenda.day)}, {known}", "bold"))
        for section, title in SECTIONS.items():
            items: Sequence[Item] = getattr(agenda, section)
            if items:
                yield Row()
                yield Row(body=styled(title, "bold"))
                yield from map(self._row, items)

    def _row(self, item: Item) -> Row:
        event = item.told.event
        words = load_wording().statuses[event.status]
        line = headline(event, rule=item.told.rule, sides=[frame.sides for frame in self.frames])
        kind = [Cell(styled(load_kind_words(event.kind).label, words.style), KIND)]
        roomy = self.paper.width is None or self.paper.width >= ROOMY
        return Row(
            cells=(
                date_cell(item.when, self.paper, DATE),
                Cell(styled(f"{words.mark} {words.word}", words.style), STATUS),
                *(kind if roomy else []),
            ),
            body=(Word(line), Word(f"  {self._why(item)}", "dim")),
            right=(Word(f"{event.sources:>{COUNT}}"), Word(f"  {event.id[:ID]}", "dim")),
        )

    def _why(self, item: Item) -> str:
        """Tell by whose word, as of when, and what was held that it might be."""
        event = item.told.event
        backed = [credit(backer.claim, backer.article, self.offices) for backer in item.backers]
        earlier = f"; mostly told for {in_brief(event.when)}" if item.moved else ""
        last = f"last reported {in_brief(item.last)}" if item.last.known else "in an undated report"
        near = [f"{other.id[:ID]} of {in_brief(other.when)}" for other in item.compare[:MOST]]
        more = len(item.compare) - len(near)
        more_near = f" and {more} more" if more else ""
        compare = f"; compare what was held: {', '.join(near)}{more_near}" if near else ""
        return f"— according to {all_credited(backed)}; {last}{earlier}{compare}"


def item_row(agenda_day: dt.date, section: str, item: Item, frames: Sequence[Frame]) -> Fields:
    """Turn an item of an agenda into its row."""
    offices = offices_of(frames)
    backed = (credit(backer.claim, backer.article, offices) for backer in item.backers)
    return {
        **event_row(item.told, [frame.sides for frame in frames]),
        **when_row(item.when),
        "record": "agenda",
        "as_of": agenda_day.isoformat(),
        "section": section,
        "according_to": list(dict.fromkeys(backed)),
        "last_reported": item.last.edtf,
        "compare": [event.id for event in item.compare],
    }
