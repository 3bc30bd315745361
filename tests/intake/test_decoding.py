"""Encodings: marks, wide text without a mark, wrong declarations, damage, binary files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.intake.decoding import Binary, Decoded, decode

TEXT = "“Très bien,” said the Côte d’Ivoire minister in Yamoussoukro — and signed.\n" * 4
RUSSIAN = (
    "Министр иностранных дел России Сергей Лавров прибыл в Ереван на переговоры. "
    "Стороны обсудили положение на границе и открытие транспортных путей в регионе.\n"
) * 4


def text_of(data: bytes) -> str:
    decoded = decode(data)
    assert isinstance(decoded, Decoded)
    return decoded.text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "cp1252"]
)
def test_western_text_comes_back(encoding: str) -> None:
    assert text_of(TEXT.encode(encoding)) == TEXT


def test_a_page_that_declares_utf8_but_is_cp1251() -> None:
    page = '<html><head><meta charset="utf-8"></head><body><p>' + RUSSIAN + "</p></body></html>"
    assert "Лавров прибыл в Ереван" in text_of(page.encode("cp1251"))


def test_a_page_that_declares_cp1251_rightly() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>Ереван'
    assert text_of(page.encode("cp1251")).endswith("Ереван")


def test_one_broken_byte_does_not_change_the_encoding() -> None:
    data = TEXT.encode().replace(b"minister", b"mini\xffster", 1)
    decoded = decode(data)
    assert isinstance(decoded, Decoded)
    assert (decoded.encoding, decoded.damaged) == ("utf-8", 1)
    assert "Côte d’Ivoire mini\ufffdster" in decoded.text


def test_newlines_become_line_feeds_and_nothing_else_changes() -> None:
    assert text_of("a\u00a0b\r\nc\rd\u00ade\u0301".encode()) == "a\u00a0b\nc\nd\u00ade\u0301"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n123",
        b"%PDF-1.7 text",
        b"PK\x03\x04word",
        b"talks\x00in\x00\x00Muscat, they said",
        bytes(range(1, 9)) * 50,
    ],
)
def test_binary_is_told(data: bytes) -> None:
    assert isinstance(decode(data), Binary)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_an_answer_without_nul(data: bytes) -> None:
    decoded = decode(data)
    assert isinstance(decoded, Binary) or ("\x00" not in decoded.text and "\r" not in decoded.text)
