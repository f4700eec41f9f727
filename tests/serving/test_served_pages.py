"""The pages over HTTP: each in HTML and JSON, what is refused, and what no page may do."""

import json
import re

import pytest
from served import first_id, serving

from invented_hostile import tell_hostile
from invented_years import tell_in, tell_years
from talks.render.harmless import STEERING
from talks.serving.routes import LISTS
from talks.store import open_store


@pytest.mark.parametrize("name", ["", *LISTS])
def test_each_page_has_html_and_json(site, name):
    page = site.get(f"/{name}")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    rows = site.get(f"/{name or 'index'}.json")
    assert rows.headers["content-type"] == "application/json; charset=utf-8"
    assert rows.json() or name in ("search", "conflicts")
    assert f'href="/{name or "index"}.json"' in page.text


@pytest.mark.parametrize(
    ("path", "arguments"),
    [
        ("/timeline.json?kind=truce&since=2021-02", ("timeline", "--kind", "truce", "--since", "2021-02")),
        ("/swaps.json?party=Sudria", ("swaps", "--party", "Sudria")),
        ("/promises.json", ("promises",)),
        ("/positions.json", ("positions",)),
        ("/agenda.json?as_of=2021-03", ("agenda", "--as-of", "2021-03")),
        ("/conflicts.json", ("conflicts",)),
    ],
)
def test_json_has_the_fields_of_the_command(site, years_path, capsys, path, arguments):
    from talks.cli.run import run

    assert run(["--db", str(years_path), *arguments, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert site.get(path).json() == told[:100]


def test_records_have_permanent_addresses(site):
    key = first_id(site, "/timeline.json", "e")
    event = site.get(f"/event/{key}.json").json()
    mention, article = event["mentions"][0]["id"], event["articles"][0]["id"]
    for path in (f"/event/{key}", f"/event/{key[:9]}", f"/event/{mention}"):
        assert f'href="/event/{key}"' in site.get(path).text
    assert "<mark>" in site.get(f"/article/{article}").text
    statement = first_id(site, "/positions.json", "s")
    assert "<mark>" in site.get(f"/statement/{statement}").text
    assert site.get(f"/statement/{statement}.json").json()["statement"]["id"] == statement
    assert site.get("/actor/Torvald%20Ekre.json").json()["actor"]["name"] == "Torvald Ekre"


def test_a_search_shows_words_once_that_several_records_were_read_from(site):
    rows = site.get("/search.json?q=talks&record=mention").json()
    page = site.get("/search?q=talks&record=mention").text
    places = {(row["article"], row["text"]) for row in rows}
    assert page.count('<li><a href="/event/m') == len(places)
    assert all(f'href="/event/{row["id"]}"' in page for row in rows)


def test_long_lists_come_in_pages(site):
    first = site.get("/timeline.json")
    assert len(first.json()) == 100
    assert first.headers["link"] == '<?page=2>; rel="next"'
    second = site.get("/timeline.json?page=2")
    assert not {row["id"] for row in first.json()} & {row["id"] for row in second.json()}
    assert 'rel="next"' in site.get("/timeline").text


def test_a_source_leaves_only_what_it_tells(site):
    rows = site.get("/timeline.json?source=Lakeside").json()
    assert len(rows) > 0
    articles = {row["id"] for row in site.get("/articles.json?source=Lakeside").json()}
    event = next(row["id"] for row in rows if row["record"] == "event")
    assert articles & {article["id"] for article in site.get(f"/event/{event}.json").json()["articles"]}


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/timeline?since=june", 400, "2025-06-02, 2025-06 or 2025"),
        ("/timeline?since=2022&until=2021", 400, "it ends before it begins"),
        ("/timeline?kind=picnic", 400, "there is no such kind"),
        ("/timeline?page=0", 400, "pages are counted from 1"),
        ("/timeline?colour=red", 400, "its filters are: since, until"),
        ("/event/e0123456789abcdef0", 404, "begins with e, or m"),
        ("/statement/x", 404, "begins with s"),
        ("/actor/Nobody%20Known", 404, "there is no such actor"),
        ("/nothing/here", 404, "there is no such page"),
        ("/data/nothing", 404, "not found"),
    ],
)
def test_what_is_not_there_says_what_to_do(site, path, status, words):
    page = site.get(path)
    assert page.status_code == status
    assert words in page.text
    if not path.startswith("/data"):
        name, _, query = path.partition("?")
        refused = site.get(f"{name}.json{'?' if query else ''}{query}")
        assert refused.status_code == status
        assert refused.json()["error"]


def test_every_answer_is_sealed(site):
    for path in ("/", "/timeline.json", "/nothing", "/data", "/data/v_timeline", "/-/talks/report.css"):
        headers = site.get(path).headers
        policy = headers["content-security-policy"]
        for part in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "default-src"):
            assert part in policy
        assert "'unsafe-inline'" not in policy.replace("style-src-attr 'unsafe-inline'", "")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
    assert "unsafe" not in site.get("/").headers["content-security-policy"]
    assert not re.search(r"<style|<script(?! src)| style=| on[a-z]+=", site.get("/timeline").text)


def test_a_strange_name_and_writing_are_refused(site):
    assert site.get("/", headers={"Host": "evil.example"}).status_code == 421
    assert site.get("/", headers={"Host": "localhost:80"}).status_code == 200
    assert site.get("/", headers={"Host": "[::1]:80"}).status_code == 200
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        refused = site.request(method, "/data")
        assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")
    assert site.head("/").status_code == 200


def test_tables_can_be_read_and_nothing_more(site):
    tables = {table["name"]: table for table in site.get("/data.json").json()["tables"]}
    assert "bodies" not in tables
    assert site.get("/data/bodies").status_code == 403
    assert site.get("/data.json?sql=select+packed+from+bodies").json()["rows"] == []
    assert site.get("/data/v_timeline.json?_shape=array").json()
    assert site.get("/data.json?sql=delete+from+articles").status_code == 400
    assert site.get("/data.db").status_code in (403, 404)


def test_what_is_ingested_meanwhile_shows_at_once(tmp_path):
    path = tell_in(tmp_path / "talks.db", 8)
    with serving(path) as site:
        before = site.get("/timeline.json").json()
        assert "Sudria" in site.get("/").text
        with open_store(path, mode="write") as store:
            tell_years(store, 24)
            during = site.get("/timeline.json").json()
        assert len(site.get("/timeline.json").json()) > len(before)
        assert len(during) >= len(before)
        assert site.get("/index.json").json()["day"] > max(row["date"] for row in before if row["date"])[:7]


def test_hostile_words_stay_words_everywhere(tmp_path):
    path = tmp_path / "x.db"
    with open_store(path, mode="create") as store:
        tell_hostile(store)
    with serving(path) as site:
        event = first_id(site, "/timeline.json", "e")
        article = first_id(site, "/articles.json", "a")
        statement = next(iter(site.get(f"/article/{article}.json").json()["statements"]))["id"]
        records = [f"/event/{event}", f"/article/{article}", f"/statement/{statement}"]
        tables = ["/data/v_timeline", "/data/articles", "/data/articles/1"]
        for address in ("/", *(f"/{name}" for name in LISTS), "/search?q=onclick", *records, *tables):
            page = site.get(address)
            assert page.status_code == 200, address
            assert not re.search(r"<img|<svg/onload|<script>document|href=\"javascript", page.text), address
            assert STEERING.search(page.text.replace("\n", "").replace("\r", "")) is None, address
        assert "&lt;script&gt;document.title" in site.get(f"/article/{article}").text
