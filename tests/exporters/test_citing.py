"""Sources are read back by programs that cite: the same articles, with dates no finer than they are known."""

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bibtexparser
import full_records
import pytest
from exports import exported_text

from invented import POST_ARTICLE, WIRE_ARTICLE, day, days
from talks.models import Article, Extraction, Precision, When
from talks.render.harmless import harmless
from talks.store import Capture, Store, open_store

Published = Callable[[When], Store]

# What CSL-JSON 1.0.2 (csl-data.json) has of what we write.
CSL_FIELDS = {
    "id": str,
    "type": str,
    "title": str,
    "container-title": str,
    "author": list,
    "issued": dict,
    "URL": str,
    "language": str,
}
LATEX = {"backslash": "\ue000", "braceleft": "\ue001", "braceright": "\ue002", "asciitilde": "\ue003"}
LATEX |= {"asciicircum": "\ue004"}
PLACED = {ord(place): sign for place, sign in zip(LATEX.values(), "\\{}~^", strict=True)}
ESCAPED = re.compile(r"\\([&%$#_])")


def entries(store: Store) -> dict[str, Any]:
    library = bibtexparser.parse_string(exported_text(store, "bibtex"))
    assert not library.failed_blocks
    return {entry.key: entry for entry in library.entries}


def items(store: Store) -> dict[str, Any]:
    return {item["id"]: item for item in json.loads(exported_text(store, "csl-json"))}


@pytest.fixture
def published(tmp_path: Path):
    """A store with one article, published then."""
    opened: list[Store] = []

    def fill(when: When) -> Store:
        store = open_store(tmp_path / "one.db", mode="create")
        opened.append(store)
        article = full_records.ARTICLE.model_copy(update={"published": when})
        now = dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC)
        store.save(Extraction(article, (), ()), Capture.of(article, now))
        return store

    yield fill
    for store in opened:
        store.close()


def test_each_article_is_there_under_its_id(told: Store):
    ids = {article.id for article in told.articles()}
    assert entries(told).keys() == items(told).keys() == ids


def test_bibtex_tells_what_is_known(store: Store):
    (entry,) = entries(store).values()
    assert (entry.entry_type, entry.key) == ("article", full_records.ARTICLE.id)
    assert {name: field.value for name, field in entry.fields_dict.items()} == {
        "title": "{Talks in Bellmund}",
        "author": "{I. Brandt}",
        "journal": "{Helvaria Wire}",
        "date": "2024-05-05",
        "year": "2024",
        "month": "may",
        "url": "https://example.org/talks",
        "language": "en",
    }


def test_csl_tells_what_is_known(store: Store):
    (item,) = items(store).values()
    assert item == {
        "id": full_records.ARTICLE.id,
        "type": "article-newspaper",
        "title": "Talks in Bellmund",
        "container-title": "Helvaria Wire",
        "author": [{"literal": "I. Brandt"}],
        "issued": {"date-parts": [[2024, 5, 5]], "edtf": "2024-05-05"},
        "URL": "https://example.org/talks",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("when", "bibtex", "csl"),
    [
        (day("2024-05-02"), ["2024-05-02", "2024", "may"], {"date-parts": [[2024, 5, 2]]}),
        (
            days("2024-04-11", "2024-04-14", Precision.SPAN),
            ["2024-04-11/2024-04-14", "2024", "apr"],
            {"date-parts": [[2024, 4, 11], [2024, 4, 14]]},
        ),
        (
            days("2023-12-30", "2024-01-02", Precision.SPAN),
            ["2023-12-30/2024-01-02"],
            {"date-parts": [[2023, 12, 30], [2024, 1, 2]]},
        ),
        (
            days("2024-05-01", "2024-05-31", Precision.MONTH),
            ["2024-05", "2024", "may"],
            {"date-parts": [[2024, 5]]},
        ),
        (days("2024-01-01", "2024-12-31", Precision.YEAR), ["2024", "2024"], {"date-parts": [[2024]]}),
        (
            days("2024-03-01", "2024-05-31", Precision.SEASON),
            ["2024-21", "2024"],
            {"date-parts": [[2024]], "season": 1},
        ),
        (
            days("2023-12-01", "2024-02-29", Precision.SEASON),
            ["2023-24"],
            {"date-parts": [[2023]], "season": 4},
        ),
        (
            days("2024-05-02", "2024-05-02", Precision.APPROX),
            ["2024-05-02~", "2024", "may"],
            {"date-parts": [[2024, 5, 2]], "circa": True},
        ),
        (When.unknown(), [], None),
    ],
)
def test_dates_are_no_finer_than_they_are_known(published: Published, when: When, bibtex, csl):
    store = published(when)
    (entry,), (item,) = entries(store).values(), items(store).values()
    fields = entry.fields_dict
    assert [fields[name].value for name in ("date", "year", "month") if name in fields] == bibtex
    assert item.get("issued") == (csl and csl | {"edtf": bibtex[0]})


def test_items_have_fields_of_csl(told: Store, hostile: Store):
    for item in (*items(told).values(), *items(hostile).values()):
        assert item.keys() <= CSL_FIELDS.keys()
        assert all(isinstance(value, CSL_FIELDS[name]) for name, value in item.items())


def test_signs_of_latex_are_text(hostile: Store):
    (entry,) = entries(hostile).values()
    (article,) = hostile.articles()
    for name, text in (("title", article.title), ("author", article.byline), ("journal", article.outlet)):
        shown = harmless(" ".join((text or "").split()))
        assert _read_latex(entry.fields_dict[name].value) == shown


def _read_latex(value: str) -> str:
    """Return text as LaTeX would set it; no sign that is a command or opens a group may stand by itself."""
    text = value.removeprefix("{").removesuffix("}")
    for word, sign in LATEX.items():
        text = text.replace(f"\\text{word}{{}}", sign)
    assert not set("&%$#_{}~^\\") & set(ESCAPED.sub("", text))
    return ESCAPED.sub(r"\1", text).translate(PLACED)


def test_csl_keeps_words_as_they_are(hostile: Store):
    ((article,), (item,)) = list(hostile.articles()), items(hostile).values()
    assert item["title"] == article.title
    assert item["author"] == [{"literal": harmless(article.byline or "")}]


def test_only_addresses_of_the_web_are_links(tmp_path: Path):
    now = dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC)
    with open_store(tmp_path / "one.db", mode="create") as store:
        for article, url in ((WIRE_ARTICLE, "javascript:alert(1)"), (POST_ARTICLE, "file:///etc/passwd")):
            moved: Article = article.model_copy(update={"url": url})
            store.save(Extraction(moved, (), ()), Capture.of(moved, now))
        assert not any("URL" in item for item in items(store).values())
        assert not any("url" in entry.fields_dict for entry in entries(store).values())


def test_without_articles_there_is_nothing_to_cite(empty: Store):
    assert exported_text(empty, "bibtex") == ""
    assert items(empty) == {}
