"""Figures of happenings: how many of what, from whom to whom, and what only looks like one."""

import pytest

from reading import mentions


def figures(text: str, published: str | None = "2024-06-12"):
    return [{(c.n, c.of) for c in m.counts} for m in mentions(text, published) if m.counts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland and Sudria each released 120 prisoners on Monday.", {(120, "prisoners")}),
        ("Norland and Sudria exchanged 120 soldiers on Monday.", {(120, "prisoners")}),
        ("Norland and Sudria freed 120 hostages on Monday.", {(120, "hostages")}),
        ("Norland and Sudria exchanged 95 service members each on Monday.", {(95, "prisoners")}),
        (
            "Norland freed 90 soldiers and 30 civilians on Monday.",
            {(90, "soldiers"), (30, "civilians")},
        ),
        (
            "Norland and Sudria exchanged 390 people on Monday, of whom 270 were soldiers and 120 civilians.",
            {(390, "prisoners"), (270, "soldiers"), (120, "civilians")},
        ),
        (
            "So 312 Sudrians crossed the bridge on Monday, in return for 309 Norlanders.",
            {(312, "prisoners"), (309, "prisoners")},
        ),
        (
            "The bodies of 212 fallen soldiers, 140 Sudrian and 72 Norlandic, were returned on Monday.",
            {(212, "bodies"), (140, "bodies"), (72, "bodies")},
        ),
        (
            "The exchange on Monday was one of 246 for 246, plus 31 wounded Sudrians.",
            {(246, "prisoners"), (31, "prisoners")},
        ),
        ("Norland handed over 248 bodies on Monday and took back 78.", {(248, "bodies"), (78, "bodies")}),
        (
            "On Monday Norland handed over 248 bodies, receiving 78 in return.",
            {(248, "bodies"), (78, "bodies")},
        ),
        (
            "Norland freed 157 soldiers on Monday, while Sudria released 160.",
            {(157, "prisoners"), (160, "prisoners")},
        ),
        (
            "The exchange of prisoners on Monday involved 314 soldiers, 157 from each side.",
            {(314, "prisoners"), (157, "prisoners")},
        ),
        ("Sudria proposed a truce of two to three days.", {(2, "days"), (3, "days")}),
        ("Sudria proposed a truce of two or three days.", {(2, "days"), (3, "days")}),
    ],
)
def test_figures_of_one_sentence(text, expected):
    assert figures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norland and Sudria exchanged 246 captives on Monday. Quent put the number at two hundred.",
            {(246, "prisoners"), (200, "prisoners")},
        ),
        (
            "Norland and Sudria exchanged prisoners on Monday. Quent said that 277 Sudrians had come home. "
            "The Helvarian ministry arrived at 538 people in all.",
            {(277, "prisoners"), (538, "prisoners")},
        ),
        (
            "An exchange of prisoners was agreed. Ekre spoke of no fewer than a thousand from each side.",
            {(1000, "prisoners")},
        ),
        (
            "Norland handed over 1,245 bodies on Monday. Sudria counted 1,248.",
            {(1245, "bodies"), (1248, "bodies")},
        ),
        (
            "The truce of five days for Dravo ended on Tuesday.\n\n4,212 people were brought out.",
            {(5, "days"), (4212, "civilians")},
        ),
    ],
)
def test_figures_told_afterwards(text, expected):
    assert figures(text) == [expected]


def test_stages_have_their_own_figures():
    text = (
        "Norland and Sudria have exchanged 1,000 prisoners each from 7 to 9 June. "
        "It began on Friday with 390 people a side; on Saturday another 307 crossed over."
    )
    found = {m.when.edtf: {c.n for c in m.counts} for m in mentions(text, "2024-06-12")}
    assert found["2024-06-07/2024-06-09"] == {1000}
    assert found["2024-06-07"] == {390}


def test_each_of_several_days_has_the_figure():
    text = (
        "The first lorries crossed last Wednesday, with 1,212 bodies on board; "
        "on Friday, Saturday and Sunday there were 1,200 each time."
    )
    found = {m.when.edtf: {c.n for c in m.counts} for m in mentions(text, "2024-06-12")}
    assert found == {"2024-06-05": {1212}, "2024-06-07": {1200}, "2024-06-08": {1200}, "2024-06-09": {1200}}


def test_what_is_still_to_be_given_is_proposed():
    found = mentions(
        "Norland handed over 1,200 bodies on Monday. Norland could hand over 2,239 more.", "2024-06-12"
    )
    assert [(m.status.value, [c.n for c in m.counts]) for m in found] == [
        ("held", [1200]),
        ("proposed", [2239]),
    ]


@pytest.mark.parametrize(
    ("text", "n", "giver", "taker"),
    [
        ("Norland handed over the bodies of 40 soldiers on Monday, Sudria said.", 40, "Norland", "Sudria"),
        ("Norland returned 40 prisoners to Sudria on Monday.", 40, "Norland", "Sudria"),
        ("Sudria received the bodies of 40 soldiers from Norland on Monday.", 40, "Norland", "Sudria"),
        ("Norland let 31 wounded Sudrians go home on Monday.", 31, "Norland", "Sudria"),
        ("Sudria and Norland exchanged 40 prisoners on Monday.", 40, None, None),
        ("Norland and Sudria each released 120 prisoners on Monday.", 120, None, None),
    ],
)
def test_from_whom_to_whom(text, n, giver, taker):
    (found,) = [c for m in mentions(text, "2024-06-12") for c in m.counts if c.n == n]
    assert (found.from_party, found.to_party) == (giver, taker)


