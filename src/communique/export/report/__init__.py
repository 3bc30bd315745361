"""The record as one self-contained HTML page, for reading, printing and passing on."""

from communique.export.report.page import render

__all__ = ["render"]
