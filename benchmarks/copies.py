"""How well near copies are told, by our sketches and by rensa's MinHash at its best threshold.

    .venv/bin/python benchmarks/copies.py FOLDER [FOLDER ...] [--same a.txt,b.txt,c.html]

Of each article copies are made as desks make them: trimmed, reordered, retouched, cut to a quarter, cut and
retouched, run together with two others. Each must be told from the article, and no two articles from each
other, but those named to be the same.
rensa (the extra `dev` has it) is given the same runs of words, and its threshold is chosen to suit it best.
"""

import random
import sys
import time
from itertools import combinations

from talks.articles import make_articles
from talks.codebook import load_codebook
from talks.errors import ReadError
from talks.likeness import runs_of, words_of
from talks.link.sketches import ALIKE, QUOTED, RUN, shared, sketch
from talks.readers import open_sources, read

SIZE = 256  # hashes of a text that either keeps
CHANGED = 7  # one word in so many is changed by retouching
LEAST = 3  # lines that are left of an article: a headline alone is a copy of nothing


def main(arguments):
    named = [one.removeprefix("--same=").split(",") for one in arguments if one.startswith("--same=")]
    texts = load([one for one in arguments if not one.startswith("--same=")])
    same = {frozenset(pair) for group in named for pair in combinations(group, 2)}
    pairs = [(one, two, frozenset((one, two)) in same) for one, two in combinations(texts, 2)]
    for name, text in list(texts.items()):
        for kind, copy in make_copies(name, text, texts).items():
            texts[f"{name} {kind}"] = copy
            pairs.append((name, f"{name} {kind}", True))
    print(f"{len(pairs):,} pairs, of which {sum(is_copy for *_, is_copy in pairs)} are copies\n")
    print(f"{'':34}{'threshold':>10}{'precision':>11}{'recall':>8}{'F':>7}{'time':>8}")
    base = None
    for label, judge, threshold in (
        ("sketches", by_sketches(texts), ALIKE),
        ("sketches, at their best", by_sketches(texts), None),
        ("rensa RMinHash, at its best", by_rensa("RMinHash", texts), None),
        ("rensa CMinHash, at its best", by_rensa("CMinHash", texts), None),
    ):
        start = time.process_time()
        scores = [(judge(one, two) or 0.0, is_copy) for one, two, is_copy in pairs]
        spent = time.process_time() - start
        base = base or spent
        chosen, precision, recall, f = best(
            scores, [threshold] if threshold else sorted({s for s, _ in scores})
        )
        print(f"{label:34}{chosen:>10.2f}{precision:>11.3f}{recall:>8.3f}{f:>7.3f}{spent / base:>7.1f}x")


def best(scores, thresholds):
    """Return the threshold with the best F, and its figures."""
    found = []
    for threshold in thresholds:
        told = [is_copy for score, is_copy in scores if score >= threshold and score > 0]
        right, copies = sum(told), sum(is_copy for _, is_copy in scores)
        precision, recall = right / len(told) if told else 1.0, right / copies
        found.append((2 * right / (len(told) + copies), threshold, precision, recall))
    f, threshold, precision, recall = max(found)
    return threshold, precision, recall, f


def by_sketches(texts):
    kept = {name: sketch(text) for name, text in texts.items()}
    return lambda one, two: shared(kept[one], kept[two])


def by_rensa(kind, texts):
    import rensa

    kept = {}
    for name, text in texts.items():
        kept[name] = getattr(rensa, kind)(num_perm=SIZE, seed=1)
        kept[name].update([" ".join(run) for run in runs(text)])
    return lambda one, two: kept[one].jaccard(kept[two])


def runs(text):
    return sorted(
        {run for part in QUOTED.sub("\0", text).split("\0") for run in runs_of(words_of(part), RUN)}
    )


def make_copies(name, text, texts):
    """Return an article as other outlets would print it."""
    chance = random.Random(name)  # noqa: S311 - no secret
    lines = [line for line in text.split("\n") if line.strip()]
    half, quarter = ("\n".join(lines[: max(LEAST, len(lines) // part)]) for part in (2, 4))
    others = chance.sample([other for key, other in texts.items() if key != name], 2)
    return {
        "trimmed": half,
        "reordered": "\n".join(chance.sample(lines, len(lines))),
        "retouched": retouched(text, chance),
        "cut to a quarter": quarter,
        "cut and retouched": retouched(half, chance),
        "run together": "\n".join([text, *others]),
    }


def retouched(text, chance):
    """Change some words for others of the text."""
    words = text.split(" ")
    return " ".join(
        chance.choice(words) if n % CHANGED == CHANGED - 1 else word for n, word in enumerate(words)
    )


def load(folders):
    """Return the texts of all articles, by the names of their files."""
    texts = {}
    for source in open_sources(folders):
        if isinstance(source, ReadError):
            continue
        for piece in read(source).pieces:
            for article in make_articles(piece, load_codebook()):
                part = "" if article.part is None else f":{article.part}"
                texts[f"{source.name}{part}"] = article.text
    return texts


if __name__ == "__main__":
    main(sys.argv[1:])
