"""What a window shows and how it is laid out, as data that is kept and put back."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer

from explorer.viewstate.grid_state import GridState
from explorer.viewstate.map_state import MapState

if TYPE_CHECKING:
    from explorer.ui.main_window import Centre, MainWindow

SAVE_MS = 1000


class KeptWindow(QObject):
    """Gathers from a window what is worth keeping, and gives it back.

    Parameters
    ----------
    keep
        Keeps the session, this window and the others with it.
    """

    def __init__(self, window: MainWindow, keep: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._soon.timeout.connect(keep)

    def keep_soon(self) -> None:
        """Keep the session in a second; more changes until then are kept with it."""
        if self._soon.isActive() or not self._window.isVisible():
            return
        self._soon.start()

    def stop(self) -> None:
        """The window is closing: whoever closes it keeps the session."""
        self._soon.stop()

    def views(self) -> dict[str, dict[str, Any]]:
        """What each view wants kept, by its name."""
        window = self._window
        return {
            "map": window.map_view.state().to_dict(),
            "grid": window.grid.state().to_dict(),
            "queries": window.query_bar.history.to_dict(),
            "window": {"centre": window.centre},
            **window.docks.state(),
        }

    def layout(self) -> dict[str, str]:
        """Geometry and docks, encoded."""
        window = self._window
        return {
            "geometry": _packed(window.saveGeometry()),
            self._docks_key: _packed(window.saveState()),
            "splitter": _packed(window.splitter.saveState()),
        }

    @property
    def _docks_key(self) -> str:
        # Sides that were kept for one way of writing would be the wrong ones for the other.
        mirrored = self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return "docks_mirrored" if mirrored else "docks"

    def restore(self, views: Mapping[str, Mapping[str, Any]], layout: Mapping[str, str]) -> None:
        """Put back what `views` and `layout` gave."""
        window = self._window
        codes = {name: _unpacked(data) for name, data in layout.items()}
        if "geometry" in codes:
            window.restoreGeometry(codes["geometry"])
        if self._docks_key in codes:
            window.restoreState(codes[self._docks_key])
        if "splitter" in codes:
            window.splitter.restoreState(codes["splitter"])
        window.map_view.restore(MapState.from_dict(views.get("map", {})))
        window.grid.restore(GridState.from_dict(views.get("grid", {})))
        window.query_bar.history.restore(views.get("queries", {}))
        window.docks.restore(views)
        centre = views.get("window", {}).get("centre")
        if centre in ("map", "grid", "both"):
            window.show_centre(cast("Centre", centre))


def _packed(data: QByteArray) -> str:
    return base64.b64encode(bytes(data.data())).decode()


def _unpacked(data: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(data))
    except ValueError:
        return QByteArray()
