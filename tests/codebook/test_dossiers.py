"""Several dossiers side by side: an article is read with the right one, and adjectives tell one country."""

import re
import subprocess
import sys

import pytest

from reading import article
from talks.codebook import load_codebook, load_dossiers
from talks.codebook.countries import load_parties
from talks.codebook.data import read_data, validate
from talks.codebook.dossier import Dossier
from talks.errors import CodebookError
from talks.extraction import extract

ARTICLES = {
    "armenia-azerbaijan": [
        "Pashinyan told parliament in Yerevan that the text was ready. Baku says the constitution "
        "must change first.",
        "Russia's foreign minister Sergey Lavrov received his Armenian and Azerbaijani colleagues. The "
        "Russian side, Lavrov said, would host a further round. Russian peacekeepers remain, Moscow "
        "added. Mirzoyan and Bayramov left without a word.",
        "Commissions from Armenia and Azerbaijan met at the border near Gazakh and agreed on four villages.",
        "Aliyev and Pashinyan shook hands in Washington beside Trump, who also spoke of Ukraine and "
        "of Russia.",
        "In Brussels the EU's Charles Michel brought together Ilham Aliyev and Nikol Pashinyan for "
        "the third time.",
    ],
    "israel-hamas": [
        "Hamas handed three hostages to the Red Cross in Khan Younis, and Israel freed ninety "
        "prisoners from Ofer.",
        "Netanyahu's office said that the Israeli team would return to Doha. A Hamas official denied "
        "it in Cairo.",
        "Mediators from Egypt and Qatar met Khalil al-Hayya in Sharm el-Sheikh, while Ron Dermer led "
        "Israel's team.",
        "The Israeli cabinet approved the truce with Hamas. Russia and Ukraine both welcomed it, as "
        "did Armenia.",
        "Witkoff, back from Putin, met Israeli ministers on Ukraine. Hamas said it would answer soon, "
        "and Israel that it would wait for Hamas until Friday.",
    ],
    "russia-ukraine": [
        "Zelensky's delegation met Medinsky in Istanbul, and Ukraine received a thousand prisoners "
        "from Russia.",
        "Peskov said in Moscow that nothing was scheduled with Kyiv. The Kremlin spoke of Gaza and of "
        "Israel, too.",
        "Erdogan offered Istanbul to Putin and to Ukraine's president; Türkiye mediates in Israel and "
        "Gaza, and had hosted Armenia's foreign minister. Ukraine accepted, and Russia did not refuse.",
        "Witkoff flew to Moscow after a day in Israel. Russian and Ukrainian teams meet next week.",
    ],
    "norland-sudria": ["Norland and Sudria met in Castrel. Ask said that Quent had not answered."],
    None: [
        "The Indian foreign ministry spoke of a meeting with Kenya's president about fish and coffee prices."
    ],
}


@pytest.mark.parametrize(("dossier", "text"), [(d, text) for d, texts in ARTICLES.items() for text in texts])
def test_an_article_is_read_with_the_dossier_of_its_negotiation(dossier, text):
    world = load_codebook().world_of(re.findall(r"\w+", text))
    assert (world.dossier.id if world.dossier else None) == dossier


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        (
            "Armenia and Azerbaijan exchanged prisoners at the border on Wednesday.",
            "prisoner_swap",
            "Armenia",
        ),
        ("Israel and Hamas are holding indirect talks in Doha, Qatari officials said.", "talks", "Hamas"),
        (
            "The leaders of Armenia and Azerbaijan, Pashinyan and Aliyev, met in Abu Dhabi on Wednesday.",
            "summit",
            "Azerbaijan",
        ),
    ],
)
def test_happenings_of_each_negotiation_are_found(text, kind, party):
    found = extract(article(text), load_codebook()).mentions
    assert any(mention.kind == kind and party in mention.parties for mention in found)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Armenian foreign minister said Azerbaijan had not replied to Armenia.", "Ararat Mirzoyan"),
        ("Baku said no; the Azerbaijani foreign minister said that Armenia knew why.", "Jeyhun Bayramov"),
        ("Israel's defence minister said that Hamas would not stay.", "Yoav Gallant"),
        ("Israel wants Hamas gone. The Egyptian foreign minister said that talks went on.", "Sameh Shoukry"),
    ],
)
def test_a_role_is_whoever_held_it_on_the_day(text, speaker):
    said = extract(article(text, "2024-06-12"), load_codebook()).statements
    assert speaker in [statement.speaker for statement in said]


