"""What the comparison shows, as files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from explorer.jobs import Control
from explorer.ui.panel import Desk
from explorer.viewstate.comparing import Comparing
from explorer.viewstate.comparison_files import Compared, write_comparison
from explorer.viewstate.messages import Notice

FILTERS = "HTML (*.html);;CSV (*.csv);;PNG (*.png)"
SUFFIXES = (".html", ".csv", ".png")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Compare", text)


def with_suffix(file: Path, kind: str) -> Path:
    """A file name with the ending of the chosen kind, where it has none of them."""
    if file.suffix.lower() in SUFFIXES:
        return file
    return file.with_name(file.name + "." + kind.split("*.")[-1].rstrip(")"))


def save_picture(desk: Desk, page: QWidget | None, file: Path) -> None:
    """Draw a page into a PNG file."""
    saved = page is not None and page.grab().save(str(file))
    sentence = _tr("Written: {}") if saved else _tr("{} cannot be written.")
    desk.session.hub.publish(Notice(sentence.format(file), "info" if saved else "problem"))


def save_comparison(desk: Desk, one: Comparing, file: Path) -> None:
    """Write all that is known as a table or a page, in a job."""
    session, collection = desk.session, desk.session.collection
    a, b = one.ids
    compared = Compared(a, b, one.asked, one.ranks, tuple(one.words), one.agreement)

    def work(control: Control) -> Path:
        del control
        write_comparison(compared, collection, file)
        return file

    session.jobs.submit(
        _tr("Export {}").format(file.name),
        work,
        done=lambda written: session.hub.publish(Notice(_tr("Written: {}").format(written))),
        failed=lambda sentence: session.hub.publish(Notice(sentence, "problem")),
    )
