"""Who is meant by the phrase that is the source of an utterance."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from talks.names import Actor, Name
from talks.reading import Reading, Sentence
from talks.statements.apposition import (
    find_apposed_to,
    find_apposition,
    is_person,
    is_post_of,
    learn,
    learn_party,
    owner_of,
)
from talks.statements.joint import find_joint, is_writing
from talks.syntax import Phrase

__all__ = ["find_speaker"]

OFFICE = 3  # words of "the Norlandic ministry"
DESCRIBING = frozenset({"preposition", "adjective", "participle", "noun"})  # pieces that tell of a source
DESCRIBED = 4  # of them at most
SHORT = 2  # words of "the WGP"; letters beyond which capitals are initials


def find_speaker(
    reading: Reading, sentence: Sentence, number: int, told: int | None = None
) -> tuple[Actor | None, tuple[int, int]]:
    """Return whom a phrase means, with the tokens that say so; a name in apposition comes first.

    A pronoun is read as it stood before the token `told`, where the words begin that are credited to it.
    """
    phrases = sentence.parse.phrases
    phrase = phrases[number]
    joint = find_joint(reading, sentence, number)
    if joint:
        return joint, (phrase.start, phrase.end)
    owner = owner_of(reading, phrases, number)
    actor = reading.cast.resolve(phrase.start, phrase.end, owner, told)
    if actor is None or actor.kind == "office":
        actor = (None if owner else _recalled(reading, phrase, actor)) or actor or _thing(reading, phrase)
    if actor and actor.kind == "unnamed" and actor.party is None and actor.plural:
        actor = actor._replace(party=_side_before(reading, sentence, number))
    if actor and (actor.anonymous or actor.kind == "thing"):
        actor = _described(reading, sentence, phrase, actor)
    beside = find_apposition(reading, sentence, number)
    if actor and actor.kind == "unnamed" and not actor.plural:
        before = find_apposed_to(reading, sentence, number)
        named = reading.cast.resolve(before.start, before.end) if before else None
        if before and named and named.kind == "person":
            learn(reading, named, actor)
            return learn_party(reading, sentence, named, number), (before.start, phrase.end)
    if beside is None:
        return _behind(reading, sentence, number, actor) or (actor, (phrase.start, phrase.end))
    named = reading.cast.resolve(beside.start, beside.end)
    if (
        named
        and named.kind == "person"
        and (
            actor is None
            or actor.kind != "person"
            or actor.name == named.name
            or is_post_of(reading, sentence, number, beside)
        )
    ):
        learn(reading, named, actor)
        return learn_party(reading, sentence, named, number), (phrase.start, beside.end)
    if actor and actor.kind == "person":
        learn(reading, actor, named)
        actor = learn_party(reading, sentence, actor, beside.number)
    return actor, (phrase.start, phrase.end)


def _side_before(reading: Reading, sentence: Sentence, number: int) -> str | None:
    """Return the side of a place with which a sentence opens: In Harvik, officials said."""
    opening = sentence.parse.phrases[0]
    if number == 0 or opening.prep not in reading.codebook.grammar.words["owning"]:
        return None
    names = reading.cast.names_in(opening.start, opening.end)
    entry = names[0].entry if len(names) == 1 and opening.end - opening.start == 1 else None
    return (entry.party or entry.name) if entry and entry.kind in ("party", "metonym", "place") else None


def _described(reading: Reading, sentence: Sentence, phrase: Phrase, source: Actor) -> Actor:
    """Name a source by what is told of it beside the word: source familiar with the matter."""
    lowers, pieces = reading.tokens.lowers, sentence.parse.pieces
    at = bisect_left(pieces, phrase.end, key=itemgetter(1))
    if lowers[phrase.end - 1] not in reading.codebook.speech.sources:
        return source
    last = at
    while last < len(pieces) and pieces[last][0] in DESCRIBING and last - at < DESCRIBED:
        last += 1
    if last == at or (pieces[last - 1][0] != "noun" and last < len(pieces)):
        return source
    start, end = reading.chars(phrase.end, pieces[last - 1][2])
    word = source.name.split()[-1] if source.kind == "thing" else source.name
    return source._replace(name=f"{word} {reading.text[start:end]}", kind="unnamed", anonymous=True)


def _behind(
    reading: Reading, sentence: Sentence, number: int, actor: Actor | None
) -> tuple[Actor | None, tuple[int, int]] | None:
    """Return who is named behind a post or a writing: aide to the Council Anna Berg, letter from Quent."""
    phrases, start = sentence.parse.phrases, sentence.parse.phrases[number].start
    if actor is None or actor.kind not in ("unnamed", "thing"):
        return None
    if reading.tokens.lowers[phrases[number].end - 1] in reading.codebook.speech.members:
        return _institute(reading, sentence, number)
    if is_writing(reading, phrases[number]):
        return _author(reading, sentence, number)
    last = number
    while (
        last + 1 < len(phrases)
        and phrases[last + 1].role == "prep"
        and phrases[last + 1].after == "preposition"
    ):
        last += 1
    beyond = phrases[last]
    names = reading.cast.names_in(beyond.start, beyond.end) if last > number else ()
    if (
        actor.post is None
        or not names
        or names[-1].end != beyond.end
        or not _is_added(reading, beyond, names[-1])
    ):
        return None
    return reading.cast.resolve(beyond.start, beyond.end), (start, beyond.end)


def _institute(
    reading: Reading, sentence: Sentence, number: int
) -> tuple[Actor | None, tuple[int, int]] | None:
    """Return the body that speaks through those who work there: analysts at the Peace Institute."""
    start, within = sentence.parse.phrases[number].start, reading.codebook.speech.within
    beside = next(iter(sentence.parse.phrases[number + 1 : number + 2]), None)
    if beside is None or beside.left != number or beside.prep not in within:
        return None
    names = reading.cast.names_in(beside.start, beside.end)
    body = reading.cast.resolve(beside.start, names[-1].end) if names else None
    return (body, (start, beside.end)) if body and body.kind in ("body", "office") else None


def _is_added(reading: Reading, phrase: Phrase, name: Name) -> bool:
    """Tell a name that no post before it bears: aide to the office Anna Berg, not to President Quent."""
    before = name.start - 1
    if not is_person(name) or before < phrase.start or reading.classes[before] not in "nN":
        return False
    bodies = (reading.cast.resolve(at, name.start) for at in range(phrase.start, name.start))
    office = any(body and body.kind == "office" for body in bodies)
    return office or not reading.cast.is_post(phrase.start, name.start)


def _author(reading: Reading, sentence: Sentence, number: int) -> tuple[Actor | None, tuple[int, int]] | None:
    """Return whose writing speaks: a letter from Quent says, Norland's statement said."""
    phrase, following = sentence.parse.phrases[number], number + 1
    beside = sentence.parse.phrases[following : following + 1]
    if (
        beside
        and beside[0].prep in reading.codebook.speech.authored
        and _hangs_on(sentence, beside[0], number)
    ):
        actor, span = find_speaker(reading, sentence, following)
        if actor and actor.kind != "thing":
            return actor, (phrase.start, span[1])
    names = reading.cast.names_in(phrase.start, phrase.end - 1)
    owner = reading.cast.resolve(phrase.start, names[-1].end) if names else None
    return (owner, (phrase.start, phrase.end)) if owner else None


