"""Where plugins put what they bring; every entry carries its owner (after Picard)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from explorer.api.modality import Modality
from explorer.core.errors import PluginError

T = TypeVar("T")


class Registry(Generic[T], Mapping[str, T]):
    """Things by id, each with the id of the plugin that brought it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._entries: dict[str, tuple[str, T]] = {}

    def add(self, owner: str, key: str, thing: T) -> None:
        """Add a thing.

        Raises
        ------
        PluginError
            If another plugin already brought one with this id.
        """
        if key in self._entries:
            first = self._entries[key][0]
            raise PluginError(
                "The {kind} '{key}' is already provided by plugin '{first}'.",
                kind=self.kind,
                key=key,
                first=first,
            )
        self._entries[key] = (owner, thing)

    def remove_owner(self, owner: str) -> None:
        """Take back everything a plugin brought."""
        self._entries = {k: entry for k, entry in self._entries.items() if entry[0] != owner}

    def owner(self, key: str) -> str:
        """The plugin that brought a thing."""
        return self._entries[key][0]

    def __getitem__(self, key: str) -> T:
        return self._entries[key][1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class Registrar:
    """What a plugin's ``register`` is given: it writes under the plugin's name.

    Nothing registered counts until ``register`` has returned, so a plugin that fails half way
    leaves nothing behind.
    """

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.modalities: list[Modality] = []

    def modality(self, modality: Modality) -> None:
        """Offer a kind of media.

        Raises
        ------
        PluginError
            If it lacks an id, a name, a content or suffixes.
        """
        for attribute in ("id", "name", "content", "suffixes"):
            if not getattr(modality, attribute, None):
                raise PluginError(
                    "A modality of plugin '{owner}' has no '{attribute}'.",
                    owner=self.owner,
                    attribute=attribute,
                )
        self.modalities.append(modality)
