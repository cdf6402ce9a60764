"""The comparison of two spaces on real media, driven as a person drives it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.core.query import text
from explorer.ui.appearance import Appearance
from explorer.ui.compare.panel import ComparePanel
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow
from explorer.viewstate.comparing import COLUMN
from explorer.viewstate.messages import PanelWanted

WAIT = 60_000
PICTURES = (
    "emoji/zebra.webp",
    "drawings/lion.webp",
    "drawings/blue-car.webp",
    "drawings/acoustic-guitar.webp",
    "photos/two-spaniels.jpg",
    "photos/field-of-tulips.jpg",
    "photos/tabby-cat.jpg",
    "photos/windmill.jpg",
    "photos/giant-panda.jpg",
    "photos/cup-of-espresso.jpg",
)

Opener = Callable[[], MainWindow]


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    opened: list[tuple[MainWindow, App, Appearance]] = []

    def open_one() -> MainWindow:
        thread = MainThread(qapp)
        app = App(tmp_path / "home", deliver=thread.post)
        appearance = Appearance(qapp, "dark", True)
        window = MainWindow(app, appearance)
        window.resize(1280, 900)
        window.show()
        opened.append((window, app, appearance))
        return window

    yield open_one
    for window, app, appearance in opened:
        window.close()
        app.close()
        window.deleteLater()
        appearance.deleteLater()


@pytest.fixture
def window(open_window: Opener, samples: Path, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window on an indexed folder, with the comparison open and both spaces embedded."""
    folder = tmp_path / "holiday"
    folder.mkdir()
    for name in PICTURES:
        if (samples / "pictures" / name).exists():
            shutil.copy(samples / "pictures" / name, folder)
    window = open_window()
    window.take_dropped([folder])
    qtbot.waitUntil(lambda: len(window.session.items) > 0 and idle(window), timeout=WAIT)
    return window


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> ComparePanel:
    window.session.hub.publish(PanelWanted("compare"))
    panel = panel_of(window)
    qtbot.waitUntil(lambda: bool(panel.comparing.held) and idle(window), timeout=WAIT)
    return panel


def panel_of(window: MainWindow) -> ComparePanel:
    panel = window.docks.panels["compare"]
    assert isinstance(panel, ComparePanel)
    return panel


def idle(window: MainWindow) -> bool:
    return not window.session.jobs.running


