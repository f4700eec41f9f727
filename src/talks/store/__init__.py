"""SQLite: schema, migrations, queries; nothing else speaks SQL."""

from talks.store.captures import Capture
from talks.store.linking import Linkable
from talks.store.listings import Choice, SearchFilters
from talks.store.notes import Field, SetAside
from talks.store.opening import Mode, open_store
from talks.store.searching import Hit, Searched
from talks.store.store import Store
from talks.store.verify import Problem, verify

__all__ = [
    "Capture",
    "Choice",
    "Field",
    "Hit",
    "Linkable",
    "Mode",
    "Problem",
    "SearchFilters",
    "Searched",
    "SetAside",
    "Store",
    "open_store",
    "verify",
]
