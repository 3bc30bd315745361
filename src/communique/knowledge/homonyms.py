"""Of several people with one surname, the one whom the surname alone means; nobody where the tables do not say.

The readers of names ask through `Knowledge.meant_by_surname`. It knows no date: the people beside whom a surname is
read stand for the time of the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge.tenures import begins, ends

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from communique.knowledge.model import Tenure


def meant(
    keys: Sequence[str],
    beside: Iterable[str],
    tenures_of: Callable[[str], Sequence[Tenure]],
    rank_of: Callable[[Tenure], int],
) -> str | None:
    """The person meant: who was in office with the most of `beside`, else who outranks and outlasts the rest.

    To outrank is to have held a higher office than any other of them, to outlast to have held one as late as any.
    """
    held = {key: tenures_of(key) for key in keys if tenures_of(key)}
    others = [tenures_of(key) for key in beside if key not in held]
    met = {key: sum(_together(own, other) for other in others) for key, own in held.items()}
    most = [key for key in held if met[key] == max(met.values())]
    if len(most) == 1:
        return most[0]
    top = {key: min(rank_of(tenure) for tenure in held[key]) for key in most}
    last = {key: max(ends(tenure) for tenure in held[key]) for key in most}
    first = [key for key in most if top[key] == min(top.values())]
    return first[0] if len(first) == 1 and last[first[0]] == max(last.values()) else None


def _together(own: Sequence[Tenure], other: Sequence[Tenure]) -> bool:
    """Whether two people were in some office on the same day."""
    return any(begins(a) <= ends(b) and begins(b) <= ends(a) for a in own for b in other)
