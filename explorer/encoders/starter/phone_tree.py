"""The words of a lexicon as a tree of phones, and the best way to cut what was heard in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BLANK, SPACE = 0, 1
"""Signs of the tower that are no phones: CTC's blank, and the space between two words."""

BEAM, LEAST = 12.0, -12.0
"""How far behind the best a way may be, and the least that one sign may count."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


class Piece(NamedTuple):
    """A word of a cut: its first step, the step after its last, its row in the lexicon."""

    start: int
    end: int
    row: int


class _Ways:
    """The best way to each node of the tree, by whether the last step was its sign or a blank.

    float32 (nodes,) scores, and int32 (nodes,): at which step each began its word.
    """

    def __init__(self, nodes: int) -> None:
        self.said, self.after = np.full((2, nodes), -np.inf, np.float32)
        self.said_since, self.after_since = np.zeros((2, nodes), np.int32)

    def forget(self, nodes: Ints) -> None:
        """No way leads to some nodes any more."""
        self.said[nodes] = self.after[nodes] = -np.inf


class PhoneTree:
    """Words that begin alike share their first nodes.

    Parameters
    ----------
    signs
        Of each word, in the order of the lexicon.
    costs
        float32 (words,): what saying each costs.
    """

    def __init__(self, signs: Sequence[Sequence[int]], costs: Floats) -> None:
        nodes: dict[tuple[int, int], int] = {}
        parents, marks = [-1], [BLANK]
        ends: dict[int, int] = {}
        for row, word in enumerate(signs):
            node = 0
            for sign in word:
                child = nodes.setdefault((node, sign), len(parents))
                if child == len(parents):
                    parents.append(node)
                    marks.append(sign)
                node = child
            if node not in ends or costs[row] < costs[ends[node]]:
                ends[node] = row
        self._parents, self._signs = np.array(parents), np.array(marks)
        self._rows = np.full(len(parents), -1)
        self._rows[list(ends)] = list(ends.values())
        self._costs = np.where(self._rows < 0, np.inf, costs[self._rows]).astype(np.float32)
        self._children = np.argsort(self._parents, kind="stable")[1:]
        self._counts = np.bincount(self._parents[1:], minlength=len(parents))
        self._firsts = np.cumsum(self._counts) - self._counts

    def cut(self, logs: Floats) -> list[Piece]:
        """The words on end that make what was heard likeliest.

        A space between words may be heard or not; what is heard between words counts as little
        as no sign at all.

        Parameters
        ----------
        logs
            (steps, signs): log-probabilities.
        """
        logs = np.maximum(logs, LEAST)
        quiet = np.maximum(logs[:, BLANK], logs[:, SPACE])
        between, ended = [0.0], [(-1, -1, 0)]  # the best way that is within no word at each step
        ways, spare = _Ways(len(self._parents)), _Ways(len(self._parents))
        live = np.empty(0, np.int64)
        for step, heard in enumerate(logs):
            was = live
            live = self._step(ways, spare, live, heard, between[step], step)
            ways.forget(was)
            ways, spare = spare, ways
            scores = ways.said[live] - self._costs[live]
            best = int(scores.argmax()) if len(live) else -1
            waited = between[step] + float(quiet[step])
            if best >= 0 and scores[best] > waited:
                node = int(live[best])
                between.append(float(scores[best]))
                ended.append((node, int(ways.said_since[node]), step + 1))
            else:
                between.append(waited)
                ended.append(ended[step])
        return self._traced(ended)

    def _traced(self, ended: Sequence[tuple[int, int, int]]) -> list[Piece]:
        found = []
        node, start, end = ended[-1]
        while node >= 0:
            found.append(Piece(start, end, int(self._rows[node])))
            node, start, end = ended[start]
        return found[::-1]

    def _step(
        self, old: _Ways, new: _Ways, live: Ints, heard: Floats, between: float, step: int
    ) -> Ints:
        """One step on: ways stay, go to a blank, go on to a child, or begin a word.

        They are written in `new`, which knows none yet; returns the nodes that any leads to.
        """
        new.said[live], new.said_since[live] = old.said[live], old.said_since[live]
        later = old.after[live] > old.said[live]
        new.after[live] = np.where(later, old.after[live], old.said[live]) + heard[BLANK]
        new.after_since[live] = np.where(later, old.after_since[live], old.said_since[live])
        below = self._below(live)
        above = self._parents[below]
        # The same sign twice needs a blank between.
        twice = self._signs[below] == self._signs[above]
        direct = np.where(twice, -np.inf, old.said[above])
        later = old.after[above] > direct
        score = np.where(later, old.after[above], direct)
        since = np.where(later, old.after_since[above], old.said_since[above])
        better = score > new.said[below]
        gone_on = below[better]
        new.said[gone_on], new.said_since[gone_on] = score[better], since[better]
        first = self._children[: self._counts[0]]
        begun = first[between > new.said[first]]
        new.said[begun], new.said_since[begun] = between, step
        fresh = np.concatenate([gone_on, begun])
        touched = np.concatenate([live, fresh[new.after[fresh] == -np.inf]])
        new.said[touched] += heard[self._signs[touched]]
        best = np.maximum(new.said[touched], new.after[touched])
        far = best < best.max() - BEAM
        new.forget(touched[far])
        near: Ints = touched[~far]
        return near

    def _below(self, nodes: Ints) -> Ints:
        """The children of some nodes."""
        counts = self._counts[nodes]
        starts = np.repeat(self._firsts[nodes] - (np.cumsum(counts) - counts), counts)
        below: Ints = self._children[starts + np.arange(len(starts))]
        return below
