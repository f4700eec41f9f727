"""What is only said about a happening told just before: they will meet, the first summit in years."""

from __future__ import annotations

from collections.abc import Sequence

from talks.events.happenings import Happening
from talks.events.joining.likeness import TO_COME
from talks.events.phrases import lone_subject, phrase_of
from talks.models import Status
from talks.reading import Reading

__all__ = ["without_remarks"]

REACH = 2  # sentences before it in which the happening is told


def without_remarks(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Leave out what a sentence calls that which is to come: it is the first exchange in years."""
    return [h for h in found if h.status is not Status.HELD or not _is_remark(reading, found, h)]


def _is_remark(reading: Reading, found: Sequence[Happening], happening: Happening) -> bool:
    phrase = phrase_of(happening.sentence, happening.head)
    verb = happening.sentence.parse.verb_at(phrase.verb) if phrase and phrase.role == "object" else None
    if verb is None or verb.lemma != "be" or verb.tense != "present" or verb.perfect:
        return False
    if lone_subject(reading, happening.sentence, verb) not in reading.codebook.grammar.words["meant"]:
        return False
    before = (h for h in found if h.kind == happening.kind and h.head < happening.head)
    last = max(before, key=lambda h: h.head, default=None)
    if last is None or last.status not in TO_COME | {Status.AGREED}:
        return False
    near = {s.start for s in reading.following(last.sentence, REACH)} | {last.sentence.start}
    return happening.sentence.start in near
