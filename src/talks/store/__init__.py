"""SQLite: schema, migrations, queries; nothing else speaks SQL."""

from talks.store.acting import Seen, claimed_events, speakers, takers_part
from talks.store.captures import Capture
from talks.store.copying import copy_store
from talks.store.fetches import Fetched, KeptFetch, fetches, last_fetch, load_body, save_fetch, unread
from talks.store.link_keys import next_key
from talks.store.linking import Linkable
from talks.store.listings import Choice, SearchFilters
from talks.store.notes import Field, SetAside
from talks.store.opening import Mode, open_store
from talks.store.rederived import (
    Rederived,
    Upgrade,
    engine_of,
    keep_event_changes,
    keep_rederived,
    last_upgrade,
    mark_events,
    rederived,
)
from talks.store.searching import Hit, Searched
from talks.store.serving import keep_bytes_back, state_of
from talks.store.store import Store
from talks.store.verify import Problem, verify

__all__ = [
    "Capture",
    "Choice",
    "Fetched",
    "Field",
    "Hit",
    "KeptFetch",
    "Linkable",
    "Mode",
    "Problem",
    "Rederived",
    "SearchFilters",
    "Searched",
    "Seen",
    "SetAside",
    "Store",
    "Upgrade",
    "claimed_events",
    "copy_store",
    "engine_of",
    "fetches",
    "keep_bytes_back",
    "keep_event_changes",
    "keep_rederived",
    "last_fetch",
    "last_upgrade",
    "load_body",
    "mark_events",
    "next_key",
    "open_store",
    "rederived",
    "save_fetch",
    "speakers",
    "state_of",
    "takers_part",
    "unread",
    "verify",
]
