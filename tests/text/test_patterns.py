"""The language of patterns: words, lemmas, classes, gaps, repetition, alternatives and the head."""

import pytest

from talks.errors import CodebookError
from talks.patterns import Item, compile_pattern, encode

CLASSES = {
    "the": "d",
    "long": "a",
    "talks": "n",
    "taken": "E",
    "met": "v",
    "norland": "P",
    ",": ",",
    "3": "#",
}
LEMMAS = {"met": "meet"}


def line(text: str):
    words = text.split()
    return encode([Item(w, CLASSES.get(w, "n"), LEMMAS.get(w, w), n, n + 1) for n, w in enumerate(words)])


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("talks", "the talks", [(1, 2, 1)]),
        ("the [talks]", "the talks", [(0, 2, 1)]),
        ("the <adj>* [talks]", "the long long talks", [(0, 4, 3)]),
        ("the <adj>? [talks]", "the long long talks", []),
        ("(norland|sudria) [~meet]", "norland met", [(0, 2, 1)]),
        ("norland .. talks", "norland had long talks", [(0, 4, 3)]),
        ("norland .. talks", "norland , whose army left , held talks", []),
        ("<number> talks", "3 talks", [(0, 2, 1)]),
        ("<party> <det>? talks", "norland the talks", [(0, 3, 2)]),
        ("talks", "talk", []),
    ],
)
def test_a_pattern_finds(pattern, text, found):
    matches = compile_pattern("test", pattern).find(line(text))
    assert [(m.start, m.end, m.head) for m in matches] == found


def test_a_pattern_is_only_tried_where_a_word_of_it_stands():
    assert compile_pattern("test", "(norland|sudria) [~meet]").anchors == {"norland", "sudria"}


def test_what_is_asked_about_is_no_participle():
    told = line("asked about measures taken , they spoke of talks")
    about = compile_pattern("test", "asked about <noun>* <event>")
    assert not list(about.find(told, told.marked(8)))
    assert list(about.find(told, told.marked(3)))


@pytest.mark.parametrize("pattern", ["(norland", "<planet> talks", "[talks"])
def test_a_broken_pattern_is_refused_by_name(pattern):
    with pytest.raises(CodebookError, match=r"kind\.broken"):
        compile_pattern("kind.broken", pattern)
