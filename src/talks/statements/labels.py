"""Speakers told by a label: transcripts ("MR EKRE: …"), headlines ("Stone House: …"), press conferences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talks.names import Actor, Name
from talks.reading import Reading, Sentence
from talks.text import Paragraph

__all__ = ["Label", "find_label"]

STAMP = r"(?:[•·*–—-]\s+)?(?:\[?\d{1,2}[:.h]\d{2}\]?(?:\s*(?:[ap]m|[A-Z]{3,4}))?\s*(?:[|–—-]\s*)?)?"
LABEL = re.compile(
    STAMP + r"(?P<who>[^\W\d][^:\n“”\"?!()]{1,70}?)(?P<place>\s\([^)]{1,40}\))?:(?:\s+(?=\S)|(?=[“\"]))"
)
CREDIT = re.compile(
    STAMP + r"(?P<said>[^\n]{12,160}?)\s*(?<=[\s”\"])[–—-]\s+(?P<who>[^\W\d][^,.;:–—\n]{2,50}?)\Z"
)
DASH = re.compile(r"[–—-]\s")  # without one near the end of a line there is no credit
LONGEST_CREDIT = 60  # characters, more than CREDIT takes with its dash and the blank behind it
LONGEST = 46  # characters of a label that is a name and no more
NEAR = 20  # characters behind a label, by which a line in capitals is told
NEWS = 12  # words from which a sentence behind a capital's name is the report, not what is said there
LEAST_WORDS = 3  # of what follows a label
SPEAKING = frozenset({"person", "office", "party", "body"})
NAMED = frozenset({"person", "office"})
BEHIND = frozenset(
    "is,"
)  # classes of what may stand behind the name in a label: Ekre on the list, Ekre, the head
TITLED = frozenset("Nnu.")  # classes of words in a title: Rep. Anna Berg
VERBS = frozenset("vebhmD")  # classes of words of which a clause has one


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line or sentence, or at its end; `bare` when it is a name and no more."""

    actor: Actor | None
    source: tuple[int, int]
    content: tuple[int, int]
    bare: bool = True


def find_label(reading: Reading, line: Paragraph | Sentence) -> Label | None:
    """Return the label that a line begins or ends with, if its words name who can speak."""
    text = reading.text
    match = LABEL.match(text, line.start, line.end) if ":" in text[line.start : line.end] else None
    if match is None:
        return _find_credit(reading, line) if isinstance(line, Paragraph) else None
    if len(reading.text[match.end() : line.end].split()) < LEAST_WORDS:
        return None
    first = reading.tokens.at(match.start("who"))
    last = reading.tokens.ending_by(match.end("who"))
    if reading.tokens.lowers[first] in reading.codebook.speech.quoting:
        return _quoted(reading, (first, last), match, line)
    described = _described(reading, first, last)
    if described is not None and _is_told(reading, match.end(), line.end):
        return Label(described, match.span("who"), (match.end(), line.end), bare=False)
    short = match.end("who") - match.start("who") < LONGEST
    actor = _actor(reading, first, last, (match.end(), line.end)) if short else None
    if actor is not None and actor.kind in SPEAKING and not _is_dateline(reading, actor, match, line):
        bare = match.start("who") == line.start and not match["place"]
        return Label(actor, match.span("who"), (match.end(), line.end), bare)
    return None


def _quoted(
    reading: Reading, who: tuple[int, int], match: re.Match[str], line: Paragraph | Sentence
) -> Label | None:
    """Return the label of words that are announced as quoted: Quote: “…”, Quote from Ekre: “…”."""
    if not reading.quoted(match.end(), match.end() + 1):
        return None
    names = reading.cast.names_in(*who)
    actor = reading.cast.resolve(names[0].start, names[-1].end) if names else None
    return Label(actor, match.span("who"), (match.end(), line.end), bare=False)


