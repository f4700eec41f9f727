"""What has become of a happening, by the clause that it really stands in and by what is said of it later."""

from __future__ import annotations

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday


def statuses(text: str, kind: str) -> list[str]:
    """Return what a text tells of the happenings of a kind."""
    return [m.status.value for m in mentions(text, PUBLISHED) if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (
            "After three days of talks, Norland and Sudria agreed to a truce which will begin on Friday.",
            "ceasefire",
            "agreed",
        ),
        (
            "Helvaria had reached an agreement with Norland and Sudria to stop fighting.",
            "ceasefire",
            "agreed",
        ),
        (
            "Envoys set the stage for a round of talks between Norland and Sudria, scheduled for Friday.",
            "talks",
            "planned",
        ),
        ("Shells fell amid an exchange of prisoners between Norland and Sudria.", "prisoner_swap", "ongoing"),
        ("Another exchange of prisoners of the two sides is being prepared.", "prisoner_swap", "planned"),
        ("The talks of Norland and Sudria ended without agreement on a ceasefire.", "ceasefire", "proposed"),
        ("Norland and Sudria extended the truce.", "ceasefire", "ongoing"),
        ("Sudria proposed a truce to Norland, and Stenmoe refused it.", "ceasefire", "rejected"),
        ("Norland promised to let the prisoners go.", "prisoner_swap", "agreed"),
        ("Norland will return the bodies of 140 soldiers to Sudria.", "repatriation", "planned"),
        ("Norland and Sudria will return the bodies of 140 soldiers.", "repatriation", "agreed"),
        ("They quarrelled about the planned exchange of prisoners.", "prisoner_swap", "planned"),
        ("Norland would let 120 prisoners go if Sudria did the same.", "prisoner_swap", "proposed"),
        ("The talks on Monday were a matter of routine.", "talks", "held"),
        ("They believed that talks were a matter of a few weeks.", "talks", "proposed"),
        ("Sudria would like a truce with Norland.", "ceasefire", "proposed"),
        ("The truce of Norland and Sudria was kept in part.", "ceasefire", "held"),
        ("Stenmoe and Quent were to have met on Monday.", "summit", "cancelled"),
        ("Norland and Sudria disagree. The sixth round should have begun on Monday.", "talks", "cancelled"),
        ("Norland and Sudria disagree. The sixth round should begin on Monday.", "talks", "proposed"),
        (
            "Norland and Sudria disagree. A sixth round was to begin on Monday, and nobody came.",
            "talks",
            "cancelled",
        ),
        ("Norland and Sudria did not fix a sixth round.", "talks", "unscheduled"),
        (
            "Norland and Sudria disagree. The sixth round should have begun on Monday but began on Tuesday.",
            "talks",
            "held",
        ),
        ("He voiced the hope that Norland and Sudria would start talks.", "talks", "proposed"),
        ("The sides agreed on a swap of prisoners, which was completed on 5 May.", "prisoner_swap", "held"),
        ("He thought of the talks of Norland and Sudria as a success.", "talks", "held"),
        ("Norland and Sudria failed to reach a deal during talks in Castrel on Monday.", "talks", "held"),
        ("An agreement had been made to return the dead to Norland and Sudria.", "repatriation", "agreed"),
        ("Mediators expected in Castrel for talks of Norland and Sudria on Friday", "talks", "planned"),
        ("Norland and Sudria are thinking of a second round.", "talks", "proposed"),
        (
            "Norland and Sudria disagree. A sixth round is planned. No day has been fixed for it yet.",
            "talks",
            "unscheduled",
        ),
        ("Ekre believes in a summit of Stenmoe and Quent.", "summit", "proposed"),
        ("Delgast would prefer the talks with Norland to take place in Sankt Orlen.", "talks", "proposed"),
        ("Norland and Sudria would prefer a truce.", "ceasefire", "proposed"),
        ("Envoys of Norland and Sudria are in Castrel this week for talks.", "talks", "ongoing"),
        ("Envoys of Norland and Sudria have been in Castrel since Monday for talks.", "talks", "ongoing"),
        ("Envoys of Norland and Sudria were in Castrel last week for talks.", "talks", "held"),
        ("Norland waits. Its envoys may be in Castrel this week for talks with Sudria.", "talks", "proposed"),
        (
            "Norland and Sudria disagree. No day has been set for the next round of talks.",
            "talks",
            "unscheduled",
        ),
        ("A third round of talks of Norland and Sudria has no date so far.", "talks", "unscheduled"),
        ("A summit of Stenmoe and Quent has as yet no agreed day.", "summit", "unscheduled"),
        ("The talks of Norland and Sudria that ended on Monday had no agenda.", "talks", "held"),
        ("Norland and Sudria talk of a truce. A truce would help the port.", "ceasefire", "proposed"),
        ("They talk about it and, perhaps, have a call with Stenmoe, Quent said.", "call", "proposed"),
        ("A meeting of Stenmoe and Quent was discussed but never materialised.", "summit", "cancelled"),
        ("Talks of Norland and Sudria ended earlier than planned.", "talks", "held"),
        ("Stenmoe said he would only meet Quent once the guns are silent.", "summit", "proposed"),
        ("Envoys of Norland and Sudria began talks in Castrel on Wednesday.", "talks", "ongoing"),
        ("Envoys of Norland and Sudria began talks in Castrel on Monday.", "talks", "held"),
        ("A truce will bring nothing but more war, Norland said.", "ceasefire", "proposed"),
        ("An agreement on a truce and the return of the dead was closer than ever.", "ceasefire", "proposed"),
        ("An agreement was reached on an exchange of prisoners.", "prisoner_swap", "agreed"),
        ("A deal could be reached on a truce, Ekre said.", "ceasefire", "proposed"),
        ("Talks with Sudria go on, Ekre said.", "talks", "ongoing"),
        ("The truce agreed in May expired on Monday.", "ceasefire", "held"),
        ("The exchange of prisoners agreed in Castrel took place on Monday.", "prisoner_swap", "held"),
        ("The talks planned for Monday ended without a result.", "talks", "held"),
        ("The talks planned for Monday were called off.", "talks", "cancelled"),
        ("The truce agreed in Castrel includes the port.", "ceasefire", "agreed"),
        ("Talks with Sudria are now going on, Ekre said.", "talks", "ongoing"),
        ("Talks between Norland and Sudria went on until midnight.", "talks", "held"),
    ],
)
def test_the_clause_tells_what_has_become_of_it(text: str, kind: str, status: str) -> None:
    assert statuses(text, kind) == [status]


