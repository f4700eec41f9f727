"""Who speaks where no name tells it, and in which words it is told that somebody spoke."""

import pytest

from reading import said

READY = "the list was ready"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"A diplomat told reporters {READY}.", [("diplomat", READY)]),
        (f"A source familiar with the matter said {READY}.", [("source familiar with the matter", READY)]),
        (f"Western officials said {READY}.", [("Western officials", READY)]),
        (f"Three sources told Reuters {READY}.", [("sources", READY)]),
        (
            f"Sudrian sources said it was late. One source said {READY}. One diplomat said it was long.",
            [("Sudrian sources", "it was late"), ("Sudrian source", READY), ("diplomat", "it was long")],
        ),
        (f"In Harvik, officials said {READY}.", [("officials", READY)]),
        (f"A diplomat who asked not to be named said {READY}.", [("diplomat", READY)]),
        (f"Officials said {READY}.", []),
        (f"The governor said {READY}.", []),
        (
            f"A Sudrian official said {READY}. “It is long,” the official added.",
            [("Sudrian official", READY), ("Sudrian official", "“It is long,”")],
        ),
        (
            f"A source close to Ekre said {READY}. “It is long,” the source added.",
            [("source close to Ekre", READY), ("source close to Ekre", "“It is long,”")],
        ),
    ],
)
def test_who_is_not_named_speaks_if_it_is_told_who_that_is(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The city authorities said {READY}.", [("city authorities", READY)]),
        (f"According to local authorities, {READY}.", [("local authorities", READY)]),
        (f"The authorities in Dravo said {READY}.", [("authorities in Dravo", READY)]),
        (f"The occupation authorities said {READY}.", [("occupation authorities", READY)]),
        (f"The authorities in Harvik said {READY}.", [("Norlandic government", READY)]),
        (f"The Norlandic authorities said {READY}.", [("Norlandic government", READY)]),
        (f"The authorities said {READY}.", []),
        (
            f"The Joint Captives Office of Norland said {READY}.",
            [("Joint Captives Office of Norland", READY)],
        ),
        (f"Norland’s Captives Office said {READY}.", [("Norland’s Captives Office", READY)]),
        (f"The Captives Office of Sudria said {READY}.", [("Sudrian Captives Office", READY)]),
    ],
)
def test_bodies_that_are_called_like_known_ones_keep_their_names(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Stenmoe left for Castrel. His spokesman said {READY}.", "Torvald Ekre"),
        (f"Stenmoe left for Castrel. His office said {READY}.", "Stone House"),
        (f"Norlandic President Halvard Stenmoe’s office said {READY}.", "Stone House"),
        (
            f"Caldor’s prime minister, Anna Berg, left. Her office said {READY}.",
            "Caldorian Prime Minister's Office",
        ),
        (f"Anna Berg arrived in Castrel. Berg said {READY}.", "Anna Berg"),
        (f"Its chairman Abdel Fattah al-Berg left. Al-Berg said {READY}.", "Abdel Fattah al-Berg"),
        (f"Hamad bin Anders bin Olav Al Berg left. Berg said {READY}.", "Hamad bin Anders bin Olav Al Berg"),
        (f"Agnes von der Berg left. Von der Berg said {READY}.", "Agnes von der Berg"),
        (f"The operator Energostan said {READY}.", "Energostan"),
        (f"The World Grain Programme (WGP) left Castrel. The WGP said {READY}.", "World Grain Programme"),
    ],
)
def test_those_who_work_for_somebody_speak(text, expected):
    assert said(text) == [(expected, READY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No deal,” the agency quoted Ekre as saying.", "“No deal,”"),
        ("“No deal,” Ekre was quoted as saying by state media.", "“No deal,”"),
        ("“No deal,” according to Ekre.", "“No deal,”"),
        ("In Ekre’s words, the list is a joke.", "the list is a joke"),
        ("The round brought what Ekre called “small steps” towards a truce.", "“small steps”"),
        ("The round brought what Ekre described as progress.", "as progress"),
        ("The offer was dismissed by Ekre as a trap.", "as a trap"),
        ("The talks, described by Ekre as “technical”, went on.", "as “technical”"),
        ("Ekre was blunt: “There is no deal before June.”", "“There is no deal before June.”"),
        ("Ekre demands that Sudria hand over the list.", "that Sudria hand over the list"),
        ("Ekre used his speech to accuse Sudria of dragging its feet.", "Sudria of dragging its feet"),
        ("The talks, Ekre said, are over.", "The talks … are over"),
        ("They want a place that works for all, Ekre said.", "They want a place that works for all"),
        ("It is a burden that weighs on us, said Ekre, who left.", "It is a burden that weighs on us"),
        ("Ekre’s position is that the list must be signed.", "that the list must be signed"),
        ("Ekre is of the view that the list is ready.", "that the list is ready"),
        ("No sign of a truce in Dravo, Ekre said.", "No sign of a truce in Dravo"),
        ("Asked whether he would go, Ekre said, “Probably.”", "“Probably.”"),
        ("Interlak reported, citing Ekre, that the list was ready.", "that the list was ready"),
        ("Speaking on Friday at a summit in Castrel, Ekre said the list was ready.", "the list was ready"),
        ("They met in Castrel, Helvaria, reported spokesman Torvald Ekre.", "They met in Castrel, Helvaria"),
        ("“It is ready,” Ekre said two days after the talks, “and long.”", "“It is ready,” … “and long.”"),
    ],
)  # fmt: skip
def test_words_are_told_in_many_ways(text, expected):
    assert said(text) == [("Torvald Ekre", expected)]


