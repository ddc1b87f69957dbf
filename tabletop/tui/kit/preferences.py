"""What the user has chosen for all screens: theme, keys, motion. The one place that tells whether it can be."""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import Factory, frozen

from tabletop.config.settings import Settings
from tabletop.errors import TabletopError, did_you_mean
from tabletop.tui.kit.keymap import keymap_of
from tabletop.tui.look.schemes import DARK
from tabletop.tui.look.themes import NAMES


@frozen
class Preferences:
    """`keymap`: keys by use, as Textual takes them. `keep`: puts a theme that was chosen where the next start finds
    it; may raise a TabletopError."""

    theme: str = DARK.name
    keymap: Mapping[str, str] = Factory(dict)
    motion: bool = True
    keep: Callable[[str], None] = lambda _: None


def preferences(
    settings: Settings, keep: Callable[[str], None] = lambda _: None, *, public: bool = False
) -> Preferences:
    """What settings come to, for the room's screen where `public`. Raises ConfigError with the line."""

    def fault(use: str, problem: str, hint: str) -> TabletopError:
        return settings.fault(("keys", use), problem, hint)

    for line, theme in (("theme", settings.theme), ("public-theme", settings.public_theme)):
        if theme and theme not in NAMES:
            raise settings.fault((line,), f"there is no theme '{theme}'", did_you_mean(theme, list(NAMES)))
    theme = (settings.public_theme if public else "") or settings.theme or DARK.name
    return Preferences(theme, keymap_of(settings.keys, fault), settings.motion, keep)


USUAL: Final = Preferences()
