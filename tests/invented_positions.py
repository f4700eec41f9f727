"""What Norland, Sudria and Helvaria said about talks in 2024, each in an article of its own."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from talks.codebook import load_dossiers
from talks.models import (
    Article,
    Basis,
    Evidence,
    Extraction,
    Manner,
    Span,
    Stance,
    Statement,
    When,
    record_id,
)
from talks.store import Capture, Store
from talks.views.cast import keep_cast
from talks.views.frames import keep_frames
from talks.views.record import load_rule

NOON = dt.datetime(2026, 5, 2, 12, tzinfo=dt.UTC)
PARTY = {
    "Torvald Ekre": "Norland",
    "Gunnvor Ask": "Norland",
    "Halvard Stenmoe": "Norland",
    "Norlandic lawmaker": "Norland",
    "Teodor Basaran": "Sudria",
    "Livia Corvane": "Sudria",
    "Marisela Quent": "Sudria",
    "Claudine Oberholt": "Helvaria",
    "Ole Trygg": None,
    "Joint statement": "Norland and Sudria",
}


@dataclass(frozen=True)
class Line:
    """One thing that was said: when, by whom, with what stance on what, and how an outlet tells it."""

    day: str
    speaker: str
    stance: Stance
    topics: tuple[str, ...]
    words: str
    cue: str = "said"
    outlet: str = "Polder Post"
    said: str | None = None  # the day on which it was said, if it is not that of the article


TALKS = ("talks",)
LINES = (
    Line("2024-02-13", "Gunnvor Ask", Stance.CONDITIONAL, TALKS, "We negotiate when the shelling ends"),
    Line(
        "2024-05-03",
        "Halvard Stenmoe",
        Stance.OFFERS,
        ("talks", "mediation"),
        "We are ready for the next round tomorrow morning",
    ),
    Line(
        "2024-05-04",
        "Halvard Stenmoe",
        Stance.OFFERS,
        ("talks", "mediation"),
        "We are ready for the next round, and tomorrow morning at that",
        cue="repeated",
        outlet="Ostwind Online",
        said="2024-05-03",
    ),
    Line("2024-05-10", "Norlandic lawmaker", Stance.OPPOSES, TALKS, "There is nothing left to talk about"),
    Line("2024-05-28", "Torvald Ekre", Stance.REPORTS, TALKS, "The delegation is in Harvik today"),
    Line(
        "2024-08-20",
        "Gunnvor Ask",
        Stance.OPPOSES,
        TALKS,
        "We do not see what a fifth round is good for",
        cue="scoffed",
        outlet="Continent Today",
    ),
    Line(
        "2024-05-04",
        "Teodor Basaran",
        Stance.CONDITIONAL,
        ("talks", "territory"),
        "We come back if the map is withdrawn",
        cue="insisted",
    ),
    Line("2024-05-15", "Livia Corvane", Stance.SUPPORTS, TALKS, "I would go with or without the map"),
    Line("2024-05-20", "Teodor Basaran", Stance.OPPOSES, TALKS, "Nobody should go there without a map"),
    Line(
        "2024-06-11", "Marisela Quent", Stance.DEMANDS, ("ceasefire",), "Let them be silent for ninety days"
    ),
    Line(
        "2024-06-12",
        "Claudine Oberholt",
        Stance.SUPPORTS,
        ("talks", "document"),
        "The paper is worth a fifth round of talks",
    ),
    Line(
        "2024-06-12", "Claudine Oberholt", Stance.ACCUSES, ("blame",), "They are both to blame for the delay"
    ),
    Line(
        "2024-06-13", "Ole Trygg", Stance.SUPPORTS, ("ceasefire",), "A truce would be a beginning for us all"
    ),
)


def article_of(line: Line) -> Article:
    """Return the article in which something is said, in quotation marks."""
    text = (
        f"What was said in Castrel\n\n“{line.words},” {line.cue} {line.speaker} on {line.said or line.day}."
    )
    sha256 = hashlib.sha256(f"{line}".encode()).hexdigest()
    published = When.day(dt.date.fromisoformat(line.day), Basis.STATED)
    return Article(
        id=record_id("a", sha256),
        sha256=sha256,
        text=text,
        title="What was said in Castrel",
        outlet=line.outlet,
        path=f"{line.outlet}/{sha256[:8]}.txt",
        published=published,
    )


def statement_of(line: Line, article: Article | None = None) -> Statement:
    """Return what is said as a statement."""
    source = article or article_of(line)

    def span(words: str) -> Span:
        start = source.text.index(words)
        return Span(start=start, end=start + len(words))

    whole = Span(start=span(f"“{line.words}").start, end=span(line.speaker).end)
    return Statement(
        id=record_id("s", source.id, line.words),
        article=source.id,
        speaker=line.speaker,
        party=PARTY[line.speaker],
        manner=Manner.DIRECT,
        verb=line.cue,
        topics=line.topics,
        stance=line.stance,
        when=When.day(dt.date.fromisoformat(line.said or line.day), Basis.PUBLISHED),
        evidence=Evidence.at(source, whole, "statements.say"),
        source=span(line.speaker),
        cue=span(f" {line.cue} ").model_copy(
            update={"start": span(f" {line.cue} ").start + 1, "end": span(f" {line.cue} ").end - 1}
        ),
        content=(span(f"“{line.words},”"),),
    )


def tell_positions(store: Store, lines: Iterable[Line] = LINES) -> None:
    """Put what was said into a store."""
    for line in lines:
        article = article_of(line)
        dossier = "norland-sudria" if PARTY[line.speaker] else None
        extraction = Extraction(article, (), (statement_of(line, article),), dossier)
        store.save(extraction, Capture.of(article, NOON), engine="by hand")
    store.save_events(())
    keep_frames(store, load_dossiers(), posts=load_rule().posts)
    keep_cast(store, load_dossiers())
