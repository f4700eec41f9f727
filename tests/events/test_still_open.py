"""What stands beside a happening that has not been: talks about it, work for it, what must come first."""

import pytest

from reading import mentions


def told(text: str, kind: str) -> list[str]:
    return [m.status.value for m in mentions(text) if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Ceasefire talks of Norland and Sudria are under way.", "ceasefire", []),
        ("Prisoner exchange talks are continuing in Castrel.", "prisoner_swap", []),
        ("Efforts to secure a ceasefire are continuing.", "ceasefire", ["proposed"]),
        ("The ceasefire is continuing.", "ceasefire", ["ongoing"]),
        ("A truce in Dravo is looming.", "ceasefire", ["proposed"]),
        ("Norland said the prisoners would be freed only after a truce.", "prisoner_swap", ["proposed"]),
        ("Norland said the prisoners would be freed after the talks.", "prisoner_swap", ["agreed"]),
        (
            "Norland said talks are not possible until the prisoners were freed.",
            "prisoner_swap",
            ["proposed"],
        ),
        ("Talks in Castrel went on until the prisoners were freed.", "prisoner_swap", ["held"]),
        (
            "The delegations were discussing arrangements for exchanging prisoners.",
            "prisoner_swap",
            ["proposed"],
        ),
        ("Both agreed on arrangements for exchanging prisoners.", "prisoner_swap", ["agreed"]),
        ("Norland and Sudria have agreed to implement a ceasefire.", "ceasefire", ["agreed"]),
        ("The truce in Dravo holds.", "ceasefire", ["ongoing"]),
        ("The truce in Dravo held for a week.", "ceasefire", ["held"]),
        ("The talks, held in Castrel, were expected to build on a deal of May.", "talks", ["held"]),
        ("The talks, mediated by Helvaria, are expected to resume on Sunday.", "talks", ["planned"]),
    ],
)
def test_what_is_only_worked_on_or_must_wait_is_not_told_as_done(text, kind, status):
    assert told(text, kind) == status


@pytest.mark.parametrize(
    "text",
    [
        "The truce of Norland and Sudria was extended until 20 June.",
        "Norland and Sudria have agreed to extend their truce until 20 June.",
        "Norland announced a truce until 20 June.",
    ],
)
def test_a_truce_is_not_dated_by_its_end(text):
    found = [m for m in mentions(text) if m.kind == "ceasefire"]
    assert found
    assert all((m.when.earliest is None or m.when.earliest.isoformat() != "2024-06-20") for m in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ekre and Delgast met in Castrel on Monday to discuss a draft plan.", "document"),
        ("On Monday Ekre and Delgast discussed the draft memorandum in Castrel.", "document"),
        ("On Friday the ministers of Norland and Sudria will discuss a truce.", "ceasefire"),
        ("Friday's meeting of Ekre and Delgast will discuss a truce.", "ceasefire"),
    ],
)
def test_what_is_only_discussed_has_neither_the_day_nor_the_place_of_that(text, kind):
    (found,) = [m for m in mentions(text) if m.kind == kind]
    assert (found.when.known, found.place) == (False, None)


def test_what_is_exchanged_at_a_meeting_has_its_day_and_place():
    (found,) = [
        m
        for m in mentions("On Monday they met in Castrel and exchanged memorandums.")
        if m.kind == "document"
    ]
    assert (found.when.edtf, found.place) == ("2024-06-10", "Castrel")


def test_talks_that_were_held_stay_beside_others_that_are_due():
    found = mentions(
        "Norland and Sudria agreed to a truce, following talks hosted by Caldor.\n\n"
        "The talks began at noon and were attended by several envoys.\n\n"
        "Ekre said the talks were useful.\n\n"
        "Further talks are scheduled for 14 June between officers of Norland and officers of Sudria."
    )
    assert {m.status.value for m in found if m.kind == "talks"} == {"held", "planned"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norland handed the prisoners' bodies to Sudria.", ["repatriation"]),
        ("Norland agreed to hand over 15 Sudrian bodies for each Norlander.", ["repatriation"]),
        ("Corvane spoke with Oberholt for three hours during her visit.", ["meeting"]),
        ("Corvane spoke with Oberholt for three hours.", ["call"]),
    ],
)
def test_bodies_are_no_prisoners_and_a_visit_is_no_call(text, kinds):
    assert sorted(m.kind for m in mentions(text)) == kinds
