"""The line under the query: filters that are on, a corrected gap, how near a hit has to be."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QToolButton, QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.correction_words import correction_words
from explorer.ui.eliding_label import ElidingLabel
from explorer.ui.filter_words import facet_title, value_words
from explorer.ui.kinds import Kinds
from explorer.ui.query_bar.flow_layout import FlowLayout
from explorer.viewstate import messages as tell
from explorer.viewstate.filters import Facet
from explorer.viewstate.session import Session
from explorer.viewstate.weakness import strong_hits

CUTS = 60
DECADES = 3
"""The slider goes from everything to the closest thousandth."""


class FilterChip(QToolButton):
    """One chosen value; a click, or Delete, takes it back."""

    def __init__(self, words: str, tip: str, look: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(f" {words}")  # a little farther from the cross
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setProperty("kind", "plain")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(look.icon("x", "quiet"))
        self.setIconSize(QSize(10, 10))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
            self.focusNextPrevChild(event.key() != back)
        else:
            super().keyPressEvent(event)


class RefineRow(QWidget):
    """Chips of the active filters, and the cut-off with the number of hits beside it.

    Parameters
    ----------
    session
        Whose filters and cut-off are shown and changed.
    """

    def __init__(
        self, session: Session, kinds: Kinds, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._kinds, self._look = session, kinds, appearance
        self.filters: list[FilterChip] = []
        self._room = QWidget(self)
        self._flow = FlowLayout(self._room, fills=False)  # without filters it takes no room
        self.corrected = QToolButton(self)
        self.corrected.setText(self.tr("Gap corrected"))
        self.corrected.setProperty("tone", "quiet")
        self.corrected.clicked.connect(lambda: session.hub.publish(tell.PanelWanted("compare")))
        self.cut = QSlider(Qt.Orientation.Horizontal, self)
        self.cut.setRange(0, CUTS)
        self.cut.setPageStep(10)
        self.cut.setFixedWidth(140)
        self.cut.setAccessibleName(self.tr("Keep only the closest hits"))
        self.words = ElidingLabel(self)
        self.words.setProperty("type", "small")
        self.words.setProperty("tone", "quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._room, 1)
        line.addWidget(self.corrected)
        line.addWidget(self.words)
        line.addWidget(self.cut)  # at the end: it must not move away as the words grow
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.cut.valueChanged.connect(self._cut_moved)
        for kind in (tell.CollectionOpened, tell.QueryChanged, tell.RankingChanged):
            session.hub.subscribe(self, kind, lambda _: self.follow())
        session.hub.subscribe(self, tell.CompareChanged, lambda _: self._show_correction())
        appearance.changed.connect(lambda: self._show_filters(afresh=True))
        self.follow()

    def close_view(self) -> None:
        """Hear of nothing more."""
        self._session.hub.unsubscribe(self)

    def follow(self) -> None:
        """Show the session's filters and cut-off."""
        session = self._session
        asked = bool(session.query.active) and session.collection is not None
        self._show_filters()
        self.cut.setVisible(asked)
        self.words.setVisible(asked)
        self.setVisible(asked or bool(session.filters.chosen))
        self.cut.blockSignals(True)
        if abs(cut_at(self.cut.value()) - session.query.closer_than) > 1e-6:
            self.cut.setValue(place_of(session.query.closer_than))
        self.cut.blockSignals(False)
        self._show_words()
        self._show_correction()

    def _show_correction(self) -> None:
        """Say that the vectors are corrected before they are compared, where they are."""
        session = self._session
        asked = session.collection is not None and bool(session.query.active)
        correction = session.collection.correction() if asked and session.collection else None
        self.corrected.setVisible(correction is not None)
        if correction is not None:
            name, _ = correction_words(correction.method)
            tip = self.tr("The gap between the kinds is corrected: {}.").format(name)
            self.corrected.setToolTip(f"{tip} {self.tr('Press to see it or take it back.')}")
            self.corrected.setAccessibleName(tip)

    def _show_words(self) -> None:
        session = self._session
        locale, cut = QLocale(), session.query.closer_than
        hits = "…" if session.ranking is None else locale.toString(len(session.ranking))
        if cut <= 0:
            words = self.tr("All hits: {}").format(hits)
        else:
            share = locale.toString(100 - cut, "g", 2)
            words = self.tr("Closest {share} %: {hits} hits")
            if session.ranking is not None and len(session.ranking) == 1:
                words = self.tr("Closest {share} %: {hits} hit")
            words = words.format(share=share, hits=hits)
        strong = self._strong()
        if strong is not None:
            words += ", " + self.tr("{} of them strong").format(locale.toString(strong))
        self.words.setText(words)
        tip = self.tr("Keep only the closest hits, on the map too.") + "\n" + words
        if strong is not None:
            tip += "\n" + self.tr(
                "A strong hit is more like a right answer than like the best of wrong ones; "
                "about one in four is judged wrongly."
            )
        self.cut.setToolTip(tip)
        self.words.setToolTip(tip)
        self.cut.setAccessibleDescription(words)

    def _strong(self) -> int | None:
        """How many hits are known to be strong; None where the space does not tell."""
        session = self._session
        if session.ranking is None or not session.weak_bounds or not session.ranking.whole:
            return None
        items = session.items
        contents = [self._kinds[one].content for one in items.modalities]
        strong = strong_hits(session.ranking, items.modality_codes, contents, session.weak_bounds)
        return int(strong.sum())

    def _cut_moved(self, place: int) -> None:
        self._session.ask(replace(self._session.query, closer_than=cut_at(place)))

    # -- filters

    def _show_filters(self, *, afresh: bool = False) -> None:
        chosen = self._session.filters.chosen
        shown = [(chip.property("facet"), chip.property("value")) for chip in self.filters]
        if shown == list(chosen) and not afresh:
            return
        for chip in self.filters:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.filters = [self._chip(place, *pair) for place, pair in enumerate(chosen)]
        self._room.updateGeometry()
        self.updateGeometry()

    def _chip(self, place: int, facet: Facet, value: str) -> FilterChip:
        words = f"{facet_title(facet)}: {value_words(facet, value, self._kinds)}"
        chip = FilterChip(
            words, self.tr("Take the filter away: {}").format(words), self._look, self
        )
        chip.setProperty("facet", facet)
        chip.setProperty("value", value)
        chip.setParent(self._room)
        chip.clicked.connect(
            lambda: self._session.filter_by(self._session.filters.without(facet, value))
        )
        self._flow.insert(place, chip)
        chip.show()
        return chip


def cut_at(place: int) -> float:
    """The percentage at a place of the slider: 0, ..., 90 at a third, 99, 99.9 at the end."""
    return round(100 * (1 - 10 ** (-DECADES * place / CUTS)), 3)


def place_of(percent: float) -> int:
    """The place of the slider for a percentage."""
    rest = max(1 - percent / 100, 10**-DECADES)
    return min(max(round(-math.log10(rest) * CUTS / DECADES), 0), CUTS)
