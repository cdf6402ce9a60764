"""Everything about one space, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.encoders.devices import PRECISIONS
from explorer.ui.query_bar.flow_layout import FlowLayout
from explorer.ui.spaces.space_words import (
    contents_words,
    size_words,
    speed_words,
    test_words,
)
from explorer.ui.spoken import spoken, spoken_about
from explorer.ui.writing_direction import at_the_start
from explorer.viewstate.space_work import SpaceLine

DIGITS = 12
"""So much of a revision is shown; the rest is in the tooltip."""


class SpaceDetails(QWidget):
    """Facts of a space, how it runs, and its place in the open collection."""

    asked = Signal(str)
    """What to do with it: ``embed``, ``use``, ``drop``, ``default``, ``test``, ``rest``,
    ``remove`` or ``rerank``."""

    running_chosen = Signal(object)
    """The `Running` that the person has chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: SpaceLine | None = None
        self._filling = False
        self.title = _label("", self, kind="lead")
        self.title.setAlignment(at_the_start(self))
        self.about = _label("", self, tone="quiet")
        self.here = _label("", self)
        self.knows = _label("", self)
        self.unknown = _label("", self, tone="quiet")
        self.test_result = _label("", self)
        self.speed = _label("", self, tone="quiet")
        self._build_buttons()
        self._build_running()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        self._lay_out()

    # -- building

    def _build_buttons(self) -> None:
        def button(what: str, words: str, tip: str, kind: str = "") -> QPushButton:
            made = QPushButton(words, self)
            made.setToolTip(tip)
            if kind:
                made.setProperty("kind", kind)
            made.clicked.connect(lambda: self.asked.emit(what))
            return made

        self.embed = button(
            "embed", self.tr("Embed here"),
            self.tr("Make vectors of everything in this collection; search goes on meanwhile."),
            "primary",
        )  # fmt: skip
        self.use = button(
            "use", self.tr("Let it serve here"),
            self.tr("Search and map this collection in this space from now on."), "primary",
        )  # fmt: skip
        self.drop = button(
            "drop", self.tr("Forget here"),
            self.tr("Delete this collection's vectors of this space."),
        )  # fmt: skip
        self.default = button(
            "default", self.tr("Make it the default"),
            self.tr("Collections that are made from now on get this space."),
        )  # fmt: skip
        self.test = button(
            "test", self.tr("Test"),
            self.tr("Match sample pictures with their words; measure speed and memory."),
        )  # fmt: skip
        self.rest = button(
            "rest", self.tr("Give memory back"),
            self.tr("Its weights are read again at the next use."),
        )  # fmt: skip
        self.remove = button(
            "remove", self.tr("Remove"),
            self.tr("Take it off this list; its files stay where they are."),
        )  # fmt: skip
        self.rerank = QCheckBox(self.tr("Let it order the first hits"), self)
        self.rerank.setToolTip(
            self.tr("It looks at each of the first 50 pictures together with the words.")
        )
        self.rerank.clicked.connect(lambda: self.asked.emit("rerank"))

    def _build_running(self) -> None:
        self.device, self.precision = QComboBox(self), QComboBox(self)
        self.device.setAccessibleName(self.tr("Device"))
        self.precision.setAccessibleName(self.tr("Precision"))
        self.compiled = QCheckBox(self.tr("Compile"), self)
        self.compiled.setToolTip(
            self.tr("Slow at the first use, quicker after it on a graphics card (torch.compile).")
        )
        self.precision.addItem(self.tr("Best precision"), "")
        for one in PRECISIONS:
            self.precision.addItem(one, one)
        self.device.activated.connect(self._chosen)
        self.precision.activated.connect(self._chosen)
        self.compiled.clicked.connect(self._chosen)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(8)
        for widget in (self.title, self.about):
            column.addWidget(widget)
        self.heading_here = _heading(self.tr("This collection"), self)
        column.addWidget(self.heading_here)
        column.addWidget(self.here)
        column.addLayout(_row(self.embed, self.use))
        column.addWidget(self.rerank)
        column.addLayout(_row(self.default, self.drop))
        self.heading_test = _heading(self.tr("Self-test"), self)
        column.addWidget(self.heading_test)
        column.addWidget(self.test_result)
        column.addWidget(self.speed)
        column.addLayout(_row(self.test, self.rest))
        self.heading_running = _heading(self.tr("Runs on"), self)
        column.addWidget(self.heading_running)
        column.addLayout(_row(self.device, self.precision))
        column.addWidget(self.compiled)
        self.heading_knows = _heading(self.tr("What it knows"), self)
        self.heading_unknown = _heading(self.tr("What it does not know"), self)
        for widget in (self.heading_knows, self.knows, self.heading_unknown, self.unknown):
            column.addWidget(widget)
        column.addWidget(_heading(self.tr("Facts"), self))
        column.addLayout(self._facts)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    # -- showing

    def show_line(
        self,
        line: SpaceLine,
        devices: tuple[str, ...],
        *,
        collection: str,
        busy: bool,
        reranks: bool,
    ) -> None:
        """Show a space.

        Parameters
        ----------
        devices
            Of this machine.
        collection
            Name of the open collection; "" if none is.
        busy
            Whether something is being done to it.
        reranks
            Whether it orders first hits now.
        """
        self.line, self._filling = line, True
        self.title.setText(spoken(line.info.name))
        self.about.setText(spoken_about(line.info.description))
        self.about.setVisible(bool(line.info.description))
        self._show_here(line, collection, busy=busy, reranks=reranks)
        self._show_test(line, busy=busy)
        self._show_running(line, devices, busy=busy)
        limits = line.info.limits
        for heading, label, sentences in (
            (self.heading_knows, self.knows, limits.knows),
            (self.heading_unknown, self.unknown, limits.unknown),
        ):
            label.setText("\n".join(f"·  {spoken(one)}" for one in sentences))
            heading.setVisible(bool(sentences))
            label.setVisible(bool(sentences))
        self._show_facts(line)
        self.remove.setVisible(not line.shipped)
        self.remove.setEnabled(not busy and not (line.held is not None and line.held.serves))
        self._filling = False

    def _show_here(self, line: SpaceLine, collection: str, *, busy: bool, reranks: bool) -> None:
        held = line.held
        serves = held is not None and held.serves
        if not line.searches:
            words = self.tr("It gives no vectors. It can put the first hits of a search in order.")
        elif not collection:
            words = self.tr("Open a collection to embed it in this space.")
        elif held is None:
            words = self.tr("“{}” has no vectors of it yet.").format(collection)
        else:
            words = self.tr("{done} of {all} items have their vectors.").format(
                done=self.locale().toString(held.embedded), all=self.locale().toString(held.wanted)
            )
        self.here.setText(words)
        some = line.searches and bool(collection)
        self.embed.setVisible(some and (held is None or not held.whole))
        self.embed.setText(
            self.tr("Embed here") if held is None else self.tr("Go on embedding here")
        )
        self.use.setVisible(some and held is not None and not serves and held.embedded > 0)
        self.drop.setVisible(some and held is not None and not serves)
        for button in (self.embed, self.use, self.drop):
            button.setEnabled(not busy)
        self.rerank.setVisible(line.matches)
        self.rerank.setChecked(reranks)
        self.default.setVisible(line.searches and not line.default)

    def _show_test(self, line: SpaceLine, *, busy: bool) -> None:
        testable = bool({"image", "text"} & set(line.info.contents))
        for widget in (self.heading_test, self.test_result, self.speed, self.test):
            widget.setVisible(testable)
        self.test_result.setText(test_words(line.test))
        failed = bool(line.test) and not line.test.get("passed")
        self.test_result.setProperty("tone", "loss" if failed else "")
        self.test_result.style().polish(self.test_result)
        self.speed.setText(speed_words(line.test))
        self.speed.setVisible(bool(line.test))
        self.test.setEnabled(not busy)
        self.rest.setVisible(line.loaded > 0)
        self.rest.setEnabled(not busy)

    def _show_running(self, line: SpaceLine, devices: tuple[str, ...], *, busy: bool) -> None:
        for widget in (self.heading_running, self.device, self.precision, self.compiled):
            widget.setVisible(not line.shipped)
            widget.setEnabled(not busy)
        self.device.clear()
        self.device.addItem(self.tr("Best device"), "")
        for one in dict.fromkeys((*devices, line.running.device)):
            if one:
                self.device.addItem(one, one)
        self.device.setCurrentIndex(self.device.findData(line.running.device))
        self.precision.setCurrentIndex(self.precision.findData(line.running.precision))
        self.compiled.setChecked(line.running.compiled)

    def _show_facts(self, line: SpaceLine) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        info = line.info
        facts = [
            (self.tr("Name"), info.id, ""),
            (self.tr("Encodes"), contents_words(info.contents), ""),
            (self.tr("Dimension"), str(info.dimension) if info.dimension else "", ""),
            (self.tr("Size"), size_words(line.size), ""),
            (self.tr("In memory"), size_words(line.loaded) if line.loaded else "", ""),
            (self.tr("Licence"), info.licence, ""),
            (self.tr("Revision"), info.revision[:DIGITS], info.revision),
            (self.tr("Where"), info.location, info.location),
        ]
        for row, (name, value, tip) in enumerate(one for one in facts if one[1]):
            label, said = _label(name, self, tone="quiet"), _label(_breakable(value), self)
            label.setWordWrap(False)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setToolTip(tip)
            said.setAccessibleName(f"{name}: {value}")
            self._facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(said, row, 1)

    def _chosen(self) -> None:
        if self._filling or self.line is None:
            return
        wanted = replace(
            self.line.running,
            device=self.device.currentData(),
            precision=self.precision.currentData(),
            compiled=self.compiled.isChecked(),
        )
        if wanted != self.line.running:
            self.running_chosen.emit(wanted)


def _label(words: str, parent: QWidget, *, tone: str = "", kind: str = "") -> QLabel:
    label = QLabel(words, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if tone:
        label.setProperty("tone", tone)
    if kind:
        label.setProperty("type", kind)
    return label


def _heading(words: str, parent: QWidget) -> QLabel:
    return _label(words, parent, kind="heading")


def _row(*widgets: QWidget) -> FlowLayout:
    row = FlowLayout(gap=8, fills=False)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _breakable(value: str) -> str:
    """A path that may break behind its slashes."""
    return value.replace("/", "/\u200b") if value.startswith(("/", "\\")) else value
