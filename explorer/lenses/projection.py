"""Lay a collection's vectors out on a plane, and say how far the picture can be trusted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from explorer.lenses.landmarks import LANDMARKS, NEIGHBOURS, LandmarkGraph, landmark_graph
from explorer.lenses.neighbour_graph import (
    Check,
    NeighbourGraph,
    Progress,
    neighbour_graph,
    no_check,
    no_progress,
)
from explorer.lenses.projection_axes import AxisSpan, project_axes
from explorer.lenses.projection_gaps import close_gaps
from explorer.lenses.projection_pca import project_pca
from explorer.lenses.projection_placement import place_new, weighted_places
from explorer.lenses.projection_trust import (
    MapQuality,
    kept_neighbours,
    map_quality,
    nearest_on_map,
)
from explorer.lenses.projection_tsne import layout_tsne
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
Method = Literal["umap", "tsne", "pca", "axes"]
Landed = Callable[["Projection"], None]
GraphSource = Callable[[PreparedVectors], LandmarkGraph]

METHODS: Mapping[Method, str] = {
    "umap": "Neighbourhoods: like lies by like (UMAP)",
    "tsne": "Neighbourhoods, spread out evenly (t-SNE)",
    "pca": "Two main directions: quick, keeps large distances (PCA)",
    "axes": "Axes of your own: from one phrase to another",
}
FEWEST_FOR_NEIGHBOURS = 8
RETURNING_RATE = 0.05
"""Size of the first step of a map that was there before: with a whole one, groups change places."""
SETTLING_EPOCHS = 30
SETTLING_VISITS = 2e8
"""So many pulls at most settle the rest, in fewer epochs where there are more points."""


@dataclass(frozen=True)
class Projection:
    """A place on the map for each vector.

    Attributes
    ----------
    coordinates
        (n, 2) float32, the bulk within -1..1 with the aspect kept (but for axes, which have
        scales of their own); NaN where the vector has NaN.
    method, parameters, seed
        What made it; the same vectors, method, parameters and seed give the same map.
    trust
        (n,) float32, the share of each point's true neighbours that are neighbours on the map,
        NaN where there is no place; None when it was not measured.
    quality
        Of the whole map; None when it was not measured or there are too few points.
    spans
        Of a map by axes: the values that x and y show.
    """

    coordinates: Floats
    method: Method
    parameters: dict[str, object] = field(default_factory=dict)
    seed: int = 0
    trust: Floats | None = None
    quality: MapQuality | None = None
    spans: tuple[AxisSpan, AxisSpan] | None = None


@dataclass(frozen=True)
class _Request:
    """What `project` was asked, together, for the steps below."""

    vectors: PreparedVectors
    rows: npt.NDArray[np.intp]
    method: Method
    neighbours: int
    min_distance: float
    landmarks: int
    seed: int
    device: str
    effort: float
    graph_source: GraphSource | None
    progress: Progress
    check: Check


def project(
    vectors: npt.NDArray[np.floating],
    method: Method = "umap",
    *,
    groups: npt.ArrayLike | None = None,
    axes: Sequence[Floats] | None = None,
    seed: int = 0,
    neighbours: int = NEIGHBOURS,
    min_distance: float = 0.3,
    landmarks: int = LANDMARKS,
    initial: Floats | None = None,
    graph_source: GraphSource | None = None,
    effort: float = 1.0,
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
    axes
        For the method ``"axes"``: two directions (d,), see
        `explorer.lenses.projection_axes.axis_direction`.
    neighbours, min_distance
        UMAP's: how far it looks, and how tightly it packs (in units of the layout).
    landmarks
        Above so many rows a sample of this size is laid out and the rest placed by it.
    initial
        (n, 2) places to start from, so that the map lands near where it was; NaN where unknown.
        None starts from PCA.
    graph_source
        Hands out the neighbours of all whole rows, where a collection has them already; they are
        looked for otherwise.
    effort
        Share of the usual epochs of a UMAP, for a map that will not last.
    measure
        Whether to work out `trust` and `quality`.
    device
        A torch device for the neighbour search.
    landed
        Called with the PCA map as soon as that stands, before the neighbours are looked for, and
        with a map that is only to be measured yet.
    progress, check
        Told ``(done, total, note)``; called often, and may raise to stop.

    Returns
    -------
    Projection

    Raises
    ------
    ValueError
        If the method is unknown, its axes are missing, or shapes do not fit.
    """
    if method not in METHODS:
        raise ValueError(f"There is no projection {method!r}; there are {', '.join(METHODS)}.")
    if method == "axes" and (axes is None or len(axes) != 2):
        raise ValueError("A map by axes needs two directions, one for each axis.")
    ready = prepare(vectors, groups)
    rows = np.flatnonzero(ready.whole)
    request = _Request(
        ready, rows, method, neighbours, min_distance, landmarks, seed, device, effort,
        graph_source, progress, check,
    )  # fmt: skip
    check()
    if method == "axes" and axes is not None:
        places, spans = project_axes(ready, axes)
        laid = Projection(_parted(places, rows), method, {}, seed, spans=spans)
        return _measured(request, laid, landed) if measure else laid
    pca = _finish(request, project_pca(ready, seed=seed), "pca", {})
    if method == "pca" or len(rows) < FEWEST_FOR_NEIGHBOURS:
        parameters: dict[str, object] = {} if method == "pca" else {"too_few_for": method}
        done = replace(pca, parameters=parameters)
        return _measured(request, done, landed) if measure else done
    if landed is not None:
        landed(pca)
    rate = 1.0 if initial is None else RETURNING_RATE
    return _by_neighbours(request, _start(pca.coordinates, initial), rate, measure)