def test_what_is_not_scheduled_is_more_than_proposed_and_has_no_date() -> None:
    text = (
        "Sudria is ready for another round of talks with Norland in July.\n"
        "No date has been set for the next round of talks, Ekre said."
    )
    told = [(m.status.value, m.when.date) for m in mentions(text, PUBLISHED) if m.kind == "talks"]
    assert told == [("unscheduled", None)]


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        ("Norland turned it down within hours.", "rejected"),
        ("The request was refused.", "rejected"),
        ("Ekre was in Harvik. Norland has thus far rejected the proposal.", "rejected"),
        ("It was not accepted.", "rejected"),
        ("Nothing came of it.", "rejected"),
        ("Nothing came", "proposed"),
        ("Nothing came of", "proposed"),
        ("Norland would reject it, Ekre said.", "proposed"),
        ("Norland did not reject it.", "proposed"),
        ("Norland rejected the map.", "proposed"),
        ("Ekre was in Harvik. He was tired. Norland rejected it.", "proposed"),
    ],
)
def test_a_proposal_is_rejected_by_what_is_answered(reply: str, status: str) -> None:
    assert statuses(f"Sudria asked for a truce of three days. {reply}", "ceasefire") == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sudria asked for a truce, and Norland turned it down on Monday.", "rejected"),
        ("Sudria accepted a Helvarian truce of thirty days.", "proposed"),
        ("Helvaria and Sudria agreed on a truce of thirty days.", "proposed"),
        ("Varga spoke of a truce of thirty days, which Quent accepted.", "proposed"),
        ("Norland and Sudria agreed on a truce of thirty days.", "agreed"),
        ("Sudria agreed with Norland on a truce of thirty days.", "agreed"),
        ("They agreed on a truce of thirty days.", "agreed"),
        ("Norland would order a truce of thirty days if Sudria withdrew.", "proposed"),
        ("A truce of thirty days would let Sudria dig.", "proposed"),
        ("The delegations agreed to eliminate the use of force.", "agreed"),
        ("Stenmoe told the garrison to lay down its arms. A truce of ten days was agreed.", "agreed"),
    ],
)
def test_a_truce_is_agreed_when_both_sides_agree(text: str, status: str) -> None:
    news = "Norland and Sudria held talks."
    assert statuses(f"{news} {text}", "ceasefire") == [status]


