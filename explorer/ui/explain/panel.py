"""Why did it match: the panel that explains the item in focus by the words of the query."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QWidget,
)

from explorer.lenses.word_patch import Comparison
from explorer.ui.actions import Declared
from explorer.ui.explain import exporting
from explorer.ui.explain.view import ExplainView
from explorer.ui.explain.words_told import tr
from explorer.ui.panel import Desk
from explorer.viewstate import messages as tell
from explorer.viewstate.explaining_tables import (
    Lines,
    pair_lines,
    relation_lines,
    segment_lines,
    text_lines,
)


class ExplainPanel(ExplainView):
    """An `ExplainView` with its commands and exports."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.export_button.clicked.connect(self.export)
        self.segments_page.masks_wanted.connect(self.save_masks)

    def commands(self) -> list[Declared]:
        session = self.desk.session
        return [
            Declared(
                "file.export_explanation",
                tr("Export the explanation…"),
                self.export,
                (),
                "export",
                tr("Write the maps as PNG, SVG, JSON, CSV or HTML."),
                self.can_export,
            ),
            Declared(
                "file.explain_selection",
                tr("Explain the selection as a page…"),
                self.export_gallery,
                (),
                "browser",
                tr("Write one HTML page with the maps of every picture that is selected."),
                lambda: len(session.selecting.rows) > 0 and bool(self.explaining.words),
            ),
            Declared(
                "collection.keep_parts",
                tr("Look into the parts of pictures"),
                lambda: (self.colours.keep_parts(), None)[1],
                (),
                "grid-four",
                tr("So that a hovered word colours by parts, not by whole items; takes a while."),
                lambda: session.collection is not None,
            ),
            Declared(
                "search.compare_methods",
                tr("Compare the methods of explanation"),
                self.compare_methods,
                ("Shift+W",),
                "scales",
                tr("Try every method on the picture in focus and mark the most faithful."),
                lambda: session.selecting.focus >= 0,
            ),
        ]

    def compare_methods(self) -> None:
        """Try all methods on what is in focus."""
        self.desk.session.hub.publish(tell.PanelWanted(self.name))
        self.turn_to("methods")
        self.comparing.start()

    def export(self) -> None:
        """Ask for a file and write what is shown."""
        page = self.stack.currentWidget()
        if page not in (self.words_page, self.methods_page):
            self._export_page(page)
            return
        subject, comparison = self.explaining.subject, self._comparison()
        if subject is None or subject.picture is None or comparison is None:
            return
        name = f"{Path(subject.path).stem} - {self.explaining.words}.png".replace("/", "-")
        path = exporting.ask_file(self, tr("Export the explanation"), name, exporting.FILTERS)
        if path is not None:
            exporting.export_maps(
                self.desk.session, path, subject.title, subject.picture, comparison
            )

    def _export_page(self, page: QWidget | None) -> None:
        """A picture of the page, or its lines."""
        subject = self.explaining.subject
        if subject is None or page is None or page is self.empty:
            return
        name = f"{Path(subject.path).stem} - {self.tabs.tabText(self.tabs.currentIndex())}.png"
        title = tr("Export the explanation")
        path = exporting.ask_file(self, title, name, exporting.PAGE_FILTERS)
        if path is None:
            return
        if path.suffix.lower() in (".png", ".svg"):
            exporting.export_page(self.desk.session, path, page)
        else:
            exporting.export_lines(self.desk.session, path, self._lines(page))

    def _lines(self, page: QWidget) -> Lines:
        """What a page beside the maps has found."""
        if page is self.pair_page and self.pair.matches is not None:
            return pair_lines(self.pair.matches)
        if page is self.segments_page and self.segmenting.segments is not None:
            return segment_lines(self.segmenting.segments)
        if page is self.relations_page:
            return relation_lines(self.relating.found or ())
        return [] if self.texts.match is None else text_lines(self.texts.match.matches)

    def _comparison(self) -> Comparison | None:
        """What is shown: all methods that were compared, or the maps of the one chosen."""
        trial, explanation = self.comparing.trial, self.explaining.explanation
        compared = self.explaining.state.aspect == "methods"
        tuning = self.explaining.state.tuning
        if compared and trial is not None and trial.fits(self.explaining) and trial.shown(tuning):
            found = tuple(trial.shown(tuning).values())
            return Comparison(found, trial.best(tuning), dict(trial.reasons))
        if explanation is None:
            return None
        beside = self.explaining.beside
        both = (explanation,) if beside is None else (explanation, beside)
        return Comparison(both, "", {})

    def export_gallery(self) -> None:
        """Ask for a file and explain all that is selected there."""
        path = exporting.ask_file(self, tr("Explain the selection"), "why.html", "HTML (*.html)")
        if path is not None:
            exporting.export_gallery(self.explaining, path)

    def save_masks(self) -> None:
        """Ask for a folder and write a mask for each class."""
        subject, segments = self.explaining.subject, self.segmenting.segments
        if subject is None or segments is None:
            return
        folder = QFileDialog.getExistingDirectory(self, tr("Save the masks"))
        if folder:
            exporting.export_masks(
                self.desk.session, Path(folder), Path(subject.path).stem, segments
            )
