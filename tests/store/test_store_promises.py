"""Same input, same history: what is ingested again, or in another order, changes nothing."""

import datetime as dt
from pathlib import Path

import pytest
from store_world import (
    NOON,
    SENTENCES,
    captured,
    dump,
    make_article,
    make_extraction,
    make_mention,
    make_statement,
    put,
    relink,
)

from talks.errors import UnknownRecordError
from talks.models import Extraction, When
from talks.store import Store, verify

LATER = NOON + dt.timedelta(days=1)


def test_ingesting_again_changes_not_one_byte_and_keeps_the_first_capture_time(store: Store, path: Path):
    extraction = make_extraction(SENTENCES[0])
    put(store, extraction)
    relink(store)
    before = dump(path)
    put(store, extraction, at=LATER)
    assert not store.links_stale
    assert dump(path) == before
    (capture,) = store.captures()
    assert (capture.captured_at, capture.seen_at) == (NOON, LATER)


def test_ingesting_again_at_the_same_time_writes_nothing(store: Store):
    put(store, make_extraction(SENTENCES[0]))
    before = store.connection.total_changes
    put(store, make_extraction(SENTENCES[0]))
    assert store.connection.total_changes == before


def test_one_text_at_two_locators_is_one_article_with_two_captures(store: Store):
    put(store, make_extraction(SENTENCES[0], path="b.txt"))
    put(store, make_extraction(SENTENCES[0], path="a.txt"))
    (article,) = store.articles()
    assert article.path == "a.txt"
    assert [capture.locator for capture in store.captures(article=article.id)] == ["a.txt", "b.txt"]
    assert len(list(store.mentions())) == 1


def test_new_text_at_an_old_locator_supersedes_but_keeps_the_old(store: Store):
    old, new = make_extraction(SENTENCES[0]), make_extraction(SENTENCES[1])
    put(store, old)
    put(store, new, at=LATER)
    assert store.superseded_by(old.article.id) == new.article.id
    assert store.superseded_by(new.article.id) is None
    assert [article.id for article in store.articles()] == [new.article.id]
    assert {mention.article for mention in store.mentions()} == {new.article.id}
    assert {statement.article for statement in store.statements()} == {new.article.id}
    assert store.article(old.article.id).text == SENTENCES[0]
    assert len(list(store.mentions(superseded=True))) == 2


def test_what_was_superseded_is_in_no_event_and_no_export(store: Store, path: Path):
    old, new = make_extraction(SENTENCES[0]), make_extraction(SENTENCES[1])
    put(store, old)
    relink(store)
    put(store, new, at=LATER)
    assert store.links_stale
    relink(store)
    assert old.article.id not in dump(path)
    assert old.mentions[0].id not in dump(path)
    assert list(verify(store)) == []


def test_an_article_still_stands_where_another_locator_holds_it(store: Store):
    wire = make_extraction(SENTENCES[0], path="a.txt")
    put(store, wire)
    put(store, make_extraction(SENTENCES[0], path="b.txt"))
    put(store, make_extraction(SENTENCES[1], path="a.txt"), at=LATER)
    assert store.superseded_by(wire.article.id) is None
    assert store.article(wire.article.id).path == "b.txt"


def test_a_text_that_comes_back_stands_again(store: Store):
    old, new = make_extraction(SENTENCES[0]), make_extraction(SENTENCES[1])
    for hours, extraction in enumerate((old, new, old)):
        put(store, extraction, at=NOON + dt.timedelta(hours=hours))
    assert store.superseded_by(old.article.id) is None
    assert store.superseded_by(new.article.id) == old.article.id


def test_an_older_capture_that_arrives_late_does_not_supersede(store: Store):
    old, new = make_extraction(SENTENCES[0]), make_extraction(SENTENCES[1])
    put(store, new, at=LATER)
    put(store, old, at=NOON)
    assert store.superseded_by(old.article.id) == new.article.id


def test_parts_that_a_file_no_longer_holds_are_superseded_by_what_it_holds(store: Store):
    glued = make_extraction(SENTENCES[0] + SENTENCES[1], path="two.txt")
    first, second = (make_extraction(SENTENCES[n], path="two.txt", part=n) for n in (0, 1))
    put(store, glued)
    for part in (first, second):
        put(store, part, at=LATER)
    store.supersede_absent("two.txt", {first.article.id, second.article.id})
    assert store.superseded_by(glued.article.id) in {first.article.id, second.article.id}
    assert {article.part for article in store.articles()} == {0, 1}


def test_unchanged_articles_need_no_extraction(store: Store):
    extraction = make_extraction(SENTENCES[0])
    assert store.needs_extraction(extraction.article, "1")
    article = put(store, extraction)
    assert not store.needs_extraction(article, "1")
    assert store.needs_extraction(article, "2")
    otherwise = article.model_copy(update={"published": When()})
    assert store.needs_extraction(otherwise, "1")
    assert store.unextracted("1") == []
    assert store.unextracted("2") == [article.id]


