"""Free indirect speech: a sentence that goes on, in the tense of what was said, without a verb of saying."""

from __future__ import annotations

from dataclasses import replace

from talks.reading import Reading, Sentence
from talks.statements.utterance import Utterance

__all__ = ["tell_on"]

OTHERS = frozenset({"person", "surname", "office", "outlet", "unknown"})  # kinds of names of those who speak
QUOTED = 5  # words in quotation marks that are no mere name or term
PAST, HAVE = "e", "h"  # classes of words


def tell_on(reading: Reading, sentence: Sentence, last: Utterance) -> list[Utterance]:
    """Return what a sentence adds, in the same speaker's name, to what was told in the one before."""
    if not _goes_on(reading, sentence, last):
        return []
    content = [(sentence.start, sentence.end)]
    return [replace(last, rule="statements.indirect", contents=content, stance="reports", to=None, via=None)]


def _goes_on(reading: Reading, sentence: Sentence, last: Utterance) -> bool:
    """Tell a sentence that goes on with what was told in the one before: There would be no summit."""
    if last.cue is None or not last.recorded or sentence.atoms:
        return False
    if _is_quoted(reading, sentence, last):
        return True
    if last.paragraph != sentence.paragraph:
        return False
    first, end = reading.tokens.at(last.cue[0]), reading.tokens.ending_by(last.cue[1])
    past = PAST in reading.classes[first:end] and HAVE not in reading.classes[first:end]
    if not past or any(reading.quoted(*span) for span in last.contents):
        return False
    backshifted = reading.codebook.speech.backshifted
    main = (verb for verb in sentence.parse.verbs if verb.form == "finite" and not verb.marker)
    return any(verb.modal in backshifted for verb in main)


def _is_quoted(reading: Reading, sentence: Sentence, last: Utterance) -> bool:
    """Tell a sentence that quotes, and names nobody else who could have said so: There were “no plans …”."""
    quotes = (q for q in reading.quoted(sentence.start, sentence.end) if q.start >= sentence.start)
    if not any(len(reading.text[q.inner_start : q.inner_end].split()) >= QUOTED for q in quotes):
        return False
    names = reading.cast.names_in(sentence.first, sentence.last)
    others = (name.entry.name if name.entry else None for name in names if name.kind in OTHERS)
    return sentence.paragraph - last.paragraph <= 1 and all(
        last.speaker is not None and name == last.speaker.name for name in others
    )
