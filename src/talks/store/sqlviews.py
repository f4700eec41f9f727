"""The full-text indices and the documented SQL views, for whoever opens the file with another program."""

from __future__ import annotations

__all__ = ["SEARCH", "VIEWS", "VIEW_DOCUMENTATION"]

TOKENIZER = "tokenize = 'porter unicode61 remove_diacritics 2'"

SEARCH = (
    "CREATE VIEW quotes AS SELECT n, quote FROM evidence WHERE role = 'evidence'",
    f"""CREATE VIRTUAL TABLE articles_fts USING fts5(
  title, text, content='articles', content_rowid='n', {TOKENIZER})""",
    f"CREATE VIRTUAL TABLE evidence_fts USING fts5(quote, content='quotes', content_rowid='n', {TOKENIZER})",
    """CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.n, new.title, new.text);
END""",
    """CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
END""",
    """CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, text ON articles
WHEN old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.n, new.title, new.text);
END""",
    """CREATE TRIGGER evidence_fts_insert AFTER INSERT ON evidence WHEN new.role = 'evidence' BEGIN
  INSERT INTO evidence_fts (rowid, quote) VALUES (new.n, new.quote);
END""",
    """CREATE TRIGGER evidence_fts_delete AFTER DELETE ON evidence WHEN old.role = 'evidence' BEGIN
  INSERT INTO evidence_fts (evidence_fts, rowid, quote) VALUES ('delete', old.n, old.quote);
END""",
    """CREATE TRIGGER evidence_fts_update AFTER UPDATE OF quote, role ON evidence BEGIN
  INSERT INTO evidence_fts (evidence_fts, rowid, quote)
    SELECT 'delete', old.n, old.quote WHERE old.role = 'evidence';
  INSERT INTO evidence_fts (rowid, quote) SELECT new.n, new.quote WHERE new.role = 'evidence';
END""",
)

VIEWS = (
    """CREATE VIEW v_timeline AS -- one row per event; order it by earliest, latest, id
SELECT e.id, e.edtf AS date, e.earliest, e.latest, e.precision, e.basis, e.kind, e.status, e.place,
  (SELECT group_concat(party, ', ') FROM
    (SELECT party FROM event_parties WHERE event = e.n ORDER BY ordinal)) AS parties,
  e.round,
  (SELECT group_concat(n || ' ' || of, ', ') FROM
    (SELECT n, of FROM event_counts WHERE event = e.n ORDER BY ordinal)) AS counts,
  (SELECT count(*) FROM event_mentions WHERE event = e.n) AS mentions,
  e.sources,
  (SELECT count(*) FROM event_conflicts WHERE event = e.n) AS conflicts
FROM events AS e""",
    """CREATE VIEW v_mentions AS -- one row per mention, with its event and the words it was read from
SELECT m.id, m.article, e.id AS event, m.edtf AS date, m.earliest, m.latest, m.precision, m.basis,
  m.kind, m.status, m.place,
  (SELECT group_concat(party, ', ') FROM
    (SELECT party FROM mention_parties WHERE mention = m.n ORDER BY ordinal)) AS parties,
  m.round, m.according_to, q.quote, q.start, q.stop, q.rule,
  a.outlet, a.title, a.published_edtf AS published, a.path, a.superseded_by
FROM mentions AS m JOIN articles AS a ON a.id = m.article
JOIN evidence AS q ON q.mention = m.n AND q.role = 'evidence' AND q.ordinal = 0
LEFT JOIN event_mentions AS l ON l.mention = m.id LEFT JOIN events AS e ON e.n = l.event""",
    """CREATE VIEW v_statements AS -- one row per statement, with its words and its article
SELECT s.id, s.article, s.edtf AS date, s.earliest, s.latest, s.precision, s.basis,
  s.speaker, s.party, s.manner, s.verb, s.stance, s.via, s.addressee,
  (SELECT group_concat(topic, ', ') FROM
    (SELECT topic FROM statement_topics WHERE statement = s.n ORDER BY ordinal)) AS topics,
  q.quote, q.start, q.stop, q.rule,
  a.outlet, a.title, a.published_edtf AS published, a.path, a.superseded_by
FROM statements AS s JOIN articles AS a ON a.id = s.article
JOIN evidence AS q ON q.statement = s.n AND q.role = 'evidence' AND q.ordinal = 0""",
    """CREATE VIEW v_swaps AS -- one row per figure of an exchange or return; NULLs where none is known
SELECT e.id, e.edtf AS date, e.earliest, e.latest, e.precision, e.kind, e.status, e.place,
  c.n, c.of, c.from_party, c.to_party, c.each, c.bound, e.sources
FROM events AS e LEFT JOIN event_counts AS c ON c.event = e.n
WHERE e.kind IN ('prisoner_swap', 'repatriation')""",
    """CREATE VIEW v_conflicts AS -- one row per value of a field on which reports disagree, and mention
SELECT e.id AS event, c.field, json_extract(v.value, '$[0]') AS value, m.value AS mention
FROM events AS e JOIN event_conflicts AS c ON c.event = e.n,
  json_each(c."values") AS v, json_each(v.value, '$[1]') AS m""",
    """CREATE VIEW v_captures AS -- one row per capture: what is, or was, to be found where
SELECT c.locator, c.part, c.article, c.captured_at, c.seen_at, c.superseded_by, c.title, c.outlet,
  c.published_edtf AS published, c.published_basis, c.encoding, c.bytes_sha256
FROM captures AS c""",
)

VIEW_DOCUMENTATION = {
    "quotes": "What the full-text index evidence_fts reads.",
    "v_timeline": "One row per event, with its parties, figures, sources and disagreements.",
    "v_mentions": "One row per mention, with its event, its words and its article.",
    "v_statements": "One row per statement, with its topics, its words and its article.",
    "v_swaps": "One row per figure of each exchange or return of people and bodies.",
    "v_conflicts": "One row per value on which reports of an event disagree, and the mention that gives it.",
    "v_captures": "One row per capture: what is, or was, to be found where.",
    "documentation": "This table: what each table and view holds.",
}
