"""Anchors never collide, and only plain web addresses become links."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.export.report.links import anchor, safe_address


@given(st.text(), st.text())
def test_anchors_are_page_ids_and_tell_keys_apart(one: str, other: str) -> None:
    assert re.fullmatch(r"actor-[A-Za-z0-9_-]*", anchor("actor", one))
    if one.removeprefix("actor-") != other.removeprefix("actor-"):
        assert anchor("actor", one) != anchor("actor", other)


def test_an_id_that_names_its_kind_is_not_doubled() -> None:
    assert anchor("event", "event-0a1b") == "event-0a1b"


@pytest.mark.parametrize("url", ["https://example.org/a?b=1#c", "http://example.org", "HTTPS://example.org/ü"])
def test_web_addresses_are_kept(url: str) -> None:
    assert safe_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//example.org/x", "/x", "x", "", None,
        "https://", "https:///x", "http://[", "https:\\\\example.org", "https://example.org/\u0000", "ftp://example.org",
        "https://example.org/ onclick=x",
    ],
)  # fmt: skip
def test_anything_else_is_refused(url: str | None) -> None:
    assert safe_address(url) is None