def _find_credit(reading: Reading, line: Paragraph | Sentence) -> Label | None:
    """Return who is named after a dash at the end of a headline: Truce near – Ekre."""
    dash = DASH.search(reading.text, max(line.start, line.end - LONGEST_CREDIT), line.end)
    match = CREDIT.match(reading.text, line.start, line.end) if dash else None
    if match is None or not _is_told(reading, *match.span("said")):
        return None
    first, last = reading.tokens.at(match.start("who")), reading.tokens.ending_by(match.end("who"))
    actor = _actor(reading, first, last, match.span("said"))
    named = actor is not None and actor.kind in NAMED
    return Label(actor, match.span("who"), match.span("said"), bare=False) if named else None


def _is_told(reading: Reading, start: int, end: int) -> bool:
    """Tell words that say something from a mere heading: quoted words, or some with a verb."""
    first, last = reading.tokens.at(start), reading.tokens.ending_by(end)
    return bool(reading.quoted(start, end)) or not VERBS.isdisjoint(reading.classes[first:last])


def _described(reading: Reading, first: int, last: int) -> Actor | None:
    """Return who is named in a label that tells more: Ekre on the memorandum, Ekre, the spokesman."""
    name = next((n for n in reading.cast.names_in(first, last) if n.kind == "person"), None)
    if name is None or name.end >= last or reading.classes[name.end] not in BEHIND:
        return None
    return reading.cast.resolve(first, name.end) if _bears(reading, first, name) else None


def _bears(reading: Reading, first: int, name: Name) -> bool:
    """Tell a name with nothing but its post before it: President Quent, not the legacy of Quent."""
    title = reading.tokens.words[first : name.start]
    written = all(word[0].isupper() for word in title) and TITLED.issuperset(
        reading.classes[first : name.start]
    )
    clause = not VERBS.isdisjoint(reading.classes[first : name.start])
    return written or (not clause and reading.cast.is_post(first, name.start))


def _is_dateline(reading: Reading, actor: Actor, match: re.Match[str], line: Paragraph | Sentence) -> bool:
    """Tell a town that says where a report was written: HARVIK: The president said …"""
    rest, told = reading.text[match.end() : match.end() + NEAR], reading.text[match.end() : line.end]
    if rest.isupper():
        return False
    full, shouted = told.endswith(".") and len(told.split()) >= NEWS, match["who"].isupper()
    if actor.kind == "party":
        return shouted or full
    town = actor.kind == "person" and actor.person is None  # which nobody knows, as nobody shouts again
    return town and shouted and full and reading.text.count(f"{match['who']}:") == 1


def _actor(reading: Reading, first: int, last: int, content: tuple[int, int]) -> Actor | None:
    """Return whom a label names: in full, or by the last name of somebody named in full elsewhere.

    A name that is not known must be before something that is told, not before a time or another name.
    """
    if reading.tokens.lowers[last - 1] in reading.codebook.speech.headings:
        return None  # War updates: …
    names, apart = reading.cast.names_in(first, last), reading.codebook.speech.apart
    if names and names[-1].start > first and reading.tokens.lowers[names[-1].start - 1] in apart:
        return None  # Norlandic envoy in Belmora: …, Norland to Sudria: …
    if names and names[-1].end == last and _bears(reading, first, names[0]):
        actor = reading.cast.resolve(first, last)
        known = names[-1].entry is not None or (actor is not None and actor.party is not None)
        if names[-1].entry is None and not _is_borne(reading, first, last):
            return None  # Government stance: …
        return actor if known or _is_told(reading, *content) else None  # Updated: 10:24 GMT
    full = reading.cast.full.get(reading.tokens.words[last - 1]) if last - first == 1 else None
    return Actor(full, "person") if full else None


def _is_borne(reading: Reading, first: int, last: int) -> bool:
    """Tell the name of a speaker in full, or one that a transcript shouts, from a mere heading."""
    word = reading.tokens.words[last - 1]
    return last - first > 1 or word.isupper() or word in reading.cast.full
