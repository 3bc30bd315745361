"""What the package promises, held to on the real house: model, knowledge and the examples.

Evidence: whatever the record says cites characters of its article. Determinism: the same articles give the same record
byte for byte. Nothing lost: what cannot be read is in the record with its reason. Honest doubt: what was denied,
planned or only possible is never in the record as held.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import communique
from communique.records import Article, Evidence, Lineage, Publication
from tests.minimal_pairs import ASSERTED, PAIRS, TELLINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.records import Party, Record

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
FEW = [
    str(EXAMPLES / name) for name in ("balkans-02.txt", "balkans-03.txt", "gulf-01.txt", "gulf-02.html", "wires.jsonl")
]


# --- evidence -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def record() -> Record:
    return communique.read(EXAMPLES)


def pieces(value: Any) -> Iterator[Evidence]:
    """Every Evidence anywhere in a value."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from pieces(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from pieces(getattr(value, field.name))


def test_all_evidence_lies_in_its_article(record: Record) -> None:
    texts = {article.id: article.text for article in record.articles}
    cited = list(pieces(record))
    assert len(cited) > 500
    for evidence in cited:
        assert 0 <= evidence.start < evidence.end <= len(texts[evidence.article])
        assert texts[evidence.article][evidence.start : evidence.end].strip()


def test_every_part_of_an_event_cites_its_evidence(record: Record) -> None:
    assert record.events
    for event in record.events:
        assert event.accounts
        told = {piece for account in event.accounts for piece in pieces(account)}
        shown(event.parties)
        for account in event.accounts:
            assert account.evidence
            assert {piece.article for piece in pieces(account)} == {account.article}
            shown(account.parties)
            assert account.place is None or account.place.evidence
            assert account.when.start is account.when.end is None or account.when.evidence
        assert event.place is None or event.place.evidence
        assert event.when.start is event.when.end is None or event.when.evidence
        # What the event takes, it takes from its accounts.
        assert set(pieces((event.parties, event.place, event.when))) <= told
        assert event.status in {account.status for account in event.accounts}
        assert [status for status, _, _ in event.history].count(event.status) >= 1
        assert len(event.history) == len(event.accounts)


def shown(parties: tuple[Party, ...]) -> None:
    for party in parties:
        assert party.evidence


def test_whatever_is_inferred_names_its_rule(record: Record) -> None:
    for event in record.events:
        assert event.when.basis
        for account in event.accounts:
            assert account.when.basis
    for publication in record.publications:
        assert publication.when.basis
        assert publication.when.start is publication.when.end is None or any(cue.used for cue in publication.why)
    for lineage in record.lineages:
        assert lineage.origin is None or lineage.why


def test_every_statement_and_check_cites_its_evidence(record: Record) -> None:
    assert record.statements
    for statement in record.statements:
        said = statement.said
        assert {piece.article for piece in pieces(said)} == {statement.article}
        assert said.source
        assert all(said.content.start <= quote.start < quote.end <= said.content.end for quote in said.quotes)
    assert record.checks
    for check in record.checks:
        assert check.evidence or "page" in check.detail or "metadata" in check.detail, check
        assert {piece.article for piece in check.evidence} <= {check.article}


def test_cues_and_claimed_dates_lie_in_the_text(record: Record) -> None:
    texts = {article.id: article.text for article in record.articles}
    for publication in record.publications:
        for cue in publication.why:
            inside(texts[publication.article], cue.start, cue.end)
    for article in record.articles:
        for claimed in article.claimed_dates:
            inside(article.text, claimed.start, claimed.end)


def inside(text: str, start: int | None, end: int | None) -> None:
    assert (start is None) == (end is None)
    if start is not None and end is not None:
        assert 0 <= start < end <= len(text)


def test_the_record_names_only_what_it_holds(record: Record) -> None:
    articles = {article.id for article in record.articles}
    actors = {actor.id for actor in record.actors}
    events = {event.id for event in record.events}
    assert len(events) == len(record.events)
    assert ids_of(record.publications) == ids_of(record.lineages) == articles
    tellings = [account.telling for event in record.events for account in event.accounts]
    assert len(set(tellings)) == len(tellings)
    for event in record.events:
        assert {party.actor for party in event.parties} <= actors
        assert event.part_of is None or (event.part_of in events and event.part_of != event.id)
        assert 1 <= event.origins <= len(event.accounts)
        assert 1 <= event.outlets <= len(event.accounts)
        assert 0 < event.confidence < 1
    for statement in record.statements:
        assert {*statement.said.speakers, *statement.said.addressees, *statement.said.targets} <= actors
        assert statement.event is None or statement.event in events


def ids_of(entries: tuple[Publication, ...] | tuple[Lineage, ...]) -> set[str]:
    return {entry.article for entry in entries}


