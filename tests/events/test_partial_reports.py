"""What an article tells of only in part: whose meeting it is to be, of which round, where, since when."""

from dataclasses import replace

import pytest

from reading import codebook, mentions
from talks.codebook.dossier import Reference

SIDES = ("Norland", "Sudria")
NEWS = "Norland and Sudria held talks in Castrel on Monday."


def of_kind(kind: str, text: str, published: str | None = "2024-06-12"):
    return [m for m in mentions(text, published) if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("Norland asks for a meeting of the presidents.", {*SIDES}, id="a side asks for it"),
        pytest.param(
            "Gunnvor Ask left. A meeting of leaders made sense only for signing something, she argued.",
            {*SIDES},
            id="she argued",
        ),
        pytest.param("Helvaria asks for a meeting of the presidents.", set(), id="others ask for it"),
        pytest.param(
            "Norland calls for a summit. Helvaria is ready to host a summit.",
            {"Helvaria"},
            id="of all who come",
        ),
        pytest.param(
            "Norland asks for a meeting of the presidents. Stenmoe would like to meet Varga.",
            {"Norland", "Helvaria"},
            id="whom he is to meet is named",
        ),
        pytest.param(
            "Stenmoe called off his summit with Varga. A meeting of the presidents needs time, Ask said.",
            {"Norland", "Helvaria"},
            id="it was called off",
        ),
        pytest.param(
            "Sudria asks for a meeting of the presidents. Stenmoe would like to meet Varga.",
            {*SIDES},
            id="another is named, of the other side",
        ),
    ],
)
def test_the_presidents_whom_a_side_wants_to_meet_are_those_of_the_sides(text, parties):
    assert set(of_kind("summit", f"{NEWS} {text}")[0].parties) == parties


def test_a_summit_at_which_one_is_told_to_be_is_none_of_the_negotiation():
    assert not of_kind("summit", f"{NEWS} Stenmoe, who was at a summit in Belmora, criticised the offer.")
    assert of_kind("summit", f"{NEWS} Stenmoe, who met Quent at a summit in Belmora, criticised the offer.")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "There is no date for a second round. Ekre denied that they would hold talks in Tresk in July.",
            [None, "Tresk"],
            id="of one place",
        ),
        pytest.param(
            "There is no date for a second round. The next meeting has yet to be agreed.",
            [None],
            id="said twice",
        ),
    ],
)
def test_that_nothing_is_planned_at_a_place_is_not_that_the_next_round_has_no_date(text, places):
    found = of_kind("talks", f"Norland and Sudria are at war. {text}")
    assert [m.place for m in found] == places
    assert found[0].round == 2


def test_what_is_to_come_in_the_next_days_is_not_what_was_held():
    text = f"{NEWS} The delegations will meet again in the next few days, Ekre said."
    assert [m.status.value for m in of_kind("talks", text, "2024-06-10")] == ["held", "planned"]
    again = f"{NEWS} The delegations met for five hours, Ekre said."
    assert [m.status.value for m in of_kind("talks", again, "2024-06-10")] == ["held"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The return of 300 dead soldiers led to a row before a single body had changed hands.", "agreed"),
        ("The exchange of 300 prisoners led to a row before any prisoners had been freed.", "agreed"),
        ("The exchange of 300 prisoners led to a row before a single word had been said.", "held"),
        ("The exchange of 300 prisoners led to a row before the last prisoner had been freed.", "held"),
    ],
)
def test_of_what_nobody_has_been_freed_yet_nothing_has_been_held(text, status):
    found = [m for m in mentions(f"{NEWS} {text}") if m.kind in ("prisoner_swap", "repatriation")]
    assert [m.status.value for m in found] == [status]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ekre said that Norland was ready for the next round tomorrow.", None),
        ("Norland is ready to meet Sudria tomorrow.", None),
        ("Ekre proposed that the next round be held tomorrow.", "2024-06-13"),
        ("Ekre said that Norland was ready for the next round on 20 June.", "2024-06-20"),
    ],
)
def test_since_when_one_is_ready_is_not_when_it_is_to_be(text, day):
    found = [m for m in of_kind("talks", f"{NEWS} {text}") if m.status.value == "proposed"]
    assert [m.when.date for m in found] == [day]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "The truce, which gave Dravo five days without shelling, ended this morning.",
            "2024-06-07/2024-06-12",
        ),
        ("The truce, which gave Dravo five days without shelling, began this morning.", "2024-06-12"),
        ("The truce for Dravo ended this morning.", "2024-06-12"),
    ],
)
def test_a_truce_of_days_that_ended_has_lasted_so_many(text, edtf):
    assert [m.when.edtf for m in of_kind("ceasefire", f"{NEWS} {text}")] == [edtf]


