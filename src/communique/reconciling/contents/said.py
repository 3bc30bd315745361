"""What is said in one account and denied in another: two statements on an event with one content and two polarities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.contents.words import group
from communique.reconciling.lineage.words import plain_words, stopwords

if TYPE_CHECKING:
    from communique.reconciling.contents.scene import Scene
    from communique.records import Article, Evidence, Reading

FEWEST = 3  # content words that both must have in common
NAY = frozenset({"not", "never", "no"})  # counted as polarity, not as content
SAME = 0.6  # of the content words of the shorter one


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement on an event: by whom, whether it affirms its content, and the content's words."""

    speakers: tuple[str, ...]
    affirmed: bool
    words: frozenset[str]
    evidence: Evidence


def sayings_of(scene: Scene, article: Article, reading: Reading) -> tuple[Saying, ...]:
    """The statements that stand in the sentences about an event, in order.

    A denial within the content ("said that no envoy came") is as good as one by the verb ("denied that an envoy came");
    the reader may mark the first as a denial too, so that the two are not taken to cancel out.
    """
    found = []
    for said in reading.attributions:
        at = said.content.start
        if not any(sentence.evidence.start <= at < sentence.evidence.end for sentence in scene.around):
            continue
        words = plain_words(article.quote(said.content))
        content = frozenset(word for word in words if word not in stopwords())
        if len(content) >= FEWEST:
            nay = bool({*words} & (group("claim_words", "not") | {"no"}))
            found.append(Saying(said.speakers, said.polarity == "affirms" and not nay, content - NAY, said.content))
    return tuple(found)


def contradict(one: Saying, other: Saying) -> bool:
    """Whether one statement affirms what the other denies."""
    shared = len(one.words & other.words)
    return (
        one.affirmed != other.affirmed
        and shared >= FEWEST
        and shared >= SAME * min(len(one.words), len(other.words))
    )  # fmt: skip
