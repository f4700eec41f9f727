"""The exception tree; whatever else is raised is a bug.

TalksError                  one line for the user: where, what, what to do
├── UsageError              the command line is wrong (exit 2)
│   └── UnknownRecordError  an id that names nothing, or more than one record
├── CodebookError           a lexicon, kind, topic or dossier file is wrong
├── GoldError               a record made by hand, to measure by, is wrong
├── ReadError               an input that can't be read is set aside (exit 3)
├── StoreError              the database can't be opened, read or written
└── BusyError               another run is at the same work (exit 4)
"""

from __future__ import annotations

__all__ = [
    "FAILED",
    "BusyError",
    "CodebookError",
    "GoldError",
    "ReadError",
    "StoreError",
    "TalksError",
    "UnknownRecordError",
    "UsageError",
    "failure",
]

FAILED = "talks failed on it"


class TalksError(Exception):
    """Say in one line where something is wrong, what it is, and what to do."""

    exit_code = 1

    def __init__(self, where: object, what: str, remedy: str = "") -> None:
        self.where, self.what, self.remedy = str(where), what, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        return f"{line}; {self.remedy}" if self.remedy else line

    def __reduce__(self) -> tuple[type[TalksError], tuple[str, str, str]]:
        return type(self), (self.where, self.what, self.remedy)


class UsageError(TalksError):
    """Refuse a command line, with the accepted forms."""

    exit_code = 2


class UnknownRecordError(UsageError):
    """Refuse an id that names no record, or several."""


class CodebookError(TalksError):
    """Refuse a data file, naming the file and the key."""


class GoldError(TalksError):
    """Refuse a gold file, or an export to compare with, naming the file and the field."""


class ReadError(TalksError):
    """Set an input aside."""

    exit_code = 3


class StoreError(TalksError):
    """Refuse to use a database, or report that it can't be written."""


class BusyError(TalksError):
    """Leave the work to the run that is at it."""

    exit_code = 4


def failure(where: object, fault: Exception, what: str = FAILED) -> ReadError:
    """Tell of a bug that one input brought to light: it must not cost the others."""
    told = f"{what} ({type(fault).__name__}: {fault})"
    return ReadError(where, told, "please report this; TALKS_DEBUG=1 shows where")
