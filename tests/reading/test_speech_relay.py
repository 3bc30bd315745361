"""Statements that another passes on: the innermost source speaks, and who hands its words on stands in the chain."""

from __future__ import annotations

import pytest

from tests.reading.speech_stage import stage

OFFICER = "[a Rwandan officer|unnamed:RWA/officer]"
ANADOLU = "[Anadolu|organisation:anadolu]"

CITED = [
    f"{ANADOLU}, citing {OFFICER}, reported that the convoy had crossed the bridge.",
    f"{ANADOLU} reported that the convoy had crossed the bridge, quoting {OFFICER}.",
    f"{ANADOLU} had reported on Friday, citing {OFFICER}, that the convoy had crossed the bridge.",
    f"{ANADOLU} quoted {OFFICER} as saying that the convoy had crossed the bridge.",
    f"The convoy had crossed the bridge, according to {ANADOLU}, which cited {OFFICER}.",
]


@pytest.mark.parametrize("marked", CITED)
def test_an_outlet_passes_on_what_the_one_it_cites_says(marked: str) -> None:
    scene = stage(marked)
    (said,) = scene.said
    assert said.speakers == ("unnamed:RWA/officer",)
    assert scene.text(said.content).lower() == "the convoy had crossed the bridge"
    assert [(link.actor, link.relation) for link in said.chain] == [("organisation:anadolu", "reported")]


def test_what_reports_and_cites_is_an_outlet_though_no_list_knows_it() -> None:
    scene = stage(f"[The Ledger|organisation:ledger] reported, citing {OFFICER}, that the convoy had crossed.")
    assert scene.contents("unnamed:RWA/officer") == ["the convoy had crossed"]
    claimed = stage(f"[The Ministry|organisation:ministry] said, citing {OFFICER}, that the convoy had crossed.")
    assert claimed.contents("organisation:ministry") == ["the convoy had crossed"]


def test_a_person_who_quotes_another_is_a_link() -> None:
    scene = stage("[Ama Lee|person:ama] quoted [the president|office:RWA/head-of-state] as saying the road was open.")
    (said,) = scene.said
    assert said.speakers == ("office:RWA/head-of-state",)
    assert [link.actor for link in said.chain] == ["person:ama"]


def test_who_is_quoted_in_the_passive_has_no_object_to_speak() -> None:
    (said,) = stage("[Ruto|person:ruto] was quoted as saying that the road was open.").said
    assert said.speakers == ("person:ruto",)
    assert said.chain == ()


def test_an_outlet_that_cites_someone_in_another_sentence_stays_the_holder() -> None:
    scene = stage(f"{ANADOLU} reported that the convoy had crossed. Citing {OFFICER}, the paper had printed a map.")
    assert scene.contents("organisation:anadolu") == ["the convoy had crossed"]


def test_a_speaker_uses_a_mouthpiece() -> None:
    scene = stage("[Ruto|person:ruto] said through [a spokesperson|unnamed:KEN/spokesperson] that the road was open.")
    (said,) = scene.said
    assert said.speakers == ("person:ruto",)
    assert [(link.actor, link.relation) for link in said.chain] == [("unnamed:KEN/spokesperson", "conveyed")]


def test_a_place_one_passes_through_is_no_mouthpiece() -> None:
    (said,) = stage("[Ruto|person:ruto] said through [Kigali|state:RWA] that the convoy would reach the coast.").said
    assert said.chain == ()


def test_a_view_conveyed_is_its_owners() -> None:
    scene = stage("[Ama Lee|person:ama] conveyed [Ruto|person:ruto]'s view that the arrests broke the treaty.")
    (said,) = scene.said
    assert said.speakers == ("person:ruto",)
    assert [link.actor for link in said.chain] == ["person:ama"]


def test_a_view_rejected_keeps_both_holders() -> None:
    scene = stage("[Ama Lee|person:ama] rejected [Ruto|person:ruto]'s claim that the arrests broke the treaty.")
    assert {said.speakers for said in scene.said} == {("person:ama",), ("person:ruto",)}


def test_an_agency_closes_a_sentence_with_its_abbreviation() -> None:
    scene = stage(
        "[Ruto|person:ruto] and [Kagame|person:kagame] agreed to reopen the bridge, "
        "the [Anadolu Agency|organisation:anadolu] (AA) reported."
    )
    (said,) = scene.said
    assert set(said.speakers) == {"person:ruto", "person:kagame"}
    assert [link.actor for link in said.chain] == ["organisation:anadolu"]


def test_a_document_speaks_for_those_who_issued_it_in_the_paragraph_before() -> None:
    scene = stage(
        "[Ruto|person:ruto] and [Kagame|person:kagame] said in a joint statement that the truce would hold.\n"
        "The statement said that both armies would withdraw."
    )
    assert "both armies would withdraw" in scene.contents("person:ruto", "person:kagame")
    other = stage("[Ruto|person:ruto] said the truce would hold.\nThe statement said that both armies would withdraw.")
    assert other.contents("person:ruto") == ["the truce would hold"]


