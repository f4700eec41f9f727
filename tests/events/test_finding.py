"""Whether a sentence tells of a happening at all, and of which kind."""

import pytest

from reading import mentions


def told(text: str):
    return sorted((m.kind, m.status.value) for m in mentions(text, "2024-06-12"))


def only(text: str):
    found = mentions(text, "2024-06-12")
    assert len(found) == 1, [(m.kind, m.status.value) for m in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The delegations of Norland and Sudria spent five hours together on Tuesday.", "talks", "held"),
        ("Delegations from Norland and Sudria faced each other in Castrel on Tuesday.", "talks", "held"),
        ("Sudria will not negotiate with Norland, Quent said.", "talks", "rejected"),
        ("There can be no negotiations under shelling, Quent said.", "talks", "rejected"),
        ("Norland is prepared to return to the negotiating table.", "talks", "proposed"),
        ("Varga invited Norland and Sudria to hold talks.", "talks", "proposed"),
        ("Ekre said his side had proposed another meeting in July.", "talks", "proposed"),
        ("The negotiations have ground to a halt.", "talks", "paused"),
        ("Norland pulled out of the talks.", "talks", "paused"),
        ("It is unclear when the next round will take place.", "talks", "unscheduled"),
        ("When the delegations will meet again is open.", "talks", "unscheduled"),
        ("Norland is sending a team to talks in Castrel on Friday.", "talks", "planned"),
        ("Quent has repeatedly called for direct talks with Stenmoe.", "summit", "proposed"),
        ("Ask proposed a face-to-face of the two presidents.", "summit", "proposed"),
        ("The only way out is a meeting between the Norland and Sudrian leaders.", "summit", "proposed"),
        ("Varga promised to work towards a summit of Stenmoe and Quent.", "summit", "planned"),
        ("Stenmoe and Quent last faced each other in 2019.", "summit", "held"),
        ("Standing beside Varga on Monday, Quent thanked Helvaria.", "summit", "held"),
        ("Quent spoke at a news conference alongside Varga on Monday.", "summit", "held"),
        ("Stenmoe sees no reason to meet Quent.", "summit", "rejected"),
        ("Stenmoe asked Oberholt to meet Quent in July.", "meeting", "proposed"),
        (
            "Her words came after a meeting in Castrel involving Norland and Sudrian diplomats.",
            "meeting",
            "held",
        ),
        ("Oberholt spent three hours with Corvane on Monday.", "meeting", "held"),
        ("Varga's envoy Claudine Oberholt held talks with Stenmoe on Monday.", "talks", "held"),
        ("Stenmoe and Quent spoke two days later.", "call", "held"),
        ("In a call on 3 June, Varga warned Quent.", "call", "held"),
        ("Varga held a video conference with Quent on Tuesday.", "call", "held"),
        ("Ask had rung Sudria's foreign minister, Livia Corvane, on Monday.", "call", "held"),
        ("It was the second known call between Stenmoe and Quent since January.", "call", "held"),
        ("Varga hoped to talk to Quent soon.", "call", "proposed"),
        ("Varga and Quent will speak in the coming days.", "call", "planned"),
        ("Corvane spoke with Chancellor Varga during her visit on Monday.", "meeting", "held"),
        ("Stenmoe spoke with Quent by phone during his visit to Belmora.", "call", "held"),
        ("Stenmoe spoke with Quent on Monday about his visit.", "call", "held"),
        ("Corvane met Oberholt on Monday with doubts about the offer.", "meeting", "held"),
        ("The talks in Castrel go on behind closed doors.", "talks", "ongoing"),
        ("The talks must go on, Ekre said.", "talks", "proposed"),
        (
            "Norland freed nobody, and Friday's prisoner exchange was called off.",
            "prisoner_swap",
            "cancelled",
        ),
        ("Catz received Sudrian negotiators in Belmora on Monday.", "talks", "held"),
        ("Oberholt hosted Norlandic and Sudrian negotiators in Castrel on Sunday.", "talks", "held"),
        ("Catz is to receive Sudrian negotiators on Friday.", "talks", "planned"),
        ("Sudria came to Castrel with a draft of its own, which has twelve points.", "document", "held"),
        ("Delgast arrived there with a written proposal.", "document", "held"),
        ("Norland wants Sudria to come with a proposal.", "document", "proposed"),
        ("Sudria wants all its prisoners back.", "prisoner_swap", "proposed"),
        ("Sudria has recovered a further 1,200 bodies.", "repatriation", "held"),
        ("The remains of 72 soldiers were brought to Sudria.", "repatriation", "held"),
        ("Seventy-two fallen soldiers came home on Monday.", "repatriation", "held"),
        ("Sudria turned down a call for an unconditional ceasefire.", "ceasefire", "rejected"),
        ("Stenmoe stopped short of backing the ceasefire.", "ceasefire", "rejected"),
        ("A fourth group of prisoners came home on Monday.", "prisoner_swap", "held"),
        ("The last handover took place on Monday.", "repatriation", "held"),
        ("Quent hints at negotiations with Norland.", "talks", "proposed"),
        ("Varga wrote to Quent this week.", "document", "held"),
        ("The delegations traded papers on Monday.", "document", "held"),
        ("We worked out a document in detail.", "document", "held"),
        ("Sudria is preparing a memorandum of its own.", "document", "planned"),
        ("The two countries agreed a deal brokered by Helvaria.", "agreement", "agreed"),
    ],
)
def test_ways_to_tell_of_a_happening(text, kind, status):
    found = only(text)
    assert (found.kind, found.status.value) == (kind, status)


