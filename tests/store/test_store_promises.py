"""Same input, same history: what is ingested again, or in another order, changes nothing."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_world import (
    NOON,
    SENTENCES,
    captured,
    dump,
    extracted_from,
    extractions,
    make_article,
    make_extraction,
    make_mention,
    make_statement,
    put,
    relink,
    worlds,
)

from talks.errors import UnknownRecordError
from talks.models import Article, Basis, Extraction, Precision, When
from talks.store import Store, open_store, verify

LATER = NOON + dt.timedelta(days=1)
MAY_2, MAY_3 = dt.date(2024, 5, 2), dt.date(2024, 5, 3)

quietly = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


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


def dated(day: dt.date, basis: Basis, path: str, title: str | None = None) -> Article:
    return make_article(SENTENCES[0], published=When.day(day, basis), path=path, title=title)


@pytest.mark.parametrize(
    ("captures", "expected"),
    [
        pytest.param([(MAY_3, Basis.GIVEN), (MAY_2, Basis.METADATA)], MAY_3, id="the stronger basis"),
        pytest.param([(MAY_3, Basis.STATED), (MAY_2, Basis.STATED)], MAY_2, id="the earlier of equals"),
        pytest.param([(MAY_2, Basis.INFERRED), (MAY_3, Basis.STATED)], MAY_3, id="not the earlier"),
    ],
)
def test_the_date_is_that_with_the_strongest_basis_then_the_earliest(
    fresh: Callable[[], Path], captures: list[tuple[dt.date, Basis]], expected: dt.date
):
    found = [dated(day, basis, f"{n}.txt") for n, (day, basis) in enumerate(captures)]
    for order in (found, found[::-1]):
        with open_store(fresh(), mode="write") as store:
            for article in order:
                known = store.capture(article, captured(article))
            assert known.published.earliest == expected


def test_a_title_that_the_smallest_locator_lacks_comes_from_the_next(store: Store):
    for path, title in (("a.txt", None), ("b.txt", "B"), ("c.txt", "C")):
        article = dated(MAY_2, Basis.STATED, path, title)
        known = store.capture(article, captured(article))
    assert (known.title, known.path) == ("B", "a.txt")


def test_a_date_that_a_person_gave_stays_until_a_person_gives_another(store: Store):
    given, inferred = dated(MAY_2, Basis.GIVEN, "a.txt"), dated(MAY_3, Basis.INFERRED, "a.txt")
    store.capture(given, captured(given))
    assert store.capture(inferred, captured(inferred, LATER)).published == given.published
    corrected = dated(MAY_3, Basis.GIVEN, "a.txt")
    assert store.capture(corrected, captured(corrected, LATER)).published == corrected.published


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


def test_records_made_from_another_date_than_the_chosen_are_not_kept(store: Store):
    strong, weak = dated(MAY_2, Basis.STATED, "b.txt"), dated(MAY_3, Basis.INFERRED, "a.txt")
    store.save(Extraction(strong, (make_mention(strong, 0),), ()), captured(strong), engine="1")
    known = store.save(Extraction(weak, (make_mention(weak, 1),), ()), captured(weak), engine="1")
    assert known.published == strong.published
    assert [mention.id for mention in store.mentions()] == [make_mention(strong, 0).id]


def test_metadata_that_changes_asks_for_extraction(store: Store):
    weak, strong = dated(MAY_3, Basis.INFERRED, "a.txt"), dated(MAY_2, Basis.STATED, "b.txt")
    store.save(Extraction(weak, (), ()), captured(weak), engine="1")
    known = store.capture(strong, captured(strong))
    assert store.needs_extraction(known, "1")
    assert store.unextracted("1") == [known.id]


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


@st.composite
def arrivals(draw: st.DrawFn) -> list[tuple[Extraction, dt.datetime]]:
    """Draw captures: some texts at several locators, some locators with several texts, at different times."""
    world = draw(worlds())
    found = []
    for extraction in world:
        again = draw(st.integers(1, 3))
        found += [extraction, *(elsewhere(draw, extraction) for _ in range(again - 1))]
    return [
        (extraction, NOON + dt.timedelta(minutes=n))
        for n, extraction in enumerate(draw(st.permutations(found)))
    ]


def elsewhere(draw: st.DrawFn, extraction: Extraction) -> Extraction:
    text = extraction.article.text
    article = draw(extractions(text)).article
    if article.published.basis is Basis.GIVEN:  # a person's later word counts, by design
        article = article.model_copy(update={"published": When(precision=Precision.UNKNOWN)})
    return Extraction(article, extraction.mentions, extraction.statements, extraction.dossier)


@quietly
@given(found=arrivals(), data=st.data())
def test_the_order_of_arrival_never_changes_the_export(
    fresh: Callable[[], Path], found: list[tuple[Extraction, dt.datetime]], data: st.DataObject
):
    assert exported(fresh(), found) == exported(fresh(), data.draw(st.permutations(found)))


def exported(path: Path, found: list[tuple[Extraction, dt.datetime]]) -> str:
    with open_store(path, mode="write") as store:
        originals = {}
        for extraction, at in found:
            originals.setdefault(extraction.article.id, extraction)
            put(store, extraction, at)
        for waiting in store.unextracted("1"):
            store.save(extracted_from(store.article(waiting), originals[waiting]), engine="1")
        relink(store)
        assert list(verify(store)) == []
    return dump(path)
