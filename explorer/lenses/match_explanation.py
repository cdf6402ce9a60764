"""Grad-CAM of networks that join picture and words before they say whether both match.

Selvaraju et al. 2017, "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
Localization", equations 1 and 2, with the patches that enter the last joint layer as the feature
map and the matching score as what is differentiated; each word is matched by itself.
"""

from __future__ import annotations

import re
import time
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError
from explorer.core.media import Pixels
from explorer.core.tokens import GridLayout
from explorer.encoders.families.fusion import fusion_pass
from explorer.encoders.families.matching import Matcher
from explorer.jobs import Control
from explorer.lenses.explanation.everyday import STOP_WORDS
from explorer.lenses.explanation.grad_cam import class_activation
from explorer.lenses.explanation.recording import array_of, gradients
from explorer.lenses.faithfulness import Judge
from explorer.lenses.word_patch import NOT_JUDGED, Explanation, WordMap

METHOD = "grad-cam"

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def match_map(
    matcher: Matcher, picture: Pixels, text: str
) -> tuple[NDArray[np.float32], GridLayout]:
    """The map of a whole text, float32 (rows, cols), from 0 up, and where it lies.

    Raises
    ------
    SpaceError
        If the network joins no patches with words.
    """
    run = fusion_pass(matcher, picture, text)
    layout = run.layout
    match, entering, order = run.forward()
    (slope,) = gradients(match, [entering], more=False)
    maps = []
    for tokens in (array_of(entering)[0], slope[0]):
        patches = np.empty((layout.count, tokens.shape[1]), np.float32)
        patches[order] = tokens[-layout.count :]
        maps.append(patches.T.reshape(-1, layout.rows, layout.cols))
    return class_activation(*maps), layout


def explain_match(
    matcher: Matcher,
    picture: Pixels,
    text: str,
    *,
    judged: bool = False,
    control: Control | None = None,
) -> Explanation:
    """Maps of every word of a text over a picture, by a network that matches both.

    Parameters
    ----------
    judged
        Whether to find out how far to believe them, by the network's own scores.

    Raises
    ------
    QueryError
        If there are no words.
    SpaceError
        If the network joins no patches with words.
    Cancelled
        If the control was asked to stop.
    """
    control, began = control or Control(), time.perf_counter()
    found = list(_WORD.finditer(text))
    if not found:
        raise QueryError("There are no words to explain. Type a word or a sentence.")
    content = [match.group().lower() not in STOP_WORDS for match in found]
    height, width = picture.shape[:2]
    words = []
    for match, telling in zip(found, content, strict=True):
        control.check()
        values, layout = match_map(matcher, picture, match.group())
        x, y = layout.centre(int(values.argmax()), width, height)
        peak = min(max(x, 0.0), width - 1.0), min(max(y, 0.0), height - 1.0)
        says = telling or not any(content)
        words.append(WordMap(match.group(), float(values.max()), peak, values, match.span(), says))
    heat, layout = match_map(matcher, picture, text)
    seconds = time.perf_counter() - began
    found_out = Explanation(
        (width, height), layout, METHOD, tuple(words), NOT_JUDGED, heat, seconds
    )
    return _judged(found_out, matcher, picture, text, control) if judged else found_out


def _judged(
    explanation: Explanation, matcher: Matcher, picture: Pixels, text: str, control: Control
) -> Explanation:
    """By how the chance falls that picture and word belong together, as patches are covered."""
    texts, prepare = [text, *(one.word for one in explanation.words)], matcher.preparation()

    def scores(pictures: list[Pixels]) -> NDArray[np.float32]:
        prepared = [prepare(one) for one in pictures]
        return np.stack([matcher.scores(prepared, [one] * len(prepared)) for one in texts], axis=1)

    maps = np.stack([explanation.heat, *(one.map for one in explanation.words)])
    judge = Judge(picture, explanation.layout, scores)
    own = np.eye(len(texts), dtype=np.float32)
    whole, *rest = judge.judged(maps, own, control, against_random=True)
    words = zip(explanation.words, rest, strict=True)
    told = tuple(replace(word, faithfulness=belief) for word, belief in words)
    return replace(explanation, words=told, faithfulness=whole)
