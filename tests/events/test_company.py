"""Who takes part: those of a list, whom a relative clause tells of, counterparts, and who asks to meet."""

import pytest

from reading import mentions

NORLAND, SUDRIA, HELVARIA, CALDOR = "Norland", "Sudria", "Helvaria", "Caldor"


def told(text: str) -> list[tuple[str, str, set[str]]]:
    return [(m.kind, m.status.value, set(m.parties)) for m in mentions(text, "2024-06-12")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The delegations of Norland, Sudria, and Helvaria met in Castrel on Tuesday.",
         ("talks", "held", {NORLAND, SUDRIA, HELVARIA})),
        ("The delegations of Norland, Sudria, Helvaria, and Caldor will meet again next week.",
         ("talks", "planned", {NORLAND, SUDRIA, HELVARIA, CALDOR})),
        ("Envoys of forty countries, including Norland, Sudria and Helvaria, met in Castrel.",
         ("talks", "held", {NORLAND, SUDRIA, HELVARIA})),
        ("A meeting between Norlandic President Halvard Stenmoe, President of Sudria Marisela Quent, and "
         "Chancellor of Helvaria Anselm Varga is planned.",
         ("summit", "planned", {NORLAND, SUDRIA, HELVARIA})),
    ],
)  # fmt: skip
def test_all_who_are_listed_take_part(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varga cited Stenmoe, whom he met on Monday.", ("summit", "held", {HELVARIA, NORLAND})),
        ("Varga praised Stenmoe and Quent, both of whom he met this week.",
         ("summit", "held", {HELVARIA, NORLAND, SUDRIA})),
    ],
)  # fmt: skip
def test_whom_a_relative_clause_tells_of_takes_part(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varga told reporters he had spoken with his Norlandic counterpart about the truce.",
         ("call", "held", {HELVARIA, NORLAND})),
        ("Varga will meet his Norlandic counterpart in Sankt Orlen on Friday.",
         ("summit", "planned", {HELVARIA, NORLAND})),
        ("Livia Corvane met her Norlandic counterpart in Castrel on Monday.",
         ("meeting", "held", {SUDRIA, NORLAND})),
    ],
)  # fmt: skip
def test_a_counterpart_holds_the_same_post(text, expected):
    assert told(text) == [expected]


def test_who_asks_somebody_to_meet_takes_part():
    assert told("Stenmoe asked Quent to meet.") == [("summit", "proposed", {NORLAND, SUDRIA})]
    assert told("Stenmoe asked Quent to meet Varga.") == [("summit", "proposed", {SUDRIA, HELVARIA})]


def test_we_are_the_head_of_state_who_speaks_or_the_side_of_the_speaker():
    text = '"We are preparing to welcome Stenmoe in June," Varga told reporters.'
    assert told(text) == [("summit", "planned", {HELVARIA, NORLAND})]
    text = '"We met the Sudrian delegation in Castrel on Monday," Ekre said.'
    assert told(text) == [("talks", "held", {NORLAND, SUDRIA})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A phone conversation took place on Monday between Varga and Stenmoe.",
         ("call", "held", {HELVARIA, NORLAND})),
        ("Talks are taking place in Castrel between Norland and Helvaria.",
         ("talks", "ongoing", {NORLAND, HELVARIA})),
        ("The talks held in Castrel on Monday between Norland and Helvaria brought no result.",
         ("talks", "held", {NORLAND, HELVARIA})),
    ],
)  # fmt: skip
def test_between_whom_it_is_may_stand_behind_the_verb(text, expected):
    assert told(text) == [expected]


