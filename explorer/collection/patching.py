"""Which patches a collection keeps in each of its spaces, and keeping those that are missing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from explorer.collection.current_items import CurrentItems
from explorer.collection.patches import (
    PatchKeeper,
    PatchReport,
    can_have_patches,
    token_identities,
)
from explorer.collection.several_spaces import SeveralSpaces
from explorer.collection.tools import Tools
from explorer.core.errors import SpaceError
from explorer.jobs import Control


class Patching:
    """Keeps patches beside the vectors of a space.

    Parameters
    ----------
    stored
        Called when some were kept.
    """

    def __init__(
        self,
        spaces: SeveralSpaces,
        items: CurrentItems,
        tools: Tools,
        stored: Callable[[], None],
    ) -> None:
        self._spaces, self._items, self._tools, self._stored = spaces, items, tools, stored

    def keep(self, control: Control, space: str) -> PatchReport:
        """Keep those that are missing; see `Collection.keep_patches`."""
        vectors = self._spaces.of(space)
        loaded = vectors.encoding().space
        if not token_identities(loaded):
            raise SpaceError(
                "The space '{space}' gives no patches, so words meet whole items only.",
                space=loaded.id,
            )
        keeper = PatchKeeper(vectors.patches, loaded, self._tools)
        return keeper.keep(self._items.table(), control, self._stored)

    def counts(self, space: str) -> tuple[int, int]:
        """How many present items have theirs, and how many could; see `Collection`."""
        vectors, items = self._spaces.of(space), self._items.table()
        loaded = vectors.encoding().space
        could = can_have_patches(items, loaded, self._tools)
        kept = vectors.patches.contents(list(token_identities(loaded).values()))
        return int(np.isin(items.contents[could], kept).sum()), int(could.sum())
