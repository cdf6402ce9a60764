"""The two charts of the comparison: a histogram of common neighbours, and the modality gap."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.ui.appearance import Appearance

Floats = NDArray[np.floating]
BINS = 28
ROOM = 1.3
"""Height of the chart over that of its highest bar: a word stands above it."""


class Chart(QWidget):
    """A plot in the theme's colours; the plotting library is loaded when it is first shown."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = appearance
        self.plot: Any = None
        self.setMinimumSize(220, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        appearance.changed.connect(self.redraw)

    def redraw(self) -> None:
        """Draw what is known anew."""
        if self.plot is None:
            if not self.known:
                return
            self._make()
        self.plot.clear()
        self._dress()
        if self.known:
            self.draw()

    def close_chart(self) -> None:
        """Give back the plot; its menus are windows of their own."""
        if self.plot is not None:
            self.plot.close()
            self.plot.deleteLater()
            self.plot = None

    @property
    def known(self) -> bool:
        """Whether there is anything to draw."""
        return False

    def draw(self) -> None:
        """Add what there is to the cleared plot."""

    def _make(self) -> None:
        import pyqtgraph

        self.plot = pyqtgraph.PlotWidget(self, enableMenu=False)
        item = self.plot.getPlotItem()
        item.hideButtons()
        for name in ("left", "bottom"):
            # Once an axis has a label, switching this off scales it all the same (0.14).
            item.getAxis(name).enableAutoSIPrefix(False)
        item.setMouseEnabled(False, False)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.plot)

    def _dress(self) -> None:
        theme = self.look.theme
        self.plot.setBackground(theme.colour("panel"))
        for name in ("left", "bottom"):
            axis = self.plot.getPlotItem().getAxis(name)
            axis.setPen(theme.colour("line"))
            axis.setTextPen(theme.colour("quiet"))
            axis.setTickFont(self.look.font(0))
            axis.setStyle(tickLength=-4)

    def label(self, axis: str, words: str) -> None:
        """Name an axis."""
        colour = self.look.theme.quiet
        self.plot.getPlotItem().setLabel(axis, words, color=colour, **{"font-size": "11px"})

    def bars(self, edges: Floats, heights: Floats, role: str, alpha: float = 0.85) -> None:
        """Add bars between edges (n + 1,)."""
        import pyqtgraph

        self.plot.addItem(
            pyqtgraph.BarGraphItem(
                x0=edges[:-1],
                x1=edges[1:],
                height=heights,
                brush=self.look.theme.colour(role, alpha),
                pen=self.look.theme.colour("panel"),
            )
        )

    def steps(self, edges: Floats, heights: Floats, role: str, *, dashed: bool = False) -> None:
        """Add the outline of a histogram with edges (n + 1,)."""
        import pyqtgraph

        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        pen = pyqtgraph.mkPen(self.look.theme.colour(role, 0.7 if dashed else 1), width=2)
        pen.setStyle(style)
        fill = None if dashed else self.look.theme.colour(role, 0.25)
        self.plot.plot(edges, heights, stepMode="center", pen=pen, fillLevel=0, brush=fill)

    def line_at(self, place: float, words: str, middle: float) -> None:
        """Add a dashed upright line with a word, which stands towards the middle."""
        import pyqtgraph

        theme = self.look.theme
        pen = pyqtgraph.mkPen(theme.colour("quiet"), width=1, style=Qt.PenStyle.DashLine)
        line = pyqtgraph.InfiniteLine(
            place,
            pen=pen,
            label=words,
            labelOpts={
                "position": 1.0,
                "color": theme.colour("text"),
                "fill": theme.colour("panel", 0.8),
                # Beside the line and below the upper edge, on the side that has more room.
                "anchors": [(-0.06, 0), (-0.06, 0)] if place < middle else [(1.06, 0), (1.06, 0)],
            },
        )
        line.label.setFont(self.look.font(0))
        self.plot.addItem(line)


class OverlapChart(Chart):
    """How many items share how many of their neighbours in both spaces."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._shares: Floats = np.empty(0, np.float32)
        self._k, self._chance = 10, 0.0

    def show_overlap(self, shares: Floats, k: int, chance: float) -> None:
        """Show shares (n,) from 0 to 1 of `k` neighbours."""
        self._shares, self._k, self._chance = shares[np.isfinite(shares)], k, chance
        counts = self._counts()
        told = ", ".join(f"{number}: {count}" for number, count in enumerate(counts) if count)
        self.setAccessibleName(self.tr("Items by neighbours in common: {}").format(told))
        self.redraw()

    @property
    def known(self) -> bool:
        return len(self._shares) > 0

    def _counts(self) -> NDArray[np.int64]:
        common = np.rint(self._shares * self._k).astype(np.int64)
        return np.bincount(common, minlength=self._k + 1).astype(np.int64)

    def draw(self) -> None:
        edges = np.arange(self._k + 2) - 0.5
        counts = self._counts().astype(float)
        self.bars(edges, counts, "accent")
        self.plot.getPlotItem().setYRange(0, ROOM * counts.max(), padding=0)
        self.line_at(self._chance * self._k, self.tr("by chance"), self._k / 2)
        self.label("bottom", self.tr("neighbours in common, of {}").format(self._k))
        self.label("left", self.tr("items"))
        self.plot.getPlotItem().setXRange(-0.5, self._k + 0.5, padding=0.02)


class GapChart(Chart):
    """Both kinds along the line between their centres: as it is, and as it would be."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._before: tuple[Floats, Floats] | None = None
        self._after: tuple[Floats, Floats] | None = None
        self._roles = ("pictures", "words")

    def show_gap(
        self,
        before: tuple[Floats, Floats] | None,
        after: tuple[Floats, Floats] | None,
        roles: tuple[str, str],
    ) -> None:
        """Show places along the gap, and those after a correction if there is one."""
        self._before, self._after, self._roles = before, after, roles
        self.setAccessibleName(self.tr("The two kinds along the line between their centres"))
        self.redraw()

    @property
    def known(self) -> bool:
        return self._before is not None

    def draw(self) -> None:
        assert self._before is not None
        sets = [*self._before, *(self._after or ())]
        low = min(float(one.min()) for one in sets)
        high = max(float(one.max()) for one in sets)
        edges = np.linspace(low, high + 1e-6, BINS + 1)
        for places, dashed in ((self._before, self._after is not None), (self._after, False)):
            if places is None:
                continue
            for one, role in zip(places, self._roles, strict=True):
                counts = np.histogram(one, edges)[0] / max(len(one), 1) * 100
                self.steps(edges, counts, role, dashed=dashed)
        words = self.tr("along the gap; dashed: as it is")
        self.label("bottom", words if self._after is not None else self.tr("along the gap"))
        self.label("left", self.tr("% of a kind"))
