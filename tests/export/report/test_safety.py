"""Hostile articles: no text of a record ever becomes a tag, an attribute, a style or an unsafe link."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.export.names import PlainNames
from communique.export.report import render
from communique.records import Actor, Article, Check, Evidence, Line, Record, Unread

from ..sample import RECORD, TALKS  # noqa: TID252 - the record that all tests of the room share
from .reader import PageReader

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "{{ 7*7 }}{% include 'x' %}",
    "<!--<script>",
    "&lt;script&gt;",
    "\u202egnp.exe",
]


def hostile_record(text: str) -> Record:
    """A record with the same text wherever text can stand."""
    body = f"{text}. {text} again"
    article = Article("article-h", text, text, body, (Line(1, 0, len(body), "teaser", text),), text, "en", text,
                      f"https://example.org/{text}", text)  # fmt: skip
    event = replace(TALKS, kind=text, topics=(text,), outcome=((text, Evidence("article-h", 0, len(text))),),
                    parties=(replace(TALKS.parties[0], actor=text, office=text, role=text, state=text),),
                    accounts=(), id=text)  # fmt: skip
    check = Check(text, "article-h", "misleading date", (Evidence("article-h", 0, len(text)),), text)
    actor = Actor(text, text, "person", text, (text,))
    return replace(RECORD, articles=(*RECORD.articles, article), actors=(*RECORD.actors, actor),
                   events=(*RECORD.events, event), checks=(check,), unread=(Unread(text, text),))  # fmt: skip


def shape(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Names of tags and attributes in order: all that a browser would act on."""
    return [(tag.name, tuple(tag.attributes)) for tag in PageReader(html).tags]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    html = render(hostile_record(text), PlainNames())
    page = PageReader(html)
    assert {tag.name for tag in page.tags} <= {tag.name for tag in PageReader(render(RECORD, PlainNames())).tags}
    assert not [name for tag in page.tags for name in tag.attributes if name.startswith("on")]
    assert " ".join(text.split()) in page.by_id("checks").text
    assert "49" not in page.by_id("checks").text


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=30))
def test_no_text_changes_the_shape_of_the_page(text: str) -> None:
    marked = re.sub(r"\S", "x", text)
    html = render(hostile_record(f"x{text}x"), PlainNames())
    html.encode("utf-8")
    plain = render(hostile_record(f"x{marked}x"), PlainNames())
    names = [name for name, _ in shape(html)]
    assert {name for name in names if name not in ("p", "q", "mark", "blockquote", "span", "a", "bdi")} == {
        name for name, _ in shape(plain) if name not in ("p", "q", "mark", "blockquote", "span", "a", "bdi")
    }


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = PageReader(render(RECORD, PlainNames()))
    assert not [tag for tag in page.tags if tag.name in ("script", "link", "img", "iframe", "object", "base", "form")]
    assert not [tag for tag in page.tags if "src" in tag.attributes or "style" in tag.attributes]
    [style] = page.all("style")
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_links_lead_within_the_page_or_to_plain_web_addresses() -> None:
    page = PageReader(render(RECORD, PlainNames()))
    ids = {tag.attributes["id"] for tag in page.tags if "id" in tag.attributes}
    outside = []
    for tag in page.all("a"):
        href = tag.attributes["href"]
        if href.startswith("#"):
            assert href[1:] in ids, href
        else:
            outside.append(href)
            assert "noopener" in tag.attributes["rel"].split()
    assert outside == ["https://example.org/ohrid"]
    assert "javascript:alert(1) (no web address, not linked)" in page.by_id("article-held").text


def test_the_policy_allows_this_style_sheet_and_nothing_else() -> None:
    page = PageReader(render(RECORD, PlainNames()))
    [policy] = [tag.attributes["content"] for tag in page.all("meta")
                if tag.attributes.get("http-equiv") == "Content-Security-Policy"]  # fmt: skip
    [style] = page.all("style")
    digest = base64.b64encode(hashlib.sha256("".join(style.parts).encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'", f"style-src 'sha256-{digest}'", "base-uri 'none'", "form-action 'none'"
    ]  # fmt: skip


def test_characters_that_html_cannot_hold_are_replaced() -> None:
    html = render(Record(unread=(Unread("a\x00b\udc80c\x1bd", "odd"),)), PlainNames())
    assert "a\ufffdb\ufffdc\ufffdd" in html
    html.encode("utf-8")
