"""An invented tangle: events of chance, whose reports agree on little, to be asked in two ways."""

import datetime as dt
from random import Random

from invented import NOON, _article, day
from talks.link import Report, tell
from talks.models import (
    Article,
    Basis,
    Count,
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

FIRST, DAYS = dt.date(2024, 1, 1), 300
ENCOUNTERS, EXCHANGES = ("talks", "meeting"), ("prisoner_swap", "repatriation")
KINDS = (*ENCOUNTERS, *EXCHANGES)
PLACES = ("Castrel", "Tresk", None)
PARTIES = (("Norland", "Sudria"), ("Norland", "Sudria", "Helvaria"), ("Sudria", "Helvaria"), ())
PEOPLE = ((), ("Gunnvor Ask",), ("Gunnvor Ask", "Halvard Stenmoe"))
STATUSES = (*Status, Status.HELD, Status.HELD, Status.AGREED, Status.PLANNED)
MOST = 4  # reports of an event
WIDTHS = (0, 0, 2, 9, 40)  # days that something takes


def tell_tangle(store: Store, events: int, seed: int = 7) -> None:
    """Put so many events into a store; the same seed gives the same."""
    chance = Random(seed)  # noqa: S311 - nothing is secret here
    articles = [_report(chance, n) for n in range(events)]
    reports: dict[str, list[Mention]] = {article.id: [] for article in articles}
    groups = [_happening(chance, n, articles, reports) for n in range(events)]
    for article in articles:
        told = tuple(reports[article.id])
        store.save(Extraction(article, told, ()), Capture.of(article, NOON), engine="by chance")
        store.save_linkable(article.id, [Linkable(m.id, article.id, article.published) for m in told])
    published = {article.id: article.published for article in articles}
    store.save_events(tell(Report(m, published[m.article], m.article) for m in group) for group in groups)


def _report(chance: Random, n: int) -> Article:
    when = FIRST + dt.timedelta(days=chance.randrange(DAYS))
    published = day(str(when), Basis.GIVEN) if chance.random() > 0.1 else When.unknown()
    return _article(f"Report {n}\n\nDelegations met, or did not.", f"tangle/{n}.txt", f"Paper {n}", published)


def _happening(
    chance: Random, n: int, articles: list[Article], reports: dict[str, list[Mention]]
) -> list[Mention]:
    """Return the mentions of an event; most tell the same of it, and some something else."""
    usual, begun = chance.choice(KINDS), chance.randrange(DAYS)
    out = []
    for article in chance.sample(articles, chance.randint(1, MOST)):
        kind = chance.choice(ENCOUNTERS) if usual in ENCOUNTERS else usual
        mention = Mention(
            id=record_id("m", article.id, n),
            article=article.id,
            kind=kind,
            status=chance.choice(STATUSES),
            when=_when(chance, begun + chance.choice((0, 0, 1, 30))),
            place=chance.choice(PLACES),
            parties=chance.choice(PARTIES),
            people=chance.choice(PEOPLE),
            counts=_counts(chance) if kind in EXCHANGES else (),
            evidence=(Evidence.at(article, Span(start=0, end=8), f"{kind}.met"),),
        )
        reports[article.id].append(mention)
        out.append(mention)
    return out


def _counts(chance: Random) -> tuple[Count, ...]:
    return (Count(n=chance.choice((90, 100, 300, 1000)), of="prisoners", each=True),)


def _when(chance: Random, begun: int) -> When:
    first, width = FIRST + dt.timedelta(days=begun), chance.choice(WIDTHS)
    if chance.random() < 0.15:
        return When.unknown()
    precision = Precision.SPAN if width else Precision.DAY
    last = first + dt.timedelta(days=width)
    return When(earliest=first, latest=last, precision=precision, basis=Basis.STATED)
