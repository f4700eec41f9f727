"""Only addresses of the public internet are asked, whichever way they are written or led to."""

import socket

import pytest
from pytest_httpserver import HTTPServer

from talks.errors import ReadError
from talks.web import Fetcher
from talks.web.addresses import Guard

PRIVATE = [
    *("127.0.0.1", "localhost", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1"),
    *("0.0.0.1", "224.0.0.1", "2130706433", "0x7f000001", "127.1"),
    *("[::1]", "[fe80::1]", "[fd00::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"),
]


@pytest.mark.parametrize("host", PRIVATE)
def test_private_addresses_are_refused(host: str):
    with pytest.raises(ReadError, match=r"use --allow-private|can't be found"):
        Guard().admit(f"http://{host}/")


@pytest.mark.parametrize("host", ["93.184.215.14", "[2606:2800:21f:cb07:6820:80da:af6b:8b2c]"])
def test_public_addresses_are_admitted(host: str):
    assert Guard().admit(f"https://{host}/a").ips == (host.strip("[]"),)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/",
        "file:///etc/passwd",
        "gopher://x",
        "http://",
        "http:///a",
        "http://a:0/",
        "http://a:x/",
    ],
)
def test_other_schemes_and_no_addresses_are_refused(url: str):
    with pytest.raises(ReadError, match="is no web address"):
        Guard(allow_private=True).admit(url)


def test_a_password_is_neither_sent_nor_told():
    with pytest.raises(ReadError, match="holds a name or password") as caught:
        Guard(allow_private=True).admit("http://ask:secret@a.example/")
    assert "secret" not in str(caught.value)


def test_a_name_that_leads_to_any_private_address_is_refused(monkeypatch: pytest.MonkeyPatch):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(ReadError, match=r"leads to 10\.0\.0\.1"):
        Guard().admit("http://news.example/")


def test_a_redirect_to_a_private_address_is_refused(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch):
    """The first address is admitted by name; where it sends us is checked all the same."""
    httpserver.expect_request("/a").respond_with_data(
        status=302, headers={"Location": "http://localhost:1/b"}
    )
    url = httpserver.url_for("/a").replace("localhost", "127.0.0.1")
    real = Guard.admit

    def admit(guard: Guard, address: str):
        return real(Guard(allow_private=True) if address == url else guard, address)

    monkeypatch.setattr(Guard, "admit", admit)
    with Fetcher() as fetcher, pytest.raises(ReadError, match="http://localhost:1/b: leads to"):
        fetcher.fetch(url)


def test_a_connection_is_made_to_the_address_that_was_checked(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
):
    """A name that would lead elsewhere the second time is not asked a second time."""
    httpserver.expect_request("/a").respond_with_data(b"x")
    asked: list[str] = []
    real = socket.getaddrinfo

    def resolve(host, *arguments, **options):
        if host == "news.example":
            asked.append(host)
            return real("127.0.0.1" if len(asked) == 1 else "192.0.2.1", *arguments, **options)
        return real(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with Fetcher(allow_private=True) as fetcher:
        found = fetcher.fetch(f"http://news.example:{httpserver.port}/a")
    assert (found.data, asked) == (b"x", ["news.example"])
