"""Days and places behind a happening that are of something else."""

import pytest

from reading import mentions


@pytest.mark.parametrize(
    ("text", "kind", "status", "date", "place"),
    [
        (
            "On 9 June, Helvaria and Caldor published a joint statement urging Norland and Sudria to resume "
            "talks in Castrel on 15 June.",
            "document",
            "held",
            "2024-06-09",
            None,
        ),
        (
            "On Monday Varga sent a letter to Stenmoe, inviting him to meet Quent in Castrel on Friday.",
            "document",
            "held",
            "2024-06-10",
            None,
        ),
        (
            "Norland and Sudria held talks in Castrel on Monday, agreeing to hold a new round in Sankt Orlen "
            "on Friday.",
            "talks",
            "held",
            "2024-06-10",
            "Castrel",
        ),
        (
            "Norland offered an exchange of 300 prisoners, proposing to hold it in Dravo on Friday.",
            "prisoner_swap",
            "proposed",
            "2024-06-14",
            "Dravo",
        ),
        (
            "Norland and Sudria held talks in Castrel, hoping to agree on a truce, and parted on Monday.",
            "talks",
            "held",
            "2024-06-10",
            "Castrel",
        ),
    ],
)
def test_what_is_asked_in_passing_has_its_own_day_and_place(text, kind, status, date, place):
    found = next(m for m in mentions(text) if m.kind == kind)
    assert (found.status, found.when.date, found.place) == (status, date, place)


def test_what_is_agreed_in_passing_is_to_come():
    text = (
        "Norland and Sudria met in Castrel on Monday, agreeing to hold a new round in Sankt Orlen on Friday."
    )
    assert ("agreed", "2024-06-14", "Sankt Orlen") in [
        (m.status, m.when.date, m.place) for m in mentions(text) if m.kind == "talks"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Sudria held talks in Castrel, shorter than the last round in Sankt Orlen on 3 May.",
        "The talks of Norland and Sudria in Castrel lasted no longer than those of 3 May in Sankt Orlen.",
    ],
)
def test_what_a_happening_is_compared_with_has_its_own_day_and_place(text):
    found = [(m.place, m.when.date) for m in mentions(text) if m.place == "Castrel"]
    assert found == [("Castrel", None)]


@pytest.mark.parametrize(
    "text",
    [
        "No progress was made on the issue of organising a summit of Stenmoe and Quent.",
        "Ekre and Corvane discussed the question of holding a summit of Stenmoe and Quent.",
        "Ekre spoke of the importance of holding a summit of Stenmoe and Quent.",
        "Ekre and Corvane went over the details of arranging a summit of Stenmoe and Quent.",
    ],
)
def test_a_matter_that_is_spoken_of_has_not_been(text):
    assert [m.status for m in mentions(text) if m.kind == "summit"] == ["proposed"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sudria sent its draft on Monday, but Norland gave its own only at the talks in Tresk.", None),
        ("Sudria gave its draft on Monday at the talks in Tresk, but Norland gave none.", "2024-06-10"),
    ],
)
def test_talks_behind_a_contrast_have_not_the_day_before_it(text, date):
    assert {m.when.edtf for m in mentions(text, "2024-06-12") if m.kind == "talks"} == {date}
