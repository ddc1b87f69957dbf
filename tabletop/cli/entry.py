"""The console script. Imports nothing before it is ready to be interrupted."""

import sys


def run() -> None:
    """Ends the process with the exit code of its command line."""
    try:
        from tabletop.cli.main import main

        code = main()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
