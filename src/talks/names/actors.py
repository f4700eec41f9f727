"""Who is meant by a noun phrase: a name, a post, an office, a side, a pronoun."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from talks.codebook.naming import Naming, Phrases, match_phrase, match_tail
from talks.codebook.world import Entry, World
from talks.names.actor import Actor
from talks.names.spotting import Name
from talks.text import Tokens

__all__ = ["Cast"]

MEMORY = 2000  # mentions of actors that are looked back on; one further back is meant by no pronoun


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
    posts: dict[str, tuple[str, str | None]] = field(default_factory=dict)  # name → post and party, as told
    seen: list[tuple[int, Actor]] = field(default_factory=list)  # where each was mentioned, as told
    lowest: list[int] = field(default_factory=list)  # of each in `seen`: the first place, from it on
    named: set[str] = field(default_factory=set)  # names of all in `seen`
    sides: set[str] = field(default_factory=set)  # whose names the article tells
    places: set[str | None] = field(default_factory=set)  # that the article names, with those they lie in

    def __post_init__(self) -> None:
        self.starts = [name.start for name in self.names]
        for name in self.names:
            if name.entry is None and name.end - name.start >= 2:
                self.full.setdefault(self.tokens.words[name.end - 1], self._surface(name.start, name.end))
            elif name.entry:
                self.sides.add(name.entry.party or name.entry.name)
                if name.entry.place:
                    self.places |= {name.entry.place.name, name.entry.place.within}

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        """Return the names that lie in tokens [start, end)."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end, low)
        if low < high and self.names[high - 1].end > end:
            high -= 1
        return self.names[low:high]

    def note(self, actor: Actor, at: int) -> None:
        """Remember that an actor was mentioned at a token."""
        self.seen.append((at, actor))
        self.named.add(actor.name)
        self.lowest.append(at)
        before = len(self.lowest) - 2
        while before >= 0 and self.lowest[before] > at:
            self.lowest[before] = at
            before -= 1

    def told_before(self, at: int) -> Iterator[Actor]:
        """Yield who was mentioned before a token, the last one first."""
        last = bisect_left(self.lowest, at) - 1
        back = map(self.seen.__getitem__, range(last, max(-1, last - MEMORY), -1))
        return (actor for place, actor in back if place < at)

    def resolve(
        self, start: int, end: int, of: tuple[int, int] | None = None, told: int | None = None
    ) -> Actor | None:
        """Return whom [start, end) means; `of` follows its "of", its words are told from token `told` on."""
        if end - start == 1 and (word := self.tokens.lowers[start]) in self.naming.pronouns:
            return (self._pronoun(word, told) if told is not None else None) or self._pronoun(word, start)
        inside = self.names_in(start, end)
        head = inside[-1] if inside else None
        if head is not None and head.end == end and self._is_person(head, start):
            return self._person(head, start, inside)
        return self._post(start, end, of, inside) or self._institution(start, end, of, inside)

    def is_post(self, start: int, end: int) -> bool:
        """Tell whether a noun phrase ends in a post: the head, Norland's foreign minister."""
        return self._tail(self.naming.roles, start, end) is not None

    def leads(self, actor: Actor) -> bool:
        """Tell whether somebody is known, or called in the text, by a post whose holders make a summit."""
        told = self.posts.get(actor.name)
        if told and told[0] in self.naming.leading:
            return True
        roles = actor.person.roles if actor.person else ()
        held = (
            self.naming.posts.get(role.title.lower(), "")
            for role in roles
            if role.held_on(self.day) and role.of in self.world.parties
        )
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
        party = self._party_before(name.start, inside)
        if entry and entry.person:
            self._learn(entry.name, start, name.start, entry.party)
            return Actor(entry.name, "person", entry.party, entry.person, entry.person.gender)
        surface = self._surface(name.start, name.end)
        full = self.full.get(self.tokens.words[name.end - 1], surface)
        known = self.posts.get(full)
        self._learn(full, start, name.start, party)
        gender = self.naming.genders.get(full.split()[0]) or self._gender_by_title(name.start)
        return Actor(full, "person", party or (known[1] if known else None), None, gender)

    def _gender_by_title(self, at: int) -> str | None:
        title = self.tokens.lowers[at - 1].rstrip(".") if at else ""
        return {"mr": "m", "mrs": "f", "ms": "f"}.get(title)

    def _party_before(self, end: int, inside: Sequence[Name]) -> str | None:
        for name in inside:
            if (
                name.start < end
                and name.entry
                and name.entry.party
                and name.kind in ("adjective", "party", "metonym", "office")
            ):
                return name.entry.party
        return None

    def _learn(self, name: str, start: int, end: int, party: str | None) -> None:
        for at in range(start, end):
            found = match_phrase(self.naming.roles, self.tokens.lowers, at)
            if found and found[0] <= end:
                self.posts[name] = (found[1], party)
                return

    # --- posts: "the Citadel spokesman", "Sudria's defence minister", "the minister" ----------------

    def _post(self, start: int, end: int, of: tuple[int, int] | None, inside: Sequence[Name]) -> Actor | None:
        found = self._tail(self.naming.roles, start, end)
        if not found:
            return None
        at, post = found
        bodies = self._owners(at, of, inside)
        former = any(self.tokens.lowers[i] in self.naming.former for i in range(start, at))
        holder = None if former else self._holder(post, bodies)
        if holder:
            return holder
        definite = self.tokens.lowers[start] not in self.naming.words["indefinite"]
        if not former and definite and (again := self._mentioned(post, bodies, start)):
            return again
        party = bodies[0].party if bodies else None
        return self._unnamed(start, end, party, post)

    def _owners(self, at: int, of: tuple[int, int] | None, inside: Sequence[Name]) -> list[Entry]:
        before = [name.entry for name in inside if name.entry and name.start < at]
        after = [name.entry for name in self.names_in(*of) if name.entry] if of else []
        return [entry for entry in (*after, *before) if entry.kind != "outlet"]

    def _holder(self, post: str, bodies: list[Entry]) -> Actor | None:
        for body in bodies:
            for of in dict.fromkeys((body.name, body.party or body.name)):
                people = self.world.holders(post, of, self.day)
                people = people if len(people) == 1 else [p for p in people if p.name in self.named]
                if len(people) == 1:
                    return Actor(people[0].name, "person", people[0].party, people[0], people[0].gender, post)
        return None

    def _mentioned(self, post: str, bodies: list[Entry], at: int) -> Actor | None:
        parties = {body.party or body.name for body in bodies}
        for actor in self.told_before(at):
            if (
                actor.kind == "person"
                and (not parties or actor.party in parties)
                and self._holds(actor, post)
            ):
                return actor
        return None

    def _holds(self, actor: Actor, post: str) -> bool:
        told = self.posts.get(actor.name)
        keys = {told[0]} if told else set()
        if actor.person:
            keys |= {
                self.naming.posts.get(r.title.lower(), r.title.lower())
                for r in actor.person.roles
                if r.held_on(self.day)
            }
        return any(key == post or key.endswith(" " + post) for key in keys)

    # --- institutions -------------------------------------------------------------------------------

    def _institution(
        self, start: int, end: int, of: tuple[int, int] | None, inside: Sequence[Name]
    ) -> Actor | None:
        head = inside[-1] if inside else None
        if head and head.entry and head.end == end and head.kind != "adjective":
            return self._named_body(head.entry)
        for last in (of[1], end) if of else (end,):
            if (office := self._tail(self.naming.offices, start, last)) and office[0] < end:
                party = self._body_party(of, inside)
                return Actor(f"{self._adjective(party)} {office[1]}".strip(), "office", party)
        if body := self._tail(self.naming.collectives, start, end):
            return self._collective(start, end, body, self._body_party(of, inside))
        if head and head.end == end and head.entry:
            return Actor(head.entry.name, "party", head.entry.party or head.entry.name, plural=True)
        return None

    def _named_body(self, entry: Entry) -> Actor:
        if entry.kind in ("party", "metonym"):
            return Actor(entry.name, "party", entry.name)
        if entry.kind == "place":
            return Actor(entry.name, "thing", entry.party)
        return Actor(entry.name, entry.kind, entry.party)

    def _body_party(self, of: tuple[int, int] | None, inside: Sequence[Name]) -> str | None:
        names = [*inside, *(self.names_in(*of) if of else ())]
        return next(
            (name.entry.party or name.entry.name for name in names if name.entry and name.kind != "outlet"),
            None,
        )

    def _tail(self, table: Phrases, start: int, end: int) -> tuple[int, str] | None:
        return match_tail(table, self.tokens.lowers, start, end)

    def _collective(self, start: int, end: int, body: tuple[int, str], party: str | None) -> Actor:
        _, key = body
        if key == "media":
            return Actor(
                self._surface(start + (self.tokens.lowers[start] in self.naming.words["determining"]), end),
                "outlet",
                party,
                plural=True,
            )
        if key in ("officials", "person"):
            return self._unnamed(start, end, party, key, plural=key == "officials")
        return Actor(f"{self._adjective(party)} {key}".strip(), "body", party, plural=True)

    def _unnamed(self, start: int, end: int, party: str | None, post: str, *, plural: bool = False) -> Actor:
        while start < end - 1 and self.tokens.lowers[start] in self.naming.words["determining"]:
            start += 1
        return Actor(self._surface(start, end), "unnamed", party, post=post, plural=plural)

    def _adjective(self, party: str | None) -> str:
        record = self.world.parties.get(party or "")
        return (record.adjectives[0] if record and record.adjectives else party) or ""

    # --- pronouns -----------------------------------------------------------------------------------

    def _pronoun(self, word: str, at: int) -> Actor | None:
        words = self.naming.words
        if word in self.naming.personal:
            sex = "m" if word in words["masculine"] else "f"
            people = (a for a in self.told_before(at) if a.kind in ("person", "unnamed") and not a.plural)
            return next((actor for actor in people if actor.gender in (sex, None)), None)
        if word in words["plural"]:
            return next((actor for actor in self.told_before(at) if actor.plural), None)
        if word in words["neuter"]:
            bodies = (a for a in self.told_before(at) if a.kind in ("office", "party", "body"))
            return next(bodies, None)
        return None

    def _surface(self, start: int, end: int) -> str:
        words, starts, ends = self.tokens.words, self.tokens.starts, self.tokens.ends
        out = words[start]
        for at in range(start + 1, end):
            out += (" " if starts[at] > ends[at - 1] else "") + words[at]
        return out
