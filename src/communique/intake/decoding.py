"""Bytes to text: byte order marks, UTF-8, what the page declares, then a guess; binary files are told apart.

Called by the readers of each format. The text comes without a byte order mark and with line feeds for newlines; nothing
else is changed, so that it is the original as its author would see it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "PDF"), (b"\x89PNG", "PNG picture"), (b"\xff\xd8\xff", "JPEG picture"), (b"GIF8", "GIF picture"),
    (b"PK\x03\x04", "ZIP archive or office document"), (b"\x1f\x8b", "gzip archive"), (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ", "xz archive"), (b"7z\xbc\xaf", "7z archive"), (b"\xd0\xcf\x11\xe0", "office document"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3", "database"), (b"RIFF", "sound, picture or video"), (b"{\\rtf", "RTF document"),
    (b"\x28\xb5\x2f\xfd", "zstandard archive"),
)  # fmt: skip
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=["']([\w.:-]+)""", re.IGNORECASE
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
           "gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "cp932", "shift_jis": "cp932", "ks_c_5601-1987": "cp949",
           "euc-kr": "cp949", "iso-8859-9": "cp1254", "x-mac-cyrillic": "mac_cyrillic"}  # fmt: skip
_GUESSED = 200_000  # bytes shown to the guesser: it costs 10 ms per 100 kB, and more tells it nothing new
_RARE = 0.1  # share of bytes beyond ASCII: below it, text in Latin letters, where the guesser takes "è" for "č"
_FEW = 0.1  # lone bytes per well-formed sequence below which a text is UTF-8 with damage, not another encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read in; `damaged` counts the bytes that fitted no character."""

    text: str
    encoding: str
    damaged: int = 0


@dataclass(frozen=True, slots=True)
class Binary:
    """The bytes are no text; `what` names the kind where its first bytes show it."""

    what: str


def decode(data: bytes) -> Decoded | Binary:
    """The text of some bytes, or that they are binary. Never raises; undecodable bytes become U+FFFD."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return Binary(what)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding)
    if b"\x00" in data:
        wide = _wide(data)
        return _read(data, wide) if wide else Binary("it holds NUL bytes")
    try:
        return _checked(Decoded(_newlines(data.decode("utf-8")), "utf-8"))
    except UnicodeDecodeError:
        return _checked(_damaged_utf8(data) or _other(data))


def _read(data: bytes, encoding: str) -> Decoded | Binary:
    text = data.decode(encoding, "replace")
    return _checked(Decoded(_newlines(text), encoding, text.count("\ufffd")))


def _checked(decoded: Decoded) -> Decoded | Binary:
    """Text has next to no control characters; what has many is binary in whatever encoding."""
    controls = len(_CONTROLS.findall(decoded.text[:10_000]))
    if "\x00" in decoded.text:
        return Binary("it holds NUL bytes")
    return Binary("it is mostly control characters") if controls > 0.05 * min(len(decoded.text), 10_000) else decoded


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: NUL bytes in every other place (or three of four), as Latin text has them."""
    head = data[: 4096 - len(data[:4096]) % 4]
    if not head:
        return None
    zeros = [head[place::4].count(0) / max(len(head) // 4, 1) for place in range(4)]
    if zeros[0] < 0.05 and min(zeros[1:]) > 0.9:
        return "utf-32-le"
    if zeros[3] < 0.05 and min(zeros[:3]) > 0.9:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 and odd < 0.05 else None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes (cut in transport, say): well-formed sequences outnumber them ten to one."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    whole = sum(not character.isascii() for character in text) - text.count("\ufffd")
    return Decoded(_newlines(text), "utf-8", broken) if broken <= _FEW * whole else None


def _other(data: bytes) -> Decoded:
    """The declared encoding if it fits without loss, else a guess, else Western European, which always fits."""
    declared = _declared(data)
    if declared and declared not in ("utf-8", "utf-16", "utf-32"):
        try:
            return Decoded(_newlines(data.decode(declared)), declared)
        except UnicodeDecodeError:
            pass  # the page is wrong about itself: guess
    if sum(byte > 127 for byte in data[:_GUESSED]) <= _RARE * len(data[:_GUESSED]):
        return Decoded(_newlines(data.decode("cp1252", "replace")), "cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED]).best()
    encoding = best.encoding if best else "cp1252"
    text = data.decode(encoding, "replace")
    return Decoded(_newlines(text), encoding, text.count("\ufffd"))


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if not match:
        return None
    label = (match.group(1) or match.group(2)).decode("ascii", "replace").lower()
    label = _LABELS.get(label, label)
    try:
        info = codecs.lookup(label)
    except LookupError:
        return None
    return info.name if info._is_text_encoding else None  # noqa: SLF001 - "hex" and "rot13" are codecs, but of no text
