"""Events in sentences whose clauses stand far from what they are said of. Sentences of our own."""

import pytest

from communique import intake, knowledge
from communique.reading import pipeline, read_document
from communique.records import Article
from tests.reading.events_told import lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It follows a deal to share water that Kenya's premier, Ada Obi, and President Joe Mukasa signed on 3 May.",
            "held agreement: ada-obi + joe-mukasa @ - (3 May)",
        ),
        (
            "Chad and Niger have agreed on how to share the river, the Chadian premier said.",
            "held agreement: NER + TCD @ - ()",
        ),
        (
            "Besides holding talks with Chilean President Ana Ruiz, Joe Mukasa is scheduled to attend a dinner.",
            "planned talks: ana-ruiz + joe-mukasa @ - ()",
        ),
        (
            "On Friday Joe Mukasa was in Santiago for talks with Chilean President Ana Ruiz.",
            "held meeting: ana-ruiz + joe-mukasa @ Santiago (Friday)",
        ),
        (
            "Ada Obi was welcomed by President Juan Soto, as she had been on her previous visit to Chile in May.",
            "held meeting: ada-obi + juan-soto @ - ()",
        ),
        (
            "Norway's ministry denied that Ada Obi had held a meeting with Chile's foreign minister, Juan Soto.",
            "denied meeting: ada-obi + juan-soto @ - ()",
        ),
        (
            "Ada Obi will fly on Monday to Lima, where she meets Chilean President Juan Soto.",
            "planned meeting: ada-obi + juan-soto @ Lima ()",
        ),
        (
            "Ada Obi is to speak in parliament before heading to Lima, where she meets President Juan Soto.",
            "planned meeting: ada-obi + juan-soto @ Lima ()",
        ),
        (
            "Ada Obi will visit the school in Lima where she met Juan Soto in 2019.",
            "held meeting: ada-obi + juan-soto @ Lima (2019)",
        ),
        ("The deal would be signed during Ada Obi's visit to Lima.", "planned visit: ada-obi @ Lima ()"),
        (
            "Ada Obi arrived in Lima on Tuesday before a meeting with Juan Soto.",
            "planned meeting: ada-obi + juan-soto @ Lima ()",
        ),
        ("Ada Obi and Juan Soto signed an action plan.", "held agreement: ada-obi + juan-soto @ - ()"),
        ("Ada Obi has canceled a scheduled trip to China.", "cancelled visit: ada-obi @ China ()"),
        ("Ada Obi met Juan Soto on Monday ahead of a visit to Peru.", "planned visit: ada-obi @ Peru ()"),
        ("Ada Obi met Juan Soto on Monday ahead of a visit to Peru.", "held meeting: ada-obi + juan-soto @ - (Monday)"),
        (
            "Thursday's vote follows a meeting Wednesday between Ada Obi and Juan Soto.",
            "held meeting: ada-obi + juan-soto @ - (Wednesday)",
        ),
    ],
)
def test_an_event_told_from_afar(text: str, expected: str) -> None:
    assert expected in lines(text)


def test_a_report_told_of_beside_its_outlet_stays_a_report() -> None:
    (told,) = lines(
        "Neither government would confirm a report, first aired by Radio Oslo, of talks between Kari Moe and Ana Ruiz."
    )
    assert told.startswith("unconfirmed talks")


def test_the_meeting_before_was_elsewhere() -> None:
    told = lines("Chad's premier met Kenya's president. It was their first meeting since the summit in Lima last year.")
    assert not any("meeting" in line and "Lima" in line for line in told)
    assert any("conference" in line and "Lima" in line for line in told)


def test_their_first_meeting_since_a_summit_says_that_they_were_at_the_summit() -> None:
    told = lines("It was their second meeting since the forum in Lima in May.")
    assert "held conference: these/they @ Lima (May)" in told


def test_talks_said_to_have_ended_in_an_accord_are_of_those_who_agreed() -> None:
    told = lines("Chad and Niger have signed a border accord, mediator Ada Obi said after six hours of talks in Lagos.")
    assert any(line.startswith("held meeting: NER + TCD @ Lagos") for line in told)


def test_later_is_soon_after_what_was_told_of_the_same_person() -> None:
    text = "Norwegian premier Kari Moe met Ana Ruiz in Santiago on Tuesday. Moe was later received by Juan Soto."
    article = next(iter(intake.read_bytes("article.txt", text.encode(), ".txt")))
    assert isinstance(article, Article)
    (document,) = pipeline.parse([article])
    met, received = read_document(document, knowledge.load()).tellings
    assert [(tie.relation, tie.telling, tie.most) for tie in received.beside] == [("after", met.id, 1)]
    assert met.beside == ()
