"""Where a happening took place or is to."""

from __future__ import annotations

from itertools import pairwise

from talks.codebook.dossier import Place
from talks.events.extents import adverbial_of, clause_of, stretch_of
from talks.events.phrases import noun_of, phrase_of, root_of, words_before
from talks.events.triggers import Hit
from talks.events.when.apart import OPEN
from talks.events.where.elsewhere import is_of_another, is_of_other_clause, is_of_other_words
from talks.events.where.hosts import find_host
from talks.events.where.scopes import SEATED, find_scope
from talks.models import Status
from talks.names import Name
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["find_place", "place_named"]

WANTED = OPEN - {Status.PLANNED}  # they plan a summit there
VERBS = "vVeEgz"  # classes of verb forms
TOWNLY = "naNJu'"  # classes of words before the name of a town that tell of it
DETERMINER = "d"  # class
WATERS = frozenset({"river", "sea"})
BEHIND = 6  # tokens that tell of a town behind its name: Pravo, a northern Helvarian resort
OWNER = 5  # tokens in which a country is named before its town
COUNTRY = 40  # tokens by which a country must be nearer than a city


def find_place(reading: Reading, sentence: Sentence, hit: Hit, verb: int) -> str | None:
    """Return where: a place named in the clause after a locative preposition, or right at the noun."""
    if hit.trigger.journey:
        return _visited(reading, hit)
    names = reading.cast.names_in(sentence.first, sentence.last)
    if not any(name.entry and name.entry.place for name in names):
        return _new_town(reading, sentence, hit, verb) or find_host(reading, sentence, hit, verb)
    place = _at_noun(reading, sentence, hit) or _as_venue(reading, sentence, hit)
    place = find_scope(reading, sentence, hit) or place
    noun = noun_of(sentence, hit)
    apart = adverbial_of(reading, sentence, hit)
    if apart:
        place = place or _in_tokens(reading, sentence, hit, *apart)
        return (place.within or place.name) if place else None
    if verb >= 0 or noun is None or noun.role != "prep":  # Following talks, those held in Castrel were freed
        place = place or _in_tokens(reading, sentence, hit, *clause_of(sentence, verb, hit))
    told = sentence.parse.verb_at(verb)
    if told is None or told.marker not in reading.codebook.grammar.words["condition"]:
        place = place or _in_tokens(reading, sentence, hit, sentence.first, sentence.last, verb)
    place = place or _named_as_venue(reading, sentence, hit)
    if place is None:
        return _new_town(reading, sentence, hit, verb) or find_host(reading, sentence, hit, verb)
    return place.within or place.name


def _new_town(reading: Reading, sentence: Sentence, hit: Hit, verb: int) -> str | None:
    """Return a town that is in no gazetteer, by what it is called: talks in the lakeside resort of Pravo."""
    if not reading.codebook.kinds[hit.kind].file.encounter:
        return None
    for name in reading.cast.names_in(*clause_of(sentence, verb, hit)):
        town = name.kind == "unknown" and _is_called_town(reading, name)
        if town and _tells_where(reading, sentence, hit, name):
            return reading.tokens.written(name.start, name.end)
    return None


def _is_called_town(reading: Reading, name: Name) -> bool:
    """Tell what somebody calls a town where something is: in the resort of Pravo; in Pravo, a resort."""
    lowers, towns = reading.tokens.lowers, reading.codebook.grammar.words["town"]
    before = lowers[max(0, name.start - 2) : name.start]
    if before[1:] == ["of"] and before[0] in towns:
        return _is_locative(reading, _begin_of(reading, name.start - 2))
    behind = lowers[name.end : name.end + BEHIND]
    beside = behind[:1] == [","] and reading.classes[name.end + 1 : name.end + 2] == DETERMINER
    return beside and not towns.isdisjoint(behind) and _is_locative(reading, name.start)


def place_named(reading: Reading, first: int, last: int, *, told: bool = False) -> str | None:
    """Return the first place that tokens [first, last) name; `told`: as where something was, in Castrel."""
    names = (name for name in reading.cast.names_in(first, last) if name.entry and name.entry.place)
    places = [n.entry.place for n in names if n.entry and (not told or _is_locative(reading, n.start))]
    return (places[0].within or places[0].name) if places and places[0] else None


def _visited(reading: Reading, hit: Hit) -> str | None:
    """Return the place, or the country, that somebody goes to."""
    for name in reading.cast.names_in(hit.first, hit.last):
        if name.entry and name.entry.place:
            return name.entry.place.within or name.entry.place.name
        if name.entry and name.kind == "party":
            return name.entry.party or name.entry.name
    return None


