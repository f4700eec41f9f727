"""What a page answered is kept with its article, and the next time only what is new is asked for."""

import re

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from talks.cli.run import run
from talks.store import Store, fetches, load_body, open_store, verify

TOLD = "On Monday envoys of Norland and Sudria met in Castrel, the hosts said. They parted after an hour. "
PAGE = f"<html><body><article><h1>Envoys meet in Castrel</h1><p>{TOLD * 3}</p></article></body></html>"


@pytest.fixture
def ingest(tmp_path, capsys):
    def work(*arguments: str) -> tuple[int, str]:
        code = run(["--db", str(tmp_path / "t.db"), "ingest", "--allow-private", *arguments])
        return code, capsys.readouterr().err

    return work


@pytest.fixture
def stored(tmp_path):
    opened: list[Store] = []

    def work() -> Store:
        opened.append(open_store(tmp_path / "t.db", mode="read"))
        return opened[-1]

    yield work
    for store in opened:
        store.close()


def serve(httpserver: HTTPServer, page: str, *, asked: list[Request], etag: str = '"1"') -> str:
    def answer(request: Request) -> Response:
        asked.append(request)
        if request.headers.get("If-None-Match") == etag:
            return Response(status=304, headers={"ETag": etag})
        headers = {"ETag": etag, "Set-Cookie": "id=s3cr3t"}
        return Response(page, headers=headers, content_type="text/html; charset=utf-8")

    httpserver.clear()
    httpserver.expect_request("/a").respond_with_handler(answer)
    return httpserver.url_for("/a")


def test_the_bytes_are_kept_with_their_article(httpserver, ingest, stored):
    url = serve(httpserver, PAGE, asked=[])
    assert ingest(url)[0] == 0
    store = stored()
    [kept], [capture] = fetches(store, url), store.captures()
    assert load_body(store, kept.sha256) == PAGE.encode()
    assert (kept.sha256, kept.fetched_at) == (capture.bytes_sha256, capture.captured_at)
    assert (kept.asked, kept.url, kept.media, kept.charset) == (url, url, "text/html", "utf-8")
    assert list(verify(store)) == []


def test_a_page_that_has_not_changed_is_not_sent_again_but_seen_again(httpserver, ingest, stored):
    asked: list[Request] = []
    url = serve(httpserver, PAGE, asked=asked)
    ingest(url)
    assert ingest(url) == (0, "nothing new: 1 article known\n")
    assert [request.headers.get("If-None-Match") for request in asked] == [None, '"1"']
    [kept], [capture] = fetches(stored()), stored().captures()
    assert kept.seen_at == capture.last_seen > capture.captured_at == kept.fetched_at


def test_a_page_that_has_changed_is_another_fetch_at_its_address(httpserver, ingest, stored):
    url = serve(httpserver, PAGE, asked=[])
    ingest(url)
    serve(httpserver, PAGE.replace("Monday", "Tuesday"), asked=[], etag='"2"')
    assert "1 superseded" in ingest(url)[1]
    store = stored()
    assert [b"Tuesday" in load_body(store, kept.sha256) for kept in fetches(store, url)] == [False, True]


def test_what_is_no_article_is_kept_and_listed_as_set_aside(httpserver, ingest, stored):
    url = serve(httpserver, "<html><body><p>Subscribe!</p></body></html>", asked=[])
    assert ingest(url)[0] == 3
    store = stored()
    assert (
        [kept.locator for kept in fetches(store)] == [aside.locator for aside in store.set_asides()] == [url]
    )
    assert list(store.captures()) == []
    serve(httpserver, PAGE, asked=[], etag='"2"')
    assert ingest(url)[0] == 0
    assert list(stored().set_asides()) == []


def test_redirects_that_lead_elsewhere_are_followed_to_the_page_itself(httpserver, ingest, stored):
    """The server can't tell that what has not changed is not the page that was kept."""
    pages = {"/old": PAGE, "/new": PAGE.replace("Castrel", "Harvik")}
    leads = {"to": "/old"}

    def answer(request: Request) -> Response:
        if request.path == "/go":
            return Response(status=302, headers={"Location": httpserver.url_for(leads["to"])})
        if "If-None-Match" in request.headers:
            return Response(status=304)
        return Response(pages[request.path], headers={"ETag": '"same"'}, content_type="text/html")

    httpserver.expect_request(re.compile(".*")).respond_with_handler(answer)
    for name in pages:
        leads["to"] = name
        assert ingest(httpserver.url_for("/go"))[0] == 0
    texts = [article.text for article in stored().articles()]
    assert sorted("Harvik" in text for text in texts) == [False, True]
    assert {kept.url for kept in fetches(stored())} == {httpserver.url_for(name) for name in pages}


def test_a_page_that_is_gone_is_told_where_it_was(httpserver, ingest, stored, tmp_path, capsys):
    url = serve(httpserver, PAGE, asked=[])
    ingest(url)
    httpserver.clear()
    httpserver.expect_request("/a").respond_with_data("Gone", status=410)
    assert ingest(url)[0] == 3
    assert [aside.reason for aside in stored().set_asides()] == ["answers 410 Gone; check the address"]
    assert len(list(stored().articles())) == 1
    assert run(["--db", str(tmp_path / "t.db"), "captures", url]) == 0
    assert "now        answers 410 Gone; check the address\n" in capsys.readouterr().out
