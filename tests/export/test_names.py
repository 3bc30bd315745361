"""Keys turned into names, with and without knowledge of them."""

from __future__ import annotations

import pytest

from communique.export.names import KnownNames, PlainNames, known_names, office_key
from communique.knowledge import Knowledge, Office, Organisation, Role, State

KNOWN = KnownNames(
    Knowledge(
        states={"FJI": State("FJI", "FJ", "Fiji")},
        places={},
        persons={},
        roles={"foreign-minister": Role("foreign-minister", "Minister of Foreign Affairs", ("foreign minister",), 20),
               "secretary-general": Role("secretary-general", "Secretary-General", (), 10)},
        offices={"forum/secretary-general": Office("forum/secretary-general", "secretary-general", "forum",
                                                   "Secretary General of the Forum")},
        organisations={"forum": Organisation("forum", "The Forum", "intergovernmental", None)},
        outlets={},
        occasions={},
        plans={},
        tenures=(),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("FJI/foreign-minister", "Minister of Foreign Affairs"),
        ("forum/secretary-general", "Secretary General of the Forum"),
        ("FJI/chief-herald", "chief herald"),
        ("XXX/foreign-minister", "foreign minister"),
        ("Special envoy for the Pacific", "Special envoy for the Pacific"),
        ("Minister / spokesman", "Minister / spokesman"),
    ],
)
def test_offices(office: str, name: str) -> None:
    assert KNOWN.office(office) == name


def test_states() -> None:
    assert KNOWN.state("FJI") == "Fiji"
    assert KNOWN.state("XXX") == "XXX"
    assert PlainNames().state("FJI") == "FJI"


def test_only_keys_are_taken_apart() -> None:
    assert office_key("FJI/foreign-minister") == ("FJI", "foreign-minister")
    assert office_key("Foreign Minister") is None
    assert office_key(None) is None


def test_the_packages_own_knowledge_names_states_and_offices() -> None:
    names = known_names()
    assert names.state("FRA") == "France"
    assert names.office("FRA/foreign-minister") not in ("FRA/foreign-minister", "")
