"""Two readings are compared by what they tell, not by ids."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_edits import SENTENCES
from talks.codebook import load_codebook
from talks.extraction import extract
from talks.models import Article, Basis, Count, Extraction, When, record_id
from talks.views.comparison import common_share, compare
from talks.views.edits import find_edits
from talks.views.revision import revise

SIXTY = Count(n=60, of="prisoners")
TWELVE = Count(n=12, of="civilians")
TWELVE_GIVEN = TWELVE.model_copy(update={"from_party": "Norland"})


def article(*sentences: str) -> Article:
    text = "\n\n".join(sentences)
    when = When.model_validate(
        {"earliest": "2024-03-12", "latest": "2024-03-12", "precision": "day", "basis": Basis.METADATA}
    )
    return Article(id=record_id("a", text), sha256=text, text=text, published=when)


def read(*sentences: str) -> Extraction:
    return extract(article(*sentences), load_codebook())


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5, unique=True))
def test_a_text_compared_with_itself_shows_nothing(sentences):
    found = read(*sentences)
    assert compare(found, found) == []


@settings(max_examples=15, deadline=None)
@given(*[st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True)] * 2)
def test_each_record_is_told_once_and_the_other_way_round_the_other_way(before, after):
    old, new = read(*before), read(*after)
    there, back = compare(old, new), compare(new, old)
    gone = [d.before.id for d in there if d.before]
    come = [d.after.id for d in there if d.after]
    assert len(set(gone)) == len(gone)
    assert set(gone) <= {record.id for record in (*old.statements, *old.mentions)}
    assert set(come) <= {record.id for record in (*new.statements, *new.mentions)}
    mirrored = {"gained": "lost", "lost": "gained", "changed": "changed"}
    assert sorted(mirrored[d.change] for d in there) == sorted(d.change for d in back)


@pytest.mark.parametrize(
    ("n", "words", "others", "fields"),
    [
        (1, "120", "150", {"figures"}),
        (2, "20 April", "27 April", {"date"}),
        (2, "Sankt Orlen", "Belmora", {"place"}),
        (2, "is planned for 20 April in Sankt Orlen", "has been called off", {"status"}),
        (4, "demanded", "denied", {"stance"}),
    ],
)
def test_what_is_told_otherwise_is_one_change_that_names_the_field(n, words, others, fields):
    found = compare(read(SENTENCES[n]), read(SENTENCES[n].replace(words, others)))
    assert fields <= {field for d in found for field in d.fields}
    assert {d.change for d in found} == {"changed"}


def test_what_was_taken_out_is_lost_and_what_was_put_in_gained():
    found = compare(read(*SENTENCES[:4]), read(*SENTENCES[:3], SENTENCES[4]))
    said = [(d.change, (d.after or d.before).speaker) for d in found if d.record == "statement"]
    assert said == [("lost", "Ingra Sollbakk"), ("gained", "Marisela Quent")]
    assert [(d.change, d.before.kind) for d in found if d.record == "mention"] == [("lost", "ceasefire")]


def test_figures_and_dates_of_the_text_are_compared_too():
    old = article("Norland counted 120 lorries on 3 March. The bridge was shut.")
    new = article("Norland counted 140 lorries on 3 March. The bridge was shut on 4 March.")
    found = revise(old, new, load_codebook())
    assert [(d.record, d.change, d.value, d.words) for d in found.details] == [
        ("figure", "lost", 120, "120 lorries on"),
        ("figure", "gained", 140, "140 lorries on"),
        ("date", "gained", "2024-03-04", "4 March"),
    ]


WORDS = st.lists(st.sampled_from(["talks", "envoy", "Monday", "120", "."]), max_size=12).map(" ".join)
TEXTS = st.lists(WORDS, max_size=5).map("\n\n".join)


@given(TEXTS, TEXTS)
def test_edits_tell_all_that_differs_and_nothing_else(before, after):
    """What is left of each text once the edits are taken out is the same, in the same order."""
    edits = find_edits(before, after)
    old, new = sentences(before), sentences(after)
    for edit in edits:
        assert edit.before != edit.after
        for text, told in ((old, edit.before), (new, edit.after)):
            if told:
                text.remove(told)
    assert sorted(old) == sorted(new)


def sentences(text: str) -> list[str]:
    """Cut a text as the edits are: by comparing it with nothing."""
    return [edit.after for edit in find_edits("", text)]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The envoys met on Monday.", "The envoys met on Tuesday.", [("changed", "Monday", "Tuesday")]),
        ("One came. Two left.", "Two left.", [("lost", "One came.", "")]),
        ("Two left.", "One came. Two left.", [("gained", "", "One came.")]),
        (
            "A b c d.",
            "Wholly other words here.",
            [("lost", "A b c d.", ""), ("gained", "", "Wholly other words here.")],
        ),
    ],
)
def test_sentences_are_edited_put_in_or_taken_out(before, after, told):
    found = [
        (
            edit.change,
            "".join(run.words for run in edit.runs if run.kept == "gone"),
            "".join(run.words for run in edit.runs if run.kept == "come"),
        )
        for edit in find_edits(before, after)
    ]
    assert found == told


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_the_common_share_is_a_share(a, b):
    assert 0 <= common_share(a, b) == common_share(b, a) <= 1
    assert common_share(a, a) == (1 if a else 0)


@pytest.mark.parametrize(
    ("after", "fields"),
    [((TWELVE, SIXTY), []), ((SIXTY,), [("figures",)]), ((SIXTY, TWELVE_GIVEN), [("figures",)])],
    ids=["order", "gone", "way"],
)
def test_figures_are_others_by_number_and_way_not_by_order(after, fields):
    found = read(SENTENCES[1])
    old, new = (
        replace(found, mentions=tuple(m.model_copy(update={"counts": counts}) for m in found.mentions))
        for counts in ((SIXTY, TWELVE), after)
    )
    assert [d.fields for d in compare(old, new)] == fields
