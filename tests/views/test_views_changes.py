"""What is new, by arrival or publication."""

import datetime as dt
from pathlib import Path

from invented_news import DAGPOST, EVENTS, NOTES, OSTWIND, SECOND, tell_news
from talks.models import Status
from talks.store import Store, open_store
from talks.views.changes import (
    Change,
    arrived_since,
    last_look,
    list_changes,
    mark_look,
    published_since,
)
from talks.views.timeline import Asked

NAMES = {event.id: name for name, event in EVENTS.items()}
NEW = dt.date(2024, 6, 13)


def changes(store: Store, articles: list[str], asked: Asked | None = None) -> dict[str, Change]:
    return {NAMES[one.event.id]: one for one in list_changes(store, articles, asked or Asked())}


def test_what_came_is_told_from_what_was_there(news: Store):
    came = arrived_since(news, NEW)
    assert set(came) == {OSTWIND.id, DAGPOST.id}
    found = changes(news, came)
    assert found.keys() == {"envoy", "sixth", "swap", "round"}
    assert {name for name, change in found.items() if change.before is None} == {"envoy", "sixth"}


def test_a_change_tells_what_was_known_before(news: Store):
    found = changes(news, published_since(news, dt.date(2024, 6, 11)))["swap"]
    assert found.before
    assert (found.before.status, found.event.status) == (Status.AGREED, Status.HELD)
    assert (found.status, found.when, found.place, found.only_reports) == (True, False, False, False)


def test_new_figures_and_disagreements_are_told_with_who_gives_them(news: Store):
    found = changes(news, arrived_since(news, NEW))
    (figure,) = found["swap"].figures
    (voice,) = figure.voices
    assert (figure.count.n, voice.claim and voice.claim.speaker) == (302, "Sigrun Vall")
    assert [point.field for point in found["swap"].points] == ["figures"]
    assert [point.field for point in found["round"].points] == ["date"]
    assert [point.field for point in found["envoy"].points] == ["held"]


def test_a_disagreement_that_was_known_is_no_news(news: Store):
    found = changes(news, [DAGPOST.id])
    assert [point.field for point in found["round"].points] == ["date"]
    assert "bodies" not in found


def test_a_report_that_only_repeats_what_is_known_says_so(news: Store):
    (found,) = changes(news, [NOTES.id]).values()
    assert found.only_reports
    assert found.before
    assert (found.before.sources, found.event.sources) == (3, 4)


def test_nothing_new_is_nothing(news: Store):
    assert changes(news, []) == {}
    assert arrived_since(news, dt.date(2024, 6, 25)) == []
    assert arrived_since(news, SECOND.date()) == arrived_since(news, NEW)


def test_a_kind_chooses(news: Store):
    assert changes(news, arrived_since(news, NEW), Asked(kinds=("talks",))).keys() == {"sixth", "round"}


def test_the_last_look_is_a_moment_of_arrival(tmp_path: Path):
    with open_store(tmp_path / "x.db", mode="create") as store:
        tell_news(store)
        assert last_look(store) is None
        moment = store.last_arrival()
        assert moment == SECOND
        mark_look(store, moment)
        assert last_look(store) == SECOND
        assert store.arrived_after(SECOND) == []


def test_from_the_first_day_that_there_is_everything_is_new(news: Store):
    assert set(arrived_since(news, dt.date.min)) == {article.id for article in news.articles()}
