"""Reconciling: from readings to the record, all articles together."""

from communique.reconciling.reconcile import reconcile

__all__ = ["reconcile"]
