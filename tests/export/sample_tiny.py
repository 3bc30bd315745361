"""A record of one short article, whose JSON is the example in docs/record.md."""

from __future__ import annotations

from datetime import date

from communique.records import (
    Account,
    Actor,
    Attribution,
    Cue,
    Event,
    Lineage,
    Party,
    Place,
    PloverCode,
    Publication,
    Record,
    Statement,
    When,
)

from .sample_texts import article, at

TEXT = """Lisbon, 3 May 2024
Portugal's foreign minister, Paulo Rangel, met his Moldovan counterpart in Chișinău on Thursday. "We stand by \
Moldova," he said.
"""
ARTICLE = article("5b0e0f8e1c2d", TEXT, {1: ("byline", "a city and a date")}, outlet="Tagus News",
                  claims=(("3 May 2024", date(2024, 5, 3)),))  # fmt: skip
THURSDAY = When(
    date(2024, 5, 2), date(2024, 5, 2), "day", "weekday before publication", 0.95, (at(ARTICLE, "Thursday"),)
)
MET = Event(
    id="event-94c1d7a0b3e2",
    kind="meeting",
    status="held",
    plover=PloverCode("CONSULT", "meeting"),
    parties=(Party("person:paulo-rangel", "participant", (at(ARTICLE, "Paulo Rangel"),), "Minister of Foreign Affairs",
                   "PRT", "GOV"),),
    place=Place("Chișinău", "MDA", "said", (at(ARTICLE, "Chișinău"),), "chisinau"),
    when=THURSDAY,
    topics=(),
    outcome=(),
    part_of=None,
    confidence=0.9,
    accounts=(Account(ARTICLE.id, "telling-1f2e3d4c5b6a", "held", THURSDAY, None, (),
                      (at(ARTICLE, "met his Moldovan counterpart in Chișinău"),)),),
    outlets=1,
    origins=1,
    history=(("held", ARTICLE.id, THURSDAY),),
)  # fmt: skip
SAID = Attribution("statement-77a1c4d2e9f0", ("person:paulo-rangel",), (), (), (at(ARTICLE, "he"),),
                   at(ARTICLE, '"We stand by Moldova,"'), (at(ARTICLE, "We stand by Moldova,"),), "direct",
                   at(ARTICLE, "said"))  # fmt: skip
TINY = Record(
    articles=(ARTICLE,),
    publications=(
        Publication(ARTICLE.id, When(date(2024, 5, 3), date(2024, 5, 3), "day", "said", 0.97), date(2024, 5, 3),
                    (Cue("a dateline", 8, 18, (date(2024, 5, 3), date(2024, 5, 3)), used=True),)),
    ),
    lineages=(Lineage(ARTICLE.id, None, None, 0.0, ARTICLE.id),),
    actors=(Actor("person:paulo-rangel", "Paulo Rangel", "person", "PRT", (), "GOV"),),
    events=(MET,),
    statements=(Statement(SAID.id, ARTICLE.id, SAID, THURSDAY, MET.id, 0.85),),
)  # fmt: skip
