"""What an utterance is about: its words, and where they leave it open, those before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from talks.codebook.topics import Counts
from talks.models import Stance
from talks.reading import Reading
from talks.statements.subjects import Subjects
from talks.statements.utterance import Utterance
from talks.text import tokenise

__all__ = ["topics_of"]

NAMED, HINTED = 3.0, 1.0  # what a word weighs that names a topic, and one that only goes with it
OFTEN = 2  # a topic's words count no more often than this: a long utterance has one subject all the same
TOLD, TOLD_AROUND = 1.5, 0.5  # a happening told of in it, and of the weight of words around it
MEETING = 3.0  # two leaders who meet weigh more than the words of their meeting
BEFORE, ABOVE = 1.0, 0.15  # words of the sentence before it, of the paragraphs above
AFTER, HEADLINE = 0.5, 0.8  # words of the sentence after it, of the headline
SENTENCE = 1.5  # words around it in its own sentence, which count whatever it names
FADING = 0.9  # from one sentence to the one before it
USUAL_AROUND = 0.6  # the usual subject is named everywhere, and tells less of what is spoken of
PARAGRAPHS, SENTENCES = 2, 3  # how far back a subject is looked for
HINT_BEFORE = 0.1  # of the weight of a word before that names a topic
SAID_ENOUGH = 0.1  # what is left of the context where the utterance names its subject
SHARE = 0.5  # of the best topic's weight, from which another one counts too
SHARE_AROUND = 0.8  # the same where the utterance names none
MOST = 2  # topics of an utterance
PAIR = 2
FIRST = attrgetter("first")
NOUN = re.compile("'[aN]{0,2}n|n")  # classes of what stands behind a name that owns or qualifies it
TITLE = (-1, -1)  # stands for the tokens of the title


class _Where(NamedTuple):
    """Where an utterance stands: its paragraph, its tokens, the first of them and the end of the last."""

    paragraph: int
    ranges: list[tuple[int, int]]
    start: int
    end: int


def topics_of(reading: Reading, utterance: Utterance, stance: Stance, subjects: Subjects) -> tuple[str, ...]:
    """Return the topics that weigh most, the heaviest first; without any, the usual one.

    `subjects` are those of the happenings that the article tells of.
    """
    topics, ranges = reading.codebook.topics, _ranges(reading, utterance)
    where = _Where(utterance.paragraph, ranges, min(a for a, _ in ranges), max(b for _, b in ranges))
    lowers = [word for first, last in ranges for word in reading.tokens.lowers[first:last]]
    one = len(ranges) == 1  # where there are more, a phrase can begin in one and end in the next
    named, hinted = _count(reading, *ranges[0]) if one else topics.see(lowers).count()
    scores = defaultdict(float, _weigh(named, hinted, NAMED, HINTED))
    told = dict.fromkeys(topic for first, last in ranges for topic in subjects.within(first, last))
    for topic in told:
        scores[topic] += TOLD
    if topics.leaders in told and topics.usual not in told:  # the talks that it speaks of are the summit
        scores[topics.leaders] = max(scores[topics.leaders], scores.pop(topics.usual, 0.0))
    summit = _is_summit(reading, utterance, where, lowers)
    if summit:
        scores[topics.leaders] += MEETING
        scores[topics.usual] -= MEETING
    apart = named.keys() == {topics.rest}  # ice hockey is no matter of the talks told of around it
    for topic, weight in _context(reading, where, subjects, SAID_ENOUGH if named or told else 1.0).items():
        if not apart or scores.get(topic):
            scores[topic] += weight
    if summit and _is_host(reading, utterance, where):
        scores[topics.hosting] += scores[topics.leaders]
    if stance is Stance.ACCUSES and scores[topics.usual] > 0:
        scores[topics.accusing] += scores[topics.usual]
    return _heaviest(scores, SHARE if named else SHARE_AROUND, topics.rest) or (topics.usual,)


def _weigh(
    named: Mapping[str, int], hinted: Mapping[str, int], heavy: float, light: float
) -> dict[str, float]:
    scores = {topic: min(count, OFTEN) * heavy for topic, count in named.items()}
    for topic, count in hinted.items():
        scores[topic] = scores.get(topic, 0.0) + min(count, OFTEN) * light
    return scores


def _heaviest(scores: dict[str, float], share: float, rest: str) -> tuple[str, ...]:
    best = max(scores.values(), default=0.0)
    order = sorted(scores.items(), key=lambda row: -row[1])
    ranked = [topic for topic, weight in order if weight > 0 and weight >= share * best]
    return tuple(topic for topic in ranked[:MOST] if topic != rest or topic == ranked[0])


def _ranges(reading: Reading, utterance: Utterance) -> list[tuple[int, int]]:
    """Return the tokens of what is said."""
    tokens = reading.tokens
    return [(tokens.at(start), tokens.ending_by(end)) for start, end in utterance.contents]


# --- leaders who meet -----------------------------------------------------------------------------


def _is_summit(reading: Reading, utterance: Utterance, where: _Where, lowers: Sequence[str]) -> bool:
    """Tell whether two leaders, of whom one can be the speaker, are said to meet.

    Where the words tell plainly of a meeting, they can be named just before.
    """
    topics, present = reading.codebook.topics, set(lowers)
    meeting = not topics.encounters.isdisjoint(present)
    if not topics.remote.isdisjoint(present) or not (meeting or topics.journeys & present):
        return False
    leaders = set(_leaders(reading, where.ranges))
    if utterance.speaker and reading.cast.leads(utterance.speaker):
        leaders.add(utterance.speaker.name)
    if meeting and len(leaders) < PAIR and present.isdisjoint(reading.codebook.naming.delegations):
        before = [(first, last) for first, last, _ in _before(reading, where)]
        leaders |= _leaders(reading, [*_beside(reading, where), *before]).keys()
    return len(leaders) >= PAIR


def _leaders(reading: Reading, ranges: list[tuple[int, int]]) -> dict[str, str | None]:
    """Return the leaders named in ranges of tokens, with their parties."""
    cast = reading.cast
    names = [name for span in ranges for name in cast.names_in(*span) if not _owns(reading, name.end)]
    actors = [cast.resolve(name.start, name.end) for name in names]
    return {actor.name: actor.party for actor in actors if actor and cast.leads(actor)}


def _is_host(reading: Reading, utterance: Utterance, where: _Where) -> bool:
    """Tell whether a speaker would have two leaders of other countries meet in the speaker's own."""
    home = utterance.speaker.party if utterance.speaker else None
    guests = {party for party in _leaders(reading, where.ranges).values() if party not in (None, home)}
    if home is None or len(guests) < PAIR:
        return False
    names = [name for span in where.ranges for name in reading.cast.names_in(*span)]
    locative, lowers = reading.codebook.grammar.words["locative"], reading.tokens.lowers
    towns = [name.entry.place for name in names if name.entry and lowers[name.start - 1] in locative]
    return any(town and town.country == home for town in towns)


