"""How a name sounds, however a language spells it: Podolyak, Podoljak, Podolak (lexicon/names-en.toml)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from talks.codebook.data import read_data

__all__ = ["sound_of"]


@cache
def sound_of(word: str) -> str:
    """Return a key that is the same for the usual spellings of a name; not itself a spelling."""
    written, sounds = _sounds()
    plain = unicodedata.normalize("NFC", word).lower()
    heard = written.sub(lambda match: sounds[match.group()], plain)
    bare = "".join(c for c in unicodedata.normalize("NFKD", heard) if not unicodedata.combining(c))
    return re.sub(r"(.)\1+", r"\1", bare)


@cache
def _sounds(language: str = "en") -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of the letters that stand for others, the longest first, and what they stand for."""
    data = read_data(f"lexicon/names-{language}.toml")["sounds"]
    sounds = {letters: sound for sound, spellings in data.items() for letters in spellings.split()}
    longest = sorted(sounds, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), sounds
