"""Many outputs: data, the start, and the loss of a network with K outputs that descends.

Weights stand in one row: U (d x m, a column a neuron), then V (m x K), row after row.
"""

import math

import numpy as np
from networks import print_losses
from twin_descent import PLANT, START, Loss, Random, length, products, total


def one_hot(sizes):
    """Classes one after the other, so many samples of each."""
    return np.eye(len(sizes))[np.repeat(np.arange(len(sizes)), sizes)]


def rotated_rows(n, d, random):
    """n orthonormal rows (Gram and Schmidt, each row twice)."""
    rows = random.normals(n * d).reshape(n, d)
    for i in range(n):
        for _ in range(2):
            for j in range(i):
                rows[i] = rows[i] - total(rows[i] * rows[j]) * rows[j]
        rows[i] = rows[i] * (1 / length(rows[i]))
    return rows


def teacher_data(n, K, neurons, bias, noise, random, seed):
    """Gaussian rows of the plane, and what a network says of them whose u and v have length 1."""
    A = random.normals(2 * n).reshape(n, 2)
    if bias:
        A = np.hstack([A, np.ones((n, 1))])
    drawn, d = Random(seed, PLANT), A.shape[1]
    Y = np.zeros((n, K))
    for _ in range(neurons):
        own = drawn.normals(d + K)
        u, v = own[:d] * (1 / length(own[:d])), own[d:] * (1 / length(own[d:]))
        Y = Y + np.outer(np.maximum(products(A, u), 0), v)
    if noise != 0:
        Y = Y + noise * random.normals(n * K).reshape(n, K)
    return A, Y


def draw_start(rows, m, K, seed, size):
    """U and V, `size` times standard normals."""
    return size * Random(seed, START).normals((rows + K) * m)


def rotated_start(A, start, m):
    """The start of words that are not rotated, with A'U in place of U."""
    n, d = A.shape
    U = total(A[:, :, None] * start[: n * m].reshape(n, 1, m))
    return np.concatenate([U.reshape(d * m), start[n * m :]])


class OutputLoss(Loss):
    """F = 1/(2n) |relu(A U) V - Y|^2 + beta/2 (|U|^2 + |V|^2) of m neurons."""

    def __init__(self, A, Y, m, beta):
        self.A, self.Y, self.m, self.beta = A, Y, m, beta
        self.samples, self.d = A.shape

    def parts(self, w):
        split = self.d * self.m
        return w[:split].reshape(self.d, self.m), w[split:].reshape(self.m, -1)

    def fit(self, w, rows, labels):
        """1/2 sum of squared residuals, and its gradient as a sum over the rows."""
        U, V = self.parts(w)
        hidden = np.maximum(total(rows.T[:, :, None] * U[:, None, :]), 0)
        residual = total(hidden.T[:, :, None] * V[:, None, :]) - labels
        slopes = total(residual.T[:, :, None] * V.T[:, None, :])
        slopes = np.where(hidden > 0, slopes, 0)
        pull_U = np.stack([total(slopes * rows[:, k : k + 1]) for k in range(self.d)])
        pull_V = total(hidden[:, :, None] * residual[:, None, :])
        halves = total((residual * residual / 2).T)
        return total(halves), np.concatenate([pull_U.ravel(), pull_V.ravel()])

    def evaluate(self, w):
        """F at w and its gradient."""
        fit, pull = self.fit(w, self.A, self.Y)
        value = fit / self.samples + (self.beta / 2) * total(w * w)
        return value, pull / self.samples + self.beta * w

    def batch_gradient(self, w, rows):
        return self.fit(w, self.A[rows], self.Y[rows])[1] / len(rows) + self.beta * w


def words_optimum(A, sizes, beta, rounds):
    """The optimum in closed form where A A' = I and the labels are one-hot.

    A class of n_k samples, s = sqrt(n_k), has one neuron of weight s - n beta, or none: it
    is forgotten when n beta >= s. Round 0 is the zero network, round 1 the optimum.
    """
    n, level = sum(sizes), sum(sizes) * beta
    optimum, neurons, first = 0.0, [], 0
    for k, size in enumerate(sizes):
        s = math.sqrt(size)
        optimum += min(s, level) ** 2 / (2 * n) + beta * max(0.0, s - level)
        if s > level:
            root = math.sqrt(s - level)
            u = (root / s) * A[first : first + size].sum(axis=0)
            neurons.append((u, root * np.eye(len(sizes))[k]))
        first += size
    if not neurons:
        return [], np.array([optimum]), np.array([optimum])
    values = [0.5, optimum][: rounds + 1]
    return neurons if rounds > 0 else [], np.array(values), np.full(len(values), optimum)


def print_outputs(m, d, left, solved=None):
    """Losses, objectives and bounds of both sides as CSV, and the networks at the end."""
    print_losses(left, solved)
    for last in left[0][-1:]:
        U, V = last[: d * m].reshape(d, m), last[d * m :].reshape(m, -1)
        for j in range(m):
            print("# left neuron", j + 1, "u =", U[:, j].tolist(), "v =", V[j].tolist())
    for u, v in solved[0] if solved is not None else []:
        print("# right neuron u =", u.tolist(), "v =", v.tolist())
