"""Read the sentences of an article for what dates it: their date phrases and the happenings they tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypeGuard

from talks.codebook.dossier import Reference
from talks.dates import EVERY_KIND, DateGrammar, DatePhrase, find_dates, guess_tense
from talks.dates.almanac import DAY, months
from talks.dates.meaning import Calendar, Duration, Meaning, Offset
from talks.dates.tense import tells_past
from talks.dates.tokens import sentences
from talks.dating.background import Background
from talks.dating.phrasing import (
    Clues,
    begins,
    blank_out,
    clause_at,
    has_any,
    is_agreed,
    is_announced,
    is_credited,
    is_of_conflict,
    is_older,
    is_ongoing,
    is_present,
    is_recent,
    is_said,
    is_wanted,
)
from talks.dating.references import CLOSE
from talks.dating.terms import Term
from talks.dating.weighing import Stretches
from talks.kinds import kinds_where
from talks.models import Span

__all__ = ["Sentence", "day_of", "days_in", "read_sentences"]

HEAD = 400  # characters in which an article names the parties
LEAD = 4  # sentences in which news tells what is new


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its dates, each with its tense, and the happenings that it names or places."""

    text: str
    told: Sequence[tuple[DatePhrase, str | None]]
    named: Sequence[Reference]
    placed: Sequence[Reference]
    met: Sequence[Reference]  # by who took part
    past: bool  # tells what was
    ahead: bool  # tells what may or shall be
    ongoing: bool
    recent: bool
    terms: Sequence[tuple[Term, ...]] = ()  # of officials whom it gives their titles
    lasted: Sequence[tuple[Duration, bool]] = ()  # how long the conflict has lasted; nearly so
    present: bool = False  # tells what is being done, or is to be
    counted: dict[int, Stretches] = field(
        default_factory=dict
    )  # what a distance is counted from, by its start
    agreed: bool = False  # tells that something is agreed, which is still to be done
    pictured: bool = False  # tells in the present tense what a photo shows
    seated: Sequence[Reference] = ()  # by where, and which parties or who took part
    figures: Mapping[int, Sequence[Reference]] = field(default_factory=dict)  # those that may be meant
    filed: Sequence[Reference] = ()  # those where it was written
    close: bool = False  # one is named by words that stand together
    said: frozenset[int] = frozenset()  # where dates stand that tell when something was said
    wanted: frozenset[int] = frozenset()  # those of what somebody proposes or means to do
    longer: frozenset[int] = frozenset()  # those of more time than they tell: more than three years ago
    start: int = 0  # of the text
    opens: int = 0  # where the first word stands that tells what may or shall be
    lead: bool = False  # stands where news tells what is new
    news: bool = False  # stands there, and tells nothing else
    over: bool = False  # stands there, and tells that something has ended
    deals: frozenset[str] = frozenset()  # kinds of happenings that are spoken of before they are there

    @property
    def happenings(self) -> Sequence[Reference]:
        """The happenings that it is likely about: named, else of its people or parties, or at its places."""
        both = [reference for reference in self.met if reference in self.placed]
        if self.named:
            return self.named if self.close else _each([*self.named, *self.seated, *self.met])
        return both or _each([*self.seated, *self.met]) or self.placed

    @property
    def hands_over(self) -> bool:
        """Whether it names nothing but exchanges and returns, which are agreed before they are."""
        return bool(self.named) and all(reference.kind in _carried() for reference in self.named)

    def is_deal(self, reference: Reference) -> bool:
        """Tell a truce or a document, of which is spoken before it is there."""
        return reference.kind in self.deals

    def plans(self, tense: str | None) -> bool:
        """Tell whether what it dates in a tense is still to come."""
        return tense == "future" or (self.ahead and not self.past)

    def span(self, phrase: DatePhrase | None = None) -> Span:
        """Return where a date stands in the article, or all of the sentence."""
        first, last = (phrase.start, phrase.end) if phrase else (0, len(self.text.rstrip()))
        return Span(start=self.start + first, end=self.start + last)

    @property
    def stretches(self) -> Stretches:
        """The days of its happenings, each once."""
        return _stretches(self.happenings)


@cache
def _carried() -> frozenset[str]:
    return frozenset(kinds_where(lambda traits: traits.ledger))


def read_sentences(
    text: str, grammar: DateGrammar, background: Background, own: Calendar | None = None
) -> list[Sentence]:
    """Read a text's sentences; notes about corrections and updates are none of them.

    `own` is the day of its dateline.
    """
    told: list[Sentence] = []
    known = background.references.parties_in(text[:HEAD])
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        if line[0].split()[0].lower().strip(":,") not in grammar.lexicon.printed["refused"]:
            caption = is_credited(line[0], grammar)
            for start, sentence in sentences(line[0], None):
                lead = len(told) < LEAD and not caption
                told.append(_read(sentence, line.start() + start, grammar, background, own, known, lead=lead))
    return _of_one(told)


def _of_one(told: list[Sentence]) -> list[Sentence]:
    """Let what could be several happenings be the one that the article names: they will meet this week."""
    named = {s.named[0].id for s in told if s.close and len(s.named) == 1 and s.named[0].kind}
    return [
        sentence
        if sentence.named
        else replace(sentence, met=_those(sentence.met, named), seated=_those(sentence.seated, named))
        for sentence in told
    ]


def _those(references: Sequence[Reference], named: Set[str]) -> Sequence[Reference]:
    return [reference for reference in references if reference.id in named] or references


