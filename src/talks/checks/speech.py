"""Cues: an example credits {what is said} to [who said it], a counterexample nothing by that cue."""

from __future__ import annotations

from collections.abc import Iterator

from talks.checks.example import invented, marked, read_example, unmarked
from talks.codebook import Codebook
from talks.statements.utterances import find_utterances

__all__ = ["check_speech"]

WHERE = "lexicon/speech-en.toml"


def check_speech(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the cues."""
    known = invented(codebook)
    for name, (examples, counterexamples) in codebook.speech.examples.items():
        for example in examples:
            text = unmarked(example)
            wanted = tuple(tuple(text[a:b] for a, b in marked(example, opening)) for opening in ("[", "{"))
            credited = _credited(known, name, example)
            if wanted not in credited:
                yield f"{WHERE}: cue {name} credits {credited} in the example {example!r}"
        for example in counterexamples:
            if _credited(known, name, example):
                yield f"{WHERE}: cue {name} credits words in the counterexample {example!r}"


def _credited(codebook: Codebook, name: str, example: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    reading = read_example(codebook, example)
    text = reading.text
    return [
        (
            (text[u.source[0] : u.source[1]],) if u.source else (),
            tuple(text[a:b] for a, b in u.contents),
        )
        for u in find_utterances(reading)
        if u.rule == f"statements.{name}"
    ]
