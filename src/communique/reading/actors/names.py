"""Which words are a person's name: what knowledge knows, and what the name finder takes for one and nothing denies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.agents import agents
from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.people import NameSpan
from communique.reading.gazetteer import PLACES

if TYPE_CHECKING:
    from communique.reading.actors.titles import Title
    from communique.reading.document import Document
    from communique.reading.gazetteer import Entity, Gazetteer

NO_NAME = ("role", "demonym", "state", "organisation", "outlet", "metonym")
FEWEST, MOST = 2, 4  # words of a name that only its title gives away; one will do where the model sees some name
NOT_SURE = ("PERSON", "LOC", "MISC")  # labels that the model mixes up where knowledge knows no such place
HEADINGS = frozenset({"title", "heading"})


def find_names(document: Document, gazetteer: Gazetteer) -> list[NameSpan]:
    """Spans that name people: hits of knowledge, and the model's persons where knowledge sees nothing else."""
    taken: set[int] = set()
    spans: list[NameSpan] = []
    for hit in gazetteer.hits:
        if hit.kind == "person" and taken.isdisjoint(range(hit.start, hit.end)):
            spans.append(NameSpan(hit.start, hit.end, hit.keys))
            taken.update(range(hit.start, hit.end))
    common = common_words(document)
    for entity in gazetteer.entities:
        if entity.label != "PERSON":
            continue
        first, last = _with_given_name(document, entity.start, entity.end)
        start, end = _trim(document, gazetteer, first, _whole(document, last))
        start = _past_heading_words(document, gazetteer, start, end)
        if start < end and taken.isdisjoint(range(start, end)) and _plausible(document, gazetteer, common, start, end):
            spans.append(NameSpan(start, end))
            taken.update(range(start, end))
    return sorted(spans, key=lambda span: span.start)


def missed_names(
    document: Document, gazetteer: Gazetteer, titles: list[Title], names: list[NameSpan]
) -> list[NameSpan]:
    """Names the finder did not see: two to four capitalised words where a title calls for a name.

    "Foreign Minister Taro Yamada", "the Danish ambassador to Chad, Ida Holm, said".
    """
    taken = {i for name in names for i in range(name.start, name.end)}
    found: list[NameSpan] = []
    for title in titles:
        if title.name is not None or title.plural or title.verbal or in_heading(document, title.start):
            continue
        after = title.posting[1] if title.posting else title.end
        for start in dict.fromkeys((title.core_end, after)):
            comma = document.lower[start : start + 1] == (",",)
            begin = past_courtesy(document.lower, start + comma)
            end = _capitals(document, gazetteer, begin, taken)
            fewest = FEWEST if comma or gazetteer.entity(begin, *NOT_SURE) is None else 1
            if fewest <= end - begin <= MOST and (not comma or closed(document.lower, end)):
                found.append(NameSpan(begin, end))
                taken.update(range(begin, end))
                break
    return found


def _capitals(document: Document, gazetteer: Gazetteer, start: int, taken: set[int]) -> int:
    """Where a run of capitalised proper nouns ends that nothing else claims."""
    i = start
    while i < len(document.words) and document.pos[i] == "PROPN" and document.words[i].istitle() and i not in taken:
        entity = gazetteer.entity(i, "ORG", "NORP")
        if gazetteer.at(i) or (entity is not None and entity.start >= start):
            break  # an entity that begins before the name has swallowed part of the title
        i += 1
    return i


def past_courtesy(lower: tuple[str, ...], position: int) -> int:
    """The token after words such as "Mr" or "Sayyid"."""
    while position < len(lower) and lower[position] in lexicon().courtesy:
        position += 1
    return position


def closed(lower: tuple[str, ...], end: int) -> bool:
    """A name after a comma is an apposition when a comma or full stop closes it; "and" would go on with a list."""
    return end >= len(lower) or lower[end] in (",", ".", ")", ";", "'s")


def common_words(document: Document) -> frozenset[str]:
    """Words that the article also writes in lower case: a heading's "Talks" is no name where the text has "talks"."""
    return frozenset(word for word in document.words if word.isalpha() and word.islower())


def in_heading(document: Document, token: int) -> bool:
    """Whether a token stands in a title or heading, where capitals say little."""
    return document.blocks[document.block_of[token]].line.kind in HEADINGS


def recurs(document: Document, gazetteer: Gazetteer, word: str) -> bool:
    """Whether the body of the article has a word of a name as such: capitalised inside a name the model found."""
    return any(
        document.words[i] == word and not in_heading(document, i)
        for entity in gazetteer.entities
        for i in range(entity.start, entity.end)
    )


