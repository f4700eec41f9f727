"""How long the first screen of a filtered timeline takes as the database grows (DESIGN.md §10).

    .venv/bin/python benchmarks/timeline.py [MENTIONS ...]

Invented mentions, a hundred an article and four an event, are saved through the store. The first screen, of
one kind since a day in the middle, is drawn from a connection of its own, and held against one SELECT, by an
index, of the rows of its events; the best of some rounds counts. A million mentions take some minutes.
"""

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from talks.models import (
    Article,
    Basis,
    Event,
    Evidence,
    Extraction,
    HistoryStep,
    Mention,
    Span,
    Status,
    When,
    record_id,
)
from talks.render.lines import Paper
from talks.render.timeline import Screen
from talks.store import Capture, Store, open_store
from talks.views.frames import load_frames
from talks.views.timeline import Asked, list_months

SIZES = (10_000, 100_000)
AN_ARTICLE, REPORTS, DAYS, ROUNDS, LINES = 100, 4, 9000, 5, 40
BUDGET = 3.0  # times the SELECT
KINDS = ("talks", "meeting", "call", "summit", "prisoner_swap")
PARTIES = (("Norland", "Sudria"), ("Norland", "Helvaria"), ("Sudria", "Helvaria"))
PLACES = ("Castrel", "Harvik", "Belmora", "Tresk", "Dravo")
FIRST, SINCE = dt.date(2000, 1, 1), dt.date(2012, 1, 1)
NOON = dt.datetime(2026, 5, 2, 12, tzinfo=dt.UTC)
SELECT = """SELECT * FROM events WHERE kind = 'talks' AND earliest >= '2012-01-01'
ORDER BY earliest, latest, id LIMIT ?"""


def main(sizes: list[int]) -> int:
    base = ratio = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.db"
            with open_store(path, mode="create") as store:
                fill(store, size)
            screen, select, events = measure(path)
        base, ratio = base or screen, screen / select
        told = f"{ratio:.1f} × a SELECT of its {events} events, {screen / base:.2f} × the smallest database"
        print(f"{size:>10,} mentions: first screen {screen * 1000:.1f} ms, {told}", flush=True)
    print(f"the budget is {BUDGET:.0f} × the SELECT")
    return int(ratio is not None and ratio > BUDGET)


def measure(path: Path) -> tuple[float, float, int]:
    """Return the processor time of the first screen and of the SELECT, and how many events it shows."""
    with open_store(path, mode="read") as store:
        asked = Asked(since=SINCE, kinds=("talks",))
        drawing = Screen.on(Paper(100), load_frames(store))
        lines = list(islice(drawing.months(list_months(store, asked)), LINES))
        events = sum(1 for line in lines if any(place in line for place in PLACES))
        screen = best(lambda: list(islice(drawn(store, asked), LINES)))
        select = best(lambda: store.connection.execute(SELECT, (events,)).fetchall())
    return screen, select, events


def drawn(store: Store, asked: Asked) -> Iterator[str]:
    return Screen.on(Paper(100), load_frames(store)).months(list_months(store, asked))


def best(work: Callable[[], object]) -> float:
    return min(timed(work) for _ in range(ROUNDS))


def timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def fill(store: Store, size: int) -> None:
    """Save so many mentions, and their events."""
    groups = size // AN_ARTICLE // REPORTS
    for start in range(0, groups, 10):
        with store.transaction():
            for group in range(start, min(start + 10, groups)):
                fill_group(store, group)


def fill_group(store: Store, group: int) -> None:
    """Save some articles that tell of the same happenings, and the events."""
    reports = [list(make_mentions(make_article(group, report), group)) for report in range(REPORTS)]
    for report, mentions in enumerate(reports):
        article = make_article(group, report)
        store.save(Extraction(article, tuple(mentions), ()), Capture.of(article, NOON), engine="one")
    store.save_events([make_event(told) for told in zip(*reports, strict=True)], replacing=())


def make_article(group: int, report: int) -> Article:
    text = f"Report {report} of group {group}: delegations of three countries met in several towns."
    digest = sha256(text.encode()).hexdigest()
    key, path = record_id("a", digest), f"{group}-{report}.txt"
    published = When.day(FIRST + dt.timedelta(days=group * 7 % DAYS), Basis.GIVEN)
    return Article(id=key, sha256=digest, text=text, path=path, published=published)


def make_mentions(article: Article, group: int) -> Iterator[Mention]:
    evidence = Evidence.at(article, Span(start=0, end=len(article.text)), "talks.met")
    for number in range(AN_ARTICLE):
        happening = group * AN_ARTICLE + number
        yield Mention(
            id=record_id("m", article.id, number),
            article=article.id,
            kind=KINDS[happening % len(KINDS)],
            status=Status.HELD,
            when=When.day(FIRST + dt.timedelta(days=happening * 37 % DAYS), Basis.STATED),
            place=PLACES[happening // 5 % len(PLACES)],
            parties=PARTIES[happening // 7 % len(PARTIES)],
            evidence=(evidence,),
        )


def make_event(told: tuple[Mention, ...]) -> Event:
    first, ids = told[0], tuple(mention.id for mention in told)
    step = HistoryStep(reported=first.when.edtf, status=first.status, mention=ids[0])
    shared = first.model_dump(include={"kind", "status", "when", "place", "parties"})
    return Event(id=record_id("e", *ids), history=(step,), mentions=ids, sources=REPORTS, **shared)


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or list(SIZES)))
