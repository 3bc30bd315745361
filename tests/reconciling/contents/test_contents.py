"""Claims, figures and proposers read off single sentences, and what must not be read into them."""

from __future__ import annotations

import pytest

from communique.reconciling.checks.sections import Sentence
from communique.reconciling.contents.figures import Figure, figures_of, of_one_thing
from communique.reconciling.contents.matters import claims_of
from communique.reconciling.contents.proposers import proposers_of
from communique.reconciling.contents.said import Saying, contradict
from communique.reconciling.contents.scene import Scene
from communique.reconciling.lineage.words import plain_words
from communique.records import Evidence

NAMES = {"asha": "person:asha", "omar": "person:omar", "delhi": "state:IND", "islamabad": "state:PAK"}


def named(words: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((at, NAMES[word]) for at, word in enumerate(words) if word in NAMES)


def scene(*texts: str) -> Scene:
    sentences = tuple(
        Sentence(Evidence("a", 100 * n, 100 * n + 99), words, named(words))
        for n, words in enumerate(map(plain_words, texts))
    )
    return Scene("a", sentences, sentences)


@pytest.mark.parametrize(
    ("text", "matter", "affirmed", "agent"),
    [
        ("Asha arrived with a peace plan.", "plan", True, "person:asha"),
        ("No new or detailed plan had been presented.", "plan", False, ""),
        ("Omar did not bring any proposal to the table.", "plan", False, "person:omar"),
        ("Asha denied that a plan was presented.", "plan", False, ""),
        ("The two signed an accord on water.", "agreement", True, ""),
        ("They parted without signing a treaty.", "agreement", False, ""),
        ("Omar refused to sign the deal.", "agreement", False, "person:omar"),
        ("Progress was made on visas.", "progress", True, ""),
        ("Islamabad rejected a ceasefire.", "ceasefire", False, "state:PAK"),
    ],
)
def test_a_matter_is_affirmed_or_denied(text: str, matter: str, affirmed: bool, agent: str) -> None:
    claims = [(claim.matter, claim.affirmed, claim.agent) for claim in claims_of(scene(text))]
    assert (matter, affirmed, agent) in claims
    assert (matter, not affirmed, agent) not in claims


@pytest.mark.parametrize(
    "text",
    [
        "Asha is expected to present a plan on Friday.",
        "Whether they would sign the accord nobody could say.",
        "Omar spoke at length of the plan.",
        "Delhi hopes to reach an agreement by June.",
        "They planned to meet again.",
    ],
)
def test_what_is_to_come_or_only_spoken_of_claims_nothing(text: str) -> None:
    assert claims_of(scene(text)) == ()


@pytest.mark.parametrize(
    ("text", "of", "bounds"),
    [
        ("They exchanged 34 prisoners.", "prisoner", (34, 34)),
        ("They exchanged thirty prisoners.", "prisoner", (30, 30)),
        ("They freed more than 30 Indian sailors.", "sailor", (30, float("inf"))),
        ("They freed at most 30 sailors.", "sailor", (0, 30)),
        ("Delhi sent about 200 tents.", "tent", (170, 230)),
        ("The loan is worth $2 billion.", "amount", (2e9, 2e9)),
        ("Nearly 3 million people crossed.", "people", (2.55e6, 3e6)),
    ],
)
def test_a_figure_is_what_its_words_allow(text: str, of: str, bounds: tuple[float, float]) -> None:
    (figure,) = figures_of(scene(text))
    assert figure.of == of
    assert (figure.low, figure.high) == pytest.approx(bounds)


@pytest.mark.parametrize(
    "text",
    [
        "They met on 4 June 2024 for 3 hours.",
        "The 27 countries of the bloc agreed.",
        "They freed 20 sailors and later 14 sailors.",
        "Two ministers and 40 officials came.",
    ],
)
def test_days_hours_and_figures_that_cannot_be_told_apart_are_none(text: str) -> None:
    assert figures_of(scene(text)) == ()


def test_figures_beside_the_telling_are_of_one_thing_where_their_sentences_are_alike() -> None:
    def given(text: str) -> Figure:
        told = scene("Asha met Omar.", text)
        (figure,) = figures_of(Scene("a", told.telling[:1], told.around))
        return figure

    loan = given("Delhi will lend Islamabad 500 rupees for its railways.")
    assert of_one_thing(loan, given("Islamabad got 300 rupees from Delhi for railways."))
    assert not of_one_thing(loan, given("Delhi sold Islamabad grain for 300 rupees."))  # only the names are shared
    assert not of_one_thing(loan, given("A new station with railways costs 300 rupees."))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Delhi proposed the talks in March.", ("talks", "state:IND")),
        ("The meeting was requested by Islamabad.", ("talks", "state:PAK")),
        ("The call took place at the request of Omar.", ("talks", "person:omar")),
        ("They met at Delhi's initiative.", ("talks", "state:IND")),
        ("Asha suggested the plan.", ("plan", "person:asha")),
        ("Omar proposed a joint shipping line.", ("joint shipping line", "person:omar")),
    ],
)
def test_who_set_it_going(text: str, found: tuple[str, str]) -> None:
    assert [(one.of, one.actor) for one in proposers_of(scene(text))] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Delhi never proposed the talks.",
        "Asha proposed a plan of her own.",
        "Omar requested more water.",
        "Asha proposed that both armies withdraw.",
        "Omar proposed to build two dams.",
    ],
)
def test_who_proposed_nothing_or_a_thing_of_their_own(text: str) -> None:
    assert proposers_of(scene(text)) == ()


def saying(text: str, *, affirmed: bool) -> Saying:
    return Saying(("person:asha",), affirmed, frozenset(plain_words(text)), Evidence("a", 0, 1))


def test_a_statement_and_its_denial_contradict_and_two_statements_do_not() -> None:
    one = saying("greece accepted joint patrols", affirmed=True)
    assert contradict(one, saying("greece accepted patrols aegean", affirmed=False))
    assert not contradict(one, saying("greece accepted joint patrols", affirmed=True))
    assert not contradict(one, saying("greece accepted another invitation", affirmed=False))
