"""The tables and indices, as statements; the file itself is an API, so each table says what it holds."""

from __future__ import annotations

from typing import Final

__all__ = ["APPLICATION_ID", "DOCUMENTATION", "SCHEMA_VERSION"]

APPLICATION_ID: Final = 0x74616C6B  # "talk"; tells our files from other SQLite files
SCHEMA_VERSION: Final = 15  # the number of migrations, kept in PRAGMA user_version

# Dates are ISO 8601; `reach` is the number of days by which a date can extend beyond its first, rounded up
# (see `REACHES`), so that a long happening that began before a range is found without a scan.
WHEN = """
  earliest TEXT, latest TEXT, precision TEXT NOT NULL, basis TEXT NOT NULL, edtf TEXT,
  phrase_start INTEGER, phrase_stop INTEGER, reach INTEGER NOT NULL"""
PUBLISHED = """
  title TEXT, outlet TEXT, byline TEXT, url TEXT, language TEXT NOT NULL,
  published_earliest TEXT, published_latest TEXT, published_precision TEXT NOT NULL,
  published_basis TEXT NOT NULL, published_edtf TEXT, published_start INTEGER, published_stop INTEGER"""
HAPPENING = "kind TEXT NOT NULL, status TEXT NOT NULL, place TEXT, round INTEGER, reference TEXT"
COUNT = """
  n INTEGER NOT NULL, of TEXT NOT NULL, from_party TEXT, to_party TEXT,
  each INTEGER NOT NULL, bound TEXT NOT NULL"""

ARTICLES = (
    f"""CREATE TABLE articles (
  n INTEGER PRIMARY KEY, -- for the full-text index only, never an address
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE, -- of the text as UTF-8
  {PUBLISHED},
  path TEXT NOT NULL, -- the smallest locator, or what the export there tells
  part INTEGER,
  superseded_by TEXT REFERENCES articles (id),
  dossier TEXT,
  inputs TEXT NOT NULL, -- digest of what extraction depends on beside the text
  extracted_from TEXT, -- the inputs that the records were made from; NULL when there are none yet
  engine TEXT, -- the version of engine and codebook that made them
  stale INTEGER NOT NULL DEFAULT 1, -- 1 until the events are linked anew
  text TEXT NOT NULL
) STRICT""",
    "CREATE INDEX articles_superseded ON articles (id) WHERE superseded_by IS NOT NULL",
    "CREATE INDEX articles_stale ON articles (id) WHERE stale = 1",
)

