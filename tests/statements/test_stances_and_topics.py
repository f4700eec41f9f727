"""What a statement does and what it is about: stances and topics."""

import pytest

from reading import statements


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ekre said a truce was unacceptable.", "opposes"),
        ("Ekre accused Sudria of dragging out the talks.", "accuses"),
        ("Ekre denied that there was a list.", "denies"),
        ("Ekre dismissed Quent's call for a truce.", "opposes"),
        ("Ekre dismissed Quent's call for a truce, saying the list was old.", "opposes"),
        ("Ekre criticised the attacks on the town as a provocation.", "accuses"),
        ("Ekre welcomed Quent's demand for a truce.", "supports"),
        ("Ekre ruled out a truce.", "opposes"),
        ("Ekre has not ruled out a truce.", "expects"),
        ("Ekre welcomed the exchange of prisoners.", "supports"),
        ("Ekre demanded the return of all prisoners.", "demands"),
        ("Ekre promised to return the bodies.", "offers"),
        ("Ekre said the talks had lasted three hours.", "reports"),
        ("The round was held on 16 May, Ekre said.", "reports"),
        ("Ekre said Norland would return 300 bodies in a unilateral step.", "offers"),
        ("Ekre said Norland would return the bodies only if the list was ready.", "conditional"),
        ("Ekre said Sudria had violated the truce.", "accuses"),
        ("Ekre said Norland had not violated the truce.", "denies"),
        ("Ekre said Sudria did not want peace.", "accuses"),
        ("Ekre said Norland did not want a truce.", "opposes"),
        ("Ekre said Sudria must answer.", "demands"),
        ("Ekre said Sudria must consider the offer.", "demands"),
        ("Ekre said Norland must consider the offer.", "reports"),
        ("Ekre said they had discussed whether Sudria should come.", "reports"),
        ("Ekre said it mattered how the truce could be kept, and that Sudria must keep it.", "demands"),
        ("Ekre said Sudria must say how the truce should be watched.", "demands"),
        ("Ekre said Norland would follow the treaty.", "supports"),
        ("Ekre said that if Sudria went on refusing, there must be sanctions.", "demands"),
        ("Ekre said previous talks had failed to bring a truce.", "reports"),
        ("Ekre said Norland was not committed to it and had not welcomed it.", "reports"),
        ("Ekre believes the list is ready.", "expects"),
        ("Ekre believes a truce is likely.", "expects"),
        ("Ekre said a truce was likely.", "expects"),
        ("Ekre said more rounds would follow.", "expects"),
        ("Ekre called the meeting magnificent.", "supports"),
        ("Ekre said the meeting had not been useful.", "reports"),
        ("Ekre promised to come if the list was ready.", "conditional"),
        ("Ekre said the Chancellor had told Quent he would come if the truce held.", "reports"),
        ("Ekre said Sudria was hindering the talks.", "accuses"),
        ("Ekre dismissed the reports.", "denies"),
        ("Ekre challenged Sudria to show the list.", "demands"),
        ("Ekre voiced concern that the truce would fail.", "expects"),
        ("Ekre reiterated Norland's demand for a longer truce.", "demands"),
        ("Ekre stressed the importance of the talks.", "supports"),
        ("Ekre said there was no need to hurry.", "reports"),
        ("Ekre said some questions had to be settled before they met.", "conditional"),
        ("Ekre said Norland had never refused to talk.", "denies"),
        ("Ekre said Sudria had yet to send its list.", "accuses"),
        ("Ekre said nobody would see Sudria's list before June.", "reports"),
        ("Ekre said Norland would not withdraw.", "opposes"),
        ("Ekre called it a very good conversation.", "reports"),
        ("Ekre said the talks had been useful and constructive.", "reports"),
        ("Ekre said the treaty was a milestone.", "supports"),
        ("Ekre said Norland was ready to accept the offer.", "supports"),
        ("Ekre said Norland was ready to meet.", "offers"),
        ("Ekre said a truce would only help Sudria.", "opposes"),
        ("Ekre said Quent wanted an answer.", "demands"),
        ("Ekre said Norland had no plans to leave.", "opposes"),
        ("Ekre said the Sudrians had met in May.", "reports"),
        ("Ekre said Sudria had sent a team without a mandate.", "accuses"),
        ("Ekre said the report was wrong.", "denies"),
        ("Ekre said there was hope that they would meet.", "expects"),
        ("Ekre said Norland had received no answer.", "reports"),
        ("Ekre said Norland expected an answer from Sudria.", "demands"),
        ("Ekre said Norland was not opposed to the offer.", "supports"),
        ("Ekre said Norland was not satisfied with the offer.", "opposes"),
        ("Ekre said Quent had deliberately delayed the list.", "accuses"),
        ("Ekre said they had met ahead of the summit.", "reports"),
        ("Ekre said it would take some weeks.", "expects"),
        ("Ekre said there could be no talks while shells were falling.", "conditional"),
        ("Ekre said no talks were planned while the truce held.", "reports"),
        ("Ekre said the summit had to be well prepared.", "conditional"),
        ("The Stone House said it would host the delegations.", "offers"),
        ("Ekre said that he would return on Monday.", "reports"),
        ("Ekre said Quent had made a proposal.", "reports"),
        ("Ekre said Sudria still had not answered.", "accuses"),
        ("Ekre said the truce still did not hold.", "reports"),
        ("Ekre said Sudria was moving away from its proposals.", "accuses"),
        ("Ekre said the convoy moved away from the bridge.", "reports"),
        ("Ekre said there was no reason to expect a breakthrough.", "expects"),
        ("Ekre said it was too early to lift the siege.", "opposes"),
        ("Ekre said it was too early to tell.", "expects"),
        ("Ekre insisted that the list be handed over.", "demands"),
        ("“I am very optimistic that they will meet,” Ekre said.", "expects"),
        ("“Should Sudria refuse the list, Norland may leave,” Ekre said.", "conditional"),
        ("Ekre said the sides should return.", "demands"),
        ("Ekre said that only pressure could bring a truce.", "demands"),
        ("Ekre said that any summit must be well-prepared.", "conditional"),
        ("Ekre said there were questions that still had to be settled.", "reports"),
        ("Ekre said they had discussed whether observers should come.", "reports"),
        ("Ekre said it was probably more exact to speak of a pause.", "reports"),
        ("“I can’t imagine that they will meet in June,” Ekre said.", "expects"),
        ("Ekre said the exchange - which should see 300 men come home - was over.", "expects"),
        ("“We will follow the treaty to the letter,” Ekre said.", "supports"),
        ("Ekre said Norland was prepared to go on.", "supports"),
        ("Ekre said Norland was ready to fight for years.", "reports"),
        ("Ekre said he did not know when the list would be ready.", "reports"),
        ("Ekre said they had discussed how the truce could be kept.", "reports"),
        ("Ekre said they would seek a breakthrough.", "reports"),
        ("Ekre said the matters were complex and required time.", "expects"),
        ("Ekre said Norland was willing to come, but only after the exchange.", "conditional"),
        ("Ekre said Norland was prepared to go to Castrel.", "offers"),
        ("Ekre said the envoys of Sudria lacked authority to take decisions.", "accuses"),
        ("“They say one thing and do another,” Ekre said.", "accuses"),
        ("“Quent is a dictator,” Ekre told reporters.", "accuses"),
        ("Ekre said Sudrian forces had shot down the plane.", "accuses"),
        ("Ekre said Norland had shot down two drones.", "reports"),
        ("Ekre said Sudria did not take the talks seriously.", "accuses"),
        ("“First a truce, then everything else,” Ekre said.", "conditional"),
        ("“No truce, no talks,” Ekre said.", "conditional"),
        ("Ekre said there would be no exchange before the list was complete.", "conditional"),
        ("Ekre said Norland had nothing against the extension of the truce.", "supports"),
        ("“This is a step in the right direction,” Ekre said.", "supports"),
        ("Ekre said Norland was determined to keep negotiating.", "supports"),
        ("“Stop the killing,” Ekre said.", "demands"),
        ("Ekre said the only way to end the war was a summit.", "demands"),
        ("Ekre insisted that Sudria give up the strait.", "demands"),
        ("Ekre said he did not expect a breakthrough.", "expects"),
        ("“It won't be easy,” Ekre said.", "expects"),
        ("Ekre said it was hard to say when they would meet.", "expects"),
        ("“If all goes well, the sailors will be home on Sunday,” Ekre said.", "expects"),
        ("Ekre said the plan was a non-starter.", "opposes"),
        ("Ekre said the time was not ripe for a summit.", "opposes"),
        ("Ekre said the door to diplomacy remained open.", "offers"),
        ("“These reports are pure invention,” Ekre said.", "denies"),
        ("Ekre said Norland had not been warned.", "denies"),
    ],
)
def test_the_stance_is_read_from_the_verb_and_the_words(text, stance):
    assert [s.stance.value for s in statements(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Ekre said the ceasefire could begin on Monday.", "ceasefire"),
        ("Ekre said 120 prisoners of war would come home.", "prisoners"),
        ("Ekre said the bodies would be returned at Tresk.", "bodies"),
        ("Ekre said the family wanted to bury their dead.", "bodies"),
        ("Ekre said Sudria's oil exports should be hit.", "sanctions"),
        ("Ekre said Quent's term had ended in May.", "elections"),
        ("Ekre said more air defences would be sent to Norland.", "military_aid"),
        ("Ekre said the border of 1991 was not up for discussion.", "territory"),
        ("Ekre said two boys had been reunited with their mothers.", "children"),
        ("Ekre said Norland would halt its fire at midnight.", "ceasefire"),
        ("Ekre said the two presidents could meet in July.", "summit"),
        ("Ekre said Stenmoe would meet Quent in July.", "summit"),
        ("Ekre said Stenmoe had spoken with Quent by phone.", "talks"),
        ("Stenmoe has invited Quent to Harvik. The meeting could be held in July, Ekre said.", "summit"),
        ("The truce ended at dawn. “It is over,” Ekre said.", "ceasefire"),
        ("Ekre accused Sudria of dragging out the talks.", "blame"),
        ("Ekre spoke of 120 for 120.", "prisoners"),
        ("Ekre said Norland would give up no land for peace.", "territory"),
        ("Ekre said Harvik was willing to help mediate and to bring them to the table.", "mediation"),
        ("Ekre said a vision of the final treaty would be ready in May.", "document"),
        ("Ekre said all wanted to end this war.", "talks"),
        ("Ekre said it was time to end this long and cruel war.", "talks"),
        ("Ekre said Harvik wanted to bring the sides to one table.", "mediation"),
        ("Ekre said Helvaria would be one of the guarantors.", "security_guarantees"),
        ("Ekre said the garrison of Dravo was encircled.", "military_action"),
        ("Ekre said all hostilities would be suspended.", "ceasefire"),
        ("Ekre said Dravo was without water.", "humanitarian"),
        ("Ekre said Helvaria had offered its help.", "mediation"),
        ("Ekre said those released served in the navy and the border guard.", "prisoners"),
        ("Ekre said the returned soldiers served in the navy and the army.", "prisoners"),
        ("Ekre said two soldiers were captured at the strait.", "prisoners"),
        ("Ekre said units of the army had reached the strait.", "military_action"),
        ("Ekre said their army was advancing.", "military_action"),
        ("Ekre said Sudria would have to surrender two regions.", "territory"),
        ("Ekre said Helvaria was a conducive environment.", "mediation"),
        ("Ekre said Caldor speaks with both sides.", "mediation"),
        ("Ekre said Caldor had no mandate to represent the others.", "mediation"),
        ("Ekre said this was an economic blitzkrieg.", "sanctions"),
        ("Ekre said Caldor would end its intelligence support.", "military_aid"),
        ("Ekre said Norland would go on to enrich what it mined.", "other"),
        ("Ekre said he was furious with Sudria, which was inconsistent.", "blame"),
        ("“It is over,” Ekre said of the truce.", "ceasefire"),
        ("“It is over,” Ekre said. The truce had lasted for a week.", "ceasefire"),
    ],
)
def test_topics_are_those_of_what_is_said(text, topic):
    assert topic in statements(text)[0].topics


