"""The screen of what was found at a locator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from talks.render.dates import in_full, on_day
from talks.render.differences import ID
from talks.render.evidence import label
from talks.render.lines import Cell, Row, Word, plain, styled
from talks.render.records import Row as Fields
from talks.render.sentences import counted
from talks.rows import when_row
from talks.store import KeptFetch
from talks.views.captures import Finding, Findings

__all__ = [
    "CAPTURE_BRIEF",
    "CAPTURE_COLUMNS",
    "capture_rows",
    "draw_captures",
    "moment_words",
    "seen_words",
]

CAPTURE_COLUMNS: Final = (
    "record", "locator", "part", "article", "first_seen", "last_seen", "bytes", "bytes_sha256", "characters",
    "title", "outlet", "published", "published_basis", "superseded_by", "reread_as",
)  # fmt: skip
CAPTURE_BRIEF: Final = (
    *("first_seen", "last_seen", "article", "bytes", "bytes_sha256", "title", "published", "superseded_by"),
)
TIME: Final = 24  # columns: 2 May 2024 12:00 UTC


def draw_captures(findings: Findings) -> Iterator[Row]:
    """Yield the rows of what was found at a locator, oldest first."""
    number = counted(len(findings.found), "text")
    yield Row(body=(Word(findings.locator, "bold"), Word(f"  {number}", "dim")))
    for finding in findings.found:
        yield Row()
        yield from _finding(finding)
    for fetch in findings.unread:
        yield Row()
        yield Row(_time(fetch.fetched_at), (Word("no article could be read from it", "off"),))
        yield _more(fetch.fetched_at, fetch.seen_at, _bytes(fetch.size, fetch.sha256))
    if findings.reason:
        yield from (Row(), label("now", Word(findings.reason, "off")))


def _finding(finding: Finding) -> Iterator[Row]:
    capture, article = finding.capture, finding.article
    part = f"  part {capture.part + 1}" if capture.part is not None else ""
    body = (Word(capture.title or article.title or "no title"), Word(part, "dim"))
    yield Row(_time(capture.captured_at), body, styled(article.id[:ID], "dim"))
    published = f"published {in_full(capture.published)}" if capture.published.known else "undated"
    facts = [published, f"{len(article.text):,} characters"]
    if capture.bytes_sha256:
        facts.append(_bytes(finding.size, capture.bytes_sha256))
    yield _more(capture.captured_at, capture.last_seen, ", ".join(facts))
    if capture.reread_as:
        told = f"newer readers read {capture.reread_as[:ID]} from the same bytes"
    elif capture.superseded_by:
        told = f"until {capture.superseded_by[:ID]} took its place"
    else:
        return
    yield Row((Cell((), TIME),), styled(told, "warn"))


def _more(first: dt.datetime, last: dt.datetime, facts: str) -> Row:
    """Return the second line of a text: when it was seen last, if that was later, and the facts."""
    until = f"– {moment_words(last)}" if moment_words(first) != moment_words(last) else ""
    return Row((Cell(styled(until, "dim"), TIME),), styled(facts, "dim"))


def _time(moment: dt.datetime) -> tuple[Cell, ...]:
    return (Cell(plain(moment_words(moment)), TIME),)


def seen_words(first: dt.datetime, last: dt.datetime) -> str:
    """Write when a text was seen: once, or from its first time to its last."""
    words = dict.fromkeys((moment_words(first), moment_words(last)))
    return " – ".join(words)


def moment_words(moment: dt.datetime) -> str:
    """Write a time: 2 May 2024 12:00 UTC."""
    return f"{on_day(moment.date(), '%b')} {moment:%H:%M} UTC"


def _bytes(size: int | None, sha256: str) -> str:
    held = f"{size:,} bytes kept" if size is not None else "bytes not kept"
    return f"{held} {sha256[:12]}"


def capture_rows(findings: Findings) -> Iterator[Fields]:
    """Turn what was found at a locator into rows; pages that could not be read have no article."""
    for finding in findings.found:
        capture = finding.capture
        published = when_row(capture.published)
        yield {
            "record": "capture",
            "locator": capture.locator,
            "part": capture.part,
            "article": capture.article,
            **_seen(capture.captured_at, capture.last_seen),
            "bytes": finding.size,
            "bytes_sha256": capture.bytes_sha256,
            "characters": len(finding.article.text),
            "title": capture.title,
            "outlet": capture.outlet,
            "published": published["edtf"],
            "published_basis": published["basis"],
            "superseded_by": capture.superseded_by,
            "reread_as": capture.reread_as,
        }
    yield from (_unread_row(fetch) for fetch in findings.unread)


def _unread_row(fetch: KeptFetch) -> Fields:
    seen = _seen(fetch.fetched_at, fetch.seen_at)
    kept = {"bytes": fetch.size, "bytes_sha256": fetch.sha256}
    return dict.fromkeys(CAPTURE_COLUMNS) | {"record": "fetch", "locator": fetch.locator, **seen, **kept}


def _seen(first: dt.datetime, last: dt.datetime) -> Fields:
    return {"first_seen": first.isoformat(), "last_seen": last.isoformat()}
