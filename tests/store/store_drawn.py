"""Strategies: articles, records and events of the invented world, drawn at random."""

import datetime as dt
import string

from hypothesis import strategies as st
from store_world import (
    KINDS,
    PARTIES,
    PLACES,
    SENTENCES,
    SPEAKERS,
    TOPICS,
    make_article,
    make_mention,
    make_statement,
)

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

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
NAMES = st.one_of(st.none(), WORDS)
DAYS = st.dates(dt.date(2021, 1, 1), dt.date(2026, 12, 31))
TEXTS = (
    st.lists(st.one_of(st.sampled_from(SENTENCES), WORDS), min_size=1, max_size=5)
    .map("\n\n".join)
    .filter(bool)
)


def spans(text: str) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return ends.map(lambda pair: Span(start=min(pair), end=max(pair)))


@st.composite
def whens(draw: st.DrawFn, text: str) -> When:
    phrase = draw(st.one_of(st.none(), spans(text)))
    basis = draw(st.sampled_from(Basis))
    if draw(st.integers(0, 4)) == 0:
        return When(basis=basis, phrase=phrase)
    first = draw(DAYS)
    days = draw(st.sampled_from((0, 0, 0, 1, 6, 30, 89, 365, 800)))
    precision = draw(st.sampled_from(Precision))
    latest = first + dt.timedelta(days=days)
    return When(earliest=first, latest=latest, precision=precision, basis=basis, phrase=phrase)


@st.composite
def articles(draw: st.DrawFn, text: str) -> Article:
    return make_article(
        text,
        title=draw(NAMES),
        outlet=draw(NAMES),
        byline=draw(NAMES),
        url=draw(NAMES),
        language=draw(st.sampled_from(("en", "uk"))),
        published=draw(whens(text)),
        path=draw(st.sampled_from(("a.txt", "b.txt", "dir/c d.html", "https://example.org/д?x=1#y"))),
        part=draw(st.one_of(st.none(), st.integers(0, 3))),
    )


@st.composite
def evidences(draw: st.DrawFn, article: Article) -> Evidence:
    return Evidence.at(article, draw(spans(article.text)), draw(st.text(string.ascii_lowercase, min_size=1)))


@st.composite
def counts(draw: st.DrawFn) -> Count:
    party = st.one_of(st.none(), st.sampled_from(PARTIES))
    return Count(
        n=draw(st.integers(0, 2**63 - 1)),
        of=draw(WORDS),
        from_party=draw(party),
        to_party=draw(party),
        each=draw(st.booleans()),
        bound=draw(st.sampled_from(Bound)),
    )


@st.composite
def statements(draw: st.DrawFn, article: Article, n: int) -> Statement:
    part = st.one_of(st.none(), spans(article.text))
    return make_statement(
        article,
        n,
        speaker=draw(st.one_of(st.sampled_from(SPEAKERS), NAMES)),
        party=draw(st.one_of(st.none(), st.sampled_from(PARTIES))),
        manner=draw(st.sampled_from(Manner)),
        verb=draw(NAMES),
        topics=tuple(draw(st.lists(st.sampled_from(TOPICS), max_size=3))),
        stance=draw(st.sampled_from(Stance)),
        via=draw(NAMES),
        to=draw(NAMES),
        when=draw(whens(article.text)),
        evidence=draw(evidences(article)),
        source=draw(part),
        cue=draw(part),
        content=tuple(draw(st.lists(spans(article.text), max_size=2))),
    )


@st.composite
def mentions(draw: st.DrawFn, article: Article, n: int, claims: tuple[str, ...] = ()) -> Mention:
    return make_mention(
        article,
        n,
        kind=draw(st.sampled_from(KINDS)),
        status=draw(st.sampled_from(Status)),
        when=draw(whens(article.text)),
        place=draw(st.sampled_from(PLACES)),
        parties=tuple(draw(st.lists(st.sampled_from(PARTIES), max_size=3))),
        people=tuple(draw(st.lists(WORDS, max_size=2))),
        round=draw(st.one_of(st.none(), st.integers(1, 9))),
        counts=tuple(draw(st.lists(counts(), max_size=2))),
        reference=draw(NAMES),
        according_to=draw(st.sampled_from((None, *claims))),
        evidence=tuple(draw(st.lists(evidences(article), min_size=1, max_size=2))),
    )


@st.composite
def extractions(draw: st.DrawFn, text: str | None = None) -> Extraction:
    article = draw(articles(draw(TEXTS) if text is None else text))
    said = tuple(draw(statements(article, n)) for n in range(draw(st.integers(0, 2))))
    claims = tuple(statement.id for statement in said)
    told = tuple(draw(mentions(article, n, claims)) for n in range(draw(st.integers(0, 3))))
    return Extraction(article, told, said, draw(st.sampled_from((None, "norland-sudria"))))


@st.composite
def worlds(draw: st.DrawFn, most: int = 4) -> list[Extraction]:
    """Draw articles with different texts."""
    texts = draw(st.lists(TEXTS, min_size=1, max_size=most, unique=True))
    return [draw(extractions(text)) for text in texts]


@st.composite
def histories(draw: st.DrawFn, told: list[Mention]) -> list[Event]:
    """Draw events that the mentions are shared out among."""
    ids = draw(st.permutations([mention.id for mention in told]))
    events: list[Event] = []
    while ids:
        size = draw(st.integers(1, len(ids)))
        mine, ids = tuple(ids[:size]), ids[size:]
        events.append(draw(some_event(mine)))
    return events


@st.composite
def some_event(draw: st.DrawFn, mine: tuple[str, ...]) -> Event:
    step = st.builds(
        HistoryStep,
        reported=st.sampled_from((None, "2024-05", "2024-05-02")),
        status=st.sampled_from(Status),
        mention=st.sampled_from(mine),
    )
    value = st.tuples(WORDS, st.lists(st.sampled_from(mine)).map(tuple))
    conflict = st.builds(Conflict, field=WORDS, values=st.lists(value, max_size=2).map(tuple))
    return Event(
        id=record_id("e", *mine),
        kind=draw(st.sampled_from(KINDS)),
        status=draw(st.sampled_from(Status)),
        when=draw(whens("")),
        place=draw(st.sampled_from(PLACES)),
        parties=tuple(draw(st.lists(st.sampled_from(PARTIES), max_size=3))),
        people=tuple(draw(st.lists(WORDS, max_size=2))),
        round=draw(st.one_of(st.none(), st.integers(1, 9))),
        counts=tuple(draw(st.lists(counts(), max_size=2))),
        reference=draw(NAMES),
        history=tuple(draw(st.lists(step, max_size=3))),
        conflicts=tuple(draw(st.lists(conflict, max_size=2))),
        mentions=mine,
        sources=draw(st.integers(1, 5)),
    )
