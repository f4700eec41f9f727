"""Files that are made to harm: nothing is fetched, opened or unpacked for them beyond a bound."""

import io
import tarfile
import tracemalloc
import zipfile
import zlib

import pytest
from documents import make_docx, make_pdf
from pytest_httpserver import HTTPServer

from talks.errors import ReadError
from talks.readers import Source, open_sources, read

WORDS = "the-secret-of-the-file"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ITEM = "<item><title>Envoys of Norland and Sudria met</title><description>{}</description></item>"
FEED = '<?xml version="1.0"?>{}<rss version="2.0"><channel><title>Polder Post</title>{}</channel></rss>'


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(WORDS)
    return path


def outcome(source: Source) -> str:
    """Return all text that is read of a source, or why it is not."""
    try:
        return "\n".join(piece.text for piece in read(source).pieces)
    except ReadError as error:
        return str(error)


def doctypes(target: str) -> dict[str, str]:
    """Return beginnings of XML files that would bring in what they have no business with."""
    return {
        "billion laughs": f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>',
        "external entity": f'<!DOCTYPE rss [<!ENTITY l9 SYSTEM "{target}">]>',
        "parameter entity": f'<!DOCTYPE rss [<!ENTITY % p SYSTEM "{target}"> %p;]>',
        "external DTD": f'<!DOCTYPE rss SYSTEM "{target}">',
        "public DTD": f'<!DOCTYPE rss PUBLIC "-//x//EN" "{target}">',
    }


@pytest.mark.parametrize("attack", doctypes(""))
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_feed_brings_in_nothing(attack, charset, secret, httpserver: HTTPServer):
    for target in (secret.as_uri(), httpserver.url_for("/evil.dtd")):
        text = FEED.format(doctypes(target)[attack], ITEM.format("They spoke for an hour. &l9;"))
        found = outcome(Source("x.rss", text.encode(charset)))
        assert WORDS not in found
        assert "haha" not in found
    assert httpserver.log == []


@pytest.mark.parametrize("attack", doctypes(""))
@pytest.mark.parametrize("member", ["word/document.xml", "docProps/core.xml", "_rels/.rels"])
def test_a_word_document_brings_in_nothing(attack, member, secret, httpserver: HTTPServer):
    for target in (secret.as_uri(), httpserver.url_for("/evil.dtd")):
        data = spoilt(
            make_docx("They spoke for an hour.", title="Envoys met"), member, doctypes(target)[attack]
        )
        found = outcome(Source("x.docx", data))
        assert WORDS not in found
        assert "haha" not in found
    assert httpserver.log == []


def spoilt(document: bytes, member: str, doctype: str) -> bytes:
    """Put a document type before the XML of a member, and use its entity in the text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            changed = doctype + text.replace("hour.", "hour. &l9;").replace("met", "met &l9;")
            new.writestr(name, changed if name == member else text)
    return out.getvalue()


def test_a_word_document_that_tells_a_false_size_unpacks_to_no_more(monkeypatch):
    monkeypatch.setattr("talks.readers.worddocument.MAX_BYTES", 100_000)
    data = make_docx("x" * 5_000_000)
    size = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").file_size
    false = data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert "is a broken Word document" in outcome(Source("x.docx", false))
    assert "unpacks to more than is read" in outcome(Source("x.docx", data))


def test_a_pdf_whose_stream_unpacks_to_too_much_is_refused():
    packed = zlib.compress(b"BT (x) Tj ET " + b" " * 300_000_000, 9).decode("latin-1")
    data = make_pdf(["x"]).decode("cp1252")
    start, end = data.index("<< /Length", data.index("/Contents")), data.index("endstream")
    stream = f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n{packed}\n"
    tracemalloc.start()
    found = outcome(Source("x.pdf", (data[:start] + stream + data[end:]).encode("latin-1")))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.startswith("x.pdf: is a broken PDF")
    assert peak < 250_000_000


def test_pages_that_hold_too_much_between_them_are_refused(monkeypatch):
    monkeypatch.setattr("talks.readers.pdf.MAX_BYTES", 1000)
    assert "unpacks to more than is read" in outcome(Source("x.pdf", make_pdf(*[["x" * 90] * 4] * 5)))


def tar(mode: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        member = tarfile.TarInfo("../a.txt")
        member.size = 3
        archive.addfile(member, io.BytesIO(b"abc"))
    return out.getvalue()


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../a.txt", "abc")
    return out.getvalue()


ARCHIVES = {
    "a.zip": zipped(),
    "a.tar": tar("w"),
    "a.tar.gz": tar("w:gz"),
    "a.TGZ": tar("w:gz"),
    "a.tar.bz2": tar("w:bz2"),
    "a.tar.xz": tar("w:xz"),
    "a.html.gz": tar("w:gz"),
    "a.7z": b"7z\xbc\xaf\x27\x1c" + bytes(99),
    "a.rar": b"Rar!\x1a\x07\x01" + bytes(99),
    "a.zst": b"\x28\xb5\x2f\xfd" + bytes(99),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_is_refused_by_its_name_with_a_word_on_what_to_do(name, tmp_path):
    (tmp_path / name).write_bytes(ARCHIVES[name])
    [found] = open_sources([tmp_path / name])
    suffix = f".{name.lower().rpartition('.')[2]}"
    assert str(found).endswith(
        f"{name}: is an archive ({suffix}); unpack it, and name the folder or the files"
    )


@pytest.mark.parametrize("name", ARCHIVES)
@pytest.mark.parametrize("given", ["-", "a.txt", "a.html", "a.jsonl"])
def test_an_archive_is_refused_by_its_bytes_whatever_it_is_called(name, given):
    found = outcome(Source(given, ARCHIVES[name]))
    assert "archive" in found
    assert "unpack it" in found


def test_a_web_archive_that_comes_under_another_name_is_told_to_be_one():
    found = outcome(Source("a.txt", b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n"))
    assert found == "a.txt: is a web archive; save it with a name that ends in .warc or .warc.gz"
