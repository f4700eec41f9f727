"""An invented history, made by hand so that no rule of extraction changes it: Norland and Sudria in 2024."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any

from invented_texts import OSTWIND, POST, WIRE
from talks.codebook import load_dossiers
from talks.models import (
    Article,
    Basis,
    Bound,
    Conflict,
    Count,
    Event,
    Evidence,
    Extraction,
    HistoryStep,
    Manner,
    Mention,
    Precision,
    Span,
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

NOON = dt.datetime(2026, 5, 2, 12, tzinfo=dt.UTC)
SIDES = ("Norland", "Sudria")


def _article(text: str, path: str, outlet: str, published: When) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    title = text.partition("\n")[0]
    return Article(
        id=record_id("a", sha256),
        sha256=sha256,
        text=text,
        title=title,
        outlet=outlet,
        path=path,
        published=published,
    )


def day(text: str, basis: Basis = Basis.STATED) -> When:
    return When.day(dt.date.fromisoformat(text), basis)


def days(first: str, last: str, precision: Precision, basis: Basis = Basis.STATED) -> When:
    edges = {"earliest": dt.date.fromisoformat(first), "latest": dt.date.fromisoformat(last)}
    return When(**edges, precision=precision, basis=basis)


def span_of(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start=start, end=start + len(words))


WIRE_ARTICLE = _article(WIRE, "wire/round-two.txt", "Meridian Wire", day("2024-03-12"))
POST_ARTICLE = _article(POST, "post/brennholt.html", "Polder Post", day("2024-03-13", Basis.METADATA))
OSTWIND_ARTICLE = _article(
    OSTWIND,
    "ostwind/paper.md",
    "Ostwind Online",
    days("2024-04-11", "2024-04-14", Precision.SPAN, Basis.INFERRED),
)


def _mention(article: Article, words: str, rule: str, kind: str, status: Status, **fields: Any) -> Mention:
    when: When = fields.pop("when", When.unknown())
    if phrase := fields.pop("phrase", None):
        when = when.model_copy(update={"phrase": span_of(article, phrase)})
    return Mention(
        id=record_id("m", article.id, words, kind),
        article=article.id,
        kind=kind,
        status=status,
        when=when,
        evidence=(Evidence.at(article, span_of(article, words), rule),),
        **fields,
    )


PEOPLE = ("Halvard Stenmoe", "Marisela Quent")
EACH_120 = Count(n=120, of="prisoners", each=True)
ROUND_WIRE = _mention(
    WIRE_ARTICLE, "held a second round of talks in Castrel on Tuesday", "talks.round_of_talks", "talks",
    Status.HELD,
    when=day("2024-03-12", Basis.RELATIVE), phrase="on Tuesday", place="Castrel", round=2,
    parties=("Norland", "Sudria", "Helvaria"),
)  # fmt: skip
ROUND_POST = _mention(
    POST_ARTICLE, "Delegations of Norland and Sudria met at Brennholt on 12 March",
    "talks.delegations_meet", "talks",
    Status.HELD, when=day("2024-03-12"), phrase="on 12 March", place="Brennholt", parties=SIDES,
)  # fmt: skip
SWAP_WIRE = _mention(
    WIRE_ARTICLE, "They agreed to exchange 120 prisoners each", "prisoner_swap.release", "prisoner_swap",
    Status.AGREED, when=days("2024-03-13", "2024-03-31", Precision.SPAN, Basis.RELATIVE),
    phrase="before the month is out", parties=SIDES, counts=(EACH_120,),
)  # fmt: skip
CLAIM_POST = record_id("s", POST_ARTICLE.id, "official")
SWAP_POST = _mention(
    POST_ARTICLE, "A hundred and fifty prisoners a side are to go home", "prisoner_swap.went_home",
    "prisoner_swap",
    Status.AGREED, parties=SIDES, counts=(Count(n=150, of="prisoners", each=True),), according_to=CLAIM_POST,
)  # fmt: skip
SWAP_OSTWIND = _mention(
    OSTWIND_ARTICLE, "Norland and Sudria have swapped 120 prisoners each", "prisoner_swap.release",
    "prisoner_swap",
    Status.HELD, parties=SIDES, counts=(EACH_120,),
)  # fmt: skip
CALL = _mention(
    WIRE_ARTICLE, "A telephone call between Presidents Stenmoe and Quent", "call.phone_call", "call",
    Status.HELD,
    when=day("2024-03-10", Basis.RELATIVE), phrase="on Sunday", parties=SIDES, people=PEOPLE,
)  # fmt: skip
THIRD = _mention(
    WIRE_ARTICLE, "No date was set for a third round", "talks.numbered_round", "talks", Status.UNSCHEDULED,
    round=3, parties=SIDES,
)  # fmt: skip
SUMMIT = _mention(
    POST_ARTICLE, "The presidents were to meet in Sankt Orlen on 20 March", "summit.leaders_meet", "summit",
    Status.CANCELLED, when=day("2024-03-20"), phrase="on 20 March", place="Sankt Orlen", parties=SIDES,
    people=PEOPLE,
)  # fmt: skip
LINE = _mention(
    POST_ARTICLE, "ruled out a ceasefire along the present line", "ceasefire.ceasefire", "ceasefire",
    Status.REJECTED,
    parties=SIDES,
)  # fmt: skip
BODIES = _mention(
    OSTWIND_ARTICLE, "At least 212 bodies were brought from Norland to Sudria", "repatriation.bodies",
    "repatriation",
    Status.HELD, when=days("2024-03-28", "2024-04-02", Precision.SPAN), phrase="between 28 March and 2 April",
    parties=SIDES,
    counts=(Count(n=212, of="bodies", from_party="Norland", to_party="Sudria", bound=Bound.AT_LEAST),),
)  # fmt: skip
PAPER = _mention(
    OSTWIND_ARTICLE, "A memorandum was put on the table in April", "document.memorandum", "document",
    Status.HELD,
    when=days("2024-04-01", "2024-04-30", Precision.MONTH), phrase="in April",
)  # fmt: skip
GROUPS = _mention(
    OSTWIND_ARTICLE, "working groups are to meet", "meeting.working_groups", "meeting", Status.PLANNED,
    when=days("2024-04-15", "2024-04-21", Precision.WEEK), phrase="in the week of 15 April", parties=SIDES,
)  # fmt: skip
TRUCE = _mention(
    OSTWIND_ARTICLE, "Helvaria proposed a ceasefire of ninety days", "ceasefire.ceasefire", "ceasefire",
    Status.PROPOSED, when=days("2024-03-01", "2024-05-31", Precision.SEASON), phrase="for the spring",
    parties=SIDES,
    counts=(Count(n=90, of="days"),),
)  # fmt: skip
PAUSE = _mention(
    OSTWIND_ARTICLE, "The talks have been paused since about 10 April", "talks.talks", "talks", Status.PAUSED,
    when=days("2024-04-10", "2024-04-10", Precision.APPROX), phrase="about 10 April", parties=SIDES,
)  # fmt: skip
TREATY = _mention(
    OSTWIND_ARTICLE, "thought of a treaty in 2023", "agreement.agreement", "agreement", Status.ONGOING,
    when=days("2023-01-01", "2023-12-31", Precision.YEAR), phrase="in 2023", parties=SIDES,
)  # fmt: skip
WINTER = _mention(
    OSTWIND_ARTICLE, "of a truce in the winter", "ceasefire.ceasefire", "ceasefire", Status.PROPOSED,
    when=days("2023-12-01", "2024-02-29", Precision.SEASON), phrase="in the winter",
)  # fmt: skip
MENTIONS = (
    ROUND_WIRE, ROUND_POST, SWAP_WIRE, SWAP_POST, SWAP_OSTWIND, CALL, THIRD, SUMMIT, LINE, BODIES, PAPER,
    GROUPS,
    TRUCE, PAUSE, TREATY, WINTER,
)  # fmt: skip


def _statement(article: Article, words: str, contents: Iterable[str], **fields: Any) -> Statement:
    fields = {
        "id": record_id("s", article.id, words),
        "rule": "statements.say",
        "when": article.published,
    } | fields
    return Statement(
        article=article.id,
        evidence=Evidence.at(article, span_of(article, words), fields.pop("rule")),
        content=tuple(span_of(article, content) for content in contents),
        **fields,
    )


SOLLBAKK = _statement(
    WIRE_ARTICLE,
    '"We want a truce of ninety days, and we want it in writing," Foreign Minister Ingra Sollbakk',
    ['"We want a truce of ninety days, and we want it in writing,"'],
    speaker="Ingra Sollbakk", party="Norland", manner=Manner.DIRECT, stance=Stance.DEMANDS,
    topics=("ceasefire",),
    verb="tell", source=span_of(WIRE_ARTICLE, "Foreign Minister Ingra Sollbakk"), to="reporters",
    cue=span_of(WIRE_ARTICLE, "told"),
)  # fmt: skip
ASK = _statement(
    WIRE_ARTICLE,
    'demanded that Sudria "hand over a complete list of the missing by Friday',
    ['that Sudria "hand over a complete list of the missing by Friday'],
    speaker="Gunnvor Ask", party="Norland", manner=Manner.MIXED, stance=Stance.DEMANDS, topics=("prisoners",),
    verb="demand",
)  # fmt: skip
CITADEL = _statement(
    WIRE_ARTICLE,
    "The Citadel said that there would be no truce before the captives were home",
    ["that there would be no truce before the captives were home"],
    speaker="Citadel", party="Sudria", manner=Manner.INDIRECT, stance=Stance.CONDITIONAL,
    topics=("ceasefire", "prisoners"), verb="say",
)  # fmt: skip
OFFICIAL = _statement(
    POST_ARTICLE,
    "A hundred and fifty prisoners a side are to go home, a Sudrian official said",
    ["A hundred and fifty prisoners a side are to go home,"],
    id=CLAIM_POST, speaker="Sudrian official", party="Sudria", manner=Manner.INDIRECT, stance=Stance.REPORTS,
    topics=("prisoners",), verb="say", via="Polder Post",
)  # fmt: skip
CHANCELLOR = _statement(
    OSTWIND_ARTICLE,
    '"Nobody walks away from a table at which children are counted," said Helvaria\'s chancellor',
    ['"Nobody walks away from a table at which children are counted,"'],
    speaker=None, party="Helvaria", manner=Manner.DIRECT, stance=Stance.EXPECTS, topics=("children",),
    verb="say",
)  # fmt: skip
STATEMENTS = (SOLLBAKK, ASK, CITADEL, OFFICIAL, CHANCELLOR)


def _event(*mentions: Mention, history: Iterable[tuple[str | None, Mention]] = (), **fields: Any) -> Event:
    first = mentions[0]
    steps = [
        HistoryStep(reported=reported, status=mention.status, mention=mention.id)
        for reported, mention in history
    ]
    values = {
        "id": record_id("e", min(mention.id for mention in mentions)),
        "kind": first.kind,
        "status": first.status,
        "when": first.when.model_copy(update={"phrase": None}),
        "place": first.place,
        "parties": first.parties,
        "people": first.people,
        "round": first.round,
        "counts": first.counts,
        "history": tuple(steps)
        or (HistoryStep(reported="2024-04-11", status=first.status, mention=first.id),),
        "mentions": tuple(sorted(mention.id for mention in mentions)),
    }
    return Event.model_validate(values | fields)


ROUND = _event(
    ROUND_WIRE, ROUND_POST, history=[("2024-03-12", ROUND_WIRE), ("2024-03-13", ROUND_POST)], sources=2,
    conflicts=(
        Conflict(field="place", values=(("Brennholt", (ROUND_POST.id,)), ("Castrel", (ROUND_WIRE.id,)))),
    ),
)  # fmt: skip
SWAP = _event(
    SWAP_OSTWIND, SWAP_WIRE, SWAP_POST, sources=3, when=days("2024-03-13", "2024-03-31", Precision.SPAN,
    Basis.RELATIVE),
    history=[("2024-03-12", SWAP_WIRE), ("2024-03-13", SWAP_POST), ("2024-04-11", SWAP_OSTWIND)],
    counts=(EACH_120, Count(n=150, of="prisoners", each=True)),
    conflicts=(
        Conflict(field="counts", values=(("120 prisoners", (SWAP_WIRE.id,)), ("150 prisoners",
        (SWAP_POST.id,)))),
    ),
)  # fmt: skip
EVENTS = (
    ROUND,
    SWAP,
    _event(CALL, history=[("2024-03-12", CALL)]),
    _event(THIRD, history=[("2024-03-12", THIRD)]),
    _event(SUMMIT, history=[("2024-03-13", SUMMIT)]),
    _event(LINE, history=[("2024-03-13", LINE)]),
    *(_event(mention) for mention in (BODIES, PAPER, GROUPS, TRUCE, PAUSE, TREATY, WINTER)),
)


def tell(store: Store) -> None:
    """Put the whole history into a store."""
    for article in (WIRE_ARTICLE, POST_ARTICLE, OSTWIND_ARTICLE):
        mentions = tuple(mention for mention in MENTIONS if mention.article == article.id)
        statements = tuple(statement for statement in STATEMENTS if statement.article == article.id)
        extraction = Extraction(article, mentions, statements, "norland-sudria")
        store.save(extraction, Capture.of(article, NOON), engine="by hand")
        origin = (article.outlet or article.id).casefold()
        rows = [Linkable(mention.id, origin, article.published) for mention in mentions]
        store.save_linkable(article.id, rows)
    store.save_events(EVENTS)
    keep_frames(store, load_dossiers(), posts=load_rule().posts)
    keep_cast(store, load_dossiers())
