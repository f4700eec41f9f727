"""The tables of a data package, as tables.toml describes them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from talks.terms import Basis, Bound, Manner, Precision, Stance, Status

__all__ = ["Table", "load_tables", "package_of"]

CLOSED: Final[dict[str, type[StrEnum]]] = {
    "precision": Precision,
    "basis": Basis,
    "status": Status,
    "manner": Manner,
    "stance": Stance,
    "bound": Bound,
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, what each holds, and how it belongs to others."""

    name: str
    description: str
    key: tuple[str, ...]  # the columns that tell its rows apart; none where no few do
    links: dict[str, str]  # column → the table whose id it holds
    columns: dict[str, str]  # by name, what they hold
    types: dict[str, str]  # of columns that hold no text

    @property
    def path(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"

    def is_text(self, column: str) -> bool:
        """Tell whether the cells of a column are text."""
        return column not in self.types


def load_tables() -> tuple[Table, ...]:
    """Read the tables, in the order of their file."""
    data = _load()
    types = dict.fromkeys(data["numbers"].split(), "integer") | dict.fromkeys(
        data["booleans"].split(), "boolean"
    )
    return tuple(_table(name, row, data["columns"], types) for name, row in data["tables"].items())


def package_of(tables: Iterable[Table]) -> dict[str, Any]:
    """Describe tables as a data package (https://datapackage.org/standard/data-package/)."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "talks",
        "title": "Talks",
        "description": _load()["description"],
        "resources": [_resource(table) for table in tables],
    }


@cache
def _load() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("tables.toml").read_text(encoding="utf-8"))


def _table(name: str, row: dict[str, Any], shared: dict[str, str], types: dict[str, str]) -> Table:
    described = shared | row.get("columns", {})
    columns = {column: described[column] for column in row["order"].split()}
    return Table(
        name=name,
        description=row["description"],
        key=tuple(row.get("key", "").split()),
        links=row.get("links", {}),
        columns=columns,
        types={column: types[column] for column in columns if column in types},
    )


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(table, column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.links:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": ["id"]}}
            for column, other in table.links.items()
        ]
    return {
        "name": table.name,
        "path": table.path,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(table: Table, column: str) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column,
        "type": table.types.get(column, "string"),
        "description": table.columns[column],
    }
    if column in CLOSED:
        field["constraints"] = {"enum": [word.value for word in CLOSED[column]]}
    return field
