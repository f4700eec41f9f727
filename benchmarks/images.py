"""Draw the pictures of docs/images anew: the report of the articles in seeds/, as Chromium shows it.

    make images

Chromium must be installed. The pictures are kept by hand, as letters differ from version to version: look at
them before you commit them.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
DESKTOP, PHONE = {"width": 1100, "height": 760}, {"width": 400, "height": 760}
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]

Prepare = Callable[[Any], None]


def at(part: str) -> Prepare:
    """Show a part of the page from its top."""
    return lambda page: page.evaluate(
        f"document.querySelector('{part}').scrollIntoView({{behavior: 'instant'}})"
    )


def opened(page: Any) -> None:
    """Show the evidence of an exchange of which accounts differ."""
    link = page.locator("#swaps .ledger tr:has(.differ) a").first
    link.scroll_into_view_if_needed()
    link.click()


def zoomed(page: Any) -> None:
    """Show the last year of the timeline."""
    page.locator("#picture").get_by_role("button", name="Last year").click()
    at("#timeline")(page)


SHOTS: dict[str, tuple[dict[str, int], str, Prepare]] = {
    "report-state": (DESKTOP, "light", at(".top")),
    "report-timeline": (DESKTOP, "light", zoomed),
    "report-evidence": (DESKTOP, "light", opened),
    "report-positions-dark": (DESKTOP, "dark", at("#positions")),
    "report-phone": (PHONE, "light", at("#swaps")),
}


def main() -> int:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is not installed: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = draw(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, (size, scheme, prepare) in SHOTS.items():
            page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
            page.goto(report.as_uri())
            prepare(page)
            page.wait_for_timeout(300)
            page.screenshot(path=IMAGES / f"{name}.png")
            print(f"docs/images/{name}.png: {(IMAGES / f'{name}.png').stat().st_size // 1000} kB")
        browser.close()
    return 0


def draw(folder: Path) -> Path:
    """Ingest the seeds into a database of their own, and draw its report."""
    talks = [sys.executable, "-m", "talks", "--quiet", "--db", str(folder / "talks.db")]
    subprocess.run([*talks, "ingest", "seeds/"], check=True, cwd=ROOT)
    subprocess.run([*talks, "report", str(folder / "report.html")], check=True, cwd=ROOT)
    return folder / "report.html"


if __name__ == "__main__":
    sys.exit(main())
