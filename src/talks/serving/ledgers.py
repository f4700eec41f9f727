"""Pages that weigh: exchanges, promises, positions, what is ahead, and on what reports disagree."""

from __future__ import annotations

from typing import Any, Final

from talks.asking.names import known_kinds, known_parties, known_places, known_speakers, known_topics
from talks.asking.parsing import choose
from talks.errors import UsageError
from talks.render.agenda import agenda_items, item_row
from talks.render.conflicts import conflict_rows
from talks.render.ledgers import exchange_rows
from talks.render.position_rows import line_rows, table_rows
from talks.render.promises import promise_row
from talks.render.wording import named_kinds
from talks.serving.answers import Answer, Asked
from talks.views import positions as position_views
from talks.views import promises as promise_views
from talks.views import swaps as swap_views
from talks.views.agenda import draw_up
from talks.views.conflicts import list_disputes
from talks.views.exchanges import kinds_added
from talks.views.frames import load_frames
from talks.views.past import as_of
from talks.views.timeline import Asked as TimelineAsked

__all__ = ["agenda", "conflicts", "positions", "promises", "swaps"]

NO_DAY: Final = "no report here has a date, so no day is known to look ahead from"


def swaps(asked: Asked) -> Answer:
    """Answer with who handed how many to whom."""
    query, store = asked.query, asked.store
    first, last = query.range()
    wanted = swap_views.Asked(
        since=first,
        until=last,
        kinds=choose("kind", query.all("kind"), kinds_added()),
        parties=known_parties(store, query.all("party")),
        as_of=query.day(),
    )
    books = swap_views.find_books(store, wanted)
    return Answer("Exchanges", lambda: {"books": books}, lambda: list(exchange_rows(books)))


def promises(asked: Asked) -> Answer:
    """Answer with what was agreed, and what came of it."""
    query, store = asked.query, asked.store
    states = choose("state", query.all("state"), list(promise_views.State))
    wanted = promise_views.Asked(
        as_of=query.day(),
        parties=known_parties(store, query.all("party")),
        states=tuple(map(promise_views.State, states)),
    )
    found = promise_views.find_promises(store, wanted)
    day = query.day() or promise_views.last_report(store)
    sides = [frame.sides for frame in load_frames(store)]
    return Answer(
        "Promises",
        lambda: {"promises": found},
        lambda: [promise_row(promise, day, sides) for promise in found if day],
    )


def positions(asked: Asked) -> Answer:
    """Answer with where each party stands; for a party, a topic or a speaker, JSON has what was said."""
    query, store = asked.query, asked.store
    first, last = query.range()
    wanted = position_views.Asked(
        parties=known_parties(store, query.all("party")),
        topics=known_topics(query.all("topic")),
        speakers=known_speakers(store, query.all("speaker")),
        since=first,
        until=last,
        as_of=query.day(),
    )

    def fields() -> list[dict[str, Any]]:
        if wanted.parties or wanted.topics or wanted.speakers:
            return list(line_rows(position_views.lines(store, wanted)))
        return list(table_rows(position_views.tables(store, wanted)))

    return Answer("Positions", lambda: {"lines": list(position_views.lines(store, wanted))}, fields)


def agenda(asked: Asked) -> Answer:
    """Answer with what is ahead of a day, or of that of the last report."""
    query, store = asked.query, asked.store
    day = query.day() or store.last_published()
    if day is None:
        raise UsageError("agenda", NO_DAY, "say as_of")
    drawn = draw_up(as_of(store, query.day()), day, _timeline(asked), named=named_kinds(), older=True)
    frames = load_frames(store)
    items = list(agenda_items(drawn))
    return Answer(
        "Agenda",
        lambda: {"day": day, "items": items},
        lambda: [item_row(day, section, item, frames) for section, item in items],
    )


def conflicts(asked: Asked) -> Answer:
    """Answer with what reports disagree on."""
    query, store = asked.query, asked.store
    disputes = list_disputes(as_of(store, query.day()), _timeline(asked), named=named_kinds())
    found = query.taken(disputes)
    frames = load_frames(store)
    return Answer(
        "Disagreements",
        lambda: {"disputes": found},
        lambda: [row for dispute in found for row in conflict_rows(dispute, frames)],
    )


def _timeline(asked: Asked) -> TimelineAsked:
    query, store = asked.query, asked.store
    first, last = query.range()
    return TimelineAsked(
        since=first,
        until=last,
        kinds=known_kinds(query.all("kind")),
        parties=known_parties(store, query.all("party")),
        places=known_places(store, query.all("place")),
    )
