"""Typed messages between parts that do not know each other (after glue's hub).

Views never call each other: they publish a message and subscribe to the kinds they need.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """Base of every message; a subclass per thing that can happen."""


M = TypeVar("M", bound=Message)
Handler = Callable[[Any], None]


class Hub:
    """Delivers each message to everyone who subscribed to its type.

    A handler that raises is logged and does not keep the message from the others. Not safe to
    use from several threads: publish on the main thread.
    """

    def __init__(self) -> None:
        self._handlers: dict[type[Message], list[tuple[object, Handler]]] = {}
        self._held: list[Message] = []
        self._depth = 0

    def subscribe(self, owner: object, kind: type[M], handler: Callable[[M], None]) -> None:
        """Call `handler` with every message of exactly this type until `owner` leaves."""
        self._handlers.setdefault(kind, []).append((owner, handler))

    def unsubscribe(self, owner: object) -> None:
        """Take back everything that `owner` subscribed to."""
        for kind, handlers in self._handlers.items():
            self._handlers[kind] = [pair for pair in handlers if pair[0] is not owner]

    def publish(self, message: Message) -> None:
        """Deliver a message now, or when the outermost `hold` ends."""
        if self._depth:
            self._held.append(message)
            return
        self._deliver(message, tuple(self._handlers.get(type(message), ())))

    def owners(self) -> list[object]:
        """Everyone who has subscribed to anything."""
        pairs = (pair for handlers in self._handlers.values() for pair in handlers)
        return list({id(owner): owner for owner, _ in pairs}.values())

    def tell(self, owners: list[object], message: Message) -> None:
        """Deliver a message now to some alone: views made later hear what others know."""
        wanted = {id(owner) for owner in owners}
        handlers = self._handlers.get(type(message), ())
        self._deliver(message, tuple(pair for pair in handlers if id(pair[0]) in wanted))

    def _deliver(self, message: Message, handlers: tuple[tuple[object, Handler], ...]) -> None:
        for owner, handler in handlers:
            try:
                handler(message)
            except Exception:
                _log.exception("%s failed on %s", type(owner).__name__, type(message).__name__)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Keep messages back inside the block; of equal ones only the last is delivered."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth:
                held, self._held = self._held, []
                for position, message in enumerate(held):
                    if message not in held[position + 1 :]:
                        self.publish(message)
