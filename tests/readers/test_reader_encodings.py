"""How bytes become text."""

from __future__ import annotations

import pytest

from talks.readers.encodings import decode

ENGLISH = "“We shall not sign,” the minister’s spokesman said in Harvik – and that was that. "
CYRILLIC = "Пресс-секретарь сообщил, что переговоры продолжатся во вторник. "
FRENCH = "Le médiateur a répété à l’hôtel que « rien n’était signé ». "


@pytest.mark.parametrize(
    ("text", "written_in", "declared", "encoding"),
    [
        (ENGLISH, "utf-8", None, "utf-8"),
        (ENGLISH, "utf-8-sig", "iso-8859-1", "utf-8-sig"),
        (ENGLISH, "utf-16", None, "utf-16"),
        (ENGLISH, "utf-16-le", None, "utf-16-le"),
        (ENGLISH, "utf-16-be", None, "utf-16-be"),
        (ENGLISH, "cp1252", None, "cp1252:guess"),
        (ENGLISH, "cp1252", "latin-1", "cp1252"),
        (ENGLISH, "utf-8", "latin-1", "utf-8"),
        (ENGLISH, "cp1252", "no-such-charset", "cp1252:guess"),
        (ENGLISH, "cp1252", "rot13", "cp1252:guess"),
        ("Some words.", "ascii", None, "utf-8"),
        ("Some words.", "ascii", "utf-16", "utf-8"),
        ("交渉が続く", "iso2022_jp", "iso-2022-jp", "iso2022_jp"),
        (CYRILLIC * 3, "cp1251", None, "cp1251:guess"),
        (CYRILLIC, "koi8-r", "koi8-r", "koi8-r"),
        (FRENCH * 3, "cp1252", None, "cp1252:guess"),
        ("He said “no”.", "cp1252", None, "cp1252:guess"),
    ],
)
def test_text_is_read_by_its_encoding(
    text: str, written_in: str, declared: str | None, encoding: str
) -> None:
    assert decode(text.encode(written_in), declared) == (text, encoding)


def test_a_broken_character_does_not_spoil_the_rest() -> None:
    text, encoding = decode((ENGLISH * 4).encode() + b"\xe2\x80 " + ENGLISH.encode())
    assert (text, encoding) == (ENGLISH * 4 + "� " + ENGLISH, "utf-8:replace")


def test_what_no_encoding_explains_is_read_all_the_same() -> None:
    text, encoding = decode(b"Some words \x81\xff and \x8d more" + b", said the envoy" * 3)
    assert (text, encoding) == ("Some words �ÿ and � more" + ", said the envoy" * 3, "cp1252:guess")


def test_null_characters_stay() -> None:
    assert decode(b"One\0 stray null in a text of some length.").text.count("\0") == 1
