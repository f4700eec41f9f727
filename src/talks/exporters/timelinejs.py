"""TimelineJS: the events as slides of Knight Lab's TimelineJS3, by kind, with their sources and quotes.

A slide begins and ends no more precisely than is known; how well that is, and what has come of the event,
stands in its display date. Events without a date have no slide. Words of articles are escaped: TimelineJS
shows texts as HTML.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from html import escape
from typing import Any, Final, TextIO

from talks.exporters import Format, Wanted
from talks.exporters._addresses import web_address
from talks.exporters._timeline import Line, Timeline, handle_of
from talks.models import Event, Precision, When
from talks.render.dates import in_full
from talks.render.evidence import name_of
from talks.render.harmless import harmless
from talks.render.sentences import counted
from talks.render.wording import load_kind_words, load_wording
from talks.store import Store
from talks.views.pages import Report

__all__ = ["FORMAT", "write"]

PARTS: Final = ("year", "month", "day")
MONTH: Final = 2  # parts
SPANNING: Final = frozenset({Precision.SPAN, Precision.WEEK, Precision.SEASON, Precision.APPROX})


def write(store: Store, out: TextIO, wanted: Wanted) -> None:
    """Write one object, a slide a line, in order of date."""
    timeline = Timeline(store, wanted.asked)
    out.write('{"events": [')
    for n, line in enumerate(timeline.fitting(lambda event: event.when.known)):
        out.write(",\n" if n else "\n")
        out.write(json.dumps(_slide(line), ensure_ascii=False))
    out.write('\n], "scale": "human"}\n')
    if timeline.left_out:
        wanted.say(f"note: {counted(timeline.left_out, 'event')} left out: a slide needs a date")


def _slide(line: Line) -> dict[str, Any]:
    event = line.event
    dates = dict(_dates(event.when))
    return {
        "unique_id": handle_of(event),
        **dates,
        "display_date": f"{in_full(event.when)} · {load_wording().statuses[event.status].word}",
        "group": load_kind_words(event.kind).label,
        "text": {"headline": _html(line.words), "text": "".join(_text(line))},
        "autolink": False,
    }


def _dates(when: When) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield where a slide begins and ends, each as finely as is known; of about a day, its month."""
    if when.earliest is None or when.latest is None:
        return
    fine = len((when.date or "").split("-"))
    if when.precision is Precision.APPROX and when.earliest == when.latest:
        fine = min(fine, MONTH)
    yield "start_date", _parts(when.earliest, fine)
    if when.precision in SPANNING and when.latest != when.earliest:
        yield "end_date", _parts(when.latest, fine)


def _parts(day: dt.date, number: int) -> dict[str, int]:
    return dict(zip(PARTS[:number], (day.year, day.month, day.day), strict=False))


def _text(line: Line) -> Iterator[str]:
    """Yield what stands under a headline: what is known, on what reports disagree, and each report."""
    yield f"<p>{_html('; '.join(_facts(line.event)))}</p><ul>"
    yield from (f"<li>{_report(report)}</li>" for report in line.reports)
    yield "</ul>"


def _facts(event: Event) -> Iterator[str]:
    yield load_wording().statuses[event.status].word
    yield from [event.place] if event.place else []
    yield counted(event.sources, "source")
    if event.conflicts:
        yield f"reports disagree on {', '.join(conflict.field for conflict in event.conflicts)}"
    yield event.id


def _report(report: Report) -> str:
    article = report.article
    name, url = _html(name_of(article)), web_address(article.url)
    source = f'<a href="{escape(url)}">{name}</a>' if url else name
    published = in_full(article.published) if article.published.known else "undated"
    claim = f" ({_html(report.claim.speaker or 'unknown speaker')})" if report.claim else ""
    return f"{source}, {published}{claim}: <q>{_html(report.mention.evidence[0].quote)}</q>"


def _html(text: str) -> str:
    return escape(harmless(text))


FORMAT: Final = Format(write=write, media_type="application/json", suffix=".json", takes=frozenset({"asked"}))
