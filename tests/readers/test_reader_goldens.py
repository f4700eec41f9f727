"""Every format has an input and the pieces expected of it; `GOLDEN=write` rewrites what is expected."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from talks.readers import Reading, Source, known_suffixes, open_sources, read

GOLDENS = Path(__file__).parent / "goldens"
INPUTS = sorted(path for path in GOLDENS.iterdir() if path.suffix != ".expected")


def show(reading: Reading) -> str:
    shown = [
        "".join(f"{name}: {value}\n" for name, value in about.items() if value is not None)
        + f"\n{piece.text}\n"
        for piece in reading.pieces
        for about in [
            {
                "title": piece.title,
                "outlet": piece.outlet,
                "byline": piece.byline,
                "url": piece.url,
                "language": piece.language,
                "published": piece.published and f"{piece.published.edtf} ({piece.published.basis})",
                "part": piece.part,
                "encoding": piece.encoding,
            }
        ]
    ]
    return "\n======\n".join([*shown, *(f"ERROR {error}\n" for error in reading.errors)])


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_reading_gives_what_is_expected(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GOLDENS)
    [source] = open_sources([path.name])
    assert isinstance(source, Source)
    expected = path.with_name(path.name + ".expected")
    shown = show(read(source))
    if os.environ.get("GOLDEN") == "write":
        expected.write_text(shown, encoding="utf-8", newline="\n")
    assert expected.is_file(), f"{expected.name} is missing; look at the output and run GOLDEN=write pytest"
    assert shown == expected.read_bytes().decode()


def test_every_format_has_a_golden() -> None:
    formats = {Path(path.name).suffix for path in INPUTS}
    aliases = {
        ".text": ".txt",
        ".markdown": ".md",
        ".htm": ".html",
        ".xhtml": ".html",
        ".ndjson": ".jsonl",
        ".mbx": ".mbox",
        ".xml": ".rss",
    }
    missing = {aliases.get(suffix, suffix) for suffix in known_suffixes()} - formats
    assert not missing, f"put an example of {missing} in {GOLDENS}"