def test_an_utterance_that_names_its_subject_is_not_about_what_stands_around_it():
    text = "The truce ended at dawn. The bodies would be returned at Tresk, Ekre said. More strikes followed."
    assert statements(text)[0].topics == ("bodies",)


def test_a_journey_makes_a_summit_only_of_leaders_named_with_it():
    before = "Stenmoe has spoken with Quent by phone. "
    assert "summit" in statements(f"{before}They would meet in July, Ekre said.")[0].topics
    assert "summit" not in statements(f"{before}The observers would come in July, Ekre said.")[0].topics
    assert "summit" in statements("Ekre said Stenmoe would visit Quent in July.")[0].topics


@pytest.mark.parametrize(
    ("text", "summit"),
    [
        ("Ekre said Stenmoe's visit to Quent was planned for July.", True),
        ("Ekre said the Stenmoe-Quent meeting would be in July.", True),
        ("Ekre said Quent's special envoy would meet Stenmoe in July.", False),
        ("Ekre said a Stenmoe aide would meet a Quent adviser in July.", False),
    ],
)
def test_those_who_act_for_leaders_make_no_summit(text, summit):
    assert ("summit" in statements(text)[0].topics) is summit


def test_what_tells_of_a_happening_is_about_its_kind_whatever_it_is_called():
    text = "Stenmoe and Quent met in Castrel on Monday. The conversation had been useful, Ekre said."
    assert "summit" in statements(text)[0].topics
    assert "summit" not in statements(text.replace("Stenmoe and Quent", "The delegations"))[0].topics


