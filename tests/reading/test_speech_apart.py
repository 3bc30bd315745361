"""Where a content stands: before its cue, around it, in what was said before; and where it ends."""

from __future__ import annotations

import pytest

from tests.reading.speech_stage import stage

TUI = "[Tui|person:tui]"


def test_a_content_that_its_cue_interrupts_is_one_slice() -> None:
    scene = stage(f"The border, {TUI} said, will close in May.")
    assert scene.contents("person:tui") == ["The border, Tui said, will close in May"]
    (said,) = scene.said
    assert said.status == "planned"


def test_a_condition_before_the_aside_belongs_to_what_is_said() -> None:
    (said,) = stage(f"If the raid goes on, {TUI} warned, the crossing will close.").said
    assert said.status == "conditional"


def test_whom_a_sentence_before_its_cue_was_told() -> None:
    (said,) = stage(f"The pact is dead, {TUI} told [reporters|unnamed:/reporters] in Apia.").said
    assert said.addressees == ("unnamed:/reporters",)


def test_what_is_denied_as_it_is_what_was_said_before() -> None:
    scene = stage(f"{TUI} said that [Fiji|state:FJI] had sold the reef. [Suva|state:FJI] denied it.")
    (denied,) = scene.by("state:FJI")
    assert scene.text(denied.content) == "Fiji had sold the reef"
    assert denied.status == "denied"


def test_a_second_cue_of_the_speaker_ends_a_content() -> None:
    scene = stage(f"{TUI} denied that a ship had left the port, and said [Suva|state:FJI] owed an apology.")
    assert scene.contents("person:tui") == ["a ship had left the port", "Suva owed an apology"]


def test_a_thing_cannot_call_so_the_speaker_does() -> None:
    scene = stage(f"{TUI} noted that trade remained low and called for a fisheries pact.")
    assert scene.contents("person:tui") == ["trade remained low", "a fisheries pact"]


def test_each_of_those_asked_is_asked_for_their_own_act() -> None:
    scene = stage(f"{TUI} asked [Fiji|state:FJI] to leave the reef and [Tonga|state:TON] to disarm.")
    asked = {scene.text(said.content): said.targets for said in scene.by("person:tui")}
    assert asked == {"Fiji to leave the reef": ("state:FJI",), "Tonga to disarm": ("state:TON",)}


def test_who_is_asked_does_not_speak_by_it() -> None:
    scene = stage(f"{TUI}, asked about the quota, laughed and said it was fair.")
    assert scene.contents("person:tui") == ["it was fair"]


def test_what_a_relative_clause_rejects() -> None:
    scene = stage(f"{TUI} accused Fiji of piracy, a charge that [Suva|state:FJI] rejected.")
    assert scene.contents("state:FJI") == ["a charge"]


def test_no_for_an_object_negates() -> None:
    (said,) = stage(f"{TUI} said it had no knowledge of the raid.").said
    assert said.status == "negated"


def test_a_sentence_of_which_the_end_is_quoted_before_its_cue() -> None:
    scene = stage(f'The pact "is dead as far as we can tell," {TUI} said in June.')
    (said,) = scene.by("person:tui")
    assert said.mode == "mixed"
    assert scene.text(said.content).startswith("The pact")


def test_who_stands_after_the_cue_speaks() -> None:
    scene = stage("The pact is dead, said [one envoy|unnamed:/envoy] in the room.")
    assert scene.contents("unnamed:/envoy") == ["The pact is dead"]


def test_what_would_be_done_is_not_coordinated_with_what_was_said() -> None:
    scene = stage(f"{TUI} said he would review the quota and warned against a boycott.")
    assert scene.contents("person:tui") == ["he would review the quota", "a boycott"]


def test_a_noun_like_a_cue_ends_no_content() -> None:
    assert stage(f"{TUI} said the offer was only a joke.").contents("person:tui") == ["the offer was only a joke"]


def test_a_relative_clause_is_not_passed_on_by_who_backs_its_noun() -> None:
    scene = stage(f"{TUI} backed a plan that [Suva|state:FJI] had rejected.")
    (rejected,) = scene.by("state:FJI")
    assert scene.text(rejected.content) == "a plan"
    assert rejected.chain == ()


def test_a_name_in_apposition_speaks() -> None:
    scene = stage(
        "[The head|unnamed:TJK/head] of the service, [Saimumin Yatimov|person:yatimov], said the line was drawn."
    )
    assert scene.contents("person:yatimov") == ["the line was drawn"]


def test_the_office_of_a_person_speaks_for_them() -> None:
    scene = stage("[Tui|person:tui]'s office said no date had been set.")
    assert scene.contents("person:tui") == ["no date had been set"]


