"""Patterns of outlets: each line of the examples names what it is said to name, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from talks.codebook import Codebook
from talks.codebook.outlets import load_imprint

__all__ = ["check_outlets"]

WHERE = "lexicon/outlets-en.toml"


def check_outlets(_: Codebook) -> Iterator[str]:
    """Yield what is wrong with the patterns of outlets."""
    imprint = load_imprint()
    for example in imprint.examples:
        found = imprint.name_in(example["text"], example["at"])
        if found != example.get("name"):
            yield f"{WHERE}: {example['at']} reads {found!r} in the example {example['text']!r}"
