"""How long the view of explanations takes from a wish to its map, in the real window.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_explain_view.py [ROUNDS]

Each time is from the change of the state until the map has come back to the main thread and is
painted. The first of each kind, which loads networks, is told apart.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer

from explorer.bundled import assets_folder
from explorer.core.query import Query
from explorer.ui.explain.panel import ExplainPanel
from explorer.ui.main_window import MainWindow
from explorer.ui.run import open_window
from explorer.viewstate.messages import ExplanationChanged, PanelWanted

WORDS = ("dog", "house", "flower", "water", "sky", "face", "tree", "wheel", "red", "animal")


def wait(so: object, limit_ms: int = 120_000) -> None:
    """Let the window work until something is so."""
    loop, clock = QEventLoop(), QTimer(interval=1)
    clock.timeout.connect(lambda: loop.quit() if so() else None)  # type: ignore[operator]
    QTimer.singleShot(limit_ms, loop.quit)
    clock.start()
    loop.exec()
    clock.stop()


def timed(window: MainWindow, panel: ExplainPanel, wish: object) -> float:
    """Milliseconds until the maps that a wish asks for are painted."""
    told: list[float] = []

    def shown(message: ExplanationChanged) -> None:
        if message.part == "maps" and panel.explaining.explanation is not None:
            panel.words_page.view.repaint()
            told.append(time.perf_counter())

    window.session.hub.subscribe(told, ExplanationChanged, shown)
    began = time.perf_counter()
    wish()  # type: ignore[operator]
    wait(lambda: told)
    window.session.hub.unsubscribe(told)
    return (told[0] - began) * 1000


def calm(window: MainWindow, panel: ExplainPanel) -> None:
    """Stop the judging that follows every map: it is not what is measured."""
    panel.explaining._cancel("explain-judge")
    wait(lambda: not window.session.jobs.running)


def measure(window: MainWindow, rounds: int) -> None:
    panel = window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    one, rows = panel.explaining, range(len(window.session.items))
    window.session.ask(Query())
    window.session.selecting.look_at(0)
    wait(lambda: one.subject is not None and not window.session.jobs.running)
    for method in ("late-interaction", "grad-cam"):
        one.state = replace(one.state, method=method, words="warm up")
        words, pictures = [], []
        print(f"{method}: first {timed(window, panel, one.ask):.0f} ms")
        for turn in range(rounds):
            calm(window, panel)
            word = f"{WORDS[turn % len(WORDS)]} {turn}"
            change = replace(one.state, words=word)
            words.append(timed(window, panel, lambda change=change: one.change(change)))
        for turn in range(rounds):
            calm(window, panel)
            row = rows[1 + turn % (len(rows) - 1)]
            pictures.append(timed(window, panel, lambda row=row: one.look_at(row)))
        for name, taken in (("new words", words), ("new picture, file opened", pictures)):
            middle, late = np.percentile(taken, [50, 95])
            print(f"{method}, {name}: median {middle:.0f} ms, 95 % {late:.0f} ms")


def main() -> None:
    """Index some samples and measure."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    photos = sorted((assets_folder() / "samples" / "pictures" / "photos").iterdir())[: rounds + 1]
    with tempfile.TemporaryDirectory() as home, open_window(Path(home)) as (_, window):
        window.resize(1440, 900)
        window.show()
        window.additions.open_and_index("photos", list(photos))
        wait(lambda: len(window.session.items) > rounds and not window.session.jobs.running)
        window.session.hub.publish(PanelWanted("explain"))
        print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        measure(window, rounds)


if __name__ == "__main__":
    main()
