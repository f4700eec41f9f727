"""Find the happenings of one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from talks.events.assembling import Telling, assemble
from talks.events.counting.counts import find_counts
from talks.events.counting.figures import BARE
from talks.events.counting.stages import Stage, Told, find_stages
from talks.events.extents import clause_of, stretch_of
from talks.events.happenings import Happening
from talks.events.joining.overlaps import without_overlaps
from talks.events.joining.references import find_implied, recognise
from talks.events.lines import make_line
from talks.events.outcome.consent import is_half_agreed
from talks.events.outcome.exclusions import is_other, without_strangers
from talks.events.outcome.governing import DONE_BEHIND, SHOWN, borne_out, own_date
from talks.events.outcome.status import Judge
from talks.events.phrases import has_word, noun_of, phrase_of
from talks.events.rounds import find_rounds
from talks.events.triggers import Hit, find_hits, may_tell
from talks.events.verdicts import POSTPONED, Verdict
from talks.events.when.apart import is_of_noun
from talks.events.when.postponing import find_new_date, find_postponement
from talks.events.when.times import find_whens, is_plural
from talks.events.when.wishes import is_in_prospect
from talks.events.where.places import place_named
from talks.events.where.stations import find_stations
from talks.events.who.gapping import Turn, find_turns, those_of
from talks.events.who.internal_meetings import is_internal
from talks.events.who.nobody import can_stand_alone, is_told_enough
from talks.events.who.participants import (
    PAIR,
    find_participants,
)
from talks.models import Basis, Status, When
from talks.reading import Reading, Sentence
from talks.terms import REAL
from talks.told import resolve_in

__all__ = ["find_happenings", "tell_of"]

POINTING = 0.0  # of "the meeting", which stands for nothing by itself
UNTOLD = (Basis.UNKNOWN, Basis.PUBLISHED)


def find_happenings(reading: Reading, sentence: Sentence) -> list[Happening]:
    """Return what a sentence tells of happenings, with those it only leans on."""
    line = make_line(reading, sentence) if may_tell(reading, sentence) else None
    hits = find_hits(line) if line else []
    if line is None or not hits:
        return list(find_implied(reading, sentence, []))
    judge = Judge(reading, sentence, line)
    by_head: dict[int, list[Hit]] = {}
    for hit in _without_purposes(reading, sentence, judge, without_strangers(reading, sentence, hits)):
        by_head.setdefault(hit.head, []).append(hit)
    found = [
        recognise(reading, h) for group in by_head.values() for h in tell_of(reading, sentence, judge, group)
    ]
    kinds = reading.codebook.kinds
    told = [hit for hit in hits if kinds[hit.kind].file.encounter]
    if told and not found and all(judge.judge(hit) is None for hit in told):
        return []  # the words that tell of one say that there was none
    meant = [hit for hit in told if not hit.trigger.journey]
    if meant and all(is_other(reading, sentence, hit) for hit in meant):
        found = [h for h in found if not h.journey]  # went there for the summit of an alliance
    found = without_overlaps(reading, sentence, found)
    return [*found, *find_implied(reading, sentence, found)]


def _without_purposes(reading: Reading, sentence: Sentence, judge: Judge, hits: list[Hit]) -> list[Hit]:
    """Return the triggers but for what an encounter is held for: they met in Castrel to negotiate terms."""
    if len(hits) == 1:
        return hits
    kinds, verbs = reading.codebook.kinds, judge.verbs
    encounters = [hit for hit in hits if kinds[hit.kind].file.encounter]
    of_verb = {id(hit): judge.verb_of(hit) for hit in encounters}
    nouns = {id(hit): noun_of(sentence, hit) for hit in encounters}
    settings = {key for key, noun in nouns.items() if noun and noun.role == "prep"}  # agreed at talks to meet
    told = [hit for hit in encounters if not hit.trigger.journey and id(hit) not in settings]
    meeting = {of_verb[id(hit)] for hit in told}

    def is_purpose(hit: Hit) -> bool:
        number = of_verb.get(id(hit), -1) if hit.trigger.role == "verb" else -1
        return number >= 0 and verbs[number].form == "infinitive" and verbs[number].governor in meeting - {-1}

    return [hit for hit in hits if not is_purpose(hit)]


def tell_of(reading: Reading, sentence: Sentence, judge: Judge, hits: list[Hit]) -> Iterator[Happening]:
    """Yield the happenings of the trigger that fits best among those with one head."""
    kinds = reading.codebook.kinds
    ranked = sorted(
        hits,
        key=lambda hit: (
            not kinds[hit.kind].file.prior,
            hit.trigger.who == "anyone",
            hit.trigger.who != "guest",
            hit.first - hit.last,
            hit.trigger.name,
        ),
    )
    for hit in ranked:
        verdict = borne_out(reading, sentence, hit, judge.judge(hit))
        if verdict is None:
            continue
        hoped = verdict.status is Status.PROPOSED or judge.is_expected(verdict) or verdict.rule == DONE_BEHIND
        if hit.trigger.who == "guest" and verdict.status not in REAL:
            continue  # whom the president would meet there nobody says
        if kinds[hit.kind].file.terms and is_half_agreed(reading, sentence, verdict):
            verdict = verdict._replace(status=Status.PROPOSED)
        people = find_participants(reading, sentence, hit, verdict.verb)
        if is_internal(reading, sentence, hit, verdict.verb, people):
            return
        if people.fit(hit.trigger.who, hit.trigger.role):
            telling = Telling(reading, sentence, hit, verdict, people)
            turns = find_turns(reading, sentence, hit, verdict.verb)
            found = _in_turn(telling, turns) or _happenings(telling)
            # that somebody would like, but by a deadline; that is only leant on, but with its day
            wished = hoped and not (kinds[hit.kind].file.sought or hit.trigger.sought)
            yield from (h for h in found if not wished or h.when.basis not in UNTOLD)
            return
    yield from _pointing(reading, sentence, judge, ranked)


def _pointing(reading: Reading, sentence: Sentence, judge: Judge, hits: list[Hit]) -> Iterator[Happening]:
    """Yield what only points at an encounter told before, or is one of which nobody says whose it is."""
    kinds = reading.codebook.kinds
    for hit in (hit for hit in hits if hit.trigger.role == "noun" and kinds[hit.kind].file.encounter):
        verdict = judge.judge(hit)
        if verdict is None:
            continue
        told = has_word(reading, phrase_of(sentence, hit.head), "pointing")
        alone = not told and can_stand_alone(reading, sentence, hit, verdict)
        if not (told or alone or verdict.status is Status.CANCELLED):
            continue
        people = find_participants(reading, sentence, hit, -1)
        if people.people or people.parties:
            continue
        for found in _happenings(Telling(reading, sentence, hit, verdict, people)):
            in_general = found.place and found.when.known and is_plural(reading, hit)
            if alone and is_told_enough(reading, found):
                yield replace(found, unattended=True)
            elif not (alone or in_general):  # the meetings in Castrel in May
                yield replace(found, weight=POINTING, parties=())
        return


def _happenings(telling: Telling) -> Iterator[Happening]:
    reading, sentence, hit, verdict, _ = telling
    stages = _stages(reading, sentence, hit, verdict)
    if stages:
        whole = assemble(telling, stages[0].when)
        yield from (replace(whole, when=stage.when, counts=stage.counts) for stage in stages)
        return
    rounds = find_rounds(reading, hit) if telling.file.rounds else []
    off = find_postponement(reading, sentence, hit) if verdict.status is Status.UNSCHEDULED else -1
    if verdict.rule == POSTPONED or off >= 0:
        later = find_new_date(reading, sentence, off if off >= 0 else sentence.parse.verbs[verdict.verb].end)
        planned = verdict._replace(status=Status.PLANNED) if later.known else verdict
        telling, whens = telling._replace(verdict=planned), [later]
    elif verdict is SHOWN:
        noun = noun_of(sentence, hit)
        whens = [own_date(reading, noun) if noun else When.unknown()]
    else:
        whens = find_whens(reading, sentence, hit, verdict.verb, verdict.status, len(rounds))
    stations = find_stations(reading, sentence, hit.head + 1, whens) if len(whens) > 1 else []
    for number in range(max(len(whens), len(rounds))):
        when = whens[number] if number < len(whens) else When.unknown()
        if hit.trigger.journey and when.basis in UNTOLD and not _is_some_day(telling):
            continue  # where somebody travels is told of anybody; on which day, of meetings
        numbered = rounds[number] if number < len(rounds) else None
        found = assemble(telling, when, numbered)
        yield replace(found, place=stations[number]) if any(stations[number : number + 1]) else found


def _is_some_day(telling: Telling) -> bool:
    """Tell that a day is told, which nobody can work out where the article has none: he came on Monday."""
    reading, sentence, hit, verdict, _ = telling
    undated = reading.article.published.earliest is None
    return undated and bool(reading.dates_in(*clause_of(sentence, verdict.verb, hit)))


def _in_turn(telling: Telling, turns: Sequence[Turn]) -> list[Happening]:
    """Return the encounters that one verb tells one after another, each with those told in its turn."""
    reading, sentence, hit, verdict, _ = telling
    found: list[Happening] = []
    for turn in turns:
        met = those_of(reading, sentence, hit, verdict.verb, turn, turns)
        people = find_participants(reading, sentence, hit, verdict.verb, met)
        if people.fit(hit.trigger.who, hit.trigger.role):
            when = resolve_in(reading, sentence, turn.day, verdict.status)
            place = place_named(reading, turn.first, turn.last, told=True)
            found.append(replace(assemble(telling._replace(people=people), when), place=place))
    return found


def _stages(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict) -> list[Stage]:
    """Return the stages of what its figures tell apart: 390 prisoners on Friday, 307 on Saturday."""
    file = reading.codebook.kinds[hit.kind].file
    if not file.handover or verdict.rule == POSTPONED:
        return []
    start, end = clause_of(sentence, verdict.verb, hit)
    start, end = stretch_of(reading, hit, start, _goes_on_to(sentence, end))
    dates = reading.dates_in(start, end)
    if len(dates) < PAIR:
        return []
    at = reading.tokens.at
    dates = [
        p for p in dates if sentence.holds(p.start) and not is_of_noun(reading, sentence, at(p.start), hit)
    ]
    dates = [p for p in dates if not is_in_prospect(reading, sentence, p, hit, verdict.status)]
    told = [(p, resolve_in(reading, sentence, p, verdict.status)) for p in dates]
    counts = find_counts(reading, sentence, hit, verdict.verb, file)
    return find_stages(reading, sentence, Told(start, end, told, counts, file.units.get(BARE)))


def _goes_on_to(sentence: Sentence, end: int) -> int:
    """Return the end of the clauses without a subject of their own: the exchange, carried out in May."""
    phrases, verbs = sentence.parse.phrases, sentence.parse.verbs
    owned = (v for v in verbs if v.form == "finite" and v.clause >= end and v.subject >= 0)
    return next((v.clause for v in owned if phrases[v.subject].start >= end), sentence.last)
