"""What is followed on a screen: the list of it, what was passed over, and what an update did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from talks.render.lines import Cell, Row, Style, Word, plain, styled
from talks.render.records import Row as Record
from talks.render.sentences import counted
from talks.store.pages import PassedOver
from talks.store.sources import Category, Polled, Result

__all__ = [
    "PASSED_OVER_COLUMNS",
    "SOURCE_COLUMNS",
    "draw_passed_over",
    "draw_sources",
    "passed_over_row",
    "source_row",
]

SOURCE_COLUMNS: Final = (
    "record", "id", "url", "kind", "title", "site", "categories", "added", "checked", "result", "reason",
    "failures", "kept", "passed_over", "waiting", "failed",
)  # fmt: skip
PASSED_OVER_COLUMNS: Final = ("record", "url", "title", "source", "reason", "checked")
ID, CHECKED, RESULT = 8, 18, 11  # columns
NEVER: Final = "not asked yet"
STYLES: Final[dict[Result | None, Style]] = {Result.FAILED: "warn", Result.WAITING: "planned", None: "dim"}
BETWEEN: Final = "/"  # the names of a category


def source_row(polled: Polled) -> Record:
    """Turn a source into a flat row."""
    source = polled.source
    return {
        "record": "source",
        "id": source.id,
        "url": source.url,
        "kind": source.kind.value,
        "title": source.title,
        "site": source.site,
        "categories": [BETWEEN.join(category) for category in source.categories if category],
        "added": polled.added_at.isoformat(),
        "checked": polled.checked_at.isoformat() if polled.checked_at else None,
        "result": polled.result.value if polled.result else None,
        "reason": polled.reason,
        "failures": polled.failures,
        "kept": polled.kept,
        "passed_over": polled.passed_over,
        "waiting": polled.waiting,
        "failed": polled.failed,
    }


def passed_over_row(page: PassedOver) -> Record:
    """Turn a page that was not kept into a flat row."""
    return {
        "record": "passed over",
        "url": page.url,
        "title": page.title,
        "source": page.source,
        "reason": page.reason,
        "checked": page.at.isoformat() if page.at else None,
    }


def draw_sources(found: Iterable[Polled]) -> Iterator[Row]:
    """Yield the rows of a list of sources, by category in the order in which these were first named."""
    listed = list(found)
    categories = dict.fromkeys(category for polled in listed for category in polled.source.categories)
    for n, category in enumerate(sorted(categories, key=bool)):
        yield from [Row()] if n else []
        if category or len(categories) > 1:
            yield Row(body=styled(_heading(category), "bold"))
        for polled in listed:
            if category in polled.source.categories:
                yield from _source(polled)


def draw_passed_over(found: Iterable[PassedOver]) -> Iterator[Row]:
    """Yield the rows of a list of pages that were not kept."""
    for page in found:
        day = f"{page.at:%Y-%m-%d}" if page.at else ""
        yield Row((Cell(styled(day, "dim"), 11),), plain(page.title or page.url))
        if page.title:
            yield Row((Cell((), 11),), styled(page.url, "dim"))
        yield Row((Cell((), 11),), styled(page.reason or "", "dim"))


def _heading(category: Category) -> str:
    return f" {BETWEEN} ".join(category) or "Without a category"


def _source(polled: Polled) -> Iterator[Row]:
    source, result = polled.source, polled.result
    told = Word(result.value if result else NEVER, STYLES.get(result, ""))
    asked = (Cell(plain(_minute(polled.checked_at)), CHECKED), Cell((told,), RESULT))
    cells = asked if result else (Cell((told,), CHECKED + RESULT),)
    counts = f"{counted(polled.kept, 'article')}, {polled.passed_over:,} passed over"
    yield Row(cells, plain(source.name), plain(source.id[:ID]))
    margin = (Cell((), CHECKED + RESULT),)
    yield Row(margin, styled(f"{counts}{_rest(polled)}", "dim"))
    if source.title:
        yield Row(margin, styled(source.url, "dim"))
    if polled.reason:
        yield Row(margin, (Word(polled.reason, "warn" if result is Result.FAILED else "dim"),))


def _rest(polled: Polled) -> str:
    """Say what else became of the pages of a source."""
    waiting = f", {polled.waiting:,} not fetched yet" if polled.waiting else ""
    failed = f", {polled.failed:,} failed" if polled.failed else ""
    times = f"; failed {polled.failures:,} times running" if polled.failures > 1 else ""
    return f"{waiting}{failed}{times}"


def _minute(time: dt.datetime | None) -> str:
    return f"{time:%Y-%m-%d %H:%M}" if time else ""
