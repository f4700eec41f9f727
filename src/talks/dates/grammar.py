"""Compile the date grammar from its data file."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from talks.codebook.data import read_data, validate
from talks.dates.lexicon import Lexicon, Rule
from talks.dates.patterns import Pattern, compile_pattern, words_of
from talks.dates.phrase import Kind
from talks.dates.readings import READINGS, Reading
from talks.dates.tokens import Codes, number_codes
from talks.errors import CodebookError

__all__ = ["CompiledRule", "DateGrammar", "build_grammar", "load_grammar"]

FILE = "lexicon/dates-en.toml"
PRIVATE_USE = 0xE000  # words are coded by private characters, which clash with nothing

# Classes that are told by a number's shape.
SHAPED: Mapping[str, str] = {
    "DAY": "abcz",
    "HOUR": "abz",
    "SMALL": "abcdz",
    "INTEGER": "abcdyYzhn",
    "NTH": "o",
    "YEAR": "yY",
    "MODERN": "y",
    "SHORTYEAR": "q",
    "DECADES": "s",
    "ISO": "i",
    "NUMERIC": "k",
    "MILITARY": "h",
    "CLOCK": "t",
    "DOTCLOCK": "u",
    "CLOCKM": "v",
    "OTHER": "x",
}
MARKS = {c: c for c in "().,;:/%$£€©+&-'"} | dict.fromkeys("–‒‑", "-") | {"’": "'", "—": "—"}


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule ready to match: tried where a code of its head is, and one of each of its `needs`."""

    rule: Rule
    kind: Kind
    pattern: Pattern
    reading: Reading
    head: frozenset[str]
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """The compiled grammar: shared, never changed."""

    lexicon: Lexicon
    codes: Codes
    rules: tuple[CompiledRule, ...]  # in order of precedence
    heads: Mapping[str, tuple[int, ...]]  # by a token's code, the rules worth trying
    triggers: frozenset[str]  # words without which a sentence holds no date


@cache
def load_grammar() -> DateGrammar:
    """Load the English grammar; a second call returns the same.

    Raises CodebookError where the data file is wrong.
    """
    return build_grammar(read_data(FILE), where=FILE)


def build_grammar(data: dict[str, Any], *, where: str) -> DateGrammar:
    """Check and compile a grammar, as its TOML file says it."""
    return _compile(validate(Lexicon, where, data), where)


def _compile(lexicon: Lexicon, where: str) -> DateGrammar:
    words = _word_codes(lexicon)
    classes = {name: "".join(map(words.__getitem__, c.values)) for name, c in lexicon.classes.items()}
    classes |= SHAPED
    rules: list[CompiledRule] = []
    for rule in lexicon.rule:
        try:
            rules.append(_rule(rule, lexicon, classes, words))
        except KeyError as error:
            raise CodebookError(where, f"rule {rule.name}: {error} is not known") from error
        except ValueError as error:
            raise CodebookError(where, f"rule {rule.name}: {error}") from error
    codes = _codes(lexicon, words)
    dates = {code for rule in rules if rule.rule.kind == "date" for code in rule.head}
    heads: dict[str, tuple[int, ...]] = {}
    for number, compiled in enumerate(rules):
        heads |= {code: (*heads.get(code, ()), number) for code in compiled.head}
    triggers = frozenset(word for word, code in codes.items() if code in dates)
    return DateGrammar(lexicon, codes, tuple(rules), heads, triggers)


def _rule(rule: Rule, lexicon: Lexicon, classes: Mapping[str, str], words: Mapping[str, str]) -> CompiledRule:
    pattern = compile_pattern(_expand(rule.pattern, lexicon.fragment), classes, words)
    head, beside = (
        frozenset("".join(classes.get(name) or words[name] for name in names))
        for names in (rule.head, rule.beside)
    )
    needs = tuple(need for need in (beside, *pattern.needs) if need and need != head)
    return CompiledRule(rule, rule.kind, pattern, READINGS[rule.means], head, needs)


def _expand(pattern: str, fragments: Mapping[str, str]) -> str:
    words = pattern.replace("(", " ( ").replace(")", " ) ").split(" ")
    return " ".join(_expanded(word, fragments) for word in words)


def _expanded(word: str, fragments: Mapping[str, str]) -> str:
    name = word.strip("<!>?*+")
    if name not in fragments:
        return word
    return word.replace(name, f"({_expand(fragments[name], fragments)})")


def _word_codes(lexicon: Lexicon) -> dict[str, str]:
    words: set[str] = set()
    for members in lexicon.classes.values():
        words.update(members.values)
    for pattern in (*lexicon.fragment.values(), *(rule.pattern for rule in lexicon.rule)):
        words |= words_of(pattern)
    return {word: chr(PRIVATE_USE + n) for n, word in enumerate(sorted(words))}


def _codes(lexicon: Lexicon, words: Mapping[str, str]) -> Codes:
    titled = {w for members in lexicon.classes.values() if members.case == "title" for w in members.values}
    codes = Codes(number_codes() | MARKS)
    for word, code in words.items():
        codes.update(dict.fromkeys(_forms(word, titled), code))
    return codes


def _forms(word: str, titled: Container[str]) -> tuple[str, ...]:
    if word in titled:
        return word.title(), word.upper()
    return word, word.replace("'", "’"), word.capitalize(), word.upper()
