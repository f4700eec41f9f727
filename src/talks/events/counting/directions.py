"""Who gives and who takes what is counted."""

from __future__ import annotations

from talks.events.counting.figures import Figure
from talks.events.phrases import phrase_of
from talks.names import Name
from talks.numbers import load_number_words
from talks.reading import Reading, Sentence
from talks.syntax import Verb

__all__ = ["find_direction"]

Ends = tuple[str | None, str | None]  # from, to
RETURNED = "for"  # before what comes back: 40 captives in return for 30
AFTER = 12  # tokens between what is counted and "to Sudria"


def find_direction(reading: Reading, sentence: Sentence, figure: Figure) -> Ends:
    """Return from whom to whom something goes: prisoners and the dead go home to their own."""
    giver, taker = _named(reading, sentence, figure)
    if giver is None and taker is None:
        taker = _nation(reading, sentence, figure)
    if giver is None:
        does = _by_verb(reading, sentence, figure)
        giver, taker = does if taker is None else (does[0], taker)
    return _completed(reading, giver, taker)


def _completed(reading: Reading, giver: str | None, taker: str | None) -> Ends:
    """Fill in the other side where one of the two is told."""
    sides = reading.cast.opponents
    if giver == taker:
        return None, None
    if len(sides) != 2 or not reading.cast.sides.keys() >= set(sides):
        return giver, taker
    other = {sides[0]: sides[1], sides[1]: sides[0]}
    return giver or other.get(taker or ""), taker or other.get(giver or "")


def _party(name: Name) -> str | None:
    entry = name.entry
    if entry is None or name.kind not in ("adjective", "party", "metonym", "office", "person"):
        return None
    return entry.party or (entry.name if name.kind in ("adjective", "party") else None)


def _named(reading: Reading, sentence: Sentence, figure: Figure) -> Ends:
    """Return whom "from" and "to" after the figure name."""
    ends: dict[str, str | None] = {"from": None, "to": None}
    last = min(figure.end + AFTER, sentence.last)
    following = next((number.start for number in reading.numbers_in(figure.end, last)), last)
    for name in reading.cast.names_in(figure.end, following):
        before = reading.tokens.lowers[name.start - 1]
        if before in ends and ends[before] is None and name.kind in ("party", "metonym"):
            ends[before] = _party(name)
    return ends["from"], ends["to"]


def _nation(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """Return whose people are counted: 31 wounded Sudrians."""
    phrase = phrase_of(sentence, figure.end - 1)
    names = reading.cast.names_in(figure.number.end, max(figure.end, phrase.end if phrase else 0))
    return next((_party(name) for name in names if name.kind == "adjective"), None)


def _by_verb(reading: Reading, sentence: Sentence, figure: Figure) -> Ends:
    """Return whom the verb makes the giver or the taker: Norland handed over, Sudria received."""
    words = load_number_words().words
    verb = _verb(sentence, figure)
    party = _subject(reading, sentence, verb) if verb and not verb.passive else None
    if verb is None or party is None:
        return None, None
    if verb.lemma in words["taking"] or (verb.particle or _next(reading, verb)) in words["back"]:
        return None, party
    return (party, None) if verb.lemma in words["giving"] else (None, None)


def _subject(reading: Reading, sentence: Sentence, verb: Verb) -> str | None:
    """Return the one party that a subject names; of "it", the subject that says so: Norland says it has."""
    while verb.subject >= 0:
        phrase = sentence.parse.phrases[verb.subject]
        parties = {_party(name) for name in reading.cast.names_in(phrase.start, phrase.end)}
        if parties or verb.governor < 0 or phrase.end - phrase.start > 1:
            return parties.pop() if len(parties) == 1 else None
        verb = sentence.parse.verbs[verb.governor]
    return None


def _next(reading: Reading, verb: Verb) -> str:
    return reading.tokens.lowers[verb.end] if verb.end < len(reading.tokens) else ""


def _verb(sentence: Sentence, figure: Figure) -> Verb | None:
    """Return the verb before a figure, with nothing but its object between."""
    before = [verb for verb in sentence.parse.verbs if verb.end <= figure.number.start]
    phrase = phrase_of(sentence, figure.number.start)
    if not before or (phrase and (phrase.role == "subject" or phrase.prep == RETURNED)):
        return None
    return before[-1]
