"""Joint statements: both countries said in a joint statement; a Norlandic-Sudrian statement said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from talks.joint import join_parties
from talks.names import Actor, Name
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["JOINT", "declare_together", "find_joint", "is_joint_again", "is_writing"]

JOINT = "Joint statement"
SEVERAL = 2
NEAR = 12  # sentences back in which a joint writing is called so


def find_joint(reading: Reading, sentence: Sentence, number: int) -> Actor | None:
    """Return the joint statement that a phrase is: one called so, or one of two sides."""
    phrases = sentence.parse.phrases
    phrase = phrases[number]
    if not is_writing(reading, phrase):
        return None
    sides, speech = _sides_in(reading, [phrase]), reading.codebook.speech
    owners = _owners(reading, phrases, number)
    gathered = any(reading.tokens.lowers[owner.end - 1] in speech.gatherings for owner in owners)
    if len(sides) < SEVERAL and not gathered and not _is_joint(reading, phrase):
        return None
    return _joint(sides or _sides_in(reading, owners))


def is_joint_again(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "the document", of a joint statement of which the article has told not long before."""
    lowers, speech = reading.tokens.lowers, reading.codebook.speech
    pointed = lowers[phrase.start] in reading.codebook.grammar.words["pointing"]
    if (
        not pointed
        or phrase.end - phrase.start != SEVERAL
        or lowers[phrase.end - 1] not in speech.communiques
    ):
        return False
    at = bisect_left(reading.sentences, sentence.start, key=attrgetter("start"))
    named = (p for other in reading.sentences[max(0, at - NEAR) : at] for p in other.parse.phrases)
    writings = speech.documents | speech.communiques
    none = reading.codebook.grammar.words["none"]
    told = (p for p in named if lowers[p.end - 1] in writings and lowers[p.start] not in none)
    return any(_is_joint(reading, phrase) for phrase in told)


def declare_together(
    reading: Reading, sentence: Sentence, verb: int, speakers: Sequence[int]
) -> Actor | None:
    """Return the joint statement in which the subjects of a verb say something, if it is one."""
    phrases = sentence.parse.phrases
    told = [p for p in phrases if is_writing(reading, p)]
    if not told:
        return None
    shared = _are_sides(reading, [phrases[at] for at in speakers])  # in a letter, which is one of both
    writings = [p for p in told if _is_joint(reading, p) or (shared and p.prep == "in")]
    start = sentence.parse.verbs[verb].start  # of "saying" in "issued a joint statement saying"
    opens = {
        verb,
        _verb_before(sentence, phrases[speakers[0]].start),
    }  # they met, and in a statement both said
    if not any(p.end == start or (p.prep == "in" and (p.verb in opens or p.number == 0)) for p in writings):
        return None
    spoken = [phrase for at in speakers for phrase in (phrases[at], *_owners(reading, phrases, at))]
    sides = _sides_in(reading, spoken)
    return _joint(sides) if len(sides) != 1 else None


def _verb_before(sentence: Sentence, token: int) -> int:
    """Return the last main verb before a token, -1 for none."""
    verbs = sentence.parse.verbs
    before = (n for n, v in enumerate(verbs) if v.form == "finite" and not v.marker and v.start < token)
    return max(before, default=-1)


def _are_sides(reading: Reading, phrases: Sequence[Phrase]) -> bool:
    """Tell two or more sides, and nobody else."""
    actors = [reading.cast.resolve(phrase.start, phrase.end) for phrase in phrases]
    return len(actors) >= SEVERAL and all(actor is not None and actor.kind == "party" for actor in actors)


def _joint(sides: Sequence[str]) -> Actor:
    party = join_parties(sides) if len(sides) >= SEVERAL else None
    return Actor(JOINT, "body", party=party)


def is_writing(reading: Reading, phrase: Phrase) -> bool:
    """Tell a phrase that names something written: the statement, a letter."""
    return reading.tokens.lowers[phrase.end - 1] in reading.codebook.speech.documents


def _is_joint(reading: Reading, phrase: Phrase) -> bool:
    """Tell what several give out: a joint statement, the summit's final communique; not: Quent's letter."""
    words, speech = reading.tokens.lowers[phrase.start : phrase.end], reading.codebook.speech
    definite = words[0] in reading.codebook.grammar.words["pointing"]
    named = bool(reading.cast.names_in(phrase.start, phrase.end))
    gathered = definite and not named and not speech.gatherings.isdisjoint(words[:-1])
    return gathered or not speech.joint.isdisjoint(words)


def _owners(reading: Reading, phrases: Sequence[Phrase], number: int) -> list[Phrase]:
    """Return those whose writing, or leaders, a phrase tells of: the statement of Norland and Sudria."""
    authored = reading.codebook.speech.authored
    owner = [p for p in phrases[number + 1 : number + 2] if p.prep in authored and p.left == number]
    joined = [p for p in phrases[number + 2 : number + 3] if owner and p.after == "coordinator"]
    return [*owner, *joined]


def _sides_in(reading: Reading, phrases: Iterable[Phrase]) -> list[str]:
    """Return the sides named in phrases, each once."""
    names = (name for phrase in phrases for name in reading.cast.names_in(phrase.start, phrase.end))
    sides = (_side_of(reading, name) for name in names)
    return list(dict.fromkeys(side for side in sides if side))


def _side_of(reading: Reading, name: Name) -> str | None:
    actor = reading.cast.resolve(name.start, name.end)
    return actor.party or (actor.name if actor.kind == "party" else None) if actor else None
