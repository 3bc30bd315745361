"""Actors: from a parsed article to its cast, every mention resolved within the article.

Who holds an office on a day is not known here, since the day is not: "the Russian foreign minister" without a
name stays an office, and reconciling/ binds it to a person once the article has a date.
"""

from communique.reading.actors.find import find_cast, read_mentions

__all__ = ["find_cast", "read_mentions"]
