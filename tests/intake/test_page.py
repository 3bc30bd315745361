"""HTML pages: body and metadata, and pages made to break a parser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from communique.records import Article, ClaimedDate, Unread

One = Callable[..., Article]
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARAGRAPHS = "".join(
    f"<p>On {day} the envoys of Chad and Sudan met again in N'Djamena, and {at} points were settled.</p>"
    for at, day in enumerate(DAYS)
)
PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>Border reopens | Sahel Post</title>
<meta property="og:title" content="Chad and Sudan reopen their border">
<meta property="og:site_name" content="Sahel Post">
<link rel="canonical" href="https://www.sahel.example/2023/03/12/border">
<meta property="article:published_time" content="2023-03-12T08:00:00+01:00">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "dateModified": "2023-03-14"}}]}}</script>
<script type="application/ld+json">{{broken</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Chad and Sudan reopen their border</h1><time datetime="2023-03-13">13 March</time>
{PARAGRAPHS}<h2>Customs</h2>
<p>Customs officers will return&nbsp;to Adr\u00e9 in April, the two minis&shy;tries said &amp; signed.</p>
<p><b>What remains open</b></p><p>The question of cattle routes will be taken up by a commission of six, they added.</p>
<p>Also read: Rains delay harvest</p></article>
<script>document.write("<p>no</p>")</script><footer>All rights reserved</footer></body></html>"""


def body(article: Article) -> list[str]:
    return [article.text[line.start : line.end] for line in article.lines if line.kind == "body"]


def test_a_page_with_menus_and_scripts(one: One) -> None:
    article = one(PAGE, ".html")
    assert article.extractor.startswith("trafilatura-")
    assert article.text.split("\n")[0] == article.title == "Chad and Sudan reopen their border"
    assert article.lines[0].kind == "title"
    assert len(body(article)) == len(DAYS) + 2
    headings = [article.text[line.start : line.end] for line in article.lines if line.kind == "heading"]
    assert headings == ["Customs", "What remains open"]
    assert [line.kind for line in article.lines][-1] == "teaser"
    assert "Home" not in article.text


def test_metadata_gives_every_claimed_date_with_its_place(one: One) -> None:
    article = one(PAGE, ".html")
    assert (article.url, article.outlet) == ("https://www.sahel.example/2023/03/12/border", "Sahel Post")
    assert [(claim.source, claim.date.day, claim.detail) for claim in article.claimed_dates] == [
        ("metadata", 12, "meta article:published_time"),
        ("metadata", 14, "JSON-LD dateModified"),
        ("metadata", 13, "time element"),
        ("url", 12, "in the address https://www.sahel.example/2023/03/12/border"),
    ]


def test_the_host_names_the_outlet_where_nothing_else_does(one: One) -> None:
    page = f'<html><head><meta property="og:url" content="https://www.nile.example/a"></head><body>{PARAGRAPHS}</body></html>'
    assert one(page, ".html").outlet == "nile.example"


def test_the_same_page_gives_the_same_article(one: One) -> None:
    assert one(PAGE, ".html") == one(PAGE, ".html")


def test_a_saved_page_with_a_text_suffix_is_still_a_page(one: One) -> None:
    assert one(PAGE, ".txt").text == one(PAGE, ".html").text


@pytest.mark.parametrize("depth", [300, 5_000, 30_000])
@pytest.mark.parametrize("tag", ["div", "span", "section"])
def test_deep_nesting_loses_no_paragraph(one: One, tag: str, depth: int) -> None:
    article = one(f"<html><body>{f'<{tag}>' * depth}{PARAGRAPHS}{f'</{tag}>' * depth}</body></html>", ".html")
    assert len(body(article)) == len(DAYS)
    assert article.extractor.startswith("selectolax-")


def test_unknown_elements_nested_deep(one: One) -> None:
    assert len(body(one(f"<html><body>{'<x-box>' * 3_000}{PARAGRAPHS}", ".html"))) == len(DAYS)


def test_a_page_too_long_for_trafilatura_is_read_whole(one: One) -> None:
    paragraphs = "".join(f"<p>Point {at} was settled by the two envoys{' at last' * 20}.</p>" for at in range(12_000))
    article = one(f"<html><body><article>{paragraphs}</article></body></html>", ".html")
    assert len(article.lines) == 12_000
    assert article.extractor.startswith("selectolax-")


@pytest.mark.parametrize(
    "page", ["<html>", "<html><body></body></html>", "<html><script>var a = 'words';</script></html>", "<!--" * 50_000]
)
def test_pages_without_text(refused: Callable[..., Unread], page: str) -> None:
    assert refused(page, ".html").reason.startswith("empty")


def test_broken_markup_keeps_its_words(one: One) -> None:
    article = one(
        "<html><body><p>The ministers met in Muscat <b>on Friday to talk about flights"
        "<p>They said <div>flights would resume soon.</span></table>",
        ".html",
    )
    assert "met in Muscat" in article.text
    assert "flights would resume soon." in article.text


def test_embedded_data_does_not_slow_or_spoil(one: One) -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 3_000_000}">'
    assert len(body(one(f"<html><body><article>{picture}{PARAGRAPHS}</article></body></html>", ".html"))) == len(DAYS)


def test_a_wrongly_declared_encoding(one: One) -> None:
    text = (
        "Министр иностранных дел России Сергей Лавров прибыл в Ереван на переговоры. "
        "Стороны обсудили положение на границе. " * 3
    )
    page = f'<html><head><meta charset="utf-8"></head><body><article><p>{text}</p></article></body></html>'
    article = one(page.encode("cp1251"), ".html")
    assert "Лавров прибыл в Ереван" in article.text
    assert article.language == "ru"


def test_dates_without_a_day_claim_nothing(one: One) -> None:
    page = f'<html><head><meta name="date" content="March 2023"></head><body>{PARAGRAPHS}</body></html>'
    assert one(page, ".html").claimed_dates == ()


def test_a_claim_is_told_once(one: One) -> None:
    meta = '<meta name="date" content="2023-03-12">'
    page = f"<html><head>{meta}{meta}</head><body>{PARAGRAPHS}</body></html>"
    assert one(page, ".html").claimed_dates == (ClaimedDate("metadata", date(2023, 3, 12), detail="meta date"),)
