"""Web archives: pages with the time at which they were fetched; the rest is passed over, or named."""

import datetime as dt
import io
import tracemalloc
from collections import Counter
from functools import partial
from pathlib import Path

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from webarchive import DATE, Archive, chunked, packed, page

from talks.cli.run import run
from talks.errors import ReadError
from talks.exporters import Wanted, export
from talks.readers import open_sources, read
from talks.store import fetches, open_store
from talks.web.warc import open_warc

URL = "https://post.example/{}"


@pytest.fixture(params=["x.warc", "x.warc.gz"])
def archive(request, tmp_path) -> Archive:
    return Archive(tmp_path / request.param)


def opened(path: Path, **more) -> tuple[list, list[str], Counter]:
    """Return the sources, the errors, and what was passed over."""
    skipped: Counter[str] = Counter()
    found = list(open_warc(path, path.name, skip=lambda what: skipped.update([what]), **more))
    errors = [str(item) for item in found if isinstance(item, ReadError)]
    return [item for item in found if not isinstance(item, ReadError)], errors, skipped


def test_a_page_comes_under_its_address_with_the_time_at_which_it_was_fetched(archive):
    path = archive.response(URL.format("a?utm_source=mail#top"), page(1).encode()).close()
    [source], errors, _ = opened(path)
    assert (source.locator, source.media, source.charset) == (URL.format("a"), "text/html", "utf-8")
    assert source.fetched.at == dt.datetime.fromisoformat(DATE)
    assert read(source).pieces[0].title == "Envoys meet for the 1. time"
    assert errors == []


def test_a_resource_is_a_page_too(archive):
    path = archive.record("resource", URL.format("a"), page(1).encode(), Content_Type="text/html").close()
    assert [source.locator for source in opened(path)[0]] == [URL.format("a")]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (packed(page(2)), {"Content_Encoding": "gzip"}),
        (brotli.compress(page(2).encode()), {"Content_Encoding": "br"}),
        (chunked(page(2).encode()), {"Transfer_Encoding": "chunked"}),
        (chunked(packed(page(2))), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (page(2).encode(), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (page(2, "Die größte {}").encode("cp1252"), {"Content_Type": "text/html; charset=windows-1252"}),
    ],
    ids=["gzip", "brotli", "chunked", "chunked gzip", "told packed, and is not", "charset"],
)
def test_a_body_is_read_as_its_headers_tell(archive, body, headers):
    [source], errors, _ = opened(archive.response(URL.format("b"), body, **headers).close())
    [piece] = read(source).pieces
    assert piece.title == "Envoys meet for the 2. time"
    assert errors == []
    assert "�" not in piece.text


def test_what_is_no_page_is_passed_over_and_counted(archive):
    archive.record("warcinfo", "", b"software: x\r\n").record(
        "request", URL.format("a"), b"GET / HTTP/1.1\r\n"
    )
    archive.response(URL.format("a.png"), b"\x89PNG", Content_Type="image/png")
    archive.response(URL.format("gone"), b"<html>", status="404 Not Found")
    archive.response(URL.format("old"), b"", status="301 Moved", Location="/a")
    archive.record("revisit", URL.format("a"), b"", WARC_Profile="identical-payload-digest")
    archive.record("resource", "dns:post.example", b"127.0.0.1", Content_Type="text/dns")
    sources, errors, skipped = opened(archive.response(URL.format("a"), page(1).encode()).close())
    assert (len(sources), errors) == (1, [])
    assert skipped == {
        "image/png": 1,
        "answer 404": 1,
        "answer 301": 1,
        "revisit record": 1,
        "record of no web address": 1,
    }


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (packed(" " * 2_000_000), {"Content_Encoding": "gzip"}),
        (brotli.compress(b" " * 2_000_000), {"Content_Encoding": "br"}),
        (b"<html>" + b" " * 2_000_000, {}),
    ],
    ids=["gzip bomb", "brotli bomb", "long"],
)
def test_a_body_that_unpacks_to_too_much_is_set_aside(archive, body, headers):
    archive.response(URL.format("bomb"), body, **headers)
    sources, errors, _ = opened(
        archive.response(URL.format("a"), page(1).encode()).close(), max_bytes=1_000_000
    )
    assert [source.locator for source in sources] == [URL.format("a")]
    [error] = errors
    assert f"{archive.path.name}: {URL.format('bomb')}: is larger than 1 MB" in error


@pytest.mark.parametrize(
    "spoil",
    [
        lambda archive: archive.response(URL.format("x"), b"\x1f\x8b\x08 no", Content_Encoding="gzip"),
        lambda archive: archive.response(URL.format("x"), page(3).encode(), status="no answer"),
        lambda archive: archive.response(URL.format("x"), page(3).encode(), date="yesterday"),
        lambda archive: archive.record(
            "resource", URL.format("x"), page(3).encode(), Content_Type="text/html", WARC_Truncated="length"
        ),
    ],
    ids=["body", "headers", "date", "cut short"],
)
def test_a_record_that_is_broken_costs_only_itself(archive, spoil):
    archive.response(URL.format("a"), page(1).encode())
    spoil(archive)
    sources, errors, _ = opened(archive.response(URL.format("b"), page(2).encode()).close())
    assert [source.locator for source in sources] == [URL.format("a"), URL.format("b")]
    [error] = errors
    assert URL.format("x") in error


