"""An invented page that its paper edited in silence, fetched four times, and a page that holds no article."""

import datetime as dt
import sqlite3
from pathlib import Path
from typing import Final

from talks.codebook import load_codebook
from talks.ingest import Intake, Tally
from talks.readers import Source
from talks.store import Fetched, Store

URL = "https://ostwind.example/2024/03/castrel"
NOTHING_URL = "https://ostwind.example/subscribe"
FIRST = dt.datetime(2024, 3, 12, 9, 30, tzinfo=dt.UTC)
HEAD = """<!doctype html><html lang="en"><head><title>Envoys agree on an exchange</title>
<meta property="article:published_time" content="2024-03-12"><meta property="og:site_name"
content="Ostwind Online"></head><body><article><h1>Envoys agree on an exchange</h1>"""
FOOT = "</article></body></html>"
SENTENCES = (
    "Norland and Sudria held a second round of talks in Castrel on Tuesday, with Helvaria presiding.",
    "The two countries agreed to exchange 120 prisoners each before the end of the month.",
    "A summit of President Halvard Stenmoe of Norland and President Marisela Quent of Sudria is planned for"
    " 20 April in Sankt Orlen, the Helvarian chancellery announced.",
    '"We want a truce of ninety days," said Norland\'s foreign minister, Ingra Sollbakk.',
    "President Marisela Quent of Sudria demanded that Norland withdraw its army from the border.",
)


# What an older engine may have left behind: it knew no planned summit, and took an agreement for held.
OLDER: Final = """
UPDATE articles SET engine = '0.0.9-older';
UPDATE fetches SET read_by = '0.0.9-older' WHERE read_by IS NOT NULL;
UPDATE mentions SET status = 'held' WHERE kind = 'prisoner_swap';
UPDATE events SET status = 'held' WHERE kind = 'prisoner_swap';
DELETE FROM mentions WHERE kind = 'summit';
DELETE FROM events WHERE kind = 'summit';
UPDATE statements SET stance = 'denies' WHERE stance = 'demands';
"""


def page(*sentences: str) -> bytes:
    return (HEAD + "".join(f"<p>{sentence}</p>" for sentence in sentences) + FOOT).encode()


BEFORE = page(*SENTENCES)
ROUND, SWAP, SUMMIT, TRUCE, _ = SENTENCES
AFTER = page(ROUND, SWAP.replace("120", "150"), SUMMIT.replace("20 April", "27 April"), TRUCE)
LAST = page(ROUND, SWAP.replace("120", "150"), SUMMIT.replace("20 April", "27 April"), TRUCE, "More follows.")
NOTHING = b"<html><body><p>Subscribe!</p></body></html>"


def fetched(data: bytes, hours: int, url: str = URL) -> Source:
    """Return a page as if it had come some hours after the first."""
    at = FIRST + dt.timedelta(hours=hours)
    headers = {"content-type": "text/html; charset=utf-8", "etag": f'"{hours}"'}
    found = Fetched(url, url, 200, data, at, "text/html", "utf-8", headers)
    return Source(url, data, media="text/html", charset="utf-8", fetched=found)


def take(store: Store, *sources: Source, engine: str = "one", reader: str = "one", **fields) -> Tally:
    """Take sources in by an engine and readers of some name."""
    intake = Intake(store, load_codebook(), engine, clock=lambda: FIRST, reader=reader, **fields)
    return intake.run(sources)


def tell_edits(store: Store, **versions: str) -> None:
    """Fetch the page twice as it was, and twice as it became."""
    pages = ((BEFORE, 0), (BEFORE, 2), (AFTER, 5), (AFTER, 7))
    take(store, *(fetched(data, hours) for data, hours in pages), **versions)
    take(store, fetched(NOTHING, 8, NOTHING_URL), **versions)


def age(path: Path) -> Path:
    """Let a database be as an older engine left it."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.executescript(OLDER)
    connection.close()
    return path
