"""Libraries that only some commands need, and that come with an extra of the package."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from talks.errors import TalksError

__all__ = ["need_extra"]


def need_extra(extra: str, command: str, libraries: Iterable[str]) -> None:
    """Say how to install what a command needs, if it is not there."""
    for library in libraries:
        try:
            import_module(library)
        except ImportError as error:
            remedy = f'install the extra: pip install "talks[{extra}]"'
            raise TalksError(command, f"it needs {library}, which is not installed", remedy) from error
