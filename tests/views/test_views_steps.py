"""How an event came to be what it is."""

from invented_news import (
    ARTICLES,
    EVENTS,
    GROUPS,
    ROUND_HELD,
    ROUND_PLANNED,
    SWAP_AGREED,
    SWAP_HELD,
    report_of,
)
from talks.link import Report, tell
from talks.models import Status, When
from talks.store import Store
from talks.views.pages import event_page
from talks.views.steps import Step, find_steps


def test_each_step_is_the_first_report_of_what_was_then_known(news: Store):
    page = event_page(news, EVENTS["swap"].id)
    assert page.steps == (
        Step(Status.AGREED, SWAP_AGREED.id),
        Step(Status.HELD, SWAP_HELD.id, more=1),
    )


def test_reports_that_repeat_what_is_known_are_counted_and_so_are_undated_ones(news: Store):
    page = event_page(news, EVENTS["round"].id)
    assert page.steps == (
        Step(Status.PLANNED, ROUND_PLANNED.id),
        Step(Status.HELD, ROUND_HELD.id, more=2),
    )


def test_a_word_against_the_others_is_told_as_such():
    reports = list(map(report_of, GROUPS["swap"]))
    off = SWAP_AGREED.model_copy(update={"id": "mffff", "status": Status.CANCELLED})
    last = Report(off, ARTICLES[GROUPS["swap"][-1].article].published, "other")
    event = tell([*reports, last])
    steps = find_steps(event, [*reports, last])
    assert [(step.status, step.changed) for step in steps] == [
        (Status.AGREED, True),
        (Status.HELD, True),
        (Status.CANCELLED, False),
    ]


def test_what_only_undated_reports_tell_is_a_step_all_the_same():
    report = Report(SWAP_HELD, When.unknown(), "other")
    assert find_steps(tell([report]), [report]) == (Step(Status.HELD, SWAP_HELD.id),)
