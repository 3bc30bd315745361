"""The nouns of the house: what flows from room to room, one meaning each.

Every stage takes and gives these frozen records; nothing else travels between rooms. An offset is a Python
string offset into `Article.text`, half-open. A `When` is a closed interval of days. Ids derive from content,
never from position or time, so that the same articles give the same record in any order.

First the text (Evidence, Article), then what one article says (Reading and its parts), then what all of them
say together (Record and its parts). This module imports nothing of the package and knows no file or database.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

LineKind = Literal[
    "navigation", "clock", "title", "heading", "caption", "body", "teaser", "comment", "ad", "byline", "other"
]
Status = Literal["held", "planned", "proposed", "denied", "cancelled", "conditional", "unconfirmed"]
Granularity = Literal["day", "week", "month", "season", "year", "range", "unknown"]
ActorKind = Literal["person", "office", "state", "organisation", "group", "unnamed"]
Mode = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirms", "denies"]
AttributionKind = Literal["speech", "attitude", "plan", "knowledge", "perception", "showing"]
PropositionStatus = Literal[
    "fact", "claimed", "denied", "negated", "planned", "proposed", "conditional", "hypothetical"
]
Relation = Literal["conveyed", "reported", "cited"]
# PLOVER's roles of actors; LEG, PRM and ELI as its coders use them.
Sector = Literal[
    "GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "LEG", "IGO", "NGO", "JRN", "EDU", "BUS", "CRM", "CVL",
    "LAB", "AGR", "HLH", "SOC", "REL", "REF", "UAF", "PRM", "ELI", "SET",
]  # fmt: skip
LineageKind = Literal["copy", "near-copy", "excerpt", "rewrite", "wire", "citation"]
CheckKind = Literal[
    "misleading date",
    "office mismatch",
    "heading against body",
    "internal contradiction",
    "altered quotation",
    "single origin",
]


def content_id(prefix: str, *parts: str) -> str:
    """A short id made from content: `prefix` and 12 hexadecimal digits of the SHA-256 of the parts."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:12]}"


