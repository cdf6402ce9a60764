"""How much one part of the query counts: a slider from -2 to 2 and a switch."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from explorer.core.query import Term
from explorer.ui.spoken import spoken_name

LIMIT = 2.0
STEP = 0.1


class WeightPopover(QFrame):
    """Opens under a chip; what it changes counts at once."""

    weighed = Signal(float)
    switched = Signal(bool)

    def __init__(self, term: Term, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        words = spoken_name(term.name)
        name = QLabel(words, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setMaximumWidth(240)
        self.value = QLabel(self)
        self.value.setMinimumWidth(32)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(round(-LIMIT / STEP), round(LIMIT / STEP))
        self.slider.setPageStep(5)
        self.slider.setMinimumWidth(240)
        self.slider.setAccessibleName(self.tr("Weight of {}").format(words))
        self.slider.setValue(round(term.weight / STEP))
        self.counts = QCheckBox(self.tr("Counts"), self)
        self.counts.setToolTip(self.tr("Switched off, it keeps its place and counts for nothing."))
        self.counts.setChecked(term.enabled)
        reset = QPushButton(self.tr("Reset"), self)
        reset.setProperty("kind", "link")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(name, 1)
        top.addWidget(self.value)
        layout.addLayout(top)
        layout.addWidget(self.slider)
        layout.addLayout(self._ends())
        bottom = QHBoxLayout()
        bottom.addWidget(self.counts, 1)
        bottom.addWidget(reset)
        layout.addLayout(bottom)
        self._show_value(self.slider.value())
        self.slider.valueChanged.connect(self._show_value)
        self.slider.valueChanged.connect(lambda value: self.weighed.emit(round(value * STEP, 2)))
        self.counts.toggled.connect(self.switched)
        reset.clicked.connect(lambda: self.slider.setValue(round(1 / STEP)))

    def open_under(self, widget: QWidget) -> None:
        """Show it under a widget, inside the screen."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        screen = widget.screen().availableGeometry()
        place.setX(max(screen.left() + 8, min(place.x(), screen.right() - self.width() - 8)))
        self.move(place)
        self.show()
        self.slider.setFocus(Qt.FocusReason.PopupFocusReason)

    def _ends(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for place, words in enumerate((self.tr("away from it"), "0", self.tr("towards it"))):
            label = QLabel(words, self)
            label.setProperty("type", "small")
            label.setProperty("tone", "quiet")
            if place:
                row.addStretch(1)
            row.addWidget(label)
        return row

    def _show_value(self, value: int) -> None:
        self.value.setText(QLocale().toString(value * STEP, "f", 1).replace("-", "−"))
