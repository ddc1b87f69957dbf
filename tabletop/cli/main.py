"""`tabletop`: the commands, and what becomes of errors.

Exit 0 done, 1 the input is at fault, 2 wrong usage, 130 interrupted.
"""

import os
import sys
from io import StringIO

import click

from tabletop import __version__
from tabletop.cli.lazy import Lazy, LazyGroup
from tabletop.cli.say import line, remark
from tabletop.errors import TabletopError

#: Every command; a new one is a line here and a function in its module.
COMMANDS = {
    "play": Lazy("screens", "begin an exercise, in the screens"),
    "resume": Lazy("screens", "go on with a save, in the screens"),
    "demo": Lazy("screens", "watch bots play, take over at any step"),
    "public": Lazy("screens", "the projector's screen, in a second terminal"),
    "replay": Lazy("replay", "step through a save; with --json print the world after a move"),
    "explain": Lazy("explain", "why a score moved: causes that add up"),
    "compare": Lazy("compare", "sessions side by side"),
    "simulate": Lazy("simulate", "many seeded campaigns; distributions per score and turn"),
    "new": Lazy("saves", "make a save without opening the screens"),
    "apply": Lazy("saves", "append the moves of a file to a save, all or nothing"),
    "fork": Lazy("saves", "a new save with the first moves of another"),
    "redact": Lazy("saves", "take free text out of a save"),
    "print": Lazy("print", "paper: seat packs, order sheets, inject slips"),
    "report": Lazy("report", "the quick look at an exercise, on one page"),
    "export": Lazy("record", "a save as tidy tables, CSV and JSON, with a codebook"),
    "config": Lazy("config", "where the configuration is, and what may stand in it"),
    "check": Lazy("check", "find what is wrong with scenarios and saves"),
}

_TRACE = "TABLETOP_TRACE"


class OurCommands(LazyGroup):
    lazy = COMMANDS


@click.group(cls=OurCommands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="tabletop %(version)s", help="Print the version.")
@click.pass_context
def tabletop(ctx: click.Context) -> None:
    """Run a facilitated strategic exercise in the terminal. Without a command: the start screen."""
    if ctx.invoked_subcommand is None:
        from tabletop.cli.screens import start

        start()


def main(args: list[str] | None = None) -> int:
    """Runs a command line and gives its exit code. What is wrong with the input is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = tabletop.main(args, prog_name="tabletop", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as wrong:
        usage = StringIO()
        wrong.show(usage)
        line(usage.getvalue().rstrip("\n"), err=True)
        return wrong.exit_code
    except (KeyboardInterrupt, click.Abort):
        return 130
    except TabletopError as wrong:
        remark(str(wrong))
        return 1
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as bug:
        if os.environ.get(_TRACE):
            from traceback import format_exc

            line(format_exc(), err=True)
            return 1
        remark(f"this is a mistake in tabletop, not in what you gave it: {bug!r} (set {_TRACE}=1 to see where)")
        return 1
