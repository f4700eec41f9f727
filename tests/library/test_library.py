"""The library: what it offers is what it says, and its page is so."""

import datetime as dt
import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import talks
from invented import ROUND
from invented_articles import ROUND as ARTICLE
from processes import command
from talks import Archive, TalksError, extract, open_store

PAGE = Path(__file__).parents[2] / "docs" / "library.md"
SURFACE = {
    "Archive", "Article", "Event", "Evidence", "Extraction", "Mention", "Statement", "TalksError", "When",
    "__version__", "extract", "open_store",
}  # fmt: skip


@pytest.fixture
def archive(told_path):
    with open_store(told_path) as opened:
        yield opened


def test_the_page_is_a_session_that_runs(autumn_path, tmp_path, monkeypatch):
    (tmp_path / "talks.db").write_bytes(autumn_path.read_bytes())
    monkeypatch.chdir(tmp_path)
    session = doctest.DocTestParser().get_doctest(PAGE.read_text("utf-8"), {}, "library.md", str(PAGE), 0)
    assert len(session.examples) > 15
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(session, out=said.append)
    assert "".join(said) == ""


def test_the_surface_is_what_is_named():
    assert set(talks.__all__) == SURFACE
    assert dir(talks) == talks.__all__
    for name in talks.__all__:
        assert getattr(talks, name) is not None
    with pytest.raises(AttributeError):
        talks.nothing  # noqa: B018
    public = {name for name in vars(Archive) if not name.startswith("_")}
    words = PAGE.read_text("utf-8")
    assert [name for name in sorted(public) if f".{name}(" not in words] == []


def test_it_is_typed():
    assert (Path(talks.__file__).with_name("py.typed")).is_file()


def test_the_bare_package_loads_nothing():
    program = (
        "import sys, talks; print([n for n in sys.modules if n.startswith('talks.') or n == 'pydantic'])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_function_is_what_one_gets_whatever_was_loaded():
    program = "import talks.ingest; from talks import extract; print(extract.__name__, callable(extract))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "extract True\n"


def test_a_database_is_read_without_what_reads_articles(told_path):
    program = """\
import sys, talks
with talks.open_store(sys.argv[1]) as archive:
    assert list(archive.timeline())
print([name for name in sys.modules if name in ("talks.articles", "rich", "typer", "trafilatura")])"""
    arguments = [sys.executable, "-c", program, str(told_path)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("published", ["2024-03-13", dt.date(2024, 3, 13), dt.datetime(2024, 3, 13, 9)])
def test_a_date_is_taken_as_text_or_as_a_date(published):
    text = ARTICLE.replace("CASTREL, 12 March 2024", "CASTREL")
    (held,) = (m for m in extract(text, published=published).mentions if m.kind == "talks")
    assert held.when.edtf == "2024-03-12"


def test_records_are_those_of_an_ingest(tmp_path):
    (tmp_path / "round.txt").write_text(ARTICLE, encoding="utf-8")
    ingest = command("--db", tmp_path / "x.db", "ingest", tmp_path / "round.txt")
    subprocess.run(ingest, capture_output=True, check=True)
    found = extract(ARTICLE)
    with open_store(tmp_path / "x.db") as archive:
        (article,) = archive.articles()
        assert {m.id for m in archive.mentions()} == {m.id for m in found.mentions}
        assert {s.id for s in archive.statements()} == {s.id for s in found.statements}
    assert (article.id, article.text) == (found.article.id, found.article.text)
    assert found.article.path is None


def test_a_text_is_one_article_even_if_it_looks_like_two():
    assert len(extract(f"{ARTICLE}\n{ARTICLE}").article.text) > 1.9 * len(extract(ARTICLE).article.text)


@pytest.mark.parametrize(
    "text", ["", "no", "Ceci est un article en français, et rien de cela ne sera lu ici."]
)
def test_what_cannot_be_read_is_an_error_in_one_line(text):
    with pytest.raises(TalksError) as caught:
        extract(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("day", ["June", "2024-02-30", "03/04/2024"])
def test_what_is_no_date_is_an_error_in_one_line(archive, day):
    with pytest.raises(TalksError, match="write it as 2025-06-02"):
        list(archive.timeline(since=day))
    with pytest.raises(TalksError, match="write it as 2025-06-02"):
        extract(ARTICLE, published=day)


def test_a_database_that_is_none_is_an_error(tmp_path):
    with pytest.raises(TalksError, match="there is no database"):
        open_store(tmp_path / "none.db")


def test_records_are_found_by_the_beginning_of_their_id(archive):
    event = archive.event(ROUND.id[:6])
    assert event.id == ROUND.id
    assert archive.event(event.mentions[0]).id == event.id
    mention = next(archive.mentions(event=event.id))
    assert archive.article(mention.article[:8]).id == mention.article
    statement = next(archive.statements())
    assert archive.statement(statement.id[:8]) == statement
    with pytest.raises(TalksError):
        archive.article("affff")


def test_an_archive_writes_nothing(archive, told_path):
    before = told_path.read_bytes()
    list(archive.search("talks"))
    list(archive.positions(as_of="2024-06"))
    archive.promises()
    assert told_path.read_bytes() == before
    assert not [name for name in vars(Archive) if name.startswith(("save", "set", "remember", "forget"))]


def test_the_timeline_is_asked_as_the_command_is(archive):
    entries = list(archive.timeline())
    dated = [entry.when.earliest for entry in entries if entry.when.earliest]
    assert len(dated) < len(entries)
    assert not any(entry.when.known for entry in entries[len(dated) :])
    kinds = {entry.kind for entry in archive.timeline(kinds=["talks"])}
    assert kinds == {"talks"}
    early = list(archive.timeline(as_of="2024-01"))
    assert len(early) < len(entries)


def test_names_are_taken_in_any_of_their_forms(archive):
    swaps = list(archive.timeline(kinds=["prisoner_swap"]))
    assert swaps
    assert list(archive.timeline(kinds=["swap"])) == swaps
    assert list(archive.timeline(parties=["norland"])) == list(archive.timeline(parties=["Norland"]))
    assert list(archive.positions(topics=["prisoners"])) != list(archive.positions(topics=["territory"]))


@pytest.mark.parametrize(
    ("ask", "word"),
    [
        (lambda archive: archive.timeline(kinds=["prisonerswap"]), "prisonerswap"),
        (lambda archive: archive.timeline(kinds="talks"), "t"),
        (lambda archive: archive.timeline(statuses=["happened"]), "happened"),
        (lambda archive: archive.conflicts(kinds=["truces"]), "truces"),
        (lambda archive: archive.positions(topics=["grain"]), "grain"),
        (lambda archive: archive.swaps(parties=["Nordland"]), "Nordland"),
        (lambda archive: archive.promises(parties=["Nordland"]), "Nordland"),
    ],
)
def test_a_name_that_is_not_known_is_an_error_in_one_line_and_no_empty_answer(archive, ask, word):
    with pytest.raises(TalksError, match=f"^{word}: there is no such ") as caught:
        list(ask(archive))
    assert "\n" not in str(caught.value)
