"""The codebook: all linguistic and political knowledge, as data."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, reduce

from talks.codebook.data import data_files, read_data, validate
from talks.codebook.dossier import Dossier, Gazetteer
from talks.codebook.grammar import Grammar, load_grammar
from talks.codebook.kinds import Kind, load_kinds
from talks.codebook.languages import READ
from talks.codebook.mediation import Mediation, load_mediation
from talks.codebook.naming import Naming, load_naming
from talks.codebook.speech import Speech, load_speech
from talks.codebook.stances import Stances, load_stances
from talks.codebook.statuses import Statuses, load_statuses
from talks.codebook.topics import Topics, load_topics
from talks.codebook.world import World, build_common_world, build_world
from talks.errors import CodebookError

__all__ = ["Codebook", "load_codebook", "load_dossiers"]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything the engine knows; the same codebook and article always give the same records."""

    grammar: Grammar
    naming: Naming
    speech: Speech
    kinds: dict[str, Kind]
    statuses: Statuses
    stances: Stances
    topics: Topics
    mediation: Mediation
    worlds: tuple[World, ...]  # one a dossier; the last one has none
    encounters: tuple[str, ...]  # kinds at which people meet; if one of several is meant, it is the first
    language: str = READ  # of the articles that can be read by it

    def world_of(self, words: Iterable[str]) -> World:
        """Return the world of the negotiation of whose sides, each of them, an article speaks most."""
        told = Counter(words)
        scores = [world.spoken_of(told) for world in self.worlds]
        best = max(scores)
        return self.worlds[scores.index(best)] if best else self.worlds[-1]


def load_dossiers() -> tuple[Dossier, ...]:
    """Read every dossier file, in alphabetical order, each with what it borrows from others."""
    read = [validate(Dossier, name, read_data(name)) for name in data_files("dossiers")]
    known = {dossier.id: dossier for dossier in read}
    for dossier in read:
        _check_loans(dossier, known)
    return tuple(dossier.with_loans(known) for dossier in read)


def _check_loans(dossier: Dossier, known: Mapping[str, Dossier]) -> None:
    """Refuse what nobody has to lend."""
    for loan in dossier.loan:
        lent = {party.name for party in known[loan.dossier].party} if loan.dossier in known else set()
        missing = sorted(set(loan.parties) - lent)
        if missing:
            where = f"dossiers/{dossier.id}.toml"
            raise CodebookError(where, f"{loan.dossier!r} has no {missing[0]!r} to lend", "correct the loan")


@cache
def load_codebook(language: str = READ) -> Codebook:
    """Read and check all data of a language."""
    naming = load_naming(language)
    dossiers = load_dossiers()
    common = reduce(Gazetteer.joined, (dossier for dossier in dossiers if dossier.common), Gazetteer())
    kinds = load_kinds()
    met = [kind for kind in kinds.values() if kind.file.encounter]
    codebook = Codebook(
        grammar=load_grammar(language),
        naming=naming,
        speech=load_speech(language),
        kinds=kinds,
        statuses=load_statuses(language),
        stances=load_stances(language),
        topics=load_topics(),
        mediation=load_mediation(),
        worlds=(
            *(build_world(dossier, naming.posts) for dossier in dossiers),
            build_common_world(common, naming.posts),
        ),
        encounters=tuple(kind.id for kind in sorted(met, key=lambda kind: -kind.file.precedence)),
        language=language,
    )
    gc.freeze()  # it stays for good: no collection of garbage need look through all of it again
    return codebook
