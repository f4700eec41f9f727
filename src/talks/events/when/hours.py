"""Days that the words around a clause give it: "in July, when they came home"; at noon, which is today's."""

from __future__ import annotations

from talks.chronicles import today_in
from talks.dates import DatePhrase, find_dates, load_grammar
from talks.dates.phrase import Kind
from talks.events.phrases import end_of_clause
from talks.models import Basis, Precision, Status, When
from talks.reading import Reading, Sentence
from talks.terms import PAST, SETTLED

__all__ = ["find_antecedent", "find_hour", "find_last_time"]

TIMES: frozenset[Kind] = frozenset({"time"})


def find_antecedent(reading: Reading, sentence: Sentence, verb: int, status: Status) -> DatePhrase | None:
    """Return the date that a clause tells of: the first since July, when 400 came home."""
    last = find_last_time(reading, sentence, verb) if status in PAST else None
    if last:
        return last._replace(relation="on")
    told = sentence.parse.verb_at(verb)
    if told is None or told.marker not in reading.codebook.grammar.words["moment"]:
        return None
    lowers = reading.tokens.lowers
    marker = next((at for at in range(told.start - 1, sentence.first, -1) if lowers[at] == told.marker), 0)
    end = marker - (lowers[marker - 1] == ",")
    dates = reading.dates_in(sentence.first, marker)
    before = (phrase for phrase in dates if reading.tokens.ending_by(phrase.end) == end)
    return next((phrase._replace(relation="on") for phrase in before), None)


def find_last_time(reading: Reading, sentence: Sentence, verb: int) -> DatePhrase | None:
    """Return the date since which somebody has not done a thing, and when they did: not met since May."""
    told = sentence.parse.verb_at(verb)
    if told is None or told.form != "finite" or not (told.negated and told.perfect) or told.modal:
        return None
    dates = reading.dates_in(told.end, end_of_clause(sentence, verb))
    return next((phrase for phrase in dates if phrase.relation == "since"), None)


def find_hour(reading: Reading, sentence: Sentence, clause: tuple[int, int], status: Status) -> When | None:
    """Return the day of the article for what is planned at an hour and on no other day: it starts at noon.

    So, too, for what is agreed from an hour on. What is to be at once is about that day.
    """
    today = today_in(reading, sentence.paragraph)
    if status not in SETTLED or not today.known:
        return None
    text = reading.text[slice(*clause)]
    told = find_dates(text, grammar=load_grammar(), kinds=TIMES)
    if told:
        return today.model_copy(update={"basis": Basis.PUBLISHED, "phrase": None})
    if status is not Status.PLANNED:
        return None
    about = {"basis": Basis.PUBLISHED, "phrase": None, "precision": Precision.APPROX}
    return today.model_copy(update=about) if _is_at_once(reading, *clause) else None


def _is_at_once(reading: Reading, start: int, end: int) -> bool:
    """Tell what is to begin immediately; what somebody called "immediate" may be long ago."""
    words, tokens = reading.codebook.grammar.words["at_once"], reading.tokens
    places = (at for at in range(tokens.at(start), tokens.ending_by(end)) if tokens.lowers[at] in words)
    return any(reading.classes[at - 1 : at] != '"' for at in places)
