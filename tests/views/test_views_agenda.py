"""What is ahead, as of a day."""

import datetime as dt
from pathlib import Path

import pytest

from invented import SIDES, _article, _mention
from invented import day as day_of
from invented_news import ASK, EVENTS, FIRST, WIRE
from talks.link import Report, tell
from talks.models import Article, Event, Extraction, Mention, Status
from talks.store import Capture, Linkable, Store, open_store
from talks.views.agenda import Agenda, Item, draw_up
from talks.views.past import as_of
from talks.views.timeline import Asked

SECTIONS = ("dated", "undated", "unscheduled", "overdue", "lapsed")
NAMES = {event.id: name for name, event in EVENTS.items()}


def on(store: Store, day: str | None, asked: Asked | None = None, *, older: bool = False) -> Agenda:
    last = dt.date.fromisoformat(day) if day else store.last_published()
    assert last
    return draw_up(as_of(store, last if day else None), last, asked or Asked(), older=older)


def names(agenda: Agenda) -> dict[str, list[str]]:
    return {
        section: [NAMES[item.told.event.id] for item in items]
        for section in SECTIONS
        if (items := getattr(agenda, section))
    }


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-05-27", {}),
        (
            "2024-06-03",
            {
                "dated": ["ministers", "swap", "round"],
                "undated": ["summit"],
                "unscheduled": ["truce"],
            },
        ),
        (
            "2024-06-11",
            {
                "dated": ["round"],
                "undated": ["summit"],
                "unscheduled": ["truce"],
                "overdue": ["ministers"],
            },
        ),
        (
            "2024-06-21",
            {
                "undated": ["summit"],
                "unscheduled": ["truce"],
                "overdue": ["round", "ministers"],
            },
        ),
        (
            None,
            {
                "undated": ["summit"],
                "unscheduled": ["sixth", "truce"],
                "overdue": ["ministers"],
            },
        ),
    ],
)
def test_what_is_held_or_past_leaves_the_agenda(news: Store, day, expected):
    assert names(on(news, day)) == expected


def test_without_a_day_it_is_that_of_the_last_report(news: Store):
    assert on(news, None).day == dt.date(2024, 6, 23)


def item(agenda: Agenda, event: Event) -> Item:
    items = [one for section in SECTIONS for one in getattr(agenda, section)]
    return next(one for one in items if one.told.event.id == event.id)


def test_it_is_told_by_whose_word(news: Store):
    agenda = on(news, "2024-06-03")
    (backer,) = item(agenda, EVENTS["round"]).backers
    assert (backer.claim, backer.article) == (ASK, WIRE)
    (backer,) = item(agenda, EVENTS["swap"]).backers
    assert (backer.claim, backer.article) == (None, WIRE)


def test_what_was_held_near_an_overdue_plan_is_named(news: Store):
    assert [event.id for event in item(on(news, None), EVENTS["ministers"]).compare] == [EVENTS["envoy"].id]
    assert item(on(news, "2024-06-11"), EVENTS["ministers"]).compare == ()


def test_what_is_old_is_counted_and_listed_when_wanted(news: Store):
    late = on(news, "2024-12-01")
    assert (names(late), late.older) == ({}, 4)
    assert names(on(news, "2024-12-01", older=True)) == names(on(news, None))
    assert names(on(news, "2024-12-01", Asked(since=dt.date(2024, 6, 2)))) == {
        "unscheduled": ["sixth"],
        "overdue": ["ministers"],
    }


def test_a_kind_and_a_party_choose(news: Store):
    assert names(on(news, "2024-06-03", Asked(kinds=("talks",)))) == {"dated": ["round"]}
    assert names(on(news, "2024-06-03", Asked(parties=("Helvaria",)))) == {}
    until = Asked(until=dt.date(2024, 6, 9))
    assert names(on(news, "2024-06-01", until))["dated"] == ["ministers"]


def test_the_invented_history_plans_and_proposes(told: Store):
    agenda = on(told, "2024-04-14")
    assert [one.told.event.kind for one in agenda.dated] == ["ceasefire", "meeting"]


def test_what_was_put_off_is_ahead_for_the_day_of_the_last_word(tmp_path: Path):
    days = (("2024-05-28", "2024-06-03"), ("2024-05-29", "2024-06-03"), ("2024-06-05", "2024-06-24"))
    told = [planned(n, published, meant) for n, (published, meant) in enumerate(days)]
    with open_store(tmp_path / "x.db", mode="create") as store:
        for article, mention in told:
            store.save(Extraction(article, (mention,), (), None), Capture.of(article, FIRST))
            store.save_linkable(article.id, [Linkable(mention.id, article.id, article.published)])
        store.save_events([tell(Report(mention, article.published, article.id) for article, mention in told)])
        (before,) = on(store, "2024-06-04").overdue
        assert (before.when.date, before.moved) == ("2024-06-03", False)
        (after,) = on(store, "2024-06-05").dated
        assert (after.when.date, after.told.event.when.date, after.moved) == (
            "2024-06-24",
            "2024-06-03",
            True,
        )


def planned(n: int, published: str, meant: str) -> tuple[Article, Mention]:
    """Return an article that tells of a plan."""
    words = f"The foreign ministers are to meet on {meant}"
    article = _article(f"{words}, paper {n} has it.", f"{n}.txt", f"Paper {n}", day_of(published))
    return article, _mention(
        article, words, "meeting.x", "meeting", Status.PLANNED, when=day_of(meant), parties=SIDES
    )
