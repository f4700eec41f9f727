"""Whom phrases without a name mean; "I" is whoever speaks in a transcript, or is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from talks.names import Actor, Name
from talks.reading import Reading, Sentence

__all__ = [
    "actor_of",
    "can_be_person",
    "owners_of_equals",
    "sides_of_speakers",
    "who_is_meant",
    "whose",
]

PEOPLE = ("person", "surname", "outlet", "unknown")
LABEL = 6  # tokens before the colon of a speaker's label
BACK = 4  # paragraphs that one turn may have


def can_be_person(reading: Reading, name: Name) -> bool:
    """Tell a name that somebody bears from a word of a headline, or initials of a body."""
    if name.entry is not None:
        return True
    first, last = reading.tokens.words[name.start], reading.tokens.words[name.end - 1]
    if first in reading.codebook.naming.genders and name.end - name.start > 1:
        return True
    word, naming = last.lower(), reading.codebook.naming
    body = word in naming.collectives or word in naming.offices or word in naming.words["works"]
    return not (body or last.isupper() or last[:-1].isupper() or word in reading.codebook.grammar.classes)


def actor_of(reading: Reading, name: Name) -> Actor | None:
    """Return whom a name means, or the party whose adjective, seat or office it is."""
    entry = name.entry
    if name.kind in ("adjective", "party", "metonym", "office") and entry:
        return Actor(entry.party or entry.name, "party", entry.party or entry.name)
    if name.kind not in ("person", "unknown", "surname") or not can_be_person(reading, name):
        return None
    actor = reading.cast.resolve(max(0, name.start - 3), name.end) or reading.cast.resolve(
        name.start, name.end
    )
    known = actor is not None and (name.kind == "person" or actor.party or actor.name in reading.cast.posts)
    return actor if known else None


def who_is_meant(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> Actor | None:
    """Return whom a phrase without a name means: he, the Helvarian president, his Sudrian colleague."""
    start, end = span
    if _is_word_of(reading, span, "speaking"):
        return _who_speaks(reading, sentence)
    if end - start == 1 and reading.tokens.lowers[start] not in reading.codebook.naming.personal:
        return None
    if not all(can_be_person(reading, name) for name in reading.cast.names_in(start, end)):
        return None
    country = _of_that_country(reading, sentence, span)
    if country:
        return Actor(country, "party", country)
    actor = reading.cast.resolve(start, end, told=_before_subject(sentence, span))
    return actor if actor and actor.kind in ("person", "unnamed") else None


def _of_that_country(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return the country named last before its minister: was in Caldor and met the country's minister."""
    start, end = span
    inside, words = reading.tokens.lowers[start:end], reading.codebook.grammar.words
    owned = reading.classes[start + 2 : start + 3] == "'" and inside[1] in words["that_country"]
    if not owned or reading.codebook.naming.dignitaries.isdisjoint(inside):
        return None
    before = [
        n.entry for n in reading.cast.names_in(sentence.first, start) if n.entry and n.kind not in PEOPLE
    ]
    last = before[-1] if before else None
    return (last.place.country if last.place else last.party or last.name) if last else None


def _before_subject(sentence: Sentence, span: tuple[int, int]) -> int | None:
    """Return where those are told of whom an object can mean: Varga came, and Stenmoe received him."""
    phrases, verbs = sentence.parse.phrases, sentence.parse.verbs
    objects = ((verbs[p.verb], p) for p in phrases if p.role == "object" and p.verb >= 0)
    verb = next((v for v, p in objects if (p.start, p.end) == span), None)
    return phrases[verb.subject].start if verb and verb.subject >= 0 else None


def whose(reading: Reading, span: tuple[int, int]) -> Actor | None:
    """Return who takes part beside his counterpart, or the party whose officials do: her negotiators met …"""
    start, end = span
    naming = reading.codebook.naming
    if end - start == 1 or reading.tokens.lowers[start] not in naming.personal:
        return None
    owner = reading.cast.resolve(start, start + 1)
    if owner is None or owner.kind != "person":
        return None
    inside = reading.tokens.lowers[start:end]
    if not naming.delegations.isdisjoint(inside) or inside[-1] in naming.collectives:
        return Actor(owner.party, "party", owner.party) if owner.party else None
    named = any(reading.cast.names_in(start + 1, end)) or inside[-1] in naming.dignitaries
    equals = reading.codebook.grammar.words["equals"]
    return None if named and equals.isdisjoint(inside) else owner  # his adviser, Ekre, met Delgast


def sides_of_speakers(
    reading: Reading, sentence: Sentence, spans: Iterable[tuple[int, int]]
) -> Iterator[Actor]:
    """Yield whom "we" means, who takes part with others: a head of state, or the side of another speaker."""
    for span in spans:
        speaker = _who_speaks(reading, sentence) if _is_word_of(reading, span, "speaking_for") else None
        if speaker is not None:
            person = reading.cast.leads(speaker) or not speaker.party
            yield speaker if person else Actor(speaker.party or "", "party", speaker.party)


def owners_of_equals(reading: Reading, spans: Iterable[tuple[int, int]]) -> Iterator[Actor]:
    """Yield whose counterparts take part, who hold the same post: his Sudrian counterpart."""
    equals = reading.codebook.grammar.words["equals"]
    for span in spans:
        owner = whose(reading, span) if reading.tokens.lowers[span[1] - 1] in equals else None
        if owner is not None and owner.kind == "person":
            yield owner


def _who_speaks(reading: Reading, sentence: Sentence) -> Actor | None:
    """Return who says a sentence: the speaker of its turn, or of its quotation."""
    return _quoted(reading, sentence) if sentence.inside else _labelled(reading, sentence)


def _quoted(reading: Reading, sentence: Sentence) -> Actor | None:
    """Return the subject of the verb of saying beside a quotation."""
    cues = reading.codebook.speech.cues
    for outer in reading.outer.get(sentence.paragraph, ()):
        for verb in outer.parse.verbs:
            if verb.lemma in cues and verb.form == "finite" and verb.subject >= 0:
                subject = outer.parse.phrases[verb.subject]
                actor = reading.cast.resolve(subject.start, subject.end)
                if actor is not None and actor.kind == "person":
                    return actor
    return None


def _labelled(reading: Reading, sentence: Sentence) -> Actor | None:
    """Return whose label opens the turn: "OBERHOLT: I spoke to President Stenmoe"."""
    for number in range(sentence.paragraph, max(-1, sentence.paragraph - BACK), -1):
        line = reading.paragraphs[number]
        first = reading.tokens.at(line.start)
        words = reading.tokens.words[first : min(first + LABEL, reading.tokens.ending_by(line.end))]
        if ":" not in words:
            continue
        end = first + words.index(":")
        names = reading.cast.names_in(first, end)
        return reading.cast.resolve(first, end) if names else None
    return None


def _is_word_of(reading: Reading, span: tuple[int, int], group: str) -> bool:
    """Tell the pronouns of who speaks, for himself or for his side: I, we."""
    start, end = span
    return end - start == 1 and reading.tokens.lowers[start] in reading.codebook.grammar.words[group]
