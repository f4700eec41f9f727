"""Taking articles in: what is stored, what is set aside, and that neither order nor repetition matters."""

import datetime as dt
import io
import random
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import talks.ingest.intake as intake_module
from invented_articles import ARTICLES, ROUND, SWAP, write_articles, write_many
from talks.codebook import load_codebook
from talks.errors import StoreError
from talks.exporters import export
from talks.ingest import Intake, Tally, engine_id, relink
from talks.ingest.linking import origin_of
from talks.models import Article, Basis, Precision, When
from talks.readers import open_sources
from talks.store import Store, open_store, verify

NOON = dt.datetime(2026, 5, 2, 12, tzinfo=dt.UTC)
RUSSIAN = "Делегации двух стран встретились в Кастреле и обсудили обмен пленными. " * 4
GERMAN = "Die Delegationen trafen sich in Castrel und sprachen lange über den Austausch der Gefangenen. " * 3
ITEMS = "".join(f'<li><a href="/{n}">Story {n}</a></li>' for n in range(60))
LINKS = f"<html><body><ul>{ITEMS}</ul></body></html>"
RECORD = (
    '{{"text": "Norland and Sudria held talks in Castrel on 1{} March 2024.'
    ' The delegations met for three hours, and parted."}}\n'
)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "talks.db", mode="create") as opened:
        yield opened


def take(
    store: Store, *paths: Path | str, stdin: bytes | None = None, engine: str = "one", **fields
) -> Tally:
    intake = Intake(store, load_codebook(), engine, clock=lambda: NOON, **fields)
    return intake.run(open_sources(map(str, paths), stdin=io.BytesIO(stdin) if stdin is not None else None))


def exported(store: Store) -> str:
    out = io.StringIO()
    export(store, "jsonl", out)
    return out.getvalue()


def histories(store: Store) -> set[frozenset[str]]:
    return {frozenset(event.mentions) for event in store.events()}


def test_articles_are_read_saved_and_linked(store, tmp_path):
    tally = take(store, write_articles(tmp_path / "in"))
    assert (tally.new, tally.known, tally.set_aside) == (3, 0, [])
    assert tally.mentions >= 6
    assert tally.statements >= 3
    assert 0 < tally.events < tally.mentions  # the second round is told twice
    assert not store.links_stale
    assert list(verify(store)) == []


def test_articles_are_dated_by_their_own_words_and_metadata(store, tmp_path):
    take(store, write_articles(tmp_path / "in"))
    found = {Path(article.path or "").name: article.published for article in store.articles()}
    assert {name: (when.date, when.basis) for name, when in found.items()} == {
        "round.txt": ("2024-03-12", Basis.STATED),
        "swap.md": ("2024-03-28", Basis.METADATA),
        "summit.html": ("2024-04-19", Basis.METADATA),
    }


def test_the_same_again_changes_nothing(store, tmp_path):
    folder = write_articles(tmp_path / "in")
    take(store, folder)
    before = exported(store)
    tally = take(store, folder)
    assert exported(store) == before
    assert (tally.new, tally.known, tally.reread, tally.changed) == (0, 3, 0, False)


@pytest.mark.parametrize("seed", range(3))
def test_no_order_of_files_changes_anything(tmp_path, seed):
    folder = write_many(tmp_path / "in", 4)
    write_articles(folder)
    files = sorted(folder.iterdir())
    shuffled = random.Random(seed).sample(files, len(files))  # noqa: S311 - it only shuffles
    found = []
    for name, order in (("a.db", files), ("b.db", shuffled)):
        with open_store(tmp_path / name, mode="create") as store:
            for file in order:
                take(store, file)
            found.append((exported(store), histories(store)))
    assert found[0] == found[1]


def test_one_by_one_or_all_at_once_is_the_same(tmp_path):
    folder = write_articles(tmp_path / "in")
    with (
        open_store(tmp_path / "a.db", mode="create") as one,
        open_store(tmp_path / "b.db", mode="create") as all_,
    ):
        for file in folder.iterdir():
            take(one, file)
        take(all_, folder)
        assert exported(one) == exported(all_)


def test_new_text_at_a_locator_supersedes_the_old(store, tmp_path):
    folder = write_articles(tmp_path / "in")
    take(store, folder)
    (folder / "round.txt").write_text(ROUND.replace("120 prisoners", "130 prisoners"), encoding="utf-8")
    tally = take(store, folder)
    assert (tally.new, tally.known, tally.superseded) == (1, 2, 1)
    assert store.summary()["articles"] == 3
    assert list(verify(store)) == []


def test_a_part_that_is_gone_is_superseded(store, tmp_path):
    file = tmp_path / "two.jsonl"
    file.write_text(RECORD.format(1) + RECORD.format(2), encoding="utf-8")
    take(store, file)
    file.write_text(RECORD.format(1), encoding="utf-8")
    assert take(store, file).superseded == 1
    assert store.summary()["articles"] == 1


