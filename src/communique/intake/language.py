"""Which language a text is in, as an ISO 639-1 code.

English is told by its function words, which costs nothing; only what has too few of them is shown to
py3langid, which is loaded then.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from communique.intake.cues import fold, load_cues

_SHOWN = 1_000  # characters: more makes py3langid slower (790 texts a second at 1,000) and no surer
_SHORT = 60  # characters of letters below which a guess is worth nothing
_MINIMUM = 0.10  # share of such words: English news has 0.25 to 0.45, French, Spanish, German or Dutch under 0.04
_SURE = 0.5  # probability below which the model's answer counts for nothing against Latin letters
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language of a text by its first 1,000 characters; "en" where it is too short to tell.

    Text that is too short or that the model hesitates over is English if it has an English function word or is
    written in Latin letters with nothing against it.
    """
    sample = fold(text[: 2 * _SHOWN])[:_SHOWN]
    words = [word.lower() for word in _WORD.findall(sample)]
    function_words = load_cues().function_words
    english = sum(word in function_words for word in words)
    if words and english >= _MINIMUM * len(words):
        return "en"
    letters = sum(len(word) for word in words)
    latin = sum(character.isascii() and character.isalpha() for character in sample)
    if letters < _SHORT and latin >= 0.8 * letters:
        return "en"
    code, sure = _model().classify(sample)
    return "en" if sure < _SURE and latin >= 0.8 * letters else str(code)


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
