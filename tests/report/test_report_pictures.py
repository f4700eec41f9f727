"""What pictures show: each thing where its date is, no surer than it is known, in colours of the page."""

import datetime as dt
import re

import pytest

from talks.models import Basis, Precision, When
from talks.render.html.charts import draw_sums
from talks.render.html.strip import Look, draw_strip
from talks.render.html.templating import FOLDER
from talks.views.swaps import Asked, find_books

TODAY = dt.date(2024, 6, 30)


def day(text):
    return When.day(dt.date.fromisoformat(text), Basis.STATED)


def days(first, last, precision):
    edges = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return When(earliest=edges[0], latest=edges[1], precision=precision)


@pytest.fixture
def book(autumn):
    (book,) = find_books(autumn, Asked())
    return book


def test_a_mark_stands_where_its_date_is():
    strip = draw_strip([("talks", [("a", day("2024-01-01")), ("b", day("2024-04-01"))])], TODAY)
    (lane,) = strip.lanes
    first, second = lane.marks
    span = strip.last - strip.first
    for mark, text in ((first, "2024-01-01"), (second, "2024-04-01")):
        begin = (dt.date.fromisoformat(text).toordinal() - strip.first) / span * 100
        assert mark.x == pytest.approx(begin, abs=0.01)
    assert 0 < first.x < second.x < strip.today < 100


def test_what_is_known_roughly_is_as_wide_as_that_and_not_sure():
    month = days("2024-02-01", "2024-02-29", Precision.MONTH)
    spell = days("2024-03-01", "2024-03-29", Precision.SPAN)
    strip = draw_strip([("talks", [("rough", month), ("long", spell), ("day", day("2024-05-01"))])], TODAY)
    rough, long, short = strip.lanes[0].marks
    assert (rough.sure, long.sure, short.sure) == (False, True, True)
    assert rough.width == pytest.approx(long.width, abs=0.02)
    assert rough.width == pytest.approx(29 * short.width, rel=0.05)


def test_marks_of_one_day_stand_beneath_each_other_up_to_a_bound():
    many = [(n, day("2024-05-01")) for n in range(9)]
    (lane,) = draw_strip([("talks", many)], TODAY, Look(rows=3)).lanes
    heights = [mark.y for mark in lane.marks]
    assert len(set(heights)) == 3
    assert max(heights) < lane.top + lane.height


def test_what_has_no_date_is_in_no_picture():
    assert draw_strip([("talks", [("a", When.unknown())])], TODAY) is None
    strip = draw_strip([("talks", [("a", When.unknown()), ("b", day("2024-05-01"))])], TODAY)
    assert [mark.what for mark in strip.lanes[0].marks] == ["b"]


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("2024-05-01", ["May 2024", "Jun"]),
        ("2023-02-01", ["Apr 2023", "Jul"]),
        ("2010-01-01", ["2010", "2011"]),
    ],
)
def test_the_axis_tells_the_year(first, words):
    strip = draw_strip([("talks", [("a", day(first))])], TODAY)
    assert [tick.words for tick in strip.ticks][:2] == words
    assert all(0 <= tick.x <= 100 for tick in strip.ticks)


def test_a_chart_leads_to_the_exchanges_that_it_adds_up(book):
    svg = str(draw_sums(book, "people"))
    counted = {f"#{line.event.id}" for line in book.held if line.counts}
    links = set(re.findall(r'href="([^"]*)"', svg))
    assert links
    assert links <= counted
    ahead = {f"#{line.event.id}" for line in (*book.ahead, *book.undated)}
    assert links.isdisjoint(ahead)
    assert ">?</text>" in svg  # an exchange of unknown size


def test_a_chart_is_drawn_the_same_again_for_wide_and_for_narrow(book):
    svg = str(draw_sums(book, "people"))
    assert svg == str(draw_sums(book, "people"))
    assert re.findall(r'<svg class="(\w+)" aria-hidden="true"', svg) == ["wide", "narrow"]
    assert not re.search(r"\b(id|style|role|font-family)=", svg)
    assert re.findall("<a ", svg) == re.findall('(?=<a href="#e[^"]*" tabindex="-1">)<a ', svg)


def test_every_colour_of_a_chart_is_one_that_the_page_turns(book):
    svg = str(draw_sums(book, "people"))
    style = (FOLDER / "static" / "report.css").read_text(encoding="utf-8")
    used = set(re.findall(r'((?:fill|stroke)="#[^"]*")', svg))
    assert used
    assert {f".chart [{colour}]" for colour in used} <= set(re.findall(r'\.chart \[[a-z]+="#\w+"\]', style))


def test_nothing_is_drawn_of_a_single_day(book):
    assert draw_sums(book, "nothing of that sort") is None
