"""Everything about the item in focus, and why it is here."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.inspector.media_pane import MediaPane
from explorer.ui.kinds import Kinds
from explorer.ui.previews import Previews
from explorer.ui.thumbnails import ThumbnailCache
from explorer.ui.welcome.empty_state import Emptiness, EmptyState
from explorer.viewstate import messages as tell
from explorer.viewstate.session import Session

PLACE = "inspector"
SIDE = 1024


class Inspector(QWidget):
    """Shows the item in focus.

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
        self.empty = EmptyState(appearance, self)
        self.empty.show_emptiness(
            Emptiness("eye", self.tr("Nothing chosen"), self.tr("Choose an item to see it here."))
        )
        self.pane = MediaPane(appearance, self)
        self.title = QLabel(self)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.addWidget(self.pane, 1)
        column.addWidget(self.title)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        session.hub.subscribe(self, tell.FocusChanged, lambda _: self._show())
        self._show()

    def close_view(self) -> None:
        """Hear of nothing more and stop what plays; the view is not used after."""
        self._session.hub.unsubscribe(self)
        self._previews.forget(PLACE)
        self.pane.stop()

    def _show(self) -> None:
        row = self._session.selecting.focus
        if not 0 <= row < len(self._session.items):
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentIndex(1)
        self.title.setText(str(self._session.items.titles[row]))
        small = self._thumbnails.get(row)
        self.pane.show_small(small.image if small else None, small.words if small else "")
        self._previews.ask(PLACE, row, SIDE, self.pane.show_view, self.pane.show_problem)