def _hangs_on(sentence: Sentence, phrase: Phrase, number: int) -> bool:
    """Tell "a letter from Quent" and "a letter sent by Quent"."""
    sent = sentence.parse.verb_at(phrase.verb)
    by = sent is not None and phrase.prep == "by" and sent.start == sentence.parse.phrases[number].end
    return phrase.left == number or by


def _recalled(reading: Reading, phrase: Phrase, office: Actor | None) -> Actor | None:
    """Return the office told of before that "the ministry", or "the Norlandic ministry", stands for."""
    words = reading.tokens.lowers[phrase.start : phrase.end]
    if office is None and words[-1] in reading.cast.naming.words["states"]:
        return _state(reading, phrase)
    if office is None and words[-1] in reading.cast.naming.words["institutions"]:
        return _institution(reading, phrase)
    if len(words) > OFFICE or words[0] not in reading.codebook.grammar.words["pointing"]:
        return None
    if office is not None and office.name.split()[-1] != words[-1]:
        return _only_one(reading, phrase, office)  # the Foreign Ministry
    side = office.party if office else None
    offices = (a for a in reading.cast.told_before(phrase.start) if a.kind in ("office", "body"))
    fitting = (a for a in offices if side in (None, a.party) and words[-1] in a.name.lower().split())
    return next(fitting, None)


