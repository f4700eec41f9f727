"""Tell when an article was published."""

from __future__ import annotations

from talks.dates import DateGrammar
from talks.dating.background import Background
from talks.dating.infer import find_reasons, infer_date
from talks.dating.printed import find_printed_date, find_update, is_date_line
from talks.dating.references import ReferenceIndex
from talks.models import When

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
    grammar: DateGrammar,
    background: Background | None = None,
) -> When:
    """Return the publication date of an article: unknown rather than a guess.

    The first that is known counts: the date given by the user, the one in the file's metadata, one printed in
    a date line or dateline, what the text lets one infer, leaning on the background of a dossier, and about
    the day on which it says that it was updated. Make
    one `Background` for all articles of a dossier: it takes a while.
    """
    for told in (given, metadata):
        if told is not None and told.known:
            return told
    printed = find_printed_date(text, grammar)
    if printed is not None and printed.when.known:
        return printed.when
    told = infer_date(text, grammar, background or Background.knowing((), grammar), printed)
    return told if told.known else find_update(text, grammar)
