"""Every patch labelled by class names and example regions: overlay, shares, masks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explorer.lenses.explanation.masking import patch_of_pixels
from explorer.lenses.explanation.segments import Segments
from explorer.ui.appearance import Appearance
from explorer.ui.explain.heat_view import HeatView
from explorer.ui.explain.plain_table import PlainTable
from explorer.ui.explain.words_told import tr, value_words
from explorer.ui.map.colours import MapColours
from explorer.ui.spoken import spoken
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_directions import Box
from explorer.viewstate.explaining_segments import Segmenting

OPACITY = 150
SWATCH = 12


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    share: float
    margin: float
    examples: int


class SegmentsPage(QWidget):
    """Names above, the picture in their colours, a line for each with its share."""

    masks_wanted = Signal()
    """The person wants the masks as files."""

    def __init__(
        self,
        explaining: Explaining,
        segmenting: Segmenting,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._explaining, self._segmenting, self._look = explaining, segmenting, appearance
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Names, with commas: cat, grass, sky"))
        self.field.setAccessibleName(tr("Names of the classes"))
        self.field.setClearButtonEnabled(True)
        self.field.editingFinished.connect(self._named)
        self.view = HeatView(appearance, self)
        self.view.setAccessibleName(tr("Picture with its segments"))
        self.view.setMinimumHeight(160)
        self.view.box_drawn.connect(self._example)
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.says.setProperty("tone", "quiet")
        heads = [tr("Class"), tr("Share"), tr("Margin"), tr("Examples")]
        self.table = PlainTable(tr("Shares of the classes"), heads, self)
        self.table.setIconSize(QSize(SWATCH, SWATCH))
        self.table.setMinimumHeight(96)
        self.table.itemSelectionChanged.connect(self._draw_overlay)
        self.forget = QPushButton(tr("Forget the examples"), self)
        self.forget.clicked.connect(self._forget)
        self.masks = QPushButton(tr("Save the masks…"), self)
        self.masks.clicked.connect(self.masks_wanted)
        line = QHBoxLayout()
        line.addWidget(self.forget)
        line.addStretch(1)
        line.addWidget(self.masks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.view, 2)
        column.addWidget(self.says)
        column.addWidget(self.table, 1)
        column.addLayout(line)
        appearance.changed.connect(self.show_segments)

    # -- what is shown

    def show_picture(self, image: QImage | None) -> None:
        """Show another picture."""
        self.view.show_image(image)
        self.view.show_overlay(None)

    def show_segments(self) -> None:
        """Show what has come."""
        classes, segments = self._segmenting.classes, self._segmenting.segments
        if not self.field.hasFocus():
            self.field.setText(", ".join(classes))
        self._fill_table()
        self.masks.setEnabled(segments is not None)
        self.forget.setVisible(any(self._segmenting.examples.values()))
        self.says.setText(self._sentence())
        self._draw_overlay()

    def _sentence(self) -> str:
        if self._segmenting.problem:
            return spoken(self._segmenting.problem)
        subject = self._explaining.subject
        if subject is None or not subject.is_picture:
            return tr("Look at a picture to label its patches.")
        if len(self._segmenting.classes) < 2:
            return tr("Type at least two names; every patch gets the one that is nearest to it.")
        chosen = self._chosen
        if chosen:
            return tr("Drag a box on the picture to show what “{}” looks like.").format(chosen)
        return tr("Choose a class, then drag a box to show an example of it.")

    def _fill_table(self) -> None:
        lines, colours = self._lines(), self.colours
        self.table.setRowCount(len(lines))
        number = QLocale().toString
        for row, line in enumerate(lines):
            share = "" if line.share < 0 else f"{number(line.share * 100, 'f', 0)} %"
            margin = "" if line.share <= 0 else value_words(line.margin)
            self.table.put(row, [line.name, share, margin, str(line.examples or "")])
            self.table.cell(row, 0).setIcon(_swatch(colours[row]))

    def _lines(self) -> list[_Line]:
        segments, examples = self._segmenting.segments, self._segmenting.examples
        if segments is None:
            return [
                _Line(name, -1.0, 0.0, len(examples.get(name, ())))
                for name in self._segmenting.classes
            ]
        return [
            _Line(
                str(row["class"]),
                float(str(row["share"])),
                float(str(row["margin"])),
                len(examples.get(str(row["class"]), ())),
            )
            for row in segments.table()
        ]

    @property
    def colours(self) -> list[QColor]:
        """A colour for each class."""
        palette = MapColours.of_theme(self._look.theme).categories
        count = max(len(self._segmenting.classes), 1)
        return [QColor(palette[number % len(palette)]) for number in range(count)]

    @property
    def _chosen(self) -> str:
        row, classes = self.table.currentRow(), self._segmenting.classes
        return classes[row] if 0 <= row < len(classes) and self.table.selectedItems() else ""

    def _draw_overlay(self) -> None:
        segments = self._segmenting.segments
        image = None
        if segments is not None:
            image = segments_image(segments, self.colours, self._chosen)
        self.view.show_overlay(image)
        self.says.setText(self._sentence())

    # -- from the person

    def _named(self) -> None:
        names = [name for name in self.field.text().split(",") if name.strip()]
        if tuple(" ".join(one.split()) for one in names) != self._segmenting.classes:
            self._segmenting.name(names)

    def _example(self, box: Box) -> None:
        if self._chosen:
            self._segmenting.show_example(self._chosen, box)

    def _forget(self) -> None:
        for name in tuple(self._segmenting.examples):
            self._segmenting.forget_examples(name)


def segments_image(segments: Segments, colours: list[QColor], chosen: str = "") -> QImage:
    """Classes as a coloured layer of the picture's size; of a chosen one alone where given."""
    width, height = segments.size
    shrink = min(1.0, 512 / max(width, height))
    size = max(1, round(height * shrink)), max(1, round(width * shrink))
    patches = patch_of_pixels(size, segments.layout)
    table = np.zeros((len(segments.names) + 1, 4), np.uint8)
    for number, colour in enumerate(colours[: len(segments.names)]):
        seen = not chosen or segments.names[number] == chosen
        table[number] = (colour.red(), colour.green(), colour.blue(), OPACITY if seen else 0)
    labels = np.append(segments.labels.ravel(), len(segments.names))
    layer = np.ascontiguousarray(table[labels[patches]])
    return QImage(layer.data, size[1], size[0], 4 * size[1], QImage.Format.Format_RGBA8888).copy()


def _swatch(colour: QColor) -> QIcon:
    picture = QPixmap(SWATCH, SWATCH)
    picture.fill(colour)
    return QIcon(picture)
