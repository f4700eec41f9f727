"""Records of gold and export that belong together, and the figures of them."""

import json

from evaluated import ARTICLE, SUMMIT, TALKS, TEXT, WANTED, exported

from talks.evaluation import compare, evaluate, figures_of, list_shown, load_gold, phenomena_of


def test_all_that_is_as_in_the_gold_makes_ones(gold):
    figures = figures_of(evaluate(gold(), exported(TALKS, SUMMIT, WANTED)))
    assert (figures.published, figures.event.f1, figures.event_full, figures.statement.f1) == (1, 1, 1, 1)
    assert (figures.status, figures.date, figures.place, figures.round) == (1, 1, 1, 1)
    assert (figures.speaker, figures.topics, figures.stance, figures.verbatim) == (1, 1, 1, 1)
    assert figures.counts is None, "the gold has no figures to measure by"


def test_a_happening_of_another_kind_or_day_is_another(gold):
    other = [TALKS | {"kind": "meeting"}, TALKS | {"date": "2024-03-15"}]
    figures = figures_of(evaluate(gold(), exported(*other)))
    assert (figures.event.precision, figures.event.recall, figures.event.got) == (0, 0, 2)


def test_the_mention_that_fits_best_is_taken(gold):
    plan = TALKS | {"status": "planned", "round": 3, "date": None, "precision": "unknown"}
    (result,) = evaluate(gold(), exported(plan, TALKS))
    (match,) = result.happenings.found
    assert match.got.round == 2
    assert [mention.round for mention in result.happenings.spurious] == [3]


def test_an_utterance_is_found_by_its_words_and_credited_by_its_speaker(gold):
    (result,) = evaluate(gold(), exported(WANTED | {"speaker": "Ramiro Delgast"}))
    (said,) = result.utterances.said
    assert said.found
    assert not said.credited
    assert len(result.utterances.spurious) == 1


def test_a_long_utterance_may_be_cut_in_several(gold):
    more = WANTED | {"evidence": "A meeting of the presidents is planned for May"}
    (result,) = evaluate(gold(), exported(WANTED, more))
    assert len(result.utterances.right) == 2
    assert result.utterances.spurious == ()


def test_a_quote_that_is_not_in_the_text_is_told(gold):
    (result,) = evaluate(gold(), exported(TALKS | {"evidence": "never printed"}))
    assert result.verbatim == (False,)


def test_an_absent_article_counts_as_missed(gold):
    figures = figures_of(evaluate(gold(), exported(TALKS, article=ARTICLE | {"path": "in/two.txt"})))
    assert (figures.absent, figures.published, figures.event.gold, figures.event.got) == (1, None, 2, 0)


def test_parts_are_told_by_their_first_words(tmp_path):
    parts = [{"starts": "No such words", "events": []}, {"starts": "HARVIK, 12 March", "events": [TALKS]}]
    (tmp_path / "one.json").write_text(json.dumps({"id": "one", "file": "one.txt", "parts": parts}))
    first, second = evaluate(load_gold(tmp_path), exported(TALKS))
    assert [first.name, second.name] == ["one.1", "one.2"]
    assert len(second.happenings.found) == 1


def test_mentions_of_two_files_that_are_one_event_count_for_the_timeline(tmp_path):
    for name in ("one", "two"):
        event = TALKS | {"canon": "castrel-2"}
        file = {"id": name, "file": f"{name}.txt", "events": [event]}
        (tmp_path / f"{name}.json").write_text(json.dumps(file))
    both = exported(TALKS | {"event": "e1"})
    other = exported(TALKS | {"event": "e1"}, article=ARTICLE | {"id": "a2", "path": "in/two.txt"})
    both.articles += other.articles
    both.mentions |= other.mentions
    assert figures_of(evaluate(load_gold(tmp_path), both)).timeline.f1 == 1.0


def test_phenomena_count_by_kind_status_precision_manner_and_tag(gold):
    rows = phenomena_of(evaluate(gold(tags=["invented"]), exported(TALKS, WANTED)))
    told = {(row.record, row.by, row.value): (row.gold, row.found, row.right, row.spurious) for row in rows}
    assert told["event", "kind", "talks"] == (1, 1, 1, 0)
    assert told["event", "status", "planned"] == (1, 0, 0, 0)
    assert told["event", "precision", "month"] == (1, 0, 0, 0)
    assert told["event", "tag", "invented"] == (2, 1, 1, 0)
    assert told["statement", "manner", "direct"] == (1, 1, 1, 0)
    assert told["statement", "tag", "txt"] == (1, 1, 1, 0)


def test_what_is_left_to_do_is_listed_with_its_words(gold):
    shown = list(list_shown(evaluate(gold(), exported(TALKS | {"status": "planned"}, WANTED, SUMMIT))))
    assert [(one.sort, one.told, one.but) for one in shown] == [
        ("wrong", "talks held 2024-03-12", "status planned")
    ]
    missed = list(list_shown(evaluate(gold(), exported())))
    assert [one.sort for one in missed] == ["missed"] * 3
    assert missed[0].evidence in TEXT


def test_gains_and_losses_stand_by_article(gold):
    file = gold()
    before, after = (evaluate(file, exported(*records)) for records in ((TALKS,), (SUMMIT, WANTED)))
    (changed,) = compare(before, after)
    assert [(one.record, one.before, one.after, one.is_gain) for one in changed.changes] == [
        ("event", "right", "missed", False),
        ("event", "missed", "right", True),
        ("statement", "missed", "right", True),
    ]
    assert compare(after, after) == []
