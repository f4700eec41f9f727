"""Which exchange an article means: the one it reports, those of weeks before, the one that was announced."""

import pytest

from reading import mentions


def _swaps(text: str, published: str | None = "2024-06-10") -> list[tuple[str, str | None, list[int]]]:
    found = mentions(text, published)
    return [(m.status, m.when.edtf, [c.n for c in m.counts]) for m in found if m.kind == "prisoner_swap"]


def test_news_without_a_day_is_not_an_exchange_of_weeks_before() -> None:
    text = (
        "Norland and Sudria have completed another prisoner exchange.\n\n"
        "Each side received 195 soldiers, Ekre said.\n\n"
        "An exchange in early March had led to the release of 48 prisoners."
    )

    assert [(status, day) for status, day, _ in _swaps(text)] == [("held", None), ("held", "2024-03")]


def test_what_was_announced_and_is_done_is_one_exchange() -> None:
    text = (
        "Norland brought home 230 prisoners on Monday.\n\n"
        "Sudria said it expected the release of 230 prisoners in the presence of observers."
    )

    assert [(status, day) for status, day, _ in _swaps(text)] == [("held", "2024-06-10")]


@pytest.mark.parametrize(
    "text",
    [
        "One of the largest exchanges of prisoners since the war began took place on Monday.",
        "Two of the latest prisoner swaps were held in Harvik on Monday.",
    ],
)
def test_how_many_exchanges_there_were_counts_no_prisoners(text: str) -> None:
    assert [numbers for _, _, numbers in _swaps(text)] == [[]]
