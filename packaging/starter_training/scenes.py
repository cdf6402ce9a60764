"""Scenes composed from drawings whose places, sizes and kinds are known, with one true relation.

Every scene is made so that one of the nine relations is what stands out:

- *left of*, *right of*, *above*, *below*: two things of about the same size along one axis;
- *on*: the lower edge of a smaller thing touches the upper part of a greater one;
- *inside*: a small thing well within a greater one, which it is no part of;
- *part of*: the same, and WordNet says that it is a part of it or of what it is a kind of;
- *bigger than*: two things askew, one at least twice as large as the other;
- *same kind as*: two things askew, about equally large, of one name or one WordNet kind.

Backgrounds vary and up to two other things are clutter.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from explorer.encoders.relations import RELATIONS
from starter_sources import Nouns
from starter_training.pictures import Pixels, backdrop

SIDE = 320
CELLS = 10
OPAQUE = 100
INVERSE = {"left of": "right of", "right of": "left of", "above": "below", "below": "above"}
TRIES = 200


class Thing(NamedTuple):
    """A picture's location and the noun that names it."""

    location: str
    name: str


class Scene(NamedTuple):
    """A picture whose content is known.

    ``pixels`` uint8 (320, 320, 3); ``triples`` what is true of it: subject, relation, object by
    name; ``covered`` by name the share of every cell that it is seen in: float32 (10, 10).
    """

    pixels: Pixels
    triples: list[tuple[str, str, str]]
    covered: dict[str, NDArray[np.float32]]


class Box(NamedTuple):
    """Where a thing is pasted: its middle and its longer side, in pixels."""

    x: float
    y: float
    side: float


@dataclass
class Kinds:
    """What WordNet says of names: kinds and parts.

    Parameters
    ----------
    nouns
        WordNet's nouns.
    names
        All names that may be asked for.
    """

    nouns: Nouns
    names: Sequence[str]

    @cached_property
    def above(self) -> dict[str, list[int]]:
        """By name the synsets of its first meaning and of all that this is a kind of."""
        found = {}
        for name in dict.fromkeys(self.names):
            offset = self.nouns.first(name)
            if offset is not None:
                found[name] = [offset, *self.nouns.offsets_above(offset)]
        return found

    def alike(self, one: str, other: str) -> bool:
        """Whether two names are close kinds: the same, or one step up in common."""
        if one == other:
            return True
        first, second = self.above[one], self.above[other]
        return bool(set(first[:2]) & set(second[:2]))

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """By name of a part the names of what it is a part of."""
        named: dict[int, list[str]] = {}
        for name, line in self.above.items():
            named.setdefault(line[0], []).append(name)
        found: dict[str, list[str]] = {}
        for whole, line in self.above.items():
            for offset in line[:6]:
                for part in self.nouns.parts(offset):
                    for name in named.get(part, ()):
                        if name != whole:
                            found.setdefault(name, []).append(whole)
        return found


