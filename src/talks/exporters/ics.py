"""iCalendar: planned and held events as all-day entries of a calendar, with their sources.

Only what is known by its days is put on days: an event that is known by its month or year, or about when, is
left out, and so is one of which reports say that no date is set. An event of several days takes them all: it
lasted, or lies somewhere within them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, TextIO

from talks.exporters import Format, Wanted
from talks.exporters._addresses import web_address
from talks.exporters._timeline import EPOCH, Line, Timeline, handle_of, has_days, last_told
from talks.models import Event, Precision, Status
from talks.render.dates import in_full
from talks.render.evidence import name_of
from talks.render.harmless import harmless_lines
from talks.render.sentences import counted
from talks.render.wording import load_wording
from talks.store import Store
from talks.terms import PAST
from talks.views.pages import Report

__all__ = ["FORMAT", "write"]

CALENDAR: Final = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//talks//talks//EN",
    "CALSCALE:GREGORIAN",
    "NAME:Talks",
    "X-WR-CALNAME:Talks",
)
END: Final = "END:VCALENDAR"
MOST: Final = 75  # octets of a line (RFC 5545, 3.1)
SPECIAL: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
OFF: Final = frozenset({Status.CANCELLED, Status.REJECTED})
WITHIN: Final = "On these days, or some time within them."


def write(store: Store, out: TextIO, wanted: Wanted) -> None:
    """Write one calendar; entries are in order of date."""
    timeline = Timeline(store, wanted.asked)
    _write(out, CALENDAR)
    for line in timeline.fitting(_has_days):
        _write(out, _entry(line))
    _write(out, (END,))
    if left_out := timeline.left_out:
        wanted.say(f"note: {counted(left_out, 'event')} left out: a calendar needs the days of what it shows")


def _has_days(event: Event) -> bool:
    """Tell whether an event, or a plan of it, is known by its days."""
    return has_days(event.when) and event.status is not Status.UNSCHEDULED


def _write(out: TextIO, lines: Iterator[str] | tuple[str, ...]) -> None:
    for line in lines:
        out.write(_folded(line) + "\r\n")


def _entry(line: Line) -> Iterator[str]:
    event, when = line.event, line.event.when
    first, last = when.earliest or EPOCH, when.latest or EPOCH
    yield "BEGIN:VEVENT"
    yield f"UID:{handle_of(event)}@talks"
    yield f"DTSTAMP:{_basic(last_told(event))}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    if last < dt.date.max:
        yield f"DTEND;VALUE=DATE:{_basic(last + dt.timedelta(days=1))}"  # the day after the last
    yield f"SEQUENCE:{len(event.history) - 1}"
    yield f"STATUS:{_status(event.status)}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(line.words)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"CATEGORIES:{_text(event.kind)},{_text(event.status.value)}"
    yield f"DESCRIPTION:{_text(_description(line))}"
    if url := next((url for report in line.reports if (url := web_address(report.article.url))), None):
        yield f"URL:{url}"
    yield f"X-TALKS-EVENT:{event.id}"
    yield f"X-TALKS-STATUS:{event.status.value}"
    yield f"X-TALKS-DATE:{when.edtf}"
    yield "END:VEVENT"


def _status(status: Status) -> str:
    """Return the status that calendars know; what is planned is never confirmed."""
    if status in OFF:
        return "CANCELLED"
    return "CONFIRMED" if status in PAST else "TENTATIVE"


def _description(line: Line) -> str:
    event = line.event
    paragraphs = [f"{load_wording().statuses[event.status].word}; {counted(event.sources, 'source')}"]
    if event.when.precision is Precision.SPAN:
        paragraphs.append(WITHIN)
    if event.conflicts:
        paragraphs.append(f"Reports disagree: {', '.join(conflict.field for conflict in event.conflicts)}.")
    return "\n".join([*paragraphs, *map(_source, line.reports)])


def _source(report: Report) -> str:
    article = report.article
    published = in_full(article.published) if article.published.known else "undated"
    claim = f" ({report.claim.speaker or 'unknown speaker'})" if report.claim else ""
    return f"{name_of(article)}, {published}{claim}: “{report.mention.evidence[0].quote}”"


def _text(value: str) -> str:
    return harmless_lines(value).translate(SPECIAL)


def _basic(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _folded(line: str) -> str:
    """Break a line into pieces of 75 octets, each but the first begun by a blank, none within a character."""
    if line.isascii() and len(line) <= MOST:
        return line
    pieces, piece, size = [], "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > MOST:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + width
    return "\r\n".join([*pieces, piece])


FORMAT: Final = Format(write=write, media_type="text/calendar", suffix=".ics", takes=frozenset({"asked"}))
