"""Happenings told by a word that stands for their noun: the next one may be in May; a third is suspended."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from talks.events.finding import tell_of
from talks.events.happenings import Happening
from talks.events.lines import item_of, make_line
from talks.events.outcome.status import Judge
from talks.events.phrases import phrase_of
from talks.events.triggers import Hit, find_hits, may_tell
from talks.events.verdicts import PLAIN
from talks.events.who.participants import PAIR
from talks.numbers import load_number_words
from talks.patterns import Match
from talks.reading import Reading, Sentence

__all__ = ["find_standins"]

RULE = "events.standin"  # and the rule that finds the noun: the Sudrian one is a memorandum
LOOKED_BACK = 10  # happenings
BACK = 1  # paragraphs in which the noun stands
SENTENCES = 3  # among which it is looked for


class _Noun(NamedTuple):
    """What was told of before: its last token, kind and rule, and the happening, if it was one."""

    head: int
    kind: str
    rule: str
    told: Happening | None


def find_standins(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Return what is told by "another one", or by a number alone, of the kind of which was told before."""
    ordered = sorted(found, key=lambda h: h.head)
    heads = {happening.head for happening in ordered if happening.weight}  # but not what only points back
    out: list[Happening] = []
    for sentence in reading.sentences:
        for at in _standing(reading, sentence):
            noun = None if at in heads else _noun_before(reading, ordered, sentence, at)
            if noun is not None:
                told = _told(reading, sentence, at, noun)
                out += (happening for happening in told if not _is_of_outcome(reading, ordered, happening))
    return out


def _is_of_outcome(reading: Reading, found: Sequence[Happening], standin: Happening) -> bool:
    """Tell the day of what came of it: the first led to an exchange of prisoners on 3 May."""
    if standin.when.phrase is None:
        return False
    first, day = standin.head, reading.tokens.at(standin.when.phrase.start)
    between = (h for h in found if first < h.head < day and h.kind != standin.kind)
    return any(h.when.phrase == standin.when.phrase for h in between)


def _told(reading: Reading, sentence: Sentence, at: int, noun: _Noun) -> Iterator[Happening]:
    """Yield what a verb, or a day with a place or figures, tells of what a token stands for."""
    line = make_line(reading, sentence)
    head = at if phrase_of(sentence, at) else at - 1  # cut behind its article, which alone hangs on a verb
    item = item_of(line, head)
    rows = reading.codebook.kinds[noun.kind].triggers
    rule = f"{RULE}.{noun.rule.rpartition('.')[2]}"
    trigger = replace(rows[0], name=rule, role="noun", who="anyone", governors=frozenset())
    hit = Hit(trigger, Match(trigger.pattern, item, item + 1, item), head, head, at + 1)
    number = load_number_words().ordinals.get(reading.tokens.lowers[at])
    judge = Judge(reading, sentence, line)
    verdict = judge.judge(hit)
    if verdict is not None and _starts_work(reading, sentence, verdict.verb):
        return
    plain = verdict is not None and verdict.weight >= PLAIN
    for happening in tell_of(reading, sentence, judge, [hit]):
        if not (plain or ((happening.place or happening.counts) and happening.when.known)):
            continue
        before, own = noun.told.parties if noun.told else (), happening.parties
        shared = before if before and len(own) < PAIR and set(own) <= set(before) else own
        numbered = number if reading.codebook.kinds[noun.kind].file.rounds else None
        yield replace(happening, parties=shared, round=happening.round or numbered, definite=False)


def _starts_work(reading: Reading, sentence: Sentence, number: int) -> bool:
    """Tell what begins to do what no happening does: the first has started operating, of ten factories."""
    verbs, statuses = sentence.parse.verbs, reading.codebook.statuses
    starts = reading.codebook.grammar.words["beginning"]
    begun = (v for n, v in enumerate(verbs) if number in (n, v.governor) and v.governor >= 0)
    return any(
        v.form in ("ing", "infinitive")
        and verbs[v.governor].lemma in starts
        and v.lemma not in statuses.subject
        and not v.passive
        for v in begun
    )


