"""Two pictures side by side: point at a patch of one, and the other lights up where it is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.lenses.explanation.directions import PatchMatches
from explorer.ui.appearance import Appearance
from explorer.ui.explain.heat_paint import Heat, HeatLook, picture_image
from explorer.ui.explain.heat_scale import HeatScale
from explorer.ui.explain.heat_view import HeatView
from explorer.ui.explain.side_by_side import SideBySide
from explorer.ui.explain.words_told import tr, value_words
from explorer.ui.spoken import spoken
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_directions import MatchingPictures
from explorer.viewstate.explaining_subject import Subject


class PairPage(QWidget):
    """The picture that is held on top or at the left, the one that is looked at beside it."""

    def __init__(
        self,
        explaining: Explaining,
        pair: MatchingPictures,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._explaining, self._pair, self._look = explaining, pair, appearance
        self._shown: tuple[Subject | None, Subject | None] = (None, None)
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.says.setProperty("tone", "quiet")
        self.hold = QPushButton(self)
        self.hold.clicked.connect(self._hold)
        self.views = HeatView(appearance, self), HeatView(appearance, self)
        self.names = QLabel(self), QLabel(self)
        self.scale = HeatScale(appearance, self)
        for number, (view, name) in enumerate(zip(self.views, self.names, strict=True)):
            view.boxes = False
            view.cell_pointed.connect(lambda cell, number=number: self._point(number, cell))
            name.setProperty("type", "small")
            name.setProperty("tone", "quiet")
        both = zip(self.names, self.views, strict=True)
        self._both = SideBySide([((name, view), view) for name, view in both], self)
        line = QHBoxLayout()
        line.addWidget(self.says, 1)
        line.addWidget(self.hold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._both, 1)
        column.addWidget(self.scale)

    def set_heat_look(self, look: HeatLook) -> None:
        """Draw the heat otherwise."""
        for view in self.views:
            view.set_heat_look(look)

    def show_pair(self) -> None:
        """Show the two pictures and what is known of them."""
        held, looked_at = self._pair.held, self._explaining.subject
        other = self._pair.other if held is not None else None
        here = (looked_at if held is None else held, other)
        for view, name, before, subject in zip(
            self.views, self.names, self._shown, here, strict=True
        ):
            if subject is not before:
                there = subject is not None and subject.picture is not None
                view.show_image(picture_image(subject.picture) if there else None)  # type: ignore[union-attr,arg-type]
                name.setText(subject.title if subject is not None else "")
            view.show_heat(None)
        self._shown = here
        self._both.show_second(other is not None)
        matches = self._pair.matches
        if matches is not None:
            self._blank(matches)
        self.hold.setText(tr("Let it go") if held is not None else tr("Hold this picture"))
        is_picture = looked_at is not None and looked_at.is_picture
        self.hold.setEnabled(held is not None or is_picture)
        self.says.setText(self._sentence())
        self.scale.show_range(0.0, 0.0)

    def _sentence(self) -> str:
        if self._pair.problem:
            return spoken(self._pair.problem)
        if self._pair.held is None:
            return tr("Hold a picture, then look at another: each patch of one finds its like.")
        if self._pair.other is None:
            return tr("Now click another picture in the grid or on the map.")
        if self._pair.matches is None:
            return tr("Matching…")
        mutual = int(self._pair.matches.mutual.sum())
        return tr("Point at a patch. {} patches are each other's best.").format(mutual)

    def _hold(self) -> None:
        self._pair.hold(None if self._pair.held is not None else self._explaining.subject)

    def _blank(self, matches: PatchMatches) -> None:
        """Maps without heat: they say where the patches lie."""
        for view, layout in zip(self.views, (matches.layout, matches.other_layout), strict=True):
            values = matches.cosines[:1, :1].repeat(layout.count, axis=1) * 0 - 1
            view.show_heat(Heat(values.reshape(layout.rows, layout.cols), layout, 1.0))
            view.mark_cells(())

    def _point(self, number: int, cell: int) -> None:
        matches = self._pair.matches
        if matches is None:
            return
        other = self.views[1 - number]
        if cell < 0:
            if not other.hasFocus():
                self._blank(matches)
                self.scale.show_range(0.0, 0.0)
            return
        if number == 0:
            values = matches.map_of(cell)
            layout = matches.other_layout
        else:
            layout = matches.layout
            values = matches.cosines[:, cell].reshape(layout.rows, layout.cols)
        # What lies in the middle of all is no match: heat begins there.
        middle = float(values.mean())
        top = max(float(values.max()) - middle, 1e-6)
        other.show_heat(Heat(values - middle, layout, top))
        best = int(values.argmax())
        other.mark_cells((best,))
        self.scale.show_range(top, 0.0)
        self.scale.setToolTip(
            tr("Cosine above the mean of the picture; the best patch has {}.").format(
                value_words(float(values.max()))
            )
        )
