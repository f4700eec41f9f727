"""What is only spoken of is not what is held, and a day of something else is not its day."""

import pytest

from reading import mentions


def told(text: str) -> set[tuple[str, str, str | None]]:
    return {(m.kind, m.status.value, m.when.edtf) for m in mentions(text, "2024-06-12")}


@pytest.mark.parametrize(
    "text",
    [
        "At talks in Harvik on 4 June, Norland and Sudria discussed a possible meeting of Stenmoe and Quent.",
        "On 4 June Norland and Sudria held talks in Harvik on a meeting between Stenmoe and Quent.",
    ],
)
def test_leaders_who_are_only_spoken_of_make_no_summit_of_the_talks(text):
    found = told(text)
    assert ("talks", "held", "2024-06-04") in found
    assert {status for kind, status, _ in found if kind == "summit"} == {"proposed"}


def test_whom_a_speaker_only_speaks_of_is_not_spoken_with():
    found = told("Ekre spoke about a meeting of Stenmoe and Quent in Castrel on Monday.")
    assert {kind for kind, _, _ in found} == {"summit"}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "Norland and Sudria exchanged 100 prisoners each in line with the agreement reached on 3 June.",
            None,
        ),
        ("The swap of 100 prisoners carried out on 3 June was the second.", "2024-06-03"),
    ],
)
def test_the_day_of_an_agreement_is_not_that_of_what_is_done_by_it(text, edtf):
    assert ("prisoner_swap", "held", edtf) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Stenmoe did not come to the summit with Quent in Sankt Orlen on Tuesday.",
        "Stenmoe was to meet Quent in Sankt Orlen on Tuesday but did not come.",
        "Quent skipped Tuesday's summit with Stenmoe in Sankt Orlen.",
    ],
)
def test_what_one_of_two_did_not_come_to_is_called_off(text):
    assert told(text) == {("summit", "cancelled", "2024-06-11")}


def test_talks_that_a_third_stayed_away_from_were_held():
    found = told("Stenmoe skipped the talks of the delegations in Castrel on Monday.")
    assert found == {("talks", "held", "2024-06-10")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Three Sudrian soldiers were expected to be set free on Friday.", "planned"),
        (
            "The agreement provides for the release of 33 Sudrian soldiers in exchange for 200 prisoners.",
            "agreed",
        ),
        (
            "In addition to the release of 33 Sudrian soldiers, the deal will include a withdrawal.",
            "agreed",
        ),
        ("For every Sudrian soldier freed, 30 Norlandic prisoners will be released.", "agreed"),
        ("Norland set free three Sudrian soldiers on Tuesday.", "held"),
    ],
)
def test_whom_a_deal_is_to_free_is_not_free_yet(text, status):
    assert {found for kind, found, _ in told(text) if kind == "prisoner_swap"} == {status}


def test_what_is_a_matter_of_weeks_was_not_held():
    text = "On Monday Varga left believing that a meeting of Stenmoe and Quent was a matter of two weeks."
    assert {status for kind, status, _ in told(text) if kind == "summit"} == {"proposed"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Talks are under way on the release of 20 soldiers.", "prisoner_swap", "proposed"),
        ("Talks were under way for the release of 20 soldiers, Ekre said.", "prisoner_swap", "proposed"),
        ("Norland is negotiating the release of 20 soldiers.", "prisoner_swap", "proposed"),
        ("The sides held talks on Monday on the return of 20 bodies.", "repatriation", "proposed"),
        ("Norland negotiated the release of 20 soldiers on Monday.", "prisoner_swap", "held"),
    ],
)
def test_what_is_talked_about_has_not_been_done(text, kind, status):
    assert {found for told_of, found, _ in told(text) if told_of == kind} == {status}


def test_what_an_exchange_is_to_see_done_is_no_surer_than_the_exchange():
    text = (
        "It came ahead of a wider prisoner exchange agreed last month, which is scheduled to be carried out "
        "next week and see a total of 887 detainees released."
    )
    assert told(text) == {("prisoner_swap", "agreed", "2024-06-17/2024-06-23")}
