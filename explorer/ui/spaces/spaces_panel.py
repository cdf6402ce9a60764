"""The spaces of this machine: a list, what each is, and adding to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core.errors import ExplorerError
from explorer.encoders.hub import is_offline
from explorer.ui.actions import Declared
from explorer.ui.panel import Desk, Panel
from explorer.ui.query_bar.flow_layout import FlowLayout
from explorer.ui.spaces.memory_line import MemoryLine
from explorer.ui.spaces.space_details import SpaceDetails
from explorer.ui.spaces.space_words import summary_words
from explorer.ui.spaces.suggestion_list import SuggestionList
from explorer.ui.spaces.work_line import WorkLine
from explorer.ui.spoken import spoken
from explorer.viewstate import messages as tell
from explorer.viewstate.space_work import SpaceLine, SpaceWork

ROWS_SEEN = 5
ID_ROLE = Qt.ItemDataRole.UserRole


class SpacesPanel(Panel):
    """Lists spaces; adds, tests, sets up and removes them; embeds the open collection in them."""

    name, icon, keys = "spaces", "cube", "Ctrl+Shift+M"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        app, session = desk.app, desk.session
        self.work = SpaceWork(
            session,
            app.spaces,
            app.self_test,
            lambda: app.settings.default_space,
            app.set_default_space,
        )
        self._wanted = ""
        self._build_adding()
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = WorkLine(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Spaces of this machine"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentItemChanged.connect(lambda *_: self._show_details())
        self.details = SpaceDetails()
        self.details.asked.connect(self._do)
        self.details.running_chosen.connect(self._set_running)
        self.suggestions = SuggestionList()
        self.suggestions.wanted.connect(self.work.fetch)
        self.memory = MemoryLine(app.spaces.budget, self)
        self.memory.limit_chosen.connect(self._set_memory)
        self._lay_out()
        hub = session.hub
        hub.subscribe(self, tell.SpacesChanged, lambda _: self._show())
        hub.subscribe(self, tell.CollectionOpened, lambda _: self._look_again())
        hub.subscribe(self, tell.ItemsChanged, lambda _: self._look_again())
        hub.subscribe(self, tell.JobChanged, lambda message: self._follow(message.job))
        desk.appearance.changed.connect(self._draw_icons)
        self._draw_icons()
        self._show()

    def title(self) -> str:
        return self.tr("Spaces")

    def commands(self) -> list[Declared]:
        session, spaces = self.desk.session, self.desk.app.spaces

        def turn() -> None:
            matchers = spaces.matcher_ids
            session.rerank_by("" if session.rerank or not matchers else matchers[0])

        return [
            Declared(
                "search.rerank",
                self.tr("Look at the first hits again"),
                turn,
                (),
                "sort-ascending",
                self.tr("A matching network (BLIP, ViLT, BridgeTower) orders them; add one first."),
                enabled=lambda: bool(spaces.matcher_ids),
                checked=lambda: bool(session.rerank),
            )
        ]

    # -- building

    def _build_adding(self) -> None:
        self.add_folder = QPushButton(self.tr("Add a folder…"), self)
        self.add_folder.setToolTip(
            self.tr("The folder of a checkpoint: its configuration and .safetensors weights.")
        )
        self.add_folder.clicked.connect(self._ask_folder)
        self.bigger = QToolButton(self)
        self.bigger.setText(self.tr("Bigger models"))
        self.bigger.setProperty("kind", "plain")
        self.bigger.setCheckable(True)
        self.bigger.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.bigger.setToolTip(self.tr("Models worth trying, with their sizes and licences."))
        self.bigger.toggled.connect(self._show_suggestions)
        self.hub_name = QLineEdit(self)
        self.hub_name.setPlaceholderText(self.tr("A name on the hub: owner/checkpoint"))
        self.hub_name.setAccessibleName(self.tr("Name on the hub"))
        self.hub_name.setClearButtonEnabled(True)
        self.hub_name.returnPressed.connect(self._fetch)
        self.hub_name.textChanged.connect(lambda _: self._settle_adding())
        self.download = QPushButton(self.tr("Download"), self)
        self.download.setToolTip(
            self.tr("Fetch it from huggingface.co, check it and test it. Nothing of yours is sent.")
        )
        self.download.clicked.connect(self._fetch)
        self.offline = QLabel(self)
        self.offline.setWordWrap(True)
        self.offline.setProperty("tone", "quiet")

    def _lay_out(self) -> None:
        first, second = FlowLayout(gap=8, fills=False), QHBoxLayout()
        first.addWidget(self.add_folder)
        first.addWidget(self.bigger)
        second.addWidget(self.hub_name, 1)
        second.addWidget(self.download)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(_scrolled(self.details))
        self.stack.addWidget(_scrolled(self.suggestions))
        rule = QFrame(self)
        rule.setProperty("kind", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        for widget in (self.offline, self.said, self.progress, self.list, rule):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addWidget(self.memory)

    def _draw_icons(self) -> None:
        look = self.desk.appearance
        self.add_folder.setIcon(look.icon("folder-plus"))
        self.bigger.setIcon(look.icon("arrow-circle-up"))
        self.download.setIcon(look.icon("download-simple"))

    # -- showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.work.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.bigger.setChecked(False)
        super().hideEvent(event)

    def _look_again(self) -> None:
        if self.isVisible():
            self.work.refresh()

    def _show(self) -> None:
        if not self.isVisible():
            return
        self._fill_list()
        self.said.setText(spoken(self.work.said))
        self.said.setVisible(bool(self.work.said))
        self.said.setProperty("tone", "loss" if self.work.problem else "")
        self.said.style().polish(self.said)
        self._follow(None)
        self._settle_adding()
        self._show_details()
        self.memory.show_now(self.desk.app.settings.model_memory)

    def _fill_list(self) -> None:
        chosen = self._wanted or self._chosen_id()
        self.list.blockSignals(True)
        self.list.clear()
        for line in self.work.lines:
            words, name = summary_words(line), spoken(line.info.name)
            item = QListWidgetItem(f"{name}\n{words}")
            item.setData(ID_ROLE, line.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {words}")
            item.setToolTip(words)
            item.setIcon(self.desk.appearance.icon(*_mark(line)))
            self.list.addItem(item)
            if line.id == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self._wanted = ""
        self.list.blockSignals(False)
        height = sum(self.list.sizeHintForRow(at) for at in range(self.list.count())[:ROWS_SEEN])
        self.list.setFixedHeight(max(height, 48) + 4)

    def _show_details(self) -> None:
        line = self.work.line(self._chosen_id())
        self.details.setVisible(line is not None)
        if line is None:
            return
        collection = self.desk.session.collection
        self.details.show_line(
            line,
            self.work.devices,
            collection=collection.name if collection is not None else "",
            busy=line.id in self.work.jobs,
            reranks=self.desk.session.rerank == line.id,
        )

    def _follow(self, job: Any) -> None:
        running = [one for one in self.work.jobs.values() if not one.state.ended]
        if job is None or job in running:
            self.progress.follow(running[-1] if running else None)

    def _settle_adding(self) -> None:
        offline = is_offline()
        self.offline.setVisible(offline)
        self.offline.setText(
            self.tr("Downloading is off: HF_HUB_OFFLINE is set. Folders can be added.")
        )
        name = self.hub_name.text().strip()
        self.download.setEnabled(bool(name) and not offline and name not in self.work.jobs)
        there = {line.info.name for line in self.work.lines}
        self.suggestions.settle(there, set(self.work.jobs))

    def _show_suggestions(self, shown: bool) -> None:
        self.stack.setCurrentIndex(1 if shown else 0)
        self._settle_adding()

    # -- doing

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("The folder of a checkpoint"))
        if folder:
            self.work.add(folder)

    def _fetch(self) -> None:
        name = self.hub_name.text().strip()
        if name and not is_offline():
            self.work.fetch(name)
            self.hub_name.clear()

    def _do(self, what: str) -> None:
        space_id = self._chosen_id()
        if what == "rerank":
            on = self.details.rerank.isChecked()
            self.desk.session.rerank_by(space_id if on else "")
            return
        carry_out = {
            "embed": self.work.embed,
            "use": self.work.use,
            "drop": self.work.drop,
            "default": self.work.make_default,
            "test": self.work.test,
            "rest": self.work.rest,
            "remove": self.work.remove,
        }[what]
        carry_out(space_id)

    def _set_running(self, running: Any) -> None:
        self.work.set_running(self._chosen_id(), running)

    def _set_memory(self, limit: int) -> None:
        try:
            self.desk.app.set_model_memory(limit)
        except ExplorerError as error:
            self.desk.session.hub.publish(tell.Notice(error.sentence, "problem"))
        self.work.refresh()

    def _chosen_id(self) -> str:
        item = self.list.currentItem()
        return str(item.data(ID_ROLE)) if item is not None else ""

    # -- keeping

    def state(self) -> dict[str, Any]:
        return {"space": self._chosen_id(), "rerank": self.desk.session.rerank}

    def restore(self, state: Mapping[str, Any]) -> None:
        self._wanted = str(state.get("space", ""))
        matcher = str(state.get("rerank", ""))
        if matcher in self.desk.app.spaces.matcher_ids:
            self.desk.session.rerank_by(matcher)


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    widget.setProperty("surface", "panel")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(widget)
    return area


def _mark(line: SpaceLine) -> tuple[str, str]:
    """Icon and colour of a space in the list."""
    if line.held is not None and line.held.serves:
        return "check-circle", "accent"
    if line.test and not line.test.get("passed"):
        return "warning-circle", "loss"
    return ("sort-ascending" if not line.searches else "cube"), "quiet"
