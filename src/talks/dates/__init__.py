"""Date phrases: find them in a paragraph, and tell which dates they are."""

from __future__ import annotations

from talks.dates.find import find_dates
from talks.dates.grammar import DateGrammar, load_grammar
from talks.dates.phrase import DATES, EVERY_KIND, DatePhrase, Entry
from talks.dates.resolve import DateContext, resolve
from talks.dates.tense import guess_tense

__all__ = [
    "DATES",
    "EVERY_KIND",
    "DateContext",
    "DateGrammar",
    "DatePhrase",
    "Entry",
    "find_dates",
    "guess_tense",
    "load_grammar",
    "resolve",
]
