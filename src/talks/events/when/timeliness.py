"""What a date makes of a status: nothing of tomorrow has been held, all of yesterday has."""

from __future__ import annotations

from collections.abc import Sequence

from talks.chronicles import today_in
from talks.codebook.kinds import KindFile
from talks.events.agreements import tells_agreement
from talks.events.verdicts import Verdict
from talks.events.when.lasting import is_in_force, sets_going
from talks.models import Count, Precision, Status, When
from talks.reading import Reading, Sentence
from talks.told import is_ahead

__all__ = ["fit_to_date"]


def fit_to_date(
    reading: Reading,
    sentence: Sentence,
    verdict: Verdict,
    when: When,
    counts: Sequence[Count],
    file: KindFile,
) -> Status:
    """Return the status, corrected where it can't be."""
    status, today, plans_are = verdict.status, today_in(reading, sentence.paragraph), file.plans_are
    ahead = is_ahead(reading, when) and is_ahead(reading, when, today)
    if verdict.rule == "status.time" and status is plans_are and _is_over(reading, when):
        return Status.HELD
    if when.phrase is not None:  # "in the coming days"
        words = reading.text[when.phrase.start : when.phrase.end].lower().split()
        ahead = ahead or not reading.codebook.grammar.words["soon"].isdisjoint(words)
    if status is Status.HELD and _is_announced(reading, sentence, verdict, when, today):
        return plans_are
    if file.terms and is_in_force(reading, sentence, verdict, when, counts, today):
        return Status.ONGOING
    if status is Status.HELD and _has_begun(reading, sentence, verdict, when, today):
        return Status.ONGOING
    if status in (Status.HELD, Status.ONGOING) and ahead:
        status = plans_are
    scheduled = file.handover and status is Status.AGREED and when.precision is Precision.DAY
    return Status.PLANNED if scheduled and not tells_agreement(reading, sentence) else status


def _is_announced(reading: Reading, sentence: Sentence, verdict: Verdict, when: When, today: When) -> bool:
    """Tell what somebody only says there is, in days that are not over: Citadel confirms talks this week."""
    lemma = sentence.parse.verbs[verdict.verb].lemma if verdict.verb >= 0 else ""
    told = lemma in reading.codebook.statuses.truth["telling"]
    return told and when.latest is not None and today.latest is not None and when.latest > today.latest


def _has_begun(reading: Reading, sentence: Sentence, verdict: Verdict, when: When, today: When) -> bool:
    """Tell what began today, or has resumed, and of which nobody says that it has ended: it is under way."""
    verb = sentence.parse.verb_at(verdict.verb)
    if _is_over(reading, today):
        return False  # an entry of a timeline: 4 May 2021: Talks begin
    if verb is None or verb.form != "finite" or not sets_going(reading, verb):
        return False
    return when.known and when.latest == today.latest and when.earliest == today.earliest


def _is_over(reading: Reading, when: When) -> bool:
    """Tell a day before that of the article."""
    published = reading.article.published.earliest
    return when.latest is not None and published is not None and when.latest < published
