"""What stands beside a name, between commas, and says again who is meant."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from talks.names import Actor, Name
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = [
    "find_apposed_to",
    "find_apposition",
    "is_person",
    "is_post_of",
    "learn",
    "learn_party",
    "owner_of",
]

HOLDERS = ("unnamed", "person", "body")  # kinds of those who hold a post, or are with others who do
NEAR = 5  # phrases after a name within which its apposition begins


def find_apposition(reading: Reading, sentence: Sentence, number: int) -> Phrase | None:
    """Return the phrase between commas that says again who is meant; a post may be that of a name between."""
    pieces, phrases = sentence.parse.pieces, sentence.parse.phrases
    named, start = False, phrases[number].end
    for phrase in phrases[number + 1 : number + 1 + NEAR]:
        if phrase.role == "subject" or _is_done(sentence, start, phrase.start):
            return None
        at = bisect_left(pieces, phrase.start, key=itemgetter(1))
        begins = 0 < at < len(pieces) and pieces[at][1] == phrase.start
        if begins and pieces[at - 1][0] == "comma" and phrase.role in ("free", "object"):
            return None if named and reading.cast.is_post(phrase.start, phrase.end) else phrase
        if phrase.role != "prep":
            return None
        if begins and _is_set_off(reading, pieces, at, phrase):
            return phrase
        names = reading.cast.names_in(phrase.start, phrase.end)
        named = named or any(name.kind == "person" for name in names)
    return None


def learn_party(reading: Reading, sentence: Sentence, person: Actor, number: int) -> Actor:
    """Return somebody with the party of the post that a phrase gives, and remember it: Anna Berg, the envoy.

    A post that is over, and that of who only studies what others do, make nobody speak for a party.
    """
    phrases = sentence.parse.phrases
    if person.person or person.kind != "person" or number < 0:
        return person
    phrase = phrases[number]
    post = reading.cast.resolve(phrase.start, phrase.end, owner_of(reading, phrases, number))
    naming = reading.cast.naming
    former = not naming.former.isdisjoint(reading.tokens.lowers[phrase.start : phrase.end])
    inside = reading.cast.names_in(phrase.start, phrase.end)
    named = any(is_person(name) and name.end == phrase.end for name in inside)  # not: Stenmoe's envoy
    if post is None or post.kind not in HOLDERS or post.party is None or former or named:
        return person
    if post.post in naming.words["onlookers"]:
        return person
    reading.cast.posts[person.name] = (post.post or "", post.party)
    return person._replace(party=post.party)


def owner_of(reading: Reading, phrases: list[Phrase], number: int) -> tuple[int, int] | None:
    """Return the tokens that tell of whom a post or a body is: the envoy of Norland."""
    following = phrases[number + 1] if number + 1 < len(phrases) else None
    owning = reading.codebook.grammar.words["owning"]
    if following is None or following.prep not in owning or following.left != number:
        return None
    last = following
    for phrase in phrases[following.number + 1 :]:
        named = any(is_person(name) for name in reading.cast.names_in(phrase.start, phrase.end))
        held = reading.cast.is_post(last.start, last.end)  # nor: of the chancellor of Norland
        if phrase.prep != "of" or phrase.left != last.number or named or held:
            break
        last = phrase  # the spokesman for the foreign ministry of Norland
    return following.start, last.end


def find_apposed_to(reading: Reading, sentence: Sentence, number: int) -> Phrase | None:
    """Return the name to which a post is added without a second comma: Anna Berg, the envoy said."""
    pieces, phrases = sentence.parse.pieces, sentence.parse.phrases
    at = bisect_left(pieces, phrases[number].start, key=itemgetter(1))
    before = phrases[number - 1] if number and at >= 2 and pieces[at - 1][0] == "comma" else None
    if before is None or before.role != "free" or pieces[at - 2][1:] != (before.start, before.end):
        return None
    names = reading.cast.names_in(before.start, before.end)
    named = bool(names) and names[-1].end == before.end and is_person(names[-1])
    opens = at == 2 or pieces[at - 3][0] in ("subordinator", "coordinator", "comma", "quotation")
    return before if named and opens else None


def _is_set_off(reading: Reading, pieces: list[tuple[str, int, int]], at: int, phrase: Phrase) -> bool:
    """Tell a name between commas, with a post or without: its head of operations, Anna Berg, said."""
    commas = [pieces[n][0] if 0 <= n < len(pieces) else "" for n in (at - 1, at + 1)]
    names = reading.cast.names_in(phrase.start, phrase.end)
    if commas != ["comma", "comma"] or not names or names[-1].end != phrase.end:
        return False
    first = names[-1].start
    titled = set(reading.tokens.words[phrase.start : first]) <= reading.cast.naming.titles
    return is_person(names[-1]) and (titled or reading.cast.is_post(phrase.start, first))


def is_person(name: Name) -> bool:
    """Tell a person's name: one that is known, or two words that are not."""
    return name.kind == "person" or (name.kind == "unknown" and name.end - name.start > 1)


def is_post_of(reading: Reading, sentence: Sentence, number: int, beside: Phrase) -> bool:
    """Tell a post that others may hold, too, from that of the name beside it: the envoy for Norland, Ask."""
    phrases = sentence.parse.phrases[number : beside.number]
    named = any(is_person(name) for name in reading.cast.names_in(phrases[0].start, phrases[0].end))
    return not named and not any(reading.cast.is_post(p.start, p.end) for p in phrases[1:])


def learn(reading: Reading, person: Actor, post: Actor | None) -> None:
    """Remember the post that an apposition gives to somebody."""
    if post and post.post:
        reading.cast.posts.setdefault(person.name, (post.post, post.party or person.party))


def _is_done(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a main verb stands between a subject and what could say again who is meant."""
    verbs = (verb for verb in sentence.parse.verbs if first <= verb.start < last)
    return any(verb.form == "finite" and not verb.marker for verb in verbs)
