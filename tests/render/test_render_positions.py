"""Screens of positions, actors and shared sources, on papers of several widths and on a pipe."""

import json

import pytest

from invented_copies import COPIES, OWN, write_copies
from invented_positions import tell_positions
from talks.codebook import load_codebook
from talks.ingest import Intake, engine_id
from talks.readers import open_sources
from talks.render.actors import ACTOR_COLUMNS, actor_row, draw_actor, draw_actors
from talks.render.event import draw_event
from talks.render.harmless import width_of
from talks.render.lines import Paper
from talks.render.position_rows import (
    LINE_BRIEF,
    LINE_COLUMNS,
    TABLE_COLUMNS,
    in_words,
    line_rows,
    table_rows,
)
from talks.render.positions import Positions
from talks.render.records import WRITERS
from talks.store import Store, open_store
from talks.views.actors import Asked as AskedActors
from talks.views.actors import actor_page, list_actors
from talks.views.frames import load_frames
from talks.views.pages import event_page
from talks.views.positions import Asked, lines, tables

PAPERS = {"80": Paper(80), "120": Paper(120), "pipe": Paper()}
TALKS = Asked(topics=("talks",))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("positions") / "talks.db", mode="create") as made:
        tell_positions(made)
        yield made


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    from invented_positions import NOON

    folder = tmp_path_factory.mktemp("copies")
    with open_store(folder / "talks.db", mode="create") as made:
        sources = open_sources([str(write_copies(folder / "in"))])
        Intake(made, load_codebook(), engine_id(), clock=lambda: NOON).run(sources)
        yield made


def screen(store: Store, paper: Paper, asked: Asked | None = None) -> str:
    drawing = Positions.on(paper, load_frames(store))
    rows = drawing.lines(lines(store, asked)) if asked else drawing.tables(tables(store, Asked()))
    return "".join(f"{line}\n" for line in paper.write_all((*rows, *drawing.legend())))


@pytest.mark.parametrize("paper", PAPERS)
def test_where_everybody_stands(store, golden, paper):
    golden(f"positions-{paper}.txt", screen(store, PAPERS[paper]))


@pytest.mark.parametrize("paper", PAPERS)
def test_what_was_said_on_a_topic(store, golden, paper):
    golden(f"positions-talks-{paper}.txt", screen(store, PAPERS[paper], TALKS))


@pytest.mark.parametrize("paper", PAPERS)
def test_the_list_of_actors(store, golden, paper):
    drawn = PAPERS[paper].write_all(draw_actors(list_actors(store, AskedActors()), PAPERS[paper]))
    golden(f"actors-{paper}.txt", "".join(f"{line}\n" for line in drawn))


@pytest.mark.parametrize("name", ["Teodor Basaran", "Halvard Stenmoe"])
def test_the_page_of_an_actor(store, told, golden, name):
    source = store if name == "Teodor Basaran" else told
    paper = PAPERS["80"]
    drawn = paper.write_all(draw_actor(actor_page(source, name), load_frames(source)))
    golden(f"actor-{name.split()[-1].lower()}-80.txt", "".join(f"{line}\n" for line in drawn))


@pytest.mark.parametrize("width", [20, 40, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal(store, width):
    paper = Paper(width)
    shown = screen(store, paper) + screen(store, paper, TALKS)
    shown += "\n".join(paper.write_all(draw_actors(list_actors(store, AskedActors()), paper)))
    assert max(map(width_of, shown.splitlines())) <= max(width, 60)  # columns at the left are never cut


def test_on_a_pipe_each_stand_is_one_line_with_the_id_of_its_statement(store):
    (table,) = tables(store, Asked())
    listed = screen(store, Paper()).splitlines()[1:]
    ids = [stand.latest.statement.id[:7] for stand in table.stands.values()]
    assert len(listed) == len(ids)
    assert all(any(key in line for line in listed) for key in ids)


@pytest.mark.parametrize("form", WRITERS)
def test_positions_for_other_programs(store, golden, form):
    found, columns = table_rows(tables(store, Asked())), TABLE_COLUMNS
    golden(f"positions.{form}", "".join(f"{line}\n" for line in WRITERS[form](found, columns)))


@pytest.mark.parametrize("form", WRITERS)
def test_what_was_said_for_other_programs(store, golden, form):
    found = line_rows(lines(store, TALKS))
    brief = form == "md"
    written = WRITERS[form](map(in_words, found) if brief else found, LINE_BRIEF if brief else LINE_COLUMNS)
    golden(f"positions-talks.{form}", "".join(f"{line}\n" for line in written))


def test_rows_have_the_columns_that_are_told(store):
    turns = [row for row in line_rows(lines(store, TALKS)) if row["record"] == "turn"]
    assert {(row["party"], row["before_position"], row["position"]) for row in turns} == {
        ("Norland", "conditional", "for"),
        ("Norland", "for", "against"),
        ("Sudria", "conditional", "for"),
    }
    assert all(row["before_text"] and row["text"] for row in turns)
    assert set(LINE_COLUMNS) <= {name for row in line_rows(lines(store, TALKS)) for name in row}
    assert set(TABLE_COLUMNS) <= {name for row in table_rows(tables(store, Asked())) for name in row}
    assert set(ACTOR_COLUMNS) == set(actor_row(list_actors(store, AskedActors())[0]))
    assert json.loads("".join(WRITERS["json"](map(actor_row, list_actors(store, AskedActors())), ())))


def test_an_event_tells_which_reports_count_as_one_source_and_why(copied):
    event = max(copied.events(kind="prisoner_swap"), key=lambda event: (len(event.mentions), event.id))
    page = event_page(copied, event.id)
    copies = max(page.origins, key=lambda origin: len(origin.articles))
    assert event.sources == len(page.origins) <= 1 + len(OWN)
    assert len(copies.articles) >= len(COPIES)
    rows = list(Paper(80).write_all(draw_event(page, load_frames(copied), Paper(80))))
    listed = "\n".join(rows[rows.index("Sources") : rows.index("Reports")])
    assert listed.count("text shared with") == len(copies.articles) - 1
    assert listed.count("\n  1 ") == 1
