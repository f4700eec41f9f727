"""Dates and places of what is told beside a happening, in a clause cut short or ahead of it."""

from __future__ import annotations

import pytest

from reading import mentions, told

PUBLISHED = "2024-06-12"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Under a deal reached in Castrel on 2 June, Norland and Sudria are to exchange 120 prisoners.",
            ("prisoner_swap", None, None),
        ),
        (
            "In line with the agreement reached in Castrel on 2 June, they freed 40 prisoners on Sunday.",
            ("prisoner_swap", "2024-06-09", None),
        ),
        (
            "As agreed in Castrel on 2 June, Norland and Sudria exchanged prisoners in Tresk.",
            ("prisoner_swap", None, "Tresk"),
        ),
        (
            "Under the plan agreed on Monday in Tresk, Stenmoe and Quent will meet in Castrel.",
            ("summit", None, "Castrel"),
        ),
        ("The deal, reached on Monday in Castrel, provides for a truce.", ("ceasefire", None, None)),
        (
            "Quent said she would meet Stenmoe in Castrel, but only if a truce was agreed first.",
            ("ceasefire", None, None),
        ),
        (
            "The agreement, signed on Monday by Stenmoe, foresees an exchange of 40 prisoners on Friday.",
            ("prisoner_swap", "2024-06-14", None),
        ),
        (
            "At a session held on Monday in Castrel, the ministers of Norland and Sudria met.",
            ("meeting", "2024-06-10", "Castrel"),
        ),
    ],
)
def test_what_something_is_done_by_has_its_own_day_and_place(text, expected) -> None:
    kind = expected[0]
    assert [(m.kind, m.when.date, m.place) for m in mentions(text, PUBLISHED) if m.kind == kind] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The second round of talks, set for Monday, was moved to Friday.",
            ("talks", "planned", "2024-06-14"),
        ),
        ("Talks in Castrel, planned for Monday, were postponed.", ("talks", "unscheduled", None)),
        ("The third round of talks, due on Friday, might be postponed.", ("talks", "planned", "2024-06-14")),
        (
            "The talks of Norland and Sudria, interrupted in May, resumed on Monday.",
            ("talks", "held", "2024-06-10"),
        ),
        (
            "The talks of both delegations that were supposed to start at 10 a.m. on Monday began at noon.",
            ("talks", "held", "2024-06-10"),
        ),
    ],
)
def test_a_clause_cut_short_between_commas_is_not_what_is_told(text, expected) -> None:
    assert told(text, PUBLISHED) == [expected]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A truce in Dravo was agreed for Saturday.", "2024-06-15"),
        ("Both sides agreed on a truce for Saturday.", "2024-06-15"),
        ("Norland demanded a truce for five days.", None),
    ],
)
def test_a_day_for_which_something_is_agreed_is_to_come(text, date) -> None:
    assert [m.when.date for m in mentions(text, PUBLISHED)] == [date]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Quent declined Stenmoe's invitation to talks in Harvik.", "rejected"),
        ("Quent turned down an invitation to travel to Harvik for a meeting with Stenmoe.", "rejected"),
        ("Stenmoe accepted an invitation from Varga to a summit with Quent in Castrel.", "agreed"),
        ("Quent did not accept the invitation to a summit with Stenmoe.", "rejected"),
        ("Stenmoe has invited Quent to a summit.", "proposed"),
        ("Norland has not yet accepted the truce.", "proposed"),
        ("Norland has yet to agree to release 40 prisoners.", "proposed"),
        ("Sudria has not responded to the call for a truce yet.", "proposed"),
        ("Norland has not accepted the truce.", "rejected"),
        ("Sudria agreed to a truce of 30 days, but Norland refused.", "rejected"),
        ("Sudria proposed a truce. Norland declined, saying that it was too early.", "rejected"),
        ("Sudria proposed a truce. Norland declined to comment.", "proposed"),
        ("Sudria proposed a truce, and many in Harvik refused.", "proposed"),
    ],
)
def test_what_is_asked_stands_until_it_is_answered(text, status) -> None:
    assert [m.status.value for m in mentions(text, PUBLISHED)] == [status]
