"""Right answers on faultless records: where each side turned, whom an actor met, and what is a copy."""

from itertools import combinations
from pathlib import Path

import pytest

from talks.link.sketches import ALIKE, shared, sketch
from talks.store import Store
from talks.views.actors import actor_page, candidates
from talks.views.positions import Asked, lines, tables

# By hand from the gold. Each turn: from, to, and the words that show it (fragments of the gold's evidence).
TURNS = {
    ("Russia", "summit"): [
        (
            "conditional",
            "against",
            "pointless to set strict timeframes",
            "how one was supposed to hold summits",
        ),
        (
            "against",
            "conditional",
            "how one was supposed to hold summits",
            "a meeting of leaders made sense only",
        ),
    ],
    ("Russia", "talks"): [
        ("against", "for", "a little inelegant", "root causes of the crisis"),
    ],
    ("Ukraine", "ceasefire"): [
        ("for", "conditional", "We are ready to take this step", "any movement of Russian warships"),
        ("against", "for", "criticised that offer", "he was ready any day from Monday"),
    ],
    ("Ukraine", "talks"): [
        ("against", "for", "would not recognise any agreements", "ready for such a partial ceasefire"),
        (
            "against",
            "conditional",
            "several demands that his country cannot accept",
            "was not against meeting",
        ),
    ],
    ("Sudria", "talks"): [
        ("conditional", "for", "was a condition, not a wish", "I would go with or without the map"),
    ],
    ("Norland", "talks"): [
        ("for", "against", "without maps if maps frighten anybody", "a summit crowns a process"),
    ],
    ("Sudria", "summit"): [
        ("conditional", "for", "she would come to Sankt Orlen next week", "I would have come on foot"),
    ],
}
STEADY = {("Russia", "territory"), ("Norland", "prisoners"), ("Türkiye", "talks"), ("Helvaria", "summit")}
NEAR = {"d020", "d021", "d022"}  # one agency report and two light rewrites of it


@pytest.mark.parametrize(("party", "topic"), TURNS)
def test_a_side_turns_where_it_did_and_two_quotes_show_it(gold_history: Store, party, topic):
    told = lines(gold_history, Asked(parties=(party,), topics=(topic,)))
    (line,) = (line for line in told if line.party == party)  # beside it stand joint statements
    found = [
        (
            *(group.value for group in turn.groups),
            turn.before.statement.evidence.quote,
            turn.after.statement.evidence.quote,
        )
        for turn in line.turns
    ]
    for before, after, old, new in TURNS[party, topic]:
        assert any(
            (row[0], row[1]) == (before, after) and old in row[2] and new in row[3] for row in found
        ), found


def test_a_side_that_said_one_thing_throughout_did_not_turn(gold_history: Store):
    stands = {
        key[::-1]: stand for table in tables(gold_history, Asked()) for key, stand in table.stands.items()
    }
    assert {key for key in STEADY if stands[key].turns} == set()


def test_a_statement_that_three_articles_tell_is_one(gold_history: Store):
    (line,) = lines(gold_history, Asked(speakers=("Dmitry Peskov",), topics=("bodies",)))
    june = [saying for saying in line.sayings if "determine the dates" in saying.statement.evidence.quote]
    assert [len(saying.copies) for saying in june] == [2]


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("Umerov", ["2025-05-16", "2025-06-02", "2025-07-23"]),
        ("Medinsky", ["2022-02-28", "2022-03-29", "2025-05-16", "2025-06-02", "2025-07-23"]),
    ],
)
def test_whoever_led_a_delegation_spoke_when_its_rounds_were_held(gold_history: Store, name, days):
    (whole,) = candidates(gold_history, name)
    page = actor_page(gold_history, whole)
    held = {str(event.when.date) for event in page.spoke_then if event.kind == "talks"}
    assert held >= set(days)
    assert all(page.actor.party in event.parties for event in page.spoke_then)


@pytest.mark.parametrize("name", ["Rustem Umerov", "Vladimir Medinsky"])
def test_whoever_led_a_delegation_took_part_in_its_rounds(shared: Path, fill, name):
    files = [shared / "corpus" / "articles" / f"{key}.{end}" for key, end in ROUNDS]
    page = actor_page(fill(*files), name)
    held = {str(event.when.date) for event in page.took_part if event.kind == "talks"}
    assert held >= {"2025-05-16", "2025-06-02", "2025-07-23"}


ROUNDS = (("d013", "html"), ("d016", "txt"), ("d023", "txt"))


def test_of_the_corpus_only_the_near_duplicates_are_copies(gold_history: Store):
    texts = {f"{Path(a.path or '').stem} {a.part or ''}".strip(): a.text for a in gold_history.articles()}
    sketches = {name: sketch(text) for name, text in texts.items()}
    parts = {frozenset(pair): shared(*map(sketches.get, pair)) or 0.0 for pair in combinations(texts, 2)}
    near = [part for pair, part in parts.items() if pair <= NEAR]
    rest = [part for pair, part in parts.items() if not pair <= NEAR]
    assert (len(near), len(rest)) > (2, 1000)
    assert min(near) > ALIKE + 0.05
    assert max(rest) < ALIKE - 0.1
