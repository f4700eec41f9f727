"""Taking articles in: what is stored, and that neither order nor repetition matters."""

import datetime as dt
import random
from pathlib import Path

import pytest
from ingesting import RECORD, exported, take

from invented_articles import ARTICLES, ROUND, SWAP, write_articles, write_many
from talks.link.credits import origin_of
from talks.models import Article, Basis, Precision, When
from talks.store import Store, open_store, verify


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


def test_articles_of_one_outlet_are_of_one_origin():
    article = Article(id="a1", sha256="", text="")
    assert origin_of(article) == "a1"
    assert origin_of(article.model_copy(update={"outlet": "Polder Post"})) == "polder post"
    assert origin_of(article.model_copy(update={"url": "https://www.polder.example/1"})) == "polder.example"


def test_every_article_of_the_tests_is_read(tmp_path, store):
    assert take(store, write_articles(tmp_path / "in")).articles == len(ARTICLES)
