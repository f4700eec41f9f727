"""What an utterance is about, what its speaker does by it, and how much of it is quoted."""

from __future__ import annotations

import re

from talks.codebook.topics import Topics
from talks.models import Manner, Stance
from talks.reading import Reading
from talks.statements.utterances import Utterance

__all__ = ["manner_of", "stance_of", "topics_of"]

WORD = re.compile(r"\w+")
MOST_TOPICS = 3
WHOLLY = 0.9  # share of quoted words from which an utterance is direct speech
BACK = 3  # paragraphs in which a subject is looked for


def manner_of(reading: Reading, utterance: Utterance) -> Manner:
    """Tell how much of the content stands in quotation marks."""
    if utterance.transcript:
        return Manner.DIRECT
    words = quoted = 0
    for start, end in utterance.contents:
        words += len(WORD.findall(reading.text[start:end]))
        for quote in reading.quotations:
            low, high = max(start, quote.start), min(end, quote.end)
            quoted += len(WORD.findall(reading.text[low:high])) if low < high else 0
    if not quoted:
        return Manner.INDIRECT
    return Manner.DIRECT if quoted >= WHOLLY * words else Manner.MIXED


def topics_of(reading: Reading, utterance: Utterance, said: str) -> tuple[str, ...]:
    """Return the subjects whose words occur most, at most three; without any, those of what stands before."""
    topics = reading.codebook.topics
    own = _ranked(topics, count_topics(topics, said))
    return own or _ranked(topics, _context(reading, utterance))[:1] or ("other",)


def _context(reading: Reading, utterance: Utterance) -> dict[str, int]:
    """Count the topics of the paragraph before an utterance, else of those above it, else of the headline."""
    lines, topics = reading.paragraphs, reading.codebook.topics
    start = min(a for a, _ in utterance.contents)
    for number in range(utterance.paragraph, max(-1, utterance.paragraph - BACK), -1):
        line = lines[number]
        end = min(line.end, start) if number == utterance.paragraph else line.end
        if found := count_topics(topics, reading.text[line.start : end]):
            return found
    return count_topics(topics, reading.article.title or "")


def count_topics(topics: Topics, words: str) -> dict[str, int]:
    """Count how often each topic's words occur."""
    scores: dict[str, int] = {}
    for found in topics.pattern.findall(words):
        owners = topics.owners.get(found.lower(), ()) or topics.owners.get("=" + found.lower(), ())
        for topic in owners:
            scores[topic] = scores.get(topic, 0) + 1
    return scores


def _ranked(topics: Topics, scores: dict[str, int]) -> tuple[str, ...]:
    ranked = sorted(scores, key=lambda topic: (-scores[topic], topics.names.index(topic)))
    best = scores[ranked[0]] if ranked else 0
    return tuple(topic for topic in ranked if scores[topic] * 2 >= best)[:MOST_TOPICS]


def stance_of(reading: Reading, utterance: Utterance, said: str) -> Stance:
    """Return what the verb of saying shows, else what the words do."""
    if utterance.stance != Stance.REPORTS:
        return Stance(utterance.stance)
    lower = said.lower().replace("’", "'")
    found = (rule.stance for rule in reading.codebook.stances if rule.pattern.search(lower))
    return next(found, Stance.REPORTS)
