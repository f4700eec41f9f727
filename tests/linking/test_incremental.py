"""Linking what comes and goes gives what linking everything from scratch gives."""

import random
from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_reports import make_reports
from made_reports import QUENT, STENMOE
from made_reports import report as made

from talks.link import Board, Linker, Report, keys_of, link
from talks.link.wishes import wishes_beside
from talks.models import Event, Status


class Shelf:
    """Keeps reports and events as the store does, and links what changes."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.keyed: defaultdict[str, set[str]] = defaultdict(set)
        self.events: dict[str, Event] = {}
        self.read = 0

    def fetch(self, keys, known):
        found = {key for wanted in keys for key in self.keyed[wanted]} - set(known)
        self.read += len(found)
        return [self.reports[key] for key in sorted(found)]

    def seek(self, first, last, back):
        found = sorted(key for key, held in self.keyed.items() if held and first <= key < last)
        return found[-1 if back else 0] if found else None

    def change(self, new: list[Report], lost: list[str] = ()) -> None:
        """Add some reports and drop others."""
        gone = [self.reports.pop(key) for key in lost]
        keys = {key for report in gone for key in keys_of(report)}
        keys |= {other for key in keys for other in wishes_beside(key, self.seek) if other}
        orphaned = {e.id: e for e in self.events.values() if set(e.mentions) & set(lost)}
        for key in keys:
            self.keyed[key].difference_update(lost)
        for report in new:
            self.reports[report.mention.id] = report
            for key in keys_of(report):
                self.keyed[key].add(report.mention.id)
        near = {m for key in keys for m in self.keyed[key]} | {
            m for e in orphaned.values() for m in e.mentions
        }
        self.events = {key: event for key, event in self.events.items() if key not in orphaned}
        self.link([*new, *(self.reports[key] for key in sorted(near) if key in self.reports)])

    def link(self, changed: list[Report]) -> None:
        board = Board(fetch=self.fetch, seek=self.seek)
        linker = Linker(board)
        left = linker.touched(board.put(report) for report in changed)
        told: set[str] = set()
        while left:
            events = list(linker.events(left))
            now = {mention for event in events for mention in event.mentions}
            gone = [event for event in self.events.values() if now & set(event.mentions)]
            told |= now
            mates = {mention for event in gone for mention in event.mentions} - told
            left = [board.put(self.reports[mention]) for mention in sorted(mates)]
            for event in gone:
                del self.events[event.id]
            self.events |= {event.id: event for event in events}


def in_order(events) -> list[Event]:
    return sorted(events, key=lambda event: event.id)


SPANS = st.sampled_from([60, 900])  # days: of a crowded season, and of years with long silences


@settings(max_examples=50, deadline=None)
@given(st.integers(), st.integers(min_value=1, max_value=25), SPANS)
def test_any_batches_in_any_order_give_what_linking_from_scratch_gives(seed: int, articles: int, days: int):
    generator = random.Random(seed)  # noqa: S311 - any will do
    told = make_reports(generator, articles, days=days)
    shelf, left = Shelf(), list(told)
    generator.shuffle(left)
    while left:
        size = generator.randrange(1, 6)
        shelf.change([report for reports in left[:size] for report in reports])
        left = left[size:]
    assert in_order(shelf.events.values()) == in_order(link(r for reports in told for r in reports))


@settings(max_examples=50, deadline=None)
@given(st.integers(), st.integers(min_value=2, max_value=25), SPANS)
def test_what_is_lost_leaves_what_linking_the_rest_gives(seed: int, articles: int, days: int):
    generator = random.Random(seed)  # noqa: S311 - any will do
    told = make_reports(generator, articles, days=days)
    shelf = Shelf()
    shelf.change([report for reports in told for report in reports])
    gone = generator.sample(told, articles // 2)
    for reports in gone:
        shelf.change([], [report.mention.id for report in reports])
    rest = [report for reports in told if reports not in gone for report in reports]
    assert in_order(shelf.events.values()) == in_order(link(rest))


def test_an_article_is_linked_by_reading_its_neighbourhood_only():
    generator = random.Random(1)  # noqa: S311 - any will do
    reads = []
    for years in (1, 4):
        shelf = Shelf()
        told = make_reports(generator, 150 * years, days=365 * years)
        shelf.change([report for reports in told[1:] for report in reports])
        shelf.read = 0
        shelf.change(told[0])
        reads.append(shelf.read)
    assert reads[1] < 3 * max(reads[0], 50)


def test_a_summit_known_by_its_year_is_linked_beside_the_wishes_for_another():
    people = (STENMOE, QUENT)
    wishes = [
        made(n, "summit", Status.PROPOSED, None, published=day, people=people)
        for n, day in enumerate(("2024-05-01", "2024-11-01"))
    ]
    day = "2023-01-01/2023-12-31"
    held = made(2, "summit", Status.HELD, day, people=people, reference="first of 2023")
    shelf = Shelf()
    shelf.change(wishes[:1])
    shelf.change([held, wishes[1]])
    assert in_order(shelf.events.values()) == in_order(link([*wishes, held]))