def test_several_in_a_month_are_not_the_one_that_was_on_a_day_of_it():
    text = (
        "Gunnvor Ask and Livia Corvane held three meetings in May 2024. "
        "On 3 May Gunnvor Ask and Livia Corvane met in Castrel."
    )
    assert [m.when.edtf for m in mentions(text, "2024-06-12")] == ["2024-05", "2024-05-03"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Stenmoe and Quent met in May, and their next meeting is scheduled for July.", "summit"),
        ("Gunnvor Ask and Livia Corvane met in May. Their next meeting is scheduled for July.", "meeting"),
    ],
)
def test_their_next_meeting_is_of_those_who_met(text, kind):
    assert [(k, status) for k, status, _ in told(text)] == [(kind, "held"), (kind, "planned")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varga met with visiting Norlandic President Halvard Stenmoe on Monday.",
         ("summit", "held", {HELVARIA, NORLAND})),
        ("Gunnvor Ask conducted discussions with Claudine Oberholt on Monday.",
         ("meeting", "held", {NORLAND, HELVARIA})),
        ("Gunnvor Ask and Claudine Oberholt met in Castrel on Monday for talks on exports.",
         ("meeting", "held", {NORLAND, HELVARIA})),
    ],
)  # fmt: skip
def test_it_is_told_once_by_whatever_words(text, expected):
    assert told(text) == [expected]


def test_what_is_spoken_of_has_taken_place_if_a_relative_clause_says_so():
    text = "They discussed the summit of the two presidents, which took place on Monday."
    assert [(kind, status) for kind, status, _ in told(text)] == [("summit", "held")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Varga met Stenmoe on Monday and Quent on Tuesday.", "summit"),
        ("Varga spoke with Stenmoe on Monday and with Quent on Tuesday.", "call"),
        ("Oberholt met Gunnvor Ask in Harvik on Monday and Livia Corvane in Belmora on Tuesday.", "meeting"),
    ],
)
def test_those_met_one_after_another_are_met_apart(text, kind):
    found = mentions(text, "2024-06-12")
    assert [(m.kind, m.when.edtf, set(m.parties)) for m in found] == [
        (kind, "2024-06-10", {HELVARIA, NORLAND}), (kind, "2024-06-11", {HELVARIA, SUDRIA}),
    ]  # fmt: skip


def test_what_is_told_at_an_encounter_tells_who_took_part():
    text = "Stenmoe told Varga at a meeting on Monday that he was hopeful."
    assert told(text) == [("summit", "held", {NORLAND, HELVARIA})]
    text = "Gunnvor Ask told the Castrel Post during a meeting on Monday that she was hopeful."
    assert all(kind != "meeting" for kind, _, _ in told(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varga said on Monday that his adviser Claudine Oberholt had met Gunnvor Ask on Sunday.",
         ("meeting", "held", {HELVARIA, NORLAND})),
        ("Halvard Stenmoe met Anselm Varga on Monday. The meeting was also attended by Gunnvor Ask.",
         ("summit", "held", {HELVARIA, NORLAND})),
        ("Halvard Stenmoe met Anselm Varga on Monday. Livia Corvane also took part in the meeting.",
         ("summit", "held", {HELVARIA, NORLAND})),
        ("Varga looks forward to hosting Gunnvor Ask and Livia Corvane in Sankt Orlen in July.",
         ("meeting", "proposed", {HELVARIA, NORLAND, SUDRIA})),
    ],
)  # fmt: skip
def test_who_is_only_named_beside_those_who_met_did_not_meet(text, expected):
    assert told(text) == [expected]


def test_the_leaders_of_a_militia_make_no_summit():
    text = "Chancellor Varga's envoy held talks with the leaders of the Sudrian militia in Castrel on Monday."
    assert [kind for kind, _, _ in told(text)] == ["talks"]


