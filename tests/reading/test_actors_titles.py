"""Titles without a name, counterparts, plural titles, leaders, spokespersons: who is meant, or which office."""

from __future__ import annotations

import pytest

from tests.reading.actors_stage import read

ALONE = [
    ("Minister of Foreign Affairs of Oman left.", "Minister of Foreign Affairs of Oman", "office:OMN/foreign-minister"),
    ("Iran's top diplomat left.", "top diplomat", "office:IRN/foreign-minister"),
    ("The Indonesian president left.", "president", "office:IDN/head-of-state"),
    ("A State Department spokesman declined to comment.", "spokesman", "office:USA/foreign-ministry-spokesperson"),
    ("The Canadian ambassador to India left.", "ambassador", "office:CAN/ambassador"),
    ("NATO chief Mark Rutte spoke. The NATO chief left.", "The NATO chief", "person:mark-rutte"),
    ("UN envoy Hans Grundberg spoke. The UN envoy left.", "The UN envoy", "person:hans-grundberg"),
    ("Egyptian President Abdel Fattah el-Sisi spoke. The Egyptian leader left.", "The Egyptian leader",
     "person:abdel-fattah-el-sisi"),
    ("Rafael Grossi, head of the IAEA, spoke. The IAEA chief left.", "The IAEA chief", "person:rafael-grossi"),
    ("King Abdullah II of Jordan spoke. Jordan's king left.", "king", "person:abdullah-ii"),
    ("US Secretary of State Antony Blinken spoke. The secretary left.", "The secretary", "person:antony-blinken"),
    ("The secretary of state left for Europe.", "The secretary of state", "office:USA/foreign-minister"),
    ("Indian spokesperson Randhir Jaiswal spoke. The spokesperson left.", "The spokesperson", "person:randhir-jaiswal"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "actor"), ALONE)
def test_a_title_alone_is_the_person_who_bears_it_here_else_the_office(text: str, phrase: str, actor: str) -> None:
    assert read(text).all(phrase)[-1] == (actor,)


def test_a_bare_title_goes_to_its_bearer_among_several_people() -> None:
    text = (
        "French President Emmanuel Macron met German Chancellor Olaf Scholz. The president spoke. The chancellor left."
    )
    found = read(text)
    assert found.who("The president") == ("person:emmanuel-macron",)
    assert found.who("The chancellor") == ("person:olaf-scholz",)


def test_a_counterpart_without_a_name_is_the_office_in_the_other_state() -> None:
    found = read("Saudi Foreign Minister Faisal bin Farhan received his Iranian counterpart in Riyadh.")
    assert found.who("Iranian counterpart") == ("office:IRN/foreign-minister",)


def test_a_counterpart_with_a_name_holds_the_office() -> None:
    found = read("Peru's foreign minister, Elmer Schialer, met his Bolivian counterpart, Celinda Sosa.")
    assert ("person:celinda-sosa", "BOL/foreign-minister", False) in found.offices


def test_a_counterpart_may_lead_under_another_title() -> None:
    text = "Serbian President Aleksandar Vucic met Kosovo premier Albin Kurti. Kurti accused his counterpart of lying."
    assert read(text).who("counterpart") == ("person:aleksandar-vucic",)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The foreign ministers of Armenia and Azerbaijan met.", "foreign ministers"),
        ("The Armenian and Azerbaijani foreign ministers met.", "foreign ministers"),
    ],
)
def test_a_plural_title_is_one_office_a_state(text: str, phrase: str) -> None:
    assert read(text).who(phrase) == ("office:ARM/foreign-minister", "office:AZE/foreign-minister")


@pytest.mark.parametrize("bloc", ["E3", "three European powers"])
def test_a_plural_title_of_a_bloc_is_one_office_a_member(bloc: str) -> None:
    found = read(f"Envoys and ambassadors of the {bloc} left.")
    assert found.who("ambassadors") == tuple(f"office:{state}/ambassador" for state in ("GBR", "FRA", "DEU"))


def test_a_plural_title_of_a_bloc_whose_members_changed_stays_open() -> None:
    assert read("The ambassadors of the Visegrad Group left.").who("ambassadors") is None


def test_a_plural_title_is_the_people_the_article_names() -> None:
    found = read("The presidents of Kenya and Rwanda met. Kenyan leader William Ruto hosted Paul Kagame.")
    assert found.who("presidents") == ("person:william-ruto", "person:paul-kagame")


def test_leaders_of_both_countries_are_offices_of_the_two_states() -> None:
    found = read("Armenia and Azerbaijan agreed on a text. The leaders of both countries will sign it.")
    assert found.who("leaders of both countries") is not None
    assert [actor.partition("/")[0] for actor in found.who("leaders of both countries") or ()] == [
        "office:ARM", "office:AZE",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "phrase", "actor"),
    [
        ("The Turkish Foreign Ministry objected.", "Foreign Ministry", "organisation:TUR/foreign-ministry"),
        ("Egypt's presidency objected.", "presidency", "organisation:EGY/presidency"),
        ("Iranian state media objected.", "state media", "organisation:IRN/state-media"),
        ("Beijing objected. Its foreign ministry protested.", "foreign ministry", "organisation:CHN/foreign-ministry"),
        ("The Iranian foreign ministry objected. The ministry left it there.", "The ministry",
         "organisation:IRN/foreign-ministry"),
        ("The State Department objected.", "State Department", "organisation:USA/foreign-ministry"),
        ("The Philippine coast guard objected.", "coast guard", "organisation:PHL/coast-guard"),
        ("ECOWAS warned Niger. The bloc will meet on Sunday.", "The bloc", "organisation:ecowas"),
        ("Niger's junta objected.", "junta", "organisation:NER/leadership"),
        ("The UN Security Council objected.", "Security Council", "organisation:un-security-council"),
    ],
)  # fmt: skip
def test_an_institution_belongs_to_its_state(text: str, phrase: str, actor: str) -> None:
    assert read(text).all(phrase)[-1] == (actor,)


def test_a_title_of_its_owner_unsaid_is_no_office_of_the_persons_state() -> None:
    found = read("The European Commission agreed. Its president, Ursula von der Leyen, signed.")
    assert ("person:ursula-von-der-leyen", "DEU/head-of-state", False) not in found.offices


def test_a_spokesperson_with_an_indefinite_article_is_not_the_one_named_before() -> None:
    found = read("Chinese Foreign Ministry spokesman Guo Jiakun spoke. A Chinese Foreign Ministry spokesperson agreed.")
    assert found.all("spokesperson")[-1] == ("office:CHN/foreign-ministry-spokesperson",)


def test_a_person_known_to_hold_the_office_needs_no_title_in_the_article() -> None:
    text = "Peter Szijjarto met Lavrov in Moscow. The Russian foreign minister thanked Hungary."
    assert read(text).who("foreign minister") == ("person:sergey-lavrov",)


def test_officials_of_a_person_have_the_owner_of_the_persons_office() -> None:
    found = read("UN Secretary-General Antonio Guterres spoke. Guterres's spokesman, Stephane Dujarric, agreed.")
    assert ("person:stephane-dujarric", "united-nations/spokesperson", False) in found.offices
