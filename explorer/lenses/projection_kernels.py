"""The compiled inner loop of the layout; imported only where it runs."""

# mypy: disable-error-code="no-untyped-def, no-untyped-call"
# numba infers the types, and scalars it sees as float32 are plain floats to a type checker.

from __future__ import annotations

import numpy as np

from explorer.lenses.compiled import compiled


@compiled
def mixed(x):
    """Return the next pseudo-random 64 bits (splitmix64, Steele, Lea and Flood 2014)."""
    x = x + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


@compiled
def clipped(x):
    """Limit one step in one direction."""
    return min(max(x, np.float32(-4)), np.float32(4))


@compiled
def layout_epoch(
    before, after, starts, targets, per_epoch, low, high, epoch, step, a, b, negatives, seed,
    gravity,
):  # fmt: skip
    """Move points ``low..high`` by one epoch, reading the others as they stood before it.

    Each edge is drawn in the share of epochs its strength asks for. The random numbers of a point
    depend on the seed, the epoch and the point alone, never on which thread moves it.
    """
    count = before.shape[0]
    one, two = np.float32(1), np.float32(2)
    for i in range(low, high):
        x, y = before[i, 0], before[i, 1]
        state = mixed(seed ^ mixed(np.uint64(epoch) * np.uint64(0x100000001B3) + np.uint64(i)))
        for edge in range(starts[i], starts[i + 1]):
            share = np.float64(per_epoch[edge])
            if np.floor((epoch + 1) * share) <= np.floor(epoch * share):
                continue
            j = targets[edge]
            dx, dy = x - before[j, 0], y - before[j, 1]
            square = dx * dx + dy * dy
            if square > 0:
                power = square**b
                # Both ends of an edge are drawn twice in umap-learn, hence twice the pull.
                pull = -two * a * b * power / (square * (a * power + one)) * two
                x += clipped(pull * dx) * step
                y += clipped(pull * dy) * step
            for _ in range(negatives):
                state = mixed(state)
                k = np.int64(state % np.uint64(count))
                if k == i:
                    continue
                dx, dy = x - before[k, 0], y - before[k, 1]
                square = dx * dx + dy * dy
                if square > 0:
                    push = two * b / ((np.float32(0.001) + square) * (a * square**b + one))
                    x += clipped(push * dx) * step
                    y += clipped(push * dy) * step
        hold = one - gravity * step
        after[i, 0], after[i, 1] = x * hold, y * hold


@compiled
def layout_epochs(
    before, after, starts, targets, per_epoch, fixed, first, last, epochs, rate, a, b, negatives,
    seed, gravity,
):  # fmt: skip
    """Move all points but the first `fixed` by epochs ``first..last``, on one thread.

    `before` ends as `after`, ready for the next epoch.
    """
    for epoch in range(first, last):
        step = np.float32(rate * (1.0 - epoch / epochs))
        layout_epoch(
            before, after, starts, targets, per_epoch, fixed, before.shape[0], epoch, step, a, b,
            negatives, seed, gravity,
        )  # fmt: skip
        before[fixed:] = after[fixed:]
