"""How a text was edited: sentence by sentence, and within a sentence word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from talks.text import find_paragraphs, split_sentences
from talks.views.comparison import WORD, Change, common_share

__all__ = ["Edit", "Run", "edit_of", "find_edits"]

Kept = Literal["same", "gone", "come"]

TOKEN: Final = re.compile(r"(?:\w+|[^\w\s])\s*")  # with the blanks behind it, so that none stands alone
ALIKE: Final = 0.5  # share of words in common from which one sentence is another, edited


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in both texts, or in one of them."""

    kept: Kept
    words: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence that was edited, taken out or put in: its words in order."""

    runs: tuple[Run, ...]

    @property
    def change(self) -> Change:
        """Whether the sentence was put in, taken out or edited."""
        if not self.before:
            return "gained"
        return "changed" if self.after else "lost"

    @property
    def before(self) -> str:
        """The sentence as it was; nothing if it was put in."""
        return "".join(run.words for run in self.runs if run.kept != "come")

    @property
    def after(self) -> str:
        """The sentence as it is; nothing if it was taken out."""
        return "".join(run.words for run in self.runs if run.kept != "gone")


def find_edits(before: str, after: str) -> list[Edit]:
    """List the sentences in which two texts differ, in their order."""
    old, new = _sentences(before), _sentences(after)
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [edit for tag, a, b, c, d in found if tag != "equal" for edit in _edited(old[a:b], new[c:d])]


def edit_of(before: str, after: str) -> Edit:
    """Return how words became others."""
    return Edit(tuple(_runs(TOKEN.findall(before), TOKEN.findall(after))))


def _sentences(text: str) -> list[str]:
    """Cut a text as a reader would; that a title ends no sentence is of no matter here."""
    lines = find_paragraphs(text)
    spans = (span for line in lines for span in split_sentences(text, line.start, line.end, frozenset()))
    return [" ".join(text[start:end].split()) for start, end in spans]


def _edited(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """Pair the sentences of a block with the next that are alike, in their order."""
    put_in = 0
    words = [WORD.findall(sentence.casefold()) for sentence in new]
    for before in old:
        likely = (n for n in range(put_in, len(new)) if _alike(before, words[n]))
        found = next(likely, None)
        if found is None:
            yield Edit((Run("gone", before),))
            continue
        yield from (Edit((Run("come", sentence),)) for sentence in new[put_in:found])
        yield edit_of(before, new[found])
        put_in = found + 1
    yield from (Edit((Run("come", sentence),)) for sentence in new[put_in:])


def _alike(sentence: str, words: Sequence[str]) -> bool:
    return common_share(WORD.findall(sentence.casefold()), words) >= ALIKE


def _runs(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    runs: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(old[a:b])))
            continue
        parts = (Run("gone", "".join(old[a:b])), Run("come", "".join(new[c:d])))
        runs += [run for run in parts if run.words]
    return runs
