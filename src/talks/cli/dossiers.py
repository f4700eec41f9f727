"""Print the list of dossiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from talks.cli.options import Format
from talks.cli.settings import Globals
from talks.cli.terminal import output_paper, write_lines
from talks.codebook import load_dossiers
from talks.codebook.dossier import Dossier
from talks.render.lines import Cell, Row, Word
from talks.render.records import WRITERS
from talks.render.records import Row as Record
from talks.store import open_store

__all__ = ["list_dossiers"]

COLUMNS: Final = (
    "id", "name", "sides", "mediators", "from", "until", "parties", "people", "places", "outlets",
    "references", "articles",
)  # fmt: skip
COUNTED: Final = ("parties", "people", "places", "outlets", "references")


def list_dossiers(settings: Globals, form: Format) -> None:
    """Print each dossier with what it holds and the number of articles that were read with it."""
    read = _articles(settings)
    rows = [_row(dossier, read) for dossier in load_dossiers()]
    if form is Format.TABLE:
        write_lines(output_paper().write_all(line for row in rows for line in _drawn(row)))
    else:
        write_lines(WRITERS[form.value](rows, COLUMNS))


def _articles(settings: Globals) -> Counter[str]:
    """Count the articles of each dossier; none without a database."""
    path = settings.database
    if not path.exists():
        return Counter()
    with open_store(path, mode="read") as store:
        return Counter({d.id: sum(1 for _ in store.articles(dossier=d.id)) for d in load_dossiers()})


def _row(dossier: Dossier, read: Counter[str]) -> Record:
    return {
        "id": dossier.id,
        "name": dossier.name,
        "sides": list(dossier.sides),
        "mediators": list(dossier.mediators),
        "from": dossier.since.isoformat() if dossier.since else None,
        "until": dossier.until.isoformat() if dossier.until else None,
        "parties": len(dossier.party),
        "people": len(dossier.person),
        "places": len(dossier.place),
        "outlets": len(dossier.outlet),
        "references": len(dossier.reference),
        "articles": read[dossier.id],
    }


def _drawn(row: Record) -> Iterator[Row]:
    yield Row(body=(Word(row["name"], "bold"), Word(f"  {row['id']}", "dim")))
    span = f"{row['from'] or '…'} to {row['until'] or '…'}"
    mediators = f"; mediators: {', '.join(row['mediators'])}" if row["mediators"] else ""
    yield Row((Cell((), 1),), (Word(f"{' and '.join(row['sides'])}, {span}{mediators}"),))
    counted = ", ".join(f"{row[name]:,} {name}" for name in COUNTED)
    yield Row((Cell((), 1),), (Word(f"{counted}; {row['articles']:,} articles in the database", "dim"),))
