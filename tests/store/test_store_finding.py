import pytest
from store_world import SENTENCES, make_extraction, put, relink

from talks.errors import UnknownRecordError
from talks.models import Extraction, record_id
from talks.store import Store


@pytest.fixture
def filled(store: Store) -> Extraction:
    article = put(store, make_extraction(SENTENCES[0], mentions=3, statements=2))
    relink(store)
    return store.extraction(article.id)


def test_any_unique_beginning_finds_a_record(store: Store, filled: Extraction):
    keys = {"a": filled.article.id, "m": filled.mentions[0].id, "s": filled.statements[0].id}
    keys["e"] = next(store.events()).id
    for letter, key in keys.items():
        assert store.find(letter, key) == key
        assert store.find(letter, key[:9]) == key
    assert store.article(keys["a"]) == filled.article
    assert (store.statement(keys["s"]), store.event(keys["e"]).id) == (filled.statements[0], keys["e"])


def test_an_event_is_found_by_any_of_its_mentions(store: Store, filled: Extraction):
    (event,) = store.events()
    assert {store.find("e", mention.id) for mention in filled.mentions} == {event.id}
    assert store.find("e", "m") == event.id


def test_an_event_is_found_by_the_ids_it_had_when_fewer_told_of_it(store: Store, filled: Extraction):
    (event,) = store.events()
    former = {record_id("e", mention.id) for mention in filled.mentions}
    assert {store.find("e", id_[:7]) for id_ in former} == {event.id}
    gone = next(iter(former - {event.id}))
    with pytest.raises(UnknownRecordError, match="no event has this id"):
        store.find("e", gone[:3])


@pytest.mark.parametrize("letter", "amse")
@pytest.mark.parametrize("prefix", ["", "zz", "x'; DROP TABLE events; --", "%", "*"])
def test_an_id_that_names_nothing_is_refused(store: Store, letter: str, prefix: str):
    with pytest.raises(UnknownRecordError, match="has this id"):
        store.find(letter, prefix)


def test_a_mention_id_finds_no_other_kind(store: Store, filled: Extraction):
    with pytest.raises(UnknownRecordError, match="begins with s"):
        store.find("s", filled.mentions[0].id)


def test_an_ambiguous_beginning_names_a_few(store: Store, filled: Extraction):
    with pytest.raises(UnknownRecordError, match="several mentions begin so") as caught:
        store.find("m", "m")
    assert all(mention.id in str(caught.value) for mention in filled.mentions)


def test_a_long_list_of_candidates_is_cut(store: Store):
    put(store, make_extraction(SENTENCES[0], mentions=20))
    with pytest.raises(UnknownRecordError, match="…") as caught:
        store.find("m", "m")
    assert len(str(caught.value)) < 160


def test_a_mention_that_was_superseded_says_by_what(store: Store, filled: Extraction):
    new = make_extraction(SENTENCES[1])
    put(store, new)
    relink(store)
    with pytest.raises(UnknownRecordError, match=f"superseded by {new.article.id}"):
        store.find("e", filled.mentions[0].id)


def test_a_mention_that_is_not_linked_yet_says_so(store: Store):
    extraction = make_extraction(SENTENCES[0])
    put(store, extraction)
    with pytest.raises(UnknownRecordError, match="not linked"):
        store.find("e", extraction.mentions[0].id)


def test_a_record_that_is_not_there_is_refused(store: Store):
    with pytest.raises(UnknownRecordError, match="no record"):
        store.event("e0")


def test_words_are_found_in_each_kind_of_record_and_marked(store: Store, filled: Extraction):
    hits = list(store.search("talk"))
    assert [hit.record for hit in hits] == ["article"]
    hits = list(store.search("sudria NORLAND"))
    assert [hit.record for hit in hits] == ["statement"] * 2 + ["mention"] * 3 + ["article"]
    assert {mark.of(hits[0].excerpt) for mark in hits[0].marks} == {"Norland", "Sudria"}
    assert {hit.article for hit in hits} == {filled.article.id}


def test_a_phrase_is_found_as_it_stands(store: Store, filled: Extraction):
    assert list(store.search('"second round"', record="article"))
    assert not list(store.search('"round second"', record="article"))


@pytest.mark.parametrize(
    "words", ["", " ", '"', '""', "'", "*", "NEAR(", "a AND", "-x", "title:", "^", "(", "\x00", "🙂"]
)
def test_any_words_can_be_searched(store: Store, filled: Extraction, words: str):
    assert isinstance(list(store.search(words)), list)


def test_what_was_superseded_is_not_found(store: Store, filled: Extraction):
    put(store, make_extraction("Something else."))
    assert not list(store.search("Norland"))


def test_search_is_limited(store: Store, filled: Extraction):
    assert len(list(store.search("Norland", record="mention", limit=2))) == 2
