"""`talks ingest https://…`: a page of a real server becomes an article at its address."""

import pytest
from pytest_httpserver import HTTPServer

from talks.cli.run import run
from talks.store import open_store

BODY = "".join(
    f"<p>On Monday envoys of Norland and Sudria met in Castrel for the {n}. time, the hosts said.</p>"
    for n in range(1, 9)
)
PAGE = f"""<html><head><title>Envoys meet in Castrel</title>
<meta property="article:published_time" content="2024-03-12T09:00:00Z">CANONICAL</head>
<body><article><h1>Envoys meet in Castrel</h1>{BODY}</article></body></html>"""


@pytest.fixture
def ingest(tmp_path, capsys):
    def work(*arguments: str) -> tuple[int, str]:
        code = run(["--db", str(tmp_path / "t.db"), "ingest", *arguments])
        return code, capsys.readouterr().err

    return work


@pytest.fixture
def articles(tmp_path):
    def read():
        with open_store(tmp_path / "t.db", mode="read") as store:
            return list(store.articles(superseded=True)), list(store.captures())

    return read


def serve(httpserver: HTTPServer, path: str, page: str = PAGE, **options) -> str:
    httpserver.expect_request(path).respond_with_data(
        page.replace("CANONICAL", ""), content_type=options.pop("content_type", "text/html"), **options
    )
    return httpserver.url_for(path)


def test_a_page_is_ingested_under_its_address(httpserver, ingest, articles):
    url = serve(httpserver, "/2024/castrel")
    assert ingest("--allow-private", url)[0] == 0
    [article], [capture] = articles()
    assert (article.url, capture.locator, article.published.edtf) == (url, url, "2024-03-12")
    assert article.title == "Envoys meet in Castrel"
    code, told = ingest("--allow-private", url)
    assert (code, told) == (0, "nothing new: 1 article known\n")


def test_what_only_tells_where_a_reader_came_from_makes_no_other_page(httpserver, ingest, articles):
    url = serve(httpserver, "/a")
    ingest("--allow-private", url, f"{url}?utm_source=mail&utm_medium=x", f"{url}#top")
    assert {capture.locator for capture in articles()[1]} == {url}


def test_new_text_at_an_address_supersedes_the_old(httpserver, ingest, articles):
    url = serve(httpserver, "/a")
    ingest("--allow-private", url)
    httpserver.clear()
    serve(httpserver, "/a", PAGE.replace("Monday", "Tuesday"))
    assert "1 superseded" in ingest("--allow-private", url)[1]
    assert len(articles()[0]) == 2


@pytest.mark.parametrize("charset", ["cp1251", "utf-8"])
def test_the_charset_of_the_server_counts(httpserver, ingest, articles, charset):
    page = PAGE.replace("CANONICAL", "").replace("hosts said", "hosts (Министерство) said")
    httpserver.expect_request("/a").respond_with_data(
        page.encode(charset), content_type=f"text/html; charset={charset}"
    )
    ingest("--allow-private", httpserver.url_for("/a"))
    assert "(Министерство)" in articles()[0][0].text


def test_what_can_not_be_fetched_is_set_aside_and_the_rest_stored(httpserver, ingest, articles):
    url = serve(httpserver, "/a")
    code, told = ingest("--allow-private", httpserver.url_for("/missing"), url)
    assert code == 3
    assert "set aside: " in told
    assert "/missing: answers 500" in told or "/missing: answers 404" in told
    assert len(articles()[0]) == 1


def test_loopback_is_refused_unless_allowed(httpserver, ingest):
    code, told = ingest(serve(httpserver, "/a"))
    assert code == 3
    assert "which is no address of the public internet; use --allow-private if that is meant" in told


def test_a_feed_is_told_by_its_bytes_whatever_the_server_says(httpserver, ingest, articles):
    feed = """<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><title>Envoys meet</title><link>https://wire.example/1</link>
<description>The envoys met in Castrel.</description></item></channel></rss>"""
    url = serve(httpserver, "/feed", feed, content_type="text/html")
    assert ingest("--allow-private", url)[0] == 0
    assert articles()[0][0].outlet == "Wire"


def test_markup_of_a_page_is_never_a_path(httpserver, ingest, articles, tmp_path):
    url = serve(httpserver, "/../../etc/passwd")
    ingest("--allow-private", url)
    assert sorted(path.name for path in tmp_path.iterdir() if "t.db" not in path.name) == []
