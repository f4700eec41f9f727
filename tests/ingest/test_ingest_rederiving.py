"""After an upgrade all records are derived again, from kept bytes and stored texts, and nothing is lost."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

import pytest
from ingesting import exported

import talks.ingest.intake as intake_module
import talks.ingest.rederiving as rederiving_module
from invented_articles import write_articles
from invented_edits import AFTER, BEFORE, LAST, NOTHING_URL, SENTENCES, URL, fetched, take, tell_edits
from talks.extraction import extract
from talks.ingest import Tally
from talks.models import Article, Basis, Extraction, Stance, When
from talks.readers import Reading, Source, open_sources, read
from talks.store import Store, fetches, last_fetch, last_upgrade, open_store, rederived, unread, verify
from talks.views.captures import find_findings, two_of
from talks.views.upgrades import find_upgraded


def upgrade_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another engine lose the last statement, call the first a denial, and find all else alike."""

    def other(article: Article, codebook: object) -> Extraction:
        found = extract(article, codebook)
        first, *rest = found.statements
        changed = first.model_copy(update={"stance": Stance.DENIES})
        kept = {mention.according_to for mention in found.mentions}
        said = [s for s in rest[:-1] if s] + [s for s in rest[-1:] if s.id in kept]
        return dataclasses.replace(found, statements=(changed, *said))

    monkeypatch.setattr(rederiving_module, "extract", other)


