"""Which dates of a sentence are of something else than a happening that it tells."""

from __future__ import annotations

from talks.dates import DatePhrase
from talks.dates.meaning import Cycle, Offset
from talks.events.extents import is_beside, is_clause_aside, is_credit
from talks.events.phrases import RELATIVES, noun_of, phrase_of, root_of, wholes_of
from talks.events.triggers import Hit
from talks.events.when.postponing import is_of_first_plan
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb
from talks.told import clause_at, clause_verb

__all__ = [
    "OPEN",
    "counts_from",
    "dates_back",
    "is_announced_on",
    "is_aside",
    "is_at_once",
    "is_attribution",
    "is_end",
    "is_followed",
    "is_in_name",
    "is_of_basis",
    "is_of_earlier",
    "is_of_else",
    "is_of_next",
    "is_of_noun",
    "own_part",
    "prepares",
]

OPEN = frozenset({Status.PROPOSED, Status.REJECTED, Status.UNSCHEDULED, Status.AGREED, Status.PLANNED})
FAR = 8  # tokens between "the first" and "in three years"
NEXT = 3  # tokens between "the day before" and the happening
ATTRIBUTION = 5  # tokens between a verb of saying and its date


def counts_from(reading: Reading, phrase: DatePhrase, hit: Hit) -> bool:
    """Tell a date counted from the happening, so not its own: the day before the summit."""
    end = reading.tokens.ending_by(phrase.end)
    counted = reading.tokens.lowers[end - 1] in reading.codebook.grammar.words["counting"]
    return counted and 0 <= hit.head - end <= NEXT


def is_at_once(reading: Reading, phrase: DatePhrase) -> bool:
    """Tell since when somebody says to be ready, not when it is to be: "ready for a round tomorrow"."""
    meaning, tokens = phrase.meaning, reading.tokens
    if not isinstance(meaning, Cycle) or meaning.unit != "day":
        return False
    at = tokens.at(phrase.start)
    before = tokens.lowers[max(0, at - FAR) : at]
    words = reading.codebook.grammar.words
    ready = [n for n, word in enumerate(before) if word in words["ready"]]
    return bool(ready) and before[ready[-1] + 1 : ready[-1] + 2] in (["for"], ["to"])


def is_of_earlier(reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit) -> bool:
    """Tell the day of what came before: talks that followed, after the crossing of the river in May."""
    at = reading.tokens.at(phrase.start)
    before = [p for p in sentence.parse.phrases if at - NEXT < p.end <= at]
    if not before or not set(reading.classes[before[-1].end : at]) <= {"i"}:
        return False
    chain = wholes_of(sentence, before[-1])
    past = (p for p in chain if p.role == "prep" and p.prep in reading.codebook.statuses.past)
    return any(hit.head < p.start for p in past)


