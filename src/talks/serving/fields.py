"""The filters of pages as fields of a form: what each is called, and what can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from talks.models import Status
from talks.render.positions import titled
from talks.render.sentences import short
from talks.render.wording import load_kind_words, load_wording
from talks.serving.queries import Query
from talks.store import Field as Stored
from talks.store import Searched, Store
from talks.views.changes import By
from talks.views.promises import State

__all__ = ["Field", "fields_of"]

Choices = list[tuple[str, str]]  # each value with its words


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: free text without `choices`; `dated` if it takes a date."""

    name: str
    label: str
    values: Sequence[str]
    choices: Choices | None = None
    dated: bool = False


def fields_of(names: Sequence[str], query: Query, store: Store) -> list[Field]:
    """Return the fields of a form, filled in as the query has it."""
    return [
        Field(name, LABELS[name], query.all(name), _choices(name, store), dated=name in DATED)
        for name in names
        if name not in HIDDEN
    ]


def _choices(name: str, store: Store) -> Choices | None:
    return CHOICES[name](store) if name in CHOICES else None


def _stored(field: Stored, words: Callable[[str], str] = str) -> Callable[[Store], Choices]:
    """Offer what the database has of a field."""
    return lambda store: [(value, words(value)) for value in store.values(field)]


def _statuses(_store: Store) -> Choices:
    return [(status.value, load_wording().statuses[status].word) for status in Status]


def _as_they_are(values: Sequence[str]) -> Callable[[Store], Choices]:
    return lambda _store: [(value, value) for value in values]


DATED: Final = {"since", "until", "as_of"}
HIDDEN: Final = {"q", "dossier"}  # asked for elsewhere on a page
LABELS: Final = {
    "since": "From",
    "until": "Until",
    "as_of": "As known on",
    "kind": "Kind",
    "status": "Status",
    "party": "Party",
    "place": "Place",
    "source": "Source",
    "topic": "Topic",
    "speaker": "Speaker",
    "record": "Record",
    "state": "State",
    "by": "New by",
}
CHOICES: Final[dict[str, Callable[[Store], Choices]]] = {
    "kind": _stored("kind", lambda kind: load_kind_words(kind).label),
    "status": _statuses,
    "party": _stored("party", short),
    "place": _stored("place"),
    "source": _stored("outlet"),
    "topic": _stored("topic", titled),
    "speaker": _stored("speaker"),
    "record": _as_they_are(get_args(Searched)),
    "state": _as_they_are([state.value for state in State]),
    "by": _as_they_are(get_args(By)),
}
