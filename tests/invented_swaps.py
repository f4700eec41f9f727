"""An invented autumn of exchanges and promises, told report by report: Norland and Sudria in 2024."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, Final

from talks.codebook import load_dossiers
from talks.link import Report, tell
from talks.models import (
    Article,
    Basis,
    Bound,
    Count,
    Event,
    Evidence,
    Extraction,
    Mention,
    Precision,
    Span,
    Status,
    When,
    record_id,
)
from talks.store import Capture, Linkable, Store
from talks.views.frames import keep_frames
from talks.views.record import load_rule

NOON: Final = dt.datetime(2026, 5, 2, 12, tzinfo=dt.UTC)
SIDES: Final = ("Norland", "Sudria")
Told = tuple[str, str, str, Status, dict[str, Any]]  # event, words, kind, status, fields


def day(text: str) -> When:
    return When.day(dt.date.fromisoformat(text), Basis.STATED)


def days(first: str, last: str, precision: Precision = Precision.SPAN) -> When:
    edges = {"earliest": dt.date.fromisoformat(first), "latest": dt.date.fromisoformat(last)}
    return When(**edges, precision=precision, basis=Basis.STATED)


def each(n: int, of: str = "prisoners") -> Count:
    return Count(n=n, of=of, each=True)


def to(side: str, n: int, of: str = "prisoners", bound: Bound = Bound.EXACT) -> Count:
    other = next(name for name in SIDES if name != side)
    return Count(n=n, of=of, from_party=other, to_party=side, bound=bound)


SWAP, RETURN = "prisoner_swap", "repatriation"
HELD, AGREED, PLANNED, ONGOING = Status.HELD, Status.AGREED, Status.PLANNED, Status.ONGOING
SEPTEMBER = days("2024-09-01", "2024-09-30", Precision.MONTH)
TRUCE = days("2024-09-12", "2024-09-14")

# By outlet and day of publication, or None: the name of the event, the words, and the rest of the record.
REPORTS: Final[dict[tuple[str, str | None], list[Told]]] = {
    ("Meridian Wire", "2024-09-02"): [
        ("three hundred", "300 prisoners each are to go home in September", SWAP, AGREED,
         {"when": SEPTEMBER, "counts": (each(300),)}),
        ("ninety bodies", "Norland is to return at least 90 bodies", RETURN, AGREED,
         {"counts": (to("Sudria", 90, "bodies", Bound.AT_LEAST),)}),
        ("fifth round", "The fifth round is set for 20 September", "talks", PLANNED,
         {"when": day("2024-09-20"), "round": 5, "place": "Castrel"}),
        ("map", "A map of the strait is to be handed over by 10 September", "document", PLANNED,
         {"when": day("2024-09-10")}),
        ("truce", "The guns in Dravo are to be silent from 12 to 14 September", "ceasefire", AGREED,
         {"when": TRUCE, "place": "Dravo", "counts": (Count(n=3, of="days"),)}),
    ],
    ("Polder Post", "2024-09-14"): [
        ("first hundred", "On Thursday 100 prisoners from each side crossed at Tresk", SWAP, HELD,
         {"when": day("2024-09-12"), "place": "Tresk", "counts": (each(100),)}),
        ("next eighty", "Another 80 each followed on Friday", SWAP, HELD,
         {"when": day("2024-09-13"), "place": "Tresk", "counts": (each(80),)}),
        ("truce", "The guns are silent in Dravo", "ceasefire", ONGOING, {"when": TRUCE, "place": "Dravo"}),
    ],
    ("Ostwind Online", "2024-09-21"): [
        ("truce", "Dravo had three quiet days", "ceasefire", HELD, {"when": TRUCE, "place": "Dravo"}),
        ("fifth round", "The fifth round was called off on Thursday", "talks", Status.CANCELLED,
         {"when": day("2024-09-20"), "round": 5}),
        ("bodies", "Sudria counted 43 bodies in the convoy", RETURN, HELD,
         {"when": day("2024-09-15"), "counts": (to("Sudria", 43, "bodies"),)}),
        ("no number", "Prisoners were exchanged again on Thursday", SWAP, HELD, {"when": day("2024-09-19")}),
    ],
    ("Harvik Dagpost", "2024-09-17"): [
        ("bodies", "41 bodies were taken across the bridge on Sunday", RETURN, HELD,
         {"when": day("2024-09-15"), "counts": (to("Sudria", 41, "bodies"),)}),
    ],
    ("Meridian Wire", "2024-10-05"): [
        ("sixty", "In three days 60 prisoners each have gone home", SWAP, HELD,
         {"when": days("2024-10-01", "2024-10-03"), "counts": (each(60),)}),
        ("sixty, first", "25 each crossed on the first day", SWAP, HELD,
         {"when": day("2024-10-01"), "counts": (each(25),)}),
        ("sixty, last", "35 each on the last", SWAP, HELD,
         {"when": day("2024-10-03"), "counts": (each(35),)}),
        ("children", "About 20 children came back to Sudria on Friday", RETURN, HELD,
         {"when": day("2024-10-04"), "counts": (to("Sudria", 20, "children", Bound.ABOUT),)}),
    ],
    ("The Belmora Herald", "2024-10-06"): [
        ("sixty", "Norland says that 58 of its own came home from 1 to 3 October", SWAP, HELD,
         {"when": days("2024-10-01", "2024-10-03"), "counts": (to("Norland", 58),)}),
    ],
    ("Northern Yearbook", None): [
        ("loose", "In another year 12 captives had been let go", SWAP, HELD,
         {"counts": (Count(n=12, of="prisoners"),)}),
    ],
}  # fmt: skip


def article(outlet: str, published: str | None, told: Iterable[Told]) -> Article:
    text = "\n\n".join(f"{words}." for _, words, *_ in told)
    sha256 = hashlib.sha256(f"{outlet} {published}\n{text}".encode()).hexdigest()
    name = f"{outlet.split()[-1].lower()}-{published or 'undated'}.txt"
    when = day(published) if published else When.unknown()
    return Article(
        id=record_id("a", sha256), sha256=sha256, text=text, outlet=outlet, path=name, published=when
    )


def mention(source: Article, told: Told) -> Mention:
    event, words, kind, status, fields = told
    start = source.text.index(words)
    span = Span(start=start, end=start + len(words))
    return Mention(
        id=record_id("m", source.id, event),
        article=source.id,
        kind=kind,
        status=status,
        parties=SIDES,
        evidence=(Evidence.at(source, span, f"{kind}.by_hand"),),
        **fields,
    )


def reports() -> Iterator[tuple[str, Article, Report]]:
    """Yield every report with its article and the name of its event."""
    for (outlet, published), told in REPORTS.items():
        source = article(outlet, published, told)
        for one in told:
            yield one[0], source, Report(mention(source, one), source.published, outlet.casefold())


def events() -> dict[str, Event]:
    """Return the events, by the names that they have here."""
    by_name: dict[str, list[Report]] = {}
    for name, _, report in reports():
        by_name.setdefault(name, []).append(report)
    return {name: tell(found) for name, found in by_name.items()}


def tell_swaps(store: Store) -> None:
    """Put the whole history into a store."""
    sources: dict[str, tuple[Article, list[Report]]] = {}
    for _, source, report in reports():
        sources.setdefault(source.id, (source, []))[1].append(report)
    for source, found in sources.values():
        mentions = tuple(report.mention for report in found)
        extraction = Extraction(source, mentions, (), "norland-sudria")
        store.save(extraction, Capture.of(source, NOON), engine="by hand")
        store.save_linkable(source.id, [Linkable(r.mention.id, r.origin, r.published) for r in found])
    store.save_events(events().values())
    keep_frames(store, load_dossiers(), posts=load_rule().posts)