CAPTURES = (
    f"""CREATE TABLE captures (
  n INTEGER PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id),
  locator TEXT NOT NULL, -- path from the workspace, absolute if outside; or stdin:
  part INTEGER,
  captured_at TEXT NOT NULL, -- first seen, UTC
  seen_at TEXT NOT NULL, -- last seen, UTC
  bytes_sha256 TEXT,
  encoding TEXT,
  {PUBLISHED},
  superseded_by TEXT REFERENCES articles (id) -- the article that is at this locator now
) STRICT""",
    "CREATE UNIQUE INDEX captures_slot ON captures (locator, ifnull(part, -1), article)",
    "CREATE INDEX captures_article ON captures (article)",
    """CREATE TABLE set_aside (
  locator TEXT PRIMARY KEY, reason TEXT NOT NULL, set_aside_at TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

# What an export says of where a text was found first; the locator is then that of the export.
PROVENANCE = (
    "ALTER TABLE captures ADD COLUMN told_path TEXT",
    "ALTER TABLE captures ADD COLUMN told_part INTEGER",
)

STATEMENTS = (
    f"""CREATE TABLE statements (
  n INTEGER PRIMARY KEY, -- what the tables of its parts refer to; never an address
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES articles (id),
  ordinal INTEGER NOT NULL, -- its place in the article
  speaker TEXT, -- NULL when it can't be told
  party TEXT, manner TEXT NOT NULL, verb TEXT, stance TEXT NOT NULL, via TEXT, addressee TEXT,
  {WHEN}
) STRICT""",
    "CREATE UNIQUE INDEX statements_article ON statements (article, ordinal)",
    "CREATE INDEX statements_date ON statements (earliest, latest, id)",
    "CREATE INDEX statements_reach ON statements (reach, earliest, latest, id) WHERE reach > 0",
    "CREATE INDEX statements_speaker ON statements (speaker, earliest, latest, id)",
    "CREATE INDEX statements_party ON statements (party, earliest, latest, id)",
    """CREATE TABLE statement_topics (
  statement INTEGER NOT NULL REFERENCES statements (n) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, topic TEXT NOT NULL,
  earliest TEXT, latest TEXT, -- of the statement, to list a topic by date
  PRIMARY KEY (statement, ordinal)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX statement_topics_topic ON statement_topics (topic, earliest, latest, statement)",
)

MENTIONS = (
    f"""CREATE TABLE mentions (
  n INTEGER PRIMARY KEY, -- what the tables of its parts refer to; never an address
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES articles (id),
  ordinal INTEGER NOT NULL, -- its place in the article
  {HAPPENING},
  according_to TEXT REFERENCES statements (id), -- when it is somebody's claim
  {WHEN}
) STRICT""",
    "CREATE UNIQUE INDEX mentions_article ON mentions (article, ordinal)",
    "CREATE INDEX mentions_date ON mentions (earliest, latest, id)",
    "CREATE INDEX mentions_reach ON mentions (reach, earliest, latest, id) WHERE reach > 0",
    "CREATE INDEX mentions_claim ON mentions (according_to) WHERE according_to IS NOT NULL",
    """CREATE TABLE mention_parties (
  mention INTEGER NOT NULL REFERENCES mentions (n) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, party TEXT NOT NULL, PRIMARY KEY (mention, ordinal)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE mention_people (
  mention INTEGER NOT NULL REFERENCES mentions (n) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, person TEXT NOT NULL, PRIMARY KEY (mention, ordinal)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE mention_counts (
  mention INTEGER NOT NULL REFERENCES mentions (n) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, {COUNT}, PRIMARY KEY (mention, ordinal)
) STRICT, WITHOUT ROWID""",
)

EVIDENCE = (
    """CREATE TABLE evidence (
  n INTEGER PRIMARY KEY, -- for the full-text index only, never an address
  mention INTEGER REFERENCES mentions (n) ON DELETE CASCADE,
  statement INTEGER REFERENCES statements (n) ON DELETE CASCADE,
  role TEXT NOT NULL, -- evidence; of statements also source, cue and content
  ordinal INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id),
  start INTEGER NOT NULL, stop INTEGER NOT NULL, -- half-open, code points into articles.text
  quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
  rule TEXT NOT NULL, -- what found it
  CHECK ((mention IS NULL) <> (statement IS NULL))
) STRICT""",
    """CREATE UNIQUE INDEX evidence_mention ON evidence (mention, role, ordinal)
WHERE mention IS NOT NULL""",
    """CREATE UNIQUE INDEX evidence_statement ON evidence (statement, role, ordinal)
WHERE statement IS NOT NULL""",
)

EVENTS = (
    f"""CREATE TABLE events (
  n INTEGER PRIMARY KEY, -- what the tables of its parts refer to; never an address
  id TEXT NOT NULL UNIQUE, {HAPPENING},
  sources INTEGER NOT NULL, -- independent origins
  stale INTEGER NOT NULL DEFAULT 0, -- 1 when an article that tells of it has changed
  {WHEN}
) STRICT""",
    "CREATE INDEX events_date ON events (earliest, latest, id)",
    "CREATE INDEX events_reach ON events (reach, earliest, latest, id) WHERE reach > 0",
    "CREATE INDEX events_kind ON events (kind, earliest, latest, id)",
    "CREATE INDEX events_status ON events (status, earliest, latest, id)",
    "CREATE INDEX events_place ON events (place, earliest, latest, id)",
    """CREATE TABLE event_parties (
  event INTEGER NOT NULL REFERENCES events (n) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, party TEXT NOT NULL,
  earliest TEXT, latest TEXT, -- of the event, to list a party by date
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX event_parties_party ON event_parties (party, earliest, latest, event)",
    """CREATE TABLE event_people (
  event INTEGER NOT NULL REFERENCES events (n) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, person TEXT NOT NULL,
  earliest TEXT, latest TEXT, -- of the event, to list a person by date
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX event_people_person ON event_people (person, earliest, latest, event)",
    f"""CREATE TABLE event_counts (
  event INTEGER NOT NULL REFERENCES events (n) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, {COUNT}, PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX events_stale ON events (id) WHERE stale = 1",
    """CREATE TABLE event_mentions (
  event INTEGER NOT NULL REFERENCES events (n) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  mention TEXT NOT NULL UNIQUE REFERENCES mentions (id) ON DELETE CASCADE,
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE event_history (
  event INTEGER NOT NULL REFERENCES events (n) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  reported TEXT, status TEXT NOT NULL, mention TEXT NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX event_history_mention ON event_history (mention)",
    """CREATE TABLE event_conflicts (
  event INTEGER NOT NULL REFERENCES events (n) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  field TEXT NOT NULL,
  "values" TEXT NOT NULL, -- JSON: [[value, [mention, …]], …]
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID""",
)

# Rows outlive their mentions until the next linking: it must know what a lost mention was linked by.
LINKS = (
    """CREATE TABLE link_keys (
  key TEXT NOT NULL, mention TEXT NOT NULL, PRIMARY KEY (key, mention)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX link_keys_mention ON link_keys (mention)",
    """CREATE TABLE link_origins (
  mention TEXT PRIMARY KEY, article TEXT NOT NULL,
  origin TEXT NOT NULL -- equal for mentions of one origin
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX link_origins_article ON link_origins (article)",
)

SKETCHES = (
    """CREATE TABLE link_texts (
  article TEXT PRIMARY KEY,
  outlet TEXT NOT NULL, -- equal for articles of one outlet
  sketch BLOB NOT NULL -- hashed runs of words, to tell copies by
) STRICT, WITHOUT ROWID""",
)

FETCHES = (
    """CREATE TABLE bodies (
  sha256 TEXT PRIMARY KEY, -- of the bytes
  size INTEGER NOT NULL, -- their number
  packed BLOB NOT NULL -- the bytes, by zlib
) STRICT""",
    """CREATE TABLE fetches (
  n INTEGER PRIMARY KEY, -- never an address
  asked TEXT NOT NULL, -- the address that was asked, without its fragment
  url TEXT NOT NULL, -- where its redirects led
  locator TEXT NOT NULL, -- the clean address by which captures know the page
  fetched_at TEXT NOT NULL, -- when it answered so first, UTC
  seen_at TEXT NOT NULL, -- and last
  status INTEGER NOT NULL,
  media TEXT, charset TEXT, -- as the server says
  headers TEXT NOT NULL, -- JSON, {name: value}: those that tell of the page, as they came last
  bytes_sha256 TEXT NOT NULL REFERENCES bodies (sha256),
  read_by TEXT -- the version of the readers that read it last; NULL if it is not to be read
) STRICT""",
    "CREATE UNIQUE INDEX fetches_asked ON fetches (asked, url, bytes_sha256)",
    "CREATE INDEX fetches_locator ON fetches (locator, fetched_at)",
    "CREATE INDEX fetches_body ON fetches (bytes_sha256)",
)

REDERIVED = (
    """CREATE TABLE rederived (
  n INTEGER PRIMARY KEY, -- never an address
  article TEXT REFERENCES articles (id), -- NULL for an event
  record TEXT NOT NULL, -- statement, mention or event
  id TEXT NOT NULL, -- of the record as it is, or was if it is lost
  change TEXT NOT NULL, -- gained, lost or changed
  fields TEXT NOT NULL, -- JSON: what of it is told otherwise
  before TEXT, after TEXT -- JSON: the record as it was, and as it is
) STRICT""",
    "CREATE INDEX rederived_article ON rederived (article)",
    # The article that newer readers read from the same bytes.
    "ALTER TABLE captures ADD COLUMN reread_as TEXT REFERENCES articles (id)",
)

PUBLICATION = (
    "CREATE INDEX articles_published ON articles (published_earliest) WHERE superseded_by IS NULL",
)

DOCUMENTATION = {
    "articles": "One piece of reporting each, with its text; never altered once stored.",
    "captures": "That an article was found at a locator at a time, and what was claimed of it there.",
    "set_aside": "Inputs that could not be read, and why.",
    "meta": "Notes of the program.",
    "mentions": "Happenings as one article reports them.",
    "mention_parties": "The sides of a mention.",
    "mention_people": "Who takes part in a mention by name.",
    "mention_counts": "The figures of a mention.",
    "statements": "Utterances credited to a speaker.",
    "statement_topics": "What a statement is about.",
    "evidence": "The words that show where a mention or statement was read; quote = text[start:stop].",
    "events": "The happenings themselves, linked across articles.",
    "event_parties": "The sides of an event.",
    "event_people": "Who takes part in an event by name.",
    "event_counts": "The figures of an event.",
    "event_mentions": "The mentions that tell of an event.",
    "event_history": "The statuses that an event had, by report.",
    "event_conflicts": "Fields on which the reports of an event disagree.",
    "link_keys": "What mentions are looked up by when articles are linked.",
    "link_origins": "The agency or outlet from which a mention comes.",
    "link_texts": "The outlets of articles, and sketches of their texts, by which copies are told.",
    "bodies": "The bytes that were fetched, each once.",
    "fetches": "What addresses on the web answered, and when; the bytes are in bodies.",
    "rederived": "Records that the last upgrade of engine or codebook gained, lost or tells otherwise.",
    "articles_fts": "Full-text index of titles and texts.",
    "evidence_fts": "Full-text index of the quotes of mentions and statements.",
    "sources": "The feeds and pages that are followed, and what came of asking them.",
    "pages": "The pages that followed feeds name: whether they were kept, and when they are asked again.",
    "source_pages": "Which source names which page.",
    "hosts": "The machines that are asked: until when they are left alone, and what their robots.txt says.",
}
