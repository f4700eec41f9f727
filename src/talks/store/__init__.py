"""SQLite: schema, migrations, queries; nothing else speaks SQL."""

from talks.store.acting import Seen, claimed_events, speakers, takers_part
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
    "Seen",
    "SetAside",
    "Store",
    "claimed_events",
    "open_store",
    "speakers",
    "takers_part",
    "verify",
]
