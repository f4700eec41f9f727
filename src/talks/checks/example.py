"""Examples: a sentence of the invented negotiation, read as an article of its own."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import replace

from talks.codebook import Codebook
from talks.extraction import read
from talks.models import Article, Basis, When
from talks.reading import Reading

__all__ = ["invented", "marked", "read_example", "unmarked"]

DOSSIER = "norland-sudria"
PUBLISHED = dt.date(2024, 6, 12)  # a Wednesday
MARKS = re.compile(r"[\[\]{}]")


def invented(codebook: Codebook) -> Codebook:
    """Return a codebook whose only world is the invented one, so that no example needs real politics."""
    worlds = [world for world in codebook.worlds if world.dossier and world.dossier.id == DOSSIER]
    return replace(codebook, worlds=tuple(worlds) or codebook.worlds[-1:])


def unmarked(example: str) -> str:
    """Return an example without the brackets that mark what is found in it."""
    return MARKS.sub("", example)


def marked(example: str, opening: str = "[") -> list[tuple[int, int]]:
    """Return what an example marks, as offsets in it without marks."""
    pattern = r"\[(.*?)\]" if opening == "[" else r"\{(.*?)\}"
    return [
        (len(unmarked(example[: found.start()])), len(unmarked(example[: found.end()])))
        for found in re.finditer(pattern, example)
    ]


def read_example(codebook: Codebook, example: str) -> Reading:
    """Read an example, published on Wednesday, 12 June 2024."""
    text = unmarked(example)
    article = Article(
        id="a000000000000", sha256=hashlib.sha256(text.encode()).hexdigest(), text=text, path="example",
        published=When.day(PUBLISHED, Basis.GIVEN),
    )  # fmt: skip
    return read(article, codebook)
