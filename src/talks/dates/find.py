"""Find the date phrases of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter, itemgetter

from talks.dates.found import Found
from talks.dates.grammar import DateGrammar
from talks.dates.join import join
from talks.dates.phrase import DATES, DatePhrase, Kind
from talks.dates.tokens import Tokens, sentences, tokenise

__all__ = ["find_dates"]

# Kinds that give way to dates, so that they need not be looked for where only dates are wanted.
YIELDING: frozenset[Kind] = frozenset({"duration", "vague"})


def find_dates(
    text: str, *, offset: int = 0, grammar: DateGrammar, kinds: frozenset[Kind] = DATES
) -> list[DatePhrase]:
    """Find the dates in one paragraph: in order, without overlap, the longest phrases first.

    Spans count from `offset`, so that they can be an article's. `kinds` asks for what is no date, too.
    """
    found: list[DatePhrase] = []
    for start, sentence in sentences(text, grammar.triggers if kinds == DATES else None):
        tokens = tokenise(sentence, grammar.codes)
        phrases = sorted(_phrases(tokens, grammar, kinds), key=attrgetter("start"))
        if phrases:
            joined = [phrase for phrase in join(phrases, tokens, grammar) if phrase.kind in kinds]
            starts = tokens.starts(phrases[-1].end)
            found += _placed(joined, starts, tokens.words, offset + start)
    return found


def _phrases(tokens: Tokens, grammar: DateGrammar, kinds: frozenset[Kind]) -> Iterator[DatePhrase]:
    """Choose among all matches; spans count tokens here."""
    taken = bytearray(len(tokens.codes))
    for number, match in _matches(tokens.codes, grammar, kinds):
        start, end = match.span()
        if 1 in taken[start:end]:
            continue
        phrases = _read(number, match, tokens.words, grammar)
        if phrases:
            taken[start:end] = b"\1" * (end - start)
            yield from phrases


def _matches(codes: str, grammar: DateGrammar, kinds: frozenset[Kind]) -> list[tuple[int, re.Match[str]]]:
    """Match the rules whose head is there: the longest first, then by the rules' order, what yields last."""
    present = set(codes)
    numbers = {number for code in grammar.heads.keys() & present for number in grammar.heads[code]}
    found: list[tuple[bool, int, int, int, re.Match[str]]] = []
    for number in numbers:
        rule = grammar.rules[number]
        yields = rule.kind in YIELDING
        if (yields and rule.kind not in kinds) or any(map(present.isdisjoint, rule.needs)):
            continue
        for match in rule.pattern.regex.finditer(codes):
            start, end = match.span()
            found.append((yields, start - end, number, start, match))
    found.sort(key=itemgetter(0, 1, 2, 3))
    return [(number, match) for _, _, number, _, match in found]


def _read(number: int, match: re.Match[str], words: Sequence[str], grammar: DateGrammar) -> list[DatePhrase]:
    compiled = grammar.rules[number]
    found = Found(match, compiled.pattern, compiled.rule, words, grammar.lexicon)
    clock = found.text("daypart")
    return [
        DatePhrase(start, end, f"dates.{compiled.rule.name}", meaning, compiled.kind, clock=clock)
        for start, end, meaning in compiled.reading(found)
        if start < end
    ]


def _placed(
    phrases: Sequence[DatePhrase], starts: Sequence[int], words: Sequence[str], offset: int
) -> list[DatePhrase]:
    """Count the spans of phrases in characters."""
    return [
        DatePhrase(
            offset + starts[phrase.start],
            offset + starts[phrase.end - 1] + len(words[phrase.end - 1]),
            phrase.rule,
            phrase.meaning,
            phrase.kind,
            phrase.relation,
            phrase.clock,
            tuple(_placed(phrase.parts, starts, words, offset)) if phrase.parts else (),
        )
        for phrase in phrases
    ]
