"""A record made by hand that uses every noun: two dyads, five articles, planned, held, denied and undated events."""

from __future__ import annotations

from datetime import date

from communique.records import (
    UNKNOWN,
    Account,
    Actor,
    Article,
    Attribution,
    Check,
    Cue,
    Disagreement,
    Event,
    Lineage,
    Link,
    Party,
    Place,
    PloverCode,
    Publication,
    Record,
    Statement,
    Unread,
    When,
)

from .sample_texts import BEIJING, COPIED, GERMAN, HELD, PLANNED, article, at

ARTICLES = (
    article(
        "beijing",
        BEIJING,
        {1: ("clock", "a date alone on its line"), 2: ("title", "first long line")},
        outlet="Gulf Courier",
        claims=(("Thursday, 20 July 2023", date(2023, 7, 20)),),
    ),
    article("copied", COPIED, {1: ("title", "first line")}, outlet="The Danube Post", url="https://example.org/ohrid"),
    article("german", GERMAN, {1: ("title", "first line")}, outlet=None, language="de"),
    article("held", HELD, {1: ("title", "first line")}, outlet="Balkan News Agency", url="javascript:alert(1)"),
    article(
        "planned",
        PLANNED,
        {1: ("navigation", "words between bars"), 2: ("title", "first line"), 5: ("teaser", "ends in an ellipsis")},
        outlet="Lakeside Wire",
        claims=(("14 March 2023", date(2023, 3, 14)),),
    ),
)  # fmt: skip
BEIJING_A, COPIED_A, GERMAN_A, HELD_A, PLANNED_A = ARTICLES

VUCIC, KURTI, BORRELL = "person:aleksandar-vucic", "person:albin-kurti", "person:josep-borrell"
IRAN_FM, SAUDI_FM = "person:hossein-amir-abdollahian", "person:faisal-bin-farhan"
AGENCY, SPOKESMAN, OFFICIAL = "organisation:balkan-news", "unnamed:XKX/spokesman", "unnamed:IRN/senior-official"

ACTORS = (
    Actor("office:IRN/president", "President of Iran", "office", "IRN"),
    Actor(AGENCY, "Balkan News Agency", "organisation"),
    Actor(KURTI, "Albin Kurti", "person", "XKX", ("Mr Kurti",)),
    Actor(VUCIC, "Aleksandar Vučić", "person", "SRB", ("Mr Vučić", "Vucic")),
    Actor(SAUDI_FM, "Faisal bin Farhan", "person", "SAU"),
    Actor(IRAN_FM, "Hossein Amir-Abdollahian", "person", "IRN"),
    Actor(BORRELL, "Josep Borrell", "person", None),
    Actor("state:SRB", "Serbia", "state", "SRB", ("Belgrade",)),
    Actor(OFFICIAL, "a senior Iranian official", "unnamed", "IRN"),
    Actor(SPOKESMAN, "a Kosovo government spokesman", "unnamed", "XKX"),
)


def day(year: int, month: int, number: int, basis: str, sure: float, *said: tuple[Article, str]) -> When:
    """One day, with the words that say it."""
    found = tuple(at(source, words) for source, words in said)
    return When(date(year, month, number), date(year, month, number), "day", basis, sure, found)


OHRID_DAY = day(2023, 3, 18, "said", 0.97, (HELD_A, "18 March"))
SATURDAY = day(2023, 3, 18, "weekday after publication", 0.9, (PLANNED_A, "Saturday, the"))
THURSDAY = When(date(2023, 4, 1), date(2023, 4, 14), "range", "weekday, publication uncertain", 0.6)


def _leaders(source: Article, first: str, second: str) -> tuple[Party, ...]:
    return (
        Party(KURTI, "participant", (at(source, second),), "XKX/prime-minister", "XKX"),
        Party(VUCIC, "participant", (at(source, first),), "SRB/president", "SRB"),
    )


