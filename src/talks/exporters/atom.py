"""Atom: a feed of what is new, an entry for each event that reports of a time tell of (RFC 4287).

New is what was published since the day that is asked for, whenever it came: the same records give the same
feed. An entry keeps its id as reports come in; its time is the day of the last report, at midnight UTC, as
no report is dated more finely.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from html import escape
from itertools import chain
from typing import Final, TextIO

from talks.exporters import Format, Wanted
from talks.exporters._addresses import web_address
from talks.exporters._timeline import EPOCH, Line, Timeline, handle_of, last_told
from talks.paging import paged
from talks.render.changes import change_lines
from talks.render.dates import in_full
from talks.render.evidence import name_of
from talks.render.harmless import harmless
from talks.render.wording import load_wording, named_kinds
from talks.store import Store
from talks.store.listings import EventFilters
from talks.views.changes import Change, list_changes, published_since
from talks.views.frames import Frame, load_frames
from talks.views.pages import Report
from talks.views.past import fits
from talks.views.timeline import Asked

__all__ = ["FORMAT", "write"]

PAGE: Final = 200  # entries whose sources are looked up together
AUTHORITY: Final = "tag:talks.invalid,2025:"  # RFC 4151; nobody else can own this name
OPENING: Final = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
"""


def write(store: Store, out: TextIO, wanted: Wanted) -> None:
    """Write one feed, entries in order of their events' dates."""
    changes = list(_changes(store, wanted.asked))
    updated = max((last_told(change.event) for change in changes), default=EPOCH)
    out.write(OPENING)
    out.writelines(
        f"  {line}\n"
        for line in (
            f"<id>{AUTHORITY}changes</id>",
            "<title>Talks: what is new</title>",
            f"<updated>{_moment(updated)}</updated>",
            "<author><name>talks</name></author>",
        )
    )
    timeline, frames = Timeline(store, wanted.asked), load_frames(store)
    for page in paged(iter(changes), PAGE):
        lines = timeline.lines(change.told for change in page)
        for change, line in zip(page, lines, strict=True):
            out.writelines(f"  {part}\n" for part in _entry(change, line, frames))
    out.write("</feed>\n")


def _changes(store: Store, asked: Asked) -> Iterator[Change]:
    """List what reports of the time that is asked for changed; without one, all there is."""
    articles = published_since(store, asked.since or dt.date.min)
    if asked.until:
        articles = sorted(store.published_by(asked.until, articles))
    wanted = EventFilters(status=asked.statuses or None, place=asked.places or None)
    found = list_changes(store, articles, asked, named=named_kinds())
    return (change for change in found if fits(change.event, wanted))


def _entry(change: Change, line: Line, frames: tuple[Frame, ...]) -> Iterator[str]:
    event = line.event
    moment = _moment(last_told(event))
    status = load_wording().statuses[event.status].word
    yield "<entry>"
    yield f"  <id>{AUTHORITY}event/{handle_of(event)}</id>"
    yield f'  <title type="text">{_xml(line.words)}</title>'
    yield f"  <updated>{moment}</updated>"
    for n, url in enumerate(_addresses(line)):
        yield f'  <link rel="{"related" if n else "alternate"}" href="{escape(url)}"/>'
    yield f'  <category term="{_xml(event.kind)}"/>'
    yield f'  <category term="{_xml(event.status.value)}"/>'
    told = chain(
        (f"{status}; {in_full(event.when)}; {event.id}",),
        change_lines(change, frames),
        map(_report, line.reports),
    )
    yield f'  <content type="text">{_xml(chr(10).join(map(harmless, told)), lines=True)}</content>'
    yield "</entry>"


def _addresses(line: Line) -> list[str]:
    found = (web_address(report.article.url) for report in line.reports)
    return list(dict.fromkeys(url for url in found if url))


def _report(report: Report) -> str:
    article = report.article
    published = in_full(article.published) if article.published.known else "undated"
    quote = report.mention.evidence[0].quote.replace("\n", " ")
    return f"{name_of(article)}, {published}: “{quote}”"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _xml(text: str, *, lines: bool = False) -> str:
    return escape(text if lines else harmless(text))


FORMAT: Final = Format(
    write=write, media_type="application/atom+xml", suffix=".atom", takes=frozenset({"asked"})
)
