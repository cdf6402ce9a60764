"""Which word meets which patch of a picture or sound: a map per word, by any of several methods.

The methods are in `explorer.lenses.explanation`, one module each.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError, SpaceError
from explorer.core.media import Pixels, Sound
from explorer.core.tokens import GridLayout
from explorer.encoders.space import Space
from explorer.jobs import Control
from explorer.lenses.explanation.methods import DEFAULT, METHODS, Method, available
from explorer.lenses.explanation.question import NOUNS, Question, Relevance
from explorer.lenses.explanation.sound_question import SoundQuestion
from explorer.lenses.explanation.spectrogram import SoundFrame
from explorer.lenses.faithfulness import Box, Faithfulness, Judge, points_into

Judged = Literal["no", "text", "words"]
"""What is tried against deletion, insertion and random maps: nothing, the map of the whole text,
or the map of every word too."""

__all__ = ["METHODS", "Comparison", "Explanation", "WordMap", "available", "best_of", "compare",
           "compare_methods", "explain", "explain_picture", "explain_sound", "judge_explanation",
           "judge_of", "method_called", "pointing"]  # fmt: skip

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

    @property
    def believed(self) -> bool:
        """Whether there is anything on the map, and it was found better than random ones."""
        belief = self.faithfulness
        return self.score > 0 and belief is not None and bool(belief.better_than_random)

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
    ``seconds`` is how long the maps took. Of a sound the picture is its spectrogram, and ``sound``
    says which times and frequencies it shows.
    """

    image_size: tuple[int, int]
    layout: GridLayout
    method: str
    words: tuple[WordMap, ...]
    faithfulness: Faithfulness
    heat: NDArray[np.float32]
    seconds: float = 0.0
    sound: SoundFrame | None = None

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
        told: dict[str, object] = {
            "image_size": list(self.image_size),
            "grid": list(self.grid),
            "box": list(self.layout.box),
            "method": self.method,
            "words": [one.to_dict() for one in self.words],
            "faithfulness": self.faithfulness.to_dict(),
            "seconds": round(self.seconds, 4),
        }
        if self.sound is not None:
            told["sound"] = self.sound.to_dict()
        return told


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
    return explain(question, method_called(method), judged=judged, control=control)


def explain_sound(
    space: Space,
    sound: Sound,
    words: str,
    method: str = DEFAULT,
    *,
    judged: Judged = "text",
    control: Control | None = None,
) -> Explanation:
    """Maps of every word of a text over the times and frequencies of a sound.

    They lie on its spectrogram, `SoundQuestion.picture`. Of a long sound the first two minutes
    count. See `explain_picture`.
    """
    question = SoundQuestion(space, sound, words)
    return explain(question, method_called(method), judged=judged, control=control)


def explain(
    question: Question,
    method: Method,
    *,
    judged: Judged = "text",
    judge: Judge | None = None,
    control: Control | None = None,
) -> Explanation:
    """Answer a question about a picture or a sound by one method; see `explain_picture`.

    Parameters
    ----------
    judge
        Of the same picture and layout, to use its random maps again.
    """
    control = control or Control()
    _check_encoders(question)
    began = time.perf_counter()
    relevance = method.maps(question, control)
    explanation = _laid_out(question, method, relevance, time.perf_counter() - began)
    if judged == "no":
        return explanation
    return judge_explanation(explanation, question, judge, judged, control=control)


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
    return compare(Question(space, picture, words), methods, control=control)


def compare(
    question: Question, methods: Sequence[str] = (), *, control: Control | None = None
) -> Comparison:
    """Answer a question about a picture or a sound by several methods; see `compare_methods`."""
    control = control or Control()
    wanted = [method_called(one) for one in methods or METHODS]
    reasons = available(question.space, question.content)
    judges: dict[GridLayout, Judge] = {}
    explanations = []
    for method in wanted:
        if reasons[method.id]:
            continue
        plain = explain(question, method, judged="no", control=control)
        judge = judges.setdefault(plain.layout, judge_of(question, plain.layout))
        explanations.append(judge_explanation(plain, question, judge, "words", control=control))
    return Comparison(
        tuple(explanations),
        best_of(explanations),
        {method.id: reasons[method.id] for method in wanted if reasons[method.id]},
    )


