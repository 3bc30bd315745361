"""Reading sources: every format, every kind of bad input; one bad item costs itself alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.intake import Source, find_inputs, read_bytes, read_source
from communique.records import Article, ClaimedDate, Unread, content_id

One = Callable[..., Article]
Refused = Callable[..., Unread]
BODY = "The foreign ministers of Chad and Sudan met in N'Djamena on Sunday, and they agreed to reopen the border."


def read(path: Path) -> list[Article | Unread]:
    return [
        item
        for source in find_inputs([str(path)])
        for item in (read_source(source) if isinstance(source, Source) else [source])
    ]


def test_plain_text_keeps_the_original_and_its_offsets(one: One) -> None:
    article = one(f"\ufeffChad and Sudan Reopen Border\r\n\r\n{BODY}\r\n")
    assert article.text == f"Chad and Sudan Reopen Border\n\n{BODY}\n"
    assert (article.title, article.extractor, article.language) == ("Chad and Sudan Reopen Border", "plain-1", "en")
    assert [article.text[line.start : line.end] for line in article.lines] == ["Chad and Sudan Reopen Border", BODY]


def test_the_id_is_made_of_the_bytes_the_extractor_the_address_and_the_outlet(one: One) -> None:
    article = one(f"Source: Sahel Post\nURL: https://sahel.example/2023/03/12/border\n\n{BODY}")
    assert article.outlet == "Sahel Post"
    url = "https://sahel.example/2023/03/12/border"
    assert article.id == content_id("article", article.sha256, "plain-1", url, "Sahel Post")
    assert ("url", date(2023, 3, 12)) in [(claim.source, claim.date) for claim in article.claimed_dates]


def test_header_dates_are_claims_with_offsets_and_dates_in_prose_are_not(one: One) -> None:
    article = one(
        f"Sunday , May 19 2024\nChad and Sudan reopen border\nPublished: 12 March 2023\n{BODY}\n"
        "They had closed it on 3 May 2021 after a raid."
    )
    claims = [(claim.date, article.text[claim.start : claim.end]) for claim in article.claimed_dates]
    assert claims == [(date(2024, 5, 19), "May 19 2024"), (date(2023, 3, 12), "12 March 2023")]
    assert {claim.source for claim in article.claimed_dates} == {"text-header"}


def test_markdown_front_matter_and_headings(one: One) -> None:
    article = one(
        f"---\ntitle: Border reopens\noutlet: Sahel Post\ndate: 2023-03-12\n---\n\n"
        f"# Chad and Sudan\n\n{BODY}\n\n## Customs\n\n{BODY}",
        ".md",
    )
    assert article.outlet == "Sahel Post"
    assert [line.kind for line in article.lines[-4:]] == ["title", "body", "heading", "body"]
    (claim,) = article.claimed_dates
    assert (claim.date, claim.detail, article.text[claim.start : claim.end]) == (
        date(2023, 3, 12),
        "byline line 4",
        "2023-03-12",
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b" \n\xc2\xa0\n\xe2\x80\x8b", "empty"), (b"a\x00b" * 9, "binary"), (b"\x89PNG\r\n", "binary")],
)
def test_bytes_without_text(refused: Refused, data: bytes, reason: str) -> None:
    assert refused(data).reason.startswith(reason)


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    (item,) = read(path)
    assert item == Unread(path.as_posix(), "too large (50.0 MB; the limit is 20 MB)")


def test_a_folder_and_a_vanished_file_read_as_files(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    reasons = [
        item.reason
        for name in ("x.txt", "gone.txt")
        for item in read_source(Source(f"{tmp_path}/{name}", ".txt"))
        if isinstance(item, Unread)
    ]
    assert reasons == ["a folder, not a file", "it does not exist"]


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(BODY)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (item,) = read_source(Source(path.as_posix(), ".txt"))
    assert item == Unread(path.as_posix(), "permission denied")


@pytest.mark.parametrize(
    ("data", "count", "first"),
    [
        (BODY, 1, "-"),
        (f"<html><body><p>{BODY}</p></body></html>", 1, "-"),
        (json.dumps({"text": BODY}), 1, "-"),
        (json.dumps([{"text": BODY}, {"text": BODY + " So be it."}]), 2, "-:1"),
        (json.dumps({"text": BODY}) + "\n" + json.dumps({"text": BODY + " So be it."}), 2, "-:1"),
        ("{not json, but a text in braces} " + BODY, 1, "-"),
    ],
)
def test_standard_input_is_told_by_its_signs(data: str, count: int, first: str) -> None:
    items = list(read_source(Source("-", ""), BytesIO(data.encode())))
    assert all(isinstance(item, Article) for item in items)
    assert (len(items), items[0].path) == (count, first)


def test_json_fields_go_into_the_article(one: One) -> None:
    fields = {
        "text": BODY,
        "title": "Border reopens",
        "url": "https://s.example/a",
        "outlet": "Sahel Post",
        "published": "2023-03-13T08:00:00Z",
        "language": "EN-gb",
    }
    article = one(json.dumps(fields), ".json")
    assert (article.title, article.url, article.outlet, article.language) == (
        "Border reopens",
        "https://s.example/a",
        "Sahel Post",
        "en",
    )
    assert article.text == f"Border reopens\n\n{BODY}"
    assert article.lines[0].kind == "title"
    assert article.claimed_dates == (ClaimedDate("metadata", date(2023, 3, 13), detail="field published"),)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('{"headline": "a", "content": "b"}', "found content, headline; wanted: text or html"),
        ('{"text": 5}', "field text holds a number, not a string"),
        ("[1]", "found a number, not an object"),
        ("[]", "a JSON list with nothing in it"),
        ('{"text": "a",}', "invalid JSON at line 1, column 1"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": ""}', "empty"),
    ],
)
def test_json_that_is_wrong(refused: Refused, data: str, said: str) -> None:
    assert said in refused(data, ".json").reason


def test_a_bad_line_of_json_lines_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    good = json.dumps({"text": BODY, "language": "fr"}).encode()
    path.write_bytes(good + b"\n\n{broken\n" + b'{"txt": "x"}\n' + b"\x89PNG\n" + good)
    items = read(path)
    assert [item.path.rpartition(":")[2] for item in items] == ["1", "3", "4", "5", "6"]
    assert [isinstance(item, Article) for item in items] == [True, False, False, False, True]
    assert items[0].sha256 == items[4].sha256
    assert isinstance(items[0], Article)
    assert items[0].language == "fr"


def test_json_lines_in_utf16(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text((json.dumps({"text": BODY}) + "\n") * 2, "utf-16")
    assert [type(item) for item in read(tmp_path)] == [Article, Article]


def test_a_lone_surrogate_can_be_stored(one: One) -> None:
    article = one('{"text": "The talks \\ud800 in Muscat ended on Monday without a result, they said."}', ".json")
    assert "talks \ufffd in" in article.text
    article.text.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Министр иностранных дел России Сергей Лавров прибыл в Ереван на переговоры. Они обсудят границу.",
            "ru",
        ),
        (
            "Le ministre des Affaires étrangères a rencontré son homologue tchadien à Paris pour en parler.",
            "fr",
        ),
        (
            "El ministro de Asuntos Exteriores se reunió en Madrid con su homólogo marroquí para hablar.",
            "es",
        ),
        ("الرئيس المصري يستقبل وزير الخارجية التركي في القاهرة لبحث العلاقات بين البلدين والوضع في غزة", "ar"),
        (BODY, "en"),
        ("Serbia and Kosovo talk", "en"),
    ],
)
def test_the_language_is_told_and_the_article_kept(one: One, text: str, language: str) -> None:
    assert one(text).language == language


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["", ".txt", ".md", ".html", ".json", ".jsonl"]))
def test_any_bytes_give_items_with_exact_lines(data: bytes, kind: str) -> None:
    for item in read_bytes("any", data, kind):
        assert item.path.startswith("any")
        if isinstance(item, Article):
            assert item.lines
            assert all(0 <= line.start < line.end <= len(item.text) for line in item.lines)
        else:
            assert item.reason
