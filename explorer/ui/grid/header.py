"""The line above the items: how many there are, in which order and groups, how they look."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
)

from explorer.ui.appearance import Appearance
from explorer.ui.eliding_label import LEAST, ElidingLabel
from explorer.ui.grid.group_words import group_names
from explorer.viewstate.grid_state import (
    GROUP_KEYS,
    LARGEST,
    SMALLEST,
    SORT_KEYS,
    TEXT_KEYS,
    GroupKey,
    Look,
    SortKey,
)

COUNT_ROOM = 72
"""Enough for the number, in pixels."""
SLIDER_LEAST, SLIDER_MOST = 40, 88


class GridHeader(QWidget):
    """Count, order, groups, look and size.

    Parameters
    ----------
    appearance
        Icons.
    """

    sorted_by = Signal(str, bool)
    """The person chose another order: key, and whether it is turned round."""
    sized = Signal(int)
    """The person chose another side of the squares, px."""
    grouped_by = Signal(str)
    """The person chose what to group by."""
    all_folded = Signal(bool)
    """Fold all groups (True), or unfold them."""
    look_chosen = Signal(str)
    """Squares or a list."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self._sort: SortKey = "match"
        self._reverse, self._asked = False, False
        self._group: GroupKey = "none"
        self._words, self._tip = ("", ""), ""
        self.count = ElidingLabel(self, COUNT_ROOM)
        self.selected = ElidingLabel(self)
        self.selected.setProperty("tone", "quiet")
        self.selected.setMinimumWidth(LEAST)  # or the first selection would push the map aside
        self.order = QToolButton(self)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.order.setAccessibleName(self.tr("Order"))
        self.direction = QToolButton(self)
        self.direction.clicked.connect(lambda: self._choose(self._sort, not self._reverse))
        self.grouping = QToolButton(self)
        self.grouping.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.grouping.setAccessibleName(self.tr("Groups"))
        self.size_slider = self._make_slider()
        self.looks: dict[Look, QToolButton] = {}
        self._make_looks()
        self._make_menu()
        self._make_group_menu()
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(8)
        line.addWidget(self.count)
        line.addWidget(self.selected)
        line.addStretch(1)
        for widget in (self.order, self.direction, self.grouping, *self.looks.values()):
            line.addWidget(widget)
        line.addWidget(self.size_slider)
        appearance.changed.connect(self._draw)
        self._draw()

    def _make_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(SMALLEST, LARGEST)
        slider.setSingleStep(8)
        slider.setPageStep(32)
        slider.setMinimumWidth(SLIDER_LEAST)
        slider.setMaximumWidth(SLIDER_MOST)
        slider.setAccessibleName(self.tr("Size of the pictures"))
        slider.setToolTip(self.tr("Size of the pictures  (Ctrl + wheel)"))
        slider.valueChanged.connect(self.sized)
        return slider

    def _make_looks(self) -> None:
        group = QButtonGroup(self)
        names: dict[Look, str] = {"grid": self.tr("Squares"), "list": self.tr("List")}
        for look, name in names.items():
            button = QToolButton(self)
            button.setCheckable(True)
            button.setToolTip(self.tr("{}  (V switches)").format(name))
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, look=look: self.look_chosen.emit(look))
            group.addButton(button)
            self.looks[look] = button

    def _make_group_menu(self) -> None:
        menu = QMenu(self.grouping)
        group = QActionGroup(menu)
        self._groups: dict[GroupKey, QAction] = {}
        for key in GROUP_KEYS:
            action = QAction(menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, key=key: self.grouped_by.emit(key))
            group.addAction(action)
            menu.addAction(action)
            self._groups[key] = action
        menu.addSeparator()
        self._fold = menu.addAction(self.tr("Fold all groups"))
        self._unfold = menu.addAction(self.tr("Unfold all groups"))
        self._fold.triggered.connect(lambda: self.all_folded.emit(True))
        self._unfold.triggered.connect(lambda: self.all_folded.emit(False))
        self.grouping.setMenu(menu)

    def show_look(self, look: Look) -> None:
        """Show whether there are squares or a list; only squares have a size."""
        self.looks[look].setChecked(True)
        self.size_slider.setVisible(look == "grid")

    def show_group(self, key: GroupKey, *, asked: bool, clustered: bool) -> None:
        """Show what is grouped by; some ways need a query, or clusters."""
        self._group = key
        for one, action in self._groups.items():
            action.setText(group_names(one))
            action.setChecked(one == key)
        self._groups["band"].setEnabled(asked)
        self._groups["cluster"].setEnabled(clustered)
        self._fold.setEnabled(key != "none")
        self._unfold.setEnabled(key != "none")
        self._draw()

    def _make_menu(self) -> None:
        menu = QMenu(self.order)
        group = QActionGroup(menu)
        self._actions: dict[SortKey, QAction] = {}
        for key in SORT_KEYS:
            action = QAction(menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, key=key: self._choose(key, False))
            group.addAction(action)
            menu.addAction(action)
            self._actions[key] = action
        self.order.setMenu(menu)

    def show_count(self, words: str, selected: str = "", tip: str = "") -> None:
        """Say how many there are, and how many of them are selected."""
        self._words, self._tip = (words, selected), tip
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Where there is no room for both, how many are selected says more than how many are."""
        words, selected = self._words
        line = self._line
        others: list[QWidget] = [self.order, self.direction, self.grouping, *self.looks.values()]
        if not self.size_slider.isHidden():
            others.append(self.size_slider)
        taken = sum(one.minimumSizeHint().width() + line.spacing() for one in others)
        margins = line.contentsMargins()
        room = self.width() - margins.left() - margins.right() - taken
        both = f"{words}·  {selected}"
        fits = self.fontMetrics().horizontalAdvance(both) + 2 * line.spacing() <= room
        alone = bool(selected) and not fits
        self.count.setText(selected if alone else words)
        self.count.setToolTip(words if alone else self._tip)
        self.selected.setText(f"·  {selected}" if selected and not alone else "")

    def show_order(self, sort: SortKey, *, reverse: bool, asked: bool) -> None:
        """Show the order; `asked` tells whether there is a query that has a best match."""
        self._sort, self._reverse, self._asked = sort, reverse, asked
        self._draw()

    def show_size(self, size: int) -> None:
        """Show the size without telling it back."""
        self.size_slider.blockSignals(True)
        self.size_slider.setValue(size)
        self.size_slider.blockSignals(False)

    def name_of(self, key: SortKey, *, reverse: bool = False) -> str:
        """An order in words: what comes first."""
        names = {
            "match": (self.tr("Best first"), self.tr("Weakest first"))
            if self._asked
            else (self.tr("As added"), self.tr("As added, from the last")),
            "name": (self.tr("Name, A to Z"), self.tr("Name, Z to A")),
            "added": (self.tr("Last added first"), self.tr("First added first")),
            "taken": (self.tr("Latest taken first"), self.tr("Earliest taken first")),
            "size": (self.tr("Largest file first"), self.tr("Smallest file first")),
            "kind": (self.tr("Kind, A to Z"), self.tr("Kind, Z to A")),
            "folder": (self.tr("Folder, A to Z"), self.tr("Folder, Z to A")),
            "changed": (self.tr("Last changed first"), self.tr("First changed first")),
            "pixels": (self.tr("Most pixels first"), self.tr("Fewest pixels first")),
            "duration": (self.tr("Longest first"), self.tr("Shortest first")),
            "rating": (self.tr("Most stars first"), self.tr("Fewest stars first")),
            "tags": (self.tr("Tags, A to Z"), self.tr("Tags, Z to A")),
            "percentile": (self.tr("Closest first"), self.tr("Farthest first")),
            "cluster": (self.tr("By cluster"), self.tr("By cluster, from the last")),
        }
        return names[key][reverse]

    def _choose(self, sort: SortKey, reverse: bool) -> None:
        self.show_order(sort, reverse=reverse, asked=self._asked)
        self.sorted_by.emit(sort, reverse)

    def _draw(self) -> None:
        self.order.setText(f"{self.name_of(self._sort, reverse=self._reverse)} ▾")
        self.order.setToolTip(self.tr("In which order they are shown"))
        up = self._reverse if self._sort not in TEXT_KEYS else not self._reverse
        self.direction.setIcon(self._look.icon("sort-ascending" if up else "sort-descending"))
        turned = self.name_of(self._sort, reverse=not self._reverse)
        self.direction.setToolTip(self.tr("Turn round: {}").format(turned.lower()))
        self.direction.setAccessibleName(self.tr("Turn the order round"))
        self.grouping.setIcon(
            self._look.icon("rows", "quiet" if self._group == "none" else "accent")
        )
        self.grouping.setToolTip(self.tr("Groups: {}").format(group_names(self._group).lower()))
        for look, icon in (("grid", "squares-four"), ("list", "list")):
            self.looks[cast(Look, look)].setIcon(self._look.icon(icon))
        for key, action in self._actions.items():
            action.setText(self.name_of(key))
            action.setChecked(key == self._sort)
