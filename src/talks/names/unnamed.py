"""Whom a text doesn't name: by the words of their phrase, and by whose names stand with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from talks.names.actor import Actor
from talks.names.spotting import Name
from talks.text import Tokens

__all__ = ["OWNING", "party_before", "party_with", "unnamed"]

OWNING = frozenset({"adjective", "party", "metonym", "office"})  # kinds of names whose party somebody is of


def unnamed(
    tokens: Tokens,
    words: Mapping[str, frozenset[str]],
    phrase: tuple[int, int],
    party: str | None,
    post: str,
    *,
    plural: bool = False,
) -> Actor:
    """Return who is called by what a phrase of tokens [start, end) says alone: a Norlandic diplomat."""
    start, end = phrase
    lowers = tokens.lowers
    unsaid = lowers[start] in words["indefinite"] and lowers[end - 1] in words["anonymous"]
    described = end - start > 1 and lowers[start] not in words["determining"]
    unsaid = unsaid or (described and lowers[end - 1] in words["anonymity"])
    unsaid = unsaid or lowers[end - 1] in words["kinds"]
    while start < end - 1 and lowers[start] in words["determining"]:
        start += 1
    name = tokens.written(start, end)
    return Actor(name, "unnamed", party, post=post, plural=plural, anonymous=unsaid)


def party_before(end: int, names: Sequence[Name]) -> str | None:
    """Return the party of the first name before a token that tells whose somebody is."""
    parties = (name.entry.party for name in names if name.start < end and name.entry and name.kind in OWNING)
    return next(filter(None, parties), None)


def party_with(names: Sequence[Name]) -> str | None:
    """Return the party of the first of some names that is not an outlet's."""
    return next(
        (name.entry.party or name.entry.name for name in names if name.entry and name.kind != "outlet"), None
    )