def _only_one(reading: Reading, phrase: Phrase, office: Actor) -> Actor | None:
    """Return the office told of before that has the name of one that is nobody's, if there is no other."""
    told = (a for a in reading.cast.told_before(phrase.start) if a.kind == "office" and a.party)
    named = {actor.name: actor for actor in told if actor.name.endswith(office.name)}
    return next(iter(named.values())) if len(named) == 1 and office.party is None else None


def _institution(reading: Reading, phrase: Phrase) -> Actor | None:
    """Return the body told of before that "the group", "the agency" stands for."""
    pointed = reading.tokens.lowers[phrase.start] in reading.codebook.grammar.words["pointing"]
    if not pointed or phrase.end - phrase.start > OFFICE:
        return None
    told = (a for a in reading.cast.told_before(phrase.start) if a.kind in ("office", "body", "party"))
    return next((actor for actor in told if not _is_country(reading, actor)), None)


def _state(reading: Reading, phrase: Phrase) -> Actor | None:
    """Return the state told of before that "the country" stands for, or that of whose country it is."""
    if phrase.end - phrase.start != SHORT:
        return None
    owner = reading.cast.resolve(phrase.start, phrase.start + 1)
    if owner and owner.party:
        return Actor(owner.party, "party", owner.party)
    pointed = reading.tokens.lowers[phrase.start] in reading.codebook.grammar.words["pointing"]
    told = reading.cast.told_before(phrase.start) if pointed else ()
    return next((actor for actor in told if _is_country(reading, actor)), None)


def _is_country(reading: Reading, actor: Actor) -> bool:
    """Tell a state from a movement or an organisation."""
    party = reading.cast.world.parties.get(actor.name) if actor.kind == "party" else None
    return party is not None and party.kind == "country"


def _thing(reading: Reading, phrase: Phrase) -> Actor | None:
    """Return what no name or post tells: a survey, critics; a pronoun for nobody told of stays unknown."""
    if phrase.end - phrase.start == 1 and reading.classes[phrase.start] in "pod":
        return None
    last = reading.tokens.words[phrase.end - 1]
    short = phrase.end - phrase.start <= SHORT and last.isalpha() and last.isupper() and len(last) > SHORT
    if short:
        return Actor(reading.cast.full.get(last, last), "body")
    start, end = reading.chars(phrase.start, phrase.end)
    return _bureau_of(reading, phrase) or Actor(reading.text[start:end], "thing")


def _bureau_of(reading: Reading, phrase: Phrase) -> Actor | None:
    """Return the body of a state that a phrase names: the Norlandic government's press office."""
    lowers, words = reading.tokens.lowers, reading.cast.naming.words
    names = reading.cast.names_in(phrase.start, phrase.end)
    last = lowers[phrase.end - 1]
    body = last in words["bureau"] or last in words["commissions"]
    entry = names[0].entry if names and body else None
    if entry is None or entry.kind == "person":
        return None
    start, end = reading.chars(phrase.start + (lowers[phrase.start] in words["determining"]), phrase.end)
    return Actor(reading.text[start:end], "body", entry.party)
