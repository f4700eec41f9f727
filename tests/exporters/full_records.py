"""Records of one article of the invented world, with every field set."""

import datetime as dt
import hashlib

from talks.models import (
    Article,
    Basis,
    Bound,
    Conflict,
    Count,
    Event,
    Evidence,
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

TEXT = (
    "Norland and Sudria met in Bellmund from 2 to 4 May.\n\n"
    "“We agreed to free 300 for 300,” said Ada Holm.\u2028She spoke in Bellmund\x85 – “soon”."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def lasting(
    first: dt.date, last: dt.date, precision: Precision, basis: Basis, words: str | None = None
) -> When:
    phrase = span(words) if words else None
    return When(earliest=first, latest=last, precision=precision, basis=basis, phrase=phrase)


ARTICLE = Article(
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
SAID = Statement(
    id="s0123456789ab",
    article=ARTICLE.id,
    speaker="Ada Holm",
    party="Norland",
    manner=Manner.DIRECT,
    verb="said",
    topics=("prisoners", "talks"),
    stance=Stance.REPORTS,
    via="Helvaria Wire",
    to="reporters",
    when=lasting(dt.date(2024, 5, 1), dt.date(2024, 5, 31), Precision.MONTH, Basis.PUBLISHED),
    evidence=Evidence.at(
        ARTICLE, span("“We agreed to free 300 for 300,” said Ada Holm."), "statements.after"
    ),
    source=span("Ada Holm"),
    cue=span("said"),
    content=(span("“We agreed to free 300 for 300,”"),),
)
COUNT = Count(n=300, of="prisoners", from_party="Norland", to_party="Sudria", each=True, bound=Bound.ABOUT)
TOLD = Mention(
    id="m0123456789ab",
    article=ARTICLE.id,
    kind="prisoner_swap",
    status=Status.AGREED,
    when=lasting(dt.date(2024, 5, 2), dt.date(2024, 5, 4), Precision.SPAN, Basis.STATED, "from 2 to 4 May"),
    place="Bellmund",
    parties=("Norland", "Sudria"),
    people=("Ada Holm",),
    round=2,
    counts=(COUNT,),
    reference="bellmund-2",
    according_to=SAID.id,
    evidence=(
        Evidence.at(ARTICLE, span("free 300 for 300"), "prisoner_swap.free"),
        Evidence.at(ARTICLE, span("met in Bellmund"), "talks.met"),
    ),
)
EVENT = Event(
    id="e0123456789ab",
    history=(HistoryStep(reported="2024-05-05", status=Status.AGREED, mention=TOLD.id),),
    conflicts=(Conflict(field="counts", values=(("300 prisoners", (TOLD.id,)),)),),
    mentions=(TOLD.id,),
    sources=1,
    **TOLD.model_dump(exclude={"id", "article", "according_to", "evidence"}),
)
