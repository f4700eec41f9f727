"""Which days a phrase names, how fine, and why that is believed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from talks.dates import DateContext, DateGrammar, find_dates, resolve
from talks.models import Precision, When

Read = Callable[..., list[tuple[str, str | None]]]


@pytest.fixture
def one(grammar: DateGrammar, context: Callable[..., DateContext]) -> Callable[..., When]:
    """Resolve the only phrase of a text."""

    def run(text: str, **told: object) -> When:
        (phrase,) = find_dates(text, grammar=grammar)
        return resolve(phrase, context(**told))

    return run


@pytest.mark.parametrize(
    ("text", "tense", "edtf"),
    [
        ("on Wednesday", "past", "2025-06-11"),
        ("on Wednesday", "future", "2025-06-11"),
        ("on Thursday", "past", "2025-06-05"),
        ("on Thursday", None, "2025-06-05"),
        ("on Thursday", "future", "2025-06-12"),
        ("by Thursday", None, "2025-06-12"),
        ("last Wednesday", "past", "2025-06-04"),
        ("next Wednesday", "future", "2025-06-18"),
        ("this coming Sunday", None, "2025-06-15"),
        ("on Monday of this week", "past", "2025-06-09"),
        ("Friday of last week", "past", "2025-06-06"),
        ("at the weekend", "past", "2025-06-07/2025-06-08"),
        ("at the weekend", "future", "2025-06-14/2025-06-15"),
        ("in the night to Sunday", "past", "2025-06-08"),
    ],
)
def test_weekdays_go_by_the_articles_day_and_the_tense(
    text: str, tense: str | None, edtf: str, one: Callable[..., When]
) -> None:
    assert one(text, tense=tense).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf", "precision", "basis"),
    [
        ("on 2 June 2024", "2024-06-02", "day", "stated"),
        ("on 2 June", "2025-06-02", "day", "stated"),
        ("in May", "2025-05", "month", "stated"),
        ("in 2022", "2022", "year", "stated"),
        ("late July 2024", "2024-07", "month", "stated"),
        ("the end of August", "2025-08", "month", "stated"),
        ("the spring of 2022", "2022-21", "season", "stated"),
        ("the winter of 2022", "2022-24", "season", "stated"),
        ("the third quarter of 2024", "2024-07/2024-09", "span", "stated"),
        ("today", "2025-06-11", "day", "published"),
        ("tonight", "2025-06-11", "day", "published"),
        ("this morning", "2025-06-11", "day", "published"),
        ("yesterday", "2025-06-10", "day", "relative"),
        ("last night", "2025-06-10", "day", "relative"),
        ("tomorrow", "2025-06-12", "day", "relative"),
        ("overnight", "2025-06-10/2025-06-11", "span", "relative"),
        ("last week", "2025-06-02/2025-06-08", "week", "relative"),
        ("next week", "2025-06-16/2025-06-22", "week", "relative"),
        ("last month", "2025-05", "month", "relative"),
        ("earlier this month", "2025-06", "month", "relative"),
        ("last year", "2024", "year", "relative"),
        ("last June", "2024-06", "month", "relative"),
        ("in the coming days", "2025-06-11~", "approx", "relative"),
        ("soon", "2025-06-11~", "approx", "relative"),
        ("eight days ago", "2025-06-03", "day", "relative"),
        ("three weeks ago", "2025-05-19/2025-05-25", "week", "relative"),
        ("two months ago", "2025-04", "month", "relative"),
        ("in ten days", "2025-06-21", "day", "relative"),
        ("four days after the ceasefire took hold", "2025-05-05", "day", "reference"),
        ("Easter", "2025-04-20", "day", "stated"),
    ],
)
def test_precision_and_basis_are_honest(
    text: str, edtf: str, precision: str, basis: str, one: Callable[..., When]
) -> None:
    when = one(text)
    assert (when.edtf, when.precision.value, when.basis.value) == (edtf, precision, basis)


@pytest.mark.parametrize(
    ("text", "previous", "edtf"),
    [
        ("the same day", "2025-05-03", "2025-05-03"),
        ("a day earlier", "2025-05-03", "2025-05-02"),
        ("the day before", "2025-05-03", "2025-05-02"),
        ("the next day", "2025-05-03", "2025-05-04"),
        ("12 days later", "2025-05-03", "2025-05-15"),
        ("two days later", "2025-05-03/2025-05-05", "2025-05-07"),
        ("two days earlier", "2025-05-03/2025-05-05", "2025-05-01"),
        ("the following week", "2025-05-03", "2025-05-05/2025-05-11"),
        ("later that year", "2023-05-03", "2023"),
        ("a year earlier", "2025-05", "2024-05"),
        ("a day earlier", "2022", "2025-06-10"),
        ("the following Monday", "2025-05-03", "2025-05-05"),
        ("waited until the 25th", "2025-05-03", "2025-05-25"),
        ("on 3 March", "2022-02-28", "2022-03-03"),
        ("on 3 March", "2022-05-28", "2025-03-03"),
    ],
)
def test_the_narrative_gives_what_a_phrase_leaves_out(
    text: str, previous: str, edtf: str, one: Callable[..., When]
) -> None:
    assert one(text, previous=previous).edtf == edtf


@pytest.mark.parametrize(
    ("text", "previous", "tense", "edtf"),
    [
        ("towards the end of the month", "2022-03-10", "past", "2022-03"),
        ("later in the month", "2024-12-14", "past", "2024-12"),
        ("later in the month", "2025-06-03", "past", "2025-06"),
        ("at the end of the month", "2022-03-10", "future", "2025-06"),
        ("at the beginning of the month", "2022-03-10", "past", "2025-06"),
        ("at the end of the month", "2022", "past", "2025-06"),
        ("earlier in the month", "2022-03-10", "past", "2025-06"),
    ],
)
def test_a_month_that_can_not_be_the_articles_own_is_that_of_the_narrative(
    text: str, previous: str, tense: str, edtf: str, one: Callable[..., When]
) -> None:
    assert one(text, previous=previous, tense=tense).edtf == edtf


def test_nothing_past_is_counted_from_a_plan(one: Callable[..., When]) -> None:
    assert one("a day earlier", previous="2025-06-20", tense="past").edtf == "2025-06-10"
    assert not one("the same day", previous="2025-06-20", tense="past").known


@pytest.mark.parametrize(
    ("text", "tense", "published", "edtf"),
    [
        ("before the winter", None, "2024-05-04", "2024-24"),
        ("in December", "future", "2025-11-20", "2025-12"),
        ("on 2 January", None, "2025-11-20", "2026-01-02"),
        ("on 20 November", "past", "2025-01-10", "2024-11-20"),
        ("payable on 2 January", "past", "2025-11-20", "2026-01-02"),
        ("in June", None, "2025-05-22", "2025-06"),
        ("on Monday, 2 June", None, "2026-01-15", "2025-06-02"),
        ("next Monday, 2 June", "future", "2025-05-28", "2025-06-02"),
        ("on 29 February", None, "2024-03-01", "2024-02-29"),
    ],
)
def test_a_missing_year_is_the_nearest_that_fits(
    text: str, tense: str | None, published: str, edtf: str, one: Callable[..., When]
) -> None:
    assert one(text, tense=tense, published=published).edtf == edtf


@pytest.mark.parametrize(
    "text", ["yesterday", "last week", "on Friday", "eight days ago", "soon", "this year"]
)
def test_what_is_counted_from_an_unknown_day_is_unknown(text: str, one: Callable[..., When]) -> None:
    assert not one(text, published=None).known


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("last month", "2025-05"),
        ("this year", "2025"),
        ("yesterday", "2025-05-31/2025-06-29"),
        ("in July", "2025-07"),
    ],
)
def test_a_publication_month_gives_what_it_can(text: str, edtf: str, one: Callable[..., When]) -> None:
    assert one(text, published="2025-06").edtf == edtf


def test_what_is_vague_stays_vague_where_the_day_of_the_article_is(one: Callable[..., When]) -> None:
    assert one("in the coming days", tense="future", published="2025-06").precision is Precision.APPROX


@pytest.mark.parametrize("text", ["within hours", "in two days", "soon"])
def test_what_only_the_future_makes_a_date_is_none_in_the_past(text: str, one: Callable[..., When]) -> None:
    assert not one(text, tense="past").known
    assert one(text, tense="future").known


def test_an_unknown_happening_dates_nothing(one: Callable[..., When]) -> None:
    assert not one("six days after the walkout in Castrel").known


def test_a_date_keeps_the_words_it_was_read_from(
    grammar: DateGrammar, context: Callable[..., DateContext]
) -> None:
    text = "Sudria agreed on Friday."
    (phrase,) = find_dates(text, offset=100, grammar=grammar)
    span = resolve(phrase, context()).phrase
    assert span is not None
    assert text[span.start - 100 : span.end - 100] == "Friday"


@pytest.mark.parametrize(
    "text", ["99999999999 years ago", "in 4000 centuries", "9000 years after 3 March 2022"]
)
def test_what_lies_beyond_the_calendar_is_unknown(text: str, one: Callable[..., When]) -> None:
    assert not one(text).known
