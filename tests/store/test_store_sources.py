"""What is followed, the pages that it names, and the machines that are asked are kept as they were told."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from talks.store import Store, open_store
from talks.store.hosts import Host, RobotsFile, RobotsState, load_hosts, note_hosts
from talks.store.pages import Listed, Page, State, due_pages, list_pages, list_passed_over, note_page
from talks.store.sources import (
    Followed,
    Kind,
    Result,
    Validators,
    add_source,
    list_sources,
    note_poll,
    remove_source,
)

NOON = dt.datetime(2024, 3, 12, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
FEED = Followed("https://harbour.example/feed", title="Harbour Post", categories=(("Papers", "Coast"),))
OTHER = Followed("https://polder.example/live", Kind.PAGE, outline={"language": "en"})
ONE, TWO = (
    Listed(f"https://harbour.example/{n}", f"https://harbour.example/{n}?x", f"s{n}", f"g{n}", f"T{n}")
    for n in (1, 2)
)


@pytest.fixture
def store(path: Path):
    with open_store(path, mode="create") as found:
        add_source(found, FEED, NOON)
        add_source(found, OTHER, NOON)
        yield found


def due(store: Store, now: dt.datetime = NOON, judge: str = "rule", **options) -> list[str]:
    return [page.url for page in due_pages(store, [FEED.url], now, judge=judge, **options)]


def page(store: Store, url: str) -> Page:
    return next(
        page
        for page in due_pages(store, [FEED.url, OTHER.url], NOON + 999 * HOUR, judge="?")
        if page.url == url
    )


def pass_over(store: Store, url: str) -> None:
    found = page(store, url)
    note_page(store, replace(found, state=State.PASSED_OVER, judged_by="rule", reason="no", due_at=None))


def test_sources_come_back_in_their_order(store: Store):
    assert [polled.source for polled in list_sources(store)] == [FEED, OTHER]
    assert list_sources(store)[0].result is None


def test_what_is_followed_already_is_put_under_its_new_category_too(store: Store):
    assert not add_source(store, Followed(FEED.url, categories=(("Coast",),)), NOON)
    assert not add_source(store, Followed(FEED.url), NOON)
    [known, _] = list_sources(store)
    assert (known.source.title, known.source.categories) == (
        "Harbour Post",
        (("Papers", "Coast"), ("Coast",)),
    )


def test_what_came_of_asking_is_kept_and_failures_running_are_counted(store: Store):
    validators = Validators('"x"', "Mon", "abc")
    note_poll(store, FEED.url, NOON, Result.READ, validators=validators)
    for result in (Result.FAILED, Result.FAILED, Result.WAITING):
        note_poll(store, FEED.url, NOON + HOUR, result, reason="it is down")
    [found, _] = list_sources(store)
    assert (found.failures, found.reason, found.checked_at) == (2, "it is down", NOON + HOUR)
    assert found.validators == validators
    note_poll(store, FEED.url, NOON, Result.UNCHANGED)
    assert list_sources(store)[0].failures == 0


def test_pages_are_due_until_they_were_fetched(store: Store):
    assert list_pages(store, FEED.url, [ONE, TWO], NOON) == (2, 0)
    assert due(store) == [ONE.url, TWO.url]
    note_page(store, replace(page(store, ONE.url), state=State.KEPT, due_at=NOON + HOUR))
    assert due(store) == [TWO.url]
    assert due(store, NOON + HOUR) == [ONE.url, TWO.url]
    assert due(store, recheck=True) == [ONE.url, TWO.url]


def test_a_page_of_which_its_feed_tells_anew_is_due(store: Store):
    list_pages(store, FEED.url, [ONE], NOON)
    pass_over(store, ONE.url)
    assert list_pages(store, FEED.url, [ONE], NOON) == (0, 0)
    assert due(store) == []
    assert list_pages(store, FEED.url, [replace(ONE, stamp="new")], NOON) == (0, 1)
    assert due(store) == [ONE.url]


def test_what_another_rule_passed_over_is_judged_again(store: Store):
    list_pages(store, FEED.url, [ONE], NOON)
    pass_over(store, ONE.url)
    assert due(store, judge="better rule") == [ONE.url]
    [passed] = list_passed_over(store)
    assert (passed.url, passed.title, passed.source, passed.reason) == (ONE.url, "T1", FEED.url, "no")


def test_what_no_feed_names_any_more_is_not_asked_unless_it_never_was(store: Store):
    list_pages(store, FEED.url, [ONE, TWO], NOON)
    note_page(store, replace(page(store, ONE.url), state=State.KEPT, due_at=NOON))
    list_pages(store, FEED.url, [], NOON)
    assert due(store, recheck=True) == [TWO.url]


def test_a_page_keeps_its_first_address_under_the_name_that_a_feed_has_for_it(store: Store):
    list_pages(store, FEED.url, [ONE], NOON)
    moved = replace(ONE, url="https://harbour.example/new-slug")
    assert list_pages(store, FEED.url, [moved], NOON) == (0, 0)
    assert due(store) == [ONE.url]


def test_a_page_of_which_the_address_changed_is_asked_at_the_new_one(store: Store):
    list_pages(store, FEED.url, [ONE], NOON)
    note_page(store, replace(page(store, ONE.url), state=State.KEPT, due_at=None))
    moved = replace(ONE, url="https://harbour.example/new", link="https://harbour.example/new?x")
    for _ in range(2):
        list_pages(store, FEED.url, [moved], NOON)
        [found] = due_pages(store, [FEED.url], NOON, judge="rule")
        assert (found.url, found.link) == (ONE.url, moved.link)
    note_page(store, replace(found, due_at=None))
    list_pages(store, FEED.url, [moved], NOON)
    assert not due(store)


def test_what_failed_is_tried_again_though_no_feed_names_it_any_more(store: Store):
    list_pages(store, FEED.url, [ONE], NOON)
    note_page(store, replace(page(store, ONE.url), state=State.FAILED, due_at=NOON + HOUR))
    list_pages(store, FEED.url, [], NOON)
    assert (due(store), due(store, NOON + HOUR)) == ([], [ONE.url])
    note_page(store, replace(page(store, ONE.url), due_at=None))
    assert not due(store, NOON + 999 * HOUR, recheck=True)


def test_a_page_of_two_sources_is_one(store: Store):
    list_pages(store, FEED.url, [ONE], NOON)
    list_pages(store, OTHER.url, [ONE], NOON)
    assert page(store, ONE.url).sources == (FEED.url, OTHER.url)
    remove_source(store, FEED.url)
    assert page(store, ONE.url).sources == (OTHER.url,)
    remove_source(store, OTHER.url)
    assert store.connection.execute("SELECT count(*) FROM pages").fetchone() == (0,)


def test_a_page_that_another_source_begins_to_name_is_due_once(store: Store):
    list_pages(store, FEED.url, [ONE], NOON)
    [first] = due_pages(store, [FEED.url], NOON, judge="rule")
    note_page(store, replace(first, state=State.KEPT, due_at=None))
    assert due(store) == []
    list_pages(store, OTHER.url, [ONE], NOON)
    [again] = due_pages(store, [FEED.url], NOON, judge="rule")
    note_page(store, replace(again, due_at=None))
    list_pages(store, OTHER.url, [ONE], NOON)
    assert due(store) == []


def test_what_is_known_of_machines_comes_back(store: Store):
    robots = RobotsFile(RobotsState.READ, NOON + HOUR, "User-agent: *")
    hosts = {
        "https://a.example": Host("https://a.example", 3, NOON, "answers 503", robots),
        "https://b.example": Host("https://b.example"),
    }
    note_hosts(store, hosts.values())
    assert load_hosts(store) == hosts
