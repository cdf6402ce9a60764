"""The spaces of one collection: one serves, others may be kept beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

import numpy as np

from explorer.collection.embed_run import EmbedReport, EmbedRun, encodable
from explorer.collection.encoding import SpaceEncoding, all_identities, made_by
from explorer.collection.item_table import ItemTable
from explorer.collection.space_vectors import SpaceVectors
from explorer.collection.tools import Tools
from explorer.core.errors import CollectionError
from explorer.core.wording import Wording
from explorer.jobs import Control
from explorer.store.failing import writing_to
from explorer.store.folder import Beside, Manifest, read_manifest, write_manifest
from explorer.store.schema import quoted

OLD_VERSIONS = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class HeldSpace:
    """A space that a collection has vectors of.

    Parameters
    ----------
    serves
        Whether it is the one that is searched by default.
    embedded, wanted
        Items that have a vector in it, of those that it can encode.
    """

    id: str
    dimension: int
    serves: bool
    embedded: int
    wanted: int

    @property
    def whole(self) -> bool:
        """Whether every item that it can encode has a vector."""
        return self.embedded >= self.wanted


class SeveralSpaces:
    """Which space serves, which are beside it, and how that changes.

    What changes anything is called with the collection's write lock held.
    """

    def __init__(self, folder: Path, manifest: Manifest, tools: Tools) -> None:
        self._folder, self._tools = folder, tools
        self._opened: dict[str, SpaceVectors] = {}
        self.serving = self._open(manifest.space, manifest.dimension)

    def _open(self, space_id: str, dimension: int) -> SpaceVectors:
        known = self._opened.get(space_id)
        if known is None:
            known = self._opened[space_id] = SpaceVectors(
                self._folder,
                space_id,
                dimension,
                self._tools.spaces,
                partial(self._encoders, space_id),
                self._content_of,
            )
        return known

    def _content_of(self, modality_id: str) -> str:
        modality = self._tools.host.modalities.get(modality_id)
        return modality.content if modality is not None else ""

    def _manifest(self) -> Manifest:
        return read_manifest(self._folder)

    def _encoders(self, space_id: str) -> dict[str, str]:
        return self._manifest().encoders_of(space_id)

    # -- reading

    def beside(self) -> list[str]:
        """Ids of the spaces that do not serve."""
        manifest = self._manifest()
        return [one for one in (*manifest.beside, manifest.space) if one != self.serving.id]

    def of(self, space_id: str = "") -> SpaceVectors:
        """The vectors of a space, by default of the serving one.

        Raises
        ------
        CollectionError
            If the collection has none of it.
        """
        if space_id in ("", self.serving.id):
            return self.serving
        manifest = self._manifest()
        if space_id == manifest.space:
            return self._open(space_id, manifest.dimension)
        if space_id in manifest.beside:
            return self._open(space_id, manifest.beside[space_id].dimension)
        there = ", ".join([self.serving.id, *self.beside()])
        raise CollectionError(
            "The collection '{name}' has no vectors of '{space}'. It has: {there}. `explorer "
            "index -c {name} --space {space}` makes them.",
            name=manifest.name,
            space=space_id,
            there=there,
        )

    def held(self, items: ItemTable) -> list[HeldSpace]:
        """All of them, the serving one first."""
        modalities = self._tools.host.modalities
        found = []
        for space_id in (self.serving.id, *self.beside()):
            vectors = self.of(space_id)
            index = vectors.index(items)
            rows = encodable(items, modalities, vectors.encoders())
            embedded = int(np.count_nonzero(index.has_vectors[rows]))
            serves = vectors is self.serving
            found.append(HeldSpace(space_id, index.scan.dimension, serves, embedded, len(rows)))
        return found

    def map_key(self, method: str) -> str:
        """Name under which the map of the serving space is kept: each space has its own."""
        first = self._manifest().first
        return method if first in ("", self.serving.id) else f"{method} {self.serving.id}"

    # -- changing

    def encoding(self, space_id: str) -> SpaceEncoding:
        """A loaded space, whether or not the collection has vectors of it.

        Raises
        ------
        SpaceError
            If it is not on this machine.
        """
        info = self._tools.spaces.info(space_id)
        return self._open(info.id, info.dimension).encoding()

    def embed(
        self,
        encoding: SpaceEncoding,
        items: ItemTable,
        control: Control,
        *,
        unclean: bool,
        stored: Callable[[], None],
    ) -> EmbedReport:
        """Give all items vectors in a space; see `Collection.embed`."""
        space = encoding.space
        vectors = self._open(space.id, space.dimension)
        tables, committed = vectors.tables, items.version
        tables.create()
        self._note(encoding)
        tables.drop_leftovers(committed, thorough=unclean)
        identities = all_identities(encoding.identities)
        vectors.scan.update(committed, identities, tables.vectors(committed, identities))
        decoder, modalities = self._tools.decoder, self._tools.host.modalities
        run = EmbedRun(items, vectors, encoding, decoder, modalities, control, stored)
        report = run.run()
        if report.embedded:
            control.progress(report.wanted, report.wanted, Wording("Tidying up"))
            tables.sweep(identities)
            tables.compact(OLD_VERSIONS)
        return report

    def _note(self, encoding: SpaceEncoding) -> None:
        """Note that the collection has vectors of a space, and by which encoders."""
        manifest, space = self._manifest(), encoding.space
        if manifest.encoders_of(space.id) == encoding.identities:
            return
        if space.id == manifest.space:
            manifest.encoders = dict(encoding.identities)
        else:
            manifest.beside[space.id] = Beside(space.dimension, dict(encoding.identities))
        self._keep(manifest)

    def use(self, space_id: str, items: ItemTable) -> None:
        """Let a space serve; see `Collection.use_space`."""
        manifest, vectors = self._manifest(), self.of(space_id)
        if space_id != manifest.space:
            self._reassign(vectors, items)
            chosen = manifest.beside.pop(space_id)
            manifest.beside[manifest.space] = Beside(manifest.dimension, manifest.encoders)
            manifest.first = manifest.first or manifest.space
            manifest.space, manifest.dimension = space_id, chosen.dimension
            manifest.encoders = chosen.encoders
            self._keep(manifest)  # until here nothing has changed; items stay searchable
        self.serving = vectors

    def _reassign(self, vectors: SpaceVectors, items: ItemTable) -> None:
        """Note at each item who makes its vectors from now on; those without are read again.

        A program that is stopped in here costs one reading of the files, as their items then
        look encoded by another space than the one that serves.
        """
        encoders = vectors.encoders()
        has, number = vectors.index(items).has_vectors, items.version + 1
        for code, name in enumerate(items.modalities):
            modality = self._tools.host.modalities.get(name)
            if modality is None:
                continue
            maker = made_by(encoders, modality.content)
            rows = np.flatnonzero(items.present & (items.modality_codes == code))
            where = f"state = 'present' AND modality = {quoted(name)}"
            vectors.tables.set_items_where(where, {"encoding": maker}, number)
            vectors.tables.set_items(rows[~has[rows]], {"encoding": ""}, number)

    def drop(self, space_id: str) -> None:
        """Forget a space; see `Collection.drop_space`."""
        if space_id == self._manifest().space:
            raise CollectionError(
                "'{space}' serves in this collection. Let another one serve first.",
                space=space_id,
            )
        vectors, manifest = self.of(space_id), self._manifest()
        manifest.beside.pop(space_id)
        self._keep(manifest)
        vectors.correct(None)
        vectors.close()
        vectors.tables.drop_vectors()
        vectors.scan.drop()
        vectors.patches.drop()
        self._opened.pop(space_id)

    def _keep(self, manifest: Manifest) -> None:
        with writing_to(self._folder):
            write_manifest(self._folder, manifest)

    def close(self) -> None:
        """Let go of files and memory."""
        for vectors in self._opened.values():
            vectors.close()
