"""Where in its item each visible hit lies: "0:10–0:20", "paragraph 3"."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from explorer.collection.collection import Collection
from explorer.core.media import Unit
from explorer.jobs import Control
from explorer.ui.item_words import place_words
from explorer.ui.kinds import Kinds
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.messages import CollectionOpened, ItemsChanged
from explorer.viewstate.session import Session

Key = tuple[int, int]
MOST = 20_000
"""Places kept; with more the oldest go."""


class HitPlaces(QObject):
    """Units of the visible hits, read when they are first seen.

    A picture that was embedded whole has no place, so pictures are asked about only where their
    best unit is a further one.

    Parameters
    ----------
    session
        Its open collection is read.
    kinds
        Which rows are pictures.
    """

    arrived = Signal()

    def __init__(self, session: Session, kinds: Kinds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._kinds = session, kinds
        self._units: dict[Key, Unit] = {}
        self._reading: set[Key] = set()
        session.hub.subscribe(self, CollectionOpened, lambda _: self._forget())
        session.hub.subscribe(self, ItemsChanged, lambda _: self._forget())

    def close(self) -> None:
        """Hear of nothing more."""
        self._session.hub.unsubscribe(self)

    def unit(self, shown: Arrangement, position: int) -> Unit | None:
        """The unit by which a shown item was found, None while it is not known."""
        key = self._key(shown, position)
        return None if key is None else self._units.get(key)

    def words(self, shown: Arrangement, position: int) -> str:
        """Its place in words; nothing for a whole item or while it is not known."""
        unit = self.unit(shown, position)
        return "" if unit is None else place_words(unit)

    def want(self, shown: Arrangement, positions: range) -> None:
        """Read the units of these hits."""
        collection, items = self._session.collection, self._session.items
        if collection is None or shown.ranking is None:
            return
        keys = [key for key in (self._key(shown, at) for at in positions) if key is not None]
        keys = [
            (row, index)
            for row, index in keys
            if row < len(items)
            and (row, index) not in self._units
            and (row, index) not in self._reading
            and (index or self._content(row) != "image")
        ]
        if not keys:
            return
        self._reading.update(keys)
        ids = [str(items.ids[row]) for row, _ in keys]

        def done(units: list[Unit | None]) -> None:
            if collection is not self._session.collection or not isValid(self):
                return
            self._reading.difference_update(keys)
            for key, unit in zip(keys, units, strict=True):
                self._units[key] = unit or Unit(index=key[1])
            while len(self._units) > MOST:
                self._units.pop(next(iter(self._units)))
            self.arrived.emit()

        self._session.jobs.submit(
            "Read places",
            lambda control: read_units(collection, ids, [index for _, index in keys], control),
            done=done,
            quiet=True,
        )

    def _key(self, shown: Arrangement, position: int) -> Key | None:
        if shown.ranking is None or shown.hits is None:
            return None
        index = int(shown.ranking.units[shown.hits[position]])
        return None if index < 0 else (int(shown.rows[position]), index)

    def _content(self, row: int) -> str:
        items = self._session.items
        return self._kinds[items.modality(row)].content

    def _forget(self) -> None:
        self._units.clear()
        self._reading.clear()


def read_units(
    collection: Collection, ids: list[str], indexes: list[int], control: Control
) -> list[Unit | None]:
    """The unit with each index of each item, None where there is none."""
    found: list[Unit | None] = []
    for item_id, index in zip(ids, indexes, strict=True):
        control.check()
        found.append(next((u for u in collection.units(item_id) if u.index == index), None))
    return found
