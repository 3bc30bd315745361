"""The JSON Schema in docs/: real output is valid by it, and a record that breaks the contract is not."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from communique.export import to_dict, to_json
from communique.export.names import PlainNames
from communique.records import Record

from .sample import RECORD
from .test_record_json import KEYS, objects

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA: dict[str, Any] = json.loads((DOCS / "record.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("record", [RECORD, Record(), Record(articles=RECORD.articles)], ids=["rich", "empty", "bare"])
def test_real_output_is_valid(record: Record) -> None:
    found = [f"{list(error.absolute_path)}: {error.message}"
             for error in VALIDATOR.iter_errors(json.loads(to_json(record, PlainNames())))]  # fmt: skip
    assert found == []


def test_each_key_of_the_contract_is_required() -> None:
    whole = to_dict(RECORD, PlainNames())
    tried = set()
    for index, (name, value) in enumerate(objects(whole)):
        for key in KEYS.get(name, "").split():
            if (name, key) in tried:
                continue
            tried.add((name, key))
            assert key in value, (name, key)
            broken = copy.deepcopy(whole)
            _, place = list(objects(broken))[index]
            del place[key]
            assert not VALIDATOR.is_valid(broken), f"the schema does not miss {key!r} under {name!r}"
    assert {name for name, _ in tried} == set(KEYS)


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [
        ("events", "status", "happened"),
        ("events", "confidence", 1.5),
        ("events", "articles", -1),
        ("statements", "mode", "said"),
        ("statements", "content", {"start": "0", "end": 4}),
        ("actors", "kind", "ship"),
        ("articles", "reason", "language de"),
        ("checks", "kind", "odd"),
    ],
)
def test_wrong_values_are_refused(part: str, key: str, value: object) -> None:
    broken = to_dict(RECORD, PlainNames())
    broken[part][0][key] = value
    assert not VALIDATOR.is_valid(broken)


def test_additional_keys_are_welcome_everywhere() -> None:
    record = to_dict(RECORD, PlainNames())
    for _, value in list(objects(record)):
        value["of_our_own"] = 1
    assert VALIDATOR.is_valid(record)


def test_every_key_that_is_written_is_described() -> None:
    described = json.dumps(SCHEMA)
    for _, value in objects(to_dict(RECORD, PlainNames())):
        for key in value:
            assert f'"{key}": {{' in described, key
