"""A group of commands that are imported when called: help and headless commands start fast and load no screens."""

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

import click

from tabletop.errors import did_you_mean


class Lazy(NamedTuple):
    """`module` below tabletop.cli holds the command under its name, with _ for a hyphen."""

    module: str
    help: str


class LazyGroup(click.Group):
    """Knows its commands' names and one line of help; the rest is in their modules."""

    known: Mapping[str, Lazy] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.known)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        lazy = self.known.get(cmd_name)
        if lazy is None:
            return None
        found: click.Command = getattr(import_module(f"tabletop.cli.{lazy.module}"), cmd_name.replace("-", "_"))
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.known and not args[0].startswith("-"):
            hint = did_you_mean(args[0], tuple(self.known))
            ctx.fail(f"There is no command '{args[0]}'" + (f"; {hint}" if hint else "."))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, lazy.help) for name, lazy in self.known.items()])
