"""Who is known of each negotiation: noted in the database, as dossiers load slowly."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from talks.store import Store

if TYPE_CHECKING:  # the codebook is slow to import, and only asked for when articles come in
    from talks.codebook.dossier import Dossier, Role

__all__ = ["Known", "Post", "keep_cast", "load_cast"]

NOTE: Final = "cast"


@dataclass(frozen=True, slots=True)
class Post:
    """Posts that somebody held at one time; the days are ISO 8601, None where there is no end."""

    titles: tuple[str, ...]
    of: str
    since: str | None
    until: str | None

    def held_on(self, day: dt.date) -> bool:
        """Tell whether they were held on a day."""
        on = day.isoformat()
        return (self.since or on) <= on <= (self.until or on)


@dataclass(frozen=True, slots=True)
class Known:
    """A person or an office of one negotiation or more."""

    name: str
    kind: str  # person, office
    party: str | None
    wikidata: str | None
    aliases: tuple[str, ...]
    posts: tuple[Post, ...]
    dossiers: tuple[str, ...]

    def role_on(self, day: dt.date | None) -> str | None:
        """Return the first post held on a day, in the order of the dossier, or the last that was."""
        held = [post for post in self.posts if day is None or post.held_on(day)]
        if held:
            return self._called(held[0])
        over = [post for post in self.posts if post.until and day and post.until < day.isoformat()]
        return f"former {self._called(max(over, key=lambda post: post.until or ''))}" if over else None

    def _called(self, post: Post) -> str:
        """Name a post, with whose it is if that is not the party."""
        return post.titles[0] if post.of == self.party else f"{post.titles[0]}, {post.of}"


def keep_cast(store: Store, dossiers: Iterable[Dossier]) -> None:
    """Note the people and offices of the dossiers."""
    rows: dict[str, dict[str, Any]] = {}
    for dossier in dossiers:
        for office in dossier.office:
            _add(rows, dossier.id, office, "office", ())
        for person in dossier.person:
            _add(rows, dossier.id, person, "person", person.roles)
    note = json.dumps([_tidy(row) for row in rows.values()], ensure_ascii=False)
    if store.recall(NOTE) != note:
        store.remember(NOTE, note)


def load_cast(store: Store) -> dict[str, Known]:
    """Read who was noted, by name; nobody if no article was ever ingested."""
    return {row["name"]: _known(row) for row in json.loads(store.recall(NOTE) or "[]")}


def _add(
    rows: dict[str, dict[str, Any]], dossier: str, record: Any, kind: str, roles: Iterable[Role]
) -> None:
    """Add somebody of a dossier; what another knows of the same name is joined to it."""
    blank = {"name": record.name, "kind": kind, "party": record.party, "wikidata": None, "aliases": {}}
    row = rows.setdefault(record.name, {**blank, "posts": {}, "dossiers": []})
    row["wikidata"] = row["wikidata"] or record.wikidata
    row["aliases"].update(dict.fromkeys(record.aliases))
    row["dossiers"].append(dossier)
    for role in roles:
        time = (role.of, _iso(role.since), _iso(role.until))
        row["posts"].setdefault(time, {})[role.title] = None


def _tidy(row: dict[str, Any]) -> dict[str, Any]:
    posts = [[list(titles), *time] for time, titles in row["posts"].items()]
    return row | {"aliases": list(row["aliases"]), "posts": posts}


def _known(row: dict[str, Any]) -> Known:
    posts = tuple(Post(tuple(titles), *time) for titles, *time in row["posts"])
    lists = {name: tuple(row[name]) for name in ("aliases", "dossiers")}
    return Known(**(row | lists | {"posts": posts}))


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
