"""Who is credited where others stand nearer: things, unnamed officials, towns, outlets."""

import pytest

from reading import extraction, said

READY = "the list was ready"


def test_a_plan_that_calls_for_something_is_nobody():
    assert said("Ekre had until Friday to accept the plan, which calls on Norland to leave Dravo.") == []


def test_an_unnamed_official_who_is_cited_speaks_on():
    text = f"The agency, quoting an unnamed Sudrian official, wrote it. “{READY},” the official said."
    assert said(text)[-1][0] == "unnamed Sudrian official"


def test_it_is_the_source_who_was_told_of_last():
    text = f"The council said it was late. A government source said {READY}. It added that it was hard."
    assert said(text)[-1][0] == "government source"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (f"A Norlandic official in Belmora said {READY}.", "Norland"),
        (f"The Norlandic ambassador in Belmora said {READY}.", "Norland"),
        (f"An official in Belmora said {READY}.", "Sudria"),
    ],
)
def test_whose_somebody_is_counts_before_where_he_is(text, party):
    assert [s.party for s in extraction(text).statements] == [party]


def test_what_an_outlet_closes_a_sentence_with_takes_no_words_from_who_said_them():
    text = (
        "The dates for talks with the envoy, Rurik Ekre, are open, said Ramiro Delgast, "
        "who called it early, writes the Courier."
    )
    assert {speaker for speaker, _ in said(text)} == {"Ramiro Delgast"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ekre has landed in Castrel, signalling Norland's interest in the talks.", 0),
        ("Ekre nodded, saying that the talks would go on.", 1),
    ],
)
def test_what_an_act_only_signals_is_not_said(text, count):
    assert len(said(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        f"{READY.capitalize()}, the agency reported citing a Sudrian official in Castrel.",
        f"The agency reported citing a Sudrian official in Castrel that {READY}.",
    ],
)
def test_what_an_agency_reports_citing_somebody_holds_what_was_said(text):
    ((speaker, words),) = said(text)
    assert speaker == "Sudrian official"
    assert READY in words.lower()
