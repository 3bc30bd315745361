"""The JSON record: the contract's keys in order, exact offsets, and what is mapped from other shapes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.export import to_dict, to_json
from communique.export.names import PlainNames
from communique.records import Actor, Article, Record, Unread

from .sample import ARTICLES, COPIED_A, GERMAN_A, HELD_A, PLANNED_A, RECORD, TALKS

if TYPE_CHECKING:
    from collections.abc import Iterator

# The contract's keys, in its order (docs/record.md); ours may follow.
KEYS = {
    "": "format version articles actors events statements checks unread",
    "articles": "id path sha256 url outlet title language published claimed_dates lines lineage read reason",
    "published": "from to best granularity confidence why",
    "why": "cue start end says used",
    "claimed_dates": "source date start end",
    "lines": "line kind reason",
    "lineage": "origin kind score why",
    "actors": "id name kind state aliases",
    "events": "id kind status plover participants place when topics outcome part_of confidence accounts articles"
    " outlets origins disagreements history",
    "plover": "type mode",
    "participants": "actor role office state",
    "place": "name state basis",
    "when": "from to granularity basis confidence",
    "accounts": "article status when evidence",
    "evidence": "start end",
    "disagreements": "field values evidence",
    "values": "value articles",
    "history": "status article when",
    "statements": "id article speakers addressees targets content quotes mode cue polarity hedge plover topics chain"
    " event when confidence",
    "content": "start end",
    "quotes": "start end",
    "chain": "actor relation start end",
    "checks": "id article kind evidence detail",
    "unread": "path reason",
}


def objects(value: Any, key: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """All objects of a JSON value, each with the key that it stands under."""
    if isinstance(value, dict):
        yield key, value
        for name, inner in value.items():
            yield from objects(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner, key)


def written(record: Record = RECORD) -> dict[str, Any]:
    """What another program reads from the record's JSON."""
    read: dict[str, Any] = json.loads(to_json(record, PlainNames()))
    return read


def test_the_contracts_keys_come_first_and_in_order() -> None:
    seen = set()
    for key, value in objects(written()):
        if key in KEYS:
            seen.add(key)
            wanted = KEYS[key].split()
            assert list(value)[: len(wanted)] == wanted, key
    assert seen == set(KEYS)


def test_text_ends_with_one_newline_and_keeps_letters_as_they_are() -> None:
    text = to_json(RECORD, PlainNames())
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert "Aleksandar Vučić" in text
    assert text == to_json(RECORD, PlainNames())


def test_every_offset_lies_in_its_article() -> None:
    texts = {article.id: article.text for article in ARTICLES}
    count = 0
    for part in ("articles", "events", "statements", "checks"):
        for owner in written()[part]:
            home = owner["id"] if part == "articles" else owner.get("article")
            for _, value in objects(owner):
                if value.get("start") is None:
                    continue
                text = texts[str(value.get("article", home))]
                assert 0 <= value["start"] <= value["end"] <= len(text)
                count += 1
    assert count > 60


def test_slices_are_the_words_that_were_marked() -> None:
    texts = {article.id: article.text for article in ARTICLES}
    record = written()

    def words(value: dict[str, Any], home: str | None = None) -> str:
        return texts[str(value.get("article", home))][value["start"] : value["end"]]

    talks = next(event for event in record["events"] if event["id"] == TALKS.id)
    assert [words(party["evidence"][0]) for party in talks["participants"]] == ["Albin Kurti", "Aleksandar Vučić"]
    assert words(talks["outcome_evidence"][0]) == talks["outcome"][0]
    assert words(talks["when"]["evidence"][0]) == "18 March"
    accounts = {account["article"]: [words(e, account["article"]) for e in account["evidence"]]
                for account in talks["accounts"]}  # fmt: skip
    assert accounts == {
        PLANNED_A.id: ["will meet"],
        HELD_A.id: ["met in Ohrid", "agreed"],
        COPIED_A.id: ["met in Ohrid"],
    }
    conveyed = next(said for said in record["statements"] if said["id"] == "statement-02")
    assert words(conveyed["content"], conveyed["article"]) == "Mr Kurti was ready to sign"
    assert [words(link, conveyed["article"]) for link in conveyed["chain"]] == [
        "A Kosovo government spokesman",
        "cited by the Balkan News Agency",
    ]


