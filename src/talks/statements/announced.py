"""Quotations that a colon announces, without a verb of saying: Quent was blunt: “…”"""

from __future__ import annotations

from talks.reading import Reading, Sentence
from talks.statements.speakers import find_speaker
from talks.statements.utterance import ACTING, Utterance

__all__ = ["SEPARATORS", "find_announced"]

SEPARATORS = frozenset({"quotation", "mark", "comma", "coordinator"})  # pieces of a sentence of quotations


def find_announced(reading: Reading, sentence: Sentence) -> Utterance | None:
    """Return the quotations behind a colon as the words of the subject of what stands before it."""
    pieces = sentence.parse.pieces
    colon = next((start for kind, start, _ in pieces if kind == "mark"), -1)
    quoted = {kind for kind, start, _ in pieces if start > colon}
    if colon < 0 or reading.tokens.lowers[colon] != ":" or not quoted <= SEPARATORS:
        return None
    verbs = (v for v in sentence.parse.verbs if v.form == "finite" and not v.marker and v.end <= colon)
    main = next(verbs, None)
    if main is None or main.subject < 0:
        return None
    actor, source = find_speaker(reading, sentence, main.subject)
    if actor is None or actor.kind not in ACTING:
        return None
    quotes = [(quote.start, quote.end) for quote in sentence.atoms.values()]
    return Utterance(actor, "statements.announced", quotes, sentence.paragraph, reading.chars(*source))
