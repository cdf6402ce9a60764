"""Everything about the item in focus: what it is, why it is here, what is near it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.collection.marks import Marks
from explorer.collection.ranking import Hit
from explorer.core.selection import Rows
from explorer.jobs import Control
from explorer.ui.appearance import Appearance
from explorer.ui.contribution_bars import ContributionBars
from explorer.ui.inspector.facts import FactsTable, facts_of
from explorer.ui.inspector.mark_pane import MarkPane
from explorer.ui.inspector.media_pane import MediaPane
from explorer.ui.inspector.neighbour_strip import NeighbourStrip
from explorer.ui.inspector.region import region_term
from explorer.ui.item_words import (
    NO_ENCODER,
    description_note,
    percentile_words,
    place_words,
    score_words,
    weak_words,
)
from explorer.ui.kinds import Kinds
from explorer.ui.previews import LargeView, Previews
from explorer.ui.thumbnails import ThumbnailCache
from explorer.ui.welcome.empty_state import Emptiness, EmptyState
from explorer.ui.writing_direction import at_the_start
from explorer.viewstate import messages as tell
from explorer.viewstate.duplicates import copies_of
from explorer.viewstate.session import Session
from explorer.viewstate.standing import standing_of

PLACE = "inspector"
SIDE = 1024
MEDIA_HEIGHT = 240
WIDTH = 264
NEIGHBOURS = 8


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of the selected rows off the GUI thread."""

    rows: Rows
    marks: Marks


@dataclass(frozen=True, slots=True)
class _Details:
    """What the file of a row says of itself, and the rows of its copies with how alike they are."""

    row: int
    meta: Mapping[str, Any]
    copies: list[tuple[int, float]]


