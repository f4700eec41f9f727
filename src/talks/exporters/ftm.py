"""FollowTheMoney: events, who took part and the articles that prove it, as entities for Aleph and its like.

One entity a line. An event is proved by its articles, and says in its summary and keywords what has become of
it; dates are as fine as is known. The texts of articles and what was said are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TextIO

from talks.codebook.countries import load_codes
from talks.exporters import Format, Wanted
from talks.exporters._addresses import web_address
from talks.exporters._timeline import Line, Timeline, handle_of
from talks.models import Article, Event, Precision, When, record_id
from talks.render.dates import in_full
from talks.render.evidence import name_of
from talks.render.harmless import harmless
from talks.render.wording import load_kind_words, load_wording
from talks.store import Store
from talks.views.cast import Known, load_cast

__all__ = ["FORMAT", "write"]

ENGLISH: Final = "eng"  # of ISO 639-3
LONGEST: Final = 10  # signs of a date


def write(store: Store, out: TextIO, wanted: Wanted) -> None:
    """Write the events in order of date, the undated last; before each, whom and what it names first."""
    timeline, entities = Timeline(store, wanted.asked), _Entities(load_cast(store), set())
    for found in (timeline.events(), timeline.undated()):
        for line in timeline.lines(found):
            for entity in entities.of(line):
                out.write(json.dumps(entity, ensure_ascii=False) + "\n")


@dataclass(frozen=True, slots=True)
class _Entities:
    """Makes each entity once."""

    cast: Mapping[str, Known]
    seen: set[str]

    def of(self, line: Line) -> Iterator[dict[str, Any]]:
        """Yield an event after those of its articles, parties and people that are new."""
        articles = (_article(report.article) for report in line.reports)
        parties = map(_party, line.event.parties)
        people = (_person(name, self.cast.get(name)) for name in line.event.people)
        for entity in (*articles, *parties, *people):
            if entity["id"] not in self.seen:
                self.seen.add(entity["id"])
                yield entity
        yield _event(line)


def _event(line: Line) -> dict[str, Any]:
    event = line.event
    status = load_wording().statuses[event.status].word
    quotes = (f"{name_of(report.article)}: “{report.mention.evidence[0].quote}”" for report in line.reports)
    involved = (*(_key("party", name) for name in event.parties), *(_key("person", n) for n in event.people))
    return _entity(
        handle_of(event),
        "Event",
        name=[line.words],
        **_dates(event),
        location=[event.place],
        involved=involved,
        proof=sorted({report.article.id for report in line.reports}),
        summary=[f"{status}; {in_full(event.when)}"],
        description=["; ".join(quotes)],
        keywords=[load_kind_words(event.kind).label, status],
        recordId=[event.id],
    )


def _dates(event: Event) -> dict[str, list[str | None]]:
    """Return when an event was, no finer than is known: one date, or the first and the last of several."""
    when = event.when
    if when.earliest is None or when.latest is None:
        return {}
    fine = len(when.date or "")
    first, last = (day.isoformat()[:fine] for day in (when.earliest, when.latest))
    if first == last:
        about_a_day = when.precision is Precision.APPROX and fine == LONGEST
        return {"date": [first[: len("2025-06")] if about_a_day else first]}
    return {"startDate": [first], "endDate": [last]}


def _article(article: Article) -> dict[str, Any]:
    return _entity(
        article.id,
        "Article",
        title=[article.title],
        author=[article.byline],
        publisher=[article.outlet],
        sourceUrl=[web_address(article.url)],
        publishedAt=[_published(article.published)],
        language=[ENGLISH if article.language == "en" else None],
    )


def _published(when: When) -> str | None:
    """Return the day, month or year of publication, if it is one."""
    return None if when.end or when.precision in (Precision.APPROX, Precision.SEASON) else when.date


def _party(name: str) -> dict[str, Any]:
    """Return a party: a country is a public body, anything else an organisation."""
    codes = load_codes().get(name)
    country = [codes[0].lower()] if codes else []
    return _entity(
        _key("party", name), "PublicBody" if codes else "Organization", name=[name], country=country
    )


def _person(name: str, known: Known | None) -> dict[str, Any]:
    return _entity(
        _key("person", name), "Person", name=[name], wikidataId=[known.wikidata if known else None]
    )


def _key(sort: str, name: str) -> str:
    return record_id(f"{sort}-", name)


def _entity(key: str, schema: str, **properties: Iterable[str | None]) -> dict[str, Any]:
    """Return an entity with the properties that have a value."""
    told = {name: [_tidy(value) for value in values if value] for name, values in properties.items()}
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in told.items() if values},
    }


def _tidy(value: str) -> str:
    """Return a value as FollowTheMoney keeps it: harmless, on one line, with single blanks."""
    return " ".join(harmless(value.replace("\n", " ")).split())


FORMAT: Final = Format(
    write=write, media_type="application/jsonl", suffix=".ftm.json", takes=frozenset({"asked"})
)
