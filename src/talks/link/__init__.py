"""Mentions → events: which reports tell of one happening."""

from talks.link.board import Board, keys_of
from talks.link.linking import Linker, link
from talks.link.reports import Report
from talks.link.telling import in_time, tell

__all__ = ["Board", "Linker", "Report", "in_time", "keys_of", "link", "tell"]
