"""What a parse is made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from talks.codebook.grammar import Grammar
from talks.text import Tokens

__all__ = ["Chunk", "Parse", "Phrase", "State", "Verb"]


@dataclass(slots=True)
class Chunk:
    """A piece of a sentence: its kind, its tokens [start, end), and their classes."""

    kind: str
    start: int
    end: int
    classes: str
    at: int  # of its first token, in the order of parsing


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens [start, end), what governs it, and how."""

    start: int
    end: int
    role: str = "free"  # subject, object, prep, quotation, free
    verb: int = -1  # verb it is subject or object of, or that its preposition hangs on
    prep: str = ""
    left: int = -1  # noun phrase that its preposition follows directly
    after: str = ""  # kind of the piece before it
    number: int = -1  # its place among the phrases of its sentence
    listed: int = -1  # the first phrase of the list that it goes on


@dataclass(slots=True)
class Verb:
    """A verb group: tokens [start, end), its features, its subject and what governs it."""

    start: int
    end: int
    head: int
    lemma: str
    form: str = "finite"  # finite, infinitive, ing, participle
    tense: str = "past"  # past, present, future
    modal: str = ""
    passive: bool = False
    negated: bool = False
    perfect: bool = False
    progressive: bool = False
    subject: int = -1
    governor: int = -1
    marker: str = ""  # that, if, who …
    clause: int = -1  # first token of its clause
    particle: str = ""  # rule out, call off
    objects: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The lemma, with its particle: call off."""
        return f"{self.lemma} {self.particle}" if self.particle else self.lemma


@dataclass(slots=True)
class Parse:
    """Verbs and phrases of one sentence, in order; `pieces` are (kind, first, last+1) in token numbers."""

    verbs: list[Verb]
    phrases: list[Phrase]
    pieces: list[tuple[str, int, int]]
    _holding: dict[int, Phrase] | None = None  # by each token that one holds; made when first asked for
    _finite: list[tuple[int, Verb]] | None = None

    @property
    def finite(self) -> list[tuple[int, Verb]]:
        """The finite verbs, with their numbers."""
        if self._finite is None:
            self._finite = [(number, verb) for number, verb in enumerate(self.verbs) if verb.form == "finite"]
        return self._finite

    def verb_at(self, number: int) -> Verb | None:
        """Return the verb of a number, such as that of its governor; None for -1, which stands for none."""
        return self.verbs[number] if number >= 0 else None

    def phrase_at(self, token: int) -> Phrase | None:
        """Return the noun phrase that holds a token."""
        if self._holding is None:
            self._holding = {at: phrase for phrase in self.phrases for at in range(phrase.start, phrase.end)}
        return self._holding.get(token)


@dataclass(slots=True)
class State:
    """Where one left-to-right pass over a sentence stands.

    `waiting` are noun phrases that have no verb yet, `outer` those of the clauses around the present one.
    """

    tokens: Tokens
    order: Sequence[int]
    classes: str
    grammar: Grammar
    parse: Parse
    clause: int  # first token of the present clause
    waiting: list[int] = field(default_factory=list)
    outer: list[int] = field(default_factory=list)
    marker: str = ""
    marked: int = 0  # the token of the marker
    prep: str = ""
    previous: str = ""  # kind of the piece before
    following: str = ""  # kind of the piece after
    verb: int = -1  # the last verb
    main: int = -1  # the first verb of the main clause
    lists: dict[int, int] = field(default_factory=dict)  # first token of the list by that of a later item

    def class_of(self, token: int) -> str:
        """Return the class of a token, or of the next one that is parsed."""
        return self.classes[bisect_left(self.order, token)]

    def before(self, steps: int) -> str:
        """Return the kind of the piece so many steps before the present one."""
        pieces = self.parse.pieces
        return pieces[-1 - steps][0] if len(pieces) > steps else ""
