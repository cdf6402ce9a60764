"""A word over the times and frequencies of a sound: where the sound is, and in any encoder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np
import pytest

from explorer.api.encoder import Encoder
from explorer.cli.explain_answers import print_comparison
from explorer.core.errors import QueryError, SpaceError
from explorer.core.media import Sound
from explorer.core.similarity import normalise
from explorer.core.tokens import GridLayout, TimeLayout, Tokens
from explorer.encoders.space import Space, SpaceInfo
from explorer.jobs import Control
from explorer.lenses.explanation.grad_cam import recorded_map
from explorer.lenses.explanation.methods import METHODS, available
from explorer.lenses.explanation.recording import array_of, gradients, number_of
from explorer.lenses.explanation.sound_question import SoundQuestion
from explorer.lenses.explanation.spectrogram import Spectrogram
from explorer.lenses.heat_picture import heat_layer
from explorer.lenses.word_patch import Comparison, compare, explain_picture, explain_sound

RATE = 16_000
TEXT = "someone plays the piano"
CELL_METHODS = ("late-interaction", "cosine", "transport", "interaction", "grad-cam")


def tone(
    hertz: float, start: float, end: float, seconds: float = 2.0, noise: float = 1e-3
) -> Sound:
    """A tone somewhere in a quiet sound."""
    times = np.arange(round(seconds * RATE)) / RATE
    inside = (times >= start) & (times < end)
    quiet = np.random.default_rng(0).normal(size=len(times)) * noise
    return Sound(
        (np.sin(2 * np.pi * hertz * times) * inside * 0.5 + quiet).astype(np.float32), RATE
    )


def mixed() -> Sound:
    """A second of a low tone, and a high one in its second half."""
    high, low = tone(5000, 0.5, 1, seconds=1), tone(300, 0, 1, seconds=1)
    return Sound(high.samples + low.samples * 0.5, RATE)


class _HighAndLate(Encoder):
    """How loud a sound is above 2 kHz in its second half, and everywhere else."""

    content: ClassVar[str] = "audio"
    dimension, revision = 2, "0"

    def preparation(self, purpose: str = "vector") -> Any:
        return _same

    def encode(self, inputs: Sequence[Sound]) -> np.ndarray:
        rows = []
        for sound in inputs:
            half = len(sound.samples) // 2
            first, second = (
                np.abs(np.fft.rfft(one)) for one in (sound.samples[:half], sound.samples[half:])
            )
            cut = round(2000 * half / sound.rate)
            wanted = np.linalg.norm(second[cut:])
            rows.append([wanted, np.linalg.norm(first) + np.linalg.norm(second[:cut]) + 1])
        return normalise(np.array(rows, np.float32))


class _Words(Encoder):
    content: ClassVar[str] = "text"
    dimension, revision = 2, "0"

    def preparation(self, purpose: str = "vector") -> Any:
        return _same

    def encode(self, inputs: Sequence[str]) -> np.ndarray:
        return normalise(np.array([[1.0, 0.1] if "hiss" in one else [0.1, 1] for one in inputs]))


class _Spans(Encoder):
    """Hears a tone's pitch, low or high, in given spans of time."""

    content: ClassVar[str] = "audio"
    dimension, revision, gives_tokens = 2, "0", True

    def __init__(self, spans: Sequence[tuple[float, float]]) -> None:
        self._spans = tuple(spans)

    def preparation(self, purpose: str = "vector") -> Any:
        return _same

    def encode(self, inputs: Sequence[Sound]) -> np.ndarray:
        return normalise(np.stack([_pitch(one.samples) for one in inputs]))

    def encode_tokens(self, inputs: Sequence[Sound]) -> list[Tokens]:
        (sound,) = inputs
        places = [(round(a * sound.rate), round(b * sound.rate)) for a, b in self._spans]
        parts = [_pitch(sound.samples[start:end]) for start, end in places]
        return [Tokens(normalise(np.array(parts).reshape(-1, 2)), TimeLayout(self._spans))]


def _pitch(samples: np.ndarray) -> np.ndarray:
    spectrum = np.abs(np.fft.rfft(samples))
    cut = round(2000 * len(samples) / RATE)
    return np.array([np.linalg.norm(spectrum[cut:]), np.linalg.norm(spectrum[:cut])], np.float32)


