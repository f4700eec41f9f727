"""A local-first news tracker that turns articles about a negotiation into a dated, sourced timeline.

    from talks import extract, open_store

What is named in `__all__` is the library, loaded when it is first asked for; docs/library.md tells of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talks.errors import TalksError
    from talks.library import Archive, extract, open_store
    from talks.models import Article, Event, Evidence, Extraction, Mention, Statement, When

__version__ = "0.1.0"
__all__ = [
    "Archive",
    "Article",
    "Event",
    "Evidence",
    "Extraction",
    "Mention",
    "Statement",
    "TalksError",
    "When",
    "__version__",
    "extract",
    "open_store",
]

OWN = {"Archive": "library", "extract": "library", "open_store": "library", "TalksError": "errors"}


def __getattr__(name: str) -> object:
    """Load what is asked for, as the command line starts sooner without the records."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{OWN.get(name, 'models')}"), name)


def __dir__() -> list[str]:
    """Name the library."""
    return __all__
