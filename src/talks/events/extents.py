"""How far the clause reaches in which a happening is told, or the adverbial that only names it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from talks.dates import DatePhrase
from talks.events.phrases import noun_of, root_of
from talks.events.triggers import Hit
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb
from talks.terms import PAST

__all__ = [
    "adverbial_of",
    "clause_of",
    "is_before_aside",
    "is_beside",
    "is_clause_aside",
    "is_credit",
    "is_of_clause",
    "of_stretch",
    "stretch_of",
]

AFTER = 4  # tokens behind an adverbial among which its day stands: after the talks of the two on Monday
ADVERBIAL = frozenset({"preposition", "date"})  # pieces with which one begins
DASH = "-"  # the class of one that is spaced
LEAD = frozenset({"preposition", "date", "comma", "adverb", "noun", "adjective"})
FIRST = itemgetter(1)  # the first token of a piece
VERBAL = frozenset({"verb", "infinitive", "ing", "participle"})


def clause_of(sentence: Sentence, verb: int, hit: Hit) -> tuple[int, int]:
    """Return the tokens of the clause in which a happening is told."""
    verbs = sentence.parse.verbs
    after = max(verbs[verb].start if verb >= 0 else -1, hit.head)
    starts = (
        v.clause for v in verbs if (v.form == "finite" or is_beside(verbs, verb, v)) and v.clause > after
    )
    later = min(starts, default=sentence.last)
    lead = _with_lead(sentence, later)
    if hit.last <= lead < sentence.last and _opens_clause(sentence.parse.pieces, lead):
        later = lead  # crossed on Monday; on Friday they met, and on Sunday they parted
    elif verb < 0:
        return sentence.first, sentence.last
    if verb < 0:
        return sentence.first, later
    noun = noun_of(sentence, hit)
    first = min(verbs[verb].clause, hit.first, noun.start if noun else hit.first)
    return first if verbs[verb].form == "infinitive" else _with_lead(sentence, first), later


def _opens_clause(pieces: Sequence[tuple[str, int, int]], lead: int) -> bool:
    """Tell an adverbial behind a mark, or a comma and "and": crossed on Monday, and on Friday they met."""
    at = bisect_left(pieces, lead, key=FIRST)
    before = [piece[0] for piece in pieces[max(0, at - 2) : at]]
    adverbial = at < len(pieces) and pieces[at][0] in ADVERBIAL  # no other figure: 1,245 bodies, or 1,248
    return before[-1:] == ["mark"] or (adverbial and before == ["comma", "coordinator"])


def stretch_of(reading: Reading, hit: Hit, start: int, end: int) -> tuple[int, int]:
    """Return what lies of tokens [start, end) between the semicolons, or dashes, around a happening."""
    words = reading.tokens.words
    start, end = _between_dashes(reading, hit, start, end) or (start, end)
    if ";" not in words[start:end]:
        return start, end
    first = next((at + 1 for at in range(hit.first - 1, start - 1, -1) if words[at] == ";"), start)
    return first, next((at for at in range(hit.last, end) if words[at] == ";"), end)


def _between_dashes(reading: Reading, hit: Hit, start: int, end: int) -> tuple[int, int] | None:
    """Return what is set off: the exchange — the only result of the talks — was completed on Monday."""
    opening = reading.classes.rfind(DASH, start, hit.first)
    closing = reading.classes.find(DASH, hit.last, end) if opening >= 0 else -1
    return (opening + 1, closing) if closing >= 0 else None


def of_stretch(
    reading: Reading, sentence: Sentence, hit: Hit, dates: list[DatePhrase], status: Status
) -> list[DatePhrase]:
    """Return the dates between the semicolons around a happening, all of the sentence where it has none.

    What is still to come has the day of no other part: they will free ten in May; both will write a plan.
    """
    start, end = stretch_of(reading, hit, sentence.first, sentence.last)
    own = [p for p in dates if start <= reading.tokens.at(p.start) < end]
    set_off = _between_dashes(reading, hit, sentence.first, sentence.last)
    return own if own or set_off or status not in PAST else dates


def is_beside(verbs: Sequence[Verb], verb: int, other: Verb) -> bool:
    """Tell what else somebody agreed to: they agreed to free them, and to meet again in May."""
    own = verbs[verb] if verb >= 0 else None
    return own is not None and own.form == other.form == "infinitive" and own.governor == other.governor >= 0


def is_credit(reading: Reading, phrase: Phrase) -> bool:
    """Tell "according to Ekre", who takes part in nothing."""
    lowers, at = reading.tokens.lowers, phrase.start
    ways = reading.codebook.speech.according.get(lowers[at - 1])
    return ways is not None and any(tuple(lowers[max(0, at - len(way)) : at]) == way for way in ways)


def adverbial_of(reading: Reading, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """Return the tokens of what stands beside what a clause tells: he spoke in Castrel after the talks.

    None where a happening is told by the clause itself, whose day and place are its own.
    """
    noun, phrases = noun_of(sentence, hit), sentence.parse.phrases
    first = root_of(sentence, noun) if noun else None
    past = reading.codebook.statuses.past
    if first is None or first.role != "prep" or not (first.prep in past or is_credit(reading, first)):
        return None
    own = [phrase for phrase in phrases if root_of(sentence, phrase) is first]
    return first.start, max(phrase.end for phrase in own)


def is_of_clause(reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit) -> bool:
    """Tell the day of a clause beside which a happening only stands: on Monday he spoke after the talks."""
    told = adverbial_of(reading, sentence, hit)
    return told is not None and not told[0] <= reading.tokens.at(phrase.start) < told[1] + AFTER


def is_before_aside(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day or place of what came after a happening: he spoke there on Monday, after they had met."""
    past = reading.codebook.statuses.past
    return any(v.marker in past and at < v.clause <= hit.head for v in sentence.parse.verbs)


def _with_lead(sentence: Sentence, start: int) -> int:
    """Let a clause begin with the adverbials before its subject: On Monday, in Castrel, they met."""
    pieces = sentence.parse.pieces
    at = bisect_left(pieces, start, key=FIRST)
    while at > 0 and (pieces[at - 1][0] in LEAD or _joins_dates(pieces, at)):
        at -= 1
    if 0 < at < len(pieces) and pieces[at - 1][0] in VERBAL:
        if pieces[at][0] != "comma":
            return start  # since Norland crossed the river in May, this exchange
        at += 1  # as was reported, on Monday they met
    return min(start, pieces[at][1]) if at < len(pieces) else start


def _joins_dates(pieces: Sequence[tuple[str, int, int]], at: int) -> bool:
    """Tell the "and" of "on Friday and Saturday"."""
    return at < len(pieces) and (pieces[at - 1][0], pieces[at][0]) == ("coordinator", "date")


def is_clause_aside(reading: Reading, sentence: Sentence, number: int, verb: int) -> bool:
    """Tell the verb of a clause beside that of a happening: it fell through when a plane crashed."""
    if number < 0 or _serves(sentence, verb, number):
        return False
    found, phrases = sentence.parse.verbs[number], sentence.parse.phrases
    since = phrases[found.subject].prep if found.subject >= 0 else ""  # a week after they had parted in
    return not reading.codebook.grammar.words["aside"].isdisjoint((found.marker, since))


def _serves(sentence: Sentence, verb: int, number: int) -> bool:
    """Tell a verb itself, or the one that it is the purpose of: that she would travel there to meet Quent."""
    found = sentence.parse.verb_at(verb)
    return number == verb or (found is not None and found.form == "infinitive" and found.governor == number)
