"""What lies over the map: counts, zoom buttons, the legend, the preview card and messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.icons import icon_from_font
from explorer.ui.map.colours import MapColours
from explorer.ui.map.pictures import PAPER

MARGIN = 12
CARD_SIDE = 168
CARD_TEXT = 200
LEGEND_TEXT = 150


@dataclass(frozen=True)
class LegendEntry:
    """A name and its colour (``#rrggbb``); `key` is told when it is clicked."""

    key: str
    name: str
    colour: str
    count: int | None = None
    shown: bool = True


def panel_style(colours: MapColours) -> str:
    """Return the style sheet of everything that lies over the map."""
    return f"""
        QFrame#mapPanel {{ background: {colours.panel}; border: 1px solid {colours.line};
            border-radius: 6px; }}
        QLabel {{ color: {colours.text}; background: transparent; border: none; }}
        QLabel#quiet {{ color: {colours.quiet}; }}
        QLabel#title {{ font-size: 18px; }}
        QLineEdit#axisEnd {{ color: {colours.text}; background: {colours.panel};
            border: 1px solid {colours.line}; border-radius: 12px; padding: 3px 8px; }}
        QLineEdit#axisEnd:hover {{ border-color: {colours.quiet}; }}
        QLineEdit#axisEnd:focus {{ border-color: {colours.accent}; }}
        QToolButton {{ color: {colours.text}; background: transparent;
            border: 1px solid transparent; border-radius: 5px; padding: 3px; }}
        QToolButton:hover {{ background: {colours.raised}; }}
        QToolButton:checked {{ background: {colours.raised}; color: {colours.accent}; }}
        QToolButton:focus {{ border-color: {colours.accent}; }}
        QToolButton::menu-indicator {{ image: none; width: 0; }}
        QToolButton#legend:checked {{ background: transparent; color: {colours.text}; }}
        QToolButton#legend:hover {{ background: {colours.raised}; }}
        QToolButton#legend {{ padding: 2px 6px; text-align: left; }}
        QToolButton#legend:!checked {{ color: {colours.quiet}; }}
        QPushButton {{ color: {colours.text}; background: {colours.raised};
            border: 1px solid {colours.line}; border-radius: 6px; padding: 7px 16px; }}
        QPushButton:hover {{ border-color: {colours.quiet}; }}
        QPushButton:focus {{ border-color: {colours.accent}; }}
    """


class ZoomButtons(QFrame):
    """Plus, minus and fit."""

    zoom_in = Signal()
    zoom_out = Signal()
    fit = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mapPanel")
        box = QVBoxLayout(self)
        box.setContentsMargins(3, 3, 3, 3)
        box.setSpacing(1)
        self._buttons: list[tuple[QToolButton, str]] = []
        for icon, name, keys, signal in (
            ("plus", self.tr("Zoom in"), "+", self.zoom_in),
            ("minus", self.tr("Zoom out"), "−", self.zoom_out),
            ("arrows-out", self.tr("Show everything"), "0", self.fit),
        ):
            button = QToolButton(self)
            button.setToolTip(f"{name} ({keys})")
            button.setAccessibleName(name)
            button.setIconSize(QSize(16, 16))
            button.setAutoRaise(True)
            button.clicked.connect(signal)
            box.addWidget(button)
            self._buttons.append((button, icon))

    def set_colours(self, colours: MapColours) -> None:
        """Draw the icons in the colours of the theme."""
        text, quiet = QColor(colours.text), QColor(colours.quiet)
        for button, icon in self._buttons:
            button.setIcon(icon_from_font(icon, text, quiet, QColor(colours.accent)))


class Legend(QFrame):
    """Names and colours; a click shows or hides what has that colour, the other button more."""

    toggled = Signal(str, bool)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mapPanel")
        self.setAccessibleName(self.tr("Legend"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(4, 4, 4, 4)
        self._box.setSpacing(0)
        self._compact = False
        self.hide()

    def set_compact(self, compact: bool) -> None:
        """Show the colours alone, where there is no room for names."""
        if compact == self._compact:
            return
        self._compact = compact
        for button in self.findChildren(QToolButton, "legend"):
            self._fit(button)
        self._box.activate()
        self.adjustSize()

    def _fit(self, button: QToolButton) -> None:
        style = Qt.ToolButtonStyle
        alone = self._compact
        button.setToolButtonStyle(
            style.ToolButtonIconOnly if alone else style.ToolButtonTextBesideIcon
        )
        number = button.findChild(QLabel)
        width = 0 if alone else int(button.property("roomy") or 0)
        if number is not None:
            number.setVisible(not alone)
        button.setMinimumWidth(width)

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these entries; none hides the legend."""
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for entry in entries:
            button = self._button(entry)
            self._box.addWidget(button)
            self._fit(button)
            # Qt would show it at its next turn, and until then it counts for no room.
            button.show()
        self.setVisible(bool(entries))
        self._box.activate()
        self.adjustSize()

    def _button(self, entry: LegendEntry) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("legend")
        button.setCheckable(True)
        button.setChecked(entry.shown)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setIconSize(QSize(10, 10))
        name = button.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, LEGEND_TEXT)
        button.setText(f" {name}")
        button.setAccessibleName(entry.name)
        button.setToolTip(
            self.tr("Show or hide {name}; the other button selects it").format(name=entry.name)
        )
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(entry.key, button.mapToGlobal(place))
        )
        dots = {on: _dot(entry.colour, filled=on) for on in (True, False)}
        button.setIcon(dots[entry.shown])

        def told(on: bool) -> None:
            button.setIcon(dots[on])
            self.toggled.emit(entry.key, on)

        button.toggled.connect(told)
        if entry.count is not None:
            _add_count(button, entry.count)
        return button


def _add_count(button: QToolButton, count: int) -> None:
    """Write a count at the right end of a button."""
    number = QLabel(QLocale().toString(count), button)
    number.setObjectName("quiet")
    number.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    line = QHBoxLayout(button)
    line.setContentsMargins(0, 0, 6, 0)
    line.addWidget(number, alignment=Qt.AlignmentFlag.AlignRight)
    button.ensurePolished()
    number.ensurePolished()
    button.setMinimumSize(
        button.sizeHint().width() + number.sizeHint().width() + 24, button.sizeHint().height()
    )
    button.setProperty("roomy", button.minimumWidth())


def _dot(colour: str, *, filled: bool) -> QIcon:
    picture = QPixmap(40, 40)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(QColor(colour))
    pen.setWidth(4)
    painter.setPen(pen)
    if filled:
        painter.setBrush(QColor(colour))
    painter.drawEllipse(4, 4, 32, 32)
    painter.end()
    return QIcon(picture)


class PreviewCard(QFrame):
    """What is under the pointer: picture, title, score."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mapPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(4)
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = QLabel(self)
        self.detail = QLabel(self)
        self.detail.setObjectName("quiet")
        self.detail.setWordWrap(True)
        self.detail.setFixedWidth(CARD_TEXT)
        for label in (self.picture, self.title, self.detail):
            box.addWidget(label)
        self.hide()

    def show_item(self, picture: QImage | None, title: str, detail: str, at: QRect) -> None:
        """Show an item beside the place `at`, inside the parent."""
        self.picture.setVisible(picture is not None and not picture.isNull())
        if picture is not None and not picture.isNull():
            ratio = self.devicePixelRatioF()
            side = round(CARD_SIDE * ratio)
            small = picture.scaled(
                side,
                side,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled = QPixmap(small.size())
            scaled.fill(QColor(PAPER))
            painter = QPainter(scaled)
            painter.drawImage(0, 0, small)
            painter.end()
            scaled.setDevicePixelRatio(ratio)
            self.picture.setPixmap(scaled)
        cut = Qt.TextElideMode.ElideMiddle
        self.title.setText(self.title.fontMetrics().elidedText(title, cut, CARD_TEXT))
        self.detail.setText(detail)
        for label, text in ((self.title, title), (self.detail, detail)):
            label.setVisible(bool(text))
        self.adjustSize()
        self.move(self._beside(at))
        self.show()
        self.raise_()

    def _beside(self, at: QRect) -> QPoint:
        parent = self.parentWidget()
        room = (parent or self).rect().adjusted(4, 4, -4, -4)
        x = at.right() + 14
        if x + self.width() > room.right():
            x = at.left() - 14 - self.width()
        y = min(max(at.center().y() - self.height() // 2, room.top()),
                room.bottom() - self.height())  # fmt: skip
        return QPoint(max(x, room.left()), y)


class MessagePanel(QWidget):
    """One sentence in the middle when there is nothing to show, and one thing to do."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        self.title, self.detail = QLabel(self), QLabel(self)
        self.title.setObjectName("title")
        self.detail.setObjectName("quiet")
        for label in (self.title, self.detail):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            box.addWidget(label)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.pressed)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(self.button)
        line.addStretch()
        box.addSpacing(8)
        box.addLayout(line)
        self.hide()

    def show_message(self, title: str, detail: str, button: str) -> None:
        """Show a message; without a title there is none."""
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(title))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)

    def lay_out(self, room: QRect) -> None:
        """Take the middle of `room`."""
        width = min(420, room.width() - 2 * MARGIN)
        self.setFixedWidth(max(width, 1))
        self.adjustSize()
        self.move(room.center() - self.rect().center())


class CountLine(QLabel):
    """How many items there are and how many are lit, in the corner."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        # Not transparent for the pointer: its tooltip explains the measures.
        self.setContentsMargins(6, 3, 6, 3)
        self._ground = QColor(0, 0, 0, 0)

    def set_ground(self, colour: str) -> None:
        """Give the text a ground, so that points do not run through it."""
        self._ground = QColor(colour)
        self._ground.setAlphaF(0.85)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.end()
        super().paintEvent(event)
