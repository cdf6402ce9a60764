"""Which word meets which patch of a picture: a map per word, by any of several methods.

The methods are in `explorer.lenses.explanation`, one module each.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError, SpaceError
from explorer.core.media import Pixels
from explorer.core.tokens import GridLayout
from explorer.encoders.space import Space
from explorer.jobs import Control
from explorer.lenses.explanation.methods import DEFAULT, METHODS, Method, available
from explorer.lenses.explanation.question import Question, Relevance
from explorer.lenses.faithfulness import Faithfulness, Judge

Judged = Literal["no", "text", "words"]
"""What is tried against deletion, insertion and random maps: nothing, the map of the whole text,
or the map of every word too."""

__all__ = ["METHODS", "Comparison", "Explanation", "WordMap", "available", "compare_methods",
           "explain", "explain_picture"]  # fmt: skip

NOT_JUDGED = Faithfulness(float("nan"), float("nan"), float("nan"))


@dataclass(frozen=True, slots=True)
class WordMap:
    """One word's map over a picture.

    ``score`` is its best value, ``peak`` the centre (x, y) of the best patch in pixels, ``map``
    float32 (rows, cols) and ``span`` the word's characters in the text. ``content`` is False for
    function words.
    """

    word: str
    score: float
    peak: tuple[float, float]
    map: NDArray[np.float32]
    span: tuple[int, int]
    content: bool = True
    faithfulness: Faithfulness | None = None

    def to_dict(self) -> dict[str, object]:
        """JSON data."""
        told: dict[str, object] = {
            "word": self.word,
            "score": round(self.score, 6),
            "peak": [round(value, 1) for value in self.peak],
            "map": np.round(self.map.astype(float), 5).tolist(),
            "span": list(self.span),
            "content": self.content,
        }
        if self.faithfulness is not None:
            told["faithfulness"] = self.faithfulness.to_dict()
        return told


@dataclass(frozen=True, slots=True)
class Explanation:
    """Maps of all words of a text over one picture.

    ``image_size`` is (width, height) in pixels; ``layout`` says where the grid lies on it. ``heat``
    is the map of the whole text, float32 (rows, cols), which ``faithfulness`` is about.
    ``seconds`` is how long the maps took.
    """

    image_size: tuple[int, int]
    layout: GridLayout
    method: str
    words: tuple[WordMap, ...]
    faithfulness: Faithfulness
    heat: NDArray[np.float32]
    seconds: float = 0.0

    @property
    def grid(self) -> tuple[int, int]:
        """(rows, cols)."""
        return self.layout.rows, self.layout.cols

    @property
    def top(self) -> float:
        """End of the colour range, one for all words: the best value of a content word."""
        return max((one.score for one in self.words if one.content), default=0.0)

    @property
    def advantage(self) -> float:
        """Mean advantage of the content words' maps, or the text's where words are not judged."""
        judged = [one.faithfulness for one in self.words if one.content and one.faithfulness]
        if not judged:
            return self.faithfulness.advantage
        return float(np.mean([one.advantage for one in judged]))

    def to_dict(self) -> dict[str, object]:
        """JSON data, as ``explorer explain --json`` prints it."""
        return {
            "image_size": list(self.image_size),
            "grid": list(self.grid),
            "box": list(self.layout.box),
            "method": self.method,
            "words": [one.to_dict() for one in self.words],
            "faithfulness": self.faithfulness.to_dict(),
            "seconds": round(self.seconds, 4),
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Explanations of one picture and text by several methods.

    ``best`` is the method whose maps have the highest mean advantage, "" where none is better than
    random. ``unavailable`` gives the reason for every method that this space cannot serve.
    """

    explanations: tuple[Explanation, ...]
    best: str
    unavailable: dict[str, str]

    def to_dict(self) -> dict[str, object]:
        """JSON data."""
        return {
            "methods": [one.to_dict() for one in self.explanations],
            "best": self.best,
            "unavailable": self.unavailable,
        }


