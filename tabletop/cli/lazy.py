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

    lazy: Mapping[str, Lazy] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        module = import_module(f"tabletop.cli.{self.lazy[cmd_name].module}")
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(module, name, None) or getattr(module, f"{name}_")  # print_ is no builtin
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.lazy and not args[0].startswith("-"):
            hint = did_you_mean(args[0], tuple(self.lazy))
            ctx.fail(f"There is no command '{args[0]}'" + (f"; {hint}" if hint else "."))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, lazy.help) for name, lazy in self.lazy.items()])
