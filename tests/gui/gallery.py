"""Draws every state of the window, dark and light, in two sizes, to be looked at.

QT_QPA_PLATFORM=offscreen python -m tests.gui.gallery FOLDER
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from explorer.bundled import assets_folder
from explorer.core.query import Query, Term, text
from explorer.ui.main_window import MainWindow
from explorer.ui.map import raster
from explorer.ui.run import open_window

SIZES = ((1280, 800), (2560, 1440))
THEMES = ("dark", "light")
CALM = 5


def settle(window: MainWindow) -> None:
    """Let the window work until it rests."""
    loop, clock, calm = QEventLoop(), QTimer(interval=80), [0]

    def turn() -> None:
        drawn = raster.is_ready() or not len(window.session.items)
        calm[0] = 0 if window.session.jobs.running or not drawn else calm[0] + 1
        if calm[0] >= CALM:
            loop.quit()

    clock.timeout.connect(turn)
    clock.start()
    loop.exec()
    clock.stop()


def look_at(window: MainWindow, kind: str) -> None:
    """Select and look at the best hit of a kind."""
    ranking, items = window.session.ranking, window.session.items
    assert ranking is not None
    rows = (int(row) for row in ranking.rows)
    row = next(row for row in rows if window.kinds[items.modality(row)].content == kind)
    window.session.selecting.select([row])
    window.session.selecting.look_at(row)


def states(window: MainWindow) -> dict[str, tuple[Callable[[], object], ...]]:
    """Every state by its name, with the steps that lead there from the one before."""
    session, bar = window.session, window.query_bar
    tulips = assets_folder() / "samples" / "pictures" / "photos" / "field-of-tulips.jpg"
    mixed = Query(
        (Term("text", "garden"), Term("image", str(tulips)), Term("text", "butterfly", -0.5))
    )
    return {
        "welcome": (),
        "empty": (lambda: session.open("empty", create=True),),
        "items": (window.open_samples,),
        "words": (lambda: session.ask(text("a dog")), lambda: look_at(window, "image")),
        "mixed": (lambda: session.ask(mixed), lambda: look_at(window, "image")),
        "sound": (lambda: session.ask(text("a choir")), lambda: look_at(window, "audio")),
        "text": (lambda: session.ask(text("owls at dusk")), lambda: look_at(window, "text")),
        "grid": (lambda: window.show_centre("grid"),),
        "map": (lambda: window.show_centre("map"), bar.clear),
        "nothing": (lambda: window.show_centre("both"), lambda: filtered(window, "width > 99999")),
        "error": (lambda: filtered(window, "wid > 9"),),
        "palette": (bar.clear, window.show_palette),
    }


def filtered(window: MainWindow, condition: str) -> None:
    """Type a condition."""
    window.query_bar.toggle_filter(True)
    window.query_bar.filter.typed.emit(condition)


def draw(folder: Path) -> None:
    """Draw every state into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, open_window(home) as (_, window):
        window.show()
        for name, steps in states(window).items():
            for step in steps:
                step()
                settle(window)
            for theme in THEMES:
                window.choose_theme(theme)
                for size in SIZES:
                    window.resize(*size)
                    settle(window)
                    window.grab().save(str(folder / f"{name}-{theme}-{size[0]}.png"))
            window.palette_.dismiss()


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