def explain_picture(
    space: Space,
    picture: Pixels,
    words: str,
    method: str = DEFAULT,
    *,
    judged: Judged = "text",
    control: Control | None = None,
) -> Explanation:
    """Maps of every word of a text over a picture.

    Parameters
    ----------
    picture
        uint8 RGB (h, w, 3).
    words
        A word or a sentence.
    judged
        How much to find out about how far to believe the maps; that takes longer than the maps.

    Raises
    ------
    QueryError
        If there are no words, or the method is not known.
    SpaceError
        If the space cannot serve the method.
    Cancelled
        If the control was asked to stop.
    """
    question = Question(space, picture, words)
    chosen = _method(method)
    missing = next((one for one in ("image", "text") if one not in space.encoders), None)
    if missing:
        raise SpaceError(f"The space '{space.id}' has no encoder for {missing}s.")
    return explain(question, chosen, judged=judged, control=control)


def explain(
    question: Question,
    method: Method,
    *,
    judged: Judged = "text",
    judge: Judge | None = None,
    control: Control | None = None,
) -> Explanation:
    """Answer a question by one method; see `explain_picture`.

    Parameters
    ----------
    judge
        Of the same picture and layout, to use its random maps again.
    """
    control = control or Control()
    began = time.perf_counter()
    relevance = method.maps(question, control)
    explanation = _laid_out(question, method, relevance, time.perf_counter() - began)
    if judged == "no":
        return explanation
    judge = judge or Judge(question.small, relevance.layout, question.vectors_of)
    return _with_judgement(explanation, question, judge, judged, control)


def compare_methods(
    space: Space,
    picture: Pixels,
    words: str,
    methods: Sequence[str] = (),
    *,
    control: Control | None = None,
) -> Comparison:
    """Explain by several methods (all that the space can serve), judge each, and mark the best.

    Raises
    ------
    QueryError
        If there are no words, or a method is not known.
    """
    question, control = Question(space, picture, words), control or Control()
    wanted = [_method(one) for one in methods or METHODS]
    reasons = available(space)
    judges: dict[GridLayout, Judge] = {}
    explanations = []
    for method in wanted:
        if reasons[method.id]:
            continue
        plain = explain(question, method, judged="no", control=control)
        judge = judges.setdefault(
            plain.layout, Judge(question.small, plain.layout, question.vectors_of)
        )
        explanations.append(_with_judgement(plain, question, judge, "words", control))
    return Comparison(
        tuple(explanations),
        _best(explanations),
        {method.id: reasons[method.id] for method in wanted if reasons[method.id]},
    )


def _best(explanations: Sequence[Explanation]) -> str:
    believed = [
        one
        for one in explanations
        if METHODS[one.method].per_word
        and any(word.content and _better(word.faithfulness) for word in one.words)
    ]
    return max(believed, key=lambda one: one.advantage).method if believed else ""


def _better(belief: Faithfulness | None) -> bool:
    return belief is not None and bool(belief.better_than_random)


def _method(name: str) -> Method:
    if name not in METHODS:
        raise QueryError(f"There is no method called '{name}'. There is: {', '.join(METHODS)}.")
    return METHODS[name]


def _laid_out(
    question: Question, method: Method, relevance: Relevance, seconds: float
) -> Explanation:
    words, layout = question.words, relevance.layout
    height, width = question.picture.shape[:2]
    maps = []
    for place, word in enumerate(words.words):
        values = relevance.values[place]
        best = int(values.argmax())
        peak = layout.centre(best, width, height)
        content = bool(words.content[place])
        maps.append(WordMap(word, float(values.max()), peak, values, words.spans[place], content))
    heat = relevance.values[-1]
    return Explanation((width, height), layout, method.id, tuple(maps), NOT_JUDGED, heat, seconds)


def _with_judgement(
    explanation: Explanation, question: Question, judge: Judge, judged: Judged, control: Control
) -> Explanation:
    words = question.words
    maps, targets = [explanation.heat], [words.whole]
    if judged == "words":
        maps += [one.map for one in explanation.words]
        targets += list(words.vectors)
    found = judge.judged(np.stack(maps), np.stack(targets), control, against_random=True)
    if judged == "text":
        return replace(explanation, faithfulness=found[0])
    told = tuple(
        replace(word, faithfulness=belief)
        for word, belief in zip(explanation.words, found[1:], strict=True)
    )
    return replace(explanation, words=told, faithfulness=found[0])
