"""Topics: words, stems and phrases, with the topics that they show."""

import pytest

from talks.codebook.topics import load_topics
from talks.text import tokenise


def shown(text):
    lowers = tokenise(text).lowers
    found = load_topics().see(lowers).find()
    return [
        (" ".join(lowers[start:end]), [topic for topic, _ in topics])
        for start, end, topics in found
        if topics
    ]


@pytest.mark.parametrize("text", ["end the war", "end this war", "end a long and cruel war"])
def test_a_gap_takes_up_to_four_words(text):
    assert ("end", ["talks"]) in shown(text)


@pytest.mark.parametrize(
    "text", ["end one more of those long wars", "it must end. War is near", "end, war or not"]
)
def test_a_gap_is_no_wider_and_goes_across_no_mark(text):
    assert ("end", ["talks"]) not in shown(text)


def test_a_phrase_with_nothing_in_its_gap_is_one():
    assert shown("halting hostilities") == [("halting hostilities", ["ceasefire"])]


def test_the_words_in_a_gap_and_behind_it_show_what_they_show():
    assert [topics for _, topics in shown("persuade the prisoners to talk")] == [
        ["mediation"], ["prisoners"], ["talks"],
    ]  # fmt: skip


def test_a_passing_phrase_shows_nothing():
    assert shown("the national security adviser") == []
    assert shown("before the summit") == []
    assert shown("they said in a joint statement") == []
    assert shown("the security of the summit") != []


def test_of_the_phrases_that_begin_with_a_word_the_longest_counts():
    assert shown("the peace plan") == [("the peace plan", ["document"])] or shown("peace plan") == [
        ("peace plan", ["document"])
    ]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the dead", "bodies"),
        ("a land grab", "territory"),
        ("land for peace", "territory"),
        ("ending their wars", "talks"),
        ("the asset freezes", "sanctions"),
    ],
)
def test_a_phrase_ends_in_a_word_with_any_ending(text, topic):
    assert any(topic in topics for _, topics in shown(text))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the deadline", "bodies"),
        ("land forces", "territory"),
        ("they end the warning", "talks"),
        ("the planned march", "document"),
        ("the plane left", "document"),
    ],
)
def test_a_short_word_at_the_end_of_a_phrase_is_no_stem_of_others(text, topic):
    assert not any(topic in topics for _, topics in shown(text))


def test_either_side_shows_prisoners_only_behind_a_figure():
    assert shown("no objection from either side") == []
    assert shown("300 on either side") == [("300 on either side", ["prisoners"])]


def test_a_phrase_that_is_written_twice_counts_once():
    assert shown("an exchange of views") == [("exchange of views", ["talks"])]


def test_what_is_discussed_is_the_subject_and_discussing_it_is_not():
    named, hinted = load_topics().see(tokenise("they discussed sanctions").lowers).count()
    assert named == {"sanctions": 1}
    assert hinted == {"talks": 1}
