"""One address: redirects, answers that are none, retries, packed and endless bodies."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress

import brotli
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from talks import __version__
from talks.web import Fetcher, Limits
from talks.web.decoding import OverflowingError, decoded
from talks.web.fetching import FetchError

WORDS = b"The envoys met in Castrel. " * 40
PACKED = {
    "gzip": gzip.compress(WORDS),
    "deflate": zlib.compress(WORDS),
    "br": brotli.compress(WORDS),
    "deflate, gzip": gzip.compress(zlib.compress(WORDS)),
    "identity": WORDS,
}
BARE_START = zlib.compress(b"")[:2]
BARE = zlib.compressobj(wbits=-zlib.MAX_WBITS)


def refused(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_what_a_server_says_of_a_page_is_kept(httpserver: HTTPServer, fetcher: Fetcher):
    httpserver.expect_request("/a").respond_with_data(WORDS, content_type='text/html; charset="koi8-r"')
    found = fetcher.fetch(httpserver.url_for("/a"))
    assert (found.data, found.media, found.charset, found.status) == (WORDS, "text/html", "koi8-r", 200)


def test_we_say_who_asks_and_whom(httpserver: HTTPServer, fetcher: Fetcher):
    httpserver.expect_request("/a").respond_with_handler(
        lambda request: Response(f"{request.headers['User-Agent']} asks {request.host}")
    )
    url = httpserver.url_for("/a")
    who, whom = fetcher.fetch(url).data.decode().split(" asks ")
    assert who == f"talks/{__version__} (news tracker on its user's own machine)"
    assert whom == f"{httpserver.host}:{httpserver.port}"


@pytest.mark.parametrize("encoding", PACKED)
def test_what_is_packed_is_unpacked(httpserver: HTTPServer, fetcher: Fetcher, encoding: str):
    httpserver.expect_request("/a").respond_with_data(
        PACKED[encoding], headers={"Content-Encoding": encoding}
    )
    assert fetcher.fetch(httpserver.url_for("/a")).data == WORDS


def test_deflate_without_its_header_is_unpacked(httpserver: HTTPServer, fetcher: Fetcher):
    data = BARE.compress(WORDS) + BARE.flush()
    httpserver.expect_request("/a").respond_with_data(data, headers={"Content-Encoding": "deflate"})
    assert fetcher.fetch(httpserver.url_for("/a")).data == WORDS


def test_what_is_packed_too_often_is_refused(httpserver: HTTPServer, fetcher: Fetcher):
    httpserver.expect_request("/a").respond_with_data(WORDS, headers={"Content-Encoding": "gzip," * 2000})
    assert "packed 2000 times" in refused(fetcher, httpserver.url_for("/a"))


def test_a_bomb_within_what_unpacks_to_nothing_is_left():
    """Millions of empty blocks come out of the first layer, and no byte of the second."""
    empty = BARE_START + b"\x00\x00\x00\xff\xff" * 1_000_000
    with pytest.raises(OverflowingError):
        decoded([gzip.compress(empty)], "deflate, gzip", "a", most=200_000)


@pytest.mark.parametrize("encoding", PACKED)
def test_packed_bytes_may_come_one_by_one(encoding: str):
    chunks = (PACKED[encoding][n : n + 1] for n in range(len(PACKED[encoding])))
    assert decoded(chunks, encoding, "a", most=200_000) == WORDS


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate"])
def test_a_bomb_is_not_unpacked(httpserver: HTTPServer, fetcher: Fetcher, encoding: str):
    zeros = bytes(20_000_000)
    data = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}[encoding](zeros)
    httpserver.expect_request("/a").respond_with_data(data, headers={"Content-Encoding": encoding})
    assert "is larger than 0.2 MB" in refused(fetcher, httpserver.url_for("/a"))


@pytest.mark.parametrize("encoding", ["gzip", "br", "rot13"])
def test_what_can_not_be_unpacked_is_refused(httpserver: HTTPServer, fetcher: Fetcher, encoding: str):
    httpserver.expect_request("/a").respond_with_data(b"\x00nonsense", headers={"Content-Encoding": encoding})
    assert "can't be unpacked: it is " in refused(fetcher, httpserver.url_for("/a"))


def test_what_one_name_sets_is_not_told_to_another_of_the_machine(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
):
    """Names of one machine share neither cookies nor connections: a certificate holds for its own name."""
    asked: list[Request] = []
    httpserver.expect_request("/a").respond_with_handler(
        lambda request: asked.append(request) or Response(WORDS, headers={"Set-Cookie": "who=me"})
    )
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest, **named: real("127.0.0.1", *rest, **named))
    with Fetcher(allow_private=True) as fetcher:
        for host in ("one.example", "two.example"):
            fetcher.fetch(f"http://{host}:{httpserver.port}/a")
    first, second = asked
    assert "Cookie" not in second.headers
    assert first.environ["REMOTE_PORT"] != second.environ["REMOTE_PORT"]


@pytest.mark.parametrize("rest", ["\x01", "a" * 70_000])
def test_what_can_be_no_address_is_refused(fetcher: Fetcher, rest: str):
    assert "is no web address" in refused(fetcher, f"http://127.0.0.1:9/{rest}")


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate"])
def test_what_was_cut_short_is_not_taken_for_whole(httpserver: HTTPServer, fetcher: Fetcher, encoding: str):
    data = PACKED[encoding][:-6]
    httpserver.expect_request("/a").respond_with_data(data, headers={"Content-Encoding": encoding})
    assert "can't be unpacked: it is cut short" in refused(fetcher, httpserver.url_for("/a"))


def test_redirects_are_followed_to_where_they_lead(httpserver: HTTPServer, fetcher: Fetcher):
    httpserver.expect_request("/old").respond_with_data(status=301, headers={"Location": "/new?id=5"})
    httpserver.expect_request("/new").respond_with_data(WORDS)
    assert fetcher.fetch(httpserver.url_for("/old")).url == httpserver.url_for("/new?id=5")


def test_redirects_without_end_are_left(httpserver: HTTPServer, fetcher: Fetcher):
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": "/a"})
    assert "redirects without end" in refused(fetcher, httpserver.url_for("/a"))


@pytest.mark.parametrize("status", [403, 404, 410, 451, 500])
def test_what_will_not_pass_is_asked_once(httpserver: HTTPServer, fetcher: Fetcher, status: int):
    asked = []
    httpserver.expect_request("/a").respond_with_handler(lambda r: asked.append(r) or Response(status=status))
    assert f"answers {status} " in refused(fetcher, httpserver.url_for("/a"))
    assert len(asked) == 1


@pytest.mark.parametrize(("status", "headers"), [(503, {"Retry-After": "0"}), (429, {"Retry-After": "0"})])
def test_what_may_pass_is_asked_again(httpserver: HTTPServer, fetcher: Fetcher, status: int, headers, caplog):
    answers = [Response(status=status, headers=headers), Response(WORDS)]
    httpserver.expect_request("/a").respond_with_handler(lambda _: answers.pop(0))
    assert fetcher.fetch(httpserver.url_for("/a")).data == WORDS
    assert not [
        record for record in caplog.records if record.name == "stamina"
    ]  # nothing is written of it to the terminal


@pytest.mark.parametrize("after", ["900", "Wed, 21 Oct 2037 07:28:00 GMT"])
def test_who_asks_for_a_long_wait_is_not_waited_for(httpserver: HTTPServer, fetcher: Fetcher, after: str):
    httpserver.expect_request("/a").respond_with_data(status=429, headers={"Retry-After": after})
    assert "and asks to wait " in refused(fetcher, httpserver.url_for("/a"))


def slow(_request: Request) -> Response:
    def dripping():
        for _ in range(100):
            time.sleep(0.05)
            yield b"a" * 10

    return Response(dripping())


def endless(_request: Request) -> Response:
    return Response(b"a" * 10_000 for _ in range(10_000))


def silent(_request: Request) -> Response:
    time.sleep(1.2)
    return Response(b"late")


@pytest.mark.parametrize(
    ("handler", "words"),
    [(slow, "takes longer than 1 seconds"), (endless, "is larger than"), (silent, "does not answer in time")],
)
def test_slow_and_endless_bodies_are_left(httpserver: HTTPServer, handler, words: str, fetcher: Fetcher):
    httpserver.expect_request("/a").respond_with_handler(handler)
    assert words in refused(fetcher, httpserver.url_for("/a"))


def test_nobody_there_is_told(fetcher: Fetcher):
    assert "can't be fetched" in refused(fetcher, "http://127.0.0.1:9/a")


def test_unchanged_is_an_answer(httpserver: HTTPServer, fetcher: Fetcher):
    httpserver.expect_request("/a", headers={"If-None-Match": '"x"'}).respond_with_data(status=304)
    assert fetcher.fetch(httpserver.url_for("/a"), {"If-None-Match": '"x"'}).status == 304


@pytest.fixture
def dripping_headers() -> Iterator[str]:
    """Serve an answer whose headers never end, a byte at a time."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            connection, _ = listening.accept()
            with connection, suppress(OSError):
                connection.sendall(b"HTTP/1.1 200 OK\r\nX-Never: ")
                while True:
                    connection.sendall(b"a")
                    time.sleep(0.05)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/a"
        thread.join(5)


