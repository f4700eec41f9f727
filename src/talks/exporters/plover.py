"""PLOVER: events in the categories of political event data, for what has a home there, as JSON Lines.

The table beside this module tells which kind and status is which category, mode and context. Left out is what
has none, what no party is known of, and what is not known by its days, as a record has to have them.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final, TextIO

from talks.codebook.countries import load_codes
from talks.exporters import Format, Wanted
from talks.exporters._addresses import web_address
from talks.exporters._timeline import Line, Timeline, handle_of, has_days
from talks.models import Event
from talks.render.evidence import name_of
from talks.render.harmless import harmless
from talks.render.sentences import counted
from talks.store import Store
from talks.terms import REAL, Status

__all__ = ["FORMAT", "category_of", "write"]

AHEAD: Final = frozenset({Status.AGREED, Status.PLANNED})
MOST: Final = 1  # ways in which something went from one to another, if it went in one
LEFT_OUT: Final = "left out: PLOVER has no category for them, or needs their days and parties"


def write(store: Store, out: TextIO, wanted: Wanted) -> None:
    """Write a record a line, in order of date."""
    timeline = Timeline(store, wanted.asked)
    for line in timeline.fitting(_has_home):
        out.write(json.dumps(_record(line), ensure_ascii=False) + "\n")
    if timeline.left_out:
        wanted.say(f"note: {counted(timeline.left_out, 'event')} {LEFT_OUT}")


def _has_home(event: Event) -> bool:
    return bool(category_of(event) and event.parties and has_days(event.when))


def category_of(event: Event) -> dict[str, Any]:
    """Return the category, modes and contexts of an event; nothing if it has no home."""
    part = "done" if event.status in REAL else "ahead" if event.status in AHEAD else ""
    return dict(_table().get(part, {}).get(event.kind, {}))


@cache
def _table() -> dict[str, dict[str, dict[str, Any]]]:
    return tomllib.loads(Path(__file__).with_name("plover.toml").read_text(encoding="utf-8"))


def _record(line: Line) -> dict[str, Any]:
    event, when = line.event, line.event.when
    category = category_of(event)
    actors, recipients = _entities(event)
    record = {
        "id": handle_of(event),
        "date": when.date,
        "enddate": when.end,
        "actor": [_entity(name) for name in actors],
        "recipient": [_entity(name) for name in recipients],
        "event": [category["event"]],
        "mode": category.get("mode"),
        "context": category.get("context"),
        "event_loc": {"place": harmless(event.place)} if event.place else None,
        "event_text": [harmless(report.mention.evidence[0].quote) for report in line.reports],
        "link": event.id,
        "cite_info": _citation(line),
        "coder": "talks",
        "comment": f"{event.kind}, {event.status.value}",
    }
    return {name: value for name, value in record.items() if value}


def _entities(event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who acted, and towards whom: all parties act, unless something went from one to another only."""
    ways = {(count.from_party, count.to_party) for count in event.counts}
    if len(ways) == MOST and not any(count.each for count in event.counts):
        ((giver, taker),) = ways
        if giver and taker:
            return (giver,), (taker,)
    return event.parties, ()


def _entity(name: str) -> dict[str, str]:
    """Name a party, with its code if it is a country."""
    codes = load_codes().get(name)
    return {"code": codes[1], "identifier_text": name} if codes else {"identifier_text": harmless(name)}


def _citation(line: Line) -> dict[str, str]:
    """Return the first report as a source; the texts of others are not passed on."""
    if not line.reports:
        return {}
    article = line.reports[0].article
    source = {
        "citation": harmless(name_of(article)),
        "title": harmless(article.title or ""),
        "url": web_address(article.url) or "",
        "language": article.language,
    }
    return {name: value for name, value in source.items() if value}


FORMAT: Final = Format(
    write=write, media_type="application/jsonl", suffix=".jsonl", takes=frozenset({"asked"})
)
