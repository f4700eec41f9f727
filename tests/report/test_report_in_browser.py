"""The report in Chromium: filtered, zoomed, opened; by keyboard, on a phone, on paper, without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PHONE = {"width": 400, "height": 860}
SERIOUS = {"serious", "critical"}
OWN = 0.25  # of the work of opening a page, what its script may take; the rest is Chromium's


def shown(page):
    return page.locator("#months .entry:visible").count()


def test_the_timeline_is_filtered_by_kind_status_party_and_source(look):
    page = look()
    every = shown(page)
    for label, choice in (("Kind", "swap"), ("Status", "held"), ("Party", "Sudria"), ("Source", "Lakeside")):
        before = shown(page)
        page.get_by_role("combobox", name=label).select_option(label=choice)
        assert 0 < shown(page) < before or label == "Party"
    assert {text.split(" · ")[1] for text in page.locator("#months .meta:visible").all_inner_texts()} == {
        "swap"
    }
    marks = page.locator("#picture a[data-a]:not([hidden])").count()
    assert page.locator("#count").inner_text() == f"{shown(page)} of {every} shown"
    assert 0 < marks <= shown(page)
    page.get_by_label("Words").fill("no such words")
    assert shown(page) == 0
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#months .entry:visible")).to_have_count(every)


def test_the_timeline_is_zoomed_by_buttons_keys_and_mouse(look):
    page = look()
    every, picture = shown(page), page.locator("#picture")
    span = picture.locator(".span")
    whole = span.inner_text()
    picture.get_by_role("button", name="Zoom in").click()
    assert span.inner_text() != whole
    assert 0 < shown(page) < every
    picture.get_by_role("button", name="All").click()
    assert (span.inner_text(), shown(page)) == (whole, every)
    picture.locator(".field").focus()
    page.keyboard.press("+")
    zoomed = span.inner_text()
    page.keyboard.press("ArrowRight")
    assert span.inner_text() not in (whole, zoomed)
    page.keyboard.press("0")
    box = picture.locator(".field").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 40, steps=3)
    page.mouse.up()
    assert shown(page) < every


def test_evidence_opens_where_it_is_asked_for(look):
    page = look()
    entry = page.locator("#months .entry").first
    entry.locator("summary").click()
    assert entry.locator("blockquote mark").first.is_visible()
    assert "stated" in entry.locator(".facts").inner_text()
    link = page.locator("#swaps .ledger a").first
    link.click()
    dialog = page.get_by_role("dialog")
    assert dialog.locator("mark").first.is_visible()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert page.evaluate("document.activeElement.closest('#swaps') !== null")
    link.click()
    page.get_by_role("link", name="Show it in its place").click()
    target = link.get_attribute("href")
    assert page.locator(target).is_visible()


def test_marks_of_pictures_open_what_they_stand_for(look):
    page = look()
    for picture in ("#picture", ".courses"):
        mark = page.locator(f"{picture} a[data-a]").first
        mark.locator("use").last.click(force=True)
        assert page.get_by_role("dialog").locator("mark").first.is_visible()
        page.keyboard.press("Escape")


def test_everything_is_reached_by_keyboard(look):
    page = look()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#state') !== null")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    entry = page.locator("#months .entry details > summary").first
    entry.focus()
    page.keyboard.press("Enter")
    assert page.locator("#months details[open]").count() == 1
    assert page.evaluate("[...document.querySelectorAll('*')].every((node) => !(node.tabIndex > 0))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(look, scheme):
    page = look(color_scheme=scheme)
    page.locator("#months details").first.evaluate("(node) => { node.open = true; }")
    page.locator("#positions .course").first.evaluate("(node) => { node.open = true; }")
    rules = {} if scheme == "light" else {"runOnly": ["color-contrast"]}
    found = Axe().run(page, options=rules).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in SERIOUS] == []


def test_the_dark_is_dark(look):
    brightness = {}
    for scheme in ("light", "dark"):
        colour = look(color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        brightness[scheme] = sum(map(int, re.findall(r"\d+", colour)[:3]))
    assert brightness["dark"] < 150 < 650 < brightness["light"]


def test_a_phone_scrolls_in_one_direction(look):
    page = look(viewport=PHONE)
    page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    link = page.locator("#swaps .ledger a").first
    link.click()
    box = page.get_by_role("dialog").bounding_box()
    assert 0 <= box["x"] <= box["x"] + box["width"] <= PHONE["width"]


def test_without_javascript_everything_can_be_read(look):
    page = look(java_script_enabled=False)
    assert not page.locator("#controls").is_visible()
    assert not page.locator(".zoom").first.is_visible()
    assert page.locator("#picture use").first.is_visible()
    entry = page.locator("#months .entry details").first
    entry.locator("summary").click()
    assert entry.locator("blockquote").first.is_visible()
    link = page.locator("#swaps .ledger a").first
    link.click()
    assert page.locator(link.get_attribute("href")).is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_an_address_with_an_id_shows_the_record(look, scripts):
    page = look(java_script_enabled=scripts)
    for part in ("#months", "#positions"):
        target = page.locator(f"{part} .body[id]").last
        page.goto(f"{page.url.partition('#')[0]}#{target.get_attribute('id')}")
        assert target.is_visible()
        assert 0 < target.bounding_box()["y"] < 900


def test_on_paper_all_evidence_is_open(look):
    page = look(color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator("#months blockquote").first.is_visible()
    assert not page.locator("#controls").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_script_hardly_delays_a_thousand_events(look, long_report_path):
    page = look(long_report_path)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.reload()
    told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    assert shown(page) > 1000
    assert told["ScriptDuration"] < OWN * told["TaskDuration"]
