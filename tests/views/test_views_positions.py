"""Positions through time: who stands where, where that turns, and what is one statement."""

import datetime as dt
from dataclasses import replace

import pytest

from invented_positions import LINES, Line, statement_of, tell_positions
from talks.models import Manner, Precision, Stance, Statement, When
from talks.store import Store, open_store
from talks.views.positions import Asked, lines, tables
from talks.views.sayings import content_of, said_once
from talks.views.stands import AXIS, load_stands
from talks.views.turns import find_turns, group_of

ON_TALKS = ("talks",)
PRINCIPALS = {"Gunnvor Ask", "Halvard Stenmoe", "Torvald Ekre", "Livia Corvane"}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("positions") / "talks.db", mode="create") as made:
        tell_positions(made)
        yield made


def say(
    day: str, stance: Stance, speaker: str = "Gunnvor Ask", words: str | None = None, **more
) -> Statement:
    told = words or " ".join(f"{letter}{day.replace('-', '')}" for letter in "abcdefgh")
    return statement_of(Line(day, speaker, stance, ON_TALKS, told, **more))


def turns_of(*said: Statement) -> list[tuple[str, str, str]]:
    found = find_turns(said_once(said), lambda statement: statement.speaker in PRINCIPALS)
    return [(*(group.value for group in turn.groups), str(turn.after.statement.when.date)) for turn in found]


# --- turns ------------------------------------------------------------------------------------------


def test_one_who_speaks_for_the_party_turns_it_by_one_statement():
    said = say("2024-01-01", Stance.OPPOSES), say("2024-02-01", Stance.CONDITIONAL)
    assert turns_of(*said) == [("against", "conditional", "2024-02-01")]
    assert turns_of(*said, say("2024-03-01", Stance.OFFERS)) == [
        ("against", "conditional", "2024-02-01"),
        ("conditional", "for", "2024-03-01"),
    ]


def test_stances_of_one_group_turn_nothing():
    assert turns_of(say("2024-01-01", Stance.SUPPORTS), say("2024-02-01", Stance.OFFERS)) == []


def test_a_demand_is_neither_for_nor_against():
    said = [say("2024-01-01", Stance.SUPPORTS), say("2024-02-01", Stance.DEMANDS)]
    assert turns_of(*said, say("2024-03-01", Stance.SUPPORTS)) == []


def test_anybody_else_needs_a_second_statement():
    first = say("2024-01-01", Stance.SUPPORTS)
    odd = say("2024-02-01", Stance.OPPOSES, "Norlandic lawmaker")
    again = say("2024-02-05", Stance.OPPOSES, "Norlandic lawmaker")
    taken_back = say("2024-02-03", Stance.SUPPORTS)
    assert turns_of(first, odd) == []
    assert turns_of(first, odd, again) == [("for", "against", "2024-02-05")]
    assert turns_of(first, odd, taken_back, again) == []


def test_a_denial_needs_a_second_statement_as_it_may_reject_a_claim():
    first, denial = say("2024-01-01", Stance.SUPPORTS), say("2024-02-01", Stance.DENIES)
    assert turns_of(first, denial) == []
    assert turns_of(first, denial, say("2024-02-09", Stance.DENIES)) == [("for", "against", "2024-02-09")]


def test_a_day_on_which_a_party_says_two_things_turns_nothing():
    first = say("2024-01-01", Stance.SUPPORTS)
    both = say("2024-02-01", Stance.OPPOSES), say("2024-02-01", Stance.SUPPORTS, "Halvard Stenmoe")
    assert turns_of(first, *both) == []
    assert turns_of(first, *both, say("2024-02-02", Stance.OPPOSES)) == [("for", "against", "2024-02-02")]


def test_a_turn_is_surely_later_than_what_it_turns_from():
    march = say("2024-03-31", Stance.OPPOSES)
    when = march.when.model_copy(update={"earliest": dt.date(2024, 3, 1), "precision": Precision.MONTH})
    march = march.model_copy(update={"when": when})
    assert turns_of(march, say("2024-03-20", Stance.SUPPORTS)) == []
    assert turns_of(march, say("2024-04-01", Stance.SUPPORTS)) == [("against", "for", "2024-04-01")]


def test_what_has_no_date_turns_nothing():
    undated = say("2024-03-20", Stance.OPPOSES).model_copy(update={"when": When.unknown()})
    assert turns_of(say("2024-01-01", Stance.SUPPORTS), undated) == []


def test_the_rule_groups_all_stances_that_make_a_position():
    rule = load_stands()
    assert set(Stance) - set(rule.groups) == {Stance.REPORTS, Stance.EXPECTS, Stance.ACCUSES}
    assert set(rule.groups.values()) - AXIS == {rule.groups[Stance.DEMANDS]}


# --- one statement, several sources -----------------------------------------------------------------

WORDS = "We shall come back to the table when every prisoner is at home"


@pytest.mark.parametrize(
    "other",
    [
        WORDS,
        WORDS.upper(),
        "we shall come back to the table",
        "We shall come back to that table when every last prisoner is at home",
    ],
)
def test_the_same_words_in_two_articles_are_one_statement(other):
    one = say("2024-03-01", Stance.CONDITIONAL, words=WORDS)
    two = say("2024-03-03", Stance.CONDITIONAL, words=other, outlet="Ostwind Online")
    (found,) = said_once([two, one])
    assert (found.statement, found.copies) == (one, (two,))


@pytest.mark.parametrize(
    "other",
    [
        {"day": "2024-03-20"},
        {"speaker": "Halvard Stenmoe"},
        {"words": "Every prisoner has to be counted before anybody travels anywhere"},
        {"words": "The table"},
        {"stance": Stance.SUPPORTS, "words": WORDS.replace("when", "before")},
    ],
    ids=str,
)
def test_other_days_speakers_and_words_are_other_statements(other):
    one = say("2024-03-01", Stance.CONDITIONAL, words=WORDS)
    two = say(
        **({"day": "2024-03-01", "stance": Stance.CONDITIONAL, "words": WORDS} | other), outlet="Firth Mail"
    )
    assert len(said_once([one, two])) == 2


