"""A perfect record scores 1.0 everywhere; each kind of damage lowers the measures it should, and no others."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from evaluation import gold as gold_files
from evaluation.corpus import corpora
from evaluation.listing import listing
from evaluation.perfect import perfect
from evaluation.results import results
from evaluation.scoring import SetScore, measures, score

Json = dict[str, Any]

EXAMPLES = corpora(None)[0]
GOLD = gold_files.load(EXAMPLES.gold)
PERFECT, TEXTS = perfect(EXAMPLES, GOLD)


def rescored(damage: Callable[[Json], None]) -> SetScore:
    record = copy.deepcopy(PERFECT)
    damage(record)
    return score("examples", EXAMPLES.hash(), record, TEXTS, GOLD)


def fallen(s: SetScore) -> set[str]:
    return {name for name, value in measures(s).items() if value < 1.0}


def event(record: Json, name: str) -> Json:
    found: Json = next(e for e in record["events"] if e["id"] == f"e-{name}")
    return found


def test_the_perfect_record_is_perfect() -> None:
    s = rescored(lambda _: None)
    assert fallen(s) == set()
    assert s.record.vacuous == 0
    assert "missed" not in listing(s)


def _later(record: Json) -> None:
    event(record, "R18")["accounts"][0]["when"] = {"from": "2023-08-07", "to": "2023-08-07", "granularity": "day"}


def _too_wide(record: Json) -> None:
    event(record, "R18")["accounts"][0]["when"] = {"from": "2023-01-01", "to": "2023-12-31", "granularity": "year"}


def _elsewhere(record: Json) -> None:
    event(record, "R18")["accounts"][0]["place"] = {"name": "Busan", "state": "KOR"}


def _held(record: Json) -> None:
    event(record, "R8")["accounts"][0]["status"] = "held"


def _as_visit(record: Json) -> None:
    event(record, "R24")["kind"] = "visit"


def _one_party_more(record: Json) -> None:
    other = event(record, "R15")["participants"][0]
    event(record, "R23")["accounts"][0]["participants"].append(other)


WHOLE = {"events.whole.precision", "events.whole.recall", "events.whole.f1"}
WHOLE |= {"events.side.precision", "events.side.recall", "events.side.f1"}
FOUND = {"events.found.precision", "events.found.recall", "events.found.f1"}


@pytest.mark.parametrize(
    ("damage", "extra"),
    [
        (_later, {"events.date"}),
        (_too_wide, {"events.date"}),
        (_elsewhere, {"events.place"}),
        (_held, {"events.status"}),
        (_as_visit, {"events.kind", "record.formed"} | FOUND),
        (_one_party_more, {"events.participants", "record.formed"} | FOUND),
    ],
)
def test_one_wrong_field_costs_the_event_and_that_field(damage: Callable[[Json], None], extra: set[str]) -> None:
    assert fallen(rescored(damage)) == WHOLE | extra


def test_a_missing_event_costs_recall_alone() -> None:
    def damage(record: Json) -> None:
        record["events"] = [e for e in record["events"] if e["id"] != "e-R18"]

    low = {name for name in fallen(rescored(damage)) if name.startswith("events")}
    assert low == {f"events.{w}.{m}" for w in ("whole", "side", "found") for m in ("recall", "f1")}


def test_an_invented_event_costs_precision_alone() -> None:
    def damage(record: Json) -> None:
        extra = copy.deepcopy(event(record, "R18"))
        extra["id"] = "e-false"
        extra["kind"] = "summons"
        record["events"].append(extra)

    s = rescored(damage)
    assert fallen(s) == {f"events.{w}.{m}" for w in ("whole", "side", "found") for m in ("precision", "f1")}
    assert "event false:" in listing(s)


def test_a_state_for_its_minister_counts_on_sides_alone() -> None:
    def damage(record: Json) -> None:
        denial = next(s for s in record["statements"] if s["speakers"] == ["x-India / Ministry of External Affairs"])
        record["actors"].append({"id": "x-IND", "name": "India", "kind": "state", "state": "IND", "aliases": []})
        denial["speakers"] = ["x-IND"]

    assert fallen(rescored(damage)) == {f"statements.speaker.{m}" for m in ("precision", "recall", "f1")}


def test_the_wrong_speaker_costs_speaker_and_side_but_not_content() -> None:
    def damage(record: Json) -> None:
        said = next(s for s in record["statements"] if "Kurti" in s["speakers"][0])
        said["speakers"] = ["x-Xi Jinping"]

    low = fallen(rescored(damage))
    assert low == {f"statements.{w}.{m}" for w in ("speaker", "side") for m in ("precision", "recall", "f1")}


@pytest.mark.parametrize(
    ("field", "value", "measure"),
    [
        ("mode", "direct", "statements.mode"),
        ("chain", [], "statements.chain"),
        ("plover", {"type": "THREATEN", "mode": None}, "statements.plover"),
        ("polarity", "affirms", "statements.polarity"),
        ("addressees", [], "statements.addressee"),
    ],
)
def test_a_wrong_field_of_a_statement_costs_that_field(field: str, value: object, measure: str) -> None:
    def damage(record: Json) -> None:
        for said in record["statements"]:
            if field == "mode" or (said[field] and said[field] != "affirms"):
                said[field] = value

    assert fallen(rescored(damage)) == {measure}


def test_a_statement_in_two_pieces_is_no_false_one() -> None:
    def cut(record: Json, speakers: list[str]) -> None:
        said = next(s for s in record["statements"] if s["chain"] and s["mode"] == "mixed")
        end = said["content"]["end"]
        piece = {**said, "id": "s-piece", "speakers": speakers, "content": {"start": end - 24, "end": end}}
        record["statements"].append(piece)

    assert fallen(rescored(lambda r: cut(r, ["x-Ali Shamkhani"]))) == set()
    assert "statements.content.precision" in fallen(rescored(lambda r: cut(r, ["x-Wang Yi"])))


def test_the_report_of_a_cited_agency_is_no_false_statement() -> None:
    def cite(record: Json, speaker: str) -> None:
        said = next(s for s in record["statements"] if s["chain"] == [{"actor": "x-Xinhua", "relation": "reported"}])
        record["statements"].append({**said, "id": "s-report", "speakers": [speaker], "chain": []})

    assert fallen(rescored(lambda r: cite(r, "x-Xinhua"))) == set()
    assert "statements.content.precision" in fallen(rescored(lambda r: cite(r, "x-IRNA")))


def test_merging_two_meetings_of_one_pair_is_seen() -> None:
    def damage(record: Json) -> None:
        event(record, "R24")["id"] = "e-R23"

    s = rescored(damage)
    assert fallen(s) == {"record.apart", "record.formed", "record.same.precision", "record.same.f1"}
    assert any("R23" in e and "R24" in e and "merged" in e for e in s.record.errors)


def test_splitting_an_event_from_its_announcement_is_seen() -> None:
    def damage(record: Json) -> None:
        accounts = event(record, "R4")["accounts"]
        record["events"].append({**event(record, "R4"), "id": "e-other", "accounts": [accounts.pop()]})

    assert fallen(rescored(damage)) == {"record.formed", "record.same.recall", "record.same.f1"}


def test_lineage_anomalies_and_evidence() -> None:
    def damage(record: Json) -> None:
        pages = {a["id"]: a for a in record["articles"]}
        pages["a-balkans-03"]["lineage"] = {"origin": None, "kind": None}
        pages["a-korea-02"]["lineage"] = {"origin": "a-korea-01", "kind": "rewrite"}
        check = next(c for c in record["checks"] if c["article"] == "a-southasia-01")
        check["kind"] = "internal contradiction"
        record["statements"][0]["content"]["end"] = 10**6

    s = rescored(damage)
    parts = ("precision", "recall", "f1")
    wanted = {f"record.{x}.{m}" for x in ("lineage", "anomalies") for m in parts} | {"evidence.exact"}
    assert wanted <= fallen(s)
    assert (s.record.lineage.right, s.record.lineage.given, s.record.lineage.wanted) == (3, 4, 4)
    assert len(s.evidence_errors) == 1


def test_dates_and_lines() -> None:
    def damage(record: Json) -> None:
        pages = {a["id"]: a for a in record["articles"]}
        clock = {"from": "2024-06-11", "to": "2024-06-11", "best": "2024-06-11"}
        pages["a-southasia-01"]["published"] = clock
        pages["a-gulf-01"]["lines"][0]["kind"] = "body"

    s = rescored(damage)
    assert {d.stem for d in s.dates if not d.inside} == {"southasia-01"}
    assert {x.stem for x in s.lines if x.boilerplate.f1 < 1} == {"gulf-01"}
    assert {"dates.inside", "dates.best", "lines.boilerplate.recall"} <= fallen(s)
    assert "lines.boilerplate.precision" not in fallen(s)


def test_an_article_that_was_not_read_misses_all_it_tells() -> None:
    def damage(record: Json) -> None:
        record["articles"] = [a for a in record["articles"] if a["id"] != "a-korea-02"]
        record["events"] = [e for e in record["events"] if e["accounts"][0]["article"] != "a-korea-02"]

    s = rescored(damage)
    missing = next(e for e in s.events if e.stem == "korea-02")
    assert missing.tally("whole").recall == 0.0
    assert not next(d for d in s.dates if d.stem == "korea-02").inside


def test_the_page_is_the_same_each_time_and_names_each_article() -> None:
    s = rescored(_held)
    page = results([s], [])
    assert page == results([rescored(_held)], [])
    assert all(d.stem in page for d in GOLD.documents)
