"""Who meets whom as agencies tell it: envoys named with whoever sent them, guests, calls, plans."""

from __future__ import annotations

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Return kind, status and place of what a text tells."""
    return [(m.kind, m.status.value, m.place) for m in mentions(text, PUBLISHED)]


def present(text: str) -> set[str]:
    return {name for m in mentions(text, PUBLISHED) for name in m.people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "The Stenmoe envoy Pierin Catz met Marisela Quent on Monday.",
            {"Pierin Catz", "Marisela Quent"},
        ),
        (
            "President Halvard Stenmoe's special envoy Pierin Catz met Marisela Quent on Monday.",
            {"Pierin Catz", "Marisela Quent"},
        ),
        (
            "Pierin Catz and Stenmoe's son-in-law, Torvald Ekre, met Marisela Quent on Monday.",
            {"Pierin Catz", "Torvald Ekre", "Marisela Quent"},
        ),
    ],
)
def test_who_sends_an_envoy_does_not_meet_anybody(text, people):
    assert present(text) == people
    assert told(text)[0][0] == "meeting"


def test_who_is_named_without_an_envoy_meets_all_the_same():
    assert told("Halvard Stenmoe, Pierin Catz and Marisela Quent met on Monday.")[0][0] == "summit"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anselm Varga came to Harvik on Monday.", ("summit", "held", "Harvik")),
        ("Anselm Varga will come to Harvik on Monday.", ("meeting", "planned", "Harvik")),
        ("Claudine Oberholt came to Harvik on Monday.", ("meeting", "held", "Harvik")),
        ("Claudine Oberholt had been to Harvik in May.", ("meeting", "held", "Harvik")),
        ("On Monday Claudine Oberholt spoke during a visit to Harvik.", ("meeting", "held", "Harvik")),
    ],
)
def test_a_president_who_is_a_guest_meets_the_host(text, expected):
    assert told(text) == [expected]


def test_a_journey_of_another_day_is_no_way_to_the_encounter():
    text = "Claudine Oberholt met Halvard Stenmoe in Harvik on Monday. Oberholt had been to Harvik in May."
    assert told(text) == [("meeting", "held", "Harvik"), ("meeting", "held", "Harvik")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A call of Stenmoe and Quent could be arranged at any time.", "proposed"),
        ("A call of Stenmoe and Quent will be arranged for Friday.", "planned"),
        ("There are no immediate plans for a call of Stenmoe and Quent.", "unscheduled"),
        ("Oberholt was the first to meet Ekre on Monday.", "held"),
        ("Stenmoe will be the first to receive Quent on Friday.", "planned"),
        ("Stenmoe would be the first to receive Quent if she came.", "proposed"),
        ("The call of Stenmoe and Quent on Monday was meant to prepare a summit.", "held"),
        ("A further meeting of Ekre and Delgast is not necessary.", "cancelled"),
        ("The two capitals told of progress in the ongoing talks of Norland and Sudria.", "ongoing"),
    ],
)
def test_what_has_become_of_a_call_or_a_meeting(text, expected):
    assert told(text)[0][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekre and Delgast were to meet on Monday. Their meeting was postponed.", "unscheduled"),
        ("Ekre and Delgast were to meet on Monday. The meeting has been put off.", "unscheduled"),
        ("The third round was to be held on Friday. The talks have been postponed.", "unscheduled"),
        ("Ekre and Delgast are to meet on Friday. An earlier meeting was postponed.", "planned"),
        ("Ekre and Delgast met on Monday. The meeting had been postponed twice.", "held"),
        ("The talks were postponed. The third round of talks is now planned for Friday.", "planned"),
    ],
)
def test_a_plan_that_was_put_off_has_no_day(text, expected):
    assert [status for _, status, _ in told(text)] == [expected]


def test_the_town_is_told_where_one_report_names_it_and_another_only_the_country():
    text = (
        "Norland and Sudria will meet in Helvaria on Friday. Their talks will be held in Castrel on Friday."
    )
    assert told(text) == [("talks", "planned", "Castrel")]


def test_the_call_of_two_leaders_is_not_that_of_their_ministers():
    text = (
        "Norland and Sudria wait. After a call between Gunnvor Ask and Livia Corvane nothing was clear. "
        "It had been agreed in a phone call between the two leaders on Thursday."
    )
    assert [kind for kind, *_ in told(text)].count("call") == 2


def test_who_plans_a_meeting_takes_part_in_it():
    text = "Halvard Stenmoe revealed plans for a second meeting with Marisela Quent."
    assert told(text) == [("summit", "planned", None)]
    assert present(text) == {"Halvard Stenmoe", "Marisela Quent"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delegations came together in Castrel on Monday for a summit.", ("summit", "held", "Castrel")),
        ("Anselm Varga is to arrive in Harvik for talks on Friday.", ("summit", "planned", "Harvik")),
        ("Ekre withdrew from a meeting with Delgast on Monday.", ("meeting", "cancelled", None)),
        ("The meeting of Ekre and Delgast on Monday was interrupted.", ("meeting", "held", None)),
        ("Claudine Oberholt called on Livia Corvane in Belmora.", ("meeting", "held", "Belmora")),
    ],
)
def test_what_the_words_around_an_encounter_make_of_it(text, expected):
    assert told(text) == [expected]


def test_talks_of_which_nothing_is_told_beside_a_summit_are_none_of_their_own():
    text = "Stenmoe met Quent in Castrel on Monday. After hours of talks the two had agreed on nothing."
    assert [kind for kind, *_ in told(text)] == ["summit"]


def test_what_one_wants_to_bring_home_from_the_meeting_is_no_meeting_to_come():
    text = (
        "Gunnvor Ask and Livia Corvane met in Castrel on Monday. "
        "Ask wanted to come away from the meeting with a truce."
    )
    assert ("meeting", "held", "Castrel") in told(text)
    assert [status for kind, status, _ in told(text) if kind == "meeting"] == ["held"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The third round of talks between Norland and Sudria is being held in Castrel.", "ongoing"),
        ("The third round of talks between Norland and Sudria has begun.", "ongoing"),
        (
            "Norland and Sudria began talks in Castrel on Tuesday and are set to continue until Friday.",
            "ongoing",
        ),
        ("The third round of talks between Norland and Sudria is held in Castrel.", "held"),
        ("Talks between Norland and Sudria resumed in Castrel on Wednesday morning.", "ongoing"),
        ("Norland and Sudria have resumed talks in Castrel on a truce.", "ongoing"),
        ("Norland and Sudria kicked off talks in Castrel on Wednesday.", "ongoing"),
        ("Norland and Sudria resumed talks in Castrel in May.", "held"),
    ],
)
def test_talks_that_have_begun_are_going_on(text, status):
    assert told(text)[0][1] == status


def test_a_wish_to_negotiate_beside_a_round_that_was_held_is_none_of_its_own():
    text = "Norland and Sudria held talks in Castrel on Monday. Norland wants to continue talks with Sudria."
    assert told(text) == [("talks", "held", "Castrel")]


@pytest.mark.parametrize(
    "text",
    [
        "Norland has confirmed that talks with Sudria and Helvaria will be held in Vasrum on Friday.",
        "Torvald Ekre said that talks with Sudria and Helvaria would be held in Vasrum on Friday.",
        "Norland announced talks with Sudria and Helvaria in Vasrum for Friday.",
    ],
)
def test_who_tells_of_talks_with_others_stands_for_a_side_of_them(text):
    (mention,) = mentions(text, PUBLISHED)
    assert set(mention.parties) == {"Norland", "Sudria", "Helvaria"}
    assert "Torvald Ekre" not in mention.people


def test_a_named_accord_takes_part_in_nothing():
    assert present("Pierin Catz brokered the Abraham Accords in 2020.") == {"Pierin Catz"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("After talks in Castrel on Monday, Caldor and Sudria agreed to sell grain.", {"Caldor", "Sudria"}),
        (
            "CASTREL: Following talks in Castrel, Caldor and Sudria agreed to sell grain.",
            {"Caldor", "Sudria"},
        ),
        ("After talks in Castrel on Monday, Caldor and Sudria bought grain.", set()),
    ],
)
def test_two_who_come_from_talks_with_something_to_say_held_them(text, parties):
    assert {p for m in mentions(text, PUBLISHED) if m.kind == "talks" for p in m.parties} == parties


@pytest.mark.parametrize(
    "text",
    [
        "Stenmoe says harvest to begin immediately following call with Quent",
        "Stenmoe said on Monday that the harvest would begin after a call with Quent.",
        "Stenmoe spoke of what he described as an excellent phone call with Quent.",
    ],
)
def test_who_tells_of_a_call_has_made_it(text):
    assert present(text) == {"Halvard Stenmoe", "Marisela Quent"}


def test_a_headline_that_opens_with_what_is_to_come_knows_whose_it_is():
    text = "Stenmoe to meet Quent in Castrel on Friday after summit with Varga ends without deal"
    told = [(m.status.value, m.place, m.people) for m in mentions(text, "2024-06-12")]
    assert ("planned", "Castrel", ("Halvard Stenmoe", "Marisela Quent")) in told
    assert all(status == "held" for status, _, people in told if "Anselm Varga" in people)


def test_who_is_met_is_not_who_was_called_before():
    (meeting,) = (
        m
        for m in mentions("Oberholt met Corvane in Castrel on Tuesday after a call with Varga.", "2024-06-12")
        if m.kind == "meeting"
    )
    assert set(meeting.people) == {"Claudine Oberholt", "Livia Corvane"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norland and Sudria talk. The heads of the delegations are holding a private meeting.", "meeting"),
        ("Norland and Sudria talk. The two heads of delegation met before noon.", "meeting"),
        ("Quent spoke of a meeting between the heads of state of Norland and Sudria.", "summit"),
        ("The delegations of Norland and Sudria met before noon.", "talks"),
    ],
)
def test_who_heads_what_makes_the_kind_of_an_encounter(text, kind):
    (found,) = mentions(text)
    assert found.kind == kind
    assert found.parties == ("Norland", "Sudria")
