"""Article × codebook → records; pure, so that it can run in any process on any machine."""

from __future__ import annotations

from functools import cache

from talks.codebook import Codebook
from talks.codebook.chrome import load_chrome
from talks.errors import ReadError
from talks.events import find_groups, kinds_told, mentions_of
from talks.models import Article, Extraction
from talks.pages import body_of
from talks.reading import Reading, read_article
from talks.statements import find_statements, find_utterances
from talks.syntax import Tagger

__all__ = ["check_language", "extract", "read"]


def extract(article: Article, codebook: Codebook) -> Extraction:
    """Return the mentions and statements of an article, with the dossier it was read by.

    Of one in a language that the codebook does not read there are none, rather than wrong ones.
    """
    if article.language != codebook.language:
        return Extraction(article, (), ())
    reading = read(article, codebook)
    utterances = find_utterances(reading)  # first: who speaks is learnt from them
    groups = find_groups(reading)
    statements = find_statements(reading, utterances, kinds_told(groups))
    mentions = mentions_of(reading, groups)
    dossier = reading.world.dossier
    return Extraction(article, tuple(mentions), tuple(statements), dossier.id if dossier else None)


def check_language(article: Article, codebook: Codebook) -> None:
    """Raise `ReadError` for an article in a language that the codebook does not read."""
    if article.language != codebook.language:
        what = f"the text is not English ({article.language})"
        raise ReadError(article.path or article.id, what, "only English is read so far")


def read(article: Article, codebook: Codebook) -> Reading:
    """Read an article without its page chrome."""
    lines = body_of(article.text, load_chrome())
    return read_article(article, codebook, _tagger(codebook), lines)


@cache
def _taggers() -> dict[int, Tagger]:
    return {}


def _tagger(codebook: Codebook) -> Tagger:
    """Keep one tagger a grammar: what it learns of unknown words serves the next article."""
    key = id(codebook.grammar)
    if key not in _taggers():
        _taggers()[key] = Tagger(codebook.grammar)  # which keeps the grammar, and with it the id
    return _taggers()[key]
