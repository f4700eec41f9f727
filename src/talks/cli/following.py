"""Add, list and remove what is followed."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from talks.asking.parsing import refuse
from talks.cli.listing import print_list
from talks.cli.options import Format
from talks.cli.settings import Globals
from talks.cli.terminal import say, write_lines
from talks.errors import ReadError, UsageError
from talks.readers import is_url
from talks.readers.extras import need
from talks.render.sentences import counted
from talks.render.sources import (
    PASSED_OVER_COLUMNS,
    SOURCE_COLUMNS,
    draw_passed_over,
    draw_sources,
    passed_over_row,
    source_row,
)
from talks.store import Store, open_store
from talks.store.pages import list_passed_over
from talks.store.sources import Category, Followed, Kind, Polled, add_source, list_sources, remove_source

__all__ = [
    "add_one",
    "export_all",
    "import_file",
    "list_followed",
    "list_not_kept",
    "named_sources",
    "need_web",
    "remove_some",
]

LIBRARIES: Final = ("httpx", "stamina", "feedparser", "protego")
NONE: Final = "note: nothing is followed; add a source with `talks sources add URL`"
IN_PART: Final = 3


def add_one(
    settings: Globals,
    url: str,
    *,
    title: str | None,
    category: str | None,
    page: bool,
    allow_private: bool,
) -> None:
    """Follow what an address is of, and say what that is."""
    if not is_url(url):
        raise UsageError(url, "is no web address", "write it as https://…")
    need_web("sources add")
    found = _page(url, title) if page else _found(url, title, allow_private, quiet=settings.quiet)
    source = replace(found, categories=(_category(category),))
    with open_store(settings.prepare(), mode="create") as store:
        is_new = add_source(store, source, dt.datetime.now(dt.UTC))
    told = "following" if is_new else "already followed:"
    say(f"{told} {source.name} ({source.kind.value} {source.url})", quiet=settings.quiet)


def list_followed(store: Store, *, form: Format, quiet: bool) -> None:
    """Print what is followed, and what came of asking it."""
    print_list(
        list_sources(store),
        form,
        row=source_row,
        columns=SOURCE_COLUMNS,
        draw=lambda found, _paper: draw_sources(found),
        none=NONE,
        quiet=quiet,
    )


def list_not_kept(store: Store, *, form: Format, quiet: bool) -> None:
    """Print the pages that were not kept."""
    print_list(
        list_passed_over(store),
        form,
        row=passed_over_row,
        columns=PASSED_OVER_COLUMNS,
        draw=lambda found, _paper: draw_passed_over(found),
        none="note: nothing was passed over",
        quiet=quiet,
    )


def remove_some(settings: Globals, wanted: Sequence[str]) -> None:
    """Follow sources no more."""
    with open_store(settings.database, mode="write") as store:
        for polled in named_sources(list_sources(store), wanted):
            remove_source(store, polled.source.url)
            say(f"no more followed: {polled.source.name} ({polled.source.url})", quiet=settings.quiet)


def import_file(settings: Globals, file: str) -> int:
    """Follow what an OPML file lists, and return the exit code."""
    from talks.web.opml import read_opml

    found = read_opml(file, _bytes_of(file))
    with open_store(settings.prepare(), mode="create") as store, store.transaction():
        now = dt.datetime.now(dt.UTC)
        new = sum(add_source(store, source, now) for source in found.sources)
    known = len(found.sources) - new
    say(f"{counted(new, 'source')} added, {known} already followed", quiet=settings.quiet)
    for error in found.errors:
        say(f"set aside: {error}")
    return IN_PART if found.errors else 0


def export_all(store: Store) -> None:
    """Write what is followed as OPML."""
    from talks.web.opml import write_opml

    write_lines(write_opml((polled.source for polled in list_sources(store)), "Sources of talks"))


def named_sources(found: Sequence[Polled], wanted: Sequence[str]) -> list[Polled]:
    """Return the sources meant, by address, title or the beginning of an id; all if none is named."""
    if not wanted:
        return list(found)
    meant = [_meant(found, words) for words in wanted]
    return [polled for polled in found if polled in meant]


def need_web(command: str) -> None:
    """Say how to install what fetching needs, if it is missing."""
    for library in LIBRARIES:
        need(f"talks {command}", "of the web", library)


def _meant(found: Sequence[Polled], words: str) -> Polled:
    """Return the source that is meant; refuse what none or several are called."""
    folded = words.casefold()
    if not folded:  # e.g. of a variable of a script that is not set
        raise UsageError("''", "names no source", "give an address, a title or the beginning of an id")
    exact = [p for p in found if words == p.source.url or folded == p.source.name.casefold()]
    meant = exact or [p for p in found if p.source.id.startswith(folded)]
    if len(meant) > 1:
        several = ", ".join(p.source.url for p in meant)
        raise UsageError(words, f"several sources are called so ({several})", "give the address")
    if not meant:
        refuse("source", words, [name for p in found for name in (p.source.name, p.source.url)])
    return meant[0]


def _found(url: str, title: str | None, allow_private: bool, *, quiet: bool) -> Followed:
    """Find the feed of an address, and name the others that are offered there."""
    from talks.web.discovery import discover
    from talks.web.fetching import Fetcher
    from talks.web.robots import Robots

    robots = Robots({}, lambda: dt.datetime.now(dt.UTC))
    with Fetcher(allow_private=allow_private) as fetcher, Fetcher(allow_private=allow_private) as scout:
        guess = Fetcher(allow_private=allow_private, check=lambda where: robots.check(scout, where))
        with guess:
            found = discover(fetcher, url, guess)
    if found.feed is None:
        raise ReadError(url, "has no feed that can be found", "add --page to follow the page itself")
    for offer in found.others:
        say(f"also offered: {offer.title or 'a feed'} ({offer.url})", quiet=quiet)
    name = title or found.feed.title or found.title
    return Followed(found.url, Kind.FEED, name, found.feed.site)


def _page(url: str, title: str | None) -> Followed:
    from talks.web.addresses import split_address
    from talks.web.pages import clean_address

    split_address(url)  # or it says what is wrong with it
    return Followed(clean_address(url), Kind.PAGE, title)


def _category(written: str | None) -> Category:
    return tuple(name.strip() for name in (written or "").split("/") if name.strip())


def _bytes_of(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(file, f"can't be read: {reason}", "check the path") from error
