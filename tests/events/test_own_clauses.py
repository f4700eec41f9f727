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


def test_a_proposal_has_no_day_from_the_clause_before_it():
    found = only(
        "On Monday our delegation returned to Castrel, and Sudria will not leave without a truce for Dravo.",
        "ceasefire",
    )
    assert (found.when.known, found.place) == (False, "Dravo")


@pytest.mark.parametrize(
    "text",
    [
        "The 30-day version, accepted by Sudria in Castrel in May, is stuck. Norland wants no ceasefire.",
        "In Castrel, Sudria accepted a ceasefire of 30 days. Norland is silent.",
    ],
)
def test_a_truce_that_one_side_accepted_is_proposed_and_not_for_where_it_was_accepted(text):
    found = only(text, "ceasefire")
    assert (found.status.value, found.place) == ("proposed", None)


def test_the_past_days_of_a_truce_show_that_there_was_one():
    found = only("Norland and Sudria look back on a truce for Dravo from 29 March to 3 April.", "ceasefire")
    assert (found.status.value, found.when.edtf) == ("held", "2024-03-29/2024-04-03")


def test_what_goes_on_and_what_was_done_of_it_today_are_two_records():
    text = (
        "Norland and Sudria will meet again only when the exchanges of prisoners agreed in May have been"
        " completed. Another group of prisoners was exchanged between Norland and Sudria on Thursday."
    )
    found = [m for m in mentions(text, "2024-06-20") if m.kind == "prisoner_swap"]
    assert {(m.status.value, m.when.precision.value) for m in found} == {
        ("ongoing", "approx"),
        ("held", "day"),
    }


def test_the_swap_that_was_announced_is_the_one_that_the_article_tells_of():
    text = (
        "Norland and Sudria exchanged 390 prisoners each on Friday. Quent, who had announced the swap on"
        " Wednesday, was at the border."
    )
    assert len([m for m in mentions(text, "2024-06-23") if m.kind == "prisoner_swap"]) == 1


def test_a_truce_at_sea_is_none_of_thirty_days():
    text = (
        "Norland and Sudria agreed on a truce at sea on Monday. Quent still wants a ceasefire of 30 days"
        " between Norland and Sudria."
    )
    found = [m for m in mentions(text, "2024-06-20") if m.kind == "ceasefire"]
    assert [[count.n for count in m.counts] for m in found] == [[], [30]]


def test_the_town_in_which_they_parted_is_no_place_of_talks_to_come():
    found = mentions(
        "Almost a week after their delegations parted in Castrel, Norland and Sudria have no date for talks."
    )
    assert [m.place for m in found if m.status.value == "unscheduled"] == [None]


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        (
            "Talks between Norland and Sudria were held, another round of theirs is expected in Castrel.",
            "held",
            (None, None),
        ),
        (
            "After the talks in Castrel, Ekre said that Norland and Sudria would swap prisoners next week.",
            "held",
            ("Castrel", None),
        ),
        (
            "Ekre spoke in Harvik on Tuesday, after Norland and Sudria had held talks.",
            "held",
            (None, None),
        ),
        (
            "Delgast landed in Castrel to join talks of Norland and Sudria aimed at a truce in Dravo.",
            "held",
            ("Castrel", None),
        ),
        ("Norland and Sudria discussed the venue of a meeting of their ministers.", "proposed", (None, None)),
    ],
)
def test_a_happening_has_no_day_or_place_of_another_clause(text, status, expected):
    found = [m for m in mentions(text) if m.status.value == status and m.kind in ("talks", "meeting")]
    assert expected in [(m.place, m.when.date) for m in found]


def test_what_was_months_after_something_else_has_not_its_day():
    text = (
        "Norland and Sudria have held talks since their delegations met in May, two months after troops"
        " crossed the river in March."
    )
    assert [m.when.date for m in mentions(text) if m.kind == "talks"] == ["2024-05"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Norland and Sudria exchanged 400 prisoners at Tresk, as agreed in Castrel on 2 May.", None),
        (
            "On Monday Norland and Sudria exchanged 400 prisoners, as agreed in Castrel on 2 May.",
            "2024-06-17",
        ),
        ("Norland and Sudria exchanged 400 prisoners, as planned, on 2 May.", "2024-05-02"),
        ("As planned, Norland and Sudria exchanged 400 prisoners at Tresk on 2 May.", "2024-05-02"),
        ("The prisoner exchange of Norland and Sudria went ahead as planned on 2 May.", "2024-05-02"),
    ],
)
def test_the_day_on_which_it_was_agreed_is_none_of_what_was_done(text, edtf):
    assert only(text, "prisoner_swap").when.edtf == edtf
