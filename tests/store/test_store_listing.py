"""Listings are filtered and ordered in SQL as a plain loop would do it."""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from store_drawn import DAYS, histories, worlds
from store_world import (
    KINDS,
    PARTIES,
    PLACES,
    SENTENCES,
    SPEAKERS,
    TOPICS,
    captured,
    make_article,
    make_extraction,
    make_mention,
    make_statement,
    put,
    relink,
)

from talks.models import Article, Basis, Extraction, Precision, Status, When
from talks.store import Store, open_store

quietly = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def choices(values: Iterable[Any]) -> st.SearchStrategy[Any]:
    known = [value for value in values if value is not None]
    return st.one_of(st.none(), st.sampled_from(known), st.lists(st.sampled_from(known), max_size=2))


RANGES = {
    "since": st.one_of(st.none(), DAYS),
    "until": st.one_of(st.none(), DAYS),
    "undated": st.one_of(st.none(), st.booleans()),
}
HAPPENINGS = st.fixed_dictionaries(
    RANGES
    | {
        "kind": choices(KINDS),
        "status": choices(Status),
        "place": choices(PLACES),
        "party": choices(PARTIES),
    }
)
UTTERANCES = st.fixed_dictionaries(
    RANGES | {"speaker": choices(SPEAKERS), "party": choices(PARTIES), "topic": choices(TOPICS)}
)
FIELDS = {"topic": "topics"}


def fits(record: Any, asked: dict[str, Any]) -> bool:
    ranged = ("since", "until", "undated")
    return in_range(record.when, *(asked[name] for name in ranged)) and all(
        has(record, name, choice)
        for name, choice in asked.items()
        if name not in ranged and choice is not None
    )


def in_range(when: When, since: dt.date | None, until: dt.date | None, undated: bool | None) -> bool:
    if when.earliest is None or when.latest is None:
        return bool(undated) or (undated is None and not since and not until)
    first, last = since or dt.date.min, until or dt.date.max
    return undated is not True and first <= last and first <= when.latest and when.earliest <= last


def has(record: Any, name: str, choice: Any) -> bool:
    wanted = {choice} if isinstance(choice, str) else set(choice)
    if name == "topic" or (name == "party" and hasattr(record, "parties")):
        return bool(wanted & set(record.topics if name == "topic" else record.parties))
    return getattr(record, name) in wanted


def by_date(records: Iterable[Any]) -> list[Any]:
    far = dt.date.max
    return sorted(records, key=lambda r: (r.when.earliest or far, r.when.latest or far, r.id))


def stored(path: Path, world: list[Extraction]) -> Store:
    store = open_store(path, mode="write")
    for number, extraction in enumerate(world):
        article = extraction.article.model_copy(update={"path": f"{number}.txt"})
        store.save(Extraction(article, extraction.mentions, extraction.statements), captured(article))
    return store


@quietly
@given(world=worlds(), asked=HAPPENINGS, data=st.data())
def test_events_and_mentions_are_those_that_fit(
    fresh: Callable[[], Path], world: list[Extraction], asked: dict[str, Any], data: st.DataObject
):
    told = [mention for extraction in world for mention in extraction.mentions]
    events = data.draw(histories(told))
    with stored(fresh(), world) as store:
        store.save_events(events)
        assert list(store.mentions(**asked)) == by_date(m for m in told if fits(m, asked))
        assert list(store.events(**asked)) == by_date(e for e in events if fits(e, asked))
        of = {mention: event.id for event in events for mention in event.mentions}
        assert all(event == of[mention.id] for mention, event in store.linked_mentions(**asked))


@quietly
@given(world=worlds(), asked=UTTERANCES, limit=st.one_of(st.none(), st.integers(0, 3)))
def test_statements_are_those_that_fit(
    fresh: Callable[[], Path], world: list[Extraction], asked: dict[str, Any], limit: int | None
):
    said = [statement for extraction in world for statement in extraction.statements]
    with stored(fresh(), world) as store:
        expected = by_date(s for s in said if fits(s, asked))
        assert list(store.statements(**asked, limit=limit)) == expected[:limit]


@quietly
@given(
    since=DAYS,
    days=st.sampled_from((0, 1, 6, 7, 30, 31, 91, 92, 365, 366, 367, 4000)),
    before=st.integers(0, 4500),
)
@example(since=dt.date(1, 1, 2), days=1, before=1)
def test_what_began_before_a_range_and_may_last_into_it_is_found(
    fresh: Callable[[], Path], since: dt.date, days: int, before: int
):
    earliest = since - dt.timedelta(days=min(before, since.toordinal() - 1))
    when = When(earliest=earliest, latest=earliest + dt.timedelta(days=days), precision=Precision.SPAN)
    article = make_article(SENTENCES[0])
    with open_store(fresh(), mode="write") as store:
        store.save(Extraction(article, (make_mention(article, when=when),), ()), captured(article))
        assert bool(list(store.mentions(since=since))) == (when.latest >= since)


def test_listings_by_article_keep_the_order_of_the_text(store: Store):
    extraction = make_extraction(SENTENCES[0], mentions=3, statements=3)
    put(store, extraction)
    assert [mention.id for mention in store.mentions(order="article")] == [m.id for m in extraction.mentions]
    assert list(store.statements(article=extraction.article.id, order="article")) == list(
        extraction.statements
    )


