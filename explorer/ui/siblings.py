"""Several windows on one session: what each shows is kept together, and put back together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from explorer.core.errors import ExplorerError
from explorer.viewstate.messages import Notice
from explorer.viewstate.session_state import SessionState

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class Siblings:
    """The open windows, oldest first; they share session, selection and query.

    The session is kept whenever one of them changes. A window that is closed while others stay
    is not opened again at the next start; quitting closes all of them and keeps all.
    """

    def __init__(self) -> None:
        self.windows: list[MainWindow] = []
        self._quitting = False

    def keep(self) -> None:
        """Keep collection, query, selection, and every window's views and layout."""
        if self._quitting or not self.windows:
            return
        first = self.windows[0]
        try:
            self.state().write(first.app.home)
        except ExplorerError as error:
            first.session.hub.publish(Notice(error.sentence, "problem"))

    def state(self) -> SessionState:
        """What is kept."""
        first, *others = self.windows
        state = first.session.state()
        state.views, state.layout = first.kept.views(), first.kept.layout()
        state.others = [
            {"views": each.kept.views(), "layout": each.kept.layout()} for each in others
        ]
        return state

    def restore(self, state: SessionState) -> None:
        """Put back what the first window showed, and open the others again."""
        first, *others = self.windows
        for window in others:
            window.close()
        first.kept.restore(state.views, state.layout)
        for kept in state.others:
            self.open_another(kept)

    def open_another(self, kept: Mapping[str, Any] | None = None) -> MainWindow:
        """Open one more window, as it was kept or with a larger map."""
        first = self.windows[0]
        window = type(first)(first.app, first.appearance, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()
        window.share_room()
        if kept is not None:
            window.kept.restore(kept["views"], kept["layout"])
        else:
            window.show_centre("map")
        window.catch_up()
        self.keep()
        return window

    def leave(self, window: MainWindow) -> None:
        """A window is closing."""
        if len(self.windows) == 1:
            self.keep()
        self.windows.remove(window)
        self.keep()

    def quit(self) -> None:
        """Keep everything and close every window."""
        self.keep()
        self._quitting = True
        for window in tuple(self.windows):
            window.close()

    def replace(self) -> MainWindow:
        """Make every window anew, in a language just chosen; the first of them."""
        state, old = self.state(), tuple(self.windows)
        self.windows.clear()
        first = type(old[0])(old[0].app, old[0].appearance, self)
        first.show()
        first.share_room()
        self.restore(state)
        first.catch_up()
        for window in old:
            window.close()
            window.deleteLater()
        return first
