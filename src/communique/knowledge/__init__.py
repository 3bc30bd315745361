"""What a well-read person knows: states, offices and who held them when, organisations, outlets, places, occasions.

Tables lie in `data/*.tsv`, each with its meaning, source and licence on top. `load()` reads them once;
`Knowledge` answers questions. This room imports nothing of the package but its errors.
"""

from communique.knowledge.desk import Knowledge
from communique.knowledge.loader import load
from communique.knowledge.model import (
    Encounter,
    Gap,
    GeoPlace,
    Hit,
    HitKind,
    Membership,
    Occasion,
    Office,
    Organisation,
    Outlet,
    Person,
    Plan,
    Role,
    SectorRow,
    State,
    Tenure,
)

__all__ = [
    "Encounter",
    "Gap",
    "GeoPlace",
    "Hit",
    "HitKind",
    "Knowledge",
    "Membership",
    "Occasion",
    "Office",
    "Organisation",
    "Outlet",
    "Person",
    "Plan",
    "Role",
    "SectorRow",
    "State",
    "Tenure",
    "load",
]
