"""Load the date grammar from its data file, check it, and freeze it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from talks.codebook.data import read_data, validate
from talks.dates.patterns import Pattern, compile_pattern, words_of
from talks.dates.phrase import Kind, Relation
from talks.dates.readings import READINGS, Reading
from talks.dates.tokens import Codes, number_codes
from talks.errors import CodebookError
from talks.models import Record

__all__ = ["CompiledRule", "DateGrammar", "Example", "Lexicon", "Rule", "build_grammar", "load_grammar"]

Value = int | str
FILE = "lexicon/dates-en.toml"
PRIVATE_USE = 0xE000  # words are coded by private characters, which clash with nothing

# Classes that are told by a number's shape.
SHAPED: Mapping[str, str] = {
    "DAY": "abcz",
    "HOUR": "abz",
    "SMALL": "abcdz",
    "INTEGER": "abcdyYzn",
    "NTH": "o",
    "YEAR": "yY",
    "MODERN": "y",
    "SHORTYEAR": "q",
    "DECADES": "s",
    "ISO": "i",
    "NUMERIC": "k",
    "CLOCK": "t",
    "DOTCLOCK": "u",
    "CLOCKM": "v",
    "OTHER": "x",
}
MARKS = {c: c for c in "().,;:/%$£€©+&-'"} | dict.fromkeys("–‒‑", "-") | {"’": "'", "—": "—"}


class WordClass(Record):
    """Words of one class with what each is worth; 1 where only the class counts."""

    case: Literal["any", "title"] = "any"
    words: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    values: Annotated[dict[str, Value], Field(default_factory=dict)]


class Example(Record):
    """A text with what is found in it in brackets, and the date that it is."""

    text: str
    edtf: str | None = None
    published: date = date(2025, 6, 11)
    tense: Literal["past", "future", "present"] | None = None
    previous: str | None = None


class Rule(Record):
    """One rule as the data file says it."""

    name: str
    head: tuple[str, ...]
    beside: Annotated[tuple[str, ...], Field(alias="with")] = ()
    means: str
    kind: Kind = "date"
    fixed: Annotated[dict[str, Value | bool], Field(alias="set", default_factory=dict)]
    pattern: str
    examples: tuple[Example, ...]
    counterexamples: Annotated[tuple[str, ...], Field(min_length=1)]


def _filled(classes: dict[str, WordClass]) -> dict[str, WordClass]:
    """Give each class the worth of all its words."""
    return {name: _with_values(members, classes) for name, members in classes.items()}


def _with_values(members: WordClass, classes: Mapping[str, WordClass]) -> WordClass:
    missing = [name for name in members.includes if name not in classes]
    if missing:
        raise ValueError(f"there is no class {missing[0]}")
    taken = {word: worth for name in members.includes for word, worth in classes[name].values.items()}
    return members.model_copy(update={"values": dict.fromkeys(members.words, 1) | taken | members.values})


class Lexicon(Record):
    """The data file."""

    language: str
    classes: Annotated[dict[str, WordClass], Field(alias="class"), AfterValidator(_filled)]
    saying: dict[str, Value]
    fragment: dict[str, str]
    relation: dict[str, Relation]
    gap: dict[str, frozenset[str]]
    tense: dict[str, tuple[str, ...]]
    printed: dict[str, frozenset[str]]
    clue: dict[str, tuple[str, ...]]
    rule: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule ready to match: tried where a code of its head is, and one of each of its `needs`."""

    rule: Rule
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
    return CompiledRule(rule, pattern, READINGS[rule.means], head, needs)


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
