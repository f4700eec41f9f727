"""What an article tells of where."""

from talks.statements.subjects import Subjects

TOPICS = {"summit": "summit", "call": "talks", "meeting": "talks"}


def test_topics_come_once_and_in_the_order_of_the_text():
    told = [(3, "summit"), (5, "call"), (5, "wedding"), (9, "meeting"), (12, "summit")]
    subjects = Subjects(TOPICS, told)
    assert list(subjects.within(0, 20)) == ["summit", "talks"]
    assert list(subjects.within(5, 12)) == ["talks"]
    assert list(subjects.within(12, 13)) == ["summit"]
    assert list(subjects.within(13, 20)) == []
