"""The country or town that is host of a happening."""

from __future__ import annotations

from talks.events.phrases import noun_of, wholes_of
from talks.events.triggers import Hit
from talks.events.where.scopes import SEATED
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = ["find_host"]


def find_host(reading: Reading, sentence: Sentence, hit: Hit, verb: int) -> str | None:
    """Return who is host: Helvaria hosted the talks, which Castrel hosted; Varga will welcome them."""
    noun, verbs = noun_of(sentence, hit), sentence.parse.verbs
    number = noun.number if noun else -1
    reduced = [v for v in verbs if v.form == "participle" and v.subject == number >= 0]
    hosts = (_host(reading, sentence, found) for found in [*reduced, *verbs[verb : verb + 1]])
    host = next((phrase for phrase in hosts if phrase), None)
    if host is None:
        return None
    whole = [p for p in sentence.parse.phrases if host in wholes_of(sentence, p)]  # the town of Castrel
    named = [n for p in whole for n in reading.cast.names_in(p.start, p.end) if n.entry]
    town = next((n.entry.place for n in named if n.kind not in SEATED and n.entry and n.entry.place), None)
    if town:
        return town.within or town.name
    meant = reading.cast.resolve(host.start, host.end)
    parties = [n.entry.party or n.entry.name for n in named if n.entry]
    parties = parties or ([meant.party] if meant and meant.party else [])
    known = (reading.world.parties[name] for name in parties if name in reading.world.parties)
    return next((party.name for party in known if party.kind == "country"), None)


def _host(reading: Reading, sentence: Sentence, verb: Verb) -> Phrase | None:
    """Return the phrase of who hosts: by which a summit is hosted, or that hosts one."""
    if verb.lemma not in reading.codebook.grammar.words["hosting"]:
        return None
    if verb.passive or verb.form == "participle":
        return next((p for p in sentence.parse.phrases if p.prep == "by" and p.start > verb.start), None)
    return sentence.parse.phrases[verb.subject] if verb.subject >= 0 else None
