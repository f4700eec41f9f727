"""Who was mentioned where, so far, in an article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from talks.names.actor import Actor

__all__ = ["Memory", "one_of"]

LENGTH = 2000  # mentions of actors that are looked back on; one further back is meant by no pronoun


@dataclass(slots=True)
class Memory:
    """The mentions of actors, as told."""

    seen: list[tuple[int, Actor]] = field(default_factory=list)  # where each was mentioned
    lowest: list[int] = field(default_factory=list)  # of each in `seen`: the first place, from it on
    named: set[str] = field(default_factory=set)  # names of all in `seen`
    parties: dict[str, str] = field(default_factory=dict)  # those of them that were told

    def note(self, actor: Actor, at: int) -> None:
        """Remember that an actor was mentioned at a token."""
        self.seen.append((at, actor))
        self.named.add(actor.name)
        if actor.party:
            self.parties.setdefault(actor.name, actor.party)
        self.lowest.append(at)
        before = len(self.lowest) - 2
        while before >= 0 and self.lowest[before] > at:
            self.lowest[before] = at
            before -= 1

    def told_before(self, at: int) -> Iterator[Actor]:
        """Yield who was mentioned before a token, the last one first."""
        last = bisect_left(self.lowest, at) - 1
        back = map(self.seen.__getitem__, range(last, max(-1, last - LENGTH), -1))
        return (actor for place, actor in back if place < at)

    def unnamed(self, word: str, at: int) -> Actor | None:
        """Return who was last told of by a word, without a name: the official, the source."""
        several = f"{word.lower()}s"  # the second diplomat is one of the diplomats
        for actor in self.told_before(at):
            words = actor.name.lower().split() if actor.kind == "unnamed" else ()
            if word.lower() in words[:1] and len(words) > 1:
                return actor  # the source, of a source close to the delegation
            if word.lower() in words:
                return actor._replace(name=word) if actor.party is None else actor
            if several in words[-1:]:
                return one_of(actor)
        return None

    def one_of(self, word: str, at: int) -> Actor | None:
        """Return one of several who were told of last without a name: one source, of Norlandic sources."""
        several = f"{word.lower()}s"
        told = (actor for actor in self.told_before(at) if actor.kind == "unnamed" and actor.plural)
        return next((one_of(actor) for actor in told if actor.name.lower().endswith(several)), None)

    def party_of(self, kinds: Sequence[str], at: int, *, speaks: bool = False) -> str | None:
        """Return the party of the office told of last that some words name: a ministry spokesman.

        Where who speaks for one is called so and no more, the spokesman, it is that of the last one.
        """
        offices = (actor for actor in self.told_before(at) if actor.kind in ("office", "body"))
        if speaks and len(kinds) == 1:
            return next((actor.party for actor in offices), None)
        words = set(kinds)
        return next((actor.party for actor in offices if words & set(actor.name.lower().split())), None)


def one_of(group: Actor) -> Actor:
    """Return one of several who are not named: of Western diplomats, a Western diplomat."""
    first, *described = group.name.split()
    told = (
        f"{first.removesuffix('s')} {' '.join(described)}"
        if len(described) > 1 and first.endswith("s")
        else None
    )
    return group._replace(name=told or group.name.removesuffix("s"), plural=False, anonymous=True)
