"""The phrases at the four edges of a map by axes: typed, or dropped there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.ui.map.colours import MapColours
from explorer.viewstate.semantic_axes import ENDS, End, SemanticAxes

GAP = 10
LEAST, MOST = 84, 220


class AxisEnds(QObject):
    """Four fields on the edges of a map; Enter, leaving a field, or a drop lays it out.

    Signals
    -------
    changed : axes
        A `SemanticAxes` with another phrase at one end.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._axes = SemanticAxes()
        self._room = QRect()
        names: dict[End, str] = {
            "left": self.tr("Left end of the map"),
            "right": self.tr("Right end of the map"),
            "bottom": self.tr("Lower end of the map"),
            "top": self.tr("Upper end of the map"),
        }
        self.fields: dict[End, QLineEdit] = {}
        for end in ENDS:
            field = _Field(parent)
            field.setObjectName("axisEnd")
            field.setAccessibleName(names[end])
            field.setPlaceholderText(self.tr("a phrase"))
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
            field.setDragEnabled(True)
            field.editingFinished.connect(lambda end=end: self._finished(end))
            field.dropped.connect(lambda end=end: self._finished(end))
            field.textChanged.connect(lambda _: self.lay_out(self._room))
            field.hide()
            self.fields[end] = field
        self.shown = False

    def show_axes(self, axes: SemanticAxes, numbers: dict[End, str]) -> None:
        """Show these phrases; `numbers` are the values at the ends, told by the tooltips."""
        self._axes, self.shown = axes, True
        for end, field in self.fields.items():
            if not field.hasFocus() or not field.isModified():
                field.setText(getattr(axes, end))
            tip = self.tr("Type or drop a phrase; Enter lays the map out by it.")
            number = numbers.get(end, "")
            field.setToolTip(f"{tip}\n{number}" if number else tip)
            field.show()
        self.lay_out(self._room)

    def hide(self) -> None:
        """Another kind of map is shown."""
        self.shown = False
        for field in self.fields.values():
            field.hide()

    def lay_out(self, room: QRect) -> None:
        """Put the fields on the edges of the map."""
        self._room = room
        for end, field in self.fields.items():
            text = field.text() or field.placeholderText()
            width = field.fontMetrics().horizontalAdvance(text) + 28
            field.setFixedWidth(max(LEAST, min(width, MOST, max(LEAST, room.width() // 3))))
            field.adjustSize()
            middle = room.center() - field.rect().center()
            places = {
                "left": QPoint(room.left() + GAP, middle.y()),
                "right": QPoint(room.right() - field.width() - GAP, middle.y()),
                "bottom": QPoint(middle.x(), room.bottom() - field.height() - GAP),
                "top": QPoint(middle.x(), room.top() + GAP),
            }
            field.move(places[end])

    def draw(self, painter: QPainter, colours: MapColours) -> None:
        """Draw the two axes through the middle of the map's edges."""
        if not self.shown:
            return
        colour = QColor(colours.quiet)
        colour.setAlphaF(0.35)
        painter.setPen(QPen(colour, 1))
        boxes = {end: field.geometry() for end, field in self.fields.items()}
        middle = self._room.center()
        painter.drawLine(
            QPointF(boxes["left"].right() + GAP, middle.y()),
            QPointF(boxes["right"].left() - GAP, middle.y()),
        )
        painter.drawLine(
            QPointF(middle.x(), boxes["top"].bottom() + GAP),
            QPointF(middle.x(), boxes["bottom"].top() - GAP),
        )

    def _finished(self, end: End) -> None:
        phrase = self.fields[end].text().strip()
        if phrase == getattr(self._axes, end):
            return
        wanted = self._axes.with_end(end, phrase)
        if not wanted.complete:
            self.fields[end].setText(getattr(self._axes, end))
            return
        self._axes = wanted
        self.changed.emit(wanted)


class _Field(QLineEdit):
    """A line that takes a dropped text in place of its own; Escape gives the map the keys back."""

    dropped = Signal()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a text that is dropped here."""
        text = event.mimeData().text().strip().splitlines()
        if text:
            self.setText(text[0][:80])
            event.acceptProposedAction()
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the map with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            parent = self.parentWidget()
            if parent is not None:
                parent.setFocus()
            return
        super().keyPressEvent(event)
