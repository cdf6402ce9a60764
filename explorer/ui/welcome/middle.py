"""What stands in the middle of the window while there is nothing to see."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from explorer.ui.welcome.empty_state import Emptiness, Way
from explorer.viewstate.session import Session


def what_is_missing(
    session: Session, add: Callable[[], None], samples: Callable[[], None]
) -> Emptiness | None:
    """What to say in place of the views; None where there are items.

    Parameters
    ----------
    add, samples
        Ask for a folder; open the sample media.
    """
    folder = Way(_tr("Choose a folder…"), add)
    if session.collection is None:
        return Emptiness(
            "image-square",
            _tr("Drop a folder here"),
            _tr(
                "Pictures, sounds and texts are indexed on this machine; then you search "
                "them by words, pictures and sounds, and walk their map."
            ),
            folder,
            Way(_tr("Open the sample media"), samples),
            target=True,
        )
    if len(session.items):
        return None
    if any(not job.quiet for job in session.jobs.running):
        return Emptiness(
            "hourglass",
            _tr("Reading the first files"),
            _tr("They show up here as soon as the first of them are stored."),
        )
    return Emptiness(
        "image-square",
        _tr("Nothing in it yet"),
        _tr("Drop a folder or files on the window to index them."),
        folder,
        target=True,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Middle", text)
