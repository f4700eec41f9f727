"""Who takes part in a happening."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from talks.events.phrases import phrase_of
from talks.events.triggers import Hit
from talks.events.verdicts import WEAK, Verdict
from talks.events.who.asides import find_senders, is_aside
from talks.events.who.attendance import teller_of
from talks.events.who.company import find_company
from talks.events.who.leaders import count_leaders
from talks.events.who.plurals import find_antecedents
from talks.events.who.unnamed import actor_of, owners_of_equals, sides_of_speakers, who_is_meant, whose
from talks.models import When
from talks.names import Name
from talks.reading import Reading, Sentence
from talks.terms import PAST

__all__ = ["PAIR", "Participants", "are_named", "find_owners", "find_participants", "is_nobodys"]

PEOPLE = ("person", "surname")
PAIR = 2  # heads of state that make a summit


class Participants(NamedTuple):
    """Parties and people named as taking part, and what sort of encounter that makes."""

    parties: tuple[str, ...]
    people: tuple[str, ...]
    leaders: int
    delegations: bool
    abroad: bool = False  # a place of another country is named with somebody who goes there
    officials: bool = False  # ministers, envoys and their like, named by their posts alone
    several: bool = False  # more than one of them
    both: bool = False  # the two sides are told of without their names: each party, both sides
    within: bool = False  # they are named, and all of one party
    equals: int = 0  # those named only as somebody's counterpart: his Sudrian counterpart

    def fit(self, who: str, role: str) -> bool:
        """Tell whether an encounter of these is one of the kind asked for."""
        if who == "visitor":
            return bool(self.people) and self.abroad
        if who in ("guest", "away"):
            return self.leaders > 0 and self.abroad
        if who == "pair":
            return len(self.people) + self.equals > 1 and len(self.parties) > 1
        if who == "leaders":
            return self.leaders >= PAIR
        if who == "sides":  # of whom no more than that need be told
            return not (self.leaders or self.officials) and len(self.people) < PAIR
        if who == "delegations":
            return self.leaders < PAIR and self.delegations and not self.officials
        if who == "officials":
            several = len(self.people) + self.officials + self.several > 1 or len(self.parties) > 1
            fit = several or (role == "noun" and bool(self.people))
            return self.leaders < PAIR and fit and (self.officials or not self.delegations)
        return True


def find_participants(
    reading: Reading, sentence: Sentence, hit: Hit, verb: int, told: Sequence[tuple[int, int]] = ()
) -> Participants:
    """Return who takes part, from the tokens `told` to name them, or all that hang on the trigger."""
    spans, file = _spans(reading, sentence, hit, verb, told), reading.codebook.kinds[hit.kind].file
    inside = {name.start: name for span in spans for name in reading.cast.names_in(*span)}
    names = [name for name in inside.values() if not is_aside(reading, sentence, hit, name)]
    former = [name for name in names if file.encounter and _is_former(reading, sentence, name)]
    found = [
        *(actor_of(reading, name) for name in names if name not in former or _is_person(name)),
        *(who_is_meant(reading, sentence, span) for span in spans),
    ]
    found += [whose(reading, span) for span in spans]
    found += sides_of_speakers(reading, sentence, spans) if any(found) else ()
    actors = [actor for actor in found if actor]
    words = _words_of(reading, spans)
    absent = find_senders(reading, sentence, names)
    people = {actor.name: actor for actor in actors if actor.kind == "person" and actor.name not in absent}
    naming = reading.codebook.naming
    owners = list(owners_of_equals(reading, spans))
    heads = count_leaders(reading, spans, actors, list(people.values()), words)
    heads += sum(map(reading.cast.leads, owners))
    lapsed = {actor.name for name in former if _is_person(name) and (actor := actor_of(reading, name))}
    parties = dict.fromkeys(actor.party for actor in actors if actor.party and actor.name not in lapsed)
    parties |= dict.fromkeys(_tellers(reading, sentence, hit))
    teams = bool(words & naming.delegations) or (not people and len(parties) > 1)
    posts = not words.isdisjoint(naming.dignitaries) and not words & naming.delegations
    home = {actor.party for actor in people.values()}
    going = _way_of(sentence, hit, verb)
    abroad = going is not None and _is_abroad(reading, going, home)
    several = posts and any(word.endswith("s") for word in words & naming.dignitaries)
    both = any(
        _are_both_sides(reading, *span) or _headed(reading, span) & naming.delegations for span in spans
    )
    named = (tuple(parties), tuple(people))
    known = all(any(start <= at < end for at in inside) for start, end in spans)
    within = len(people) >= PAIR and known and home == set(parties) and len(home) == 1
    return Participants(*named, heads, teams, abroad, posts, several, both, within, len(owners))


def _spans(
    reading: Reading, sentence: Sentence, hit: Hit, verb: int, told: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return where those stand who take part, and whom the pronouns among them mean."""
    spans = list(dict.fromkeys(told or find_company(reading, sentence, hit, verb)))
    if reading.codebook.kinds[hit.kind].file.contact:
        pronouns = hit.trigger.who != "pair"  # they had spoken about the truce, when and where they met
        spans += [before for span in spans for before in find_antecedents(reading, sentence, span, pronouns)]
    return spans


