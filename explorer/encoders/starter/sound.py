"""The starter's encoder for sounds: what is said in them, and what they sound like.

Speech becomes words of the lexicon, and these become vectors by the starter's own language
stream, every likely word in proportion to how likely it is: ConSE (Norouzi et al. 2014,
"Zero-shot learning by convex combination of semantic embeddings") for the ear. Beside it a head
of the tower says what the whole sounds like; of what is no speech, that is all there is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import ClassVar, NamedTuple

import numpy as np
from blake3 import blake3
from numpy.typing import NDArray
from safetensors.numpy import load_file

from explorer.api.encoder import Encoder, Preparation, Purpose, SaidWord, WordTimes
from explorer.core.similarity import Vectors, normalise
from explorer.core.tokens import TimeLayout, Tokens
from explorer.encoders.starter.architecture import WIDTH
from explorer.encoders.starter.encoders import TextEncoder, Tower
from explorer.encoders.starter.hearing import HOP, RATE, Heard, Mel, MelFrames
from explorer.encoders.starter.lexicon import STRIDE, Guess, HeardWord, Lexicon
from explorer.encoders.starter.reading import (
    READ_BY,
    Stretch,
    heard_stretches,
    heard_words,
    whole_texts,
)
from explorer.encoders.starter.spotting import WordSpotter

SOUND_WEIGHTS, SOUND_GRAPH = "sound.safetensors", "sound.onnx"
LEXICON_FILE = "lexicon.txt.gz"

STEP = STRIDE * HOP / RATE
"""Seconds of one step of the tower."""

AT_ONCE, AROUND = 1000, 100
"""Frames that are heard at once of a long sound, and what is heard before and after them."""

STEPS_PER_TOKEN, MOST_TOKENS = 3, 1200
OWN = 0.3
"""Share of what a sound sounds like beside the words that are said in it."""

MOST_TEXTS, RIVALS = 8, 0.375
"""Ways to read what is said that make its vector, and the power of their chances that they count
with: the right one stays near where the likeliest is not right, and the likeliest stays first."""

KEPT_TEXTS = 5000


class Moments(NamedTuple):
    """What the tower says of one sound, step by step.

    Attributes
    ----------
    phones : ndarray
        float32 (steps, signs): log-probabilities.
    speech : ndarray
        float32 (steps,): logits of there being speech.
    meaning : ndarray
        float32 (384,), unit length: what it sounds like, among ungrounded texts.
    moments : ndarray
        float32 (steps, 384): the same of each step; empty where it was not asked for.
    """

    phones: NDArray[np.float32]
    speech: NDArray[np.float32]
    meaning: NDArray[np.float32]
    moments: NDArray[np.float32]


class SoundEncoder(Encoder):
    """Sounds to vectors, and to one vector per eighth of a second.

    Parameters
    ----------
    tower
        Hears one sound at a time.
    texts
        The starter's encoder of texts: words that are heard become vectors by it.
    lexicon
        Reads the words that can be told, at the first sound: they take half of the time that the
        starter needs to load.
    heads
        The tensors of ``heads.safetensors``; empty where the starter has none.
    """

    content: ClassVar[str] = "audio"
    gives_tokens = True
    keeps_names = True
    batch_size = 8

    def __init__(
        self,
        tower: Tower,
        texts: TextEncoder,
        lexicon: Callable[[], Lexicon],
        heads: dict[str, NDArray[np.float32]],
        revision: str,
    ) -> None:
        self._tower, self._texts = tower, texts
        self._read_lexicon, self._heads = lexicon, heads
        self.dimension, self.revision = texts.dimension, revision
        self._preparation = MelFrames()
        self._known: dict[str, NDArray[np.float32]] = {}

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words that can be told."""
        return self._read_lexicon()

    @cached_property
    def _spotter(self) -> WordSpotter:
        return WordSpotter(self.lexicon.words, self.lexicon.phones)

    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        """A spectrogram of the whole sound."""
        return self._preparation

    def encode(self, inputs: Sequence[Heard]) -> Vectors:
        """Spectrograms (n) to vectors: float32 (n, d), unit length."""
        if not inputs:
            return np.empty((0, self.dimension), np.float32)
        return np.stack([self._whole(one.mel) for one in inputs])

    def encode_tokens(self, inputs: Sequence[Heard]) -> list[Tokens]:
        """Spectrograms (n) to one vector per piece of time.

        A piece within a word has the meaning of the word.
        """
        return [self._pieces(one) for one in inputs]

    def words(self, heard: Heard) -> list[HeardWord]:
        """The words that are said in a sound, in order, in steps of `STEP` seconds."""
        parts = [self.hear(part) for part in parts_of(heard.mel)]
        return self._said(parts)

    def said(self, prepared: Heard) -> tuple[SaidWord, ...]:
        """The words that are said in a sound, in order, in seconds."""
        return tuple(
            SaidWord(
                word.guesses[0].word,
                word.guesses[0].chance,
                word.start * STEP,
                min(word.end * STEP, prepared.seconds),
                tuple((other.word, other.chance) for other in word.guesses[1:]),
            )
            for word in self.words(prepared)
        )

    def when_said(self, prepared: Heard, words: Sequence[str]) -> WordTimes:
        """When each of some words is said in a sound; see `WordSpotter`."""
        phones = [part.phones for part in map(self.hear, parts_of(prepared.mel))]
        return WordTimes(self._spotter.chances(np.concatenate(phones), words), STEP)

    def rest(self) -> None:
        """Forget the vectors of words that were heard."""
        self._known.clear()

    def close(self) -> None:
        """Give back the network's memory; that of the texts' is theirs to give back."""
        self._tower.close()
        self._known.clear()

    def _whole(self, mel: Mel) -> NDArray[np.float32]:
        vectors = []
        for part in parts_of(mel):
            heard = self.hear(part)
            said = heard_stretches(heard.phones, self.lexicon)
            vectors.append(self._joined(said, heard))
        return normalise(np.sum(vectors, axis=0))

    def _joined(self, stretches: Sequence[Stretch], heard: Moments) -> NDArray[np.float32]:
        sounds: NDArray[np.float32] = self._grounded(heard.meaning[None])[0]
        if not stretches:
            return sounds
        words = [word for stretch in stretches for word in stretch.words]
        steps = np.concatenate([np.arange(word.start, word.end) for word in words])
        sure = _chance(float(heard.speech[steps].mean()))
        said = self._texts_of(whole_texts(stretches, MOST_TEXTS), RIVALS)
        share = sure * (1 - OWN)
        return normalise(share * said + (1 - share) * sounds)

    def _pieces(self, heard: Heard) -> Tokens:
        parts = [self.hear(part, moments=True) for part in parts_of(heard.mel)]
        moments = np.concatenate([part.moments for part in parts])
        speech = np.concatenate([part.speech for part in parts])
        words = self._said(parts)
        size = max(STEPS_PER_TOKEN, -(-len(moments) // MOST_TOKENS))
        starts = np.arange(0, len(moments), size)
        counts = np.diff(starts, append=len(moments))[:, None]
        vectors = self._grounded(normalise(np.add.reduceat(moments, starts) / counts))
        for word in words:
            sure = _chance(float(speech[word.start : word.end].mean()))
            share = sure * (1 - OWN)
            said = self._texts_of(word.guesses)
            # A piece belongs to the word that covers its middle.
            first, last = (-((size // 2 - step) // size) for step in (word.start, word.end))
            first = min(max(first, 0), len(vectors) - 1)
            inside = slice(first, max(first + 1, last))
            vectors[inside] = normalise(share * said + (1 - share) * vectors[inside])
        seconds = max(heard.seconds, STEP)
        spans = [(float(s), float(min(s + size * STEP, seconds))) for s in starts * STEP]
        kept = [span for span in spans if span[1] > span[0]] or spans[:1]
        return Tokens(vectors[: len(kept)], TimeLayout(tuple(kept)))

    def _said(self, parts: Sequence[Moments]) -> list[HeardWord]:
        return heard_words(np.concatenate([part.phones for part in parts]), self.lexicon)

    def hear(self, part: Part, moments: bool = False) -> Moments:
        """What the tower says of a part; of its single moments where that is wanted."""
        outputs = ["phones", "speech", "meaning", *(["moments"] if moments else [])]
        made = self._tower.run(outputs, mel=part.mel[None])
        kept = slice(part.before // STRIDE, part.before // STRIDE + part.steps)
        steps = made[3][0][kept] if moments else np.empty((0, WIDTH), np.float32)
        return Moments(made[0][0][kept], made[1][0][kept], made[2][0], steps)

    def _texts_of(self, said: Sequence[Guess], power: float = 1.0) -> NDArray[np.float32]:
        """The mean of some texts' vectors by a power of their chances, at unit length."""
        texts = [guess.word for guess in said]
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if len(self._known) > KEPT_TEXTS:
            self._known.clear()
            new = list(dict.fromkeys(texts))
        if new:
            self._known.update(zip(new, self._texts.encode(new), strict=True))
        weights = np.array([guess.chance**power for guess in said], np.float32)
        return normalise(weights @ np.stack([self._known[text] for text in texts]))

    def _grounded(self, meanings: NDArray[np.float32]) -> NDArray[np.float32]:
        """Vectors (n, 384) of the ungrounded language stream to joint ones (n, d)."""
        if self._heads:
            wide = meanings @ self._heads["text.widen"] + self._heads["text.widen_bias"]
            added = _gelu(wide) @ self._heads["text.narrow"] + self._heads["text.bias"]
            meanings = normalise(meanings + added)
        return np.pad(meanings, ((0, 0), (0, self.dimension - WIDTH)))


class Part(NamedTuple):
    """Frames of a sound with what is around them; so many lie before, so many steps count."""

    mel: Mel
    before: int
    steps: int


def parts_of(mel: Mel) -> list[Part]:
    """A sound cut so that each part is heard at once, whole steps each."""
    mel = np.pad(mel, ((0, -len(mel) % STRIDE), (0, 0)), mode="edge")
    if len(mel) <= AT_ONCE + AROUND:
        return [Part(mel, 0, len(mel) // STRIDE)]
    found = []
    for start in range(0, len(mel), AT_ONCE):
        end = min(start + AT_ONCE, len(mel))
        before = min(AROUND, start)
        found.append(Part(mel[start - before : end + AROUND], before, (end - start) // STRIDE))
    return found


def _chance(logit: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(logit, -30, 30))))


def _gelu(x: NDArray[np.float32]) -> NDArray[np.float32]:
    from scipy.special import erf  # as torch and ONNX Runtime do, without the approximation

    return np.asarray(x * (1 + erf(x / np.sqrt(np.float32(2)))) / 2, np.float32)


def text_heads(folder: Path) -> dict[str, NDArray[np.float32]]:
    """What grounds texts, in single precision; empty where nothing does."""
    path = folder / "heads.safetensors"
    if not path.exists():
        return {}
    tensors = load_file(path)
    return {
        name: tensor.astype(np.float32) * tensors.get(f"{name}.scale", np.float32(1))
        for name, tensor in tensors.items()
        if name.startswith("text.") and not name.endswith(".scale")
    }


def sound_revision(folder: Path, texts: str) -> str:
    """Hash of all that decides a sound's vector; `texts` is the revision of the language stream."""
    hasher = blake3(f"{texts} {READ_BY} {OWN} {MOST_TEXTS} {RIVALS}".encode())
    for name in (SOUND_WEIGHTS, SOUND_GRAPH, LEXICON_FILE):
        hasher.update((folder / name).read_bytes())
    return hasher.hexdigest()[:32]
