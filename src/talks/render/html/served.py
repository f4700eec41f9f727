"""The served pages: the templates of the report, with addresses for records and parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final
from urllib.parse import quote

from markupsafe import Markup

from talks import __version__
from talks.models import Precision
from talks.render.agenda import SECTIONS
from talks.render.dates import heading
from talks.render.html.contents import draw_timeline, ledger_contents, position_contents, promise_contents
from talks.render.html.passages import found_words, text_around, whole_text
from talks.render.html.templating import FOLDER, load_templates
from talks.render.statement import MANNERS
from talks.views.frames import Frame
from talks.views.positions import Line
from talks.views.survey import Survey
from talks.views.swaps import Book
from talks.views.timeline import Entry, Told

__all__ = ["ASSETS", "Drawing", "actor_path", "read_asset"]

RECORDS: Final = {"e": "/event/", "m": "/event/", "s": "/statement/", "a": "/article/"}
PARTS: Final = frozenset({"timeline", "swaps", "promises", "positions", "conflicts"})
ASSETS: Final = {"report.css": "text/css", "served.css": "text/css", "report.js": "text/javascript"}
RECENT: Final = 12  # entries of the timeline on the first page
UNDATED: Final = "Without a date"
IN_PAGE: Final = '<a href="#'  # how the report's charts refer to events


class Drawing:
    """Draws the pages of the negotiations that are known."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self.frames = tuple(frames)
        self._templates = load_templates(frames, record_path)
        self._templates.filters |= {
            "actor_path": actor_path,
            "found_words": found_words,
            "manner": MANNERS.__getitem__,
            "text_around": text_around,
            "whole_text": whole_text,
        }
        self._templates.globals |= {"version": __version__, "sections": SECTIONS}

    def draw(self, template: str, **shown: Any) -> str:
        """Draw a page."""
        return self._templates.get_template(f"served/{template}.html").render(shown | _more(shown))


class _Same(dict[str, str]):
    """Where a statement is shown: on the page of its own id."""

    def __missing__(self, key: str) -> str:
        return key


def record_path(key: str) -> str:
    """Return the address of a record by its id, or of a part by its name."""
    return f"/{key}" if key in PARTS else f"{RECORDS[key[0]]}{key}"


def actor_path(name: str) -> str:
    """Return the address of an actor."""
    return f"/actor/{quote(name, safe='')}"


def read_asset(name: str) -> bytes:
    """Return a style or script of the pages."""
    return (FOLDER / "static" / name).read_bytes()


def _more(shown: Mapping[str, Any]) -> dict[str, Any]:
    """Return the pictures and orders that the templates of the parts want beside what is shown."""
    makers: dict[str, Callable[[Any], dict[str, Any]]] = {
        "books": _of_books,
        "promises": promise_contents,
        "lines": _of_lines,
        "disputes": lambda disputes: {"survey": {"disputes": disputes}},
        "situation_of": _of_survey,
        "entries": lambda entries: {"months": _by_month(entries)},
    }
    found: dict[str, Any] = {"place_of": _Same()}
    for name, make in makers.items():
        if shown.get(name):
            found |= make(shown[name])
    return found


def _of_books(books: Sequence[Book]) -> dict[str, Any]:
    charts = ledger_contents(books)["charts"]
    return {
        "survey": {"books": books},
        "charts": [[(group, _led_out(chart)) for group, chart in own] for own in charts],
    }


def _led_out(chart: Markup) -> Markup:
    """Have a chart refer to the pages of events."""
    return Markup(str(chart).replace(IN_PAGE, f'<a href="{RECORDS["e"]}'))  # noqa: S704 - our own chart


def _of_lines(lines: Sequence[Line]) -> dict[str, Any]:
    parties = dict.fromkeys(line.party for line in lines if line.party)
    said = [saying.statement for line in lines for saying in line.sayings]
    days = [statement.when.latest for statement in said if statement.when.latest]
    articles = {key: article for line in lines for key, article in line.articles.items()}
    contents = position_contents(lines, list(parties), max(days, default=dt.date.min))
    return contents | {"survey": {"articles": articles}}


def _of_survey(survey: Survey) -> dict[str, Any]:
    dated = [entry for month in survey.months for entry in month.entries]
    return {
        "survey": survey,
        "strip": draw_timeline(survey.entries, survey.day),
        "months": _by_month(dated[::-1][:RECENT]),
    }


def _by_month(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Return entries under the headings of their months, in the order in which they come."""
    return [(name, list(own)) for name, own in groupby(entries, key=_heading)]


def _heading(entry: Entry) -> str:
    when = entry.event.when if isinstance(entry, Told) else entry.when
    if when.earliest is None:
        return UNDATED
    return heading(when.earliest, whole_year=when.precision is Precision.YEAR)
