"""Happenings: what kind, whether held or only planned, when, where, between whom, how many."""

import pytest

from reading import mentions


def only(text: str, published: str | None = "2024-06-12"):
    found = mentions(text, published)
    assert len(found) == 1, [(m.kind, m.status.value) for m in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Norland and Sudria held talks in Castrel on Tuesday.", "talks", "held"),
        ("Norland and Sudria will hold talks in Castrel on Friday.", "talks", "planned"),
        ("Talks between Norland and Sudria are under way in Castrel.", "talks", "ongoing"),
        ("Helvaria proposed talks between Norland and Sudria in Castrel.", "talks", "proposed"),
        ("Talks between Norland and Sudria are on hold.", "talks", "paused"),
        (
            "The talks with Sudria that were due on Friday were called off, Norland said.",
            "talks",
            "cancelled",
        ),
        ("The talks that were due on Friday were called off, Norland said.", "talks", "cancelled"),
        ("No new talks between Norland and Sudria are planned.", "talks", "unscheduled"),
        ("Sudria rejected a truce of ninety days.", "ceasefire", "rejected"),
        ("Norland and Sudria agreed on a truce of ninety days.", "ceasefire", "agreed"),
        ("Stenmoe and Quent will meet in Sankt Orlen on 9 July.", "summit", "planned"),
        ("Stenmoe refused to meet Quent.", "summit", "rejected"),
        ("Stenmoe wants to meet Quent in July.", "summit", "proposed"),
        ("Varga and Stenmoe spoke by telephone on Sunday.", "call", "held"),
        ("Ekre and Delgast met in Castrel on Monday.", "meeting", "held"),
        ("Norland and Sudria exchanged 120 prisoners on Monday.", "prisoner_swap", "held"),
        ("Norland will return the bodies of 40 soldiers on Friday.", "repatriation", "planned"),
        ("Sudria handed over a list of 86 prisoners on Monday.", "document", "held"),
        ("The two countries signed an agreement on shipping on Monday.", "agreement", "held"),
    ],
)
def test_kind_and_status(text, kind, status):
    found = only(text)
    assert (found.kind, found.status.value) == (kind, status)


@pytest.mark.parametrize(
    ("text", "edtf", "basis"),
    [
        ("Norland and Sudria held talks on 3 June.", "2024-06-03", "stated"),
        ("Norland and Sudria held talks on Tuesday.", "2024-06-11", "relative"),
        ("Norland and Sudria will hold talks on Friday.", "2024-06-14", "relative"),
        ("Norland and Sudria held talks last month.", "2024-05", "relative"),
        ("Norland and Sudria held talks from 3 to 5 June.", "2024-06-03/2024-06-05", "stated"),
        (
            "Norland and Sudria held talks last week, on Thursday and Friday.",
            "2024-06-06/2024-06-07",
            "relative",
        ),
        ("On Tuesday Ekre said that Norland and Sudria had held talks on 3 June.", "2024-06-03", "stated"),
        (
            "Talks of Norland and Sudria began in Castrel on 8 May and ended on Saturday.",
            "2024-05-08/2024-06-08",
            "stated",
        ),
    ],
)
def test_when(text, edtf, basis):
    found = only(text)
    assert (found.when.edtf, found.when.basis.value) == (edtf, basis)


def test_nothing_that_is_to_come_was_held():
    assert only("Norland and Sudria met for talks on 20 June.").status.value == "planned"


def test_an_undated_article_gives_no_relative_date():
    assert not only("Norland and Sudria held talks on Tuesday.", published=None).when.known


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norland and Sudria held talks in Castrel on Tuesday.", "Castrel"),
        ("Norland and Sudria held talks at the Federal Palace in Sankt Orlen.", "Sankt Orlen"),
        ("Norland and Sudria held talks in the Helvarian capital on Tuesday.", "Sankt Orlen"),
        ("Norland and Sudria held talks about a ceasefire in Castrel on Tuesday.", "Castrel"),
        ("Norland and Sudria held talks in Helvaria's capital on Tuesday.", "Sankt Orlen"),
        ("Norland and Sudria held talks in the Helvaria capital Sankt Orlen on Tuesday.", "Sankt Orlen"),
        ("Norland and Sudria held talks in the Helvarian resort Vasrum on Tuesday.", "Vasrum"),
        ("Norland and Sudria held talks in the sunny Helvarian town of Vasrum on Tuesday.", "Vasrum"),
        ("The Castrel talks between Norland and Sudria ended.", "Castrel"),
        ("Norland and Sudria held talks on Tuesday.", None),
    ],
)
def test_where(text, place):
    assert only(text).place == place


