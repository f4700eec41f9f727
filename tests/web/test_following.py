"""A site is followed through edits, deletions and duplicates: each article once, each event once."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invented_site import Site
from pytest_httpserver import HTTPServer
from werkzeug import Response

from processes import command
from talks.cli.run import run
from talks.ingest.lock import held
from talks.store import Store, open_store, verify
from talks.store.pages import list_passed_over
from talks.views.changes import EVER

Update = Callable[..., tuple[int, str]]


@pytest.fixture
def site(httpserver: HTTPServer) -> Site:
    return Site(httpserver)


@pytest.fixture
def database(tmp_path: Path, site: Site) -> Path:
    path = tmp_path / "t.db"
    site.publish(0)
    assert run(["--quiet", "--db", str(path), "sources", "add", site.feed, "--allow-private"]) == 0
    return path


@pytest.fixture
def update(database: Path, capsys: pytest.CaptureFixture[str]) -> Update:
    def work(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = run(["--db", str(database), "update", "--allow-private", *arguments])
        return code, capsys.readouterr().err

    return work


def standing(database: Path) -> tuple[int, int, int]:
    """Count the articles, those superseded, and the events; no event is told twice, and all is sound."""
    with open_store(database, mode="read") as store:
        days = [event.when.edtf for event in store.events(kind="talks")]
        assert len(set(days)) == len(days)
        assert not list(verify(store))
        found = store.summary()
        return found["articles"], found["superseded"], len(days)


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_two_hundred_articles_are_followed_through_edits_deletions_and_duplicates(
    site: Site, update: Update, database: Path, capsys: pytest.CaptureFixture[str]
):
    for n in range(120):
        site.publish(n, relevant=n % 5 != 4)
    code, told = update()
    assert (code, told.splitlines()[0]) == (0, "Harbour Post: 96 new, 24 passed over")
    assert standing(database) == (96, 0, 96)

    for n in range(120, 200):  # new ones, and of the old some edited, deleted or published again elsewhere
        site.publish(n, relevant=n % 5 != 4)
    for n in range(0, 30, 5):
        site.publish(n, hours=5)
    for n in range(1, 11, 5):
        site.gone.add(f"/{n:03}.html")
    for n in range(2, 32, 5):
        site.publish(n, path=f"/again/{n}.html")
        site.named.append(f"/{n:03}.html?utm_source=mail&utm_medium=x")
    code, told = update("--recheck")
    assert code == 0
    first = "Harbour Post: 64 new, 6 known from elsewhere, 6 changed, 16 passed over, 88 unchanged, "
    assert told.splitlines()[0] == f"{first}2 gone, and kept here"
    assert standing(database) == (160, 6, 160)

    capsys.readouterr()
    edited = site.server.url_for("/005.html")
    assert run(["--quiet", "--db", str(database), "diff", edited, "--format", "jsonl"]) == 0
    edits = [(row["record"], row["change"], row["text"]) for row in lines_of(capsys)]
    assert edits[:3] == [
        ("statement", "changed", "The talks lasted 5 hours"),
        ("figure", "lost", "3 hours"),
        ("figure", "gained", "5 hours"),
    ]

    for n in range(0, 10, 5):
        site.publish(n, hours=7)
    site.named = site.named[20:]  # a feed names what is young
    code, told = update("--recheck")
    assert (code, standing(database)) == (0, (160, 6, 160))

    site.asked.clear()
    for arguments in ((), ("--recheck",)):
        code, told = update(*arguments)
        assert code == 0
        assert told.splitlines()[-1] == "nothing new"
        assert site.conditional()
    assert standing(database) == (160, 6, 160)


def test_what_is_passed_over_is_not_fetched_again_unless_it_is_wanted(
    site: Site, update: Update, database: Path
):
    for n in (1, 2):
        site.publish(n, relevant=False)
    update()
    with open_store(database, mode="read") as store:
        assert [page.reason for page in list_passed_over(store)] == [
            "it names the sides of no negotiation"
        ] * 2
    site.asked.clear()
    update("--recheck")
    assert {path for path, _, _ in site.asked} == {"/feed.xml", "/000.html"}
    assert "2 new" in update("--keep-all")[1]
    assert standing(database)[0] == 3


def test_a_source_that_fails_is_told_with_the_reason_and_does_not_stop_the_others(
    site: Site, update: Update, database: Path
):
    other = site.server.url_for("/other.xml").replace("localhost", "127.0.0.1")
    opml = f'<opml><body><outline text="Polder" xmlUrl="{other}"/></body></opml>'
    (database.parent / "a.opml").write_text(opml)
    assert run(["--quiet", "--db", str(database), "sources", "import", str(database.parent / "a.opml")]) == 0
    code, told = update("--quiet")
    assert (code, told) == (3, "Polder: failed, as it answers 404 Not Found; check the address\n")
    assert standing(database)[0] == 1
    site.pages["/other.xml"] = site.rss()
    assert update("--quiet") == (0, "")


def test_a_page_that_fails_is_told_once_and_tried_again_later(site: Site, update: Update):
    site.named.append("/missing.html")
    code, told = update()
    assert code == 3
    assert "set aside: " in told
    assert "/missing.html: answers 404 Not Found; check the address" in told
    assert update() == (0, "Harbour Post: nothing new\nnothing new\n")


def test_a_page_may_be_followed_itself(site: Site, update: Update, database: Path):
    live = site.server.url_for("/live.html")
    site.publish(7, path="/live.html")
    site.named.remove("/live.html")
    assert run(["--quiet", "--db", str(database), "sources", "add", live, "--page", "--title", "Live"]) == 0
    assert "Live: 1 new" in update()[1]
    assert "Live: 1 unchanged" in update()[1]
    site.publish(7, path="/live.html", hours=6)
    told = update("Live")[1]
    assert "Live: 1 changed" in told
    assert told.splitlines()[-1] == "1 article edited; `talks diff ADDRESS` shows how"


def test_a_page_that_is_again_what_it_was_has_changed(site: Site, update: Update, database: Path):
    for hours, told in ((3, "1 new"), (5, "1 changed"), (3, "1 changed"), (3, "1 unchanged")):
        site.publish(0, hours=hours)
        assert update("--recheck")[1].splitlines()[0] == f"Harbour Post: {told}"
        assert standing(database)[2] == 1
    assert standing(database) == (1, 1, 1)


def test_a_feed_that_gives_all_its_articles_one_name_loses_none(site: Site, update: Update, database: Path):
    for n in range(3):
        site.named.clear()
        site.publish(n)
        site.guid = "latest"
        update()
    assert standing(database)[0] == 3


def test_a_second_run_says_who_holds_the_lock(database: Path, update: Update):
    with held(database, EVER):
        code, told = update()
    assert code == 4
    assert f"is being updated by process {os.getpid()}, since " in told
    assert update()[0] == 0


def wait_until(condition: Callable[[], bool]) -> None:
    while not condition():
        time.sleep(0.02)


def articles(database: Path) -> int:
    with open_store(database, mode="read") as store:
        return store.summary()["articles"]


def records(store: Store) -> list[str]:
    return [event.id for event in store.events()] + [article.id for article in store.articles()]


def test_a_run_that_is_killed_is_made_up_for_by_the_next(
    site: Site, update: Update, database: Path, tmp_path: Path
):
    for n in range(30):
        site.publish(n, relevant=n % 5 != 4)
    for at in (1, 12):
        process = subprocess.Popen(
            command("--quiet", "--db", database, "update", "--allow-private"),
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda at=at, process=process: articles(database) >= at or process.poll() is not None)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert update()[0] == 0
    whole = tmp_path / "whole.db"
    for arguments in (["sources", "add", site.feed], ["update"]):
        assert run(["--quiet", "--db", str(whole), *arguments, "--allow-private"]) == 0
    with open_store(database, mode="read") as one, open_store(whole, mode="read") as two:
        assert records(one) == records(two)
    assert standing(database) == (24, 0, 24)


def test_a_machine_that_asks_to_wait_is_waited_for_by_the_next_run_too(
    site: Site, update: Update, monkeypatch: pytest.MonkeyPatch
):
    real = site.found
    busy = Response(status=429, headers={"Retry-After": "3600"})
    monkeypatch.setattr(site, "found", lambda request: busy if "html" in request.path else real(request))
    code, told = update()
    assert code == 3
    assert "answers 429 Too Many Requests, and asks to wait 3600 seconds" in told
    site.asked.clear()
    code, told = update()
    assert (code, site.asked) == (0, [])
    assert "Harbour Post: left alone until " in told
