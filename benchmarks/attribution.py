"""Write what is credited to whom in PolNeAR's articles, for its scorer.

    BENCH=…/bench python benchmarks/attribution.py train OUT.json [LIMIT]

The data stay outside the project; `polnear.py`, the loader that comes with the scorer, must be importable.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from talks.codebook import load_codebook
from talks.models import Article
from talks.reading import Reading, read_article
from talks.statements.utterance import Utterance
from talks.statements.utterances import find_utterances
from talks.syntax import Tagger

CUTS = frozenset(
    {",", "(", "of", "for", "in", "from", "who", "at", "with", "on", "to", "and", "that", "whose", "by"}
)


def head_of(reading: Reading, span: tuple[int, int]) -> tuple[int, int]:
    """Return the last word before what hangs on a source."""
    tokens = reading.tokens
    first, last = tokens.at(span[0]), tokens.ending_by(span[1])
    stop = next((at for at in range(first + 1, last) if tokens.lowers[at] in CUTS), last)
    at = max(first, min(stop, last) - 1)
    while at > first and not tokens.words[at][0].isalnum():
        at -= 1
    return tokens.starts[at], tokens.ends[at]


def row(reading: Reading, utterance: Utterance) -> list[Any] | None:
    """Return source, cue, contents and head as the scorer wants them."""
    if utterance.source is None:
        return None
    contents = [list(span) for span in utterance.contents]
    return [
        list(utterance.source),
        list(utterance.cue) if utterance.cue else None,
        contents,
        list(head_of(reading, utterance.source)),
    ]


def main() -> None:
    split, out, *limit = sys.argv[1:]
    import polnear  # type: ignore[import-not-found]  # stands beside the data

    codebook = load_codebook()
    tagger = Tagger(codebook.grammar)
    articles = polnear.load(split, int(limit[0]) if limit else None)
    found, words, start = {}, 0, time.perf_counter()
    for article in articles:
        record = Article(id="a0", sha256="", text=article.text)
        reading = read_article(record, codebook, tagger)
        # Words of several speakers count once there, with all their names for one source.
        said = {tuple(u.contents): u for u in reversed(find_utterances(reading))}
        rows = (row(reading, utterance) for utterance in reversed(said.values()))
        found[article.id] = [r for r in rows if r]
        words += len(article.text.split())
    seconds = time.perf_counter() - start
    Path(out).write_text(json.dumps(found), encoding="utf-8")
    print(f"{len(articles)} articles, {words} words, {words / seconds:,.0f} words/s")


if __name__ == "__main__":
    main()
