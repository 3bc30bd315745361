"""Who speaks through whom: turns of transcripts, press services, state media, spokespersons for a person."""

from __future__ import annotations

import pytest

from tests.reading.propositions import read
from tests.reading.speech_stage import stage


def _told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The speakers, content and chain of each statement of an article of one line."""
    reading = read(text)
    names = {actor.id: actor.name for actor in reading.actors}
    return [
        (
            "+".join(names[s] for s in said.speakers),
            text[said.content.start : said.content.end],
            tuple(names[link.actor] for link in said.chain),
        )
        for said in reading.attributions
        if said.stated
    ]


def test_a_turn_of_a_transcript_is_one_statement() -> None:
    turn = "We met twice. We urge Oslo to ratify the treaty. The door is open."
    said = stage(f"[Minister Lee|person:lee]: {turn}").by("person:lee")
    assert [one.mode for one in said if one.content.end - one.content.start == len(turn) - 1] == ["direct"]


def test_a_turn_under_a_label_in_capitals() -> None:
    text = "PRESIDENT STUBB: Finland has kept its word. We will keep it."
    assert ("Alexander Stubb", "Finland has kept its word. We will keep it", ()) in _told(text)


def test_what_an_outlet_asks_is_no_statement_of_the_outlet() -> None:
    assert not stage("[Reuters|organisation:reuters]: Will the envoy travel to Lima this month?").said


def test_a_question_whether_it_was_said_says_nothing() -> None:
    assert not stage("Has [Peru|state:PER] asked the bank to wait?").said
    assert stage("[Peru|state:PER] has asked the bank to wait.").said


@pytest.mark.parametrize(
    "text",
    [
        "The press service of Chad's foreign ministry said that talks had begun.",
        "Chad's foreign ministry's press service said that talks had begun.",
    ],
)
def test_a_press_service_speaks_for_its_body(text: str) -> None:
    assert _told(text) == [("Chad / Ministry of Foreign Affairs", "talks had begun", ("Chad / Press service",))]


def test_what_media_say_that_one_asked_for_is_theirs_who_asked() -> None:
    marked = "[Reuters|organisation:reuters] said [Lee|person:lee] had called for a halt to the tests."
    (said,) = stage(marked).said
    assert said.speakers == ("person:lee",)
    assert [link.actor for link in said.chain] == ["organisation:reuters"]


def test_as_an_outlet_reported_governs_its_sentence() -> None:
    (said,) = stage("As [Reuters|organisation:reuters] reported, [Lee|person:lee] said the road was shut.").said
    assert said.speakers == ("person:lee",)
    assert [link.actor for link in said.chain] == ["organisation:reuters"]


def test_a_spokesman_for_a_person_speaks_for_that_persons_side() -> None:
    text = "Slovenian envoy Ana Kos met NATO Secretary General Mark Rutte. A spokesman for Rutte said talks went well."
    (speaker, _, _) = next(told for told in _told(text) if "talks went well" in told[1])
    assert speaker.startswith("NATO")


def test_whoever_is_named_after_a_possessive_speaks() -> None:
    text = "Iraqi Prime Minister Mohammed Shia al-Sudani's adviser Farhad Alaaldin said the visit would open a door."
    assert _told(text) == [("Farhad Alaaldin", "the visit would open a door", ())]


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("[Lee|person:lee] called the raid an irresponsible act.", "ACCUSE"),
        ("[Lee|person:lee] said the raid was an irresponsible act.", "ACCUSE"),
        ("[Lee|person:lee] said the raid was not an irresponsible act.", None),
        ("[Lee|person:lee] called the raid a routine exercise.", None),
        ("[Lee|person:lee] said [he|person:lee] was willing to support both sides.", "SUPPORT"),
        ("[Lee|person:lee] said [he|person:lee] was willing to visit both sides.", "AGREE"),
    ],
)
def test_the_act_of_a_judgement_and_of_an_offer(marked: str, code: str | None) -> None:
    (said,) = stage(marked).by("person:lee")
    assert (said.plover.type if said.plover else None) == code


def test_to_have_no_alternative_is_to_affirm() -> None:
    (said,) = stage("[Lee|person:lee] said the treaty had no alternative.").said
    assert said.polarity == "affirms"
    (said,) = stage("[Lee|person:lee] said the treaty had no support.").said
    assert said.polarity == "denies"


def test_where_it_was_written_is_not_what_was_written() -> None:
    marked = "[Lee|person:lee] thanked [Rabat|state:MAR] for its help in a post on X."
    assert stage(marked).contents("person:lee") == ["its help"]


@pytest.mark.parametrize(
    "marked",
    [
        "[Lee|person:lee] denied that [Quito|state:ECU] had asked for drones.",
        "[Lee|person:lee] neither confirmed nor denied that [Quito|state:ECU] had asked for drones.",
        "Had [Quito|state:ECU] asked for drones, [Lee|person:lee] said, they would have been sent.",
    ],
)
def test_what_is_denied_or_unreal_was_not_said(marked: str) -> None:
    assert not stage(marked).by("state:ECU")


def test_what_one_confirms_that_another_said_stays_said() -> None:
    assert stage("[Lee|person:lee] confirmed that [Quito|state:ECU] had asked for drones.").by("state:ECU")


def test_the_hour_of_a_live_report_is_not_said() -> None:
    marked = "13:05 The bridge is open again, [Lee|person:lee] said."
    assert stage(marked).contents("person:lee") == ["The bridge is open again"]


def test_what_the_article_makes_of_it_is_not_said() -> None:
    marked = "[Lee|person:lee] said the canal would open in May, a claim that engineers doubt."
    assert stage(marked).contents("person:lee") == ["the canal would open in May"]


def test_whoever_was_asked_something_speaks() -> None:
    marked = "[The envoy|person:lee], asked about the bridge's closure, said traffic would resume."
    assert stage(marked).contents("person:lee") == ["traffic would resume"]


def test_the_army_is_the_one_spoken_of() -> None:
    text = "The Malian army and the rebels met in Gao. The army denied that it had shelled the town."
    assert [speaker for speaker, content, _ in _told(text) if "shelled" in content] == ["Mali / Military"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "President Gabriel Boric of Chile met Peru's envoys. An official in Boric's office said talks failed.",
            "Chile",
        ),
        ("Talks failed, according to a senior official in Lima.", "Peru"),
        ("The agency, citing officials in Lima, said talks failed.", "Peru"),
    ],
)
def test_officials_are_of_the_state_they_serve(text: str, speaker: str) -> None:
    actors = [actor.name for actor in read(text).actors if actor.kind == "unnamed"]
    assert any(name.startswith(speaker) for name in actors), actors
