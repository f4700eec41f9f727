"""Read, extract, save, link."""

from talks.ingest.engine import engine_id, reader_id
from talks.ingest.intake import Clock, Intake, Judge
from talks.ingest.linking import relink
from talks.ingest.tally import Tally

__all__ = ["Clock", "Intake", "Judge", "Tally", "engine_id", "reader_id", "relink"]
