"""Mentions of one happening in several articles are one event, whatever the order of the articles."""

import datetime as dt
import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reading import article, codebook
from talks.extraction import extract
from talks.link import Report, link
from talks.models import Basis, When

TEXTS = [
    ("Norland and Sudria held a second round of talks in Castrel on Tuesday.", "2024-03-13"),
    ("The second round of talks between Norland and Sudria, in Castrel on 12 March, failed.", "2024-03-20"),
    ("Norland and Sudria will hold a second round of talks in Castrel on 12 March, Ekre said.", "2024-03-09"),
    ("Norland and Sudria swapped 120 prisoners on Thursday.", "2024-03-29"),
    ("On 28 March Norland and Sudria exchanged 120 prisoners at Tresk.", "2024-04-02"),
    ("Norland and Sudria swapped 86 prisoners on Friday.", "2024-05-04"),
    ("A third round of talks between Norland and Sudria was held in Vasrum on 12 March.", "2024-03-13"),
]  # fmt: skip


def reports(texts=TEXTS) -> list[Report]:
    out = []
    for text, published in texts:
        made = article(text, published)
        for mention in extract(made, codebook()).mentions:
            out.append(Report(mention, When.day(dt.date.fromisoformat(published), Basis.GIVEN), made.id))
    return out


def groups(events) -> set[frozenset[str]]:
    return {frozenset(event.mentions) for event in events}


def test_three_reports_of_one_round_are_one_event_with_its_history():
    event = next(e for e in link(reports()) if e.kind == "talks" and e.round == 2)
    assert (event.when.edtf, event.place, event.sources) == ("2024-03-12", "Castrel", 3)
    assert [step.status.value for step in event.history] == ["planned", "held", "held"]
    assert event.status.value == "held"


def test_another_round_and_another_swap_are_events_of_their_own():
    events = link(reports())
    assert sorted(e.round for e in events if e.kind == "talks") == [2, 3]
    assert sorted(c.n for e in events if e.kind == "prisoner_swap" for c in e.counts) == [86, 120]


@settings(max_examples=50, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(generator: random.Random):
    shuffled = reports()
    generator.shuffle(shuffled)
    assert link(shuffled) == link(reports())


def test_every_mention_is_in_one_event():
    everything = reports()
    events = link(everything)
    assert sorted(m for event in events for m in event.mentions) == sorted(r.mention.id for r in everything)
    assert len(groups(events)) == len(events)


def test_figures_that_must_be_one_are_shown_as_a_disagreement():
    texts = [
        ("On 28 March Norland returned the bodies of 1,245 soldiers to Sudria.", "2024-03-29"),
        ("On 28 March Norland returned the bodies of 1,248 soldiers to Sudria.", "2024-03-30"),
    ]
    (event,) = link(reports(texts))
    assert [(c.field, [value for value, _ in c.values]) for c in event.conflicts] == [
        ("figures", ["1,245 bodies", "1,248 bodies"])
    ]


def test_a_city_and_its_country_are_no_disagreement():
    texts = [
        ("Norland and Sudria held talks in Castrel on 28 March.", "2024-03-29"),
        ("Norland and Sudria held talks in Vasrum on 28 March.", "2024-03-29"),
    ]
    castrel, vasrum = reports(texts)
    near = [replace(castrel, around=frozenset({"Vasrum"})), vasrum]
    (event,) = link(near)
    assert (event.place, event.conflicts) == ("Castrel", ())
