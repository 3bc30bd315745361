"""Speech: who said what, to whom, through whom. Every proposition that someone holds, with its holder.

Rules over the parse, with words from tables; where the parse fails, positions decide.
"""

from communique.reading.speech.find import find_attributions, sources
from communique.reading.speech.holding import holders

__all__ = ["find_attributions", "holders", "sources"]
