"""BibTeX: the articles as sources to cite, for LaTeX, JabRef and Zotero.

An entry is named by the id of its article, which stays. `date` is what BibLaTeX reads: EDTF, no finer than
it is known; `year` and `month` are for styles older than that, and stand there only if there is but one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TextIO

from talks.exporters import Format, Wanted
from talks.exporters._addresses import web_address
from talks.models import Article, When
from talks.render.harmless import harmless
from talks.store import Store

__all__ = ["FORMAT", "write"]

BLANKS: Final = re.compile(r"\s+")
# Braces must pair off in BibTeX even behind a backslash, so they are spelled out.
SPECIAL: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(store: Store, out: TextIO, _wanted: Wanted) -> None:
    """Write an entry for each article, by id."""
    for n, article in enumerate(store.articles()):
        lines = ",\n".join(f"  {name} = {value}" for name, value in _fields(article))
        kind = "article" if article.outlet else "misc"
        out.write("\n" if n else "")
        out.write(f"@{kind}{{{article.id},\n{lines}\n}}\n")


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    texts = {"title": article.title, "author": article.byline, "journal": article.outlet}
    for name, text in texts.items():
        if text:
            yield name, f"{{{{{_text(text)}}}}}"  # twice in braces: names and capitals are left as they are
    yield from _date(article.published)
    if url := web_address(article.url):
        yield "url", f"{{{url}}}"
    yield "language", f"{{{_text(article.language)}}}"


def _date(when: When) -> Iterator[tuple[str, str]]:
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return
    yield "date", f"{{{when.edtf}}}"
    if first.year == last.year:
        yield "year", f"{{{first.year}}}"
        if first.month == last.month:
            yield "month", MONTHS[first.month - 1]


def _text(text: str) -> str:
    return harmless(BLANKS.sub(" ", text)).translate(SPECIAL)


FORMAT: Final = Format(write=write, media_type="application/x-bibtex", suffix=".bib")
