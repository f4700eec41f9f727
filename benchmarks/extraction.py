"""Words a second of the whole extraction, on one core, beside spaCy's small English pipeline (DESIGN.md §10).

    .venv/bin/python benchmarks/extraction.py [PYTHON_WITH_SPACY [MODEL]]

The text ships with the project: the articles in seeds/, and invented ones made of the template below. talks
finds dates, names, statements and happenings in it; spaCy tags, parses, lemmatises and finds names. Each has
a process of its own; of some rounds the one of least processor time counts, without what is loaded before.
Memory is the most that the process held, with all that it loaded.

spaCy is no dependency, and is left out where it is not installed. To compare, give it an environment:

    python -m venv .spacy && .spacy/bin/pip install spacy
    .spacy/bin/python -m spacy download en_core_web_sm
    .venv/bin/python benchmarks/extraction.py .spacy/bin/python

Without the model spaCy only splits words and sentences; that is no comparison, and is said.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROUNDS = 3
ARTICLES = 150
BUDGET = 10.0  # times spaCy's words a second
MEMORY = 150  # MB
MODEL = "en_core_web_sm"
SEEDS = Path(__file__).parent.parent / "seeds"
TOWNS = ("Castrel", "Harvik", "Belmora", "Tresk", "Dravo")
PEOPLE = ("Gunnvor Ask", "Livia Corvane", "Torvald Ekre", "Ramiro Delgast", "Claudine Oberholt")
ARTICLE = """\
{town} talks end without a truce

{town}, {day} March 20{year} - Norland and Sudria held a {nth} round of talks in {town} on Tuesday,
with Helvaria presiding. The delegations sat for {n} minutes behind closed doors, and left by
different gates.

"We want a truce of ninety days, and we want it in writing," said {person}, who leads the Norlandic
delegation. The two countries agreed to exchange {n} prisoners each before the end of the month, a
Sudrian official said.

In the market below the old fort, traders had put up their shutters early. Snow lay on the road to
the border, where lorries have waited for most of the winter, and the school had sent its older
pupils home at noon. Bread costs twice what it did a year ago, according to the town's bakers; many
of the younger people have left.

President Marisela Quent of Sudria demanded that Norland withdraw its army from the border before
any ceasefire. She told reporters that her government had sent a list of {n} missing children to
Helvaria in February, and that nobody had answered. {person} called the demand a step backwards, but
did not rule out a further meeting.

A telephone call between the presidents, which had been planned for {day} March, was put off.
Diplomats from Caldor, where the first round took place in 20{year}, said that they expected the
teams to return in April.
"""


def main() -> int:
    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable
    model = sys.argv[2] if len(sys.argv) > 2 else MODEL
    texts = list(load_texts())
    ours = measured([sys.executable, __file__, "--talks"], texts)
    theirs = measured([python, __file__, "--spacy", model], texts)
    print(row(ours), row(theirs), sep="\n")
    over = ours["memory"] > MEMORY
    print(f"memory: the budget is {MEMORY} MB")
    if "words" in theirs:
        ratio = ours["words"] / theirs["words"]
        over |= theirs["whole"] and ratio < BUDGET
        print(f"{ratio:.1f} × {theirs['name']}; the budget is {BUDGET:.0f} × {MODEL}")
    return int(over)


def load_texts() -> Iterable[str]:
    """Yield the articles: the seeds, and invented ones that differ in names, figures and dates."""
    from talks.readers import open_sources, read
    from talks.readers.sources import Source
    from talks.text import normalise

    sources = (source for source in open_sources([str(SEEDS)]) if isinstance(source, Source))
    yield from (normalise(piece.text) for source in sources for piece in read(source).pieces)
    for n in range(ARTICLES):
        yield ARTICLE.format(
            town=TOWNS[n % 5], person=PEOPLE[n // 5 % 5], day=n % 28 + 1, year=10 + n % 15,
            n=n + 100, nth=("first", "second", "third", "fourth")[n % 4],
        )  # fmt: skip


def measured(command: list[str], texts: list[str]) -> dict[str, Any]:
    """Run one side in a process of its own, and return what it tells."""
    alone = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, input=json.dumps(texts), env=alone, text=True, stdout=subprocess.PIPE)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def row(found: dict[str, Any]) -> str:
    if "words" not in found:
        return str(found["name"])
    return f"{found['name']:36} {found['words']:10,.0f} words/s {found['memory']:6.0f} MB"


def run_talks() -> dict[str, Any]:
    """Time whole extractions."""
    from talks.articles import make_articles
    from talks.codebook import load_codebook
    from talks.extraction import extract
    from talks.piece import Piece

    codebook = load_codebook()
    texts = json.load(sys.stdin)
    pieces = (Piece(str(number), text) for number, text in enumerate(texts))
    articles = [article for piece in pieces for article in make_articles(piece, codebook)]
    return report("talks", texts, lambda: [extract(article, codebook) for article in articles])


def run_spacy(model: str) -> dict[str, Any]:
    """Time spaCy's pipeline; without its model, the cutting of words and sentences."""
    try:
        import spacy  # type: ignore[import-not-found]
    except ImportError:
        return {"name": "spaCy is not installed: see the beginning of this file"}
    texts = json.load(sys.stdin)
    try:
        pipeline, name = spacy.load(model), f"spaCy {model}"
    except OSError:
        pipeline, name = spacy.blank("en"), f"spaCy without {model}, words and sentences"
        pipeline.add_pipe("sentencizer")
    whole = len(pipeline.pipe_names) > 1
    return report(name, texts, lambda: list(pipeline.pipe(texts))) | {"whole": whole}


def report(name: str, texts: list[str], work: Callable[[], object]) -> dict[str, Any]:
    """Return the words a second of the best of some rounds, and the most memory held."""
    work()
    seconds = min(processor_time(work) for _ in range(ROUNDS))
    words = sum(len(text.split()) for text in texts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"name": name, "words": words / seconds, "memory": memory}


def processor_time(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    if sys.argv[1:2] == ["--talks"]:
        print(json.dumps(run_talks()))
    elif sys.argv[1:2] == ["--spacy"]:
        print(json.dumps(run_spacy(sys.argv[2])))
    else:
        sys.exit(main())
