import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

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
)
from talks.store import Capture, Store, open_store

NOON = dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC)
TEXT = (
    "Norland and Sudria met in Bellmund from 2 to 4 May.\n\n"
    "“We agreed to free 300 for 300,” said Ada Holm.\u2028She spoke in Bellmund\x85 – “soon”."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


@pytest.fixture
def norland() -> tuple[Extraction, Event]:
    """One article of the invented world with every field set."""
    article = Article(
        id="a0123456789ab",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        text=TEXT,
        title="Talks in Bellmund",
        outlet="Helvaria Wire",
        byline="I. Brandt",
        url="https://example.org/talks",
        published=When.day(dt.date(2024, 5, 5), Basis.METADATA, span("4 May")),
        path="wire/talks.txt",
        part=1,
    )
    said = Statement(
        id="s0123456789ab",
        article=article.id,
        speaker="Ada Holm",
        party="Norland",
        manner=Manner.DIRECT,
        verb="said",
        topics=("prisoners", "talks"),
        stance=Stance.REPORTS,
        via="Helvaria Wire",
        to="reporters",
        when=When(
            earliest=dt.date(2024, 5, 1),
            latest=dt.date(2024, 5, 31),
            precision=Precision.MONTH,
            basis=Basis.PUBLISHED,
        ),
        evidence=Evidence.at(
            article, span("“We agreed to free 300 for 300,” said Ada Holm."), "statements.after"
        ),
        source=span("Ada Holm"),
        cue=span("said"),
        content=(span("“We agreed to free 300 for 300,”"),),
    )
    told = Mention(
        id="m0123456789ab",
        article=article.id,
        kind="prisoner_swap",
        status=Status.AGREED,
        when=When(
            earliest=dt.date(2024, 5, 2),
            latest=dt.date(2024, 5, 4),
            precision=Precision.SPAN,
            basis=Basis.STATED,
            phrase=span("from 2 to 4 May"),
        ),
        place="Bellmund",
        parties=("Norland", "Sudria"),
        people=("Ada Holm",),
        round=2,
        counts=(
            Count(
                n=300, of="prisoners", from_party="Norland", to_party="Sudria", each=True, bound=Bound.ABOUT
            ),
        ),
        reference="bellmund-2",
        according_to=said.id,
        evidence=(
            Evidence.at(article, span("free 300 for 300"), "prisoner_swap.free"),
            Evidence.at(article, span("met in Bellmund"), "talks.met"),
        ),
    )
    event = Event(
        id="e0123456789ab",
        history=(HistoryStep(reported="2024-05-05", status=Status.AGREED, mention=told.id),),
        conflicts=(Conflict(field="counts", values=(("300 prisoners", (told.id,)),)),),
        mentions=(told.id,),
        sources=1,
        **told.model_dump(exclude={"id", "article", "according_to", "evidence"}),
    )
    return Extraction(article, (told,), (said,)), event


@pytest.fixture
def store(tmp_path: Path, norland: tuple[Extraction, Event]) -> Iterator[Store]:
    extraction, event = norland
    with open_store(tmp_path / "talks.db", mode="create") as opened:
        opened.save(extraction, Capture.of(extraction.article, NOON))
        opened.save_events([event])
        yield opened