OHRID = Place("Ohrid", "MKD", "said", (at(HELD_A, "Ohrid", 1),), "ohrid")
TALKS = Event(
    id="event-0a1b2c3d4e5f",
    kind="meeting",
    status="held",
    plover=PloverCode("CONSULT", "third-party"),
    parties=_leaders(HELD_A, "Aleksandar Vučić", "Albin Kurti"),
    place=OHRID,
    when=OHRID_DAY,
    topics=("normalisation of relations",),
    outcome=(("agreed on how to carry out the plan", at(HELD_A, "agreed on how to carry out the plan")),),
    part_of=None,
    confidence=0.93,
    accounts=(
        Account(PLANNED_A.id, "t1", "planned", SATURDAY, Place("Ohrid", "MKD", "said", (at(PLANNED_A, "Ohrid", 1),)),
                _leaders(PLANNED_A, "Serbian President Aleksandar Vučić", "Kosovo Prime Minister Albin Kurti"),
                (at(PLANNED_A, "will meet"),)),
        Account(HELD_A.id, "t2", "held", OHRID_DAY, OHRID, _leaders(HELD_A, "Aleksandar Vučić", "Albin Kurti"),
                (at(HELD_A, "met in Ohrid"), at(HELD_A, "agreed"))),
        Account(COPIED_A.id, "t3", "held", When(date(2023, 3, 18), date(2023, 3, 19), "range", "said", 0.8), None,
                _leaders(COPIED_A, "Aleksandar Vučić", "Albin Kurti"), (at(COPIED_A, "met in Ohrid"),)),
    ),
    outlets=3,
    origins=2,
    disagreements=(Disagreement("date", (("18 March 2023", (HELD_A.id,)), ("18 to 19 March 2023", (COPIED_A.id,)))),),
    history=(("planned", PLANNED_A.id, SATURDAY), ("held", HELD_A.id, OHRID_DAY)),
)  # fmt: skip
BEIJING_MEETING = Event(
    id="event-1b2c3d4e5f6a",
    kind="meeting",
    status="held",
    plover=PloverCode("CONSULT"),
    parties=(
        Party(IRAN_FM, "participant", (at(BEIJING_A, "Hossein Amir-Abdollahian"),), "IRN/foreign-minister", "IRN"),
        Party(SAUDI_FM, "participant", (at(BEIJING_A, "Prince Faisal bin Farhan"),), "Foreign Minister", "SAU"),
    ),
    place=Place("Beijing", "CHN", "said", (at(BEIJING_A, "Beijing", 1),)),
    when=THURSDAY,
    topics=("reopening of embassies",),
    outcome=(("agreed to reopen embassies", at(BEIJING_A, "agreed to reopen embassies")),),
    part_of=None,
    confidence=0.88,
    accounts=(Account(BEIJING_A.id, "t4", "held", THURSDAY, None, (), (at(BEIJING_A, "met in Beijing"),)),),
    outlets=1,
    origins=1,
)
VISIT = Event(
    id="event-2c3d4e5f6a7b",
    kind="visit",
    status="proposed",
    plover=None,
    parties=(Party("office:IRN/president", "visitor", (at(BEIJING_A, "the Iranian president"),), None, "IRN"),),
    place=None,
    when=UNKNOWN,
    topics=(),
    outcome=(),
    part_of=None,
    confidence=0.5,
    accounts=(Account(BEIJING_A.id, "t5", "proposed", UNKNOWN, None, (), (at(BEIJING_A, "proposed a visit"),)),),
    outlets=1,
    origins=1,
)
SIGNING = Event(
    id="event-3d4e5f6a7b8c",
    kind="agreement",
    status="denied",
    plover=None,
    parties=(Party("state:SRB", "party", (at(PLANNED_A, "Belgrade"),), None, "SRB"),),
    place=None,
    when=When(date(2023, 3, 1), date(2023, 3, 31), "month", "near the talks", 0.4),
    topics=(),
    outcome=(),
    part_of=TALKS.id,
    confidence=0.61,
    accounts=(Account(PLANNED_A.id, "t6", "denied", UNKNOWN, None, (), (at(PLANNED_A, "denied"),)),),
    outlets=1,
    origins=1,
)

