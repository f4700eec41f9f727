"""Reports made up one by one, each of an article of its own unless the test says otherwise."""

import datetime as dt

from talks.edtf import read_edtf
from talks.link import Report, link
from talks.models import Basis, Count, Evidence, Mention, Precision, Span, Status, When, record_id

STENMOE, QUENT, VARGA = "Halvard Stenmoe", "Marisela Quent", "Anselm Varga"
SIDES = ("Norland", "Sudria")


def report(
    n: int, kind: str, status: Status, day: str | None, *, published: str = "2024-07-10", **fields
) -> Report:
    words = fields.pop("words", f"Article {n} tells of it in words of its own, all {n} of them.")
    origin, article = fields.pop("origin", f"outlet {n}"), fields.pop("article", f"a{n}")
    when = When.unknown()
    if day:
        first, _, last = day.partition("/")
        span = (dt.date.fromisoformat(first), dt.date.fromisoformat(last or first))
        precision = Precision.SPAN if last else Precision.DAY
        when = When(earliest=span[0], latest=span[1], precision=precision, basis=Basis.STATED)
    of = fields.pop("of", "prisoners")
    evidence = Evidence(article=article, span=Span(start=0, end=len(words)), quote=words, rule=f"{kind}.x")
    figures = tuple(Count(n=count, of=of) for count in fields.pop("counts", ()))
    mention = Mention(
        id=record_id("m", n, kind, status, day, figures),
        article=article,
        kind=kind,
        status=status,
        when=when,
        parties=fields.pop("parties", SIDES),
        counts=figures,
        evidence=(evidence,),
        **fields,
    )
    return Report(mention, read_edtf(published), origin)


def groups(*reports: Report) -> set[frozenset[str]]:
    articles = {r.mention.id: r.mention.article for r in reports}
    return {frozenset(articles[m] for m in event.mentions) for event in link(reports)}
