"""Large views of items, read off the GUI thread; a newer wish drops the older one."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from explorer.api.modality import Preview
from explorer.collection.collection import Collection
from explorer.core.media import Item, Sound, Unit
from explorer.jobs import Control
from explorer.ui.thumbnails import picture_of
from explorer.viewstate.session import Session

PreviewLoader = Callable[[Path, str, str, Unit, int], Future[Preview]]
"""`explorer.media.decoder.Decoder.preview`."""


@dataclass(frozen=True, slots=True)
class LargeView:
    """What there is to see, hear and read of an item.

    ``unit`` is the part that was asked for, ``units`` all parts.
    """

    item: Item
    unit: Unit
    units: tuple[Unit, ...]
    image: QImage | None
    sound: Sound | None
    text: str


class Previews:
    """Loads large views of the open collection's items.

    Parameters
    ----------
    session
        Whose collection and jobs are used.
    load
        The decoder's ``preview``.
    """

    def __init__(self, session: Session, load: PreviewLoader) -> None:
        self._session, self._load = session, load

    def ask(
        self,
        place: str,
        row: int,
        size: int,
        done: Callable[[LargeView], None],
        failed: Callable[[str], None],
        unit: int = 0,
    ) -> None:
        """Load a row's large view for a place; what that place asked for before is dropped.

        Parameters
        ----------
        place
            Name of the widget that shows it.
        size
            Pixels of the longer side, at most.
        done, failed
            One of them is called on the GUI thread, unless a newer wish came.
        unit
            Index of the part that matters; the first where it is -1.
        """
        collection = self._session.collection
        if collection is None or not 0 <= row < len(self._session.items):
            return
        item_id = str(self._session.items.ids[row])
        self._session.jobs.submit(
            "Open preview",
            lambda control: self._read(collection, item_id, unit, size, control),
            key=self._key(place),
            done=done,
            failed=failed,
            quiet=True,
        )

    def forget(self, place: str) -> None:
        """Drop what a place asked for."""
        self._session.jobs.cancel(self._key(place))

    def _key(self, place: str) -> str:
        return f"preview-{id(self)}-{place}"  # each window has previews of its own

    def _read(
        self, collection: Collection, item_id: str, index: int, size: int, control: Control
    ) -> LargeView:
        item = collection.item(item_id)
        units = tuple(collection.units(item_id))
        unit = next((one for one in units if one.index == max(index, 0)), Unit())
        control.check()
        preview = self._load(Path(item.path), item.modality, item.part, unit, size).result()
        control.check()
        image = None if preview.picture is None else picture_of(preview.picture)
        return LargeView(item, unit, units, image, preview.sound, preview.text or item.text)