def test_two_spaces_from_embedding_to_export(
    panel: ComparePanel, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """One story in one window: opening and indexing takes longer than all the rest."""
    embedded_at_a_click(panel, window, qtbot)
    ranks_of_a_query(panel, window, qtbot)
    agreement_and_pairs(panel, window, qtbot, tmp_path)
    words_of_a_query(panel, window, qtbot)
    kept_and_put_back(panel)


def test_scores_and_corrections(
    panel: ComparePanel, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    corrected_undone_redone(panel, window, qtbot)
    pairs_from_a_file(panel, window, qtbot, tmp_path)


def embedded_at_a_click(panel: ComparePanel, window: MainWindow, qtbot: QtBot) -> None:
    """A space without vectors says so, and a click embeds with it."""
    assert panel.comparing.ids == ("starter", "starter-text")
    assert panel.stack.currentWidget() is panel.empty
    assert "starter-text" in panel.empty.title.text()

    qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.comparing.comparable and idle(window), timeout=WAIT)

    assert panel.empty.title.text() == "Nothing asked yet"
    assert panel.second.currentText() == "starter-text"


def ranks_of_a_query(panel: ComparePanel, window: MainWindow, qtbot: QtBot) -> None:
    """The same query in both; its items are lit everywhere."""
    window.session.ask(text("a striped horse"))
    qtbot.waitUntil(lambda: panel.comparing.ranks is not None and idle(window), timeout=WAIT)

    ranks = panel.comparing.ranks
    assert ranks is not None
    titles = window.session.items.titles
    zebra = next(one for one in ranks.shifts if titles[one.row] == "zebra")
    assert zebra.rank_a <= 3
    rect, row = next(place for place in panel.chart.places() if place[1] == zebra.row)
    qtbot.mouseMove(panel.chart, rect.center())
    assert window.session.selecting.highlight == row
    qtbot.mouseClick(panel.chart, Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.session.selecting.focus == row
    assert "zebra" in panel.chart.accessibleName()

    qtbot.keyClick(panel.chart, Qt.Key.Key_Down)
    qtbot.keyClick(panel.chart, Qt.Key.Key_Return)
    assert window.session.selecting.focus in [place[1] for place in panel.chart.places()]
    assert window.session.selecting.focus != row


def agreement_and_pairs(
    panel: ComparePanel, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Figures, the map by disagreement, pairs, files."""
    panel.turn_to("agreement")
    qtbot.waitUntil(lambda: panel.comparing.agreement is not None and idle(window), timeout=WAIT)
    agreement = panel.comparing.agreement
    assert agreement is not None
    count = len(window.session.items)
    assert len(agreement.rows) == count
    assert agreement.by_name == (0, count)
    assert panel.agreement.figures["count"].text() == str(count)

    panel.agreement.colour_button.click()
    shown = window.session.columns.shown
    assert shown is not None
    assert shown.name == COLUMN
    assert np.allclose(shown.values[agreement.rows], agreement.overlap.disagreement)
    panel.agreement.colour_button.click()
    assert window.session.columns.shown is None

    panel.turn_to("pairs")
    pairs = panel.same_in["a"]
    assert len(pairs.places()) == 2 * sum(one.same_in == "a" for one in agreement.pairs)

    file = tmp_path / "comparison.csv"
    panel.export_to(file)
    qtbot.waitUntil(lambda: file.exists() and idle(window), timeout=WAIT)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("item,title,path,neighbours_in_common")
    assert len(lines) == count + 1
    panel.export_to(tmp_path / "pairs.png")
    assert (tmp_path / "pairs.png").stat().st_size > 1000


def words_of_a_query(panel: ComparePanel, window: MainWindow, qtbot: QtBot) -> None:
    """Common words in place of items."""
    panel.turn_to("ranks")
    window.session.ask(text("striped horse"))
    panel.source.setCurrentIndex(1)
    panel.source.activated.emit(1)
    qtbot.waitUntil(lambda: panel.comparing.ranks is not None and idle(window), timeout=WAIT)

    ranks, words = panel.comparing.ranks, panel.comparing.words
    assert ranks is not None
    assert "zebra" in [words[one.row] for one in ranks.shifts]
    assert panel.stack.currentWidget() is panel.pages["ranks"]


def kept_and_put_back(panel: ComparePanel) -> None:
    """What was compared is there at the next start; the two can be swapped."""
    panel.swap_button.click()
    panel.turn_to("pairs")
    kept = panel.state()

    panel.restore({})
    assert panel.comparing.state.aspect == "ranks"
    panel.restore(kept)

    assert panel.comparing.ids == ("starter-text", "starter")
    assert panel.tabs.currentIndex() == 2
    assert panel.chart.place_at(QPoint(1, 1)) == -1


def corrected_undone_redone(panel: ComparePanel, window: MainWindow, qtbot: QtBot) -> None:
    """A correction is tried, applied, undone and redone."""
    panel.turn_to("gap")
    qtbot.waitUntil(lambda: panel.comparing.preview is not None and idle(window), timeout=WAIT)
    collection = window.session.collection
    assert collection is not None
    assert "On pairs it was not fitted on" in panel.gap.effect.text()
    assert "'starter-text' sees none of these items" in panel.gap.told.text()
    before = collection.rank(text("a cat")).scores

    qtbot.mouseClick(panel.gap.apply_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: collection.correction() is not None and idle(window), timeout=WAIT)
    hint = window.query_bar.refine.corrected
    assert hint.isVisible() == bool(window.session.query.active)
    assert not np.allclose(collection.rank(text("a cat")).scores, before)
    assert panel.gap.effect.text().startswith("In use: Take away each kind's mean.")

    window.actions_["edit.undo"].trigger()
    qtbot.waitUntil(lambda: collection.correction() is None and idle(window), timeout=WAIT)
    assert np.array_equal(collection.rank(text("a cat")).scores, before)
    window.actions_["edit.redo"].trigger()
    qtbot.waitUntil(lambda: collection.correction() is not None and idle(window), timeout=WAIT)


def pairs_from_a_file(
    panel: ComparePanel, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Labelled pairs from a table, and from one that is not there."""
    table = tmp_path / "pairs.csv"
    words = ["zebra,striped horse", "lion,king of beasts", "kitten,small cat", "pup,small dog"]
    table.write_text("\n".join(["a,b", *words]))
    panel.gap.use_pairs(str(table))
    qtbot.waitUntil(lambda: len(panel.comparing.results) == 2 and idle(window), timeout=WAIT)
    assert "at least 8 separate pairs" in panel.gap.effect.text()

    panel.gap.use_pairs(str(tmp_path / "gone.csv"))
    qtbot.waitUntil(lambda: "labelled" in panel.comparing.problems and idle(window), timeout=WAIT)
    assert "gone.csv cannot be read" in panel.gap.told.text()
