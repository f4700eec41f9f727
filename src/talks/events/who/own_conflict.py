"""Whose conflict an article is about: the one of its dossier's sides, or that of others."""

from __future__ import annotations

from typing import Final

from talks.reading import Reading

__all__ = ["is_of_own_conflict"]

FAR: Final = 3  # times more often named than a side


def is_of_own_conflict(reading: Reading) -> bool:
    """Tell whether what is told of nobody can be of the two sides: no two others are named far more often.

    An article on the talks of Iran and the United States may name Israel and Hamas in passing.
    """
    sides, named = reading.cast.opponents, reading.cast.sides
    if not sides or not named.keys() >= set(sides):
        return False
    others = sorted((number for name, number in named.items() if name not in sides), reverse=True)
    second = others[1] if len(others) > 1 else 0
    return second <= FAR * min(named[side] for side in sides)