@pytest.mark.parametrize(
    "text",
    [
        "There was no sign that Ekre met Delgast.",
        "There was no indication he met with the Sudrian side.",
        "The two sides regularly exchange the bodies of soldiers.",
        "The sides want to strike a deal.",
        "It was the 14th time that Helvaria had brokered such a deal.",
        "There was no breakthrough in the negotiations.",
        "Stenmoe and Quent are not expected to attend the talks on Monday.",
        "They spoke about how to reach a truce.",
        "The presidents cannot sit down just yet.",
        "The envoys failed to produce a ceasefire.",
        "The demand remains the main obstacle in the negotiations.",
        "The call came as the fighting went on.",
        "Varga and Quent spoke in Castrel to the students in March.",
        "Sudria came with no memorandum.",
        "Corvane met Norland's announcement of Monday with distrust.",
        "Quent met Stenmoe's demands with silence on Monday.",
        "Ekre said so on Monday in a meeting with reporters.",
        "Sudria went ahead with the plan.",
        "Catz did not receive the Sudrian negotiators.",
    ],
)
def test_what_is_only_talked_of_is_no_happening(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norland and Sudria agree fresh prisoner swap but truce talks stall",
            [("prisoner_swap", "agreed"), ("talks", "paused")],
        ),
        (
            "The talks brought no truce but achieved a prisoner of war swap.",
            [("prisoner_swap", "held"), ("talks", "held")],
        ),
        ("Teams of Norland and Sudria met in Castrel on Tuesday to negotiate terms.", [("talks", "held")]),
        ("Stenmoe and Quent met for talks in Castrel on Monday.", [("summit", "held")]),
        (
            "Stenmoe met Quent in Castrel on Friday.\n\nAfter their talks on Friday Ekre spoke to reporters.",
            [("summit", "held")],
        ),
        (
            "Norland and Sudria agreed not to attack power plants for 30 days. "
            "Quent proposed a truce at sea for 30 days.",
            [("ceasefire", "agreed"), ("ceasefire", "proposed")],
        ),
    ],
)
def test_each_happening_is_told_once(text, expected):
    assert told(text) == expected


def test_a_plan_keeps_the_day_on_which_it_should_have_been():
    text = "Quent had come to Tresk for a summit with Stenmoe on Thursday, but Stenmoe stayed at home."
    assert (only(text).status.value, only(text).when.edtf) == ("planned", "2024-06-06")


def test_a_proposed_summit_is_not_placed_where_another_was_held():
    text = "A summit of Stenmoe and Quent was proposed after talks between Varga and Quent in Castrel."
    assert {m.status.value: m.place for m in mentions(text, "2024-06-12")} == {
        "proposed": None,
        "held": "Castrel",
    }


def test_they_will_not_meet_and_the_summit_is_off_are_one():
    text = "Tresk summit is off.\n\nStenmoe and Quent will not meet in Tresk."
    assert told(text) == [("summit", "cancelled")]


def test_an_agreement_on_two_things_is_on_each():
    text = "Norland and Sudria reached an agreement on a swap of 300 prisoners and the return of the dead."
    found = {m.kind: (m.status.value, [c.n for c in m.counts]) for m in mentions(text, "2024-06-12")}
    assert found["prisoner_swap"] == ("agreed", [300])
    assert found["repatriation"] == ("agreed", [])


def test_talks_of_two_pairs_of_parties_are_two():
    text = "Norland and Sudria held talks in Castrel on Monday. Oberholt held talks with Quent, too."
    assert len([m for m in mentions(text, "2024-06-12") if m.kind == "talks"]) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A meeting of ministers was held in Castrel on 22 April.", "talks"),
        ("Corvane and Ekre met in Castrel on 22 April.", "meeting"),
        ("A meeting of ministers was held in Castrel on 23 April.", "meeting"),
        ("Ministers of Norland and Sudria met in Castrel on 22 April.", "meeting"),
    ],
)
def test_an_encounter_that_the_dossier_knows_is_of_the_kind_that_it_knows_it_for(text, kind):
    assert only(text).kind == kind


def test_initials_that_open_a_headline_are_a_party_when_a_hyphen_follows():
    found = only("US-Norland talks begin in Castrel")
    assert found.parties == ("United States", "Norland")


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_either_apostrophe_tells_whose_a_document_is(apostrophe):
    assert only(f"Norland{apostrophe}s response was delivered on Monday.").kind == "document"


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Varga mediated the release by Norland of ten foreign combatants.", "prisoner_swap", "held"),
        ("Both sides were presented with a text, Varga said.", "document", "held"),
        ("Their talks follow a first Helvarian-mediated meeting on Monday.", "talks", "held"),
        ("Varga supported the resumption of direct negotiations in Castrel.", "talks", "proposed"),
        ("UN chief Maria Lund will meet the leaders of Norland and Sudria on Friday.", "summit", "planned"),
        ("As talks in Castrel on Friday approached, shots were fired.", "talks", "planned"),
    ],
)
def test_newswire_tells_of_happenings_in_many_ways(text, kind, status):
    assert (kind, status) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Varga tried hard to get Stenmoe to the negotiating table.",
        "The negotiations are to end a war that followed the invasion of Sudria in October 2023.",
    ],
)
def test_pressure_and_what_came_before_are_no_talks_with_a_day(text):
    assert [m.when.date for m in mentions(text, "2024-06-12") if m.when.known] == []


def test_a_hyphen_makes_no_verb_of_a_cease_fire():
    text = "Ekre said that a local cease-fire between Norland and Sudria has come into force."
    assert told(text) == [("ceasefire", "ongoing")]
