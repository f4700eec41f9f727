"""The report as a file: the same bytes, nothing from elsewhere, links that lead on, text that stays text."""

import base64
import datetime as dt
import hashlib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from reported import draw

from invented_hostile import EVERY, tell_hostile
from talks.render.harmless import STEERING
from talks.store import open_store

MOST = 3_000_000  # bytes of a report of a thousand events
VOID = {"meta", "link", "img", "br", "hr", "input"}


class Reading(HTMLParser):
    """Collects elements, and the text that a reader sees."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open):
            self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.elements if attrs.get(name)]


@pytest.fixture(scope="module")
def page(report_path):
    return report_path.read_text(encoding="utf-8")


def test_the_same_database_gives_the_same_bytes(report_path, years_path):
    drawn = """
import sys; from pathlib import Path; from reported import draw; from talks.store import open_store
with open_store(Path(sys.argv[1]), mode="read") as store: sys.stdout.buffer.write(draw(store).encode())
"""
    again = subprocess.run(
        [sys.executable, "-c", drawn, str(years_path)],
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    assert again.stdout == report_path.read_bytes()


def test_every_link_leads_to_an_element_and_no_id_stands_twice(page):
    reading = Reading(page)
    ids = reading.values("id")
    assert len(ids) == len(set(ids))
    inner = {href[1:] for href in reading.values("href") if href.startswith("#")}
    assert inner <= set(ids)
    assert reading.open == []


@pytest.mark.parametrize("history", ["told", "news", "autumn"])
def test_every_history_has_a_report_of_which_all_links_lead_on(history, request):
    reading = Reading(draw(request.getfixturevalue(history)))
    inner = {href[1:] for href in reading.values("href") if href.startswith("#")}
    assert inner <= set(reading.values("id"))
    assert reading.open == []


def test_nothing_is_taken_from_elsewhere(page):
    reading = Reading(page)
    sources = [
        value for name in ("src", "srcset", "action", "poster", "data") for value in reading.values(name)
    ]
    assert sources == []
    assert [attrs["href"] for tag, attrs in reading.elements if tag == "link"] == ["data:,"]
    assert not [href for href in reading.values("href") if "//" in href]  # these articles have no addresses
    assert "xlink" not in page
    assert "@import" not in page
    assert "url(" not in page


def test_only_its_own_style_and_script_may_run(page):
    reading = Reading(page)
    (policy,) = [
        attrs["content"] for tag, attrs in reading.elements if tag == "meta" and "http-equiv" in attrs
    ]
    for tag in ("style", "script"):
        (own,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert reading.values("style") == []
    assert not [name for _, attrs in reading.elements for name in attrs if name.startswith("on")]


def test_pictures_have_what_they_show_beside_them(page):
    reading = Reading(page)
    for tag, attrs in reading.elements:
        if tag == "svg":
            assert attrs.get("aria-hidden") == "true" or attrs.get("aria-label")
    marked = set(re.findall(r'<a class="c-[a-z]+" href="#(\w+)" tabindex="-1"', page))
    listed = set(reading.values("id"))
    assert marked
    assert marked <= listed


def test_what_is_planned_is_no_part_of_a_sum(page):
    ledger = page[page.index('<section id="swaps"') : page.index('<section id="positions"')]
    counted, _, ahead = ledger.partition("Agreed or planned: not in the totals")
    assert 'aria-label="held"' in counted
    assert not re.search('aria-label="(planned|agreed|proposed)"', counted)
    assert re.search('aria-label="(planned|agreed)"', ahead)


def test_hostile_words_stay_words(tmp_path):
    with open_store(tmp_path / "x.db", mode="create") as store:
        tell_hostile(store)
        page = draw(store)
    reading = Reading(page)
    assert not {"img", "onload"} & {tag for tag, _ in reading.elements}
    assert [tag for tag, _ in reading.elements].count("script") == 1
    assert not [name for _, attrs in reading.elements for name in attrs if name.startswith("on")]
    assert not [href for href in reading.values("href") if href.startswith("javascript")]
    assert STEERING.search(page.replace("\n", "")) is None
    shown = "".join(reading.text)
    for words in ("<script>document.title='run'</script>", "{{ 7*7 }}", "⟨202E⟩edis", "␛[31mred"):
        assert words in shown
    assert EVERY.split("{{")[0] in shown.replace("\n", " ")
    assert reading.open == []


def test_a_report_of_a_thousand_events_is_no_larger_than_three_megabytes(long_report_path):
    page = long_report_path.read_bytes()
    assert page.count(b'<div class="body" id="e') == 1000
    assert len(page) <= MOST


def test_a_range_lists_less_and_loses_no_link(years):
    page = draw(years, since=dt.date(2021, 3, 1), until=dt.date(2021, 4, 15))
    reading = Reading(page)
    inner = {href[1:] for href in reading.values("href") if href.startswith("#")}
    assert inner <= set(reading.values("id"))
    assert "from 1 March 2021 until 15 April 2021" in " ".join("".join(reading.text).split())


def test_a_day_of_the_past_knows_nothing_later(years):
    page = draw(years, as_of=dt.date(2021, 2, 20))
    assert "As of <b>20 February 2021</b>, by the reports published until then" in page
    assert "March 2021</h3>" not in page
