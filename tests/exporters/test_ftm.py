"""Entities are those of FollowTheMoney, by its own package, and every event is proved by articles."""

import json
from typing import Any

import hostile_records
import pytest
from exports import exported_text

from invented import ROUND_WIRE, days
from talks.exporters import Wanted
from talks.exporters.ftm import _dates
from talks.models import Event, Precision
from talks.store import Store
from talks.views.timeline import Asked

PLAIN = {"id", "schema", "properties"}


def entities(store: Store, wanted: Wanted | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported_text(store, "ftm", wanted or Wanted()).splitlines()]


@pytest.mark.parametrize("name", ["told", "news", "hostile"])
def test_every_entity_is_valid(request: pytest.FixtureRequest, name: str):
    ftm = pytest.importorskip("followthemoney", reason="it compiles against libicu; .ci/run installs it")
    found = entities(request.getfixturevalue(name))
    ids = {entity["id"] for entity in found}
    assert len(ids) == len(found)
    for entity in found:
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        for prop, value in proxy.itervalues():
            assert prop.type.validate(value) or prop.type.name == "name", (prop.name, value)
            if prop.type.name == "entity":
                assert value in ids
        assert {prop: set(values) for prop, values in entity["properties"].items()} == {
            prop: set(values) for prop, values in proxy.to_dict()["properties"].items()
        }


def test_an_event_is_proved_by_its_articles_and_involves_who_took_part(told: Store):
    found = {entity["id"]: entity for entity in entities(told)}
    event = found[ROUND_WIRE.id]
    told_of = event["properties"]
    assert event.keys() == PLAIN
    assert told_of["date"] == ["2024-03-12"]
    assert told_of["keywords"] == ["talks", "held"]
    assert {found[key]["schema"] for key in told_of["proof"]} == {"Article"}
    involved = [found[key] for key in told_of["involved"]]
    assert {"Norland", "Sudria", "Helvaria"} <= {
        name for one in involved for name in one["properties"]["name"]
    }
    assert {one["schema"] for one in involved} <= {"Organization", "PublicBody", "Person"}


def test_plans_say_so(told: Store):
    for entity in entities(told):
        if entity["schema"] == "Event":
            status = entity["properties"]["keywords"][1]
            assert entity["properties"]["summary"][0].startswith(f"{status}; ")


@pytest.mark.parametrize(
    ("first", "last", "precision", "dates"),
    [
        (
            "2024-03-28",
            "2024-04-02",
            Precision.SPAN,
            {"startDate": ["2024-03-28"], "endDate": ["2024-04-02"]},
        ),
        ("2024-03-01", "2024-03-31", Precision.MONTH, {"date": ["2024-03"]}),
        ("2024-06-01", "2024-08-31", Precision.SEASON, {"startDate": ["2024-06"], "endDate": ["2024-08"]}),
        ("2024-01-01", "2024-12-31", Precision.YEAR, {"date": ["2024"]}),
        ("2024-03-20", "2024-03-20", Precision.APPROX, {"date": ["2024-03"]}),
    ],
)
def test_a_date_is_no_finer_than_is_known(first, last, precision, dates):
    event = Event(id="e1", kind="talks", status="held", when=days(first, last, precision), mentions=("m1",))
    assert _dates(event) == dates


def test_all_events_are_there_also_those_without_a_date(told: Store):
    events = [entity for entity in entities(told) if entity["schema"] == "Event"]
    assert len(events) == len(list(told.events()))
    chosen = entities(told, Wanted(asked=Asked(kinds=("summit",))))
    assert 0 < sum(entity["schema"] == "Event" for entity in chosen) < len(events)


def test_words_of_an_article_stay_words(hostile: Store):
    found = entities(hostile)
    quotes = "\n".join(text for entity in found for text in entity["properties"].get("description", ()))
    assert hostile_records.MARKUP in quotes
    assert {url for e in found for url in e["properties"].get("sourceUrl", ())} == {
        "https://example.org/a%20b%28c%29%3Cd%3E%7Be%7D%20%22%27%5C%0A?q=1&r=2"
    }
    assert not any("bodyText" in entity["properties"] for entity in found)
