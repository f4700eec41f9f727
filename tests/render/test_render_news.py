"""Exact screens of what is ahead, what is new, and on what reports disagree."""

import datetime as dt
from collections.abc import Iterable

import pytest

from invented_news import EVENTS
from talks.render.agenda import AGENDA_BRIEF, AGENDA_COLUMNS, agenda_items, draw_agenda, item_row
from talks.render.changes import CHANGE_BRIEF, CHANGE_COLUMNS, change_rows, draw_changes
from talks.render.conflicts import CONFLICT_BRIEF, CONFLICT_COLUMNS, conflict_rows, draw_disputes
from talks.render.event import draw_event
from talks.render.harmless import width_of
from talks.render.lines import Paper, Row
from talks.render.records import WRITERS
from talks.store import Store
from talks.views.agenda import Agenda, draw_up
from talks.views.changes import Change, arrived_since, list_changes
from talks.views.conflicts import Dispute, list_disputes
from talks.views.frames import load_frames
from talks.views.pages import event_page
from talks.views.past import as_of
from talks.views.timeline import Asked

PAPERS = {"80": Paper(80), "120": Paper(120), "pipe": Paper(), "colour": Paper(100, colour=True)}
DAY = dt.date(2024, 6, 11)


def written(rows: Iterable[Row], paper: Paper) -> str:
    return "\n".join(paper.write_all(rows)) + "\n"


def agenda(store: Store) -> Agenda:
    return draw_up(as_of(store, DAY), DAY, Asked())


def changes(store: Store) -> list[Change]:
    return list(list_changes(store, arrived_since(store, dt.date(2024, 6, 13)), Asked()))


def disputes(store: Store) -> list[Dispute]:
    return list(list_disputes(store, Asked()))


def screens(store: Store, paper: Paper) -> dict[str, str]:
    frames = load_frames(store)
    page = event_page(as_of(store, dt.date(2024, 6, 22)), EVENTS["round"].id)
    rows = {
        "agenda": draw_agenda(agenda(store), frames, paper, known="by the reports published until then"),
        "changes": draw_changes(changes(store), frames, paper, title="New in 2 articles"),
        "conflicts": draw_disputes(disputes(store), frames, paper),
        "event-then": draw_event(page, frames, paper),
    }
    return {name: written(found, paper) for name, found in rows.items()}


@pytest.mark.parametrize("name", ["agenda", "changes", "conflicts", "event-then"])
@pytest.mark.parametrize("width", PAPERS)
def test_the_screens(news: Store, golden, name, width):
    golden(f"{name}-{width}.txt", screens(news, PAPERS[width])[name])


@pytest.mark.parametrize("form", WRITERS)
def test_for_other_programs(news: Store, golden, form):
    frames = load_frames(news)
    lists = {
        "agenda": ([item_row(DAY, part, item, frames) for part, item in agenda_items(agenda(news))]),
        "changes": [row for change in changes(news) for row in change_rows(change, frames)],
        "conflicts": [row for dispute in disputes(news) for row in conflict_rows(dispute, frames)],
    }
    columns = {
        "agenda": (AGENDA_COLUMNS, AGENDA_BRIEF),
        "changes": (CHANGE_COLUMNS, CHANGE_BRIEF),
        "conflicts": (CONFLICT_COLUMNS, CONFLICT_BRIEF),
    }
    for name, rows in lists.items():
        lines = WRITERS[form](rows, columns[name][form == "md"])
        golden(f"{name}.{form}", "\n".join(lines) + "\n")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(news: Store, width):
    for screen in screens(news, Paper(width)).values():
        assert max(map(width_of, screen.splitlines())) <= max(width, 60)  # columns are never cut
