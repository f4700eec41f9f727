"""Attributions of magazines and tickers: behind the words, cut in two, without a verb of saying."""

import pytest

from reading import said

EKRE, ASK, QUENT, DELGAST = "Torvald Ekre", "Gunnvor Ask", "Marisela Quent", "Ramiro Delgast"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quent wants a truce, Anna Berg, the head of the centre, told reporters.", "Anna Berg"),
        ("Norland should have guarantees too, Anna Berg, its envoy in Castrel, wrote.", "Anna Berg"),
        ("The envoys made direct threats, Anna Berg, Norland’s first negotiator, said.", "Anna Berg"),
        ("The side refused a ceasefire, Norland’s deputy minister, Anna Berg, said.", "Anna Berg"),
    ],
)
def test_who_is_told_of_between_commas_speaks_after_the_words(text, expected):
    assert said(text) == [(expected, text[: text.index(",")])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekre spoke on Monday of a long pause.", [(EKRE, "of a long pause")]),
        ("Ekre spoke on his channel of a “long pause”.", [(EKRE, "of a “long pause”")]),
        ("Ekre turned down the offer as a “joke”.", [(EKRE, "the offer as a “joke”")]),
        (
            "Ekre rejected the idea as “detached from reality”.",
            [(EKRE, "the idea as “detached from reality”")],
        ),
        ("Ekre called the meeting “shuttle diplomacy”.", [(EKRE, "the meeting “shuttle diplomacy”")]),
        ("Ekre called that “a very long road”.", [(EKRE, "“a very long road”")]),
        (
            "The Stone House, while signalling a hope for peace, has publicly questioned the offer.",
            [("Stone House", "the offer")],
        ),
        (
            "After the raid on the harbour there would be no talks, Ekre told reporters.",
            [(EKRE, "After the raid on the harbour there would be no talks")],
        ),
        (
            "Ekre said after taking part in the round on Sunday that the list was ready.",
            [(EKRE, "that the list was ready")],
        ),
        (
            "Ekre told reporters before boarding his plane that the list was ready.",
            [(EKRE, "that the list was ready")],
        ),
        ("Everyone wants Sudria to come - Ekre summarized.", [(EKRE, "Everyone wants Sudria to come")]),
        (
            "The list was ready, according to the Norlandic government’s press office.",
            [("Norlandic government’s press office", "The list was ready")],
        ),
    ],
)
def test_what_is_told_is_found_behind_other_words(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talks are frozen, Ekre said on Friday, and accused Sudria of delay.",
            [(EKRE, "The talks are frozen"), (EKRE, "Sudria of delay")],
        ),
        (
            "Ekre said nine men had come, while Sudria had brought back twenty.",
            [(EKRE, "nine men had come, while Sudria had brought back twenty")],
        ),
        (
            "Ekre told his cabinet, according to two ministers who were there, that the list was ready.",
            [(EKRE, "that the list was ready")],
        ),
        ("A ceasefire was ruled out by his aide Torvald Ekre.", [(EKRE, "A ceasefire")]),
        ("By Harvik’s reckoning the list was ready.", [("Norland", "the list was ready")]),
        ("According to the Stone House’s account, it was ready.", [("Stone House", "it was ready")]),
        (
            "The office left. Whether Ekre would come, nobody could know, in Delgast’s view.",
            [(DELGAST, "Whether Ekre would come, nobody could know")],
        ),
        ("Each side accused the other of delay.", []),
        ("Ekre told Dagsposten on Saturday (30) that it was over.", [(EKRE, "that it was over")]),
        ("Ekre confirms – as we heard from Ask – that it is over.", [(EKRE, "that it is over")]),
        ("They waited because, according to Ekre, it was over.", [(EKRE, "it was over")]),
        ("The envoy left Dravo - Ekre said it was over.", [(EKRE, "it was over")]),
        ("They met as Ekre threatened them.", []),
        ("Although Norland claims to be ready, it waits.", [("Norland", "to be ready")]),
        (
            "“My feeling is that she knows” her part, said Anna Berg of Lake House.",
            [("Anna Berg", "My feeling is that she knows” her part")],
        ),
        (
            "The commander of the Harvik Brigade, Maj. Anna Berg, said it was over.",
            [("Anna Berg", "it was over")],
        ),
        ("Quent has not forgotten Dravo: it was a day, Ekre says.", [(EKRE, "it was a day")]),
        ("It was late; that was a wish, Ekre said.", [(EKRE, "that was a wish")]),
        (
            "Ekre called the demand to be given the list premature.",
            [(EKRE, "the demand to be given the list premature")],
        ),
        (
            "Ekre expected the round, in which they vote, to take place in Castrel.",
            [(EKRE, "the round, in which they vote, to take place in Castrel")],
        ),
        ("Officials in both Harvik and Belmora said it was over.", []),
        (
            "Quent came, Ekre said in June; Norland waited, Delgast said.",
            [(EKRE, "Quent came"), (DELGAST, "Norland waited")],
        ),
        ("It was ready, Ekre said; and Quent left early.", [(EKRE, "It was ready")]),
        ("Ekre said that a truce was ruled out by Sudria.", [(EKRE, "that a truce was ruled out by Sudria")]),
        ("Ekre hinted at a pause.", [(EKRE, "at a pause")]),
        ("Ekre thanked the chancellor for his patience.", [(EKRE, "the chancellor for his patience")]),
    ],
)
def test_words_are_credited_on_both_sides_of_an_attribution(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stenmoe waited. Quent could come, the president said.", "Halvard Stenmoe"),
        ("Quent came to Castrel. It was ready, said the Sudrian.", QUENT),
        ("The head of the Norlandic Foreign Ministry said it was ready.", "Ingra Sollbakk"),
        ("The deputy head of the Sudrian Captives Office said it was ready.", "Osvald Pirri"),
        ("Sudria has signed. The country said it was ready.", "Sudria"),
        ("Gunnvor Ask left Castrel. Her country said it was ready.", "Norland"),
    ],
)
def test_who_was_told_of_speaks_by_another_word(text, expected):
    assert [speaker for speaker, _ in said(text)] == [expected]


