"""Words that a colon announces: quoted ones without a verb of saying, or the paragraph below."""

from __future__ import annotations

from talks.reading import Reading, Sentence
from talks.statements.speakers import find_speaker
from talks.statements.utterance import ACTING, Utterance
from talks.text import Paragraph

__all__ = ["SEPARATORS", "find_announced", "find_below"]

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


def find_below(reading: Reading, sentence: Sentence) -> Utterance | None:
    """Return the paragraph below as the words of who is told of above it: Ekre wrote on his channel:"""
    below = sentence.paragraph + 1
    line = reading.paragraphs[below] if below < len(reading.paragraphs) else None
    if line is None or reading.text[sentence.end - 1] != ":" or _is_quoted(reading, line):
        return None
    known = reading.codebook.speech.cues
    said = (v for v in sentence.parse.verbs if v.form == "finite" and not (v.passive or v.negated or v.modal))
    verbs = [v for v in said if any("quote" in cue.takes for cue in known.get(v.lemma, ()))]
    if not verbs or verbs[-1].subject < 0:
        return None
    actor, source = find_speaker(reading, sentence, verbs[-1].subject)
    if actor is None or actor.kind not in ACTING:
        return None
    cue = reading.chars(verbs[-1].start, verbs[-1].end)
    return Utterance(
        actor, "statements.below", [(line.start, line.end)], below, reading.chars(*source), cue,
        verb=verbs[-1].lemma,
    )  # fmt: skip


def _is_quoted(reading: Reading, line: Paragraph) -> bool:
    return any(quote.start <= line.start + 1 for quote in reading.quoted(line.start, line.start + 2))
