"""The directions in which planar rows switch a neuron on or off."""

import numpy as np


def turn(u, v):
    """The cross product: positive where v lies counter-clockwise of u."""
    return u[0] * v[1] - u[1] * v[0]


def orthogonal_lines(A):
    """Directions of the upper half plane orthogonal to the rows, by angle; none for zeros."""
    lines = np.stack([-A[:, 1], A[:, 0]], axis=1)[np.any(A != 0, axis=1)]
    below = (lines[:, 1] < 0) | ((lines[:, 1] == 0) & (lines[:, 0] < 0))
    lines[below] *= -1
    return lines[np.argsort(np.arctan2(lines[:, 1], lines[:, 0]), kind="stable")]
