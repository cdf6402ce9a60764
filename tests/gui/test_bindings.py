"""The window lives on, however often Qt's bindings give None back: see decision 39."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import explorer.ui
from PySide6.QtGui import QColor, QStandardItemModel
colour, model = QColor("red"), QStandardItemModel()
for _ in range(200_000):
    colour.setAlphaF(0.5)
    model.clear()
    colour.isValid()
print("alive")
"""


def test_hundreds_of_thousands_of_calls_do_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr
