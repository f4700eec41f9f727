"""Whether what tells of a thing bears out that there is one: a list is handed over, a statement says."""

from __future__ import annotations

from talks.codebook.kinds import KindFile
from talks.dates import DateContext, resolve
from talks.events.phrases import noun_of, phrase_of, relative_of
from talks.events.triggers import Hit
from talks.events.verdicts import PLAIN, SURE, WEAK, Verdict
from talks.models import Precision, Status, When
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = ["DONE_BEHIND", "SHOWN", "borne_out", "own_date"]

UNDONE = frozenset({Status.HELD, Status.PLANNED, Status.PROPOSED})  # by the words around a thing
LIFETIME = 25  # years
DONE = frozenset({Status.HELD, Status.AGREED, Status.ONGOING})  # by what a participle says of a thing
DONE_BEHIND = "status.done"
PARTICIPLES = ("e", "E")  # classes
PREPOSITION = "i"  # its class
NEXT = 3  # tokens before a phrase in which a date that belongs to it can begin
SHOWN = Verdict(Status.HELD, PLAIN, -1, "status.shown")  # whatever is told of it: its own words show it


def borne_out(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict | None) -> Verdict | None:
    """Return a verdict as far as what governs the happening, or its own words, bear it out."""
    file, phrase = reading.codebook.kinds[hit.kind].file, noun_of(sentence, hit)
    if (
        verdict
        and verdict.status is Status.ONGOING
        and not file.drawn_up
        and _is_drafted(reading, sentence, hit, verdict)
    ):
        verdict = verdict._replace(status=Status.PROPOSED)
    open_yet = verdict is None or verdict.status in UNDONE
    if file.terms and phrase and verdict and verdict.weight <= WEAK and verdict.status is file.weak:
        lasted = own_date(reading, _with_scope(sentence, phrase)).precision is Precision.SPAN
        return Verdict(Status.HELD, PLAIN, verdict.verb, "status.days") if lasted else verdict
    drawn_up = _is_drawn_up(reading, sentence, hit, verdict)
    carried_out = file.handover and verdict is not None and verdict.status is Status.AGREED
    there = carried_out or (drawn_up and open_yet)  # last month's swap, which was agreed in Castrel
    if there and phrase and own_date(reading, phrase).known:
        return SHOWN
    done = _done_behind(reading, sentence, hit) if drawn_up and open_yet else None
    if done:
        return done
    governed = verdict if verdict and _is_told(reading, sentence, hit, verdict) else None
    if drawn_up and _is_known(reading, sentence, hit, verdict) and (not governed or governed.weight <= WEAK):
        return SHOWN if open_yet else verdict
    if governed:
        return _as_governed(reading, sentence, hit, governed, drawn_up=drawn_up)
    shown = _shown(reading, sentence, phrase, file) if drawn_up and phrase and open_yet else None
    dated = hit.trigger.sought and phrase is not None and own_date(reading, phrase).known
    return shown or (None if dated else _ungoverned(hit, verdict))


def _is_drafted(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict) -> bool:
    """Tell what somebody works on, or on which work goes on: it is under way only if it is a text."""
    drafting = reading.codebook.statuses.truth["drafting"]
    verb, noun = sentence.parse.verb_at(verdict.verb), noun_of(sentence, hit)
    left = sentence.parse.phrases[noun.left] if noun and noun.prep == "on" and noun.left >= 0 else None
    worked_on = left is not None and reading.tokens.lowers[left.end - 1] in drafting
    return worked_on or (verb is not None and verb.lemma in drafting)


def _is_drawn_up(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict | None) -> bool:
    """Tell a text that there can be, and that is not still to come."""
    file, phrase = reading.codebook.kinds[hit.kind].file, noun_of(sentence, hit)
    none = phrase is not None and _is_none(reading, phrase)
    if not file.drawn_up or hit.trigger.governors or hit.trigger.sought or none:
        return False
    return not _is_to_come(reading, sentence, phrase, verdict)


def _is_known(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict | None) -> bool:
    """Tell what is there, so called, whatever is told of it: the draft, but not one that somebody wants."""
    phrase = noun_of(sentence, hit)
    if not hit.trigger.known or phrase is None or hit.head < phrase.end - 1:  # no draft resolution
        return False
    verb = sentence.parse.verb_at(verdict.verb) if verdict else None
    wanted = verb is not None and verb.lemma in reading.codebook.grammar.words["needing"]
    return not (wanted or _is_unfinished(reading, sentence, phrase))