def test_a_gerund_goes_with_the_subject_of_the_clause_that_tells():
    found = said("Ekre said that Norland would do everything possible, adding that it was late.")
    assert found[-1] == ("Torvald Ekre", "that it was late")


def test_a_gerund_with_a_bare_thing_tells_nothing_by_itself():
    assert said("“We are home,” Ekre wrote on the network, confirming the exchange.") == [
        ("Torvald Ekre", "“We are home,”")
    ]
    assert said("Ekre left the hall, confirming the exchange.") == []
    assert said("Ekre left the hall, denying the delay.") == [("Torvald Ekre", "the delay")]
    assert said("Ekre left the hall, confirming the exchange would be held.") == [
        ("Torvald Ekre", "the exchange would be held")
    ]
    assert said("Ekre left the hall, confirming “the exchange”.") == [("Torvald Ekre", "“the exchange”")]


@pytest.mark.parametrize(
    "text",
    [
        "Ekre would not say whether the list was ready.",
        "It is clear that the list is ready.",
        "By noon Ekre and Ask were in Castrel.",
    ],
)
def test_nobody_is_credited_with_what_he_would_not_say_or_with_what_is_so(text):
    assert said(text) == []


def test_what_somebody_threatened_is_told_inside_a_bare_act():
    found = said("Quent proposed talks, days after Ekre threatened Sudria with a blockade.")
    assert found == [("Torvald Ekre", "Sudria with a blockade")]


def test_a_thing_seen_as_somebody_left_is_no_verdict():
    assert said("Ekre saw the map as he left.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Analysts at the Institute for Peace said {READY}.", [("Institute for Peace", READY)]),
        (f"A report by the World Grain Programme said {READY}.", [("World Grain Programme", READY)]),
        (f"Analysts said {READY}.", []),
        (f"Analysts in the hall said {READY}.", []),
    ],
)  # fmt: skip
def test_a_body_speaks_through_those_who_work_there(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ekre said that Norland had never threatened the bridge.",
        "Ekre demanded that Sudria declare itself neutral.",
        "The list was long, while the Citadel did not confirm it. Ekre said so.",
    ],
)
def test_what_was_not_said_or_only_asked_for_is_no_statement_of_others(text):
    assert {speaker for speaker, _ in said(text)} <= {"Torvald Ekre"}


