"""The line above the squares: how many there are, in which order, how large."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QWidget

from explorer.ui.appearance import Appearance
from explorer.viewstate.grid_state import LARGEST, SMALLEST, SORT_KEYS, SortKey


class GridHeader(QWidget):
    """Count, order and size.

    Parameters
    ----------
    appearance
        Icons.
    """

    sorted_by = Signal(str, bool)
    """The person chose another order: key, and whether it is turned round."""
    sized = Signal(int)
    """The person chose another side of the squares, px."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self._sort: SortKey = "match"
        self._reverse, self._asked = False, False
        self.count = QLabel(self)
        self.selected = QLabel(self)
        self.selected.setProperty("tone", "quiet")
        self.order = QToolButton(self)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.order.setAccessibleName(self.tr("Order"))
        self.direction = QToolButton(self)
        self.direction.clicked.connect(lambda: self._choose(self._sort, not self._reverse))
        self.size_slider = QSlider(Qt.Orientation.Horizontal, self)
        self.size_slider.setRange(SMALLEST, LARGEST)
        self.size_slider.setSingleStep(8)
        self.size_slider.setPageStep(32)
        self.size_slider.setFixedWidth(96)
        self.size_slider.setAccessibleName(self.tr("Size of the pictures"))
        self.size_slider.setToolTip(self.tr("Size of the pictures  (Ctrl + wheel)"))
        self.size_slider.valueChanged.connect(self.sized)
        self._make_menu()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(8)
        line.addWidget(self.count)
        line.addWidget(self.selected)
        line.addStretch(1)
        line.addWidget(self.order)
        line.addWidget(self.direction)
        line.addSpacing(8)
        line.addWidget(self.size_slider)
        appearance.changed.connect(self._draw)
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
        self.count.setText(words)
        self.count.setToolTip(tip)
        self.selected.setText(f"·  {selected}" if selected else "")

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
            "size": (self.tr("Largest first"), self.tr("Smallest first")),
        }
        return names[key][reverse]

    def _choose(self, sort: SortKey, reverse: bool) -> None:
        self.show_order(sort, reverse=reverse, asked=self._asked)
        self.sorted_by.emit(sort, reverse)

    def _draw(self) -> None:
        self.order.setText(self.name_of(self._sort, reverse=self._reverse))
        self.order.setIcon(self._look.icon("caret-down", "quiet"))
        self.order.setIconSize(QSize(12, 12))
        self.order.setToolTip(self.tr("In which order they are shown"))
        up = self._reverse if self._sort != "name" else not self._reverse
        self.direction.setIcon(self._look.icon("sort-ascending" if up else "sort-descending"))
        turned = self.name_of(self._sort, reverse=not self._reverse)
        self.direction.setToolTip(self.tr("Turn round: {}").format(turned.lower()))
        self.direction.setAccessibleName(self.tr("Turn the order round"))
        for key, action in self._actions.items():
            action.setText(self.name_of(key))
            action.setChecked(key == self._sort)
