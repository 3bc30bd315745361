"""Statements: who speaks, what is said, in which mode, to whom and through whom."""

from __future__ import annotations

import pytest

from communique.reading.speech import holders, sources
from tests.reading.speech_stage import KNOWN, Stage, stage


def only(marked: str, *speakers: str) -> tuple[Stage, int]:
    """The stage and the index of the one statement of these speakers."""
    scene = stage(marked)
    found = [n for n, said in enumerate(scene.said) if set(said.speakers) == set(speakers)]
    assert len(found) == 1, [(said.speakers, scene.text(said.content)) for said in scene.said]
    return scene, found[0]


INDIRECT = [
    ("[Modi|person:modi] said that talks with Islamabad were impossible.", "person:modi",
     "talks with Islamabad were impossible"),
    ("[The ministry|organisation:IRN/foreign-ministry] said the envoy had left Vienna.",
     "organisation:IRN/foreign-ministry", "the envoy had left Vienna"),
    ("Serbia has withdrawn its troops from the border, [the president|office:SRB/head-of-state] said.",
     "office:SRB/head-of-state", "Serbia has withdrawn its troops from the border"),
    ("[Abiy|person:abiy] called for an immediate ceasefire.", "person:abiy", "an immediate ceasefire"),
    ("[Kurti|person:kurti] refused to meet the envoy.", "person:kurti", "meet the envoy"),
    ("[Beijing|state:CHN] opposes the sale of weapons.", "state:CHN", "the sale of weapons"),
    ("[Ramaphosa|person:ramaphosa] expressed concern about the situation in Sudan.", "person:ramaphosa",
     "concern about the situation in Sudan"),
    ("[Sharif|person:sharif] welcomed the decision of the council.", "person:sharif", "the decision of the council"),
    ("The offer was rejected by [Hamas|organisation:hamas].", "organisation:hamas", "The offer"),
    ("[Erdogan|person:erdogan] was quoted as saying that the pact would be signed.", "person:erdogan",
     "the pact would be signed"),
    ("[Tehran|state:IRN] is ready to resume talks.", "state:IRN", "resume talks"),
    ("[Lula|person:lula] outlined his proposal for a peace club.", "person:lula", "his proposal for a peace club"),
    ("[The minister|office:IND/foreign-minister] hinted at a visit to Colombo.", "office:IND/foreign-minister",
     "a visit to Colombo"),
    ("The summit was a success, according to [the Turkish foreign ministry|organisation:TUR/foreign-ministry].",
     "organisation:TUR/foreign-ministry", "The summit was a success"),
    ("In the words of [Macron|person:macron], the alliance was experiencing brain death.", "person:macron",
     "the alliance was experiencing brain death"),
    ("[Tokyo|state:JPN]'s demand for an apology was ignored.", "state:JPN", "an apology"),
    ("[Zelensky|person:zelensky]'s peace plan calls for the withdrawal of all troops.", "person:zelensky",
     "the withdrawal of all troops"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "speaker", "content"), INDIRECT)
def test_reported_speech_has_its_speaker_and_minimal_content(marked: str, speaker: str, content: str) -> None:
    scene = stage(marked)
    assert content in scene.contents(speaker)
    assert {said.mode for said in scene.by(speaker)} == {"indirect"}


