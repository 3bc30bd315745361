"""The engine: where the work runs, in this process or in a pool of them. The one room that puts all others to work.

`run` walks inputs through intake, reading and reconciling into a ledger. Called by the command and by
`communique.read`. It must not know what is in an article.
"""

from communique.engine.rooms import Rooms, open_rooms
from communique.engine.running import Outcome, Progress, run

__all__ = ["Outcome", "Progress", "Rooms", "open_rooms", "run"]
