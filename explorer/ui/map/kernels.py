# mypy: disable-error-code="no-untyped-def, no-untyped-call"
# numba infers the types.
"""The compiled loops that draw points; imported off the GUI thread, as compiling takes seconds."""

from __future__ import annotations

import numpy as np

from explorer.lenses.compiled import compiled

GREY, LIT, SELECTED = 0, 1, 2


@compiled
def blend(image, row, column, red, green, blue, alpha):
    """Lay a colour over one pixel; `alpha` in 0..1."""
    pixel = image[row, column]
    # numba takes the difference of two bytes for an unsigned number, so through float first.
    alpha, half = np.float32(alpha), np.float32(0.5)
    old_red, old_green = np.float32(pixel[0]), np.float32(pixel[1])
    old_blue = np.float32(pixel[2])
    pixel[0] = np.uint8(old_red + (np.float32(red) - old_red) * alpha + half)
    pixel[1] = np.uint8(old_green + (np.float32(green) - old_green) * alpha + half)
    pixel[2] = np.uint8(old_blue + (np.float32(blue) - old_blue) * alpha + half)


@compiled
def shade_disc(image, top, bottom, x, y, radius, background, grey, alpha):
    """Draw a faint disc of the rest, in rows ``top..bottom`` only.

    Where such discs overlap the pixel gets hardly stronger, else a crowd of them would be solid.
    """
    x, y, reach = np.float32(x), np.float32(y), np.float32(radius + 0.5)
    alpha, one = np.float32(alpha), np.float32(1)
    first_row, last_row = max(top, int(y - reach)), min(bottom - 1, int(y + reach))
    first, last = max(0, int(x - reach)), min(image.shape[1] - 1, int(x + reach))
    k = 0
    if abs(grey[1] - background[1]) > abs(grey[0] - background[0]):
        k = 1
    span = grey[k] - background[k]
    if span == 0:
        return
    inverse = one / span
    for row in range(first_row, last_row + 1):
        dy = np.float32(row) + np.float32(0.5) - y
        for column in range(first, last + 1):
            dx = np.float32(column) + np.float32(0.5) - x
            cover = reach - np.sqrt(dx * dx + dy * dy)
            if cover <= 0:
                continue
            goal = min(cover, one) * alpha
            pixel = image[row, column]
            already = (np.float32(pixel[k]) - background[k]) * inverse
            if already >= goal:
                goal = min(already + np.float32(0.25) * goal, np.float32(1.8) * alpha)
            if goal > already:
                for channel in range(3):
                    ground = background[channel]
                    level = ground + (grey[channel] - ground) * goal
                    pixel[channel] = np.uint8(level + np.float32(0.5))


@compiled
def draw_disc(image, top, bottom, x, y, radius, colour, alpha, ring, ring_width, ring_alpha):
    """Draw an antialiased disc with a ring around it, in rows ``top..bottom`` only."""
    x, y = np.float32(x), np.float32(y)
    radius, ring_width = np.float32(radius), np.float32(ring_width)
    half, zero, one = np.float32(0.5), np.float32(0), np.float32(1)
    reach = radius + ring_width + half
    first_row, last_row = max(top, int(y - reach)), min(bottom - 1, int(y + reach))
    first, last = max(0, int(x - reach)), min(image.shape[1] - 1, int(x + reach))
    for row in range(first_row, last_row + 1):
        dy = np.float32(row) + half - y
        for column in range(first, last + 1):
            dx = np.float32(column) + half - x
            away = np.sqrt(dx * dx + dy * dy)
            around = min(max(reach - away, zero), one)
            if around <= 0:
                continue
            inner = min(max(radius + half - away, zero), one)
            if ring_width > 0 and inner < 1:
                blend(image, row, column, ring[0], ring[1], ring[2], around * ring_alpha)
            if inner > 0:
                blend(image, row, column, colour[0], colour[1], colour[2], inner * alpha)


@compiled
def cell_range(low, high, origin, cell, count):
    """Return the first cell and the one after the last that touch ``low..high``."""
    first = min(max(np.floor((low - origin) / cell), 0.0), float(count))
    last = min(max(np.floor((high - origin) / cell) + 1, 0.0), float(count))
    return int(first), int(last)


