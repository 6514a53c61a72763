"""All eigenvalues and vectors of a symmetric matrix, by the page's steps to the page's bits."""

import math

import numpy as np
from twin_descent import length, products, total


def symmetric_eigen(matrix):
    """Eigenvalues, ascending, and a unit vector of each in the rows of the second.

    Householder's tridiagonal form, then implicit QL (Golub and Van Loan, section 8.3).
    """
    n = len(matrix)
    size = float(np.max(np.abs(matrix), initial=0))
    if not math.isfinite(size):
        return np.full(n, np.nan), np.full((n, n), np.nan)
    diagonal, beside, rows = tridiagonal(matrix / size if size > 0 else matrix.copy())
    iterate_ql(diagonal, beside, rows)
    order = sorted(range(n), key=lambda k: diagonal[k])
    return size * np.array(diagonal)[order], rows[order]


def tridiagonal(a):
    """Q'AQ = T: its diagonal, what stands beside it, and the rows of Q'. Overwrites a."""
    n = len(a)
    beside = [0.0] * n
    for k in range(n - 1):  # reflector k is I - vv', with v in row k behind its diagonal
        v = a[k, k + 1 :]
        far, first = float(length(v)), float(v[0])
        beside[k] = -far if first > 0 else far
        if far == 0:
            continue
        v[0] = first - beside[k]
        v *= np.sqrt(2 / total(v * v))
        block = a[k + 1 :, k + 1 :]
        image = products(block, v)
        image = image - total(image * v) / 2 * v
        block -= np.outer(v, image) + np.outer(image, v)
    rows = np.eye(n)
    for k in range(n - 2, -1, -1):
        if beside[k] != 0:
            v, block = a[k, k + 1 :], rows[k + 1 :, k + 1 :]
            block -= np.outer(products(block, v), v)
    return [float(x) for x in np.diag(a)], beside, rows


def iterate_ql(diagonal, beside, rows):
    """Diagonalises T in place; its rotations turn the rows too."""
    n = len(diagonal)
    norm = max((abs(d) + abs(b) for d, b in zip(diagonal, beside)), default=0.0)
    least = np.finfo(float).eps * norm
    for low in range(n):
        for _ in range(60):
            high = low
            while high + 1 < n and abs(beside[high]) > least / 2:
                high += 1
            if high == low:
                break
            half = (diagonal[low + 1] - diagonal[low]) / (2 * beside[low])
            root = math.sqrt(half * half + 1)
            shift = half + root if half >= 0 else half - root  # Wilkinson's
            g = diagonal[high] - diagonal[low] + beside[low] / shift
            s, c, p, i = 1.0, 1.0, 0.0, high - 1
            while i >= low:
                f, b = s * beside[i], c * beside[i]
                r = math.sqrt(f * f + g * g)
                beside[i + 1] = r
                if r == 0:
                    diagonal[i + 1] -= p
                    break
                s, c = f / r, g / r
                g = diagonal[i + 1] - p
                t = (diagonal[i] - g) * s + 2 * c * b
                p = s * t
                diagonal[i + 1] = g + p
                g = c * t - b
                one, other = rows[i].copy(), rows[i + 1].copy()
                rows[i + 1] = s * one + c * other
                rows[i] = c * one - s * other
                i -= 1
            beside[high] = 0.0
            if i < low:
                diagonal[low] -= p
                beside[low] = g
