"""What counts of an article that was found at several places, or with several dates; in whatever order."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_drawn import extractions, worlds
from store_world import (
    NOON,
    SENTENCES,
    captured,
    dump,
    extracted_from,
    make_article,
    make_mention,
    put,
    relink,
)

from talks.models import Article, Basis, Extraction, Precision, When
from talks.store import Store, open_store, verify

LATER = NOON + dt.timedelta(days=1)
MAY_2, MAY_3 = dt.date(2024, 5, 2), dt.date(2024, 5, 3)

quietly = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def dated(day: dt.date, basis: Basis, path: str, title: str | None = None) -> Article:
    return make_article(SENTENCES[0], published=When.day(day, basis), path=path, title=title)


@pytest.mark.parametrize(
    ("captures", "expected"),
    [
        pytest.param([(MAY_3, Basis.GIVEN), (MAY_2, Basis.METADATA)], MAY_3, id="the stronger basis"),
        pytest.param([(MAY_3, Basis.STATED), (MAY_2, Basis.STATED)], MAY_2, id="the earlier of equals"),
        pytest.param([(MAY_2, Basis.INFERRED), (MAY_3, Basis.STATED)], MAY_3, id="not the earlier"),
    ],
)
def test_the_date_is_that_with_the_strongest_basis_then_the_earliest(
    fresh: Callable[[], Path], captures: list[tuple[dt.date, Basis]], expected: dt.date
):
    found = [dated(day, basis, f"{n}.txt") for n, (day, basis) in enumerate(captures)]
    for order in (found, found[::-1]):
        with open_store(fresh(), mode="write") as store:
            for article in order:
                known = store.capture(article, captured(article))
            assert known.published.earliest == expected


def test_a_title_that_the_smallest_locator_lacks_comes_from_the_next(store: Store):
    for path, title in (("a.txt", None), ("b.txt", "B"), ("c.txt", "C")):
        article = dated(MAY_2, Basis.STATED, path, title)
        known = store.capture(article, captured(article))
    assert (known.title, known.path) == ("B", "a.txt")


def test_a_date_that_a_person_gave_stays_until_a_person_gives_another(store: Store):
    given, inferred = dated(MAY_2, Basis.GIVEN, "a.txt"), dated(MAY_3, Basis.INFERRED, "a.txt")
    store.capture(given, captured(given))
    assert store.capture(inferred, captured(inferred, LATER)).published == given.published
    corrected = dated(MAY_3, Basis.GIVEN, "a.txt")
    assert store.capture(corrected, captured(corrected, LATER)).published == corrected.published


def test_records_made_from_another_date_than_the_chosen_are_not_kept(store: Store):
    strong, weak = dated(MAY_2, Basis.STATED, "b.txt"), dated(MAY_3, Basis.INFERRED, "a.txt")
    store.save(Extraction(strong, (make_mention(strong, 0),), ()), captured(strong), engine="1")
    known = store.save(Extraction(weak, (make_mention(weak, 1),), ()), captured(weak), engine="1")
    assert known.published == strong.published
    assert [mention.id for mention in store.mentions()] == [make_mention(strong, 0).id]


def test_metadata_that_changes_asks_for_extraction(store: Store):
    weak, strong = dated(MAY_3, Basis.INFERRED, "a.txt"), dated(MAY_2, Basis.STATED, "b.txt")
    store.save(Extraction(weak, (), ()), captured(weak), engine="1")
    known = store.capture(strong, captured(strong))
    assert store.needs_extraction(known, "1")
    assert store.unextracted("1") == [known.id]


@st.composite
def arrivals(draw: st.DrawFn) -> list[tuple[Extraction, dt.datetime]]:
    """Draw captures: some texts at several locators, some locators with several texts, at different times."""
    world = draw(worlds())
    found = []
    for extraction in world:
        again = draw(st.integers(1, 3))
        found += [extraction, *(elsewhere(draw, extraction) for _ in range(again - 1))]
    return [
        (extraction, NOON + dt.timedelta(minutes=n))
        for n, extraction in enumerate(draw(st.permutations(found)))
    ]


def elsewhere(draw: st.DrawFn, extraction: Extraction) -> Extraction:
    text = extraction.article.text
    article = draw(extractions(text)).article
    if article.published.basis is Basis.GIVEN:  # a person's later word counts, by design
        article = article.model_copy(update={"published": When(precision=Precision.UNKNOWN)})
    return Extraction(article, extraction.mentions, extraction.statements, extraction.dossier)


@quietly
@given(found=arrivals(), data=st.data())
def test_the_order_of_arrival_never_changes_the_export(
    fresh: Callable[[], Path], found: list[tuple[Extraction, dt.datetime]], data: st.DataObject
):
    assert exported(fresh(), found) == exported(fresh(), data.draw(st.permutations(found)))


def exported(path: Path, found: list[tuple[Extraction, dt.datetime]]) -> str:
    with open_store(path, mode="write") as store:
        originals = {}
        for extraction, at in found:
            originals.setdefault(extraction.article.id, extraction)
            put(store, extraction, at)
        for waiting in store.unextracted("1"):
            store.save(extracted_from(store.article(waiting), originals[waiting]), engine="1")
        relink(store)
        assert list(verify(store)) == []
    return dump(path)
