"""Records keep to PLOVER's fields and categories; what has no home there is left out and counted."""

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import pytest
from exports import exported_text
from pydantic import BaseModel, ConfigDict, Field

from invented import CALL, SUMMIT
from talks.codebook import load_codebook
from talks.exporters import Wanted, plover
from talks.exporters.plover import _entities, category_of
from talks.models import Count, Event
from talks.store import Store
from talks.terms import Status

TABLE = tomllib.loads(Path(plover.__file__).with_suffix(".toml").read_text("utf-8"))

# The manual of github.com/openeventdata/PLOVER (draft of 2021): categories of cooperation, and their modes.
MODES = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(),
    "CONCEDE": set(),
    "COOPERATE": set(),
    "AID": set(),
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
}
Category = Literal["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Entity(Strict):
    code: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    identifier_text: str


class Citation(Strict):
    citation: str
    title: str | None = None
    url: str | None = None
    language: str


class Record(Strict):
    """The fields of table "PLOVER JSON" of the manual that are used, with those that it requires."""

    id: str
    date: dt.date
    enddate: dt.date | None = None
    actor: Annotated[list[Entity], Field(min_length=1)]
    recipient: list[Entity] = []
    event: Annotated[list[Category], Field(min_length=1, max_length=1)]
    mode: list[str] = []
    context: list[Literal["diplomatic"]] = []
    event_loc: dict[str, str] | None = None
    event_text: list[str] = []
    link: str
    cite_info: Citation | None = None
    coder: str
    comment: str


def records(store: Store, wanted: Wanted | None = None) -> dict[str, Record]:
    lines = exported_text(store, "plover", wanted or Wanted()).splitlines()
    found = [Record.model_validate_json(line) for line in lines]
    return {record.id: record for record in found}


def event(kind: str, status: str, **fields: object) -> Event:
    return Event(id="e1", kind=kind, status=Status(status), mentions=("m1",), **fields)


def test_records_keep_to_the_fields_of_the_manual(told: Store, hostile: Store):
    for store in (told, hostile):
        found = records(store)
        assert found
        for record in found.values():
            assert set(record.mode) <= MODES[record.event[0]]
            assert not record.enddate or record.enddate > record.date


def test_every_row_of_the_table_is_of_a_kind_and_a_category():
    kinds = set(load_codebook().kinds)
    for rows in TABLE.values():
        assert rows.keys() <= kinds
        for row in rows.values():
            assert row.keys() <= {"event", "mode", "context"}
            assert set(row.get("mode", ())) <= MODES[row["event"]]


@pytest.mark.parametrize(
    ("kind", "status", "category", "modes"),
    [
        ("prisoner_swap", "held", "RETREAT", ["release"]),
        ("prisoner_swap", "ongoing", "RETREAT", ["release"]),
        ("prisoner_swap", "agreed", "CONCEDE", None),
        ("repatriation", "held", "RETREAT", None),
        ("ceasefire", "held", "RETREAT", ["ceasefire"]),
        ("ceasefire", "agreed", "CONCEDE", None),
        ("talks", "held", "CONSULT", None),
        ("meeting", "planned", "AGREE", None),
        ("summit", "agreed", "AGREE", None),
        ("call", "held", "CONSULT", ["phone"]),
        ("agreement", "held", "SUPPORT", None),
        ("agreement", "planned", "AGREE", None),
    ],
)
def test_the_category_is_that_of_the_table(kind, status, category, modes):
    found = category_of(event(kind, status))
    assert (found["event"], found.get("mode")) == (category, modes)


@pytest.mark.parametrize("status", ["proposed", "rejected", "cancelled", "paused", "unscheduled"])
@pytest.mark.parametrize("kind", ["talks", "prisoner_swap", "ceasefire", "summit"])
def test_what_nobody_is_known_to_have_done_has_no_home(kind, status):
    assert category_of(event(kind, status)) == {}


def test_a_document_has_no_home():
    assert not any(category_of(event("document", status)) for status in Status)


def test_who_gives_acts_towards_who_takes_if_it_went_one_way():
    one = Count(n=212, of="bodies", from_party="Norland", to_party="Sudria")
    back = Count(n=9, of="bodies", from_party="Sudria", to_party="Norland")
    each = Count(n=120, of="prisoners", from_party="Norland", to_party="Sudria", each=True)
    sides = {"parties": ("Norland", "Sudria")}
    assert _entities(event("repatriation", "held", counts=(one,), **sides)) == (("Norland",), ("Sudria",))
    for counts in ((one, back), (each,), (Count(n=5, of="prisoners"),), ()):
        assert _entities(event("prisoner_swap", "held", counts=counts, **sides)) == (
            ("Norland", "Sudria"),
            (),
        )


def test_what_has_no_home_is_left_out_and_counted(told: Store):
    notes: list[str] = []
    found = records(told, Wanted(say=notes.append))
    assert SUMMIT.id not in found  # it was called off
    assert found[CALL.id].mode == ["phone"]
    (note,) = notes
    assert note.startswith(f"note: {len(list(told.events())) - len(found)} events left out")


def test_countries_have_codes_and_invented_ones_names():
    assert plover._entity("Ukraine") == {"code": "UKR", "identifier_text": "Ukraine"}
    assert plover._entity("Norland") == {"identifier_text": "Norland"}


def test_no_text_of_an_article_is_passed_on(told: Store):
    assert not any("text" in json.loads(line) for line in exported_text(told, "plover").splitlines())
