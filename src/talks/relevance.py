"""Whether an article is about a negotiation: by the sides that it names, and by how much it speaks of talks.

It is about the negotiation to which its words assign it if it names each side of it, names a side in one of
ten sentences, and speaks of negotiating in one of nine. docs/intake.md has the figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from talks.codebook import Codebook
from talks.codebook.chrome import load_chrome
from talks.codebook.world import World
from talks.models import Article
from talks.pages import body_of
from talks.text import Tokens, split_sentences, tokenise

__all__ = ["Relevance", "judge_relevance"]

NAMING: Final = 10  # sentences one of which must name a side: a long page of all sorts names them in passing
NEGOTIATING: Final = 9  # sentences one of which must speak of negotiating: a report of the war hardly does


@dataclass(frozen=True, slots=True)
class Relevance:
    """Why an article is about a negotiation, or is not.

    `dossier` is the negotiation that it may be about; `sides` has, for each side of that, the words that
    speak of it, and `subjects` those that speak of negotiating, in the order in which they stand there.
    """

    dossier: str | None
    sides: tuple[tuple[str, tuple[str, ...]], ...] = ()
    subjects: tuple[str, ...] = ()
    sentences: int = 0
    naming: int = 0  # sentences that name a side
    negotiating: int = 0  # sentences that speak of negotiating

    @property
    def about(self) -> bool:
        """Whether the article is about the negotiation."""
        return self.dossier is not None and not self._missing and self._names_enough and self._tells_enough

    @property
    def reason(self) -> str:
        """Say in one line, with the words found, why it is about the negotiation or is not."""
        if self.dossier is None or len(self._missing) == len(self.sides):
            return "it names the sides of no negotiation"
        if self._missing:
            found = [f"{side} ({', '.join(words)})" for side, words in self.sides if words]
            return f"it names {' and '.join(found)}, but not {' or '.join(self._missing)}"
        if not self._names_enough:
            return f"it names a side in {self.naming} of {self.sentences} sentences only"
        words = f" ({', '.join(self.subjects)})" if self.subjects else ""
        only = "" if self._tells_enough else " only"
        return f"it speaks of negotiating in {self.negotiating} of {self.sentences} sentences{only}{words}"

    @property
    def _missing(self) -> list[str]:
        return [side for side, words in self.sides if not words]

    @property
    def _names_enough(self) -> bool:
        return self.naming * NAMING >= self.sentences

    @property
    def _tells_enough(self) -> bool:
        return self.negotiating * NEGOTIATING >= self.sentences


def judge_relevance(article: Article, codebook: Codebook) -> Relevance | None:
    """Tell whether an article is about the negotiation of whose sides it speaks most.

    None of an article in a language that is not read: what it is about can't be told.
    """
    if article.language != codebook.language:
        return None
    sentences = list(_sentences(article, codebook))
    world = codebook.world_of(word for tokens in sentences for word in tokens.words)
    if world.dossier is None:
        return Relevance(None, sentences=len(sentences))
    named = [word for tokens in sentences for word in tokens.words]
    sides = tuple(
        (side, tuple(dict.fromkeys(word for word in named if word in marks)))
        for side, marks in zip(world.sides, world.marks, strict=True)
    )
    told = [_subjects(tokens, codebook) for tokens in sentences]
    return Relevance(
        dossier=world.dossier.id,
        sides=sides,
        subjects=tuple(dict.fromkeys(subject for subjects in told for subject in subjects)),
        sentences=len(sentences),
        naming=sum(_names_a_side(tokens, world) for tokens in sentences),
        negotiating=sum(map(bool, told)),
    )


def _sentences(article: Article, codebook: Codebook) -> Iterator[Tokens]:
    """Yield the headline, if it is not in the text, and the sentences without page chrome."""
    if article.title and article.title not in article.text:
        yield tokenise(article.title)
    for line in body_of(article.text, load_chrome()):
        for start, end in split_sentences(article.text, line.start, line.end, codebook.grammar.abbreviations):
            yield tokenise(article.text[start:end])


def _names_a_side(tokens: Tokens, world: World) -> bool:
    return any(not marks.isdisjoint(tokens.words) for marks in world.marks)


def _subjects(tokens: Tokens, codebook: Codebook) -> Sequence[str]:
    """Return the words of a sentence that name negotiating."""
    topics = codebook.topics
    found = (
        " ".join(tokens.lowers[start:end])
        for start, end, shown in topics.see(tokens.lowers).find()
        if any(names and topic in topics.negotiation for topic, names in shown)
    )
    return [words for words in found if not words.startswith(topics.loose)]
