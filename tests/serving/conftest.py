"""Pages of invented histories, served by our own command as a process of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from served import serving

MILLIS = 10_000  # for what is there in a tenth of it


@pytest.fixture(scope="session")
def site(years_path: Path) -> Iterator[httpx.Client]:
    """The pages of the invented years."""
    with serving(years_path) as client:
        yield client


@pytest.fixture
def look(browser: Any, site: httpx.Client) -> Iterator[Callable[..., Any]]:
    """Open a page in a window; at the end nothing may have complained or gone out."""
    contexts, faults, asked = [], [], []
    own = str(site.base_url).rstrip("/")

    def open_page(path: str = "/", **settings: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1180, "height": 900}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(MILLIS)
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith((own, "data:")) else faults.append(request.url),
        )
        page.goto(own + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
    assert [url for url in asked if not url.startswith((own, "data:"))] == []
