"""Phrases that credit words without a verb of saying: according to Ekre, in the words of Ekre."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["Account", "contents_of", "find_accounts", "opens_account"]

LOOSE = ",;:-–—"
OPENING = "sk"  # classes of words that open a clause
OWNED = 2  # words of "his words"
Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Account:
    """An "according to": its first token and the number of the phrase after it; `owner`: in "his" words."""

    start: int
    source: int
    owner: tuple[int, int] | None = None


def find_accounts(reading: Reading, sentence: Sentence) -> Iterator[Account]:
    """Yield the phrases of a sentence that credit words without a verb."""
    lowers, speech = reading.tokens.lowers, reading.codebook.speech
    if (speech.according.keys() | speech.possessed).isdisjoint(lowers[sentence.first : sentence.last]):
        return
    for number, phrase in enumerate(sentence.parse.phrases):
        lead = _lead(reading, phrase.start)
        if lead and not _is_half(reading, sentence, number):
            yield Account(phrase.start - lead, number, _teller(reading, phrase))
        elif _is_owned(reading, phrase):
            named = lowers[phrase.end - 2] in reading.codebook.speech.genitive
            yield Account(phrase.start - 1, number, (phrase.start, phrase.end - 1 - named))


def _is_half(reading: Reading, sentence: Sentence, number: int) -> bool:
    """Tell the first adjective of several peoples': according to Norlandic and Sudrian media."""
    phrase, *after = sentence.parse.phrases[number : number + 2]
    names = reading.cast.names_in(phrase.start, phrase.end)
    alone = len(names) == 1 and phrase.end - phrase.start == 1 and names[0].kind == "adjective"
    joined = any(other.after == "coordinator" and other.end - other.start > 1 for other in after)
    return alone and joined and not reading.tokens.lowers[phrase.start].endswith("s")


def contents_of(reading: Reading, sentence: Sentence, start: int, end: int) -> list[Tokens]:
    """Return the tokens of what is credited by an attribution [start, end): before it, else on both sides."""
    left, right = _beside(reading, sentence, start, end)
    if _follows_reason(reading, left):
        left = left[0], left[0]  # because, according to Ekre, it was over
    said = left[0] < left[1] and (_has_verb(sentence, *left) or _is_quoted(reading, sentence, left))
    contents = [left] if said else []
    if not contents and (_has_verb(sentence, *right) or _opens_quoted(reading, sentence, right)):
        contents = [span for span in (left, right) if span[0] < span[1]]
    return [(_trim(reading, a, b), _cut(reading, a, b)) for a, b in contents]


def opens_account(reading: Reading, at: int) -> bool:
    """Tell whether a way of crediting begins at a token."""
    lowers, ways = reading.tokens.lowers, reading.codebook.speech.according.values()
    return any(tuple(lowers[at : at + len(way)]) == way for listed in ways for way in listed)


def _is_owned(reading: Reading, phrase: Phrase) -> bool:
    """Tell the words of somebody: in his words, in her view, in Ekre's words, in the spokesman's view."""
    lowers, speech = reading.tokens.lowers, reading.codebook.speech
    if phrase.prep not in speech.possessing or lowers[phrase.end - 1] not in speech.possessed:
        return False
    alone = phrase.end - phrase.start == OWNED and lowers[phrase.start] in speech.owners
    return alone or lowers[phrase.end - 2] in speech.genitive


def _teller(reading: Reading, phrase: Phrase) -> Tokens | None:
    """Return whose account a phrase names: according to the Stone House's account."""
    lowers, speech = reading.tokens.lowers, reading.codebook.speech
    named = lowers[phrase.end - 1] in speech.possessed and lowers[phrase.end - 2] in speech.genitive
    return (phrase.start, phrase.end - 2) if named else None


def _lead(reading: Reading, at: int) -> int:
    """Return the number of tokens of the way of crediting that ends before a token, 0 for none."""
    lowers = reading.tokens.lowers
    for way in reading.codebook.speech.according.get(lowers[at - 1], ()):
        if tuple(lowers[at - len(way) : at]) == way:
            return len(way)
    return 0


def _beside(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[Tokens, Tokens]:
    """Return what stands before an "according to", in its brackets, and after the comma behind it."""
    words = reading.tokens.words
    opened = [at for at in range(sentence.first, start) if words[at] == "("]
    if opened and ")" not in words[opened[-1] : start]:
        return (opened[-1] + 1, start), (start, start)
    comma = next((at for at in range(end, sentence.last) if words[at] in LOOSE), end)
    begin = end if _has_verb(sentence, end, comma) else comma
    return (sentence.first, start), (begin, sentence.last)


def _follows_reason(reading: Reading, left: Tokens) -> bool:
    """Tell words that break off behind a word which opens a clause."""
    last = _cut(reading, *left)
    return last - left[0] > 1 and reading.classes[last - 1] in OPENING


def _has_verb(sentence: Sentence, first: int, last: int) -> bool:
    return any(first <= verb.start < last and verb.form == "finite" for verb in sentence.parse.verbs)


def _is_quoted(reading: Reading, sentence: Sentence, span: Tokens) -> bool:
    """Tell quoted words that are all there is before: "No deal," according to Ekre."""
    quotation = sentence.parse.pieces[0]
    last = _cut(reading, *span)
    return quotation[0] == "quotation" and quotation[2] == last


def _opens_quoted(reading: Reading, sentence: Sentence, span: Tokens) -> bool:
    """Tell a quoted utterance that follows: According to Ekre, “the list is ready.”"""
    return _trim(reading, *span) in sentence.atoms


def _trim(reading: Reading, start: int, end: int) -> int:
    while start < end - 1 and reading.tokens.words[start] in LOOSE:
        start += 1
    return start


def _cut(reading: Reading, start: int, end: int) -> int:
    """Leave out the marks that end the sentence or lead to the attribution, not the words."""
    while end - 1 > start and reading.tokens.words[end - 1] in (".", *LOOSE):
        end -= 1
    return end