def test_articles_counts_articles_and_not_tellings() -> None:
    twice = replace(TALKS, accounts=(*TALKS.accounts, replace(TALKS.accounts[0], telling="t9")))
    assert written(replace(RECORD, events=(twice,)))["events"][0]["articles"] == 3


def test_office_keys_become_names_and_plain_names_stay() -> None:
    events = {event["id"]: event for event in written()["events"]}
    assert [(p["office"], p["office_key"]) for p in events[TALKS.id]["participants"]] == [
        ("prime minister", "XKX/prime-minister"),
        ("president", "SRB/president"),
    ]
    assert events["event-1b2c3d4e5f6a"]["participants"][1]["office"] == "Foreign Minister"
    assert events["event-1b2c3d4e5f6a"]["participants"][1]["office_key"] is None


def test_another_language_is_kept_and_marked_as_not_read() -> None:
    articles = {article["id"]: article for article in written()["articles"]}
    assert (articles[GERMAN_A.id]["read"], articles[GERMAN_A.id]["reason"]) == (False, "language de")
    assert (articles[HELD_A.id]["read"], articles[HELD_A.id]["reason"]) == (True, None)


@pytest.mark.parametrize(("language", "read"), [("en", True), ("en-GB", True), ("enm", False), ("sr", False)])
def test_varieties_of_english_are_read(language: str, read: bool) -> None:
    only = Record(articles=(replace(HELD_A, language=language),))
    assert written(only)["articles"][0]["read"] is read


def test_an_article_without_date_or_lineage_stands_alone_with_an_open_date() -> None:
    [alone] = written(Record(articles=(HELD_A,)))["articles"]
    assert alone["published"]["from"] is None
    assert alone["published"]["granularity"] == "unknown"
    assert (alone["lineage"]["origin"], alone["lineage"]["kind"]) == (None, None)


def test_hedges_are_given_in_words() -> None:
    hedges = {said["id"]: said["hedge"] for said in written()["statements"]}
    assert hedges["statement-04"] == "reportedly"
    assert hedges["statement-01"] is None


def test_a_remark_on_two_articles_keeps_their_offsets_apart() -> None:
    check = next(check for check in written()["checks"] if check["id"] == "check-02")
    assert [e["article"] for e in check["evidence"]] == [COPIED_A.id]
    assert [e["article"] for e in check["elsewhere"]] == [HELD_A.id]


@given(st.text(st.characters()), st.text(st.characters(exclude_categories=["Cs"])))
def test_odd_strings_survive_and_the_text_is_always_utf8(path: str, name: str) -> None:
    record = Record(actors=(Actor("a", name, "person"),), unread=(Unread(path, "odd"),))
    text = to_json(record, PlainNames())
    text.encode("utf-8")
    read = json.loads(text)
    assert read["actors"][0]["name"] == name
    assert read["unread"][0]["path"].encode("utf-16", "surrogatepass") == path.encode("utf-16", "surrogatepass")


def test_an_empty_record_has_all_the_lists() -> None:
    assert to_dict(Record(), PlainNames()) == {
        "format": "communique-record", "version": 1, "articles": [], "actors": [], "events": [], "statements": [],
        "checks": [], "unread": [], "acts": [],
    }  # fmt: skip


def test_record_holds_an_article_for_each_statement() -> None:
    with pytest.raises(KeyError):
        to_dict(replace(RECORD, articles=()), PlainNames())
    assert isinstance(RECORD.articles[0], Article)