def _by_neighbours(request: _Request, start: Floats, rate: float, measure: bool) -> Projection:
    """Lay the landmarks out; the rest is placed by them, and settles while they stand still."""
    near = _graph_of(request)
    anchors, others = near.anchors, near.others
    tsne = request.method == "tsne"
    if tsne:
        placed = _layout_tsne(request, near.graph, start[anchors])
    else:
        placed = _layout_umap(request, near.graph, start[anchors], rate)
    rest = weighted_places(near.found, placed)
    if not tsne and len(others):
        rest = _settled(request, near, placed, rest)
    coordinates = np.full((len(request.vectors), 2), np.nan, np.float32)
    coordinates[anchors], coordinates[others] = placed, rest
    parameters: dict[str, object] = {"neighbours": near.k}
    if not tsne:
        parameters["min_distance"] = request.min_distance
    if len(others):
        parameters["landmarks"] = len(anchors)
    done = _finish(request, coordinates, request.method, parameters)
    return _measured_by(request, done, near) if measure else done


def _graph_of(request: _Request) -> LandmarkGraph:
    if request.graph_source is not None:
        return request.graph_source(request.vectors)
    return landmark_graph(
        request.vectors, neighbours=request.neighbours, landmarks=request.landmarks,
        seed=request.seed, device=request.device, progress=request.progress, check=request.check,
    )  # fmt: skip


def _layout_umap(request: _Request, graph: NeighbourGraph, start: Floats, rate: float) -> Floats:
    epochs = max(1, round(request.effort * epochs_for(len(graph))))
    placed = optimise_layout(
        scaled_start(start, request.seed), fuzzy_graph(graph, epochs),
        epochs=epochs, min_distance=request.min_distance, seed=request.seed, rate=rate,
        progress=request.progress, check=request.check,
    )  # fmt: skip
    # Turned before, so that seams run the same way when a map is laid out again.
    return close_gaps(_turned(placed, start), check=request.check)


def _layout_tsne(request: _Request, graph: NeighbourGraph, start: Floats) -> Floats:
    placed = layout_tsne(
        graph, scaled_start(start, request.seed),
        seed=request.seed, progress=request.progress, check=request.check,
    )  # fmt: skip
    return _turned(placed, start)


def _settled(request: _Request, near: LandmarkGraph, placed: Floats, rest: Floats) -> Floats:
    visits = near.found.indices.size
    return optimise_layout(
        np.concatenate([placed, rest]),
        _edges_to_anchors(near.found, len(placed)),
        epochs=max(8, min(SETTLING_EPOCHS, int(SETTLING_VISITS / max(visits, 1)))),
        min_distance=request.min_distance, seed=request.seed,
        fixed=len(placed), rate=0.25, note="Settling the rest",
        progress=request.progress, check=request.check,
    )[len(placed) :]  # fmt: skip


def _edges_to_anchors(found: NeighbourGraph, anchors: int) -> Edges:
    """Edges from each placed point to the landmarks it was placed by; landmarks have none."""
    count, k = found.indices.shape
    starts = np.concatenate([np.zeros(anchors, np.int64), np.arange(0, count * k + 1, k)])
    strengths = membership(found.distances).ravel()
    return starts, np.ascontiguousarray(found.indices).ravel(), strengths


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


def _parted(places: Floats, rows: npt.NDArray[np.intp]) -> Floats:
    """Spread points out that all lie on one spot."""
    if len(rows) > 1 and float(np.ptp(places[rows], axis=0).max()) < 1e-6:
        places = places.copy()
        places[rows] = _sunflower(len(rows))
    return places


def _measured(request: _Request, done: Projection, landed: Landed | None) -> Projection:
    """Add trust and quality to a map that was made without neighbours, and show it before."""
    rows = request.rows
    trust = np.full(len(done.coordinates), np.nan, np.float32)
    if len(rows) < 2:
        trust[rows] = 1
        return replace(done, trust=trust)
    if landed is not None:
        landed(done)
    if request.graph_source is not None and len(rows) >= FEWEST_FOR_NEIGHBOURS:
        return _measured_by(request, done, request.graph_source(request.vectors))
    if len(rows) <= 5_000:
        k = min(request.neighbours, len(rows) - 1)
        true = neighbour_graph(request.vectors.rows(rows), k, check=request.check).indices
        trust[rows] = kept_neighbours(true, nearest_on_map(done.coordinates[rows], k))
        done = replace(done, trust=trust)
    return replace(done, quality=_quality(request, done))


def _measured_by(request: _Request, done: Projection, near: LandmarkGraph) -> Projection:
    """Add trust and quality; points are measured against the landmarks."""
    placed = done.coordinates[near.anchors]
    trust = np.full(len(done.coordinates), np.nan, np.float32)
    trust[near.anchors] = kept_neighbours(near.graph.indices, nearest_on_map(placed, near.k))
    if len(near.others):
        k = near.found.indices.shape[1]
        on_map = nearest_on_map(placed, k, done.coordinates[near.others])
        trust[near.others] = kept_neighbours(near.found.indices, on_map)
    return replace(done, trust=trust, quality=_quality(request, done))


def _quality(request: _Request, done: Projection) -> MapQuality | None:
    return map_quality(
        request.vectors, done.coordinates,
        neighbours=request.neighbours, seed=request.seed, check=request.check,
    )  # fmt: skip
