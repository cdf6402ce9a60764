"""What can be chosen within a method: whose attention, and how far regions are merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from explorer.lenses.explanation.methods import Tuning
from explorer.ui.explain.menu_button import MenuButton
from explorer.ui.explain.words_told import tr
from explorer.ui.spoken import spoken
from explorer.viewstate.explaining_state import LEVEL_CHOICES, ExplainState

ATTENTION = ("attention", "rollout")


class TuningLine(QWidget):
    """Seen only while a method is shown that leaves something to choose."""

    changed = Signal(object)
    """The `ExplainState` wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ExplainState()
        self._attention = (0, 0)
        self.layer = MenuButton(tr("Layer"), self._fill_layers, self)
        self.head = MenuButton(tr("Head"), self._fill_heads, self)
        self.levels = MenuButton(tr("Regions"), self._fill_levels, self)
        self.layer.stepped.connect(self._step_layer)
        self.head.stepped.connect(self._step_head)
        self.levels.stepped.connect(self._step_levels)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for button in (self.layer, self.head, self.levels):
            line.addWidget(button)
        line.addStretch(1)

    def show_state(
        self, state: ExplainState, reasons: Mapping[str, str], attention: tuple[int, int]
    ) -> None:
        """Show what is chosen, without telling it back.

        Parameters
        ----------
        reasons
            By method, why the space cannot serve it.
        attention
            How many layers and heads there are; (0, 0) where there are none, or not known yet.
        """
        self._state, self._attention = state, attention
        shown = {state.method, state.beside.removeprefix("method:")}
        looks, merges = bool(shown & set(ATTENTION)), "interaction" in shown
        self.setVisible(looks or merges)
        self.layer.setVisible(looks)
        self.head.setVisible(looks)
        self.levels.setVisible(merges)
        rolled = "attention" not in shown
        why = spoken(reasons.get("attention", ""))
        layer = tr("All layers") if rolled else layer_name(state.layer, attention[0])
        self.layer.show_choice(layer, why or tr("Whose attention is shown"))
        mean = tr("A rollout takes the mean of all heads.") if rolled else ""
        self.head.show_choice(head_name(-1 if rolled else state.head), why or mean)
        self.layer.setEnabled(attention[0] > 0)
        self.head.setEnabled(attention[1] > 0 and not rolled)
        why = spoken(reasons.get("interaction", ""))
        meaning = tr("How many regions the patches are merged into, level by level")
        self.levels.show_choice(levels_name(state.levels), why or meaning)
        self.levels.setEnabled(not why)

    def _change(self, state: ExplainState) -> None:
        self._state = state
        self.changed.emit(state)

    @property
    def _rolls(self) -> bool:
        """Whether the map shown is an attention of which all layers can be rolled out."""
        return self._state.method in ATTENTION

    def _take_layer(self, layer: int) -> None:
        method = "attention" if self._rolls else self._state.method
        beside = self._state.beside
        if method != "attention" and beside == "method:rollout":
            beside = "method:attention"
        self._change(replace(self._state, method=method, beside=beside, layer=layer))

    def _roll_out(self) -> None:
        self._change(replace(self._state, method="rollout"))

    # -- menus

    def _fill_layers(self, menu: QMenu) -> None:
        group, count = _emptied(menu), self._attention[0]
        shown = {self._state.method, self._state.beside.removeprefix("method:")}
        rolled = "attention" not in shown
        if self._rolls:
            action = menu.addAction(tr("All layers, rolled out"))
            action.triggered.connect(lambda _=False: self._roll_out())
            action.setCheckable(True)
            action.setChecked(rolled)
            group.addAction(action)
            menu.addSeparator()
        for layer in range(count - 1, -1, -1):
            action = menu.addAction(layer_name(layer, count))
            action.setCheckable(True)
            action.setChecked(not rolled and layer == _from_first(self._state.layer, count))
            group.addAction(action)
            wanted = -1 if layer == count - 1 else layer
            action.triggered.connect(lambda _=False, wanted=wanted: self._take_layer(wanted))

    def _fill_heads(self, menu: QMenu) -> None:
        group = _emptied(menu)
        for head in range(-1, self._attention[1]):
            action = menu.addAction(head_name(head))
            action.setCheckable(True)
            action.setChecked(head == self._state.head)
            group.addAction(action)
            action.triggered.connect(
                lambda _=False, head=head: self._change(replace(self._state, head=head))
            )
            if head < 0:
                menu.addSeparator()

    def _fill_levels(self, menu: QMenu) -> None:
        group = _emptied(menu)
        for levels in LEVEL_CHOICES:
            action = menu.addAction(levels_name(levels))
            action.setCheckable(True)
            action.setChecked(levels == self._state.levels)
            group.addAction(action)
            action.triggered.connect(
                lambda _=False, levels=levels: self._change(replace(self._state, levels=levels))
            )

    # -- arrows

    def _step_layer(self, way: int) -> None:
        count = self._attention[0]
        if count:
            layer = (_from_first(self._state.layer, count) - way) % count
            self._take_layer(-1 if layer == count - 1 else layer)

    def _step_head(self, way: int) -> None:
        heads = self._attention[1]
        head = (self._state.head + 1 + way) % (heads + 1) - 1
        self._change(replace(self._state, head=head))

    def _step_levels(self, way: int) -> None:
        here = LEVEL_CHOICES.index(self._state.levels)
        levels = LEVEL_CHOICES[(here + way) % len(LEVEL_CHOICES)]
        self._change(replace(self._state, levels=levels))


def _emptied(menu: QMenu) -> QActionGroup:
    menu.clear()
    return QActionGroup(menu)


def _from_first(layer: int, count: int) -> int:
    return count - 1 if layer < 0 else layer


def layer_name(layer: int, count: int) -> str:
    """A layer by its number, from 0 as on the command line; the first and last are said to be."""
    if layer < 0 and not count:
        return tr("Last layer")
    layer = _from_first(layer, count)
    if layer == count - 1:
        return tr("Layer {} (last)").format(layer)
    return tr("Layer {} (first)").format(layer) if layer == 0 else tr("Layer {}").format(layer)


def head_name(head: int) -> str:
    """A head by its number from 0, or the mean of all."""
    return tr("Mean of heads") if head < 0 else tr("Head {}").format(head)


def tuning_words(method: str, tuning: Tuning, layers: int) -> str:
    """What is chosen within a method, "" where it is what it is at first.

    Parameters
    ----------
    layers
        How many layers of attention there are.
    """
    if tuning.of(method) == Tuning().of(method):
        return ""
    if method != "attention":
        return levels_name(tuning.levels)
    head = -1 if tuning.head is None else tuning.head
    return f"{layer_name(tuning.layer, layers)}, {head_name(head)}"


def levels_name(levels: tuple[int, ...]) -> str:
    """How many regions there are."""
    return tr("{} regions").format(", ".join(map(str, levels)))
