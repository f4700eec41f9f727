"""How much of an utterance is quoted."""

from __future__ import annotations

import re

from talks.models import Manner
from talks.reading import Reading
from talks.statements.utterance import Utterance

__all__ = ["manner_of"]

WORD = re.compile(r"\w+")
WHOLLY = 0.9  # share of quoted words from which an utterance is direct speech


def manner_of(reading: Reading, utterance: Utterance) -> Manner:
    """Tell how much of the content stands in quotation marks."""
    if utterance.transcript:
        return Manner.DIRECT
    words = quoted = 0
    for start, end in utterance.contents:
        words += len(WORD.findall(reading.text[start:end]))
        for quote in reading.quoted(start, end):
            low, high = max(start, quote.start), min(end, quote.end)
            quoted += len(WORD.findall(reading.text[low:high])) if low < high else 0
    if not quoted:
        return Manner.INDIRECT
    return Manner.DIRECT if quoted >= WHOLLY * words else Manner.MIXED
