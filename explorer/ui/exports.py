"""What can be written to a file from the window: items, hits, the map, and pictures of views."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.collection.hit_table import write_hits
from explorer.core.errors import ExplorerError
from explorer.jobs import Control
from explorer.ui.command_palette import Choice
from explorer.ui.map.files import write_map
from explorer.ui.view_pictures import save_picture
from explorer.viewstate.messages import Notice

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

TABLES = "CSV (*.csv);;Parquet (*.parquet)"
MAPS = "HTML (*.html);;PNG (*.png);;SVG (*.svg);;CSV (*.csv);;Parquet (*.parquet)"
PICTURES = "PNG (*.png);;SVG (*.svg)"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Exports", text)


class Exports(QObject):
    """Asks where to, writes off the GUI thread, and says what was written."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session

    def items(self) -> None:
        """Every item with its facts and marks."""
        collection = self._session.collection
        if collection is not None:
            self._ask(
                _tr("Export {}").format(collection.name),
                f"{collection.name}.csv",
                TABLES,
                lambda file, control: collection.export(file),
            )

    def hits(self) -> None:
        """What grid and list show, in their order, with scores."""
        collection, session = self._session.collection, self._session
        if collection is None:
            return
        items, ranking = session.items, session.ranking
        rows = self._window.grid.arrangement.rows
        self._ask(
            _tr("Export {} items").format(QLocale().toString(len(rows))),
            f"{collection.name}-hits.csv",
            TABLES,
            lambda file, control: write_hits(collection, items, rows, ranking, file, control),
        )

    def map(self) -> None:
        """The whole map as it is laid out now."""
        collection, mapping = self._session.collection, self._session.mapping
        method, axes = mapping.method, mapping.axes
        if collection is None:
            return
        modalities = self._window.app.host.modalities
        contents = {name: one.content for name, one in modalities.items()}
        self._ask(
            _tr("Export the map of {}").format(collection.name),
            f"{collection.name}-map.html",
            MAPS,
            lambda file, control: write_map(collection, method, file, contents, control, axes),
        )

    def picture(self) -> None:
        """Offer the views that are seen now, to save a picture of one."""
        window = self._window
        views: list[tuple[str, QWidget]] = [(_tr("The window"), window)]
        if window.centre != "grid":
            views.append((_tr("Map"), window.map_view))
        if window.centre != "map":
            views.append((_tr("Grid"), window.grid))
        views += [
            (panel.title(), panel)
            for name, panel in window.docks.panels.items()
            if window.docks.is_seen(name)
        ]
        if window.docks.is_seen("inspector"):
            views.append((_tr("Inspector"), window.inspector))
        window.palette_.ask(
            [
                Choice(title, partial(self.picture_of, view, title), _tr("Picture of a view"))
                for title, view in views
            ]
        )

    def picture_of(self, view: QWidget, title: str) -> None:
        """Ask where to and save a picture of a view."""
        name = self._file(_tr("Picture of: {}").format(title), f"{title.lower()}.png", PICTURES)
        if name is None:
            return
        try:
            save_picture(view, name)
        except ExplorerError as error:
            self._problem(error.sentence)
        else:
            self._written(name)

    def _ask(
        self, title: str, proposed: str, forms: str, write: Callable[[Path, Control], object]
    ) -> None:
        file = self._file(title, proposed, forms)
        if file is not None:
            self._session.jobs.submit(
                title,
                lambda control: write(file, control),
                done=lambda _: self._written(file),
                failed=self._problem,
            )

    def _file(self, title: str, proposed: str, forms: str) -> Path | None:
        name, form = QFileDialog.getSaveFileName(self._window, title, proposed, forms)
        if not name:
            return None
        file = Path(name)
        # Who types a bare name means the form chosen beside it.
        suffix = form.partition("*")[2].rstrip(")")
        return file if file.suffix else file.with_suffix(suffix)

    def _written(self, file: Path) -> None:
        self._session.hub.publish(Notice(_tr("Written: {}").format(file)))

    def _problem(self, sentence: str) -> None:
        self._session.hub.publish(Notice(sentence, "problem"))
