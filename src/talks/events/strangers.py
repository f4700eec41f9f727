"""What the words of a happening tell that is none of the negotiation's: a call to the press, a match."""

from __future__ import annotations

from talks.events.triggers import Hit
from talks.reading import Reading, Sentence

__all__ = ["without_strangers"]

SPORT = 2  # words of sport in one sentence: one alone is a figure of speech


def without_strangers(reading: Reading, sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """Leave out what is something else: the exchange of a call, in an article where nobody is a prisoner."""
    lowers = reading.tokens.lowers
    told = set(lowers[sentence.first : sentence.last])
    if len(told & reading.codebook.grammar.words["sport"]) >= SPORT:
        return []
    return [
        hit
        for hit in hits
        if (not hit.trigger.among or not hit.trigger.among.isdisjoint(reading.vocabulary))
        and hit.trigger.unless_told.isdisjoint(told)
        and not _is_to_press(reading, hit)
        and not _is_of_verb(reading, sentence, hit)
    ]


def _is_of_verb(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell a word for those counted that is a verb here: after it was received, he remains hopeful."""
    units = reading.codebook.kinds[hit.kind].file.units
    verbs = (v for v in sentence.parse.verbs if v.form == "finite" and hit.first < v.start < hit.last)
    return any(reading.tokens.lowers[v.head] in units for v in verbs)


def _is_to_press(reading: Reading, hit: Hit) -> bool:
    """Tell what somebody says to those who ask: told the Castrel Post by phone, rang up the agencies."""
    if not reading.codebook.kinds[hit.kind].file.persons or hit.trigger.role == "noun":
        return False
    press = reading.codebook.speech.addressees.intersection(reading.tokens.lowers[hit.first : hit.last])
    names = reading.cast.names_in(hit.first, hit.last)
    return bool(press) or any(name.kind == "outlet" for name in names)
