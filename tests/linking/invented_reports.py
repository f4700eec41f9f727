"""Reports made up at random: of few days, places and people, so that many could be of one happening."""

import datetime as dt
import random

from talks.link import Report
from talks.models import Basis, Count, Evidence, Mention, Precision, Span, Status, When, record_id

KINDS = ["talks", "summit", "meeting", "call", "prisoner_swap", "ceasefire", "document"]
PLACES = [None, None, "Castrel", "Tresk", "Sankt Orlen", "Helvaria"]
HOLDERS = {"Castrel": {"Caldor"}, "Sankt Orlen": {"Helvaria"}}
PARTIES = [("Norland", "Sudria"), ("Norland", "Sudria", "Helvaria"), ("Norland", "Caldor"), ()]
STENMOE, QUENT, VARGA = "Halvard Stenmoe", "Marisela Quent", "Anselm Varga"
PEOPLE = [(), (), (STENMOE, QUENT), (STENMOE, QUENT, VARGA), (STENMOE, VARGA)]
FIGURES = [(), (), (120,), (123,), (86,), (300, 120)]
PHRASES = ["", "", "on energy sites", "at sea", "of the badly wounded", "of the bodies", "in a memorandum"]
FIRST = dt.date(2024, 3, 1)
SPREADS = {Precision.DAY: 0, Precision.SPAN: 2, Precision.WEEK: 6, Precision.MONTH: 30, Precision.APPROX: 0}


def make_when(generator: random.Random, days: int) -> When:
    precision = generator.choice([*SPREADS, Precision.DAY, Precision.DAY, Precision.UNKNOWN])
    if precision is Precision.UNKNOWN:
        return When.unknown()
    start = FIRST + dt.timedelta(days=generator.randrange(days))
    last = start + dt.timedelta(days=SPREADS[precision])
    return When(earliest=start, latest=last, precision=precision, basis=Basis.STATED)


def make_report(generator: random.Random, article: int, n: int, days: int = 120) -> Report:
    when = make_when(generator, days)
    kind = generator.choice(KINDS)
    place = generator.choice(PLACES)
    name = f"a{article:06}"
    told = f"of happening {generator.randrange(40)} at length {generator.choice(PHRASES)}"
    words = f"In report {article} they told {told}"
    evidence = Evidence(article=name, span=Span(start=0, end=len(words)), quote=words, rule=f"{kind}.{kind}")
    published = when.latest or FIRST + dt.timedelta(days=generator.randrange(days))
    mention = Mention(
        id=record_id("m", article, n),
        article=name,
        kind=kind,
        status=generator.choice([Status.HELD, Status.HELD, *Status]),
        when=when,
        place=place,
        parties=generator.choice(PARTIES),
        people=generator.choice(PEOPLE),
        round=generator.choice([None, None, 1, 2]),
        counts=tuple(Count(n=figure, of="prisoners") for figure in generator.choice(FIGURES)),
        reference=generator.choice(
            [None] * 6 + [f"first of {published:%Y-%m}", f"second of {published:%Y-%m}"]
        ),
        evidence=(evidence,),
    )
    known = published + dt.timedelta(days=generator.randrange(3)) if generator.random() < 0.9 else None
    dated = When.day(known, Basis.GIVEN) if known else When.unknown()
    origin = f"outlet {generator.randrange(6)}"
    return Report(mention, dated, origin, frozenset(HOLDERS.get(place or "", ())))


def make_reports(generator: random.Random, articles: int, days: int = 120) -> list[list[Report]]:
    """Return the reports of each of some articles."""
    return [
        [make_report(generator, article, n, days) for n in range(generator.randrange(1, 4))]
        for article in range(articles)
    ]