# --- the text ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A slice of an article: `article.text[start:end]` is the quoted evidence."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article's text, with what it is and why we think so. Numbers start at 1."""

    number: int
    start: int
    end: int
    kind: LineKind
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimedDate:
    """A date that the page itself claims. Offsets are None where the claim is not in the text."""

    source: Literal["text-header", "metadata", "url", "feed"]
    date: date
    start: int | None = None
    end: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One published text. `text` is the decoded original, or for HTML the canonical text of `extractor`."""

    id: str
    path: str
    sha256: str
    text: str
    lines: tuple[Line, ...]
    extractor: str
    language: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    claimed_dates: tuple[ClaimedDate, ...] = ()

    def quote(self, evidence: Evidence) -> str:
        """The characters that a piece of evidence points to."""
        return self.text[evidence.start : evidence.end]


@dataclass(frozen=True, slots=True, order=True)
class Unread:
    """An input that could not be read, kept with its reason (promise 3: nothing lost)."""

    path: str
    reason: str
    sha256: str | None = None


# --- what one article says ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, office, state, organisation, group, or an unnamed one. `state` is an ISO 3166 alpha-3 code.

    Ids say what they are: `person:wang-yi`, `office:RUS/foreign-minister`, `state:CHN`,
    `organisation:nato`, `unnamed:RUS/senior-security-official`. `sector` is PLOVER's role of an actor (GOV, MIL,
    REB ...) as its kind or the text says it, None for states and where nothing is said.
    """

    id: str
    name: str
    kind: ActorKind
    state: str | None = None
    aliases: tuple[str, ...] = ()
    sector: Sector | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article mentions an actor, and in which form."""

    actor: str
    evidence: Evidence
    form: Literal["name", "role", "pronoun", "demonym", "metonym", "description"]


@dataclass(frozen=True, slots=True)
class OfficeClaim:
    """The article says that a person holds (or held) an office: "Chinese Premier Zhang Guoqing"."""

    person: str
    office: str
    evidence: Evidence
    past: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as the article says it, not yet resolved against a publication day.

    `form` says how to resolve it, and which of the other fields then matter:

    - `calendar`: `year`, `month`, `day` as far as said; what is missing comes from the anchor.
    - `weekday`: `weekday` (0 is Monday), on the side of the anchor that `direction` says.
    - `shift`: the `unit` that lies `amount` units from the anchor's ("last month" is month, -1).
    - `occasion`: the occasion of that key in knowledge (`key`), nearest to the anchor.
    - `length`: `amount` of `unit`, a duration ("an eight-day tour"); it dates nothing by itself, but with an
      `anchor_index` it is the time so far `relation` ("before" or "after") that one: "two days after they met".
      `direction` -1 says that it is over at the time told beside it: "ended a two-day visit on Friday".
    - `set`: recurring ("every Monday", "annual"); it dates nothing by itself.

    `direction` is -1 (past), 1 (future) or 0 (unsaid); `part` narrows to "early", "mid" or "late";
    `relation` turns the interval to what lies "before", "after", "since" or "until" it.
    `anchor` is what it counts from: the publication day, or a time told before in the text (`anchor_index`).
    """

    evidence: Evidence
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    rule: str
    form: Literal["calendar", "weekday", "shift", "occasion", "length", "set"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Literal["day", "week", "weekend", "month", "season", "quarter", "year", "decade"] | None = None
    amount: float | None = None
    amount_to: float | None = None
    direction: Literal[-1, 0, 1] = 0
    part: Literal["", "early", "mid", "late"] = ""
    relation: Literal["", "before", "after", "since", "until"] = ""
    anchor: Literal["publication", "text", "none"] = "none"
    anchor_index: int | None = None
    key: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class DatingCue:
    """Something in the text that bears on the publication day, in the form a solver can use.

    `kind` is "occasion" (knowledge key `key`, told as past/now/future), "elapsed" (`amount` `unit`s since the
    occasion `key`: "approaches its three-year mark"). `time` indexes the time said of it. `named` is False where a
    kind and whom it concerns describe the occasion ("his re-election"). The key "office:" and that of a person is
    their coming into office.
    """

    kind: Literal["occasion", "elapsed"]
    key: str
    evidence: Evidence
    tense: Literal["past", "now", "future"]
    amount: float | None = None
    unit: Literal["day", "week", "month", "year"] | None = None
    bound: Literal["about", "not yet", "more than"] = "about"
    time: int | None = None
    named: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where. `basis` says how we know: said in the phrase, from the visit, from the dateline, a capital."""

    name: str
    state: str | None
    basis: Literal["said", "visit", "dateline", "capital"]
    evidence: tuple[Evidence, ...]
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Someone's part in an event. In a Record, `office` and `sector` (PLOVER's role) are those of that day."""

    actor: str
    role: str
    evidence: tuple[Evidence, ...]
    office: str | None = None
    state: str | None = None
    sector: Sector | None = None


@dataclass(frozen=True, slots=True)
class PloverCode:
    """PLOVER 2.0 event type and mode (manual, CC BY-SA 4.0); mode is None where the type has none."""

    type: str
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Anchoring:
    """That an event was before, after or during another event of its article, or a time told there.

    `telling` is the id of that event, `time` the index of that time: one of the two is given. `least` and `most` are
    the days between them, None for any number.
    """

    relation: Literal["before", "after", "during"]
    telling: str | None
    time: int | None
    least: int
    most: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one article tells it: all its mentions there, folded into one.

    `times` index `Reading.times`; `tense` is how the article tells it; `background`: only as what something
    else came after; `beside` is what it is told before, after or during. `holder` is the actor on whose word the
    event rests, None where the article reports it as fact. `outcome` is a short phrase with its evidence.
    """

    id: str
    kind: str
    status: Status
    parties: tuple[Party, ...]
    place: Place | None
    times: tuple[int, ...]
    evidence: tuple[Evidence, ...]
    trigger: Evidence
    plover: PloverCode | None = None
    topics: tuple[str, ...] = ()
    outcome: tuple[tuple[str, Evidence], ...] = ()
    part_of: str | None = None
    holder: str | None = None
    occasion: str | None = None
    tense: Literal["past", "present", "future"] = "past"
    cues: tuple[Evidence, ...] = ()
    background: bool = False
    beside: tuple[Anchoring, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a source chain: who passed a statement on, and where the text says so."""

    actor: str
    relation: Relation
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as one article makes it: source, cue and content, with the chain (innermost first).

    `kind` says whether it is said, held, planned, known, perceived, or shown by a document; `status` how its holder
    puts the content. `stated` are the statements of the record: an actor of the article says or holds them. The
    others have a source without an actor ("critics"), no source, or a cue that leaves unsaid that it was said.
    """

    id: str
    speakers: tuple[str, ...]
    addressees: tuple[str, ...]
    targets: tuple[str, ...]
    source: tuple[Evidence, ...]
    content: Evidence
    quotes: tuple[Evidence, ...]
    mode: Mode
    cue: Evidence
    polarity: Polarity = "affirms"
    hedge: Evidence | None = None
    plover: PloverCode | None = None
    topics: tuple[str, ...] = ()
    chain: tuple[Link, ...] = ()
    times: tuple[int, ...] = ()
    occasion: str | None = None
    telling: str | None = None
    kind: AttributionKind = "speech"
    status: PropositionStatus = "claimed"
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says, as one version of the reader understands it.

    `acts` are tellings too, of what states and people do to each other outside of diplomacy (attacks, protests,
    arrests, demands), as PLOVER codes them; they are kept apart from the events of the record.
    """

    article: str
    reader: str
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    offices: tuple[OfficeClaim, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    cues: tuple[DatingCue, ...] = ()
    tellings: tuple[Telling, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    headings: tuple[Evidence, ...] = ()
    acts: tuple[Telling, ...] = ()

    @property
    def statements(self) -> tuple[Attribution, ...]:
        """The attributions that are statements of the record."""
        return tuple(said for said in self.attributions if said.stated)


# --- what all of them say together ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval of days (None: that side is open), how it was reached, and how sure we are."""

    start: date | None
    end: date | None
    granularity: Granularity
    basis: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()

    @property
    def days(self) -> int | None:
        """How many days the interval holds, None where a side is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1


UNKNOWN = When(None, None, "unknown", "not said", 0.0)


@dataclass(frozen=True, slots=True)
class Cue:
    """One reason for a publication date: what it says, in words, and whether the answer uses or overrules it."""

    cue: str
    start: int | None
    end: int | None
    says: tuple[date | None, date | None]
    used: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, as far as its page and its text can tell."""

    article: str
    when: When
    best: date | None
    why: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """What an article descends from. `origin` is None where it stands alone; `root` names the independent line."""

    article: str
    origin: str | None
    kind: LineageKind | None
    score: float
    root: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One article's telling of one event of the record, resolved."""

    article: str
    telling: str
    status: Status
    when: When
    place: Place | None
    parties: tuple[Party, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values of one field that cannot all be true, each with the articles that tell it.

    `field` is date, place, participants, status, title, figure, proposer or content. `evidence` are the sentences in
    which the last four stand; the others stand in the accounts.
    """

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something diplomatic that happened, is planned, proposed or denied, with all its accounts.

    `confidence`: that there is such an event; `sureness`: that each field, by name, is right if there is.
    """

    id: str
    kind: str
    status: Status
    plover: PloverCode | None
    parties: tuple[Party, ...]
    place: Place | None
    when: When
    topics: tuple[str, ...]
    outcome: tuple[tuple[str, Evidence], ...]
    part_of: str | None
    confidence: float
    accounts: tuple[Account, ...]
    outlets: int
    origins: int
    disagreements: tuple[Disagreement, ...] = ()
    history: tuple[tuple[Status, str, When], ...] = ()
    sureness: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution in its place in the record: its time resolved, its event known."""

    id: str
    article: str
    said: Attribution
    when: When
    event: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Check:
    """A remark on one article: something in it cannot be right, with the evidence."""

    id: str
    article: str
    kind: CheckKind
    evidence: tuple[Evidence, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class Record:
    """The record of a set of articles. All tuples are in a stable order that depends on content alone.

    `acts` are what PLOVER codes beside the events of diplomacy: attacks, protests, arrests, demands.
    """

    articles: tuple[Article, ...] = ()
    publications: tuple[Publication, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    checks: tuple[Check, ...] = ()
    unread: tuple[Unread, ...] = field(default_factory=tuple)
    acts: tuple[Event, ...] = ()
