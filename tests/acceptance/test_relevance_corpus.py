"""The articles of corpus and seeds are about their negotiation; docs/intake.md has the other figures."""

from pathlib import Path

from talks.articles import make_articles
from talks.codebook import load_codebook
from talks.errors import ReadError
from talks.readers import open_sources, read
from talks.relevance import judge_relevance

ROOT = Path(__file__).parents[2]
LEAST = 0.98


def refused(*folders: Path) -> tuple[int, list[str]]:
    """Return how many articles there are, and those that are about no negotiation, with the reason."""
    number, out = 0, []
    for source in open_sources(map(str, folders)):
        assert not isinstance(source, ReadError)
        for piece in read(source).pieces:
            for article in make_articles(piece, load_codebook()):
                found = judge_relevance(article, load_codebook())
                number += 1
                if found is None or not found.about:
                    out.append(f"{article.path}: {found and found.reason}")
    return number, out


def test_the_seeds_are_about_their_negotiation():
    assert refused(ROOT / "seeds")[1] == []


def test_the_corpus_is_about_its_negotiations(shared):
    number, missed = refused(shared / "corpus" / "articles", shared / "seeds")
    assert len(missed) <= (1 - LEAST) * number, missed
