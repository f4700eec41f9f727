"""What is wanted of an export: a format takes it, or says that it doesn't."""

import io

import pytest

from talks import exporters
from talks.errors import UsageError
from talks.exporters import Wanted, export
from talks.store import Store
from talks.views.timeline import Asked


@pytest.mark.parametrize(
    "wanted",
    [Wanted(excel=True), Wanted(asked=Asked(kinds=("talks",))), Wanted(asked=Asked(statements=False))],
)
def test_what_a_format_does_not_take_is_refused(store: Store, wanted: Wanted):
    out = io.StringIO()
    with pytest.raises(UsageError, match="jsonl: this format takes no "):
        export(store, "jsonl", out, wanted)
    assert out.getvalue() == ""


def test_each_choice_has_words_for_its_refusal():
    assert {*exporters.CHOICES, "say"} == set(Wanted.__dataclass_fields__)
