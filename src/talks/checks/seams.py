"""Signs of seams: each line of the examples is read as what it is said to be."""

from __future__ import annotations

from collections.abc import Iterator

from talks.codebook import Codebook
from talks.codebook.seams import load_seam_signs

__all__ = ["check_seams"]

WHERE = "lexicon/seams-en.toml"


def check_seams(_: Codebook) -> Iterator[str]:
    """Yield what is wrong with the signs of seams between articles."""
    signs = load_seam_signs()
    for example in signs.examples:
        found = signs.role_of(example["text"])
        if found != example.get("role"):
            yield f"{WHERE}: reads {found!r} in the example {example['text']!r}"
