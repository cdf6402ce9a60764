"""Starts the window: the application, its parts, and an orderly end."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from explorer.app import App
from explorer.bundled import assets_folder
from explorer.core.query import text
from explorer.ui.appearance import Appearance
from explorer.ui.garbage import collected_here
from explorer.ui.language import use_language
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow
from explorer.ui.map import raster

DEMO_QUERY = "flowers"
DEMO_SIZE = 1440, 900
QUIET_TURNS = 6
"""Turns of a tenth of a second without any work until everything counts as being there."""


def run_window(home: str | Path | None, *, collection: str | None = None) -> int:
    """Open the window and run it until it is closed; the exit status."""
    with open_window(home) as (application, window):
        window.show()
        QTimer.singleShot(0, window, lambda: window.begin(collection))
        return application.exec()


def run_demo(
    home: str | Path | None, *, headless: bool = False, screenshot: str | None = None
) -> int:
    """Open the window on the sample media.

    Parameters
    ----------
    headless
        Without a person: wait until everything is there, and end.
    screenshot
        File for a picture of the window, taken when everything is there.
    """
    with open_window(home) as (application, window):
        if headless or screenshot is not None:  # the same picture whatever the screen
            window.resize(*DEMO_SIZE)
        window.show()
        QTimer.singleShot(0, window, window.share_room)
        QTimer.singleShot(0, window, window.warm_up)
        if not headless and screenshot is None:
            QTimer.singleShot(0, window, window.additions.open_samples)
            return application.exec()
        steps: list[Callable[[], None]] = [
            window.additions.open_samples,
            lambda: window.session.ask(text(DEMO_QUERY)),
            lambda: _look_at_best(window),
            lambda: _save(window, screenshot),
        ]
        walk = _Steps(window, steps, end=headless)
        walk.start()
        code = application.exec()
        if headless:
            print(f"{len(window.session.items):,} sample items are indexed and on the map.")
        return code or walk.failed


class _Steps:
    """Takes one step after the other, each when all work of the one before has ended."""

    def __init__(self, window: MainWindow, steps: list[Callable[[], None]], *, end: bool) -> None:
        self._window, self._steps, self._end = window, steps, end
        self._calm = 0
        self.failed = 0
        self._clock = QTimer(window, interval=100)
        self._clock.timeout.connect(self._turn)

    def start(self) -> None:
        """Begin."""
        self._clock.start()

    def _turn(self) -> None:
        drawn = raster.is_ready() or not len(self._window.session.items)
        working = self._window.session.jobs.running or not drawn
        self._calm = 0 if working else self._calm + 1
        if self._calm < QUIET_TURNS:
            return
        self._calm = 0
        if self._steps:
            self._steps.pop(0)()
            return
        self._clock.stop()
        failed = [row.job for row in self._window.jobs_bar.rows if row.job.error]
        for job in failed:
            print(f"{job.title}: {job.error}", file=sys.stderr)
        self.failed = 1 if failed or not len(self._window.session.items) else 0
        if self._end:
            self._window.close()


def _look_at_best(window: MainWindow) -> None:
    ranking = window.session.ranking
    if ranking is not None and len(ranking.rows):
        window.session.selecting.select(ranking.rows[:1])
        window.session.selecting.look_at(int(ranking.rows[0]))


def _save(window: MainWindow, screenshot: str | None) -> None:
    if screenshot is not None:
        window.grab().save(screenshot)
        print(f"Written: {screenshot}")


@contextmanager
def open_window(home: str | Path | None) -> Iterator[tuple[QApplication, MainWindow]]:
    """The application with its window; everything is given back at the end."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("explorer")
    application.setDesktopFileName("explorer")
    application.setWindowIcon(QIcon(str(assets_folder() / "icons" / "explorer.svg")))
    with collected_here():  # jobs may run until all of it is closed
        thread = MainThread()
        app = App(home, deliver=thread.post)
        use_language(application, app.settings.language)
        appearance = Appearance(application, app.settings.theme, app.settings.reduce_motion)
        window = MainWindow(app, appearance)
        try:
            with _ends_on_signals(window):
                yield application, window
        finally:
            window.quit()
            app.close()


@contextmanager
def _ends_on_signals(window: MainWindow) -> Iterator[None]:
    """Ctrl+C and a request of the system close the window, so that the session is kept.

    Python looks at signals only between its own instructions, and Qt waits outside of them: a
    socket that the signal writes to wakes it.
    """
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    before = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    handlers = {
        number: signal.signal(number, lambda *_: window.quit())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: reader.recv(64))
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(before)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        reader.close()
        writer.close()
