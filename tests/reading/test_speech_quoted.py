"""Quotations over paragraphs, inside sentences, and between two cues: whose they are."""

from __future__ import annotations

import pytest

from tests.reading.speech_stage import stage

TUI, LOU = "[Tui|person:tui]", "[Lou|person:lou]"


def test_a_quotation_over_paragraphs_is_theirs_who_are_named_at_its_end() -> None:
    scene = stage(f"{LOU} said the port was open.\n“The reef is dying.\n“Nobody will save it,” {TUI} said.")
    assert scene.contents("person:tui") == ["The reef is dying.", "Nobody will save it"]
    assert scene.contents("person:lou") == ["the port was open"]


def test_a_quotation_over_paragraphs_goes_on_for_who_opened_it() -> None:
    scene = stage(f"“The reef is dying,” {TUI} said. “We knew it.\n“Nobody will save it.”")
    assert scene.contents("person:tui")[-1] == "Nobody will save it."


def test_paragraphs_that_nobody_speaks_are_nobodys() -> None:
    scene = stage(f"{LOU} said the port was open.\n“The reef is dying.\n“Nobody will save it.”\n{TUI} left.")
    assert scene.by("person:tui") == ()


@pytest.mark.parametrize(("marked", "content"), [
    (f'But "the reef will die if the boats stay," {TUI} said.', "the reef will die if the boats stay"),
    (f'And "nobody will save it," {TUI} added.', "nobody will save it"),
    (f'The port is shut. But "we shall open it," {TUI} said.', "we shall open it"),
])  # fmt: skip
def test_a_conjunction_may_lead_into_a_quotation(marked: str, content: str) -> None:
    assert content in stage(marked).contents("person:tui")


@pytest.mark.parametrize(("marked", "content"), [
    (f'{TUI} said "strikes" were reported in the harbour.', '"strikes" were reported in the harbour'),
    (f'{TUI} said "ghost" ships had crossed the line.', '"ghost" ships had crossed the line'),
    (f'{TUI} claimed "pirates" had taken the ferry.', '"pirates" had taken the ferry'),
])  # fmt: skip
def test_words_quoted_at_the_head_of_a_clause_are_not_all_of_it(marked: str, content: str) -> None:
    assert stage(marked).contents("person:tui") == [content]


@pytest.mark.parametrize("marked", [
    f'Asked about the reef, {TUI} said, "It is ours. We will keep it," {LOU} noted.',
    f'{TUI} said: "The reef is ours," {LOU} recalled.',
    f'In Apia {TUI} added, "We will keep the reef," {LOU} said.',
])  # fmt: skip
def test_who_leads_into_a_quotation_speaks_it(marked: str) -> None:
    assert [said.speakers for said in stage(marked).said if said.mode == "direct"] == [("person:tui",)]


def test_whose_needs_something_fits_is_no_source() -> None:
    marked = f'"It may take time for [them|state:FJI] to act according to [their|state:FJI] own needs," {TUI} said.'
    assert stage(marked).by("state:FJI") == ()


def test_the_document_of_a_quotation_goes_on_for_its_owner() -> None:
    scene = stage(
        f'"The raid was a crime," {TUI} said in a statement.\nThe statement stressed the need to help divers.'
    )
    assert scene.contents("person:tui")[-1] == "the need to help divers"


def test_what_an_agency_carries_is_still_theirs_who_said_it() -> None:
    marked = f"{TUI} said in a statement carried by [Tass|organisation:tass] that [Suva|state:FJI] would yield."
    (said,) = (scene := stage(marked)).said
    assert scene.text(said.content) == "Suva would yield"
    assert [link.actor for link in said.chain] == ["organisation:tass"]


def test_a_claim_that_is_rejected_does_not_come_through_who_rejects_it() -> None:
    (claim,) = stage(f"{TUI} rejected a claim by {LOU} that the two had met on the reef.").by("person:lou")
    assert claim.chain == ()
