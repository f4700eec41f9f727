"""Names: parties, people, offices, places, outlets; and whom a phrase means."""

from talks.names.actor import Actor
from talks.names.actors import Cast
from talks.names.spotting import Name, find_names

__all__ = ["Actor", "Cast", "Name", "find_names"]
