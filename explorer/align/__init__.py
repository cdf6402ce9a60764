"""Training two encoders into one space on the user's machine: recipes, losses, the trainer.

This package and `recipe` and `pairs` import no torch; `losses`, `heads` and `training` do.
"""

from explorer.align.pairs import Pairs, Texts
from explorer.align.recipe import AlignmentError, HeadShape, Recipe

__all__ = ["AlignmentError", "HeadShape", "Pairs", "Recipe", "Texts"]
