"""A recipe: everything that decides how two streams are aligned, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

from explorer.core.errors import ExplorerError

LossName = Literal["infonce", "sigmoid", "cwcl", "sdm"]


class AlignmentError(ExplorerError):
    """Two streams cannot be aligned as asked."""


@dataclass(frozen=True, slots=True)
class HeadShape:
    """A residual block on top of a frozen stream.

    Parameters
    ----------
    hidden
        Units of its hidden layer.
    dropout
        Share of hidden units that are left out at each step.
    """

    hidden: int = 1024
    dropout: float = 0.1


@dataclass(frozen=True, slots=True)
class Recipe:
    """How two streams come into one space.

    Parameters
    ----------
    loss
        By name; see `explorer.align.losses`.
    temperature
        Where the learned temperature starts.
    adaptive
        How much rows with close neighbours in the batch are softened; 0 is off (after CLSR).
    separation
        Weight of pushing items of one stream apart; 0 is off (after CLSR).
    mixup
        Weight of the loss on mixed inputs; 0 is off (after M3CoL).
    match
        Weight of the same contrast between every word's best places of the pictures; 0 is off
        (match maps, as in VG-BERT). Needs pairs with places and words of the texts.
    match_batch
        Pairs of a batch that take part in it; its cost grows with the square.
    distil
        Weight of keeping what a classifier said of the pictures; 0 is off. Needs pairs with its
        probabilities, and the texts of its classes.
    tether
        Weight of holding all texts, paired or not, near to where they were; 0 is off.
    same
        Two texts whose frozen vectors have a greater cosine are not negatives of each other.
    anchors
        Share of every batch drawn from the anchors, which keep what the streams knew.
    ridge
        The picture head starts at the ridge regression from features to texts with so much on
        the diagonal, in units of its mean; 0 starts at random.
    picture, text
        The two heads.
    steps, batch, rate, decay, warmup
        Of AdamW: steps in all, pairs at each, peak learning rate, weight decay, and the share of
        the steps in which the rate rises; it falls by a cosine afterwards.
    averaging
        Decay of the running mean of the weights, which is what is kept (Polyak averaging).
    noise
        Deviation of noise on the text vectors, in units of their root mean square.
    blur
        Deviation of noise on the features, in units of their own deviation.
    varied_views, varied_texts
        Whether all views and all texts of an item are drawn, or the first of each only.
    seed
        Decides every draw.
    """

    loss: LossName = "infonce"
    temperature: float = 0.06
    adaptive: float = 0.0
    separation: float = 0.0
    mixup: float = 0.0
    match: float = 0.0
    match_batch: int = 256
    distil: float = 0.0
    tether: float = 0.0
    same: float = 0.85
    anchors: float = 0.25
    ridge: float = 0.0
    picture: HeadShape = HeadShape()
    text: HeadShape = HeadShape(768)
    steps: int = 250
    batch: int = 1024
    rate: float = 1e-3
    decay: float = 0.05
    warmup: float = 0.1
    averaging: float = 0.98
    noise: float = 0.0
    blur: float = 0.0
    varied_views: bool = True
    varied_texts: bool = True
    seed: int = 20261124

    def __post_init__(self) -> None:
        if self.loss not in get_args(LossName):
            known = ", ".join(get_args(LossName))
            raise AlignmentError(f"There is no loss called '{self.loss}'. There is: {known}.")
        for name in ("temperature", "rate"):
            if not getattr(self, name) > 0:
                raise AlignmentError(f"A recipe's '{name}' has to be above 0.")
        for name in ("steps", "batch", "match_batch"):
            if getattr(self, name) < 1:
                raise AlignmentError(f"A recipe's '{name}' has to be at least 1.")
        for name in ("anchors", "averaging", "warmup"):
            if not 0 <= getattr(self, name) < 1:
                raise AlignmentError(f"A recipe's '{name}' has to be at least 0 and below 1.")

    def to_dict(self) -> dict[str, Any]:
        """The recipe as JSON data."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Recipe:
        """Read a recipe from JSON data; what is left out is as by default.

        Raises
        ------
        AlignmentError
            If it names something that is not known, or a value is not possible.
        """
        known = {field.name for field in fields(cls)}
        if unknown := sorted(set(data) - known):
            raise AlignmentError(f"A recipe knows no '{unknown[0]}'; it knows {sorted(known)}.")
        values = dict(data)
        for side in ("picture", "text"):
            if isinstance(values.get(side), Mapping):
                values[side] = HeadShape(**values[side])
        return cls(**values)
