"""The vectors that a collection has of one space."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from explorer.collection.corrected_scan import CorrectedScan, kinds_of_vectors
from explorer.collection.encoding import SpaceEncoding, all_identities
from explorer.collection.item_table import ItemTable
from explorer.collection.vector_index import VectorIndex
from explorer.core.correction import Correction
from explorer.core.similarity import Vectors
from explorer.encoders.catalogue import SpaceCatalogue
from explorer.store.correction_file import CorrectionFile
from explorer.store.patches import PatchTable
from explorer.store.scan import ScanView, VectorScan
from explorer.store.schema import space_name
from explorer.store.tables import Tables


class SpaceVectors:
    """Table, matrices and encoders of one space in one collection.

    Parameters
    ----------
    encoders
        Gives, by content kind, who made the vectors that count.
    content_of
        From a modality to its kind of content.

    Attributes
    ----------
    id
        Of the space.
    tables, scan
        Where the vectors are for good, and in the form that is searched.
    patches
        Regions of pictures and sounds, where they are kept.
    """

    def __init__(
        self,
        folder: Path,
        space_id: str,
        dimension: int,
        spaces: SpaceCatalogue,
        encoders: Callable[[], Mapping[str, str]],
        content_of: Callable[[str], str] = lambda modality: modality,
    ) -> None:
        self.id = space_id
        self.tables = Tables(folder, space_id, dimension)
        self.scan = VectorScan(folder / "scan" / space_name(space_id), dimension)
        self.patches = PatchTable(folder, space_id)
        self.encoders = encoders
        self._spaces = spaces
        self._encoding: SpaceEncoding | None = None
        self._index: VectorIndex | None = None
        self._plain: ScanView | None = None
        self._corrected_by: Correction | None = None
        self._content_of = content_of
        self._correction = CorrectionFile(folder, space_id)
        self._reading = threading.Lock()

    def encoding(self) -> SpaceEncoding:
        """The loaded space; it is loaded anew if it was closed meanwhile.

        Raises
        ------
        SpaceError
            If it is not on this machine any more.
        """
        space = self._spaces.load(self.id)
        if self._encoding is None or self._encoding.space is not space:
            self._encoding = SpaceEncoding(space)
        return self._encoding

    def index(self, items: ItemTable) -> VectorIndex:
        """Which vectors, corrected if the person wants so, belong to which of these items."""
        with self._reading:
            scan, correction = self._view(items.version), self.correction()
            known = self._index
            if (
                known is None
                or known.items is not items
                or self._plain is not scan
                or self._corrected_by is not correction
            ):
                shown = scan if correction is None else self._corrected(scan, correction, items)
                known = self._index = VectorIndex(items, shown)
                self._plain, self._corrected_by = scan, correction
            return known

    def plain_index(self, items: ItemTable) -> VectorIndex:
        """The same without any correction."""
        if self.correction() is None:
            return self.index(items)
        with self._reading:
            return VectorIndex(items, self._view(items.version))

    def _corrected(self, scan: ScanView, correction: Correction, items: ItemTable) -> CorrectedScan:
        kinds = kinds_of_vectors(scan, items, self._content_of, self.encoders())
        return CorrectedScan(scan, correction, kinds)

    def correction(self) -> Correction | None:
        """What is done to the vectors after encoding; None for nothing."""
        return self._correction.read(self.encoders())

    def correct(self, correction: Correction | None) -> None:
        """Keep a correction, or none any more; raises `CollectionError`."""
        self._correction.write(correction, self.encoders())

    def corrected(self, vector: Vectors, kind: str) -> Vectors:
        """A fresh vector (d,) of a kind of content, corrected as the kept ones are."""
        correction = self.correction()
        return vector if correction is None else correction.apply(vector, kind)

    def _view(self, committed: int) -> ScanView:
        identities = all_identities(self.encoders())
        return self.scan.view(committed, identities, self.tables.vectors(committed, identities))

    def close(self) -> None:
        """Let go of files and memory."""
        with self._reading:
            self.tables.close()
            self.patches.close()
            self._index = self._plain = self._corrected_by = None
