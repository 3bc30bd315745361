"""Reconciling: from readings to the record, all articles together."""

from communique.reconciling.memory import Memory
from communique.reconciling.reconcile import reconcile

__all__ = ["Memory", "reconcile"]
