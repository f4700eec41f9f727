"""Undo the compression of what a server sends, never to more than a bound."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Final, Protocol

from talks.readers.extras import need

__all__ = ["ACCEPTED", "OverflowingError", "decoded"]

ACCEPTED: Final = "gzip, deflate, br"
STEP: Final = 1 << 16  # bytes that are unpacked at once
GZIP_OR_ZLIB: Final = zlib.MAX_WBITS | 32
GZIP: Final = b"\x1f\x8b"
HEADER: Final = 2  # bytes by which a header is told
LAYERS: Final = 3  # times that anything is packed


class OverflowingError(Exception):
    """More comes out than is wanted."""


class _Decoder(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]: ...

    @property
    def is_whole(self) -> bool: ...


class _Zlib:
    """gzip, of one or more members, and deflate; the latter comes with and without its header."""

    def __init__(self, url: str) -> None:  # noqa: ARG002 - as the others
        self._start = b""
        self._state: Any = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        rest, self._start = self._start + data, b""
        while rest and self._begins(rest):
            out = bytes(STEP)
            while rest or len(out) == STEP:  # a full step may have left something behind
                out = self._state.decompress(rest, STEP)
                yield out
                rest = self._state.unconsumed_tail
            rest = self._state.unused_data if self._state.eof else b""

    def _begins(self, data: bytes) -> bool:
        """Tell whether there is something to unpack; what follows an end, and is no member, is not."""
        if self._state is not None and not self._state.eof:
            return True
        if len(data) < HEADER:
            self._start = data
            return False
        if self._state is not None and not data.startswith(GZIP):
            return False
        self._state = zlib.decompressobj(_bits(data))
        return True

    @property
    def is_whole(self) -> bool:
        return bool(self._state.eof) if self._state else not self._start


def _bits(data: bytes) -> int:
    """Tell gzip and zlib by their first bytes from bare deflate."""
    has_header = data.startswith(GZIP) or (data[:1] == b"\x78" and int.from_bytes(data[:2], "big") % 31 == 0)
    return GZIP_OR_ZLIB if has_header else -zlib.MAX_WBITS


class _Brotli:
    def __init__(self, url: str) -> None:
        self._state = need(url, "packed with brotli", "brotli").Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        out = self._state.process(data, output_buffer_limit=STEP)
        yield out
        # It may have taken in all there is, and still hold back what would be more than a step.
        while not self.is_whole and (out or not self._state.can_accept_more_data()):
            out = self._state.process(b"", output_buffer_limit=STEP)
            yield out

    @property
    def is_whole(self) -> bool:
        return bool(self._state.is_finished())


DECODERS: Final[dict[str, type[_Zlib] | type[_Brotli]]] = {
    "gzip": _Zlib,
    "x-gzip": _Zlib,
    "deflate": _Zlib,
    "br": _Brotli,
}


def decoded(chunks: Iterable[bytes], encodings: str, url: str, *, most: int) -> bytes:
    """Return what was packed, as Content-Encoding tells; `OverflowingError` if it is ever more than `most`.

    What can't be unpacked is a `ValueError`.
    """
    names = [name for name in (part.strip().lower() for part in encodings.split(",")) if name]
    names = [name for name in names if name != "identity"]
    if unknown := [name for name in names if name not in DECODERS]:
        raise ValueError(f"packed as {unknown[0]!r}")
    if len(names) > LAYERS:
        raise ValueError(f"packed {len(names)} times")
    chunks = (chunk[at : at + STEP] for chunk in chunks for at in range(0, len(chunk), STEP))
    for name in reversed(names):
        chunks = _bounded(_unpacked(chunks, DECODERS[name](url)), most)
    out = bytearray()
    for chunk in _bounded(chunks, most):
        out += chunk
    return bytes(out)


def _bounded(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise OverflowingError
        yield chunk


def _unpacked(chunks: Iterable[bytes], decoder: _Decoder) -> Iterator[bytes]:
    begun = False
    for chunk in chunks:
        begun = begun or bool(chunk)
        try:
            yield from decoder.feed(chunk)
        except Exception as error:  # zlib and brotli raise their own
            raise ValueError(f"broken ({error})") from error
    if begun and not decoder.is_whole:
        raise ValueError("cut short")
