"""Persons by name: titles around names, owners, spellings, surnames, offices held and past."""

from __future__ import annotations

import pytest

from communique.reading.actors.people import slug, surname_forms
from tests.reading.actors_stage import read

TITLED = [
    ("Russian Foreign Minister Sergei Lavrov arrived in Baku.", "sergey-lavrov", "RUS/foreign-minister"),
    ("Nikolai Patrushev, head of Russia's Security Council, flew to Minsk.", "nikolai-patrushev",
     "RUS/security-council-secretary"),
    ("India's external affairs minister, S. Jaishankar, visited Male.", "s-jaishankar", "IND/foreign-minister"),
    ("Minister of Foreign Affairs of Oman Sayyid Badr bin Hamad Al Busaidi called Tehran.", "badr-albusaidi",
     "OMN/foreign-minister"),
    ("Ajit Doval, a veteran officer who heads India's National Security Council, spoke.", "ajit-doval",
     "IND/security-council-secretary"),
    ("EU foreign policy chief Josep Borrell urged calm.", "josep-borrell", "european-union/high-representative"),
    ("NATO Secretary General Jens Stoltenberg urged calm.", "jens-stoltenberg", "nato/secretary-general"),
    ("Ursula von der Leyen, the president of the European Commission, agreed.", "ursula-von-der-leyen",
     "european-commission/commission-president"),
    ("Hezbollah chief Hassan Nasrallah spoke on Friday.", "hassan-nasrallah", "hezbollah/organisation-leader"),
    ("King Abdullah II of Jordan landed in Cairo.", "abdullah-ii", "JOR/king"),
    ("The Russian ambassador to Turkey, Alexei Yerkhov, was summoned.", "alexei-yerkhov", "RUS/ambassador"),
    ("UN special envoy for Yemen Hans Grundberg left Muscat.", "hans-grundberg", "united-nations/special-envoy"),
    ("South Korean President Yoon Suk Yeol spoke first.", "yoon-suk-yeol", "KOR/head-of-state"),
    ("Saudi Foreign Minister Prince Faisal bin Farhan spoke first.", "faisal-bin-farhan", "SAU/foreign-minister"),
    ("Acting Afghan Foreign Minister Amir Khan Muttaqi spoke first.", "amir-khan-muttaqi", "AFG/foreign-minister"),
    ("US Deputy Secretary of State Wendy Sherman spoke first.", "wendy-sherman", "USA/deputy-foreign-minister"),
    ("Tanzanian Foreign Minister Juma Kiboko spoke first.", "juma-kiboko", "TZA/foreign-minister"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "office"), TITLED)
def test_a_title_beside_a_name_is_an_office_of_its_owner(text: str, person: str, office: str) -> None:
    assert (f"person:{person}", office, False) in read(text).offices


@pytest.mark.parametrize(
    ("text", "person", "office"),
    [
        ("Former Swedish Prime Minister Magdalena Andersson came.", "magdalena-andersson", "SWE/head-of-government"),
        ("Finland's then-president Sauli Niinisto came.", "sauli-niinisto", "FIN/head-of-state"),
        ("Former US President Bill Clinton came.", "bill-clinton", "USA/head-of-state"),
    ],
)
def test_a_past_office_is_claimed_as_past_only(text: str, person: str, office: str) -> None:
    offices = read(text).offices
    assert (f"person:{person}", office, True) in offices
    assert (f"person:{person}", office, False) not in offices


def test_a_courtesy_word_is_no_office() -> None:
    offices = read("Saudi Foreign Minister Prince Faisal bin Farhan spoke. Prince Faisal left.").offices
    assert {office for _, office, _ in offices} == {"SAU/foreign-minister"}


def test_two_titled_names_in_coordination_stay_two() -> None:
    text = "South Korean President Yoon Suk Yeol and Japanese Prime Minister Fumio Kishida met in Tokyo."
    found = read(text)
    assert found.who("Yoon Suk Yeol") == ("person:yoon-suk-yeol",)
    assert found.who("Fumio Kishida") == ("person:fumio-kishida",)


SURNAMES = [
    ("Egyptian President Abdel Fattah el-Sisi came. Sisi objected.", "Sisi", "abdel-fattah-el-sisi"),
    ("Serbian President Aleksandar Vucic came. Mr Vucic objected.", "Mr Vucic", "aleksandar-vucic"),
    ("Thai Prime Minister Srettha Thavisin came. Srettha objected.", "Srettha", "srettha-thavisin"),
    ("Foreign Minister Badr Albusaidi of Oman came. Al Busaidi objected.", "Al Busaidi", "badr-albusaidi"),
    ("Vietnamese Foreign Minister Bui Thanh Son came. Son objected.", "Son", "bui-thanh-son"),
    ("Chinese Foreign Minister Wang Yi came. Wang objected.", "Wang", "wang-yi"),
    ("Ukraine's Volodymyr Zelenskiy came. Zelensky objected.", "Zelensky", "volodymyr-zelensky"),
    ("Cuban envoy Carlos Fernandez de Cossio came. Fernandez de Cossio objected.", "Fernandez de Cossio",
     "carlos-fernandez-de-cossio"),
    ("Danish ambassador Ida Holmgaard came. Mrs Holmgaard objected.", "Mrs Holmgaard", "ida-holmgaard"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "person"), SURNAMES)
