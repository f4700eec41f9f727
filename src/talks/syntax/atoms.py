"""Tell quotations that are utterances of their own from quoted words inside a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from talks.syntax.records import Parse
from talks.text import Quotation, Tokens

__all__ = ["is_atom", "stretch"]

FINITE = frozenset("veVbhmDu")
CONTRACTED = frozenset({"'s", "’s"})  # is, where no other verb shows
ATOM_WORDS = 3  # a shorter quotation is part of its sentence, not an utterance of its own


def is_atom(quote: Quotation, text: str, tokens: Tokens, known: Mapping[str, str]) -> bool:
    """Tell a quotation that is an utterance from quoted words inside a sentence; `known` are word classes."""
    inner = text[quote.inner_start : quote.inner_end].strip()
    if len(inner.split()) < ATOM_WORDS:
        return inner.endswith((",", ".", "!", "?")) and bool(inner[:1].isupper())
    before = text[max(0, quote.start - 2) : quote.start]
    line_start = quote.start == 0 or text[quote.start - 1] == "\n"
    after = text[quote.end : quote.end + 1]
    ends = inner.rstrip("’'\"”)]").endswith((",", ".", "!", "?", "…", "—"))
    framed = ends or after in (",", ";") or not quote.closed
    opened = line_start or before.rstrip().endswith((",", ":", ".", "—", "–", "-", "”", '"'))
    return framed and (opened or inner[0].isupper()) and _has_verb(quote, tokens, known)


def _has_verb(quote: Quotation, tokens: Tokens, known: Mapping[str, str]) -> bool:
    low, high = tokens.at(quote.inner_start), tokens.ending_by(quote.inner_end)
    words = tokens.lowers[low:high]
    return any(known.get(lower, "") in FINITE or lower in CONTRACTED for lower in words)


def stretch(parsed: Parse, held: dict[int, Quotation], tokens: Tokens) -> None:
    """Let a quotation's piece reach to its closing mark."""
    parsed.pieces[:] = [
        (kind, start, tokens.ending_by(held[start].end) if kind == "quotation" else end)
        for kind, start, end in parsed.pieces
    ]
    for phrase in parsed.phrases:
        if phrase.start in held:
            phrase.end = tokens.ending_by(held[phrase.start].end)
