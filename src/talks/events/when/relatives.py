"""Days of what is said beside a happening: of a clause or a participle that hangs on a noun."""

from __future__ import annotations

from talks.events.phrases import RELATIVES, phrase_of, root_of, wholes_of
from talks.events.triggers import Hit
from talks.events.verdicts import OUTLOOK
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb
from talks.terms import PAST
from talks.told import clause_at, clause_verb

__all__ = [
    "is_beyond_relative",
    "is_of_participle",
    "is_of_relative",
    "is_subject_of_relative",
    "verbs_of_relatives",
]


def is_subject_of_relative(sentence: Sentence, phrase: Phrase, verb: Verb) -> bool:
    """Tell what a relative clause is about: a swap of 90 for 90, which was carried out."""
    if verb.marker not in RELATIVES or verb.subject < 0 or phrase.end > verb.start:
        return False
    subject = sentence.parse.phrases[verb.subject]
    return root_of(sentence, subject) is root_of(sentence, phrase)


def verbs_of_relatives(sentence: Sentence, phrase: Phrase) -> list[Verb]:
    """Return the verbs of the clauses that are about a noun, and their infinitives: which is to begin."""
    verbs = sentence.parse.verbs
    own = [n for n, v in enumerate(verbs) if is_subject_of_relative(sentence, phrase, v)]
    brought = (v for v in verbs if v.governor in own and v.form == "infinitive")
    return [*(verbs[n] for n in own), *brought]


def is_of_relative(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell a day of what is said beside: the exchange that came out of the talks of 2 June is complete.

    A clause that tells of the happening itself, such as "that took place on 2 June", is not meant, unless
    what stands around it has a day of its own.
    """
    number, verbs = clause_at(sentence, at), sentence.parse.verbs
    verb = verbs[number] if number >= 0 else None
    if verb is None or verb.marker not in RELATIVES or verb.clause < hit.last:
        return False
    around = {n for n, v in sentence.parse.finite if v.clause < hit.last <= verb.end < v.start}
    if not around:
        return False
    others = reading.dates_in(verb.end, sentence.last)
    dated = any(clause_verb(reading, sentence, other) in around for other in others)
    told = [v for v in verbs if verb.start <= v.start < at]  # were due to be held
    return dated or not any(_takes_place(reading, sentence, verb, v) for v in told)


def is_beyond_relative(_: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell a day of the clause around it: the talks, after which ten were freed, ended on Monday."""
    verbs = sentence.parse.verbs
    inner, outer = clause_at(sentence, hit.head), clause_at(sentence, at)
    if inner < 0 or outer in (-1, inner):
        return False
    relative, main = verbs[inner], verbs[outer]
    inside = relative.marker in RELATIVES and relative.clause <= hit.head
    return inside and main.clause < relative.clause and relative.end <= main.start


def _takes_place(reading: Reading, sentence: Sentence, relative: Verb, verb: Verb) -> bool:
    """Tell a verb of a relative clause by which what it hangs on took place, or was to."""
    tables, lowers = reading.codebook.statuses, reading.tokens.lowers
    marker = max((n for n in range(relative.start) if lowers[n] == relative.marker), default=-1)
    if verb.passive:
        return tables.passive.of(verb) in PAST
    if relative.subject < 0 or sentence.parse.phrases[relative.subject].end <= marker:  # it does, itself
        return tables.subject.of(verb) in PAST
    return not verb.objects and tables.object.of(verb) in PAST


def is_of_participle(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day of what a noun beside it is said to be: freed by agreements reached on 3 June."""
    verb = max((v for v in sentence.parse.verbs if v.end <= at), key=lambda v: v.start, default=None)
    if (
        verb is not None
        and hit.last <= verb.start
        and (_hangs_loose(reading, verb) or _is_as(reading, verb, at))
    ):
        return True
    if verb is None or verb.form != "participle":
        return False
    if at < hit.first:
        return _is_of_fronted(reading, sentence, verb, at)
    if verb.subject < 0 or hit.head >= verb.start:
        return False
    owner, own = sentence.parse.phrases[verb.subject], phrase_of(sentence, hit.head)
    near = sentence.parse.phrases[verb.subject + 1 :]
    directly = owner.end == verb.start and not any(p.start < at and p.role != "prep" for p in near)
    if own is not None and own in wholes_of(sentence, owner):
        return directly and _was_meant_then(reading, sentence, verb)
    return directly


def _is_of_fronted(reading: Reading, sentence: Sentence, verb: Verb, at: int) -> bool:
    """Tell the day of what something is done by, ahead of it: under a deal of 2 May, they are to swap."""
    if "," in reading.classes[verb.start : at]:
        return False
    lowers, words = reading.tokens.lowers, reading.codebook.grammar.words
    if verb.start == sentence.first + 1 and lowers[sentence.first] in words["according"]:
        return True  # as agreed on 2 May, they swapped them
    owner = sentence.parse.phrases[verb.subject] if verb.subject >= 0 else None
    if owner is None or lowers[owner.end - 1] not in words["arranged"]:
        return False
    between = [] if owner.prep else [","]  # a deal, reached on 2 May, tells of one
    return lowers[owner.end : verb.start] == between


def _hangs_loose(reading: Reading, verb: Verb) -> bool:
    """Tell a participle that looks like a verb without a subject: eight people, abducted in March."""
    set_off = verb.start > 0 and reading.classes[verb.start - 1] == ","
    return set_off and verb.form == "finite" and verb.tense == "past" and verb.subject < 0 and not verb.modal


def _is_as(reading: Reading, verb: Verb, at: int) -> bool:
    """Tell a participle that says how it was to be, with its day: crossed the bridge, as agreed on 2 May."""
    comma, before = ([""] * 2 + reading.tokens.lowers[max(0, verb.start - 2) : verb.start])[-2:]
    told = comma == "," and before in reading.codebook.grammar.words["according"]
    return told and verb.form == "participle" and "," not in reading.tokens.lowers[verb.start : at]


def _was_meant_then(reading: Reading, sentence: Sentence, participle: Verb) -> bool:
    """Tell the day on which something was only agreed: the exchanges arranged on 2 June were finished."""
    tables = reading.codebook.statuses
    done = (v for v in sentence.parse.verbs if v.subject == participle.subject and v.form == "finite")
    finished = any(v.tense == "past" and v.lemma in tables.truth["completing"] for v in done)
    return finished and tables.object.of(participle) in OUTLOOK