def _tellers(reading: Reading, sentence: Sentence, hit: Hit) -> Iterator[str]:
    """Yield the party that tells of an encounter with others, though not who tells of it."""
    phrase = phrase_of(sentence, hit.head) if hit.trigger.role == "noun" else None
    for span in teller_of(reading, sentence, phrase) if phrase else ():
        named = (actor_of(reading, name) for name in reading.cast.names_in(*span))
        actor = next(named, None) or reading.cast.resolve(*span)
        if actor is not None and actor.party:
            yield actor.party


def _words_of(reading: Reading, spans: Sequence[tuple[int, int]]) -> Set[str]:
    """Return the words of spans; heads of state are leaders, and those of delegations meet as officials."""
    naming, lowers = reading.codebook.naming, reading.tokens.lowers
    words = {word for start, end in spans for word in lowers[start:end]}
    headed = frozenset().union(*(_headed(reading, span) for span in spans))
    words |= naming.leaders if headed & reading.codebook.grammar.words["realm"] else frozenset()
    return words - naming.delegations if headed & naming.delegations else words


def _headed(reading: Reading, span: tuple[int, int]) -> frozenset[str]:
    """Return the words of what those at the end of a span are heads of: the heads of the delegations."""
    lowers, end = reading.tokens.lowers, span[1]
    heading = lowers[end - 1] in reading.codebook.grammar.words["heads"] and lowers[end : end + 1] == ["of"]
    return frozenset(lowers[end + 1 : end + 3]) if heading else frozenset()


def _are_both_sides(reading: Reading, first: int, last: int) -> bool:
    """Tell "both sides", "each party", "the two delegations", but not both parties of something."""
    words, inside = reading.codebook.grammar.words, reading.tokens.lowers[first:last]
    both = bool(inside) and inside[-1] in words["camps"] and not words["of_both"].isdisjoint(inside)
    return (
        both
        and reading.tokens.lowers[last : last + 1] != ["of"]
        and not any(reading.cast.names_in(first, last))
    )


def is_nobodys(people: Participants, parties: tuple[str, ...], when: When, verdict: Verdict) -> bool:
    """Tell "the call came as", "was at a summit", of which nothing is told but that there was one."""
    real = verdict.status in PAST
    return real and not (when.known or parties or people.people or people.leaders)


def are_named(people: Participants, verdict: Verdict) -> bool:
    """Tell that two people are told to meet or speak, not only that somebody speaks of it."""
    told = verdict.weight > WEAK or verdict.status not in PAST
    return told and max(len(people.people), people.leaders) >= PAIR


def find_owners(reading: Reading, sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    """Return the parties whose encounter it is: Norland and Helvaria agreed. After their talks …"""
    phrase = phrase_of(sentence, hit.head)
    if phrase is None or reading.tokens.lowers[phrase.start] not in reading.codebook.grammar.words["theirs"]:
        return ()
    before = bisect_left(reading.sentences, sentence.start, key=lambda other: other.start) - 1
    if before < 0 or reading.sentences[before].paragraph != sentence.paragraph:
        return ()
    told = reading.sentences[before]
    subjects = (p for p in told.parse.phrases if p.role == "subject" or p.after == "coordinator")
    names = (name for p in subjects for name in reading.cast.names_in(p.start, p.end))
    actors = (actor_of(reading, name) for name in names)
    parties = tuple(dict.fromkeys(actor.party for actor in actors if actor and actor.party))
    return parties if len(parties) == PAIR else ()


def _way_of(sentence: Sentence, hit: Hit, verb: int) -> tuple[int, int] | None:
    """Return the tokens that tell where somebody goes: visited Castrel; will fly to Castrel for talks."""
    if hit.trigger.journey:
        return hit.first, hit.last
    if hit.trigger.who != "away" or verb < 0:
        return None
    return sentence.parse.verbs[verb].start, max(p.end for p in sentence.parse.phrases if p.verb == verb)


def _is_abroad(reading: Reading, way: tuple[int, int], home: set[str | None]) -> bool:
    """Tell whether what is visited lies in a country that none of the visitors is from."""
    entries = [name.entry for name in reading.cast.names_in(*way) if name.entry]
    countries = {e.place.country if e.place else e.party or e.name for e in entries if e.kind != "person"}
    return bool(countries - home - {None}) and not countries & home and None not in home


def _is_person(name: Name) -> bool:
    return name.entry is None or name.kind in PEOPLE


def _is_former(reading: Reading, sentence: Sentence, name: Name) -> bool:
    """Tell who stands for a country no more, and that country: the former Norlandic president, a mediator."""
    phrase = phrase_of(sentence, name.start)
    if phrase is None or (name.entry is not None and name.entry.person is not None):
        return False
    before = reading.tokens.lowers[phrase.start : name.start]
    return not reading.codebook.naming.former.isdisjoint(before)