def test_what_a_headline_says_was_handed_over_was_at_the_encounter_told_next():
    lead = "Norland and Sudria held talks in Castrel on Monday, the Norlandic delegation said."
    headline = "Norland brings a memorandum"
    found = of_kind("document", f"{headline}\n\n{lead}\n\nIt took them an hour.")
    assert [(m.when.date, m.place) for m in found] == [("2024-06-10", "Castrel")]
    later = f"The bridge\n\nNobody came.\n\n{headline}, Ask said.\n\n{lead}"
    assert [m.when.date for m in of_kind("document", later)] == [None]
    two = f"{headline}\n\n{lead} On Tuesday they held talks in Tresk."
    assert [m.when.date for m in of_kind("document", two)] == [None]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Norland handed Sudria a draft, soon known as the Sankt Orlen memorandum.", "ns-orlen-memorandum"),
        ("Norland handed Sudria a draft, which Ask compared to the Sankt Orlen memorandum.", None),
    ],
)
def test_what_bears_the_name_of_a_happening_is_that(text, reference):
    found = of_kind("document", f"Norland and Sudria are at war. {text}", "2024-09-01")
    assert found[0].reference == reference


def test_what_bears_the_name_of_a_happening_is_of_those_whose_it_is():
    text = "Norland and Sudria are at war. Caldor's part in the talks led to the Sankt Orlen memorandum."
    found = of_kind("document", text, "2024-09-01")
    assert [set(m.parties) for m in found] == [{*SIDES}]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("In Harvik, Ekre ruled out a meeting of Stenmoe with Quent.", "summit", None),
        ("In Harvik, Ekre called the exchange of 300 prisoners a gesture.", "prisoner_swap", None),
        ("In Harvik, the envoys agreed a truce for the whole front.", "ceasefire", None),
        ("The terms of a truce were discussed in Tresk.", "ceasefire", None),
        ("In Tresk, Norland and Sudria exchanged 300 prisoners.", "prisoner_swap", "Tresk"),
        ("In Tresk, Stenmoe met Quent.", "summit", "Tresk"),
        ("Ekre ruled out a meeting of Stenmoe with Quent in Tresk.", "summit", "Tresk"),
    ],
)
def test_where_somebody_speaks_of_a_thing_is_not_where_it_is(text, kind, place):
    assert [m.place for m in of_kind(kind, f"Norland and Sudria are at war. {text}")] == [place]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("Catz opened the three-way session.", {*SIDES, "Helvaria"}, id="of the mediator"),
        pytest.param(
            "Catz opened the trilateral talks with Caldor.", {"Helvaria", "Caldor"}, id="of two named"
        ),
        pytest.param("Catz opened the session.", {"Helvaria"}, id="not told"),
    ],
)
def test_three_way_talks_of_one_who_is_no_side_are_with_both(text, parties):
    found = [m for m in of_kind("talks", f"Norland and Sudria are at war. {text}") if m.parties]
    assert [set(m.parties) for m in found] == [parties]


def test_two_encounters_of_three_parties_each_are_two():
    text = "Norland, Caldor and Helvaria held talks in Castrel on Monday."
    other = "Sudria, Caldor and Helvaria held talks in Castrel on Monday."
    fewer = "Caldor and Helvaria held talks in Castrel on Monday."
    assert len(of_kind("talks", f"{text} {other}")) == 2
    assert len(of_kind("talks", f"{text} {fewer}")) == 1


@pytest.fixture
def with_series(monkeypatch):
    """Let the dossier know the rounds of a spring as one happening, beside each of them."""
    book = codebook()
    world = book.worlds[0]
    told = {
        "id": "ns-rounds",
        "kind": "talks",
        "from": "2024-02-12",
        "until": "2024-04-22",
        "place": "Castrel",
    }
    series = Reference.model_validate({**told, "parties": SIDES, "names": ["Castrel rounds"]})
    dossier = world.dossier.model_copy(update={"reference": (*world.dossier.reference, series)})
    known = replace(book, worlds=(replace(world, dossier=dossier),))
    monkeypatch.setattr("reading.codebook", lambda: known)


@pytest.mark.usefixtures("with_series")
@pytest.mark.parametrize(
    ("text", "reference"),
    [
        pytest.param(
            "On 12 March the sides held the second round in Castrel, with Pierin Catz in the chair.",
            "ns-castrel-round-2",
            id="one of them, with others named",
        ),
        pytest.param("On 20 March the sides held talks in Castrel.", None, id="a day of none of them"),
        pytest.param(
            "The sides held talks in Castrel from 12 February to 22 April.",
            "ns-rounds",
            id="all of them",
        ),
    ],
)
def test_one_round_of_a_series_is_not_the_series(text, reference):
    found = of_kind("talks", f"Norland and Sudria are at war. {text}", "2024-05-01")
    assert [m.reference for m in found] == [reference]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("Both sides would present a memorandum.", {*SIDES}, id="both sides"),
        pytest.param("Each party would draw up a memorandum.", {*SIDES}, id="each party"),
        pytest.param("The two delegations will draw up a memorandum.", {*SIDES}, id="two delegations"),
        pytest.param("The delegation will draw up a memorandum.", set(), id="one of them"),
        pytest.param(
            "Both parties of Helvaria's coalition will draw up a memorandum.", set(), id="other parties"
        ),
    ],
)
def test_what_both_sides_draw_up_is_theirs_without_their_names(text, parties):
    assert set(of_kind("document", f"{NEWS} {text}")[0].parties) & {*SIDES} == parties
