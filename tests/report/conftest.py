"""Reports of invented histories, and a browser to look at them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from reported import draw

from invented_years import tell_in
from talks.store import Store, open_store

MANY = 1000  # events
PATIENCE = 10_000  # milliseconds for what is there in a tenth of one, on a machine that does nothing else


@pytest.fixture
def years(years_path: Path) -> Iterator[Store]:
    with open_store(years_path, mode="read") as store:
        yield store


@pytest.fixture(scope="session")
def report_path(years_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the invented years."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    with open_store(years_path, mode="read") as store:
        path.write_bytes(draw(store).encode())
    return path


@pytest.fixture(scope="session")
def long_report_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a thousand events."""
    folder = tmp_path_factory.mktemp("long")
    with open_store(tell_in(folder / "talks.db", MANY), mode="read") as store:
        (folder / "report.html").write_bytes(draw(store).encode())
    return folder / "report.html"


@pytest.fixture
def look(browser: Any, report_path: Path) -> Iterator[Callable[..., Any]]:
    """Open the report, or another file, in a window; at the end nothing may have complained or gone out."""
    contexts, faults, opened = [], [], set()

    def open_page(path: Path = report_path, **settings: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1180, "height": 900}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request", lambda request: faults.append(request.url) if request.url != path.as_uri() else None
        )
        opened.add(path.as_uri())
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [fault for fault in faults if fault.partition("#")[0] not in {*opened, "data:,"}] == []
