"""Text: normalised once, then cut in paragraphs, quotations, sentences and tokens."""

from talks.text.normalise import normalise
from talks.text.paragraphs import Paragraph, Quotation, find_paragraphs, find_quotations, split_sentences
from talks.text.tokens import Tokens, tokenise

__all__ = [
    "Paragraph",
    "Quotation",
    "Tokens",
    "find_paragraphs",
    "find_quotations",
    "normalise",
    "split_sentences",
    "tokenise",
]
