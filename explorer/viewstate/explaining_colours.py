"""A hovered word colours the whole collection, in every view, until the pointer leaves it."""

from __future__ import annotations

from typing import Literal

import numpy as np

from explorer.collection.patches import PatchReport
from explorer.collection.word_scores import WordScores
from explorer.core.wording import Wording, joined
from explorer.jobs import Job
from explorer.viewstate.columns import LensColumn
from explorer.viewstate.explaining_questions import Kept
from explorer.viewstate.messages import Notice
from explorer.viewstate.session import Session

COLUMN = "explanation.word"
WORDS_KEPT = 64


class ColouringByWord:
    """Lays a column of one word's scores over what the views colour by.

    Attributes
    ----------
    word
        The word that is asked for or shown, empty for none.
    scores
        Of that word, None while they are on the way.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: Kept[WordScores] = Kept(WORDS_KEPT)
        self.word = ""
        self.scores: WordScores | None = None

    def show(self, word: str) -> None:
        """Colour everything by a word."""
        collection, items = self._session.collection, self._session.items
        if collection is None or not word.strip() or word == self.word:
            return
        self.word, self.scores = word, None
        key = (str(collection.folder), items.version, collection.patches_version(), word)

        def done(scores: WordScores) -> None:
            self._kept.keep(key, scores)
            if self.word == word and collection is self._session.collection:
                self.scores = scores
                self._session.columns.show(column_of(scores, len(self._session.items)))

        known = self._kept.get(key)
        if known is not None:
            done(known)
            return
        self._session.jobs.submit(
            "Score by a word",
            lambda control: collection.word_scores(word),
            lane="query",
            key=f"explain-colours-{id(self)}",
            done=done,
            failed=lambda sentence: self.hide(),
            quiet=True,
        )

    def keep_parts(self) -> Job | None:
        """Look into the parts of every picture and sound, so that words meet those from now on."""
        collection, hub = self._session.collection, self._session.hub
        if collection is None:
            return None

        def done(report: PatchReport) -> None:
            self._kept = Kept(WORDS_KEPT)
            count = report.kept + report.already
            sentences = [Wording("Words now meet parts of {count} items.", count=count)]
            if report.failed:
                failed, first = len(report.failed), report.failed[0][0]
                sentences.append(
                    Wording("{count} could not be read: {first}.", count=failed, first=first)
                )
            kind: Literal["info", "problem"] = "problem" if report.failed else "info"
            hub.publish(Notice(joined(" ", sentences), kind))

        return self._session.jobs.submit(
            Wording("Look into the parts of {name}", name=collection.name),
            lambda control: collection.keep_patches(control),
            lane="index",
            done=done,
            failed=lambda sentence: hub.publish(Notice(sentence, "problem")),
            cancelled=lambda: hub.publish(
                Notice(Wording("Stopped. What was looked into is kept; start again to go on."))
            ),
        )

    def hide(self) -> None:
        """Colour as before."""
        if self.word:
            self.word, self.scores = "", None
            self._session.columns.hide(COLUMN)


def column_of(scores: WordScores, count: int) -> LensColumn:
    """The heat of a word as a column: float32 (count,), NaN for items without a vector."""
    values = np.full(count, np.nan, np.float32)
    known = scores.rows < count
    values[scores.rows[known]] = scores.heat[known]
    title = f"“{scores.word}” {SHORT[scores.source]}"
    return LensColumn(COLUMN, title, values, "amount", "less", "more")


HOW = {
    "patches": "by the best patch of each",
    "pooled": "by whole items, not patches",
    "both": "by the best patch where kept, else by the whole",
}
SHORT = {"patches": "by parts", "pooled": "by whole items", "both": "by parts and whole"}
"""For the legend of the map, which is narrow."""
