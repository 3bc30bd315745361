"""The articles of the sample record: of our own writing, about public events of March and April 2023."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from communique.records import Article, ClaimedDate, Evidence, Line

if TYPE_CHECKING:
    from datetime import date

    from communique.records import LineKind

PLANNED = """HOME | WORLD | BUSINESS
Ohrid to host Serbia-Kosovo talks on Saturday
SKOPJE, 14 March 2023 - Serbian President Aleksandar Vučić and Kosovo Prime Minister Albin Kurti will meet in \
Ohrid on Saturday, the European Union's foreign policy chief Josep Borrell said on Tuesday. “Both leaders have a \
duty to their citizens,” he told reporters.
A Kosovo government spokesman, cited by the Balkan News Agency, said that Mr Kurti was ready to sign. Belgrade \
denied that any signature was foreseen.
Read more: the week in pictures …
"""

HELD = """Ohrid talks end late
OHRID - Aleksandar Vučić and Albin Kurti met in Ohrid on 18 March and agreed on how to carry out the plan, Josep \
Borrell said after twelve hours of talks. “We have a deal,” Borrell told a news conference.
Mr Vučić reportedly said that he had signed nothing.
"""

COPIED = """Talks in Ohrid end late in the night
Aleksandar Vučić and Albin Kurti met in Ohrid on 18 March and agreed on how to carry out the plan, Josep Borrell \
said after twelve hours of talks, the Balkan News Agency reported. The meeting lasted into 19 March, it added.
"""

BEIJING = """Thursday, 20 July 2023
Iranian and Saudi ministers meet in Beijing
The foreign ministers of Iran and Saudi Arabia, Hossein Amir-Abdollahian and Prince Faisal bin Farhan, met in \
Beijing on Thursday, the first such meeting in more than seven years. They agreed to reopen embassies.
Riyadh has proposed a visit by the Iranian president, a senior Iranian official said.
"""

GERMAN = """Gespräche in Ohrid
Die Außenbeauftragte sprach von einem Fortschritt.
"""


def article(
    name: str,
    text: str,
    kinds: dict[int, tuple[LineKind, str]],
    *,
    outlet: str | None,
    language: str = "en",
    url: str | None = None,
    claims: tuple[tuple[str, date], ...] = (),
) -> Article:
    """An article of `text`: its lines are body, save those in `kinds`; `claims` are dates found in the text."""
    lines, start = [], 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        kind, reason = kinds.get(number, ("body", "a full sentence"))
        lines.append(Line(number, start, start + len(line.rstrip("\n")), kind, reason))
        start += len(line)
    return Article(
        id=f"article-{name}",
        path=f"news/{name}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        lines=tuple(lines),
        extractor="plain-1",
        language=language,
        title=next((text[line.start : line.end] for line in lines if line.kind == "title"), None),
        url=url,
        outlet=outlet,
        claimed_dates=tuple(
            ClaimedDate("text-header", day, text.index(words), text.index(words) + len(words)) for words, day in claims
        ),
    )


def at(source: Article, words: str, nth: int = 0) -> Evidence:
    """Where `words` stand in an article, the `nth` time."""
    start = -1
    for _ in range(nth + 1):
        start = source.text.index(words, start + 1)
    return Evidence(source.id, start, start + len(words))