def heard_in(spans: Sequence[tuple[float, float]]) -> Space:
    """A space whose sounds have tokens of these times alone."""
    info = SpaceInfo("spans", "Spans", 2, ("audio", "text"), "0", "none", "")
    return Space(info, {"audio": _Spans(spans), "text": _Words()})


def _same(content: Any) -> Any:
    return content


@pytest.fixture
def high_and_late() -> Space:
    info = SpaceInfo("high", "High", 2, ("audio", "text"), "0", "none", "")
    return Space(info, {"audio": _HighAndLate(), "text": _Words()})


def test_a_spectrogram_shows_a_tone_where_it_sounds():
    spectrogram = Spectrogram(tone(2000, 0.5, 1.0))
    picture = spectrogram.picture[..., 0].astype(float)
    row, column = np.unravel_index(picture.argmax(), picture.shape)
    height, width = picture.shape
    assert 0.45 < spectrogram.frame.seconds_at(column, width) < 1.05
    assert spectrogram.frame.hertz_at(row + 0.5, height) == pytest.approx(2000, rel=0.1)


def test_a_covered_cell_is_quiet_and_the_rest_sounds_as_before():
    both = Sound(tone(500, 0, 2).samples + tone(3000, 0, 2).samples, RATE)
    spectrogram = Spectrogram(both)
    layout = GridLayout(2, 2)  # the mel scale's middle lies at 1.4 kHz
    heard = spectrogram.covered(np.array([[False, True], [False, False]]), layout)

    def loud(sound: Sound, hertz: float, part: slice) -> float:
        spectrum = np.abs(np.fft.rfft(sound.samples[part]))
        return float(spectrum[round(hertz * (part.stop - part.start) / RATE)])

    first, second = slice(2000, 14_000), slice(18_000, 30_000)
    assert loud(heard, 3000, second) < 0.03 * loud(both, 3000, second)
    for hertz, part in ((3000, first), (500, first), (500, second)):
        assert loud(heard, hertz, part) == pytest.approx(loud(both, hertz, part), rel=0.02)
    nothing = spectrogram.covered(np.zeros(4, bool), layout)
    np.testing.assert_allclose(nothing.samples, both.samples, atol=1e-4)
    assert len(nothing.samples) == len(both.samples)


@pytest.mark.parametrize("method", ["occlusion", "rise"])
def test_any_encoder_of_sounds_is_explained_by_what_is_made_quiet(high_and_late, method):
    sound = mixed()
    found = explain_sound(high_and_late, sound, "hiss and rumble", method, judged="words")

    hiss = next(one for one in found.words if one.word == "hiss")
    width, height = found.image_size
    assert found.sound is not None
    assert found.sound.seconds_at(hiss.peak[0], width) > 0.45
    assert found.sound.hertz_at(hiss.peak[1], height) > 1500
    assert hiss.faithfulness.better_than_random
    assert found.to_dict()["sound"]["seconds"] == 1.0


def test_what_a_sound_encoder_cannot_serve_has_a_reason(high_and_late):
    reasons = available(high_and_late, "audio")
    assert {one for one, why in reasons.items() if not why} == {"occlusion", "rise"}
    assert "sound encoder of 'high' gives no patches" in reasons["late-interaction"]
    assert available(high_and_late)["rise"] == "The space 'high' has no picture encoder."
    with pytest.raises(SpaceError, match="has no picture encoder"):
        explain_picture(high_and_late, np.zeros((9, 9, 3), np.uint8), "hiss", "rise")


@pytest.mark.parametrize("family", ["clap", "clap_fused"])
def test_the_cells_of_clap_are_what_its_vector_is_the_mean_of(tiny, family):
    space = tiny(family)
    encoder = space.encoder("audio")
    prepared = encoder.preparation("tokens")(tone(1000, 0, 2))
    kept = []
    module = encoder._network.module()
    handle = module.audio_projection.linear1.register_forward_pre_hook(
        lambda _, inputs: kept.append(inputs[0])
    )
    cells, vector = encoder.cells(prepared), encoder.encode([prepared])[0]
    handle.remove()

    by_cell, pooled = kept[0][0], kept[-1][0]
    np.testing.assert_allclose(by_cell.mean(dim=0), pooled, atol=1e-5)
    bands, steps, _ = cells.vectors.shape
    assert (bands * steps, cells.start, cells.end) == (len(by_cell), 0.0, 2.0)
    with_projection = module.audio_projection(by_cell[3:4])[0]
    expected = normalise(with_projection.detach().numpy()[np.newaxis])[0]
    np.testing.assert_allclose(cells.vectors.reshape(-1, 24)[3], expected, atol=1e-5)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("family", ["clap", "clap_fused"])
