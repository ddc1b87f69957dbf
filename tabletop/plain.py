"""Text from people and files, fit to be shown. Knows what a terminal takes for an order, and no layer.

The record keeps every text as it was written; what is shown of it goes through here.
"""

import re
import unicodedata

#: What stands in the place of a character that is never shown.
MARK = "\ufffd"

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
_TURNING = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_LOST = r"\ud800-\udfff"
_HIDDEN = r"\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff"

_CONTROL = re.compile(f"[{_CONTROLS}]")
_UNSHOWN = re.compile(f"[{_CONTROLS}{_TURNING}{_LOST}]")
_UNSEEN = re.compile(f"[{_TURNING}{_HIDDEN}]")
_SPACED = re.compile(r"[ \t]*[\r\n]+[ \t]*|\t")


def plain(text: str) -> str:
    """Line ends and tabs stay; a control character, one that turns the direction of writing, and half a character
    become U+FFFD each."""
    return _UNSHOWN.sub(MARK, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """As `plain`, with a space where lines meet or a tab stands; nothing else is lost."""
    return plain(_SPACED.sub(" ", text.strip("\r\n")))


def controls(text: str) -> list[str]:
    """The control characters of a text as "U+001B", each once, in their order."""
    return _named(_CONTROL.findall(text))


def unseen(text: str) -> list[str]:
    """As `controls`, characters that show nothing and change what is read: they turn the direction of writing, or have
    no width. A joiner within an emoji is none."""
    found = [
        match[0]
        for match in _UNSEEN.finditer(text)
        if match[0] != "\u200d" or not _emoji(text[match.start() - 1 : match.start()])
    ]
    return _named(found)


def _emoji(before: str) -> bool:
    return bool(before) and (before == "\ufe0f" or unicodedata.category(before) in ("So", "Sk"))


def _named(found: list[str]) -> list[str]:
    return [f"U+{ord(char):04X}" for char in dict.fromkeys(found)]
