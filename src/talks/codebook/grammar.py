"""The grammar of a language as data: a class for every known word, a lemma for every verb form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from talks.codebook.data import read_data
from talks.codebook.shown import Shown, read_shown

__all__ = ["Grammar", "inflect", "load_grammar", "plural"]

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Retag:
    """A second thought: what `pattern` finds in a string of classes becomes `to`, as in the example."""

    pattern: re.Pattern[str]
    to: str
    example: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """What words are: `classes` by lower-case word, `lemmas` by verb form (see lexicon/grammar-en.toml)."""

    classes: dict[str, str]
    lemmas: dict[str, str]
    retags: tuple[Retag, ...]
    chunks: re.Pattern[str]
    suffixes: tuple[tuple[str, str], ...]
    abbreviations: frozenset[str]
    adverbials: dict[str, tuple[tuple[str, ...], ...]]  # several words that are one adverb, by the first
    compounds: dict[str, tuple[tuple[str, ...], ...]]  # several words that are one noun
    titles: frozenset[str]  # abbreviations that stand before a name
    words: dict[str, frozenset[str]]  # words that parsing treats apart, by what they do
    shown: dict[str, Shown]  # by groups of `words`; of those that only parsing asks for, retags tell
    clausal: frozenset[str]  # verbs that take a clause without "that": said Quent agreed


@cache
def load_grammar(language: str = "en") -> Grammar:
    """Read the closed classes and the verbs of a language."""
    name = f"lexicon/grammar-{language}.toml"
    data = read_data(name)
    verbs = read_data(f"lexicon/verbs-{language}.toml")
    classes, lemmas = _verb_forms(verbs)
    for group in (data["open"], data["closed"]):
        for kind, words in group.items():
            classes.update(dict.fromkeys(words.split(), kind))
    return Grammar(
        classes=classes,
        lemmas=lemmas | data["auxiliaries"],
        retags=tuple(
            Retag(re.compile(rule["find"], re.MULTILINE), rule["to"], rule["example"])
            for rule in data["retag"]
        ),
        # Each name stands behind its pattern, so that a first class that does not fit is told at once.
        chunks=re.compile("|".join(f"(?:{pattern})(?P<{name}>)" for name, pattern in data["chunks"].items())),
        suffixes=tuple(
            (suffix, kind) for kind, words in data["suffixes"].items() for suffix in words.split()
        ),
        abbreviations=frozenset(data["abbreviations"].split()),
        adverbials=_by_first(data["adverbials"]),
        compounds=_by_first(data["compounds"]),
        titles=frozenset(data["titles"].split()),
        words={name: frozenset(words.split()) for name, words in data["words"].items()},
        shown=read_shown(name, data),
        clausal=_clausal(language),
    )


def _by_first(text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in sorted(
        (tuple(way.split()) for way in text.split("|") if way.strip()), key=len, reverse=True
    ):
        out[words[0]] = (*out.get(words[0], ()), words)
    return out


def _clausal(language: str) -> frozenset[str]:
    cues = read_data(f"lexicon/speech-{language}.toml")["cues"].values()
    return frozenset(
        lemma
        for cue in cues
        if "clause" in cue["takes"]
        for lemma in " ".join([cue["verbs"]] if isinstance(cue["verbs"], str) else []).split()
    )


def inflect(lemma: str, irregular: dict[str, tuple[str, ...]], doubling: frozenset[str]) -> dict[str, str]:
    """Return the forms of a verb: `base`, `s`, `past`, `participle`, `ing`."""
    past, participle, *_ = irregular.get(lemma) or (_add_ed(lemma, doubling),) * 2
    return {
        "base": lemma,
        "s": _add_s(lemma),
        "past": past,
        "participle": participle,
        "ing": _add_ing(lemma, doubling),
    }


def plural(noun: str) -> str:
    """Return the plural of a regular noun."""
    return _add_s(noun)


def _verb_forms(verbs: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    irregular = _read_irregular(verbs["irregular"])
    doubling = frozenset(verbs["doubling"].split())
    classes: dict[str, str] = {}
    lemmas: dict[str, str] = {}
    for group, base, s in (("nouns", "u", "z"), ("plain", "V", "v")):
        for lemma in verbs[group].split():
            forms = inflect(lemma, irregular, doubling)
            single = _single_l(lemma) if lemma in doubling else {}
            past = "e" if forms["past"] == forms["participle"] else "v"
            kinds = {"base": base, "s": s, "ing": "g", "past": past, "participle": "E"}
            for slot, kind in kinds.items():
                classes.setdefault(forms[slot], kind)
                lemmas.setdefault(forms[slot], lemma)
            others = dict.fromkeys(irregular.get(lemma, ())[2:], "E")
            for form, kind in (single | others).items():
                classes.setdefault(form, kind)
                lemmas.setdefault(form, lemma)
    return classes, lemmas


def _single_l(lemma: str) -> dict[str, str]:
    """Return the American forms of a verb in l: traveled, signaling."""
    return {lemma + "ed": "e", lemma + "ing": "g"} if lemma.endswith("l") else {}


def _read_irregular(text: str) -> dict[str, tuple[str, ...]]:
    """Return past and participle of verbs, and other participles that some write."""
    out = {}
    for entry in text.split(";"):
        lemma, past, *rest = entry.split()
        out[lemma] = (past, *(rest or [past]))
    return out


def _add_s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _add_ed(lemma: str, doubling: frozenset[str]) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if lemma in doubling else "") + "ed"


def _add_ing(lemma: str, doubling: frozenset[str]) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if lemma in doubling else "") + "ing"
