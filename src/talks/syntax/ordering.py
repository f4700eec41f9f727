"""Which tokens of a sentence are parsed: no quotation marks, an utterance as one, no bracket after a noun."""

from __future__ import annotations

import re
from collections.abc import Mapping

from talks.text import Quotation, Tokens

__all__ = ["order_tokens"]

ASIDE = 8  # tokens within which a bracket after a name closes
SHORT = 3  # tokens in a bracket after a common noun: prisoners of war (POWs)
INSERTED = ("[", "]")  # around what an editor adds to a quotation, to be read as its words
ASIDES = re.compile(r"[Nn.~,-]+")  # classes of what it may hold


def order_tokens(
    tokens: Tokens, classes: str, within: tuple[int, int], held: Mapping[int, Quotation]
) -> tuple[list[int], str]:
    """Return the tokens to parse and their classes; `held` are the utterances by their first token."""
    at, last = within
    whole = classes[at:last]
    if not held and '"' not in whole and "(" not in whole:
        return list(range(at, last)), whole
    order: list[int] = []
    kinds: list[str] = []
    while at < last:
        quote = held.get(at)
        if quote:
            order.append(at)
            kinds.append("Q")
            at = max(at + 1, tokens.ending_by(quote.end))
            continue
        after = _end_of_aside(classes, at, last) if classes[at] == "(" else 0
        if not after and classes[at] != '"' and tokens.words[at] not in INSERTED:
            order.append(at)
            kinds.append(classes[at])
        at = after or at + 1
    return order, "".join(kinds)


def _end_of_aside(classes: str, at: int, last: int) -> int:
    """Return the end of what brackets add to a name or a noun: Ask (R-Dravo); 0 for other brackets."""
    closing = classes.find(")", at, min(at + ASIDE, last))
    before = classes[at - 1] if at else ""
    added = closing > 0 and (before == "N" or (before == "n" and closing - at <= SHORT))
    return closing + 1 if added and ASIDES.fullmatch(classes, at + 1, closing) else 0
