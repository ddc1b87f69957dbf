"""The uppermost screen at a table, whatever lies over it."""

from textual.app import App

from tabletop.tui.kit.screen import TableScreen


def table_screen(app: App[str]) -> TableScreen | None:
    """None while no exercise is looked at."""
    return next((screen for screen in reversed(app.screen_stack) if isinstance(screen, TableScreen)), None)


def refresh_table(app: App[str]) -> None:
    """Draws it anew, where nothing lies over it."""
    screen = table_screen(app)
    if screen is not None and screen is app.screen:
        screen.refresh_view()
