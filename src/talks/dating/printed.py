"""Find the date that an article prints of itself: in a line of its own, or in a dateline.

"Harvik Herald, 18 May 2022" is one, "CASTREL, June 26 (Lakeside) -" too; a headline that tells a date is not,
nor are the dates of updates, corrections, photos, comments and related stories.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talks.dates import DateContext, DateGrammar, DatePhrase, find_dates, resolve
from talks.dates.meaning import Calendar
from talks.models import Basis, Precision, Span, When

__all__ = ["PrintedDate", "find_printed_date", "find_update", "is_date_line"]

HEAD, TOP, FOOT = 10, 3, 4  # lines in which an article prints its date
SEVERAL = 2  # different dates, of which one may be the article's
LONGEST = 140  # characters of a date line
SEEN = 1000  # characters of a line among which its date is printed; a whole article may be one line
PLACE = 70  # characters before the date of a dateline
WORDS, FEW_WORDS, FOOT_WORDS = 10, 6, 5  # beside the date
WORD = re.compile(r"[^\W\d_]+|©")
TIME = re.compile(r"\d{1,2}[.:]\d\d(?:\s*[apAP]\.?m\.?)?")
DATELINE_END = re.compile(r"\s*(?:\(|[-–—.:|]|,\s*\d|,?\s*$)")
LISTED = re.compile(r"\s*\d{1,2}(?:st|nd|rd|th)\s*[.:)–—-]\s")  # "2nd: 3 May 2024, Tresk", in a list
ITEM = re.compile(r"\s*:\s*[^\W\d]")
AGENCY_END = re.compile(r"\s*(?:\(|[-–—]|\.?\s*/[A-Z])")
EITHER = re.compile(r"(?<!\d)(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?!\d)")
DECEMBER = 12
CREDIT = re.compile(r"\s*\([^()]{2,40}\)\s*[-–—]")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A printed date; without a year it is unknown, and only its day and month are.

    So is one that may be read in two ways, 3/4/2024: then `other` is the second.
    """

    when: When
    day: Calendar
    other: Calendar | None = None
    label: bool = False  # the line says that it is the date of publication
    dateline: bool = False  # it stands with a place before the first sentence


def find_printed_date(text: str, grammar: DateGrammar) -> PrintedDate | None:
    """Return the date printed at the head of an article, else at its foot."""
    lines = list(_lines(text))
    head = [found for line in lines[:HEAD] for found in _printed(line, grammar, WORDS)]
    if len({date.day for date in head}) > SEVERAL:  # a list of dates, such as a timeline
        head = [found for line in lines[:TOP] for found in _printed(line, grammar, WORDS)]
    ranked = sorted(head, key=lambda found: (not found.label, not found.when.known))
    yearless = next((date for date in head if date.dateline and date.day.year is None), None)
    if ranked and yearless is None:
        return _before_clock(ranked[0], head)
    either = [found for line in lines[:HEAD] for found in _printed_either_way(line, grammar)]
    if yearless is not None:
        return _in_figures(text, ranked[0], yearless, either) or _before_clock(ranked[0], head)
    if either:
        return either[0] if len({date.day for date in either}) == 1 else None
    foot = [found for line in lines[HEAD:][-FOOT:] for found in _printed(line, grammar, FOOT_WORDS)]
    days = {date.when for date in foot}
    return foot[0] if len(days) == 1 and foot[0].when.known else None


def find_update(text: str, grammar: DateGrammar) -> When:
    """Return about when an article was published that prints only when it was last changed."""
    for offset, line in list(_lines(text))[:HEAD]:
        for phrase in find_dates(line, grammar=grammar):
            spoken = {word.lower() for word in WORD.findall(line[: phrase.start])}
            day = phrase.meaning
            if (
                isinstance(day, Calendar)
                and day.year
                and day.day
                and spoken & grammar.lexicon.printed["updated"]
            ):
                told = _when(phrase, offset)
                return told.model_copy(update={"precision": Precision.APPROX, "basis": Basis.INFERRED})
    return When.unknown()


def is_date_line(line: str, grammar: DateGrammar) -> bool:
    """Tell a line that holds little but a full date, be it of publication or of a change."""
    phrases = find_dates(line, grammar=grammar)
    full = any(isinstance(day := phrase.meaning, Calendar) and day.year and day.day for phrase in phrases)
    return full and _is_date_line(line, phrases, grammar, FEW_WORDS)


def _in_figures(
    text: str, best: PrintedDate, dateline: PrintedDate, either: Sequence[PrintedDate]
) -> PrintedDate | None:
    """Return the date that figures and a dateline tell together: 02/06/2025 above "CASTREL, June 2"."""
    figures = [(day, date.when.phrase) for date in either for day in (date.day, date.other) if day]
    span = best.when.phrase
    if span is not None and EITHER.fullmatch(text[span.start : span.end]):
        figures.append((replace(best.day, month=best.day.day, day=best.day.month), span))
    same = (dateline.day.month, dateline.day.day)
    told = {(day.year, words) for day, words in figures if (day.month, day.day) == same}
    year, words = told.pop() if len(told) == 1 else (None, None)
    day = _day_of(dateline.day, year)
    return replace(dateline, when=When.day(day, Basis.STATED, words)) if day else None


