"""What is sought, refused or spoken of, and who is somewhere to meet somebody, by what they are told with."""

import pytest

from reading import mentions

SIDES = "Norland and Sudria are at war."


def told(text: str) -> set[tuple[str, str, str | None]]:
    return {
        (m.kind, m.status.value, m.when.edtf) for m in mentions(f"{SIDES} {text}", "2024-06-12")
    }  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stenmoe is due in Castrel on Friday to meet Quent.", ("summit", "planned", "2024-06-14")),
        ("Stenmoe will be in Castrel on Friday to meet Quent.", ("summit", "planned", "2024-06-14")),
        ("Stenmoe was in Castrel on Monday to meet Quent.", ("summit", "held", "2024-06-10")),
        ("Stenmoe is in Castrel to meet Quent.", ("summit", "planned", None)),
    ],
)
def test_who_is_somewhere_to_meet_somebody_plans_or_did_so(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Stenmoe said he was considering meeting Quent.", "proposed"),
        ("Stenmoe welcomed the idea of meeting Quent.", "proposed"),
        ("Quent rejected the idea of meeting Stenmoe.", "rejected"),
        ("Quent shows little interest in a summit with Stenmoe.", "proposed"),
        ("Quent has no interest in a summit with Stenmoe.", "rejected"),
    ],
)
def test_a_meeting_of_leaders_that_somebody_thinks_of_is_a_summit(text, status):
    assert told(text) == {("summit", status, None)}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Quent has resisted pressure for an immediate truce.", "rejected"),
        ("Sudria rebuffed appeals for a truce.", "rejected"),
        ("Sudria repeated its appeals for a truce.", "proposed"),
    ],
)
def test_what_is_withstood_is_refused(text, status):
    assert ("ceasefire", status, None) in told(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland wants to sign a minerals deal with Sudria.", "proposed"),
        ("Sudria rejected a nuclear deal.", "rejected"),
        ("Norland and Sudria signed a new nuclear deal.", "held"),
        ("Ekre said on Friday a nuclear deal was within reach.", "proposed"),
        ("Stenmoe left the 2015 nuclear deal in 2018.", None),
        ("There is no nuclear deal.", None),
    ],
)
def test_a_deal_that_is_sought_is_told_of_where_its_matter_is_named(text, status):
    found = {row[1] for row in told(text) if row[0] == "agreement"}
    assert found == ({status} if status else set()) or (not status and found <= {"held", "paused"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday Ekre and Delgast discussed the upcoming summit of Stenmoe and Quent.", "planned"),
        ("On Monday Ekre and Delgast discussed a summit of Stenmoe and Quent.", "proposed"),
        ("On Monday Ekre and Delgast discussed the summit of Stenmoe and Quent.", None),
    ],
)
def test_a_summit_that_is_discussed_is_as_it_is_called_and_has_not_that_day(text, expected):
    found = {(status, day) for kind, status, day in told(text) if kind == "summit"}
    assert found == ({(expected, None)} if expected else set())


def test_what_is_discussed_by_telephone_makes_a_call():
    found = told("Stenmoe and Varga discussed the upcoming talks in Castrel by phone on Monday.")
    assert ("call", "held", "2024-06-10") in found
    assert {day for kind, _, day in found if kind == "talks"} <= {None}


@pytest.mark.parametrize(
    "text",
    [
        "The delegations discussed the list in Castrel on Monday.",
        "The delegations spent five hours behind closed doors in Castrel on Monday.",
    ],
)
def test_delegations_that_discuss_something_somewhere_hold_talks(text):
    assert ("talks", "held", "2024-06-10") in told(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The sides are working on an exchange of prisoners.", "proposed"),
        ("Work on a summit of Stenmoe and Quent is under way.", "proposed"),
        ("The sides are working on the memorandum.", "ongoing"),
    ],
)
def test_what_is_worked_on_is_under_way_only_if_it_is_a_text(text, status):
    assert [row[1] for row in told(text)] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks in Castrel on 3 June led to an exchange of prisoners.", None),
        ("On 3 June mediators brokered an exchange of prisoners.", "2024-06-03"),
        ("The talks on 3 June produced an exchange of prisoners, held on 9 June.", "2024-06-09"),
    ],
)
def test_what_talks_led_to_has_not_their_day(text, expected):
    assert {day for kind, _, day in told(text) if kind == "prisoner_swap"} == {expected}


