"""CSL-JSON: the articles as sources to cite, for Zotero, Pandoc and other citation programs.

An item is named by the id of its article, which stays. Dates have as many parts as are known; a season, a
range and an approximate date are marked as such. The few tags that citation programs know in titles are left.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, TextIO

from talks.exporters import Format, Wanted
from talks.exporters._addresses import web_address
from talks.models import SEASONS, Article, Precision, When
from talks.render.harmless import harmless
from talks.store import Store

__all__ = ["FORMAT", "write"]

WINTER: Final = 4  # CSL counts the seasons from spring


def write(store: Store, out: TextIO, _wanted: Wanted) -> None:
    """Write one array, an item a line, by id of the article."""
    out.write("[")
    for n, article in enumerate(store.articles()):
        out.write(",\n" if n else "\n")
        out.write(json.dumps(dict(_item(article)), ensure_ascii=False))
    out.write("\n]\n")


def _item(article: Article) -> Iterator[tuple[str, Any]]:
    yield "id", article.id
    yield "type", "article-newspaper"
    for name, text in (("title", article.title), ("container-title", article.outlet)):
        if text:
            yield name, harmless(text)
    if article.byline:
        yield "author", [{"literal": harmless(article.byline)}]
    if article.published.known:
        yield "issued", _date(article.published)
    if url := web_address(article.url):
        yield "URL", url
    yield "language", article.language


def _date(when: When) -> dict[str, Any]:
    """Return a date in the parts that all programs read, and as EDTF, which says what it is in full."""
    if when.precision is Precision.SEASON:
        year, season = str(when.edtf).split("-")
        known = {"date-parts": [[int(year)]], "season": SEASONS.index(int(season)) or WINTER}
    else:
        days = [day for day in (when.date, when.end) if day]
        known = {"date-parts": [[int(part) for part in day.split("-")] for day in days]}
    circa = {"circa": True} if when.precision is Precision.APPROX else {}
    return {**known, **circa, "edtf": when.edtf}


FORMAT: Final = Format(write=write, media_type="application/vnd.citationstyles.csl+json", suffix=".json")
