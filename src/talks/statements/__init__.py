"""Statements: who said what."""

from __future__ import annotations

from collections.abc import Sequence

from talks.models import Basis, Evidence, Span, Statement, When, record_id
from talks.reading import Reading
from talks.statements.manner import manner_of
from talks.statements.reasons import join_reasons
from talks.statements.stances import stance_of
from talks.statements.subjects import Subjects
from talks.statements.summaries import Told, first_line, sums_up
from talks.statements.topics import topics_of
from talks.statements.utterance import Utterance
from talks.statements.utterances import find_utterances

__all__ = ["find_statements", "find_utterances"]

POINTING = frozenset("podi,.")  # classes of pronouns, determiners, prepositions and marks


def find_statements(
    reading: Reading, found: list[Utterance], told: Sequence[tuple[int, str]] = ()
) -> list[Statement]:
    """Return the statements that the utterances of an article make, in the order of the text.

    `told` are the tokens, in order, at which it tells of happenings, with the kinds of these.
    """
    subjects = Subjects(reading.codebook.topics.kinds, told)
    apart = [u for u in found if not _is_own(u, found)]
    utterances = join_reasons(reading, [u for u in apart if _is_recorded(u) and _tells(reading, u)])
    published = _as_published(reading.article.published)
    said = [Told(u, _record(reading, u, apart, published, subjects)) for u in utterances]
    first = first_line(reading)
    records = (one.record for one in said if not sums_up(reading, one, said, first))
    return list({record.id: record for record in records}.values())


def _is_recorded(utterance: Utterance) -> bool:
    """Leave out what nobody in particular says, and what the public says."""
    speaker = utterance.speaker
    if not utterance.recorded or speaker is None or speaker.kind in ("thing", "outlet"):
        return False
    return speaker.kind != "unnamed" or speaker.party is not None or speaker.anonymous


def _is_own(utterance: Utterance, found: Sequence[Utterance]) -> bool:
    """Tell what one says of the side for which one speaks: that Norland insists, said Ekre."""
    side = utterance.speaker
    if side is None or side.kind != "party":
        return False
    start, end = _extent(utterance)
    tellers = (u.speaker for u in found if u.recorded and any(a <= start and end <= b for a, b in u.contents))
    return any(one is not None and one.kind != "party" and one.party == side.name for one in tellers)


def _extent(utterance: Utterance) -> tuple[int, int]:
    spans = [*utterance.contents, *(span for span in (utterance.source, utterance.cue) if span)]
    return min(a for a, _ in spans), max(b for _, b in spans)


def _tells(reading: Reading, utterance: Utterance) -> bool:
    """Leave out what only points at other words: denied it, disputes all of it."""
    tokens, classes = reading.tokens, reading.classes
    spans = [(tokens.at(start), tokens.ending_by(end)) for start, end in utterance.contents]
    told = any(not set(classes[first:last]) <= POINTING for first, last in spans)
    return told and not _asks(reading, utterance)


def _asks(reading: Reading, utterance: Utterance) -> bool:
    """Tell a question of the outlet's own, its auxiliary before who speaks: so why did she repeat it?"""
    at = reading.tokens.at(utterance.source[0]) if utterance.source else 0
    turned = at > 0 and reading.classes[at - 1] in "Dmbh"
    (_, end) = utterance.contents[-1]
    return turned and "?" in reading.text[end - 1 : end + 1] and not utterance.transcript


def _record(
    reading: Reading, utterance: Utterance, found: list[Utterance], published: When, subjects: Subjects
) -> Statement:
    article, speaker = reading.article, utterance.speaker
    start, end = _extent(utterance)
    whole = Span(start=start, end=end)
    stance = stance_of(reading, utterance, found)
    name = speaker.name if speaker else None
    return Statement(
        id=record_id("s", article.id, whole.start, whole.end, name or ""),
        article=article.id,
        speaker=name,
        party=speaker.party if speaker else None,
        manner=manner_of(reading, utterance),
        verb=utterance.verb,
        topics=topics_of(reading, utterance, stance, subjects),
        stance=stance,
        via=utterance.via,
        to=utterance.to.name if utterance.to else None,
        when=utterance.said or published,
        evidence=Evidence.at(article, whole, utterance.rule),
        source=_span(utterance.source),
        cue=_span(utterance.cue),
        content=tuple(Span(start=a, end=b) for a, b in utterance.contents),
    )


def _as_published(published: When) -> When:
    """Return the article's own date, and say that it is that."""
    return (
        published.model_copy(update={"basis": Basis.PUBLISHED, "phrase": None})
        if published.known
        else published
    )


def _span(pair: tuple[int, int] | None) -> Span | None:
    return Span(start=pair[0], end=pair[1]) if pair else None
