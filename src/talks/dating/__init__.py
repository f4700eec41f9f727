"""Tell when an article was published."""

from __future__ import annotations

from talks.dates import DateGrammar
from talks.dating.addresses import corrected, date_of_address
from talks.dating.background import Background
from talks.dating.infer import find_reasons, infer_date
from talks.dating.printed import find_printed_date, find_update, is_date_line
from talks.dating.references import ReferenceIndex
from talks.models import Precision, When

__all__ = [
    "Background",
    "ReferenceIndex",
    "date_article",
    "find_printed_date",
    "find_reasons",
    "infer_date",
    "is_date_line",
]


def date_article(
    text: str,
    *,
    given: When | None = None,
    metadata: When | None = None,
    address: str | None = None,
    grammar: DateGrammar,
    background: Background | None = None,
) -> When:
    """Return the publication date of an article: unknown rather than a guess.

    The first that is known counts: the date given by the user, the one in the file's metadata, one printed in
    a date line or dateline, the day in the address of the page, what the text lets one infer, leaning on the
    background of a dossier, about the day on which it says that it was updated, and the month in the address.
    What only the page or its text says gives way where the address says that it was filed later. Make
    one `Background` for all articles of a dossier: it takes a while.
    """
    if given is not None and given.known:
        return given
    filed = date_of_address(address, grammar)
    if metadata is not None and metadata.known:
        return corrected(metadata, filed)
    printed = find_printed_date(text, grammar)
    if printed is not None and printed.when.known:
        return corrected(printed.when, filed)
    if filed.precision is Precision.DAY:
        return filed
    told = infer_date(text, grammar, background or Background.knowing((), grammar), printed)
    told = told if told.known else find_update(text, grammar)
    return corrected(told, filed) if told.known else filed
