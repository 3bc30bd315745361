"""Lineage: which articles descend from the same original, how we know, and which independent lines that leaves.

`find_lineages` is the way in. Ten pages that descend from one wire are one source; precision goes first, since a false
descent hides a corroboration, and a missed one claims a corroboration that never was.
"""

from __future__ import annotations

from communique.reconciling.lineage.find import find_lineages, prints_of

__all__ = ["find_lineages", "prints_of"]