def judge_of(question: Question, layout: GridLayout) -> Judge:
    """What judges maps that lie like this, whatever method they are of."""
    return Judge(question.picture, layout, question.vectors_of, cover=question.covered)


def best_of(explanations: Sequence[Explanation]) -> str:
    """The method whose maps have the highest mean advantage, "" where none beats random maps."""
    believed = [
        one
        for one in explanations
        if METHODS[one.method].per_word
        and any(word.content and word.believed for word in one.words)
    ]
    return max(believed, key=lambda one: one.advantage).method if believed else ""


def pointing(explanation: Explanation, regions: Mapping[str, Box]) -> float:
    """Where regions are known: the share of them that the peak of their word lies in.

    Parameters
    ----------
    regions
        By word, in any case: left, top, right and bottom in pixels.

    Raises
    ------
    QueryError
        If the text has none of these words.
    """
    named = {word.casefold(): box for word, box in regions.items()}
    hits = [
        points_into(one.peak, named[one.word.casefold()])
        for one in explanation.words
        if one.word.casefold() in named
    ]
    if not hits:
        raise QueryError("None of the words whose regions are known is in the text.")
    return sum(hits) / len(hits)


def _check_encoders(question: Question) -> None:
    space = question.space
    for content in (question.content, "text"):
        if content not in space.encoders:
            raise SpaceError(
                "The space '{space}' has no {content} encoder.",
                space=space.id,
                content=NOUNS[content],
            )


def method_called(name: str) -> Method:
    """The method with an id.

    Raises
    ------
    QueryError
        If there is none.
    """
    if name not in METHODS:
        raise QueryError(f"There is no method called '{name}'. There is: {', '.join(METHODS)}.")
    return METHODS[name]


def _laid_out(
    question: Question, method: Method, relevance: Relevance, seconds: float
) -> Explanation:
    words, layout = question.words, relevance.layout
    height, width = question.picture.shape[:2]
    frame = question.frame if isinstance(question, SoundQuestion) else None
    maps = []
    for place, word in enumerate(words.words):
        values = relevance.values[place]
        best = int(values.argmax())
        x, y = layout.centre(best, width, height)
        peak = min(max(x, 0.0), width - 1.0), min(max(y, 0.0), height - 1.0)
        content = bool(words.content[place])
        maps.append(WordMap(word, float(values.max()), peak, values, words.spans[place], content))
    heat = relevance.values[-1]
    words_told = tuple(maps)
    return Explanation(
        (width, height), layout, method.id, words_told, NOT_JUDGED, heat, seconds, frame
    )


def judge_explanation(
    explanation: Explanation,
    question: Question,
    judge: Judge | None = None,
    judged: Judged = "words",
    *,
    control: Control | None = None,
) -> Explanation:
    """The same maps with what is found out about how far to believe them; see `explain`.

    A word's map is judged by what the word says and the others do not (`Question.targets`): of two
    instruments side by side, both match "guitar", and taking away either lowers that match.

    Raises
    ------
    Cancelled
        If the control was asked to stop.
    """
    control, words = control or Control(), question.words
    judge = judge or judge_of(question, explanation.layout)
    maps, targets = [explanation.heat], [words.whole]
    if judged == "words":
        maps += [one.map for one in explanation.words]
        targets += list(question.targets[:-1])
    found = judge.judged(np.stack(maps), np.stack(targets), control, against_random=True)
    if judged == "text":
        return replace(explanation, faithfulness=found[0])
    told = tuple(
        replace(word, faithfulness=belief)
        for word, belief in zip(explanation.words, found[1:], strict=True)
    )
    return replace(explanation, words=told, faithfulness=found[0])
