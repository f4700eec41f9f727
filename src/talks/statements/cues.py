"""Find the cues of a sentence: which verb credits which words to whom."""

from __future__ import annotations

from talks.codebook.speech import Cue
from talks.reading import Reading, Sentence
from talks.statements.agents import read_as, read_passive, source_of
from talks.statements.following import GENERAL, find_following
from talks.statements.found import Found
from talks.statements.inversion import OPEN_RELATIVES, read_inverted
from talks.statements.preceding import find_around, find_preceding
from talks.statements.view import View
from talks.syntax import Verb

__all__ = ["find_cues"]


def find_cues(reading: Reading, sentence: Sentence) -> tuple[View, list[Found]]:
    """Return the cues of a sentence, in order; their contents are still to be shared out."""
    view = View(reading, sentence)
    found = (_find(view, number, verb) for number, verb in enumerate(sentence.parse.verbs))
    return view, [cue for cue in found if cue]


def _find(view: View, number: int, verb: Verb) -> Found | None:
    known = view.speech.cues
    cues = known.get(f"{verb.lemma} {verb.particle}") if verb.particle else None
    cues = cues or known.get(verb.lemma)
    if not cues or view.in_quotes(verb.start) or verb.modal in view.speech.untold:
        return None
    as_told = read_as(view, number, verb, cues)
    if as_told:
        return as_told
    told = verb.passive or (verb.form == "finite" and verb.subject < 0)
    asked = read_passive(view, number, verb, cues) if told else None
    return asked if asked or verb.passive else _read(view, number, verb, cues)


def _read(view: View, number: int, verb: Verb, cues: tuple[Cue, ...]) -> Found | None:
    inverted = read_inverted(view, number, verb, cues)
    if inverted:
        return inverted
    source = source_of(view, verb)
    if source < 0:
        return None
    said = [cue for cue in cues if cue.recorded]
    acted = [cue for cue in cues if not cue.recorded]
    return (
        _read_following(view, number, source, said)
        or _read_preceding(view, number, source, said)
        or _read_following(view, number, source, acted)
    )


def _read_following(view: View, number: int, source: int, cues: list[Cue]) -> Found | None:
    verb = view.parse.verbs[number]
    for cue in cues:
        after = find_following(view, number, verb, cue)
        if after.start < 0 or (verb.form == "ing" and not _tells(view, cue, after.start)):
            continue
        if _needs_fact(cue) and (verb.modal or verb.negated):
            continue
        if verb.form != "ing" and _resumes(view, after.start) and find_preceding(view, verb.clause, cue):
            return None  # "It has two parts, he explained: one on …" goes on after the colon
        return Found(cue, number, source, verb.clause, after.end, after.start, None, after.addressee)
    return None


def _resumes(view: View, start: int) -> bool:
    """Tell a content that stands after a colon, or is quoted: it may go on from one before the cue."""
    piece = view.at.get(start, len(view.pieces))
    quoted = view.kind(piece) == "quotation" or view.quoted_after(piece - 1)
    return view.reading.tokens.lowers[start - 1] == ":" or quoted


def _read_preceding(view: View, number: int, source: int, cues: list[Cue]) -> Found | None:
    verb = view.parse.verbs[number]
    cue = next((cue for cue in cues if cue.takes & GENERAL), None)
    relative = verb.marker in view.reading.codebook.grammar.words["relative"] - OPEN_RELATIVES
    if cue is None or relative or verb.form == "ing":
        return None
    after = find_following(view, number, verb, cue)
    left = find_preceding(view, verb.clause, cue) or find_around(view, verb, after.end)
    if left is None:
        return None
    return Found(cue, number, source, verb.clause, after.end, -1, left, after.addressee)


def _tells(view: View, cue: Cue, start: int) -> bool:
    """Tell a gerund that gives words from one that only names a thing: left, criticising the map."""
    quoted = view.kind(view.at.get(start, -1)) == "quotation" or view.ends_quoted(start + 1)
    return quoted or "object" not in cue.takes or "clause" in cue.takes


def _needs_fact(cue: Cue) -> bool:
    """Tell a cue that takes only a thing: what was not, or may be, welcomed is no utterance."""
    return not cue.takes & GENERAL or "object" in cue.takes
