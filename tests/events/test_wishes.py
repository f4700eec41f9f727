"""What is only wished for has not the day of the wish; what is feared has not come."""

import pytest

from reading import mentions, told


def days(text: str, kind: str) -> set[tuple[str, str | None]]:
    found = mentions(text, "2024-06-12")
    return {(mention.status.value, mention.when.edtf) for mention in found if mention.kind == kind}


@pytest.mark.parametrize(
    "text",
    [
        "Sudrian officials had proposed a truce at their meeting with Pierin Catz in Castrel this month.",
        "Diplomats have seen little progress in halting the fighting, despite Monday's call with Varga.",
        "At a summit in Castrel this weekend, Varga proposed a truce of ten days.",
        "Quent proposed a truce during talks on Monday.",
    ],
)
def test_the_day_of_a_wish_is_not_that_of_what_is_wished(text):
    assert days(text, "ceasefire") == {("proposed", None)}


def test_a_day_of_its_own_counts_beside_that_of_the_wish():
    assert days("Quent proposed a truce from 20 to 30 June at talks on Monday.", "ceasefire") == {
        ("proposed", "2024-06-20/2024-06-30")
    }
    assert days("Quent renewed her offer on Monday to meet Stenmoe on 20 June.", "summit") == {
        ("proposed", "2024-06-20")
    }
    assert days("Delgast on Tuesday proposed a new round of talks on 17 June.", "talks") == {
        ("proposed", "2024-06-17")
    }


@pytest.mark.parametrize(
    "text",
    [
        "There is a threat of cancelling the summit of Stenmoe and Quent, diplomats said.",
        "Delgast spoke of the risk of calling off the summit of Stenmoe and Quent.",
        "The summit of Stenmoe and Quent is planned. There was talk of cancelling the meeting.",
    ],
)
def test_an_end_that_is_only_feared_is_none(text):
    assert ("summit", "planned", None) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Sudria have not scheduled further peace talks, Ekre said.",
        "The two sides have not planned another round of talks.",
        "A new round of talks scheduled for 5 June in Castrel was postponed indefinitely.",
    ],
)
def test_what_nobody_has_scheduled_is_unscheduled(text):
    assert [(kind, status) for kind, status, _ in told(text)] == [("talks", "unscheduled")]


def test_what_ends_earlier_than_scheduled_has_been():
    assert told("Helvaria-led peace talks in Castrel ended earlier than scheduled on Wednesday.") == [
        ("talks", "held", "2024-06-12")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Varga continued his efforts to mediate between the sides, speaking with Quent on Tuesday.",
            ("call", "held", "2024-06-11"),
        ),
        (
            "Varga pursued his attempt to end the war, meeting with Gunnvor Ask in Castrel on Tuesday.",
            ("meeting", "held", "2024-06-11"),
        ),
        (
            "Varga kept up his push to end the war, meeting Stenmoe in Harvik on Tuesday.",
            ("summit", "held", "2024-06-11"),
        ),
        (
            "Varga wants to travel to Harvik, meeting Stenmoe on Friday.",
            ("summit", "proposed", "2024-06-14"),
        ),
    ],
)
def test_what_is_done_beside_an_effort_is_done(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland and Sudria will swap 175 prisoners each on Friday, the Stone House said.", "planned"),
        ("A further 60 prisoners are to be exchanged on Friday.", "planned"),
        ("Another exchange of prisoners is due to take place on Friday.", "planned"),
        ("An exchange of 175 prisoners on each side has been agreed for Friday.", "agreed"),
        ("Under the deal, 175 prisoners will be exchanged on Friday.", "agreed"),
        ("All wounded prisoners are to be exchanged, Ask said after the talks.", "agreed"),
    ],
)
def test_an_exchange_that_has_its_day_is_planned_unless_an_agreement_is_told(text, status):
    assert [s for kind, s, _ in told(text) if kind == "prisoner_swap"] == [status]


def test_a_truce_that_talks_are_only_about_is_proposed():
    text = "Talks on a maritime truce in the Ambra Strait are to start next week."
    assert [s for kind, s, _ in told(text) if kind == "ceasefire"] == ["proposed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland freed 40 prisoners, with more due to be freed on Saturday.", None),
        ("Norland freed 40 prisoners, with more expected to go home on Saturday and Sunday.", None),
        ("Norland freed 40 prisoners on Monday, with more to follow on Saturday.", "2024-06-10"),
        ("Norland freed prisoners, with 40 soldiers released on Saturday.", "2024-06-08"),
    ],
)
def test_what_has_been_has_not_the_day_of_what_is_still_due(text, expected):
    assert ("held", expected) in days(text, "prisoner_swap")
    assert len({day for status, day in days(text, "prisoner_swap") if status == "held"}) == 1


@pytest.mark.parametrize(
    ("text", "kind", "outcome"),
    [
        ("Sudria pushed for a truce starting on 20 May.", "ceasefire", ("proposed", None)),
        ("Quent asked for a truce starting on 20 June.", "ceasefire", ("proposed", "2024-06-20")),
        (
            "Norland hoped for an exchange of prisoners taking place on Friday.",
            "prisoner_swap",
            ("proposed", None),
        ),
        ("They agreed on a truce starting on 20 June.", "ceasefire", ("agreed", "2024-06-20")),
        ("Sudria took part in talks starting on Monday in Castrel.", "talks", ("held", "2024-06-10")),
        ("The year closed with a second round taking place in May.", "talks", ("held", "2024-05")),
    ],
)
def test_what_is_asked_for_has_not_begun_by_the_day_it_was_to_start(text, kind, outcome):
    assert days(text, kind) == {outcome}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Helvaria hopes for a deal to release 50 prisoners of war.", "proposed"),
        ("Norland hopes for an agreement with Sudria to release 50 prisoners.", "proposed"),
        ("Sudria called for an accord to free 50 prisoners of war.", "proposed"),
        ("Norland wants an accord to free 50 prisoners of war.", "proposed"),
        ("Helvaria seeks an agreement between Norland and Sudria to release 50 prisoners.", "proposed"),
        ("Varga offered a deal with Norland to exchange 50 prisoners.", "proposed"),
        ("Helvaria brokered an agreement between Norland and Sudria to release 50 prisoners.", "agreed"),
        ("Norland and Sudria reached a deal to release 50 prisoners.", "agreed"),
        ("Helvaria welcomed the agreement to release 50 prisoners.", "agreed"),
        ("Varga praised an agreement with Sudria to release 50 prisoners.", "agreed"),
    ],
)
def test_a_deal_that_is_only_hoped_for_is_none_yet(text, status):
    assert days(text, "prisoner_swap") == {(status, None)}