def upgrade_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let other readers find a line more in each page."""

    def other(source: Source) -> Reading:
        reading = read(source)
        pieces = [
            dataclasses.replace(p, text=f"{p.text}\n\nHelvaria was glad of it.") for p in reading.pieces
        ]
        return Reading(pieces, reading.errors)

    monkeypatch.setattr(intake_module, "read", other)


def changes(store: Store) -> list[tuple[str, str, str | None]]:
    return [(found.record, found.change, found.article) for found in rederived(store)]


def test_the_same_rules_under_another_name_change_nothing(store):
    tell_edits(store)
    before = exported(store)
    tally = take(store, engine="two", reader="two")
    assert exported(store) == before
    assert (changes(store), last_upgrade(store).articles) == ([], 2)
    assert (tally.set_aside, tally.superseded) == ([], 0)
    assert store.unextracted("two") == unread(store, "two") == []


def test_a_first_ingest_is_no_upgrade(store):
    tell_edits(store)
    assert last_upgrade(store) is find_upgraded(store) is None


def test_what_an_engine_tells_otherwise_is_kept_as_it_was(store, monkeypatch):
    tell_edits(store)
    old = {s.id: s for a in store.articles(superseded=True) for s in store.extraction(a.id).statements}
    upgrade_engine(monkeypatch)
    take(store, engine="two")
    found = [row for row in rederived(store) if row.record == "statement"]
    assert {row.change for row in found} == {"changed", "lost"}
    for row in found:
        assert row.before == old[row.id].model_dump(mode="json")
        assert row.fields == (("stance",) if row.change == "changed" else ())
    assert {row.article for row in found} == {article.id for article in store.articles(superseded=True)}
    assert list(verify(store)) == []


def test_the_next_upgrade_forgets_what_the_one_before_changed(store, monkeypatch):
    tell_edits(store)
    upgrade_engine(monkeypatch)
    take(store, engine="two")
    lost = changes(store)
    monkeypatch.undo()
    take(store, engine="three")
    assert {change for _, change, _ in changes(store)} == {"gained", "changed"}
    assert len(changes(store)) == len(lost)
    assert last_upgrade(store).version.startswith("three ")


def test_other_readers_supersede_what_was_read_from_the_same_bytes(store, monkeypatch):
    tell_edits(store)
    texts = {article.id: article.text for article in store.articles(superseded=True)}
    upgrade_readers(monkeypatch)
    take(store, reader="two")
    after = {article.id: article.text for article in store.articles(superseded=True)}
    assert after.items() > texts.items()  # nothing is lost
    captures = sorted(store.captures(locator=URL), key=lambda c: (c.captured_at, c.reread_as is None))
    first, first_again, second, second_again = captures
    assert (first.reread_as, second.reread_as) == (first_again.article, second_again.article)
    assert [c.superseded_by for c in captures] == [second_again.article] * 3 + [None]
    assert first.captured_at == first_again.captured_at
    assert first.last_seen == first_again.last_seen
    assert "Helvaria was glad" in after[second_again.article]
    assert list(verify(store)) == []


def test_reading_again_twice_changes_nothing_more(store, monkeypatch):
    tell_edits(store)
    upgrade_readers(monkeypatch)
    take(store, reader="two")
    before, captures = exported(store), list(store.captures())
    take(store, reader="two")
    take(store, reader="three")
    assert (exported(store), list(store.captures())) == (before, captures)


def test_it_is_no_news_when_a_page_was_read_again(store, monkeypatch):
    tell_edits(store)
    last = store.last_arrival()
    upgrade_readers(monkeypatch)
    take(store, reader="two")
    assert store.last_arrival() == last


def test_what_newer_readers_read_otherwise_is_no_edit(store, monkeypatch):
    take(store, fetched(BEFORE, 0))
    upgrade_readers(monkeypatch)
    take(store, reader="two")
    assert two_of(find_findings(store, URL), None, None) is None
    take(store, fetched(AFTER, 5), reader="two")
    before, after = two_of(find_findings(store, URL), None, None)
    assert all("Helvaria was glad" in found.article.text for found in (before, after))
    assert ("120 prisoners" in before.article.text, "150 prisoners" in after.article.text) == (True, True)


def test_a_date_that_a_person_gave_holds_for_what_is_read_again(store, monkeypatch):
    given = When.day(dt.date(2024, 3, 9), Basis.GIVEN)
    take(store, fetched(BEFORE, 0), published=given)
    upgrade_readers(monkeypatch)
    take(store, reader="two")
    assert [c.published for c in store.captures(locator=URL)] == [given, given]


def test_a_new_text_after_that_supersedes_all_of_it(store, monkeypatch):
    tell_edits(store)
    upgrade_readers(monkeypatch)
    take(store, reader="two")
    take(store, fetched(LAST, 30), reader="two")
    [standing] = [c for c in store.captures(locator=URL) if c.superseded_by is None]
    assert "More follows." in store.article(standing.article).text
    assert sum(c.reread_as is not None for c in store.captures(locator=URL)) == 2


def test_a_page_that_could_not_be_read_is_read_once_readers_can(store, monkeypatch):
    tell_edits(store)
    assert [aside.locator for aside in store.set_asides()] == [NOTHING_URL]
    tally = take(store, reader="two")
    assert tally.set_aside == []  # it is known
    assert [aside.locator for aside in store.set_asides()] == [NOTHING_URL]

    def able(source: Source) -> Reading:
        return read(dataclasses.replace(source, data=AFTER) if source.locator == NOTHING_URL else source)

    monkeypatch.setattr(intake_module, "read", able)
    take(store, reader="three")
    assert list(store.set_asides()) == []
    assert {c.locator for c in store.captures()} == {URL, NOTHING_URL}


def test_readers_that_fail_take_nothing_away(store, monkeypatch):
    tell_edits(store)
    before = exported(store)

    def faulty(source: Source) -> Reading:
        raise IndexError("off by one")

    monkeypatch.setattr(intake_module, "read", faulty)
    told = take(store, reader="two").set_aside
    assert len(told) == 3
    assert all("talks failed on it, and what was read from it before stays" in line for line in told)
    with pytest.raises(IndexError):
        take(store, reader="two", debug=True)
    monkeypatch.undo()
    assert exported(store) == before
    assert [kept.read_by for kept in fetches(store)] == ["one"] * 3


def interrupted(at: int):
    seen: list[str] = []

    def watch(locator: str) -> None:
        seen.append(locator)
        if len(seen) == at:
            raise KeyboardInterrupt

    return watch


@pytest.mark.parametrize("at", range(1, 8))
def test_an_interrupted_upgrade_ends_as_one_that_was_not(tmp_path, monkeypatch, at):
    upgrade_engine(monkeypatch)
    files = write_articles(tmp_path / "in")
    found = []
    for name, watches in (("a.db", ()), ("b.db", (interrupted(at),))):
        with open_store(tmp_path / name, mode="create") as store:
            monkeypatch.undo()
            tell_edits(store)
            take(store, *open_sources([files]))
            upgrade_engine(monkeypatch)
            upgrade_readers(monkeypatch)
            tallies: Iterable[Tally] = [
                take(store, engine="two", reader="two", watch=watch) for watch in watches
            ]
            assert all(tally.interrupted for tally in tallies)
            take(store, engine="two", reader="two")
            upgraded = find_upgraded(store)
            found.append((exported(store), upgraded, list(verify(store))))
    assert found[0] == found[1]
    assert found[0][2] == []


def test_an_older_page_that_comes_late_supersedes_nothing(store):
    take(store, fetched(AFTER, 5))
    take(store, fetched(BEFORE, 0))
    [standing] = [c for c in store.captures(locator=URL) if c.superseded_by is None]
    assert "150 prisoners" in store.article(standing.article).text


def test_what_was_fetched_is_asked_for_again_if_its_article_was_not_saved(store):
    """Else the server would say that nothing has changed, and the article would never come."""

    def interrupt(_article: Article, _codebook: object) -> Extraction:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rederiving_module, "extract", interrupt)
        assert take(store, fetched(BEFORE, 0)).interrupted
    assert (list(store.captures()), list(fetches(store))) == ([], [])
    assert last_fetch(store, URL) is None


ITEM = "<item><title>{0}</title><link>{1}/{0}</link><description>{2}</description></item>"
RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{}</channel></rss>'


def feed(*numbers: int) -> bytes:
    """Return a feed of some sentences, each with its text."""
    told = (ITEM.format(n, URL, f"{SENTENCES[n]} {SENTENCES[0]}") for n in numbers)
    return RSS.format("".join(told)).encode()


def test_a_file_of_several_articles_that_was_fetched_is_read_again_as_it_was(store):
    take(store, fetched(feed(1, 2), 0), fetched(feed(3, 1, 2), 3), fetched(feed(4, 3), 5))
    before, captures = exported(store), list(store.captures())
    take(store, reader="two")
    assert unread(store, "two") == []
    assert exported(store) == before
    assert list(store.captures()) == captures
