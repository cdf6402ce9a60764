"""Which methods the collection's space can serve for what is shown."""

from __future__ import annotations

from collections.abc import Callable

from explorer.collection.tools import Tools
from explorer.jobs import Control
from explorer.lenses.explanation.methods import METHODS, attention_shape, available
from explorer.viewstate.session import Session

Found = tuple[dict[str, str], tuple[int, int]]


class Serving:
    """Found out once for each space and kind of content.

    Parameters
    ----------
    key
        Of its job.
    told
        Called when it is known.

    Attributes
    ----------
    reasons
        By method, why the space cannot serve it, empty where it can; no entries until that is
        known.
    attention
        How many layers and heads its attention has; (0, 0) where there is none.
    """

    def __init__(self, session: Session, tools: Tools, key: str, told: Callable[[], None]) -> None:
        self._session, self._tools = session, tools
        self._key, self._told = key, told
        self._of = ("", "")
        self.reasons: dict[str, str] = {}
        self.attention = (0, 0)

    def ask(self, space_id: str, content: str) -> None:
        """Find it out for a space and ``"image"`` or ``"audio"``, unless that is what is known."""
        if not space_id or self._of == (space_id, content):
            return
        self._of, self.reasons, self.attention = (space_id, content), {}, (0, 0)

        def work(control: Control) -> Found:
            del control
            space = self._tools.spaces.load(space_id)
            reasons = available(space, content)
            has = not reasons["attention"]
            return reasons, attention_shape(space, content) if has else (0, 0)

        def done(found: Found) -> None:
            if self._of == (space_id, content):
                self.reasons, self.attention = found
                self._told()

        self._session.jobs.submit(
            "See which methods the space can serve",
            work,
            lane="explain",
            key=self._key,
            done=done,
            failed=lambda sentence: done((dict.fromkeys(METHODS, sentence), (0, 0))),
            quiet=True,
        )
