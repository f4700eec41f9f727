"""What an article of no dossier knows: the countries, people and places of the dossiers that are common."""

import datetime as dt

from reading import article
from talks.codebook import load_codebook
from talks.codebook.dossier import Gazetteer, Party
from talks.extraction import extract


def test_a_head_of_state_known_from_a_dossier_is_known_where_none_fits():
    told = article("Presidents Donald Trump and Xi Jinping met in Busan on Thursday.", "2025-11-01")
    found = extract(told, load_codebook())
    assert found.dossier is None
    assert [(m.kind, m.parties, m.people) for m in found.mentions] == [
        ("summit", ("United States", "China"), ("Donald Trump", "Xi Jinping"))
    ]


def test_people_of_the_invented_negotiation_are_known_in_it_alone():
    people = load_codebook().worlds[-1].people
    assert "Donald Trump" in people
    assert "Halvard Stenmoe" not in people


def test_no_happening_of_a_dossier_is_known_where_none_fits():
    world = load_codebook().worlds[-1]
    assert world.sides == ()
    assert world.references == ()
    assert world.date_of("Istanbul talks", dt.date(2025, 11, 3)) is None


def test_of_a_name_in_two_the_first_one_counts():
    one = Gazetteer(party=(Party(name="Norland", adjectives=("Norlandic",)),))
    two = Gazetteer(party=(Party(name="Norland"), Party(name="Sudria")))
    assert [(p.name, p.adjectives) for p in one.joined(two).party] == [
        ("Norland", ("Norlandic",)),
        ("Sudria", ()),
    ]
