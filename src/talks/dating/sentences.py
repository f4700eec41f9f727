"""Read the sentences of an article for what dates it: their date phrases and the happenings they tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from talks.codebook.dossier import Reference
from talks.dates import EVERY_KIND, DateGrammar, DatePhrase, find_dates, guess_tense
from talks.dates.meaning import Calendar, Duration, Offset
from talks.dates.tense import tells_past
from talks.dates.tokens import sentences
from talks.dating.background import Background
from talks.dating.terms import Term

__all__ = ["Sentence", "Stretches", "read_sentences"]

NEXT = 3  # words after a length of time among which the conflict stands

Stretches = list[tuple[dt.date, dt.date]]


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
    said: frozenset[int] = frozenset()  # where dates stand that tell when something was said

    @property
    def happenings(self) -> Sequence[Reference]:
        """The happenings that it is likely about: those named, else of its people, else at its places."""
        both = [reference for reference in self.met if reference in self.placed]
        return self.named or both or self.met or self.placed

    def plans(self, tense: str | None) -> bool:
        """Tell whether what it dates in a tense is still to come."""
        return tense == "future" or (self.ahead and not self.past)

    @property
    def stretches(self) -> Stretches:
        """The days of its happenings, each once."""
        return sorted({(reference.since, reference.last) for reference in self.happenings})


def read_sentences(text: str, grammar: DateGrammar, background: Background) -> list[Sentence]:
    """Read a text's sentences; notes about corrections and updates are none of them."""
    return [
        _read(sentence, grammar, background)
        for line in text.split("\n")
        if line.strip() and line.split()[0].lower().strip(":,") not in grammar.lexicon.printed["refused"]
        for _, sentence in sentences(line, None)
    ]


def _read(text: str, grammar: DateGrammar, background: Background) -> Sentence:
    phrases = find_dates(text, grammar=grammar, kinds=EVERY_KIND)
    told = [(p, guess_tense(text, p.start, p.end, grammar)) for p in phrases if p.kind in ("date", "vague")]
    clue = grammar.lexicon.clue
    past = tells_past(text, grammar)
    return Sentence(
        text,
        told,
        _of_days(background.references.named(text), phrases),
        _of_days(background.references.placed(text), phrases),
        background.references.met(text),
        past=past,
        ahead=_has(clue["ahead"], text),
        ongoing=_is_ongoing(text, clue["ongoing"], clue["conflict"]),
        recent=_is_recent(text, clue["recent"], clue["reporting"]),
        agreed=_has(clue["agreed"], text),
        terms=background.terms.told(text),
        lasted=[
            (p.meaning, _has(clue["nearly"], text[p.start : p.end]))
            for p in phrases
            if isinstance(p.meaning, Duration) and _follows(clue["conflict"], text, p.end)
        ],
        present=_is_present(text, clue["present"]),
        counted={
            p.start: sorted({(r.since, r.last) for r in background.references.named(_clause(text, p.end))})
            for p in phrases
            if isinstance(p.meaning, Offset) and p.meaning.origin == "named"
        },
        pictured=not past and not _has(grammar.lexicon.printed["filed"], text.lower()),
        said=frozenset(p.start for p in phrases if _is_said(text, p.start, clue["reporting"])),
    )


def _of_days(told: Sequence[Reference], phrases: Iterable[DatePhrase]) -> list[Reference]:
    """Return the happenings that a sentence can mean by the days that it dates in full."""
    meanings = (phrase.meaning for phrase in phrases)
    days = [
        dt.date(m.year, m.month, m.day)
        for m in meanings
        if isinstance(m, Calendar) and m.year and m.month and m.day
    ]
    return [r for r in told if not days or any(r.since <= day <= r.last for day in days)]


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
    """Tell "she said on Monday": a date right after a verb of saying."""
    before = re.findall(r"\w+", text[:at].lower())[-2:]
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