def _before_clock(best: PrintedDate, head: Sequence[PrintedDate]) -> PrintedDate:
    """Prefer a dateline to the clock that a site shows above it: the page was saved later."""
    dateline = next((date for date in head if date.dateline), None)
    clock = best.when.earliest
    if best.label or dateline is None or clock is None:
        return best
    month, on = dateline.day.month, dateline.day.day
    if month is None or on is None:
        return best
    day = _day_of(dateline.day, dateline.day.year or clock.year - ((month, on) > (clock.month, clock.day)))
    if day is None or day > clock:
        return best
    return replace(dateline, when=When.day(day, Basis.STATED, dateline.when.phrase))


def _day_of(day: Calendar, year: int | None) -> dt.date | None:
    """Return a day of a year; None where one of them is not told, or that year does not have it."""
    if not (year and day.month and day.day):
        return None
    try:
        return dt.date(year, day.month, day.day)
    except ValueError:
        return None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        yield match.start(), match[0][:SEEN]


def _printed(line: tuple[int, str], grammar: DateGrammar, words: int) -> Iterator[PrintedDate]:
    """Yield the dates that a line prints of its article."""
    offset, text = line
    phrases = find_dates(text, grammar=grammar)
    end = 0
    for phrase in phrases:
        before, end = text[end : phrase.start], phrase.end
        spoken = {word.lower() for word in WORD.findall(before)}
        day = phrase.meaning
        if not isinstance(day, Calendar) or not day.day or spoken & grammar.lexicon.printed["refused"]:
            continue
        label = bool(spoken & grammar.lexicon.printed["label"])
        whole = day.year is not None and (
            _is_date_line(text, phrases, grammar, words) or _is_labelled(text, phrase, grammar)
        )
        whole = whole or _is_stamp(text, phrase, day)
        dateline = _is_dateline(text, phrase, day, grammar)
        if whole or dateline or _is_as_of(text, phrase, day, grammar):
            yield PrintedDate(_when(phrase, offset), day, label=label, dateline=dateline)


def _printed_either_way(line: tuple[int, str], grammar: DateGrammar) -> Iterator[PrintedDate]:
    """Yield what a date line prints if nobody can tell the day from the month: Harvik News 03-04-2024."""
    offset, text = line
    for match in EITHER.finditer(text):
        day, month, year = map(int, match.groups())
        rest = text[: match.start()] + " " + text[match.end() :]
        if max(day, month) <= DECEMBER and not find_dates(rest, grammar=grammar):
            words = {word.lower() for word in WORD.findall(rest)}
            if _is_date_line(rest, (), grammar, WORDS) and not words & grammar.lexicon.printed["refused"]:
                span = Span(start=offset + match.start(), end=offset + match.end())
                yield PrintedDate(
                    When.unknown().model_copy(update={"phrase": span}),
                    Calendar(year=year, month=month, day=day),
                    Calendar(year=year, month=day, day=month),
                )


def _when(phrase: DatePhrase, offset: int, published: When | None = None) -> When:
    moved = phrase._replace(start=phrase.start + offset, end=phrase.end + offset)
    return resolve(moved, DateContext(published=published or When.unknown(), tense="past"))


def _is_as_of(text: str, phrase: DatePhrase, day: Calendar, grammar: DateGrammar) -> bool:
    """Tell "here is where things stand as of Friday, 28 March"."""
    if day.weekday is None:
        return False
    return text[: phrase.start].rstrip().lower().endswith(tuple(grammar.lexicon.printed["standing"]))


def _is_stamp(text: str, phrase: DatePhrase, day: Calendar) -> bool:
    """Tell a line of a day without its year and the time of day: "- 10 May, 10:58"."""
    rest = text[: phrase.start] + " " + text[phrase.end :]
    return bool(day.month) and TIME.search(text) is not None and not WORD.findall(TIME.sub(" ", rest))


def _is_labelled(text: str, phrase: DatePhrase, grammar: DateGrammar) -> bool:
    """Tell a line of a label and the date, as scrapers leave it: "date 2024-06-04 Talks resume"."""
    words = [word.lower() for word in WORD.findall(text[: phrase.start])]
    return bool(words) and grammar.lexicon.printed["label"].issuperset(words)


def _is_date_line(text: str, phrases: Sequence[DatePhrase], grammar: DateGrammar, most: int) -> bool:
    """Tell whether a line holds little but a date: names and a few words that go with dates."""
    if len(text) > LONGEST or LISTED.match(text):
        return False
    rest = text
    for phrase in reversed([phrase for phrase in phrases if isinstance(phrase.meaning, Calendar)]):
        if ITEM.match(rest, phrase.end):  # "12 March 2025: the day after" is a line of a list
            return False
        rest = rest[: phrase.start] + " " + rest[phrase.end :]
    words = WORD.findall(TIME.sub(" ", rest))
    told = [word for word in words if word[0].islower() and word not in grammar.lexicon.printed["ordinary"]]
    refused = grammar.lexicon.printed["refused"] if most == FOOT_WORDS else frozenset({"©", "copyright"})
    return len(words) <= most and len(told) <= 1 and not {word.lower() for word in words} & refused


def _is_dateline(text: str, phrase: DatePhrase, day: Calendar, grammar: DateGrammar) -> bool:
    """Tell whether a line opens with a place and the date: "CASTREL, Helvaria, Feb 28, 2022 (Lakeside) -"."""
    place = text[: phrase.start]
    words = WORD.findall(place)
    if not words:  # Feb 10 (Lakeside) -
        return not place.strip() and CREDIT.match(text, phrase.end) is not None
    if len(place) > PLACE or not words or not all(word[0].isupper() for word in words):
        return False
    if {word.lower() for word in words} & grammar.lexicon.printed["running"]:
        return False
    ending = DATELINE_END if day.year else AGENCY_END
    return ending.match(text, phrase.end) is not None
