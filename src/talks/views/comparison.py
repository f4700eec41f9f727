"""Two readings compared: which records one has and the other has not, and which are told otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from talks.models import Extraction, Mention, Statement

__all__ = ["CHANGES", "WORD", "Change", "Difference", "common_share", "compare", "words_of"]

Change = Literal["gained", "lost", "changed"]
CHANGES: Final[tuple[Change, ...]] = ("gained", "lost", "changed")
Record = Statement | Mention
Facts = dict[str, Any]

ALIKE: Final = 0.6  # share of words in common from which two sentences tell of the same
WORD: Final = re.compile(r"\w+")
SAME_RECORD: Final[dict[type, tuple[str, ...]]] = {Statement: ("speaker",), Mention: ("kind",)}


@dataclass(frozen=True, slots=True)
class Difference:
    """A record of one reading, or of both with other facts; `fields` names the facts that are others."""

    before: Record | None
    after: Record | None
    fields: tuple[str, ...] = ()

    @property
    def change(self) -> Change:
        """Whether the record was gained, lost or changed."""
        if self.before is None:
            return "gained"
        return "lost" if self.after is None else "changed"

    @property
    def record(self) -> Literal["statement", "mention"]:
        """The kind of record."""
        return "statement" if isinstance(self.after or self.before, Statement) else "mention"


def compare(before: Extraction, after: Extraction) -> list[Difference]:
    """Compare what was read from two texts, or twice from one: statements, then mentions.

    Records are matched by their facts and words, not by their ids. Of those that are left, two are one record
    told otherwise if they were read from the same words, or from words that are alike and are by the same
    speaker, or of the same kind.
    """
    statements = _compared(before.statements, after.statements, before, after)
    return [*statements, *_compared(before.mentions, after.mentions, before, after)]


def words_of(record: Record, text: str) -> str:
    """Return the words of the text that a record was read from."""
    if isinstance(record, Statement) and record.content:
        return " … ".join(span.of(text) for span in record.content)
    evidence = record.evidence if isinstance(record, Statement) else record.evidence[0]
    return evidence.quote


@dataclass(frozen=True, slots=True)
class _Known:
    """A record with its facts and the words it was read from, folded."""

    record: Record
    facts: Facts
    words: tuple[str, ...]

    def may_be(self, other: _Known) -> bool:
        """Tell whether another record may be the same, told otherwise."""
        return all(self.facts[name] == other.facts[name] for name in SAME_RECORD[type(self.record)])


def _compared(
    before: Sequence[Record], after: Sequence[Record], old: Extraction, new: Extraction
) -> Iterator[Difference]:
    gone = [_known(record, old.article.text) for record in before]
    come = [_known(record, new.article.text) for record in after]
    _pair(gone, come, _same)
    told = [pair for likeness in (_same_words, _alike) for pair in _pair(gone, come, likeness)]
    yield from (_changed(a, b) for a, b in told)
    yield from (Difference(a.record, None) for a in gone)
    yield from (Difference(None, b.record) for b in come)


def _same(a: _Known, b: _Known) -> float:
    return float(a.facts == b.facts and a.words == b.words)


def _same_words(a: _Known, b: _Known) -> float:
    return float(a.words == b.words) * (1 + a.may_be(b))


def _alike(a: _Known, b: _Known) -> float:
    share = common_share(a.words, b.words) if a.may_be(b) else 0.0
    return share if share >= ALIKE else 0.0


def common_share(a: Sequence[str], b: Sequence[str]) -> float:
    """Return the share of words that two sentences have in common, between 0 and 1."""
    both = (Counter(a) & Counter(b)).total()
    return 2 * both / (len(a) + len(b)) if both else 0.0


def _pair(
    gone: list[_Known], come: list[_Known], likeness: Callable[[_Known, _Known], float]
) -> list[tuple[_Known, _Known]]:
    """Take out the pairs that are alike, the likest first."""
    likely = [(likeness(a, b), m, n) for m, a in enumerate(gone) for n, b in enumerate(come)]
    chosen: dict[int, int] = {}
    for share, m, n in sorted(likely, key=lambda found: (-found[0], *found[1:])):
        if share and m not in chosen and n not in chosen.values():
            chosen[m] = n
    pairs = [(gone[m], come[n]) for m, n in sorted(chosen.items())]
    gone[:] = [known for m, known in enumerate(gone) if m not in chosen]
    come[:] = [known for n, known in enumerate(come) if n not in chosen.values()]
    return pairs


def _changed(a: _Known, b: _Known) -> Difference:
    fields = [name for name in a.facts if a.facts[name] != b.facts[name]]
    return Difference(a.record, b.record, tuple(fields) or ("words",))


def _known(record: Record, text: str) -> _Known:
    facts = _said(record) if isinstance(record, Statement) else _told(record)
    return _Known(record, facts, tuple(WORD.findall(words_of(record, text).casefold())))


def _said(statement: Statement) -> Facts:
    return {
        "speaker": statement.speaker,
        "party": statement.party,
        "manner": statement.manner.value,
        "stance": statement.stance.value,
        "topics": tuple(sorted(statement.topics)),
        "via": statement.via,
        "to": statement.to,
        "date": statement.when.edtf,
    }


def _told(mention: Mention) -> Facts:
    return {
        "kind": mention.kind,
        "status": mention.status.value,
        "date": mention.when.edtf,
        "place": mention.place,
        "parties": tuple(sorted(mention.parties)),
        "people": tuple(sorted(mention.people)),
        "round": mention.round,
        "figures": frozenset(mention.counts),
    }
