"""Recognise files that are no text by their first bytes, and say what to do with them."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Signature", "named_archive", "recognise"]


class Signature(NamedTuple):
    """What a file looks like, and what to do about it."""

    what: str
    remedy: str


IMAGE = "save the words of the picture as text"
MEDIA = "save a transcript as text"
UNPACK = "unpack it, and name the folder or the files"
ARCHIVES = frozenset(
    {".zip", ".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz", ".zst", ".lz4", ".7z", ".rar", ".jar"}
)
EXPORT = "save it as text or HTML"

SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", Signature("a PNG image", IMAGE)),
    (b"\xff\xd8\xff", Signature("a JPEG image", IMAGE)),
    (b"GIF87a", Signature("a GIF image", IMAGE)),
    (b"GIF89a", Signature("a GIF image", IMAGE)),
    (b"II*\x00", Signature("a TIFF image", IMAGE)),
    (b"MM\x00*", Signature("a TIFF image", IMAGE)),
    (b"RIFF", Signature("a picture, sound or film", IMAGE)),
    (b"OggS", Signature("a sound recording", MEDIA)),
    (b"ID3\x03", Signature("a sound recording", MEDIA)),
    (b"ID3\x04", Signature("a sound recording", MEDIA)),
    (b"%PDF-", Signature("a PDF", "name it .pdf")),
    (b"{\\rtf", Signature("an RTF document", EXPORT)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Signature("an old Office document", EXPORT)),
    (
        b"PK\x03\x04",
        Signature("a zip archive or an Office document", "unpack it, or save it as .docx, text or HTML"),
    ),
    (b"PK\x05\x06", Signature("an empty zip archive", UNPACK)),
    (b"\x1f\x8b", Signature("a gzip archive", UNPACK)),
    (b"BZh", Signature("a bzip2 archive", UNPACK)),
    (b"\xfd7zXZ\x00", Signature("an xz archive", UNPACK)),
    (b"\x28\xb5\x2f\xfd", Signature("a zstd archive", UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Signature("a 7z archive", UNPACK)),
    (b"Rar!\x1a\x07", Signature("a RAR archive", UNPACK)),
    (b"SQLite format 3\x00", Signature("an SQLite database", "pass it as --db if it is one of ours")),
    (b"WARC/1.", Signature("a web archive", "save it with a name that ends in .warc or .warc.gz")),
    (b"\x7fELF", Signature("a program", "name an article")),
)
BINARY = Signature("binary data", "save the article as text or HTML")
SAMPLE = 8192
# Tab, line feed, form feed, carriage return and escape stand in texts (escape in pasted terminal screens).
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\x0c\r\x1b\x08")
TAR, TAR_AT = b"ustar", 257  # what a tar archive says of itself, and where
TOO_MANY = 0.1  # a stray null or bell is a blemish of a text; one byte in ten is none


def recognise(data: bytes) -> Signature | None:
    """Name what data looks like if it is no text."""
    for magic, signature in SIGNATURES:
        if data.startswith(magic):
            return signature
    if data[TAR_AT:].startswith(TAR):
        return Signature("a tar archive", UNPACK)
    return BINARY if _is_binary(data[:SAMPLE]) else None


def named_archive(suffix: str) -> Signature | None:
    """Name what a file is by its suffix if it packs others."""
    return Signature(f"is an archive ({suffix})", UNPACK) if suffix in ARCHIVES else None


def _is_binary(sample: bytes) -> bool:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or _is_wide(sample):
        return False
    controls = sum(sample.count(byte) for byte in CONTROLS)
    return controls > TOO_MANY * len(sample) or (0 in sample and not _is_utf8(sample))


def _is_wide(sample: bytes) -> bool:
    """Tell UTF-16 without a mark: nulls in every other place only."""
    return any(0 not in sample[start::2] and sample.count(0) > len(sample) // 3 for start in (0, 1))


def _is_utf8(sample: bytes) -> bool:
    try:
        sample[:-3].decode("utf-8")  # the cut may go through a character
    except UnicodeDecodeError as error:
        return error.start >= len(sample) - 6
    return True
