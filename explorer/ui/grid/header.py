"""The line above the items: how many there are, in which order and groups, how they look."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSize, Qt, Signal
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
from explorer.ui.eliding_label import ElidingLabel
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

COUNT_ROOM = 88
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
        self._slides = True
        self.count = ElidingLabel(self, COUNT_ROOM)
        self.selected = ElidingLabel(self)
        self.selected.setProperty("tone", "quiet")
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
        self._slides = look == "grid"
        self._share_room()

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

    def minimumSizeHint(self) -> QSize:
        # Words, slider and direction give way before anything is cut off.
        return QSize(
            self._room_of(COUNT_ROOM, self._order_rooms()[1], slider=False, direction=False),
            super().minimumSizeHint().height(),
        )

    def _order_rooms(self) -> tuple[int, int]:
        """Widths of the order in words and as an icon, px."""
        style, now = Qt.ToolButtonStyle, self.order.toolButtonStyle()
        rooms = []
        for one in (style.ToolButtonTextOnly, style.ToolButtonIconOnly):
            self.order.setToolButtonStyle(one)
            rooms.append(self.order.sizeHint().width())
        self.order.setToolButtonStyle(now)
        return rooms[0], rooms[1]

    def _room_of(self, words: int, order: int, *, slider: bool, direction: bool) -> int:
        """Width of the whole line where its words and the order take so much, px."""
        margins, spacing = self._line.contentsMargins(), self._line.spacing()
        buttons = [self.grouping, *self.looks.values()] + [self.direction] * direction
        parts = [words, order, *(one.sizeHint().width() for one in buttons)]
        parts += [SLIDER_LEAST] * slider
        return margins.left() + sum(parts) + spacing * (len(parts) - 1) + margins.right()

    def _share_room(self) -> None:
        """Where there is no room for all, how many are selected says more than how many are; the
        order becomes an icon, its words in the tooltip, and what keys do as well goes."""
        words, selected = self._words
        advance, style = self.fontMetrics().horizontalAdvance, Qt.ToolButtonStyle
        whole, icon = self._order_rooms()
        lead, slides = advance(selected or words), self._slides
        ways = ((whole, slides, True), (icon, slides, True), (icon, False, True))
        for order, slider, direction in ways:
            if self._room_of(lead, order, slider=slider, direction=direction) <= self.width():
                break
        else:
            order, slider, direction = icon, False, False
        self.order.setToolButtonStyle(
            style.ToolButtonTextOnly if order == whole else style.ToolButtonIconOnly
        )
        self.size_slider.setVisible(slider)
        self.direction.setVisible(direction)
        both = advance(words) + self._line.spacing() + advance(f"·  {selected}")
        fits = self._room_of(both, order, slider=slider, direction=direction) <= self.width()
        alone = bool(selected) and not fits
        said = both if selected and fits else lead
        spare = self.width() - self._room_of(said, order, slider=slider, direction=direction)
        # The slider has what is left; as a part that can give way it would take it from the words.
        self.size_slider.setFixedWidth(min(SLIDER_LEAST + max(spare, 0), SLIDER_MOST))
        self.count.setText(selected if alone else words)
        self.count.setToolTip(words if alone else self._tip)
        self.selected.setText(f"·  {selected}" if selected and not alone else "")
        self.selected.setVisible(bool(selected) and not alone)  # empty, it would take room still

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
        order = self.name_of(self._sort, reverse=self._reverse)
        self.order.setText(f"{order} ▾")
        self.order.setIcon(self._look.icon("arrows-down-up"))
        self.order.setToolTip(self.tr("Order: {}").format(order))
        up = self._reverse if self._sort not in TEXT_KEYS else not self._reverse
        self.direction.setIcon(self._look.icon("sort-ascending" if up else "sort-descending"))
        turned = self.name_of(self._sort, reverse=not self._reverse)
        self.direction.setToolTip(self.tr("Turn round: {}").format(turned))
        self.direction.setAccessibleName(self.tr("Turn the order round"))
        self.grouping.setIcon(
            self._look.icon("rows", "quiet" if self._group == "none" else "accent")
        )
        self.grouping.setToolTip(self.tr("Groups: {}").format(group_names(self._group)))
        for look, icon in (("grid", "squares-four"), ("list", "list")):
            self.looks[cast(Look, look)].setIcon(self._look.icon(icon))
        for key, action in self._actions.items():
            action.setText(self.name_of(key))
            action.setChecked(key == self._sort)
        self._share_room()