def is_of_noun(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day that another thing is called by: the round of 12 March led to an exchange."""
    if reading.tokens.lowers[at - 1] != "of":
        return False
    noun = phrase_of(sentence, at - 2)
    if noun is None or reading.tokens.lowers[noun.end - 1] in reading.codebook.grammar.words["times"]:
        return False  # in the night of 12 March
    if noun.start > hit.head and reading.codebook.kinds[hit.kind].file.encounter:
        return False  # the talks led to the Declaration of 12 March
    return not any(p.start <= hit.head < p.end for p in wholes_of(sentence, noun))


def is_in_name(reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit) -> bool:
    """Tell a date that is part of what something else is called: since his January inauguration."""
    at, words = reading.tokens.at(phrase.start), reading.codebook.grammar.words
    noun = phrase_of(sentence, at)
    end = reading.tokens.ending_by(phrase.end)
    if noun is None or end >= noun.end:
        return False
    if reading.classes[end] == "'" and not _is_beside(reading, sentence, noun, hit):  # Monday's convoy
        return False
    named = hit.first < noun.end and noun.start < hit.last
    return not named and reading.tokens.lowers[noun.end - 1] not in words["deadline"]


def _is_beside(reading: Reading, sentence: Sentence, noun: Phrase, hit: Hit) -> bool:
    """Tell a talk that stands behind another thing: last month's swap, agreed at the first round."""
    own, encounter = noun_of(sentence, hit), reading.codebook.kinds[hit.kind].file.encounter
    return encounter and own is not None and noun.end <= own.start and noun not in wholes_of(sentence, own)


def prepares(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Tell what somebody meets for, on a day of that: they meet on Friday to prepare a summit."""
    found = sentence.parse.verb_at(verb)
    return (
        found is not None
        and found.form == "infinitive"
        and reading.codebook.statuses.object.of(found) in OPEN
    )


def is_followed(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day or place of what a happening followed: the talks follow a meeting in Castrel on Monday."""
    words = reading.codebook.grammar.words["sequel"]
    after = [
        (n, v) for n, v in enumerate(sentence.parse.verbs) if hit.head < v.start < at and v.lemma in words
    ]
    if any(v.passive for _, v in after):
        return True  # a truce is to be followed by talks
    told = ((n, v) for n, v in after if v.form == "finite" and v.objects)
    return any(v.marker not in RELATIVES or n == clause_at(sentence, at) for n, v in told)


def is_end(reading: Reading, sentence: Sentence, phrase: DatePhrase) -> bool:
    """Tell when a state that lasts is to end: the truce is due to expire on Sunday."""
    at = reading.tokens.at(phrase.start)
    before = [verb for verb in sentence.parse.verbs if verb.end <= at]
    return bool(before) and before[-1].lemma in reading.codebook.grammar.words["ending"]


def is_announced_on(
    reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit, verbs: frozenset[str]
) -> bool:
    """Tell the day on which what is to come was made known: Norland announced a truce on Monday."""
    number = clause_verb(reading, sentence, phrase)
    noun = noun_of(sentence, hit)
    if number < 0 or noun is None or phrase.relation != "on":
        return False
    verb, thing = sentence.parse.verbs[number], root_of(sentence, noun)
    told = thing.role in ("object", "subject") and thing.verb == number
    return told and verb.tense == "past" and verb.lemma in verbs


def dates_back(reading: Reading, phrase: DatePhrase) -> bool:
    """Tell when something else was: a conflict that dates back to the 1960s, the first swap in years."""
    at = reading.tokens.at(phrase.start)
    before = reading.tokens.lowers[max(0, at - 3) : at]
    words = reading.codebook.grammar.words
    if "to" in before and not words["dating"].isdisjoint(before):
        return True
    superlative = not words["superlative"].isdisjoint(reading.tokens.lowers[max(0, at - FAR) : at])
    length = isinstance(phrase.meaning, Offset) and reading.tokens.lowers[at - 1 : at] == ["in"]
    return superlative and (length or reading.tokens.lowers[at] == "in")


def is_aside(reading: Reading, sentence: Sentence, phrase: DatePhrase, verb: int) -> bool:
    """Tell a date in a clause of its own: talks after the process resumed last month, or after a call."""
    number = clause_verb(reading, sentence, phrase)
    verbs, aside = sentence.parse.verbs, reading.codebook.grammar.words["aside"]
    last = max((n for n, v in enumerate(verbs) if v.end <= reading.tokens.at(phrase.start)), default=-1)
    if last >= 0 and verbs[last].form == "ing" and last != verb:
        start = verbs[last].start
        if start > sentence.first and reading.tokens.lowers[start - 1] in aside:
            return True
    return is_clause_aside(reading, sentence, number, verb)


def is_attribution(reading: Reading, sentence: Sentence, phrase: DatePhrase, head: int | None = None) -> bool:
    """Tell the date of saying: the Citadel said on Friday; on Friday Ekre said that … what `head` tells."""
    at = reading.tokens.at(phrase.start)
    reporting, words = reading.codebook.speech.reporting, reading.codebook.grammar.words
    expecting = reading.codebook.statuses.truth["expecting"]
    if any(at - NEXT < p.end <= at and is_credit(reading, p) for p in sentence.parse.phrases):
        return True  # according to reports on Monday
    for verb in sentence.parse.verbs:
        if head is not None and at < verb.start < head and verb.lemma in words["judging"]:
            return True  # Varga on Friday praised the truce
        if verb.lemma not in reporting or (verb.passive and verb.lemma in expecting):
            continue  # a round is expected soon
        between = reading.tokens.lowers[verb.end : at] if 0 <= at - verb.end <= ATTRIBUTION else ["?"]
        inner = between[:1] == ["that"]  # said that on Monday they had met
        if not inner and words["dated"].issuperset(between):
            return True
        if head is not None and _is_told_to(reading, sentence, verb, at) and head > at:
            return True
        if (
            head is not None
            and verb.form == "ing"
            and at < verb.start < head
            and _takes_clause(reading, verb)
        ):
            return True  # confirmed it on Friday, adding that talks were under way
        said = head is not None and (at < verb.start < head or at < head < verb.start)
        if said and _is_said_on(reading, sentence, phrase, verb):
            return True
    return False


def _takes_clause(reading: Reading, verb: Verb) -> bool:
    return reading.tokens.lowers[verb.end : verb.end + 1] == ["that"]


def _is_told_to(reading: Reading, sentence: Sentence, verb: Verb, at: int) -> bool:
    """Tell "told the agency on Sunday that", with those who are told between the verb and the day."""
    told = [sentence.parse.phrases[number] for number in verb.objects]
    heard = max((phrase.end for phrase in told if phrase.end <= at), default=at)
    words = reading.codebook.grammar.words["dated"]
    that = reading.tokens.lowers[at + 1 : at + 2] == ["that"]
    return that and verb.end < heard <= at and words.issuperset(reading.tokens.lowers[heard:at])


def _is_said_on(reading: Reading, sentence: Sentence, phrase: DatePhrase, verb: Verb) -> bool:
    """Tell "On Friday Ekre said that …", "Ekre on Friday said …", where the day is that of saying."""
    at, end = reading.tokens.at(phrase.start), reading.tokens.ending_by(phrase.end)
    clause = any(end <= v.start < verb.start and v.form == "finite" for v in sentence.parse.verbs)
    between = clause or ",c" in reading.classes[end : verb.start]  # , and I have told him
    if between or verb.passive or verb.form == "infinitive" or verb.modal:
        return False
    told = _takes_clause(reading, verb) or any(
        v.governor >= 0 and sentence.parse.verbs[v.governor] is verb and v.form == "finite"
        for v in sentence.parse.verbs
    )
    fronted = reading.classes[sentence.first : at].strip("irkcs,-") == ""
    beside = set(reading.classes[end : verb.start]) <= {"r"}
    return told and (fronted or beside)


def _is_before(reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit) -> bool:
    """Tell the day of what came before a happening: ahead of the talks, they met on Friday."""
    noun, words = noun_of(sentence, hit), reading.codebook.grammar.words
    if noun is None or noun.role != "prep":
        return False
    left = sentence.parse.phrases[noun.left] if noun.left >= 0 else None
    led = left is not None and reading.tokens.lowers[left.end - 1] in words["lead_up"]
    if not led and noun.prep not in words["ahead"]:
        return False
    at = reading.tokens.at(phrase.start)
    beyond = any(noun.end <= verb.start < at for verb in sentence.parse.verbs)
    return at < noun.start or beyond


def is_of_next(reading: Reading, sentence: Sentence, phrase: DatePhrase, verb: int) -> bool:
    """Tell the day of a main clause that comes after: the round was useful, and another starts on Friday."""
    number, verbs = clause_verb(reading, sentence, phrase), sentence.parse.verbs
    at = reading.tokens.at(phrase.start)
    if any(is_beside(verbs, verb, other) and other.start < at for other in verbs[verb + 1 :]):
        return True  # to free them, and to meet again in May
    if verb < 0 or number <= verb or verbs[number].marker or verbs[number].subject < 0:
        return False
    subject = sentence.parse.phrases[verbs[number].subject]
    own = verbs[verb].form == "finite" and subject.start > verbs[verb].start
    return own and subject.after == "coordinator" and reading.classes[subject.start] != "p"


def is_of_basis(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day of what is done by a deal, or after a truce: swapped on Friday under a deal."""
    noun = noun_of(sentence, hit)
    words, past = reading.codebook.grammar.words["basis"], reading.codebook.statuses.past
    if noun is None or reading.codebook.kinds[hit.kind].file.encounter:
        return noun is not None and noun.prep in words and at < noun.start
    noun = root_of(sentence, noun)
    return noun.prep in words | past and at < noun.start


def own_part(reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit) -> DatePhrase:
    """Return the day of the happening itself in one counted from it: three days before Friday's summit."""
    meaning, noun = phrase.meaning, noun_of(sentence, hit)
    end = reading.tokens.ending_by(phrase.end)
    base = meaning.base if isinstance(meaning, Offset) else None
    if base is None or noun is None or not noun.start < end < noun.end or reading.classes[end] != "'":
        return phrase
    return phrase._replace(start=reading.tokens.starts[end - 1], meaning=base)


def is_of_else(reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit) -> bool:
    """Tell a day on which something else was: somebody spoke, but not at it, or others prepared."""
    said = not _is_where_said(reading, sentence, hit)
    said = said and is_attribution(reading, sentence, phrase, _told_at(reading, sentence, hit))
    return said or _is_before(reading, sentence, phrase, hit) or is_of_first_plan(reading, sentence, phrase)


def _is_where_said(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell at what something is said, on that very day: on Monday during a visit to Castrel."""
    noun = noun_of(sentence, hit)
    verb = sentence.parse.verbs[noun.verb] if noun and noun.role == "prep" and noun.verb >= 0 else None
    if noun is None or verb is None or verb.lemma not in reading.codebook.speech.reporting:
        return False
    return noun.prep in reading.codebook.grammar.words["meanwhile"] and noun.start > verb.end


def _told_at(reading: Reading, sentence: Sentence, hit: Hit) -> int | None:
    """Return the token of a happening, but for one of an adverbial: on Friday, after talks, Ekre said …"""
    noun = noun_of(sentence, hit)
    before = noun is not None and any(noun.end <= v.start for v in sentence.parse.verbs)
    if noun is None or not before or noun.role != "prep":
        return hit.head
    noun = root_of(sentence, noun)
    later = any(v.end <= noun.start for v in sentence.parse.verbs)
    return hit.head if later or reading.cast.is_post(noun.start, noun.end) else None
