"""Pages that list: the timeline, what a search finds, what is new, articles and actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, cast, get_args

from talks.asking.names import known_kinds, known_outlets, known_parties, known_statuses
from talks.asking.news import fresh_articles
from talks.asking.parsing import choose, read_date
from talks.asking.searches import check_words, find_hits, read_filters, read_records
from talks.asking.searches import with_names as with_all_names
from talks.asking.timelines import with_names
from talks.render.actors import actor_row
from talks.render.articles import shelf_row
from talks.render.changes import change_lines, change_rows
from talks.render.hits import hit_row, passages
from talks.render.rows import entry_row
from talks.render.sentences import counted
from talks.render.wording import named_kinds
from talks.serving.answers import Answer, Asked
from talks.store import Hit, Store
from talks.store.shelf import list_shelf
from talks.views import actors as actor_views
from talks.views.changes import By, list_changes
from talks.views.frames import load_frames
from talks.views.outlets import read_shelf
from talks.views.pages import EventPage, event_pages
from talks.views.past import History, as_of
from talks.views.timeline import Asked as TimelineAsked
from talks.views.timeline import Entry, Told, list_months, list_undated

__all__ = ["actors", "articles", "changes", "search", "timeline"]

MOST_HITS: Final = 50  # of each kind of record
WAYS: Final = get_args(By)
EACH: Final = {"statement": "What was said", "mention": "What happened", "article": "What was printed"}


def timeline(asked: Asked) -> Answer:
    """Answer with what happened, and what was said about it: what has a date, then what has none."""
    history = as_of(asked.store, asked.query.day())
    taken = asked.query.taken(_entries(asked, history))
    sides = [frame.sides for frame in load_frames(asked.store)]
    return Answer(
        "Timeline",
        lambda: {"entries": taken, "pages": _pages(history, taken)},
        lambda: [entry_row(entry, sides) for entry in taken],
    )


def _entries(asked: Asked, history: History) -> Iterator[Entry]:
    query, store, named = asked.query, asked.store, named_kinds()
    first, last = query.range()
    wanted = with_names(
        store,
        TimelineAsked(
            since=first,
            until=last,
            kinds=known_kinds(query.all("kind")),
            statuses=known_statuses(query.all("status")),
        ),
        query.all("party"),
        query.all("place"),
    )
    months = list_months(history, wanted, named=named)
    dated: Iterable[Entry] = (entry for month in months for entry in month.entries)
    found = chain(dated, list_undated(history, wanted, named=named))
    if not query.all("source"):
        return found
    shelf = read_shelf(store, known_outlets(store, query.all("source")))
    return (entry for entry in found if shelf.has(entry))


def _pages(history: History, entries: Iterable[Entry]) -> dict[str, EventPage]:
    events = [entry.event for entry in entries if isinstance(entry, Told)]
    return {page.event.id: page for page in event_pages(history, events)}


def search(asked: Asked) -> Answer:
    """Answer with the records that hold all words, the best of each kind first."""
    query, store = asked.query, asked.store
    words = " ".join(query.all("q"))
    if words:
        check_words(words, "q")
    hits = list(_hits(store, words, asked)) if words else []
    articles = {a.id: a for a in store.articles(ids={hit.article for hit in hits})} if hits else {}
    groups = [(title, [hit for hit in hits if hit.record == record]) for record, title in EACH.items()]
    return Answer(
        f"Search: {words}" if words else "Search",
        lambda: {
            "words": words,
            "groups": [(title, passages(found), len(found) >= MOST_HITS) for title, found in groups if found],
            "articles": articles,
        },
        lambda: [hit_row(hit) for hit in hits],
    )


def _hits(store: Store, words: str, asked: Asked) -> Iterator[Hit]:
    query = asked.query
    records = read_records(query.all("record"))
    filters = with_all_names(
        store,
        read_filters(query.range(), query.all("kind"), query.all("status"), query.all("topic")),
        party=query.all("party"),
        place=query.all("place"),
        speaker=query.all("speaker"),
        outlet=query.all("source"),
    )
    return find_hits(store, words, records, filters, MOST_HITS)


def changes(asked: Asked) -> Answer:
    """Answer with what is new since a day or the last look."""
    query, store = asked.query, asked.store
    day, by = read_date("since", query.one("since")), cast(By, query.one("by") or WAYS[0])
    choose("way to tell what is new", (by,), WAYS)
    since = day.earliest if day else None
    fresh, which = fresh_articles(store, since, by)
    wanted = TimelineAsked(
        since=since, kinds=known_kinds(query.all("kind")), parties=known_parties(store, query.all("party"))
    )
    found = query.taken(list_changes(store, fresh, wanted, named=named_kinds()))
    frames = load_frames(store)
    return Answer(
        "What is new",
        lambda: {
            "which": f"New in {counted(len(fresh), 'article')}{which}",
            "changes": [(change, list(change_lines(change, frames))) for change in found],
        },
        lambda: [row for change in found for row in change_rows(change, frames)],
    )


def articles(asked: Asked) -> Answer:
    """Answer with the articles, by date."""
    query, store = asked.query, asked.store
    first, last = query.range()
    outlets = known_outlets(store, query.all("source"))
    found = query.taken(list_shelf(store, outlet=outlets, since=first, until=last))
    return Answer("Articles", lambda: {"shelf": found}, lambda: [shelf_row(one) for one in found])


def actors(asked: Asked) -> Answer:
    """Answer with the people and offices who speak or take part."""
    query, store = asked.query, asked.store
    first, last = query.range()
    wanted = actor_views.Asked(parties=known_parties(store, query.all("party")), since=first, until=last)
    found = query.taken(actor_views.list_actors(store, wanted))
    return Answer("Actors", lambda: {"actors": found}, lambda: [actor_row(actor) for actor in found])