CLEFTS = [
    ("It was [Ruto|person:ruto] who said that the bridge would open.", "the bridge would open"),
    ("[Ruto|person:ruto], denying a report that the army had moved, flew to Kampala.", "the army had moved"),
]


@pytest.mark.parametrize(("marked", "content"), CLEFTS)
def test_who_speaks_in_clefts_and_in_participles_set_off_by_commas(marked: str, content: str) -> None:
    contents = stage(marked).contents("person:ruto")
    assert [said[: len(content)] for said in contents] == [content]


@pytest.mark.parametrize("act", ["declined to comment on the letter", "refused to say more", "declined to elaborate"])
def test_to_decline_to_speak_says_nothing(act: str) -> None:
    assert stage(f"[The minister|office:KEN/foreign-minister] {act}.").said == ()


def test_another_source_ends_a_content_even_with_a_phrase_between_name_and_cue() -> None:
    scene = stage(
        "[Officers|unnamed:RWA/officers] have told [envoys|unnamed:/envoys] that the army opposes the road, "
        "[a diplomat|unnamed:/diplomat] in Kampala said."
    )
    assert scene.contents("unnamed:RWA/officers") == ["the army opposes the road"]


ORGANS = [
    ("The [Anadolu|organisation:anadolu] [news agency|unnamed:/news-agency] said the talks had failed.",
     "organisation:anadolu"),
    ("In Montevideo, the [Mercosur|organisation:mercosur] commission said the talks had failed.",
     "organisation:mercosur"),
    ("[The envoys|unnamed:/envoys] said the talks had failed.", "unnamed:/envoys"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "speaker"), ORGANS)
def test_an_organ_speaks_as_the_organisation_it_bears_the_name_of(marked: str, speaker: str) -> None:
    assert stage(marked).contents(speaker) == ["the talks had failed"]


def test_the_source_cited_is_the_one_named_last() -> None:
    scene = stage(
        "The [Anadolu|organisation:anadolu] [news agency|unnamed:/news-agency], citing [an army|organisation:army] "
        "[source|unnamed:/source], reported that the unit had left."
    )
    (said,) = scene.said
    assert said.speakers == ("unnamed:/source",)
    assert [link.actor for link in said.chain] == ["organisation:anadolu"]


def test_a_fronted_cleft_leaves_the_cue_its_own_speaker() -> None:
    scene = stage(
        "It was [Kenyan President William Ruto|person:ruto] who proposed a railway to Congo, [Ugandan Foreign Minister "
        "Jeje Odongo|person:jeje] said on Tuesday as the two countries signed an agreement to build it."
    )
    (content,) = scene.contents("person:jeje")
    assert content.endswith("who proposed a railway to Congo")


def test_a_cue_inside_a_quotation_is_no_quotation_of_its_own() -> None:
    scene = stage('[Ankara|state:TUR] "has no say in the matter", [Ruto|person:ruto] said.')
    assert scene.by("state:TUR") == ()
    assert len(scene.by("person:ruto")) == 1


def test_alarm_is_voiced() -> None:
    (content,) = stage("[The Maldives|state:MDV] voiced alarm at reports of a base.").contents("state:MDV")
    assert content == "alarm at reports of a base"


@pytest.mark.parametrize(
    "marked",
    [
        "[Ama|person:ama] said on behalf of [the league|organisation:league] that the quota was unfair.",
        "Speaking on behalf of [the league|organisation:league], [Ama|person:ama] said the quota was unfair.",
    ],
)
def test_who_is_spoken_for_holds_what_is_said(marked: str) -> None:
    (said,) = stage(marked).said
    assert said.speakers == ("organisation:league",)
    assert [(link.actor, link.relation) for link in said.chain] == [("person:ama", "conveyed")]


def test_a_report_of_a_report_is_one_statement_with_both_in_its_chain() -> None:
    scene = stage(f"{OFFICER} said [Ama|person:ama] said the road was open, [Anadolu|organisation:anadolu] reported.")
    (said,) = (said for said in scene.said if said.speakers == ("person:ama",))
    assert [link.actor for link in said.chain] == ["unnamed:RWA/officer", "organisation:anadolu"]


def test_in_her_view_is_the_view_of_who_spoke_before() -> None:
    scene = stage("[Ama|person:ama] said the road was shut. In [her|person:ama] view the convoy was late.")
    assert scene.contents("person:ama") == ["the road was shut", "the convoy was late"]


def test_who_is_quoted_by_an_outlet_speaks_and_the_outlet_passes_it_on() -> None:
    scene = stage(f"[Ama|person:ama] was quoted by {ANADOLU} as saying that the road was open.")
    (said,) = scene.said
    assert said.speakers == ("person:ama",)
    assert scene.text(said.content) == "the road was open"
    assert [link.actor for link in said.chain] == ["organisation:anadolu"]
