"""In which language a text is: by its letters and small words; what its page says only decides a tie."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Final

from talks.codebook.languages import Language, load_languages

__all__ = ["UNKNOWN", "language_of"]

UNKNOWN: Final = "und"  # ISO 639-2: undetermined
SAMPLE: Final = 20_000  # characters that are looked at
WORD: Final = re.compile(r"[^\W\d_]+")
LEAST: Final = (
    0.12  # part of the words that must be small words of the language; docs/intake.md has the figures
)
LETTERS: Final = 4  # times that a letter of its own tells as much as a small word, for its share
HEADLINE: Final = 20  # words that may be those of a headline only
TIE: Final = 0.85  # part of the best score from which another language is as likely
# How Unicode names letters of scripts that are called otherwise here.
SCRIPTS: Final = {"CJK": "Han", "HIRAGANA": "Kana", "KATAKANA": "Kana", "HANGUL": "Hangul"}
KANA: Final = 0.1  # part of the letters: Chinese has none, and half of Japanese is written in Han


def language_of(text: str, declared: str | None = None) -> str:
    """Return the ISO 639 code of a text's language, or `und`; `declared` is what its page says.

    A declaration is believed only of languages between which the text itself tells little: those that fit
    alike, or any of its script if it is a headline with no small word but one, which may be by chance.
    """
    words = [word.lower() for word in WORD.findall(text[:SAMPLE])]
    scores = _scores(words)
    best = max(scores.values(), default=0.0)
    if declared and declared in scores and len(words) <= HEADLINE and best * len(words) <= 1:
        return declared
    if best < LEAST:
        return UNKNOWN
    if declared and scores.get(declared, 0.0) >= TIE * best:
        return declared
    return max(scores, key=lambda code: scores[code])  # of equals the first


def _scores(words: list[str]) -> Mapping[str, float]:
    """Return how well words fit the languages of their script."""
    letters = Counter("".join(words))
    script = _script(letters)
    known = [language for language in load_languages().values() if language.script == script]
    if len(known) == 1:
        return {known[0].code: 1.0}
    told = Counter(words)
    return {language.code: _score(language, told, letters) for language in known}


def _score(language: Language, words: Counter[str], letters: Counter[str]) -> float:
    small = sum(words[word] for word in words.keys() & language.words) / words.total()
    own = sum(letters[letter] for letter in language.letters) / letters.total()
    return small + LETTERS * own


def _script(letters: Counter[str]) -> str | None:
    """Return the script of most letters."""
    counted: Counter[str] = Counter()
    for letter, number in letters.items():
        first = unicodedata.name(letter, "").split(" ")[0].split("-")[0]
        counted[SCRIPTS.get(first, first.capitalize())] += number
    if counted["Kana"] > KANA * counted.total():
        return "Kana"
    return max(counted, key=lambda script: (counted[script], script), default=None)
