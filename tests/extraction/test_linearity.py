"""Four times the text is four times the work, whatever the text: counted in lines run, not in seconds."""

import sys
from types import FrameType
from typing import Any

import pytest

from reading import extraction

SIZE = 2000  # characters; more than a sentence may be long
MOST = 8.0  # what grows with the square would be sixteenfold
ROUND = (
    "Norland and Sudria held a second round of talks in Castrel on Tuesday, with Helvaria presiding. They "
    'agreed to exchange 120 prisoners each in May. "We want a truce," said Ingra Sollbakk. President '
    "Marisela Quent demanded that he withdraw his army, and the minister said that she had no list. "
)
TEXTS = {
    "paragraphs": ROUND + "\n\n",
    "one paragraph": ROUND,
    "one sentence": "and Norland and Sudria held talks with Ekre in Castrel on 12 March 2024, ",
    "nested speech": "Ekre said that Quent had told him that the talks would go on, ",
    "relative clauses": "the man who met Quent who held talks with Ekre ",
    "quotations": '"We want a truce," said Ekre. “So do I,” Quent said. ',
    "lone quotations": "“We want a truce in May.”\n\n",
    "unclosed quotations": "“We want a truce, said Ekre. ",
    "apostrophes": "'the talks of Ekre. 'tis so ‘n in ",
    "dates": "talks on 1 May, 2 May and 3 March 2024, ",
    "table": "1 | 12 March 2024 | Castrel\n",
    "figures": "1,000 for 1,000 prisoners and 25 of 30 bodies ",
    "nouns": "of the talks ",
    "abbreviations": "Mr. ",
    "marks": "... ",
}


def lines_run(text: str) -> int:
    """Count the lines that extraction runs, each turn of a loop for itself."""
    count = 0

    def trace(_frame: FrameType, _event: str, _arg: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        extraction(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS)
def test_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    extraction(piece)  # loads what is loaded once
    once, fourfold = (lines_run(piece * (size // len(piece))) for size in (SIZE, 4 * SIZE))

    assert fourfold < MOST * once


@pytest.mark.parametrize(
    "text", ["7" * 5000, f"Round {'7' * 5000}", f"1 | {'7' * 5000}", f"{'7' * 5000} days"]
)
def test_a_figure_of_thousands_of_digits_counts_nothing(text: str) -> None:
    assert extraction(f"The talks ended. {text}").statements == ()
