"""Which statements are of record: each condition of the rule, and the choice of the best."""

import datetime as dt

import pytest

from invented import ASK, CHANCELLOR, CITADEL, OFFICIAL, SOLLBAKK, days, span_of
from talks.codebook import load_dossiers
from talks.models import Article, Evidence, Manner, Precision, Stance, Statement, When
from talks.store import Store
from talks.views.frames import Frame, keep_frames, load_frames
from talks.views.record import load_rule, of_record

DAY = dt.date(2024, 3, 12)


@pytest.fixture
def frame(told: Store) -> Frame:
    return next(frame for frame in load_frames(told) if frame.dossier == "norland-sudria")


def chosen(frame: Frame, *statements: Statement) -> list[str]:
    return [statement.id for statement in of_record(statements, frame)]


def altered(statement: Statement, **fields: object) -> Statement:
    return statement.model_copy(update=fields)


def test_principals_offices_and_parties_speak_for_a_party(frame):
    assert frame.speaks("Ingra Sollbakk", DAY)
    assert frame.speaks("Citadel", DAY)
    assert frame.speaks("Helvaria", DAY)
    assert not frame.speaks("Sudrian official", DAY)


def test_a_principal_speaks_only_while_holding_the_post(frame):
    assert not frame.speaks("Ingra Sollbakk", dt.date(2020, 1, 1))


def test_statements_of_record_take_a_stance(frame):
    assert set(chosen(frame, SOLLBAKK, ASK, CITADEL)) == {SOLLBAKK.id, ASK.id, CITADEL.id}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("speaker", None),
        ("speaker", "Sudrian official"),
        ("party", "Caldor"),
        ("stance", Stance.REPORTS),
        ("topics", ("other", "blame")),
        ("when", When.unknown()),
        ("when", days("2024-03-01", "2024-03-31", Precision.SPAN)),
        ("content", ()),
    ],
)
def test_what_fails_one_condition_is_not_of_record(frame, field, value):
    assert chosen(frame, altered(SOLLBAKK, **{field: value})) == []


def test_reports_and_the_unnamed_are_not_of_record(frame):
    assert chosen(frame, OFFICIAL, CHANCELLOR) == []


def test_of_one_speaker_topic_and_day_the_strongest_is_chosen(frame):
    weaker = altered(SOLLBAKK, id="s0", stance=Stance.EXPECTS)
    assert chosen(frame, weaker, SOLLBAKK) == [SOLLBAKK.id]


def test_own_words_come_before_the_report_of_them(frame):
    report = altered(SOLLBAKK, id="s0", manner=Manner.INDIRECT)
    assert chosen(frame, report, SOLLBAKK) == [SOLLBAKK.id]


def test_other_topics_and_other_days_are_kept_apart(frame):
    hers = {"speaker": SOLLBAKK.speaker, "party": SOLLBAKK.party, "stance": Stance.DEMANDS}
    other_topic = altered(ASK, **hers, topics=("territory",))
    other_day = altered(CITADEL, **hers, when=days("2024-03-13", "2024-03-13", Precision.DAY))
    assert len(chosen(frame, SOLLBAKK, other_topic, other_day)) == 3


def test_what_other_reports_tell_again_is_shown_once(frame):
    in_another = {"article": "a0", "id": "s0"}
    next_day = altered(SOLLBAKK, **in_another, when=days("2024-03-13", "2024-03-13", Precision.DAY))
    of_two_topics = altered(SOLLBAKK, **in_another, topics=("territory",), manner=Manner.INDIRECT)
    weeks_later = altered(SOLLBAKK, **in_another, when=days("2024-03-30", "2024-03-30", Precision.DAY))
    assert chosen(frame, SOLLBAKK, next_day) == [SOLLBAKK.id]
    assert chosen(frame, SOLLBAKK, of_two_topics) == [SOLLBAKK.id]
    assert chosen(frame, SOLLBAKK, weeks_later) == [SOLLBAKK.id, "s0"]


def test_words_that_say_nothing_by_themselves_are_not_of_record(frame):
    article = Article(id="a1", sha256="", text="Ask said they had talked. Sollbakk said that they had not.")
    said = altered(
        SOLLBAKK,
        manner=Manner.INDIRECT,
        evidence=Evidence.at(article, span_of(article, "Sollbakk said that they had not"), "test"),
        content=(span_of(article, "that they had not"),),
    )
    assert chosen(frame, said) == []


def test_the_order_of_statements_of_a_day_changes_nothing(frame):
    said = [SOLLBAKK, altered(SOLLBAKK, id="s0"), ASK, CITADEL]
    assert chosen(frame, *said) == chosen(frame, *reversed(said))


def test_frames_are_written_once(tmp_path):
    from talks.store import open_store

    with open_store(tmp_path / "talks.db", mode="create") as store:
        keep_frames(store, load_dossiers(), posts=load_rule().posts)
        changes = store.connection.total_changes
        keep_frames(store, load_dossiers(), posts=load_rule().posts)
        assert store.connection.total_changes == changes
        assert ("Norland", "Sudria") in [frame.sides for frame in load_frames(store)]


def test_a_store_without_frames_has_none(tmp_path):
    from talks.store import open_store

    with open_store(tmp_path / "talks.db", mode="create") as store:
        assert load_frames(store) == ()