@pytest.mark.parametrize(
    "text",
    [
        "It was the 64th exchange of prisoners between Norland and Sudria.",
        "Norland and Sudria have held 65 exchanges of prisoners.",
        "Norland and Sudria exchanged prisoners aged between 18 and 25 on Monday.",
        "Norland and Sudria exchanged prisoners on 3 June 2024.",
        "Norland and Sudria exchanged prisoners on Monday, 15 per cent of those on the list.",
        "Norland and Sudria exchanged prisoners for the 3rd time on Monday.",
        "Norland and Sudria exchanged prisoners on Monday. More than 2,000 remain in captivity.",
        "Norland and Sudria exchanged prisoners on Monday. Norland put its losses at 300.",
        "Norland and Sudria exchanged prisoners on Monday. Some 900 people are still missing.",
        "Norland and Sudria exchanged prisoners on Monday. Ekre flew 5,000 kilometres to be there.",
        "Norland and Sudria exchanged prisoners on Monday. Helvaria gave 40 million crowns.",
        "All prisoners of Norland and Sudria are to be exchanged one for one.",
        "Four groups of captives were exchanged between Norland and Sudria last week.",
        "Sudria will release 30 prisoners for each hostage on Friday.",
        "Norland and Sudria agreed on a truce after five days of talks.",
    ],
)
def test_look_alikes_count_nothing(text):
    assert figures(text) == []


def test_those_on_a_list_are_not_those_freed():
    text = "Norland and Sudria exchanged 309 captives on Monday. 41 of the 86 men on the list came home."
    assert all(86 not in {c.n for c in m.counts} for m in mentions(text, "2024-06-12"))


def test_remains_are_no_prisoners():
    text = "On Monday Norland released 600 prisoners in exchange for the remains of four Sudrian captives."
    assert all(
        4 not in {c.n for c in m.counts} for m in mentions(text, "2024-06-12") if m.kind == "prisoner_swap"
    )


def test_a_smaller_figure_soon_after_is_a_part_of_the_swap():
    text = (
        "Norland and Sudria each sent back 146 captives on Sunday.\n\n"
        "In the exchange eight residents of Dravo were returned, too."
    )
    assert figures(text) == [{(146, "prisoners"), (8, "civilians")}]


def test_a_total_is_no_other_figure_for_a_swap():
    text = (
        "Norland and Sudria exchanged 300 prisoners on Monday.\n\n"
        "In all, 5,000 prisoners have been exchanged."
    )
    assert {300} in [{c.n for c in m.counts} for m in mentions(text, "2024-06-12")]


def test_as_many_for_as_many_is_one_count():
    (found,) = mentions(
        "On Monday 103 Norlandic soldiers were exchanged for 103 Sudrian captives.", "2024-06-12"
    )
    assert [(c.n, c.of, c.each, c.from_party) for c in found.counts] == [(103, "prisoners", True, None)]


def test_put_is_past_without_a_sign_of_it():
    (found,) = mentions("The Citadel put Monday's convoy at 1,245 bodies.", "2024-06-12")
    assert (found.status.value, found.when.edtf) == ("held", "2024-06-10")


def test_what_a_plan_would_see_is_proposed():
    found = mentions("The plan would see five more hostages released to Sudria.", "2024-06-12")
    assert [(m.kind, m.status.value) for m in found] == [("prisoner_swap", "proposed")]


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "On Friday each side freed 270 soldiers and 120 civilians, 390 people in all, in the exchange.",
            {270, 120, 390},
        ),
        ("Norland and Sudria swapped 185 soldiers each and 20 civilians on Friday.", {185}),
        ("Each side had set free 250 captives in the exchange on Friday.", {250}),
        ("On Friday each side freed 40 soldiers, and Sudria released 8 civilians in the exchange.", {40}),
    ],
)
def test_what_each_side_did_holds_for_the_whole_list(text, each):
    counts = [count for mention in mentions(text) for count in mention.counts]
    assert {count.n for count in counts if count.each} == each


def test_each_side_and_what_was_given_besides_are_one_swap():
    text = (
        "Each side released 246 on Saturday; in addition, Norland gave up 31 wounded Sudrians for 15 wounded "
        "Norlanders."
    )
    told = f"Norland and Sudria exchanged prisoners. {text} Quent spoke of 277 Sudrians who had returned."
    [swap] = mentions(told, "2024-06-12")
    assert {count.n for count in swap.counts} == {246, 31, 15, 277}


def test_a_figure_far_from_that_of_a_stage_is_of_another():
    text = "The handover began on Wednesday with 1,212 bodies. Ekre said that Norland was given 78 bodies."
    found = [{c.n for c in m.counts} for m in mentions(text, "2024-06-15") if m.kind == "repatriation"]
    assert {1212, 78} not in found


def test_of_whom_something_is_thought_is_not_counted_by_that():
    told = "Norland and Sudria swapped prisoners. About 17,000 people are thought to be trapped in Dravo."
    assert [m.counts for m in mentions(told, "2024-06-12") if m.kind == "prisoner_swap"] == [()]


def test_another_figure_behind_an_or_is_of_the_same_return():
    (mention,) = mentions("Last convoy brings 1,245 bodies, or 1,248")
    assert [count.n for count in mention.counts] == [1245, 1248]


def test_one_of_the_exchanges_counts_nobody():
    text = (
        "They carried out one of the biggest prisoner swaps of the war, exchanging a total of 218 detainees."
    )
    assert {count.n for mention in mentions(text) for count in mention.counts} == {218}


def test_one_of_the_prisoners_is_one():
    (mention,) = mentions("Norland released one of the last prisoners of war on Monday.")
    assert [count.n for count in mention.counts] == [1]
