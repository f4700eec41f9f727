"""The same story many times: which articles are of one text."""

import datetime as dt

import pytest

from invented_copies import COPIES, OWN, article, write_copies
from talks.codebook import load_codebook
from talks.ingest import Intake
from talks.link.sketches import ALIKE
from talks.readers import open_sources
from talks.store import open_store
from talks.views.groups import group_of
from talks.views.pages import article_page

NOON = dt.datetime(2026, 5, 2, 12, tzinfo=dt.UTC)


def ingest(store, *paths):
    return Intake(store, load_codebook(), "one", clock=lambda: NOON).run(open_sources(map(str, paths)))


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    folder = tmp_path_factory.mktemp("copied")
    write_copies(folder / "in")
    with open_store(folder / "t.db", mode="create") as store:
        ingest(store, folder / "in")
        yield store


def ids(store) -> dict[str, str]:
    return {found.path.removeprefix("in/").removesuffix(".md"): found.id for found in store.articles()}


def names(store, name: str) -> set[str]:
    by_id = {key: name for name, key in ids(store).items()}
    return {by_id[copy.article.id] for copy in group_of(store, ids(store)[name])}


def test_every_copy_of_a_dispatch_names_all_the_others(copied):
    group = {"dispatch", *(name.replace(" ", "-") for name in COPIES)}
    for name in group:
        assert names(copied, name) == group - {name}


@pytest.mark.parametrize("name", OWN)
def test_a_report_of_its_own_has_no_copies(copied, name):
    assert names(copied, name) == set()


def test_a_copy_tells_how_much_is_the_same_and_stands_on_the_page(copied):
    key = ids(copied)["dispatch"]
    page = article_page(copied, key)
    assert page.copies == group_of(copied, key)
    assert all(copy.part is not None and copy.part > ALIKE for copy in page.copies)
    assert [copy.article.id for copy in page.copies] == sorted(copy.article.id for copy in page.copies)


def test_an_exact_copy_is_one_article_at_two_places(tmp_path):
    text = article("Polder Post", "Bridge of return", COPIES["verbatim"])
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "b.md").write_text(text.replace("\n", "\r\n") + "\n\n", encoding="utf-8")
    with open_store(tmp_path / "t.db", mode="create") as store:
        tally = ingest(store, tmp_path / "a.md", tmp_path / "b.md")
        [found] = store.articles()
        assert (tally.new, tally.known) == (1, 1)
        assert {capture.locator for capture in store.captures(article=found.id)} == {"a.md", "b.md"}
        assert group_of(store, found.id) == ()


def test_what_was_superseded_is_no_copy(tmp_path):
    path = tmp_path / "a.md"
    with open_store(tmp_path / "t.db", mode="create") as store:
        for name in ("verbatim", "trimmed"):
            path.write_text(article("Polder Post", "Bridge of return", COPIES[name]), encoding="utf-8")
            ingest(store, path)
        assert len(list(store.articles(superseded=True))) == 2
        assert [group_of(store, found.id) for found in store.articles(superseded=True)] == [(), ()]
