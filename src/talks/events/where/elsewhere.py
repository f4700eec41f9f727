"""Which places of a sentence are of something else than a happening that it tells."""

from __future__ import annotations

from talks.events.extents import is_before_aside, is_clause_aside
from talks.events.phrases import noun_of, phrase_of, root_of, wholes_of
from talks.events.triggers import Hit
from talks.events.when.apart import is_followed
from talks.events.when.behind import is_of_cause, is_of_compared, is_of_handling, is_of_what_is_asked
from talks.events.when.relatives import is_of_participle
from talks.names import Name
from talks.reading import Reading, Sentence
from talks.syntax import Phrase
from talks.told import clause_at

__all__ = ["is_of_another", "is_of_other_clause", "is_of_other_words"]

WIDE = frozenset({"region", "area", "sea", "river"})  # kinds of places of which a truce is one


def is_of_other_words(reading: Reading, sentence: Sentence, name: Name, hit: Hit) -> bool:
    """Tell the place of what a happening is for, follows, or is told before."""
    truce = reading.codebook.kinds[hit.kind].file.terms
    return (
        _is_of_purpose(reading, sentence, name, hit)
        or (truce and _is_of_earlier(reading, sentence, name, hit))
        or _is_of_talks_before(reading, sentence, name, hit)
        or is_followed(reading, sentence, name.start, hit)
        or is_before_aside(reading, sentence, name.start, hit)
        or _is_of_the_last_one(reading, sentence, name, hit)
        or _is_of_participle(reading, sentence, name, hit)
        or _is_of_matter(reading, sentence, name, hit)
        or _is_of_onward_journey(reading, sentence, name, hit)
        or _is_where_moved(reading, sentence, name, hit)
        or is_of_what_is_asked(reading, sentence, name.start, hit)
        or is_of_compared(reading, sentence, name.start, hit)
        or is_of_cause(reading, sentence, name.start, hit)
        or is_of_handling(reading, sentence, name.start, hit)
    )


def is_of_other_clause(reading: Reading, sentence: Sentence, name: Name, hit: Hit, verb: int) -> bool:
    """Tell the place of another clause than that of a verb which tells of a happening."""
    aside = is_clause_aside(reading, sentence, clause_at(sentence, name.start), verb)
    elsewhere = aside or _is_of_earlier(reading, sentence, name, hit)
    return elsewhere or _is_of_next(reading, sentence, name, hit, verb)


def _is_of_next(reading: Reading, sentence: Sentence, name: Name, hit: Hit, verb: int) -> bool:
    """Tell the place of a main clause that comes after: talks were held, another round is due in Castrel.

    Not of one that goes on with those told: this time they will meet in Castrel.
    """
    number, verbs = clause_at(sentence, name.start), sentence.parse.verbs
    if number <= verb or verb < 0 or verbs[verb].form != "finite" or verbs[number].form != "finite":
        return False
    if verbs[number].subject in (-1, verbs[verb].subject):
        return False
    subject = sentence.parse.phrases[verbs[number].subject]
    own = "p" not in reading.classes[subject.start : subject.end]
    return own and verbs[number].governor < 0 and not verbs[number].marker and verbs[number].clause > hit.head


def _is_of_purpose(reading: Reading, sentence: Sentence, name: Name, hit: Hit) -> bool:
    """Tell the place of what was to be done: after a raid to save people in Castrel, they asked for talks."""
    phrase, noun = phrase_of(sentence, name.start), noun_of(sentence, hit)
    encounter = reading.codebook.kinds[hit.kind].file.encounter
    if phrase is None or noun is None or phrase.verb < 0 or noun.verb == phrase.verb or not encounter:
        return False
    verb = sentence.parse.verbs[phrase.verb]
    purpose = verb.form == "infinitive" and not verb.passive and bool(verb.objects)
    return purpose and phrase.start < hit.first


def _is_of_participle(reading: Reading, sentence: Sentence, name: Name, hit: Hit) -> bool:
    """Tell the place of what a participle tells of something else: under a deal reached in Castrel."""
    encounter = reading.codebook.kinds[hit.kind].file.encounter  # they met for talks held in Castrel
    return not encounter and is_of_participle(reading, sentence, name.start, hit)


def _is_of_matter(reading: Reading, sentence: Sentence, name: Name, hit: Hit) -> bool:
    """Tell the place of what is only spoken of: missiles capable of hitting targets in Dravo."""
    phrase = phrase_of(sentence, name.start)
    verb = sentence.parse.verbs[phrase.verb] if phrase and phrase.verb >= 0 else None
    if verb is None or verb.form != "ing" or not verb.objects or verb.start < hit.last:
        return False
    noun = phrase_of(sentence, verb.start - 1)  # amid attacks hitting targets in Dravo
    before, naming = reading.tokens.lowers[verb.start - 1], reading.codebook.naming
    thing = noun is not None and noun.role == "prep" and before not in naming.delegations | naming.dignitaries
    return thing or before == "of"


