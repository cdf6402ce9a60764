"""Pictures as media: one item, one unit each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from explorer import api

from .facts import read_facts
from .formats import SUFFIXES, looks_like_picture
from .picture import Picture


class Pictures(api.Modality):
    """Photos and drawings; of animations the first frame."""

    id, name, content = "pictures", "Pictures", "image"
    suffixes = SUFFIXES

    def read(self, path: Path, limits: api.Limits) -> Iterator[api.Draft]:
        """One picture, decoded when its content or thumbnail is first asked for."""
        with closing(Picture(path, limits)) as picture:
            facts = read_facts(picture.image)
            yield api.Draft(
                title=facts.title,
                text=facts.text,
                meta={"width": picture.width, "height": picture.height, **facts.meta},
                thumbnail=lambda: picture.scaled(api.Draft.THUMBNAIL),
                pieces=[api.Piece(api.Unit(), lambda: picture.pixels)],
            )

    def sniff(self, head: bytes) -> bool:
        """Whether these are the first bytes of a picture."""
        return looks_like_picture(head)

    def preview(
        self, path: Path, part: str, unit: api.Unit, size: int, limits: api.Limits
    ) -> api.Preview:
        """The picture itself, upright."""
        del part, unit
        # Half the size, since twice the useful side is decoded.
        with closing(Picture(path, replace(limits, useful_side=max(size // 2, 1)))) as picture:
            return api.Preview(picture.scaled(size))


def register(registrar: api.Registrar) -> None:
    """Offer pictures."""
    registrar.modality(Pictures())