@pytest.mark.parametrize(
    ("text", "parties", "people"),
    [
        ("Helvaria and Norland held talks in Castrel.", {"Helvaria", "Norland"}, set()),
        (
            "A new round of talks was held in Castrel. Norland and Sudria said little.",
            {"Norland", "Sudria"},
            set(),
        ),
        ("A new round of talks was held in Castrel. Norland said little.", set(), set()),
        ("Ekre and Delgast met on Monday.", {"Norland", "Sudria"}, {"Torvald Ekre", "Ramiro Delgast"}),
        ("Stenmoe telephoned Varga on Sunday.", {"Norland", "Helvaria"}, {"Halvard Stenmoe", "Anselm Varga"}),
    ],
)
def test_between_whom(text, parties, people):
    found = only(text)
    assert (set(found.parties), set(found.people)) == (parties, people)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Norland and Sudria exchanged 120 prisoners each.", [(120, "prisoners", True)]),
        ("Norland and Sudria exchanged 1,000 prisoners for 1,000.", [(1000, "prisoners", True)]),
        ("Norland returned the bodies of 212 soldiers to Sudria.", [(212, "bodies", False)]),
        ("Sudria proposed a truce of ninety days to Norland.", [(90, "days", False)]),
    ],
)
def test_how_many(text, counts):
    assert [(c.n, c.of, c.each) for c in only(text).counts] == counts


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("Norland and Sudria held a second round of talks.", [2]),
        ("Round three of the talks between Norland and Sudria was held in Castrel.", [3]),
        (
            "Norland and Sudria held a second and a third round of talks on 3 June and 10 June respectively.",
            [2, 3],
        ),
    ],
)
def test_which_round(text, rounds):
    assert [m.round for m in mentions(text)] == rounds


def test_five_sentences_on_one_happening_are_one_mention_with_all_its_evidence():
    text = (
        "Norland and Sudria held a fourth round of talks in Sankt Orlen on Tuesday. The talks lasted long. "
        "It was the first round since March. Helvaria presided over the fourth round.\n\n"
        "The talks in Sankt Orlen ended without a truce."
    )
    talks = [m for m in mentions(text) if m.kind == "talks"]
    assert len(talks) == 1
    assert len(talks[0].evidence) >= 3


def test_two_swaps_of_different_size_are_two():
    text = "Norland and Sudria swapped 120 prisoners on Monday. In March they swapped 86 prisoners."
    assert sorted(c.n for m in mentions(text) for c in m.counts) == [86, 120]


def test_a_dateline_and_the_doings_of_a_capital_imply_no_encounter_there():
    dateline = "CASTREL, March 12 /Lakeside/. Norland has not handed over the list, Ekre said."
    assert all(m.kind != "talks" for m in mentions(dateline, "2024-03-12"))
    assert all(
        m.kind != "talks" for m in mentions("Castrel on Tuesday reacted to the remarks.", "2024-03-12")
    )


def test_talks_of_some_days_before_what_was_agreed_were_held():
    found = mentions(
        "After three days of talks in Castrel, Norland and Sudria agreed to a truce.", "2024-06-12"
    )
    assert {(m.kind, m.status.value) for m in found} == {("talks", "held"), ("ceasefire", "agreed")}
    assert all(m.parties == ("Norland", "Sudria") for m in found)


@pytest.mark.parametrize("published", ["2025-06-12", None])
def test_a_day_without_a_year_is_of_the_year_told_before_if_something_is_known_of_it(published):
    text = """Norland and Sudria have negotiated since February 2024.

    The two delegations held talks in Castrel on March 12."""
    assert [m.when.edtf for m in mentions(text, published) if m.place == "Castrel"] == ["2024-03-12"]


def test_a_happening_that_a_date_counts_from_is_known_by_whose_it_was_and_whatever_follows():
    text = "Norland and Sudria held talks four days after Norland's crossing of the Vessel in the east."
    assert [m.when.edtf for m in mentions(text, "2024-06-12")] == ["2023-10-07"]


def test_talks_in_two_months_are_two():
    found = mentions("Norland and Sudria held talks in Castrel in April and May, respectively.", "2024-06-12")
    assert [m.when.edtf for m in found] == ["2024-04", "2024-05"]


@pytest.mark.parametrize(
    "text",
    [
        "Speaking in Harvik, Ekre said talks with Sudria would resume next week.",
        "After a meeting with Varga in Castrel, Stenmoe said a truce with Sudria was possible.",
        "A scheduled prisoner swap with Sudria fell through when a plane crashed near Harvik.",
    ],
)
def test_the_place_of_something_else_is_not_the_event_s(text):
    assert [m.place for m in mentions(text, "2024-06-12") if m.kind not in ("meeting", "summit")] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        ("After speaking with Quent by phone on Monday, Varga said he welcomed a truce.", "ceasefire", None),
        ("The ministers will meet on Friday to prepare a summit of Stenmoe and Quent.", "summit", None),
        ("Norland and Sudria have held talks since Varga's January inauguration.", "talks", None),
        ("Talks of Norland and Sudria were held following the crossing of the river in May.", "talks", None),
        ("The second day of talks with Sudria ended on Monday.", "talks", "2024-06-10"),
        ("The talks of Norland and Sudria follow a call of Stenmoe and Quent on Monday.", "talks", None),
        (
            "Since Sudria crossed the river in February, this exchange of prisoners was the largest.",
            "prisoner_swap",
            None,
        ),
    ],
)
def test_the_day_of_something_else_is_not_the_event_s(text, kind, edtf):
    assert {m.when.edtf for m in mentions(text, "2024-06-12") if m.kind == kind} <= {edtf}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norland and Sudria held talks in Helvaria's Castrel on Monday.", "Castrel"),
        ("Norland protested against sanctions on Sudria and called for a truce.", None),
        ("Sudria returned 40 prisoners to Norland on Monday.", None),
        ("Stenmoe and Quent held talks on the conflict in Sudria on Monday.", None),
    ],
)
def test_a_country_that_something_is_done_to_is_no_place(text, place):
    assert [m.place for m in mentions(text, "2024-06-12")] == [place]
