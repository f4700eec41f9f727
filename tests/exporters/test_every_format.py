"""What holds for every format, also for one that is added."""

from pathlib import Path

import pytest
from exports import copy_backwards, exported

from talks.exporters import CHOICES, Shape, Wanted, discover, load_format, summary_of
from talks.exporters.warc import NOTHING
from talks.render.harmless import STEERING
from talks.store import Store, open_store

BYTES = [name for name in discover() if load_format(name).shape is not Shape.BINARY]
ENDS = str.maketrans("", "", "\r\n")


@pytest.mark.parametrize("name", BYTES)
def test_it_has_a_golden(told: Store, golden, name: str):
    for file, content in exported(told, name).items():
        golden(f"{name}{file}" if file.startswith(".") else f"{name}.{file}", content.decode())


@pytest.mark.parametrize("name", BYTES)
def test_the_order_of_arrival_changes_no_byte(told: Store, tmp_path: Path, name: str):
    with open_store(tmp_path / "backwards.db", mode="create") as backwards:
        copy_backwards(told, backwards)
        assert exported(backwards, name) == exported(told, name)


@pytest.mark.parametrize("name", discover())
def test_of_an_empty_database_it_is_empty(empty: Store, name: str):
    notes: list[str] = []
    assert exported(empty, name, Wanted(say=notes.append))
    assert notes == ([NOTHING] if name == "warc" else [])


@pytest.mark.parametrize("name", BYTES)
def test_nothing_in_it_steers_whatever_shows_it(hostile: Store, name: str):
    for content in exported(hostile, name).values():
        assert not STEERING.search(content.decode().translate(ENDS))


@pytest.mark.parametrize("name", discover())
def test_it_says_what_it_is(name: str):
    form = load_format(name)
    assert summary_of(name).endswith(".")
    assert form.suffix.startswith(".")
    assert "/" in form.media_type
    assert form.takes <= CHOICES.keys()