def test_a_burst_changes_the_cell_of_its_own_time_and_frequency(tiny, family):
    """Nothing is scrambled on the way through the folded spectrogram.

    The windows of attention are taken out for this: with weights that are random they carry a
    change to cells of other times.
    """
    import torch

    space = tiny(family)
    layers = space.encoder("audio")._network.module().audio_model.audio_encoder.layers
    blocks = [layer.blocks for layer in layers]
    for layer in layers:
        layer.blocks = torch.nn.ModuleList()
    try:
        quiet = SoundQuestion(space, tone(1000, 0, 0, noise=0.05), TEXT).patches
        layout = quiet.layout
        assert (layout.rows, layout.cols) == (2, 32)
        for hertz, start in ((4500, 0.3), (4500, 1.55), (250, 0.9), (250, 1.8)):
            question = SoundQuestion(space, tone(hertz, start, start + 0.1, noise=0.05), TEXT)
            moved = np.linalg.norm(question.patches.vectors - quiet.vectors, axis=1)
            x, y = layout.centre(int(moved.argmax()), 1, 1)
            assert question.frame.seconds_at(x, 1) == pytest.approx(start + 0.05, abs=0.1)
            assert (question.frame.hertz_at(y, 1) > 1500) == (hertz > 1500)
    finally:
        for layer, one in zip(layers, blocks, strict=True):
            layer.blocks = one


EVEN = [(at / 10, at / 10 + 0.1) for at in range(10)]
OVERLAPPING = [(at / 10 - 0.1, at / 10 + 0.2) for at in range(1, 9)]
CUT = [(0.0, 0.3), (0.3, 0.6), (0.6, 0.9), (0.9, 1.0)]
WORDS = [(0.05, 0.3), (0.36, 0.45), (0.6, 0.95)]


