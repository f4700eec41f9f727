"""Mentions of happenings."""

from __future__ import annotations

from collections.abc import Iterable

from talks.events.finding import find_happenings
from talks.events.following import tell_on
from talks.events.happenings import Happening
from talks.events.joining.encounters import join_encounters
from talks.events.joining.mentions import mentions_of, weightiest
from talks.events.joining.merging import merge
from talks.events.joining.news import date_news
from talks.events.joining.remarks import without_remarks
from talks.events.joining.replies import hear_replies
from talks.events.joining.sameness import Sameness
from talks.events.joining.setting import settle
from talks.events.joining.sides import bring_sides, complete, leave_open, lend_sides
from talks.events.noun_standins import find_standins
from talks.events.ordinals import find_numbered
from talks.events.tables import find_rows
from talks.events.when.beginnings import date_beginnings
from talks.events.who.brokers import add_brokers
from talks.models import Mention
from talks.reading import Reading

__all__ = ["find_groups", "find_mentions", "kinds_told", "mentions_of"]


def find_mentions(reading: Reading) -> list[Mention]:
    """Return the happenings that an article reports, each once, in the order of the text."""
    return mentions_of(reading, find_groups(reading))


def find_groups(reading: Reading) -> list[list[Happening]]:
    """Return all that an article tells of happenings: what tells of one and the same stands together."""
    found = [h for sentence in reading.sentences for h in find_happenings(reading, sentence)]
    found = complete(reading, lend_sides(reading, bring_sides(reading, leave_open(reading, found))))
    found += list(find_numbered(reading, found))
    found += find_standins(reading, found)
    found = hear_replies(reading, tell_on(reading, sorted(found, key=lambda h: h.head)))
    found = date_beginnings(reading, without_remarks(reading, found))
    found += find_rows(reading)
    kinds = reading.codebook.kinds
    same = Sameness(kinds, reading.world.places, reading.article.published.earliest)
    told = date_news(reading, join_encounters(merge(found, kinds, same), kinds, same))
    return add_brokers(reading, settle(reading, told))


def kinds_told(groups: Iterable[list[Happening]]) -> list[tuple[int, str]]:
    """Return where happenings are told of, as tokens in order, each with the kind of its whole group."""
    return sorted({(told.head, weightiest(group).kind) for group in groups for told in group})
