"""What is said once is told once, whoever tells it with two verbs; and whose own people say nothing."""

import pytest

from reading import said

EKRE = "Torvald Ekre"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekre dismissed the idea, saying that it was late.", ["the idea … that it was late"]),
        ("Ekre questioned the plan, arguing that it was late.", ["the plan … that it was late"]),
        ("Ekre called for a truce, insisting it was late.", ["for a truce … it was late"]),
        ("Ekre rejected the offer as a trick, calling it “useless”.", ["the offer as a trick … “useless”"]),
        ("Ekre dismissed the idea, saying: “It is late.”", ["the idea … “It is late.”"]),
    ],
)
def test_a_verdict_and_its_reason_are_one_statement(text, expected):
    assert said(text) == [(EKRE, words) for words in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekre dismissed the idea, adding that the list was late.", ["the idea", "that the list was late"]),
        ("Ekre criticised the offer and called for a truce.", ["the offer", "for a truce"]),
        ("Ekre dismissed the idea. He said that the list was late.", ["the idea", "that the list was late"]),
    ],
)
def test_what_is_added_is_another(text, expected):
    assert said(text) == [(EKRE, words) for words in expected]


@pytest.mark.parametrize(
    "text",
    [
        "My colleague Jan Mertens reports that the talks in Castrel have ended.",
        "Our correspondent Mira Tolan said the talks in Castrel had ended.",
        "As our reporter Jan Mertens has reported, the talks in Castrel have ended.",
        "Norland recalled its ambassador.",
        "Ekre declined to name a day. Nor did he say whether the list was ready.",
        "Neither has Ekre said that the list was ready.",
    ],
)
def test_nothing_is_said_by_the_writer_or_by_who_said_nothing(text):
    assert said(text) == []


def test_a_colleague_of_who_is_quoted_speaks():
    assert (EKRE, "the list was ready") in said(
        "“My colleague Torvald Ekre said the list was ready,” Ask said."
    )
    assert said("Her colleague Mira Tolan said the list was ready.") == [("Mira Tolan", "the list was ready")]


@pytest.mark.parametrize("opening", ["while", "although", "because", "if"])
def test_a_clause_that_opens_what_is_said_has_no_speaker_behind_it(opening):
    words = f"that {opening} the list was late, Sudria was hopeful"
    assert said(f"Delgast said {words}.") == [("Ramiro Delgast", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Commenting on reports that the round was off, Ekre said he was late.", "he was late"),
        ("Replying to a question about how it would go, Ekre said he was late.", "he was late"),
        ("In Castrel, answering the question about what it was, Ekre said he was late.", "he was late"),
        ("Commenting on Quent's statement that it is over, Ekre said: “It is not.”", "“It is not.”"),
        ("Ekre responded to the offer: “It is late.”", "“It is late.”"),
        ("Ekre responded that the list was late.", "that the list was late"),
        ("Ekre answered reporters that the list was late.", "that the list was late"),
        ("Ekre commented on Tuesday that the list was late.", "that the list was late"),
    ],
)
def test_who_takes_up_what_others_said_has_not_said_it(text, words):
    assert said(text) == [(EKRE, words)]


def test_to_respond_to_a_report_is_to_say_nothing_of_it():
    assert said("Ekre responded to reports that the round was off.") == []


@pytest.mark.parametrize(
    "label", ["Norlandic envoy in Belmora", "The envoys at Castrel", "Norland to Sudria"]
)
def test_a_town_does_not_speak_for_who_is_there(label):
    assert said(f"{label}: The truce will hold until June.") == []
