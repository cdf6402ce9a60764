"""A small real training: drawings' features and titles, held-out pairs, interruptions."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from explorer.align import AlignmentError, HeadShape, Pairs, Recipe, Texts  # noqa: E402
from explorer.align.training import STATE_FILE, train  # noqa: E402
from explorer.core.errors import Cancelled  # noqa: E402
from explorer.jobs import Control, JobRunner, JobState  # noqa: E402

KINDS, HELD_OUT = 400, 100
RECIPE = Recipe(
    steps=60,
    batch=128,
    anchors=0.0,
    picture=HeadShape(64, 0.0),
    text=HeadShape(64, 0.0),
    averaging=0.9,
)


@pytest.fixture(scope="module")
def world():
    """Things with hidden traits: features see them through one lens, texts through another."""
    chance = np.random.default_rng(2)
    traits = chance.normal(size=(KINDS, 12))
    seen = np.tanh(traits @ chance.normal(size=(12, 40)))
    views = (seen[:, None] + 0.1 * chance.normal(size=(KINDS, 3, 40))).astype(np.float16)
    said = traits @ chance.normal(size=(12, 24))
    texts = (said / np.linalg.norm(said, axis=1, keepdims=True)).astype(np.float32)
    pairs = Pairs(views[HELD_OUT:], [[row] for row in range(HELD_OUT, KINDS)])
    return pairs, texts, views[:HELD_OUT, 0].astype(np.float32)


def found_first(streams, features, texts):
    """R@1 of held-out texts among held-out items; chance is 0.01."""
    with torch.inference_mode():
        pictures = streams.picture(torch.from_numpy(features))
        words = streams.text(torch.from_numpy(texts[: len(features)]))
        best = (words @ pictures.T).argmax(1)
    return float((best == torch.arange(len(best))).float().mean())


def weights_of(trained):
    return {name: value.clone() for name, value in trained.streams.state_dict().items()}


@pytest.mark.parametrize("loss", ["infonce", "sigmoid", "cwcl", "sdm"])
def test_every_loss_learns_what_it_never_saw(world, loss):
    pairs, texts, held_out = world
    recipe = Recipe.from_dict({**RECIPE.to_dict(), "loss": loss, "steps": 120})
    rows = train(
        recipe, pairs, texts, evaluate=lambda s: {"R@1": found_first(s, held_out, texts)}
    ).history
    assert rows[-1]["R@1"] > 0.15
    assert rows[-1]["loss"] < rows[0]["loss"]


def test_the_extras_can_be_switched_on_together(world):
    pairs, texts, held_out = world
    extras = {"mixup": 0.5, "adaptive": 0.5, "separation": 0.05, "noise": 0.1}
    extras |= {"tether": 0.3, "anchors": 0.25}
    recipe = Recipe.from_dict({**RECIPE.to_dict(), **extras, "steps": 120})
    trained = train(recipe, pairs, texts, anchors=pairs)
    assert found_first(trained.streams, held_out, texts) > 0.15


@pytest.fixture(scope="module")
def placed():
    """Scenes of two things each, one in half of the places; words name one of them."""
    chance = np.random.default_rng(3)
    traits = chance.normal(size=(KINDS, 12))
    through = chance.normal(size=(12, 40))
    said = traits @ chance.normal(size=(12, 24))
    texts = (said / np.linalg.norm(said, axis=1, keepdims=True)).astype(np.float32)
    other = chance.permutation(KINDS)
    seen = np.tanh(np.stack([traits, traits[other]], axis=1) @ through)
    places = (seen.repeat(2, axis=1) + 0.1 * chance.normal(size=(KINDS, 4, 40))).astype(np.float16)
    # As a whole nothing is to be seen: only places can teach.
    noise = chance.normal(size=(KINDS - HELD_OUT, 1, 40)).astype(np.float16)
    rows = [[row] for row in range(HELD_OUT, KINDS)]
    pairs = Pairs(noise, rows, places=places[HELD_OUT:])
    return pairs, texts, places[:HELD_OUT]


def test_match_maps_find_the_place_that_a_word_means(placed):
    pairs, texts, places = placed
    words = np.zeros((KINDS, 3, 24), np.float16)
    words[:, 0] = texts
    shares = []
    for match in (0.0, 1.0):
        recipe = Recipe.from_dict({**RECIPE.to_dict(), "match": match, "steps": 100})
        streams = train(recipe, pairs, Texts(texts, words)).streams
        with torch.inference_mode():
            seen = streams.picture(torch.from_numpy(places.astype(np.float32)))
            said = streams.text(torch.from_numpy(texts[: len(places)]))
        best = torch.einsum("npd,nd->np", seen, said).argmax(1)
        shares.append(float((best < 2).float().mean()))
    assert shares[1] > 0.8
    assert shares[0] < 0.7


def test_distilling_keeps_what_the_classifier_said(world):
    pairs, texts, _ = world
    chance = np.random.default_rng(5)
    classes = chance.normal(size=(6, 24)).astype(np.float32)
    classes /= np.linalg.norm(classes, axis=1, keepdims=True)
    named = pairs.views[:, 0, :6].astype(np.float32).argmax(axis=1)
    taught = Pairs(pairs.views, pairs.texts, chances=np.eye(6, dtype=np.float16)[named])
    agree = []
    for distil in (0.0, 1.0):
        recipe = Recipe.from_dict({**RECIPE.to_dict(), "distil": distil})
        streams = train(recipe, taught, Texts(texts, classes=classes)).streams
        with torch.inference_mode():
            seen = streams.picture(torch.from_numpy(pairs.views[:, 0].astype(np.float32)))
            said = streams.text(torch.from_numpy(classes)).T
        agree.append(float(((seen @ said).argmax(1).numpy() == named).mean()))
    assert agree[1] > agree[0] + 0.2


def test_a_run_that_starts_at_the_regression_is_ahead(world):
    pairs, texts, held_out = world
    shares = []
    for ridge in (0.0, 0.1):
        recipe = Recipe.from_dict({**RECIPE.to_dict(), "ridge": ridge, "steps": 5, "rate": 1e-4})
        streams = train(recipe, pairs, texts).streams
        shares.append(found_first(streams, held_out, texts))
    assert shares[1] > shares[0] + 0.1


@pytest.mark.parametrize("asked", ["match", "distil"])
def test_what_a_recipe_needs_and_lacks_is_named(world, asked):
    pairs, texts, _ = world
    recipe = Recipe.from_dict({**RECIPE.to_dict(), asked: 1.0})
    with pytest.raises(AlignmentError, match="there are none"):
        train(recipe, pairs, texts)


def test_views_and_wordings_can_be_switched_off(world):
    pairs, _, _ = world
    several = Pairs(pairs.views, [[row, row + 1] for row in range(len(pairs))])
    chance = np.random.default_rng(0)
    plain = several.draw(64, chance, varied_views=False, varied_texts=False)
    varied = several.draw(64, chance)
    assert (plain.features == pairs.views[plain.items, 0].astype(np.float32)).all()
    assert (plain.texts == plain.items).all()
    assert (varied.features != pairs.views[varied.items, 0].astype(np.float32)).any()
    assert (varied.texts != varied.items).any()


def test_the_same_seed_gives_the_same_weights(world):
    pairs, texts, _ = world
    first, second = (weights_of(train(RECIPE, pairs, texts)) for _ in range(2))
    assert all(torch.equal(first[name], second[name]) for name in first)


class StopAt(Control):
    """A person who cancels after some steps."""

    def __init__(self, step):
        super().__init__()
        self.step = step

    def progress(self, done, total=0, note=""):
        super().progress(done, total, note)
        if done == self.step:
            self.job.cancel()


def test_a_cancelled_run_goes_on_and_ends_the_same(world, tmp_path):
    pairs, texts, _ = world
    recipe = Recipe.from_dict({**RECIPE.to_dict(), "picture": {"hidden": 64, "dropout": 0.2}})
    whole = weights_of(train(recipe, pairs, texts))
    with pytest.raises(Cancelled):
        train(recipe, pairs, texts, folder=tmp_path, control=StopAt(23), every=10)
    resumed = train(recipe, pairs, texts, folder=tmp_path, every=10)
    assert [row["step"] for row in resumed.history] == [10, 20, 30, 40, 50, 60]
    for name, value in weights_of(resumed).items():
        torch.testing.assert_close(value, whole[name], rtol=0, atol=0)


def test_a_run_of_other_data_or_another_recipe_does_not_go_on(world, tmp_path):
    pairs, texts, _ = world
    short = Recipe.from_dict({**RECIPE.to_dict(), "steps": 3})
    train(short, pairs, texts, folder=tmp_path)
    other = Pairs(pairs.views[::-1], list(pairs.texts))
    with pytest.raises(AlignmentError, match="another recipe or other data"):
        train(short, other, texts, folder=tmp_path)
    with pytest.raises(AlignmentError, match="another recipe or other data"):
        train(RECIPE, pairs, texts, folder=tmp_path)


def test_a_damaged_run_says_so(world, tmp_path):
    (tmp_path / STATE_FILE).write_bytes(b"not a training")
    with pytest.raises(AlignmentError, match="delete it"):
        train(RECIPE, *world[:2], folder=tmp_path)


def test_training_is_a_job_with_progress_and_one_end(world):
    pairs, texts, _ = world
    runner = JobRunner()
    ended = []
    try:
        job = runner.submit(
            "Align",
            lambda control: train(RECIPE, pairs, texts, control=control),
            lane="compute",
            done=lambda trained: ended.append(trained.history[-1]["step"]),
        )
        assert job.wait(120)
        assert job.state is JobState.DONE
        assert job.progress.done == job.progress.total == RECIPE.steps
        assert ended == [60]
    finally:
        runner.close()


def test_a_loss_that_is_no_number_stops_the_run(world):
    pairs, texts, _ = world
    broken = Pairs(np.full_like(pairs.views, np.inf), list(pairs.texts))
    with pytest.raises(AlignmentError, match="no number"), np.errstate(invalid="ignore"):
        train(RECIPE, broken, texts)
