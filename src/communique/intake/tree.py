"""Our own reading of an HTML tree as blocks, on lexbor: the fallback where trafilatura gives nothing.

Keeps more than it should rather than less: the line classifier judges the blocks afterwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.records import LineKind

_DROPPED = (
    "script, style, noscript, template, nav, footer, aside, form, button, svg, iframe, select, textarea, menu, dialog, "
    "object"
)
_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section",
    "table", "td", "th", "tr", "ul", "center", "details", "summary",
))  # fmt: skip
_HEADINGS = frozenset((
    "h2", "h3", "h4", "h5", "h6",
))  # fmt: skip
_ROOTS = ("article", "main", '[role="main"]', '[itemprop="articleBody"]')
_LINKED = 0.8  # share of a block's characters inside links from which it is a link, not text
_SHORT = 100  # characters: longer blocks are text even when they are all link
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page's text, white space collapsed, with the kind its markup gives."""

    text: str
    kind: LineKind


@dataclass(slots=True)
class _Open:
    """A block while it is gathered."""

    tag: str
    pieces: list[str] = field(default_factory=list)
    linked: int = 0


def blocks_of(tree: Any) -> list[Block]:
    """The blocks of a lexbor tree's main part, in reading order; frame elements and blocks of links are left out.

    Changes the tree: dropped elements are taken out of it.
    """
    if tree.body is None:
        return []
    for node in tree.css(_DROPPED):
        node.decompose()
    whole = _gather(tree.body)
    for selector in _ROOTS:
        parts = tree.css(selector)
        if len(parts) == 1:
            part = _gather(parts[0])
            if 2 * sum(len(block.text) for block in part) >= sum(len(block.text) for block in whole):
                return part
    return whole


def depth_of(tree: Any) -> int:
    """How deep the elements of a lexbor tree's body are nested."""
    if tree.body is None:
        return 0
    depths = {tree.body.mem_id: 0}
    for node in tree.body.traverse():
        if node.parent is not None and node.mem_id not in depths:
            depths[node.mem_id] = depths.get(node.parent.mem_id, 0) + 1
    return max(depths.values())


def _gather(root: Any) -> list[Block]:
    """Text pieces grouped by the nearest block element around them; one pass, whatever the depth."""
    around: dict[int, tuple[int, str, bool]] = {root.mem_id: (root.mem_id, root.tag, False)}
    done: list[_Open] = []
    current = -1
    for node in root.traverse(include_text=True):
        if node.mem_id == root.mem_id:
            continue
        parent = around.get(node.parent.mem_id, (root.mem_id, root.tag, False)) if node.parent else around[root.mem_id]
        tag = node.tag
        if tag == "-text":
            text = node.text_content or ""
            if parent[0] != current or not done:
                done.append(_Open(parent[1]))
                current = parent[0]
            done[-1].pieces.append(text)
            done[-1].linked += len(text.strip()) if parent[2] else 0
        elif tag in _BLOCKS:
            around[node.mem_id] = (node.mem_id, tag, parent[2])
            current = -1
        else:
            around[node.mem_id] = (parent[0], parent[1], parent[2] or tag == "a")
    return [block for one in done if (block := _block(one))]


def _block(one: _Open) -> Block | None:
    text = _SPACES.sub(" ", "".join(one.pieces)).strip()
    if not text or (len(text) < _SHORT and one.linked >= _LINKED * len(text)):
        return None
    if one.tag == "h1":
        return Block(text, "title")
    if one.tag in _HEADINGS:
        return Block(text, "heading")
    return Block(text, "caption" if one.tag == "figcaption" else "body")
