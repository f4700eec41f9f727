"""Topics: each is found in its example by its words, and not in its counterexample; its kinds are known."""

from __future__ import annotations

from collections.abc import Iterator

from talks.codebook import Codebook
from talks.text import tokenise

__all__ = ["check_topics"]

WHERE = "topics.toml"


def check_topics(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the words of topics."""
    for topic, (example, counterexample) in codebook.topics.examples.items():
        if topic not in _shown(codebook, example):
            yield f"{WHERE}: {topic} is not found in the example {example!r}"
        if topic in _shown(codebook, counterexample):
            yield f"{WHERE}: {topic} is found in the counterexample {counterexample!r}"
    for kind in sorted(codebook.topics.kinds.keys() - codebook.kinds.keys()):
        yield f"{WHERE}: there is no kind {kind!r} of happenings"


def _shown(codebook: Codebook, sentence: str) -> set[str]:
    named, hinted = codebook.topics.see(tokenise(sentence).lowers).count()
    return {*named, *hinted}