@compiled
def bin_cells(bins, x, y, rgba, state, starts, crowd, across, columns, lines, place, sparse, every):
    """Add the points of dense cells to bins: red, green, blue, weight, grey, selected.

    `place` is bins for one map unit, and the first column and the last line of the bins; bins lie
    at fixed places on the plane, so that panning moves them and never refills them.
    """
    per_unit, first_column, last_line = place
    height, width = bins.shape[0], bins.shape[1]
    for line in range(lines[0], lines[1]):
        for cell in range(line * across + columns[0], line * across + columns[1]):
            count = starts[cell + 1] - starts[cell]
            if count == 0 or crowd[cell] <= sparse:
                continue
            kept = (count + every - 1) // every
            weight = np.float32(count / kept)
            for p in range(starts[cell], starts[cell] + kept):
                column = int(np.floor(x[p] * per_unit)) - first_column
                row = last_line - int(np.floor(y[p] * per_unit))
                if column < 0 or column >= width or row < 0 or row >= height:
                    continue
                here = bins[row, column]
                if state[p] == 0:
                    here[4] += weight
                    continue
                share = weight * rgba[p, 3] * np.float32(1 / 255)
                here[0] += share * rgba[p, 0]
                here[1] += share * rgba[p, 1]
                here[2] += share * rgba[p, 2]
                here[3] += share
                if state[p] == 2:
                    here[5] += weight


@compiled
def tone(bins, disc_share, full, grey, grey_alpha, accent):
    """Turn counts into colour times cover, and cover, in the first four places of each bin.

    Cover is what discs at random would cover; it goes on rising with the logarithm of the count
    where they would cover everything, so that the inside of a crowd keeps its shape.
    """
    norm = 1 / np.log1p(full)
    for row in range(bins.shape[0]):
        for column in range(bins.shape[1]):
            here = bins[row, column]
            if here[3] + here[4] == 0:
                continue
            rise = np.float32(min(np.log1p(here[4]) * norm, 1.0))
            under = grey_alpha * (1 - np.exp(-here[4] * disc_share)) * (0.7 + 0.6 * rise)
            red, green, blue = grey[0], grey[1], grey[2]
            cover = np.float32(0)
            if here[3] > 0:
                rise = np.float32(min(np.log1p(here[3]) * norm, 1.0))
                cover = (1 - np.exp(-here[3] * disc_share)) * (0.7 + 0.3 * rise)
                inverse = 1 / here[3]
                red, green, blue = here[0] * inverse, here[1] * inverse, here[2] * inverse
                chosen = min(here[5] * inverse, 1.0) * 0.9
                red += (accent[0] - red) * chosen
                green += (accent[1] - green) * chosen
                blue += (accent[2] - blue) * chosen
            behind = under * (1 - cover)
            here[0] = red * cover + grey[0] * behind
            here[1] = green * cover + grey[1] * behind
            here[2] = blue * cover + grey[2] * behind
            here[3] = cover + behind


@compiled
def paint_bins(image, bins, top, bottom, side, offset_x, offset_y):
    """Lay the toned bins over rows ``top..bottom``, blended from the four nearest bins."""
    inverse = 1 / side
    last = bins.shape[1] - 2
    for row in range(top, bottom):
        v = (row + 0.5 - offset_y) * inverse - 0.5
        r = int(np.floor(v))
        if r < 0 or r > bins.shape[0] - 2:
            continue
        down = np.float32(v - r)
        for column in range(image.shape[1]):
            u = (column + 0.5 - offset_x) * inverse - 0.5
            c = int(np.floor(u))
            if c < 0 or c > last:
                continue
            a, b = bins[r, c], bins[r, c + 1]
            d, e = bins[r + 1, c], bins[r + 1, c + 1]
            if a[3] + b[3] + d[3] + e[3] == 0:
                continue
            right = np.float32(u - c)
            left, up = np.float32(1) - right, np.float32(1) - down
            wa, wb = left * up, right * up
            wd, we = left * down, right * down
            rest = np.float32(1) - (wa * a[3] + wb * b[3] + wd * d[3] + we * e[3])
            pixel = image[row, column]
            for k in range(3):
                over = wa * a[k] + wb * b[k] + wd * d[k] + we * e[k]
                pixel[k] = np.uint8(min(pixel[k] * rest + over + np.float32(0.5), 255.0))


@compiled
def draw_bins(
    image, top, bottom, x, y, rgba, state, starts, crowd, across, columns, lines, view, sparse,
    every, bin_side, disc_share, full, colours, grey_alpha,
):  # fmt: skip
    """Bin the dense cells that touch rows ``top..bottom`` and paint them."""
    centre_x, centre_y, scale, half_width, half_height = view
    per_unit = scale / bin_side
    first_column = int(np.floor((centre_x - half_width / scale) * per_unit)) - 1
    last_line = int(np.floor((centre_y + (half_height - top) / scale) * per_unit)) + 1
    wide = int(image.shape[1] / bin_side) + 4
    high = int((bottom - top) / bin_side) + 5
    bins = np.zeros((high, wide, 6), np.float32)
    bin_cells(
        bins, x, y, rgba, state, starts, crowd, across, columns, lines,
        (per_unit, first_column, last_line), sparse, every,
    )  # fmt: skip
    tone(bins, disc_share, full, colours[1], grey_alpha, colours[2])
    offset_x = (first_column / per_unit - centre_x) * scale + half_width
    offset_y = half_height - ((last_line + 1) / per_unit - centre_y) * scale
    paint_bins(image, bins, top, bottom, bin_side, offset_x, offset_y)


