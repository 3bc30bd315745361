"""Acts by PLOVER's types: who does what to whom, beside meetings. Sentences of our own, many dyads."""

import pytest

from communique.reading.events.act_frames import load_acts
from tests.reading.events_stage import coded, read

TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "REJECT", "ACCUSE", "THREATEN",
    "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT",
}  # fmt: skip


def owners(actors: tuple[str, ...]) -> set[str]:
    """The states of some actors, as their ids tell: "state:CHN", "unnamed:CHN/soldiers"."""
    return {actor.partition(":")[2].partition("/")[0] for actor in actors}


@pytest.mark.parametrize(
    ("sentence", "code", "actor", "recipient"),
    [
        ("Chile offered to host peacekeepers for Haiti.", "AGREE", "CHL", "HTI"),
        ("Kenya pledged to send grain to Somalia.", "AGREE", "KEN", "SOM"),
        ("Norway hailed Sudan for opening the corridor.", "SUPPORT", "NOR", "SDN"),
        ("Peru apologised to Ecuador for the incident at the border.", "SUPPORT", "PER", "ECU"),
        ("Thailand has donated blankets and medicine to Laos.", "AID", "THA", "LAO"),
        ("Canada granted asylum to nine officers from Belarus.", "AID", "CAN", "BLR"),
        ("Serbia lifted the curfew on Monday in Kosovo.", "CONCEDE", "SRB", "XKX"),
        ("Turkey eased its restrictions on Armenia.", "CONCEDE", "TUR", "ARM"),
        ("Ethiopia withdrew its last battalions from Somalia on Friday.", "RETREAT", "ETH", "SOM"),
        ("Qatar freed eight sailors of India.", "RETREAT", "QAT", "IND"),
        ("Vietnam demanded that China remove the rig.", "REQUEST", "VNM", "CHN"),
        ("Japan rejected a Korean proposal on the islands.", "REJECT", "JPN", "KOR"),
        ("Algeria refused to open its airspace to Morocco.", "REJECT", "DZA", "MAR"),
        ("Spain denounced the raids by Mali.", "ACCUSE", "ESP", "MLI"),
        ("Chad accused Sudan of arming the rebels.", "ACCUSE", "TCD", "SDN"),
        ("Denmark launched an investigation into two ships of Russia.", "ACCUSE", "DNK", "RUS"),
        ("Azerbaijan threatened Armenia with a new campaign.", "THREATEN", "AZE", "ARM"),
        ("Students in Nairobi rioted on Monday against Ethiopia.", "PROTEST", "KEN", "ETH"),
        ("Poland massed soldiers along the border with Belarus.", "MOBILIZE", "POL", "BLR"),
        ("North Korea tested two missiles near Japan.", "MOBILIZE", "PRK", "JPN"),
        ("Guatemala suspended flights to Cuba.", "SANCTION", "GTM", "CUB"),
        ("Bolivia broke off relations with Israel.", "SANCTION", "BOL", "ISR"),
        ("Iran seized a tanker of Greece.", "COERCE", "IRN", "GRC"),
        ("Eritrea arrested six fishermen from Yemen.", "COERCE", "ERI", "YEM"),
        ("Rwanda shelled a village in Burundi.", "ASSAULT", "RWA", "BDI"),
        ("Gunmen kidnapped two engineers of Turkey.", "ASSAULT", None, "TUR"),
    ],
)  # fmt: skip
def test_a_plain_sentence_gives_its_act(sentence: str, code: str, actor: str | None, recipient: str) -> None:
    found = [(event.code.type, owners(event.actors), owners(event.recipients)) for event in coded(sentence)]
    assert (code, {actor} if actor else set(), {recipient}) in found


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Ghana will send doctors to Togo.", "AGREE"),
        ("Ghana sent doctors to Togo.", "AID"),
        ("Sweden will expel two attachés of Russia.", "THREATEN"),
        ("Sweden expelled two attachés of Russia.", "SANCTION"),
        ("Brazil said that Venezuela must return the trucks.", "REQUEST"),
        ("Brazil said it would not receive the envoys of Venezuela.", "REJECT"),
    ],
)
def test_what_is_to_come_and_what_is_said_change_the_type(sentence: str, code: str) -> None:
    assert code in {event.code.type for event in coded(sentence)}


def test_what_did_not_happen_is_no_act() -> None:
    assert not read("Rwanda did not shell the village in Burundi.").acts
    assert not read("Rwanda could shell a village in Burundi.").acts


def test_what_an_act_is_about_is_no_act_beside_it() -> None:
    assert {event.code.type for event in coded("Chad accused Sudan of bombing a town.")} == {"ACCUSE"}


def test_who_attacks_and_who_is_attacked_are_not_confused() -> None:
    text = "Rwanda shelled a village in Burundi. Burundi shelled a village in Rwanda."
    assert len(read(text).acts) == 2


def test_every_act_cites_its_words() -> None:
    text = "Guatemala suspended flights to Cuba."
    (act,) = read(text).acts
    assert text[act.trigger.start : act.trigger.end] == "suspended"
    assert {text[piece.start : piece.end] for party in act.parties for piece in party.evidence} == {"Guatemala", "Cuba"}


def test_a_cue_of_speech_is_told_as_a_statement_alone() -> None:
    reading = read("Spain denounced the raids by Mali.")
    assert not reading.acts
    (said,) = reading.attributions
    assert said.plover is not None
    assert (said.plover.type, said.targets) == ("ACCUSE", ("state:MLI",))


def test_frames_are_of_known_types_and_words_are_told_apart() -> None:
    frames = [frame for table in (load_acts().verbs, load_acts().nouns) for rows in table.values() for frame in rows]
    assert {frame.kind.plover.type for frame in frames} <= TYPES
    assert {frame.kind.plover.type for frame in frames} == TYPES


def test_what_talks_are_on_is_no_act() -> None:
    found = coded("Ghana and Togo renewed talks in Lome today on a Togolese troop pullback.")
    assert [event.code.type for event in found] == ["CONSULT"]
