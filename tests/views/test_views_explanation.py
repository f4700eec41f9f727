"""What is shown of an article that prints no date: the words by which it was dated."""

from __future__ import annotations

import pytest

from talks.articles import dating_clues, make_article
from talks.codebook import Codebook, load_codebook
from talks.models import Basis
from talks.piece import Piece
from talks.views.explanation import explain

TRUCE = (
    "Truce holds in Dravo\n\n"
    "The Dravo truce between Norland and Sudria began on Friday, and no shot was heard. Torvald Ekre said in "
    "Harvik on Saturday that Norland would keep it as long as Sudria did.\n\n"
    "Gunnvor Ask called it a beginning."
)


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def test_the_clues_by_which_an_article_was_dated_are_shown(codebook: Codebook) -> None:
    article = make_article(Piece("truce.txt", TRUCE), codebook)
    assert (article.published.edtf, article.published.basis) == ("2024-03-30", Basis.INFERRED)
    clues = {(a.rule, a.value) for a in explain(article, codebook).annotations if a.record == "clue"}
    assert ("dating.distance", "2024-03-29/2024-04-04") in clues
    assert ("dating.named", "2024-03-29/..") in clues


def test_the_words_of_a_clue_are_those_of_the_article(codebook: Codebook) -> None:
    article = make_article(Piece("truce.txt", TRUCE), codebook)
    found = [a for a in explain(article, codebook).annotations if a.record == "clue"]
    assert found
    assert all(article.text[a.start : a.end] == a.text for a in found)
    assert article.published.phrase is not None
    assert article.published.phrase.of(article.text) == "Friday"


def test_an_article_that_prints_its_date_needs_no_clue(codebook: Codebook) -> None:
    article = make_article(Piece("truce.txt", f"Harvik Herald, 30 March 2024\n\n{TRUCE}"), codebook)
    assert article.published.basis is Basis.STATED
    assert dating_clues(article, codebook) == []
