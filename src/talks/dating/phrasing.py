"""What the words of a sentence tell of its time: whether it announces, proposes, looks back, or goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from talks.dates import DateGrammar, DatePhrase

__all__ = [
    "Clues",
    "begins",
    "blank_out",
    "clause_at",
    "has_any",
    "is_agreed",
    "is_announced",
    "is_credited",
    "is_of_conflict",
    "is_older",
    "is_ongoing",
    "is_present",
    "is_recent",
    "is_said",
    "is_wanted",
]

NEXT = 3  # words after a length of time among which the conflict stands
SAYING = 7  # words after a verb of saying in which its date stands
# a headline that says who is to do something, and the end of what it says of that
ANNOUNCED = re.compile(r"(?:(?:[A-Z][\w’'.-]*|and),? )+to [a-z]+ ")
STOP = re.compile("[,;:]")
WANTED = re.compile(r"\bto [a-z]")  # behind a verb: what somebody wants to do
CREDIT = re.compile(r"\b[A-Z]{2,}/[A-Z]")  # of a photo

Clues = Mapping[str, Sequence[str]]  # words by which a text tells when it was written, by what they tell


def is_ongoing(text: str, ongoing: Sequence[str], conflict: Sequence[str]) -> bool:
    """Tell what is under way, but for the war itself."""
    states, war = ("|".join(map(re.escape, words)) for words in (ongoing, conflict))
    return has_any(ongoing, re.sub(rf"\b(?:{states}) (?:\w+ )?(?:{war})\b", "", text))


def clause_at(text: str, at: int) -> str:
    """Return the words after a point, up to a stop."""
    return re.split("[,;:.]", text[at:], maxsplit=1)[0]


def is_present(text: str, present: Iterable[str]) -> bool:
    """Tell "Helvaria is hosting", "Helvaria is to host"."""
    return re.search(rf"\b(?:{'|'.join(map(re.escape, present))}) (?:to|\w+ing)\b", text) is not None


def is_announced(text: str, phrase: DatePhrase, grammar: DateGrammar) -> bool:
    """Tell "Stenmoe to meet Quent on Monday", in a headline."""
    return ANNOUNCED.match(text) is not None and not _is_broken(text[: phrase.start], grammar.lexicon.clue)


def _is_broken(text: str, clue: Clues) -> bool:
    """Tell whether another clause begins."""
    return STOP.search(text) is not None or has_any(clue["breaks"], text)


def is_wanted(text: str, clue: Clues) -> bool:
    """Tell "proposed to meet him on 2 June", of the words in front of a date."""
    return begins(text, clue["wanting"]) and WANTED.search(text) is not None and not _is_broken(text, clue)


def is_agreed(text: str, clue: Clues) -> bool:
    """Tell "a deal to exchange them"; not "without a deal to exchange them"."""
    if not has_any(clue["agreed"], text):
        return False
    none = "|".join(map(re.escape, clue["unreached"]))
    deals = "|".join(map(re.escape, clue["agreed"]))
    return has_any(clue["agreed"], re.sub(rf"\b(?:{none})\b[^.,;]{{0,30}}\b(?:{deals})\b", "", text))


def is_older(text: str, grammar: DateGrammar) -> bool:
    """Tell what speaks of things before that which is new, and what is written below a photo."""
    return is_credited(text, grammar) or has_any(grammar.lexicon.clue["earlier"], text)


def is_credited(text: str, grammar: DateGrammar) -> bool:
    """Tell what is written below a photo, by whose it is."""
    return CREDIT.search(text) is not None or has_any(grammar.lexicon.printed["credit"], text.lower())


def begins(text: str, words: Sequence[str]) -> bool:
    """Tell whether a text begins with some of these."""
    return text.startswith(tuple(words))


def is_said(text: str, at: int, clue: Clues) -> bool:
    """Tell "she said in a statement on Monday": a date soon after a verb of saying, with no stop between.

    "She told him by telephone on Monday" tells the day of their call.
    """
    before = set(re.findall(r"\w+", re.split("[,;:.]", text[:at].lower())[-1])[-SAYING:])
    return not before.isdisjoint(clue["reporting"]) and before.isdisjoint(clue["phone"])


def is_of_conflict(text: str, at: int, clue: Clues) -> bool:
    """Tell "a three-year-old war", "after three years of war"; not "a three-day war truce"."""
    words = [*re.findall(r"\w+", text[at:].lower()), ""][: NEXT + 1]
    return any(word in clue["conflict"] and behind not in clue["halts"] for word, behind in pairwise(words))


def is_recent(text: str, recent: Iterable[str], reporting: Iterable[str]) -> bool:
    """Tell "the recent exchange"; not "she recently said"."""
    said = "|".join(map(re.escape, reporting))
    told = re.sub(rf"\b\w+ly (?:{said})\b|\b(?:{said}) \w+ly\b", "", text)
    return has_any(recent, told)


def has_any(words: Iterable[str], text: str) -> bool:
    """Tell whether some of these words stand in a text."""
    return any(word in text and re.search(rf"\b{re.escape(word)}\b", text) for word in words)


def blank_out(text: str, phrases: Iterable[str]) -> str:
    """Return a text with blanks for some phrases, in which all else stands where it stood."""
    for phrase in phrases:
        text = text.replace(phrase, " " * len(phrase))
    return text
