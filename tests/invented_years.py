"""As long an invented history as is wanted: years of Norland and Sudria, each event told by two articles."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from invented import NOON, SIDES, span_of
from talks.codebook import load_dossiers
from talks.link import Report, tell
from talks.models import (
    Article,
    Basis,
    Count,
    Evidence,
    Extraction,
    Manner,
    Mention,
    Precision,
    Stance,
    Statement,
    Status,
    When,
    record_id,
)
from talks.store import Capture, Linkable, Store, open_store
from talks.views.cast import keep_cast
from talks.views.frames import keep_frames
from talks.views.record import load_rule

FIRST = dt.date(2021, 1, 4)
APART = 9  # days between events of one kind, so that none is taken for another
OUTLETS = (
    "Harvik Dagpost",
    "The Belmora Herald",
    "Meridian Wire",
    "Polder Post",
    "Ostwind Online",
    "Lakeside",
)
PLACES = ("Castrel", "Tresk", "Sankt Orlen", "Dravo", "Harvik", "Belmora")
KINDS = ("talks", "prisoner_swap", "call", "meeting", "summit", "document", "repatriation", "ceasefire")
STATUSES = (Status.HELD, Status.PLANNED, Status.HELD, Status.AGREED, Status.HELD, Status.CANCELLED)
SPEAKERS = (("Halvard Stenmoe", "Norland"), ("Marisela Quent", "Sudria"), ("Anselm Varga", "Helvaria"))
STANCES = (Stance.SUPPORTS, Stance.OPPOSES, Stance.CONDITIONAL, Stance.DEMANDS)
TOPICS = ("talks", "ceasefire", "prisoners", "summit")
A_DAY, COPIED = 2, 10  # events that an article tells of; after so many, both articles tell what was said


def tell_years(store: Store, events: int) -> None:
    """Put so many events into a store, two reports of each."""
    reports = []
    for n in range(0, events, A_DAY):
        for teller in (0, 1):
            extraction = _extraction(range(n, min(n + A_DAY, events)), teller)
            article = extraction.article
            store.save(extraction, Capture.of(article, NOON), engine="by hand")
            origin = (article.outlet or article.id).casefold()
            rows = [Linkable(mention.id, origin, article.published) for mention in extraction.mentions]
            store.save_linkable(article.id, rows)
            reports += [Report(mention, article.published, origin) for mention in extraction.mentions]
    store.save_events(_linked(reports))
    keep_frames(store, load_dossiers(), posts=load_rule().posts)
    keep_cast(store, load_dossiers())


def _linked(reports: list[Report]) -> Iterator:
    """Link the two reports of each event, which stand under one number."""
    numbered = sorted(reports, key=lambda report: (report.mention.reference, report.mention.id))
    for _, group in groupby(numbered, key=lambda report: report.mention.reference):
        yield tell(list(group))


def _day(n: int) -> dt.date:
    return FIRST + dt.timedelta(days=n // len(KINDS) * APART + n % len(KINDS))


def _extraction(numbers: range, teller: int) -> Extraction:
    day = _day(numbers[-1]) + dt.timedelta(days=1 + teller)
    outlet = OUTLETS[(numbers[0] + teller) % len(OUTLETS)]
    speaker, party = SPEAKERS[numbers[0] // A_DAY % len(SPEAKERS)]
    told = [f"In the matter of number {n}, {_words(n)}, both capitals said {outlet}." for n in numbers]
    said = f'"We have said so before and say it for the {numbers[0]}th time," {speaker} told reporters.'
    text = "\n\n".join([f"What came of number {numbers[0]}, by {outlet}", *told, said])
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    article = Article(
        id=record_id("a", sha256),
        sha256=sha256,
        text=text,
        title=text.partition("\n")[0],
        outlet=outlet,
        path=f"{outlet.split()[-1].lower()}/{numbers[0]}.txt",
        published=When.day(day, Basis.METADATA),
    )
    mentions = tuple(_mention(n, article) for n in numbers)
    copied = numbers[0] % COPIED == 0  # what was said is told by the second article, too
    said_here = (_statement(numbers[0], article, speaker, party),) if copied or not teller else ()
    return Extraction(article, mentions, said_here, "norland-sudria")


def _words(n: int) -> str:
    return f"the {KINDS[n % len(KINDS)].replace('_', ' ')} of which {PLACES[n % len(PLACES)]} speaks"


def _mention(n: int, article: Article) -> Mention:
    kind, status = KINDS[n % len(KINDS)], STATUSES[n // len(KINDS) % len(STATUSES)]
    counts = {"prisoner_swap": (Count(n=20 + n % 70, of="prisoners", each=True),)}
    counts["repatriation"] = (Count(n=10 + n % 40, of="bodies", from_party=SIDES[0], to_party=SIDES[1]),)
    return Mention(
        id=record_id("m", n, article.id),
        article=article.id,
        kind=kind,
        status=status,
        when=_when(n),
        place=PLACES[n % len(PLACES)],
        parties=(*SIDES, "Helvaria") if kind == "summit" else SIDES,
        counts=counts.get(kind, ()),
        reference=f"number {n:05}",
        evidence=(Evidence.at(article, span_of(article, _words(n)), f"{kind}.spoken_of"),),
    )


def _when(n: int) -> When:
    """Return a day, mostly; some days, a time about it or none."""
    day = _day(n)
    if n % 29 == 28:
        return When.unknown()
    if n % 13 == 12:
        return When(
            earliest=day, latest=day + dt.timedelta(days=4), precision=Precision.APPROX, basis=Basis.INFERRED
        )
    if n % 11 == 10:
        return When(
            earliest=day, latest=day + dt.timedelta(days=2), precision=Precision.SPAN, basis=Basis.STATED
        )
    return When.day(day, Basis.STATED)


def _statement(n: int, article: Article, speaker: str, party: str) -> Statement:
    words = f'"We have said so before and say it for the {n}th time," {speaker} told reporters'
    content = words[: words.index(f" {speaker}")]
    return Statement(
        id=record_id("s", article.id, words),
        article=article.id,
        speaker=speaker,
        party=party,
        manner=Manner.DIRECT,
        stance=STANCES[n // (A_DAY * 3) % len(STANCES)],
        topics=(TOPICS[n // A_DAY % len(TOPICS)],),
        when=article.published,
        evidence=Evidence.at(article, span_of(article, words), "statements.tell"),
        content=(span_of(article, content),),
        source=span_of(article, speaker),
    )


def tell_in(path: Path, events: int) -> Path:
    """Make a database with so many events."""
    with open_store(path, mode="create") as store:
        tell_years(store, events)
    return path
