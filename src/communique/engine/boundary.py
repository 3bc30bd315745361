"""The one place where a fault of ours is caught: it costs the article it struck on, never the run.

Everything else lets exceptions through. What is caught here is in the record with its reason, and its traceback
goes to whoever asks (`communique read --debug`).
"""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any

from communique.errors import CommuniqueError, UnreadableInput
from communique.ledger.writing import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communique.engine.rooms import Read
    from communique.records import Article, Reading


def attempt(work: Callable[[], None]) -> tuple[str, str] | None:
    """Do `work`; None where it went well, else the reason for the record and the traceback.

    What the package raises on purpose goes through: a ledger that is locked or a model that is not there would
    strike every article alike. Only `UnreadableInput` speaks of one input.
    """
    try:
        work()
    except UnreadableInput as error:
        return error.reason, traceback.format_exc()
    except CommuniqueError:
        raise
    except Exception as error:  # noqa: BLE001 - the boundary this module is for
        return reason(error), traceback.format_exc()
    return None


def reason(error: BaseException) -> str:
    """How a fault of ours is put into the record: one line."""
    said = " ".join(str(error).split())[:200]
    return f"internal error: {type(error).__name__}{': ' if said else ''}{said}"


def read_chunk(articles: Sequence[Article], knowledge: Any, read: Read) -> list[Reading | Failure]:
    """Read some articles together; if that fails, one by one, so that only the one at fault fails.

    One result per article, in their order.
    """
    results: list[Reading | Failure] = []
    if attempt(lambda: results.extend(_in_order(articles, knowledge, read))) is None:
        return results
    return [_read_alone(article, knowledge, read) for article in articles]


def _in_order(articles: Sequence[Article], knowledge: Any, read: Read) -> list[Reading]:
    found = {reading.article: reading for reading in read(articles, knowledge)}
    return [found[article.id] for article in articles]


def _read_alone(article: Article, knowledge: Any, read: Read) -> Reading | Failure:
    results: list[Reading] = []
    failed = attempt(lambda: results.extend(_in_order([article], knowledge, read)))
    return results[0] if failed is None else Failure(article.id, *failed)
