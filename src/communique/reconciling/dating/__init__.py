"""The date of an article: solved from what its page claims and what its text says; with the cues that disagree."""

from communique.reconciling.dating.contradictions import contradictions, dating_checks
from communique.reconciling.dating.solve import date_article

__all__ = ["contradictions", "date_article", "dating_checks"]
