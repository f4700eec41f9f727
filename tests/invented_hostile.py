"""An article that wants to be more than text: markup, scripts, addresses that run, signs that turn it."""

import datetime as dt
import hashlib

from invented import NOON, SIDES, span_of
from talks.codebook import load_dossiers
from talks.link import Report, tell
from talks.models import (
    Article,
    Basis,
    Conflict,
    Count,
    Evidence,
    Extraction,
    Manner,
    Mention,
    Stance,
    Statement,
    Status,
    When,
    record_id,
)
from talks.store import Capture, Linkable, Store
from talks.views.cast import keep_cast
from talks.views.frames import keep_frames
from talks.views.record import load_rule

SCRIPT = "<script>document.title='run'</script><img src=x onerror=alert(1)>"
CLOSING = "</title></style></script><!--<svg/onload=alert(2)>-->]]>{{ 7*7 }}{% raw %}"
TURNING = "\u202eedis eht morf\u202c \u2066in\u2069 \u200bthin \x1b[31mred"
QUOTED = "\" onclick='alert(3)' autofocus x=`y` &lt;b&gt;"
EVERY = f"{SCRIPT} {CLOSING} {TURNING} {QUOTED}"
TEXT = f'{EVERY}\n\nNorland and Sudria met {EVERY} at last.\n\n"We are for it, {EVERY}" said she to all.'
DAY = dt.date(2024, 5, 4)


def tell_hostile(store: Store) -> None:
    """Put an event and a statement into a store of which every word is hostile."""
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    article = Article(
        id=record_id("a", sha256),
        sha256=sha256,
        text=TEXT,
        title=EVERY,
        outlet=f"Outlet {EVERY}",
        byline=EVERY,
        url=f"javascript:alert('{EVERY}')",
        path=f"x/{EVERY}.txt",
        published=When.day(DAY, Basis.METADATA),
    )
    statement = _statement(article)
    mentions = tuple(_mention(article, statement, kind) for kind in ("talks", "prisoner_swap"))
    store.save(
        Extraction(article, mentions, (statement,), "norland-sudria"),
        Capture.of(article, NOON),
        engine="hand",
    )
    rows = [Linkable(mention.id, "outlet", article.published) for mention in mentions]
    store.save_linkable(article.id, rows)
    events = [tell([Report(mention, article.published, "outlet")]) for mention in mentions]
    point = Conflict(field="place", values=((EVERY, events[0].mentions), (QUOTED, events[0].mentions)))
    store.save_events([events[0].model_copy(update={"conflicts": (point,)}), events[1]])
    keep_frames(store, load_dossiers(), posts=load_rule().posts)
    keep_cast(store, load_dossiers())


def _mention(article: Article, statement: Statement, kind: str) -> Mention:
    return Mention(
        id=record_id("m", article.id, kind),
        article=article.id,
        kind=kind,
        status=Status.AGREED if kind == "prisoner_swap" else Status.HELD,
        when=When.day(DAY, Basis.STATED, span_of(article, f"{EVERY} at last")),
        place=EVERY,
        parties=SIDES,
        people=(EVERY, "Livia Corvane"),
        counts=(Count(n=3, of="prisoners", each=True),),
        according_to=statement.id,
        evidence=(Evidence.at(article, span_of(article, f"Norland and Sudria met {EVERY}"), f"{kind}.met"),),
    )


def _statement(article: Article) -> Statement:
    words = f'"We are for it, {EVERY}"'
    return Statement(
        id=record_id("s", article.id),
        article=article.id,
        speaker=EVERY,
        party="Norland",
        manner=Manner.DIRECT,
        stance=Stance.SUPPORTS,
        topics=("talks",),
        via=EVERY,
        when=article.published,
        evidence=Evidence.at(article, span_of(article, words), "statements.say"),
        content=(span_of(article, words),),
    )
