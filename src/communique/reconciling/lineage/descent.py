"""Who descends from whom: of two kin articles, the one that is the origin of the other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.reconciling.lineage.comparing import Kinship
    from communique.reconciling.lineage.prints import Print
    from communique.records import Publication

CERTAIN_DAYS = 3  # a publication interval this narrow has a best day to compare with another's
LENGTH_TELLS = 0.97  # of two texts, one shorter than this part of the other was cut: papers trim more than they add


def origin_of(
    left: Print, right: Print, kin: Kinship, publications: Mapping[str, Publication], heads: frozenset[str]
) -> str:
    """The id of the one of two kin articles from which the other descends.

    An excerpt descends from the longer text. Of others the one among `heads` is the origin (an agency's own text,
    or that from which the other says it is taken), else the one published earlier where the days tell, else the
    clearly longer one, else the first by id.
    """
    short, long = sorted((left, right), key=lambda one: (one.length, one.article))
    if kin.kind == "excerpt":
        return long.article
    own = [one.article for one in (left, right) if one.article in heads]
    if len(own) == 1:
        return own[0]
    earlier = _earlier(publications.get(left.article), publications.get(right.article))
    if earlier is not None:
        return earlier
    if short.length < LENGTH_TELLS * long.length:
        return long.article
    return min(left.article, right.article)


def _earlier(left: Publication | None, right: Publication | None) -> str | None:
    """The article that was published first, None where the intervals overlap too widely to tell."""
    if left is None or right is None:
        return None
    for one, other in ((left, right), (right, left)):
        if one.when.end is not None and other.when.start is not None and one.when.end < other.when.start:
            return one.article
    if not (_certain(left) and _certain(right)) or left.best is None or right.best is None or left.best == right.best:
        return None
    return left.article if left.best < right.best else right.article


def _certain(publication: Publication) -> bool:
    days = publication.when.days
    return days is not None and days <= CERTAIN_DAYS


def far_apart(left: Publication | None, right: Publication | None, days: int) -> bool:
    """Whether two articles were surely published more than `days` days apart."""
    if left is None or right is None:
        return False
    for one, other in ((left, right), (right, left)):
        if one.when.end is not None and other.when.start is not None:
            apart = other.when.start - one.when.end
            if apart > timedelta(days=days):
                return True
    return False
