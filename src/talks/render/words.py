"""What a statement says, in the words of its article: the shortest that are faithful."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final, NamedTuple

from talks.models import Manner, Span, Statement
from talks.render.harmless import width_of
from talks.render.lines import Text, Word
from talks.render.sentences import last_name, short
from talks.render.wording import load_wording

__all__ = ["Said", "cut", "quoted_words", "said", "speaker_of", "spoken"]

LINES: Final = 2  # that the words may take where room is short
SLACK: Final = 12  # columns of the last line that are left free, as words are not cut
ENOUGH: Final = 48  # columns of words that even a long name and a narrow screen leave
CUT: Final = " …"
FULL: Final = 5  # words from which a quoted fragment says something by itself
ELISION: Final = " … "
WORD: Final = re.compile(r"\w+")
NEGATABLE: Final = re.compile(r"n['’]t\b|\w+")
BETWEEN: Final = re.compile(r"\s*(?:[a-z'’]+\s+){1,4}")  # a few small words
OBJECT: Final = re.compile(r"\s*(?:[\w.'’]+\s+){0,4}")  # to whom something is said
INFINITIVE: Final = re.compile(r"to\s")


class Said(NamedTuple):
    """Words of an article, and whether all of them are the speaker's own.

    `cue` are the words before them that what is said can't do without: accused, has denied.
    """

    words: str
    quoted: bool
    cue: str | None = None


def said(statement: Statement) -> Said:
    """Return what is said: the speaker's own words where they say enough, else the report of them."""
    contents = [_content(statement, span) for span in statement.content] or [statement.evidence.quote]
    whole = ELISION.join(_trimmed(content) for content in contents)
    if statement.manner is Manner.DIRECT:
        return Said(ELISION.join(_bare(_trimmed(content)) for content in contents), quoted=True)
    if cue := _cue(statement):
        return Said(whole, quoted=False, cue=cue)
    fragments = [fragment for content in contents for fragment in _fragments(content)]
    longest = max(fragments, key=len, default="")
    if len(WORD.findall(longest)) >= FULL:
        return Said(_trimmed(longest), quoted=True)
    return Said(_without_opening(whole), quoted=False)


def quoted_words(statement: Statement) -> Text:
    """Return what is said, in quotation marks if in the speaker's words."""
    words, quoted, cue = said(statement)
    return (
        Word(f"{cue} " if cue else ""),
        Word(f"“{words}”" if quoted else words, "italic" if quoted else ""),
    )


def speaker_of(statement: Statement, offices: Collection[str] = (), *, with_party: bool = True) -> str:
    """Name a speaker briefly: an office or a party as it is, a person by the last name."""
    speaker, party = statement.speaker, statement.party
    if speaker is None:
        return f"unknown ({short(party)})" if party else "unknown"
    if speaker == party or speaker in offices:
        return short(speaker)
    if party is None or not speaker.split()[-1][0].isupper():  # "Norlandic official" is no name
        return speaker
    return f"{last_name(speaker)} ({short(party)})" if with_party else last_name(speaker)


def spoken(
    statement: Statement, offices: Collection[str], *, with_party: bool = True, room: int | None = None
) -> Text:
    """Return who says what: in quotation marks if in the speaker's words, else as the report puts it.

    What takes more than two lines of `room` columns is cut short, but for what says enough.
    """
    speaker = speaker_of(statement, offices, with_party=with_party)
    words, quoted, cue = said(statement)
    link = f" {cue} " if cue else ": "
    if room:
        words = cut(words, max(ENOUGH, LINES * room - width_of(speaker + link) - SLACK))
    words = f"“{words}”" if quoted else words
    return (Word(speaker, "bold"), Word(link), Word(words, "italic" if quoted else ""))


def _cue(statement: Statement) -> str | None:
    """Return the words of saying where what is said can't do without them, and follows them.

    They are those of a verb that is part of what is said, and those before what has no verb of its own:
    promised him to come.
    """
    cue, first = statement.cue, statement.content[0] if statement.content else None
    if cue is None or first is None or cue.end > first.start:
        return None
    start, quote = statement.evidence.span.start, statement.evidence.quote
    begin = _cue_start(statement, cue) - start
    to_whom = quote[cue.end - start : first.start - start]
    if INFINITIVE.match(quote, first.start - start) and OBJECT.fullmatch(to_whom):
        return " ".join(quote[begin : first.start - start].split())
    if to_whom.strip(" \n,"):
        return None
    words = quote[begin : cue.end - start].strip()
    negated = not load_wording().negations.isdisjoint(NEGATABLE.findall(words.lower()))
    return words if negated or statement.verb in load_wording().leaning else None


def _cue_start(statement: Statement, cue: Span) -> int:
    """Return where the words of saying begin: right after who says it, if only auxiliaries stand between."""
    source, start = statement.source, statement.evidence.span.start
    if source is None or source.end > cue.start:
        return cue.start
    between = statement.evidence.quote[source.end - start : cue.start - start]
    return source.end if between.strip() and BETWEEN.fullmatch(between) else cue.start


def cut(words: str, room: int) -> str:
    """Cut words short that take more than so many columns, at a blank."""
    if len(words) <= room:
        return words
    kept = words[:room]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:–—-") + CUT


def _content(statement: Statement, span: Span) -> str:
    """Take the words of a span from the evidence, with the mark that closes a quotation right after it."""
    evidence = statement.evidence
    text, start = evidence.quote + evidence.suffix, evidence.span.start
    words = text[span.start - start : span.end - start]
    following = text[span.end - start : span.end - start + 1]
    return words + following if any(_is_open(words, *marks) for marks in _closed_by(following)) else words


def _closed_by(sign: str) -> list[tuple[str, str]]:
    return [(opening, closing) for opening, closing in load_wording().quotes if closing == sign]


def _is_open(words: str, opening: str, closing: str) -> bool:
    """Tell whether a quotation was begun in words and not ended."""
    if opening == closing:
        return words.count(opening) % 2 == 1
    return words.count(opening) > words.count(closing)


@cache
def _quotation() -> re.Pattern[str]:
    pairs = (rf"{re.escape(a)}([^{re.escape(a + b)}]+){re.escape(b)}" for a, b in load_wording().quotes)
    return re.compile("|".join(pairs))


def _fragments(content: str) -> list[str]:
    return [next(group for group in found.groups() if group) for found in _quotation().finditer(content)]


def _bare(words: str) -> str:
    """Take the quotation marks off that enclose words."""
    for opening, closing in load_wording().quotes:
        words = words.removeprefix(opening).removesuffix(closing)
    return _trimmed(words)


def _trimmed(words: str) -> str:
    return words.strip(" \n,;:")


def _without_opening(words: str) -> str:
    """Leave out the conjunction before reported speech; before a verb it is none: that was a condition."""
    first, *rest = words.split(" ", 2)
    wording = load_wording()
    if first.lower() not in wording.openings or not rest or rest[0].lower() in wording.finite:
        return words
    return " ".join(rest)
