"""Whom "they", "the two men" and "the pair" mean: two people, or officials, of whom was told just before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from talks.events.who.unnamed import actor_of
from talks.names import Actor
from talks.reading import Reading, Sentence

__all__ = ["find_antecedents"]

PAIR = 2
BACK = 3  # sentences, with those quoted, among which the last one told is looked for

Range = tuple[int, int]


def find_antecedents(
    reading: Reading, sentence: Sentence, span: Range, pronouns: bool = True
) -> Iterator[Range]:
    """Yield the token ranges of those whom a plural phrase without a name means; nothing where in doubt.

    Without `pronouns`, "they" is left alone.
    """
    if sentence.inside or not _is_plural(reading, span, pronouns):
        return
    leading = reading.tokens.lowers[span[1] - 1] in reading.codebook.naming.leaders
    own = dict(_people(reading, sentence.first, span[0], leading))
    if own:
        yield from _pair(own)
        return
    before = _sentence_before(reading, sentence)
    told = dict(_people(reading, before.first, before.last, leading)) if before else {}
    if told:
        yield from _pair(told)
    elif before and not leading:
        yield from _officials(reading, before)


def _is_plural(reading: Reading, span: Range, pronouns: bool) -> bool:
    """Tell "they", "their", "the two", "the two leaders", "the pair"."""
    words, inside = reading.codebook.grammar.words, reading.tokens.lowers[span[0] : span[1]]
    if len(inside) == 1:
        return pronouns and inside[0] in words["them"] | words["theirs"]
    named = reading.cast.names_in(*span) or inside[0] not in words["counting_people"]
    people = words["couple"] | words["people"] | reading.codebook.naming.dignitaries
    people = people | reading.codebook.naming.leaders
    return not named and inside[-1] in people and not words["couple"].isdisjoint(inside)


def _people(reading: Reading, first: int, last: int, leading: bool) -> Iterator[tuple[Actor, Range]]:
    """Yield the people named between two tokens, or the leaders, each by where the name stands last."""
    for name in reading.cast.names_in(first, last):
        actor = actor_of(reading, name) if name.kind in ("person", "surname", "unknown") else None
        if actor is None or (leading and not reading.cast.leads(actor)):
            continue
        if actor.kind == "person" and actor.party:
            yield actor, (name.start, name.end)


def _pair(told: dict[Actor, Range]) -> Iterator[Range]:
    """Yield where two people of two sides are named; of several, nobody can tell which."""
    if len({actor.name for actor in told}) == len({actor.party for actor in told}) == PAIR:
        yield from told.values()


def _sentence_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the last sentence that is no quotation, of the same paragraph or the one before."""
    at = bisect_left(reading.sentences, sentence.start, key=lambda other: other.start)
    for other in reversed(reading.sentences[max(0, at - BACK) : at]):
        if not other.inside:
            return other if sentence.paragraph - other.paragraph <= 1 else None
    return None


def _officials(reading: Reading, told: Sentence) -> Iterator[Range]:
    """Yield the subject that names officials of two sides: the foreign ministers of Norland and Sudria."""
    phrases, naming = told.parse.phrases, reading.codebook.naming
    for number, phrase in enumerate(phrases):
        if phrase.role != "subject" or reading.tokens.lowers[phrase.end - 1] not in naming.dignitaries:
            continue
        sides = [p for p in phrases if p.left == number and p.prep == "of"]
        yield phrase.start, phrase.end
        yield from ((p.start, p.end) for p in sides)
        yield from (
            (p.start, p.end) for p in phrases if p.after == "coordinator" and p.left in (number, -1) and sides
        )
        return
