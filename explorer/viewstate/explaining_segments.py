"""Class names, and example regions where the person shows some, label every patch of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from explorer.jobs import Control
from explorer.lenses.explanation.segments import Segments, example_vector, label_patches
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_directions import Box, in_pixels
from explorer.viewstate.explaining_inquiry import Inquiry
from explorer.viewstate.explaining_state import MOST_CLASSES

Examples = dict[str, tuple[NDArray[np.float32], ...]]


class Segmenting:
    """Labels the patches of what is shown.

    Attributes
    ----------
    examples
        By class, vectors of the regions that the person has shown.
    """

    def __init__(self, explaining: Explaining) -> None:
        self._explaining = explaining
        self.examples: Examples = {}
        self._segments: Inquiry[Segments] = Inquiry(explaining, "segments", "Label the patches")

    @property
    def segments(self) -> Segments | None:
        """None while there are none."""
        return self._segments.answer

    @property
    def problem(self) -> str:
        """A sentence, where there are no segments."""
        return self._segments.problem

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the classes."""
        return self._explaining.state.classes

    def name(self, names: Sequence[str]) -> None:
        """Use these classes."""
        one = self._explaining
        classes = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
        one.change(replace(one.state, classes=classes[:MOST_CLASSES]))
        self.examples = {name: shown for name, shown in self.examples.items() if name in classes}
        self.ask()

    def ask(self) -> None:
        """Label the picture that is shown."""
        subject = self._explaining.subject
        classes, examples = self.classes, dict(self.examples)
        if subject is None or not subject.is_picture or len(classes) < 2:
            self._segments.drop()
            return
        picture = subject.picture
        assert picture is not None
        self._segments.ask(lambda space: label_patches(space, picture, classes, examples))

    def show_example(self, name: str, box: Box) -> None:
        """Take a region of the picture shown as an example of a class."""
        one = self._explaining
        subject, space_id = one.subject, one.space_id
        if subject is None or subject.picture is None or name not in self.classes:
            return
        picture = subject.picture

        def work(control: Control) -> NDArray[np.float32]:
            del control
            left, top, right, bottom = (round(one) for one in in_pixels(box, picture))
            mask = np.zeros(picture.shape[:2], bool)
            mask[top : max(bottom, top + 1), left : max(right, left + 1)] = True
            return example_vector(one.tools.spaces.load(space_id), picture, mask)

        def done(vector: NDArray[np.float32]) -> None:
            self.examples[name] = (*self.examples.get(name, ()), vector)
            self.ask()

        one.session.jobs.submit(
            "Take an example",
            work,
            lane="query",
            key=one.key("explain-example"),
            done=done,
            failed=self._segments.fail,
            quiet=True,
        )

    def forget_examples(self, name: str) -> None:
        """Know a class by its name alone again."""
        if self.examples.pop(name, None):
            self.ask()
