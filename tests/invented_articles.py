"""Articles of the invented world, as files: for tests that run the whole way."""

from pathlib import Path

ROUND = """\
CASTREL, 12 March 2024 - Norland and Sudria held a second round of talks in Castrel on Tuesday,
with Helvaria presiding.

The two countries agreed to exchange 120 prisoners each before the end of the month. "We want a
truce of ninety days," said Norland's foreign minister, Ingra Sollbakk.

President Marisela Quent of Sudria demanded that Norland withdraw its army from the border before
any ceasefire.
"""
SWAP = """\
---
title: A hundred and twenty go home
outlet: Polder Post
date: 2024-03-28
---

Norland and Sudria swapped 120 prisoners each on Thursday at the Oster bridge, the Sudrian presidency said.

It was the first exchange since the second round of talks, which the two countries held in Castrel
on 12 March. President Halvard Stenmoe of Norland said that he was ready for a third round.
"""
SUMMIT = """\
<!doctype html><html lang="en"><head><title>Summit called off</title>
<meta property="article:published_time" content="2024-04-19"><meta property="og:site_name"
content="Ostwind Online"></head>
<body><nav><a href="/">Home</a> | <a href="/world">World</a></nav><article><h1>Summit called off</h1>
<p>A summit of President Halvard Stenmoe of Norland and President Marisela Quent of Sudria, which
was planned for 20 April
in Sankt Orlen, has been called off, the Helvarian chancellery announced on Friday.</p>
<p>The two presidents spoke by telephone on Thursday. Norland proposed a ceasefire of thirty days,
and Sudria refused it,
according to the Stone House. No date has been set for a third round of talks.</p></article></body></html>
"""
ARTICLES = {"round.txt": ROUND, "swap.md": SWAP, "summit.html": SUMMIT}


def write_articles(folder: Path) -> Path:
    """Write the articles into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_many(folder: Path, number: int) -> Path:
    """Write so many different articles into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(number):
        text = ROUND.replace("120 prisoners", f"{n + 100} prisoners")
        (folder / f"{n:04}.txt").write_text(text, encoding="utf-8")
    return folder
