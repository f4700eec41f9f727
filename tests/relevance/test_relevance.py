"""Whether an article is about a negotiation: told by its words, and with the reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_articles import ROUND, SUMMIT
from invented_texts import OSTWIND, POST, WIRE
from reading import codebook
from talks.articles import make_articles
from talks.piece import Piece
from talks.relevance import Relevance, judge_relevance

FOOTBALL = """\
Norland beat Sudria two to one in Belmora on Saturday, and go top of their group. The striker scored twice
before the break. Sudria came back into the match late, when a corner went in off the post. The coach said
that he was proud of his side. The return match is in October."""
STORM = """\
A storm took the roofs off forty houses in Harvik on Monday. Norland's weather service had warned of gusts of
a hundred and thirty kilometres an hour. Ferries stayed in port. Nobody was hurt. The power was back by the
evening, the company said, but for two villages on the coast. Schools will open on Wednesday."""
FRONT = """\
Sudrian guns shelled the town of Tresk for a third night. Norland's army said that it had shot down nine
drones. Two houses burned. A woman of seventy was taken to the hospital in Harvik. The mayor asked people to
stay in their cellars. Norland answered with fire on the far bank. The road to Dravo is closed."""
PASSING = f"""\
The company opened its new works in Belmora on Tuesday. {"It will build pumps for farms and mines. " * 30}
Its shares fell in the spring, when Norland and Sudria broke off their talks. {"It has 900 workers. " * 20}"""
SENTENCES = [*FOOTBALL.split(". "), *STORM.split(". "), *WIRE.split(". ")]


def judged(text: str, **more) -> Relevance:
    [article] = make_articles(Piece("page.txt", text, **more), codebook())
    found = judge_relevance(article, codebook())
    assert found is not None
    return found


@pytest.mark.parametrize("text", [WIRE, POST, OSTWIND, ROUND])
def test_reports_of_a_negotiation_are_about_it(text):
    found = judged(text)
    assert (found.dossier, found.about) == ("norland-sudria", True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (FOOTBALL, "it speaks of negotiating in 0 of 5 sentences only"),
        (STORM, "it names Norland (Harvik, Norland), but not Sudria"),
        (FRONT, "it speaks of negotiating in 0 of 7 sentences only"),
        (PASSING, "it names a side in 2 of 52 sentences only"),
        (
            "The harbour was full of boats on Sunday, and the boats were full of people. It was a fair day.",
            "it names the sides of no negotiation",
        ),
    ],
    ids=["sport", "weather", "the war itself", "in passing", "nothing"],
)
def test_what_else_happens_there_is_not_and_the_reason_is_told(text, reason):
    found = judged(text)
    assert (found.about, found.reason) == (False, reason)


def test_the_words_that_told_it_are_named():
    found = judged(POST)
    assert dict(found.sides) == {"Norland": ("Norland",), "Sudria": ("Sudria", "Sudrian", "Quent")}
    assert found.reason.startswith("it speaks of negotiating in")
    assert {"talks", "prisoners", "summit", "ceasefire"} <= set(found.subjects)


def test_a_headline_beside_the_text_counts():
    text = "They will sit down at the Oster bridge on Thursday at ten, the Stone House announced on Monday."
    assert judged(text, title="Norland and Sudria agree on a second round of talks").about
    assert not judged(text).about


def test_a_page_is_judged_without_its_menu():
    menu = "READ ALSO: Sudria wants talks and a ceasefire"
    assert judged(STORM.replace("Ferries", f"\n\n{menu}\n\nFerries")).reason == judged(STORM).reason


def test_a_text_that_is_not_read_can_not_be_judged():
    [article] = make_articles(Piece("page.txt", WIRE), codebook())
    assert judge_relevance(article.model_copy(update={"language": "uk"}), codebook()) is None


def test_a_page_and_its_words_are_told_alike():
    [article] = make_articles(Piece("page.txt", SUMMIT), codebook())
    assert judge_relevance(article, codebook()).about


@settings(max_examples=50, deadline=None)
@given(st.permutations(SENTENCES))
def test_the_order_of_the_sentences_does_not_matter(sentences):
    found, other = (judged(".\n\n".join(order)) for order in (SENTENCES, sentences))
    assert (found.about, found.reason.split(" (")[0]) == (other.about, other.reason.split(" (")[0])


@settings(max_examples=20, deadline=None)
@given(st.integers(min_value=1, max_value=80))
def test_more_of_something_else_never_makes_it_about(number):
    """A page of all sorts is the less about a negotiation, the more else stands on it."""
    pages = [judged("\n\n".join([WIRE, *[FOOTBALL] * n])) for n in (number - 1, number)]
    assert [page.about for page in pages] in ([True, True], [True, False], [False, False])
