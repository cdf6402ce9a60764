"""Shows items over the whole window, one after the other, in the order of the view."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QLocale, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.grid.hand import Field
from explorer.ui.grid.item_commands import ItemCommands
from explorer.ui.grid.large_preview import LargePreview
from explorer.ui.inspector.region import region_term
from explorer.ui.item_words import item_line
from explorer.ui.kinds import Kinds
from explorer.ui.previews import Previews
from explorer.ui.thumbnails import ThumbnailCache
from explorer.viewstate.session import Session


class ShowingLarge(QObject):
    """Opens, steps and closes the large view.

    Parameters
    ----------
    view
        Whose window is covered.
    field
        Gives the squares or lines that are shown now.
    go_to
        Moves the cursor of that field to a position; with True it selects nothing.
    closed
        Called when the person goes back to the items.
    commands
        For the keys that do something with the item.
    """

    def __init__(
        self,
        view: QWidget,
        session: Session,
        kinds: Kinds,
        look: Appearance,
        previews: Previews,
        thumbnails: ThumbnailCache,
        field: Callable[[], Field],
        go_to: Callable[[int, bool], None],
        closed: Callable[[], None],
        commands: ItemCommands,
    ) -> None:
        super().__init__(view)
        self._view, self._session, self._kinds, self._look = view, session, kinds, look
        self._previews, self._thumbnails = previews, thumbnails
        self._field, self._go_to = field, go_to
        self._closed, self._commands = closed, commands
        self.widget: LargePreview | None = None

    def show(self, row: int) -> None:
        """Show a row over the whole window."""
        if not 0 <= row < len(self._session.items):
            return
        if self.widget is None or self.widget.parentWidget() is not self._view.window():
            self.close()
            self.widget = LargePreview(
                self._previews, self._thumbnails, self._look, self._view.window()
            )
            self.widget.stepped.connect(self._step)
            self.widget.closed.connect(self._closed)
            self.widget.key_pressed.connect(self._key)
            self.widget.pane.picture.region_drawn.connect(self._ask_region)
        self._session.selecting.look_at(row)
        items, shown = self._session.items, self._field().arrangement
        picture = self._kinds[items.modality(row)].content == "image" and not items.parts[row]
        self.widget.pane.picture.draws_regions = picture
        position = self._position(row)
        facts = [item_line(items, row, self._kinds[items.modality(row)])]
        unit = -1
        if position >= 0:
            number = QLocale().toString
            of = self.tr("{} of {}").format(number(position + 1), number(len(shown)))
            facts.append(of)
            if picture:
                facts.append(self.tr("Shift and drag to search by a part of it"))
            if shown.ranking is not None and shown.hits is not None:
                unit = int(shown.ranking.units[shown.hits[position]])
        self.widget.show_row(row, str(items.titles[row]), "   ".join(facts), unit)

    def _ask_region(self, part: QRectF) -> None:
        """Add a part of the picture to the query, and go back to see the answer."""
        if self.widget is not None:
            term = region_term(self._session.items, self.widget.row, part)
            self.widget.leave()
            self._session.add_term(term)

    def leave(self) -> None:
        """Go back to the items."""
        if self.widget is not None:
            self.widget.leave()

    def close(self) -> None:
        """Let go of the large view."""
        if self.widget is not None:
            self.widget.leave()
            self.widget.deleteLater()
            self.widget = None

    def _position(self, row: int) -> int:
        """Where a row is: at the cursor, if it stands there as well as elsewhere."""
        field = self._field()
        at = field.cursor_position
        here = 0 <= at < len(field.arrangement) and int(field.arrangement.rows[at]) == row
        return at if here else field.arrangement.position_of(row)

    def _step(self, step: int) -> None:
        shown = self._field().arrangement
        if self.widget is None or not len(shown):
            return
        here, last = self._position(self.widget.row), len(shown) - 1
        to = {-2: 0, 2: last}.get(step, min(max(here + step, 0), last))
        self._go_to(to, len(self._session.selecting.rows) > 1)
        self.show(int(shown.rows[to]))

    def _key(self, event: QKeyEvent) -> None:
        if self.widget is None:
            return
        row, plain = self.widget.row, is_plain(event)
        if plain and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_5:
            # The one that is seen, not others that happen to be selected.
            self._commands.rate(np.array([row], np.int64), event.key() - Qt.Key.Key_0)
        elif plain and event.key() == Qt.Key.Key_S:
            self.widget.leave()
            self._commands.more_like(row)


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key is pressed without control or alt."""
    others = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    return not event.modifiers() & others
