"""An HTML page as blocks of text: trafilatura's body, or our own where trafilatura must not or cannot read it.

`read_page` makes the canonical text of a page, one block a line, with the kind that markup gives each line. The
same bytes give the same text as long as the extractor's name stays the same; the name holds its versions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from communique.intake.article import Known
from communique.intake.cues import edgeless, fold
from communique.intake.metadata import page_facts
from communique.intake.tree import Block, blocks_of, depth_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.records import LineKind

# libxml2 stops at 256 open elements, and trafilatura then answers None without an error; bodies sit some levels deep.
_DEEPEST_FOR_LIBXML2 = 200
# lexbor's time grows with the square of the depth: 1.0 s at 20,000 open elements, 4.9 s at 40,000 (one core, 2026).
_DEEPEST_FOR_LEXBOR = 10_000
# trafilatura 2.3.1 reads 1.1 million characters of bare paragraphs in 0.5 s, 2.1 million in 0.9 s, 10.7 million
# in 10 s; real pages are heavier per character. Articles are below 1 million but for embedded data.
_LONGEST_FOR_TRAFILATURA = 2_000_000
_MEAGRE = 200  # characters: a body below this is suspect, and our own blocks are asked as well
_BOLD = 100  # characters: the longest bold paragraph taken for a heading
_OPTIONAL = frozenset((
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rt",
    "rp", "html", "head", "body",
))  # fmt: skip
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
))  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*?(/?)>")
_FLAT = re.compile(r"</?(?!(?:p|h[1-6]|li|title|meta|link|html|head|body|a|time|script|figcaption)\b)[a-zA-Z][^<>]*>")
_EMBEDDED = re.compile(r"""(["'(])data:[\w/+.;=-]{0,60},[^"'()>]{1000,}""")
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Page:
    """The canonical text of a page, the kinds of its lines by number (from 1), and what its metadata claims."""

    text: str
    hints: dict[int, LineKind]
    extractor: str
    known: Known


def read_page(html: str, url: str | None = None) -> Page:
    """The text and facts of an HTML page; the text is empty where the page has none.

    Args:
        html: the decoded page.
        url: where it came from, if that is known from outside; its own claim counts otherwise.
    """
    from selectolax.lexbor import LexborHTMLParser

    html = _EMBEDDED.sub(r"\1", html) if "data:" in html else html
    flattened = _open_at_once(html) > _DEEPEST_FOR_LEXBOR
    if flattened:
        html = _FLAT.sub(" <br> ", html)
    tree = LexborHTMLParser(html)
    known = page_facts(tree, url)
    extractor = f"trafilatura-{version('trafilatura')}+blocks-1"
    blocks: list[Block] = []
    if not flattened and len(html) <= _LONGEST_FOR_TRAFILATURA and depth_of(tree) <= _DEEPEST_FOR_LIBXML2:
        blocks = list(_trafilatura_blocks(html))
    if _size(blocks) < _MEAGRE:
        own = blocks_of(tree)
        if _size(own) > 2 * _size(blocks):
            blocks, extractor = own, f"selectolax-{version('selectolax')}+blocks-1"
    text, hints, title = _lay_out(blocks, known.title)
    return Page(text, hints, extractor, Known(title, known.url, known.outlet, known.language, known.claimed))


def _size(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.kind == "body")


def _open_at_once(html: str) -> int:
    """How many elements are open at once at most, those left out whose end tag may be left out.

    Tags inside scripts and comments count too, so this is an upper bound but for odd pages; one pass over the text.
    """
    open_now = deepest = 0
    for match in _TAG.finditer(html):
        closing, name, empty = match.groups()
        name = name.lower()
        if empty or name in _VOID or name in _OPTIONAL:
            continue
        open_now = max(open_now - 1, 0) if closing else open_now + 1
        deepest = max(deepest, open_now)
    return deepest


def _trafilatura_blocks(html: str) -> Iterator[Block]:
    import trafilatura

    document = trafilatura.bare_extraction(
        html, include_comments=False, favor_recall=True, with_metadata=False, include_formatting=True
    )
    body = getattr(document, "body", None)
    if body is None:
        return
    for element in body:
        yield from _element_blocks(element)


def _element_blocks(element: Any) -> Iterator[Block]:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in ("list", "table", "div", "main"):
        for child in element:
            yield from _element_blocks(child)
        return
    kind: LineKind = "heading" if tag == "head" or (tag == "p" and _all_bold(element)) else "body"
    if tag == "row":
        cells = [_SPACES.sub(" ", "".join(cell.itertext())).strip() for cell in element]
        text = " | ".join(cell for cell in cells if cell)
    else:
        text = "".join(_pieces(element))
    for piece in text.split("\x00"):
        if clean := _SPACES.sub(" ", piece).strip():
            yield Block(clean, kind)


def _all_bold(paragraph: Any) -> bool:
    """A short paragraph in bold from end to end, without a full stop, is a heading in all but name."""
    loose = (paragraph.text or "") + "".join(child.tail or "" for child in paragraph)
    text = "".join(paragraph.itertext()).strip()
    bold = all(child.tag == "hi" and "b" in (child.get("rend") or "") for child in paragraph)
    return bold and not loose.strip() and 0 < len(text) <= _BOLD and text[-1] not in ".,;:!"


def _pieces(element: Any) -> Iterator[str]:
    """The text of an element, with NUL where it breaks the line."""
    yield element.text or ""
    for child in element:
        if child.tag in ("lb", "p", "item", "quote"):
            yield "\x00"
        if isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""


def _lay_out(blocks: list[Block], title: str | None) -> tuple[str, dict[int, LineKind], str | None]:
    """One block a line, the title first: the page's claim, else its first heading above any paragraph."""
    rest = list(blocks)
    opening = next((at for at, block in enumerate(rest) if block.kind == "body"), len(rest))
    above = [at for at in range(opening) if rest[at].kind in ("title", "heading")]
    if title:
        same = [
            at for at, block in enumerate(rest[: opening + 2]) if edgeless(fold(block.text)) == edgeless(fold(title))
        ]
    else:
        same = [at for at in above if rest[at].kind == "title"] or above
        title = rest[same[0]].text if same else None
    if same:
        title = rest.pop(same[0]).text
    laid: list[Block] = [Block(title, "title"), *rest] if title and rest else rest
    hints: dict[int, LineKind] = {number: _kept(block.kind) for number, block in enumerate(laid, start=1)}
    if title and laid:
        hints[1] = "title"
    return "\n".join(block.text for block in laid), hints, title


def _kept(kind: LineKind) -> LineKind:
    """A second h1 heads a section."""
    return "heading" if kind == "title" else kind
