"""The party of a joint statement: several told as one, "Norland and Sudria"."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["join_parties", "takes_part"]

AND = " and "


def join_parties(parties: Iterable[str]) -> str:
    """Return the party that several are when they speak as one."""
    return AND.join(parties)


def takes_part(party: str, joint: str) -> bool:
    """Tell whether a party is one of several that speak as one."""
    return party != joint and f"{AND}{party}{AND}" in f"{AND}{joint}{AND}"
