"""The screen of what is new: events, and what has changed of those that were known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from talks.models import Event, When
from talks.render.conflicts import value_words
from talks.render.crediting import all_credited, credit, name_voice
from talks.render.dates import date_cell, in_brief
from talks.render.figures import directed
from talks.render.lines import Cell, Paper, Row, Word, styled
from talks.render.records import Row as Fields
from talks.render.rows import event_row
from talks.render.sentences import counted, headline, joined, short
from talks.render.wording import load_wording
from talks.views.changes import Change, Figure
from talks.views.claims import Voice
from talks.views.frames import Frame, offices_of

__all__ = ["CHANGE_BRIEF", "CHANGE_COLUMNS", "change_lines", "change_rows", "draw_changes"]

CHANGE_COLUMNS: Final = (
    "record", "id", "change", "before", "after", "said_by", "mentions", "date", "end", "precision", "basis",
    "edtf", "kind", "status", "text", "parties", "place", "sources",
)  # fmt: skip
CHANGE_BRIEF: Final = ("text", "change", "before", "after", "said_by", "sources", "id")
DATE, STATUS, ID = 16, 11, 7  # columns
WHOLE: Final = ("event", "report")  # what is new of it as a whole: it, or that it was reported again
NEW: Final = {"event": "new", "report": "reported again"}
TO: Final = " → "
CONFLICT: Final = "conflict"
UNKNOWN: Final = "unknown"
ALSO: Final = "also "  # before a figure that is given beside others


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing that is new of an event: what it was and is, as values and in words, and who says so."""

    name: str
    before: object
    after: object
    voices: tuple[Voice, ...]
    words: str = ""


def draw_changes(
    changes: Sequence[Change], frames: Sequence[Frame], paper: Paper, *, title: str
) -> Iterator[Row]:
    """Yield the rows of what is new: events, changes, and more reports of what was known."""
    yield Row(body=styled(title, "bold"))
    drawing = _Drawing(frames, paper)
    parts = (
        ("New events", [change for change in changes if change.before is None]),
        ("Changed", [change for change in changes if change.before and not change.only_reports]),
        ("Reported again", [change for change in changes if change.only_reports]),
    )
    for heading, chosen in parts:
        if chosen:
            yield from (Row(), Row(body=styled(heading, "bold")))
            yield from chain.from_iterable(map(drawing.change, chosen))


def change_rows(change: Change, frames: Sequence[Frame]) -> Iterator[Fields]:
    """Turn a change into rows: one for each thing that is new."""
    offices = offices_of(frames)
    event = event_row(change.told, [frame.sides for frame in frames])
    for item in _items(change):
        yield {
            **{name: event.get(name) for name in CHANGE_COLUMNS},
            "record": "change",
            "change": item.name,
            "before": item.before,
            "after": item.after,
            "said_by": _names(item, offices),
            "mentions": [voice.mention.id for voice in item.voices],
        }


def change_lines(change: Change, frames: Sequence[Frame]) -> Iterator[str]:
    """Yield a line for each thing that is new of an event, with who says so."""
    offices = offices_of(frames)
    for item in _items(change):
        what = NEW[item.name] if item.name in WHOLE else f"{item.name.partition(' ')[0]}: {item.words}"
        yield f"{what}, according to {all_credited(_names(item, offices))}"


def _items(change: Change) -> Iterator[_Item]:
    """Yield all that is new of an event; of one that is new itself, only that."""
    event, before = change.event, change.before
    if before is None:
        yield _Item("event", None, event.status.value, change.fresh)
    yield from _changed(change, before) if before else ()
    for point in change.points:
        new = {voice.mention.id for voice in change.fresh}
        told = (voice for value in point.values for voice in value.voices)
        voices = tuple(sorted(told, key=lambda voice: voice.mention.id not in new))
        values = [value.text for value in point.values]
        words = " or ".join(value_words(point, value) for value in values)
        yield _Item(f"{CONFLICT} on {point.field}", None, values, voices, words)
    if before and change.only_reports:
        yield _Item("report", before.sources, event.sources, change.fresh)


