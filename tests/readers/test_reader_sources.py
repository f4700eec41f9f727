"""What `open_sources` finds at a locator, and what it sets aside."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from talks.errors import ReadError
from talks.readers import MAX_BYTES, Source, open_sources


def names(root: Path, **options: object) -> list[str]:
    found = open_sources([root], **options)  # type: ignore[arg-type]
    return [item.locator.removeprefix(root.as_posix() + "/") for item in found if isinstance(item, Source)]


def only_error(*locators: str | Path, **options: object) -> ReadError:
    [error] = open_sources(locators, **options)  # type: ignore[arg-type]
    assert isinstance(error, ReadError)
    return error


def write(path: Path, text: str = "Some words.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_folders_are_read_whole_and_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", "c.HTML", "b/deep/er/0.eml"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a.txt", "b/1.md", "b/2.txt", "b/deep/er/0.eml", "c.HTML"]


def test_hidden_files_and_sidecars_are_no_sources(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/a.txt", "a.txt", "a.txt.meta.toml"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a.txt"]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    assert names(write(tmp_path / ".hidden.txt").parent / ".hidden.txt") != []


def test_the_sidecar_travels_with_its_file(tmp_path: Path) -> None:
    write(tmp_path / "a.txt.meta.toml", 'title = "A"')
    [source] = open_sources([write(tmp_path / "a.txt")])
    assert isinstance(source, Source)
    assert source.sidecar == b'title = "A"'


def test_a_sidecar_beside_nothing_is_named(tmp_path: Path) -> None:
    write(tmp_path / "gone.txt.meta.toml")
    assert "stands beside no file" in str(only_error(tmp_path))


def test_a_sidecar_given_as_an_article_is_named(tmp_path: Path) -> None:
    assert "is a sidecar" in str(only_error(write(tmp_path / "a.txt.meta.toml")))


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path / "a" / "1.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b").symlink_to(tmp_path / "a", target_is_directory=True)
    assert names(tmp_path) == ["a/1.txt"]


def test_a_link_to_itself_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert "can't be opened" in str(only_error(tmp_path))


def test_what_can_not_be_read_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path / "good.txt")
    write(tmp_path / "empty.txt", "")
    write(tmp_path / "table.xlsx")
    found = list(open_sources([tmp_path, tmp_path / "missing.txt"]))
    assert [type(item) for item in found] == [ReadError, Source, ReadError, ReadError]
    assert [str(item).partition(": ")[2] for item in found if isinstance(item, ReadError)] == [
        "is empty; save the article again",
        "has the unknown suffix '.xlsx'; give it one of "
        ".atom, .docx, .eml, .htm, .html, .jsonl, .markdown, .mbox, .mbx, .md, .ndjson, .pdf, .rdf, .rss, "
        ".text, .txt, .xhtml, .xml",
        "can't be opened: No such file or directory; check the path and its permissions",
    ]


def test_a_file_without_permission_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)  # a mode of 000 does not stop root
    assert "Permission denied" in str(only_error(write(tmp_path / "a.txt")))


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "large.txt")
    os.truncate(path, 2 * MAX_BYTES)
    monkeypatch.delattr(Path, "read_bytes")
    assert "is larger than 50 MB" in str(only_error(path))


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is not a regular file" in str(only_error(tmp_path))


def test_a_dash_reads_the_stream() -> None:
    assert list(open_sources(["-"], stdin=io.BytesIO(b"Some words."))) == [Source("-", b"Some words.")]


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        (None, "no standard input"),
        (io.BytesIO(), "nothing came in"),
        (io.BytesIO(b"12345"), "is larger than"),
    ],
)
def test_a_stream_without_use_is_set_aside(stream: io.BytesIO | None, words: str) -> None:
    assert words in str(only_error("-", stdin=stream, max_bytes=4))


@pytest.mark.parametrize("locator", ["", "https://news.example/a.html", "a\0.txt"])
def test_what_is_no_path_is_set_aside(locator: str) -> None:
    assert only_error(locator).exit_code == 3


@pytest.mark.parametrize(
    ("locator", "name", "suffix"),
    [
        ("news/2024/a.HTML", "a.HTML", ".html"),
        ("-", "-", ""),
        ("https://news.example/world/a.html?page=2#top", "a.html", ".html"),
    ],
)
def test_a_source_knows_its_name(locator: str, name: str, suffix: str) -> None:
    source = Source(locator, b"")
    assert (source.name, source.suffix) == (name, suffix)
