"""All that is known of one negotiation, and how things stand in it."""

import datetime as dt

import pytest

from invented import NOON, POST_ARTICLE, tell
from invented_years import tell_years
from talks.models import Extraction, Status
from talks.store import Capture, open_store
from talks.terms import REAL
from talks.views.pages import event_page, event_pages
from talks.views.promises import State
from talks.views.state import OWED
from talks.views.survey import Asked, find_survey, told_of
from talks.views.timeline import Told

EVENTS = 96


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("years") / "x.db", mode="create") as store:
        tell_years(store, EVENTS)
        yield store


def survey_of(store, **asked):
    (frame,) = told_of(store)
    survey = find_survey(store, Asked(frame, **asked))
    assert survey is not None
    return survey


def test_every_event_has_a_page_and_every_page_its_reports(years):
    survey = survey_of(years)
    assert survey.listed == survey.pages.keys() == {event.id for event in years.events()}
    assert all(len(page.reports) == len(page.event.mentions) for page in survey.pages.values())
    cited = {report.article.id for page in survey.pages.values() for report in page.reports}
    assert cited <= survey.articles.keys()


def test_pages_looked_up_together_are_those_looked_up_alone(told):
    for page in event_pages(told, told.events()):
        alone = event_page(told, page.event.id)
        assert (page.reports, page.steps, page.points, page.origins) == (
            alone.reports,
            alone.steps,
            alone.points,
            alone.origins,
        )


def test_a_range_lists_less_and_keeps_the_pages_that_anything_refers_to(years):
    first, last = dt.date(2021, 2, 1), dt.date(2021, 2, 28)
    survey, whole = survey_of(years, since=first, until=last), survey_of(years)
    assert survey.listed < whole.listed
    for month in survey.months:
        for entry in month.entries:
            when = entry.event.when if isinstance(entry, Told) else entry.when
            assert when.earliest <= last
            assert when.latest >= first
    assert {promise.event.id for promise in survey.situation.owed} <= survey.pages.keys()
    assert survey.situation.last == whole.situation.last


def test_the_last_round_was_held_by_both_sides_and_began_last(years):
    situation = survey_of(years).situation
    rounds = [event for event in years.events(kind="talks") if event.status in REAL and event.when.known]
    assert situation.last in rounds
    assert situation.last.when.earliest == max(event.when.earliest for event in rounds)
    assert situation.days_since == (situation.day - situation.last.when.latest).days


def test_nothing_planned_is_taken_for_the_last_round(told):
    situation = survey_of(told, as_of=dt.date(2024, 3, 12)).situation
    assert situation.last.status is Status.HELD
    assert situation.last.when.latest <= situation.day


def test_of_the_past_only_what_was_out_is_counted(told):
    assert survey_of(told).read == 3
    then = survey_of(told, as_of=dt.date(2024, 3, 12))
    assert (then.day, then.read, len(then.articles)) == (dt.date(2024, 3, 12), 1, 1)


def test_what_is_owed_is_not_delivered_and_the_latest_comes_first(years):
    owed = survey_of(years).situation.owed
    assert {promise.state for promise in owed} <= OWED
    assert State.KEPT not in OWED
    days = [promise.term.agreed for promise in owed]
    assert days == sorted(days, reverse=True)


def test_what_is_ahead_has_the_nearest_date(news):
    situation = survey_of(news).situation
    assert len({item.when for item in situation.ahead}) <= 1
    assert all(item.when.latest >= situation.day for item in situation.ahead)


def test_where_a_side_stands_is_the_same_in_the_table_and_in_the_lists(years, told):
    for store in (years, told):
        survey = survey_of(store)
        stands = survey.situation.table.stands
        shown = {(line.topic, line.party): line.latest for line in survey.lines}
        assert stands
        assert all(shown[key] == stand.latest for key, stand in stands.items())


def test_of_two_negotiations_each_has_its_own(tmp_path):
    with open_store(tmp_path / "x.db", mode="create") as store:
        tell(store)
        article = POST_ARTICLE.model_copy(update={"id": "a0", "sha256": "0", "path": "other.txt"})
        published = article.published.model_copy(
            update={"earliest": dt.date(2026, 1, 1), "latest": dt.date(2026, 1, 1)}
        )
        other = Extraction(article.model_copy(update={"published": published}), (), (), "israel-hamas")
        store.save(other, Capture.of(other.article, NOON), engine="by hand")
        hamas, norland = told_of(store)
        assert (hamas.dossier, norland.dossier) == ("israel-hamas", "norland-sudria")
        one, two = (find_survey(store, Asked(frame)) for frame in (hamas, norland))
    assert (one.day, one.pages, one.books, one.read) == (dt.date(2026, 1, 1), {}, (), 1)
    assert (two.day, len(two.pages), two.read) == (dt.date(2024, 4, 11), 13, 3)


def test_without_a_date_there_is_no_survey(tmp_path):
    with open_store(tmp_path / "x.db", mode="create") as store:
        tell(store)
        (frame,) = told_of(store)
        assert find_survey(store, Asked(frame)) is not None
    with open_store(tmp_path / "empty.db", mode="create") as store:
        assert told_of(store) == []
        assert find_survey(store, Asked(frame)) is None


def test_it_is_told_how_far_it_has_come(tmp_path):
    seen = []
    with open_store(tmp_path / "x.db", mode="create") as store:
        tell_years(store, 208)
        (frame,) = told_of(store)
        find_survey(store, Asked(frame), watch=lambda done, every: seen.append((done, every)))
    assert seen == [(100, 208), (200, 208)]
