"""Several processes, and processes that are killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from store_world import SENTENCES, make_extraction, put, relink

from processes import heed_interrupts
from talks.errors import StoreError
from talks.store import open_store, verify

HERE = Path(__file__).parent
SAVE = """
import sys
from processes import heed_interrupts
from store_world import SENTENCES, make_extraction, put
from talks.store import open_store
first, last = int(sys.argv[2]), int(sys.argv[3])
with open_store(sys.argv[1], mode="create", busy_timeout=30) as store:
    for n in range(first, last):
        put(store, make_extraction(f"{SENTENCES[n % 4]} {n}", path=f"{n}.txt", mentions=8, statements=8))
        print(n, flush=True)
"""


def saver(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(["src", str(HERE), str(HERE.parent)])}
    arguments = [sys.executable, "-c", SAVE, str(path), str(first), str(last)]
    return subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        preexec_fn=heed_interrupts,
    )


@pytest.mark.parametrize("moment", [0.0, 0.003, 0.01, 0.05])
def test_a_killed_save_leaves_a_sound_database_that_can_go_on(path: Path, moment: float):
    process = saver(path, 0, 100_000)
    assert process.stdout
    process.stdout.readline()
    time.sleep(moment)
    process.kill()
    said, _ = process.communicate()
    with open_store(path, mode="read") as store:
        assert list(verify(store)) == []
        counts = store.summary()
        assert counts["articles"] == counts["captures"] >= 1 + said.count("\n")
        assert counts["mentions"] == counts["statements"] == 8 * counts["articles"]
    with open_store(path, mode="create") as store:
        put(store, make_extraction("After all.", path="after.txt"))
        relink(store)
        assert list(verify(store)) == []


@pytest.mark.parametrize("moment", [0.0, 0.02, 0.05, 0.08, 0.1, 0.12, 0.15])
def test_a_killed_creation_can_be_begun_again(path: Path, moment: float):
    process = saver(path, 0, 1)
    started = time.monotonic()
    while not path.exists() and time.monotonic() - started < 10:
        time.sleep(0.001)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with open_store(path, mode="create") as store:
        put(store, make_extraction(SENTENCES[0]))
        assert list(verify(store)) == []


def test_an_interrupted_save_keeps_whole_articles(path: Path):
    process = saver(path, 0, 100_000)
    assert process.stdout
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    try:
        process.communicate(timeout=60)
    finally:
        process.kill()
    with open_store(path, mode="read") as store:
        counts = store.summary()
        assert counts["mentions"] == 8 * counts["articles"] > 0
        assert list(verify(store)) == []


def test_two_writers_take_turns(path: Path):
    writers = [saver(path, 0, 40), saver(path, 40, 80)]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]
    with open_store(path, mode="read") as store:
        assert store.summary()["articles"] == 80
        assert list(verify(store)) == []


def test_a_reader_is_not_disturbed_by_a_writer(path: Path):
    seen = [0]
    with saver(path, 0, 60) as writer:
        assert writer.stdout
        for _ in writer.stdout:
            with open_store(path, mode="read") as store:
                counts = store.summary()
            assert counts["mentions"] == 8 * counts["articles"]
            seen.append(counts["articles"])
    assert writer.returncode == 0
    assert seen == sorted(seen)
    assert seen[-1] >= 1


def test_a_second_writer_that_may_not_wait_is_told(path: Path):
    with open_store(path, mode="create") as first, open_store(path, mode="write", busy_timeout=0) as second:
        with first.transaction(), pytest.raises(StoreError, match="another program is writing"):
            put(second, make_extraction(SENTENCES[0]))
        put(second, make_extraction(SENTENCES[0]))