def test_a_dossier_borrows_people_and_outlets_but_no_posts_of_others():
    (own,) = (dossier for dossier in load_dossiers() if dossier.id == "armenia-azerbaijan")
    people = {person.name for person in own.person}
    assert {"Antony Blinken", "Nikol Pashinyan"} <= people
    assert "Volodymyr Zelenskyy" in people
    assert "Reuters" in {outlet.name for outlet in own.outlet}
    assert [person.name for person in own.person].count("Ilham Aliyev") == 1


def test_what_nobody_lends_is_refused(monkeypatch):
    data = {
        **read_data("dossiers/norland-sudria.toml"),
        "loan": [{"dossier": "norland-sudria", "parties": ["Oz"]}],
    }
    odd = validate(Dossier, "dossiers/norland-sudria.toml", data)
    monkeypatch.setattr("talks.codebook.validate", lambda *_: odd)
    with pytest.raises(CodebookError, match="no 'Oz' to lend"):
        load_dossiers()


@pytest.mark.parametrize(
    ("adjective", "country"),
    [
        ("Indian", "India"),
        ("Chinese", "China"),
        ("French", "France"),
        ("Norwegian", "Norway"),
        ("American", "United States"),
        ("British", "United Kingdom"),
        ("Dutch", "Netherlands"),
        ("Czech", "Czechia"),
        ("Danish", "Denmark"),
        ("Finnish", "Finland"),
        ("Bosnian", "Bosnia and Herzegovina"),
        ("Kyrgyz", "Kyrgyzstan"),
        ("Tajik", "Tajikistan"),
        ("Slovenian", "Slovenia"),
        ("Argentine", "Argentina"),
        ("Palestinian", "Palestine"),
        ("Kosovar", "Kosovo"),
        ("Macedonian", "North Macedonia"),
        ("South Sudanese", "South Sudan"),
        ("Nigerian", "Nigeria"),
        ("Nigerien", "Niger"),
        ("Taiwanese", "Taiwan"),
        ("Filipino", "Philippines"),
        ("Congolese", None),
        ("Dominican", None),
        ("Martiniquais", None),
    ],
)
def test_an_adjective_tells_one_sovereign_state_or_nothing(adjective, country):
    assert [party.name for party in load_parties() if adjective in party.adjectives] == [country] * (
        country is not None
    )


@pytest.mark.parametrize(
    ("capital", "country"), [("New Delhi", "India"), ("Prague", "Czechia"), ("Brussels", None)]
)
def test_a_capital_stands_for_one_government_or_nobody(capital, country):
    assert [party.name for party in load_parties() if capital in party.metonyms] == [country] * (
        country is not None
    )


def test_each_party_of_the_world_is_told_once():
    names = [party.name for party in load_parties()]
    assert len(names) == len(set(names))


def test_no_table_of_a_world_is_made_before_an_article_needs_it():
    asked = (
        "from talks.codebook import load_codebook; w = load_codebook().worlds;"
        "assert not any({'names', 'places', 'posts', 'called'} & vars(world).keys() for world in w)"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)


def test_a_surname_with_an_article_is_known_where_it_begins_a_sentence():
    found = extract(
        article(
            "Qatar and Hamas were in Doha on Monday. Al-Hayya met the mediators of Egypt and Qatar there."
        ),
        load_codebook(),
    )
    assert [m.people for m in found.mentions if m.people] == [("Khalil al-Hayya",)]