def _owns(reading: Reading, at: int) -> bool:
    """Tell whether a name that ends there only tells whose another is: Quent's envoy; not Quent's visit."""
    topics, found = reading.codebook.topics, NOUN.match(reading.classes, at)
    if not found or reading.tokens.lowers[found.end() - 1] in topics.encounters | topics.journeys:
        return False
    named, hinted = _count(reading, found.end() - 1, found.end())
    return {topics.usual, topics.leaders}.isdisjoint({*named, *hinted})


# --- what was being spoken of ---------------------------------------------------------------------


def _context(reading: Reading, where: _Where, subjects: Subjects, left: float) -> dict[str, float]:
    """Weigh the topics around an utterance: in its own sentence, and what is `left` of those farther off."""
    scores: defaultdict[str, float] = defaultdict(float)

    def add(counts: Counts, told: Iterable[str], weight: float) -> None:
        for topic, score in _weigh(*counts, weight, weight * HINT_BEFORE).items():
            scores[topic] += score
        for topic in told:
            scores[topic] += TOLD_AROUND * weight

    for first, last, weight in (*_before(reading, where), *_after(reading, where)):
        add(_count(reading, first, last), subjects.within(first, last), weight * left)
    add(_count_title(reading), (), HEADLINE * left)
    scores[reading.codebook.topics.usual] *= USUAL_AROUND
    for first, last in _beside(reading, where):
        add(_count(reading, first, last), subjects.within(first, last), SENTENCE)
    scores.pop(reading.codebook.topics.rest, None)
    return scores


def _count(reading: Reading, first: int, last: int) -> Counts:
    """Count the topics of tokens, once for all utterances after them."""
    if (first, last) not in reading.counted:
        reading.counted[first, last] = reading.topical.count(first, last)
    return reading.counted[first, last]


def _count_title(reading: Reading) -> Counts:
    if TITLE not in reading.counted:
        title = tokenise(reading.article.title or "").lowers
        reading.counted[TITLE] = reading.codebook.topics.see(title).count()
    return reading.counted[TITLE]


def _beside(reading: Reading, where: _Where) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of its own sentence before and after an utterance."""
    told = reading.outer.get(where.paragraph, [])
    opening, closing = (bisect_left(told, at, key=FIRST) - 1 for at in (where.start, where.end))
    if opening >= 0 and where.start < told[opening].last:
        yield told[opening].first, where.start
    if closing >= 0 and where.end < told[closing].last:
        yield where.end, told[closing].last


def _before(reading: Reading, where: _Where) -> Iterator[tuple[int, int, float]]:
    """Yield the sentences before an utterance, in this paragraph and those above, with their weights."""
    for back in range(PARAGRAPHS + 1):
        told = reading.outer.get(where.paragraph - back, [])
        last = bisect_left(told, where.start, key=FIRST)
        for seen, sentence in enumerate(reversed(told[max(0, last - SENTENCES) : last])):
            if sentence.last <= where.start:
                weight = ABOVE ** (back > 0) * BEFORE * FADING ** (seen + max(0, back - 1))
                yield sentence.first, sentence.last, weight


def _after(reading: Reading, where: _Where) -> Iterator[tuple[int, int, float]]:
    """Yield the next sentence of the paragraph, with its weight."""
    told = reading.outer.get(where.paragraph, [])
    following = bisect_left(told, where.end, key=FIRST)
    for sentence in told[following : following + 1]:
        yield sentence.first, sentence.last, AFTER