def test_a_name_said_again_in_part_is_the_same_person(text: str, phrase: str, person: str) -> None:
    assert read(text).all(phrase)[-1] == (f"person:{person}",)


def test_of_two_bearers_of_a_surname_the_one_the_text_is_about_is_meant() -> None:
    found = read("Kim Yo Jong, the sister of North Korean leader Kim Jong Un, spoke. Kim said the drill was a threat.")
    assert found.all("Kim")[-1] == ("person:kim-yo-jong",)


def test_an_unknown_person_has_the_state_of_the_title_or_of_the_noun_before() -> None:
    found = read("Peruvian Foreign Minister Rosa Quispe met Sudanese general Shams Kabbashi. The general blamed Chad.")
    assert found.cast.actors["person:rosa-quispe"].state == "PER"
    assert found.cast.actors["person:shams-kabbashi"].state == "SDN"
    assert found.who("The general") == ("person:shams-kabbashi",)


def test_an_envoys_posting_owns_nothing_and_is_mentioned_for_itself() -> None:
    found = read("China's ambassador to Japan, Wu Jianghao, was summoned in Tokyo.")
    assert found.cast.actors["person:wu-jianghao"].state == "CHN"
    assert found.who("Japan") == ("state:JPN",)


def test_words_of_a_heading_are_no_people_or_organisations() -> None:
    found = read("Peace Hopes Fade as Talks Stall\n\nTalks between Sudan and Chad stalled. Hopes for peace are fading.")
    assert found.present == {"state:SDN", "state:TCD"}


def test_a_name_cut_at_its_hyphen_is_made_whole() -> None:
    found = read("Taiwan's President Tsai Ing-wen spoke. Tsai thanked him.")
    assert found.who("Tsai Ing-wen") == found.all("Tsai")[-1]


@pytest.mark.parametrize(
    ("surname", "form"),
    [("el-Sisi", "sisi"), ("Al Busaidi", "albusaidi"), ("von der Leyen", "leyen"), ("Bou Habib", "habib")],
)
def test_surnames_are_known_without_their_particles(surname: str, form: str) -> None:
    assert form in surname_forms(surname.split())


def test_a_slug_is_ascii_and_never_empty() -> None:
    assert slug("Élysée – Palais") == "elysee-palais"
    assert slug("—") == "unknown"


def test_an_adjective_is_no_courtesy() -> None:
    found = read("Diplomats awaited a major Lavrov speech in Moscow. Russia said the general Lavrov line stood.")
    assert [
        r for r in found.cast.references if found.text(r.start, r.end).lower().startswith(("major", "general"))
    ] == []


def test_a_name_that_only_its_title_gives_away() -> None:
    found = read("Moscow's envoy to Vienna Mikhail Ulyanov objected.")
    assert "person:mikhail-ulyanov" in found.present
    assert found.who("Vienna") is None


def test_a_leader_by_surname_alone_is_no_organisation() -> None:
    """The name finder may take a lone surname for a body; a weekday that is a surname too is nobody."""
    assert read("The envoy told Netanyahu that the pause was short.").who("Netanyahu") == ("person:benjamin-netanyahu",)
    assert read("The envoy left on Friday.").who("Friday") is None


def test_two_titles_before_one_name_are_two_offices() -> None:
    offices = read("Pakistan's Deputy Prime Minister and Foreign Minister Ishaq Dar left.").offices
    assert {office for _, office, _ in offices} == {"PAK/deputy-head-of-government", "PAK/foreign-minister"}


def test_an_office_in_apposition_to_a_surname() -> None:
    found = read("Abbas Araghchi came to Muscat. Araghchi, Iran's chief negotiator, said so.")
    assert found.who("chief negotiator") == ("person:abbas-araghchi",)


def test_a_list_is_no_apposition() -> None:
    found = read("President Asif Ali Zardari of Pakistan, the prime minister and the army chief attended.")
    assert ("person:asif-ali-zardari", "PAK/head-of-government", False) not in found.offices


def test_a_month_is_no_person() -> None:
    found = read("British Prime Minister Theresa May will travel in May. May said so.")
    assert found.all("May") == [("person:theresa-may",), ("person:theresa-may",)]
