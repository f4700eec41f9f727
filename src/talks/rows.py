"""Dates as rows: the fields that an export and a listing name alike."""

from __future__ import annotations

from typing import Final

from talks.models import When

__all__ = ["WHEN", "when_row"]

WHEN: Final = ("date", "end", "precision", "basis", "edtf")


def when_row(when: When) -> dict[str, str | None]:
    """Turn a date into its fields."""
    return {
        "date": when.date,
        "end": when.end,
        "precision": when.precision.value,
        "basis": when.basis.value,
        "edtf": when.edtf,
    }
