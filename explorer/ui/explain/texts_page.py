"""Words with words: which words of a text, or of an item's description, the query met."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from explorer.lenses.explanation.everyday import STOP_WORDS
from explorer.ui.appearance import Appearance
from explorer.ui.explain.heat_paint import heat_colour, ink_on
from explorer.ui.explain.heat_scale import HeatScale
from explorer.ui.explain.word_chips import WordChip
from explorer.ui.explain.words_told import tr, value_words
from explorer.ui.item_words import NO_ENCODER
from explorer.ui.query_bar.flow_layout import FlowLayout
from explorer.ui.spoken import spoken
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_directions import MatchingTexts, TextMatch


class TextsPage(QWidget):
    """The words asked above, the item's words below in the heat of one of them."""

    def __init__(
        self,
        explaining: Explaining,
        texts: MatchingTexts,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._explaining, self._texts, self._look = explaining, texts, appearance
        self._chosen, self._hovered = 0, -1
        self.chips: list[WordChip] = []
        self._chip_row = QWidget(self)
        self._flow = FlowLayout(self._chip_row)
        self._flow.addWidget(QLabel(self._chip_row))
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setProperty("type", "small")
        self.note.setProperty("tone", "quiet")
        self.itself = QPushButton(tr("Ask the item itself"), self)
        self.itself.setProperty("kind", "link")
        self.itself.setToolTip(tr("Show where the words are in what was seen or heard of it"))
        self.itself.clicked.connect(self._ask_itself)
        self.itself.hide()
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(12)
        self.text.setAccessibleName(self.tr("Words of the item"))
        self.scale = HeatScale(appearance, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.note, self.itself, self._chip_row, self.text, self.scale):
            column.addWidget(widget, 1 if widget is self.text else 0)
        column.setAlignment(self.itself, Qt.AlignmentFlag.AlignLeading)
        appearance.changed.connect(self.show_match)

    @property
    def match(self) -> TextMatch | None:
        """What is shown."""
        return self._texts.match

    def show_match(self) -> None:
        """Show what has come."""
        match, subject = self._texts.match, self._explaining.subject
        self.note.setText(self._note())
        self.note.setVisible(bool(self.note.text()))
        self.itself.setVisible(subject is not None and subject.itself >= 0)
        words = () if match is None else match.matches.layout.words
        if [chip.text() for chip in self.chips] != list(words):
            self._make_chips(words)
            self._chosen, self._hovered = self._best(), -1
        self._fill_chips()
        self.text.setPlainText(match.text if match is not None else subject.text if subject else "")
        self.text.setFont(self._look.font(2))
        self._paint()

    def _ask_itself(self) -> None:
        subject = self._explaining.subject
        if subject is not None:
            self._explaining.look_at(subject.row, subject.itself)

    def _best(self) -> int:
        """The word that is met best, function words last."""
        match = self._texts.match
        if match is None:
            return 0
        content = np.array([is_content(word) for word in match.matches.layout.words])
        return int(np.argmax(match.best() + content * 2))

    def _note(self) -> str:
        subject = self._explaining.subject
        if self._texts.problem:
            return spoken(self._texts.problem)
        if subject is not None and subject.unit.kind == NO_ENCODER:
            return tr("What matched are the words about the item, not the item itself.")
        return ""

    def _make_chips(self, words: tuple[str, ...]) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for place, word in enumerate(words):
            chip = WordChip(word, self._look, self._chip_row)
            self._flow.insert(place, chip)
            chip.entered.connect(lambda place=place: self._hover(place))
            chip.left.connect(lambda: self._hover(-1))
            chip.clicked.connect(lambda _, place=place: self._choose(place))
            chip.stepped.connect(lambda way, place=place: self._step(place + way))
            chip.show()
            self.chips.append(chip)
        self._chip_row.updateGeometry()

    def _fill_chips(self) -> None:
        match = self._texts.match
        if match is None:
            return
        best, top = match.best(), self._top
        for place, chip in enumerate(self.chips):
            other = match.matches.other_layout.words[int(match.matches.cosines[place].argmax())]
            tip = f"{chip.text()} → {other}: {value_words(float(best[place]))}"
            share = float(best[place]) / top if top > 0 else 0.0
            chip.show_score(share, content=is_content(chip.text()), doubtful=False, tip=tip)

    @property
    def _top(self) -> float:
        match = self._texts.match
        return 0.0 if match is None else float(max(match.matches.cosines.max(), 0.0))

    @property
    def _shown(self) -> int:
        return self._hovered if self._hovered >= 0 else self._chosen

    def _hover(self, place: int) -> None:
        self._hovered = place
        self._paint()

    def _choose(self, place: int) -> None:
        self._chosen = place
        self._paint()

    def _step(self, place: int) -> None:
        if self.chips:
            self.chips[place % len(self.chips)].setFocus()

    def _paint(self) -> None:
        """Lay the heat of a word under the words of the text."""
        match = self._texts.match
        for place, chip in enumerate(self.chips):
            chip.set_lit(place == self._shown)
            chip.setChecked(place == self._chosen)
        self.scale.show_range(self._top, 0.0)
        if match is None or not 0 <= self._shown < len(match.matches.cosines):
            return
        values, top = match.matches.cosines[self._shown], max(self._top, 1e-9)
        for (start, end), value in zip(match.matches.other_layout.offsets, values, strict=True):
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(_utf16(match.text, start))
            cursor.setPosition(_utf16(match.text, end), QTextCursor.MoveMode.KeepAnchor)
            mark, share = QTextCharFormat(), max(float(value), 0.0) / top
            ground = heat_colour(share**2, self._look.theme)
            mark.setBackground(ground)
            ink = ink_on(ground) if share**2 > 0.15 else self._look.theme.colour("text")
            mark.setForeground(ink)
            mark.setToolTip(value_words(float(value)))
            cursor.setCharFormat(mark)


def is_content(word: str) -> bool:
    """Whether a word says something by itself."""
    return word.lower() not in STOP_WORDS


def _utf16(words: str, place: int) -> int:
    """Qt counts in UTF-16: letters beyond the first plane count twice."""
    return len(words[:place].encode("utf-16-le", "replace")) // 2
