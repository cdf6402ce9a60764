"""Lay a collection's vectors out on a plane, and say how far the picture can be trusted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from explorer.lenses.neighbour_graph import (
    Check,
    NeighbourGraph,
    Progress,
    neighbour_graph,
    no_check,
    no_progress,
)
from explorer.lenses.projection_pca import project_pca
from explorer.lenses.projection_placement import nearest_anchors, place_new, weighted_places
from explorer.lenses.projection_trust import (
    MapQuality,
    kept_neighbours,
    map_quality,
    nearest_on_map,
)
from explorer.lenses.projection_umap import (
    Edges,
    epochs_for,
    fuzzy_graph,
    membership,
    optimise_layout,
    scaled_start,
)
from explorer.lenses.projection_vectors import PreparedVectors, prepare

__all__ = ["METHODS", "MapQuality", "Method", "Projection", "place_new", "project"]

Floats = npt.NDArray[np.float32]
Method = Literal["pca", "umap"]
Landed = Callable[["Projection"], None]

METHODS: Mapping[Method, str] = {
    "pca": "Two main directions: quick, keeps large distances",
    "umap": "Neighbourhoods: like lies by like (UMAP)",
}
FEWEST_FOR_NEIGHBOURS = 8
LANDMARKS = 50_000
REFINING_EPOCHS = 30


@dataclass(frozen=True)
class Projection:
    """A place on the map for each vector.

    Attributes
    ----------
    coordinates
        (n, 2) float32, the bulk within -1..1 with the aspect kept; NaN where the vector has NaN.
    method, parameters, seed
        What made it; the same vectors, method, parameters and seed give the same map.
    trust
        (n,) float32, the share of each point's true neighbours that are neighbours on the map,
        NaN where there is no place; None when it was not measured.
    quality
        Of the whole map; None when it was not measured or there are too few points.
    """

    coordinates: Floats
    method: Method
    parameters: dict[str, object] = field(default_factory=dict)
    seed: int = 0
    trust: Floats | None = None
    quality: MapQuality | None = None


@dataclass(frozen=True)
class _Request:
    """What `project` was asked, together, for the steps below."""

    vectors: PreparedVectors
    rows: npt.NDArray[np.intp]
    neighbours: int
    min_distance: float
    landmarks: int
    seed: int
    device: str
    progress: Progress
    check: Check


def project(
    vectors: npt.NDArray[np.floating],
    method: Method = "umap",
    *,
    groups: npt.ArrayLike | None = None,
    seed: int = 0,
    neighbours: int = 15,
    min_distance: float = 0.3,
    landmarks: int = LANDMARKS,
    initial: Floats | None = None,
    graph: NeighbourGraph | None = None,
    measure: bool = True,
    device: str = "cpu",
    landed: Landed | None = None,
    progress: Progress = no_progress,
    check: Check = no_check,
) -> Projection:
    """Project vectors to the plane.

    Parameters
    ----------
    vectors
        (n, d) of any float dtype; compared by angle. Rows with NaN get no place.
    groups
        (n,) modality of each row; each group is centred on its own mean, so that the map is laid
        out by what things are and not by how they were encoded. None leaves vectors as they are.
    neighbours, min_distance
        UMAP's: how far it looks, and how tightly it packs (in units of the layout).
    landmarks
        Above so many rows UMAP lays out a sample of this size and places the rest by it.
    initial
        (n, 2) places to start from, so that the map lands near where it was; NaN where unknown.
        None starts from PCA.
    graph
        Neighbours of all n rows, if the collection has them already.
    measure
        Whether to work out `trust` and `quality`.
    device
        A torch device for the neighbour search.
    landed
        Called with the PCA map as soon as that stands, before UMAP begins.
    progress, check
        Told ``(done, total, note)``; called often, and may raise to stop.

    Returns
    -------
    Projection

    Raises
    ------
    ValueError
        If the method is unknown or shapes do not fit.
    """
    if method not in METHODS:
        raise ValueError(f"There is no projection {method!r}; there are {', '.join(METHODS)}.")
    ready = prepare(vectors, groups)
    rows = np.flatnonzero(ready.whole)
    request = _Request(
        ready, rows, neighbours, min_distance, landmarks, seed, device, progress, check
    )
    check()
    flat = project_pca(ready, seed=seed)
    pca = _finish(request, flat, "pca", {})
    if method == "pca" or len(rows) < FEWEST_FOR_NEIGHBOURS:
        parameters: dict[str, object] = {} if method == "pca" else {"too_few_for": "umap"}
        done = replace(pca, parameters=parameters)
        return _measured(request, done, graph) if measure else done
    if landed is not None:
        landed(pca)
    start = _start(pca.coordinates, initial)
    if len(rows) > landmarks:
        return _by_landmarks(request, start, measure)
    return _all_at_once(request, start, graph, measure)


def _all_at_once(
    request: _Request, start: Floats, graph: NeighbourGraph | None, measure: bool
) -> Projection:
    """UMAP of every whole row."""
    rows = request.rows
    if graph is None or len(rows) < len(request.vectors):
        graph = _graph_of(request, rows)
    placed = _layout(request, graph, start[rows])
    coordinates = np.full((len(request.vectors), 2), np.nan, np.float32)
    coordinates[rows] = placed
    done = _finish(request, coordinates, "umap", _parameters(request))
    return _measured(request, done, graph) if measure else done


def _by_landmarks(request: _Request, start: Floats, measure: bool) -> Projection:
    """UMAP of a sample; the rest is placed by it, then settles while the sample stands still."""
    random = np.random.default_rng(request.seed)
    chosen = np.zeros(len(request.rows), bool)
    chosen[random.choice(len(chosen), request.landmarks, replace=False)] = True
    anchors, others = request.rows[chosen], request.rows[~chosen]
    graph = _graph_of(request, anchors)
    placed = _layout(request, graph, start[anchors])
    found = nearest_anchors(
        request.vectors, others, anchors, request.neighbours,
        device=request.device, seed=request.seed,
        progress=request.progress, check=request.check,
    )  # fmt: skip
    rest = optimise_layout(
        np.concatenate([placed, weighted_places(found, placed)]),
        _edges_to_anchors(found, len(anchors)),
        epochs=REFINING_EPOCHS, min_distance=request.min_distance, seed=request.seed,
        fixed=len(anchors), rate=0.25, note="Settling the rest",
        progress=request.progress, check=request.check,
    )[len(anchors) :]  # fmt: skip
    coordinates = np.full((len(request.vectors), 2), np.nan, np.float32)
    coordinates[anchors], coordinates[others] = placed, rest
    done = _finish(request, coordinates, "umap", {**_parameters(request), "landmarks": len(placed)})
    if not measure:
        return done
    trust = np.full(len(coordinates), np.nan, np.float32)
    trust[anchors] = kept_neighbours(graph.indices, nearest_on_map(placed, graph.indices.shape[1]))
    trust[others] = kept_neighbours(
        found.indices, nearest_on_map(placed, found.indices.shape[1], rest)
    )
    return replace(done, trust=trust, quality=_quality(request, done))


def _graph_of(request: _Request, rows: npt.NDArray[np.intp]) -> NeighbourGraph:
    return neighbour_graph(
        request.vectors.rows(rows), request.neighbours,
        seed=request.seed, device=request.device,
        progress=request.progress, check=request.check,
    )  # fmt: skip


def _layout(request: _Request, graph: NeighbourGraph, start: Floats) -> Floats:
    epochs = epochs_for(len(graph))
    placed = optimise_layout(
        scaled_start(start, request.seed), fuzzy_graph(graph, epochs),
        epochs=epochs, min_distance=request.min_distance, seed=request.seed,
        progress=request.progress, check=request.check,
    )  # fmt: skip
    return _turned(placed, start)


def _edges_to_anchors(found: NeighbourGraph, anchors: int) -> Edges:
    """Edges from each placed point to the landmarks it was placed by; landmarks have none."""
    count, k = found.indices.shape
    starts = np.concatenate([np.zeros(anchors, np.int64), np.arange(0, count * k + 1, k)])
    strengths = membership(found.distances).ravel()
    return starts, np.ascontiguousarray(found.indices).ravel(), strengths


def _parameters(request: _Request) -> dict[str, object]:
    return {"neighbours": request.neighbours, "min_distance": request.min_distance}


def _start(pca: Floats, initial: Floats | None) -> Floats:
    """Use the old places where there are any, else those of PCA."""
    if initial is None:
        # A few far groups would else take most of the room from the start, and keep it.
        spread = np.nanmedian(np.abs(pca), axis=0) if np.isfinite(pca).any() else np.ones(2)
        squeezed: Floats = np.arcsinh(pca / np.maximum(spread, 1e-3)).astype(np.float32)
        return squeezed
    if initial.shape != pca.shape:
        raise ValueError(f"Old places of shape {initial.shape} do not fit a map of {len(pca)}.")
    start = pca.copy()
    known = np.isfinite(initial).all(axis=1)
    start[known] = initial[known]
    return start


def _turned(placed: Floats, start: Floats) -> Floats:
    """Turn or mirror a layout as a whole so that it lies as near as can be to where it began."""
    middle = placed.mean(axis=0)
    turn, _, back = np.linalg.svd((placed - middle).T @ (start - start.mean(axis=0)))
    turned: Floats = ((placed - middle) @ (turn @ back)).astype(np.float32)
    return turned


def _finish(
    request: _Request, coordinates: Floats, method: Method, parameters: dict[str, object]
) -> Projection:
    """Bring coordinates into the common box; spread them out if they all lie on one spot."""
    rows = request.rows
    boxed = coordinates.copy()
    if len(rows):
        placed = boxed[rows] - np.median(boxed[rows], axis=0)
        radius = np.abs(placed).max(axis=1)
        extent = float(np.quantile(radius, 0.995) if len(rows) > 1000 else radius.max())
        if extent > 1e-6:
            boxed[rows] = placed / extent
        else:
            boxed[rows] = _sunflower(len(rows))
    return Projection(boxed, method, parameters, request.seed)


def _sunflower(count: int) -> Floats:
    """Spread points evenly over a disc (Vogel 1979): (count, 2) float32, a single one at 0, 0."""
    index = np.arange(count)
    radius = np.sqrt(index / max(count - 1, 1))
    angle = index * np.pi * (3 - np.sqrt(5))
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).astype(np.float32)


def _measured(request: _Request, done: Projection, graph: NeighbourGraph | None) -> Projection:
    """Add trust and quality. Without a graph, points are measured against a sample of them."""
    rows = request.rows
    trust = np.full(len(done.coordinates), np.nan, np.float32)
    if len(rows) < 2:
        trust[rows] = 1
        return replace(done, trust=trust)
    k = min(request.neighbours, len(rows) - 1)
    if graph is not None and len(graph) == len(rows):
        k = min(k, graph.indices.shape[1])
        true = graph.indices[:, :k]
        trust[rows] = kept_neighbours(true, nearest_on_map(done.coordinates[rows], k))
    elif len(rows) <= 5_000:
        true = neighbour_graph(request.vectors.rows(rows), k, check=request.check).indices
        trust[rows] = kept_neighbours(true, nearest_on_map(done.coordinates[rows], k))
    else:
        return replace(done, quality=_quality(request, done))
    return replace(done, trust=trust, quality=_quality(request, done))


def _quality(request: _Request, done: Projection) -> MapQuality | None:
    return map_quality(
        request.vectors, done.coordinates,
        neighbours=request.neighbours, seed=request.seed, check=request.check,
    )  # fmt: skip
