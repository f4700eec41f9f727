"""What was found at a path or an address, text by text, and which two of the texts to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from talks.errors import UsageError
from talks.models import Article
from talks.store import Capture, KeptFetch, Store, fetches
from talks.store.locators import find_locators

__all__ = ["Finding", "Findings", "find_findings", "named_locator", "two_of"]

FEW: Final = 5  # locators that are named when a beginning is ambiguous
SCHEMES: Final = ("", "https://", "http://")
LIST: Final = "look them up with `talks captures"


@dataclass(frozen=True, slots=True)
class Finding:
    """A text that was found at a locator, as an article; `size` counts the bytes that are kept."""

    capture: Capture
    article: Article
    size: int | None = None

    @property
    def stands(self) -> bool:
        """Whether it is what was found there last."""
        return self.capture.superseded_by is None


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found at a locator, oldest first; `unread` are pages of which no article could be made."""

    locator: str
    found: tuple[Finding, ...]
    unread: tuple[KeptFetch, ...] = ()
    reason: str | None = None  # why what is there now could not be read


def named_locator(store: Store, *names: str) -> str:
    """Return the locator that begins as the first of some names that any begins as, else a `UsageError`."""
    for name in (scheme + name for name in names for scheme in SCHEMES):
        found = find_locators(store, name, limit=FEW + 1)
        if len(found) == 1:
            return found[0]
        if found:
            told = f"{', '.join(found[:FEW])}{', …' if len(found) > FEW else ''}"
            raise UsageError(names[0], f"several locators begin so: {told}", "name more of it")
    remedy = "name a path or an address as `talks show article ID` tells it"
    raise UsageError(names[0], "nothing was found there", remedy)


def find_findings(store: Store, locator: str) -> Findings:
    """List what was found at a locator, by the time at which it was seen first."""
    kept = list(fetches(store, locator))
    sizes = {fetch.sha256: fetch.size for fetch in kept}
    captures = sorted(store.captures(locator=locator), key=lambda c: (c.captured_at, c.last_seen, c.slot))
    read = {capture.bytes_sha256 for capture in captures}
    return Findings(
        locator,
        tuple(Finding(c, store.article(c.article), sizes.get(c.bytes_sha256 or "")) for c in captures),
        tuple(fetch for fetch in kept if fetch.read_by and fetch.sha256 not in read),
        next((aside.reason for aside in store.set_asides() if aside.locator == locator), None),
    )


def two_of(findings: Findings, before: str | None, after: str | None) -> tuple[Finding, Finding] | None:
    """Choose two texts by the beginnings of their articles' ids, else the last two; None if there is but one.

    What newer readers read otherwise from the same bytes was never at the locator, and is not chosen unasked.
    """
    if before and after:
        return _named(findings, before), _named(findings, after)
    seen = sorted(findings.found, key=lambda f: (f.stands, f.capture.last_seen, f.capture.captured_at))
    last = _named(findings, after) if after else next(reversed(seen), None)
    if last is None:
        return None
    if before:
        return _named(findings, before), last
    others = [f for f in seen[: seen.index(last)] if _is_before(f, last)]
    return (others[-1], last) if others else None


def _is_before(finding: Finding, last: Finding) -> bool:
    one, other = finding.capture, last.capture
    return one.slot == other.slot and one.article != other.article and one.reread_as is None


def _named(findings: Findings, key: str) -> Finding:
    """Find a text by the beginning of its article's id."""
    found = [finding for finding in findings.found if finding.article.id.startswith(key)]
    if len({finding.article.id for finding in found}) == 1:
        return found[-1]
    told = "several articles have ids that begin so" if found else "no article has an id that begins so"
    raise UsageError(key, f"at {findings.locator} {told}", f"{LIST} {findings.locator}`")