def _noun_before(reading: Reading, found: Sequence[Happening], sentence: Sentence, at: int) -> _Noun | None:
    """Return the last noun before a token for which it can stand."""
    last = bisect_left(found, at, key=lambda happening: happening.head)
    told = found[max(0, last - LOOKED_BACK) : last]
    near = (h for h in told if sentence.paragraph - h.sentence.paragraph <= BACK)
    nouns = [_Noun(h.head, h.kind, h.rule, h) for h in near if _is_there(reading, h.sentence, h.head)]
    number = bisect_left(reading.sentences, sentence.start, key=lambda other: other.start)
    for other in reading.sentences[max(0, number - SENTENCES) : number + 1]:
        if sentence.paragraph - other.paragraph <= BACK and may_tell(reading, other):
            hits = find_hits(make_line(reading, other))
            own = (hit for hit in hits if hit.head < at and _is_noun(reading, other, hit))
            nouns += [_Noun(hit.head, hit.kind, hit.trigger.name, None) for hit in own]
    if reading.tokens.lowers[at] in reading.codebook.grammar.words["gathering"]:
        nouns = [noun for noun in nouns if reading.codebook.kinds[noun.kind].file.encounter]
    return max(nouns, key=lambda noun: (noun.head, noun.told is not None), default=None)


def _is_noun(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell a noun that is of a kind whoever takes part."""
    noun = hit.trigger.role == "noun" and hit.trigger.who == "anyone"
    return noun and _is_there(reading, sentence, hit.head)


def _is_there(reading: Reading, sentence: Sentence, head: int) -> bool:
    """Tell what there is, or may be, from what there was nothing of: without a truce."""
    phrase = phrase_of(sentence, head)
    return phrase is None or phrase.prep not in reading.codebook.statuses.absent


def _standing(reading: Reading, sentence: Sentence) -> Iterator[int]:
    """Yield the tokens of a sentence that stand for a noun, and end its phrase."""
    lowers, classes = reading.tokens.lowers, reading.classes
    ordinals, words = load_number_words().ordinals, reading.codebook.grammar.words
    another, standing = words["another"], words["standing_for"] | words["gathering"]
    numbering = ordinals.keys() | words["latest"]
    if (standing | another | numbering).isdisjoint(lowers[sentence.first : sentence.last + 1]):
        return
    for phrase in sentence.parse.phrases:
        alone = phrase.end - phrase.start == 1
        cut = (
            alone
            and classes[phrase.start] == "d"
            and any(w in numbering for w in lowers[phrase.end : phrase.end + 1])
        )
        at = phrase.end - (not cut)  # a third is suspended: the noun phrase is cut behind its article
        if not words["taken_from"].isdisjoint(lowers[at + 1 : at + 2]):
            continue  # one of them, the latest from Harvik
        joined = classes[at + 1 : at + 2] == "c"  # a third and a fourth round
        numbered = lowers[at] in numbering and at > phrase.start and phrase.role == "subject" and not joined
        if numbered or (alone and lowers[at] in another) or _is_told_apart(reading, phrase.start, at):
            yield at


def _is_told_apart(reading: Reading, first: int, last: int) -> bool:
    """Tell "the next one", "a second meeting", "the Sudrian one" from "this one" and "the good one"."""
    words, ordinals = reading.codebook.grammar.words, load_number_words().ordinals
    inside, standing = reading.tokens.lowers[first : last + 1], words["standing_for"] | words["gathering"]
    if inside[-1] not in standing or "than" in inside[-2:]:
        return False
    telling = (
        words["next"]
        | words["another"]
        | words["threefold"]
        | words["former"]
        | words["latest"]
        | ordinals.keys()
    )
    named = any(name.kind in ("adjective", "party") for name in reading.cast.names_in(first, last))
    return named or not telling.isdisjoint(inside)
