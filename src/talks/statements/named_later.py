"""Speakers told of before the article says who they are: Norland's envoy said … Anna Berg, the envoy, …"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from talks.names import Actor
from talks.reading import Reading
from talks.statements.utterance import Utterance

__all__ = ["learn_later", "name_later"]

# Lines of a headline with the one below it, which mean by "an aide" one who is named further down.
HEADING = 2


def name_later(reading: Reading, utterance: Utterance) -> Utterance:
    """Return an utterance with its speaker named, if the article gives his post to one person alone."""
    speaker = utterance.speaker
    if speaker is None or speaker.kind != "unnamed" or speaker.party is None or speaker.post is None:
        return utterance
    if speaker.plural or speaker.anonymous or _brings_in(reading, utterance):
        return utterance
    named = _called(reading, speaker.post, speaker.party)
    return replace(utterance, speaker=named) if named else utterance


def learn_later(utterances: Sequence[Utterance]) -> list[Utterance]:
    """Return utterances, each speaker with the party for which he speaks elsewhere in the article."""
    people = (u.speaker for u in utterances if u.speaker and u.speaker.kind == "person")
    parties = {actor.name: actor.party for actor in people if actor.party}
    return [_of_party(utterance, parties) for utterance in utterances]


def _of_party(utterance: Utterance, parties: Mapping[str, str]) -> Utterance:
    speaker = utterance.speaker
    if speaker is None or speaker.kind != "person" or speaker.party or speaker.name not in parties:
        return utterance
    return replace(utterance, speaker=speaker._replace(party=parties[speaker.name]))


def _called(reading: Reading, post: str, party: str) -> Actor | None:
    """Return who is named in the article by a post: the one of a party, else the one of whom none is told."""
    everybody = reading.cast.told_before(len(reading.tokens))
    people = (actor for actor in everybody if actor.kind == "person" and actor.party in (party, None))
    fitting = {actor.name: actor for actor in people if reading.cast.holds(actor, post)}
    own = [actor for actor in fitting.values() if actor.party] or list(fitting.values())
    return own[0] if len(own) == 1 else None


def _brings_in(reading: Reading, utterance: Utterance) -> bool:
    """Tell one of several who is told of for the first time: a Norlandic minister."""
    (start, _) = utterance.source or utterance.contents[0]
    first = reading.tokens.lowers[reading.tokens.at(start)]
    return first in reading.cast.naming.words["indefinite"] and utterance.paragraph >= HEADING