def test_headers_that_drip_in_are_left_like_bodies(dripping_headers: str):
    quick = Limits(silence=0.5, whole=0.3, attempts=1)
    with Fetcher(allow_private=True, limits=quick) as fetcher:
        assert "takes longer than 0.3 seconds" in refused(fetcher, dripping_headers)


def test_a_name_is_asked_at_the_next_of_its_machines_if_the_first_is_down(
    httpserver: HTTPServer, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
):
    httpserver.expect_request("/a").respond_with_data(WORDS)
    real = socket.getaddrinfo

    def resolve(host, *rest, **named):
        behind = ("127.9.9.9", "127.0.0.1") if host == "two.example" else (host,)
        return [found for ip in behind for found in real(ip, *rest, **named)]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert fetcher.fetch(f"http://two.example:{httpserver.port}/a").data == WORDS


def test_each_address_is_checked_also_where_a_redirect_leads(httpserver: HTTPServer):
    httpserver.expect_request("/old").respond_with_data(status=301, headers={"Location": "/new"})
    httpserver.expect_request("/new").respond_with_data(WORDS)
    heard: list[str] = []
    with Fetcher(allow_private=True, check=heard.append) as fetcher:
        fetcher.fetch(httpserver.url_for("/old"))
    assert heard == [httpserver.url_for("/old"), httpserver.url_for("/new")]
