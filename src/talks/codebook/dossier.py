"""What one negotiation needs known: parties, offices, people, places, outlets, reference dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import Field, model_validator

from talks.models import Count, Record, Status

__all__ = ["Dossier", "Loan", "Office", "Outlet", "Party", "Person", "Place", "Reference", "Role"]

Names = tuple[str, ...]
Wikidata = Annotated[str | None, Field(pattern=r"^Q[1-9]\d*$")]


class Party(Record):
    """A side, a mediator, or another country or organisation that matters."""

    name: str
    kind: Literal["country", "countries", "organisation", "bloc", "armed_group"] = "country"
    wikidata: Wikidata = None
    aliases: Names = ()
    adjectives: Names = ()  # demonyms
    metonyms: Names = ()  # what stands for its government when it "says" something


class Office(Record):
    """An institution that speaks for a party."""

    name: str
    party: str
    wikidata: Wikidata = None
    aliases: Names = ()


class Role(Record):
    """A post that a person held, with its dates."""

    title: str
    of: str
    since: Annotated[date | None, Field(alias="from")] = None
    until: date | None = None

    def held_on(self, day: date | None) -> bool:
        """Tell whether the post was held on a day; an unknown day counts."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Person(Record):
    """Somebody who speaks or acts for a party."""

    name: str
    party: str | None = None
    gender: Literal["m", "f"] | None = None
    wikidata: Wikidata = None
    aliases: Names = ()
    surnames: Names = ()  # further spellings of the last name
    roles: tuple[Role, ...] = ()


class Place(Record):
    """Where something happens; `within` names the city that is shown for a building."""

    name: str
    kind: Literal["city", "region", "country", "border", "building", "sea", "river", "area"] = "city"
    country: str | None = None
    within: str | None = None
    region: str | None = None  # by which it is named, too: Ostmark for Harvik
    wikidata: Wikidata = None
    aliases: Names = ()


class Outlet(Record):
    """Who gets credited: an agency, a broadcaster, a newspaper, a site, a social network."""

    name: str
    kind: Literal["agency", "broadcaster", "newspaper", "site", "platform"] = "agency"
    country: str | None = None
    aliases: Names = ()


T = TypeVar("T", bound=Party | Office | Person | Place | Outlet)


class Reference(Record):
    """A dated happening that articles lean on; without a kind it only helps dating."""

    id: str
    kind: str | None = None
    since: Annotated[date, Field(alias="from")]
    until: date | None = None
    place: str | None = None
    parties: Names = ()
    people: Names = ()
    round: int | None = None
    series: str | None = None  # rounds that are counted together
    status: Status = Status.HELD
    counts: tuple[Count, ...] = ()
    names: Names = ()  # distinctive phrases that by themselves mean this happening

    @property
    def last(self) -> date:
        """The last day of it."""
        return self.until or self.since

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Reference:
        if self.last < self.since:
            raise ValueError(f"reference {self.id} ends before it starts")
        return self


class Loan(Record):
    """What another dossier knows already: parties with their offices, people and places, and every outlet."""

    dossier: str
    parties: Names


class Gazetteer(Record):
    """Who and what is known by name."""

    party: tuple[Party, ...] = ()
    office: tuple[Office, ...] = ()
    person: tuple[Person, ...] = ()
    place: tuple[Place, ...] = ()
    outlet: tuple[Outlet, ...] = ()

    def joined(self, other: Gazetteer) -> Gazetteer:
        """Return both; what this one says of a name goes before."""
        return Gazetteer(
            party=_joined(self.party, other.party),
            office=_joined(self.office, other.office),
            person=_joined(self.person, other.person),
            place=_joined(self.place, other.place),
            outlet=_joined(self.outlet, other.outlet),
        )


class Dossier(Gazetteer):
    """One negotiation's data, as its TOML file says it; `loan` is filled in by `with_loans`."""

    id: str
    name: str
    description: str = ""
    since: Annotated[date | None, Field(alias="from")] = None
    until: date | None = None
    sides: Names
    mediators: Names = ()
    common: bool = False  # its countries, people and places are known in articles of no dossier, too
    loan: tuple[Loan, ...] = ()
    reference: tuple[Reference, ...] = ()

    def with_loans(self, lenders: Mapping[str, Dossier]) -> Dossier:
        """Return the dossier with what it borrows; what it says itself of a name goes before."""
        lent = [(lenders[loan.dossier], frozenset(loan.parties)) for loan in self.loan]
        if not lent:
            return self
        office = _joined(self.office, (o for d, names in lent for o in d.office if o.party in names))
        bodies = {o.name for o in office}.union(*(names for _, names in lent))
        person = (_in(bodies, p) for d, names in lent for p in d.person if p.party in names)
        return self.model_copy(
            update={
                "party": _joined(self.party, (p for d, names in lent for p in d.party if p.name in names)),
                "office": office,
                "person": _joined(self.person, person),
                "place": _joined(self.place, (p for d, names in lent for p in d.place if p.country in names)),
                "outlet": _joined(self.outlet, (o for d, _ in lent for o in d.outlet)),
            }
        )


def _in(bodies: Set[str], person: Person) -> Person:
    """Return somebody without the posts that were held with others."""
    roles = tuple(role for role in person.roles if role.of in bodies)
    return person if roles == person.roles else person.model_copy(update={"roles": roles})


def _joined(own: tuple[T, ...], lent: Iterable[T]) -> tuple[T, ...]:
    known = {record.name for record in own}
    return (*own, *(record for record in lent if record.name not in known))
