"""How a map is drawn, by which method, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.lenses.explanation.methods import METHODS
from explorer.ui.appearance import Appearance
from explorer.ui.explain.menu_button import MenuButton
from explorer.ui.explain.tuning_line import TuningLine
from explorer.ui.explain.words_told import tr
from explorer.ui.spoken import spoken
from explorer.viewstate.explaining_state import ExplainState

LINES = 100
"""Steps of a slider."""


class ExplainControls(QWidget):
    """The lines below a map; every change is told as a new state."""

    changed = Signal(object)
    """The `ExplainState` wanted."""

    def __init__(
        self,
        appearance: Appearance,
        spaces: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._spaces = appearance, spaces
        self._state = ExplainState()
        self._reasons: Mapping[str, str] = {}
        self._best, self._shown = "", ""
        self.method = MenuButton(self.tr("Method"), self._fill_methods, self)
        self.method.stepped.connect(self._step_method)
        self.beside = MenuButton(self.tr("Beside it"), self._fill_beside, self)
        self.grid = QToolButton(self)
        self.grid.setCheckable(True)
        self.grid.setIconSize(QSize(16, 16))
        self.grid.setToolTip(self.tr("Show the true grid: one square for each patch"))
        self.grid.setAccessibleName(self.tr("True grid"))
        self.grid.clicked.connect(self._grid_clicked)
        self.opacity = self._slider(self.tr("Opacity of the heat"))
        self.threshold = self._slider(self.tr("Threshold: hide what is below this"))
        self.opacity.valueChanged.connect(
            lambda value: self._change(replace(self._state, opacity=value / LINES))
        )
        self.threshold.valueChanged.connect(
            lambda value: self._change(replace(self._state, threshold=value / LINES))
        )
        self.tuning = TuningLine(self)
        self.tuning.changed.connect(self._change)
        self._lay_out()
        appearance.changed.connect(self._draw)
        self._draw()
        self.show_state(self._state, {}, "")

    def _slider(self, name: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(0, LINES)
        slider.setPageStep(10)
        slider.setMinimumWidth(60)
        slider.setAccessibleName(name)
        slider.setToolTip(name)
        return slider

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for widget in (self.method, self.beside):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.grid)
        for words, slider in (
            (self.tr("Opacity"), self.opacity),
            (self.tr("Threshold"), self.threshold),
        ):
            label = QLabel(words, self)
            label.setProperty("type", "small")
            label.setProperty("tone", "quiet")
            label.setBuddy(slider)
            second.addWidget(label)
            second.addWidget(slider, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self.tuning)
        column.addLayout(second)
        for line in (first, second):
            line.setSpacing(8)

    def _draw(self) -> None:
        self.grid.setIcon(self._look.icon("grid-four"))

    def show_state(
        self,
        state: ExplainState,
        reasons: Mapping[str, str],
        best: str,
        attention: tuple[int, int] = (0, 0),
        drawn: str = "",
    ) -> None:
        """Show how things are drawn, without telling it back.

        Parameters
        ----------
        reasons
            By method, why the space cannot serve it.
        best
            The most faithful method for this picture, where that is known.
        attention
            How many layers and heads there are to choose from.
        drawn
            The method of the maps that are seen: another stands in for one that the space cannot
            serve.
        """
        self._state, self._best = state, best
        self._reasons = {name: spoken(reason) for name, reason in reasons.items()}
        self._shown = drawn if drawn and self._reasons.get(state.method) else state.method
        for slider, share in ((self.opacity, state.opacity), (self.threshold, state.threshold)):
            slider.blockSignals(True)
            slider.setValue(round(share * LINES))
            slider.blockSignals(False)
        self.grid.setChecked(state.upsampling == "nearest")
        method = METHODS[self._shown]
        self.method.show_choice(spoken(method.title), f"{spoken(method.does)}.\n{method.paper}")
        self.beside.show_choice(beside_name(state.beside))
        self.tuning.show_state(state, reasons, attention)

    def _change(self, state: ExplainState) -> None:
        self._state = state
        self.changed.emit(state)

    def _grid_clicked(self, checked: bool) -> None:
        self._change(replace(self._state, upsampling="nearest" if checked else "smooth"))

    def _step_method(self, way: int) -> None:
        """The next method that the space can serve."""
        names = [name for name in METHODS if not self._reasons.get(name)]
        here = names.index(self._shown) if self._shown in names else 0
        self._change(replace(self._state, method=names[(here + way) % len(names)]))

    def _fill_methods(self, menu: QMenu) -> None:
        menu.clear()
        group = QActionGroup(menu)
        for name, method in METHODS.items():
            reason = self._reasons.get(name, "")
            mark = f"  ·  {tr('the most faithful here')}" if name == self._best else ""
            action = menu.addAction(f"{spoken(method.title)}{mark}")
            action.setCheckable(True)
            action.setChecked(name == self._shown)
            action.setEnabled(not reason)
            action.setToolTip(reason or f"{spoken(method.does)}. {method.paper}")
            if reason:
                action.setText(f"{spoken(method.title)}  ·  {_short(reason)}")
            group.addAction(action)
            action.triggered.connect(
                lambda _=False, name=name: self._change(replace(self._state, method=name))
            )

    def _fill_beside(self, menu: QMenu) -> None:
        menu.clear()
        group = QActionGroup(menu)
        choices = [""]
        choices += [f"method:{one}" for one in METHODS if one != self._shown]
        others = [f"space:{one}" for one in self._spaces()]
        for place, choice in enumerate([*choices, *others]):
            if place == 1 or (others and choice == others[0]):
                menu.addSeparator()
            reason = self._reasons.get(choice.removeprefix("method:"), "")
            action = menu.addAction(beside_name(choice))
            action.setCheckable(True)
            action.setChecked(choice == self._state.beside)
            action.setEnabled(not reason)
            action.setToolTip(reason)
            group.addAction(action)
            action.triggered.connect(
                lambda _=False, choice=choice: self._change(replace(self._state, beside=choice))
            )


def beside_name(beside: str) -> str:
    """What stands beside, in words."""
    kind, _, name = beside.partition(":")
    if kind == "method" and name in METHODS:
        return spoken(METHODS[name].title)
    if kind == "space" and name:
        return tr("Space “{}”").format(name)
    return tr("Nothing beside")


def _short(reason: str) -> str:
    """A reason that fits into a menu; the whole of it is in the tooltip."""
    first = reason.rstrip(".").split(": ")[-1]
    return first if len(first) <= 60 else f"{first[:58].rstrip()}…"
