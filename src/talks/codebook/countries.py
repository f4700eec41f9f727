"""Countries, capitals and demonyms, from the countryinfo package and what it lacks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from talks.codebook.data import read_data, validate
from talks.codebook.dossier import Party, Place

__all__ = ["load_codes", "load_parties", "load_places"]

KEYS = ("name", "demonym", "capital", "alpha2", "alpha3")


@cache
def load_parties(language: str = "en") -> tuple[Party, ...]:
    """Return the countries of the world and the organisations every reader knows."""
    extra = read_data(f"lexicon/world-{language}.toml")
    ignored = frozenset(extra["ignore"]["words"])
    countries = [_country(row, extra, ignored) for row in _rows() if row["name"] not in ignored]
    missing = set(extra["aliases"]) - {party.name for party in countries}
    made = [_country({"name": name}, extra, ignored) for name in sorted(missing)]
    bodies = [validate(Party, "world", {"kind": "organisation"} | row) for row in extra["organisation"]]
    known = {party.name: party for party in (*countries, *made, *bodies)}
    return tuple(_unambiguous(tuple(known.values())))


def _unambiguous(parties: tuple[Party, ...]) -> Iterator[Party]:
    """Yield parties without what stands for several of them: "Congolese" tells no country."""
    adjectives = Counter(word for party in parties for word in party.adjectives)
    metonyms = Counter(word for party in parties for word in party.metonyms)
    for party in parties:
        yield party.model_copy(
            update={
                "adjectives": tuple(word for word in party.adjectives if adjectives[word] == 1),
                "metonyms": tuple(word for word in party.metonyms if metonyms[word] == 1),
            }
        )


@cache
def load_places(language: str = "en") -> tuple[Place, ...]:
    """Return the countries and their capitals as places, and where else wars are talked about."""
    extra = read_data(f"lexicon/world-{language}.toml")
    ignored = frozenset(extra["ignore"]["words"])
    out = [validate(Place, "world", row) for row in extra["place"]]
    for row in _rows():
        if row["name"] in ignored:
            continue
        name = extra["display"].get(row["name"], row["name"])
        out.append(Place(name=name, kind="country", country=name))
        capital = row.get("capital") or ""
        if capital and capital not in ignored and capital != name:
            out.append(Place(name=capital, kind="city", country=name))
    return tuple(out)


@cache
def load_codes(language: str = "en") -> dict[str, tuple[str, str]]:
    """Return the two codes of each country by its name: of two letters and of three (ISO 3166-1)."""
    display = read_data(f"lexicon/world-{language}.toml")["display"]
    coded = ((row, row["alpha2"], row["alpha3"]) for row in _rows())
    return {display.get(row["name"], row["name"]): (two, three) for row, two, three in coded if two and three}


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    """Read the package's own data files; going through its objects would parse borders too."""
    folder = files("countryinfo") / "data"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".json"))
    rows = (json.loads((folder / name).read_text(encoding="utf-8")) for name in names)
    flat = (row | row.get("ISO", {}) for row in rows)
    return tuple({key: _text(row.get(key)) for key in KEYS} for row in flat)


def _text(value: object) -> str | None:
    """Return a name, the first of several, or None."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) and value else None


def _country(row: dict[str, Any], extra: dict[str, Any], ignored: frozenset[str]) -> Party:
    name = extra["display"].get(row["name"], row["name"])
    adjectives = list(extra["adjectives"].get(name, ()))
    metonyms = list(extra["metonyms"].get(name, ()))
    if name not in extra["dependent"]["names"]:  # which share the adjective of their State
        adjectives += _demonyms(row, ignored)
        metonyms += [capital for capital in (row.get("capital"),) if capital and capital not in ignored]
    aliases = [alias for alias in (row["name"], *extra["aliases"].get(name, ())) if alias != name]
    return Party(
        name=name,
        aliases=tuple(dict.fromkeys(aliases)),
        adjectives=tuple(dict.fromkeys(adjectives)),
        metonyms=tuple(dict.fromkeys(metonyms)),
    )


def _demonyms(row: dict[str, Any], ignored: frozenset[str]) -> Iterator[str]:
    """Yield the adjectives of a row, which may hold several, with their plain plurals."""
    for demonym in (row.get("demonym") or "").split(","):
        if demonym and demonym not in ignored:
            yield from (demonym, f"{demonym}s") if demonym.endswith(("n", "i")) else (demonym,)
