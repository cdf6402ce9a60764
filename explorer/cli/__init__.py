"""The command line: ``explorer …`` or ``python -m explorer …``.

With ``--json`` one JSON object goes to standard output and nothing else. Exit 0: done; 1: the
request failed, with a sentence on standard error; 2: wrong usage.
"""

from __future__ import annotations

from explorer.cli.command import main

__all__ = ["main"]
