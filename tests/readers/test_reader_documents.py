"""PDF and Word documents: their text in order, what they say of themselves, and what is refused."""

import sys

import pytest
from documents import make_docx, make_pdf
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.errors import ReadError
from talks.piece import Piece
from talks.readers import Source, read

BODY = [
    "Envoys of Norland and Sudria met in Castrel on",
    "Monday (12 March) and spoke of a prisoner ex-",
    "change.",
]


def piece(name: str, data: bytes) -> Piece:
    [found] = read(Source(name, data)).pieces
    return found


def test_the_lines_of_a_pdf_are_read_and_divided_words_joined():
    found = piece("a.pdf", make_pdf(BODY, title="Envoys meet"))
    assert found.text.split() == "\n".join(BODY).replace("ex-\n", "ex").split()
    assert (found.title, found.published) == ("Envoys meet", None)


@pytest.mark.parametrize("title", ["Microsoft Word - draft7.docx", "untitled", "x.indd", " "])
def test_the_name_of_a_file_is_no_title(title):
    assert piece("a.pdf", make_pdf(BODY, title=title)).title is None


def test_what_stands_on_every_page_is_left_out():
    pages = [
        [f"Harvik Dagpost, page {n}", f"Paragraph {'abcd'[n]}.", "It goes on.", f"- {n} -"] for n in range(4)
    ]
    text = piece("a.pdf", make_pdf(*pages)).text
    assert "Dagpost" not in text
    assert "- 2 -" not in text
    assert [line for line in text.splitlines() if line.startswith("Para")] == [
        f"Paragraph {c}." for c in "abcd"
    ]


def test_a_pdf_comes_by_standard_input_too():
    assert "Castrel" in piece("-", make_pdf(BODY)).text


def test_a_scan_is_refused_with_a_word_on_what_to_do():
    with pytest.raises(ReadError, match="without text, as a scan is; have its words recognised"):
        read(Source("a.pdf", make_pdf([])))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 400), st.binary(max_size=40))
def test_a_broken_document_is_refused_in_one_line(at, noise):
    for name, data in (("a.pdf", make_pdf(BODY)), ("a.docx", make_docx(*BODY))):
        broken = data[:at] + noise + data[at + len(noise) + 1 :]
        assert "\n" not in refusal(name, broken)


def refusal(name, data):
    """Return what is said of a document that can't be read, or nothing."""
    try:
        read(Source(name, data))
    except ReadError as error:
        return str(error)
    return ""


def test_paragraphs_and_tables_of_a_word_document_are_read_in_order():
    table = [["Round", "Place"], ["second", "Castrel"]]
    found = piece(
        "a.docx", make_docx("Envoys meet", "They spoke for an hour.", table=table, author="Gunnvor Ask")
    )
    assert found.text.split("\n\n") == [
        "Envoys meet",
        "They spoke for an hour.",
        "Round | Place",
        "second | Castrel",
    ]
    assert (found.byline, found.published) == ("Gunnvor Ask", None)


def test_equal_cells_of_a_row_are_all_read():
    found = piece("a.docx", make_docx(table=[["Norland", "1,000", "Sudria", "1,000"]]))
    assert found.text.strip() == "Norland | 1,000 | Sudria | 1,000"


def test_the_title_of_a_word_document_stands_above_its_text_once():
    assert piece("a.docx", make_docx("It rained.", title="Envoys meet")).text == "Envoys meet\n\nIt rained."
    assert (
        piece("a.docx", make_docx("Envoys meet", "It rained.", title="Envoys meet")).text.count("Envoys meet")
        == 1
    )


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("talks.readers.worddocument.MAX_BYTES", 10_000)
    with pytest.raises(ReadError, match="unpacks to more than is read"):
        read(Source("a.docx", make_docx(*(["x" * 100] * 200))))


@pytest.mark.parametrize(
    ("name", "library"), [("a.pdf", "pypdf"), ("a.docx", "docx"), ("a.rss", "feedparser")]
)
def test_without_its_library_a_format_says_how_to_install_it(name, library, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    data = {"a.pdf": make_pdf(BODY), "a.docx": make_docx(*BODY), "a.rss": b"<rss></rss>"}[name]
    with pytest.raises(ReadError, match=r'install the extra: pip install "talks\[web\]"'):
        read(Source(name, data))
