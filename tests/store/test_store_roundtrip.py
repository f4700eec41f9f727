"""What is saved is loaded equal."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_drawn import extractions, histories, worlds
from store_world import captured

from talks.models import Extraction
from talks.store import open_store, verify

quietly = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@quietly
@given(extraction=extractions())
def test_an_article_and_its_records_are_loaded_as_they_were_saved(
    fresh: Callable[[], Path], extraction: Extraction
):
    path = fresh()
    with open_store(path, mode="write") as store:
        store.save(extraction, captured(extraction.article))
    with open_store(path, mode="read") as store:
        assert store.extraction(extraction.article.id) == extraction
        assert list(store.articles()) == [extraction.article]
        assert list(store.mentions(order="article")) == list(extraction.mentions)
        assert list(store.statements(order="article")) == list(extraction.statements)


@quietly
@given(world=worlds(), data=st.data())
def test_events_are_loaded_as_they_were_saved(
    fresh: Callable[[], Path], world: list[Extraction], data: st.DataObject
):
    told = [mention for extraction in world for mention in extraction.mentions]
    events = data.draw(histories(told))
    path = fresh()
    with open_store(path, mode="write") as store:
        for number, extraction in enumerate(world):
            there = {"path": f"{number}.txt"}
            found = Extraction(extraction.article.model_copy(update=there), *_records(extraction))
            store.save(found, captured(found.article))
        store.save_events(events)
    with open_store(path, mode="read") as store:
        assert {event.id: event for event in store.events()} == {event.id: event for event in events}
        assert not store.links_stale
        assert list(verify(store)) == []


def _records(extraction: Extraction):
    return extraction.mentions, extraction.statements, extraction.dossier


@quietly
@given(extraction=extractions())
def test_a_capture_is_loaded_as_it_was_saved(fresh: Callable[[], Path], extraction: Extraction):
    capture = captured(extraction.article)
    with open_store(fresh(), mode="write") as store:
        store.save(extraction, capture)
        (loaded,) = store.captures()
    assert (loaded.captured_at, loaded.seen_at) == (capture.captured_at, capture.captured_at)
    assert (loaded.slot, loaded.encoding, loaded.published) == (capture.slot, "utf-8", capture.published)
