"""The screen of what became other between two texts of a locator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from talks.render.captures import seen_words
from talks.render.differences import ID, Differences, difference_row, draw_edit, mark_of
from talks.render.evidence import label
from talks.render.lines import Paper, Row, Word, styled
from talks.render.records import Row as Fields
from talks.views.captures import Finding
from talks.views.edits import Edit
from talks.views.frames import Frame, offices_of

if TYPE_CHECKING:  # it brings the engine
    from talks.views.revision import Detail, Revision

__all__ = ["REVISION_BRIEF", "REVISION_COLUMNS", "draw_revision", "revision_rows"]

REVISION_COLUMNS: Final = ("record", "change", "id", "article", "fields", "before", "after", "text")
REVISION_BRIEF: Final = ("record", "change", "before", "after", "text", "id")
HEADINGS: Final = {"mention": "What happened", "statement": "What was said"}
DETAILS: Final = {"figure": "Figures", "date": "Dates"}


def draw_revision(
    revision: Revision, pair: tuple[Finding, Finding], frames: Sequence[Frame], paper: Paper
) -> Iterator[Row]:
    """Yield the rows of what became other between two texts of a locator."""
    yield Row(body=styled(pair[0].capture.locator, "bold"))
    for name, finding in zip(("before", "after"), pair, strict=True):
        capture = finding.capture
        seen = f"seen {seen_words(capture.captured_at, capture.last_seen)}"
        words = (Word(capture.title or "no title"), Word(f"  {seen}", "dim"))
        yield Row(label(name).cells, words, styled(finding.article.id[:ID], "dim"))
    drawing = Differences(paper, offices_of(frames), [frame.sides for frame in frames])
    for record, heading in HEADINGS.items():
        yield from drawing.rows((d for d in revision.records if d.record == record), heading)
    for record, heading in DETAILS.items():
        yield from _details([detail for detail in revision.details if detail.record == record], heading)
    if revision.edits:
        yield from (Row(), Row(body=styled("Text", "bold")))
        yield from (draw_edit(edit, paper) for edit in revision.edits)


def _details(details: Sequence[Detail], heading: str) -> Iterator[Row]:
    if details:
        yield from (Row(), Row(body=styled(heading, "bold")))
    for detail in details:
        value = f"  {detail.value}" if detail.record == "date" else ""
        words = (Word(f"“{detail.words}”"), Word(value, "dim"))
        yield Row((mark_of(detail.change),), words)


def revision_rows(revision: Revision) -> Iterator[Fields]:
    """Turn what became other into rows: records, figures and dates, sentences."""
    blank = dict.fromkeys(REVISION_COLUMNS)
    yield from map(difference_row, revision.records)
    yield from (blank | _detail_row(detail, revision) for detail in revision.details)
    yield from (blank | _edit_row(edit) for edit in revision.edits)


def _detail_row(detail: Detail, revision: Revision) -> dict[str, Any]:
    gained = detail.change == "gained"
    article = revision.after if gained else revision.before
    told = {"record": detail.record, "change": detail.change, "article": article.id, "text": detail.words}
    return told | {"after" if gained else "before": detail.value}


def _edit_row(edit: Edit) -> dict[str, Any]:
    before, after = edit.before or None, edit.after or None
    return {
        "record": "sentence",
        "change": edit.change,
        "before": before,
        "after": after,
        "text": after or before,
    }