# --- determinism ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def expected() -> str:
    return communique.to_json(communique.read(FEW))


@settings(max_examples=4, deadline=None)
@given(order=st.permutations(FEW))
def test_the_order_of_inputs_does_not_matter(expected: str, order: list[str]) -> None:
    assert communique.to_json(communique.read(order)) == expected


@settings(max_examples=2, deadline=None)
@given(order=st.permutations(FEW), cuts=st.sets(st.integers(1, len(FEW) - 1)))
def test_reading_bit_by_bit_into_a_ledger_gives_what_reading_at_once_gives(
    expected: str, order: list[str], cuts: set[int]
) -> None:
    with TemporaryDirectory() as folder:
        ledger = Path(folder) / "kept.db"
        for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(order)], strict=True):
            found = communique.read(order[start:end], ledger=ledger)
        assert communique.to_json(found) == expected
        with communique.open(ledger) as opened:
            assert communique.to_json(opened.record()) == expected


def test_the_number_of_workers_does_not_matter(expected: str) -> None:
    assert communique.to_json(communique.read(FEW, workers=2)) == expected


# --- nothing lost ---------------------------------------------------------------------------------------------

BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n \n",
    "noise.txt": bytes(range(256)) * 8,
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "hollow.html": b"<html><head><title></title></head><body><script>1</script></body></html>",
    "russian.txt": "Министр иностранных дел встретился в среду в столице с коллегой и обсудил с ним торговлю.".encode(),
    "cut.jsonl": b'{"text": "The talks bro',
    "nothing.jsonl": b"{}\n",
    "broken.zip": b"PK\x03\x04 this is no archive",
}


def test_what_cannot_be_read_is_kept_with_its_reason_and_harms_nothing_else(tmp_path: Path, expected: str) -> None:
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    bad = [str(tmp_path / name) for name in (*BAD, "is not there.txt")]
    whole = json.loads(communique.to_json(communique.read([bad[0], *FEW, *bad[1:]])))
    reasons = [(entry["path"], entry["reason"]) for entry in whole["unread"]]
    reasons += [(entry["path"], entry["reason"]) for entry in whole["articles"] if not entry["read"]]
    for path in bad:
        told = [reason for key, reason in reasons if key == path or key.startswith(f"{path}:")]
        assert told, f"{path} is neither read nor reported"
        assert all(reason.strip() and "internal error" not in reason for reason in told), (path, told)
    alone = json.loads(expected)
    assert [entry for entry in whole["articles"] if entry["read"]] == alone["articles"]
    for part in ("actors", "events", "statements", "checks"):
        assert whole[part] == alone[part]


# --- honest doubt ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of the minimal pairs, each sentence an article of its own."""
    folder = tmp_path_factory.mktemp("pairs")
    for number, row in enumerate(PAIRS):
        for how, sentence in zip(TELLINGS, row, strict=True):
            (folder / f"{number}-{how}.txt").write_text(f"Thursday, 16 May 2024\n\nDiplomacy\n\n{sentence}\n")
    found = communique.read(folder)
    assert not found.unread
    return found


@pytest.fixture(scope="module")
def statuses(pairs: Record) -> dict[str, set[str]]:
    """The statuses of all that is told of in each of the minimal pairs, by the name of its file."""
    names = {article.id: Path(article.path).stem for article in pairs.articles}
    told: dict[str, set[str]] = {name: set() for name in names.values()}
    for event in pairs.events:
        for account in event.accounts:
            told[names[account.article]].add(account.status)
    return told


# Read wrongly so far; each is a sentence of the list in minimal_pairs, by its row.
CASES = [pytest.param(number, how, id=f"{number}-{how}") for number in range(len(PAIRS)) for how in TELLINGS]


@pytest.mark.parametrize(("number", "how"), CASES)
def test_only_what_is_told_as_a_fact_is_held(number: int, how: str, statuses: dict[str, set[str]]) -> None:
    assert ("held" in statuses[f"{number}-{how}"]) == (how == ASSERTED), PAIRS[number][TELLINGS.index(how)]


def test_what_is_told_here_and_denied_there_is_one_event_with_a_disagreement(pairs: Record) -> None:
    names = {article.id: Path(article.path).stem for article in pairs.articles}
    parted = {
        tuple(sorted(names[article] for _, articles in one.values for article in articles))
        for event in pairs.events
        for one in event.disagreements
        if one.field == "status"
    }
    assert ("0-asserted", "0-conditional", "0-denied", "0-planned") in parted
    assert len(parted) >= len(PAIRS) // 2


def test_an_article_keeps_the_text_that_it_was_given() -> None:
    path = EXAMPLES / "balkans-02.txt"
    (article,) = communique.read(path).articles
    assert isinstance(article, Article)
    assert article.text == path.read_text(encoding="utf-8")