def _at_noun(reading: Reading, sentence: Sentence, hit: Hit) -> Place | None:
    """Return the place that hangs on the noun itself: the meetings in Caldor, and one in Castrel."""
    phrase = noun_of(sentence, hit)
    if phrase is None:
        return None
    number = phrase.number
    for other in sentence.parse.phrases[number + 1 :]:
        names = reading.cast.names_in(other.start, other.end) if other.left == number else ()
        places = [n.entry.place for n in names if n.entry and _tells_where(reading, sentence, hit, n)]
        told = [place for place in places if place and not _is_water(reading, hit, place)]
        if told:  # in Helvaria's Castrel
            return next((place for place in told if place.kind != "country"), told[0])
    return None


def _as_venue(reading: Reading, sentence: Sentence, hit: Hit) -> Place | None:
    """Return the place named as its venue: Castrel as the venue of a summit, Caldor offers a venue."""
    noun, phrases = noun_of(sentence, hit), sentence.parse.phrases
    left = phrases[noun.left] if noun and noun.left >= 0 else None
    if left is None or reading.tokens.lowers[left.end - 1] not in reading.codebook.grammar.words["venue"]:
        return None
    before = [p for p in phrases if p.end <= left.start]
    verb = sentence.parse.verb_at(left.verb)
    talked_of = verb is not None and verb.lemma in reading.codebook.grammar.words["conversing"]
    subject = verb.subject if verb and not talked_of else -1
    named = before[-1:] if left.prep == "as" else phrases[subject : subject + 1]
    names = (name for p in named for name in reading.cast.names_in(p.start, p.end))
    return next((name.entry.place for name in names if name.entry and name.entry.place), None)


def _named_as_venue(reading: Reading, sentence: Sentence, hit: Hit) -> Place | None:
    """Return the place that is named as the venue behind it: a meeting, with Castrel as a possible place."""
    words, phrases = reading.codebook.grammar.words["venue"], sentence.parse.phrases
    for before, phrase in pairwise(phrases):
        if phrase.prep == "as" and before.start > hit.head and reading.tokens.lowers[phrase.end - 1] in words:
            names = (name.entry for name in reading.cast.names_in(before.start, before.end))
            return next((entry.place for entry in names if entry and entry.place), None)
    return None


def _in_tokens(
    reading: Reading, sentence: Sentence, hit: Hit, start: int, end: int, other: int | None = None
) -> Place | None:
    """Return the nearest place; `other` is the happening's verb where other clauses are looked at, too."""
    found: list[tuple[int, int, Place]] = []
    for name in reading.cast.names_in(*stretch_of(reading, hit, start, end)):
        place = name.entry.place if name.entry and sentence.holds(reading.tokens.starts[name.start]) else None
        if place is None or _is_water(reading, hit, place) or is_of_other_words(reading, sentence, name, hit):
            continue
        if other is not None and is_of_other_clause(reading, sentence, name, hit, other):
            continue
        if _tells_where(reading, sentence, hit, name) or (
            _is_modifier(hit, name.start, name.end, place) and not _is_pair(reading, name)
        ):
            far = abs(name.start - hit.head) + COUNTRY * (place.kind == "country")
            found.append((far, name.start, _town_before(reading, name, place)))
    return min(found, key=lambda row: row[:2])[2] if found else None


def _town_before(reading: Reading, name: Name, place: Place) -> Place:
    """Return the town of "in Castrel, Helvaria, where", a place itself where none stands before it."""
    if reading.classes[name.start - 1 : name.start] != ",":
        return place
    before = reading.cast.names_in(max(0, name.start - OWNER), name.start - 1)
    towns = (n.entry.place for n in before if n.end == name.start - 1 and n.entry and n.entry.place)
    return next((town for town in towns if town.country == place.name), place)


def _is_water(reading: Reading, hit: Hit, place: Place) -> bool:
    """Tell a river or a sea, on which there is a truce, but no table: a palace on the strait."""
    return place.kind in WATERS and not reading.codebook.kinds[hit.kind].file.terms


def _tells_where(reading: Reading, sentence: Sentence, hit: Hit, name: Name) -> bool:
    """Tell "in the Citadel" from "according to the Citadel spokesman"."""
    phrase = phrase_of(sentence, name.start)
    rest = reading.classes[name.end : phrase.end] if phrase else ""
    if phrase is not None and phrase.left >= 0 and is_of_another(reading, sentence, phrase, hit):
        return False
    if name.kind in SEATED and not _is_in(reading, name.start, hit):
        return False
    if (
        phrase is not None
        and phrase.role == "subject"
        and reading.classes[name.start - 1 : name.start] == ","
    ):
        return False  # after hours in Castrel, Harvik accepted it
    spoken = phrase is not None and phrase.verb >= 0 > phrase.left and _speaks(reading, sentence, phrase.verb)
    spoken = spoken or (phrase is not None and _is_speakers(reading, sentence, phrase, hit))
    spoken = spoken or (phrase is not None and _is_of_discussion(reading, sentence, phrase, hit))
    there = _is_locative(reading, name.start) or (
        phrase is not None and _is_visited(reading, sentence, phrase)
    )
    owner = name.kind in SEATED and "N" in rest  # at the Helvarian Mission
    return "n" not in rest and not owner and not spoken and there


