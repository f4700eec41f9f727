"""Who is named beside those who take part, and takes none: whose envoy it is, where from, a backer."""

from __future__ import annotations

from collections.abc import Iterable, Set

from talks.events.phrases import phrase_of, words_before
from talks.events.triggers import Hit
from talks.events.who.unnamed import actor_of
from talks.names import Name
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["find_senders", "is_aside"]

PEOPLE = ("person", "surname")
MOVEMENT = 6  # tokens between a movement's country and its name
BESIDE = frozenset("na,")  # classes of the words between them


def is_aside(reading: Reading, sentence: Sentence, hit: Hit, name: Name) -> bool:
    """Tell a name in whose phrase those stand who take part, and that is none of them."""
    owner = _is_owner(reading, sentence, hit, name)
    where = _is_where(reading, sentence, hit, name)
    aside = owner or where or _is_backer(reading, name) or _is_of_movement(reading, name)
    return aside or _is_captive(reading, sentence, hit, name)


def _is_of_movement(reading: Reading, name: Name) -> bool:
    """Tell where those come from who are named beside it: the Tresker movement, the Red Front, freed ten."""
    if name.kind != "adjective":
        return False
    classes = reading.classes
    after = next(iter(reading.cast.names_in(name.end, name.end + MOVEMENT)), None)
    if after and after.start > name.end and set(classes[name.end : after.start]) <= BESIDE:
        return _is_armed(reading, after)
    before = reading.cast.names_in(max(0, name.start - MOVEMENT), name.start)
    return bool(before) and classes[before[-1].end : name.start] == ",d" and _is_armed(reading, before[-1])


def _is_armed(reading: Reading, name: Name) -> bool:
    """Tell the name of a group that is no country's: the Red Front."""
    party = reading.world.parties.get(name.entry.name) if name.entry else None
    return party is not None and party.kind == "armed_group"


def find_senders(reading: Reading, sentence: Sentence, names: Iterable[Name]) -> set[str]:
    """Return who is named only as the one who sends somebody: the Stenmoe envoy Ekre, aides of Quent's."""
    told: dict[str, set[bool]] = {}
    for name in names:
        actor = actor_of(reading, name) if name.kind in PEOPLE else None
        if actor:
            told.setdefault(actor.name, set()).add(_sends(reading, sentence, name))
    return {name for name, sends in told.items() if sends == {True}}


def _sends(reading: Reading, sentence: Sentence, name: Name) -> bool:
    """Tell whose envoy or aide somebody is: Stenmoe's son-in-law, Ekre; the Quent adviser Delgast."""
    phrase = phrase_of(sentence, name.start)
    rest = reading.tokens.lowers[name.end : phrase.end] if phrase else []
    if phrase is None or not rest:
        return phrase is not None and _is_sender(reading, sentence, phrase)
    if not _sent(reading).isdisjoint(rest):
        return True
    after = sentence.parse.phrases[phrase.number + 1 : phrase.number + 2]
    beside = [p for p in after if p.after == "comma" and p.start - phrase.end == 1]
    persons = (other.kind in PEOPLE for p in beside for other in reading.cast.names_in(p.start, p.end))
    return _owns(reading, name) and any(persons)


def _sent(reading: Reading) -> Set[str]:
    """Return the words for those whom somebody sends."""
    naming = reading.codebook.naming
    return naming.dignitaries | naming.delegations | reading.codebook.grammar.words["staff"]