def _changed(change: Change, before: Event) -> Iterator[_Item]:
    """Yield what is new of an event that was known."""
    event = change.event
    same = tuple(voice for voice in change.fresh if _status_of(voice, change) == event.status)
    if change.status:
        words = f"{_status(before)}{TO}{_status(event)}"
        yield _Item("status", before.status.value, event.status.value, same or change.fresh, words)
    if change.when:
        words = f"{in_brief(before.when)}{TO}{in_brief(event.when)}"
        yield _Item("date", before.when.edtf, event.when.edtf, same or change.fresh, words)
    if change.place:
        words = f"{before.place or UNKNOWN}{TO}{event.place or UNKNOWN}"
        yield _Item("place", before.place, event.place, same or change.fresh, words)
    if change.round:
        words = f"{before.round or UNKNOWN}{TO}{event.round or UNKNOWN}"
        yield _Item("round", before.round, event.round, same or change.fresh, words)
    if change.parties:
        words = f"{_parties(before)}{TO}{_parties(event)}"
        yield _Item("parties", list(before.parties), list(event.parties), same or change.fresh, words)
    yield from map(_figure, change.figures)


def _figure(new: Figure) -> _Item:
    """Tell of a new figure beside those of the same that were given before, if there are any."""
    before, after = [directed(count) for count in new.before], directed(new.count)
    words = f"{' or '.join(before)}{TO}{ALSO}{after}" if before else f"{UNKNOWN}{TO}{after}"
    return _Item("figure", before or None, after, new.voices, words)


def _status_of(voice: Voice, change: Change) -> str | None:
    return next((step.status for step in change.event.history if step.mention == voice.mention.id), None)


def _parties(event: Event) -> str:
    return joined([short(party) for party in event.parties]) if event.parties else UNKNOWN


def _status(event: Event) -> str:
    return load_wording().statuses[event.status].word


def _names(item: _Item, offices: Sequence[str]) -> list[str]:
    """Name who says what is new; in a disagreement each speaks for himself."""
    name = name_voice if item.name.startswith(CONFLICT) else credit
    return list(dict.fromkeys(name(voice.claim, voice.article, offices) for voice in item.voices))


class _Drawing:
    def __init__(self, frames: Sequence[Frame], paper: Paper) -> None:
        self.sides = [frame.sides for frame in frames]
        self.offices = offices_of(frames)
        self.paper = paper

    def change(self, change: Change) -> Iterator[Row]:
        """Yield an event, and what is new of it."""
        items = list(_items(change))
        whole = [item for item in items if item.name in WHOLE]
        yield self._event(change, whole)
        yield from (self._item(item) for item in items if item.name not in WHOLE)

    def _event(self, change: Change, whole: Sequence[_Item]) -> Row:
        event = change.event
        words = load_wording().statuses[event.status]
        line = headline(event, rule=change.told.rule, sides=self.sides)
        who = [
            Word(f"  — {self._sources(change)}, according to {self._by(item)}", "dim") for item in whole
        ] or [Word(f"  — {self._sources(change)}", "dim")]
        return Row(
            cells=(
                date_cell(event.when, self.paper, DATE),
                Cell(styled(f"{words.mark} {words.word}", words.style), STATUS),
            ),
            body=(Word(line), *who),
            right=styled(event.id[:ID], "dim"),
        )

    def _sources(self, change: Change) -> str:
        """Tell how many independent sources there are, and how many there were."""
        known, now = change.before.sources if change.before else None, change.event.sources
        return f"{known}{TO}{counted(now, 'source')}" if known not in (None, now) else counted(now, "source")

    def _by(self, item: _Item) -> str:
        return all_credited(_names(item, self.offices))

    def _item(self, item: _Item) -> Row:
        name = Cell(styled(item.name.partition(" ")[0], "warn"), STATUS)
        cells = (date_cell(When.unknown(), self.paper, DATE, unknown=""), name)
        who = Word(f"  — according to {self._by(item)}", "dim")
        return Row(cells, (Word(item.words, "bold"), who), styled(item.voices[0].mention.id[:ID], "dim"))
