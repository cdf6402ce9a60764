"""Carries functions from any thread to the GUI thread, in order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class MainThread(QObject):
    """Runs functions on the thread it was made on; `post` is the job runner's ``deliver``.

    A function posted from the GUI thread itself runs later as well, so that the order of what
    is posted never depends on where it came from.
    """

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Run a function on this object's thread, at its next turn."""
        self._posted.emit(call)

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        call()
