"""The parts of the query as chips, one after the other, with the field to type in behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from explorer.core.query import Term
from explorer.jobs import Control
from explorer.ui.appearance import Appearance
from explorer.ui.kinds import Kinds
from explorer.ui.query_bar.chip import PICTURE, Chip
from explorer.ui.query_bar.flow_layout import FlowLayout
from explorer.ui.query_bar.search_field import SearchField
from explorer.ui.thumbnails import decoded
from explorer.viewstate.session import Session

SmallPicture = Callable[[Path], QImage | None]
"""A small picture of a file, off the GUI thread; None if there is none."""


class ChipRow(QWidget):
    """Shows terms as chips; ``row[0]`` is the first of them.

    Parameters
    ----------
    small_picture
        What a chip shows of a picture file.
    """

    changed = Signal(int, object)
    """The place of a term, and the `Term` that the person made of it."""
    removed = Signal(int)
    """The place of a term that the person took away."""

    def __init__(
        self,
        session: Session,
        kinds: Kinds,
        appearance: Appearance,
        small_picture: SmallPicture,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session, self._kinds, self._appearance = session, kinds, appearance
        self._small_picture = small_picture
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self)
        self.field = SearchField(self)
        self._flow.addWidget(self.field)
        self.field.left_at_start.connect(lambda: self._step(len(self._chips), -1))

    def __getitem__(self, place: int) -> Chip:
        return self._chips[place]

    def __iter__(self) -> Iterator[Chip]:
        return iter(self._chips)

    def show_terms(self, terms: tuple[Term, ...]) -> bool:
        """Show these terms; whether chips were made anew, as for another weight they are not."""
        shown = [chip.term for chip in self._chips]
        if shown == list(terms):
            return False
        if [(t.kind, t.value) for t in shown] == [(t.kind, t.value) for t in terms]:
            for chip, term in zip(self._chips, terms, strict=True):
                chip.show_term(term)
            return False
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._make(place, term) for place, term in enumerate(terms)]
        self.field.setPlaceholderText("" if self._chips else self.tr("Search by words"))
        self.updateGeometry()
        return True

    def _make(self, place: int, term: Term) -> Chip:
        chip = Chip(term, self._content_of(term), self._appearance, self)
        self._flow.insert(place, chip)
        chip.changed.connect(lambda changed: self.changed.emit(place, changed))
        chip.removed.connect(lambda: self.removed.emit(place))
        chip.stepped.connect(lambda way: self._step(place, way))
        chip.show()
        self._picture_for(chip)
        return chip

    def _step(self, place: int, way: int) -> None:
        to = place + way
        widget = self._chips[to] if 0 <= to < len(self._chips) else self.field
        widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _content_of(self, term: Term) -> str:
        if term.kind == "item":
            row = self._session.items.row_of(str(term.value))
            if row >= 0:
                return self._kinds[self._session.items.modality(row)].content
        return {"region": "image", "direction": "text"}.get(term.kind, term.kind)

    def _picture_for(self, chip: Chip) -> None:
        term, collection = chip.term, self._session.collection
        if term.kind not in ("image", "item", "region"):
            return

        def read(control: Control) -> QImage | None:
            del control
            if term.kind != "item":
                return _part(self._small_picture(Path(str(term.value))), term)
            if collection is None:
                return None
            return decoded(collection.thumbnails([str(term.value)]).get(str(term.value)))

        def done(image: QImage | None) -> None:
            if image is not None and isValid(chip):
                chip.show_picture(_small(image, chip.devicePixelRatioF()))

        self._session.jobs.submit("Read picture", read, done=done, quiet=True)


def _part(image: QImage | None, term: Term) -> QImage | None:
    """The region of a picture that a term asks with, or all of it."""
    if image is None or term.box is None:
        return image
    left, top, right, bottom = term.box
    corner = QPointF(left * image.width(), top * image.height())
    size = QSizeF((right - left) * image.width(), (bottom - top) * image.height())
    part = QRectF(corner, size).toAlignedRect().intersected(image.rect())
    return image.copy(part) if part.width() > 1 and part.height() > 1 else image


def _small(image: QImage, ratio: float) -> QPixmap:
    side = round(PICTURE * ratio)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    picture = QPixmap.fromImage(image.scaled(side, side, keep, smooth))
    picture.setDevicePixelRatio(ratio)
    return picture