DIRECT = [
    ('"We will not sign," [Vucic|person:vucic] said.', ["We will not sign"]),
    ('[Vucic|person:vucic] said: "We will not sign."', ["We will not sign."]),
    ("“We will not sign,” said [Vucic|person:vucic], who had arrived late.", ["We will not sign"]),
    ('"We did not sign," [Vucic|person:vucic] told reporters, "and we never will."',
     ["We did not sign", "and we never will."]),
    ('"We will not sign," [Vucic|person:vucic] said. "It would be a surrender."',
     ["We will not sign", "It would be a surrender."]),
    ("‘We will not sign,’ [Vucic|person:vucic] said.", ["We will not sign"]),
    ('"No," [Vucic|person:vucic] replied.', ["No"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "quotes"), DIRECT)
def test_direct_speech_with_the_attribution_before_inside_or_after(marked: str, quotes: list[str]) -> None:
    scene, n = only(marked, "person:vucic")
    said = scene.said[n]
    assert said.mode == "direct"
    assert [scene.text(quote) for quote in said.quotes] == quotes


def test_a_quotation_goes_on_in_the_next_paragraph_under_the_same_speaker() -> None:
    scene = stage(
        '"This border is closed," [Kagame|person:kagame] said.\n"It will not open until the militias disarm."'
    )
    assert scene.contents("person:kagame") == [
        "This border is closed",
        "It will not open until the militias disarm.",
    ]


def test_another_speaker_ends_a_quotation() -> None:
    scene = stage('"The canal is ours," [Mulino|person:mulino] said. "We shall see," [Rubio|person:rubio] replied.')
    assert scene.contents("person:mulino") == ["The canal is ours"]
    assert scene.contents("person:rubio") == ["We shall see"]


MIXED = [
    ('[Lula|person:lula] described the blockade as "collective punishment".', "person:lula", ["collective punishment"]),
    ('[Seoul|state:KOR] said the launch was "a grave provocation".', "state:KOR", ["a grave provocation"]),
    ('[They|person:a+person:b] agreed to oppose "bloc politics" in Asia.', "person:a+person:b", ["bloc politics"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "speakers", "quotes"), MIXED)
def test_words_in_quotes_inside_a_paraphrase_make_it_mixed(marked: str, speakers: str, quotes: list[str]) -> None:
    scene, n = only(marked, *speakers.split("+"))
    assert scene.said[n].mode == "mixed"
    assert [scene.text(quote) for quote in scene.said[n].quotes] == quotes


def test_scare_quotes_do_not_make_a_paraphrase_mixed() -> None:
    scene, n = only('[Oslo|state:NOR] said the so-called "peace council" had no mandate.', "state:NOR")
    assert scene.said[n].mode == "indirect"


NOBODY = [
    "[Wang|person:wang] and [Patrushev|person:patrushev] exchanged their opinions.",
    "[Wang|person:wang] stressed [China|state:CHN]'s openness.",
    "[Wang|person:wang] and [Lee|person:lee] accepted the plan itself.",
    "[Sharif|person:sharif] welcomed [Jaishankar|person:jaishankar].",
    "The talks signaled a continued commitment to peace.",
    'The so-called "friendship bridge" links [Afghanistan|state:AFG] and [Uzbekistan|state:UZB].',
    "It was reported that the talks had failed.",
    "[The ministers|unnamed:/ministers] met in Doha and discussed trade.",
    "If [Ankara|state:TUR] says that the deal is off, the summit will collapse.",
    "[Blinken|person:blinken] would urge restraint if he travelled.",
    "[Xi|person:xi] arrived in Hanoi on Tuesday.",
]


@pytest.mark.parametrize("marked", NOBODY)
def test_what_nobody_said_is_no_statement(marked: str) -> None:
    assert stage(marked).said == ()


def test_coordinated_and_participle_cues_share_the_subject() -> None:
    scene = stage(
        "[Ruto|person:ruto] condemned the coup and urged the junta to step down, adding that sanctions loomed."
    )
    contents = scene.contents("person:ruto")
    assert len(contents) == 3
    assert contents[0] == "the coup"
    assert contents[1].endswith("step down")
    assert contents[2] == "sanctions loomed"


def test_an_agreement_to_act_is_an_event_and_no_statement() -> None:
    assert stage("[Iran|state:IRN] and [Saudi Arabia|state:SAU] agreed to reopen embassies.").said == ()


def test_joint_speakers() -> None:
    scene, n = only(
        "[Iran|state:IRN] and [Saudi Arabia|state:SAU] agreed to oppose the embargo.", "state:IRN", "state:SAU"
    )
    code = scene.said[n].plover
    assert code is not None
    assert code.type == "AGREE"


ADDRESSED = [
    ("[Sisi|person:sisi] told [Netanyahu|person:netanyahu] that the crossing would stay shut.", "person:netanyahu"),
    ("In a letter to [Guterres|person:guterres], [Sisi|person:sisi] called for a special session.", "person:guterres"),
    ("[Sisi|person:sisi] informed [his counterpart|person:raisi] that the embassy would open.", "person:raisi"),
]


@pytest.mark.parametrize(("marked", "addressee"), ADDRESSED)
def test_addressees(marked: str, addressee: str) -> None:
    scene, n = only(marked, "person:sisi")
    assert scene.said[n].addressees == (addressee,)


AIMED = [
    ("[Delhi|state:IND] accused [Islamabad|state:PAK] of sheltering militants.", "ACCUSE", ("state:PAK",)),
    ("[Delhi|state:IND] urged [Islamabad|state:PAK] to close the camps.", "REQUEST", ("state:PAK",)),
    ("[Delhi|state:IND] called on [Islamabad|state:PAK] to close the camps.", "REQUEST", ("state:PAK",)),
    ("[Delhi|state:IND] criticised [Islamabad|state:PAK] for the delay.", "ACCUSE", ("state:PAK",)),
    ("[Delhi|state:IND] threatened to suspend the treaty.", "THREATEN", ()),
    ("[Delhi|state:IND] backs the resolution.", "SUPPORT", ()),
    ("[Delhi|state:IND] admitted that mistakes had been made.", "CONCEDE", ()),
    ("[Delhi|state:IND] expressed support for the resolution.", "SUPPORT", ()),
    ("[Delhi|state:IND] warned that any attack would be answered.", "THREATEN", ()),
    ("[Delhi|state:IND] was angry at [Islamabad|state:PAK] over the raid.", "ACCUSE", ("state:PAK",)),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "act", "targets"), AIMED)
def test_acts_have_their_code_and_target(marked: str, act: str, targets: tuple[str, ...]) -> None:
    scene, n = only(marked, "state:IND")
    code = scene.said[n].plover
    assert code is not None
    assert code.type == act
    assert scene.said[n].targets == targets


def test_a_spokesperson_conveys_and_an_agency_reports() -> None:
    scene, n = only(
        "[Tokayev|person:tokayev] told [Putin|person:putin] that the route would open, according to "
        "[a ministry spokesman|unnamed:KAZ/spokesman], as reported by [Reuters|organisation:reuters].",
        "person:tokayev",
    )
    assert [(link.actor, link.relation) for link in scene.said[n].chain] == [
        ("unnamed:KAZ/spokesman", "conveyed"),
        ("organisation:reuters", "reported"),
    ]


def test_a_statement_that_an_outlet_only_reports_is_its_speakers() -> None:
    scene = stage(
        "[Xinhua|organisation:xinhua] reported that [Xi|person:xi] had told [Putin|person:putin] that trade grew."
    )
    (said,) = scene.said
    assert (said.speakers, scene.text(said.content)) == (("person:xi",), "trade grew")
    assert [(link.actor, link.relation) for link in said.chain] == [("organisation:xinhua", "reported")]


def test_a_source_phrase_governs_its_own_sentence_and_no_more() -> None:
    marked = (
        "According to [Anadolu|organisation:anadolu], [Fidan|person:fidan] said that the port was safe. "
        "[Fidan|person:fidan] added that grain would flow."
    )
    first, second = sorted(stage(marked).by("person:fidan"), key=lambda said: said.content)
    assert [link.actor for link in first.chain] == ["organisation:anadolu"]
    assert second.chain == ()


def test_an_outlet_is_the_holder_of_what_only_it_reports() -> None:
    scene = stage("The two ministers met in Doha, according to [Reuters|organisation:reuters].")
    assert scene.contents("organisation:reuters") == ["The two ministers met in Doha"]
    links = sources(scene.document, scene.cast, KNOWN)
    met = scene.document.lower.index("met")
    assert [(link.actor, link.relation) for link in links[met]] == [("organisation:reuters", "reported")]


def test_holders_name_the_innermost_statement() -> None:
    scene = stage("[Lavrov|person:lavrov] said that [Washington|state:USA] had threatened Tehran. The talks ended.")
    held = holders(scene.document, scene.cast, scene.said)
    words = scene.document.lower
    assert scene.said[held[words.index("threatened")]].speakers == ("person:lavrov",)
    assert scene.said[held[words.index("tehran")]].speakers == ("state:USA",)
    assert words.index("ended") not in held


def test_a_headline_with_a_colon() -> None:
    scene = stage("[Kremlin|state:RUS]: no talks are planned", "title")
    assert scene.contents("state:RUS") == ["no talks are planned"]
    assert stage("[Kremlin|state:RUS]: No talks in Oslo", "title").contents("state:RUS") == ["No talks in Oslo"]
    assert stage("[Ukraine|state:UKR] war: the view from Asia", "title").said == ()


def test_statements_carry_exact_evidence_and_stable_ids() -> None:
    scene = stage('[Ruto|person:ruto] said the plan was "dead" and [he|person:ruto] urged [Kigali|state:RWA] to talk.')
    again = stage.__wrapped__(
        '[Ruto|person:ruto] said the plan was "dead" and [he|person:ruto] urged [Kigali|state:RWA] to talk.'
    )
    assert [said.id for said in scene.said] == [said.id for said in again.said]
    for said in scene.said:
        for evidence in (said.content, said.cue, *said.quotes, *said.source):
            assert scene.text(evidence).strip() == scene.text(evidence) != ""


PLACED = [
    # a colon at the end of the line before
    ('[Ruto|person:ruto] continued:\n"The border will stay open, whatever it costs."',
     "The border will stay open, whatever it costs."),
    # an apposition between the speaker and the cue
    ('"The border will stay open," [Ruto|person:ruto], head of the bloc, told [Kigali|state:RWA].',
     "The border will stay open"),
    # a signature
    ('"The border will stay open." \u2014 [Ruto|person:ruto]', "The border will stay open."),
    # a transcript
    ("[Ruto|person:ruto]: The border will stay open.", "The border will stay open"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "content"), PLACED)
def test_direct_speech_in_other_places(marked: str, content: str) -> None:
    scene = stage(marked)
    assert scene.contents("person:ruto") == [content]
    assert scene.by("person:ruto")[0].mode == "direct"


TRIMMED = [
    (
        "NAIROBI, Kenya \u2013 The border will stay open, [Ruto|person:ruto] said on Monday.",
        "The border will stay open",
    ),
    ("[Ruto|person:ruto] said, however, that the border would stay open.", "the border would stay open"),
    ("[Ruto|person:ruto] said the border would stay open, according to a transcript.", "the border would stay open"),
    ("[Ruto|person:ruto] expressed regret and left for Kampala.", "regret"),
    (
        "The border will stay open, [Ruto|person:ruto] said on Monday, hours before he left.",
        "The border will stay open",
    ),
    ("[Ruto|person:ruto] said the border was open, hours before he left for Kampala.", "the border was open"),
    ("The border will stay open, [Ruto|person:ruto], who chairs the bloc, said.", "The border will stay open"),
]


@pytest.mark.parametrize(("marked", "content"), TRIMMED)
def test_contents_are_minimal(marked: str, content: str) -> None:
    assert content in stage(marked).contents("person:ruto")


def test_what_one_is_asked_not_to_do_keeps_its_not() -> None:
    scene = stage("[Ruto|person:ruto] urged [Kigali|state:RWA] not to arm the rebels.")
    (said,) = scene.by("person:ruto")
    assert scene.text(said.content).endswith("not to arm the rebels")
    assert said.polarity == "affirms"
    assert said.targets == ("state:RWA",)


def test_to_ask_for_anonymity_is_no_statement() -> None:
    scene = stage("[The diplomat|unnamed:/diplomat], who asked not to be named, said the talks had stalled.")
    assert scene.contents("unnamed:/diplomat") == ["the talks had stalled"]


def test_how_a_thing_was_written_is_not_what_was_written() -> None:
    scene = stage("[Ruto|person:ruto] reiterated his concern about the border in a letter to [Kagame|person:kagame].")
    (said,) = scene.by("person:ruto")
    assert scene.text(said.content) == "his concern about the border"
    assert said.addressees == ("person:kagame",)


@pytest.mark.parametrize(
    ("source", "relation"),
    [
        ("[the Russian press service|organisation:RUS/press-service]", "conveyed"),
        ("[the atomic energy agency|organisation:atomic-energy-agency]", "cited"),
        ("[state media|organisation:CHN/state-media]", "reported"),
        ("[Tass|organisation:tass]", "reported"),
    ],
)
def test_who_passes_on_and_how(source: str, relation: str) -> None:
    scene = stage(f"[Xi|person:xi] said the talks were frank, according to {source}.")
    (said,) = scene.by("person:xi")
    assert [link.relation for link in said.chain] == [relation]


def test_who_says_that_they_said_it_says_it_once() -> None:
    scene = stage("[Ruto|person:ruto] said [he|person:ruto] had told [Kigali|state:RWA] that the border was closed.")
    assert scene.contents("person:ruto") == ["the border was closed"]


BESIDE = [
    ('"Nothing is settled," panel chairman [Ana Lee|person:ana-lee] (Labour) said.', "person:ana-lee"),
    ('[Ana Lee|person:ana-lee] scolded the press: "You have understood nothing of it."', "person:ana-lee"),
    ("\"It felt as if he had said 'not now,'\" [Ana Lee|person:ana-lee] said.", "person:ana-lee"),
]


@pytest.mark.parametrize(("marked", "speaker"), BESIDE)
def test_who_speaks_beside_brackets_colons_and_quotations_inside_quotations(marked: str, speaker: str) -> None:
    assert next(said.mode for said in stage(marked).by(speaker)) == "direct"