STATEMENTS = (
    Statement("statement-01", PLANNED_A.id, Attribution(
        "statement-01", (BORRELL,), (), (VUCIC, KURTI), (at(PLANNED_A, "he told"),),
        at(PLANNED_A, "“Both leaders have a duty to their citizens,”"),
        (at(PLANNED_A, "Both leaders have a duty to their citizens,"),), "direct", at(PLANNED_A, "told"),
        topics=("normalisation of relations",)),
        day(2023, 3, 14, "weekday before publication", 0.9, (PLANNED_A, "Tuesday")), None, 0.9),
    Statement("statement-02", PLANNED_A.id, Attribution(
        "statement-02", (KURTI,), (), (), (at(PLANNED_A, "A Kosovo government spokesman"),),
        at(PLANNED_A, "Mr Kurti was ready to sign"), (), "indirect", at(PLANNED_A, "said", 1),
        chain=(Link(SPOKESMAN, "conveyed", at(PLANNED_A, "A Kosovo government spokesman")),
               Link(AGENCY, "cited", at(PLANNED_A, "cited by the Balkan News Agency")))),
        UNKNOWN, TALKS.id, 0.7),
    Statement("statement-03", PLANNED_A.id, Attribution(
        "statement-03", ("state:SRB",), (), (), (at(PLANNED_A, "Belgrade"),),
        at(PLANNED_A, "any signature was foreseen"), (), "indirect", at(PLANNED_A, "denied"), "denies",
        plover=PloverCode("REJECT"), status="denied"), UNKNOWN, SIGNING.id, 0.8),
    Statement("statement-04", HELD_A.id, Attribution(
        "statement-04", (VUCIC,), (BORRELL,), (), (at(HELD_A, "Mr Vučić"),), at(HELD_A, "he had signed nothing"), (),
        "indirect", at(HELD_A, "said", 1), hedge=at(HELD_A, "reportedly")), OHRID_DAY, TALKS.id, 0.55),
    Statement("statement-05", BEIJING_A.id, Attribution(
        "statement-05", (OFFICIAL,), (), (), (at(BEIJING_A, "a senior Iranian official"),),
        at(BEIJING_A, "Riyadh has proposed a visit by the Iranian president"), (), "indirect",
        at(BEIJING_A, "said")), UNKNOWN, VISIT.id, 0.75),
)  # fmt: skip

RECORD = Record(
    articles=ARTICLES,
    publications=(
        Publication(
            BEIJING_A.id,
            When(date(2023, 4, 1), date(2023, 4, 30), "range", "solved from cues", 0.6),
            None,
            (
                Cue("the page's own clock", 0, 22, (date(2023, 7, 20), date(2023, 7, 20)), used=False),
                Cue("first meeting in more than seven years", None, None, (date(2023, 1, 4), None), used=True),
            ),
        ),
        Publication(PLANNED_A.id, day(2023, 3, 14, "said", 0.98), date(2023, 3, 14),
                    (Cue("a dateline", PLANNED.index("14 March"), PLANNED.index("14 March") + 13,
                         (date(2023, 3, 14), date(2023, 3, 14)), used=True),)),
    ),
    lineages=(
        Lineage(BEIJING_A.id, None, None, 0.0, BEIJING_A.id),
        Lineage(COPIED_A.id, HELD_A.id, "near-copy", 0.81, HELD_A.id, ("81 % of its word runs stand in the other",)),
        Lineage(HELD_A.id, None, None, 0.0, HELD_A.id),
        Lineage(PLANNED_A.id, None, None, 0.0, PLANNED_A.id),
    ),
    actors=ACTORS,
    events=(SIGNING, TALKS, BEIJING_MEETING, VISIT),
    statements=STATEMENTS,
    checks=(
        Check("check-01", BEIJING_A.id, "misleading date", (at(BEIJING_A, "Thursday, 20 July 2023"),),
              "The page's clock says 20 July 2023; the text was written in April 2023."),
        Check("check-02", COPIED_A.id, "altered quotation", (at(COPIED_A, "twelve hours"), at(HELD_A, "twelve hours")),
              "The words differ from those of the article it was copied from."),
    ),
    unread=(Unread("news/broken.html", "the file is empty", "e3b0c442"), Unread("news/photo.jpg", "not a text")),
)  # fmt: skip
