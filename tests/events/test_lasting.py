"""What lasts is under way once it has begun, and is only proposed where it hangs on a condition."""

import pytest

from reading import told


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("The envoys want to cement a two-week truce that began on Monday.", "ongoing", "2024-06-10"),
        ("A truce of ten days took effect on Monday, Ekre said.", "ongoing", "2024-06-10"),
        ("A truce came into force in Dravo on Tuesday.", "ongoing", "2024-06-11"),
        ("A truce of two days began on 2 June.", "held", "2024-06-02"),
        ("A truce of 36 hours began on 2 June.", "held", "2024-06-02"),
        ("A truce began on 2 March.", "held", "2024-03-02"),
        ("The truce that began on Monday ended on Tuesday.", "held", "2024-06-11"),
        ("Stenmoe declared a truce of ten days on Monday.", "ongoing", "2024-06-10"),
        ("Stenmoe declared a truce of 36 hours on 2 June.", "held", "2024-06-02"),
        ("A truce was declared in Dravo on Tuesday.", "held", "2024-06-11"),
        ("Norland has ordered a truce in Dravo so that the wounded can leave.", "ongoing", None),
        ("A truce has been declared in Dravo.", "ongoing", None),
        ("Norland ordered a truce in Dravo.", "held", None),
        ("A truce that Norland ordered in Dravo failed.", "held", None),
        ("Stenmoe has declared the truce over.", "held", None),
        ("The truce has been declared over.", "held", None),
        ("Stenmoe may order a truce.", "proposed", None),
        ("Norland has not ordered a truce.", "unscheduled", None),
    ],
)
def test_a_truce_that_has_begun_is_in_force_as_long_as_it_is_to_last(text, status, day):
    assert ("ceasefire", status, day) in told(text)


def test_a_truce_has_taken_effect_on_a_day_that_nobody_tells():
    assert told("A truce has taken effect in Dravo.") == [("ceasefire", "ongoing", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Quent says the guns will fall silent when Stenmoe has met her.",
        "Stenmoe said that Norland would stop shooting once the prisoners are back.",
        "Norland will observe a truce as soon as Sudria withdraws from Dravo.",
    ],
)
def test_what_one_will_do_under_a_condition_is_proposed(text):
    assert [s for kind, s, _ in told(text) if kind == "ceasefire"] == ["proposed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland and Sudria agreed to exchange 175 prisoners each on Friday.", ("agreed", "2024-06-14")),
        ("The two sides agreed to meet again on Monday.", ("agreed", "2024-06-17")),
        ("The two sides agreed on Tuesday to meet again on Monday.", ("agreed", "2024-06-17")),
        ("Quent offered to meet Stenmoe on Friday.", ("proposed", "2024-06-14")),
        ("The two sides agreed to meet again soon.", ("agreed", "2024-06-12")),
        ("Norland and Sudria agreed to a truce from six in the evening.", ("agreed", "2024-06-12")),
        (
            "The second round of talks would start at 1200 GMT, Ekre said.",
            ("planned", "2024-06-12"),
        ),
    ],
)
def test_what_is_agreed_has_the_day_behind_it(text, expected):
    assert [(status, day) for _, status, day in told(text)] == [expected]
