"""Who is told to have stayed away from an encounter, or not to have been asked to it."""

from __future__ import annotations

from talks.events.phrases import phrase_of
from talks.reading import Reading, Sentence
from talks.syntax import Verb

__all__ = ["find_absent"]


def find_absent(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """Return the parties that a sentence tells to be absent: without Sudria, which was not invited."""
    told = (name for name in reading.cast.names_in(sentence.first, sentence.last) if name.kind == "party")
    away = (
        (n.entry.party or n.entry.name)
        for n in told
        if n.entry and _is_away(reading, sentence, n.start, n.end)
    )
    return frozenset(away)


def _is_away(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Tell "without Sudria", "Sudria absent", "the absence of Sudria", "Sudria was not invited"."""
    phrase, lowers = phrase_of(sentence, first), reading.tokens.lowers
    words = reading.codebook.grammar.words
    if phrase is None or not words["away"].issuperset(lowers[last : phrase.end]):
        return False  # without Sudria's consent
    if phrase.prep in reading.codebook.statuses.absent or lowers[phrase.end - 1] in words["away"]:
        return True
    left = sentence.parse.phrases[phrase.left] if phrase.left >= 0 else None
    if left is not None and phrase.prep == "of" and lowers[left.end - 1] in words["away"]:
        return True
    own = (verb for verb in sentence.parse.verbs if verb.subject == phrase.number and verb.form == "finite")
    return any(_is_not_there(reading, verb) for verb in own)


def _is_not_there(reading: Reading, verb: Verb) -> bool:
    """Tell "was not invited", "did not attend", "was not present"."""
    words, lowers = reading.codebook.grammar.words, reading.tokens.lowers
    after = lowers[verb.end : verb.end + 1]
    if verb.lemma == "be":
        there = words["there"] if verb.negated else words["away"]
        return not there.isdisjoint(after)
    came = words["inviting"] if verb.passive else words["present"]
    part = verb.lemma == "take" and not words["there"].isdisjoint(after)
    return verb.negated and (part or verb.lemma in came)
