"""Timelines, live pages and lists; and what is told by its number or in the first person."""

import pytest

from reading import mentions, reading
from talks.chronicles import entry_of

TIMELINE = """Timeline: from Castrel to Tresk
11 March: Norland and Sudria meet in Castrel.
29 March: At the Quillan Pass each side frees 120 captives.
22 April: Norland's team walks out of the third round.
10 May: Quent calls for a truce from Monday.
"""
LIVE = """Castrel talks live
00:47
Varga has spoken by telephone with Stenmoe.
23:10
The delegations of Norland and Sudria have met again. They are to resume tomorrow.
21:05
Varga telephoned Quent.
"""


def told(text: str, published: str | None = "2024-06-12"):
    return {(m.kind, m.status.value, m.when.edtf) for m in mentions(text, published)}


def test_entries_of_a_timeline_date_what_they_tell():
    found = told(TIMELINE)
    assert ("talks", "held", "2024-03-11") in found
    assert ("prisoner_swap", "held", "2024-03-29") in found
    assert ("talks", "held", "2024-04-22") in found


def test_days_of_an_entry_count_from_its_own():
    assert ("ceasefire", "proposed", "2024-05-13") in told(TIMELINE)


def test_a_term_told_in_an_entry_ends_after_its_day():
    entry = "19 April: Quent declares a truce until Sunday. On the same day each side frees 12 captives."
    found = told(f"{TIMELINE}{entry}\n")
    assert ("prisoner_swap", "held", "2024-04-19") in found
    assert {when for kind, _, when in found if kind == "ceasefire"} == {"2024-05-13", "2024-04-19"}


def test_the_round_before_one_to_come_is_told_by_its_month():
    text = "Norland and Sudria begin the seventh round on Friday; the sixth, in May, had lasted one day."
    assert ("talks", "held", "2024-05") in told(text)


def test_a_live_page_goes_on_past_midnight():
    found = told(LIVE)
    assert {when for kind, _, when in found if kind == "call"} == {"2024-06-12", "2024-06-13"}


def test_two_dates_make_no_chronicle():
    text = "11 March: Norland and Sudria meet in Castrel.\n12 March: They part."
    article = reading(text)
    assert all(entry_of(article, number) is None for number in range(len(article.paragraphs)))


@pytest.mark.parametrize(
    "text",
    [
        "The second round was held on 2 June and the first on 16 May.",
        "They held several rounds of talks. The first was on 16 May; the second took place on 2 June.",
    ],
)
def test_rounds_told_by_number_alone(text):
    found = {(m.round, m.when.edtf) for m in mentions(text) if m.kind == "talks"}
    assert found >= {(1, "2024-05-16"), (2, "2024-06-02")}


def test_days_of_a_list_may_be_spans():
    text = "The rounds were held on 12–13 February, 11–12 March and 22 April in Castrel and on 10–11 June."
    found = {m.when.edtf for m in mentions(text) if m.kind == "talks"}
    assert found == {"2024-02-12/2024-02-13", "2024-03-11/2024-03-12", "2024-04-22", "2024-06-10/2024-06-11"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Is there a date for a fifth round of talks?\n\nOBERHOLT: No, not yet.", "unscheduled"),
        ("And a fifth round of talks?\n\nOBERHOLT: No date has been set for it.", "unscheduled"),
        ("A fifth round of talks made sense only if the map was withdrawn.", "proposed"),
        ("Helvaria has proposed 28 August for a fifth round of talks.", "proposed"),
        ("The next round of talks may be in Harvik.", "proposed"),
        ("The talks have been at a standstill since the delegation left Castrel on 22 April.", "paused"),
        ("Nobody is planning a fifth round of talks in Castrel.", "unscheduled"),
    ],
)
def test_what_transcripts_and_comments_say_of_talks(text, status):
    assert status in {m.status.value for m in mentions(text) if m.kind == "talks"}


def test_questions_answered_otherwise_tell_nothing():
    text = "Did the foreign ministers meet in Castrel?\n\nOBERHOLT: They did not."
    assert not mentions(text)


