"""Join the phrases of a sentence: times to dates, ends of ranges, shared years, distances to their point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from talks.dates.grammar import DateGrammar
from talks.dates.meaning import Calendar, Clock, Cycle, Meaning, Offset, Range, Weekday, with_year
from talks.dates.phrase import DatePhrase
from talks.dates.tokens import Tokens

__all__ = ["join"]

LIST = re.compile(r",|,? ?(?:and|or|&)|,? ?(?:and|or) (?:on|the|in)|to|-|until|through")
TO = frozenset({"to", "-", "until", "through"})
CLAUSE_END = re.compile(r"[,.;:!?()\"“”\n–—]")
OPENING = 2  # tokens: the start of a sentence and a preposition
REACH = 80  # characters in which a happening is named
EXPLAINING = frozenset({",", ", on"})  # between a day counted from another and its date
BETWEEN = frozenset({("between", "and"), ("between", "and the"), ("between", "and on")})


def join(phrases: list[DatePhrase], tokens: Tokens, grammar: DateGrammar) -> list[DatePhrase]:
    """Return the phrases joined, each with its relation."""
    joined = [_related(phrase, tokens, grammar) for phrase in phrases]
    if len(joined) > 1:
        joined = _pairs(_share_years(joined, tokens), tokens, grammar)
    if not any(_is_named(phrase) for phrase in joined):
        return joined
    starts = [*tokens.starts(len(tokens.words)), len(tokens.text)]
    return [_named(phrase, tokens.text, starts) if _is_named(phrase) else phrase for phrase in joined]


def _related(phrase: DatePhrase, tokens: Tokens, grammar: DateGrammar) -> DatePhrase:
    """Read the preposition before a phrase."""
    relation = grammar.lexicon.relation.get(_lead(phrase, tokens, grammar), "on")
    return phrase._replace(relation=relation) if relation != "on" else phrase


def _lead(phrase: DatePhrase, tokens: Tokens, grammar: DateGrammar) -> str:
    """Return the word that leads up to a phrase, in lower case; empty where there is none."""
    fillers = grammar.lexicon.gap["lead"]
    for position in range(phrase.start - 1, max(-1, phrase.start - 4), -1):
        word = tokens.words[position].lower()
        if word not in fillers:
            return word
    return ""


def _gap(first: DatePhrase, second: DatePhrase, tokens: Tokens) -> str:
    return " ".join(tokens.words[first.end : second.start]).lower()


def _share_years(phrases: list[DatePhrase], tokens: Tokens) -> list[DatePhrase]:
    """Give "16 May and 2 June 2025" one year, and the dates of a sentence the year named before them."""
    shared = list(phrases)
    gaps = [".", *(_gap(first, second, tokens) for first, second in pairwise(phrases))]
    for n in range(len(shared) - 1, 0, -1):
        if LIST.fullmatch(gaps[n]):
            turn = gaps[n] in TO and _turns_year(shared[n - 1].meaning, shared[n].meaning)
            shared[n - 1] = _with_year_of(shared[n - 1], _year(shared[n].meaning), -1 if turn else 0)
    in_force = None
    for n in range(1, len(shared)):
        in_force = _year_set(shared[n - 1], in_force, tokens) if "." not in gaps[n] else None
        year = _year(shared[n - 1].meaning) if LIST.fullmatch(gaps[n]) else in_force
        turn = gaps[n] in TO and _turns_year(shared[n - 1].meaning, shared[n].meaning)
        shared[n] = _with_year_of(shared[n], year, 1 if turn else 0)
    return shared


def _year(meaning: Meaning) -> int | None:
    if isinstance(meaning, Range):
        return _year(meaning.last)
    return meaning.year if isinstance(meaning, Calendar) else None


def _turns_year(first: Meaning, last: Meaning) -> bool:
    """Tell whether a year ends between two dates: "from 29 December to 3 January"."""
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return False
    return (first.month or 0) > (last.month or 0) > 0


def _with_year_of(phrase: DatePhrase, year: int | None, turn: int = 0) -> DatePhrase:
    return phrase if year is None else phrase._replace(meaning=with_year(phrase.meaning, year + turn))


def _year_set(phrase: DatePhrase, in_force: int | None, tokens: Tokens) -> int | None:
    """Return the year that a sentence opens with: "In 2022 there were rounds on 3 and 7 March"."""
    meaning = phrase.meaning
    opens = phrase.start < OPENING or "." in tokens.words[phrase.start - OPENING : phrase.start]
    if (
        not isinstance(meaning, Calendar)
        or meaning.month
        or meaning.part
        or phrase.relation != "on"
        or not opens
    ):
        return in_force
    return meaning.year


def _pairs(phrases: list[DatePhrase], tokens: Tokens, grammar: DateGrammar) -> list[DatePhrase]:
    joined: list[DatePhrase] = []
    for phrase in phrases:
        pair = _pair(joined[-1], phrase, tokens, grammar) if joined else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(phrase)
    return joined


def _pair(first: DatePhrase, second: DatePhrase, tokens: Tokens, grammar: DateGrammar) -> DatePhrase | None:
    gap = _gap(first, second, tokens)
    return (
        _timed(first, second, gap, grammar)
        or _dated(first, second, gap)
        or _explained(first, second, gap)
        or _ranged(first, second, gap, tokens, grammar)
        or _counted(first, second, gap)
    )


def _timed(first: DatePhrase, second: DatePhrase, gap: str, grammar: DateGrammar) -> DatePhrase | None:
    """Join "six in the morning" and "29 March"; what is after midnight on that day is on it."""
    gaps = grammar.lexicon.gap["time" if first.kind == "time" else "date"]
    if gap not in gaps or {first.kind, second.kind} != {"time", "date"}:
        return None
    day, time = (first, second) if second.kind == "time" else (second, first)
    clock = time.meaning.time if isinstance(time.meaning, Clock) else None
    relation = "on" if first is time and first.relation in ("after", "before") else first.relation
    return day._replace(start=first.start, end=second.end, clock=clock, relation=relation)


def _dated(first: DatePhrase, second: DatePhrase, gap: str) -> DatePhrase | None:
    """Join "January" and "nineteen ninety-seven"."""
    year = second.meaning
    if (
        gap not in ("", "of", ",")
        or not isinstance(year, Calendar)
        or year.month
        or year.day
        or not year.year
    ):
        return None
    dated = with_year(first.meaning, year.year)
    return None if dated == first.meaning else first._replace(end=second.end, meaning=dated)


def _explained(first: DatePhrase, second: DatePhrase, gap: str) -> DatePhrase | None:
    """Join "the same day" and the day that it is: on the same day, 11 July; a day earlier, on 10 July."""
    meaning, told = first.meaning, second.meaning
    counted = isinstance(meaning, Offset) or (isinstance(meaning, Cycle) and meaning.of_previous)
    if not counted or gap not in EXPLAINING or not (isinstance(told, Calendar) and told.month and told.day):
        return None
    return second._replace(start=first.start, relation=first.relation)


def _ranged(
    first: DatePhrase, second: DatePhrase, gap: str, tokens: Tokens, grammar: DateGrammar
) -> DatePhrase | None:
    """Join "29 March" and "3 April" where "to" stands between them, or "between" before and "and" between."""
    lead = _lead(first, tokens, grammar)
    whole = gap in grammar.lexicon.gap["range"] or (lead, gap) in BETWEEN
    if not whole or not _rangeable(first) or not _rangeable(second):
        return None
    return DatePhrase(
        first.start, second.end, "dates.range", Range(first.meaning, second.meaning), parts=(first, second)
    )


def _rangeable(phrase: DatePhrase) -> bool:
    return phrase.kind == "date" and isinstance(phrase.meaning, Calendar | Weekday)


def _counted(first: DatePhrase, second: DatePhrase, gap: str) -> DatePhrase | None:
    """Join "two days after" and "3 March"."""
    origin = first.meaning
    open_ended = isinstance(origin, Offset) and _is_named(first) and not isinstance(second.meaning, Offset)
    if not isinstance(origin, Offset) or not open_ended or gap not in ("", "the", "on"):
        return None
    return first._replace(end=second.end, meaning=replace(origin, base=second.meaning), parts=(second,))


def _is_named(phrase: DatePhrase) -> bool:
    meaning = phrase.meaning
    return isinstance(meaning, Offset) and meaning.origin == "named" and meaning.base is None


def _named(phrase: DatePhrase, text: str, starts: Sequence[int]) -> DatePhrase:
    """Keep the words of the happening that a distance counts from; without any it is the date last told."""
    if not isinstance(phrase.meaning, Offset):
        return phrase
    after = starts[phrase.end]
    words = CLAUSE_END.split(text[after : after + REACH], maxsplit=1)[0].strip()
    counted = {"words": words} if words else {"origin": "previous"}
    return phrase._replace(meaning=replace(phrase.meaning, **counted))
