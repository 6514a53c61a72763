"""Skies of 32 x 32 pixels, periodic, peak 1. The order of draws and of operations fixes the bits.

Only + - * / and square roots of uniforms, so that the engine (`sky.ts`) draws the same.
"""

import numpy as np


def sky(seed, side=32):
    """Three to six extended sources with a rational profile, two to six bright pixels."""
    uniform = np.random.RandomState(16 * seed).random_sample
    x = np.zeros((side, side))
    places = np.arange(side, dtype=float)

    def offsets(centre):  # the way round the torus that is shorter
        d = places - centre
        return d - side * np.floor(d / side + 0.5)

    for _ in range(3 + int(4 * uniform())):
        ci, cj = side * uniform(), side * uniform()
        peak, width, ratio = 0.2 + 0.8 * uniform(), 1 + 2.5 * uniform(), 0.35 + 0.65 * uniform()
        p, q = 2 * uniform() - 1, 2 * uniform() - 1
        size = np.sqrt(p * p + q * q)
        if size == 0:
            p, q, size = 1.0, 0.0, 1.0
        p, q = p / size, q / size
        di, dj = offsets(ci)[:, None], offsets(cj)[None, :]
        s = (p * di + q * dj) / width
        t = (-q * di + p * dj) / (width * ratio)
        g = 1 + 0.5 * (s * s + t * t)
        x += peak / (g * g * g)
    for _ in range(2 + int(5 * uniform())):
        i, j = int(side * uniform()), int(side * uniform())
        x[i, j] += 0.3 + 0.7 * uniform()
    return x / x.max()
