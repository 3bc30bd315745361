"""The formats that other people's tools and other people read: the record as JSON, and as one HTML page."""

from communique.export.record_json import to_dict, to_json

__all__ = ["to_dict", "to_json"]
