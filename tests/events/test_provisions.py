"""What a deal provides for, or somebody orders or announces, is to be done; it has not been."""

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday
SIDES = "Norland and Sudria are at war."


def rows(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.kind, m.status.value, m.when.date) for m in mentions(f"{SIDES} {text}", PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The deal includes the release of 50 prisoners.", "prisoner_swap", "agreed"),
        ("The deal included the release of 50 prisoners.", "prisoner_swap", "agreed"),
        ("The deal envisages an exchange of 200 prisoners.", "prisoner_swap", "agreed"),
        ("The agreement provides for the release of 50 prisoners.", "prisoner_swap", "agreed"),
        ("The proposal includes a ceasefire of 30 days.", "ceasefire", "proposed"),
        ("The plan foresees that Sudria releases 50 prisoners.", "prisoner_swap", "proposed"),
        ("Under the deal, Sudria releases 50 prisoners.", "prisoner_swap", "planned"),
        ("Under the plan, Sudria releases 50 prisoners.", "prisoner_swap", "proposed"),
        (
            "Norland will halt its advance while Sudria frees 50 of the prisoners it is holding.",
            "prisoner_swap",
            "planned",
        ),
        ("Norland withdrew from Dravo while Sudria freed 50 prisoners.", "prisoner_swap", "held"),
        ("Sudria releases 50 prisoners under deal.", "prisoner_swap", "held"),
        ("The swap includes the release of 50 prisoners.", "prisoner_swap", "held"),
        ("The plan included holding talks in Castrel.", "talks", "proposed"),
        ("They signed a roadmap that involves freeing 50 prisoners.", "prisoner_swap", "proposed"),
        ("The deal includes leaving Dravo and releasing 50 prisoners.", "prisoner_swap", "agreed"),
        ("His visit to Castrel included holding talks with Corvane.", "talks", "held"),
        ("Sudria rejected a proposal that includes a ceasefire of 30 days.", "ceasefire", "rejected"),
        ("Sudria turned down a deal that provides for a ceasefire.", "ceasefire", "rejected"),
        ("Sudria rebuffed a plan that would see the release of 50 prisoners.", "prisoner_swap", "rejected"),
        ("Sudria voted down a plan that includes a ceasefire.", "ceasefire", "rejected"),
        ("Sudria did not vote down a plan that includes a ceasefire.", "ceasefire", "proposed"),
        ("Sudria worked out a plan that includes a ceasefire.", "ceasefire", "proposed"),
        ("Sudria has not rejected a proposal that includes a ceasefire.", "ceasefire", "proposed"),
        ("Sudria welcomed a proposal that includes a ceasefire.", "ceasefire", "proposed"),
    ],
)
def test_what_a_deal_provides_for_is_to_come(text, kind, status):
    assert (kind, status, None) in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The truce, under which 40 prisoners had been freed, is due to expire on Friday.",
            ("prisoner_swap", "held", None),
        ),
        (
            "The truce, which had led to the release of 40 prisoners, was set to end on Monday.",
            ("prisoner_swap", "held", None),
        ),
        (
            "The swap, which followed a meeting of the delegations, took place on Monday.",
            ("prisoner_swap", "held", "2024-06-10"),
        ),
        (
            "Ekre, who met Delgast in Castrel on Monday, called for a truce.",
            ("meeting", "held", "2024-06-10"),
        ),
    ],
)
def test_a_clause_beside_another_keeps_its_own_day(text, expected):
    assert expected in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five commanders were freed in exchange for 55 prisoners.", ("prisoner_swap", "held", None)),
        (
            "With the release of 11 prisoners scheduled to take place yesterday, all waited.",
            ("prisoner_swap", "agreed", None),
        ),
    ],
)
def test_a_swap_is_what_its_own_verb_tells(text, expected):
    assert expected in rows(text)


def test_what_a_truce_puts_on_hold_is_not_the_truce():
    assert all(status != "paused" for _, status, _ in rows("A truce put the conflict on hold until 2016."))


def test_a_presidential_palace_makes_no_summit():
    told = rows("The delegations began their talks at the presidential Vanter Palace in Castrel on Tuesday.")
    assert [kind for kind, _, _ in told] == ["talks"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland on Tuesday announced a truce for Dravo.", ("ceasefire", "planned", None)),
        ("On Tuesday, Norland announced a truce for Dravo.", ("ceasefire", "planned", None)),
        ("Norland announced a truce for Friday.", ("ceasefire", "planned", "2024-06-14")),
        ("Stenmoe ordered the army to hold a truce of 36 hours.", ("ceasefire", "planned", None)),
        (
            "Stenmoe has ordered his defence minister to impose a truce, beginning on Friday.",
            ("ceasefire", "planned", "2024-06-14"),
        ),
        (
            "It will be the first time the two leaders have met since talks in Castrel in February.",
            ("summit", "planned", None),
        ),
    ],
)
def test_what_is_announced_or_ordered_is_to_come(text, expected):
    assert expected in rows(text)


