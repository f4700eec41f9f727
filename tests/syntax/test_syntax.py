"""Shallow syntax: who does what to whom, when, in finite and other clauses."""

import pytest

from reading import reading


def clauses(text: str) -> list[tuple[str, str, list[str], str]]:
    """Return lemma, subject, objects and tense of each verb of the first sentence."""
    found = reading(text)
    parse = found.sentences[0].parse

    def words(number: int) -> str:
        phrase = parse.phrases[number]
        return " ".join(found.tokens.words[phrase.start : phrase.end])

    return [
        (v.lemma, words(v.subject) if v.subject >= 0 else "", [words(n) for n in v.objects], v.tense)
        for v in parse.verbs
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met.", [("meet", "The envoys", [], "past")]),
        ("Norland will free 120 captives.", [("free", "Norland", ["120 captives"], "future")]),
        ("Ekre, who had met Delgast, left.", [
            ("meet", "Ekre", ["Delgast"], "past"), ("leave", "Ekre", [], "past"),
        ]),
        ("Ekre said the list was ready.", [
            ("say", "Ekre", [], "past"), ("be", "the list", [], "past"),
        ]),
        ("The talks between Norland and Sudria ended.", [("end", "The talks", [], "past")]),
        ("Varga wants to meet Quent.", [
            ("want", "Varga", [], "present"), ("meet", "Varga", ["Quent"], "present"),
        ]),
        ("The two countries each released 120 prisoners.", [
            ("release", "The two countries", ["120 prisoners"], "past"),
        ]),
        ("They agreed on a swap but talks stalled.", [
            ("agree", "They", [], "past"), ("stall", "talks", [], "past"),
        ]),
        ("They met in Castrel and Sudria rejected the truce.", [
            ("meet", "They", [], "past"), ("reject", "Sudria", ["the truce"], "past"),
        ]),
        ("Ekre said that talks in Castrel and Tresk had failed.", [
            ("say", "Ekre", [], "past"), ("fail", "talks", [], "past"),
        ]),
        ("There is no sign they met.", [
            ("be", "There", ["no sign"], "present"), ("meet", "they", [], "past"),
        ]),
        ("Varga asked Quent to meet Stenmoe.", [
            ("ask", "Varga", ["Quent"], "past"), ("meet", "Quent", ["Stenmoe"], "present"),
        ]),
        ("Standing beside Varga, Quent smiled.", [
            ("stand", "Quent", [], "present"), ("smile", "Quent", [], "past"),
        ]),
        ("Helvaria-led talks failed.", [("fail", "Helvaria - led talks", [], "past")]),
        ("A deal brokered by Helvaria failed.", [
            ("broker", "A deal", [], "past"), ("fail", "A deal", [], "past"),
        ]),
        ("When the talks ended, Ekre left.", [
            ("end", "the talks", [], "past"), ("leave", "Ekre", [], "past"),
        ]),
        ("Norland welcomed the Helvarian-brokered truce.", [
            ("welcome", "Norland", ["the Helvarian - brokered truce"], "past"),
        ]),
        ("The city came under a large-scale attack.", [("come", "The city", [], "past")]),
        ("It was the largest exchange since May.", [("be", "It", ["the largest exchange"], "past")]),
        ("The first talks since May were held in Harvik.", [("hold", "The first talks", [], "past")]),
        ("They spoke of outrage in Harvik.", [("speak", "They", [], "past")]),
        ("The ministry plans to hold talks.", [
            ("plan", "The ministry", [], "present"), ("hold", "The ministry", ["talks"], "present"),
        ]),
        ("Sudrian claims about the truce were false.", [("be", "Sudrian claims", [], "past")]),
        ("Prisoners of war (POWs) had been swapped.", [("swap", "Prisoners of war", [], "past")]),
        ("The round, set for Monday, was put off.", [
            ("set", "The round", [], "past"), ("put", "The round", [], "past"),
        ]),
        ("The swap, said Ekre, was useful.", [
            ("say", "The swap", ["Ekre"], "past"), ("be", "The swap", [], "past"),
        ]),
        ("The talks that opened at 10 a.m. in Castrel ended at noon.", [
            ("open", "The talks", [], "past"), ("end", "The talks", [], "past"),
        ]),
        ("Ekre praised the offer she made.", [
            ("praise", "Ekre", ["the offer"], "past"), ("make", "she", [], "past"),
        ]),
    ],
)  # fmt: skip
def test_verbs_have_their_subjects_and_objects(text, expected):
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The round, set for Monday, was put off.", "participle"),
        ("The deal, signed by Stenmoe, was welcomed.", "participle"),
        ("The envoys, received by Varga on Monday, left.", "participle"),
        ("Ekre arrived on Monday, spoke and left.", "finite"),
        ("The swap, said Ekre, was useful.", "finite"),
    ],
)
def test_a_clause_cut_short_between_commas_has_no_finite_verb(text, form):
    assert reading(text).sentences[0].parse.verbs[0].form == form


@pytest.mark.parametrize(
    ("text", "passive", "negated", "modal"),
    [
        ("The list was handed over.", True, False, ""),
        ("The list has not been handed over.", True, True, ""),
        ("They could meet.", False, False, "could"),
        ("They did not meet.", False, True, ""),
        ("They would never have met.", False, True, "would"),
        ("The lists are being exchanged.", True, False, ""),
    ],
)
def test_voice_negation_and_mood(text, passive, negated, modal):
    verb = reading(text).sentences[0].parse.verbs[0]
    assert (verb.passive, verb.negated, verb.modal) == (passive, negated, modal)


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("Nor did Ekre agree to it.", "agree", "Ekre"),
        ("Ekre left, nor has Ask signed it.", "sign", "Ask"),
        ("Neither has the minister spoken of it.", "speak", "the minister"),
        ("No list came, nor was a date set.", "set", "a date"),
        ("No list came, nor is Norland preparing one.", "prepare", "Norland"),
    ],
)
def test_who_does_not_do_it_either_stands_between_auxiliary_and_verb(text, lemma, subject):
    read = reading(text)
    parse = read.sentences[0].parse
    verb = next(verb for verb in parse.verbs if verb.lemma == lemma)
    phrase = parse.phrases[verb.subject]
    assert (verb.form, verb.negated) == ("finite", True)
    assert read.tokens.written(phrase.start, phrase.end) == subject


@pytest.mark.parametrize("text", ["Did Ekre sign the list?", "Never mind: Ekre did sign the list."])
def test_a_question_denies_nothing(text):
    verbs = reading(text).sentences[0].parse.verbs
    assert not any(verb.negated for verb in verbs)


def test_what_stands_behind_as_between_commas_is_no_clause():
    verb = reading("Norland, as the host of the round, will wait.").sentences[0].parse.verbs[0]
    assert verb.marker == ""
