"""What a server calls a file is never a path here."""

import pytest
from pytest_httpserver import HTTPServer
from webarchive import Archive, page

from talks.cli.run import run

NAMES = ["../../evil.html", "/evil.html", "..\\..\\evil.html", "C:\\evil.html", "evil\x00.html"]


def files(folder) -> set[str]:
    """Return what is in a folder, but for the database."""
    found = (path for path in folder.rglob("*") if not path.name.startswith("t.db"))
    return {str(path.relative_to(folder)) for path in found}


@pytest.fixture
def inside(tmp_path, monkeypatch):
    """A folder inside another, from where it would be felt."""
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return tmp_path


@pytest.mark.parametrize("path", ["/../../evil.html", "/%2e%2e/%2e%2e/evil.html", "/..%5c..%5cevil.html"])
@pytest.mark.parametrize("name", NAMES[:2])
def test_no_file_is_written_that_a_server_names(path, name, inside, httpserver: HTTPServer):
    told = {"Content-Disposition": f'attachment; filename="{name}"'}
    httpserver.expect_request("/evil.html").respond_with_data(page(1), content_type="text/html", headers=told)
    httpserver.expect_request("/..\\..\\evil.html").respond_with_data(
        page(1), content_type="text/html", headers=told
    )
    run(
        [
            "--db",
            "t.db",
            "--quiet",
            "ingest",
            "--allow-private",
            f"{httpserver.url_for('/').rstrip('/')}{path}",
        ]
    )
    assert files(inside) == {"a", "a/b"}


@pytest.mark.parametrize("name", NAMES)
def test_no_file_is_written_that_a_web_archive_names(name, inside, tmp_path_factory):
    path = tmp_path_factory.mktemp("in") / "x.warc"
    archive = Archive(path)
    archive.record("warcinfo", "", b"", WARC_Filename=name.replace("\x00", ""))
    archive.response(f"https://post.example/{name}".replace("\x00", "%00"), page(1).encode())
    assert run(["--db", "t.db", "--quiet", "ingest", str(archive.close())]) == 0
    run(["--db", "t.db", "--quiet", "export", "--format", "warc", "--out", "given.warc.gz"])
    assert files(inside) == {"a", "a/b", "a/b/given.warc.gz"}
