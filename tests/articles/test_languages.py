"""In which language a text is: letters first, then small words; the page's own word only decides a tie."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_texts import POST, WIRE
from talks.codebook.languages import load_languages, name_of
from talks.languages import language_of

SAID = {
    "en": "The delegations met in the morning, and neither of them said what had been agreed.",
    "uk": "Делегації двох країн зустрілися вранці, і жодна не сказала, про що вони домовилися.",
    "ru": "Делегации двух стран встретились утром, и ни одна не сказала, о чём они договорились.",
    "be": "Дэлегацыі дзвюх краін сустрэліся раніцай, і ніводная не сказала, пра што яны дамовіліся.",
    "bg": "Делегациите на двете страни се срещнаха сутринта и нито една не каза за какво са се договорили.",
    "sr": "Делегације двеју земаља састале су се ујутру, и ниједна није рекла о чему су се договориле.",
    "de": "Die Delegationen trafen sich am Morgen, und keine von ihnen sagte, worauf man sich einigte.",
    "fr": "Les délégations se sont rencontrées le matin, et aucune n'a dit ce qui avait été convenu.",
    "es": "Las delegaciones se reunieron por la mañana y ninguna de ellas dijo lo que se había acordado.",
    "pt": "As delegações reuniram-se de manhã e nenhuma delas disse o que tinha sido acordado.",
    "it": "Le delegazioni si sono incontrate al mattino e nessuna ha detto che cosa era stato deciso.",
    "nl": "De delegaties kwamen in de ochtend bijeen en geen van hen zei wat er was afgesproken.",
    "pl": "Delegacje spotkały się rano i żadna z nich nie powiedziała, co zostało uzgodnione.",
    "cs": "Delegace se sešly ráno a žádná z nich neřekla, na čem se dohodly.",
    "sv": "Delegationerna träffades på morgonen, och ingen av dem sade vad man hade kommit överens om.",
    "fi": "Valtuuskunnat tapasivat aamulla, eikä kumpikaan niistä kertonut, mitä oli sovittu.",
    "hu": "A küldöttségek reggel találkoztak, és egyik sem mondta meg, hogy miben állapodtak meg.",
    "ro": "Delegațiile s-au întâlnit dimineața și niciuna nu a spus ce s-a convenit între ele.",
    "tr": "Heyetler sabah bir araya geldi ve hiçbiri ne üzerinde anlaşıldığını söylemedi.",
    "el": "Οι αντιπροσωπείες συναντήθηκαν το πρωί και καμία δεν είπε τι συμφωνήθηκε.",
    "he": "המשלחות נפגשו בבוקר, ואף אחת מהן לא אמרה על מה סוכם.",
    "ar": "التقى الوفدان في الصباح ولم يقل أي منهما ما الذي تم الاتفاق عليه.",
    "fa": "هیئت‌ها صبح با هم دیدار کردند و هیچ‌کدام نگفتند که بر سر چه چیزی توافق شده است.",
    "zh": "两国代表团早上会面，双方都没有说明达成了什么协议。",
    "ja": "両国の代表団は朝に会談したが、何に合意したかは明らかにしなかった。",
    "ko": "양국 대표단은 아침에 만났지만 무엇에 합의했는지 밝히지 않았다.",
    "ka": "დელეგაციები დილით შეხვდნენ და არცერთმა არ თქვა, რაზე შეთანხმდნენ.",
}


@pytest.mark.parametrize(("code", "text"), SAID.items(), ids=SAID)
def test_a_sentence_is_told_by_its_letters_and_small_words(code, text):
    assert language_of(text) == code


@pytest.mark.parametrize("text", [WIRE, POST])
def test_an_english_article_is_english_whatever_its_page_says(text):
    assert language_of(text, "uk") == language_of(text, "de") == language_of(text) == "en"


def test_letters_decide_between_ukrainian_and_russian_whatever_the_page_says():
    assert language_of(SAID["uk"], "ru") == "uk"
    assert language_of(SAID["ru"], "uk") == "ru"


def test_an_article_is_in_its_own_language_and_not_in_that_of_whom_it_quotes():
    assert language_of(f"{SAID['uk']} {SAID['uk']} „{SAID['ru']}“, — заявив міністр.") == "uk"


def test_a_page_decides_between_languages_that_are_written_alike():
    text = "Delegationen kom til Castrel."
    assert {language_of(text, "da"), language_of(text, "no")} == {"da", "no"}


@pytest.mark.parametrize("text", ["", "12.03.2024 – 120 : 120", "Zkrt bwvl hgnm. Plqx dfrw. " * 5, "…"])
def test_what_is_no_language_is_told_to_be_none(text):
    assert language_of(text, "en") == "und"


@pytest.mark.parametrize(
    "text", ["Sudria rejects ceasefire", "SUDRIA FREES 84 SOLDIERS", "UN chief urges calm"]
)
def test_a_page_decides_of_a_headline_that_has_hardly_a_small_word(text):
    assert language_of(text, "en") == "en"
    assert language_of(text, "uk") == language_of(text) != "en"


def test_a_headline_in_other_letters_is_not_what_its_page_says():
    assert language_of("Переговори завершено", "en") != "en"


def test_every_language_can_be_told_from_its_own_words_and_has_a_name():
    for code, language in load_languages().items():
        assert name_of(code) == language.name
        if language.words:
            assert language_of(" ".join(sorted(language.words)), code) == code


def test_an_unknown_code_is_named_as_that():
    assert name_of("xx") == "unknown (xx)"


@settings(max_examples=200, deadline=None)
@given(st.text(), st.sampled_from([None, "en", "uk", "xx"]))
def test_any_text_has_a_language_that_is_known_or_none(text, declared):
    assert language_of(text, declared) in {*load_languages(), "und"}
