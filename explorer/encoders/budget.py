"""How much memory networks may take together: what was used longest ago goes first."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Protocol

GIGABYTE = 1024**3


class Unloadable(Protocol):
    """Something that takes memory and can give it back."""

    def unload(self) -> None:
        """Give it back; it comes again when it is used."""
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """What one network takes: its label and bytes."""

    label: str
    size: int


class MemoryBudget:
    """Keeps the weights in memory under a limit; any thread may ask.

    A network that is larger than the limit is loaded all the same, by itself: whether it fits, the
    device says.

    Parameters
    ----------
    limit
        In bytes; 0 for half of the memory of this machine.
    """

    def __init__(self, limit: int = 0) -> None:
        self._limit = limit
        self._held: OrderedDict[Unloadable, Held] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def limit(self) -> int:
        """In bytes."""
        return self._limit or machine_memory() // 2

    def set_limit(self, limit: int) -> None:
        """Change the limit, in bytes, and keep it at once; 0 for half of this machine's memory."""
        self._limit = limit
        self._unload(self._over(None))

    @property
    def held(self) -> tuple[Held, ...]:
        """What is in memory, least recently used first."""
        with self._lock:
            return tuple(self._held.values())

    @property
    def used(self) -> int:
        """Bytes in memory."""
        return sum(one.size for one in self.held)

    def use(self, network: Unloadable, label: str, size: int) -> None:
        """Note that a network is used now, and make room for it if it was not there."""
        with self._lock:
            self._held[network] = Held(label, size)
            self._held.move_to_end(network)
        self._unload(self._over(network))

    def leave(self, network: Unloadable) -> None:
        """Note that a network is not in memory any more."""
        with self._lock:
            self._held.pop(network, None)

    def _over(self, kept: Unloadable | None) -> list[Unloadable]:
        """Those that have to go, least recently used first; `kept` stays."""
        with self._lock:
            total = sum(one.size for one in self._held.values())
            going: list[Unloadable] = []
            for network, one in self._held.items():
                if total <= self.limit:
                    break
                if network is not kept:
                    going.append(network)
                    total -= one.size
            return going

    def _unload(self, networks: list[Unloadable]) -> None:
        for network in networks:
            network.unload()


def machine_memory() -> int:
    """Bytes of memory of this machine, or of the group of processes that this one is in."""
    total = (
        os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") if hasattr(os, "sysconf") else 0
    )
    for name in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        try:
            with open(name, encoding="ascii") as stream:  # noqa: PTH123 - no path of a person
                said = stream.read().strip()
        except OSError:
            continue
        if said.isdecimal():
            total = min(total, int(said)) if total else int(said)
    return total or 8 * GIGABYTE