class Inspector(QScrollArea):
    """Shows the item in focus, and the marks of everything that is selected.

    Parameters
    ----------
    session
        Whose focus and selection are shown.
    thumbnails, previews
        Small and large pictures.
    kinds
        Names of the kinds of media.
    appearance
        Colours, fonts and icons.
    """

    def __init__(
        self,
        session: Session,
        thumbnails: ThumbnailCache,
        kinds: Kinds,
        appearance: Appearance,
        previews: Previews,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._thumbnails, self._previews = session, thumbnails, previews
        self._kinds, self._appearance = kinds, appearance
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Inspector"))
        self.setProperty("kind", "stop")
        self._build()
        self._subscribe()
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)  # whatever is in it, the dock stays as wide as it is

    def close_view(self) -> None:
        """Hear of nothing more and stop what plays; the view is not used after."""
        self._session.hub.unsubscribe(self)
        self._previews.forget(PLACE)
        self.pane.stop()

    # -- building

    def _build(self) -> None:
        look = self._appearance
        self.empty = EmptyState(look)
        self.empty.show_emptiness(
            Emptiness(
                "eye",
                self.tr("Nothing chosen"),
                self.tr("Click an item on the map or in the grid to see it here."),
            )
        )
        page = QWidget(self)
        page.hide()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(12)
        self.pane = MediaPane(look, page)
        self.pane.setMinimumHeight(MEDIA_HEIGHT)
        self.pane.picture.region_drawn.connect(self._ask_region)
        self.title = QLabel(page)
        self.title.setProperty("type", "lead")
        self.title.setWordWrap(True)
        self.title.setAlignment(at_the_start(page))
        self.why = QWidget(page)
        self.score = QLabel(self.why)
        self.score.setWordWrap(True)
        self.unit = QLabel(self.why)
        self.unit.setProperty("tone", "quiet")
        self.unit.setWordWrap(True)
        self.bars = ContributionBars(look, self.why)
        self.explain_button = QPushButton(self.tr("Why did it match"), self.why)
        self.explain_button.setProperty("kind", "link")
        self.explain_button.setToolTip(self.tr("Show which word met which part of it  (W)"))
        hub = self._session.hub
        self.explain_button.clicked.connect(lambda: hub.publish(tell.PanelWanted("explain")))
        inside = QVBoxLayout(self.why)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for widget in (self._heading(self.tr("Why it is here")), self.score, self.bars, self.unit):
            inside.addWidget(widget)
        inside.addWidget(self.explain_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.marked = self._heading(self.tr("Marks"))
        self.marks = MarkPane(self._session, look, page)
        self.facts = FactsTable(page)
        self.near = QVBoxLayout()
        self.near.setSpacing(8)
        self._near: list[QWidget] = []
        self.copies = QWidget(page)
        self.copies_strip = NeighbourStrip(
            self._session, self._thumbnails, self._appearance, self.copies
        )
        self.copies_words = QLabel(self.copies)
        self.copies_words.setProperty("tone", "quiet")
        self.copies_words.setWordWrap(True)
        beside = QPushButton(self.tr("Look for copies of everything"), self.copies)
        beside.setProperty("kind", "link")
        beside.clicked.connect(lambda: hub.publish(tell.PanelWanted("duplicates")))
        under = QVBoxLayout(self.copies)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(8)
        under.addWidget(self._heading(self.tr("Copies")))
        under.addWidget(self.copies_words)
        under.addWidget(self.copies_strip)
        under.addWidget(beside, 0, Qt.AlignmentFlag.AlignLeft)
        self.copies.hide()
        for part in (self.pane, self.title, self.why, _rule(page), self.marked, self.marks):
            column.addWidget(part)
        column.addWidget(_rule(page))
        column.addWidget(self._heading(self.tr("Nearest")))
        column.addLayout(self.near)
        column.addWidget(self.copies)
        column.addWidget(_rule(page))
        column.addWidget(self._heading(self.tr("Facts")))
        column.addWidget(self.facts)
        column.addStretch(1)
        # Nothing in it may be wider than the dock: there is no way to scroll sideways.
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.empty.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for part in (page, self.empty):
            part.setProperty("surface", "panel")
            part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page = page
        self.setWidget(self.empty)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("type", "heading")
        return label

    def _subscribe(self) -> None:
        hub = self._session.hub
        hub.subscribe(self, tell.FocusChanged, lambda _: self._show())
        hub.subscribe(self, tell.ItemsChanged, lambda _: self._read_details())
        hub.subscribe(self, tell.CollectionOpened, lambda _: self._show())
        hub.subscribe(self, tell.RankingChanged, lambda _: self._show_why())
        hub.subscribe(self, tell.MarksChanged, lambda _: self._read_marks())
        hub.subscribe(self, tell.SelectionChanged, lambda _: self._read_marks())

    # -- showing

    @property
    def _row(self) -> int:
        row = self._session.selecting.focus
        return row if 0 <= row < len(self._session.items) else -1

    def _show(self) -> None:
        row, items = self._row, self._session.items
        # With something to scroll it is a stop of the keyboard.
        stops, passed = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(stops if row >= 0 else passed)
        if row < 0:
            self._previews.forget(PLACE)
            self.pane.stop()
            self._put(self.empty)
            return
        self._put(self._page)
        self.title.setText(str(items.titles[row]))
        picture = self._kinds[items.modality(row)].content == "image" and not items.parts[row]
        self.pane.picture.draws_regions = picture
        hint = self.tr("Shift and drag: search by a part of it") if picture else ""
        self.pane.picture.setToolTip(hint)
        small = self._thumbnails.get(row)
        self.pane.show_small(small.image if small else None, small.words if small else "")
        self.facts.show_facts(facts_of(items, row, self._kinds[items.modality(row)]))
        self.copies.hide()
        self._show_near({})
        self._show_why()
        self._read_marks()
        self._read_near()
        self._read_details()

    def _put(self, page: QWidget) -> None:
        """Show a page; in a stack the lower one would be as high as the other, and scroll."""
        if self.widget() is page:
            return
        before = self.takeWidget()
        self.setWidget(page)
        page.show()
        before.setParent(self)
        before.hide()

    def _show_why(self) -> None:
        """Why the item answers the query; the large view shows the part that matched."""
        row = self._row
        if row < 0:
            return
        kind = self._kinds[self._session.items.modality(row)]
        found = standing_of(self._session.ranking, row, self._session.query)
        self.why.setVisible(found is not None)
        if found is not None:
            words = percentile_words(found.percentile, kind)
            rank = self.tr("Number {}").format(found.rank)
            weak = found.score < self._session.weak_bounds.get(kind.content, -np.inf)
            self.score.setText(f"{rank}: {words}." + (f" {weak_words()}" if weak else ""))
            self.score.setToolTip(self.tr("Score {}").format(score_words(found.score)))
            self.bars.show_shares(found.shares)
            self.bars.setVisible(bool(found.shares))
        self.unit.hide()
        unit = found.unit if found is not None else 0
        self._previews.ask(PLACE, row, SIDE, self._show_view, self.pane.show_problem, unit)

    def _show_view(self, view: LargeView) -> None:
        self.pane.show_view(view)
        note = place_words(view.unit)
        if view.unit.kind == NO_ENCODER:
            note = description_note()
        self.unit.setText(note)
        self.unit.setVisible(bool(note))

    def _ask_region(self, part: QRectF) -> None:
        """Add a part of the picture to the query."""
        if self._row >= 0:
            self._session.add_term(region_term(self._session.items, self._row, part))

    # -- marks

    def _marked_rows(self) -> Rows:
        """The selection if the focus is part of it, else the focus alone."""
        rows, row = self._session.selecting.rows, self._row
        return rows if row in rows else np.asarray([row] if row >= 0 else [], np.int64)

    def _read_marks(self) -> None:
        collection, rows = self._session.collection, self._marked_rows()
        if collection is None or not len(rows):
            return
        ids = [str(self._session.items.ids[row]) for row in rows]

        def work(control: Control) -> _Read:
            del control
            found = list(collection.marks(ids).values())
            shared = set(found[0].tags).intersection(*(one.tags for one in found))
            stars = found[0].rating if len({one.rating for one in found}) == 1 else 0
            tags = tuple(tag for tag in found[0].tags if tag in shared)
            return _Read(rows, Marks(tags, stars, found[0].note))

        self._session.jobs.submit(
            "Read marks", work, key=f"inspector-marks-{id(self)}", done=self._show_marks, quiet=True
        )

    def _show_marks(self, read: _Read) -> None:
        self.marks.show_marks(read.rows, read.marks)
        count = len(read.rows)
        several = self.tr("Marks of the {} selected").format(QLocale().toString(count))
        self.marked.setText(several if count > 1 else self.tr("Marks"))

    # -- what the file says of itself, and its copies

    def _read_details(self) -> None:
        collection, row, items = self._session.collection, self._row, self._session.items
        if collection is None or row < 0:
            return
        item_id = str(items.ids[row])

        def work(control: Control) -> _Details:
            item = collection.item(item_id)
            control.check()
            return _Details(row, item.meta, copies_of(collection, items, row, control))

        self._session.jobs.submit(
            "Read details",
            work,
            key=f"inspector-details-{id(self)}",
            done=self._show_details,
            quiet=True,
        )

    def _show_details(self, read: _Details) -> None:
        row, items = read.row, self._session.items
        if row != self._row:
            return
        kind = self._kinds[items.modality(row)]
        self.facts.show_facts(facts_of(items, row, kind, read.meta))
        self.copies.setVisible(bool(read.copies))
        if read.copies:
            same = sum(alike >= 1 for _, alike in read.copies)
            near, words = len(read.copies) - same, []
            if same:
                words.append(self.tr("{} with the same content").format(same))
            if near:
                words.append(self.tr("{} nearly the same").format(near))
            self.copies_words.setText(", ".join(words))
            self.copies_strip.show_copies(read.copies, kind)

    # -- neighbours

    def _read_near(self) -> None:
        collection, row, items = self._session.collection, self._row, self._session.items
        if collection is None or row < 0:
            return
        item_id, kinds = str(items.ids[row]), items.modalities

        def work(control: Control) -> dict[str, list[Hit]]:
            found = {}
            for kind in kinds:
                control.check()
                found[kind] = collection.neighbours(item_id, NEIGHBOURS, kind)
            return found

        self._session.jobs.submit(
            "Find neighbours",
            work,
            lane="query",
            key=f"inspector-neighbours-{id(self)}",
            done=self._show_near,
            failed=lambda sentence: self._show_near({}),
            quiet=True,
        )

    def _show_near(self, found: dict[str, list[Hit]]) -> None:
        for widget in self._near:
            self.near.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._near = []
        # The kind of the item itself comes first, then the others by how many there are.
        own = self._session.items.modality(self._row) if self._row >= 0 else ""
        for name in sorted(found, key=lambda one: (one != own, -len(found[one]))):
            if found[name]:
                kind = self._kinds[name]
                closest = percentile_words(found[name][0].percentile, kind)
                words = self.tr("{}, the first {}").format(kind.plural.capitalize(), closest)
                label = QLabel(words, self)
                label.setWordWrap(True)
                label.setProperty("type", "small")
                label.setProperty("tone", "quiet")
                strip = NeighbourStrip(self._session, self._thumbnails, self._appearance, self)
                strip.show_hits(found[name], kind)
                for widget in (label, strip):
                    self.near.addWidget(widget)
                    widget.show()
                    self._near.append(widget)


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("kind", "rule")
    return rule
