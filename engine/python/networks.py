"""Networks of one hidden layer: the unit of their steps, and what both sides print."""

import numpy as np
from twin_descent import smoothness, total


def step_scale(A, Y, start, beta):
    """L of c/L: the curvature of a network of the start's size, or of the size that the
    labels ask for.
    """
    largest = smoothness(A)
    rms = np.sqrt(total((Y * Y).ravel()) / len(Y))
    needed = (2 * rms) / np.sqrt(largest) if largest > 0 else 0
    return largest * max(total(start * start) / 4, needed) + beta


def print_losses(left, solved=None):
    """Losses, objectives and bounds of the left side and of a program as CSV."""
    print("k,side,loss,objective,lower_bound")
    for k, loss in enumerate(left[1]):
        print(k, "left", float(loss), float(loss), "", sep=",")
    if solved is not None:
        for k, (loss, bound) in enumerate(zip(solved[1], solved[2])):
            print(k, "right", float(loss), float(loss), float(bound), sep=",")
