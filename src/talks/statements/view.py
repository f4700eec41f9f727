"""A sentence with look-up of its pieces and phrases by token."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from talks.codebook.speech import Speech
from talks.reading import Reading, Sentence
from talks.syntax import Verb

__all__ = ["View"]

KIND, END = itemgetter(0), itemgetter(2)  # of a piece; END is the token after it
NAME = "N"  # class of the words of names
HELPING = frozenset("bmhxD")  # classes of "be", "have", "do", modals and "not"


class View:
    """The pieces of a sentence, by number; a number out of range is no piece."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.reading, self.sentence, self.parse = reading, sentence, sentence.parse
        self.pieces = sentence.parse.pieces
        self.speech: Speech = reading.codebook.speech
        self._kinds: dict[int, str] = dict(enumerate(map(KIND, self.pieces)))
        self._at: dict[int, int] | None = None
        self._phrase_at: dict[int, int] | None = None
        self._words: frozenset[str] | None = None

    @property
    def at(self) -> dict[int, int]:
        """The pieces by their first tokens."""
        if self._at is None:
            self._at = {piece[1]: number for number, piece in enumerate(self.pieces)}
        return self._at

    @property
    def phrase_at(self) -> dict[int, int]:
        """The noun phrases by their first tokens."""
        if self._phrase_at is None:
            self._phrase_at = {phrase.start: number for number, phrase in enumerate(self.parse.phrases)}
        return self._phrase_at

    @property
    def words(self) -> frozenset[str]:
        """The words of the sentence, in lower case."""
        if self._words is None:
            lowers = self.reading.tokens.lowers
            self._words = frozenset(lowers[self.sentence.first : self.sentence.last])
        return self._words

    def ending_by(self, token: int) -> int:
        """Return the last piece that ends at or before a token, -1 for none."""
        return bisect_right(self.pieces, token, key=END) - 1

    def kind(self, number: int) -> str:
        """Return the kind of a piece."""
        return self._kinds.get(number, "")

    def word(self, number: int) -> str:
        """Return the first word of a piece, in lower case."""
        return self.reading.tokens.lowers[self.pieces[number][1]] if 0 <= number < len(self.pieces) else ""

    def phrase(self, number: int) -> int:
        """Return the number of the noun phrase that is a piece, -1 if it is none."""
        return self.phrase_at.get(self.pieces[number][1], -1) if self.kind(number) == "noun" else -1

    def skip_phrase(self, piece: int, taken: frozenset[str] = frozenset()) -> int:
        """Return the last piece of a prepositional phrase: in a statement, on the sidelines of the summit.

        Of what is `taken` the attribution tells: spoke on Friday of a pause, at the meeting of "a pause".
        """
        while self.kind(piece + 1) == "preposition":
            piece += 1
        if self.kind(piece + 1) in ("noun", "date", "ing"):
            piece += 1
        while self.kind(piece + 1) == "preposition" and self.word(piece + 1) in ("of", "with", "between"):
            if self.word(piece + 1) in taken and self._is_whole(piece):
                break
            piece = self.skip_phrase(piece + 1, taken)
        return piece

    def _is_whole(self, piece: int) -> bool:
        """Tell what needs no "of" behind it: a date, a name, anything before quoted words."""
        named = self.reading.classes[self.pieces[piece][2] - 1] == NAME
        first, last = self.pieces[min(piece + 2, len(self.pieces) - 1)][1:]
        return (
            self.kind(piece) == "date" or named or bool(self.reading.quoted(*self.reading.chars(first, last)))
        )

    def predicate(self, first: int, *, near: bool = False) -> int:
        """Return the piece that is the verb of the clause opening at a piece, not of one inside it; or -1.

        With `near`, no comma but one that closes an aside or a list may stand before the verb.
        """
        waiting = comma = 0
        for number in range(first, len(self.pieces)):
            kind = self.kind(number)
            if kind in ("relative", "subordinator"):
                waiting += not self.is_prepositional(number)
            elif kind == "verb" and waiting:
                waiting -= 1
            elif kind == "verb":
                joined = self.kind(self.before(number)) == "coordinator"
                return -1 if joined or (near and not self._continues(number, comma)) else number
            elif kind == "comma":
                comma = number
            elif kind == "mark" and self.word(number) in ";:.":
                return -1
        return -1

    def _continues(self, verb: int, comma: int) -> bool:
        """Tell a verb whose subject stands before a comma: the list, he said, was; A, B and C met."""
        listed = any(self.kind(piece) == "coordinator" for piece in range(comma + 2, verb))
        return not comma or self.before(verb) == comma or listed

    def breaks_off(self, start: int) -> bool:
        """Tell whether an attribution stands right behind a helping verb: one should not, he says, wait."""
        piece = self.at.get(start, 0) - 2
        if self.kind(piece) != "verb" or self.kind(piece + 1) != "comma":
            return False
        return self.reading.classes[self.pieces[piece][2] - 1] in HELPING

    def main_after(self, piece: int) -> bool:
        """Tell whether a verb that no subordinator marks comes after a piece."""
        start = self.pieces[piece][1]
        return any(v.start > start and v.form == "finite" and not v.marker for v in self.parse.verbs)

    def verb_at(self, piece: int) -> Verb | None:
        """Return the verb that begins with a piece, as the whole sentence shows it to be."""
        start = self.pieces[piece][1]
        return next((verb for verb in self.parse.verbs if verb.start == start), None)

    def is_finite(self, piece: int) -> bool:
        """Tell whether a piece is a finite verb: not the second of two infinitives."""
        verb = self.verb_at(piece) if self.kind(piece) == "verb" else None
        return verb is not None and verb.form == "finite"

    def main_before(self, token: int) -> bool:
        """Tell whether a verb that no subordinator marks comes before a token."""
        return any(v.start < token and v.form == "finite" and not v.marker for v in self.parse.verbs)

    def is_pronoun(self, piece: int, classes: str = "p") -> bool:
        """Tell a pronoun: one that is a subject, or of other classes."""
        return self.kind(piece) == "noun" and self.reading.classes[self.pieces[piece][1]] in classes

    def after(self, piece: int) -> int:
        """Return the piece after another, adverbs left out."""
        piece += 1
        while self.kind(piece) == "adverb":
            piece += 1
        return piece

    def before(self, piece: int) -> int:
        """Return the piece before another, adverbs left out."""
        piece -= 1
        while self.kind(piece) == "adverb":
            piece -= 1
        return piece

    def is_prepositional(self, piece: int) -> bool:
        """Tell "after the talks" from "after the talks ended"."""
        if self.word(piece) == "that":
            return False  # said that last July, when they met, …
        phrase = self.phrase(piece + 1)
        dated = self.kind(piece + 1) == "date" and self.kind(piece + 2) not in ("noun", "verb")
        return dated or (phrase >= 0 and self.parse.phrases[phrase].role == "prep")

    def in_quotes(self, token: int) -> bool:
        """Tell whether a token stands inside quoted words of its sentence."""
        start, inside = self.reading.tokens.starts[token], self.sentence.inside
        return any(
            quote.start < start < quote.end and self.sentence.start <= quote.start and quote is not inside
            for quote in self.reading.quoted(start, start + 1)
        )

    def opens_quotation(self, token: int) -> bool:
        """Tell the first word of quoted words that go on with the sentence: Ekre "stressed the need"."""
        start = self.reading.tokens.starts[token]
        return any(quote.inner_start == start for quote in self.reading.quoted(start, start + 1))

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
        if not 0 <= piece < len(self.pieces):
            return False
        end = self.reading.tokens.ends[self.pieces[piece][2] - 1]
        return any(0 <= quote.start - end < 3 for quote in self.reading.quoted(end, end + 3))
