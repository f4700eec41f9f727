"""Day, place and parties are those of the clause that tells of a happening, not of one beside it."""

from __future__ import annotations

import pytest

from reading import mentions


def only(text: str, kind: str, published: str = "2024-06-20"):
    found = [mention for mention in mentions(text, published) if mention.kind == kind]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "That memorandum, which Gunnvor Ask and Ramiro Delgast initialled nine days ago, recommends talks.",
        "The memorandum that Gunnvor Ask and Ramiro Delgast worked out in Castrel on 11 June has 12 points.",
    ],
)
def test_a_relative_clause_has_all_its_subjects(text):
    found = only(text, "document")
    assert (found.status.value, found.when.edtf) == ("held", "2024-06-11")
    assert set(found.people) == {"Gunnvor Ask", "Ramiro Delgast"}


def test_what_is_to_come_has_no_day_from_behind_a_semicolon():
    found = only(
        "Two things were settled: an exchange of prisoners in the coming days; and each party will put its"
        " vision of a future ceasefire on paper.",
        "document",
    )
    assert not found.when.known


def test_a_figure_of_the_noun_stays_with_what_a_relative_clause_tells_of_it():
    found = only(
        "The talks aim at a limited, 30-day ceasefire that Norland and Sudria agreed to in May.", "ceasefire"
    )
    assert [(count.n, count.of) for count in found.counts] == [(30, "days")]