def _is_unfinished(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell a text that is still being written: is almost complete, was in its last stages of preparation."""
    lowers, barely = reading.tokens.lowers, reading.codebook.statuses.truth["barely"]
    making = reading.codebook.grammar.words["in_the_making"]
    own = [n for n, verb in enumerate(sentence.parse.verbs) if verb.subject == phrase.number]
    stages = (p for p in sentence.parse.phrases if p.prep == "in" and p.verb in own)
    if any(not making.isdisjoint(lowers[p.start : p.end]) for p in stages):
        return True
    groups = (sentence.parse.verbs[number] for number in own)
    return any(not barely.isdisjoint(lowers[verb.start : verb.end + 1]) for verb in groups)


def _is_told(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict) -> bool:
    """Tell what something is done with, or what is told outright to be due or refused."""
    news = _is_news(reading, noun_of(sentence, hit), verdict)
    return news or _is_governed(reading, sentence, hit, verdict)


def _as_governed(
    reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict, *, drawn_up: bool
) -> Verdict:
    """Return a verdict as sure as what is done with a text; a version that somebody proposes is there."""
    told, phrase = _as_delivered(reading, sentence, hit, verdict), noun_of(sentence, hit)
    if not drawn_up or phrase is None or told.status is not Status.PROPOSED:
        return told
    there = _is_version(reading, phrase, reading.codebook.kinds[hit.kind].file)
    return told._replace(status=Status.HELD) if there else told


def _ungoverned(hit: Hit, verdict: Verdict | None) -> Verdict | None:
    """Return what stands where nothing is done with what asks for it."""
    if verdict is None or not (hit.trigger.governors or hit.trigger.sought):
        return None
    if verdict.status is Status.HELD:  # but they only have 3,000 bodies ready
        return verdict._replace(status=Status.PROPOSED)
    told = verdict.weight >= SURE or (hit.trigger.sought and verdict.status in UNDONE | {Status.REJECTED})
    return verdict if told else None  # experts will soon identify the bodies


def _with_scope(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return the last phrase that says for whom or where a truce is, before its days; itself if none does."""
    own = [other for other in sentence.parse.phrases[phrase.number + 1 :] if other.left == phrase.number]
    return own[-1] if own else phrase


def _is_to_come(reading: Reading, sentence: Sentence, phrase: Phrase | None, verdict: Verdict | None) -> bool:
    """Tell a text that is only wanted: the proposed statement, a draft that will be written or is needed."""
    if phrase is None:
        return False
    told = verdict.verb if verdict and verdict.verb >= 0 else phrase.verb
    verb = sentence.parse.verb_at(told)
    if verb is not None and verb.lemma in reading.codebook.grammar.words["presupposing"]:
        return False
    done = verb is not None and (verb.passive or phrase.role != "subject")  # not what it would bring
    if verb is not None and done and (verb.modal or verb.negated or verb.tense == "future"):
        left = verb.negated and verb.tense == "past" and not verb.modal  # had not signed the 2018 deal
        return not left or not own_date(reading, phrase).known
    if verb is not None and verb.passive and verb.lemma in reading.codebook.grammar.words["needing"]:
        return True
    adjectives, inside = reading.codebook.statuses.adjective, reading.tokens.lowers[phrase.start : phrase.end]
    return any(adjectives.get(word) in (Status.PLANNED, Status.PROPOSED) for word in inside)


def _is_news(reading: Reading, phrase: Phrase | None, verdict: Verdict) -> bool:
    """Tell what is told outright to be due, or refused, whatever is done with it: not "no deal"."""
    words = reading.codebook.grammar.words
    outright = verdict.weight >= SURE and verdict.status in (Status.PLANNED, Status.REJECTED)
    opening = reading.tokens.lowers[phrase.start] if phrase else ""
    return outright and opening not in words["none"] | words["whichever"]


def _is_none(reading: Reading, phrase: Phrase) -> bool:
    """Tell a thing that there is none of: there is no 12-point plan."""
    return reading.tokens.lowers[phrase.start] in reading.codebook.grammar.words["none"]


def _as_delivered(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict) -> Verdict:
    """Return a verdict as sure as what was done with a text: the reply, delivered in May, left it open."""
    phrase, file = noun_of(sentence, hit), reading.codebook.kinds[hit.kind].file
    if phrase is None or not file.speaking or verdict.weight >= PLAIN or verdict.status is not Status.HELD:
        return verdict
    governors, verbs = file.governors.split(), sentence.parse.verbs
    own = [n for n, v in enumerate(verbs) if v.subject == phrase.number and v.lemma in governors]
    done = next((n for n in own if not (verbs[n].objects or verbs[n].modal or verbs[n].negated)), -1)
    return verdict._replace(weight=PLAIN, verb=done) if done >= 0 else verdict


def _is_governed(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict) -> bool:
    """Tell whether something is done with what would not be a happening by itself: a list is handed over."""
    governors = hit.trigger.governors or reading.codebook.kinds[hit.kind].file.governors.split()
    if not governors or hit.trigger.role == "verb":
        return True
    phrase = phrase_of(sentence, hit.head)
    number = phrase.number if phrase else -1
    verbs = sentence.parse.verbs
    genitive = phrase is not None and phrase.prep == "of" and phrase.left >= 0
    left = sentence.parse.phrases[phrase.left] if phrase and genitive else None
    if left and reading.codebook.grammar.lemmas.get(reading.tokens.lowers[left.end - 1]) in governors:
        return True  # the signing of the treaty
    relative = relative_of(sentence, phrase) if phrase else -1
    if relative >= 0 and verbs[relative].lemma in governors:
        return True
    if any(verb.subject == number and verb.lemma in governors for verb in verbs):
        return True
    lemma = verbs[verdict.verb].lemma if verdict.verb >= 0 else ""
    pair = (lemma, phrase.prep if phrase else "")  # the talks led to a deal, ended with a statement
    return lemma in governors or reading.codebook.statuses.preposition.get(pair) is Status.HELD


def _shown(reading: Reading, sentence: Sentence, phrase: Phrase, file: KindFile) -> Verdict | None:
    """Return that a thing is there where what it says, or is called, shows it."""
    if _speaks(sentence, phrase, frozenset(file.speaking.split())) or _is_version(reading, phrase, file):
        return SHOWN
    if file.speaking and _is_presupposed(reading, sentence, phrase):
        return SHOWN
    number = _told_in(reading, sentence, phrase) if file.speaking else -1
    return Verdict(Status.HELD, PLAIN, number, "status.told_in") if number >= 0 else None


def _done_behind(reading: Reading, sentence: Sentence, hit: Hit) -> Verdict | None:
    """Return that something is there, by a participle behind it: in a statement released there."""
    phrase = noun_of(sentence, hit)
    if phrase is None or phrase.role == "subject":
        return None
    if reading.classes[phrase.end : phrase.end + 1] not in PARTICIPLES:
        return None
    number = next((n for n, verb in enumerate(sentence.parse.verbs) if verb.start == phrase.end), -1)
    lemma = sentence.parse.verbs[number].lemma if number >= 0 else ""
    done = reading.codebook.statuses.object.get(lemma) in DONE
    governed = lemma in reading.codebook.kinds[hit.kind].file.governors.split()
    return Verdict(Status.HELD, PLAIN, number, DONE_BEHIND) if done and governed else None


def _is_version(reading: Reading, phrase: Phrase, file: KindFile) -> bool:
    """Tell a text that is known to be one of several, or to the press: the initial draft, a 12-point plan."""
    inside = reading.tokens.lowers[phrase.start : phrase.end]
    words = reading.codebook.grammar.words
    counted = not words["parted"].isdisjoint(inside) and "#" in reading.classes[phrase.start : phrase.end]
    return bool(file.speaking) and (counted or not words["version"].isdisjoint(inside))


def _is_presupposed(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell a text that is there whether the verb is denied or not: they have not honoured the memorandum."""
    verb = sentence.parse.verb_at(phrase.verb)
    own = verb is not None and (phrase.role == "object" or (phrase.role == "subject" and verb.passive))
    return own and verb is not None and verb.lemma in reading.codebook.grammar.words["presupposing"]


def _told_in(reading: Reading, sentence: Sentence, phrase: Phrase) -> int:
    """Return the verb of what is told in a thing, or -1: in an open letter, they called for a truce."""
    verbs, words = sentence.parse.verbs, reading.codebook.grammar.words
    if (
        phrase.prep not in words["told_in"]
        or reading.tokens.lowers[phrase.start] not in words["indefinite"] | words["separate"]
    ):
        return -1
    later = (n for n, v in enumerate(verbs) if v.start >= phrase.end and v.form == "finite")
    number = phrase.verb if phrase.verb >= 0 else next(later, -1)
    return number if number >= 0 and _is_plain(verbs[number]) else -1


def _speaks(sentence: Sentence, phrase: Phrase, speaking: frozenset[str]) -> bool:
    """Tell a thing that says what is in it: a joint statement said, the draft identifies the aggressor."""
    own = (verb for verb in sentence.parse.verbs if verb.subject == phrase.number)
    return any(verb.lemma in speaking and _is_plain(verb) and not verb.passive for verb in own)


def _is_plain(verb: Verb) -> bool:
    return verb.form == "finite" and not (verb.modal or verb.negated) and verb.tense != "future"


def own_date(reading: Reading, phrase: Phrase) -> When:
    """Return the day in the past that a thing bears: the 2015 agreement, the map of 22 April."""
    lowers, tokens = reading.tokens.lowers, reading.tokens
    dated = reading.codebook.grammar.words["bearing_date"]
    context = DateContext(reading.article.published, "past", None, reading.dated)
    for date in reading.dates_in(max(0, phrase.start - NEXT), phrase.end + 2):
        first, last = tokens.at(date.start), tokens.ending_by(date.end)
        told_on = first > 0 and reading.classes[first - 1] == PREPOSITION  # said on Friday a deal was near
        own = (last == phrase.start and not told_on) or phrase.start <= first < phrase.end
        when = resolve(date, context)
        if (own or (first == phrase.end + 1 and lowers[phrase.end] in dated)) and _has_been(reading, when):
            return when
    return When.unknown()


def _has_been(reading: Reading, when: When) -> bool:
    """Tell a day before the article's, and not a lifetime ago: no protocol of 1977."""
    today = reading.article.published.earliest
    if today is None or when.earliest is None:
        return when.known
    return when.earliest < today and today.year - when.earliest.year <= LIFETIME