def test_a_date_given_by_the_user_counts(store, tmp_path):
    folder = write_articles(tmp_path / "in")
    given = When.day(dt.date(2024, 3, 14), Basis.GIVEN)
    take(store, folder / "round.txt", published=given)
    (article,) = store.articles()
    assert article.published == given
    month = When(
        earliest=dt.date(2024, 3, 1),
        latest=dt.date(2024, 3, 31),
        precision=Precision.MONTH,
        basis=Basis.GIVEN,
    )
    take(store, folder / "round.txt", published=month)
    assert next(store.articles()).published == month


def test_a_date_given_later_makes_the_article_be_read_again(store, tmp_path):
    folder = write_articles(tmp_path / "in")
    take(store, folder)
    tally = take(store, folder / "round.txt", published=When.day(dt.date(2024, 3, 19), Basis.GIVEN))
    assert (tally.known, tally.reread) == (1, 1)
    assert list(verify(store)) == []


def test_articles_from_standard_input_do_not_supersede_each_other(store):
    assert take(store, "-", stdin=ROUND.encode()).new == 1
    assert take(store, "-", stdin=SWAP.encode()).new == 1
    assert store.summary()["articles"] == 2
    assert take(store, "-", stdin=ROUND.encode()).changed is False


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b"  \n\n ", "no text"),
        ("short.txt", b"Norland.", "no article"),
        ("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
        ("sheet.xlsx", b"PK\x03\x04", "suffix"),
        ("foreign.txt", RUSSIAN.encode(), "not English"),
        ("other.txt", GERMAN.encode(), "not English"),
        ("links.html", LINKS.encode(), ""),
        ("bare.html", b"<html><body></body></html>", ""),
        ("wrong.jsonl", b"{not json}\n", ""),
    ],
)  # fmt: skip
def test_what_can_not_be_read_is_set_aside_with_its_reason_and_the_rest_stored(
    store, tmp_path, name, data, reason
):
    folder = write_articles(tmp_path / "in")
    (folder / name).write_bytes(data)
    tally = take(store, folder)
    assert tally.new == 3
    (line,) = tally.set_aside
    assert name in line
    assert reason in line
    assert "; " in line  # what to do
    (kept,) = store.set_asides()
    assert kept.locator.endswith(name)


def test_one_bad_record_of_a_file_leaves_the_others(store, tmp_path):
    (tmp_path / "in.jsonl").write_text(RECORD.format(2) + "not json\n", encoding="utf-8")
    tally = take(store, tmp_path / "in.jsonl")
    assert tally.new == 1
    assert len(tally.set_aside) == 1


def test_a_record_that_can_not_be_read_now_is_not_taken_to_be_gone(store, tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_text(RECORD.format(1) + RECORD.format(2), encoding="utf-8")
    take(store, file)
    file.write_text(RECORD.format(1) + "not json\n", encoding="utf-8")
    assert take(store, file).superseded == 0


def test_invalid_utf_8_is_read_as_what_it_is(store, tmp_path):
    (tmp_path / "latin.txt").write_bytes(ROUND.replace("Sudria", "Sudriá").encode("latin-1"))
    assert take(store, tmp_path / "latin.txt").new == 1
    assert next(store.captures()).encoding not in (None, "utf-8")


def test_a_missing_path_is_set_aside_but_not_remembered(store, tmp_path):
    tally = take(store, tmp_path / "nowhere")
    assert "No such file" in tally.set_aside[0]
    assert list(store.set_asides()) == []


def test_a_text_that_is_too_large_is_not_read(store, tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(100_000_000)
    tally = take(store, tmp_path / "huge.txt")
    assert "larger than" in tally.set_aside[0]


def test_a_loop_of_links_ends(store, tmp_path):
    folder = write_articles(tmp_path / "in")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    assert take(store, folder).new == 3


def test_what_was_set_aside_is_forgotten_once_it_is_read(store, tmp_path):
    file = tmp_path / "later.txt"
    file.write_text("Norland.", encoding="utf-8")
    take(store, file)
    file.write_text(ROUND, encoding="utf-8")
    take(store, file)
    assert list(store.set_asides()) == []


def test_a_fault_of_the_program_costs_one_article(store, tmp_path, monkeypatch):
    real = intake_module.extract

    def faulty(article: Article, codebook: object):
        if "Polder Post" in (article.outlet or ""):
            raise IndexError("off by one")
        return real(article, codebook)

    monkeypatch.setattr(intake_module, "extract", faulty)
    tally = take(store, write_articles(tmp_path / "in"))
    assert tally.new == 2
    assert "IndexError: off by one" in tally.set_aside[0]
    with pytest.raises(IndexError):
        take(store, tmp_path / "in", debug=True)


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

    monkeypatch.setattr("talks.ingest.linking.link", interrupted)
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


def test_articles_of_one_outlet_are_of_one_origin():
    article = Article(id="a1", sha256="", text="")
    assert origin_of(article) == "a1"
    assert origin_of(article.model_copy(update={"outlet": "Polder Post"})) == "polder post"
    assert origin_of(article.model_copy(update={"url": "https://www.polder.example/1"})) == "polder.example"


def test_the_engine_is_named_by_its_number_and_data():
    number, _, digest = engine_id().partition("-")
    assert number.isdigit()
    assert len(digest) == 12


def test_every_article_of_the_tests_is_read(tmp_path, store):
    assert take(store, write_articles(tmp_path / "in")).articles == len(ARTICLES)
