"""Exact screens of the invented history, at fixed widths and in a pipe."""

import re
from collections.abc import Callable, Iterator

import pytest

from invented import CITADEL, EVENTS, POST_ARTICLE, ROUND, SOLLBAKK, SWAP
from talks.render import rows
from talks.render.article import draw_article
from talks.render.event import draw_event
from talks.render.lines import Paper, Row
from talks.render.records import WRITERS
from talks.render.statement import draw_statement
from talks.render.timeline import Screen
from talks.store import Store
from talks.views.frames import load_frames
from talks.views.pages import article_page, event_page, statement_page
from talks.views.timeline import Asked, list_months, list_undated

PAPERS = {
    "80": Paper(80),
    "100": Paper(100),
    "160": Paper(160),
    "pipe": Paper(),
    "colour": Paper(100, colour=True),
}
NAMED = ("document", "meeting")


def timeline(store: Store, paper: Paper) -> Iterator[str]:
    screen = Screen.on(paper, load_frames(store))
    yield from screen.months(list_months(store, Asked(), named=NAMED))
    yield from screen.undated(list_undated(store, Asked(), named=NAMED))
    yield from screen.legend()


def written(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def drawn(draw: Callable[..., Iterator[Row]], page: object, store: Store, paper: Paper) -> str:
    return written(paper.write_all(draw(page, load_frames(store), paper)))


@pytest.mark.parametrize("width", PAPERS)
def test_the_timeline(told, golden, width):
    golden(f"timeline-{width}.txt", written(timeline(told, PAPERS[width])))


@pytest.mark.parametrize("width", PAPERS)
def test_the_page_of_an_event(told, golden, width):
    page = event_page(told, ROUND.id)
    golden(f"event-{width}.txt", drawn(draw_event, page, told, PAPERS[width]))


def test_the_page_of_a_disputed_figure(told, golden):
    page = event_page(told, SWAP.id)
    golden("event-swap-100.txt", drawn(draw_event, page, told, PAPERS["100"]))


@pytest.mark.parametrize("width", ["80", "pipe", "colour"])
def test_the_page_of_a_statement(told, golden, width):
    page = statement_page(told, SOLLBAKK.id)
    golden(f"statement-{width}.txt", drawn(draw_statement, page, told, PAPERS[width]))


@pytest.mark.parametrize("width", ["80", "pipe", "colour"])
def test_the_page_of_an_article(told, golden, width):
    page = article_page(told, POST_ARTICLE.id)
    golden(f"article-{width}.txt", drawn(draw_article, page, told, PAPERS[width]))


def test_the_list_of_statements(told, golden):
    screen = Screen.on(Paper(100), load_frames(told))
    golden("statements-100.txt", written(screen.statements(told.statements())))


@pytest.mark.parametrize("form", WRITERS)
def test_the_timeline_for_other_programs(told, golden, form):
    months = list_months(told, Asked(), named=NAMED)
    entries = [entry for month in months for entry in month.entries]
    sides = [frame.sides for frame in load_frames(told)]
    columns = rows.BRIEF if form == "md" else rows.TIMELINE_COLUMNS
    found = (rows.entry_row(entry, sides) for entry in entries)
    lines = WRITERS[form](map(rows.for_people, found) if form == "md" else found, columns)
    golden(f"timeline.{form}", written(lines))


@pytest.mark.parametrize("form", ["csv", "md"])
def test_the_statements_for_other_programs(told, golden, form):
    columns = rows.STATEMENT_BRIEF if form == "md" else rows.STATEMENT_COLUMNS
    found = map(rows.statement_row, told.statements())
    lines = WRITERS[form](map(rows.for_people, found) if form == "md" else found, columns)
    golden(f"statements.{form}", written(lines))


@pytest.mark.parametrize("width", [40, 60])
def test_on_a_narrow_screen_ids_stand_at_the_margin_and_words_remain(told, width):
    lines = [*timeline(told, Paper(width))]
    assert max(map(len, lines)) <= width
    with_id = [line for line in lines if re.search(r" [es][0-9a-f]{4}$", line)]
    assert {len(line) for line in with_id} == {width}
    words = " ".join(re.sub(r" [es][0-9a-f]{4}$", "", line).strip() for line in lines)
    assert "there would be no truce before" in words


@pytest.mark.parametrize("width", [20, 40, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal(told, width):
    from talks.render.harmless import width_of

    lines = [*timeline(told, Paper(width))]
    for key in (event.id for event in EVENTS):
        lines += Paper(width).write_all(draw_event(event_page(told, key), load_frames(told), Paper(width)))
    assert max(map(width_of, lines)) <= max(width, 60)  # columns at the left are never cut


def test_every_status_and_disagreement_is_told_without_colour(told):
    screen = written(timeline(told, Paper(100)))
    for mark in "●◐○◌‖×⊘–“≠":
        assert mark in screen
    assert CITADEL.speaker in screen