def test_a_reply_means_what_was_proposed_last() -> None:
    text = "Quent proposed a truce, and Varga asked for a swap of 90 captives. Norland turned it down."
    assert statuses(text, "ceasefire") == ["proposed"]
    assert statuses(text, "prisoner_swap") == ["rejected"]


def test_a_reply_means_all_that_was_proposed_together() -> None:
    text = "Varga had suggested a swap of 90 captives and a truce. Quent had ruled it out, he complained."
    assert statuses(text, "prisoner_swap") == ["rejected"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ekre came on Monday in an effort to complete the exchange of 90 captives.",
            ["proposed"],
        ),
        ("Ekre set a deadline for completing the exchange of 90 captives.", ["proposed"]),
        ("Ekre came on Monday to complete the exchange of 90 captives.", ["held"]),
    ],
)
def test_what_somebody_makes_an_effort_for_is_not_done(text: str, found: list[str]) -> None:
    assert statuses(text, "prisoner_swap") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Most wrote about a maritime ceasefire.", ["proposed"]),
        ("Most wrote about a ceasefire.", []),
        ("Most wrote about a full ceasefire.", []),
        ("Most wrote about humanitarian corridors.", []),
    ],
)
def test_a_truce_that_is_only_spoken_of_counts_where_its_sort_is_told(text: str, found: list[str]) -> None:
    assert statuses(f"Norland and Sudria held talks on Monday. {text}", "ceasefire") == found


def test_a_halt_to_hostilities_is_where_they_are() -> None:
    text = "Norland and Sudria held talks. They agreed to halt hostilities in the Ambra Strait."
    assert [m.place for m in mentions(text, PUBLISHED) if m.kind == "ceasefire"] == ["Ambra Strait"]


def test_who_heads_a_delegation_for_talks_has_not_held_them():
    told = "Corvane, who heads the Sudrian delegation for talks with Norland, arrived in Castrel on Monday."
    assert statuses(told, "talks") == ["proposed"]


@pytest.mark.parametrize(
    ("after", "status"),
    [
        ("No day has been fixed for it.", "unscheduled"),
        ("No date has been set.", "unscheduled"),
        ("No date was set for elections.", "planned"),
    ],
)
def test_that_there_is_no_date_is_said_of_what_was_told_before(after: str, status: str) -> None:
    assert statuses(f"Stenmoe and Quent will meet in May. {after}", "summit") == [status]


def test_what_there_was_no_deal_on_is_no_truce() -> None:
    assert statuses("The talks of Norland and Sudria ended with no deal on a truce.", "ceasefire") == []


def test_who_was_to_have_told_of_a_meeting_has_undone_no_meeting() -> None:
    text = "Ekre had been expected to brief Ask on his meeting in Castrel this week with Quent."
    assert "cancelled" not in statuses(text, "meeting")


def test_more_that_may_follow_leaves_an_exchange_agreed() -> None:
    text = "Norland and Sudria agreed to swap 100 prisoners each, with the possibility of freeing 20 more."
    assert statuses(text, "prisoner_swap")[0] == "agreed"


@pytest.mark.parametrize(
    ("text", "kind", "outcome"),
    [
        ("Norland seeks changes to a draft settlement that accepts Sudria’s demands.", "document", "agreed"),
        ("Norland spoke of a draft settlement that rejects Sudria’s demands.", "document", "rejected"),
        (
            "The 12-point plan, unveiled by Norland, calls for Sudria to cede land and abandon its claims.",
            "document",
            "cancelled",
        ),
        (
            "The truce that halted the fighting between Norland and Sudria began on Monday.",
            "ceasefire",
            "paused",
        ),
    ],
)
def test_what_does_something_to_another_thing_is_not_itself_accepted_or_dropped(text, kind, outcome):
    assert outcome not in statuses(text, kind)


@pytest.mark.parametrize("stop", [".", ""])
def test_a_refusal_that_ends_an_article_needs_no_stop(stop):
    found = mentions(f"Sudria proposed a truce with Norland on Monday. But Norland refused{stop}")
    assert [(m.kind, m.status.value) for m in found] == [("ceasefire", "rejected")]
