"""A sentence with look-up of its pieces and phrases by token."""

from __future__ import annotations

from talks.codebook.speech import Speech
from talks.reading import Reading, Sentence

__all__ = ["View"]


class View:
    """The pieces of a sentence, by number; a number out of range is no piece."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.reading, self.sentence, self.parse = reading, sentence, sentence.parse
        self.pieces = sentence.parse.pieces
        self.speech: Speech = reading.codebook.speech
        self.at = {piece[1]: number for number, piece in enumerate(self.pieces)}
        self.phrase_at = {phrase.start: number for number, phrase in enumerate(sentence.parse.phrases)}

    def kind(self, number: int) -> str:
        """Return the kind of a piece."""
        return self.pieces[number][0] if 0 <= number < len(self.pieces) else ""

    def word(self, number: int) -> str:
        """Return the first word of a piece, in lower case."""
        return self.reading.tokens.lowers[self.pieces[number][1]] if 0 <= number < len(self.pieces) else ""

    def phrase(self, number: int) -> int:
        """Return the number of the noun phrase that is a piece, -1 if it is none."""
        return self.phrase_at.get(self.pieces[number][1], -1) if self.kind(number) == "noun" else -1

    def skip_phrase(self, piece: int) -> int:
        """Return the last piece of a prepositional phrase: in a statement, on the sidelines of the summit."""
        while self.kind(piece + 1) == "preposition":
            piece += 1
        if self.kind(piece + 1) in ("noun", "date", "ing"):
            piece += 1
        while self.kind(piece + 1) == "preposition" and self.word(piece + 1) in ("of", "with", "between"):
            piece = self.skip_phrase(piece + 1)
        return piece

    def has_verb(self, first: int, last: int) -> bool:
        """Tell whether a verb stands in tokens [first, last)."""
        return any(first <= verb.start < last for verb in self.parse.verbs)

    def has_utterance(self, first: int, last: int) -> bool:
        """Tell whether a quoted utterance begins in tokens [first, last)."""
        return any(first <= at < last for at in self.sentence.atoms)

    def ends_quoted(self, last: int) -> bool:
        """Tell whether quoted words reach to a token."""
        start, end = self.reading.chars(last - 1, last)
        return any(quote.start < end and start < quote.end + 2 for quote in self.reading.quoted(start, end))

    def quoted_after(self, piece: int) -> bool:
        """Tell whether quoted words stand right after a piece."""
        end = self.reading.tokens.ends[self.pieces[piece][2] - 1]
        return any(0 <= quote.start - end < 3 for quote in self.reading.quoted(end, end + 3))
