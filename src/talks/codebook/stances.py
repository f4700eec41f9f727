"""What words do: word families, and the rules of stance made of them (lexicon/stances-en.toml)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from talks.codebook.data import read_data
from talks.codebook.grammar import load_grammar
from talks.errors import CodebookError
from talks.models import Stance
from talks.patterns import Pattern, compile_pattern

__all__ = ["StanceRule", "Stances", "load_stances"]

FAMILY = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class StanceRule:
    """A stance and the patterns that show it; `who` tells whose doing it must be."""

    name: str
    stance: Stance
    order: int
    patterns: tuple[Pattern, ...]
    who: Literal["anyone", "somebody", "own", "others"]
    unless_before: frozenset[str]
    unless_next: frozenset[str]
    governs: bool  # whether it holds for the whole sentence, as a condition does
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stances:
    """The rules in their order, and by the words or lemmas of which every match holds one."""

    rules: tuple[StanceRule, ...]
    anchored: dict[str, tuple[tuple[StanceRule, Pattern], ...]]
    nobody: frozenset[str]  # words by which no one does it
    speaking: frozenset[str]  # pronouns of those who speak
    events: frozenset[str]  # subjects that do neither wrong nor good: the talks as such
    leaning: frozenset[str]  # cues whose stance counts only when the words show none


@cache
def load_stances(language: str = "en") -> Stances:
    """Read the rules of stance, in the order in which they are tried."""
    name = f"lexicon/stances-{language}.toml"
    data = read_data(name)
    words, groups = data["families"], _groups(data["families"], language)
    rules = tuple(_rule(name, order, row, words, groups) for order, row in enumerate(data["rule"]))
    anchored: defaultdict[str, list[tuple[StanceRule, Pattern]]] = defaultdict(list)
    for rule in rules:
        for pattern in rule.patterns:
            for anchor in pattern.anchors or {""}:
                anchored[anchor].append((rule, pattern))
    return Stances(
        rules,
        {anchor: tuple(found) for anchor, found in anchored.items()},
        frozenset(data["sides"]["nobody"].split()),
        frozenset(data["sides"]["speaking"].split()),
        frozenset(data["sides"]["events"].split()),
        frozenset(data["cues"]["leaning"].split()),
    )


def _groups(rows: dict[str, str], language: str) -> dict[str, str]:
    """Return each family as a group of a pattern: verbs in all their forms, other words as they stand."""
    grammar = load_grammar(language)
    verbs = frozenset(grammar.lemmas.values())
    out: dict[str, str] = {}
    for family, words in rows.items():
        ways = [phrase.strip() for phrase in words.split("|")] if "|" in words else words.split()
        out[family] = "(" + "|".join(_way(way, verbs) for way in ways) + ")"
    return out


def _way(way: str, verbs: frozenset[str]) -> str:
    """Write a verb as any form of it; `=` before a word keeps it as it stands."""
    head, *rest = way.split()
    return " ".join([head.lstrip("=") if head.startswith("=") or head not in verbs else f"~{head}", *rest])


def _rule(
    name: str, order: int, row: dict[str, Any], words: dict[str, str], groups: dict[str, str]
) -> StanceRule:
    """Compile a rule; where it names a family it means its `groups` in patterns, and else its `words`."""

    def fill(text: str, families: dict[str, str]) -> str:
        unknown = next((family for family in FAMILY.findall(text) if family not in families), None)
        if unknown is not None:
            raise CodebookError(name, f"{row['name']}: no family {unknown!r}", "add it to [families]")
        return FAMILY.sub(lambda found: families[found[1]], text)

    def unless(key: str) -> frozenset[str]:
        return frozenset(fill(row.get(key, ""), words).split())

    sources = [fill(source, groups) for source in row["match"]]
    stance = Stance(row["stance"])
    return StanceRule(
        name=row["name"],
        stance=stance,
        order=order,
        patterns=tuple(compile_pattern(f"{name} {row['name']}", source) for source in sources),
        who=row.get("who", "anyone"),
        unless_before=unless("unless_before"),
        unless_next=unless("unless_next"),
        governs=row.get("governs", stance is Stance.CONDITIONAL),
        examples=tuple(row["examples"]),
        counterexamples=tuple(row["counterexamples"]),
    )