def _is_sender(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "aides of Stenmoe and Quent", but not Ekre of "two envoys of Stenmoe, Ekre and Ask"."""
    left = sentence.parse.phrases[phrase.left] if phrase.prep == "of" and phrase.left >= 0 else None
    if left is None or reading.tokens.lowers[left.end - 1] not in _sent(reading):
        return False
    owners = phrase.number - left.number <= 1 + (phrase.after == "coordinator")
    actor = reading.cast.resolve(phrase.start, phrase.end)
    return owners or (actor is not None and reading.cast.leads(actor))


def _is_captive(reading: Reading, sentence: Sentence, hit: Hit, name: Name) -> bool:
    """Tell whose nationals are exchanged where they are of neither side: the foreigners among hostages."""
    phrase, sides = phrase_of(sentence, name.start), reading.cast.opponents
    units = reading.codebook.kinds[hit.kind].file.units
    if name.kind != "adjective" or not name.entry or not sides or name.entry.party in sides or not units:
        return False
    return phrase is not None and reading.tokens.lowers[phrase.end - 1] in units


def _is_backer(reading: Reading, name: Name) -> bool:
    """Tell who is only said to stand behind a side: the Norland-backed militias."""
    joined = reading.classes[name.end : name.end + 1] == "~"
    after = reading.tokens.lowers[name.end + 1 : name.end + 2]
    return joined and not reading.codebook.grammar.words["backing"].isdisjoint(after)


def _is_owner(reading: Reading, sentence: Sentence, hit: Hit, name: Name) -> bool:
    """Tell who only owns what is named: she welcomed Quent's plan; Varga's envoy held talks."""
    phrase = phrase_of(sentence, name.start)
    if not _owns(reading, name) or (phrase is not None and _is_to_act(sentence, phrase)):
        return False
    after = reading.cast.names_in(name.end, phrase.end) if phrase else ()
    named = name.kind in PEOPLE and any(other.kind in PEOPLE for other in after)
    sends = phrase is not None and reading.tokens.lowers[phrase.end - 1] in _sent(reading)
    return named or (hit.trigger.role == "verb" and not sends)


def _is_to_act(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "Quent's decision to meet him", in which Quent is the one who meets him."""
    acts = (verb for verb in sentence.parse.verbs if verb.form == "infinitive" and verb.start == phrase.end)
    return any(verb.subject == phrase.number for verb in acts)


def _is_where(reading: Reading, sentence: Sentence, hit: Hit, name: Name) -> bool:
    """Tell a country that is only the place: three meetings in Caldor, on the border between two."""
    if hit.trigger.journey or name.kind in PEOPLE:
        return False
    words, lowers = reading.codebook.grammar.words, reading.tokens.lowers
    before = words_before(reading, name.start, 2)
    if before and before[0] in words["locative"] - words["toward"]:
        return True
    if not reading.codebook.kinds[hit.kind].file.has_place and _is_called_from(reading, name):
        return True
    if _is_seat(reading, hit, name):
        return True
    phrase = phrase_of(sentence, name.start)
    left = sentence.parse.phrases[phrase.left] if phrase and phrase.left >= 0 else None
    return left is not None and lowers[left.end - 1] in words["frontier"]


def _is_called_from(reading: Reading, name: Name) -> bool:
    """Tell "telephoned Stenmoe from Caldor" from "spoke with the minister from Caldor"."""
    before = name.start - 1
    origin = reading.tokens.lowers[before] in reading.codebook.grammar.words["origin"]
    return origin and reading.classes[before - 1] != "n"


def _is_seat(reading: Reading, hit: Hit, name: Name) -> bool:
    """Tell "the Castrel summit" from the Castrel–Harvik talks, and from those of "Castrel's" envoys.

    So, too, inside what tells of it: a round of Castrel talks.
    """
    ends = (hit.head, hit.last - 1) if hit.trigger.role == "noun" else (hit.head,)
    if name.kind != "metonym" or name.end not in ends or not reading.codebook.kinds[hit.kind].file.encounter:
        return False
    return len(reading.cast.names_in(max(name.end - 3, 0), name.end)) == 1


def _owns(reading: Reading, name: Name) -> bool:
    """Tell "Quent's plan", in which Quent does nothing."""
    after = reading.classes[name.end : name.end + 2]
    return after[:1] == "'" and after[1:] in ("n", "a", "N", "#")
