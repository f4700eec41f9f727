"""A day of the past is asked like the store, and answers by the reports that were out."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from invented_news import EVENTS, WIRE
from invented_tangle import DAYS, FIRST, KINDS
from talks.errors import UnknownRecordError
from talks.models import Event, Status
from talks.store import Store
from talks.views.knowledge import known_at
from talks.views.past import Past, as_of, fits

LATER = dt.date(2026, 1, 1)
FILTERS: list[dict[str, Any]] = [
    {},
    {"undated": True},
    {"undated": False},
    {"since": dt.date(2024, 3, 13)},
    {"until": dt.date(2024, 3, 12)},
    {"since": dt.date(2024, 3, 1), "until": dt.date(2024, 3, 31)},
    {"since": dt.date(2024, 4, 1), "until": dt.date(2024, 3, 1)},
    {"kind": "ceasefire"},
    {"kind": ("ceasefire", "talks")},
    {"status": "held", "party": "Norland"},
    {"party": ("Helvaria", "Sudria")},
    {"place": "Sankt Orlen"},
    {"person": "Halvard Stenmoe"},
    {"limit": 3},
]


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_a_late_day_answers_as_the_store_does(told: Store, filters):
    assert list(Past(told, LATER).events(**filters)) == list(told.events(**filters))


DATES = st.dates(FIRST, FIRST + dt.timedelta(days=DAYS + 60))


def by_date(event: Event) -> tuple[dt.date, dt.date, str]:
    return (event.when.earliest or dt.date.max, event.when.latest or dt.date.max, event.id)


@example(dt.date(2024, 2, 2), {"status": "agreed"})  # told as under way, before the day on which it was
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    DATES,
    st.fixed_dictionaries(
        {},
        optional={
            "kind": st.sampled_from(KINDS) | st.sets(st.sampled_from(KINDS), min_size=1),
            "status": st.sampled_from([status.value for status in Status]),
            "place": st.sampled_from(["Castrel", "Tresk"]),
            "party": st.sampled_from(["Norland", "Helvaria"]),
            "person": st.just("Halvard Stenmoe"),
            "since": DATES,
            "until": DATES,
            "undated": st.booleans(),
            "limit": st.integers(0, 5),
        },
    ),
)
def test_narrowed_questions_find_what_telling_everything_anew_does(
    tangle: Store, day: dt.date, filters: dict[str, Any]
):
    everything = sorted(known_at(tangle, day), key=by_date)
    slowly = [event for event in everything if fits(event, filters)][: filters.get("limit")]
    asked = Past(tangle, day)
    assert list(asked.events(**filters)) == slowly
    assert list(asked.events(**filters)) == slowly  # what was kept of it, too


def test_a_narrow_question_tells_few_events_anew(tangle: Store):
    day, asked = FIRST + dt.timedelta(days=DAYS), {"kind": "repatriation", "until": FIRST + dt.timedelta(30)}
    found = list(Past(tangle, day).events(**asked))
    assert 0 < len(found) <= len(tangle.reported_by(day, **asked)) < 20  # of 120


def test_without_a_day_the_store_itself_is_asked(told: Store):
    assert as_of(told, None) is told


def test_filters_choose_by_what_was_known(news: Store):
    before = Past(news, dt.date(2024, 6, 20))
    assert {event.id for event in before.events(status="planned")} == {
        EVENTS["round"].id,
        EVENTS["ministers"].id,
    }
    (swap,) = before.events(status="held", kind="prisoner_swap")
    assert ([count.n for count in swap.counts], swap.conflicts, swap.sources) == ([300], (), 2)


def test_what_nobody_had_reported_is_no_record_yet(news: Store):
    past = Past(news, dt.date(2024, 6, 20))
    assert past.event(EVENTS["round"].id).status is Status.PLANNED
    with pytest.raises(UnknownRecordError, match="no report of it had been published by 2024-06-20"):
        past.event(EVENTS["sixth"].id)


def test_statements_are_those_of_articles_that_were_out(news: Store):
    said = list(Past(news, dt.date(2024, 6, 1)).statements())
    assert {statement.article for statement in said} == {WIRE.id}
    assert list(Past(news, dt.date(2024, 6, 1)).statements(limit=1)) == said[:1]
    assert list(Past(news, dt.date(2024, 5, 27)).statements()) == []


def test_a_report_without_a_date_is_never_known_and_counted(news: Store):
    assert news.undated_reports() == 1
    noted = next(event for event in Past(news, LATER).events() if event.id == EVENTS["round"].id)
    assert len(noted.mentions) == len(EVENTS["round"].mentions) - 1
