"""Credits of outlets: each example credits whom it is said to credit, or nobody."""

from __future__ import annotations

from collections.abc import Iterator

from talks.codebook import Codebook
from talks.codebook.credits import load_credits
from talks.link.credits import find_agencies

__all__ = ["check_credits"]

WHERE = "lexicon/credits-en.toml"


def check_credits(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the patterns of credits."""
    agencies = find_agencies(codebook)
    for example in load_credits().examples:
        found = sorted(agencies.find(example["text"], example["at"]), key=lambda credit: credit.rank)
        name = found[0].name if found else None
        if name != example.get("name"):
            yield f"{WHERE}: {example['at']} reads {name!r} in the example {example['text']!r}"
