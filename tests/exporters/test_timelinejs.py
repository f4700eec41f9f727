"""Slides keep to the rules of TimelineJS3, are no finer than is known, and show words as words."""

import datetime as dt
import json
from html.parser import HTMLParser
from typing import Annotated, Any, Literal

import hostile_records
import pytest
from exports import exported_text
from pydantic import BaseModel, ConfigDict, Field

from invented import ROUND_WIRE, SUMMIT, day, days
from talks.exporters import Wanted
from talks.exporters.timelinejs import _dates
from talks.models import Precision
from talks.store import Store
from talks.views.timeline import Asked

MARCH = {"year": 2024, "month": 3}


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Date(Strict):
    """A date object: a day needs its month (https://timeline.knightlab.com/docs/json-format.html)."""

    year: int
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    display_date: str | None = None


class Text(Strict):
    headline: str | None = None
    text: str | None = None


class Slide(Strict):
    start_date: Date
    end_date: Date | None = None
    text: Text | None = None
    group: str | None = None
    display_date: str | None = None
    autolink: bool = True
    unique_id: str | None = None


class Timeline(Strict):
    events: list[Slide]
    scale: Literal["human", "cosmological"] = "human"


class Elements(HTMLParser):
    """Collects the elements of a text, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= {"href"}

    def handle_data(self, data: str) -> None:
        self.words += data


def slides(store: Store, wanted: Wanted | None = None) -> dict[str | None, Slide]:
    read = Timeline.model_validate_json(exported_text(store, "timelinejs", wanted or Wanted()))
    return {slide.unique_id: slide for slide in read.events}


def test_slides_keep_to_the_documented_rules(told: Store):
    found = slides(told)
    dated = [event for event in told.events() if event.when.known]
    assert len(found) == len(dated)
    for slide in found.values():
        for date in (slide.start_date, slide.end_date):
            assert date is None or date.month or not date.day
            if date and date.month and date.day:
                dt.date(date.year, date.month, date.day)


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (day("2024-03-20"), {"year": 2024, "month": 3, "day": 20}, None),
        (
            days("2024-03-28", "2024-04-02", Precision.SPAN),
            {"year": 2024, "month": 3, "day": 28},
            {"year": 2024, "month": 4, "day": 2},
        ),
        (days("2024-03-01", "2024-04-30", Precision.SPAN), MARCH, {"year": 2024, "month": 4}),
        (days("2024-03-01", "2024-03-31", Precision.MONTH), MARCH, None),
        (days("2024-03-01", "2024-05-31", Precision.SEASON), MARCH, {"year": 2024, "month": 5}),
        (days("2024-01-01", "2024-12-31", Precision.YEAR), {"year": 2024}, None),
        (days("2024-03-20", "2024-03-20", Precision.APPROX), MARCH, None),
        (
            days("2024-03-16", "2024-03-20", Precision.APPROX),
            {"year": 2024, "month": 3, "day": 16},
            {"year": 2024, "month": 3, "day": 20},
        ),
    ],
)  # fmt: skip
def test_a_slide_is_no_finer_than_is_known(when, start, end):
    dates: dict[str, Any] = dict(_dates(when))
    assert (dates["start_date"], dates.get("end_date")) == (start, end)


def test_the_display_date_says_how_well_it_is_known_and_what_has_come_of_it(told: Store):
    found = slides(told)
    assert found[SUMMIT.id].display_date == "Wednesday 20 March 2024 · cancelled"
    assert any(slide.display_date == "about 10 April 2024 · paused" for slide in found.values())
    assert {"talks", "summit", "swap"} <= {slide.group for slide in found.values()}


def test_the_sources_and_their_words_stand_in_the_text(told: Store):
    text = slides(told)[ROUND_WIRE.id].text
    assert text
    assert text.text
    assert "<q>held a second round of talks in Castrel on Tuesday</q>" in text.text
    assert "reports disagree on place" in text.text


def test_words_of_an_article_stay_words(hostile: Store):
    found = slides(hostile)
    assert len(found) == len(hostile_records.MENTIONS)
    told = Elements()
    for slide in found.values():
        assert slide.text
        told.feed(f"{slide.text.headline}{slide.text.text}")
        assert not slide.autolink
    assert told.tags == {"p", "ul", "li", "a", "q"}
    assert {link.partition("b%28c%29")[0] for link in told.links} == {"https://example.org/a%20"}
    assert hostile_records.MARKUP in told.words


def test_what_is_asked_for_is_all_there_is_and_the_rest_is_counted(told: Store):
    notes: list[str] = []
    asked = Asked(since=dt.date(2024, 3, 20), kinds=("summit",))
    assert list(slides(told, Wanted(asked=asked, say=notes.append))) == [SUMMIT.id]
    assert notes == []
    slides(told, Wanted(say=notes.append))
    (note,) = notes
    assert note == "note: 2 events left out: a slide needs a date"


def test_it_is_read_as_json_of_one_object(told: Store):
    assert list(json.loads(exported_text(told, "timelinejs"))) == ["events", "scale"]
