"""Check the codebook."""

from __future__ import annotations

from collections.abc import Iterator

from talks.checks import check_codebook
from talks.codebook import load_codebook
from talks.errors import CodebookError

__all__ = ["codebook_problems"]


def codebook_problems() -> Iterator[str]:
    """Yield what is wrong with the codebook, one line each."""
    try:
        codebook = load_codebook()
    except CodebookError as error:
        yield str(error)
        return
    yield from check_codebook(codebook)
