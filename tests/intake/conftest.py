"""What the tests of intake share: reading bytes as one article, and the lines of a text by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.intake import read_bytes
from communique.records import Article, Unread

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def one() -> Callable[..., Article]:
    """Read bytes that must give one article."""

    def read(data: bytes | str, kind: str = ".txt") -> Article:
        (item,) = read_bytes(f"page{kind}", data.encode() if isinstance(data, str) else data, kind)
        assert isinstance(item, Article), item
        return item

    return read


@pytest.fixture
def refused() -> Callable[..., Unread]:
    """Read bytes that must give one Unread."""

    def read(data: bytes | str, kind: str = ".txt") -> Unread:
        (item,) = read_bytes(f"page{kind}", data.encode() if isinstance(data, str) else data, kind)
        assert isinstance(item, Unread), item
        return item

    return read
