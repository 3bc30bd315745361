"""Events over the parse: kinds, parties, places, statuses, folding. Sentences of our own, many dyads."""

from functools import cache

import pytest

from communique import intake, knowledge
from communique.reading import pipeline, read_document
from communique.records import Article, Telling


@cache
def read(text: str) -> tuple[Telling, ...]:
    found = list(intake.read_bytes("article.txt", text.encode(), ".txt"))
    article = found[0]
    assert isinstance(article, Article)
    (document,) = pipeline.parse([article])
    return read_document(document, knowledge.load()).tellings


def told(text: str, kind: str) -> list[Telling]:
    return [telling for telling in read(text) if telling.kind == kind]


def actors(telling: Telling) -> set[str]:
    return {party.actor.partition(":")[2] for party in telling.parties}


FILLER = " The two countries have long disagreed about water, trade and the border, officials in both capitals say."


@pytest.mark.parametrize(
    ("sentence", "kind", "parties", "place"),
    [
        ("Egyptian Foreign Minister Sameh Shoukry met Turkish Foreign Minister Mevlut Cavusoglu in Cairo on Saturday.",
         "meeting", {"sameh-shoukry", "mevlut-cavusoglu"}, "Cairo"),
        ("Indian Prime Minister Narendra Modi held talks with Prime Minister Fumio Kishida in Tokyo on Monday.",
         "meeting", {"narendra-modi", "fumio-kishida"}, "Tokyo"),
        ("French President Emmanuel Macron arrived in Beijing on Wednesday.", "visit", {"emmanuel-macron"}, "Beijing"),
        ("German Chancellor Olaf Scholz made a surprise visit to Kyiv in December.", "visit", {"olaf-scholz"}, "Kyiv"),
        ("Ana Silva discussed the sale of grain with Narendra Modi on Monday.", "talks", {"ana-silva", "narendra-modi"},
         None),
        ("Iran and Saudi Arabia signed an agreement in Beijing on Friday.", "agreement", {"IRN", "SAU"}, "Beijing"),
        ("Joe Biden spoke by phone with Xi Jinping on Tuesday.", "call", {"joe-biden", "xi-jinping"}, None),
        ("Joe Biden called Xi Jinping on Tuesday.", "call", {"joe-biden", "xi-jinping"}, None),
        ("Emmanuel Macron returned from Cairo on Tuesday.", "visit", {"emmanuel-macron"}, "Cairo"),
        ("Olaf Scholz met Narendra Modi for the second time in Nairobi.", "meeting", {"olaf-scholz", "narendra-modi"},
         "Nairobi"),
        ("The Peruvian ambassador was summoned to the Chilean Foreign Ministry on Friday.", "summons",
         {"PER/ambassador", "CHL/foreign-ministry"}, None),
        ("The ambassador of Togo was expelled from Benin in May.", "expulsion", {"TGO/ambassador", "BEN"}, None),
        ("Ghana and Togo agreed to set up a joint patrol.", "agreement", {"GHA", "TGO"}, None),
    ],
)  # fmt: skip
def test_a_plain_sentence_gives_its_event(sentence: str, kind: str, parties: set[str], place: str | None) -> None:
    (telling,) = told(sentence + FILLER, kind)
    assert actors(telling) == parties
    assert (telling.place.name if telling.place else None) == place
    assert telling.status == "held"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Antony Blinken will meet Qin Gang in Jakarta next Thursday.", "planned"),
        ("Antony Blinken met Qin Gang in Jakarta on Thursday.", "held"),
        ("A planned meeting between Antony Blinken and Qin Gang in Jakarta was cancelled.", "cancelled"),
        ("China denied that Qin Gang had met Antony Blinken in Jakarta.", "denied"),
        ("Antony Blinken did not meet Qin Gang in Jakarta.", "denied"),
        ("Beijing declined to say whether Antony Blinken would meet Qin Gang in Jakarta.", "unconfirmed"),
        ("Washington proposed a meeting between Antony Blinken and Qin Gang in Jakarta.", "proposed"),
        ("Antony Blinken will fly to Jakarta on Monday and meet Qin Gang.", "planned"),
        ("Antony Blinken has not visited Jakarta or met Qin Gang.", "denied"),
        ("Washington ruled out a meeting between Antony Blinken and Qin Gang in Jakarta.", "denied"),
        ("Antony Blinken ruled out meeting Qin Gang in Jakarta.", "denied"),
        ("Washington has not ruled out a meeting between Antony Blinken and Qin Gang in Jakarta.", "unconfirmed"),
        ("Lawmakers urged Antony Blinken to cancel a meeting with Qin Gang in Jakarta.", "planned"),
        (
            "Washington denied that a meeting between Antony Blinken and Qin Gang in Jakarta had been postponed.",
            "planned",
        ),
        ("Did Antony Blinken meet Qin Gang in Jakarta in July?", "unconfirmed"),
        ("Why did Antony Blinken meet Qin Gang in Jakarta in July?", "held"),
    ],
)
def test_status_is_read_from_tense_negation_and_what_governs(sentence: str, status: str) -> None:
    meetings = [telling for telling in read(sentence + FILLER) if telling.kind in ("meeting", "talks")]
    assert [telling.status for telling in meetings] == [status]


