"""The program newsdesk that the package carries."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def path() -> str:
    """Where the program is: DATELINE_NEWSDESK if that is set, else beside this file."""
    if named := os.environ.get("DATELINE_NEWSDESK"):
        return named
    found = Path(__file__).parent / "bin" / ("newsdesk.exe" if os.name == "nt" else "newsdesk")
    if not found.exists():
        raise FileNotFoundError(f"{found} is missing: install the package, or name a newsdesk with DATELINE_NEWSDESK")
    return str(found)


def main() -> None:
    """Runs the program in place of Python: the command newsdesk."""
    if os.name == "nt":
        sys.exit(subprocess.call([path(), *sys.argv[1:]]))
    os.execv(path(), ["newsdesk", *sys.argv[1:]])