def test_mentions_of_an_event_are_listed(store: Store):
    put(store, make_extraction(SENTENCES[0], mentions=2))
    relink(store)
    (event,) = store.events()
    assert {mention.id for mention in store.mentions(event=event.id)} == set(event.mentions)


@pytest.mark.parametrize("listing", ["mentions", "events", "statements"])
def test_a_range_that_ends_before_it_begins_holds_nothing(store: Store, listing: str):
    article = make_article(SENTENCES[0])
    may = When(earliest=dt.date(2024, 5, 1), latest=dt.date(2024, 5, 31), precision=Precision.MONTH)
    said = make_statement(article, when=may)
    store.save(Extraction(article, (make_mention(article, when=may),), (said,)), captured(article))
    relink(store)
    dates = {"since": dt.date(2024, 5, 20), "until": dt.date(2024, 5, 10)}
    assert list(getattr(store, listing)(**dates)) == []
    assert listing == "events" or not list(getattr(store, listing)(**dates, article=article.id))


def test_what_names_a_party_or_topic_twice_is_listed_once(store: Store):
    article = make_article(SENTENCES[0])
    told = make_mention(article, parties=("Norland", "Norland"), people=("Ada Holm", "Ada Holm"))
    said = make_statement(article, topics=("talks", "talks"), when=told.when)
    store.save(Extraction(article, (told,), (said,)), captured(article))
    relink(store)
    assert len(list(store.events(party="Norland"))) == len(list(store.events(person="Ada Holm"))) == 1
    assert list(store.statements(topic="talks")) == [said]


def test_what_several_said_together_is_listed_with_what_each_said(store: Store):
    article = make_article("They said so.")
    parties = ("Norland", "Norland and Sudria", "Sudria", "North Norland", "Caldor and Norland")
    said = tuple(make_statement(article, n, party=party) for n, party in enumerate(parties))
    put(store, Extraction(article, (), said))
    listed = [one.party for one in store.statements(party="Norland", order="article")]
    assert listed == ["Norland", "Norland and Sudria", "Caldor and Norland"]
    assert [one.party for one in store.statements(party="Norland and Sudria")] == ["Norland and Sudria"]
    found = {hit.id for hit in store.search("so", record="statement", party="Sudria")}
    assert found == {one.id for one in said if one.party in ("Sudria", "Norland and Sudria")}


def test_a_person_is_found_among_those_who_take_part(store: Store):
    article = make_article(SENTENCES[0])
    told = tuple(make_mention(article, n, people=people) for n, people in enumerate([("Ada Holm",), ()]))
    store.save(Extraction(article, told, ()), captured(article))
    assert list(store.mentions(person="Ada Holm")) == [told[0]]


def on(day: dt.date, **fields: object) -> Article:
    return make_article(str(fields), published=When.day(day, Basis.GIVEN), **fields)


def test_articles_are_listed_by_publication_outlet_and_dossier(store: Store):
    may, june = (
        on(dt.date(2024, 5, 2), path="a", outlet="Wire"),
        on(dt.date(2024, 6, 2), path="b", outlet="Post"),
    )
    for article in (may, june):
        store.save(Extraction(article, (), (), f"dossier of {article.path}"), captured(article))
    assert list(store.articles(since=dt.date(2024, 6, 1))) == [june]
    assert list(store.articles(outlet="Wire")) == [may]
    assert list(store.articles(dossier=["dossier of b"])) == [june]
    assert list(store.articles(ids=[may.id, june.id])) == sorted([may, june], key=lambda a: a.id)
    assert list(store.articles(ids=[])) == []


@pytest.mark.parametrize("listing", ["mentions", "statements"])
def test_a_dossier_keeps_to_its_articles(store: Store, listing: str):
    for path, dossier in (("a.txt", "norland-sudria"), ("b.txt", None)):
        extraction = make_extraction(path, path=path)
        store.save(
            Extraction(extraction.article, extraction.mentions, extraction.statements, dossier),
            captured(extraction.article),
        )
    (record,) = getattr(store, listing)(dossier="norland-sudria")
    assert store.article(record.article).path == "a.txt"


@pytest.mark.parametrize("order", ["date", "article"])
@pytest.mark.parametrize("undated", [None, True, False])
def test_the_mentions_of_an_article_are_few_and_so_sorted_at_once(
    store: Store, order: str, undated: bool | None
):
    article = make_article(SENTENCES[0])
    days = (When.day(dt.date(2024, 5, 3), Basis.STATED), When(), When.day(dt.date(2024, 5, 2), Basis.STATED))
    told = [make_mention(article, n, when=when) for n, when in enumerate(days)]
    store.save(Extraction(article, tuple(told), ()), captured(article))
    expected = [mention for mention in told if undated is not mention.when.known or undated is None]
    found = list(store.mentions(article=article.id, order=order, undated=undated))
    assert found == (expected if order == "article" else by_date(expected))


def test_the_values_to_filter_by_are_listed(store: Store):
    article = make_article(SENTENCES[0])
    told = make_mention(article, place="Bellmund", parties=("Norland", "Sudria"), people=("Ada Holm",))
    store.save(Extraction(article, (told,), (make_statement(article, topics=("talks",)),)), captured(article))
    relink(store)
    fields = ("kind", "party", "person", "place", "speaker", "topic")
    assert [store.values(field) for field in fields] == [
        *(["talks"], ["Norland", "Sudria"], ["Ada Holm"], ["Bellmund"], ["Ada Holm"], ["talks"])
    ]
