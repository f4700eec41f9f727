"""Markdown: a timeline to paste into a document, with the sources and their words as footnotes.

Planned, held and called off are said in words; each line has the id that `talks show` follows. Footnotes are
those of GitHub, Pandoc and Obsidian; elsewhere they are readable as they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from talks.exporters import Format, Wanted
from talks.exporters._addresses import web_address
from talks.exporters._timeline import Line, Timeline
from talks.models import Article, Event, Statement
from talks.paging import paged
from talks.render.dates import heading, in_brief
from talks.render.evidence import name_of
from talks.render.markdown import escaped, linked
from talks.render.rows import for_people, statement_row
from talks.render.sentences import counted
from talks.render.wording import load_wording
from talks.store import Store
from talks.views.timeline import Entry, Told, by_first_report, reported

__all__ = ["FORMAT", "write"]

PAGE: Final = 200  # entries whose sources are looked up together


def write(store: Store, out: TextIO, wanted: Wanted) -> None:
    """Write the timeline, month by month, the events without a date, then all footnotes."""
    timeline = Timeline(store, wanted.asked)
    notes: list[str] = []
    out.write("# Timeline\n")
    for month in timeline.months():
        out.write(f"\n## {heading(month.first, whole_year=month.whole_year)}\n\n")
        for page in paged(month.entries, PAGE):
            _list(timeline, page, out, notes)
    undated = by_first_report(timeline.undated())
    if undated:
        out.write("\n## No date known, by first report\n\n")
        _list(timeline, undated, out, notes)
    out.writelines(f"\n{note}\n" for note in notes)


def _list(timeline: Timeline, entries: Iterable[Entry], out: TextIO, notes: list[str]) -> None:
    """Write the lines of entries, and keep their footnotes."""
    entries = list(entries)
    lines = {line.event.id: line for line in timeline.lines(e for e in entries if isinstance(e, Told))}
    said = {entry.article for entry in entries if isinstance(entry, Statement)}
    articles = {article.id: article for article in timeline.store.articles(ids=said)} if said else {}
    for entry in entries:
        if isinstance(entry, Told):
            line = lines[entry.event.id]
            out.write(_event(line))
            notes.append(f"[^{line.event.id}]: `{line.event.id}` " + "; ".join(_sources(line)))
        else:
            out.write(_statement(entry))
            source = _source(articles[entry.article], entry.evidence.quote)
            notes.append(f"[^{entry.id}]: `{entry.id}` {source}")


def _event(line: Line) -> str:
    event = line.event
    told = ", ".join(_standing(event))
    when = in_brief(event.when)
    return f"- **{when}** — {escaped(line.words)} ({told})[^{event.id}]\n"


def _standing(event: Event) -> Iterator[str]:
    """Yield what has become of an event, how many report it, and on what they disagree."""
    yield load_wording().statuses[event.status].word
    if not event.when.known and (first := reported(event)).known:
        yield f"first reported {in_brief(first)}"
    yield counted(event.sources, "source")
    if event.conflicts:
        yield f"reports disagree on {escaped(', '.join(conflict.field for conflict in event.conflicts))}"


def _statement(statement: Statement) -> str:
    row = for_people(statement_row(statement) | {"kind": "statement"})
    return f"- **{in_brief(statement.when)}** — {escaped(row['text'])} ({row['stance']})[^{statement.id}]\n"


def _sources(line: Line) -> Iterator[str]:
    for report in line.reports:
        claim = f" (claim of {escaped(report.claim.speaker or 'unknown')})" if report.claim else ""
        yield _source(report.article, report.mention.evidence[0].quote) + claim


def _source(article: Article, quote: str) -> str:
    """Name an article, with its date and its address, and quote it."""
    published = in_brief(article.published) if article.published.known else "undated"
    title = f", {linked(article.title, web_address(article.url))}" if article.title else ""
    return f"{escaped(name_of(article))}, {published}{title}: “{escaped(quote)}”"


FORMAT: Final = Format(write=write, media_type="text/markdown", suffix=".md", takes=frozenset({"asked"}))
