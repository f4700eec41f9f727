"""When articles were published, and when they came."""

import datetime as dt

import pytest
from store_world import NOON, make_article, make_extraction

from talks.models import Basis, Precision, When
from talks.store import Capture, Store

JUNE = When(
    earliest=dt.date(2024, 6, 1),
    latest=dt.date(2024, 6, 30),
    precision=Precision.MONTH,
    basis=Basis.STATED,
)


def come(store: Store, text: str, days: int = 0, **fields: object) -> str:
    article = make_article(text, **{"path": f"{text}.txt"} | fields)
    store.capture(article, Capture.of(article, NOON + dt.timedelta(days=days)))
    return article.id


def dated(day: dt.date) -> When:
    return When.day(day, Basis.STATED)


def test_a_month_is_out_when_it_is_over(store: Store):
    day, month, none = (
        come(store, "day"),
        come(store, "month", published=JUNE),
        come(store, "none", published=When.unknown()),
    )
    everything = [day, month, none]
    assert store.published_by(dt.date(2024, 5, 1), everything) == set()
    assert store.published_by(dt.date(2024, 6, 29), everything) == {day}
    assert store.published_by(dt.date(2024, 6, 30), everything) == {day, month}
    assert set(store.published_from(dt.date(2024, 5, 3))) == {month}


def test_the_last_day_of_reports_is_one_on_which_there_can_have_been_one(store: Store):
    assert store.last_published() is None
    come(store, "none", published=When.unknown())
    assert store.last_published() is None
    come(store, "day")
    come(store, "month", published=JUNE, days=60)
    assert store.last_published() == dt.date(2024, 6, 1)


@pytest.mark.parametrize(("ahead", "believed"), [(0, True), (1, True), (2, False), (365, False)])
def test_a_report_dated_after_it_was_found_tells_nothing_of_today(store: Store, ahead: int, believed: bool):
    come(store, "known", published=dated(NOON.date() - dt.timedelta(days=3)))
    day = NOON.date() + dt.timedelta(days=ahead)
    come(store, "ahead", published=dated(day))
    come(store, "ahead", days=400, published=dated(day))  # found again, long after
    assert (store.last_published() == day) is believed


def test_an_article_is_new_when_its_text_is_found_first_wherever_that_is(store: Store):
    assert store.last_arrival() is None
    old, new = come(store, "old"), come(store, "new", days=2)
    come(store, "old", days=3, path="elsewhere.txt")
    assert store.arrived_after(NOON) == [new]
    assert set(store.arrived_after(NOON - dt.timedelta(seconds=1))) == {old, new}
    assert store.last_arrival() == NOON + dt.timedelta(days=3)


def test_only_articles_that_stand_and_report_something_are_counted_as_undated(store: Store):
    come(store, "silent", published=When.unknown())
    assert store.undated_reports() == 0
    extraction = make_extraction("telling", path="telling.txt", published=When.unknown())
    store.save(extraction, Capture.of(extraction.article, NOON))
    assert store.undated_reports() == 1
    article = make_article("telling no more", path="telling.txt")
    store.capture(article, Capture.of(article, NOON + dt.timedelta(days=1)))
    assert store.undated_reports() == 0
    assert article.id in store.arrived_after(NOON)
    assert extraction.article.id not in store.arrived_after(NOON - dt.timedelta(days=1))