@compiled
def draw_discs(
    image, top, bottom, x, y, rgba, state, starts, crowd, across, columns, lines, view, style,
    kind, lower, upper, colours,
):  # fmt: skip
    """Draw the points of one kind in cells whose crowd is above `lower` and up to `upper`."""
    centre_x, centre_y, scale, half_width, half_height = view
    radius, alpha, halo, halo_alpha, ring = style
    reach = radius + halo + ring + 1
    background, grey, accent = colours[0], colours[1], colours[2]
    for line in range(lines[0], lines[1]):
        for c in range(line * across + columns[0], line * across + columns[1]):
            if crowd[c] <= lower or crowd[c] > upper:
                continue
            for p in range(starts[c], starts[c + 1]):
                if state[p] != kind:
                    continue
                py = half_height - (y[p] - centre_y) * scale
                if py < top - reach or py > bottom + reach:
                    continue
                px = (x[p] - centre_x) * scale + half_width
                if kind == 0:
                    shade_disc(image, top, bottom, px, py, radius, background, grey, alpha)
                elif kind == 1:
                    own = alpha * rgba[p, 3] * (1 / 255)
                    draw_disc(
                        image, top, bottom, px, py, radius, rgba[p], own,
                        background, halo, halo_alpha * own,
                    )  # fmt: skip
                else:
                    draw_disc(image, top, bottom, px, py, radius, rgba[p], 1.0, accent, ring, 1.0)


@compiled
def draw_band(
    image, top, bottom, x, y, rgba, state, starts, crowd, grid, view, style, sparse, every,
    colours, present,
):  # fmt: skip
    """Draw everything that touches rows ``top..bottom`` of the picture.

    Parameters
    ----------
    grid
        left, bottom, cell, across, up.
    view
        centre x, centre y, scale, half the width, half the height, in pixels.
    style
        Radius of a disc, alpha of grey ones, width of the halo, width of the accent ring, side of
        a bin, count at which a bin is full.
    crowd, sparse
        Points in and around each cell; where it is above `sparse` a cell is binned, elsewhere
        points are drawn as discs, the sparsest last.
    every
        Of a dense cell's points one in so many is looked at.
    colours
        (3, 3) background, grey, accent.
    present
        (3,) whether there are grey, lit, selected points.
    """
    left, low, cell, across, up = grid
    across, up = int(across), int(up)
    centre_x, centre_y, scale, half_width, half_height = view
    radius, grey_alpha, halo, ring, bin_side, full = style
    for k in range(3):
        image[top:bottom, :, k] = colours[0, k]
    image[top:bottom, :, 3] = 255

    reach = max(radius + halo + ring + 1, 2 * bin_side)
    columns = cell_range(
        centre_x - (half_width + reach) / scale, centre_x + (half_width + reach) / scale,
        left, cell, across,
    )  # fmt: skip
    lines = cell_range(
        centre_y + (half_height - bottom - reach) / scale,
        centre_y + (half_height - top + reach) / scale,
        low, cell, up,
    )  # fmt: skip
    densest = np.float32(0)
    for line in range(lines[0], lines[1]):
        for c in range(line * across + columns[0], line * across + columns[1]):
            densest = max(densest, crowd[c])
    disc = np.pi * (radius + 0.25) ** 2
    if densest > sparse:
        draw_bins(
            image, top, bottom, x, y, rgba, state, starts, crowd, across, columns, lines, view,
            sparse, every, bin_side, disc / (bin_side * bin_side), full, colours, grey_alpha,
        )  # fmt: skip
    faintest = sparse / 32
    for kind in range(3):
        upper = min(densest, sparse)
        while present[kind] and upper > 0:
            lower = upper / 2 if upper > faintest else np.float32(0)
            # The nearer they lie, the more they let through: into the bins without a step.
            cover = min(upper * disc / (cell * cell * scale * scale), 2.5) / 2.5
            alpha = grey_alpha if kind == 0 else 0.92 - 0.37 * cover
            draw_discs(
                image, top, bottom, x, y, rgba, state, starts, crowd, across, columns, lines, view,
                (radius, alpha, halo, 0.6, ring), kind, lower, upper, colours,
            )  # fmt: skip
            upper = lower
