"""Every loss against the sums its paper writes, computed plainly in numpy."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from explorer.align import losses  # noqa: E402

N, TEMPERATURE = 7, 0.2


def unit(array):
    return array / np.linalg.norm(array, axis=-1, keepdims=True)


@pytest.fixture
def batch():
    chance = np.random.default_rng(5)
    pictures, texts = unit(chance.normal(size=(N, 9))), unit(chance.normal(size=(N, 9)))
    texts[3] = unit(texts[2] + 0.05 * texts[4])  # says nearly the same
    guide = texts @ texts.T
    return pictures, texts, guide, (guide > 0.85) & ~np.eye(N, dtype=bool)


def scores_of(pictures, texts, guide, ignored, temperature=TEMPERATURE, bias=0.0):
    def tensor(array):
        return torch.tensor(np.asarray(array))

    return losses.Scores(
        tensor(pictures @ texts.T),
        tensor(temperature),
        tensor(bias),
        tensor(guide),
        tensor(ignored),
    )


def cross_entropy(logits, targets):
    logits = logits - logits.max(1, keepdims=True)
    logs = logits - np.log(np.exp(logits).sum(1, keepdims=True))
    return -logs[np.arange(len(logits)), targets].mean()


def test_there_is_a_pair_that_is_ignored(batch):
    assert batch[3].sum() == 2


def test_infonce_leaves_out_texts_that_say_the_same(batch):
    pictures, texts, _, ignored = batch
    total = 0.0
    for a, b, mask in ((pictures, texts, ignored), (texts, pictures, ignored.T)):
        for row in range(N):
            terms = np.exp(a[row] @ b.T / TEMPERATURE)[~mask[row]]
            total -= np.log(np.exp(a[row] @ b[row] / TEMPERATURE) / terms.sum())
    expected = total / (2 * N)
    assert losses.infonce(scores_of(*batch)).item() == pytest.approx(expected, abs=1e-9)


def test_sigmoid_judges_every_pair_by_itself(batch):
    pictures, texts, _, ignored = batch
    expected = 0.0
    for row in range(N):
        for column in range(N):
            if not ignored[row, column]:
                sign = 1 if row == column else -1
                logit = pictures[row] @ texts[column] / TEMPERATURE - 2.0
                expected += np.log1p(np.exp(-sign * logit))
    actual = losses.sigmoid(scores_of(*batch, bias=-2.0)).item()
    assert actual == pytest.approx(expected / N, abs=1e-9)


def test_cwcl_weighs_every_pair_by_the_likeness_of_its_texts(batch):
    pictures, texts, guide, _ = batch
    cosines = pictures @ texts.T / TEMPERATURE
    there = 0.0
    for row in range(N):
        chances = np.exp(cosines[row]) / np.exp(cosines[row]).sum()
        weights = (guide[row] + 1) / 2
        there -= (weights * np.log(chances)).sum() / weights.sum() / N
    expected = (there + cross_entropy(cosines.T, np.arange(N))) / 2
    assert losses.cwcl(scores_of(*batch)).item() == pytest.approx(expected, abs=1e-9)


def test_sdm_is_the_divergence_from_the_labels(batch):
    pictures, texts, _, ignored = batch
    labels = (ignored | np.eye(N, dtype=bool)).astype(float)
    expected = 0.0
    for cosines in (pictures @ texts.T, texts @ pictures.T):
        chances = np.exp(cosines / TEMPERATURE)
        chances /= chances.sum(1, keepdims=True)
        wanted = labels / labels.sum(1, keepdims=True)
        expected += (chances * np.log(chances / (wanted + 1e-8))).sum(1).mean()
    assert losses.sdm(scores_of(*batch)).item() == pytest.approx(expected, abs=1e-5)


def test_match_map_takes_each_words_best_patch():
    chance = np.random.default_rng(0)
    patches, words = unit(chance.normal(size=(3, 6, 4))), unit(chance.normal(size=(2, 5, 4)))
    present = np.array([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]], bool)
    expected = np.array(
        [
            [
                np.mean([(p @ w).max() for w in text[there]])
                for text, there in zip(words, present, strict=True)
            ]
            for p in patches
        ]
    )
    actual = losses.match_map_scores(*(torch.tensor(x) for x in (patches, words, present)))
    np.testing.assert_allclose(actual.numpy(), expected, atol=1e-12)


def test_temperature_rises_where_the_batch_holds_a_near_text(batch):
    guide = batch[2]
    others = np.where(np.eye(N, dtype=bool), -1, guide).max(1).clip(0)
    actual = losses.adaptive_temperature(torch.tensor(0.1), torch.tensor(guide), 0.5)
    np.testing.assert_allclose(actual.numpy(), 0.1 * (1 + 0.5 * others), rtol=1e-6)
    assert actual.argmax() in (2, 3)


def test_separation_is_lower_where_items_lie_apart(batch):
    texts, ignored = batch[1], batch[3]
    expected = 0.0
    for row in range(N):
        others = [c for c in range(N) if c != row and not ignored[row, c]]
        expected += np.log(np.mean(np.exp(texts[others] @ texts[row] / TEMPERATURE))) / N
    actual = losses.separation(
        torch.tensor(texts), torch.tensor(TEMPERATURE), torch.tensor(ignored)
    )
    assert actual.item() == pytest.approx(expected, abs=1e-6)  # the temperature is float32


def test_mixup_finds_both_parts_of_a_mixture():
    chance = np.random.default_rng(1)
    logits, order, share = chance.normal(size=(N, N)), chance.permutation(N), 0.3
    there = share * cross_entropy(logits, np.arange(N)) + 0.7 * cross_entropy(logits, order)
    back = 0.0
    for text in range(N):
        logs = logits.T[text] - np.log(np.exp(logits.T[text]).sum())
        mixed_in = int(np.flatnonzero(order == text)[0])
        back -= (share * logs[text] + 0.7 * logs[mixed_in]) / N
    actual = losses.mixup_loss(
        torch.tensor(logits), torch.tensor(logits.T), torch.tensor(order), share
    )
    assert actual.item() == pytest.approx((there + back) / 2, abs=1e-9)
