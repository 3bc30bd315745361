"""Attributions beside the statements: holders who are no actors, what is known, seen, planned, or left unsaid."""

from __future__ import annotations

import pytest

from communique.reading.speech.anyone import NOBODY
from tests.reading.speech_stage import Stage, stage


def found(marked: str) -> list[tuple[str, str, str, str]]:
    """The attributions that are no statements, as (source, cue, content, kind)."""
    scene = stage(marked)
    return [
        (" ".join(map(scene.text, said.source)), scene.text(said.cue), scene.text(said.content), said.kind)
        for said in scene.attributed
        if not said.stated
    ]


WIDE = [
    ("Several critics of the treaty say that it has failed.",
     ("Several critics of the treaty", "say", "it has failed", "speech")),
    ("A new poll has shown that support for the pact is falling.",
     ("A new poll", "has shown", "support for the pact is falling", "showing")),
    ("Some fear that the port will close.", ("Some", "fear", "the port will close", "attitude")),
    ("The envoys know that the port will close.", ("The envoys", "know", "the port will close", "knowledge")),
    ("The envoys heard that the port would close.", ("The envoys", "heard", "the port would close", "perception")),
    ("The envoys decided to close the port.", ("The envoys", "decided", "to close the port", "plan")),
    ("[Seoul|state:KOR] might propose a joint inquiry.", ("Seoul", "might propose", "a joint inquiry", "speech")),
    ("It was reported that the talks had failed.", ("", "was reported", "the talks had failed", "speech")),
    ("The envoys were confident that the port would open.",
     ("The envoys", "were confident", "the port would open", "attitude")),
    ("The port is shut. The envoys said as much.", ("The envoys", "said", "as much", "speech")),
    ("Some think so.", ("Some", "think", "so", "attitude")),
    ("The envoys voted against the treaty.", ("The envoys", "voted against", "the treaty", "plan")),
    ("The rebels made a promise to leave the town.", ("The rebels", "made a promise", "leave the town", "attitude")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "wanted"), WIDE)
def test_whoever_holds_it_however_it_is_held(marked: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in found(marked)


def test_hearsay_has_no_source_of_its_own() -> None:
    scene = stage("The army reportedly left the valley.")
    (said,) = scene.attributed
    assert (said.stated, said.source, scene.text(said.cue)) == (False, (), "reportedly")


def test_quotations_of_those_who_are_no_actors() -> None:
    scene = stage('"We have lost everything," a fisherman who watched the fire said.')
    (said,) = (said for said in scene.attributed if said.mode == "direct")
    assert scene.text(said.source[0]).startswith("a fisherman")
    assert scene.text(said.content) == "We have lost everything"


def test_what_is_a_statement_is_not_told_twice() -> None:
    scene = stage("[Ruto|person:ruto] expressed concern about the border and said that critics were wrong.")
    assert len({scene.text(said.cue) for said in scene.attributed}) == len(scene.attributed)
    assert {said.speakers for said in scene.said} == {("person:ruto",)}


def test_phrases_that_are_no_actors_never_leave_the_room() -> None:
    scene: Stage = stage("Critics told reporters that an official had blamed fishermen, according to residents.")
    ids = [a for said in scene.attributed for a in (*said.speakers, *said.addressees, *said.targets)]
    ids += [link.actor for said in scene.attributed for link in said.chain]
    assert not [actor for actor in ids if actor.startswith(NOBODY)]


CUES = [
    ("[Modi|person:modi] has not denied that talks were held.", "has not denied"),
    ("[Modi|person:modi] went on to insist that talks were held.", "went on to insist"),
    ("[Modi|person:modi] called for talks.", "called for"),
    ("[Modi|person:modi] said Friday that talks were held.", "said Friday"),
    ('"Talks were held," said [May|person:may].', "said"),
    ("[Modi|person:modi] spoke briefly about the talks.", "spoke briefly about"),
    ("[Modi|person:modi] accused [Delhi|state:IND] of delay.", "accused Delhi of"),
]


@pytest.mark.parametrize(("marked", "cue"), CUES)
def test_a_cue_is_the_whole_verb_with_its_auxiliaries_and_preposition(marked: str, cue: str) -> None:
    scene = stage(marked)
    assert cue in {scene.text(said.cue) for said in scene.attributed}


SOURCES = [
    (
        "[Ana Lee|person:ana-lee], the head of the council, said that talks were held.",
        "Ana Lee, the head of the council",
    ),
    ("The spokesman [Ana Lee|person:ana-lee] said that talks were held.", "The spokesman Ana Lee"),
    ("Talks were held, according to [Ana Lee|person:ana-lee].", "Ana Lee"),
]


@pytest.mark.parametrize(("marked", "source"), SOURCES)
def test_a_source_is_the_whole_noun_phrase(marked: str, source: str) -> None:
    scene = stage(marked)
    assert source in {scene.text(piece) for said in scene.said for piece in said.source}


STATUS = [
    ("[Modi|person:modi] said that talks were held.", "claimed"),
    ("[Modi|person:modi] denied that talks were held.", "denied"),
    ("[Modi|person:modi] said that talks were not held.", "negated"),
    ("[Modi|person:modi] said that talks would be held.", "planned"),
    ("[Modi|person:modi] said that talks might be held.", "hypothetical"),
    ("[Modi|person:modi] said that talks would be held if the border were quiet.", "conditional"),
    ("[Modi|person:modi] urged [Dhaka|state:BGD] to hold talks.", "proposed"),
    ("[Modi|person:modi] admitted that talks were held.", "fact"),
    ("[Modi|person:modi] promised to hold talks.", "planned"),
    ("[Modi|person:modi] opposes talks.", "denied"),
]


@pytest.mark.parametrize(("marked", "status"), STATUS)
def test_how_a_holder_puts_a_proposition(marked: str, status: str) -> None:
    (said,) = stage(marked).by("person:modi")
    assert said.status == status


def test_what_a_quotation_holds_is_no_attribution_beside_it() -> None:
    scene = stage('"Some critics say the bank must plan for a loss," the poster read on Monday.')
    assert [said for said in scene.attributed if scene.text(said.cue) == "say"] == []


NO_ATTRIBUTION = [
    "Trade fell by a third, compared with a fifth in June.",
    "The rebels made the same pledge.",
    "The bridge needs to be rebuilt.",
]


@pytest.mark.parametrize("marked", NO_ATTRIBUTION)
def test_what_attributes_nothing(marked: str) -> None:
    assert found(marked) == []
