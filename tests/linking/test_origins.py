"""What counts as one source: copies of a text, however light their dress, and what one agency put out."""

import datetime as dt
from itertools import combinations

import pytest

from invented_copies import COPIES, DISPATCH, LEAD, OWN
from talks.link import Report
from talks.link.origins import count_origins, find_origins
from talks.link.sketches import ALIKE, copies, shared, sketch
from talks.models import Basis, Evidence, Mention, Span, Status, When

TEXTS = {"dispatch": DISPATCH, **COPIES, **OWN}
SKETCHES = {name: sketch("\n\n".join(parts)) for name, parts in TEXTS.items()}


def report(name: str, *, origin: str | None = None, day: int = 28, words: str | None = None) -> Report:
    """Return the report of a text, of an outlet of its own unless an origin is credited."""
    told = words or f"This is how {name} tells it and nobody else does"
    evidence = Evidence(article=name, span=Span(start=0, end=len(told)), quote=told, rule="prisoner_swap.x")
    mention = Mention(
        id=f"m{name}", article=name, kind="prisoner_swap", status=Status.HELD, evidence=(evidence,)
    )
    outlet = f"outlet of {name}"
    published = When.day(dt.date(2024, 3, day), Basis.GIVEN)
    return Report(mention, published, origin or outlet, sketch=SKETCHES.get(name, b""), outlet=outlet)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_shares_its_runs_of_words_with_the_dispatch(name):
    part = shared(SKETCHES["dispatch"], SKETCHES[name])
    assert part is not None
    assert part > ALIKE + 0.1


@pytest.mark.parametrize(("one", "two"), [*combinations(OWN, 2), *((own, "dispatch") for own in OWN)])
def test_reports_of_their_own_share_few_even_if_they_quote_the_same_words(one, two):
    part = shared(SKETCHES[one], SKETCHES[two])
    assert part is not None
    assert part < ALIKE - 0.1


def test_of_short_texts_nothing_is_told():
    assert shared(sketch(LEAD), sketch("They met.")) is None
    assert list(copies({"one": sketch("They met."), "two": sketch("They met.")})) == []


def test_long_texts_are_compared_by_what_both_sketches_know():
    words = [f"word{n}" for n in range(4000)]
    whole, half, other = (sketch(" ".join(part)) for part in (words, words[:2000], words[2000:]))
    assert shared(whole, half) == pytest.approx(1.0)
    assert shared(whole, whole) == 1.0
    assert shared(half, other) == 0.0


def test_ten_copies_are_one_source_and_two_reports_of_their_own_two_more():
    reports = [report(name) for name in TEXTS]
    assert count_origins(reports) == 1 + len(OWN)


def test_the_order_of_the_reports_changes_nothing():
    reports = [report(name) for name in TEXTS]
    found = find_origins(reports)
    for n in range(1, len(reports)):
        assert find_origins([*reports[n:], *reversed(reports[:n])]) == found


def test_each_origin_begins_with_its_earliest_article_and_ties_the_others_to_it():
    reports = [report(name, day=29) for name in COPIES] + [report("dispatch", day=28)]
    (origin,) = find_origins(reports)
    assert origin.articles[0] == "dispatch"
    assert {tie.articles[0] for tie in origin.ties} == set(COPIES)
    seen = {"dispatch"}
    for tie in origin.ties:
        assert tie.articles[1] in seen
        assert (tie.why, tie.part is not None and tie.part >= ALIKE) == ("text", True)
        seen.add(tie.articles[0])


def test_what_an_agency_put_out_is_one_source_whatever_its_words():
    reports = [report("own", origin="lakeside agency"), report("quoting", origin="lakeside agency")]
    (origin,) = find_origins(reports)
    assert [(tie.why, tie.origin) for tie in origin.ties] == [("agency", "lakeside agency")]


def test_an_outlet_that_copies_a_text_still_has_reports_of_its_own():
    copied, own = report("verbatim", day=29), report("own", day=20)
    own = Report(own.mention, own.published, copied.outlet, sketch=own.sketch, outlet=copied.outlet)
    assert count_origins([report("dispatch"), copied, own]) == 2
    assert count_origins([copied, own]) == 1


def test_a_copy_that_credits_an_agency_ties_what_else_is_of_it():
    reports = [report("dispatch"), report("verbatim", origin="tass", day=29), report("own", origin="tass")]
    assert count_origins(reports) == 1


def test_the_same_sentence_ties_what_is_else_unlike():
    words = "Norland and Sudria exchanged 120 prisoners each on Thursday at the Oster bridge"
    other = words.replace("on Thursday", "this Thursday")
    found = find_origins([report("own", words=words), report("quoting", words=other)])
    assert [tie.why for origin in found for tie in origin.ties] == []
    (origin,) = find_origins([report("own", words=words), report("quoting", words=f"{words} yesterday")])
    assert [tie.why for tie in origin.ties] == ["sentence"]
