"""Read the sentences of an article for what dates it: their date phrases and the happenings they tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TypeGuard

from talks.codebook.dossier import Reference
from talks.dates import EVERY_KIND, DateGrammar, DatePhrase, find_dates, guess_tense
from talks.dates.almanac import DAY, months
from talks.dates.meaning import Calendar, Duration, Meaning, Offset
from talks.dates.tense import tells_past
from talks.dates.tokens import sentences
from talks.dating.background import Background
from talks.dating.references import CLOSE
from talks.dating.terms import Term
from talks.dating.weighing import Stretches
from talks.models import Span

__all__ = ["Sentence", "day_of", "days_in", "read_sentences"]

NEXT = 3  # words after a length of time among which the conflict stands
SAYING = 7  # words after a verb of saying in which its date stands
# a headline that says who is to do something, and the end of what it says of that
ANNOUNCED = re.compile(r"(?:(?:[A-Z][\w’'.-]*|and),? )+to [a-z]+ ")
HEAD = 400  # characters in which an article names the parties
STOP = re.compile("[,;:]")
WANTED = re.compile(r"\bto [a-z]")  # behind a verb: what somebody wants to do
CREDIT = re.compile(r"\b[A-Z]{2,}/[A-Z]")  # of a photo
LEAD = 4  # sentences in which news tells what is new

Clues = Mapping[str, Sequence[str]]  # words by which a text tells when it was written, by what they tell


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
    deals: frozenset[str] = frozenset()  # kinds of happenings that are spoken of before they are there

    @property
    def happenings(self) -> Sequence[Reference]:
        """The happenings that it is likely about: named, else of its people or parties, or at its places."""
        both = [reference for reference in self.met if reference in self.placed]
        if self.named:
            return self.named if self.close else _each([*self.named, *self.seated, *self.met])
        return both or _each([*self.seated, *self.met]) or self.placed

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
            for start, sentence in sentences(line[0], None):
                lead = len(told) < LEAD
                told.append(_read(sentence, line.start() + start, grammar, background, own, known, lead=lead))
    return told


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
    dates = [p for p in phrases if p.kind in ("date", "vague")]
    told = [
        (p, "future" if _is_announced(text, p, grammar) else guess_tense(text, p.start, p.end, grammar))
        for p in dates
    ]
    clue = grammar.lexicon.clue
    past, ahead = tells_past(text, grammar), _has(clue["ahead"], text)
    opens = min((text.find(word) for word in clue["ahead"] if _has([word], text)), default=len(text))
    days = _days(told, opens, own)
    named = background.besides(background.references.named(text))
    return Sentence(
        text,
        told,
        _of_those_days(named, days),
        _of_those_days(background.references.placed(text), days),
        background.references.met(text),
        agreed=_is_agreed(text, clue),
        seated=background.references.seated(text, known) or background.references.visited(text),
        figures=background.references.figured(text),
        filed=background.references.filed(text) if lead else (),
        close=bool(named and background.references.named(text, CLOSE)),
        past=past,
        ahead=ahead,
        opens=opens,
        ongoing=_is_ongoing(text, clue["ongoing"], clue["conflict"]),
        recent=_is_recent(text, clue["recent"], clue["reporting"]),
        terms=background.terms.told(text),
        lasted=[
            (p.meaning, _has(clue["nearly"], text[p.start : p.end]))
            for p in phrases
            if isinstance(p.meaning, Duration) and _follows(clue["conflict"], text, p.end)
        ],
        present=_is_present(text, clue["present"]),
        counted={
            p.start: _stretches(background.besides(background.references.named(_clause(text, p.end))))
            for p in phrases
            if isinstance(p.meaning, Offset) and p.meaning.origin == "named"
        },
        pictured=not past and not _has(grammar.lexicon.printed["filed"], text.lower()),
        said=frozenset(p.start for p in phrases if _is_said(text, p.start, clue)),
        wanted=frozenset(p.start for p in phrases if _is_wanted(text[opens : p.start], clue)),
        longer=frozenset(p.start for p in phrases if _begins(text[p.start :].lower(), clue["longer"])),
        start=start,
        lead=lead,
        news=lead and past and not ahead and not _is_older(text, grammar),
        deals=background.deals,
    )


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


def _is_ongoing(text: str, ongoing: Sequence[str], conflict: Sequence[str]) -> bool:
    """Tell what is under way, but for the war itself."""
    states, war = ("|".join(map(re.escape, words)) for words in (ongoing, conflict))
    return _has(ongoing, re.sub(rf"\b(?:{states}) (?:\w+ )?(?:{war})\b", "", text))


def _clause(text: str, at: int) -> str:
    """Return the words after a point, up to a stop."""
    return re.split("[,;:.]", text[at:], maxsplit=1)[0]


def _is_present(text: str, present: Iterable[str]) -> bool:
    """Tell "Helvaria is hosting", "Helvaria is to host"."""
    return re.search(rf"\b(?:{'|'.join(map(re.escape, present))}) (?:to|\w+ing)\b", text) is not None


def _is_announced(text: str, phrase: DatePhrase, grammar: DateGrammar) -> bool:
    """Tell "Stenmoe to meet Quent on Monday", in a headline."""
    return ANNOUNCED.match(text) is not None and not _is_broken(text[: phrase.start], grammar.lexicon.clue)


def _is_broken(text: str, clue: Clues) -> bool:
    """Tell whether another clause begins."""
    return STOP.search(text) is not None or _has(clue["breaks"], text)


def _is_wanted(text: str, clue: Clues) -> bool:
    """Tell "proposed to meet him on 2 June", of the words in front of a date."""
    return _begins(text, clue["wanting"]) and WANTED.search(text) is not None and not _is_broken(text, clue)


def _is_agreed(text: str, clue: Clues) -> bool:
    """Tell "a deal to exchange them"; not "without a deal to exchange them"."""
    if not _has(clue["agreed"], text):
        return False
    none = "|".join(map(re.escape, clue["unreached"]))
    deals = "|".join(map(re.escape, clue["agreed"]))
    return _has(clue["agreed"], re.sub(rf"\b(?:{none})\b[^.,;]{{0,30}}\b(?:{deals})\b", "", text))


def _is_older(text: str, grammar: DateGrammar) -> bool:
    """Tell what speaks of things before that which is new, and what is written below a photo."""
    credited = CREDIT.search(text) is not None or _has(grammar.lexicon.printed["credit"], text.lower())
    return credited or _has(grammar.lexicon.clue["earlier"], text)


def _begins(text: str, words: Sequence[str]) -> bool:
    return text.startswith(tuple(words))


def _is_said(text: str, at: int, clue: Clues) -> bool:
    """Tell "she said in a statement on Monday": a date soon after a verb of saying, with no stop between.

    "She told him by telephone on Monday" tells the day of their call.
    """
    before = set(re.findall(r"\w+", re.split("[,;:.]", text[:at].lower())[-1])[-SAYING:])
    return not before.isdisjoint(clue["reporting"]) and before.isdisjoint(clue["phone"])


def _follows(words: Iterable[str], text: str, at: int) -> bool:
    """Tell "a three-year-old war", "after three years of war"."""
    return not set(words).isdisjoint(re.findall(r"\w+", text[at:].lower())[:NEXT])


def _is_recent(text: str, recent: Iterable[str], reporting: Iterable[str]) -> bool:
    said = "|".join(map(re.escape, reporting))
    told = re.sub(rf"\b\w+ly (?:{said})\b|\b(?:{said}) \w+ly\b", "", text)
    return _has(recent, told)


def _has(words: Iterable[str], text: str) -> bool:
    return any(word in text and re.search(rf"\b{re.escape(word)}\b", text) for word in words)
