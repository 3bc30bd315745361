"""People whom the text leaves unnamed, and whole sides: "a senior Russian official", "the Iranian side".

Also many states as one ("Gulf states"), and people who were named before ("the general").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.agents import LONGEST as AGENT_WORDS
from communique.reading.actors.agents import noun_at_end, sector_of_phrase
from communique.reading.actors.holders import owner_by_person
from communique.reading.actors.lexicon import lexicon, pair_phrases
from communique.reading.actors.offices import leader_of
from communique.reading.actors.pairs import last_told, of_other_rank, told_together
from communique.reading.actors.people import slug
from communique.reading.actors.phrases import look_left, look_right, owners_listed, seat
from communique.reading.actors.predicates import described_by_parse
from communique.reading.actors.salience import REACH, candidates
from communique.reading.actors.sectors import sector_of

if TYPE_CHECKING:
    from communique.reading.actors.agents import Agent
    from communique.reading.actors.draft import Draft
    from communique.reading.document import Document

SPEAKING_TO = frozenset({"nsubj", "obl", "obl:agent", "obj", "iobj"})
ACTING = frozenset({"nsubj", "nsubj:outer", "obl:agent"})
PAIR = 2  # "the presidents" are as many, if nothing says otherwise
LEADERS = frozenset({"leader", "president", "premier", "monarch"})  # nouns for who is on top of a state
POSSESSED = (("'",), ("'s",))
COMPLEMENT = 5  # tokens after "of" in which the noun stands that says what someone leads: "of the rebel group"


def find_unnamed(draft: Draft, *, implied: bool) -> None:
    """Nouns for people and sides with an owner said; then (`implied`) "officials" and "Western leaders"."""
    document, lists = draft.document, lexicon()
    paired = {token for start, end, _ in pair_phrases(document.lower) for token in range(start, end)}
    shared = [
        end for end, title in draft.pending.items()
        if document.lower[end : end + 1] == ("of",) or document.lower[title.start - 1 : title.start] in POSSESSED
    ]  # fmt: skip
    paired.update(end - 1 for end in shared)
    for i, word in enumerate(document.lower):
        if i in draft.taken or i in paired or not _may_be_noun(draft, i):
            continue
        if word in lists.describing and document.lower[i + 1 : i + 2] and document.lower[i + 1] in lists.unnamed:
            continue  # "the deputy minister": the second word is the noun
        lemma = document.lemmas[i]
        listed = word in lists.sides or lemma in lists.unnamed or word.rstrip("s") in lists.unnamed
        if listed or (implied and lemma in lists.bodies and plural(draft, i)):
            _place(draft, i, side=word in lists.sides, body=not listed, implied=implied)
        else:
            place_agent(draft, i, implied=implied)


def place_agent(draft: Draft, i: int, *, implied: bool) -> None:
    """Other people and bodies of agents.tsv: with an owner said, or where they act ("farmers blocked the road")."""
    document = draft.document
    agent = agent_of(document, i)
    if agent is None or document.pos[i + 1 : i + 2] == ("NOUN",) or _named(draft, i):
        return
    if not agent.person and document.words[i + 1 : i + 2] and document.words[i + 1][:1].isupper():
        return  # "the Serbian daily Politika": the body has a name of its own
    acting = document.deps[_measured(draft, i)] in ACTING
    described = agent.person and described_by_parse(draft, i) is not None
    if (agent.person and not implied) or acting or described:
        _place(draft, i, side=False, body=False, implied=implied, agent=agent)


def _named(draft: Draft, token: int) -> bool:
    """Whether a noun is but a part of a name that knowledge or the name finder sees."""
    opens = bool(draft.document.doc[token].is_sent_start)  # where a capital says nothing
    capital = draft.document.words[token][:1].isupper() and not opens
    known = draft.gazetteer.at(token)
    title = known is not None and known.kind == "role" and not plural(draft, token)
    return (known is not None and not title) or (capital and draft.gazetteer.entity(token) is not None)


def agent_of(document: Document, token: int) -> Agent | None:
    """What agents.tsv says of the noun at a token, with the words before it."""
    first = max(document.blocks[document.block_of[token]].start, token - AGENT_WORDS)
    found = noun_at_end((*document.lower[first:token], document.lemmas[token]))
    return found[1] if found else None


def _measured(draft: Draft, token: int) -> int:
    """The noun whose place in the sentence counts: "a group of tourists" acts where "group" does."""
    document = draft.document
    head = document.heads[token]
    measure = document.deps[token] == "nmod" and document.lemmas[head] in lexicon().measures
    return head if measure and head < token else token


def _may_be_noun(draft: Draft, token: int) -> bool:
    """Nouns, and adjectives that stand for one: "the general agreed", "general Shams Kabbashi"."""
    pos, following = draft.document.pos, draft.document.pos[token + 1 : token + 2]
    titled = following == ("PROPN",) and draft.document.deps[token] == "nmod:desc"
    return pos[token] in ("NOUN", "PROPN") or (pos[token] == "ADJ" and (following in (("VERB",), ("AUX",)) or titled))


def plural(draft: Draft, token: int) -> bool:
    """Whether the parse takes a token for a plural."""
    return bool(draft.document.doc[token].morph.get("Number") == ["Plur"])


def _place(draft: Draft, i: int, *, side: bool, body: bool, implied: bool, agent: Agent | None = None) -> None:
    document = draft.document
    left = look_left(document, draft.gazetteer, draft.knowledge, i)
    if not body and plural(draft, i) and _place_together(draft, left.start, i, side=side, agent=agent):
        return
    right = look_right(document, draft.gazetteer, draft.knowledge, i + 1)
    owner, end = left.owner, i + 1
    if owner is None and right.owner is not None:
        owner, end = right.owner, right.end
    if owner is None:
        owner = _near_person(draft, i + 1) or owner_by_person(draft, left.start) or _host(draft, i + 1)
    if (owner is None) is not implied:
        return
    start = left.start if draft.free(left.start, end) else i
    if not draft.free(start, end):
        return
    if side and (owner is not None or not implied or document.deps[i] not in ACTING):
        if owner is not None:
            draft.refer(start, end, (draft.owner(owner, draft.text(start, end)),), "description")
        return
    if side and (agent := agent_of(document, i)) is None:
        return
    named = None if side or body else _named_after(draft, i + 1, owner)
    if named is not None:
        draft.describe(named, (document.lemmas[i],))
    definite = document.lower[start] == "the"
    if owner is None and definite and document.lemmas[i] in lexicon().together and plural(draft, i):
        if of_other_rank(draft, start, end, PAIR):
            return
        people = told_together(draft, start) or _colleagues(draft, start, document.lemmas[i])
        if people:
            draft.refer(start, end, people, "role")
            return
    phrase = _phrase(draft, left.start, i)
    actor = named or _group(draft, start, i, end, owner)
    if actor is None and not body:
        actor = _apposed(draft, start, owner) or _described(draft, i, owner)
        if actor is None and (agent is None or agent.person):
            actor = _described_person(draft, i, owner, left.definite, phrase if agent else ())
            actor = actor or _spoken_of(draft, i, owner, left.definite)
        actor = actor or _enter_unnamed(draft, start, i, end, owner, agent)
    if actor is not None:
        draft.wording.setdefault(actor, phrase)
        for k in range(start, end):
            if (known := draft.gazetteer.at(k, "organisation", "outlet")) is not None:
                draft.bodies.setdefault(actor, known.keys[0])
        draft.refer(start, end, (actor,), "description")


def _place_together(draft: Draft, start: int, i: int, *, side: bool, agent: Agent | None) -> bool:
    """ "Officials from Peru and Chile": some of each state. "Delegations from Peru and Chile": the states."""
    start, end, owners = owners_listed(draft.document, draft.gazetteer, draft.knowledge, start, i)
    if len(owners) < PAIR or not draft.free(start, end):
        return False
    actors = [
        draft.owner(owner) if side else _enter_unnamed(draft, start, i, i + 1, owner, agent) for owner in owners
    ]  # fmt: skip
    found = tuple(actor for actor in actors if actor is not None)
    if len(found) == len(owners):
        draft.refer(start, end, found, "description")
    return len(found) == len(owners)


def _colleagues(draft: Draft, token: int, noun: str) -> tuple[str, ...]:
    """ "The presidents" after one called the other: the last two people of two states who both hold such an office."""
    people = last_told(draft, token, ("person:",), REACH)
    roles = [(draft.office_of(person) or "").partition("/")[2] for person in people]
    fitting = all(noun in role.split("-") or (noun in LEADERS and role in lexicon().leading) for role in roles)
    return people if fitting else ()


def _phrase(draft: Draft, start: int, token: int) -> tuple[str, ...]:
    """The words that describe someone: those before the noun, the noun that its "of" leads to, the noun itself."""
    document = draft.document
    inner: tuple[str, ...] = ()
    if document.lower[token + 1 : token + 2] == ("of",):
        inside = range(token + 2, min(token + 2 + COMPLEMENT, len(document.words)))
        noun = next((k for k in inside if document.pos[k] == "NOUN" and document.deps[k] != "compound"), None)
        inner = (*document.lower[token + 2 : noun], document.lemmas[noun]) if noun is not None else ()
    return (*document.lower[start:token], *inner, document.lemmas[token])


def _named_after(draft: Draft, token: int, owner: str | None) -> str | None:
    """ "Sudanese general Shams Kabbashi": the person whose name follows, who is then of that state."""
    reference = next((r for r in draft.starting(token) if r.form == "name"), None)
    if reference is None or not reference.actors[0].startswith("person:"):
        return None
    actor = draft.actors[reference.actors[0]]
    if actor.state is None and owner in draft.knowledge.states:
        draft.people.state_of[actor.id] = owner
        draft.enter(actor.id, actor.name, actor.kind, owner)
    return actor.id if owner is None or draft.actors[actor.id].state == owner else None


def _spoken_of(draft: Draft, token: int, owner: str | None, definite: bool) -> str | None:
    """ "The general", "the secretary": the best candidate who was given that word before."""
    if owner is not None or plural(draft, token) or not definite:
        return None
    word = draft.document.lemmas[token]
    near = (actor for reference in candidates(draft, token) for actor in reference.actors)
    return next((actor for actor in near if word in draft.described.get(actor, ())), None)


def _near_person(draft: Draft, token: int) -> str | None:
    """ "An aide to Ana Lee", "an official in Ana Lee's office": the state of the person named after the noun."""
    lower = draft.document.lower
    named = next((r for r in draft.starting(token + 1) if r.form == "name"), None)
    if lower[token : token + 1] in (("in",), ("from",), ("at",)):  # "an official in Lee's office"
        owned = named is not None and lower[named.end : named.end + 1] in POSSESSED
        named = named if owned else None
    elif lower[token : token + 1] not in (("of",), ("to",)):
        return None
    return draft.actors[named.actors[0]].state if named is not None else None


def _host(draft: Draft, token: int) -> str | None:
    """ "Officials in Amman said": the state of the place, if they say or do something there."""
    if not (draft.document.deps[token - 1].startswith("nsubj") or _heard(draft, token - 1)):
        return None
    return seat(draft.document, draft.gazetteer, draft.knowledge, token)


def _heard(draft: Draft, noun: int) -> bool:
    """Whether people are who a passage cites, or those of a state who are told: "according to", "told lawmakers"."""
    document = draft.document
    head = document.heads[noun]
    cases = {document.lower[c.i] for c in document.doc[noun].children if c.dep_ == "case"}
    if "according" in cases or document.lemmas[head] in lexicon().citing:
        return True
    told = document.deps[noun] in ("obj", "iobj") and document.lemmas[head] in lexicon().addressing
    return told and document.lemmas[noun] in lexicon().of_state


def _group(draft: Draft, start: int, token: int, end: int, owner: str | None) -> str | None:
    """ "Western leaders", "Gulf states": many states as one actor."""
    groups = lexicon().groups
    group = next((groups[word] for word in draft.document.lower[start:token] if word in groups), None)
    if owner is not None or group is None or not plural(draft, token):
        return None
    return draft.enter(f"group:{slug(group)}", group, "group", None, draft.text(start, end))


def _apposed(draft: Draft, start: int, owner: str | None) -> str | None:
    """ "Ana Lee, a senior Maltese diplomat": the person whose name stands before the comma."""
    if start < 2 or draft.document.lower[start - 1] != ",":
        return None
    reference = draft.named(start - 1)
    if reference is None or not reference.actors[0].startswith("person:"):
        return None
    state = draft.actors[reference.actors[0]].state
    return reference.actors[0] if owner is None or state in (owner, None) else None


def _described(draft: Draft, token: int, owner: str | None) -> str | None:
    """ "Ana Lee is a Maltese diplomat": the person whom the parse says the noun describes, if of that owner."""
    person = None if plural(draft, token) else described_by_parse(draft, token)
    return person if person is not None and owner in (None, draft.actors[person].state) else None


def _described_person(
    draft: Draft, token: int, owner: str | None, definite: bool, phrase: tuple[str, ...]
) -> str | None:
    """ "The Chinese diplomat", "the NATO chief": the person of that owner spoken of last, if definite and singular.

    With a `phrase` ("the Ghanaian farmer") only one of the same sector.
    """
    lower = draft.document.lower
    if owner is None or plural(draft, token) or not definite or lower[token + 1 : token + 2] in (("of",), ("to",)):
        return None
    if lower[token] in lexicon().chiefs and (leader := leader_of(draft, owner, token)) is not None:
        return leader
    for reference in draft.before(token):
        for actor in reference.actors if reference.form == "name" else ():
            if actor.startswith("person:") and draft.actors[actor].state == owner:
                return actor if not phrase or sector_of(draft, actor) == sector_of_phrase(phrase) else None
    return None


def _enter_unnamed(
    draft: Draft, start: int, token: int, end: int, owner: str | None, agent: Agent | None
) -> str | None:
    """An actor for people without a name; None where the phrase says nothing of who they are."""
    document, lists = draft.document, lexicon()
    said = sector_of_phrase(_phrase(draft, start, token))
    if agent is not None and said is None and (owner is None or not agent.person):
        return None  # "the group", "a man"
    if (
        owner is None
        and agent is None
        and document.deps[token] not in SPEAKING_TO
        and (start == token or not plural(draft, token))
    ):
        return None
    described = [
        word
        for k, word in enumerate(document.lower[start:token], start)
        if word in lists.describing or (agent and document.pos[k] in ("ADJ", "NOUN") and not draft.gazetteer.at(k))
    ]
    words = " ".join([*described, document.lower[token]])
    body = draft.knowledge.organisations.get(owner or "")
    state = owner if owner in draft.knowledge.states else body.state if body is not None else None
    name = f"{draft.owner_name(owner)} ({words})" if owner else words
    return draft.enter(f"unnamed:{owner or ''}/{slug(words)}", name, "unnamed", state, draft.text(start, end))
