"""Check parties, places and speakers that are asked for: against the database, and only then the codebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from talks.asking.parsing import choose, refuse, suggest
from talks.errors import UsageError
from talks.kinds import kind_names
from talks.models import Stance, Status
from talks.render.wording import load_kind_words, load_wording, topic_names
from talks.store import Field, Store

__all__ = [
    "known_kinds",
    "known_outlets",
    "known_parties",
    "known_places",
    "known_speakers",
    "known_stances",
    "known_statuses",
    "known_topics",
]

Names = dict[str, str]  # ways to say a name, folded → the name that records have


def known_kinds(wanted: Iterable[str] | None) -> tuple[str, ...]:
    """Return kinds by their names, or as screens call them: truce, swap, bodies."""
    if not wanted:
        return ()
    shown = {load_kind_words(kind).label: kind for kind in kind_names()}
    return choose("kind", tuple(wanted), kind_names(), shown)


def known_statuses(wanted: Iterable[str] | None) -> tuple[str, ...]:
    """Return statuses by their names, or as screens call them: no date, ruled out."""
    shown = {words.word: status.value for status, words in load_wording().statuses.items()}
    return choose("status", tuple(wanted or ()), [status.value for status in Status], shown)


def known_stances(wanted: Iterable[str] | None) -> tuple[str, ...]:
    """Return stances by their names, or as screens call them: on terms."""
    shown = {word: stance.value for stance, word in load_wording().stances.items()}
    return choose("stance", tuple(wanted or ()), [stance.value for stance in Stance], shown)


def known_topics(wanted: Iterable[str] | None) -> tuple[str, ...]:
    """Return topics by their names, or as screens write them: military aid."""
    names = topic_names()
    return choose("topic", tuple(wanted or ()), names, {name.replace("_", " "): name for name in names})


def known_parties(store: Store, wanted: Iterable[str] | None) -> tuple[str, ...]:
    """Return parties as records name them, or in short as screens do: US."""
    full = {short.casefold(): name for name, short in load_wording().short.items()}
    named = [full.get(word.casefold(), word) for word in wanted or ()]
    return _known(store, "party", named, _has_party(store), lambda: _parties(store))


def known_places(store: Store, wanted: Iterable[str] | None) -> tuple[str, ...]:
    """Return places as records name them."""
    return _known(store, "place", wanted, _has_place(store), lambda: _places(store))


def known_speakers(store: Store, wanted: Iterable[str] | None) -> tuple[str, ...]:
    """Return speakers as records name them; a last name will do if it is one person's."""
    return _known(store, "speaker", wanted, _has_speaker(store), lambda: _speakers(store))


def known_outlets(store: Store, wanted: Iterable[str] | None) -> tuple[str, ...]:
    """Return outlets as articles name them."""
    return choose("outlet", tuple(wanted), store.values("outlet")) if wanted else ()


def _known(
    store: Store,
    what: Field,
    wanted: Iterable[str] | None,
    is_there: Callable[[str], bool],
    names: Callable[[], Names],
) -> tuple[str, ...]:
    return tuple(
        word if is_there(word) else _meant(what, word, names(), store.values(what)) for word in wanted or ()
    )


def _meant(what: str, word: str, ways: Names, stored: Sequence[str]) -> str:
    """Return the name that a word means in another case; anything else is only suggested."""
    name = ways.get(word.casefold())
    if name is None:
        likely = suggest(word, stored) or list(dict.fromkeys(ways[way] for way in suggest(word, ways)))
        refuse(what, word, stored, likely=likely)
    if name.casefold() != word.casefold() and what != "speaker":
        raise UsageError(word, f"there is no such {what}", f"did you mean {name}?")
    return name


def _has_party(store: Store) -> Callable[[str], bool]:
    return lambda word: any(store.events(party=word, limit=1)) or any(store.statements(party=word, limit=1))


def _has_place(store: Store) -> Callable[[str], bool]:
    return lambda word: any(store.events(place=word, limit=1))


def _has_speaker(store: Store) -> Callable[[str], bool]:
    return lambda word: any(store.statements(speaker=word, limit=1))


def _parties(store: Store) -> Names:
    from talks.codebook import load_codebook  # slow, and only needed for a name that the database lacks

    worlds = load_codebook().worlds
    parties = [party for world in reversed(worlds) for party in world.parties.values()]
    ways = {way: p.name for p in parties for way in (*p.aliases, *p.adjectives, *p.metonyms, p.name)}
    return _folded(ways | {party: party for party in store.values("party")})


def _places(store: Store) -> Names:
    from talks.codebook import load_codebook  # slow, and only needed for a name that the database lacks

    worlds = load_codebook().worlds
    places = [place for world in reversed(worlds) for place in world.places.values()]
    ways = {way: place.within or place.name for place in places for way in (*place.aliases, place.name)}
    return _folded(ways | {place: place for place in store.values("place")})


def _speakers(store: Store) -> Names:
    full = store.values("speaker")
    lasts = [name.split()[-1] for name in full]
    ways = {name.split()[-1]: name for name in full if lasts.count(name.split()[-1]) == 1}
    return _folded(ways | {name: name for name in full})


def _folded(ways: Names) -> Names:
    return {way.casefold(): name for way, name in ways.items()}