def test_what_is_wanted_has_its_subject() -> None:
    assert stage(f"{TUI} wants the war to end.").contents("person:tui") == ["the war to end"]


def test_what_one_denies_having_done() -> None:
    assert stage(f"{TUI} denied having sold the reef.").contents("person:tui") == ["having sold the reef"]


def test_a_clause_after_an_occasion_keeps_its_negation() -> None:
    (said,) = stage(f"{TUI} said after the meeting that he had not signed anything.").said
    assert said.status == "negated"


def test_they_in_a_quotation_is_not_its_speaker() -> None:
    scene = stage(f'"I spoke to both sides," {TUI} said. "[They|person:tui] want this to end."')
    assert [said.mode for said in scene.said] == ["direct"]


def test_to_confirm_an_invitation_is_not_to_make_one() -> None:
    (said,) = stage("[Suva|state:FJI] has not confirmed the invitation.").said
    assert said.plover is None


def test_progress_made_is_nothing_said() -> None:
    assert stage('[Suva|state:FJI] had made "real progress" on a pact.').said == ()


def test_a_warning_not_to_act_asks_and_denies_nothing() -> None:
    (said,) = stage(f"{TUI} warned [Suva|state:FJI] not to cross the line.").said
    assert (said.status, said.polarity) == ("proposed", "affirms")


def test_a_demonstrative_stands_for_what_another_demanded() -> None:
    scene = stage(f"{TUI} demanded that Fiji leave the reef. [Suva|state:FJI] has rejected that demand twice.")
    assert scene.contents("state:FJI") == ["Fiji leave the reef"]
    scene = stage(f"[Fiji|state:FJI] accused [Tonga|state:TON] of piracy. {TUI} dismissed those accusations on Friday.")
    assert scene.contents("person:tui") == ["piracy"]


def test_a_demonstrative_stays_where_nothing_was_demanded() -> None:
    assert stage("[Suva|state:FJI] has rejected that demand twice.").contents("state:FJI") == ["that demand"]
    assert stage(f"{TUI} said that demand would fall.").contents("person:tui") == ["demand would fall"]


def test_an_agreement_is_on_a_matter_and_not_on_a_day() -> None:
    scene = stage(f"{TUI} agreed on 19 April on the return of two islets.")
    assert scene.contents("person:tui") == ["the return of two islets"]
    scene = stage(f"{TUI} agreed on Monday to return two islets.")
    assert scene.contents("person:tui") == ["return two islets"]


@pytest.mark.parametrize(
    "marked",
    [
        f"{TUI} blamed [Suva|state:FJI].",
        f"{TUI} criticised both [Fiji|state:FJI] and [Tonga|state:TON] on Sunday.",
        f"{TUI} condemned [Suva|state:FJI] at a rally.",
    ],
)
def test_whom_one_blames_is_not_what_one_says(marked: str) -> None:
    assert stage(marked).contents("person:tui") == []


def test_what_somebody_is_blamed_for_is_said() -> None:
    assert stage(f"{TUI} blamed [Suva|state:FJI] for the delay.").contents("person:tui") == ["the delay"]
    assert stage(f"{TUI} condemned [Suva|state:FJI]'s raid.").contents("person:tui") == ["Suva's raid"]


@pytest.mark.parametrize(
    "content",
    [
        "neither [Fiji|state:FJI] nor [Tonga|state:TON] had replied",
        "neither side answered",
        "the talks yielded neither a map nor a date",
    ],
)
def test_neither_may_open_what_is_said(content: str) -> None:
    scene = stage(f"{TUI} said {content}.")
    (said,) = scene.by("person:tui")
    assert scene.text(said.content).startswith(content.split(" [", 1)[0])


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        (f'{TUI}\'s office denied a deal. "The reef is shut," it said in a statement.', "The reef is shut"),
        ("[Tui's team|person:tui] rejected the report. It said the reef would stay shut.", "the reef would stay shut"),
        ("[Tui's campaign|person:tui] confirmed the poll. 'A vote is due in May,' it added.", "A vote is due in May"),
    ],
)
def test_what_spoke_for_somebody_goes_on_speaking(marked: str, content: str) -> None:
    assert content in stage(marked).contents("person:tui")


def test_it_is_nobody_after_what_does_not_speak() -> None:
    assert stage(f"{TUI}'s ship sank off Apia. It said nothing could be done.").contents("person:tui") == []
    assert stage(f"{TUI}'s office denied a deal. It was said that the reef was shut.").contents("person:tui") == [
        "a deal"
    ]
