"""The served pages in Chromium: filtered, searched, read by keyboard, on a phone, without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from served import first_id

PHONE = {"width": 400, "height": 860}
SERIOUS = {"serious", "critical"}
FEW = ("/timeline?kind=truce", "/changes?since=2030", "/swaps?since=2021-06&until=2021-07", "/agenda")
PAGES = ("/", "/timeline", "/swaps", "/positions", "/promises", "/agenda", "/actors", "/articles", "/changes")


def test_the_timeline_is_filtered_and_every_line_opens_its_evidence(look):
    page = look("/timeline")
    page.get_by_label("Kind").select_option(label="swap")
    page.get_by_label("From").fill("2021-03")
    page.get_by_role("button", name="Show").click()
    assert "kind=prisoner_swap" in page.url
    lines = page.locator(".entry .meta").all_inner_texts()
    assert lines
    assert {line.split(" · ")[1] for line in lines} == {"swap"}
    assert page.get_by_label("Kind").input_value() == "prisoner_swap"
    entry = page.locator(".entry").first
    entry.locator("summary").click()
    assert entry.locator("blockquote mark").first.is_visible()
    entry.locator(".id a").click()
    assert re.search(r"/event/e\w+$", page.url)
    assert page.locator(".record blockquote mark").first.is_visible()
    page.go_back()
    page.get_by_role("link", name="Show all").click()
    assert page.url.endswith("/timeline")


def test_words_are_searched_from_any_page_by_keyboard(look):
    page = look("/promises")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("prisoners")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=prisoners")
    assert page.locator(".hits mark").first.is_visible()
    page.locator(".hits a").first.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(event|statement|article)/"))
    assert page.locator("mark").first.is_visible()


def test_the_picture_is_zoomed_and_its_marks_lead_to_events(look):
    page = look("/")
    picture = page.locator("#strip")
    whole = picture.locator(".span").inner_text()
    picture.get_by_role("button", name="Zoom in").click()
    assert picture.locator(".span").inner_text() != whole
    picture.get_by_role("button", name="All").click()
    picture.locator("a[data-a] use").last.click(force=True)
    page.wait_for_url(re.compile("/(event|statement)/"))


@pytest.mark.parametrize(("scheme", "paths"), [("light", FEW), ("dark", FEW[:2])])
def test_axe_finds_nothing_serious(look, site, scheme, paths):
    event, said = first_id(site, "/timeline.json", "e"), first_id(site, "/positions.json", "s")
    article = first_id(site, "/articles.json", "a")
    page = look("/search?q=truce", color_scheme=scheme)
    for path in (*paths, f"/event/{event}", f"/statement/{said}", f"/article/{article}"):
        page.goto(str(site.base_url).rstrip("/") + path)
        found = Axe().run(page).response["violations"]
        told = [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in SERIOUS]
        assert told == [], path


def test_a_phone_scrolls_in_one_direction(look, site):
    page = look("/", viewport=PHONE)
    for path in (*PAGES, "/search?q=talks", f"/event/{first_id(site, '/timeline.json', 'e')}"):
        page.goto(str(site.base_url).rstrip("/") + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path


def test_the_dark_is_dark(look):
    colour = look("/timeline", color_scheme="dark").evaluate(
        "getComputedStyle(document.body).backgroundColor"
    )
    assert sum(map(int, re.findall(r"\d+", colour)[:3])) < 150


def test_without_javascript_everything_works(look):
    page = look("/timeline", java_script_enabled=False)
    page.get_by_label("Status").select_option(label="held")
    page.get_by_role("button", name="Show").click()
    assert set(page.locator(".entry .meta > span:first-child").all_inner_texts()) == {"held"}
    page.locator(".entry summary").first.click()
    assert page.locator("blockquote").first.is_visible()


def test_tables_work_under_their_policy(look):
    page = look("/data/v_timeline")
    assert page.evaluate("typeof DATASETTE_ALLOW_FACET") == "boolean"
    page.goto(page.url.replace("/v_timeline", "?sql=select+kind+from+v_timeline+limit+3"))
    assert page.locator(".CodeMirror").is_visible()
    assert page.locator("table tbody tr").count() == 3
