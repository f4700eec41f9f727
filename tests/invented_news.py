"""An invented summer, made by hand: what was planned came about or did not, and reports disagree."""

import datetime as dt
from typing import Any

from invented import _article, _mention, _statement, day, days
from talks.codebook import load_dossiers
from talks.link import Report
from talks.link import tell as tell_event
from talks.models import (
    Article,
    Count,
    Event,
    Extraction,
    Manner,
    Mention,
    Precision,
    Stance,
    Statement,
    Status,
    When,
)
from talks.store import Capture, Linkable, Store
from talks.views.frames import keep_frames
from talks.views.record import load_rule

FIRST = dt.datetime(2024, 6, 12, 12, tzinfo=dt.UTC)  # when the articles until then came
SECOND = dt.datetime(2024, 6, 24, 12, tzinfo=dt.UTC)
SIDES = ("Norland", "Sudria")

WIRE = _article(
    """\
Swap and fifth round are agreed

Norland and Sudria agreed to exchange 300 prisoners each on 10 June. A fifth round of talks will be \
held in Castrel on 20 June, Gunnvor Ask said. The foreign ministers are to meet on 3 June.

Chancellor Anselm Varga offered to host a summit. A ceasefire has no date, the Citadel said.""",
    "wire/agreed.txt",
    "Meridian Wire",
    day("2024-05-28"),
)
POST = _article(
    """\
Three hundred a side go home

Norland and Sudria exchanged 300 prisoners each on Monday. The Citadel counted \
1,245 bodies that came back on the same day. Norland's Defence Ministry says it gave up 1,248.""",
    "post/home.txt",
    "Polder Post",
    day("2024-06-11"),
)
OSTWIND = _article(
    """\
Castrel hosts the fifth round

The delegations held the fifth round of talks in Castrel on 21 June. There is no date for a sixth.

General Haldane met a Sudrian envoy in Vasrum on 1 June, papers wrote; that was false, said Torvald \
Ekre.""",
    "ostwind/fifth.txt",
    "Ostwind Online",
    day("2024-06-22"),
)
DAGPOST = _article(
    """\
What Castrel was about

In Castrel the two teams sat together for the fifth time on 20 June. On 10 June 302 prisoners a side \
had gone home, said Sigrun Vall.""",
    "dagpost/castrel.txt",
    "Harvik Dagpost",
    day("2024-06-23"),
)
NOTES = _article(
    "Notes\n\nThe fifth round of talks was held in June.", "notes/notes.txt", "Fjord Notes", When.unknown()
)


def _said(article: Article, words: str, content: str, speaker: str, party: str, **fields: Any) -> Statement:
    fields = {"manner": Manner.INDIRECT, "stance": Stance.REPORTS, "verb": "say"} | fields
    return _statement(article, words, [content], speaker=speaker, party=party, **fields)


ASK = _said(
    WIRE,
    "A fifth round of talks will be held in Castrel on 20 June, Gunnvor Ask said",
    "A fifth round of talks will be held in Castrel on 20 June",
    "Gunnvor Ask",
    "Norland",
)
CITADEL = _said(
    WIRE, "A ceasefire has no date, the Citadel said", "A ceasefire has no date", "Citadel", "Sudria"
)
OFFICE = _said(
    POST,
    "The Citadel counted 1,245 bodies that came back on the same day",
    "1,245 bodies that came back on the same day",
    "Citadel",
    "Sudria",
)
MINISTRY = _said(
    POST,
    "Norland's Defence Ministry says it gave up 1,248",
    "it gave up 1,248",
    "Norlandic Defence Ministry",
    "Norland",
)
EKRE = _said(
    OSTWIND,
    "General Haldane met a Sudrian envoy in Vasrum on 1 June, papers wrote; that was false, said Torvald "
    "Ekre",
    "General Haldane met a Sudrian envoy in Vasrum on 1 June, papers wrote; that was false",
    "Torvald Ekre",
    "Norland",
    stance=Stance.DENIES,
)
VALL = _said(
    DAGPOST,
    "On 10 June 302 prisoners a side had gone home, said Sigrun Vall",
    "On 10 June 302 prisoners a side had gone home",
    "Sigrun Vall",
    "Norland",
)
STATEMENTS = (ASK, CITADEL, OFFICE, MINISTRY, EKRE, VALL)


def _told(article: Article, words: str, kind: str, status: Status, **fields: Any) -> Mention:
    fields = {"parties": SIDES} | fields
    return _mention(article, words, f"{kind}.{kind}", kind, status, **fields)


