"""The check of `tests/gui/conftest.py` catches what it is there for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

OFFENDERS = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLabel, QWidget

kept = []

def test_leaves_a_window(qapp):
    window = QWidget(objectName="forgotten")
    window.show()
    kept.append(window)

def test_leaves_a_timer(qapp):
    timer = QTimer(qapp, interval=1234)
    timer.start()

def test_is_good(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QTimer(window, interval=10).start()
    dialog = QDialog(window)
    dialog.show()
    with qtbot.waitExposed(window):
        window.show()

def test_is_good_with_deletion_put_off(qapp):
    label = QLabel("closed")
    label.show()
    label.close()
    label.deleteLater()
    kept.append(label)
"""


def test_what_a_test_leaves_on_the_screen_fails_it(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "test_offenders.py").write_text(OFFENDERS)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:randomly"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert "window QWidget 'forgotten'" in done.stdout
    assert "timer of QApplication, every 1234 ms" in done.stdout
    assert "4 passed, 2 errors" in done.stdout
