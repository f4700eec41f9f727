"""What of an input could not be taken is told, in one line with its place; the rest is."""

import json

import pytest

import talks.ingest.intake as intake
import talks.ingest.rederiving as rederiving
from invented_articles import ROUND, write_many

UNDATED = ROUND.replace("CASTREL, 12 March 2024 - ", "")


def rows(*dates: object) -> str:
    return "".join(
        json.dumps(
            {"title": f"Row {n}", "text": f"Norland and Sudria held {n + 2} rounds.", "published": date}
        )
        + "\n"
        for n, date in enumerate(dates)
    )


@pytest.mark.parametrize(
    ("date", "told"),
    [("03/04/2025", "may be 3 April 2025 or 4 March 2025"), ("the 45th of Smarch", "can't be read")],
)
def test_a_date_that_is_not_taken_is_told(talks, tmp_path, date, told):
    (tmp_path / "a.md").write_text(f"---\ntitle: x\ndate: {date}\n---\n{UNDATED}")
    found = talks("--db", "x.db", "ingest", "a.md")
    (line,) = (line for line in found.err.splitlines() if line.startswith("warning: "))
    assert line.startswith(f"warning: a.md: the date '{date}' {told}, and is taken as unknown; write ")
    assert found.code == 0
    (article,) = (
        json.loads(row)
        for row in talks("--db", "x.db", "export").out.splitlines()
        if '"article",' in row[:20]
    )
    assert article["published"]["basis"] not in ("metadata", "given")


def test_a_date_that_is_not_taken_is_told_with_its_line(talks, tmp_path):
    (tmp_path / "a.jsonl").write_text(rows("2024-03-12", "yesterday-ish", None))
    found = talks("--db", "x.db", "ingest", "a.jsonl")
    assert found.err.count("warning: ") == 1
    assert "warning: a.jsonl:2: the date 'yesterday-ish' can't be read" in found.err


def test_who_gives_a_date_needs_no_warning(talks, tmp_path):
    (tmp_path / "a.jsonl").write_text(rows("yesterday-ish"))
    assert "warning" not in talks("--db", "x.db", "ingest", "a.jsonl", "--published", "2024-03-12").err


def test_what_is_too_short_is_told_with_its_line(talks, tmp_path):
    (tmp_path / "a.jsonl").write_text(rows("2024-03-12") + json.dumps({"text": "Home | World"}) + "\n")
    found = talks("--db", "x.db", "ingest", "a.jsonl")
    assert found.code == 3
    assert "set aside: a.jsonl:2: the text holds 2 words and no sentence; check what was saved" in found.err


def test_an_interrupted_run_tells_how_many_files_it_left(talks, tmp_path, monkeypatch):
    write_many(tmp_path / "in", 5)
    taken = []

    def extract(article, codebook):
        if len(taken) == 2:
            raise KeyboardInterrupt
        taken.append(article.id)
        return real(article, codebook)

    real = rederiving.extract
    monkeypatch.setattr(rederiving, "extract", extract)
    found = talks("--db", "x.db", "ingest", "in")
    assert found.code == 130
    assert "linked; 3 files not read: run the same command again to read the rest" in found.err
    monkeypatch.setattr(rederiving, "extract", real)
    monkeypatch.chdir(tmp_path)
    assert "5 articles: 3 new, 2 known" in talks("--db", "x.db", "ingest", "in").err


def test_what_a_killed_run_left_is_linked_and_no_article_counted(talks, tmp_path, monkeypatch):
    write_many(tmp_path / "in", 2)

    def killed(_store, _codebook):
        raise SystemExit(137)

    monkeypatch.setattr(intake, "relink", killed)
    with pytest.raises(SystemExit):
        talks("--db", "x.db", "ingest", "in")
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert "no new articles: what an earlier run had left is linked\n" in talks("--db", "x.db", "ingest").err


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            b" Caf\xe9 \xff\xfe.",
            "is not UTF-8 and names no encoding that fits; cp1252 is a guess: save it as UTF-8",
        ),
        ("é".encode() * 40 + b" \xff", "is broken utf-8; what can't be read stands as �: save it again"),
    ],
)
def test_an_encoding_that_nothing_vouches_for_is_told_with_its_file(talks, tmp_path, written, told):
    (tmp_path / "a.txt").write_bytes(ROUND.encode() + written)
    found = talks("--db", "x.db", "ingest", "a.txt")
    assert found.code == 0
    assert f"warning: a.txt: {told}\n" in found.err


def test_an_encoding_is_told_once_for_a_file_and_only_if_it_is_a_guess(talks, tmp_path):
    (tmp_path / "a.jsonl").write_bytes(rows("2024-03-12", "2024-03-13").encode().replace(b"Row", b"R\xf6w"))
    (tmp_path / "b.txt").write_text(ROUND + " Café.", encoding="utf-8")
    (tmp_path / "c.html").write_bytes(f'<meta charset="latin-1"><p>{ROUND} Café.</p>'.encode("cp1252"))
    found = talks("--db", "x.db", "ingest", ".")
    assert found.err.count("warning: ") == 1
    assert "warning: a.jsonl: is not UTF-8" in found.err
