"""Exact screens of the invented autumn: its exchanges and its promises, and the page that shows them."""

import csv
import datetime as dt
import io
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from talks.cli import ledgers as cli
from talks.render import ledgers
from talks.render.lines import Paper
from talks.render.promises import COLUMNS as PROMISE_COLUMNS
from talks.render.promises import Promises, promise_row
from talks.render.quantities import bar, number, plain_bar
from talks.render.records import WRITERS
from talks.render.swaps import Ledger
from talks.store import Store
from talks.views.amounts import Amount
from talks.views.frames import load_frames
from talks.views.promises import Asked as PromisesAsked
from talks.views.promises import find_promises, last_report
from talks.views.swaps import Asked, find_books
from talks.views.voices import read_reports

PAGE = Path(__file__).parents[2] / "docs" / "ledgers.md"
SCREEN = re.compile(
    r"(<!-- screen (\w+): written by `make golden` -->\n)(.*?)(?=<!-- /screen -->)", re.DOTALL
)
PAPERS = {
    "80": Paper(80),
    "120": Paper(120),
    "pipe": Paper(),
    "colour": Paper(100, colour=True),
}


def written(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def swaps(store: Store, paper: Paper) -> Iterator[str]:
    books = find_books(store, Asked())
    screen = Ledger.on(paper, read_reports(store, cli.disputed(books)), load_frames(store))
    for book in books:
        yield from screen.book(book)
    yield from screen.legend()


def promises(store: Store, paper: Paper, day: dt.date | None = None) -> Iterator[str]:
    found = find_promises(store, PromisesAsked(as_of=day))
    last = day or last_report(store)
    assert last
    screen = Promises.on(paper, [frame.sides for frame in load_frames(store)])
    return screen.lines(found, last, given=day is not None)


@pytest.mark.parametrize("width", PAPERS)
def test_the_ledger_of_exchanges(autumn, golden, width):
    golden(f"swaps-{width}.txt", written(swaps(autumn, PAPERS[width])))


@pytest.mark.parametrize("width", PAPERS)
def test_the_promises(autumn, golden, width):
    golden(f"promises-{width}.txt", written(promises(autumn, PAPERS[width])))


@pytest.mark.parametrize("width", ["80", "120"])
def test_no_line_is_wider_than_the_screen(autumn, width):
    lines = [*swaps(autumn, PAPERS[width]), *promises(autumn, PAPERS[width])]
    assert max(map(len, lines)) <= int(width)


@pytest.mark.parametrize("form", WRITERS)
def test_the_ledgers_for_other_programs(autumn, golden, form):
    books = find_books(autumn, Asked())
    golden(f"swaps.{form}", written(WRITERS[form](ledgers.exchange_rows(books), ledgers.COLUMNS)))
    day = last_report(autumn)
    assert day
    rows = (promise_row(promise, day, ()) for promise in find_promises(autumn, PromisesAsked()))
    golden(f"promises.{form}", written(WRITERS[form](rows, PROMISE_COLUMNS)))


def test_counted_rows_add_up_to_the_totals_of_every_format(autumn):
    books = find_books(autumn, Asked())
    text = written(WRITERS["csv"](ledgers.exchange_rows(books), ledgers.COLUMNS))
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows == list(csv.DictReader(io.StringIO(text.replace("\r", "\n"))))
    objects = json.loads(written(WRITERS["json"](ledgers.exchange_rows(books), ledgers.COLUMNS)))
    assert [row["id"] for row in objects] == [row["id"] for row in rows]
    (book,) = books
    for (group, side), total in book.total.amounts.items():
        counted = [r for r in objects if r["counted"] == "yes" and (r["of"], r["to"]) == (group, side)]
        assert sum(row["least"] for row in counted) == total.least
        assert sum(row["most"] for row in counted) == total.most


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount(1000, 1000), "1,000"),
        (Amount(309, 312), "309–312"),
        (Amount(1000, None), "≥1,000"),
        (Amount(0, 400), "≤400"),
        (Amount(30, 30, about=True), "≈30"),
    ],
)
def test_numbers_tell_how_exact_they_are(amount, text):
    assert number(amount) == text


@pytest.mark.parametrize(
    ("amount", "blocks", "plain"),
    [
        (Amount(80, 80), "████████", "########"),
        (Amount(40, 40), "████", "####"),
        (Amount(5, 5), "▌", "#"),
        (Amount(1, 1), "▏", "#"),
        (Amount(40, 60), "████░░", "####.."),
        (Amount(0, 20), "░░", ".."),
        (Amount(40, None), "████░", "####."),
    ],
)
def test_bars_show_what_is_sure_and_what_may_be(amount, blocks, plain):
    assert bar(amount, 80, 8) == blocks
    assert plain_bar(amount, 80, 8) == plain


def test_the_screens_of_the_page_are_what_the_program_shows(autumn):
    shown = {"swaps": swaps(autumn, Paper(80)), "promises": promises(autumn, Paper(80))}
    texts = {name: "".join(f"    {line}".rstrip() + "\n" for line in lines) for name, lines in shown.items()}
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("GOLDEN") == "write":
        page = SCREEN.sub(lambda found: f"{found[1]}\n{texts[found[2]]}\n", page)
        PAGE.write_text(page, encoding="utf-8")
    found = {screen[2]: screen[3] for screen in SCREEN.finditer(page)}
    assert found == {name: f"\n{text}\n" for name, text in texts.items()}, "run `make golden`"