def test_an_agreement_to_meet_again_is_of_talks():
    found = told("The second round ended on Monday with the sides agreeing to meet again on 20 June.")
    assert {(kind, status) for kind, status, _ in found} == {("talks", "held"), ("talks", "agreed")}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Stenmoe met Ekre in Harvik on Monday.", set()),
        ("Stenmoe met Delgast in Harvik on Monday.", {"meeting"}),
        ("Foreign ministers of the European Union met in Castrel on Monday.", set()),
        ("Foreign ministers of the European Union met Sollbakk in Castrel on Monday.", {"meeting"}),
    ],
)
def test_who_meets_only_the_own_side_or_as_an_alliance_negotiates_with_nobody(text, kinds):
    assert {kind for kind, _, _ in told(text)} == kinds


def test_those_listed_behind_a_preposition_take_part():
    found = mentions(
        "Sollbakk met with her Sudrian, Helvarian and Caldorian counterparts on Monday.", "2024-06-12"
    )
    assert {"Sudria", "Helvaria", "Caldor"} <= set(found[0].parties)


def test_leaders_of_several_countries_are_spoken_to_by_phone():
    found = mentions("Stenmoe spoke with the leaders of Helvaria, Caldor and Sudria by phone.", "2024-06-12")
    assert [(m.kind, set(m.parties)) for m in found] == [
        ("call", {"Norland", "Helvaria", "Caldor", "Sudria"})
    ]


def test_those_who_count_prisoners_have_not_been_exchanged():
    text = "The bodies of 300 soldiers were returned to Norland, its headquarters for prisoners of war said."
    assert {kind for kind, _, _ in told(text)} == {"repatriation"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks will be held in Castrel before Stenmoe and Quent meet.", "proposed"),
        ("Talks were held in Castrel before Stenmoe and Quent met.", "held"),
        ("Stenmoe flew to Castrel on Monday, where he is to meet Quent.", "planned"),
        ("Stenmoe flew to Castrel on Monday, where he met Quent.", "held"),
    ],
)
def test_leaders_who_are_yet_to_meet_have_not_met(text, status):
    assert [row[1] for row in told(text) if row[0] == "summit"] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask voiced optimism for further agreements on exchanges of prisoners.", "proposed"),
        ("Ask hailed an agreement on an exchange of prisoners.", "agreed"),
    ],
)
def test_agreements_that_somebody_hopes_for_are_none(text, expected):
    assert [row[1] for row in told(text) if row[0] == "prisoner_swap"] == [expected]


def test_talks_in_a_town_are_told_of_where_no_other_encounter_is():
    assert ("talks", "held", None) in told("Ekre said the talks in Castrel were useful.")
    found = told("The delegations met in Castrel on Monday. Ekre said the talks in Castrel were useful.")
    assert found == {("talks", "held", "2024-06-10")}


def test_what_is_hit_in_a_town_takes_no_talks_there():
    text = "The talks go on amid attacks on the railways, including raids hitting depots in Dravo."
    assert [m.place for m in mentions(f"{SIDES} {text}", "2024-06-12") if m.kind == "talks"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Stenmoe spoke for nearly three hours with Quent on Monday.",
        "Stenmoe spoke at length with Quent on Monday.",
        "Stenmoe and Quent held a three-hour call on Monday.",
    ],
)
def test_those_who_speak_for_hours_make_a_call(text):
    assert told(text) == {("call", "held", "2024-06-10")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varga is pushing to secure Sudria's agreement to a truce.", ("ceasefire", "proposed", None)),
        ("Varga won Sudria's agreement to a truce.", ("ceasefire", "agreed", None)),
        ("The truce has held since 3 June.", ("ceasefire", "ongoing", "2024-06-03")),
        (
            "A framework for a pause and a release of hostages was written in Castrel.",
            ("prisoner_swap", "proposed", None),
        ),
    ],
)
def test_what_somebody_tries_to_reach_is_not_reached_and_what_holds_has_begun(text, expected):
    assert expected in told(text)


def test_what_came_after_something_has_not_its_day():
    found = told("The call of Stenmoe and Varga came after Ekre had visited Belmora on Monday.")
    assert {day for kind, _, day in found if kind == "call"} == {None}
    found = told("The call of Stenmoe and Varga came on Monday after Ekre had visited Belmora.")
    assert {day for kind, _, day in found if kind == "call"} == {"2024-06-10"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks arranged by Varga were held in Castrel on Monday.", ("talks", "held", "2024-06-10")),
        (
            "A summit of Stenmoe and Quent planned for 3 June was not held.",
            ("summit", "cancelled", "2024-06-03"),
        ),
        (
            "A summit of Stenmoe and Quent arranged by Varga will be held on Friday.",
            ("summit", "planned", "2024-06-14"),
        ),
    ],
)
def test_what_was_arranged_has_been_or_has_not_as_its_verb_tells(text, expected):
    assert expected in told(text)