def test_after_bytes_that_are_no_record_the_next_one_is_found(archive):
    for n in range(4):
        archive.response(URL.format(n), page(n).encode())
    path = archive.close()
    data = bytearray(path.read_bytes())
    start = archive.starts[1]
    data[start + 4 : start + 40] = b"\xff" * 36
    path.write_bytes(data)
    sources, errors, _ = opened(path)
    assert [source.locator for source in sources] == [URL.format(n) for n in (0, 2, 3)]
    [error] = errors
    assert f"{path.name}: byte {start:,}: is no sound record" in error


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(min_value=0), st.binary(min_size=1, max_size=40), st.booleans())
def test_whatever_is_broken_no_page_is_read_that_was_not_there(tmp_path, at, junk, is_cut):
    archive = Archive(tmp_path / "x.warc.gz")
    for n in range(3):
        archive.response(URL.format(n), page(n).encode())
    path = archive.close()
    data = path.read_bytes()
    at %= len(data)
    path.write_bytes(data[:at] if is_cut else data[:at] + junk + data[at + len(junk) :])
    sources, _, _ = opened(path)
    for source in sources:
        assert source.data.decode() in [page(n) for n in range(3)]


def test_an_archive_streams_past(tmp_path):
    archive = Archive(tmp_path / "x.warc")
    for n in range(40):
        archive.response(URL.format(n), page(n).encode() + b" " * 1_000_000)
    path = archive.close()
    archive.out.close()
    tracemalloc.start()
    number = sum(1 for _ in open_warc(path, "x.warc", skip=lambda _: None))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 40
    assert peak < 12_000_000 < path.stat().st_size


def test_it_is_opened_by_its_name_wherever_it_lies(tmp_path):
    (tmp_path / "in").mkdir()
    Archive(tmp_path / "in" / "x.WARC.GZ").response(URL.format("a"), page(1).encode()).close()
    [source] = open_sources([tmp_path / "in"], unpack=partial(open_warc, skip=lambda _: None))
    assert source.locator == URL.format("a")


def test_a_file_that_is_no_archive_is_set_aside(tmp_path):
    (tmp_path / "x.warc").write_bytes(b"<html>no</html>")
    _, [error], _ = opened(tmp_path / "x.warc")
    assert error.startswith("x.warc: byte 0: is no sound record")


@pytest.fixture
def ingest(tmp_path, capsys):
    def work(name: str, *paths: Path) -> tuple[int, str]:
        code = run(["--db", str(tmp_path / name), "ingest", *map(str, paths)])
        return code, capsys.readouterr().err

    return work


def exported(path: Path, form: str, out) -> list[str]:
    notes: list[str] = []
    with open_store(path, mode="read") as store:
        export(store, form, out, Wanted(say=notes.append))
    return notes


def test_ingested_given_away_and_ingested_again_it_gives_the_same_articles(tmp_path, ingest, archive):
    archive.response(URL.format("a"), page(1).encode()).response(
        URL.format("i.png"), b"x", Content_Type="image/png"
    )
    archive.response(URL.format("a"), page(2).encode(), date="2024-03-20T00:00:00Z")
    code, told = ingest(
        "one.db", archive.response(URL.format("b"), packed(page(3)), Content_Encoding="gzip").close()
    )
    assert code == 0
    assert "3 articles: 3 new, 1 superseded" in told
    assert "1 record of web archives passed over: 1 × image/png" in told
    with (tmp_path / "again.warc.gz").open("wb") as out:
        assert exported(tmp_path / "one.db", "warc", out) == []
    assert ingest("two.db", tmp_path / "again.warc.gz")[0] == 0
    one, two = io.StringIO(), io.StringIO()
    exported(tmp_path / "one.db", "jsonl", one)
    exported(tmp_path / "two.db", "jsonl", two)
    assert one.getvalue() == two.getvalue()
    with (
        open_store(tmp_path / "one.db", mode="read") as first,
        open_store(tmp_path / "two.db", mode="read") as second,
    ):
        assert [(c.locator, c.captured_at) for c in first.captures()] == [
            (c.locator, c.captured_at) for c in second.captures()
        ]
        assert [kept.sha256 for kept in fetches(first)] == [kept.sha256 for kept in fetches(second)]


def test_what_is_given_away_is_read_by_others_and_is_the_same_each_time(tmp_path, ingest, archive):
    ingest("one.db", archive.response(URL.format("a"), page(1).encode()).close())
    one, two = io.BytesIO(), io.BytesIO()
    exported(tmp_path / "one.db", "warc", one)
    exported(tmp_path / "one.db", "warc", two)
    assert one.getvalue() == two.getvalue()
    info, response = [
        (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
        for r in ArchiveIterator(io.BytesIO(one.getvalue()), check_digests="raise")
    ]
    assert info[0] == "warcinfo"
    assert response == ("response", URL.format("a"), page(1).encode())


def test_without_pages_that_were_fetched_it_says_so(tmp_path, ingest):
    (tmp_path / "a.html").write_text(page(1), encoding="utf-8")
    ingest("one.db", tmp_path / "a.html")
    out = io.BytesIO()
    assert exported(tmp_path / "one.db", "warc", out) == [
        "no page was fetched from the web: this archive has no pages"
    ]
    assert [r.rec_type for r in ArchiveIterator(io.BytesIO(out.getvalue()))] == ["warcinfo"]
