"""Humanitarian corridors belong to the truce told beside them."""

import pytest

from reading import mentions


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland announced a ceasefire in Dravo to open a humanitarian corridor.", "planned"),
        ("On Monday Norland declared a truce in Dravo and opened humanitarian corridors.", "ongoing"),
        ("They agreed on a ceasefire of two days and on humanitarian corridors.", "agreed"),
    ],
)
def test_a_truce_and_its_corridors_are_one(text, status):
    assert [(m.kind, m.status.value) for m in mentions(text)] == [("ceasefire", status)]


def test_corridors_instead_of_a_truce_are_another():
    text = "Sudria rejected a full ceasefire but agreed to open humanitarian corridors."
    assert sorted(m.status.value for m in mentions(text)) == ["agreed", "rejected"]


def test_corridors_alone_are_one():
    assert [m.kind for m in mentions("Norland opened a humanitarian corridor to Dravo.")] == ["ceasefire"]
