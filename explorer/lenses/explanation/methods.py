"""All methods of explanation, and which of them a space can serve."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from explorer.api.encoder import ForwardPass
from explorer.core.errors import ExplorerError, SpaceError
from explorer.encoders.space import Space
from explorer.jobs import Control
from explorer.lenses.explanation.attention import raw_maps, rollout_maps
from explorer.lenses.explanation.grad_cam import grad_cam_maps, recorded_map
from explorer.lenses.explanation.grad_eclip import eclip_layer, grad_eclip_maps
from explorer.lenses.explanation.interaction import interaction_maps
from explorer.lenses.explanation.late_interaction import contrasted_maps, plain_maps
from explorer.lenses.explanation.occlusion import occlusion_maps
from explorer.lenses.explanation.question import Question, Relevance, forward_pass
from explorer.lenses.explanation.recording import recorded_attention
from explorer.lenses.explanation.relevance import relevance_maps
from explorer.lenses.explanation.rise import rise_maps
from explorer.lenses.explanation.transport import transport_maps

DEFAULT = "late-interaction"


@dataclass(frozen=True, slots=True)
class Method:
    """A way to explain.

    Parameters
    ----------
    title, does, paper
        For people.
    maps
        Answers a question.
    needs
        ``"tokens"`` of both sides, ``"nothing"``, a ``"map"`` of features, ``"attention"``, or a
        ``"summary"`` token.
    per_word
        Whether the map differs from word to word.
    """

    id: str
    title: str
    does: str
    paper: str
    maps: Callable[[Question, Control], Relevance]
    needs: str
    per_word: bool = True


METHODS: dict[str, Method] = {
    one.id: one
    for one in (
        Method(
            DEFAULT, "Late interaction", "Cosine of every word with every patch, less what the "
            "other words say", "Yao et al. 2021, FILIP", contrasted_maps, "tokens",
        ),
        Method(
            "cosine", "Plain cosine", "Cosine of every word with every patch", "Yao et al. 2021, "
            "FILIP", plain_maps, "tokens",
        ),
        Method(
            "transport", "Optimal transport", "How the words share the patches out at the least "
            "cost", "Cuturi 2013; ORMA", transport_maps, "tokens",
        ),
        Method(
            "interaction", "Banzhaf interaction", "What a word and a region are worth together "
            "beyond each alone", "Jin et al. 2023, HBI", interaction_maps, "tokens",
        ),
        Method(
            "grad-cam", "Grad-CAM", "The last feature map, weighted by what it does for the match",
            "Selvaraju et al. 2017", grad_cam_maps, "map",
        ),
        Method(
            "relevance", "Attention relevance", "Relevance carried back through attention by "
            "gradients", "Chefer et al. 2021", relevance_maps, "attention",
        ),
        Method(
            "grad-eclip", "Grad-ECLIP", "The last layer's values, by gradient and nearness",
            "Zhao et al. 2024", grad_eclip_maps, "summary",
        ),
        Method(
            "attention", "Attention", "What the last layer attends to, whatever the word",
            "Abnar & Zuidema 2020", raw_maps, "attention", per_word=False,
        ),
        Method(
            "rollout", "Attention rollout", "What all layers attend to, whatever the word", "Abnar "
            "& Zuidema 2020", rollout_maps, "attention", per_word=False,
        ),
        Method(
            "occlusion", "Occlusion", "How much the match falls where the picture is covered",
            "Zeiler & Fergus 2014", occlusion_maps, "nothing",
        ),
        Method(
            "rise", "RISE", "Random parts shown, weighed by how well they match",
            "Petsiuk et al. 2018", rise_maps, "nothing",
        ),
    )
}  # fmt: skip
"""Methods by id, the default first."""


def available(space: Space) -> dict[str, str]:
    """Of every method the reason why a space cannot serve it; empty where it can.

    Asks the loaded encoders; no picture goes through but a small grey one.
    """
    missing = next(
        (
            f"The space '{space.id}' has no encoder for {one}s."
            for one in ("image", "text")
            if one not in space.encoders
        ),
        "",
    )
    reasons = dict.fromkeys(METHODS, missing)
    if missing:
        return reasons
    found = {"nothing": "", "tokens": _why_no_tokens(space), **_why_no_gradients(space)}
    return {one.id: found[one.needs] for one in METHODS.values()}


def _why_no_tokens(space: Space) -> str:
    # Words without tokens are encoded one by one; patches have nothing in their place.
    encoder = space.encoder("image")
    if encoder.gives_tokens:
        return ""
    why = getattr(encoder, "why_no_tokens", "") or "its patches have no place in it"
    return f"The picture encoder of '{space.id}' gives no patches in the space: {why}."


def _why_no_gradients(space: Space) -> dict[str, str]:
    try:
        with space.device:
            run = forward_pass(space, np.full((64, 64, 3), 127, np.uint8))
            return {
                "map": _why_no_map(run),
                "attention": _why_no_attention(run),
                "summary": _why_no_summary(run),
            }
    except ExplorerError as error:
        return dict.fromkeys(("map", "attention", "summary"), str(error))


def _why_no_map(run: ForwardPass) -> str:
    return _failure(recorded_map, run)


def _why_no_attention(run: ForwardPass) -> str:
    if run.last_map is not None:
        return "This encoder is a convolution: it has no attention."
    return _failure(recorded_attention, run)


def _why_no_summary(run: ForwardPass) -> str:
    if run.last_map is not None:
        return "This encoder is a convolution: it has no summary token."
    if eclip_layer(run) is None:
        return "This encoder has no summary token whose last attention can be followed."
    return ""


def _failure(attempt: Callable[[ForwardPass], object], run: ForwardPass) -> str:
    try:
        attempt(run)
    except SpaceError as error:
        return str(error)
    return ""