def _is_visited(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell where somebody went by what he visited: visited Castrel for talks."""
    verb = sentence.parse.verb_at(phrase.verb) if phrase.role == "object" else None
    return verb is not None and verb.lemma in reading.codebook.grammar.words["visiting"]


def _is_speakers(reading: Reading, sentence: Sentence, phrase: Phrase, hit: Hit) -> bool:
    """Tell where somebody was who speaks of it, or wants it: in Harvik, Ekre ruled out a summit."""
    verbs = sentence.parse.verbs
    verb = next((v for v in verbs if v.form == "finite" and v.start >= phrase.end), None)
    if phrase.verb >= 0 or phrase.left >= 0 or verb is None or verb.passive or hit.head < verb.end:
        return False
    tables = reading.codebook.statuses
    wants = tables.object.of(verb)
    speaks = verb.lemma in reading.codebook.speech.cues and verb.lemma not in tables.joining  # began talks
    return wants in WANTED or speaks


def _is_of_discussion(reading: Reading, sentence: Sentence, phrase: Phrase, hit: Hit) -> bool:
    """Tell where it is only talked about: terms of a truce were discussed in Castrel."""
    file, tables = reading.codebook.kinds[hit.kind].file, reading.codebook.statuses
    root = root_of(sentence, phrase)
    verb = sentence.parse.verb_at(root.verb)
    if verb is None or file.encounter:
        return False
    if file.terms and tables.object.of(verb) is Status.AGREED and not root.start <= hit.head < root.end:
        return True  # accepted in Castrel
    return phrase.left < 0 and verb.lemma in reading.codebook.grammar.words["conversing"]


def _is_in(reading: Reading, at: int, hit: Hit) -> bool:
    """Tell "talks in Norland" from sanctions on Norland, and from prisoners who return to it."""
    before = words_before(reading, at, 3)
    words, encounter = reading.codebook.grammar.words, reading.codebook.kinds[hit.kind].file.encounter
    return not before or before[0] not in words["onto" if encounter else "toward"]


def _speaks(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Tell a verb of saying, whose place is the speaker's: she said at the Citadel that …"""
    found = sentence.parse.verbs[verb]
    speech = reading.codebook.speech
    verbs = speech.cues if found.form == "ing" else speech.reporting  # speaking in Harvik, she said
    return not found.passive and found.lemma in verbs


def _is_locative(reading: Reading, at: int) -> bool:
    lowers, words = reading.tokens.lowers, reading.codebook.grammar.words
    if at > 1 and lowers[at - 1] == "on" and reading.classes[at - 2] in VERBS:
        return False  # they called on Harvik
    before = words_before(reading, at, 6)
    if not before or before[1:2] in (["according"], ["including"]):
        return False
    if before[0] in words["locative"]:
        return True
    owner = next((n for n in reading.cast.names_in(max(0, at - OWNER), at - 1) if n.end == at - 1), None)
    if before[0] in ("'s", "’s") and owner:  # in Helvaria's Castrel
        return _is_locative(reading, owner.start)
    if before[0] in words["settlement"]:
        begin = _begin_of(reading, at)  # in the Helvarian resort Castrel
        return begin < at and _is_locative(reading, begin)
    settled = before[0] == "of" and len(before) > 1 and before[1] in words["settlement"] | words["margins"]
    return settled or (before[0] == "," and len(before) > 1 and at > 1 and _is_locative_list(reading, at))


def _begin_of(reading: Reading, at: int) -> int:
    """Return the first token of what tells of a town before its name: southern Helvarian resort."""
    while at and reading.classes[at - 1] in TOWNLY:
        at -= 1
    return at


def _is_locative_list(reading: Reading, at: int) -> bool:
    """Tell "in Castrel, Helvaria": the name after the comma goes with the one before it."""
    names = reading.cast.names_in(max(0, at - 4), at - 1)
    return False if not names else _is_locative(reading, names[-1].start)


def _is_pair(reading: Reading, name: Name) -> bool:
    """Tell capitals that stand for two sides: Harvik-Belmora talks."""
    joined = reading.classes[name.start - 1 : name.start], reading.classes[name.end : name.end + 1]
    return name.kind in SEATED and "~" in joined


def _is_modifier(hit: Hit, start: int, end: int, place: Place) -> bool:
    """Tell "the Castrel talks", "a round of Castrel talks": the place stands in the noun phrase."""
    if hit.trigger.role != "noun":
        return False
    return place.kind != "country" and (hit.first <= start < hit.last or end == hit.first)
