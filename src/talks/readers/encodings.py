"""Turn bytes into text, and say by which encoding.

In this order: byte order mark; UTF-16 told by its zeros; UTF-8, if there is anything in it that only UTF-8
explains (a saved page goes on declaring what its server sent); the charset the file declares; UTF-8 with a
few broken bytes; charset-normalizer; and at last Windows-1252. A byte that can't be read becomes U+FFFD;
where UTF-8 is broken, the name says `utf-8:replace`, and where nothing but the look of the bytes speaks for
an encoding, e.g. `cp1252:guess`.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

__all__ = ["Decoded", "decode", "guessed"]

MARKS = (  # the UTF-32 mark begins with the UTF-16 one, so it is tried first
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the web means by these names.
LATIN = {"iso8859-1": "cp1252", "ascii": "cp1252"}
# What news is still found in; the detector is otherwise ready to see Ukrainian DOS in any curly quote.
CANDIDATES = [
    *("cp1252", "cp1251", "koi8_r", "cp1250", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257"),
    *("shift_jis", "euc_jp", "euc_kr", "gb18030", "big5"),
]
FEW = 0.05  # share of accented letters up to which a text is Western; Cyrillic and Greek have ten times that
GUESS, REPLACE = "guess", "replace"  # what follows the name of an encoding that is not vouched for
SAMPLE = 200_000  # bytes shown to the detector
BROKEN = 0.05  # share of the non-ASCII characters that may be broken for a text still to be UTF-8
# Windows-1252's curly quotes, dashes, ellipsis, euro, no-break space, guillemets, dot, degree: they tell
# nothing of the language, and the detector can't tell from them either.
PUNCTUATION = frozenset(
    b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb7\xbb"
)


class Decoded(NamedTuple):
    """Text, and the name of the encoding it was read by."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes as told by their mark, their own declaration, or their look."""
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    if wide := marked or _wide(data):
        return Decoded(data.decode(wide, "replace"), wide)
    charset = _known(declared)
    for name in ("utf-8", charset) if not data.isascii() else (charset, "utf-8"):
        if name and (text := _strict(data, name)) is not None:
            return Decoded(text, name)
    return _nearly_utf8(data) or _detected(data) or _guess(data.decode("cp1252", "replace"), "cp1252")


def guessed(encoding: str) -> str | None:
    """Say of an encoding that it was guessed, or that it didn't fit; None if it was told or proved itself."""
    name, _, how = encoding.partition(":")
    return {
        GUESS: f"is not UTF-8 and names no encoding that fits; {name} is a guess: save it as UTF-8",
        REPLACE: f"is broken {name}; what can't be read stands as �: save it again",
    }.get(how)


def _guess(text: str, encoding: str) -> Decoded:
    return Decoded(text, f"{encoding}:{GUESS}")


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: text in which every other byte is mostly zero."""
    sample = data[:2000]
    if len(sample) < 8 or len(sample) % 2:
        sample = sample[:-1]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[start::2], sample[1 - start :: 2]
        if len(zeros) >= 4 and zeros.count(0) > 0.7 * len(zeros) and others.count(0) == 0:
            return encoding
    return None


def _known(declared: str | None) -> str | None:
    """Return Python's name of a declared charset; wide ones are false, or would have shown by their zeros."""
    try:
        name = codecs.lookup((declared or "").strip()).name
        "".encode(name)  # refuses codecs that are not of text, such as rot13 and zlib
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
    return None if name.startswith(("utf-16", "utf-32")) else LATIN.get(name, name)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError, LookupError):
        return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("�")
    whole = sum(1 for character in text if character > "\x7f") - broken
    return Decoded(text, f"utf-8:{REPLACE}") if broken <= BROKEN * whole else None


def _detected(data: bytes) -> Decoded | None:
    sample = data[:SAMPLE]
    telling = sum(1 for byte in sample if byte > 0x7F and byte not in PUNCTUATION)
    if telling <= FEW * len(sample):
        return None

    from charset_normalizer import from_bytes

    match = from_bytes(sample, cp_isolation=CANDIDATES).best()
    if match is None or "cp1252" in match.could_be_from_charset:
        return None
    text = _strict(data, match.encoding)
    return None if text is None else _guess(text, match.encoding)
