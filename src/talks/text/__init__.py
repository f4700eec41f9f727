"""Text: normalised once, then cut in paragraphs, quotations, sentences and tokens."""

from talks.text.carried import find_all_quotations
from talks.text.normalise import close_gaps, normalise, straighten
from talks.text.paragraphs import (
    Paragraph,
    Quotation,
    find_paragraphs,
    find_quotations,
    quotations_near,
    split_sentences,
)
from talks.text.tokens import Tokens, cut, openings, tokenise

__all__ = [
    "Paragraph",
    "Quotation",
    "Tokens",
    "close_gaps",
    "cut",
    "find_all_quotations",
    "find_paragraphs",
    "find_quotations",
    "normalise",
    "openings",
    "quotations_near",
    "split_sentences",
    "straighten",
    "tokenise",
]
