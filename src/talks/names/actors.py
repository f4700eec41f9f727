"""Who is meant by a noun phrase: a name, a post, an office, a side, a pronoun."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from talks.codebook.dossier import Person
from talks.codebook.naming import Naming, Phrases, match_phrase, match_tail
from talks.codebook.world import World
from talks.names.actor import LEADER, Actor, actor_for
from talks.names.bodies import (
    adjective_of,
    body_of,
    find_bureau,
    find_local,
    find_namesake,
    kind_of,
    posts_of,
)
from talks.names.full import find_full_names, find_known_names, find_posts
from talks.names.memory import Memory, one_of
from talks.names.opponents import find_opponents, find_state
from talks.names.pronouns import find_countryman, find_meant, gender_of
from talks.names.spotting import Name
from talks.names.unnamed import party_before, party_with, unnamed
from talks.text import Tokens

__all__ = ["Cast"]


@dataclass(slots=True)
class Cast:
    """The actors of one article, as they come on: resolves later, shorter ways to name them."""

    tokens: Tokens
    names: Sequence[Name]
    world: World
    naming: Naming
    day: dt.date | None
    starts: list[int] = field(default_factory=list)
    full: dict[str, str] = field(default_factory=dict)  # last name → full name, for those in no gazetteer
    firsts: dict[str, str] = field(default_factory=dict)  # first name → full name, of the same
    called: dict[str, Person] = field(
        default_factory=dict
    )  # first or last name → the only one known who has it
    posts: dict[str, tuple[str, str | None]] = field(default_factory=dict)  # name → post and party, as told
    memory: Memory = field(default_factory=Memory)  # who was mentioned where
    sides: Counter[str] = field(default_factory=Counter)  # whose names the article tells, and how often
    opponents: tuple[str, ...] = ()  # whose conflict the article is about
    places: set[str | None] = field(default_factory=set)  # that the article names, with those they lie in

    def __post_init__(self) -> None:
        self.starts = [name.start for name in self.names]
        self.full, self.firsts = find_full_names(self.tokens, self.names)
        self.called = find_known_names(self.tokens, self.names)
        self.posts = find_posts(self.tokens, self.names, self.naming)
        self.opponents = find_opponents(self.tokens, self.names, self.world, self.naming.words)
        for name in self.names:
            if name.entry:
                self.sides[name.entry.party or name.entry.name] += 1
                if name.entry.place:
                    self.places |= {name.entry.place.name, name.entry.place.within}

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        """Return the names that lie in tokens [start, end)."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end, low)
        if low == high:
            return ()
        return self.names[low : high - (self.names[high - 1].end > end)]

    def note(self, actor: Actor, at: int) -> None:
        """Remember that an actor was mentioned at a token."""
        self.memory.note(actor, at)

    def told_before(self, at: int) -> Iterator[Actor]:
        """Yield who was mentioned before a token, the last one first."""
        return self.memory.told_before(at)

    def resolve(
        self, start: int, end: int, of: tuple[int, int] | None = None, told: int | None = None
    ) -> Actor | None:
        """Return whom [start, end) means; `of` follows its "of", its words are told from token `told` on."""
        if end - start == 1 and (word := self.tokens.lowers[start]) in self.naming.pronouns:
            return (self._meant(word, told) if told is not None else None) or self._meant(word, start)
        if of and end - start == 1 and self.tokens.lowers[start] in self.naming.words["single"]:
            group = self.resolve(*of)
            return one_of(group) if group and group.kind == "unnamed" and group.plural else None
        inside = self.names_in(start, end)
        head = inside[-1] if inside else None
        if head is not None and head.end == end and self._is_person(head, start):
            return self._person(head, start, inside)
        return self._post(start, end, of, inside, told) or self._institution(start, end, of, inside)

    def _meant(self, word: str, at: int) -> Actor | None:
        return find_meant(word, self.naming, self.told_before(at))

    def is_post(self, start: int, end: int) -> bool:
        """Tell whether a noun phrase ends in a post: the head, Norland's foreign minister."""
        return self._tail(self.naming.roles, start, end) is not None

    def fits(self, actor: Actor, start: int, end: int) -> bool:
        """Tell whether somebody holds the post in which a noun phrase ends."""
        found = self._tail(self.naming.roles, start, end)
        return found is not None and self.holds(actor, found[1])

    def leads(self, actor: Actor) -> bool:
        """Tell whether somebody is known, or called in the text, by a post whose holders make a summit."""
        told = self.posts.get(actor.name)
        if told and told[0] in self.naming.leading:
            return True
        held = posts_of(actor.person, self.naming, self.day, of=self.world.parties)
        return any(post in self.naming.leading for post in held)

    # --- names ------------------------------------------------------------------------------------

    def _is_person(self, name: Name, start: int) -> bool:
        """Tell a person's name; one unknown word may be an office's, or that of a thing: the War."""
        if name.kind in ("person", "surname"):
            return True
        lowers, single = self.tokens.lowers, name.end - name.start == 1
        thing = single and name.start > start and lowers[name.start - 1] in self.naming.words["determining"]
        office = self._tail(self.naming.offices, start, name.end) or self._tail(
            self.naming.collectives, start, name.end
        )
        return name.kind == "unknown" and not thing and not (single and office)

    def _person(self, name: Name, start: int, inside: Sequence[Name]) -> Actor:
        entry = name.entry
        party = party_before(name.start, inside)
        if entry and entry.person:
            self._learn(entry.name, start, name.start, entry.party)
            return actor_for(entry.person)
        surface = self.tokens.written(name.start, name.end)
        if person := self.called.get(surface):
            return actor_for(person)
        full = self.full.get(self.tokens.words[name.end - 1], surface)
        if full == surface:
            full = self.firsts.get(surface, surface)
        before = self.tokens.lowers[name.start - 1] if name.start > start else ""
        if (kind := kind_of(full, before, self.naming.words)) != "person":
            return Actor(full, kind, party)
        before_that = self.posts.get(full, ("", None))[1]
        self._learn(full, start, name.start, party)
        gender = self.naming.genders.get(full.split()[0]) or gender_of(before)
        party = party or before_that or self.memory.parties.get(full)
        party = party or find_state(self.opponents, self.world, self.naming.words, self.posts.get(full))
        return Actor(full, "person", party, None, gender)

    def _learn(self, name: str, start: int, end: int, party: str | None) -> None:
        for at in range(start, end):
            found = match_phrase(self.naming.roles, self.tokens.lowers, at)
            if found and found[0] <= end:
                self.posts[name] = (found[1], party)
                return

    # --- posts: "the Citadel spokesman", "Sudria's defence minister", "the minister" ----------------

    def _post(
        self, start: int, end: int, of: tuple[int, int] | None, inside: Sequence[Name], told: int | None
    ) -> Actor | None:
        found = self._tail(self.naming.roles, start, end)
        if not found:
            return None
        at, post = found
        if of and (office := self._tail(self.naming.offices, *of)):
            post = self.naming.heads.get(f"{post} {office[1]}", post)
        bodies = self._owners(start, at, of, inside)
        former = any(self.tokens.lowers[i] in self.naming.former for i in range(start, at))
        said = (" ".join(self.tokens.lowers[low:end]) for low in (max(start, at - 1), at))  # deputy head
        holders = (self._holder(key, bodies) for key in (*said, post) if not former)
        if holder := next(filter(None, holders), None):
            return holder
        again = None if bodies else self._again(start, end)
        definite = self.tokens.lowers[start] not in self.naming.words["indefinite"]
        plain = post in self.naming.words["callings"]  # what anybody may be called: the official
        if definite and not former and not (plain and again):
            again = self._mentioned(post, bodies, start, told) or again
        speaks, before = definite and post in self.naming.words["voices"], self.tokens.lowers[start:at]
        party = bodies[0][1] if bodies else self.memory.party_of(before, start, speaks=speaks)
        return again or unnamed(self.tokens, self.naming.words, (start, end), party, post)

    def _owners(
        self, start: int, at: int, of: tuple[int, int] | None, inside: Sequence[Name]
    ) -> list[tuple[str, str | None]]:
        """Return whose post it is, each with the party: Norland's envoy, the envoy of Norland, its envoy."""
        before = [name.entry for name in inside if name.entry and name.start < at]
        after = [name.entry for name in self.names_in(*of) if name.entry] if of else []
        named = [(entry.name, entry.party) for entry in (*before, *after) if entry.kind != "outlet"]
        owner = None if named else self._possessor(start)
        bureau = self._bureau(owner) if owner else None
        return [(actor.name, actor.party) for actor in (bureau, owner) if actor] or named

    def _bureau(self, owner: Actor) -> Actor | None:
        post, party = self.posts.get(owner.name, (owner.post, owner.party))
        return find_bureau(owner._replace(post=post, party=party), self.world, self.naming, self.day)

    def _own(self, start: int, inside: Sequence[Name]) -> Actor | None:
        """Return the office of whom a phrase names before it: his office, President Stenmoe's office."""
        person = next((name for name in inside if name.kind == "person"), None)
        owner = self._person(person, start, inside) if person else self._possessor(start)
        return self._bureau(owner) if owner and owner.kind == "person" else None

    def _possessor(self, start: int) -> Actor | None:
        """Return who is meant by a pronoun before what is theirs: his spokesman, its envoy."""
        word = self.tokens.lowers[start]
        return self._meant(word, start) if word in self.naming.pronouns else None

    def _again(self, start: int, end: int) -> Actor | None:
        """Return who was told of before without a name and is meant again: the official."""
        first, word = self.tokens.lowers[start], self.tokens.words[end - 1]
        if first in self.naming.words["single"] and start + 1 == end - 1:
            return self.memory.one_of(word, start)
        return self.memory.unnamed(word, start) if first in self.naming.words["pointing"] else None

    def _holder(self, post: str, bodies: list[tuple[str, str | None]]) -> Actor | None:
        posts = dict.fromkeys((LEADER, *self.naming.leading)) if post == LEADER else (post,)
        owners = dict.fromkeys(of for name, party in bodies for of in (name, party or name))
        for of, key in product(owners, posts):
            held = self.world.holders(key, of, self.day)
            held = held if len(held) == 1 else [p for p in held if p.name in self.memory.named]
            if len(held) == 1:
                return actor_for(held[0], post)
        return None

    def _mentioned(
        self, post: str, bodies: list[tuple[str, str | None]], at: int, told: int | None
    ) -> Actor | None:
        parties = {party or name for name, party in bodies}
        fitting = (
            actor
            for place in ((at,) if told is None else (told, at))
            for actor in self.told_before(place)
            if actor.kind == "person" and (not parties or actor.party in parties)
            if self.holds(actor, post) or post in self.naming.words["callings"]
        )
        return next(fitting, None)

    def holds(self, actor: Actor, post: str) -> bool:
        """Tell whether somebody is known, or called in the text so far, by a post."""
        told = self.posts.get(actor.name)
        keys = {*([told[0]] if told else ()), *posts_of(actor.person, self.naming, self.day)}
        leads = post == LEADER and not keys.isdisjoint(self.naming.leading)
        return leads or any(key == post or post in key.replace("-", " ").split() for key in keys)

    # --- institutions -------------------------------------------------------------------------------

    def _institution(
        self, start: int, end: int, of: tuple[int, int] | None, inside: Sequence[Name]
    ) -> Actor | None:
        head = inside[-1] if inside else None
        around = [*inside, *(self.names_in(*of) if of else ())]
        if head and head.entry and head.end == end and head.kind != "adjective":
            if other := find_namesake(self.tokens, (start, end), inside, around, self.naming):
                return other
            led = self.tokens.lowers[end - 1] in self.naming.leaders
            return body_of(head.entry, self.tokens.written(head.start, end) if led else None)
        if self.tokens.lowers[end - 1] in self.naming.words["bureau"] and (own := self._own(start, around)):
            return own
        for last in range(of[1] if of else end, end - 1, -1):
            if (office := self._tail(self.naming.offices, start, last)) and office[0] < end:
                party = party_with(around)
                return Actor(f"{adjective_of(party, self.world)} {office[1]}".strip(), "office", party)
        if body := self._tail(self.naming.collectives, start, end):
            party, local = party_with(around), None
            if body[1] in self.naming.words["governing"]:
                local = find_local(self.tokens, (start, body[0], end), around, party, self.naming)
            return local or self._collective(start, end, body, party)
        if head and head.end == end and head.entry:
            party = head.entry.party or head.entry.name
            words, behind = self.tokens.lowers[start:end], self.tokens.lowers[end : end + 1]
            meant = find_countryman(party, words, behind, self.naming, self.told_before(start))
            return meant or Actor(head.entry.name, "party", party, plural=True)
        return None

    def _tail(self, table: Phrases, start: int, end: int) -> tuple[int, str] | None:
        return match_tail(table, self.tokens.lowers, start, end)

    def _collective(self, start: int, end: int, body: tuple[int, str], party: str | None) -> Actor:
        _, key = body
        if key == "media":
            return Actor(
                self.tokens.written(
                    start + (self.tokens.lowers[start] in self.naming.words["determining"]), end
                ),
                "outlet",
                party,
                plural=True,
            )
        if key in ("officials", "person"):
            again = None if party else self._again(start, end)
            plural = key == "officials"
            return again or unnamed(self.tokens, self.naming.words, (start, end), party, key, plural=plural)
        return Actor(f"{adjective_of(party, self.world)} {key}".strip(), "body", party, plural=True)
