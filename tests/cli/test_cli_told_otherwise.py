"""Each line of what was changed says what of it: `talks diff` of two texts, `talks changes` of reports."""

from pathlib import Path
from typing import Any

import pytest

FIRST = """\
Northlight News
12 March 2024

Norland and Sudria held a second round of talks in Castrel on Tuesday. They will exchange \
120 prisoners on 20 March, the delegations said.

A third round is planned for 2 April in Tresk.

"We want a truce," said Ingra Sollbakk, the foreign minister of Norland.
"""
EDITED = (
    FIRST.replace("on Tuesday. They", "on Tuesday, with Helvaria presiding. Norland")
    .replace("exchange 120 prisoners", "release 120 prisoners to Sudria")
    .replace("is planned for 2 April in Tresk", "was planned for 2 April in Belmora but has been called off")
    .replace("want a truce", "want a long truce")
)
LATER = """\
Harvik Dagpost
3 April 2024

A third round of talks between Norland and Sudria was held in Tresk on 2 April. On 20 March \
Norland and Sudria had exchanged 130 prisoners.
"""


@pytest.fixture
def kept(tmp_path: Path, talks: Any) -> tuple[Path, Path]:
    """Return a database that has read a page, the same edited, and a later report; and the page."""
    database, page, later = tmp_path / "talks.db", tmp_path / "page.txt", tmp_path / "later.txt"
    for path, text in ((page, FIRST), (page, EDITED), (later, LATER)):
        path.write_text(text)
        assert talks("--db", database, "ingest", path).code == 0
    return database, page


@pytest.mark.parametrize(
    "told",
    [
        "parties Norland and Sudria → Norland and Sudria and Helvaria",
        "figures 120 prisoners → 120 prisoners from Norland to Sudria",
        "status planned → cancelled, place Tresk → Belmora",
        "words none → “long”  Sollbakk (Norland)",
    ],
)
def test_a_silent_edit_is_told_field_by_field(kept, talks, told):
    database, page = kept
    lines = [line for line in talks("--db", database, "diff", page).out.splitlines() if "~ changed" in line]
    assert any(told in line for line in lines)


def test_no_record_is_changed_without_a_word_of_what(kept, talks):
    database, page = kept
    lines = [line for line in talks("--db", database, "diff", page).out.splitlines() if "~ changed" in line]
    assert lines
    assert all(" → " in line for line in lines)


@pytest.mark.parametrize(
    "told",
    [
        "Norland and Sudria swap 130 prisoners  — 1 → 2 sources",
        "planned → held",
        "120 prisoners from Norland to Sudria → also 130 prisoners",
        "Belmora → Tresk",
    ],
)
def test_a_new_report_is_told_by_what_was_known_before(kept, talks, told):
    found = talks("--db", kept[0], "changes", "--since", "2024-04", "--by", "published").out
    assert told in found
