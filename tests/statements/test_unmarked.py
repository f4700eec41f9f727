"""Words without quotation marks: paragraphs in the first person that a dash or a name closes."""

import pytest

from reading import said

HEAD = "The envoys came home\n\n"
OWN = "We sent the list on Monday. Nobody has answered us. The next step will be a meeting of the leaders"


@pytest.mark.parametrize(
    ("end", "speaker"),
    [
        (" - said Ekre during a briefing.", "Torvald Ekre"),
        (". – added Ekre.", "Torvald Ekre"),
        (", — Quent stressed.", "Marisela Quent"),
        (". Torvald Ekre", "Torvald Ekre"),
    ],
)
def test_a_paragraph_in_the_first_person_is_of_whom_its_end_names(end, speaker):
    ((found, words),) = said(f"{HEAD}{OWN}{end}")
    assert found == speaker
    assert words.startswith("We sent the list")
    assert words.rstrip(".,").endswith("a meeting of the leaders")


@pytest.mark.parametrize(
    "paragraph",
    [
        "The list was sent on Monday. Nobody has answered. A meeting of the leaders comes next - said Ekre.",
        "“We sent the list.” It was a Monday. A meeting of the leaders comes next - said Ekre.",
        "Quent said we were late. It was a Monday. A meeting of the leaders comes next - said Ekre.",
    ],
)
def test_what_is_not_in_the_first_person_or_has_words_of_others_is_not(paragraph):
    assert ("Torvald Ekre", "A meeting of the leaders comes next") in said(HEAD + paragraph)


def test_a_name_below_the_outlet_s_own_words_signs_nothing():
    assert said(f"{HEAD}The list was sent on Monday. Nobody has answered. Torvald Ekre") == []
