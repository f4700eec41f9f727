"""What is put off, in headlines and behind nouns, and the day to which it is."""

import pytest

from reading import told


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Talks between Norland and Sudria postponed until Friday", "planned", "2024-06-14"),
        ("Meeting of Ekre and Corvane rescheduled for Friday", "planned", "2024-06-14"),
        ("Prisoner exchange of Norland and Sudria delayed by a day", "unscheduled", None),
        (
            "Norland announced the postponement of a meeting of Ekre and Corvane, originally scheduled "
            "for Thursday, to Saturday.",
            "planned",
            "2024-06-15",
        ),
        ("Ekre confirmed the postponement of the talks with Sudria until 20 June.", "planned", "2024-06-20"),
        ("Ekre confirmed the postponement of the talks with Sudria.", "unscheduled", None),
        (
            "We are rescheduling the meeting of Ekre and Corvane planned for Saturday, 15 June.",
            "unscheduled",
            None,
        ),
        (
            "The latest talks with Sudria, planned for this week, have been postponed to a later date.",
            "unscheduled",
            None,
        ),
    ],
)
def test_what_is_put_off_has_its_new_day_or_none(text, status, date):
    assert [row[1:] for row in told(text)] == [(status, date)]
