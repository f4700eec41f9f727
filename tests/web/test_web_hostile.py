"""What a site answers harms no run: it costs the site itself, in one line, and the others are asked."""

import gzip
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from clocked import NOON
from rawserver import answering

from talks.errors import ReadError
from talks.readers import Source
from talks.web import Fetcher
from talks.web.decoding import decoded
from talks.web.discovery import offers
from talks.web.feeds import read_feed
from talks.web.visitor import Manners, Request
from talks.web.visits import Visits

FINE = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nwords"
PLACES = (
    b"http://[",
    b"//[x",
    b"http://\x80/",
    b"https://xn--/",
    b"http://x:99999/",
    b"http://" + b"a" * 300 + b"/",
)
WAITS = (
    b"99999999999999999999",
    b"\xb2",
    b"9" * 400,
    b"Fri, 31 Dec 9999 23:59:59 -2359",
    b"Sat, 01 Jan 0001 00:00:00",
)


@pytest.mark.parametrize("place", PLACES)
def test_a_redirect_to_what_is_no_address_is_a_failure_of_that_page(manners: Manners, place: bytes):
    sent = b"HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: " + place + b"\r\n\r\n"
    with answering({"/a": sent, "/b": FINE}) as site, Visits({}, manners) as visits:
        first, second = visits.ask([Request(f"{site}/a"), Request(f"{site}/b")])
    assert isinstance(first.error, ReadError)
    assert "\n" not in str(first.error)
    assert second.fetched


@pytest.mark.parametrize("wait", WAITS)
def test_a_machine_that_asks_to_wait_for_ages_is_left_alone_for_a_week_at_most(manners: Manners, wait: bytes):
    sent = b"HTTP/1.1 429 Busy\r\nConnection: close\r\nRetry-After: " + wait + b"\r\n\r\n"
    with answering({"/a": sent}) as site, Visits({}, manners) as visits:
        [answer] = visits.ask([Request(f"{site}/a")])
        [host] = visits.hosts
    assert "answers 429" in str(answer.error)
    assert ((host.not_before or NOON) - manners.clock()).days <= 7


def test_a_fault_of_the_program_costs_one_page(manners: Manners, monkeypatch: pytest.MonkeyPatch):
    fetch = Fetcher.fetch

    def failing(self: Fetcher, url: str, *arguments, **options):
        return {}[url] if url.endswith("/a") else fetch(self, url, *arguments, **options)

    monkeypatch.setattr(Fetcher, "fetch", failing)
    with answering({"/b": FINE}) as site:
        requests = [Request(f"{site}/a"), Request(f"{site}/b")]
        with Visits({}, manners) as visits:
            first, second = visits.ask(requests)
        assert "talks failed on it (KeyError: " in str(first.error)
        assert second.fetched
        with Visits({}, replace(manners, debug=True)) as visits, pytest.raises(KeyError):
            visits.ask(requests)


def test_unchanged_is_no_answer_to_who_has_nothing(manners: Manners):
    sent = b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
    with answering({"/a": sent}) as site, Visits({}, manners) as visits:
        [answer] = visits.ask([Request(f"{site}/a")])
    assert "answers 304 Not Modified" in str(answer.error)


@pytest.mark.parametrize("link", ["https://[bad", "//[", "https://ask:secret@a.example/1", "http://a:x/"])
def test_links_that_are_no_addresses_or_hold_a_password_are_left(link: str):
    feed = f"<rss version='2.0'><channel><link>{link}</link><item><link>{link}</link></item></channel></rss>"
    found = read_feed(Source("https://a.example/feed", feed.encode()))
    assert (found.pages, found.unnamed, found.site) == ((), 1, None)
    head = f"<base href='{link}'><link rel=alternate type=application/rss+xml href='{link}'>"
    assert offers(Source("https://a.example/", head.encode())) == ()


def test_a_gzip_of_several_members_is_unpacked_to_its_end():
    members = gzip.compress(b"The envoys ") + gzip.compress(b"met.")
    for chunks in ([members], [members[n : n + 1] for n in range(len(members))], [members + b"\0\0"]):
        assert decoded(chunks, "gzip", "x", most=99) == b"The envoys met."


READ = """import resource, sys
from pathlib import Path
from talks.web.warc import open_warc
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]), int(sys.argv[2])))
print([str(found) for found in open_warc(Path(sys.argv[1]), "a.warc.gz", skip=print)])"""


@pytest.mark.parametrize("line", [b"a" * 1_000_000, b"X: a\r\n" * 200_000], ids=["one line", "many lines"])
def test_headers_of_an_archive_that_never_end_are_not_gathered(tmp_path: Path, line: bytes):
    path = tmp_path / "a.warc.gz"
    with gzip.open(path, "wb", 1) as file:
        file.write(b"WARC/1.0\r\nX-A: ")
        for _ in range(300):
            file.write(line)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 + 700_000_000  # the modules, and some
    found = subprocess.run(
        [sys.executable, "-c", READ, path, str(most)], capture_output=True, text=True, check=True
    )
    assert "has headers without end" in found.stdout
