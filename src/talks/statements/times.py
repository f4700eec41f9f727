"""When something was said, where the attribution tells: told CNN on Saturday; on Friday Ekre said that …"""

from __future__ import annotations

from collections.abc import Iterator

from talks.dates import DatePhrase
from talks.models import Status, When
from talks.statements.found import Found
from talks.statements.utterance import Utterance
from talks.statements.view import View
from talks.told import resolve_in

__all__ = ["goes_on_speaking", "when_said"]

PRONOUN = "p"  # class

LEADING = frozenset({"preposition", "date", "comma", "adverb", "noun", "adjective", "ing"})
NEAR = 3  # tokens between what something is and its day: the crossing in May
OPENING = frozenset({"", "coordinator", "mark"})  # before which a clause begins


def when_said(view: View, found: Found) -> When | None:
    """Return the date that an attribution gives for its words, None if it tells none."""
    published = view.reading.article.published.latest
    for phrase in _phrases(view, found):
        if phrase.relation != "on" or view.reading.text[phrase.end : phrase.end + 2] in ("'s", "’s"):
            continue
        if _is_of_earlier(view, phrase):
            continue
        when = resolve_in(view.reading, view.sentence, phrase, Status.HELD)
        if when.latest and (published is None or when.latest <= published):
            return when
    return None


def _is_of_earlier(view: View, date: DatePhrase) -> bool:
    """Tell the day of what came before: on his first visit since the crossing of the river in May."""
    at, past = view.reading.tokens.at(date.start), view.reading.codebook.statuses.past
    before = [phrase for phrase in view.parse.phrases if at - NEAR < phrase.end <= at]
    whole = [view.parse.phrases[phrase.left] for phrase in before[-1:] if phrase.left >= 0]
    return any(phrase.prep in past for phrase in (*before[-1:], *whole))


def _phrases(view: View, found: Found) -> Iterator[DatePhrase]:
    """Yield the dates that an attribution holds, the nearest to its verb first."""
    reading, verb = view.reading, view.parse.verbs[found.verb]
    source = view.parse.phrases[found.source]
    yield from reading.dates_in(verb.end, found.right if found.right >= 0 else found.end)
    yield from _before_complement(view, found)
    if source.end <= verb.start and not view.has_verb(source.end, verb.start):
        yield from reading.dates_in(source.end, verb.start)
    if verb.form == "finite" and verb.tense == "past" and found.right >= 0:
        yield from reading.dates_in(_opening(view, source.start), source.start)


def _before_complement(view: View, found: Found) -> Iterator[DatePhrase]:
    """Yield the date between an object and what is said of it: dismissed it on Monday as a farce."""
    first = view.at.get(found.right, len(view.pieces))
    taken = found.cue.takes | view.speech.prepositions
    for piece in range(first, len(view.pieces) - 1):
        if view.kind(piece) not in ("noun", "date", "preposition"):
            return
        follows = view.word(piece + 1) in taken or view.kind(piece + 1) == "infinitive"
        if follows and view.kind(piece) == "date" and piece > first:
            yield from view.reading.dates_in(*view.pieces[piece][1:])


def _opening(view: View, start: int) -> int:
    """Return the first token of the adverbials before a subject, itself if they are not all before it."""
    piece = view.at.get(start, 0)
    while view.kind(piece - 1) in LEADING:
        piece -= 1
    return view.pieces[piece][1] if view.kind(piece - 1) in OPENING else start


def goes_on_speaking(view: View, cue: Found, last: Utterance) -> bool:
    """Tell whether who spoke last goes on: Ekre said on Friday that … He added that …"""
    verb, sentence = view.parse.verbs[cue.verb], view.sentence
    if last.paragraph != sentence.paragraph:
        return False
    again = view.reading.classes[view.parse.phrases[cue.source].start] == PRONOUN
    within = last.cue is not None and last.cue[0] >= sentence.start
    return within or (again and verb.tense == "past" and not verb.perfect)
