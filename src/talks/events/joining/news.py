"""The day of what is new and has none: what a lead tells as done is of about the day of its article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talks.codebook.kinds import KindFile
from talks.events.happenings import Happening
from talks.events.phrases import phrase_of
from talks.models import Basis, Precision, Status
from talks.reading import Reading, Sentence

__all__ = ["date_news"]

LEAD = 3  # sentences that tell what is new: the headline, too
PAIR = 2
Group = list[Happening]


def date_news(reading: Reading, groups: Sequence[Group]) -> list[Group]:
    """Return the groups; what is told as new and has no day is about as old as the article, which says so."""
    published = reading.article.published
    if published.precision is not Precision.DAY or not reading.article.title:
        return list(groups)
    lead = {sentence.start for sentence in _told(reading)[:LEAD]}
    about = {"basis": Basis.PUBLISHED, "phrase": None, "precision": Precision.APPROX}
    when = published.model_copy(update=about)
    return [
        [replace(h, when=when) for h in group] if _is_news(reading, group, lead) else group
        for group in groups
    ]


def _told(reading: Reading) -> list[Sentence]:
    """Return the sentences that tell of what was done: a date line does not."""
    return [sentence for sentence in reading.sentences if sentence.parse.verbs]


def _is_news(reading: Reading, group: Group, lead: set[int]) -> bool:
    file = reading.codebook.kinds[group[0].kind].file
    best = max(group, key=lambda h: h.weight)
    if not (file.contact or file.handover) or best.status is not Status.HELD:
        return False
    undated = not any(h.when.known or _has_date(reading, h.sentence) for h in group)
    news = [h for h in group if h.status is Status.HELD and h.sentence.start in lead]
    if not undated or any(_is_of_another_time(reading, h.sentence) for h in news):
        return False
    return any(_is_done(reading, h, file) for h in news)


def _has_date(reading: Reading, sentence: Sentence) -> bool:
    return bool(reading.dates_in(sentence.first, sentence.last))


def _is_done(reading: Reading, happening: Happening, file: KindFile) -> bool:
    """Tell one that was done now from several, and from one that had been done before."""
    if file.contact and max(len(happening.parties), len(happening.people)) < PAIR:
        return False
    leant_on = happening.definite and not file.handover  # the talks; but the bodies of 77 soldiers
    if happening.journey or happening.counted or (happening.assumed and file.contact) or leant_on:
        return False
    sentence, words = happening.sentence, reading.codebook.grammar.words
    phrase = phrase_of(sentence, happening.head)
    if phrase and phrase.prep in words["later"] | words["prior"]:
        return False
    word = reading.tokens.lowers[happening.head]
    if phrase and word.endswith("s") and word not in words["one"] and word not in file.units:
        return False  # exchanges; but so many prisoners
    inside = (v for v in sentence.parse.verbs if v.start <= happening.head < v.end)
    verb = next(inside, sentence.parse.verb_at(phrase.verb) if phrase else None)
    if verb is None:
        return phrase is not None and phrase.prep in words["held_at"]
    if verb.form != "finite" or verb.negated or verb.modal or verb.marker in words["later"]:
        return False
    return not verb.perfect or (verb.tense != "past" and file.handover)


def _is_of_another_time(reading: Reading, sentence: Sentence) -> bool:
    """Tell "met twice", "met when both were students", "in the first year of the war", "before the war"."""
    words, lowers = reading.codebook.grammar.words, reading.tokens.lowers
    if not words["bygone"].isdisjoint(lowers[sentence.first : sentence.last]):
        return True
    ages = (p for p in sentence.parse.phrases if lowers[p.end - 1] in words["ages"])
    return any(
        p.prep in words["all_along"] | words["prior"] or (p.prep in words["held_at"] and p.left < 0)
        for p in ages
        if lowers[p.start] in words["pointing"] and lowers[max(0, p.start - 2)] not in words["once_told"]
    )
