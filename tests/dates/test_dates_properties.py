"""What holds for any text at all."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from talks.dates import EVERY_KIND, DateContext, find_dates, load_grammar, resolve
from talks.dating import date_article
from talks.models import Basis, When

NUMBERS = ["2022", "31", "3,000", "18:30", "02.06.2025", "2025-06-02"]
WORDS = [*sorted(load_grammar().codes), *NUMBERS, "Norland", "’s", "\n"]
DATELIKE = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
TEXTS = st.one_of(st.text(max_size=80), DATELIKE, st.tuples(DATELIKE, st.text(max_size=10)).map("".join))
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2090, 1, 1))
TENSES = st.sampled_from(["past", "future", "present", None])


@given(TEXTS)
def test_phrases_are_ordered_apart_and_within_the_text(text: str) -> None:
    position = 0
    for phrase in find_dates(text, grammar=load_grammar(), kinds=EVERY_KIND):
        assert position <= phrase.start < phrase.end <= len(text)
        assert text[phrase.start : phrase.end].strip() == text[phrase.start : phrase.end]
        position = phrase.end


@given(TEXTS)
def test_asking_for_dates_alone_finds_the_same_dates(text: str) -> None:
    every = find_dates(text, grammar=load_grammar(), kinds=EVERY_KIND)
    known = {(phrase.start, phrase.end) for phrase in every if phrase.kind == "date"}
    assert known <= {(p.start, p.end) for p in find_dates(text, grammar=load_grammar())}


@given(TEXTS, st.one_of(DAYS, st.none()), TENSES, st.one_of(DAYS, st.none()))
def test_a_date_never_ends_before_it_starts(
    text: str, today: dt.date | None, tense: str | None, told: dt.date | None
) -> None:
    published = When.day(today, Basis.GIVEN) if today else When.unknown()
    previous = When.day(told, Basis.STATED) if told else None
    told_so = DateContext(published=published, tense=tense, previous=previous)  # type: ignore[arg-type]
    for phrase in find_dates(text, grammar=load_grammar(), kinds=EVERY_KIND):
        when = resolve(phrase, told_so)
        assert (when.earliest is None) == (when.latest is None)
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest
        assert when == resolve(phrase, told_so)


@given(TEXTS)
def test_any_text_can_be_dated_or_not(text: str) -> None:
    when = date_article(text, grammar=load_grammar())
    assert when == date_article(text, grammar=load_grammar())