def _read(
    text: str,
    start: int,
    grammar: DateGrammar,
    background: Background,
    own: Calendar | None,
    known: Set[str],
    *,
    lead: bool,
) -> Sentence:
    phrases = find_dates(text, grammar=grammar, kinds=EVERY_KIND)
    told = _tell(text, phrases, grammar)
    clue = grammar.lexicon.clue
    plain = blank_out(text, clue["matters"])
    past, ahead = tells_past(text, grammar), has_any(clue["ahead"], plain)
    opens = min((plain.find(word) for word in clue["ahead"] if has_any([word], plain)), default=len(text))
    days = _days(told, opens, own)
    named = background.besides(background.references.named(text))
    sentence = Sentence(
        text,
        told,
        _of_those_days(named, days),
        _of_those_days(background.references.placed(text), days),
        background.references.met(text),
        past,
        ahead,
        is_ongoing(text, clue["ongoing"], clue["conflict"]),
        is_recent(text, clue["recent"], clue["reporting"]),
        background.terms.told(text),
        seated=background.references.seated(text, known) or background.references.visited(text),
        figures=background.references.figured(text),
        filed=background.references.filed(text) if lead else (),
        close=bool(named and background.references.named(text, CLOSE)),
        counted=_count_from(text, phrases, background),
        opens=opens,
        start=start,
        lead=lead,
        deals=background.deals,
    )
    return _with_cues(sentence, phrases, grammar)


def _with_cues(sentence: Sentence, phrases: Sequence[DatePhrase], grammar: DateGrammar) -> Sentence:
    """Return a sentence with what its words tell of when it was written."""
    text, clue, printed = sentence.text, grammar.lexicon.clue, grammar.lexicon.printed
    news = sentence.lead and sentence.past and not sentence.ahead
    return replace(
        sentence,
        agreed=is_agreed(text, clue),
        lasted=_last(text, phrases, clue),
        present=is_present(text, clue["present"]),
        pictured=not sentence.past and not has_any(printed["filed"], text.lower()),
        said=frozenset(p.start for p in phrases if is_said(text, p.start, clue)),
        wanted=frozenset(p.start for p in phrases if is_wanted(text[sentence.opens : p.start], clue)),
        longer=frozenset(p.start for p in phrases if begins(text[p.start :].lower(), clue["longer"])),
        over=sentence.lead and has_any(clue["over"], text) and not has_any(clue["unended"], text),
        news=news and not is_older(text, grammar),
    )


def _tell(
    text: str, phrases: Sequence[DatePhrase], grammar: DateGrammar
) -> list[tuple[DatePhrase, str | None]]:
    """Return the dates of a sentence, each with its tense."""
    return [
        (p, "future" if is_announced(text, p, grammar) else guess_tense(text, p.start, p.end, grammar))
        for p in phrases
        if p.kind in ("date", "vague")
    ]


def _last(text: str, phrases: Sequence[DatePhrase], clue: Clues) -> list[tuple[Duration, bool]]:
    """Return how long a sentence says that the conflict has lasted, and whether only nearly so long."""
    return [
        (p.meaning, has_any(clue["nearly"], text[p.start : p.end]))
        for p in phrases
        if isinstance(p.meaning, Duration) and is_of_conflict(text, p.end, clue)
    ]


def _count_from(text: str, phrases: Sequence[DatePhrase], background: Background) -> dict[int, Stretches]:
    """Return the days of what distances are counted from, by where these stand: two days after the talks."""
    return {
        p.start: _stretches(background.besides(background.references.named(clause_at(text, p.end))))
        for p in phrases
        if isinstance(p.meaning, Offset) and p.meaning.origin == "named"
    }


def _each(references: Sequence[Reference]) -> list[Reference]:
    return list({reference.id: reference for reference in references}.values())


def _days(told: Sequence[tuple[DatePhrase, str | None]], opens: int, own: Calendar | None) -> list[Calendar]:
    """Return the days that a sentence tells, but for that of its dateline and plans without their year."""
    days = [(phrase, phrase.meaning, tense) for phrase, tense in told if _is_day(phrase.meaning)]
    return [
        day
        for phrase, day, tense in days
        if day != own and (day.year or (tense != "future" and phrase.start < opens))
    ]


def _of_those_days(named: list[Reference], days: Sequence[Calendar]) -> list[Reference]:
    """Return the happenings that can be meant beside the days that are told.

    A day that is none of theirs is that of something else, which is only named alike.
    """
    others = [day for day in days if not any(_was_on(reference, day) for reference in named)]
    return [r for r in named if not others or any(_was_on(r, day) for day in days)]


def _is_day(meaning: Meaning) -> TypeGuard[Calendar]:
    return isinstance(meaning, Calendar) and bool(meaning.month and meaning.day)


def day_of(phrase: DatePhrase) -> dt.date | None:
    """Return the day that a phrase tells with its month and year."""
    meaning = phrase.meaning
    if isinstance(meaning, Calendar) and meaning.year and meaning.month and meaning.day:
        return days_in([meaning.year], meaning)[0]
    return None


def days_in(years: Iterable[int], date: Calendar) -> list[dt.date]:
    """Return the day of a date in each of some years."""
    found = [months(year, date.month or 1) for year in years]
    return [min(month.last, month.first + ((date.day or 1) - 1) * DAY) for month in found]


def _was_on(reference: Reference, date: Calendar) -> bool:
    """Tell whether a happening was, to a day, on a date; one without a year may be of any."""
    years = [date.year] if date.year else range(reference.since.year - 1, reference.last.year + 2)
    return any(reference.since - DAY <= day <= reference.last + DAY for day in days_in(years, date))


def _stretches(references: Sequence[Reference]) -> Stretches:
    return sorted({(reference.since, reference.last) for reference in references})