def test_extracting_again_to_the_same_records_leaves_the_links_fresh(store: Store):
    put(store, make_extraction(SENTENCES[0]))
    relink(store)
    put(store, make_extraction(SENTENCES[0]), engine="2")
    assert not store.links_stale


def test_extracting_again_replaces_records_and_marks_their_events(store: Store):
    extraction = put_and_link(store, make_extraction(SENTENCES[0], mentions=2))
    (event,) = store.events()
    store.save(Extraction(extraction.article, extraction.mentions[:1], ()), engine="2")
    assert (store.stale_articles(), store.stale_events()) == ([extraction.article.id], [event.id])
    relink(store)
    assert not store.links_stale
    assert list(verify(store)) == []
    assert [hit.record for hit in store.search("Norland")] == ["mention", "article"]


def put_and_link(store: Store, extraction: Extraction) -> Extraction:
    store.save(extraction, captured(extraction.article), engine="1")
    relink(store)
    return extraction


def test_replacing_some_events_leaves_the_others(store: Store):
    article = make_article(SENTENCES[0])
    held, planned = make_mention(article, 0), make_mention(article, 1, status="planned")
    put_and_link(store, Extraction(article, (held, planned), ()))
    before = {event.mentions: event for event in store.events()}
    changed = before[(planned.id,)].model_copy(update={"place": "Bellmund"})
    store.save_events([changed], replacing=[changed.id])
    assert {event.mentions: event for event in store.events()} == before | {(planned.id,): changed}
    assert not store.links_stale


def test_articles_whose_mentions_are_in_no_event_stay_stale(store: Store):
    put(store, make_extraction(SENTENCES[0]))
    store.save_events([])
    assert store.links_stale


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_an_interrupted_save_leaves_nothing(store: Store, error: type[BaseException]):
    kept, lost = make_extraction(SENTENCES[0], path="a.txt"), make_extraction(SENTENCES[1], path="b.txt")
    put(store, kept)
    with pytest.raises(error):
        put_half(store, lost, error)
    assert store.summary()["articles"] == 1
    assert [capture.locator for capture in store.captures()] == ["a.txt"]


def put_half(store: Store, extraction: Extraction, error: type[BaseException]) -> None:
    with store.transaction():
        put(store, extraction)
        raise error


def test_a_failing_article_leaves_the_others_of_its_batch(store: Store):
    good = make_extraction(SENTENCES[0], path="a.txt")
    twice = (make_statement(make_article(SENTENCES[1], path="b.txt"), 0),) * 2
    bad = Extraction(make_article(SENTENCES[1], path="b.txt"), (), twice)
    with store.transaction():
        put(store, good)
        with pytest.raises(Exception, match="UNIQUE"):
            store.save(bad, captured(bad.article))
    assert [article.id for article in store.articles()] == [good.article.id]


def test_an_input_set_aside_is_listed_until_it_is_read(store: Store):
    store.set_aside("wire/one.txt", "it is empty", NOON)
    store.set_aside("wire/one.txt", "it is empty", LATER)
    (aside,) = store.set_asides()
    assert (aside.locator, aside.reason, aside.at) == ("wire/one.txt", "it is empty", NOON)
    put(store, make_extraction(SENTENCES[0], path="wire/one.txt"))
    assert list(store.set_asides()) == []


def test_a_capture_needs_a_path_and_a_time_zone(store: Store):
    with pytest.raises(ValueError, match="no path"):
        captured(make_article(SENTENCES[0], path=None))
    article = make_article(SENTENCES[0])
    with pytest.raises(ValueError, match="zone"):
        store.capture(article, captured(article, dt.datetime(2024, 5, 2)))


def test_the_summary_counts_what_stands(store: Store):
    put(store, make_extraction(SENTENCES[0], mentions=3, statements=2))
    put(store, make_extraction(SENTENCES[1]), at=LATER)
    relink(store)
    store.set_aside("broken.html", "it is empty", NOON)
    assert store.summary() == {
        "articles": 1,
        "superseded": 1,
        "captures": 2,
        "mentions": 1,
        "statements": 1,
        "events": 1,
        "undated": 0,
        "set_aside": 1,
    }


def test_records_of_an_article_that_was_never_captured_are_refused(store: Store):
    with pytest.raises(UnknownRecordError):
        store.save(make_extraction(SENTENCES[0]))


def test_notes_are_kept(store: Store):
    assert store.recall("looked") is None
    store.remember("looked", "2024-05-02")
    store.remember("looked", "2024-05-03")
    assert store.recall("looked") == "2024-05-03"
