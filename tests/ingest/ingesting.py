"""One run of an ingest, without a command line."""

import datetime as dt
import io
from pathlib import Path

from talks.codebook import load_codebook
from talks.exporters import export
from talks.ingest import Intake, Tally
from talks.readers import open_sources
from talks.store import Store

NOON = dt.datetime(2026, 5, 2, 12, tzinfo=dt.UTC)
RECORD = (
    '{{"text": "Norland and Sudria held talks in Castrel on 1{} March 2024.'
    ' The delegations met for three hours, and parted."}}\n'
)


def take(
    store: Store, *paths: Path | str, stdin: bytes | None = None, engine: str = "one", **fields
) -> Tally:
    intake = Intake(store, load_codebook(), engine, clock=lambda: NOON, **fields)
    return intake.run(open_sources(map(str, paths), stdin=io.BytesIO(stdin) if stdin is not None else None))


def exported(store: Store) -> str:
    out = io.StringIO()
    export(store, "jsonl", out)
    return out.getvalue()
