"""The screen of disagreements: each value with who gives it, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from talks.edtf import read_edtf
from talks.models import Event
from talks.render.crediting import name_voice
from talks.render.dates import in_brief, in_full
from talks.render.evidence import name_of
from talks.render.lines import Cell, Paper, Row, Word, plain, styled
from talks.render.records import Row as Fields
from talks.render.rows import event_row
from talks.render.sentences import counted, headline, short
from talks.render.wording import load_wording
from talks.render.words import cut
from talks.views.claims import Voice
from talks.views.conflicts import Dispute, Point, Value
from talks.views.frames import Frame, offices_of

__all__ = [
    "CONFLICT_BRIEF",
    "CONFLICT_COLUMNS",
    "conflict_rows",
    "draw_disputes",
    "draw_points",
    "value_words",
]

CONFLICT_COLUMNS: Final = (
    "record", "id", "date", "end", "precision", "basis", "edtf", "kind", "status", "text", "field", "value",
    "sources", "said_by", "parties", "outlets", "mentions", "words",
)  # fmt: skip
CONFLICT_BRIEF: Final = ("date", "end", "text", "field", "value", "said_by", "sources", "id")
INDENT, FIELD, ID = 2, 10, 7  # columns
LINES: Final = 2  # that the words of a report may take


def draw_disputes(disputes: Iterable[Dispute], frames: Sequence[Frame], paper: Paper) -> Iterator[Row]:
    """Yield the rows of events on which reports disagree."""
    for n, dispute in enumerate(disputes):
        yield from [Row()] if n else []
        yield _head(dispute, frames)
        yield from draw_points(dispute.points, frames, paper)


def draw_points(points: Iterable[Point], frames: Sequence[Frame], paper: Paper) -> Iterator[Row]:
    """Yield the rows of what is disputed of an event."""
    drawing = _Drawing(paper, offices_of(frames))
    for point in points:
        yield from drawing.point(point)


def conflict_rows(dispute: Dispute, frames: Sequence[Frame]) -> Iterator[Fields]:
    """Turn a dispute into rows: one for each value."""
    offices = offices_of(frames)
    event = event_row(dispute.told, [frame.sides for frame in frames])
    for point in dispute.points:
        for value in point.values:
            voices = value.voices
            yield {
                **{name: event.get(name) for name in CONFLICT_COLUMNS},
                "record": "conflict",
                "field": point.field,
                "value": value.text,
                "sources": value.origins,
                "said_by": list(dict.fromkeys(name_voice(v.claim, v.article, offices) for v in voices)),
                "parties": list(dict.fromkeys(voice.party for voice in voices if voice.party)),
                "outlets": list(dict.fromkeys(name_of(voice.article) for voice in voices)),
                "mentions": [voice.mention.id for voice in voices],
                "words": [voice.words for voice in voices],
            }


def value_words(point: Point, text: str) -> str:
    """Put a value into words; a date is kept as ISO 8601 writes it."""
    return in_brief(read_edtf(text)) if point.field == "date" else text


def _head(dispute: Dispute, frames: Sequence[Frame]) -> Row:
    event: Event = dispute.told.event
    words = load_wording().statuses[event.status]
    line = headline(event, rule=dispute.told.rule, sides=[frame.sides for frame in frames])
    when = in_full(event.when)
    body = (Word(f"{words.mark} ", words.style), Word(line, "bold"), Word(f"  {when}"))
    return Row(body=body, right=styled(event.id[:ID], "dim"))


@dataclass(slots=True)
class _Drawing:
    paper: Paper
    offices: Sequence[str]

    def point(self, point: Point) -> Iterator[Row]:
        """Yield what is disputed: each value with its voices, then what each party says itself."""
        for n, value in enumerate(point.values):
            yield self._value("" if n else point.field, value_words(point, value.text), value)
            for voice in value.voices:
                yield from self._voice(voice)
        told = {party: [value_words(point, text) for text in own] for party, own in point.parties.items()}
        own = [f"{short(party)}: {' and '.join(texts)}" for party, texts in told.items()]
        if len(own) > 1:
            yield Row(
                (_indent(), Cell((), FIELD)), (Word("by party  ", "dim"), Word("   ".join(own), "bold"))
            )

    def _value(self, field: str, text: str, value: Value) -> Row:
        sources = f"  {counted(value.origins, 'independent source')}"
        cells = (_indent(), Cell(styled(field, "warn"), FIELD))
        return Row(cells, (Word(text, "bold"), Word(sources, "dim")))

    def _voice(self, voice: Voice) -> Iterator[Row]:
        """Yield who gives a value and where, and the words."""
        who, outlet = name_voice(voice.claim, voice.article, self.offices), name_of(voice.article)
        published = voice.article.published
        when = in_brief(published) if published.known else "undated"
        where = f"{who}, {when}" if who == outlet else f"{who} in {outlet}, {when}"
        row = Row((_indent(), Cell((), FIELD), Cell((), 1)), right=plain(" " * ID))
        yield replace(row, body=plain(where), right=styled(voice.mention.id[:ID], "dim"))
        room = self.paper.room_beside(row)
        words = voice.words.replace("\n", " ")
        yield replace(row, body=styled(f"“{cut(words, LINES * room) if room else words}”", "italic"))


def _indent() -> Cell:
    return Cell((), INDENT - 1)
