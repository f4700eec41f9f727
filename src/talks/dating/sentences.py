"""Read the sentences of an article for what dates it: their date phrases and the happenings they tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from talks.codebook.dossier import Reference
from talks.dates import EVERY_KIND, DateGrammar, DatePhrase, find_dates, guess_tense
from talks.dates.almanac import DAY, months
from talks.dates.meaning import Calendar, Duration, Offset
from talks.dates.tense import tells_past
from talks.dates.tokens import sentences
from talks.dating.background import Background
from talks.dating.references import CLOSE
from talks.dating.terms import Term
from talks.dating.weighing import Stretches
from talks.models import Span

__all__ = ["Sentence", "day_of", "read_sentences"]

NEXT = 3  # words after a length of time among which the conflict stands
SAYING = 7  # words after a verb of saying in which its date stands
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
    seated: Sequence[Reference] = ()  # by where, and which parties took part
    close: bool = False  # one is named by words that stand together
    said: frozenset[int] = frozenset()  # where dates stand that tell when something was said
    start: int = 0  # of the text
    lead: bool = False  # stands where news tells what is new
    deals: frozenset[str] = frozenset()  # kinds of happenings that are spoken of before they are there

    @property
    def happenings(self) -> Sequence[Reference]:
        """The happenings that it is likely about: named, else of its people or parties, or at its places."""
        both = [reference for reference in self.met if reference in self.placed]
        named = self.named if self.close else [*self.named, *self.seated]
        return named or both or self.seated or self.met or self.placed

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


def read_sentences(text: str, grammar: DateGrammar, background: Background) -> list[Sentence]:
    """Read a text's sentences; notes about corrections and updates are none of them."""
    told: list[Sentence] = []
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        if line[0].split()[0].lower().strip(":,") not in grammar.lexicon.printed["refused"]:
            for start, sentence in sentences(line[0], None):
                lead = len(told) < LEAD
                told.append(_read(sentence, line.start() + start, grammar, background, lead=lead))
    return told


def _read(text: str, start: int, grammar: DateGrammar, background: Background, *, lead: bool) -> Sentence:
    phrases = find_dates(text, grammar=grammar, kinds=EVERY_KIND)
    told = [(p, guess_tense(text, p.start, p.end, grammar)) for p in phrases if p.kind in ("date", "vague")]
    clue = grammar.lexicon.clue
    past = tells_past(text, grammar)
    named = background.besides(background.references.named(text))
    return Sentence(
        text,
        told,
        _of_those_days(named, told),
        _of_those_days(background.references.placed(text), told),
        background.references.met(text),
        agreed=_has(clue["agreed"], text),
        seated=background.references.seated(text),
        close=bool(named and background.references.named(text, CLOSE)),
        past=past,
        ahead=_has(clue["ahead"], text),
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
        said=frozenset(p.start for p in phrases if _is_said(text, p.start, clue["reporting"])),
        start=start,
        lead=lead,
        deals=background.deals,
    )


def _of_those_days(named: list[Reference], told: Sequence[tuple[DatePhrase, str | None]]) -> list[Reference]:
    """Return the happenings that can be meant beside the days that are told in full.

    A day that is none of theirs is that of something else, which is only named alike.
    """
    days = [day for phrase, _ in told if (day := day_of(phrase))]
    others = [day for day in days if not any(_was_on(reference, day) for reference in named)]
    return [r for r in named if not others or any(_was_on(r, day) for day in days)]


def day_of(phrase: DatePhrase) -> dt.date | None:
    """Return the day that a phrase tells with its month and year."""
    meaning = phrase.meaning
    if isinstance(meaning, Calendar) and meaning.year and meaning.month and meaning.day:
        month = months(meaning.year, meaning.month)
        return min(month.last, month.first + (meaning.day - 1) * DAY)
    return None


def _was_on(reference: Reference, day: dt.date) -> bool:
    return reference.since - DAY <= day <= reference.last + DAY


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


def _is_said(text: str, at: int, reporting: Iterable[str]) -> bool:
    """Tell "she said in a statement on Monday": a date soon after a verb of saying, with no stop between."""
    before = re.findall(r"\w+", re.split("[,;:.]", text[:at].lower())[-1])[-SAYING:]
    return not set(before).isdisjoint(reporting)


def _follows(words: Iterable[str], text: str, at: int) -> bool:
    """Tell "a three-year-old war", "after three years of war"."""
    return not set(words).isdisjoint(re.findall(r"\w+", text[at:].lower())[:NEXT])


def _is_recent(text: str, recent: Iterable[str], reporting: Iterable[str]) -> bool:
    said = "|".join(map(re.escape, reporting))
    told = re.sub(rf"\b\w+ly (?:{said})\b|\b(?:{said}) \w+ly\b", "", text)
    return _has(recent, told)


def _has(words: Iterable[str], text: str) -> bool:
    return any(word in text and re.search(rf"\b{re.escape(word)}\b", text) for word in words)
