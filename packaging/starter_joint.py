"""What joins the two streams: class vectors, a regression on drawings, a block for the look."""

from __future__ import annotations

from collections import Counter

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from explorer.encoders.starter.onnx_towers import OnnxTower
from explorer.encoders.starter.preparation import FitSquare
from starter_sources import Drawing, Nouns, Synset, on_white, says_something
from starter_weights import Sentences, Tensors

GLOSS_WEIGHT = 0.5
HYPERNYM_WEIGHT = 0.5
HYPERNYM_DECAY = 0.6
HYPERNYM_DEPTH = 6

KEYWORDS = 8
SERIES = 200  # drawings with the very same keywords: they name a series, not what is drawn
PROTOTYPE_STEPS = 150
PROTOTYPE_PULL = 0.002
PROTOTYPE_WEIGHT = 3.0
RIDGE = 0.1
VISUAL_DIMENSIONS = 128


def class_vectors(wnids: list[str], nouns: Nouns, sentences: Sentences) -> Tensor:
    """One text vector per class (1000, 384), unit length before the mean is taken away.

    The mean of a class's lemmas, plus its definition at half weight, plus the lemmas of its
    hypernyms at a weight that starts at a half and decays upwards.
    """

    def lemmas(synset: Synset) -> Tensor:
        return F.normalize(sentences.vectors(list(synset.lemmas)).mean(0), dim=0)

    known: dict[tuple[str, ...], Tensor] = {}
    vectors = []
    for wnid in wnids:
        synset = nouns[int(wnid[1:])]
        vector = lemmas(synset) + GLOSS_WEIGHT * sentences.vectors([synset.gloss])[0]
        for step, above in enumerate(nouns.above(int(wnid[1:]))):
            if step == HYPERNYM_DEPTH:
                break
            if above.lemmas not in known:
                known[above.lemmas] = lemmas(above)
            vector = vector + HYPERNYM_WEIGHT * HYPERNYM_DECAY**step * known[above.lemmas]
        vectors.append(F.normalize(vector, dim=0))
    classes = torch.stack(vectors)
    return classes - classes.mean(0)


def drawing_features(tower: OnnxTower, drawings: list[Drawing], side: int) -> Tensor:
    """Pooled visual features of drawings: float32 (n, 1280)."""
    prepare = FitSquare(side)
    features = []
    for start in range(0, len(drawings), 8):
        batch = [prepare(on_white(drawing.path)) for drawing in drawings[start : start + 8]]
        features += tower.run(["features"], pixels=np.stack(batch))
    return torch.from_numpy(np.concatenate(features))


def drawing_texts(drawings: list[Drawing], sentences: Sentences, centre: Tensor) -> Tensor:
    """One text vector (n, 384) per drawing, from its title and its keywords; 0 without words."""
    uses = Counter(drawing.title for drawing in drawings)
    titles = [d.title if says_something(d.title, uses[d.title]) else "" for d in drawings]
    keywords = [" ".join(drawing.keywords[:KEYWORDS]) for drawing in drawings]
    series = Counter(keywords)
    keywords = [words if series[words] <= SERIES else "" for words in keywords]
    total = torch.zeros(len(drawings), len(centre))
    for texts in (titles, keywords):
        there = torch.tensor([bool(text) for text in texts])
        total += F.normalize(sentences.vectors(texts) - centre, dim=1) * there[:, None]
    return F.normalize(total, dim=1)


def prototypes(vision: Tensors, features: Tensor) -> Tensor:
    """One visual feature vector per class (1000, 1280) that the classifier is sure of.

    They stand in for the photos that the classifier was trained on, so that what is learned
    from drawings does not unlearn them. Found by gradient descent on the features: the
    cross-entropy of the class, a small Mahalanobis pull to features of real pictures, and the
    bounds that an average of ReLU6 has.
    """
    mean = features.mean(0)
    spread = (features - mean).T @ (features - mean) / len(features)
    spread += 0.1 * spread.diagonal().mean() * torch.eye(len(mean))
    pull = torch.linalg.inv(spread)
    classes = torch.arange(len(vision["classifier.bias"]))
    found = mean.repeat(len(classes), 1).requires_grad_()
    optimiser = torch.optim.Adam([found], lr=0.03)
    for _ in range(PROTOTYPE_STEPS):
        logits = F.linear(found, vision["classifier.weight"], vision["classifier.bias"])
        off = found - mean
        loss = F.cross_entropy(logits, classes, reduction="sum")
        loss = loss + PROTOTYPE_PULL * ((off @ pull) * off).sum()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        with torch.no_grad():
            found.clamp_(0, 6)
    return found.detach()


def regression(features: Tensor, texts: Tensor, photos: Tensor, classes: Tensor) -> Tensor:
    """Ridge regression (1280, 384) from visual features to text vectors, in closed form.

    Parameters
    ----------
    features, texts
        Of drawings, (n, 1280) and (n, 384).
    photos, classes
        Prototypes of the classifier's classes and their text vectors, (1000, 1280) and
        (1000, 384); each counts `PROTOTYPE_WEIGHT` times as much as a drawing.
    """
    told = texts.norm(dim=1) > 0
    mean = features.mean(0)
    x = (torch.cat([features[told], photos]) - mean).double()
    y = torch.cat([texts[told], F.normalize(classes, dim=1)]).double()
    weight = torch.ones(len(x), 1, dtype=torch.float64)
    weight[-len(photos) :] = PROTOTYPE_WEIGHT
    gram = (x * weight).T @ x
    gram += RIDGE * gram.diagonal().mean() * torch.eye(len(gram))
    return torch.linalg.solve(gram, (x * weight).T @ y).float()


def components(features: Tensor) -> Tensor:
    """Principal components (1280, 128) of visual features.

    They are divided by the root of their deviation: between leaving the first few to speak for
    all and giving noise an equal voice.
    """
    centred = (features - features.mean(0)).double()
    _, deviations, found = torch.linalg.svd(centred, full_matrices=False)
    kept = found[:VISUAL_DIMENSIONS]
    # Signs are free; fixing them keeps the result the same on every machine.
    kept = kept * kept.gather(1, kept.abs().argmax(1, keepdim=True)).sign()
    return (kept.T / (deviations[:VISUAL_DIMENSIONS] / deviations[0]).sqrt()).float()
