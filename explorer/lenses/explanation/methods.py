"""All methods of explanation, and which of them a space can serve."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from explorer.api.encoder import ForwardPass
from explorer.core.errors import ExplorerError, SpaceError
from explorer.core.media import Sound
from explorer.core.wording import Wording
from explorer.encoders.space import Space
from explorer.jobs import Control
from explorer.lenses.explanation.attention import raw_maps, rollout_maps
from explorer.lenses.explanation.grad_cam import grad_cam_maps, recorded_map
from explorer.lenses.explanation.grad_eclip import eclip_layer, grad_eclip_maps
from explorer.lenses.explanation.interaction import LEVELS, interaction_maps
from explorer.lenses.explanation.late_interaction import contrasted_maps, plain_maps
from explorer.lenses.explanation.match_cam import match_maps, matching_pass
from explorer.lenses.explanation.occlusion import occlusion_maps
from explorer.lenses.explanation.question import NOUNS, Question, Relevance, forward_pass
from explorer.lenses.explanation.recording import recorded_attention
from explorer.lenses.explanation.relevance import relevance_maps
from explorer.lenses.explanation.rise import rise_maps
from explorer.lenses.explanation.transport import transport_maps

DEFAULT = "late-interaction"

_PLAIN = {
    "image": np.full((64, 64, 3), 127, np.uint8),
    "audio": Sound(np.sin(np.arange(8000) / 8).astype(np.float32), 16_000),
}


@dataclass(frozen=True, slots=True)
class Method:
    """A way to explain.

    Parameters
    ----------
    title, does, paper
        For people; the window says the first two in its language.
    maps
        Answers a question.
    needs
        ``"tokens"`` of both sides, ``"nothing"``, a ``"map"`` of features, ``"attention"``, a
        ``"summary"`` token, or a ``"matching"`` head.
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
            "match-cam", "Matching Grad-CAM", "Where each word looks when the network matches both",
            "Li et al. 2021, ALBEF", match_maps, "matching",
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


@dataclass(frozen=True, slots=True)
class Tuning:
    """What a person can choose within a method.

    Parameters
    ----------
    layer, head
        Of "attention": the layer, from 0 or negative from the last, and one of its heads; None is
        their mean.
    levels
        Of "interaction": how many regions there are at each level of merging.
    """

    layer: int = -1
    head: int | None = None
    levels: tuple[int, ...] = LEVELS

    def of(self, method: str) -> Tuning:
        """The part of it that a method takes notice of: equal ones give equal maps."""
        if method == "attention":
            return Tuning(self.layer, self.head)
        return Tuning(levels=self.levels) if method == "interaction" else Tuning()


def tuned(method: str, tuning: Tuning) -> Method:
    """A known method with what was chosen within it."""
    if method == "attention":
        return attention_of(tuning.layer, tuning.head)
    return interaction_of(tuning.levels) if method == "interaction" else METHODS[method]


def attention_of(layer: int, head: int | None = None) -> Method:
    """The method "attention" of a chosen layer, from 0, and one of its heads or their mean."""
    return replace(METHODS["attention"], maps=partial(raw_maps, layer=layer, head=head))


def interaction_of(levels: Sequence[int]) -> Method:
    """The method "interaction" with patches merged into so many regions, level by level."""
    return replace(METHODS["interaction"], maps=partial(interaction_maps, counts=tuple(levels)))


def attention_shape(space: Space, content: str = "image") -> tuple[int, int]:
    """How many layers `attention_of` can be asked for, and heads of each.

    Raises
    ------
    SpaceError
        If the encoder has no attention that can be looked at.
    """
    with space.device:
        layers = recorded_attention(forward_pass(space, _PLAIN[content], content)).layers
    return len(layers), int(layers[-1].shape[1])


def available(space: Space, content: str = "image") -> dict[str, str]:
    """Of every method the reason why a space cannot serve it; empty where it can.

    Asks the loaded encoders; nothing goes through them but a small grey picture or a short hum.

    Parameters
    ----------
    content
        What is explained: ``"image"`` or ``"audio"``.
    """
    missing = next(
        (
            Wording(
                "The space '{space}' has no {content} encoder.", space=space.id, content=NOUNS[one]
            )
            for one in (content, "text")
            if one not in space.encoders
        ),
        "",
    )
    reasons: dict[str, str] = dict.fromkeys(METHODS, missing)
    if missing:
        return reasons
    found = {
        "nothing": "",
        "tokens": _why_no_tokens(space, content),
        "matching": _why_no_matching(space, content),
        **_why_no_gradients(space, content),
    }
    return {one.id: found[one.needs] for one in METHODS.values()}


def _why_no_tokens(space: Space, content: str) -> str:
    # Words without tokens are encoded one by one; patches have nothing in their place.
    encoder = space.encoder(content)
    if encoder.gives_tokens:
        return ""
    why = getattr(encoder, "why_no_tokens", "") or Wording("its parts have no place in it")
    return Wording(
        "The {content} encoder of '{space}' gives no patches in the space: {why}.",
        content=NOUNS[content],
        space=space.id,
        why=why,
    )


def _why_no_matching(space: Space, content: str) -> str:
    if content != "image":
        return Wording(
            "Only pictures are matched with texts by a network that looks at both together."
        )
    try:
        with space.device:
            matching_pass(space, _PLAIN[content], "word")
    except ExplorerError as error:
        return error.sentence
    return ""


def _why_no_gradients(space: Space, content: str) -> dict[str, str]:
    try:
        with space.device:
            run = forward_pass(space, _PLAIN[content], content)
            return {
                "map": _why_no_map(run),
                "attention": _why_no_attention(run),
                "summary": _why_no_summary(run),
            }
    except ExplorerError as error:
        return dict.fromkeys(("map", "attention", "summary"), error.sentence)


def _why_no_map(run: ForwardPass) -> str:
    return _failure(recorded_map, run)


def _why_no_attention(run: ForwardPass) -> str:
    if run.last_map is not None:
        return Wording(
            "This encoder ends in a feature map: it has no attention among all its patches."
        )
    return _failure(recorded_attention, run)


def _why_no_summary(run: ForwardPass) -> str:
    if run.last_map is not None:
        return Wording("This encoder ends in a feature map: it has no summary token.")
    if eclip_layer(run) is None:
        return Wording("This encoder has no summary token whose last attention can be followed.")
    return ""


def _failure(attempt: Callable[[ForwardPass], object], run: ForwardPass) -> str:
    try:
        attempt(run)
    except SpaceError as error:
        return error.sentence
    return ""
