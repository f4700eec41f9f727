"""Pages of a listing: all of it, in order, no page empty, and no more read than is asked for."""

from hypothesis import given
from hypothesis import strategies as st

from talks.paging import paged


@given(st.lists(st.integers()), st.integers(1, 7))
def test_pages_hold_all_rows_in_order(rows, size):
    pages = list(paged(rows, size))
    assert [row for page in pages for row in page] == rows
    assert all(len(page) == size for page in pages[:-1])
    assert all(pages)


def test_no_more_is_read_than_a_page():
    rows = iter(range(10))
    assert next(paged(rows, 3)) == [0, 1, 2]
    assert next(rows) == 3
