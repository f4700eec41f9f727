"""Who speaks and takes part, and whom a name means."""

import datetime as dt

import pytest

from invented_positions import tell_positions
from talks.codebook import load_dossiers
from talks.store import Store, open_store
from talks.views.actors import Asked, actor_page, candidates, list_actors
from talks.views.cast import Known, Post, keep_cast, load_cast


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("actors") / "talks.db", mode="create") as made:
        tell_positions(made)
        yield made


def names(store: Store, asked: Asked) -> list[str]:
    return [actor.name for actor in list_actors(store, asked)]


def test_actors_stand_by_party_and_by_how_much_they_say(store):
    found = [(a.party, a.name, a.statements) for a in list_actors(store, Asked())]
    assert found == [
        ("Norland", "Gunnvor Ask", 2),
        ("Norland", "Halvard Stenmoe", 2),
        ("Norland", "Torvald Ekre", 1),
        ("Sudria", "Teodor Basaran", 2),
        ("Sudria", "Livia Corvane", 1),
        ("Sudria", "Marisela Quent", 1),
        ("Helvaria", "Claudine Oberholt", 2),
        (None, "Ole Trygg", 1),
    ]


def test_the_role_is_that_of_the_last_day_on_which_somebody_is_seen(store):
    roles = {actor.name: (actor.role, str(actor.last)) for actor in list_actors(store, Asked())}
    assert roles["Livia Corvane"] == ("foreign minister", "2024-05-15")
    assert roles["Teodor Basaran"] == ("former foreign minister", "2024-05-20")
    assert roles["Ole Trygg"] == (None, "2024-06-13")
    (early,) = list_actors(store, Asked(parties=("Sudria",), until=dt.date(2024, 5, 14)))
    assert (early.name, early.role, early.statements) == ("Teodor Basaran", "foreign minister", 1)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(parties=("Helvaria",)), ["Claudine Oberholt"]),
        (Asked(dossiers=("norland-sudria",), since=dt.date(2024, 7, 1)), ["Gunnvor Ask"]),
        (Asked(dossiers=("russia-ukraine",)), []),
        (Asked(parties=("Norland",), everybody=True, until=dt.date(2024, 5, 12)),
         ["Gunnvor Ask", "Halvard Stenmoe", "Norlandic lawmaker"]),
    ],
)  # fmt: skip
def test_filters(store, asked, expected):
    assert sorted(names(store, asked)) == sorted(expected)


def test_who_takes_part_is_counted_by_what_was_held(told):
    found = {actor.name: (actor.statements, actor.meetings) for actor in list_actors(told, Asked())}
    assert found["Halvard Stenmoe"] == (0, 1)  # a call; their summit was called off
    page = actor_page(told, "Halvard Stenmoe")
    assert sorted(event.status.value for event in page.took_part) == ["cancelled", "held"]


def test_who_tells_of_an_event_spoke_for_it(told):
    page = actor_page(told, "Sudrian official")
    assert [event.kind for event in page.claimed] == ["prisoner_swap"]
    assert page.actor.kind == "unnamed"
    assert page.known is None


def test_who_is_quoted_when_an_encounter_was_held_spoke_then(told):
    page = actor_page(told, "Ingra Sollbakk")
    assert [(event.kind, str(event.when.date)) for event in page.spoke_then] == [("talks", "2024-03-12")]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("Gunnvor Ask", ["Gunnvor Ask"]),
        ("gunnvor ask", ["Gunnvor Ask"]),
        ("Basaran", ["Teodor Basaran"]),
        ("Theodor Bassaran", ["Teodor Basaran"]),
        ("trygg", ["Ole Trygg"]),
        ("Ólé", ["Ole Trygg"]),
        ("livia cor", ["Livia Corvane"]),
        ("lawmaker", ["Norlandic lawmaker"]),
        ("Nobody", []),
        ("", []),
    ],
)
def test_whom_a_name_means(store, wanted, expected):
    assert candidates(store, wanted) == expected


def test_a_part_of_several_names_means_all_of_them(store):
    assert len(candidates(store, "t")) > 1


def test_the_cast_is_kept_with_aliases_roles_and_dossiers(store):
    known = load_cast(store)["Teodor Basaran"]
    assert (known.kind, known.party, known.dossiers) == ("person", "Sudria", ("norland-sudria",))
    assert "Theodor Bassaran" in known.aliases
    assert [(post.titles, post.until) for post in known.posts] == [(("foreign minister",), "2024-05-14")]


def test_the_cast_is_written_only_when_it_changes(store):
    before = store.connection.total_changes
    keep_cast(store, load_dossiers())
    assert store.connection.total_changes == before


def test_a_role_is_the_first_that_is_held_or_the_last_that_was():
    posts = (
        Post(("deputy minister",), "Norland", "2020-01-01", "2022-01-01"),
        Post(("minister", "top diplomat"), "Norland", "2022-01-02", "2023-01-01"),
        Post(("head",), "Stone House", "2022-06-01", "2022-12-31"),
    )
    known = Known("Somebody", "person", "Norland", None, (), posts, ())
    assert known.role_on(dt.date(2021, 5, 1)) == "deputy minister"
    assert known.role_on(dt.date(2022, 7, 1)) == "minister"
    assert known.role_on(dt.date(2024, 1, 1)) == "former minister"
    assert known.role_on(dt.date(2019, 1, 1)) is None
    assert Known("Office", "office", "Norland", None, (), posts[2:], ()).role_on(None) == "head, Stone House"
