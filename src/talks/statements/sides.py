"""What sides say or do as a whole: each of the other, both of them, one that pledged to wait."""

from __future__ import annotations

from talks.names import Actor
from talks.reading import Reading, Sentence
from talks.statements.found import Found
from talks.statements.joint import JOINT
from talks.statements.leaders import find_leaders
from talks.syntax import Phrase

__all__ = ["is_of_outlet", "is_of_sides", "speak_as_sides"]


def is_of_sides(reading: Reading, sentence: Sentence, cue: Found, actor: Actor | None) -> bool:
    """Tell what nobody in particular says: what sides say without being told apart, what one only does."""
    if cue.cue.personal and _is_side(actor) and not _is_worded(reading, sentence, cue):
        return True
    return _is_mutual(reading, sentence, cue, actor)


def is_of_outlet(reading: Reading, sentence: Sentence, source: int) -> bool:
    """Tell the writer's own people, who are no source: our correspondent, my colleague Mira Tolan."""
    phrase, speech = sentence.parse.phrases[source], reading.codebook.speech
    words = reading.tokens.lowers[phrase.start : phrase.end]
    if words[0] not in speech.ours or sentence.inside is not None:
        return False
    return not speech.colleagues.isdisjoint(words)


def speak_as_sides(one: Actor | None, other: Actor | None) -> bool:
    """Tell two who are not told apart: Norland and Sudria, the Norlandic and Sudrian governments."""
    if one is None or other is None:
        return False
    return one.kind == "party" and (other.kind == "party" or other.plural)


def _is_side(actor: Actor | None) -> bool:
    return actor is not None and (actor.kind == "party" or (actor.kind == "unnamed" and actor.plural))


def _is_worded(reading: Reading, sentence: Sentence, cue: Found) -> bool:
    """Tell words that are given from a mere act: promised that it would wait; not: promised to wait."""
    first, last = cue.contents[0]
    if reading.tokens.lowers[first] in reading.codebook.speech.clauses:
        return True
    main = (v for v in sentence.parse.verbs if v.form == "finite" and not v.marker)
    return any(first <= verb.start < last for verb in main)


def _is_mutual(reading: Reading, sentence: Sentence, cue: Found, actor: Actor | None) -> bool:
    """Tell what each says of the other, and what officials in both capitals say."""
    lowers, phrases, speech = reading.tokens.lowers, sentence.parse.phrases, reading.codebook.speech
    first, last = cue.contents[0]
    if lowers[phrases[cue.source].start] in speech.distributive:
        return True
    if last - first > 1 and lowers[first] in speech.reciprocal and lowers[first + 1] in speech.others:
        return True
    both = reading.codebook.grammar.words["of_both"]
    owners = [phrase for phrase in phrases if phrase.left == cue.source]
    if any(lowers[phrase.start] in both for phrase in owners):
        return True
    if actor is not None and actor.name == JOINT:
        return False
    of_two = any(_is_of_two(reading, sentence, phrase) for phrase in owners)
    return of_two and not find_leaders(reading, sentence, cue.source)  # each of whom says it


def _is_of_two(reading: Reading, sentence: Sentence, owner: Phrase) -> bool:
    """Tell those of two sides who speak as one: officials in Harvik and Belmora, governments of both."""
    following = sentence.parse.phrases[owner.number + 1 : owner.number + 2]
    if not following or following[0].after != "coordinator" or following[0].start > owner.end + 1:
        return False
    one, other = (_sides_of(reading, phrase) for phrase in (owner, following[0]))
    return bool(one and other) and one != other


def _sides_of(reading: Reading, phrase: Phrase) -> set[str]:
    entries = (name.entry for name in reading.cast.names_in(phrase.start, phrase.end))
    return {entry.party or entry.name for entry in entries if entry}
