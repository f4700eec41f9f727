"""Subjects of statements and the words that show them (topics.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from talks.codebook.data import read_data

__all__ = ["Topics", "load_topics"]

WORD = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Topics:
    """One pattern finds the words of all topics; the group's name is the topic's number."""

    names: tuple[str, ...]
    pattern: re.Pattern[str]
    owners: dict[str, tuple[str, ...]]  # matched words or stem → topics


@cache
def load_topics() -> Topics:
    """Read the topics."""
    rows = read_data("topics.toml")["topics"]
    owners: dict[str, tuple[str, ...]] = {}
    for topic, row in rows.items():
        for phrase, word in WORD.findall(row["words"]):
            key = (phrase or word).lower()
            owners[key] = (*owners.get(key, ()), topic)
    keys = sorted(owners, key=lambda key: (-len(key), key))
    stems = "|".join(re.escape(key.lstrip("=")) + (r"\b" if key.startswith("=") else "") for key in keys)
    return Topics(tuple(rows), re.compile(rf"\b(?:{stems})", re.IGNORECASE), owners)
