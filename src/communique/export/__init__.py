"""The formats that other people's tools and other people read: JSON, PLOVER events, POLECAT's table, one HTML page."""

from communique.export.plover import to_plover
from communique.export.polecat import to_polecat
from communique.export.record_json import to_dict, to_json

__all__ = ["to_dict", "to_json", "to_plover", "to_polecat"]
