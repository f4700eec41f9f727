"""Runs that are cut short, and what the next one finishes."""

import sqlite3
from collections.abc import Callable, Iterable

import pytest
from ingesting import exported, take

import talks.ingest.rederiving as rederiving_module
from invented_articles import write_articles, write_many
from talks.codebook import load_codebook
from talks.errors import StoreError
from talks.ingest import relink
from talks.models import Article
from talks.store import open_store, verify


def test_changed_rules_read_known_articles_again_even_those_not_named(store, tmp_path):
    folder = write_articles(tmp_path / "in")
    take(store, folder)
    before = exported(store)
    tally = take(store, folder / "swap.md", engine="two")
    assert tally.reread == 3
    assert store.unextracted("two") == []
    assert exported(store) == before  # the rules only have another name


def interrupting(at: int) -> Callable[[str], None]:
    seen = []

    def watch(locator: str) -> None:
        seen.append(locator)
        if len(seen) == at:
            raise KeyboardInterrupt

    return watch


def test_an_interrupt_keeps_and_links_what_was_saved(store, tmp_path):
    folder = write_many(tmp_path / "in", 5)
    tally = take(store, folder, watch=interrupting(4))
    assert tally.interrupted
    assert (tally.new, store.summary()["articles"]) == (3, 3)
    assert not store.links_stale
    assert list(verify(store)) == []


def test_what_an_interrupt_left_is_finished_by_the_next_run(store, tmp_path):
    folder = write_many(tmp_path / "in", 5)
    take(store, folder, watch=interrupting(4))
    take(store, folder)
    with open_store(tmp_path / "whole.db", mode="create") as whole:
        take(whole, folder)
        assert exported(whole) == exported(store)


def test_a_second_interrupt_leaves_the_links_marked_stale(store, tmp_path, monkeypatch):
    def interrupted(_reports: Iterable[object]) -> list[object]:
        raise KeyboardInterrupt

    monkeypatch.setattr("talks.ingest.linking.Linker", interrupted)
    with pytest.raises(KeyboardInterrupt):
        take(store, write_articles(tmp_path / "in"))
    assert store.links_stale
    monkeypatch.undo()
    assert take(store).relinked
    assert not store.links_stale
    assert not relink(store, load_codebook())


def test_a_full_disk_ends_the_run_and_keeps_what_was_saved(store, tmp_path):
    folder = write_many(tmp_path / "in", 30)
    take(store, folder / "0000.txt")
    (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
    store.connection.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(StoreError, match="disk is full"):
        take(store, folder)
    store.connection.execute("PRAGMA max_page_count = 1000000")
    assert list(verify(store)) == []
    assert store.summary()["articles"] >= 1
    assert take(store, folder).new + store.summary()["articles"] >= 30
    assert store.summary()["articles"] == 30


def test_each_article_is_a_transaction_of_its_own(store, tmp_path):
    folder = write_many(tmp_path / "in", 3)
    counts = []

    def watch(_locator: str) -> None:
        with sqlite3.connect(store.path) as other:
            counts.append(other.execute("SELECT count(*) FROM articles").fetchone()[0])

    take(store, folder, watch=watch)
    assert counts == [0, 1, 2]


def failing_on(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    real = rederiving_module.extract

    def faulty(article: Article, codebook: object):
        if word in article.text:
            raise IndexError("off by one")
        return real(article, codebook)

    monkeypatch.setattr(rederiving_module, "extract", faulty)


def test_a_fault_on_a_known_article_costs_that_article_only(store, tmp_path, monkeypatch):
    take(store, write_articles(tmp_path / "in"))
    before = exported(store)
    failing_on(monkeypatch, "Oster bridge")
    tally = take(store, engine="two")
    assert tally.reread == 2
    (line,) = tally.set_aside
    assert line.startswith(
        "in/swap.md: talks failed on it, and what was read from it before stays (IndexError"
    )
    assert "please report this" in line
    assert not store.links_stale
    assert exported(store) == before
    assert list(store.set_asides()) == []


def test_new_articles_are_linked_though_talks_fails_on_a_known_one(store, tmp_path, monkeypatch):
    folder = write_articles(tmp_path / "in")
    take(store, folder / "swap.md")
    failing_on(monkeypatch, "Oster bridge")
    assert take(store, folder / "round.txt", engine="two").relinked
    assert not store.links_stale
    with pytest.raises(IndexError):
        take(store, engine="two", debug=True)
    monkeypatch.undo()
    assert take(store, engine="two").reread == 1