def test_items_of_a_list_are_of_the_kind_above_it():
    text = "Exchanges\n\n1st: 29 February 2024, Quillan Pass\n2nd: 3 May 2024, Tresk, 309 for 309\n"
    found = [(m.when.edtf, m.place) for m in mentions(text) if m.kind == "prisoner_swap"]
    assert found == [("2024-02-29", "Quillan Pass"), ("2024-05-03", "Tresk")]


def test_lists_do_not_date_an_article():
    text = "Exchanges\n\n1st: 29 February 2024, Quillan Pass\n2nd: 3 May 2024, Tresk, 309 for 309\n"
    assert mentions(text, None)


@pytest.mark.parametrize(
    "text",
    [
        "EKRE: Good morning.\n\nVARGA: I spoke to President Quent on Monday by telephone.",
        "“I called Quent on Monday,” Varga said.",
    ],
)
def test_who_speaks_takes_part(text):
    found = [m for m in mentions(text) if m.kind == "call"]
    assert [(set(m.parties), m.when.edtf) for m in found] == [({"Helvaria", "Sudria"}, "2024-06-10")]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Norland has not ruled out a summit of Stenmoe and Quent.", "summit", "proposed"),
        ("Ekre refused to rule out a truce.", "ceasefire", "proposed"),
        ("Ekre ruled out a truce.", "ceasefire", "rejected"),
        (
            "A meeting of Basaran and Oberholt that had been expected on Friday will not take place.",
            "meeting",
            "cancelled",
        ),
        ("An exchange of prisoners planned for Friday fell through.", "prisoner_swap", "cancelled"),
        (
            "A planned meeting this week between Corvane and Oberholt has been put on hold for now.",
            "meeting",
            "paused",
        ),
        ("We proposed three working groups, Ekre said, which would work online.", "meeting", "proposed"),
        ("A dinner of Stenmoe and Quent was dropped.", "summit", "cancelled"),
        ("Catz saw the Sudrian delegation for an hour on Monday.", "talks", "held"),
        ("In July 400 for 400 came home.", "prisoner_swap", "held"),
        (
            "On Friday 215 Norlanders, among them officers, were swapped for 55 Sudrians.",
            "prisoner_swap",
            "held",
        ),
        ("Basaran said that he had put forward a one-day ceasefire.", "ceasefire", "proposed"),
        ("On its second day the truce in Dravo was holding.", "ceasefire", "ongoing"),
        ("A five-day truce was in force in Dravo in April.", "ceasefire", "held"),
        ("The truce that Quent proclaimed on Tuesday expires at midnight tonight.", "ceasefire", "ongoing"),
        ("The summit of Stenmoe and Quent is not going to happen.", "summit", "cancelled"),
        ("The leaders have been talking for three hours.", "summit", "ongoing"),
        ("Norland and Sudria swap prisoners at Tresk.", "prisoner_swap", "held"),
        ("Norland returns the remains of 212 Sudrian soldiers.", "repatriation", "held"),
    ],
)
def test_what_became_of_it(text, kind, status):
    assert (kind, status) in {(m.kind, m.status.value) for m in mentions(text, "2024-09-12")}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Towards the end of the month their delegations held talks in Harvik.", "2023-12"),
        ("Nobody knew why.\n\nThen, later in the month, their delegations held talks in Harvik.", "2023-12"),
        ("At the end of the month their delegations will hold talks in Harvik.", "2024-06"),
    ],
)
def test_a_part_of_the_month_is_of_the_month_told_before(text, edtf):
    found = told(f"On 14 December last year Stenmoe met Quent in Castrel.\n\n{text}")
    assert edtf in {when for kind, _, when in found if kind == "talks"}


def test_talks_that_begin_in_an_entry_of_long_ago_are_over():
    assert ("talks", "held", "2024-04-24") in told(f"{TIMELINE}24 April: Talks begin in Tresk.\n")