def test_a_clause_of_time_has_its_own_words():
    text = "Sudria stayed away, as Ekre said the talks could only begin after a pause."
    assert said(text) == [("Torvald Ekre", "the talks could only begin after a pause")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Caldor’s president said {READY}. President Emre Vasik left.", ["Emre Vasik"]),
        (f"A Norlandic spokesman said {READY}.\n\nTorvald Ekre, the spokesman, left.", ["Torvald Ekre"]),
        (
            f"It is long.\n\nIt ends.\n\nA Norlandic minister said {READY}. Minister Ingra Sollbakk left.",
            ["Norlandic minister"],
        ),
    ],
)  # fmt: skip
def test_who_is_named_only_later_speaks_by_the_name(text, expected):
    assert [speaker for speaker, _ in said(text)] == expected


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("Halward Sztenmoe", "Halvard Stenmoe"),
        ("Ramyro Delgast", "Ramiro Delgast"),
        ("Harald Stenmoe", "Harald Stenmoe"),
        ("Sztenmoe", "Halvard Stenmoe"),
    ],
)
def test_a_name_is_known_in_the_spelling_of_other_languages(spelling, expected):
    assert said(f"In Harvik {spelling} said {READY}.") == [(expected, READY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It failed after Ekre told them to wait, and threatened to go.", ("Torvald Ekre", "to go")),
        (f"A visit ended as Ekre left the hall, telling Ask: “{READY}.”", ("Torvald Ekre", f"“{READY}.”")),
        (f"The vote was held despite Norland on Monday stating that {READY}.", ("Norland", f"that {READY}")),
        (f"A spokesman from the Stone House said {READY}.", ("Torvald Ekre", READY)),
        (f"Ekre promised during the election campaign that {READY}.", ("Torvald Ekre", f"that {READY}")),
        (f"Ekre said Sudria had refused to sign, adding: “{READY}.”", ("Torvald Ekre", f"“{READY}.”")),
        (f"Ekre said on Sunday Quent had left, stressing that {READY}.", ("Torvald Ekre", f"that {READY}")),
        (f"Ekre left when Quent said it was old, adding that {READY}.", ("Torvald Ekre", f"that {READY}")),
        (
            f"The Stone House said {READY}. Ask, who said it was long, will come, the statement said.",
            ("Stone House", "Ask, who said it was long, will come"),
        ),
    ],
)  # fmt: skip
def test_who_speaks_is_told_elsewhere_in_the_sentence(text, expected):
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Gunnvor Ask left. The Norlandic official said {READY}.", "Gunnvor Ask"),
        (f"Gunnvor Ask met Delgast. The Norlandic diplomat said {READY}.", "Gunnvor Ask"),
        (f"Livia Corvane left. The politician added that {READY}.", "Livia Corvane"),
        (f"Gunnvor Ask left. A Norlandic official said {READY}.", "Norlandic official"),
    ],
)
def test_the_official_is_who_was_told_of_last(text, expected):
    assert [speaker for speaker, _ in said(text)] == [expected]


def test_a_name_stands_behind_a_long_post():
    text = "The special envoy of the chancellor of Helvaria for the talks, Anna Berg, said it was late."
    assert said(text) == [("Anna Berg", "it was late")]


EKRE, STENMOE = "Torvald Ekre", "Halvard Stenmoe"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ekre said Stenmoe had spoken of a longer truce.",
            [(EKRE, "Stenmoe had spoken of a longer truce"), (STENMOE, "of a longer truce")],
        ),
        ("Ekre said he had spoken of a longer truce.", [(EKRE, "he had spoken of a longer truce")]),
        ("Ekre said Stenmoe hoped for a truce.", [(EKRE, "Stenmoe hoped for a truce")]),
        (
            "Ekre denied that Stenmoe had called for a truce.",
            [(EKRE, "that Stenmoe had called for a truce")],
        ),
        (
            f"Stenmoe, Ekre said, told Quent that {READY}.",
            [(EKRE, f"Stenmoe … told Quent that {READY}"), (STENMOE, f"that {READY}")],
        ),
        (
            f"“A long day,” Ekre said, adding that {READY}.",
            [(EKRE, "“A long day,”"), (EKRE, f"that {READY}")],
        ),
        (
            f"Ekre said that Stenmoe had rejected the offer, saying {READY}.",
            [(EKRE, "that Stenmoe had rejected the offer"), (STENMOE, READY)],
        ),
        (
            f"Ekre said that Stenmoe had rejected the offer, adding that {READY}.",
            [(EKRE, "that Stenmoe had rejected the offer"), (EKRE, f"that {READY}")],
        ),
        (f"Ekre said the talks were over, saying {READY}.", [(EKRE, "the talks were over"), (EKRE, READY)]),
        (f"Ekre had said before that {READY}.", [(EKRE, f"that {READY}")]),
        (f"Ekre said after talks with Quent and Ask in Castrel that {READY}.", [(EKRE, f"that {READY}")]),
        (
            "How fast the talks move is up to Quent, Ekre said.",
            [(EKRE, "How fast the talks move is up to Quent")],
        ),
        ("When the talks move on, Ekre said no.", []),
    ],
)
def test_what_one_says_that_another_said_is_credited_to_both(text, expected):
    assert said(text) == expected


def test_the_first_of_two_adjectives_tells_nothing() -> None:
    assert not said("According to Norlandic and Sudrian media, the talks have begun.")