def test_talks_that_are_a_summit_are_about_nothing_less():
    text = "Ekre said a meeting of the presidents was required for a breakthrough in the process."
    assert statements(text)[0].topics == ("summit",)
    assert statements(text.replace("presidents", "ministers"))[0].topics == ("talks",)


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Varga said Stenmoe would come to Castrel if Quent did.", True),
        ("Varga said he would bring Stenmoe and Quent together in Castrel.", True),
        ("Varga said Stenmoe would meet Quent in Harvik.", False),  # not Varga's own country
        ("Stenmoe said Quent would meet Varga in Harvik.", True),
        ("Stenmoe said Quent would meet him in Harvik.", False),  # one of the two himself
    ],
)
def test_who_would_have_two_others_meet_at_home_offers_to_mediate(text, host):
    topics = statements(text)[0].topics
    assert "summit" in topics
    assert ("mediation" in topics) is host


def test_what_is_about_none_of_the_subjects_takes_none_from_around_it():
    text = "Stenmoe and Quent, who meet in July, saw a match. Ekre said Stenmoe liked ice hockey."
    assert statements(text)[0].topics == ("other",)


def test_who_withdraws_from_talks_speaks_of_no_territory():
    assert "territory" not in statements("Ekre said Sudria had withdrawn from the negotiations.")[0].topics
    assert "territory" in statements("Ekre said Sudria had withdrawn from the strait.")[0].topics
