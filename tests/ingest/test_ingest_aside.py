"""What can't be read is named and set aside, and the rest is stored."""

import pytest
from ingesting import RECORD, take

import talks.ingest.rederiving as rederiving_module
from invented_articles import ROUND, write_articles
from talks.models import Article

GIBBERISH = "Zkrt bwvl hgnm " * 9
ITEMS = "".join(f'<li><a href="/{n}">Story {n}</a></li>' for n in range(60))
LINKS = f"<html><body><ul>{ITEMS}</ul></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b"  \n\n ", "no text"),
        ("short.txt", b"Norland.", "1 word and no sentence"),
        ("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
        ("sheet.xlsx", b"PK\x03\x04", "suffix"),
        ("gibberish.txt", GIBBERISH.encode(), "27 words and no sentence"),
        ("torn.txt", b"Zkrt bwvl hgnm.", "3 words are too few to tell in which language"),
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
    real = rederiving_module.extract

    def faulty(article: Article, codebook: object):
        if "Polder Post" in (article.outlet or ""):
            raise IndexError("off by one")
        return real(article, codebook)

    monkeypatch.setattr(rederiving_module, "extract", faulty)
    tally = take(store, write_articles(tmp_path / "in"))
    assert tally.new == 2
    assert "IndexError: off by one" in tally.set_aside[0]
    with pytest.raises(IndexError):
        take(store, tmp_path / "in", debug=True)