def _is_of_onward_journey(reading: Reading, sentence: Sentence, name: Name, hit: Hit) -> bool:
    """Tell where somebody went from there: they met on Monday before flying to Castrel for other talks."""
    phrase = phrase_of(sentence, name.start)
    verb = sentence.parse.verbs[phrase.verb] if phrase and phrase.verb >= 0 else None
    if verb is None or verb.start < hit.last or verb.lemma not in reading.codebook.statuses.going:
        return False
    onward = reading.codebook.grammar.words["ordering"] - reading.codebook.statuses.past
    return verb.form == "ing" and reading.tokens.lowers[verb.start - 1] in onward


def _is_where_moved(reading: Reading, sentence: Sentence, name: Name, hit: Hit) -> bool:
    """Tell where others are brought before or after talks: wants them transferred to Dravo before talks."""
    phrase, noun = phrase_of(sentence, name.start), noun_of(sentence, hit)
    verb = sentence.parse.verb_at(phrase.verb) if phrase and phrase.prep == "to" else None
    if verb is None or noun is None or not verb.passive or hit.head < verb.end:
        return False
    return noun.role == "prep" and noun.prep in reading.codebook.statuses.time and noun.prep != "in"


def _is_of_the_last_one(reading: Reading, sentence: Sentence, name: Name, hit: Hit) -> bool:
    """Tell the place of an earlier encounter: they are to meet for the first time since talks in Castrel."""
    phrase = phrase_of(sentence, name.start)
    root = root_of(sentence, phrase) if phrase else None
    if root is None or not reading.codebook.kinds[hit.kind].file.encounter:
        return False
    return root.prep in reading.codebook.grammar.words["over"] and not root.start <= hit.head < root.end


def _is_of_earlier(reading: Reading, sentence: Sentence, name: Name, hit: Hit) -> bool:
    """Tell the place of something else: after a meeting in Castrel he called a truce possible."""
    phrase = phrase_of(sentence, name.start)
    if phrase is None or phrase.left < 0:
        return False
    phrase = root_of(sentence, phrase)
    early = phrase.role == "prep" and phrase.prep in reading.codebook.statuses.time
    return early and not phrase.start <= hit.head < phrase.end


def _is_of_talks_before(reading: Reading, sentence: Sentence, name: Name, hit: Hit) -> bool:
    """Tell the place of the talks that brought an exchange: freed ten after a week of talks in Castrel."""
    phrase = phrase_of(sentence, name.start)
    if phrase is None or not reading.codebook.kinds[hit.kind].file.handover:
        return False
    words, past, talks = reading.codebook.grammar.words["happenings"], reading.codebook.statuses.past, False
    for whole in wholes_of(sentence, phrase):
        talks = talks or reading.tokens.lowers[whole.end - 1] in words
        if talks and whole.prep in past and hit.last <= whole.start:
            return True
    return False


def is_of_another(reading: Reading, sentence: Sentence, phrase: Phrase, hit: Hit) -> bool:
    """Tell the place of what is only the cause, or the matter: the massacre in Dravo, the war in Sudria."""
    left = sentence.parse.phrases[phrase.left]
    held = left.start < hit.last and hit.first < left.end  # the hostilities that they halt
    words, encounter = reading.codebook.grammar.words, reading.codebook.kinds[hit.kind].file.encounter
    at_home = left.prep in words["locative"] and left.left < 0  # they met at the embassy in Castrel
    others = words["strife"] if at_home else words["posted"] | words["strife"]
    if encounter and _can_have_truce(reading, phrase):
        others |= words["halts"]  # talks on a truce in Dravo; on a truce in Castrel, where they met
    if not encounter and (left.prep, phrase.prep) == ("from", "to"):
        return True  # a corridor from Castrel to Tresk
    sent = phrase.prep == "to" and reading.tokens.lowers[left.end - 1] in reading.codebook.naming.dignitaries
    if not held and (sent or reading.tokens.lowers[left.end - 1] in others):
        return True  # sources in Castrel, the war in Sudria, the envoy to Caldor
    own = noun_of(sentence, hit)
    beside = own is not None and own.role == left.role == "prep" and own.prep == left.prep
    if not held and beside and hit.head > phrase.end:
        return True  # talks on a truce in Dravo, and then on a general one
    return left.role == "subject" and not held and hit.head >= left.end


def _can_have_truce(reading: Reading, phrase: Phrase) -> bool:
    """Tell a region, or a place in a country at war, from a town elsewhere, in which they only meet."""
    places = [name.entry.place for name in reading.cast.names_in(phrase.start, phrase.end) if name.entry]
    return any(place.kind in WIDE or place.country in reading.cast.opponents for place in places if place)