def test_only_the_status_differs_between_minimal_pairs() -> None:
    held, planned = (
        told(f"Narendra Modi {verb} Emmanuel Macron in Paris on Friday." + FILLER, "meeting")
        for verb in ("met", "will meet")
    )
    assert (held[0].status, planned[0].status) == ("held", "planned")
    assert actors(held[0]) == actors(planned[0])


def test_two_mentions_of_one_meeting_are_one_event() -> None:
    text = (
        "Sergey Lavrov met Hakan Fidan in Ankara on Monday." + FILLER
        + "\n\nThe meeting between Lavrov and Fidan lasted two hours, Turkish diplomats said afterwards in a statement."
    )  # fmt: skip
    (telling,) = told(text, "meeting")
    assert len(telling.evidence) == 2


def test_meetings_of_other_years_stay_apart() -> None:
    text = (
        "Sergey Lavrov met Hakan Fidan in Ankara on Monday." + FILLER
        + "\n\nLavrov and Fidan had previously met in Moscow in 2019, when both sides spoke of a new beginning."
    )  # fmt: skip
    assert len(told(text, "meeting")) == 2


def test_separate_meetings_are_one_with_each() -> None:
    text = "Subrahmanyam Jaishankar held separate meetings with Qin Gang and Sergey Lavrov in Goa on Thursday." + FILLER
    pairs = [actors(telling) for telling in read(text) if telling.kind in ("meeting", "talks")]
    assert sorted(len(pair) for pair in pairs) == [2, 2]


def test_the_venue_is_not_a_party() -> None:
    (telling,) = told("Ararat Mirzoyan and Jeyhun Bayramov met in Germany on Wednesday." + FILLER, "meeting")
    assert "DEU" not in actors(telling)
    assert telling.place is not None
    assert telling.place.state == "DEU"


@pytest.mark.parametrize(
    "sentence", ["Ana Silva is due in Oslo on Monday.", "Ana Silva is expected in Oslo on Monday."]
)
def test_who_is_due_somewhere_plans_to_go_there(sentence: str) -> None:
    (telling,) = told(sentence, "visit")
    assert (telling.status, telling.place and telling.place.name) == ("planned", "Oslo")


def test_what_is_to_be_done_at_a_meeting_is_no_mention_of_the_talks_before_it() -> None:
    text = "Narendra Modi spoke with Emmanuel Macron on Monday to settle accords to be signed at the meeting." + FILLER
    contacts = [telling for telling in read(text) if telling.kind in ("talks", "meeting")]
    assert [(telling.kind, telling.status) for telling in contacts] == [("talks", "held")]


def test_where_somebody_goes_after_a_meeting_is_not_where_it_was() -> None:
    (telling,) = told("Narendra Modi met Emmanuel Macron on Monday and visited a farm in Normandy." + FILLER, "meeting")
    assert telling.place is None


def test_welcoming_progress_is_no_meeting_of_those_who_welcome_it() -> None:
    assert not told("Narendra Modi and Emmanuel Macron welcomed the progress." + FILLER, "meeting")


def test_the_caption_of_an_older_picture_tells_an_event_of_its_own() -> None:
    text = (
        "Modi and Macron talk\n\nNarendra Modi spoke by phone with Emmanuel Macron on Monday." + FILLER
        + "\n\nPhoto: Indian Prime Minister Narendra Modi, left, meets Emmanuel Macron in Paris, in July 2019."
    )  # fmt: skip
    (telling,) = told(text, "meeting")
    assert telling.place is not None
    assert telling.place.name == "Paris"


def test_who_hosts_a_meeting_of_others_is_not_at_another_one() -> None:
    text = (
        "Iranian Foreign Minister Hossein Amir-Abdollahian met Saudi Foreign Minister Faisal bin Farhan in Beijing."
        "\n\nThe meeting of Iran and Saudi Arabia lasted an hour.\n\nQin Gang hosted the two ministers."
    )
    (telling,) = told(text, "meeting")
    assert {"qin-gang", "faisal-bin-farhan"} < actors(telling)


def test_what_a_call_is_for_is_no_other_talks() -> None:
    text = "Narendra Modi telephoned Emmanuel Macron to discuss the treaty with Brazil's Mauro Vieira." + FILLER
    assert not told(text, "talks")


def test_what_somebody_is_called_is_no_call() -> None:
    assert not told("Joe Biden called Xi Jinping a dictator on Tuesday." + FILLER, "call")


def test_states_in_endless_dialogue_are_no_event() -> None:
    assert not [t for t in read("India and Pakistan have engaged in dialogue." + FILLER) if t.kind == "talks"]


def test_welcoming_a_proposal_is_no_meeting() -> None:
    assert not told(
        "Germany and France welcomed the proposal of the European Commission on Monday." + FILLER, "meeting"
    )


def test_who_speaks_at_a_forum_took_part_in_it() -> None:
    text = "At the Munich Security Conference, Olaf Scholz said that Germany would spend more on defence." + FILLER
    (telling,) = told(text, "conference")
    assert actors(telling) == {"olaf-scholz"}
    assert telling.place is not None
    assert telling.place.name == "Munich"


def test_every_telling_cites_what_it_says() -> None:
    text = "Narendra Modi met Emmanuel Macron in Paris on Friday." + FILLER
    for telling in read(text):
        assert telling.evidence
        assert all(party.evidence for party in telling.parties)
        assert text[telling.trigger.start : telling.trigger.end] == "met"
