"""What an HTML page says about itself in its head: title, address, outlet, and every date it claims.

All dates are kept with the place they stand in; which of them is right is not decided here.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from communique.intake.article import Known
from communique.intake.dates import find_dates
from communique.records import ClaimedDate

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names under which pages give their dates. Sources: Open Graph (ogp.me), schema.org, Dublin Core, and the
# tags of common publishing systems.
_DATES = frozenset((
    "article:published_time", "article:modified_time", "article:published", "article:modified",
    "og:published_time", "og:updated_time", "og:article:published_time", "datepublished", "datemodified",
    "datecreated", "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "published", "published_time", "dc.date", "dc.date.issued", "dc.date.created", "dc.date.modified",
    "dcterms.date", "dcterms.created", "dcterms.issued", "dcterms.modified", "article.published",
    "article.created", "article.updated", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "citation_publication_date", "citation_date", "last-modified", "lastmod", "revised", "displaydate",
    "originalpublicationdate", "article_date_original", "mediator_published_time",
))  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher")
_ADDRESSES = ("og:url", "twitter:url")
_JSON_DATES = ("datePublished", "dateModified", "dateCreated", "uploadDate")
_ARTICLES = re.compile(r"Article|NewsArticle|Report|BlogPosting|WebPage|PressRelease|Statement")
_TIMES = 8  # <time> elements kept: those of other articles' teasers come later on the page
_SUFFIX = re.compile(r"\s+[|»·–—-]\s+[^|»·–—]{2,40}$")
_SPACES = re.compile(r"\s+")


def page_facts(tree: Any, url: str | None = None) -> Known:
    """The facts that a page's metadata states. `tree` is a lexbor tree; `url` goes before the page's own address."""
    metas = list(_metas(tree))
    first = dict(reversed(metas))
    linked = list(_json_ld(tree))
    address = url or _link(tree) or next((first[name] for name in _ADDRESSES if _is_web(first.get(name))), None)
    outlet = next((first[name] for name in _OUTLETS if first.get(name) and not _is_web(first[name])), None)
    outlet = outlet or _publisher(linked) or _host(address)
    claimed = [*_meta_dates(metas), *_json_dates(linked), *_time_dates(tree)]
    return Known(_title(tree, first, linked, outlet), address, outlet, None, tuple(dict.fromkeys(claimed)))


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta[content]"):
        given = node.attributes
        content = _SPACES.sub(" ", given.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            if given.get(key) and content:
                yield str(given[key]).strip().lower(), content


def _json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of all JSON-LD scripts that are about an article, outermost first; malformed scripts say nothing."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            waiting = [json.loads(node.text(deep=True))]
        except (ValueError, RecursionError):
            continue  # pages often carry broken JSON-LD: it is one witness of several
        seen = 0
        while waiting and seen < 1000:
            seen += 1
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting.extend(thing)
            elif isinstance(thing, dict):
                if _ARTICLES.search(json.dumps(thing.get("@type", ""))):
                    yield thing
                waiting.extend(thing[key] for key in ("@graph", "mainEntity") if key in thing)


def _link(tree: Any) -> str | None:
    node = tree.css_first('link[rel="canonical"]')
    href = node.attributes.get("href") if node else None
    return href.strip() if href and _is_web(href.strip()) else None


def _is_web(value: str | None) -> bool:
    if not value or not value.startswith(("http://", "https://")):
        return False
    try:
        return bool(urlsplit(value).hostname)
    except ValueError:  # "http://[": no address
        return False


def _host(address: str | None) -> str | None:
    return (urlsplit(address).hostname or "").removeprefix("www.") or None if address and _is_web(address) else None


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for thing in linked:
        publisher = thing.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip() and not _is_web(name):
            return name.strip()
    return None


def _title(tree: Any, first: dict[str, str], linked: list[dict[str, Any]], outlet: str | None) -> str | None:
    """The headline: the page's only h1, else what metadata says, else <title> without the site's name."""
    heads = [text for node in tree.css("h1") if (text := _SPACES.sub(" ", node.text(deep=True)).strip())]
    named = [first[name] for name in _TITLES if name in first]
    named += [thing["headline"] for thing in linked if isinstance(thing.get("headline"), str)]
    node = tree.css_first("title")
    if node and (text := _SPACES.sub(" ", node.text(deep=True)).strip()):
        named.append(_SUFFIX.sub("", text))
    named = [_SPACES.sub(" ", _without_outlet(name, outlet)).strip() for name in named]
    if len(set(heads)) == 1 and (not outlet or heads[0].lower() != outlet.lower()) and len(heads[0].split()) >= 3:
        return heads[0]
    return next((name for name in named if name), heads[0] if heads else None)


def _without_outlet(title: str, outlet: str | None) -> str:
    match = _SUFFIX.search(title)
    return title[: match.start()] if match and outlet and outlet.lower() in match.group().lower() else title


def _claims(value: str, detail: str) -> Iterator[ClaimedDate]:
    for found in find_dates(value)[:1]:
        yield ClaimedDate("metadata", found.date, detail=detail)


def _meta_dates(metas: list[tuple[str, str]]) -> Iterator[ClaimedDate]:
    for name, content in metas:
        if name in _DATES:
            yield from _claims(content, f"meta {name}")


def _json_dates(linked: list[dict[str, Any]]) -> Iterator[ClaimedDate]:
    for thing in linked:
        for key in _JSON_DATES:
            if isinstance(thing.get(key), str):
                yield from _claims(thing[key], f"JSON-LD {key}")


def _time_dates(tree: Any) -> Iterator[ClaimedDate]:
    nodes = tree.css("article time[datetime], main time[datetime]") or tree.css("time[datetime]")
    for node in nodes[:_TIMES]:
        yield from _claims(node.attributes.get("datetime") or "", "time element")
