"""Relations between two things: learned from scenes, the same in numpy as in torch."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from explorer.align.relations import (  # noqa: E402
    RelationShape,
    Scenes,
    Seen,
    confusion,
    drawn,
    train_relations,
)
from explorer.core.similarity import normalise  # noqa: E402
from explorer.core.tokens import GridLayout, Tokens  # noqa: E402
from explorer.encoders.relations import RELATIONS, RelationOperators, centres  # noqa: E402

LAYOUT = GridLayout(6, 6)
NAMES = 24
SHAPE = RelationShape(heads=2, key=8, hidden=48, region=24, dropout=0.0, directions=24)
SIDES = ("left of", "right of", "above", "below")


def composed(count, names, seed):
    """Scenes of two things, each one patch and its neighbours, beside or above each other."""
    chance = np.random.default_rng(seed)
    words = normalise(np.random.default_rng(0).normal(size=(NAMES, 24)))
    patches = chance.normal(size=(count, 6, 6, 24)) * 0.1
    triples, covered = [], np.zeros((count, 2, 6, 6), np.float16)
    for scene in range(count):
        one, other = chance.choice(names, 2, replace=False)
        relation = SIDES[scene % 4]
        line = chance.integers(1, 5)
        near, far = (1, 4) if relation in ("left of", "above") else (4, 1)
        across = relation in ("left of", "right of")
        for side, (name, place) in enumerate(((one, near), (other, far))):
            row, col = (line, place) if across else (place, line)
            patches[scene, row - 1 : row + 2, col - 1 : col + 2] += words[name]
            covered[scene, side, row - 1 : row + 2, col - 1 : col + 2] = 1
        triples.append((scene, one, other, RELATIONS.index(relation)))
    patches = normalise(patches.reshape(count, 36, 24)).astype(np.float16)
    triples = np.asarray(triples, np.int64)
    return Scenes(patches, LAYOUT, words, triples, covered.reshape(count, 2, 36))


@pytest.fixture(scope="module")
def trained():
    return train_relations(composed(600, range(16), 1), SHAPE, steps=250, batch=64)


def test_relations_are_told_of_things_that_were_never_seen(trained):
    counts = confusion(trained, composed(200, range(16, NAMES), 2))
    assert counts.sum() == 200
    assert np.trace(counts) > 170


def test_numpy_gives_what_torch_gives(trained):
    scenes = composed(20, range(NAMES), 3)
    operators = RelationOperators(trained.tensors())
    one = drawn(Seen.through(trained.basis.numpy(), scenes), np.arange(20))
    with torch.inference_mode():
        scores, looked = trained(one, torch.from_numpy(centres(LAYOUT)))
    for row in range(20):
        tokens = Tokens(scenes.patches[row].astype(np.float32), LAYOUT)
        related = operators.between(tokens, *one.words[row].numpy())
        chances = scores[row].softmax(0).numpy()
        np.testing.assert_allclose(list(related.chances.values()), chances, atol=5e-3)
        np.testing.assert_allclose(related.subject.ravel(), looked[row, 0], atol=2e-3)


def test_where_it_looked_is_where_the_things_are(trained):
    scenes = composed(40, range(16, NAMES), 4)
    operators = RelationOperators(trained.tensors())
    hits, inside = 0, 0.0
    for row in range(40):
        _, one, other, right = scenes.triples[row]
        tokens = Tokens(scenes.patches[row].astype(np.float32), LAYOUT)
        related = operators.between(tokens, scenes.words[one], scenes.words[other])
        x = (related.subject.sum(0) @ np.arange(6), related.object.sum(0) @ np.arange(6))
        y = (related.subject.sum(1) @ np.arange(6), related.object.sum(1) @ np.arange(6))
        first, second = x if RELATIONS[right] in SIDES[:2] else y
        ahead = RELATIONS[right] in ("left of", "above")
        hits += (first < second) == ahead
        inside += float((related.subject.ravel() * scenes.covered[row, 0]).sum())
    assert hits > 34
    assert inside / 40 > 0.6


def whole(scenes):
    """Scenes with nothing left out of their patches."""
    return Seen.through(np.eye(24, dtype=np.float32), scenes)


@pytest.mark.parametrize(
    ("turn", "swap"),
    [
        ((True, False, False), {"left of": "right of", "right of": "left of"}),
        ((False, True, False), {"above": "below", "below": "above"}),
        (
            (False, False, True),
            {"left of": "above", "above": "left of", "right of": "below", "below": "right of"},
        ),
    ],
)
def test_a_turned_scene_has_another_relation(turn, swap):
    scenes = whole(composed(8, range(NAMES), 5))
    plain, turned = drawn(scenes, np.arange(8)), drawn(scenes, np.arange(8), *turn)
    for one, other in zip(plain.relation.numpy(), turned.relation.numpy(), strict=True):
        assert RELATIONS[other] == swap.get(RELATIONS[one], RELATIONS[one])
    seen = np.einsum("nwd,npd->nwp", turned.words, turned.patches)
    np.testing.assert_allclose(turned.cosines, seen, atol=2e-3)
    covered = turned.covered.numpy()
    assert (seen[covered > 0] > 0.5).mean() > 0.9  # the patches have moved with what covers them
    assert (seen[covered == 0] > 0.5).mean() < 0.1


def test_what_stands_on_another_thing_is_mirrored_but_never_turned():
    scenes = whole(composed(8, range(NAMES), 6))
    scenes.scenes.triples[:, 3] = RELATIONS.index("on")
    plain, turned = drawn(scenes, np.arange(8)), drawn(scenes, np.arange(8), False, True, True)
    assert torch.equal(plain.patches, turned.patches)
    assert torch.equal(plain.relation, turned.relation)
    mirrored = drawn(scenes, np.arange(8), True)
    assert not torch.equal(plain.patches, mirrored.patches)
