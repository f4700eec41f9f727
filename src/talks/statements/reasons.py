"""One utterance told by two verbs: dismissed the idea, saying that the list was not ready."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talks.reading import Reading
from talks.statements.utterance import Utterance

__all__ = ["join_reasons"]

GERUND = "g"  # class of words in -ing


def join_reasons(reading: Reading, utterances: Sequence[Utterance]) -> list[Utterance]:
    """Return utterances, those that only give the words of the one before them made one with it."""
    out: list[Utterance] = []
    for utterance in utterances:
        if out and _gives_words_of(reading, out[-1], utterance):
            out[-1] = replace(out[-1], contents=[*out[-1].contents, *utterance.contents])
        else:
            out.append(utterance)
    return out


def _gives_words_of(reading: Reading, first: Utterance, second: Utterance) -> bool:
    """Tell a verb in -ing behind a comma that goes with the verb of saying before it."""
    if second.cue is None or first.source != second.source or first.speaker != second.speaker:
        return False
    if second.verb == first.verb or second.verb not in reading.codebook.speech.reasoning:
        return False
    end = max(end for _, end in first.contents)
    behind = first.cue is not None and first.cue[1] < end <= second.cue[0]
    gerund = reading.classes[reading.tokens.at(second.cue[0])] == GERUND
    return behind and gerund and reading.text[end : second.cue[0]].strip() == ","