def test_what_others_have_said_is_found_in_a_transcript():
    told = said("ANNA BERG: Are you ready?\nEKRE: We are. Delgast told me that he would come to Castrel.")
    assert (DELGAST, "that he would come to Castrel") in told


def test_a_small_no_ends_a_sentence_and_is_no_number():
    assert said("Ask did not say no. It was late, Ekre said.") == [(EKRE, "It was late")]


def test_the_leaders_of_sides_speak_by_their_names():
    text = "Stenmoe and Quent telephone.\n\nThe leaders of Norland and Sudria called on Varga to wait."
    assert {speaker for speaker, _ in said(text)} == {"Halvard Stenmoe", QUENT}
    assert said("The leaders of Norland and Sudria urged Varga to wait.") == []


def test_who_first_outlined_a_draft_does_not_tell_what_is_done_with_it():
    assert said("Envoys are working on a draft, first outlined by Quent in May.") == []
    assert said("A truce was outlined by Quent.") == [(QUENT, "A truce")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ekre said at a meeting held in Castrel earlier that it was late.", "that it was late"),
        ("Ekre said in a statement posted on Monday that it was late.", "that it was late"),
        ("Ekre told a round hosted by Helvaria that it was late.", "that it was late"),
        ("Ekre said the meeting held in Castrel was good.", "the meeting held in Castrel was good"),
        ("Ekre warned of a raid by Quent that would end it.", "of a raid by Quent that would end it"),
        ("“It is late and the list is lost,“ said Ekre.", "“It is late and the list is lost,“"),
    ],
)  # fmt: skip
def test_where_it_was_said_is_passed_over(text, words):
    assert ("Torvald Ekre", words) in said(text)
