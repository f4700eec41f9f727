"""How a source finds its reader, and what every reader keeps."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import talks.readers
from talks.errors import ReadError
from talks.models import Basis
from talks.piece import Piece
from talks.readers import Reading, Source, known_suffixes, open_sources, read

SUFFIXES = sorted(known_suffixes())
PAGE = (
    b"<html><body><h1>A headline</h1><p>" + b"The envoys met again in Castrel. " * 5 + b"</p></body></html>"
)


def text_of(source: Source) -> str:
    [piece] = read(source).pieces
    return piece.text


def check_reading(source: Source) -> None:
    """Read twice; nothing but a ReadError may come up, and what comes out can be written out."""
    try:
        reading = read(source)
    except ReadError as error:
        where = error.where
    else:
        where = source.locator
        check_pieces(source, reading)
    assert where.startswith(source.locator)


def check_pieces(source: Source, reading: Reading) -> None:
    again = read(source)
    assert (reading.pieces, [*map(str, reading.errors)]) == (again.pieces, [*map(str, again.errors)])
    for piece in reading.pieces:
        piece.text.encode()


@settings(deadline=None)  # the first page loads trafilatura
@given(st.binary(), st.sampled_from([*SUFFIXES, ""]))
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str) -> None:
    check_reading(Source(f"file{suffix}", data))


FRAGMENTS = [
    *(
        "<p>",
        "</p>",
        "<div class='share comments'>",
        "</div>",
        "<table>",
        "<tr><td>",
        "</table>",
        "<nav>",
        "<h1>",
        "<a href='['>",
    ),
    *(
        "<script type='application/ld+json'>",
        '{"@graph":[{"@type":["NewsArticle",3],"datePublished":[1]}]}',
        "</script>",
    ),
    *(
        "<time datetime='2024-06-20'>",
        "&#0;&#xd800;&amp",
        "<!--",
        "-->",
        "<q>",
        "<frameset>",
        "<svg>",
        "<meta name=date content=1>",
    ),
    *(
        "Subject: a\n",
        "Date: Mon, 99 Foo 2024\n",
        "Content-Type: message/rfc822\n",
        "Content-Type: multipart/mixed; boundary=x\n",
    ),
    *(
        "--x\n",
        "\n\n",
        "=?utf-8?q?=ff?=",
        "---------- Forwarded message ----------\n",
        "From: a <b>\n",
        "Content-Type: text/html\n",
    ),
    *(
        "---\n",
        "title: [a\n",
        "date: 2024-99-99\n",
        "# head\n",
        "| a |\n|---|\n",
        "- ",
        "> ",
        "```",
        "*",
        "[a](",
        "\0",
        "\x1b[1m",
    ),
    *(
        '{"text":"\\ud800 a"}\n',
        '{"text":1}\n',
        "[1]\n",
        '{"record":"article","text":"a","published":{"date":5}}\n',
        "word. ",
    ),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40), st.sampled_from([*SUFFIXES, ""]))
def test_any_jumble_of_markup_is_read_or_refused(fragments: list[str], suffix: str) -> None:
    check_reading(Source(f"file{suffix}", "".join(fragments).encode()))


def test_a_format_is_added_by_adding_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reversed.py").write_text(
        "from talks.piece import Piece\n"
        'SUFFIXES = (".rev",)\n'
        "def read(source):\n"
        "    return [Piece(source.locator, source.data.decode()[::-1])]\n"
    )
    (tmp_path / "a.rev").write_text("sdrow emoS")
    monkeypatch.setattr(talks.readers, "__path__", [*talks.readers.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "talks.readers.reversed", raising=False)
    [source] = open_sources([tmp_path / "a.rev"])
    assert isinstance(source, Source)
    assert text_of(source) == "Some words"
    sys.modules.pop("talks.readers.reversed")


def test_importing_the_readers_is_light() -> None:
    heavy = "{'trafilatura', 'htmldate', 'lxml', 'frontmatter', 'charset_normalizer', 'markdown_it', 'yaml'}"
    code = f"import sys, talks.readers; talks.readers.known_suffixes(); print({heavy} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("data", "title", "text"),
    [
        (b"Date: unknown.\n\nThe envoys met.", None, "Date: unknown.\n\nThe envoys met."),
        (b"From: A <a@b.example>\nSubject: B\n\nThe envoys met.", "B", "The envoys met."),
        (b'\xef\xbb\xbf{"title": "C", "text": "The envoys met."}', "C", "The envoys met."),
        (b"---\ntitle: D\n---\nThe *envoys* met.", "D", "The envoys met."),
        (b"---\nA rule, and no front matter.", None, "---\nA rule, and no front matter."),
    ],
)
def test_a_stream_is_told_by_its_first_bytes(data: bytes, title: str | None, text: str) -> None:
    [piece] = read(Source("-", data)).pieces
    assert (piece.title, piece.text) == (title, text)


def test_a_page_is_told_by_its_first_bytes() -> None:
    assert text_of(Source("-", b"<!-- saved -->\n<!DOCTYPE html>" + PAGE)).startswith(
        "A headline\n\nThe envoys"
    )
    assert text_of(Source("https://news.example/read?id=5", PAGE)).startswith("A headline\n\nThe envoys")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n...", "a PNG image"),
        (b"%PDF-1.7\n...", "a PDF|a broken PDF"),
        (b"PK\x03\x04....", "a zip archive"),
        (b"\x1f\x8b\x08....", "a gzip archive"),
        (b"SQLite format 3\x00....", "an SQLite database"),
        (bytes(range(256)) * 4, "binary data"),
        (b"\x00\x01\x02\x03" * 40, "binary data"),
    ],
)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_binary_data_is_named(data: bytes, words: str, suffix: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        read(Source(f"file{suffix}", data))
    assert caught.value.remedy


@pytest.mark.parametrize(
    "data", ["A stray \0 null in Castrel – no more.".encode(), "Castrel – „ja“".encode("utf-16")]
)
def test_text_with_nulls_is_text(data: bytes) -> None:
    assert "Castrel" in text_of(Source("a.txt", data))


@pytest.mark.parametrize("data", [b" \n\t\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_of_blanks_holds_nothing(data: bytes, suffix: str) -> None:
    with pytest.raises(ReadError):
        read(Source(f"file{suffix}", data))


def test_torn_surrogates_are_replaced() -> None:
    [piece] = read(Source("a.jsonl", rb'{"title":"A\udc00","text":"one \ud83d two"}')).pieces
    assert (piece.title, piece.text) == ("A?", "one ? two")


def test_the_sidecar_is_in_force() -> None:
    sidecar = b'published = 2024-05-01\noutlet = "Ostwind"\ntitle = " Ours "\nlanguage = "en-GB"\n'
    front = b"---\ntitle: Theirs\ndate: 2024-04-30\nauthor: Ina Voss\n---\nThe envoys met."
    [piece] = read(Source("a.md", front, sidecar)).pieces
    assert (piece.title, piece.outlet, piece.byline, piece.language) == ("Ours", "Ostwind", "Ina Voss", "en")
    assert piece.published
    assert (piece.published.edtf, piece.published.basis) == ("2024-05-01", Basis.GIVEN)


@pytest.mark.parametrize(
    ("sidecar", "where"),
    [
        (b"title = Ours", "a.txt.meta.toml: is not TOML"),
        (b"title = 5", "a.txt.meta.toml: title: "),
        (b'headline = "Ours"', "a.txt.meta.toml: headline: is not a known key"),
        (b'published = "soon"', "a.txt.meta.toml: published: 'soon' is no date"),
        (b'language = "English"', "a.txt.meta.toml: language: "),
        (b"\xff\xfe", "a.txt.meta.toml: is not TOML"),
    ],
)
def test_a_broken_sidecar_names_its_key(sidecar: bytes, where: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(Source("a.txt", b"The envoys met.", sidecar))
    assert str(caught.value).startswith(where)
    assert caught.value.remedy


def test_a_piece_says_where_it_is_from() -> None:
    assert read(Source("a/b.txt", b"The envoys met.")).pieces == [
        Piece("a/b.txt", "The envoys met.", encoding="utf-8")
    ]