class Composer:
    """Makes scenes of things.

    Parameters
    ----------
    things
        With their pictures; the same name may have several.
    kinds
        Of all their names.
    draw
        A location to an RGBA picture.
    """

    def __init__(
        self, things: Sequence[Thing], kinds: Kinds, draw: Callable[[str], Image.Image], seed: int
    ) -> None:
        self._things = [thing for thing in things if thing.name in kinds.above]
        self._kinds, self._draw = kinds, draw
        self._chance = random.Random(seed)
        self._named: dict[str, list[Thing]] = {}
        for thing in self._things:
            self._named.setdefault(thing.name, []).append(thing)
        self._part_pairs = [
            (part, whole)
            for part, wholes in kinds.parts.items()
            for whole in wholes
            if part in self._named and whole in self._named
        ]
        self._families: dict[int, list[Thing]] = {}
        for thing in self._things:
            for offset in kinds.above[thing.name][:2]:
                self._families.setdefault(offset, []).append(thing)
        self._families = {k: v for k, v in self._families.items() if len(v) > 1}

    @property
    def part_pairs(self) -> int:
        """How many pairs of a part and a whole there are to choose from."""
        return len(self._part_pairs)

    def scene(self, relation: str) -> Scene | None:
        """A scene with a relation; None where the things have none such."""
        pair = self._pair(relation)
        if pair is None:
            return None
        first, second = self._places(relation)
        pixels, covered = self._pasted([(pair[0], first), (pair[1], second)])
        names = pair[0].name, pair[1].name
        triples = [(names[0], relation, names[1])]
        if relation in INVERSE:
            triples.append((names[1], INVERSE[relation], names[0]))
        if relation == "same kind as" and names[0] != names[1]:
            triples.append((names[1], relation, names[0]))
        return Scene(pixels, triples, covered)

    def _pair(self, relation: str) -> tuple[Thing, Thing] | None:
        chance = self._chance
        if relation == "part of":
            if not self._part_pairs:
                return None
            part, whole = chance.choice(self._part_pairs)
            return chance.choice(self._named[part]), chance.choice(self._named[whole])
        if relation == "same kind as":
            if not self._families:
                return None
            family = chance.choice(list(self._families.values()))
            one, other = chance.sample(family, 2)
            return one, other
        for _ in range(TRIES):
            one, other = chance.sample(self._things, 2)
            if not self._kinds.alike(one.name, other.name) and not self._partly(one, other):
                return one, other
        return None

    def _partly(self, one: Thing, other: Thing) -> bool:
        parts = self._kinds.parts
        return other.name in parts.get(one.name, ()) or one.name in parts.get(other.name, ())

    def _places(self, relation: str) -> tuple[Box, Box]:
        chance = self._chance
        if relation in INVERSE:
            return self._along(relation)
        if relation in ("inside", "part of"):
            side = chance.uniform(190, 280)
            other = Box(*self._room(side), side)
            small = side * chance.uniform(0.28, 0.42)
            free = (side - small) * 0.22
            x, y = (middle + chance.uniform(-free, free) for middle in other[:2])
            return Box(x, y, small), other
        if relation == "on":
            side = chance.uniform(130, 190)
            small = chance.uniform(70, 115)
            x = chance.uniform(side / 2, SIDE - side / 2)
            y = chance.uniform(SIDE - side * 0.62, SIDE - side / 2)
            top = y - side / 2 - small * 0.32
            return Box(x + chance.uniform(-0.2, 0.2) * side, top, small), Box(x, y, side)
        return self._askew(relation)

    def _along(self, relation: str) -> tuple[Box, Box]:
        chance = self._chance
        near, far = chance.uniform(60, 95), chance.uniform(SIDE - 95, SIDE - 60)
        line = chance.uniform(75, SIDE - 75)
        lines = line + chance.uniform(-20, 20), line + chance.uniform(-20, 20)
        side = chance.uniform(85, 130)
        sides = side * chance.uniform(0.88, 1.12), side * chance.uniform(0.88, 1.12)
        ends = (near, far) if relation in ("left of", "above") else (far, near)
        if relation in ("left of", "right of"):
            first, second = (Box(e, s, w) for e, s, w in zip(ends, lines, sides, strict=True))
        else:
            first, second = (Box(s, e, w) for e, s, w in zip(ends, lines, sides, strict=True))
        return first, second

    def _askew(self, relation: str) -> tuple[Box, Box]:
        chance = self._chance
        if relation == "bigger than":
            large = chance.uniform(150, 195)
            small = large * chance.uniform(0.3, 0.5)
        else:
            large = chance.uniform(100, 135)
            small = large * chance.uniform(0.88, 1.12)
        across, down = chance.random() < 0.5, chance.random() < 0.5
        first = Box(large / 2 + chance.uniform(0, 15), large / 2 + chance.uniform(0, 15), large)
        free = SIDE - small / 2
        second = Box(free - chance.uniform(0, 20), free - chance.uniform(0, 20), small)
        turned = [
            Box(SIDE - b.x if across else b.x, SIDE - b.y if down else b.y, b.side)
            for b in (first, second)
        ]
        return turned[0], turned[1]

    def _room(self, side: float) -> tuple[float, float]:
        half = side / 2
        return self._chance.uniform(half, SIDE - half), self._chance.uniform(half, SIDE - half)

    def _pasted(
        self, pair: list[tuple[Thing, Box]]
    ) -> tuple[Pixels, dict[str, NDArray[np.float32]]]:
        """The picture, and by name where it is covered by a thing; clutter is added."""
        pasted = [*self._clutter(pair), *pair]
        square = backdrop(SIDE, self._chance)
        owner = np.full((SIDE, SIDE), -1)
        # What is greater lies behind.
        pasted.sort(key=lambda one: -one[1].side)
        for number, (thing, box) in enumerate(pasted):
            picture = self._draw(thing.location)
            if self._chance.random() < 0.5:
                picture = ImageOps.mirror(picture)
            scale = box.side / max(picture.size)
            size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
            picture = picture.resize(size, Image.Resampling.BICUBIC)
            corner = round(box.x - size[0] / 2), round(box.y - size[1] / 2)
            square.paste(picture, corner, picture)
            mask = Image.new("L", (SIDE, SIDE))
            mask.paste(picture.getchannel("A"), corner)
            owner[np.asarray(mask) > OPAQUE] = number
        covered: dict[str, NDArray[np.float32]] = {}
        for number, (thing, _) in enumerate(pasted):
            cells = (owner == number).reshape(CELLS, SIDE // CELLS, CELLS, -1).mean(axis=(1, 3))
            covered[thing.name] = covered.get(thing.name, 0) + cells.astype(np.float32)
        return np.asarray(square), covered

    def _clutter(self, pair: Sequence[tuple[Thing, Box]]) -> list[tuple[Thing, Box]]:
        """None, one or two small things beside a pair, of names that are not asked for."""
        found: list[tuple[Thing, Box]] = []
        for _ in range(self._chance.choice((0, 0, 1, 2))):
            thing = self._chance.choice(self._things)
            box = self._free([box for _, box in (*pair, *found)])
            if box is not None and all(thing.name != one.name for one, _ in pair):
                found.append((thing, box))
        return found

    def _free(self, taken: Sequence[Box]) -> Box | None:
        """A small place that touches none of those taken."""
        for _ in range(20):
            side = self._chance.uniform(35, 60)
            box = Box(*self._room(side), side)
            if all(
                max(abs(box.x - b.x), abs(box.y - b.y)) > (box.side + b.side) / 2 for b in taken
            ):
                return box
        return None


def scenes(composer: Composer, count: int) -> Iterator[Scene]:
    """So many scenes, every relation as often as the others where the things have it."""
    for place in range(count):
        scene = composer.scene(RELATIONS[place % len(RELATIONS)])
        if scene is not None:
            yield scene