@pytest.mark.parametrize("spans", [EVEN, OVERLAPPING, CUT, WORDS])
@pytest.mark.parametrize("method", ["late-interaction", "cosine", "transport", "interaction"])
def test_tokens_of_time_alone_light_the_time_that_a_word_is_heard_at(spans, method):
    found = explain_sound(heard_in(spans), mixed(), "hiss and rumble", method, judged="words")
    width, height = found.image_size
    peaks = {one.word: found.sound.seconds_at(one.peak[0], width) for one in found.words}
    assert peaks["hiss"] > 0.5 > peaks["rumble"]
    assert found.layout.rows == 1
    hiss = next(one for one in found.words if one.word == "hiss")
    layer = heat_layer(hiss.map, found.layout, found.image_size, found.top)
    assert layer.shape == (height, width, 4)
    hot = layer[..., 3].astype(float).sum(axis=0)
    assert hot[width // 2 :].sum() > 2 * hot[: width // 2].sum()


def test_where_nothing_was_heard_there_is_no_token():
    tokens = SoundQuestion(heard_in(WORDS), mixed(), "hiss").patches
    steps = tokens.layout.cols
    lengths = np.linalg.norm(tokens.vectors, axis=1)
    times = (np.arange(steps) + 0.5) / steps
    inside = np.array([any(start <= time < end for start, end in WORDS) for time in times])
    np.testing.assert_allclose(lengths, inside, atol=1e-6)
    assert 0 < inside.sum() < steps
    with pytest.raises(SpaceError, match="hears nothing in this sound"):
        explain_sound(heard_in([]), mixed(), "hiss")


def test_a_part_that_stands_for_all_frequencies_is_told_by_its_time(capsys, high_and_late):
    for space, method, told in ((heard_in(EVEN), "cosine", False), (high_and_late, "rise", True)):
        found = explain_sound(space, mixed(), "hiss", method, judged="no")
        print_comparison(Comparison((found,), "", {}), named=False)
        line = capsys.readouterr().out.splitlines()[0]
        assert " s" in line
        assert ("Hz" in line) == told


def test_overlapping_frames_lie_where_their_middles_are():
    layout = SoundQuestion(heard_in(OVERLAPPING), mixed(), "hiss").patches.layout
    middles = [layout.centre(one, 1, 1)[0] for one in range(layout.count)]
    np.testing.assert_allclose(middles, [sum(span) / 2 for span in OVERLAPPING], atol=1e-9)


def test_a_short_sound_is_shown_once_though_it_is_heard_again(tiny):
    question = SoundQuestion(tiny("clap"), tone(800, 0, 0.7, seconds=0.7), TEXT)
    _, _, right, bottom = question.patches.layout.box
    assert 0.85 < right < 1.15
    assert 0.9 < bottom < 1.1


def test_grad_cam_of_clap_has_the_gradient_of_its_vector(tiny):
    space = tiny("clap")
    question = SoundQuestion(space, tone(1000, 0.5, 1), TEXT)
    target = space.encode_contents("text", ["piano"])[0]
    run = question.forward_pass()
    vector, features = recorded_map(run)
    (slope,) = gradients(number_of(vector, target), [features])
    assert slope.shape[2:] == (run.layout.rows, run.layout.cols)
    channel = int(np.abs(slope[0]).sum(axis=(1, 2)).argmax())
    module = space.encoder("audio")._network.module()
    hidden = array_of(features)[0]

    def score(change: float) -> float:
        moved = hidden.copy()
        moved[channel, 0, 1] += change
        import torch

        pooled = torch.from_numpy(moved.mean(axis=(1, 2)))[None]
        made = torch.nn.functional.normalize(module.audio_projection(pooled), dim=-1)
        return float(made[0].detach().numpy() @ target)

    difference = (score(0.05) - score(-0.05)) / 0.1
    assert slope[0, channel, 0, 1] == pytest.approx(difference, rel=0.02, abs=1e-6)


def test_every_method_that_clap_serves_lays_words_on_the_spectrogram(tiny):
    space = tiny("clap")
    reasons = available(space, "audio")
    served = {one for one, why in reasons.items() if not why}
    assert served == {*CELL_METHODS, "occlusion", "rise"}
    assert all(why == "" or why.endswith(".") for why in reasons.values())
    sound = tone(1000, 0.5, 1.2)
    for method in CELL_METHODS:
        found = explain_sound(space, sound, TEXT, method, judged="no")
        assert [one.word for one in found.words] == TEXT.split()
        width, height = found.image_size
        for one in found.words:
            assert np.isfinite(one.map).all()
            assert 0 <= one.peak[0] < width
            assert 0 <= one.peak[1] < height
        layer = heat_layer(found.words[0].map, found.layout, found.image_size, found.top or 1.0)
        assert layer.shape == (height, width, 4)


@pytest.mark.parametrize("method", [*CELL_METHODS, "occlusion"])
def test_maps_of_sounds_change_when_the_weights_are_shuffled(tiny, method):
    """Adebayo et al. 2018, "Sanity Checks for Saliency Maps"."""
    import torch

    space, sound = tiny("clap"), tone(1000, 0.3, 0.7, seconds=0.9, noise=0.05)
    before = explain_sound(space, sound, TEXT, method, judged="no")
    module = space.encoder("audio")._network.module().audio_model
    kept = {name: one.clone() for name, one in module.state_dict().items()}
    generator = torch.Generator().manual_seed(1)
    try:
        with torch.no_grad():
            for one in module.parameters():
                order = torch.randperm(one.numel(), generator=generator)
                one.copy_(one.flatten()[order].reshape(one.shape))
        after = explain_sound(space, sound, TEXT, method, judged="no")
    finally:
        module.load_state_dict(kept)
    pairs = zip(before.words, after.words, strict=True)
    same = [
        np.corrcoef(a.map.ravel(), b.map.ravel())[0, 1]
        for a, b in pairs
        if a.content and a.map.std() > 0 and b.map.std() > 0
    ]
    assert np.mean(same) < 0.8 if same else before.words != after.words


def test_methods_are_compared_for_a_sound(high_and_late):
    comparison = compare(SoundQuestion(high_and_late, mixed(), "hiss"), control=Control())
    assert {one.method for one in comparison.explanations} == {"occlusion", "rise"}
    assert comparison.best in METHODS
    assert "gives no gradients" in comparison.unavailable["grad-cam"]


def test_an_empty_sound_is_refused(high_and_late):
    with pytest.raises(QueryError, match="empty"):
        explain_sound(high_and_late, Sound(np.empty(0, np.float32), RATE), "hiss")
