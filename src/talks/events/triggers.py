"""Find where a sentence speaks of a happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import cache
from typing import NamedTuple

from talks.codebook.grammar import load_grammar
from talks.codebook.kinds import load_kinds
from talks.codebook.triggers import Trigger
from talks.patterns import Line, Match
from talks.reading import Reading, Sentence

__all__ = ["Hit", "find_hits", "may_tell"]


PAIR = 2  # words at most that must not follow together: all along
VERBS = "vV"  # classes of finite and base forms


class Hit(NamedTuple):
    """A trigger found in a line; `head` is a token."""

    trigger: Trigger
    match: Match
    head: int
    first: int  # tokens of the match
    last: int

    @property
    def kind(self) -> str:
        """The kind of happening."""
        return self.trigger.kind


@cache
def _index() -> dict[str, tuple[Trigger, ...]]:
    """Return triggers by the words or lemmas that every match of theirs needs one of."""
    out: defaultdict[str, list[Trigger]] = defaultdict(list)
    for kind in load_kinds().values():
        for trigger in kind.triggers:
            for anchor in trigger.pattern.anchors or {""}:
                out[anchor].append(trigger)
    return {anchor: tuple(triggers) for anchor, triggers in out.items()}


@cache
def _words() -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """Return, by words one of which a trigger needs, in all their forms, what else it needs."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for word, lemma in load_grammar().lemmas.items():
        forms["~" + lemma].add(word)
    out: defaultdict[str, dict[tuple[frozenset[str], ...], None]] = defaultdict(dict)
    for anchor, triggers in _index().items():
        for trigger in triggers:
            needs = (
                frozenset().union(*(_forms(word, forms) for word in need)) for need in trigger.pattern.needs
            )
            rest = tuple(needs)
            for word in _forms(anchor, forms):
                out[word][rest] = None
    return {word: tuple(needs) for word, needs in out.items()}


def _forms(word: str, forms: Mapping[str, Set[str]]) -> Set[str]:
    return forms.get(word, set()) | {word.removeprefix("~")}


def may_tell(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence can hold a trigger at all, which most do not."""
    needed, present = _words(), set(reading.tokens.lowers[sentence.first : sentence.last])
    for word in needed.keys() & present:
        for needs in needed[word]:
            if not any(map(present.isdisjoint, needs)):
                return True
    return False


def find_hits(line: Line) -> list[Hit]:
    """Return the triggers of a line; a longer noun phrase hides those whose heads lie inside it."""
    index = _index()
    triggers = set(index.get("", ()))
    triggers.update(*map(index.__getitem__, index.keys() & line.keys))
    found = [_hit(line, trigger, match) for trigger in triggers for match in trigger.pattern.find(line)]
    hits = [hit for hit in found if not _is_barred(line, hit)]
    hits.sort(key=lambda hit: (hit.head, hit.trigger.name))
    return list(_visible(hits))


def _is_barred(line: Line, hit: Hit) -> bool:
    if hit.trigger.role == "noun" and line.items[hit.match.head].kind in VERBS:
        return True  # he remains is no mention of remains
    trigger, match = hit.trigger, hit.match
    following = line.items[match.end : match.end + PAIR] if trigger.unless_next else ()
    words = [item.word for item in following]
    if any(" ".join(words[:end]) in trigger.unless_next for end in range(1, len(words) + 1)):
        return True
    inside = line.items[match.start : match.end] if trigger.unless else ()
    return any(item.word in trigger.unless for item in inside)


def _hit(line: Line, trigger: Trigger, match: Match) -> Hit:
    items = line.items
    return Hit(trigger, match, items[match.head].start, items[match.start].start, items[match.end - 1].end)


def _visible(hits: list[Hit]) -> Iterable[Hit]:
    nouns = [hit for hit in hits if hit.trigger.role == "noun"]
    for hit in hits:
        if not any(_hides(other, hit) for other in nouns):
            yield hit


def _hides(outer: Hit, inner: Hit) -> bool:
    if outer.head == inner.head or not outer.first <= inner.head < outer.last:
        return False
    if inner.trigger.role == "verb":
        return False
    return (outer.last - outer.first) > (inner.last - inner.first) or outer.head < inner.head
