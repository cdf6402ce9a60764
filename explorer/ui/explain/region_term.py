"""A region as a part of the query: of its file, or a small picture of its own where it has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from explorer.core.query import Term
from explorer.jobs import Control
from explorer.ui.explain.heat_paint import picture_image
from explorer.ui.explain.words_told import tr
from explorer.ui.query_bar.incoming_media import keep_picture
from explorer.viewstate.explaining_directions import Region
from explorer.viewstate.messages import Notice
from explorer.viewstate.session import Session


def region_term(session: Session, region: Region, done: Callable[[Term], None]) -> None:
    """Hand over the term of a region; one that is cut out of a page or frame is kept as a file."""
    subject, label = region.subject, tr("part of {}").format(region.subject.title)
    if subject.is_file:
        done(Term("region", subject.path, label=label, box=region.box))
        return
    folder = session.library.folder.parent / "queries"

    def work(control: Control) -> Path:
        del control
        return keep_picture(picture_image(region.pixels()), folder)

    def kept(path: Path) -> None:
        done(Term("image", str(path), label=label))

    session.jobs.submit(
        tr("Cut a region out"),
        work,
        key="explain-cut",
        done=kept,
        failed=lambda sentence: session.hub.publish(Notice(sentence, "problem")),
        quiet=True,
    )
