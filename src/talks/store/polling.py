"""The tables of what is followed: sources, the pages that they name, and the machines that are asked."""

from __future__ import annotations

from typing import Final

__all__ = ["POLLING"]

POLLING: Final = (
    """CREATE TABLE sources (
  n INTEGER PRIMARY KEY, -- in the order in which they were added; never an address
  url TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL, -- feed, or page
  title TEXT,
  site TEXT, -- the address of the site that a feed is of
  categories TEXT NOT NULL, -- JSON: [[outer, …, inner], …]; [] is none
  outline TEXT NOT NULL, -- JSON: what else its line in an OPML file said
  added_at TEXT NOT NULL, -- UTC, as all times here
  checked_at TEXT, -- when it was last asked
  result TEXT, -- read, unchanged, waiting or failed
  reason TEXT, -- why it failed or waits
  failures INTEGER NOT NULL DEFAULT 0, -- times running that it failed
  etag TEXT, modified TEXT, digest TEXT -- of the last answer of a feed
) STRICT""",
    """CREATE TABLE pages (
  url TEXT PRIMARY KEY, -- without what only tells where a reader came from
  link TEXT NOT NULL, -- as its feed first named it
  title TEXT,
  state TEXT NOT NULL, -- waiting, kept, passed over or failed
  reason TEXT,
  judged_by TEXT, -- the rule by which it was kept or passed over
  named_at TEXT NOT NULL, -- when a feed first named it
  fetched_at TEXT, -- when it first answered
  checked_at TEXT, -- when it was last asked
  due_at TEXT, -- when it is to be asked next, as long as a feed names it; NULL: not before a feed says so
  failures INTEGER NOT NULL DEFAULT 0 -- times running that it failed
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX pages_state ON pages (state, url)",
    """CREATE TABLE source_pages (
  source INTEGER NOT NULL REFERENCES sources (n) ON DELETE CASCADE,
  page TEXT NOT NULL REFERENCES pages (url) ON DELETE CASCADE,
  guid TEXT, -- what the feed calls it
  stamp TEXT NOT NULL, -- digest of what the feed says of it
  listed INTEGER NOT NULL, -- 1 as long as the feed names it
  PRIMARY KEY (source, page)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX source_pages_page ON source_pages (page)",
    """CREATE TABLE hosts (
  origin TEXT PRIMARY KEY, -- scheme, name and port
  failures INTEGER NOT NULL DEFAULT 0, -- times running that it could not be asked
  not_before TEXT, -- when it may be asked again
  reason TEXT,
  robots TEXT, -- its robots.txt, or why it can't be read; NULL when it has none
  robots_state TEXT, -- read, none or unreachable; NULL when it was not asked for yet
  robots_until TEXT -- how long that holds
) STRICT, WITHOUT ROWID""",
)
