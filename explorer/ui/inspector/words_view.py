"""The words of an item, with the part that matched marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from explorer.core.media import Unit
from explorer.ui.appearance import Appearance


class WordsView(QTextEdit):
    """Read-only words, in paragraphs with room between.

    Parameters
    ----------
    appearance
        Colours and fonts.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self._words, self._span = "", (0, 0)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAccessibleName(self.tr("Text"))
        self.document().setDocumentMargin(12)
        appearance.changed.connect(self._draw)

    def show_words(self, words: str, unit: Unit | None = None) -> None:
        """Show words; those of `unit` are marked and scrolled to, if it is a part of them."""
        self._words, self._span = words, span_of(words, unit)
        self._draw()

    @property
    def marked(self) -> str:
        """The words that are marked."""
        start, end = self._span
        return self._words[start:end]

    def _draw(self) -> None:
        self.setPlainText(self._words)
        self.setFont(self._look.font(1))
        everything = QTextCursor(self.document())
        everything.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(135, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
        everything.mergeBlockFormat(lines)
        start, end = self._span
        if end <= start:
            self._to_top()
            return
        units = _utf16(self._words)
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(start))
        cursor.setPosition(units(end), QTextCursor.MoveMode.KeepAnchor)
        mark = QTextCharFormat()
        mark.setBackground(QColor(self._look.theme.mixed("accent", 0.24)))
        cursor.mergeCharFormat(mark)
        cursor.setPosition(units(start))
        self.setTextCursor(cursor)
        # The mark stands a little below the top, so that one sees what comes before it.
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 4)

    def _to_top(self) -> None:
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)


def span_of(words: str, unit: Unit | None) -> tuple[int, int]:
    """Where a unit's words stand among these, as a range of letters; (0, 0) if they do not."""
    if unit is None or unit.kind in ("whole", "description", "row"):
        return 0, 0
    start, end = unit.place.get("start"), unit.place.get("end")
    text = unit.text.strip()
    # Of a long text the words are those around the unit: the places then do not fit.
    if isinstance(start, int) and isinstance(end, int) and end <= len(words):
        fits = not text or words[start:end].split()[:1] == text.split()[:1]
        if fits:
            return start, end
    found = words.find(text) if text else -1
    if found < 0 and text:
        first = text.splitlines()[0][:60]
        found = words.find(first)
        text = first if found >= 0 else ""
    return (found, found + len(text)) if found >= 0 else (0, 0)


def _utf16(words: str) -> Callable[[int], int]:
    """Qt counts in UTF-16: letters beyond the first plane count twice."""
    if words.isascii() or max(words, default="") <= "\uffff":
        return lambda place: place
    return lambda place: len(words[:place].encode("utf-16-le")) // 2
