"""Words of somebody without quotation marks: a paragraph in the first person that a dash or a name closes.

"We sent the list on Monday. Nobody answered us. - said Ekre" and "… Nobody answered us. Torvald Ekre" are
his words from the paragraph's beginning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from talks.reading import Reading, Sentence
from talks.statements.preceding import DASHES
from talks.statements.utterance import Utterance

__all__ = ["quote_unmarked"]

RULE = "statements.signed"


def quote_unmarked(reading: Reading, utterances: Sequence[Utterance]) -> list[Utterance]:
    """Return utterances in order, those behind a dash with their paragraph, and paragraphs signed by name."""
    out = list(utterances)
    told: defaultdict[int, list[int]] = defaultdict(list)
    for at, utterance in enumerate(utterances):
        told[utterance.paragraph].append(at)
    paragraphs: defaultdict[int, list[Sentence]] = defaultdict(list)
    for sentence in reading.sentences:
        paragraphs[sentence.paragraph].append(sentence)
    for number, sentences in paragraphs.items():
        own = told.get(number, [])
        if len(own) > 1 or not _is_own(reading, sentences):
            continue
        if not own:
            signed = _signed(reading, sentences)
            out += [signed] if signed else []
        elif _is_closed(reading, out[own[0]], sentences):
            (_, end), start = out[own[0]].contents[-1], sentences[0].start
            out[own[0]] = replace(out[own[0]], contents=[(start, end)])
    return sorted(out, key=lambda utterance: utterance.contents[0])


def _is_own(reading: Reading, told: Sequence[Sentence]) -> bool:
    """Tell a paragraph in the first person without quotation marks; its last sentence may be anybody's."""
    if len(told) < 2 or any(s.inside is not None or s.atoms for s in told):
        return False
    words = reading.codebook.grammar.words["first_person"]
    return any(not words.isdisjoint(reading.tokens.lowers[s.first : s.last]) for s in told[:-1])


def _is_closed(reading: Reading, utterance: Utterance, told: Sequence[Sentence]) -> bool:
    """Tell words of the last sentence whose speaker follows them behind a dash."""
    if utterance.cue is None or len(utterance.contents) != 1 or utterance.contents[0][0] < told[-2].start:
        return False
    start = min(utterance.cue[0], (utterance.source or utterance.cue)[0])
    return reading.text[:start].rstrip().endswith(tuple(DASHES)) and utterance.contents[0][1] <= start


def _signed(reading: Reading, told: Sequence[Sentence]) -> Utterance | None:
    """Return a paragraph that ends in the full name of who speaks."""
    last = told[-1]
    names = reading.cast.names_in(last.first, last.last)
    words = reading.tokens.lowers[last.first : last.last]
    if len(names) != 1 or names[0].kind != "person" or names[0].end - names[0].start < 2:
        return None
    if len([word for word in words if word.isalpha()]) != names[0].end - names[0].start:
        return None
    speaker = reading.cast.resolve(names[0].start, names[0].end)
    if speaker is None or speaker.kind != "person":
        return None
    source = (last.start, last.end)
    return Utterance(speaker, RULE, [(told[0].start, told[-2].end)], last.paragraph, source)
