"""On what reports disagree, and who says what."""

import datetime as dt

import pytest

from invented import ROUND, SWAP
from invented_news import EKRE, EVENTS, MINISTRY
from talks.store import Store
from talks.views.conflicts import Dispute, Point, list_disputes
from talks.views.past import as_of
from talks.views.timeline import Asked


def disputes(store: Store, day: str | None = None, asked: Asked | None = None) -> dict[str, Dispute]:
    history = as_of(store, dt.date.fromisoformat(day) if day else None)
    return {one.told.event.id: one for one in list_disputes(history, asked or Asked())}


def only(dispute: Dispute) -> Point:
    (point,) = dispute.points
    return point


def texts(point: Point) -> list[str]:
    return [value.text for value in point.values]


def test_every_disagreement_of_linking_is_listed(told: Store):
    assert disputes(told).keys() == {ROUND.id, SWAP.id}


def test_each_value_has_its_voices_their_words_and_its_origins(news: Store):
    point = only(disputes(news)[EVENTS["round"].id])
    assert (point.field, texts(point)) == ("date", ["2024-06-20", "2024-06-21"])
    assert [value.origins for value in point.values] == [1, 1]
    voices = [voice for value in point.values for voice in value.voices]
    assert [(voice.article.outlet, voice.claim, voice.words) for voice in voices] == [
        ("Harvik Dagpost", None, "the two teams sat together for the fifth time on 20 June"),
        ("Ostwind Online", None, "held the fifth round of talks in Castrel on 21 June"),
    ]


def test_what_parties_say_themselves_stands_side_by_side_even_in_one_article(news: Store):
    point = only(disputes(news)[EVENTS["bodies"].id])
    assert point.parties == {"Sudria": ["1,245 bodies"], "Norland": ["1,248 bodies"]}
    (voice,) = point.values[1].voices
    assert (voice.claim, voice.words) == (MINISTRY, "Norland's Defence Ministry says it gave up 1,248.")


def test_a_denial_stands_against_what_is_reported(news: Store):
    point = only(disputes(news)[EVENTS["envoy"].id])
    assert (point.field, texts(point)) == ("held", ["denied"])
    (voice,) = point.values[0].voices
    assert (voice.claim, voice.words) == (EKRE, EKRE.evidence.quote)


def test_a_figure_is_credited_to_who_says_it(news: Store):
    point = only(disputes(news)[EVENTS["swap"].id])
    assert texts(point) == ["300 prisoners", "302 prisoners"]
    assert point.parties == {"Norland": ["302 prisoners"]}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-06-01", set()),
        ("2024-06-11", {"bodies"}),
        ("2024-06-22", {"bodies", "envoy"}),
        ("2024-06-23", {"bodies", "envoy", "swap", "round"}),
    ],
)
def test_on_a_day_of_the_past_only_reports_of_the_time_disagree(news: Store, day, expected):
    assert disputes(news, day).keys() == {EVENTS[name].id for name in expected}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(kinds=("talks",)), {"round"}),
        (Asked(until=dt.date(2024, 6, 5)), {"envoy"}),
        (Asked(places=("Vasrum",)), {"envoy"}),
        (Asked(parties=("Helvaria",)), set()),
    ],
)
def test_filters_choose(news: Store, asked, expected):
    assert disputes(news, None, asked).keys() == {EVENTS[name].id for name in expected}