def test_what_they_last_met_at_lends_no_place_to_what_is_planned():
    text = "Norland and Sudria will meet on Friday for the first time since talks in Castrel in February."
    told = {(m.status.value, m.when.date, m.place) for m in mentions(text, PUBLISHED)}
    assert told == {("planned", "2024-06-14", None), ("held", "2024-02", "Castrel")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A humanitarian corridor from Castrel to Tresk was agreed on Tuesday.", None),
        ("A truce for Tresk was agreed on Tuesday.", "Tresk"),
        ("Varga hosted Stenmoe for talks on the sidelines of the Tresk Security Conference.", "Tresk"),
    ],
)
def test_a_stretch_has_no_place_and_a_meeting_beside_an_event_has_its_town(text, place):
    assert [m.place for m in mentions(f"{SIDES} {text}", PUBLISHED)] == [place]


def test_the_meeting_that_took_place_is_no_summit_that_is_only_wanted():
    text = (
        "In Castrel, Norland is holding the fourth meeting of security advisers on its peace plan.\n\n"
        "At the current meeting, five points are being discussed.\n\n"
        "The meeting was chaired by Ekre and Varga.\n\n"
        "According to Varga, this meeting is likely to be the last at the level of ministers. Harvik wants to"
        " hold a summit of leaders. Some countries consider the summit at the level of leaders premature.\n\n"
        "The meeting of advisers took place before the start of a forum."
    )
    told = {(m.kind, m.status.value) for m in mentions(f"{SIDES} {text}", PUBLISHED)}
    assert ("summit", "proposed") in told
    assert ("summit", "held") not in told


def test_a_participle_tells_with_its_particle_what_has_become_of_talks():
    assert rows("The talks called off on Monday were to be held in Castrel.") == [
        ("talks", "cancelled", "2024-06-10")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Norland will free 20 prisoners if Sudria keeps the truce, Ekre said.", "prisoner_swap", "proposed"),
        ("Norland will only release the prisoners if Sudria opens the strait.", "prisoner_swap", "proposed"),
        ("If Sudria opens the strait, Norland will free 20 prisoners.", "prisoner_swap", "proposed"),
        ("Sudria will return 100 bodies if Norland lets the lorries in.", "repatriation", "proposed"),
        ("Stenmoe and Quent will meet in July if the truce holds.", "summit", "proposed"),
        ("Sudria will release its prisoners only as part of a deal, Ekre said.", "prisoner_swap", "proposed"),
        ("Sudria will free the prisoners only in exchange for a truce.", "prisoner_swap", "proposed"),
        ("Sudria will free its prisoners only after a truce.", "prisoner_swap", "proposed"),
        ("Norland will free 40 prisoners on Monday, only part of them.", "prisoner_swap", "planned"),
        ("A truce deal is not near, Ekre said.", "ceasefire", "proposed"),
        ("Ekre said a truce deal was not close to being agreed upon.", "ceasefire", "proposed"),
        (
            "Norland will free 20 prisoners on Monday, Ekre said; if Sudria is late, they wait.",
            "prisoner_swap",
            "planned",
        ),
        (
            "Norland will free 20 prisoners on Monday; Ekre asked if Sudria agrees.",
            "prisoner_swap",
            "planned",
        ),
        ("The delegations will meet in Castrel on Monday to see if a truce is possible.", "talks", "planned"),
    ],
)
def test_what_a_side_will_do_only_if_the_other_does_something_is_proposed(text, kind, status):
    assert (kind, status) in [row[:2] for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Helvaria is trying to broker a deal under which 50 prisoners would be released.", "proposed"),
        (
            "Helvaria seeks to broker a deal of both that would include the release of 50 prisoners.",
            "proposed",
        ),
        ("Mediators are pushing for a deal that would include the release of 50 prisoners.", "proposed"),
        ("Helvaria managed to broker a deal that would free 50 prisoners.", "agreed"),
        ("Norland said it had agreed to a deal that would free 50 prisoners.", "agreed"),
        ("Both sides agreed to sign a deal that would free 50 prisoners.", "agreed"),
    ],
)
def test_what_would_be_done_under_a_deal_that_is_only_sought_is_proposed(text, status):
    assert ("prisoner_swap", status) in [row[:2] for row in rows(text)]
