"""What each term of the query adds to a hit, as small signed bars."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.item_words import score_words
from explorer.ui.spoken import spoken_name
from explorer.viewstate.standing import Share

LINE: Final = 20
NUMBER: Final = 48
ROLES: Final = {
    "text": "words",
    "direction": "words",
    "image": "pictures",
    "region": "pictures",
    "audio": "sound",
}


class ContributionBars(QWidget):
    """One line per term: its name, a bar from the zero line, its number; mirrored as the window is.

    Parameters
    ----------
    appearance
        Colours and fonts.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def show_shares(self, shares: tuple[Share, ...]) -> None:
        """Show these."""
        self._shares = shares
        spoken = [f"{spoken_name(one.term)} {score_words(one.value)}" for one in shares]
        self.setAccessibleName(self.tr("What each term adds: {}").format(", ".join(spoken)))
        self.setToolTip("\n".join(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, max(len(self._shares), 1) * LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, max(len(self._shares), 1) * LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, font = self._look.theme, self._look.font(0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        names = round(self.width() * 0.38)
        left, right = names + 8.0, self.width() - NUMBER - 4.0
        largest = max((abs(share.value) for share in self._shares), default=0.0) or 1.0
        lowest = min((share.value for share in self._shares), default=0.0)
        zero = left if lowest >= 0 else left + (right - left) * 0.4
        for number, share in enumerate(self._shares):
            line = QRectF(0, number * LINE, self.width(), LINE)
            painter.setPen(theme.colour("text"))
            name = metrics.elidedText(spoken_name(share.term), Qt.TextElideMode.ElideMiddle, names)
            centre = int(Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(self._turned(QRectF(0, line.top(), names, LINE)), centre, name)
            painter.setPen(theme.colour("quiet"))
            painter.drawText(
                line, centre | int(Qt.AlignmentFlag.AlignRight), score_words(share.value)
            )
            painter.setPen(Qt.PenStyle.NoPen)
            room = right - zero if share.value >= 0 else zero - left
            length = max(abs(share.value) / largest * room, 1.0)
            start = zero if share.value >= 0 else zero - length
            painter.setBrush(theme.colour(ROLES.get(share.kind, "quiet")))
            bar = self._turned(QRectF(start, line.center().y() - 3, length, 6))
            painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(theme.colour("line"))
        height = len(self._shares) * LINE - 4
        painter.drawRect(self._turned(QRectF(round(zero), 2, 1, height)))
        painter.end()

    def _turned(self, rect: QRectF) -> QRectF:
        """The place of a part of the line in a language written from the right."""
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return rect
        return QRectF(self.width() - rect.right(), rect.top(), rect.width(), rect.height())