def _whole(document: Document, end: int) -> int:
    """A name the model cut at a hyphen goes on: "Tsai Ing" is "Tsai Ing-wen"."""
    words = document.words
    end -= words[end - 1] == "-"
    while end + 1 < len(words) and words[end] == "-" and words[end + 1].isalpha():
        if document.ends[end - 1] != document.starts[end] or document.ends[end] != document.starts[end + 1]:
            break
        end += 2
    return end


def _with_given_name(document: Document, start: int, end: int) -> tuple[int, int]:
    """A name goes on over the words that the parser joins to it as flat parts: "Ruiz" is "Marta Ruiz"."""
    doc = document.doc  # not the Document's lists: the tree is not mended yet, and they are kept
    while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start].dep_ == "flat" and doc[start].head.i == start - 1:
        start -= 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].dep_ == "flat" and start <= doc[end].head.i < end:
        end += 1
    return start, end


def _trim(document: Document, gazetteer: Gazetteer, start: int, end: int) -> tuple[int, int]:
    """Cut titles, demonyms, courtesy words and possessive marks off a name the model found."""
    words, lower, courtesy = document.words, document.lower, lexicon().courtesy
    while start < end:
        hit = gazetteer.at(start, *NO_NAME)
        if hit and (hit.end <= end or (hit.kind == "role" and hit.start <= start)):
            start = min(hit.end, end)  # a whole title is no name: "Ambassador" of "Ambassador to the United Nations"
        elif (place := _posted_at(document, gazetteer, start, end)) is not None:
            start = place
        elif lower[start] in courtesy or not words[start][:1].isupper():
            start += 1
        else:
            break
    while end > start and not (words[end - 1][:1].isupper() or (end - start > 2 and words[end - 2] == "-")):
        end -= 1
    inside = gazetteer.at(start, *PLACES, "bloc", "plan", "occasion") if start < end else None
    if inside and inside.start <= start and inside.end >= end:
        return start, start
    return start, end


def _past_heading_words(document: Document, gazetteer: Gazetteer, start: int, end: int) -> int:
    """In a heading a name begins with the first word that the body has in a name: "Meet Merkel" is Merkel."""
    if not start < end or not in_heading(document, start):
        return start
    named = (i for i in range(start, end) if recurs(document, gazetteer, document.words[i]))
    return next(named, start)


def _posted_at(document: Document, gazetteer: Gazetteer, start: int, end: int) -> int | None:
    """Where the name begins in "envoy to Vienna Ana Lee", which the model takes for one name."""
    hit = gazetteer.at(start, "capital", "place")
    sent = start > 0 and document.pos[start - 1] == "ADP"
    return hit.end if sent and hit is not None and hit.start == start and hit.end < end else None


def _plausible(document: Document, gazetteer: Gazetteer, common: frozenset[str], start: int, end: int) -> bool:
    """Whether a name the model found may be one: one word must not be a common one, and a heading needs the text."""
    plural = document.pos[start] == "NOUN" and document.doc[start].morph.get("Number") == ["Plur"]
    if end - start == 1 and (document.lower[start] in common or plural or _is_noun(document, start)):
        return False
    if end - start == 1 and _with_article(document, start):
        return False
    if not in_heading(document, start) or all(in_heading(document, block.start) for block in document.blocks):
        return True
    return recurs(document, gazetteer, document.words[end - 1])


def _with_article(document: Document, token: int) -> bool:
    """Whether a lone name has an article of its own, as ships and houses have: "the Benson" is no person."""
    before = document.doc[token - 1] if token else None
    return before is not None and before.dep_ == "det" and before.head.i == token


def _is_noun(document: Document, token: int) -> bool:
    """Whether a lone word that begins a sentence is a common noun for people ("Netizen", "Refugees") and no surname."""
    if not document.doc[token].is_sent_start:
        return False
    agent = agents().nouns.get((document.lower[token],)) or agents().nouns.get((document.lemmas[token].lower(),))
    elsewhere = any(word == document.words[token] for i, word in enumerate(document.words) if i != token)
    return agent is not None and not elsewhere


def credible_organisation(document: Document, gazetteer: Gazetteer, common: frozenset[str], entity: Entity) -> bool:
    """The same for an organisation: an abbreviation, or words of which some are no common ones."""
    words = document.words[entity.start : entity.end]
    if len(words) == 1 and words[0].isupper() and not in_heading(document, entity.start):
        return True
    capitals = [word for word in words if word[:1].isupper()]
    if not capitals or (len(words) == 1 and words[0].lower() in common):
        return False
    if not in_heading(document, entity.start) or all(in_heading(document, b.start) for b in document.blocks):
        return True
    return recurs(document, gazetteer, capitals[-1])
