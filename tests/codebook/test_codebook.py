"""The codebook: every rule does what its examples say, and a mistake in a file is told by name."""

from dataclasses import replace

import pytest

from reading import article, codebook
from talks.checks import check_codebook
from talks.checks.dossiers import check_dossiers
from talks.checks.kinds import check_kinds
from talks.checks.speech import check_speech
from talks.checks.stances import check_stances
from talks.checks.statuses import check_statuses
from talks.checks.topics import check_topics
from talks.checks.words import check_words
from talks.codebook import load_codebook
from talks.codebook.data import read_data, validate
from talks.codebook.dossier import Dossier
from talks.codebook.kinds import Example
from talks.codebook.shown import Shown, WordExample
from talks.codebook.world import build_world
from talks.errors import CodebookError
from talks.extraction import extract
from talks.models import Status
from talks.text import tokenise


def test_every_rule_finds_its_examples_and_no_counterexample():
    assert list(check_codebook(load_codebook())) == []


def faults_of_talks(*examples: Example) -> list[str]:
    known = load_codebook()
    talks = known.kinds["talks"]
    file = talks.file.model_copy(update={"examples": examples, "counterexamples": ()})
    broken = replace(talks, file=file)
    return list(check_kinds(replace(known, kinds=known.kinds | {"talks": broken})))


def test_a_kind_whose_example_shows_nothing_is_told():
    told = faults_of_talks(Example(text="It rained."))
    assert "kinds/talks.toml: no talks is found in the example 'It rained.'" in told
    assert any("no example shows what talks.negotiate is for" in line for line in told)


def test_an_example_that_is_read_with_another_status_is_told():
    text = "The two delegations met for three hours."
    fault = f"kinds/talks.toml: talks is held, not planned, in the example {text!r}"
    assert fault in faults_of_talks(Example(text=text, status=Status.PLANNED))
    assert fault not in faults_of_talks(Example(text=text, status=Status.HELD))
    assert fault not in faults_of_talks(Example(text=text))


def faults_of_truth(**change: object) -> list[str]:
    known = load_codebook()
    return list(check_words(replace(known, statuses=replace(known.statuses, **change))))


def test_a_group_of_words_that_makes_no_difference_is_told():
    known = load_codebook().statuses
    idle = known.truth | {"doubting": frozenset({"frobnicate"})}
    told = faults_of_truth(truth=idle, shown={"doubting": known.shown["doubting"]})
    text = "Ekre doubted that the talks had taken place."
    where = "lexicon/statuses-en.toml: truth.doubting:"
    assert f"{where} it is held, not untold, in the example {text!r}" in told
    assert f"{where} its words make no difference in the example {text!r}" in told


def test_a_group_of_words_that_nothing_shows_is_told():
    told = faults_of_truth(shown={})
    assert "lexicon/statuses-en.toml: no example shows what truth.doubting is for" in told


def test_a_counterexample_that_hangs_on_the_words_is_told():
    example = WordExample(text="Ekre doubted that the talks had begun.", status="untold")
    shown = Shown(examples=(example,), counterexamples=(example.text,))
    told = [line for line in faults_of_truth(shown={"doubting": shown}) if "truth.doubting" in line]
    assert len(told) == 1
    assert told[0].endswith(f"its words make a difference in the counterexample {example.text!r}")


@pytest.mark.parametrize("words", ["end the war", "ending war", "end this war", "end of the war"])
def test_a_phrase_of_topics_stands_for_its_choices(words):
    named, _ = load_codebook().topics.see(words.split()).count()
    assert named["talks"] == 1


@pytest.mark.parametrize("at", range(8))
def test_topics_of_a_stretch_are_those_of_its_words_alone(at):
    topics = load_codebook().topics
    text = "they hope to end the war and 300 prisoners of war come home in a prisoner exchange"
    words = tokenise(text).words
    for last in range(at, len(words)):
        assert topics.see(words).count(at, last) == topics.see(words[at:last]).count()


def test_a_counterexample_that_is_found_is_told():
    known = load_codebook()
    rule = replace(known.stances.rules[0], counterexamples=known.stances.rules[0].examples)
    assert list(check_stances(replace(known, stances=replace(known.stances, rules=(rule,)))))
    topics = replace(known.topics, examples={"bodies": ("It rained.", "The bodies were returned.")})
    assert len(list(check_topics(replace(known, topics=topics)))) == len(("missing", "found"))
    unknown = replace(known.topics, kinds={"wedding": "talks"})
    assert list(check_topics(replace(known, topics=unknown)))
    status = replace(known.statuses.rules[0], counterexamples=known.statuses.rules[0].examples)
    assert list(check_statuses(replace(known, statuses=replace(known.statuses, rules=(status,)))))
    said = known.speech.examples["say"][0]
    speech = replace(known.speech, examples={"say": ((), said)})
    assert list(check_speech(replace(known, speech=speech)))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"sides": ["Norland", "Atlantis"]}, "'Atlantis'"),
        ({"office": [{"name": "Lagoon", "party": "Atlantis"}]}, "'Atlantis'"),
        ({"reference": [{"id": "x", "kind": "dance", "from": "2024-01-01"}]}, "'dance'"),
        ({"reference": [{"id": "x", "people": ["Nobody Known"], "from": "2024-01-01"}]}, "'Nobody Known'"),
        (
            {"person": [{"name": "A B", "party": "Norland", "roles": [
                {"title": "president", "of": "Norland", "from": "2024-02-01", "until": "2024-01-01"}]}]},
            "before the beginning",
        ),
    ],
)  # fmt: skip
def test_a_dossier_that_does_not_hold_together_is_told(change, told):
    known = load_codebook()
    data = {**read_data("dossiers/norland-sudria.toml"), "reference": [], **change}
    if "sides" in change:
        with pytest.raises(CodebookError, match=r"norland-sudria.toml: side 'Atlantis'"):
            build_world(validate(Dossier, "dossiers/norland-sudria.toml", data), known.naming.posts)
        return
    world = build_world(validate(Dossier, "dossiers/norland-sudria.toml", data), known.naming.posts)
    assert any(told in line for line in check_dossiers(replace(known, worlds=(world, known.worlds[-1]))))


def test_a_dossier_with_an_unknown_key_is_refused_by_file_and_key():
    with pytest.raises(CodebookError, match=r"dossiers/x.toml.*colour"):
        validate(Dossier, "dossiers/x.toml", {"id": "x", "name": "X", "sides": [], "colour": "red"})


def test_without_a_dossier_countries_posts_and_cities_are_known():
    known = replace(codebook(), worlds=load_codebook().worlds[-1:])
    found = extract(
        article("Kenya's foreign minister said that Kenya and Somalia had held talks in Nairobi."), known
    )  # fmt: skip
    assert [(s.party, s.speaker) for s in found.statements] == [("Kenya", "Kenya's foreign minister")]
    (talks,) = found.mentions
    assert (talks.kind, set(talks.parties), talks.place) == ("talks", {"Kenya", "Somalia"}, "Nairobi")
