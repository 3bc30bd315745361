"""Events: what an article says happened, was planned, proposed or denied, each with its parties and evidence."""

from communique.reading.events.find import find_tellings

__all__ = ["find_tellings"]
