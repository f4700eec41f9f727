"""Shallow syntax: word classes, verb groups, noun phrases, and which belongs to which."""

from talks.syntax.atoms import is_atom, stretch
from talks.syntax.ordering import order_tokens
from talks.syntax.parsing import parse
from talks.syntax.records import Parse, Phrase, Verb
from talks.syntax.tagging import Tagger

__all__ = ["Parse", "Phrase", "Tagger", "Verb", "is_atom", "order_tokens", "parse", "stretch"]
