"""Ask followed sources which pages they name now."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus

from talks.errors import ReadError
from talks.readers import Source
from talks.store import Fetched, Store
from talks.store.hosts import Host
from talks.store.pages import Listed, list_pages
from talks.store.sources import Followed, Kind, Polled, Result, Validators, add_source, note_poll
from talks.web.feeds import Feed, read_feed
from talks.web.visitor import Answer, Request
from talks.web.visits import Visits

__all__ = ["Outcome", "poll"]


@dataclass(slots=True)
class Outcome:
    """What came of one source in one run; pages are counted for each source that names them."""

    source: Followed
    result: Result = Result.WAITING
    reason: str | None = None
    new: int = 0  # pages that were kept for the first time, with a text that was new
    known: int = 0  # pages that were kept for the first time, with a text that is known from elsewhere
    changed: int = 0  # pages that were kept before, with another text now
    unchanged: int = 0
    passed_over: int = 0
    gone: int = 0  # pages that were kept before and are not there any more
    waiting: int = 0  # pages of machines that are left alone
    unnamed: int = 0  # entries of the feed without an address
    failures: list[str] = field(default_factory=list)  # a line for each page that failed


def poll(store: Store, visits: Visits, sources: Sequence[Polled], now: dt.datetime) -> list[Outcome]:
    """Ask feeds what they name, and record it; the pages of all sources are then known to the store."""
    feeds = [polled for polled in sources if polled.source.kind is Kind.FEED]
    asked = [Request(polled.source.url, polled.validators.headers) for polled in feeds]
    answers = {answer.request.link: answer for answer in visits.ask(asked)}
    found = []
    for polled in sources:
        if polled.source.kind is Kind.FEED:
            answer = answers[polled.source.url]
            found.append(_settle(store, polled, answer, visits.left_alone(answer.request.link), now))
        else:
            found.append(_name_itself(store, polled.source, now))
    return found


def _name_itself(store: Store, source: Followed, now: dt.datetime) -> Outcome:
    """Let a page that is followed be due."""
    with store.transaction():
        itself = Listed(source.url, source.url, now.isoformat(), title=source.title)
        list_pages(store, source.url, [itself], now)
        note_poll(store, source.url, now, Result.READ)
    return Outcome(source, Result.READ)


def _settle(store: Store, polled: Polled, answer: Answer, left: Host | None, now: dt.datetime) -> Outcome:
    """Record what a feed answered."""
    source = polled.source
    if answer.fetched is None:
        failed = answer.error is not None
        result = Result.FAILED if failed else Result.WAITING
        outcome = Outcome(source, result, _told(answer.error) if answer.error else _waits(left))
        note_poll(store, source.url, now, result, reason=outcome.reason)
        return outcome
    validators = _validators(answer.fetched, polled.validators)
    if answer.fetched.status == HTTPStatus.NOT_MODIFIED or validators.digest == polled.validators.digest:
        note_poll(store, source.url, now, Result.UNCHANGED, validators=validators)
        return Outcome(source, Result.UNCHANGED)
    try:
        feed = _read(answer.fetched)
    except ReadError as error:
        note_poll(store, source.url, now, Result.FAILED, reason=_told(error))
        return Outcome(source, Result.FAILED, _told(error))
    with store.transaction():  # a feed that was read is not sent again: what it names must not be lost
        list_pages(store, source.url, feed.pages, now)
        note_poll(store, source.url, now, Result.READ, validators=validators)
        if not source.title and feed.title:
            add_source(store, replace(source, title=feed.title), now)
    return Outcome(source, Result.READ, unnamed=feed.unnamed)


def _read(found: Fetched) -> Feed:
    return read_feed(Source(found.url, found.data, media=found.media, charset=found.charset))


def _validators(found: Fetched, known: Validators) -> Validators:
    """Return by what the next request is conditional; an answer without a body need not repeat it."""
    etag, modified = found.headers.get("etag"), found.headers.get("last-modified")
    if found.status == HTTPStatus.NOT_MODIFIED:
        return Validators(etag or known.etag, modified or known.modified, known.digest)
    return Validators(etag, modified, hashlib.sha256(found.data).hexdigest())


def _told(error: ReadError) -> str:
    return f"{error.what}; {error.remedy}" if error.remedy else error.what


def _waits(host: Host | None) -> str:
    if host is None or host.not_before is None:
        return "its machine is left alone"
    return f"left alone until {host.not_before:%Y-%m-%d %H:%M} UTC, as it {host.reason}"
