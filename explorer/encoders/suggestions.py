"""Checkpoints on the hub that are worth trying after the starter. Names alone: nothing is fetched.

Sizes and licences are those that their pages stated in November 2026; the page counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from explorer.core.wording import Wording

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A checkpoint by its hub name.

    Parameters
    ----------
    contents
        What it encodes.
    size
        Of its weights in bytes, about.
    licence
        As its page states it.
    about
        For whom it is.
    """

    name: str
    contents: tuple[str, ...]
    size: int
    licence: str
    about: str


SUGGESTIONS: tuple[Suggestion, ...] = (
    Suggestion(
        "google/siglip-base-patch16-224", ("image", "text"), 813 * MB, "Apache-2.0",
        Wording(
            "A good first step: far more things and words than the starter knows, in English."
        ),
    ),
    Suggestion(
        "google/siglip2-base-patch16-224", ("image", "text"), 1_500 * MB, "Apache-2.0",
        Wording("The same size of picture, words in many languages."),
    ),
    Suggestion(
        "google/siglip2-so400m-patch14-384", ("image", "text"), 4_550 * MB, "Apache-2.0",
        Wording("The best of these for pictures; wants a graphics card."),
    ),
    Suggestion(
        "openai/clip-vit-base-patch32", ("image", "text"), 605 * MB, Wording("not stated"),
        Wording("The classic, quick on a processor; its licence is not stated on its page."),
    ),
    Suggestion(
        "laion/larger_clap_general", ("audio", "text"), 776 * MB, "Apache-2.0",
        Wording("Hears: sounds are found by what they sound like, not by their names."),
    ),
    Suggestion(
        "facebook/dinov2-base", ("image",), 346 * MB, "Apache-2.0",
        Wording("Pictures alone, by their looks: for what is alike and for duplicates."),
    ),
)  # fmt: skip