def test_technical_discussions_are_told_by_who_holds_them():
    text = (
        "Norland and Sudria are at war. Expert-level technical discussions will begin in Castrel on Friday."
    )
    assert [(kind, status) for kind, status, _ in told(text)] == [("talks", "planned")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland waits. Quent met two envoys of Varga in Dravo on Monday.",
         ("talks", "held", {SUDRIA, HELVARIA})),
        ("Norland waits. Varga's envoys met Quent in Dravo.", ("talks", "held", {SUDRIA, HELVARIA})),
        ("Sudria waits. Varga and two envoys of Stenmoe, Ekre and Ask, negotiated for five hours in Harvik.",
         ("talks", "held", {HELVARIA, NORLAND})),
        ("Norland waits. Quent and two envoys of Varga have talked for five hours in Dravo.",
         ("talks", "held", {SUDRIA, HELVARIA})),
        ("The delegations of Stenmoe and Quent met in Castrel on Monday.",
         ("talks", "held", {NORLAND, SUDRIA})),
        ("Envoys of Stenmoe, Quent and Varga met in Castrel.",
         ("talks", "held", {NORLAND, SUDRIA, HELVARIA})),
        ("Stenmoe and Quent met in Castrel on Monday.", ("summit", "held", {NORLAND, SUDRIA})),
        ("Stenmoe and his ministers, Ekre and Ask, met Quent in Castrel.",
         ("summit", "held", {NORLAND, SUDRIA})),
    ],
)  # fmt: skip
def test_whose_envoys_come_is_a_side_and_takes_no_part_himself(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekre telephoned Delgast from Sankt Orlen.", {NORLAND, SUDRIA}),
        ("Ekre called Delgast on Monday from Caldor.", {NORLAND, SUDRIA}),
        ("Sudria waits. Ekre spoke by phone with the negotiators from Helvaria.", {NORLAND, HELVARIA}),
        ("Sudria waits. The ministers from Caldor and Norland spoke by phone.", {NORLAND, CALDOR}),
    ],
)
def test_where_somebody_calls_from_is_no_side_of_the_call(text, expected):
    assert [parties for _, _, parties in told(text)] == [expected]


@pytest.mark.parametrize("verb", ["wrapped up", "concluded", "ended"])
def test_who_wraps_up_talks_takes_part(verb):
    text = f"Sudria waits. Ekre {verb} talks with Helvarian envoys in Castrel on Monday."
    assert told(text) == [("talks", "held", {NORLAND, HELVARIA})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varga said Norland and Sudria would meet on Friday.", [("talks", "planned", {NORLAND, SUDRIA})]),
        ("Varga announced Stenmoe and Quent had met.", [("summit", "held", {NORLAND, SUDRIA})]),
        ("Norland waits. Ekre said Delgast and Corvane would meet Oberholt on Friday.",
         [("meeting", "planned", {SUDRIA, HELVARIA})]),
        ("Varga confirmed the deal and Stenmoe met Quent.", [("summit", "held", {NORLAND, SUDRIA})]),
        ("Ekre met Delgast and Corvane met Oberholt.",
         [("meeting", "held", {NORLAND, SUDRIA}), ("meeting", "held", {SUDRIA, HELVARIA})]),
    ],
)  # fmt: skip
def test_of_two_in_a_clause_without_that_both_take_part(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Quent is open to a meeting with Stenmoe.", {SUDRIA, NORLAND}),
        ("Quent is now ready for a meeting with Stenmoe in Castrel.", {SUDRIA, NORLAND}),
        ("Varga is ready for a meeting of Quent and Stenmoe.", {SUDRIA, NORLAND}),
    ],
)
def test_who_is_ready_for_a_meeting_with_somebody_would_take_part(text, parties):
    assert told(text) == [("summit", "proposed", parties)]


@pytest.mark.parametrize(
    "text",
    [
        "Oberholt and Corvane held what Ekre called fruitful talks in Harvik on Monday.",
        "Oberholt and Corvane had what Ekre described as a fruitful meeting in Harvik on Monday.",
    ],
)
def test_those_who_held_what_somebody_calls_a_meeting_met(text):
    assert [set(m.people) for m in mentions(text)] == [{"Claudine Oberholt", "Livia Corvane"}]


def test_who_only_calls_it_fruitful_did_not_meet():
    text = "Ekre called the talks with Sudria in Harvik on Monday fruitful."
    assert [m.people for m in mentions(text)] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "Ekre criticised Stenmoe's decision to meet Quent in Castrel.",
        "Ekre praised Stenmoe's efforts to end the war and meet Quent.",
    ],
)
def test_who_decides_to_meet_somebody_is_who_is_told_to_have_decided_it(text):
    assert [set(m.people) for m in mentions(text)] == [{"Halvard Stenmoe", "Marisela Quent"}]
