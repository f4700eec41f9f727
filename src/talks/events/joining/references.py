"""Recognise the dossier's dated happenings, which articles lean on without telling their date."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from talks.codebook.dossier import Reference
from talks.events.happenings import Happening
from talks.events.joining.fitting import LONG, SURE, can_be_sure, score
from talks.events.joining.years import of_other_year, when_of
from talks.events.phrases import phrase_of
from talks.events.when.apart import is_attribution
from talks.models import Basis, Precision, Status, When
from talks.names import Name
from talks.reading import Reading, Sentence
from talks.terms import PAST
from talks.told import meaning_of

__all__ = ["find_implied", "recognise"]

JOINED = re.compile(r" ([-–]) | (?='s )")  # as names are written: the Ask-Corvane call, Norland's offer
UNDATED = 1.0  # by which one must fit better where neither text nor publication tells the time
CALLED = 2  # tokens from "known" to the name: known as the Castrel Note


def recognise(reading: Reading, happening: Happening) -> Happening:
    """Return a past happening with the reference that it is, and the date that this gives it."""
    if happening.status not in PAST or happening.reference or not reading.world.told:
        return happening
    fitting = list(_candidates(reading, happening))
    named = _named_among(reading, happening, fitting)
    if len(named) == 1:  # whoever is told beside its name
        other = happening.assumed or set(happening.parties).isdisjoint(named[0].parties)
        told = replace(happening, parties=(), assumed=False) if other and named[0].parties else happening
        return _fill(reading, told, named[0])
    known = _fitted(reading, happening, fitting)
    elsewhen = None if known.reference else of_other_year(reading, happening)
    if elsewhen is not None:
        return _fill(reading, replace(happening, when=When.unknown()), elsewhen)
    placed = happening.when.known and happening.place
    if known.reference or not (happening.assumed and placed):
        return known
    nobodys = _fitted(reading, replace(happening, parties=(), assumed=False), fitting, alike=True)
    return nobodys if nobodys.reference else happening  # the talks of that day were of others


def _fitted(
    reading: Reading, happening: Happening, fitting: list[Reference], *, alike: bool = False
) -> Happening:
    """Return a happening with the only reference that surely fits it; `alike`: the only one of its kind."""
    if not can_be_sure(happening):
        return happening
    scored = [(score(reading, happening, ref), ref) for ref in fitting]
    best = max((fit for fit, _ in scored), default=0.0)
    if best < SURE:
        return happening
    undated = not happening.when.known and reading.article.published.earliest is None
    least = best - UNDATED * undated
    tied = [ref for fit, ref in scored if fit >= least]
    if alike:
        tied = [ref for ref in tied if ref.kind == happening.kind]  # the talks, not a meeting beside them
    if len(tied) != 1:
        return happening
    return _fill(reading, happening, _of_own_kind(happening, tied[0], scored))


def _of_own_kind(
    happening: Happening, best: Reference, scored: Iterable[tuple[float, Reference]]
) -> Reference:
    """Return the talks of a day and place rather than what fits better only by who sat beside them."""
    if best.kind == happening.kind or set(best.people) & set(happening.people):
        return best
    beside = [
        ref
        for fit, ref in scored
        if fit >= SURE
        and ref.kind == happening.kind
        and (ref.since, ref.last, ref.place) == (best.since, best.last, best.place)
    ]
    return beside[0] if len(beside) == 1 else best


def _named_among(reading: Reading, happening: Happening, known: Iterable[Reference]) -> list[Reference]:
    """Return those whose very name stands in the words: they drew up what is known as the Castrel Note."""
    called = [ref for ref in known if ref.names and _can_be_called(happening, ref)]
    told = JOINED.sub(r"\1", f" {_own_words(reading, happening)} ") if called else ""
    return [ref for ref in called if any(f" {name.lower()} " in told for name in ref.names)]


def _can_be_called(happening: Happening, ref: Reference) -> bool:
    if ref.kind != happening.kind or ref.status not in PAST:
        return False
    when = happening.when
    other = when.earliest and when.latest and not (when.earliest <= ref.last and ref.since <= when.latest)
    return not other


def _own_words(reading: Reading, happening: Happening) -> str:
    """Return the words of the phrase that tells of a happening, and of what it is called behind that."""
    lowers, phrase = reading.tokens.lowers, phrase_of(happening.sentence, happening.head)
    first = min(happening.first, phrase.start if phrase else happening.first)
    last = max(happening.last, phrase.end if phrase else happening.last)
    named = reading.codebook.grammar.words["named"]
    called = [at for at in range(last, happening.sentence.last) if lowers[at] in named]
    behind = phrase_of(happening.sentence, called[0] + CALLED) if called else None
    name = lowers[behind.start : behind.end] if behind else []
    return " ".join([*lowers[first:last], *name])


def _fill(reading: Reading, happening: Happening, reference: Reference) -> Happening:
    when = _when_of(happening.when, reference)
    place = happening.place or _place_of(reading, reference)
    return replace(
        happening,
        kind=_known_kind(reading, happening, reference),
        plain=None if happening.when.known else happening,
        reference=reference.id,
        when=when,
        place=place,
        parties=happening.parties or reference.parties,
        people=happening.people or reference.people,
        round=happening.round or reference.round,
        weight=happening.weight + 0.5,
        sure=happening.sure or happening.status is Status.HELD,
    )


def _when_of(told: When, reference: Reference) -> When:
    """Return the date that a text tells; two weeks ago, and in a week that it names, the very days known."""
    known = when_of(reference)
    in_week = told.precision is Precision.WEEK and known.lies_in(told)
    return told if told.known and not in_week else known


def _place_of(reading: Reading, reference: Reference) -> str | None:
    """Return where a happening was, as the article names it: Castrel, its region or the country between."""
    entry = reading.world.places.get(reference.place or "")
    country = entry.country if entry and entry.country not in reference.parties else None
    wider = (entry.within, entry.region) if entry else ()
    named = (place for place in (reference.place, *wider) if place and place in reading.cast.places)
    return next(named, country if country in reading.cast.sides else None)


def _known_kind(reading: Reading, happening: Happening, reference: Reference) -> str:
    """Return of which kind an encounter is that is known: the talks in Castrel at which leaders met.

    Where the article says who met, or counts rounds, its own word for it stands.
    """
    ranks = reading.codebook.encounters
    told, known = happening.kind, reference.kind
    others = bool(happening.people) and not set(happening.people) & set(reference.people)
    if known is None or not {told, known} <= set(ranks) or happening.round or happening.told_apart or others:
        return told
    return min(told, known, key=ranks.index)


def _candidates(reading: Reading, happening: Happening) -> Iterator[Reference]:
    """Yield what the dossier knows of its kind, but for what has another date, or began after the article."""
    encounters = reading.codebook.encounters
    kinds = encounters if happening.kind in encounters else (happening.kind,)
    when, published = happening.when, reading.article.published.earliest
    last = (when.latest if when.earliest else None) or published or dt.date.max
    first = (when.earliest if when.latest else None) or dt.date.min
    for kind in kinds:
        known = reading.world.told.get(kind, [])
        begun = known[: bisect_right(known, last, key=attrgetter("since"))]
        yield from (ref for ref in begun if ref.last >= first)


def find_implied(reading: Reading, sentence: Sentence, told: Iterable[Happening]) -> Iterator[Happening]:
    """Yield what is told by place and day alone: the truce accepted in Tresk two days earlier."""
    seats = reading.world.seats
    if not seats:
        return
    kinds = reading.codebook.kinds
    present = [  # with an accord reached there that day
        h
        for h in told
        if (h.kind in reading.codebook.encounters and h.weight > 0)  # not what only points back
        or (h.when.known and not kinds[h.kind].file.sought and phrase_of(sentence, h.head))
    ]
    names = [(n, n.entry.place) for n in reading.cast.names_in(sentence.first, sentence.last) if n.entry]
    shown = [(name, place.within or place.name) for name, place in names if place]
    known = [(name, seats[place]) for name, place in shown if place in seats and _is_real(sentence, name)]
    days = list(_days(reading, sentence)) if known else []
    for name, references in known if days else ():
        for day in _near(sentence, name, days):
            ref = _at(reading, references, day)
            if ref and ref.kind and not any(_covers(h, ref) for h in present):
                happening = _implied(sentence, ref.kind, ref, name.start, day)
                present.append(happening)
                yield happening


def _is_real(sentence: Sentence, name: Name) -> bool:
    """Tell whether what is said of a place was so: not "did not go to Tresk", nor "will".

    Of a dateline nothing is said, and a place that does something stands for those who sit there.
    """
    phrase = phrase_of(sentence, name.start)
    acts = phrase is not None and phrase.role == "subject" and phrase.end == name.end
    if phrase is not None and phrase.end > name.end and phrase.role == "subject":
        return False  # the Citadel's leader
    if acts or (name.start == sentence.first and not sentence.parse.verbs):
        return False
    verb = sentence.parse.verbs[phrase.verb] if phrase and phrase.verb >= 0 else None
    return verb is None or not (
        verb.negated or verb.modal or verb.tense == "future" or verb.form == "infinitive"
    )


def _days(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, dt.date]]:
    """Yield the days told in a sentence, each with its first token."""
    published = reading.article.published
    for phrase in reading.dates_in(sentence.first, sentence.last):
        when = meaning_of(reading, phrase, "past", published)
        if (
            when.precision is Precision.DAY
            and when.earliest
            and not is_attribution(reading, sentence, phrase)
        ):
            yield reading.tokens.at(phrase.start), when.earliest


def _near(sentence: Sentence, name: Name, days: list[tuple[int, dt.date]]) -> Iterator[dt.date]:
    """Yield the days told in the clause that names a place."""
    starts = [verb.start for verb in sentence.parse.verbs if verb.form == "finite"]
    for at, day in days:
        first, last = min(name.start, at), max(name.end, at)
        if not any(first < start < last for start in starts):
            yield day


def _at(reading: Reading, known: Iterable[Reference], day: dt.date) -> Reference | None:
    """Return the encounter that was held on a day, of what is known of a place."""
    published = reading.article.published.latest
    if published and day > published:
        return None
    encounters = reading.codebook.encounters
    fitting = [
        r
        for r in known
        if r.kind in encounters
        and r.status is Status.HELD
        and r.since <= day <= r.last
        and (r.last - r.since).days < LONG
    ]
    return min(fitting, key=lambda r: (r.last - r.since, encounters.index(r.kind or ""), r.id), default=None)


def _covers(happening: Happening, ref: Reference) -> bool:
    when = happening.when
    if not when.known or when.earliest is None or when.latest is None:
        return happening.place in (None, ref.place)
    return when.earliest <= ref.last and ref.since <= when.latest


def _implied(sentence: Sentence, kind: str, ref: Reference, at: int, day: dt.date) -> Happening:
    return Happening(
        kind=kind, rule="events.implied", sentence=sentence, head=at, first=at, last=at + 1,
        status=Status.HELD, weight=1.2, when=When.day(day, Basis.RELATIVE), place=ref.place,
        parties=ref.parties, people=ref.people, round=None, counts=(), reference=ref.id,
    )  # fmt: skip
