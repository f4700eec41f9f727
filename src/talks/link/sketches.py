"""Sketches of texts, small enough to be kept of each: by how much two share tells whether one is a copy.

A sketch holds the smallest of the hashed runs of words of a text, so that those of two texts hold the same
runs where they have them in common. Words in quotation marks are left out: anybody may quote them.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final
from zlib import crc32

from talks.likeness import runs_of, words_of

__all__ = ["ALIKE", "copies", "shared", "sketch"]

RUN: Final = 3  # words in a row: of light rewrites enough stay, of independent reports few are shared
KEPT: Final = 256  # hashes of a text that are kept: all of a short one
ALIKE: Final = (
    0.25  # part of the runs of the shorter text that a copy shares; docs/sources.md has the figures
)
TELLING: Final = 16  # runs that must be compared: less tells nothing
LEAST: Final = ALIKE * TELLING  # runs that two texts share if one is a copy
QUOTED: Final = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|„[^“”\n]*[“”]")
CODE: Final = "I"
MOST: Final = 2**32  # above all hashes


def sketch(text: str) -> bytes:
    """Return the sketch of a text."""
    runs = {run for part in QUOTED.sub("\0", text).split("\0") for run in runs_of(words_of(part), RUN)}
    hashes = sorted({crc32(" ".join(run).encode()) for run in runs})[:KEPT]
    return array(CODE, hashes).tobytes()


def shared(one: bytes, two: bytes) -> float | None:
    """Return the part of the runs of the shorter text that the other has; None where too few are known."""
    return _shared(_hashes(one), _hashes(two))


def copies(sketches: Mapping[str, bytes]) -> Iterator[tuple[str, str, float]]:
    """Yield texts that were taken from a longer one, each with that one and the part that they share.

    A text is compared with those that are no copies themselves, so that many copies of one cost little.
    """
    hashes = {key: _hashes(kept) for key, kept in sketches.items()}
    own: defaultdict[int, list[str]] = defaultdict(list)
    for key in sorted(hashes, key=lambda key: (_end(hashes[key]), key)):
        near = Counter(other for run in hashes[key] for other in own[run])
        enough = sorted(other for other, runs in near.items() if runs >= LEAST)
        found = [(other, _shared(hashes[key], hashes[other])) for other in enough]
        alike = [(key, other, part) for other, part in found if part is not None and part >= ALIKE]
        yield from alike
        for run in hashes[key] if not alike else ():
            own[run].append(key)


def _hashes(kept: bytes) -> frozenset[int]:
    return frozenset(array(CODE, kept))


def _shared(one: frozenset[int], two: frozenset[int]) -> float | None:
    """Compare what both sketches can know: the runs with hashes up to where the first of them ends."""
    limit = min(_end(one), _end(two))
    first, second = (sum(1 for key in keys if key <= limit) for keys in (one, two))
    fewer = min(first, second)
    return len([key for key in one & two if key <= limit]) / fewer if fewer >= TELLING else None


def _end(hashes: frozenset[int]) -> int:
    """Return up to where a sketch holds all hashes of its text: the less far, the longer that is."""
    return max(hashes) if len(hashes) >= KEPT else MOST + KEPT - len(hashes)
