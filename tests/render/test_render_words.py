"""What is said, in the words of the article: the shortest that are faithful."""

import pytest

from invented import ASK, CHANCELLOR, CITADEL, OFFICIAL, SOLLBAKK, WIRE_ARTICLE, day, span_of
from talks.models import Article, Evidence, Manner, Span, Stance, Statement
from talks.render.words import said, speaker_of, spoken

STATEMENTS = [
    (SOLLBAKK, "We want a truce of ninety days, and we want it in writing", True),
    (ASK, "hand over a complete list of the missing by Friday", True),
    (CITADEL, "there would be no truce before the captives were home", False),
    (OFFICIAL, "A hundred and fifty prisoners a side are to go home", False),
]
LEMMAS = {
    "accused": "accuse",
    "has denied": "deny",
    "denied": "deny",
    "said": "say",
    "believe": "believe",
    "promised": "promise",
    "hopes": "hope",
    "told": "tell",
}


@pytest.mark.parametrize(("statement", "words", "quoted"), STATEMENTS)
def test_own_words_are_preferred_to_the_report_of_them(statement, words, quoted):
    assert said(statement)[:2] == (words, quoted)


def statement(text: str, *contents: str, manner: Manner) -> Statement:
    article = Article(id="a1", sha256="", text=text)
    return Statement(
        id="s1",
        article="a1",
        speaker="Gunnvor Ask",
        party="Norland",
        manner=manner,
        evidence=Evidence.at(article, Span(start=0, end=len(text) - 1), "test"),
        content=tuple(span_of(article, content) for content in contents),
        stance=Stance.DEMANDS,
        when=day("2024-03-12"),
    )


@pytest.mark.parametrize(
    ("text", "contents", "manner", "words"),
    [
        (
            "“It is late,” said Ask. “Too late.”",
            ["“It is late,”", "“Too late.”"],
            Manner.DIRECT,
            "It is late … Too late.",
        ),
        ("He called it “a joke”.", ["it “a joke"], Manner.MIXED, "it “a joke”"),
        (
            'He called it "a bad joke about a good idea".',
            ['it "a bad joke about a good idea'],
            Manner.MIXED,
            "a bad joke about a good idea",
        ),
        (
            "She said that of all days it rained.",
            ["that of all days it rained"],
            Manner.INDIRECT,
            "of all days it rained",
        ),
        ("She said that.", ["that"], Manner.INDIRECT, "that"),
        ("She said that was no wish.", ["that was no wish"], Manner.INDIRECT, "that was no wish"),
    ],
)
def test_the_words_are_those_of_the_article(text, contents, manner, words):
    assert said(statement(text, *contents, manner=manner)).words == words


def test_speakers_are_named_briefly():
    assert speaker_of(ASK) == "Ask (Norland)"
    assert speaker_of(ASK, with_party=False) == "Ask"
    assert speaker_of(CITADEL, ["Citadel"]) == "Citadel"
    assert speaker_of(OFFICIAL) == "Sudrian official"
    assert speaker_of(CHANCELLOR) == "unknown (Helvaria)"
    assert speaker_of(ASK.model_copy(update={"speaker": "Norland"})) == "Norland"
    assert speaker_of(ASK.model_copy(update={"party": None})) == "Gunnvor Ask"
    assert speaker_of(ASK.model_copy(update={"party": None, "speaker": None})) == "unknown"


def test_long_words_are_cut_at_a_word_where_room_is_short():
    words = "".join(word.text for word in spoken(SOLLBAKK, [], room=30))
    assert words == "Sollbakk (Norland): “We want a truce of ninety days, and we want it …”"
    assert "in writing" in "".join(word.text for word in spoken(SOLLBAKK, [], room=None))


@pytest.mark.parametrize("room", [20, 25, 45])
def test_a_long_name_leaves_room_for_words(room):
    named = ASK.model_copy(update={"speaker": "Joint Headquarters for the Return of Captives", "party": None})
    words = "".join(word.text for word in spoken(named, [], room=room))
    assert words.startswith("Joint Headquarters for the Return of Captives: “hand over a complete list")
    assert "  " not in words


def test_evidence_holds_the_words():
    assert WIRE_ARTICLE.text[SOLLBAKK.content[0].start] == '"'


@pytest.mark.parametrize(
    ("text", "cue", "content", "line"),
    [
        ("Ask accused Sudria of delay.", "accused", "Sudria of delay", "Ask accused Sudria of delay"),
        (
            "Ask has denied that a truce of ninety days “was ever offered to us here”.",
            "has denied",
            "that a truce of ninety days “was ever offered to us here",
            "Ask has denied that a truce of ninety days “was ever offered to us here”",
        ),
        ("It was late, Ask denied, by a day.", "denied", "It was late", "Ask: It was late"),
        ("Ask said that it was late.", "said", "that it was late", "Ask: it was late"),
        (
            "Ask does not believe that it was late.",
            "believe",
            "that it was late",
            "Ask does not believe that it was late",
        ),
        (
            "Ask had promised him to come to Castrel.",
            "promised",
            "to come to Castrel",
            "Ask had promised him to come to Castrel",
        ),
        ("Ask hopes to be home soon.", "hopes", "to be home soon", "Ask hopes to be home soon"),
        (
            "Ask told her staff to be ready.",
            "told",
            "her staff to be ready",
            "Ask told her staff to be ready",
        ),
        ("Ask told reporters that it was late.", "told", "that it was late", "Ask: it was late"),
    ],
)
def test_a_verb_that_is_part_of_what_is_said_is_shown(text, cue, content, line):
    made = statement(text, content, manner=Manner.MIXED)
    article = Article(id="a1", sha256="", text=text)
    source = Span(start=0, end=len("Ask"))
    made = made.model_copy(update={"source": source, "cue": span_of(article, cue), "verb": LEMMAS[cue]})
    assert "".join(word.text for word in spoken(made, (), with_party=False)) == line
