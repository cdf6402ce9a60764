"""What the view of explanations shows, as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.core.errors import CollectionError, ExplorerError
from explorer.core.media import Pixels
from explorer.jobs import Control
from explorer.lenses.explanation.files import SUFFIXES, write_maps
from explorer.lenses.explanation.segments import Segments
from explorer.lenses.word_patch import Comparison
from explorer.ui.explain.words_told import tr
from explorer.ui.view_pictures import save_picture
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_gallery import MOST, write_gallery
from explorer.viewstate.explaining_tables import Lines, write_lines
from explorer.viewstate.messages import Notice
from explorer.viewstate.session import Session

T = TypeVar("T")

FILTERS = "PNG (*.png);;SVG (*.svg);;JSON (*.json);;CSV (*.csv);;HTML (*.html)"

PAGE_FILTERS = "PNG (*.png);;SVG (*.svg);;JSON (*.json);;CSV (*.csv)"


def ask_file(parent: QWidget, title: str, name: str, filters: str) -> Path | None:
    """Ask where to write; a name without a known suffix gets that of the chosen kind."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, name, filters)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in SUFFIXES:
        path = path.with_name(path.name + "." + kind.split("*.")[-1].rstrip(")"))
    return path


def export_maps(
    session: Session, output: Path, title: str, picture: Pixels, comparison: Comparison
) -> None:
    """Write maps in a job."""

    def work(control: Control) -> Path:
        del control
        try:
            write_maps(output, title, picture, comparison)
        except OSError as error:
            raise CollectionError(f"{output}: it cannot be written: {error.strerror}.") from error
        return output

    _submit(session, tr("Export {}").format(output.name), work, _written)


def export_lines(session: Session, output: Path, lines: Lines) -> None:
    """Write lines in a job."""

    def work(control: Control) -> Path:
        del control
        write_lines(output, lines)
        return output

    _submit(session, tr("Export {}").format(output.name), work, _written)


def export_page(session: Session, output: Path, page: QWidget) -> None:
    """Write a picture of a page, as it is drawn."""
    try:
        save_picture(page, output)
    except ExplorerError as error:
        session.hub.publish(Notice(error.sentence, "problem"))
    else:
        session.hub.publish(Notice(_written(output)))


def export_masks(session: Session, folder: Path, stem: str, segments: Segments) -> None:
    """Write a mask per class in a job."""

    def work(control: Control) -> list[Path]:
        del control
        try:
            return segments.save_masks(folder, stem)
        except OSError as error:
            raise CollectionError(f"{folder}: it cannot be written: {error.strerror}.") from error

    def told(paths: list[Path]) -> str:
        return tr("{} masks written to {}").format(len(paths), folder)

    _submit(session, tr("Save masks of {}").format(stem), work, told)


def export_gallery(explaining: Explaining, output: Path) -> None:
    """Explain everything that is selected on one page, in a job that can be cancelled."""
    session, collection = explaining.session, explaining.session.collection
    rows, text = session.selecting.rows, explaining.words
    if collection is None:
        return

    def work(control: Control) -> tuple[int, list[str]]:
        return write_gallery(explaining, collection, explaining.tools, rows, text, output, control)

    def told(result: tuple[int, list[str]]) -> str:
        count, failed = result
        words = tr("{} pictures explained in {}.").format(count, output.name)
        if len(rows) > MOST:
            words += " " + tr("A page holds {}; the rest is left out.").format(MOST)
        if failed:
            words += " " + tr("{} are not on it: {}").format(len(failed), failed[0])
        return words

    _submit(session, tr("Explain {} items").format(len(rows)), work, told, lane_explains=True)


def _written(path: Path) -> str:
    return tr("Written: {}").format(path)


def _submit(
    session: Session,
    title: str,
    work: Callable[[Control], T],
    told: Callable[[T], str],
    *,
    lane_explains: bool = False,
) -> None:
    session.jobs.submit(
        title,
        work,
        lane="explain" if lane_explains else "io",
        done=lambda result: session.hub.publish(Notice(told(result))),
        failed=lambda sentence: session.hub.publish(Notice(sentence, "problem")),
    )
