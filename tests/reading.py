"""Texts of the invented world, read by the engine."""

import datetime as dt
import hashlib

from talks.checks.example import invented
from talks.codebook import Codebook, load_codebook
from talks.extraction import extract, read
from talks.models import Article, Basis, Extraction, Mention, Statement, When
from talks.reading import Reading
from talks.text import normalise

PUBLISHED = "2024-06-12"  # a Wednesday


def codebook() -> Codebook:
    """Return the codebook with the invented negotiation for its only one."""
    return invented(load_codebook())


def article(text: str, published: str | None = PUBLISHED) -> Article:
    """Make an article of a text."""
    body = normalise(text)
    when = When.day(dt.date.fromisoformat(published), Basis.GIVEN) if published else When.unknown()
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    return Article(id=f"a{sha256[:12]}", sha256=sha256, text=body, published=when, path="test.txt")


def reading(text: str, published: str | None = PUBLISHED) -> Reading:
    """Read a text for the finders."""
    return read(article(text, published), codebook())


def extraction(text: str, published: str | None = PUBLISHED) -> Extraction:
    """Return all that is found in a text."""
    return extract(article(text, published), codebook())


def statements(text: str) -> list[Statement]:
    """Return the statements of a text."""
    return list(extraction(text).statements)


def said(text: str) -> list[tuple[str | None, str]]:
    """Return the speaker and the words of each statement of a text."""
    found = extraction(text)
    return [(s.speaker, " … ".join(c.of(found.article.text) for c in s.content)) for s in found.statements]


def mentions(text: str, published: str | None = PUBLISHED) -> list[Mention]:
    """Return the mentions of a text."""
    return list(extraction(text, published).mentions)


def told(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str | None]]:
    """Return kind, status and date of the mentions of a text."""
    return [(m.kind, m.status.value, m.when.date) for m in mentions(text, published)]


def states(text: str) -> list[tuple[str, str]]:
    """Return kind and status of the mentions of a text."""
    return [(kind, status) for kind, status, _ in told(text)]
