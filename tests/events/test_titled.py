"""Headlines: each word with a capital, and who said it at the end."""

import pytest

from reading import statements, states


@pytest.mark.parametrize(
    ("headline", "kind", "status"),
    [
        ("Ekre Says Talks With Sudria to Resume in Castrel on Thursday", "talks", "planned"),
        ("Norland and Sudria to Hold Talks in Castrel on Friday", "talks", "planned"),
        ("Norland Rejects Truce Proposed by Sudria", "ceasefire", "rejected"),
        ("Sudria Proposes New Round of Talks With Norland Next Week", "talks", "proposed"),
        ("Norland and Sudria Exchange 50 Prisoners Near Dravo", "prisoner_swap", "held"),
        ("Stenmoe, Quent to Meet in Castrel on Friday", "summit", "planned"),
        ("Ekre Meets Corvane in Castrel to Discuss Prisoners", "meeting", "held"),
        ("Next Round of Talks With Norland Not Scheduled, Corvane Says", "talks", "unscheduled"),
    ],
)
def test_a_headline_with_capitals_is_read_as_one_without(headline, kind, status):
    assert (kind, status) in states(f"{headline}\n\nThe delegations had no comment.")
    assert ("talks", "held") not in states(f"{headline}\n\nThe delegations had no comment.")


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Norland and Sudria to hold talks in Castrel on Friday, says Ekre", "talks"),
        ("Norland to free 50 prisoners on Friday, says Ekre", "prisoner_swap"),
        ("Stenmoe and Quent to meet in Castrel, says Varga", "summit"),
        ("Ekre says talks with Sudria to resume in Castrel on Thursday", "talks"),
    ],
)
def test_what_a_headline_says_is_to_be_is_planned(headline, kind):
    assert states(f"{headline}\n\nThe delegations had no comment.") == [(kind, "planned")]


def test_names_of_ordinary_words_stay_names():
    text = "Marit Ask Says Prisoners to Return From Dravo on Friday\n\nThe delegations had no comment."
    assert [s.speaker for s in statements(text)] == ["Marit Ask"]
