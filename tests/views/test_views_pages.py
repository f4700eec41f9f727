"""One record with all that belongs to it."""

import pytest

from invented import CITADEL, OFFICIAL, POST_ARTICLE, ROUND, SOLLBAKK, SUMMIT, SWAP, THIRD, WIRE_ARTICLE
from talks.errors import UnknownRecordError
from talks.views.pages import article_page, event_page, evidence_of, statement_page


def test_an_event_has_its_reports_by_date_and_what_was_said_that_day(told):
    page = event_page(told, ROUND.id)
    assert [report.article.outlet for report in page.reports] == ["Meridian Wire", "Polder Post"]
    assert {statement.speaker for statement in page.said} == {"Ingra Sollbakk", "Gunnvor Ask", "Citadel"}
    assert not page.more
    assert page.rule in {"talks.round_of_talks", "talks.delegations_meet"}


def test_a_report_rests_on_the_claim_it_is_somebodys(told):
    claims = [report.claim for report in event_page(told, SWAP.id).reports]
    assert [claim.id if claim else None for claim in claims] == [None, OFFICIAL.id, None]


def test_nothing_was_said_that_day_where_the_day_is_unknown(told):
    assert event_page(told, told.find("e", THIRD.id)).said == ()
    assert event_page(told, told.find("e", SUMMIT.id)).said == ()


def test_a_statement_has_its_article(told):
    assert statement_page(told, SOLLBAKK.id).article.id == WIRE_ARTICLE.id


def test_an_article_has_its_captures_and_records(told):
    page = article_page(told, POST_ARTICLE.id)
    assert [capture.locator for capture in page.captures] == ["post/brennholt.html"]
    assert page.dossier == "norland-sudria"
    assert page.event_of[SUMMIT.id] == told.find("e", SUMMIT.id)
    assert len(evidence_of(page)) == len(page.mentions) + len(page.statements)


def test_an_unknown_id_is_refused(told):
    with pytest.raises(UnknownRecordError):
        event_page(told, "e0")
    assert statement_page(told, CITADEL.id).statement == CITADEL
