"""What a page answers: what its template shows, and the same as rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from talks.serving.queries import Query
from talks.serving.surveys import Surveys
from talks.store import Store

__all__ = ["Answer", "Asked", "Page"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request of a page: the open database, the filters, and the key, if the page is of one record.

    `state` is that of the database before it was opened.
    """

    store: Store
    state: object
    query: Query
    surveys: Surveys
    key: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The heading of a page, what its template shows, and the fields of JSON; each made if asked for."""

    title: str
    shown: Callable[[], Mapping[str, Any]]
    fields: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its template, its name in menus, its filters, and what answers it."""

    template: str
    name: str
    answer: Callable[[Asked], Answer]
    filters: tuple[str, ...] = field(default=())
