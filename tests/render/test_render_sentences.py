"""Headlines: what is not known is left out, and whatever is known an editor would accept the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import SIDES, day, days
from talks.codebook.kinds import load_kinds
from talks.headlines import FIELDS, faults, fill, first_fitting
from talks.kinds import kind_names
from talks.models import Bound, Count, Event, Precision, Status
from talks.render.figures import figure, figures, measure
from talks.render.sentences import headline, joined, last_name
from talks.render.wording import load_kind_words, load_wording
from talks.views.outcomes import Overdue

TWO = ("Halvard Stenmoe", "Marisela Quent")


def event(kind: str, status: str = "held", **fields: object) -> Event:
    values = {"id": "e1", "kind": kind, "status": status, "mentions": ("m1",)}
    return Event.model_validate(values | fields)


def prisoners(n: int, **fields: object) -> Count:
    return Count.model_validate({"n": n, "of": "prisoners"} | fields)


LINES = [
    (
        event("talks", parties=SIDES, round=2, place="Castrel"),
        "Second round of Norland–Sudria talks in Castrel",
    ),
    (event("talks", parties=("Sudria", "Norland", "Helvaria")), "Norland–Sudria talks, with Helvaria"),
    (event("talks", "planned", parties=SIDES, round=3), "Third round of Norland–Sudria talks planned"),
    (
        event("talks", "unscheduled", parties=SIDES, round=3),
        "No date for a third round of Norland–Sudria talks",
    ),
    (event("talks", "unscheduled", round=8), "No date for talks"),
    (event("talks", "paused", parties=SIDES), "Norland–Sudria talks paused"),
    (event("talks", parties=("Norland",)), "Talks with Norland"),
    (
        event("summit", "cancelled", people=TWO, place="Castrel"),
        "Castrel summit of Stenmoe and Quent called off",
    ),
    (event("summit", "rejected", people=TWO), "Summit of Stenmoe and Quent ruled out"),
    (event("summit"), "Summit"),
    (event("call", people=TWO), "Stenmoe and Quent speak by phone"),
    (event("call", "planned", people=TWO), "Call of Stenmoe and Quent planned"),
    (event("call", people=TWO[:1]), "Call with Stenmoe"),
    (event("meeting", parties=("Caldor", "Helvaria"), place="Vasrum"), "Caldor and Helvaria meet in Vasrum"),
    (
        event("prisoner_swap", parties=SIDES, counts=(prisoners(390, each=True),)),
        "Norland and Sudria swap 390 prisoners each",
    ),
    (event("prisoner_swap", "agreed", parties=SIDES), "Norland and Sudria agree on a prisoner swap"),
    (
        event(
            "prisoner_swap",
            parties=SIDES,
            counts=(prisoners(146, each=True), prisoners(8, from_party="Sudria", to_party="Norland")),
        ),
        "Norland and Sudria swap 146 prisoners each",
    ),
    (
        event(
            "prisoner_swap", parties=SIDES, counts=(prisoners(8, from_party="Sudria", to_party="Norland"),)
        ),
        "Sudria releases 8 prisoners to Norland",
    ),
    (
        event(
            "prisoner_swap",
            parties=SIDES,
            counts=(prisoners(215), prisoners(55, from_party="Sudria", to_party="Norland")),
        ),
        "Norland and Sudria swap 215 prisoners",
    ),
    (event("prisoner_swap", counts=(prisoners(1),)), "1 prisoner released"),
    (
        event("repatriation", counts=(Count(n=212, of="bodies", bound=Bound.ABOUT),)),
        "About 212 bodies returned",
    ),
    (
        event("repatriation", "agreed", parties=SIDES),
        "Norland and Sudria agree on the return of the dead",
    ),
    (event("ceasefire", "proposed", counts=(Count(n=30, of="days"),)), "30-day ceasefire proposed"),
    (event("ceasefire", "rejected", place="Castrel"), "Ceasefire in Castrel rejected"),
    (event("document"), "Document"),
    (event("agreement", "agreed", parties=SIDES), "Norland–Sudria agreement reached"),
]


@pytest.mark.parametrize(("told", "line"), LINES, ids=[line for _, line in LINES])
def test_an_event_reads_like_a_headline(told, line):
    assert headline(told, sides=[SIDES]) == line


def test_the_rule_tells_what_a_document_is():
    told = event("document", parties=SIDES, counts=(Count(n=28, of="points"),))
    assert headline(told, rule="document.memorandum") == "28-point memorandum by Norland and Sudria"


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "Rounds of Norland–Sudria talks"),
        ({"when": days("2024-03-01", "2024-06-30", Precision.SPAN)}, "Rounds of Norland–Sudria talks"),
        ({"when": day("2024-03-11")}, "Norland–Sudria talks"),
        ({"round": 2}, "Second round of Norland–Sudria talks"),
    ],
    ids=["undated", "months", "a day", "numbered"],
)
def test_what_was_told_of_several_rounds_is_no_one_round(fields, line):
    told = event("talks", parties=SIDES, **fields)
    assert headline(told, rule="talks.rounds_of_talks", sides=[SIDES]) == line


def test_what_is_overdue_says_so_and_names_what_it_may_have_been():
    told, held = event("talks", "planned", parties=SIDES), event("talks", parties=SIDES)
    line = "Norland–Sudria talks planned; no report that it took place"
    assert headline(told, sides=[SIDES], overdue=Overdue()) == line
    assert headline(told, sides=[SIDES], overdue=Overdue(held)) == f"{line}, unless it was e1"


def test_a_long_name_is_shortened_and_a_long_list_cut():
    told = event("meeting", parties=("Norland", "United States", "European countries", "Sudria", "Caldor"))
    assert headline(told, sides=[SIDES]) == "Norland, Sudria, US and 2 others meet"


def test_a_kind_that_was_removed_since_is_still_named():
    assert headline(event("walkout", "planned")) == "Walkout planned"


@pytest.mark.parametrize(
    ("person", "last"),
    [
        ("Halvard Stenmoe", "Stenmoe"),
        ("Mohammed bin Salman", "bin Salman"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Quent", "Quent"),
    ],
)
def test_last_names_keep_their_particles(person, last):
    assert last_name(person) == last


def test_lists_are_joined_as_in_running_text():
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"


def test_figures_keep_their_bounds():
    assert figure(prisoners(1000, bound=Bound.AT_LEAST, each=True)) == "at least 1,000 prisoners each"
    assert measure([Count(n=30, of="days", bound=Bound.AT_MOST)]) == "up to 30-day"


def test_only_the_most_reported_figure_of_a_thing_is_told():
    both = [prisoners(120, each=True), prisoners(150, each=True)]
    assert figures(both) == "120 prisoners each"
    parts = [Count(n=270, of="soldiers", each=True), Count(n=120, of="civilians", each=True)]
    assert figures(parts) == "270 soldiers and 120 civilians each"
    assert figures([*parts, prisoners(390)], whole="prisoners") == "390 prisoners"


parties = st.lists(
    st.sampled_from(["Norland", "Sudria", "Helvaria", "United States"]), unique=True, max_size=4
)
counts = st.lists(
    st.builds(
        Count,
        n=st.integers(0, 10**6),
        of=st.sampled_from(["prisoners", "bodies", "days", "points"]),
        from_party=st.sampled_from([None, "Norland"]),
        each=st.booleans(),
        bound=st.sampled_from(Bound),
    ),
    max_size=3,
)


@given(
    st.sampled_from(kind_names()),
    st.sampled_from(Status),
    parties,
    counts,
    st.lists(st.sampled_from(TWO), unique=True),
    st.sampled_from([None, 1, 21]),
    st.sampled_from([None, "Castrel"]),
)
def test_whatever_is_known_there_is_a_whole_line(kind, status, who, figures, people, number, place):
    told = event(
        kind,
        status.value,
        parties=tuple(who),
        counts=tuple(figures),
        people=tuple(people),
        round=number,
        place=place,
    )
    line = headline(told, sides=[SIDES])
    assert line[0].isupper() or line[0].isdigit()
    assert "  " not in line
    assert not set("{}[]") & set(line)


def test_a_template_leaves_out_what_is_not_known():
    template = "[{ordinal} round of ]{pair} talks[ in {place}]"
    assert fill(template, {"pair": "A–B"}) == "A–B talks"
    assert fill(template, {"pair": "A–B", "place": "{place}"}) == "A–B talks in {place}"
    assert fill(template, {}) is None
    assert first_fitting([template, "talks"], {}) == "talks"


@pytest.mark.parametrize(
    ("templates", "fault"),
    [
        (["{wher}"], "there is no field 'wher'"),
        (["a[b[c]]"], "a bracket is not closed"),
        (["a [in {place}"], "a bracket is not closed"),
        (["a {place"], "a bracket is not closed"),
        (["{place} talks"], "a field that may be unknown"),
        (["{what} planned"], "there is no field 'what'"),
    ],
)
def test_a_wrong_template_is_refused(templates, fault):
    assert fault in faults(templates)[0]


def test_the_words_cover_every_kind_status_and_rule():
    wording = load_wording()
    assert set(wording.statuses) == set(Status)
    for name, kind in load_kinds().items():
        rules = {trigger.name.rpartition(".")[2] for trigger in kind.triggers}
        unknown = set(load_kind_words(name).names) - rules
        assert not unknown, f"kinds/{name}.toml: [headlines.names] names rules that are not there: {unknown}"
        assert len(kind.file.label) <= 9, f"kinds/{name}.toml: the label must fit a column of 9"


def test_every_gap_is_explained_once():
    assert all(words and not words.endswith(".") for words in FIELDS.values())
