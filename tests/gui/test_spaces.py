"""The panel of spaces, on small checkpoints on disk, driven by mouse and keys."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.core.query import text
from explorer.encoders.devices import Running
from explorer.ui.appearance import Appearance
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow
from explorer.ui.spaces.spaces_panel import ID_ROLE, SpacesPanel

WAIT = 30_000
PICTURES = ("photos/two-spaniels.jpg", "photos/tabby-cat.jpg", "drawings/lion.webp",
            "drawings/blue-car.webp", "photos/field-of-tulips.jpg")  # fmt: skip


@pytest.fixture(scope="module")
def checkpoints(tiny: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a CLIP, a DINOv2 and a BLIP, as they are saved for real."""
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    import transformers

    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    folder = tmp_path_factory.mktemp("checkpoints")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in ("clip", "dinov2", "blip"):
            (folder / name).mkdir()
            getattr(tiny, name)(folder / name)
    return folder


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window with the panel of spaces shown, and no collection."""
    thread = MainThread(qapp)
    app = App(tmp_path / "home", deliver=thread.post)
    appearance = Appearance(qapp, "dark", True)
    window = MainWindow(app, appearance)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: idle(window), timeout=WAIT)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_M, both)
    qtbot.waitUntil(lambda: panel_of(window).list.count() > 0 and idle(window), timeout=WAIT)
    yield window
    window.close()
    app.close()
    window.deleteLater()
    appearance.deleteLater()


@pytest.fixture
def indexed(window: MainWindow, qtbot: QtBot, samples: Path, tmp_path: Path) -> MainWindow:
    """The window on a few pictures."""
    media = tmp_path / "holiday"
    media.mkdir()
    for name in PICTURES:
        shutil.copy(samples / "pictures" / name, media)
    window.take_dropped([media])
    qtbot.waitUntil(lambda: len(window.session.items) > 0 and idle(window), timeout=WAIT)
    return window


def idle(window: MainWindow) -> bool:
    return not window.session.jobs.running


def panel_of(window: MainWindow) -> SpacesPanel:
    panel = window.docks.panels["spaces"]
    assert isinstance(panel, SpacesPanel)
    return panel


def ids(panel: SpacesPanel) -> list[str]:
    return [str(panel.list.item(at).data(ID_ROLE)) for at in range(panel.list.count())]


def choose(panel: SpacesPanel, space_id: str, qtbot: QtBot) -> None:
    """Click on a space in the list."""
    item = panel.list.item(ids(panel).index(space_id))
    panel.list.scrollToItem(item)
    centre = panel.list.visualItemRect(item).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert panel.details.line is not None
    assert panel.details.line.id == space_id


def press(button: QAbstractButton, qtbot: QtBot) -> None:
    """Click a button that can be seen."""
    assert button.isVisible()
    assert button.isEnabled()
    area = button.parentWidget()
    while area is not None and not hasattr(area, "ensureWidgetVisible"):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(button)
    beginning = QPoint(8, button.height() // 2)  # a box is as wide as its line, but not its words
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=beginning)


def add(window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a folder through the button; the dialog of the system answers at once."""
    panel = panel_of(window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    press(panel.add_folder, qtbot)
    qtbot.waitUntil(lambda: bool(panel.work.said) and idle(window), timeout=WAIT)


def test_the_starter_is_there_and_says_what_it_does_not_know(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = panel_of(window)

    assert ids(panel)[0] == "starter"
    choose(panel, "starter", qtbot)
    details = panel.details
    assert "Any language but English" in details.unknown.text()
    assert details.here.text() == "Open a collection to embed it in this space."
    assert not details.remove.isVisible()
    assert not details.device.isVisible()
    assert "default" in panel.list.item(0).text()


def test_a_folder_is_added_tested_set_up_and_removed(
    window: MainWindow, qtbot: QtBot, checkpoints: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = panel_of(window)
    add(window, checkpoints / "clip", qtbot, monkeypatch)

    # Random weights match nothing: the person is told, and may keep it all the same.
    assert panel.work.problem
    assert "do not match each other" in panel.said.text()
    choose(panel, "clip", qtbot)
    details = panel.details
    assert "no better than guessing" in details.test_result.text()
    assert "ms a picture" in details.speed.text()
    facts = {one.accessibleName() for one in details.findChildren(type(details.title))}
    assert {"Encodes: pictures, texts", "Dimension: 24", "Licence: not stated"} <= facts
    assert f"Where: {checkpoints / 'clip'}".replace("/", "/\u200b") in facts or any(
        one.startswith("Where: ") and one.endswith("clip") for one in facts
    )

    pick(details.precision, "bfloat16", qtbot)
    qtbot.waitUntil(lambda: "bfloat16" in panel.said.text() and idle(window), timeout=WAIT)
    assert window.app.spaces.running("clip") == Running(precision="bfloat16")
    press(details.test, qtbot)
    qtbot.waitUntil(lambda: "bfloat16" in details.speed.text() and idle(window), timeout=WAIT)
    assert panel.memory.words.text().startswith("Models take ")
    assert window.app.spaces.budget.used > 0
    press(details.rest, qtbot)
    qtbot.waitUntil(lambda: window.app.spaces.budget.used == 0 and idle(window), timeout=WAIT)

    press(details.default, qtbot)
    qtbot.waitUntil(lambda: window.app.settings.default_space == "clip", timeout=WAIT)
    qtbot.waitUntil(lambda: idle(window), timeout=WAIT)
    press(details.remove, qtbot)
    qtbot.waitUntil(lambda: "clip" not in ids(panel) and idle(window), timeout=WAIT)
    assert window.app.settings.default_space == "starter"
    assert (checkpoints / "clip" / "model.safetensors").is_file()


def pick(box: QComboBox, words: str, qtbot: QtBot) -> None:
    """Choose from a list by keys."""
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        qtbot.waitUntil(box.isEnabled, timeout=WAIT)  # each step counts as a choice
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == words


def test_a_collection_is_embedded_beside_then_served_by_another_space(
    indexed: MainWindow, qtbot: QtBot, checkpoints: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = indexed
    panel, session = panel_of(window), window.session
    assert "serves here" in panel.list.item(0).text()
    session.ask(text("a dog"))
    session.selecting.select([1])
    add(window, checkpoints / "clip", qtbot, monkeypatch)
    choose(panel, "clip", qtbot)
    assert "has no vectors of it yet" in panel.details.here.text()

    press(panel.details.embed, qtbot)
    qtbot.waitUntil(lambda: "5 embedded" in panel.said.text() and idle(window), timeout=WAIT)
    assert session.collection is not None
    assert session.collection.space_id == "starter"
    assert panel.details.here.text() == "5 of 5 items have their vectors."

    press(panel.details.use, qtbot)
    qtbot.waitUntil(
        lambda: session.collection is not None and session.collection.space_id == "clip",
        timeout=WAIT,
    )
    qtbot.waitUntil(lambda: session.ranking is not None and idle(window), timeout=WAIT)
    assert session.query.terms[0].value == "a dog"
    assert list(session.selecting.rows) == [1]
    choose(panel, "starter", qtbot)
    press(panel.details.drop, qtbot)
    qtbot.waitUntil(lambda: "any more" in panel.said.text() and idle(window), timeout=WAIT)
    assert [one.id for one in session.collection.spaces()] == ["clip"]


def test_a_matching_network_orders_the_first_hits(
    indexed: MainWindow, qtbot: QtBot, checkpoints: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = indexed
    panel, session = panel_of(window), window.session
    session.ask(text("a dog"))
    add(window, checkpoints / "blip", qtbot, monkeypatch)
    choose(panel, "blip", qtbot)

    press(panel.details.rerank, qtbot)

    qtbot.waitUntil(
        lambda: session.ranking is not None and "match" in session.ranking.terms, timeout=WAIT
    )
    press(panel.details.rerank, qtbot)
    qtbot.waitUntil(
        lambda: session.ranking is not None and "match" not in session.ranking.terms, timeout=WAIT
    )
    qtbot.waitUntil(lambda: idle(window), timeout=WAIT)


def test_what_cannot_be_used_is_refused_with_a_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, checkpoints: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    panel = panel_of(window)
    pickled = tmp_path / "pickled"
    shutil.copytree(checkpoints / "clip", pickled)
    (pickled / "model.safetensors").rename(pickled / "pytorch_model.bin")
    cut = tmp_path / "cut"
    shutil.copytree(checkpoints / "clip", cut)
    weights = (cut / "model.safetensors").read_bytes()
    (cut / "model.safetensors").write_bytes(weights[:-8])
    code = tmp_path / "code"
    shutil.copytree(checkpoints / "clip", code)
    config = (code / "config.json").read_text()
    (code / "config.json").write_text(config.replace("{", '{"auto_map": {"AutoModel": "m.M"},', 1))
    for folder, words in (
        (pickled, "a format that can run code"),
        (cut, "is damaged"),
        (code, "asks to run Python code of its own"),
        (tmp_path, "no config.json"),
    ):
        add(window, folder, qtbot, monkeypatch)
        assert words in panel.said.text()
        assert panel.said.property("tone") == "loss"
    assert ids(panel) == list(window.app.spaces.ids)


def test_without_a_network_it_says_so_in_a_sentence(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = panel_of(window)
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    from explorer.encoders import catalogue

    download = catalogue.download
    monkeypatch.setattr(
        catalogue, "download",
        lambda name, models, control: download(name, models, control, "http://127.0.0.1:9"),
    )  # fmt: skip
    qtbot.keyClicks(panel.hub_name, "someone/something")
    press(panel.download, qtbot)
    qtbot.waitUntil(lambda: panel.work.problem and idle(window), timeout=WAIT)
    assert "the hub cannot be reached" in panel.said.text()

    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    qtbot.keyClicks(panel.hub_name, "someone/something")
    assert panel.offline.isVisible()
    assert not panel.download.isEnabled()
    press(panel.bigger, qtbot)
    assert not any(one.isEnabled() for one in panel.suggestions.buttons.values())


def test_bigger_models_say_what_they_cost(window: MainWindow, qtbot: QtBot) -> None:
    panel = panel_of(window)
    press(panel.bigger, qtbot)
    button = panel.suggestions.buttons["google/siglip-base-patch16-224"]
    assert button.text() == "Download 813 MB"
    assert button.accessibleName() == "Download google/siglip-base-patch16-224, 813 MB"
    press(panel.bigger, qtbot)
    assert panel.details.isVisible()


def test_the_memory_that_models_may_take_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    panel = panel_of(window)
    panel.memory.limit.setFocus()
    qtbot.keyClick(panel.memory.limit, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.app.settings.model_memory > 0, timeout=WAIT)
    qtbot.waitUntil(lambda: idle(window), timeout=WAIT)
    assert window.app.spaces.budget.limit == window.app.settings.model_memory


def test_everything_has_a_name_and_is_reached_by_keys(window: MainWindow) -> None:
    panel = panel_of(window)
    for button in panel.findChildren(QAbstractButton):
        named = button.text() or button.accessibleName() or button.toolTip()
        assert named or button.objectName().startswith("qt_") or not button.isVisible()
    for widget in (panel.list, panel.hub_name, panel.memory.limit, panel.memory.bar):
        assert widget.accessibleName()
    for widget in (panel.list, panel.add_folder, panel.hub_name, panel.details.test):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