def test_what_the_outlet_says_about_the_words_is_no_part_of_them():
    line = Line("2024-03-01", "Gunnvor Ask", Stance.OPPOSES, ON_TALKS, WORDS, cue="sneered")
    assert content_of(statement_of(line)) == f"“{WORDS},”"


def test_an_unknown_speaker_may_be_anybody():
    one, two = (
        say("2024-03-01", Stance.SUPPORTS, words=WORDS, outlet=outlet).model_copy(update={"speaker": None})
        for outlet in ("Polder Post", "Firth Mail")
    )
    assert len(said_once([one, two])) == 2


def test_the_order_of_arrival_changes_nothing():
    said = [statement_of(line) for line in LINES]
    assert said_once(said) == said_once(reversed(said))


# --- asked of a store -------------------------------------------------------------------------------


def words_of(store: Store, asked: Asked) -> dict[tuple[str, str], list[str]]:
    return {
        (line.topic, line.party): [saying.statement.speaker or "" for saying in line.sayings]
        for line in lines(store, asked)
    }


def test_what_several_said_together_is_told_of_each_but_is_no_turn_of_any(tmp_path):
    together = Line("2024-09-01", "Joint statement", Stance.SUPPORTS, ON_TALKS, "We want a fifth round")
    with open_store(tmp_path / "talks.db", mode="create") as made:
        tell_positions(made, (*LINES, together))
        (table,) = tables(made, Asked())
        assert {party for _, party in table.stands} == {"Norland", "Sudria", "Helvaria"}
        assert table.stands["talks", "Norland"].latest.statement.speaker != "Joint statement"
        told = {line.party for line in lines(made, Asked(parties=("Norland",), topics=ON_TALKS))}
        assert told == {"Norland", "Norland and Sudria"}


def test_where_everybody_stands(store):
    (table,) = tables(store, Asked())
    found = {
        key: (s.latest.statement.stance.value, s.statements, len(s.turns)) for key, s in table.stands.items()
    }
    assert found == {
        ("talks", "Norland"): ("opposes", 4, 2),
        ("talks", "Sudria"): ("supports", 3, 1),
        ("talks", "Helvaria"): ("supports", 1, 0),
        ("mediation", "Norland"): ("offers", 1, 0),
        ("territory", "Sudria"): ("conditional", 1, 0),
        ("ceasefire", "Sudria"): ("demands", 1, 0),
        ("document", "Helvaria"): ("supports", 1, 0),
    }
    assert table.topics == ["talks", "ceasefire", "territory", "mediation", "document"]


def test_who_has_left_a_post_no_longer_stands_for_the_party(store):
    (line,) = lines(store, Asked(parties=("Sudria",), topics=ON_TALKS))
    assert [saying.statement.speaker for saying in line.sayings] == [
        "Teodor Basaran",
        "Livia Corvane",
        "Teodor Basaran",
    ]
    assert line.others == {line.sayings[2].statement.id}
    (turn,) = line.turns
    assert [group.value for group in turn.groups] == ["conditional", "for"]
    assert "with or without the map" in turn.after.statement.evidence.quote


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(topics=("mediation",)), {("mediation", "Norland"): ["Halvard Stenmoe"]}),
        (
            Asked(speakers=("Claudine Oberholt",), topics=("document",)),
            {("document", "Helvaria"): ["Claudine Oberholt"]},
        ),
        (Asked(speakers=("Ole Trygg",)), {("ceasefire", ""): ["Ole Trygg"]}),
        (
            Asked(parties=("Norland",), topics=ON_TALKS, since=dt.date(2024, 6, 1)),
            {("talks", "Norland"): ["Gunnvor Ask"]},
        ),
        (
            Asked(parties=("Norland",), topics=ON_TALKS, until=dt.date(2024, 3, 1)),
            {("talks", "Norland"): ["Gunnvor Ask"]},
        ),
        (Asked(topics=("blame",)), {}),
    ],
)
def test_filters(store, asked, expected):
    assert words_of(store, asked) == expected


def test_what_came_out_later_was_not_known(store):
    known = Asked(parties=("Norland",), topics=ON_TALKS, as_of=dt.date(2024, 5, 3))
    (line,) = lines(store, known)
    assert [(s.statement.when.date, len(s.copies)) for s in line.sayings] == [
        ("2024-02-13", 0),
        ("2024-05-03", 0),
    ]
    (later,) = lines(store, replace(known, as_of=dt.date(2024, 5, 4)))
    assert [len(saying.copies) for saying in later.sayings] == [0, 1]
    (table,) = tables(store, Asked(as_of=dt.date(2024, 5, 3)))
    assert set(table.stands) == {("talks", "Norland"), ("mediation", "Norland")}


def test_a_turn_is_found_by_all_that_was_said_and_shown_in_the_range(store):
    (line,) = lines(store, Asked(parties=("Norland",), topics=ON_TALKS, since=dt.date(2024, 8, 1)))
    (turn,) = line.turns
    assert turn.before.statement.when.date == "2024-05-03"
    assert turn.before.statement.article in line.articles


def test_every_position_is_in_words_of_its_article(store):
    for line in lines(store, Asked()):
        for saying in line.sayings:
            statement = saying.statement
            assert statement.manner is Manner.DIRECT
            text = line.articles[statement.article].text
            assert content_of(statement) == " … ".join(span.of(text) for span in statement.content)
            assert group_of(statement) in load_stands().groups.values()