def _each(n: int) -> tuple[Count, ...]:
    return (Count(n=n, of="prisoners", each=True),)


SWAP_AGREED = _told(
    WIRE, "agreed to exchange 300 prisoners each on 10 June", "prisoner_swap", Status.AGREED,
    when=day("2024-06-10"), counts=_each(300),
)  # fmt: skip
ROUND_PLANNED = _told(
    WIRE, "A fifth round of talks will be held in Castrel on 20 June", "talks", Status.PLANNED,
    when=day("2024-06-20"), place="Castrel", round=5, according_to=ASK.id,
)  # fmt: skip
MINISTERS = _told(
    WIRE, "The foreign ministers are to meet on 3 June", "meeting", Status.PLANNED, when=day("2024-06-03")
)
SUMMIT = _told(WIRE, "offered to host a summit", "summit", Status.PROPOSED)
TRUCE = _told(WIRE, "A ceasefire has no date", "ceasefire", Status.UNSCHEDULED)
SWAP_HELD = _told(
    POST, "exchanged 300 prisoners each on Monday", "prisoner_swap", Status.HELD,
    when=day("2024-06-10"), counts=_each(300),
)  # fmt: skip
BODIES = _told(
    POST, "counted 1,245 bodies that came back on the same day", "repatriation", Status.HELD,
    when=day("2024-06-10"), counts=(Count(n=1245, of="bodies"), Count(n=1248, of="bodies")),
)  # fmt: skip
ROUND_HELD = _told(
    OSTWIND, "held the fifth round of talks in Castrel on 21 June", "talks", Status.HELD,
    when=day("2024-06-21"), place="Castrel", round=5,
)  # fmt: skip
SIXTH = _told(OSTWIND, "There is no date for a sixth", "talks", Status.UNSCHEDULED, round=6)
ENVOY = _told(
    OSTWIND, "General Haldane met a Sudrian envoy in Vasrum on 1 June", "meeting", Status.HELD,
    when=day("2024-06-01"), place="Vasrum",
)  # fmt: skip
ROUND_AGAIN = _told(
    DAGPOST, "the two teams sat together for the fifth time on 20 June", "talks", Status.HELD,
    when=day("2024-06-20"), place="Castrel", round=5,
)  # fmt: skip
SWAP_AGAIN = _told(
    DAGPOST, "On 10 June 302 prisoners a side had gone home", "prisoner_swap", Status.HELD,
    when=day("2024-06-10"), counts=_each(302),
)  # fmt: skip
ROUND_NOTED = _told(
    NOTES, "The fifth round of talks was held in June", "talks", Status.HELD, round=5,
    when=days("2024-06-01", "2024-06-30", Precision.MONTH),
)  # fmt: skip
GROUPS = {
    "swap": (SWAP_AGREED, SWAP_HELD, SWAP_AGAIN),
    "round": (ROUND_PLANNED, ROUND_HELD, ROUND_AGAIN, ROUND_NOTED),
    "ministers": (MINISTERS,),
    "summit": (SUMMIT,),
    "truce": (TRUCE,),
    "bodies": (BODIES,),
    "sixth": (SIXTH,),
    "envoy": (ENVOY,),
}
ARTICLES = {article.id: article for article in (WIRE, POST, OSTWIND, DAGPOST, NOTES)}


def report_of(mention: Mention) -> Report:
    article = ARTICLES[mention.article]
    return Report(mention, article.published, str(article.outlet).casefold())


EVENTS: dict[str, Event] = {name: tell_event(map(report_of, group)) for name, group in GROUPS.items()}


def tell_news(store: Store) -> None:
    """Put the whole summer into a store; two of its articles came later."""
    mentions = [mention for group in GROUPS.values() for mention in group]
    for article in ARTICLES.values():
        own = tuple(mention for mention in mentions if mention.article == article.id)
        said = tuple(statement for statement in STATEMENTS if statement.article == article.id)
        came = SECOND if article in (OSTWIND, DAGPOST) else FIRST
        store.save(
            Extraction(article, own, said, "norland-sudria"), Capture.of(article, came), engine="by hand"
        )
        rows = [Linkable(mention.id, report_of(mention).origin, article.published) for mention in own]
        store.save_linkable(article.id, rows)
    store.save_events(EVENTS.values())
    keep_frames(store, load_dossiers(), posts=load_rule().posts)
