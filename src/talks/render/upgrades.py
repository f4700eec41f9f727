"""The screen of what an upgrade of engine or codebook changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from talks.models import Article, Status
from talks.render.differences import ID, Differences, difference_row, mark_of
from talks.render.evidence import name_of
from talks.render.lines import Cell, Paper, Row, Text, Word, plain, styled
from talks.render.records import Row as Fields
from talks.render.sentences import counted
from talks.render.wording import load_kind_words, load_wording
from talks.store import Rederived
from talks.views.comparison import CHANGES
from talks.views.frames import Frame, offices_of
from talks.views.upgrades import Upgraded, difference_of

__all__ = ["UPGRADE_BRIEF", "UPGRADE_COLUMNS", "draw_upgrade", "draw_upgraded", "upgraded_rows"]

UPGRADE_COLUMNS: Final = ("record", "change", "id", "article", "fields", "before", "after", "text")
UPGRADE_BRIEF: Final = ("record", "change", "before", "after", "text", "id")
RECORD, NUMBER = 12, 12  # columns
RECORDS: Final = ("statement", "mention", "event")
TO: Final = " → "
NOTHING: Final = "none"


def draw_upgrade(upgraded: Upgraded) -> Iterator[Row]:
    """Yield the rows of how many records an upgrade gained, lost and changed."""
    articles = {found.article for found in upgraded.records}
    read = counted(upgraded.upgrade.articles, "article")
    others = f"{len(articles):,} of them with other records" if articles else "with the same records"
    yield Row(body=(Word(f"Derived {read} again", "bold"), Word(f", {others}", "")))
    counts = upgraded.counts
    for record in RECORDS:
        cells = [Cell(plain(f"{counts[record, change]:,} {change}"), NUMBER) for change in CHANGES]
        yield Row((Cell((), 1), Cell(styled(f"{record}s", "dim"), RECORD), *cells))


def draw_upgraded(
    upgraded: Upgraded, articles: Mapping[str, Article], frames: Sequence[Frame], paper: Paper
) -> Iterator[Row]:
    """Yield the rows of what an upgrade changed, article by article, and then of the events."""
    drawing = Differences(paper, offices_of(frames), [frame.sides for frame in frames])
    for key, found in groupby(upgraded.records, key=lambda row: row.article):
        article = articles[key or ""]
        yield Row()
        title = (Word(article.title or name_of(article), "bold"), Word(f"  {article.path}", "dim"))
        yield Row(body=title, right=styled(article.id[:ID], "dim"))
        yield from (drawing.row(difference_of(row)) for row in found)
    if upgraded.events:
        yield from (Row(), Row(body=styled("Events", "bold")))
    yield from (
        Row((mark_of(row.change),), _event(row), styled(row.id[:ID], "dim")) for row in upgraded.events
    )


def _event(row: Rederived) -> Text:
    """Say what an event is, and what of it is told otherwise."""
    before, after = row.before or {}, row.after or {}
    told = after or before
    became = ", ".join(f"{name} {_word(before, name)}{TO}{_word(after, name)}" for name in row.fields)
    words = load_wording().statuses[Status(told["status"])]
    place = f" in {told['place']}" if told["place"] else ""
    return (
        Word(f"{became}  " if became else "", "bold"),
        Word(f"{words.mark} ", words.style),
        Word(f"{load_kind_words(told['kind']).label}{place}"),
        Word(f"  {told['date'] or 'no date'}", "dim"),
    )


def _word(told: Mapping[str, Any], name: str) -> str:
    return load_wording().statuses[Status(told[name])].word if name == "status" else told[name] or NOTHING


def upgraded_rows(upgraded: Upgraded) -> Iterator[Fields]:
    """Turn what an upgrade changed into rows."""
    yield from (difference_row(difference_of(row)) | {"article": row.article} for row in upgraded.records)
    for row in upgraded.events:
        before, after = row.before or {}, row.after or {}
        told = after or before
        values = (
            [_word(found, name) for name in row.fields] if row.fields else None for found in (before, after)
        )
        head = {"record": row.record, "change": row.change, "id": row.id, "article": None}
        became = dict(zip(("before", "after"), values, strict=True))
        yield head | {"fields": list(row.fields)} | became | {"text": load_kind_words(told["kind"]).label}
