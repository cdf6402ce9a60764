"""The groups of the open collection's items, their names, and the job that finds them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.collection.stored_clusters import StoredClusters
from explorer.core.errors import SpaceError
from explorer.core.hub import Hub
from explorer.core.wording import Wording
from explorer.jobs import Control, Job, JobRunner
from explorer.lenses.cluster_names import WordVectors, name_clusters, nearest_words
from explorer.lenses.clusters import Clusters, find_clusters
from explorer.lenses.explanation.everyday import EVERYDAY_WORDS
from explorer.lenses.item_words import vocabulary, words_of
from explorer.lenses.projection_vectors import PreparedVectors, prepare
from explorer.viewstate.kept_neighbours import NeighbourSource
from explorer.viewstate.messages import ClustersChanged, Notice

Rows = NDArray[np.int64]

WORDS_AT_ONCE = 64


class Clustering:
    """Groups on several levels, kept with the collection.

    Attributes
    ----------
    clusters
        None until they are found, or where there is nothing to group.
    """

    def __init__(self, jobs: JobRunner, hub: Hub) -> None:
        self._jobs, self._hub = jobs, hub
        self.clusters: StoredClusters | None = None
        self.job: Job | None = None
        self._collection: Collection | None = None

    def open(self, collection: Collection, items: ItemTable, *, afresh: bool = False) -> None:
        """Show the kept groups of a collection, and find them where they are not whole."""
        self._collection = collection

        def done(found: StoredClusters | None) -> None:
            if collection is self._collection:
                self.clusters = found
                self._hub.publish(ClustersChanged())

        self.job = self._jobs.submit(
            Wording("Find groups"),
            lambda control: group_items(collection, items, control, afresh=afresh),
            lane="compute",
            key="groups",
            done=done,
            failed=lambda sentence: self._hub.publish(Notice(sentence, "problem")),
        )

    def close(self) -> None:
        """Forget the groups."""
        if self.job is not None:
            self.job.cancel()
        self._collection, self.clusters, self.job = None, None, None
        self._hub.publish(ClustersChanged())


def group_items(
    collection: Collection, items: ItemTable, control: Control, *, afresh: bool = False
) -> StoredClusters | None:
    """Find the groups of a collection and name them; kept ones are taken if they are whole.

    Returns
    -------
    Groups of all items that have a vector; None if nothing has one.
    """
    rows = collection.rows_with_vectors(before=len(items))
    if not len(rows):
        return None
    kept = None if afresh else collection.clusters()
    if kept is not None and np.array_equal(kept.rows, rows):
        return kept
    rows, vectors = collection.vectors(before=len(items), kind=np.float16)
    ready = prepare(vectors, items.modality_codes[rows])
    near = NeighbourSource(collection, rows, control)(ready)
    found = find_clusters(ready, near, progress=control.progress, check=control.check)
    own, around = item_words(collection, items, rows)
    meant = _word_vectors(collection, vocabulary(own, around), ready, control)
    names = name_clusters(found, own, around=around, near=meant)
    if meant is not None and any(_nameless(name) for level in names for name in level):
        stand_ins = _stand_ins(collection, ready, found)
        names = name_clusters(found, own, stand_ins, around=around, near=meant)
    result = StoredClusters(rows, found.labels, names)
    collection.save_clusters(result)
    return result


Words = list[frozenset[str]]


def item_words(collection: Collection, items: ItemTable, rows: Rows) -> tuple[Words, Words]:
    """What people call each item: words of its title and tags; words of its folders and text."""
    texts = collection.texts()
    marked = collection.marked()
    folders = _folder_words([str(items.paths[row]) for row in rows])
    own, around = [], []
    for row, folder in zip(rows.tolist(), folders, strict=True):
        marks = marked.get(str(items.ids[row]))
        tags = " ".join(marks.tags) if marks is not None else ""
        own.append(words_of(str(items.titles[row]).replace("_", " "), tags))
        around.append(words_of(texts.get(row, "")) | folder)
    return own, around


def _folder_words(paths: Sequence[str]) -> list[frozenset[str]]:
    """Words of the folders below what all paths share."""
    parents = [os.path.dirname(path) for path in paths]  # noqa: PTH120
    try:
        shared = len(PurePath(os.path.commonpath(set(parents))).parts)
    except ValueError:  # several drives
        shared = 1
    known: dict[str, frozenset[str]] = {}
    for parent in parents:
        if parent not in known:
            below = " ".join(PurePath(parent).parts[shared:])
            known[parent] = words_of(below.replace("_", " "))
    return [known[parent] for parent in parents]


def _nameless(name: str) -> bool:
    return not name or name.isdigit()


def _word_vectors(
    collection: Collection, words: Sequence[str], vectors: PreparedVectors, control: Control
) -> WordVectors | None:
    """Where words lie in the space; None if it has no encoder of texts, or there are no words."""
    found = []
    for start in range(0, len(words), WORDS_AT_ONCE):
        control.check()
        try:
            found.append(collection.text_vectors(words[start : start + WORDS_AT_ONCE]))
        except SpaceError:  # groups are named by how often a word is among their items
            return None
        control.progress(start, len(words), Wording("Naming groups"))
    return WordVectors(tuple(words), np.concatenate(found), vectors) if found else None


def _stand_ins(
    collection: Collection, vectors: PreparedVectors, found: Clusters
) -> list[list[str]]:
    """For each of the smallest groups the everyday words nearest to it in the space."""
    words = collection.text_vectors(EVERYDAY_WORDS)
    return nearest_words(vectors, found.labels[:, -1], found.counts[-1], EVERYDAY_WORDS, words)
