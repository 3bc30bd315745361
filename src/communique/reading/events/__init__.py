"""Events: what an article says happened, was planned, proposed or denied, each with its parties and evidence."""

from communique.reading.events.find import find_events
from communique.reading.events.land import with_land
from communique.reading.events.standins import with_standins

__all__ = ["find_events", "with_land", "with_standins"]
