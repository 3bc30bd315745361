"""Short retellings: every sentence stands in the other text, word by word."""

from __future__ import annotations

import pytest

from communique.reconciling.lineage.comparing import kinship
from communique.reconciling.lineage.coverage import COVERED, SENTENCES, Wording, covered, wording_of
from communique.reconciling.lineage.prints import recall_print
from communique.reconciling.lineage.quotations import segments
from communique.reconciling.memory import Memory
from tests.reconciling.test_lineage import article

LONG = (
    "The foreign ministers of Peru and Ecuador met in Tumbes on Tuesday to discuss the crossing that floods closed.",
    "Both said that engineers of the two armies would rebuild the northern bridge before the rains return.",
    "Ecuador's minister asked for a loan from the Andean bank, which his colleague promised to support.",
    "A fishermen's union on the coast complained that nobody had asked its members.",
    'The mayor called the plan "a road to nowhere, paid by the poor".',
    "The ministers will meet again in Guayaquil in September to sign the papers of the loan.",
)
RETOLD = (
    "Peru's and Ecuador's foreign ministers met on Tuesday in Tumbes to discuss a crossing that floods closed.",
    "Engineers of the two armies would rebuild the northern bridge before rains return, both said.",
    "Ecuador had asked for a loan from the Andean bank.",
    "They will sign papers of the loan when they meet again in Guayaquil in September, the ministers say.",
)
OWN = (
    "Peru and Ecuador agreed on Tuesday to reopen their northern crossing, the two foreign ministers said in Tumbes.",
    "Army engineers are to start on the bridge within weeks, and trucks may cross by August.",
    "Traders who had queued since the floods of March greeted the news with relief.",
    "A second round of talks is planned in Guayaquil.",
)


def wording(lines: tuple[str, ...]) -> Wording:
    return wording_of(segments(lines))


@pytest.mark.parametrize("turned", [False, True])
def test_a_short_retelling_stands_in_the_longer_text(turned: bool) -> None:
    pair = (wording(LONG), wording(RETOLD))
    found = covered(*(reversed(pair) if turned else pair))
    assert found is not None
    assert found.part >= COVERED
    assert found.sentences == len(RETOLD)


def test_a_report_of_its_own_does_not() -> None:
    assert covered(wording(LONG), wording(OWN)) is None


def test_other_figures_make_another_account() -> None:
    figured = (*LONG, "Peru will pay 40 million dollars for the bridge and for the customs house beside it.")
    other = (*RETOLD, "Peru will pay 60 million dollars for the bridge and for the customs house beside it.")
    assert covered(wording(figured), wording((*RETOLD, figured[-1]))) is not None
    assert covered(wording(figured), wording(other)) is None


def test_two_sentences_are_too_few_to_say() -> None:
    assert len(RETOLD[:2]) < SENTENCES
    assert covered(wording(LONG), wording(RETOLD[:2])) is None


def test_sentences_in_another_order_are_another_text() -> None:
    assert covered(wording(LONG), wording(RETOLD[::-1])) is None


def test_what_is_quoted_does_not_count() -> None:
    assert "nowhere" not in wording(LONG).words


def test_readouts_of_two_meetings_share_set_phrases_and_are_no_retelling() -> None:
    readout = (
        "Foreign Minister {} received the ambassador of {}, {}, in {} on Tuesday and thanked him for his work.",
        "The two sides discussed cooperation in trade, energy, transport and education and new projects.",
        "They also exchanged views on regional and international issues of common concern, the ministry said.",
    )
    names = ("Hugo Sarmiento", "Angola", "Paulo Neto", "Praia"), ("Hugo Sarmiento", "Finland", "Aino Lehto", "Mindelo")
    one, other = (article(key, [" ".join(readout).format(*own)]) for key, own in zip("ab", names, strict=True))
    left, right = (recall_print(text, Memory()) for text in (one, other))
    assert covered(left.wording, right.wording) is not None
    assert kinship(left, right) is None
