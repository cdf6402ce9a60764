"""What is asked of a sound: the same as of a picture, over its time and frequency."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import ForwardPass, HearsWords, SoundCells, TellsFrequencies
from explorer.core.errors import SpaceError
from explorer.core.media import Sound
from explorer.core.similarity import normalise
from explorer.core.tokens import GridLayout, TimeLayout, Tokens
from explorer.encoders.space import Space
from explorer.lenses.explanation.question import Question, Relevance, forward_pass
from explorer.lenses.explanation.spectrogram import SoundFrame, Spectrogram, mel
from explorer.lenses.explanation.time_steps import mean_within, on_even_steps

OWN_BANDS, STEPS_PER_SECOND, FEWEST_STEPS, MOST_STEPS = 8, 4, 4, 16
"""Cells that are covered one after the other, whatever the encoder's own are."""


class SoundQuestion(Question):
    """A sound and a text in a space.

    ``picture`` is the sound's spectrogram, and maps lie on it as they lie on pictures. Of an
    encoder that gives vectors of time steps alone, each patch is all frequencies of its time.

    Parameters
    ----------
    sound
        Of it the first two minutes count.

    Raises
    ------
    QueryError
        If there are no words, or the sound is empty.
    """

    content: ClassVar[str] = "audio"

    def __init__(self, space: Space, sound: Sound, text: str) -> None:
        self._spectrogram = Spectrogram(sound)
        super().__init__(space, self._spectrogram.picture, text)

    @property
    def sound(self) -> Sound:
        """What is asked about."""
        return self._spectrogram.sound

    @property
    def frame(self) -> SoundFrame:
        """What the spectrogram shows."""
        return self._spectrogram.frame

    @cached_property
    def patches(self) -> Tokens:
        """The sound's tokens in the joint space, the highest band first.

        Raises
        ------
        SpaceError
            If the space gives none, or does not say where they lie.
        """
        if self._cells is not None:
            cells = self._cells.vectors
            shown = cells[::-1, : self._steps_heard]
            return Tokens(shown.reshape(-1, cells.shape[-1]), self._cell_layout)
        tokens = self.space.encode_content_tokens("audio", [self.sound])[0]
        if not isinstance(tokens.layout, TimeLayout):
            raise SpaceError(
                "The space '{space}' does not say where its sounds' parts lie.", space=self.space.id
            )
        if not tokens.layout.count:
            raise SpaceError(
                "The space '{space}' hears nothing in this sound.", space=self.space.id
            )
        return self._with_words_said(on_even_steps(tokens, self.frame.seconds))

    def _with_words_said(self, tokens: Tokens) -> Tokens:
        """The same, each time step partly the words of the text, as likely as they are said then.

        What was said there was guessed among all words; which of these few it is can be told
        far better.
        """
        encoder = self.space.encoder("audio")
        if not isinstance(encoder, HearsWords):
            return tokens
        prepared = encoder.preparation("tokens")(self.sound)
        with self.space.device:
            times = encoder.when_said(prepared, self.words.words)
        layout = tokens.layout
        assert isinstance(layout, GridLayout)
        left, _, right, _ = layout.box
        chances = mean_within(
            times.chances, times.step, layout.cols,
            (left * self.frame.seconds, right * self.frame.seconds),
        )  # fmt: skip
        rest = 1 - chances.sum(axis=0)
        mixed = rest[:, np.newaxis] * tokens.vectors + chances.T @ self.words.vectors
        return Tokens(normalise(mixed), layout)

    @cached_property
    def _cells(self) -> SoundCells | None:
        encoder = self.space.encoder("audio")
        if not isinstance(encoder, TellsFrequencies):
            return None
        prepared = encoder.preparation("tokens")(self.sound)
        with self.space.device:
            return encoder.cells(prepared)

    @property
    def _steps_heard(self) -> int:
        """Time steps whose middle is within the sound: after it an encoder hears it again."""
        assert self._cells is not None
        steps = self._cells.vectors.shape[1]
        edges = np.linspace(self._cells.start, self._cells.end, steps + 1)
        middles = (edges[:-1] + edges[1:]) / 2
        return max(1, int((middles < self.frame.seconds).sum()))

    @property
    def _cell_layout(self) -> GridLayout:
        cells, frame = self._cells, self.frame
        assert cells is not None
        bands, steps, _ = cells.vectors.shape
        length = (cells.end - cells.start) / steps * self._steps_heard
        low, high = mel(frame.low), mel(frame.high)
        top, bottom = ((high - mel(one)) / (high - low) for one in (cells.high, cells.low))
        left, right = cells.start / frame.seconds, (cells.start + length) / frame.seconds
        return GridLayout(bands, self._steps_heard, (left, float(top), right, float(bottom)))

    @cached_property
    def layout(self) -> GridLayout:
        """The encoder's own cells, else cells of `mask_layout`."""
        if isinstance(self.space.encoder("audio"), TellsFrequencies) or (
            self.space.encoder("audio").gives_tokens
        ):
            layout = self.patches.layout
            assert isinstance(layout, GridLayout)
            return layout
        return self.mask_layout

    @property
    def mask_layout(self) -> GridLayout:
        """Eight bands by a quarter of a second, fewer and longer steps where there are many."""
        steps = round(self.frame.seconds * STEPS_PER_SECOND)
        return GridLayout(OWN_BANDS, int(np.clip(steps, FEWEST_STEPS, MOST_STEPS)))

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of the spectrogram."""
        height, width = self.picture.shape[:2]
        return height, width

    def covered(self, hidden: NDArray[np.bool_], layout: GridLayout) -> Any:
        """The sound with some cells quiet."""
        return self._spectrogram.covered(hidden, layout)

    def shown(self, mask: NDArray[np.float32]) -> Any:
        """The sound, quiet where a mask (height, width) of its spectrogram is zero."""
        return self._spectrogram.shown(mask)

    def forward_pass(self) -> ForwardPass:
        """A pass through the network, with gradients; see `Question.forward_pass`."""
        return forward_pass(self.space, self.sound, "audio")

    def placed(self, values: NDArray[np.float32], layout: GridLayout) -> Relevance:
        """Maps (k, bands, steps) of the network, the lowest band first, to where they lie."""
        if self._cells is None:
            raise SpaceError(
                "The space '{space}' does not say where its sounds' parts lie.", space=self.space.id
            )
        turned = np.asarray(values[:, ::-1, : self._steps_heard], np.float32)
        return Relevance(turned, self._cell_layout)
