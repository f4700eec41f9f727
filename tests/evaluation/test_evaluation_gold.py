"""Gold that is wrong is told in one line: where, what, what to do."""

import json
import re
from pathlib import Path

import pytest
from evaluated import SUMMIT, TALKS, WANTED, gold_file

from talks.errors import GoldError
from talks.evaluation import gold_schema, load_gold, read_export

ROOT = Path(__file__).parents[2]
OURS = Path(__file__).parent / "gold"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"events": [TALKS, SUMMIT | {"status": "hoped"}]}, "events.1.status: Input should be 'held', "),
        ({"events": [TALKS | {"kind": "parade"}]}, "events.0.kind: 'parade' is none of agreement, "),
        (
            {"events": [TALKS | {"date": "12 March"}]},
            "events.0.date: '12 March' is no date such as 2025-06-02",
        ),
        ({"events": [TALKS | {"date": "2024-02-31"}]}, "events.0.date: day is out of range for month"),
        ({"statements": [WANTED | {"topics": ["weather"]}]}, "statements.0.topics: 'weather' is none of "),
        ({"statements": [WANTED | {"stance": "shouts"}]}, "statements.0.stance: Input should be "),
        ({"statement": [WANTED]}, "statement: there is no such field"),
        ({"parts": [{}]}, "what belongs to a part stands in it"),
    ],
)
def test_what_is_wrong_is_told_by_file_and_field(gold, changed, told):
    with pytest.raises(GoldError) as caught:
        gold(**changed)
    line = str(caught.value)
    assert f"one.json: {told}" in line
    assert "; correct the file" in line
    assert "\n" not in line


def test_a_file_that_is_no_json_object_is_told(tmp_path):
    for text, told in (("{", "can't be read as JSON"), ("[]", "no JSON object")):
        (tmp_path / "x.json").write_text(text)
        with pytest.raises(GoldError, match=told):
            load_gold(tmp_path)


def test_a_folder_without_gold_and_an_id_twice_are_told(tmp_path):
    with pytest.raises(GoldError, match="holds no gold"):
        load_gold(tmp_path)
    with pytest.raises(GoldError, match="is no folder"):
        load_gold(tmp_path / "absent")
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(json.dumps(gold_file()))
    with pytest.raises(GoldError, match=r"'one' is that of a\.json too"):
        load_gold(tmp_path)


def test_a_line_that_is_no_record_is_told_by_its_number():
    with pytest.raises(GoldError, match=r"old\.jsonl:2: it is no record"):
        read_export(['{"record":"event"}', "[1]"], "old.jsonl")
    with pytest.raises(GoldError, match=r"old\.jsonl:1: date: "):
        read_export(
            ['{"record":"mention","id":"m","article":"a","kind":"k","status":"s","date":"x"}'], "old.jsonl"
        )


def test_the_schema_knows_each_field_of_our_gold():
    known = json.dumps(gold_schema())
    for file in load_gold(OURS):
        written = json.loads((OURS / f"{file.id}.json").read_text(encoding="utf-8"))
        assert [name for name in written if f'"{name}"' not in known] == []


def test_worlds_beside_the_gold_tag_what_has_no_tag(gold, tmp_path):
    (tmp_path / "canon.json").write_text(json.dumps({"castrel-2": {"world": "invented"}}))
    assert gold(events=[TALKS | {"canon": "castrel-2"}])[0].tags == ("invented",)
    assert gold(tags=["mine"], events=[TALKS | {"canon": "castrel-2"}])[0].tags == ("mine",)


def test_our_gold_quotes_its_articles():
    for file in load_gold(OURS):
        text = re.sub(r"<[^>]*>", " ", (ROOT / file.file).read_text(encoding="utf-8"))
        flat = " ".join(text.replace("&ldquo;", "“").replace("&rdquo;", "”").replace("&rsquo;", "’").split())
        for part in file.articles:
            quoted = [one.evidence for one in part.events] + [one.evidence for one in part.statements]
            assert [words for words in quoted if flat.count(words) < 1] == []
            assert [words for words in quoted if len(words.split()) > 8] == []
