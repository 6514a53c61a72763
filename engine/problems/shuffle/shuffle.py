"""Permutations: relax and round, or penalise what is none.

E is a convex quadratic over doubly stochastic n x n matrices M (rows and columns sum to 1).
P(M), the sum over rows and columns of 1 - length, is 0 at permutations alone. A step is
M <- nearest(M - (c/L)(grad E + lambda_k grad P)); the left side has lambda 0.
A permutation is a tuple p: row i has its 1 in column p[i], all counted from 0.
"""

import itertools
import math

import numpy as np
from twin_descent import largest_eigenvalue, length, products, smoothness, total

MOST_LISTED = 8  # up to this n all n! permutations are listed


# ---- Nearest points --------------------------------------------------------


def project_simplex(x):
    """The nearest of three numbers >= 0 that sum to 1."""
    first, second, third = 0, 1, 2
    if x[second] > x[first]:
        first, second = second, first
    if x[third] > x[first]:
        first, second, third = third, first, second
    elif x[third] > x[second]:
        second, third = third, second
    base = x[first] if abs(x[first]) > 2 else 0.0
    u, v, w = x[first] - base, x[second] - base, x[third] - base
    found = np.zeros(3)
    if u - v >= 1:
        found[first] = 1
        return found
    two = (u - 1 + v) / 2
    three = (u - 1 + (v + w) if u > 0.5 else u + v + w - 1) / 3
    shift = three if w > two else two
    found[first], found[second], found[third] = u - shift, v - shift, max(0.0, w - shift)
    return found


def project_birkhoff(V, kept=None):
    """The nearest doubly stochastic matrix, and r and c, where the next call may begin.

    It is (V + r 1' + 1 c')_+. Semismooth Newton on the dual in r and c (Li, Sun and Toh,
    arXiv 1702.05934), with Armijo's rule.
    """
    size = max(1.0, float(np.max(np.abs(V))))
    at, M, _, far = descend_dual(begin(V) if kept is None else kept, V, size)
    if far > 1e-10:
        at, M = project_afresh(V)
    near = min(2e-14 * size, 1e-10)
    if np.all((near >= M) | (np.abs(M - 1) <= near)):  # a corner but for rounding
        M = (near < M).astype(float)
    return M, at


def project_afresh(V):
    """The same from a cold start, without large numbers: V <= 0, and 0 along a permutation.

    Between Newton's runs the gradient is followed, which alone arrives from anywhere, if slowly.
    """
    n = len(V)
    u, v = assign(-V)[2]
    V = np.minimum(0, np.maximum(-n - 1, V + u[:, None] + v))
    at, steps = begin(V), 1
    while True:
        at, M, g, far = descend_dual(at, V, 1.0)
        if not far > 1e-10:
            return at + np.append(u, v), M
        for _ in range(steps):
            at = at - g / (2 * n)
            g = dual(at, V)[1]
        steps *= 2


def begin(V):
    """r and c at first."""
    return np.append((1 - total(V.T)) / len(V), np.zeros(len(V)))


def descend_dual(at, V, size):
    """Newton's steps, as far as they lead: r and c, M, the gradient and its largest part."""
    n = len(V)
    M, g, value, far = dual(at, V)
    least = far
    for _ in range(100):
        if not far >= 1e-14 * size:
            break
        direction, slope = newton_direction(M, g, far)
        if not slope < 0:
            direction = -g / n
            slope = total(direction * g)
        step = 1.0
        while step >= 1e-12:
            ahead = at + step * direction
            M_ahead, g_ahead, value_ahead, far_ahead = dual(ahead, V)
            if value_ahead <= value + 1e-4 * step * slope or far_ahead < least / 2:
                break
            step /= 2
        if step < 1e-12:
            break
        at, M, g, value, far = ahead, M_ahead, g_ahead, value_ahead, far_ahead
        least = min(least, far)
    return at, M, g, far


def dual(at, V):
    """M, the gradient (sums of rows and columns less 1), the value, the largest |gradient|."""
    n = len(V)
    M = np.maximum(0, V + at[:n, None] + at[None, n:])
    less = np.full((1, n), -1.0)
    g = np.append(total(np.append(less, M.T, axis=0)), total(np.append(less, M, axis=0)))
    value = total(np.append((M * M / 2).ravel(), -at))
    return M, g, float(value), float(np.max(np.abs(g)))


def newton_direction(M, g, far):
    """Newton's direction, r eliminated first, and the slope along it."""
    n = len(M)
    mu = 0.1 * min(1, far)
    on = M > 0
    pivots = on.sum(axis=1) + mu
    S, c = np.diag(np.full(n, mu)), -g[n:]
    for i in range(n):
        D = on[i].astype(float)
        S[np.diag_indices(n)] += D
        S -= np.outer(D, D) * (1 / pivots[i])
        c[on[i]] += g[i] / pivots[i]
    for j in range(n):  # L D L'; 0 along r + t, c - t, where nothing changes
        if S[j, j] > 1e-9:
            factors = S[j + 1 :, j] / S[j, j]
            S[j + 1 :, j + 1 :] -= np.outer(factors, S[j + 1 :, j])
            c[j + 1 :] -= factors * c[j]
    for j in range(n - 1, -1, -1):
        rest = total(np.append(c[j], -S[j + 1 :, j] * c[j + 1 :]))
        c[j] = rest / S[j, j] if S[j, j] > 1e-9 else 0.0
    r = total(np.append(-g[None, :n], -(on * c).T, axis=0)) / pivots
    pairs = r * g[:n] + c * g[n:]
    return np.append(r, c), float(total(pairs))


def assign(W):
    """The permutation of the least sum of W[i, p[i]], that sum, and the duals u and v.

    Shortest augmenting paths, row by row (Jonker and Volgenant, Computing, 1987).
    """
    n = len(W)
    u, v, row_of = np.zeros(n), np.zeros(n), [-1] * n
    for start in range(n):
        shortest, came = np.full(n, math.inf), np.zeros(n, dtype=int)
        reached = np.zeros(n, dtype=bool)
        row, far, end = start, 0.0, -1
        while end < 0:
            path = far + W[row] - u[row] - v
            shorter = ~reached & (path < shortest)
            shortest[shorter], came[shorter] = path[shorter], row
            ahead = int(np.argmin(np.where(reached, math.inf, shortest)))
            far, reached[ahead] = shortest[ahead], True
            if row_of[ahead] < 0:
                end = ahead
            row = row_of[ahead]
        u[start] += far
        for j in np.flatnonzero(reached):
            if j != end:
                u[row_of[j]] = u[row_of[j]] + far - shortest[j]
                v[j] = v[j] - far + shortest[j]
        j = end
        while True:  # the path turns over, from its end back to the new row
            i = came[j]
            before = -1 if i == start else row_of.index(i)
            row_of[j] = i
            if i == start:
                break
            j = before
    p = [row_of.index(i) for i in range(n)]
    return tuple(p), total(W[range(n), p]), (u, v)


# ---- What is relaxed -------------------------------------------------------


class Triangle:
    """E = x'Qx of M = x0 I + x1 C + x2 C^2, where C takes 0 to 1, 1 to 2 and 2 to 0."""

    n = 3
    permutations = ((0, 1, 2), (1, 2, 0), (2, 0, 1))

    def __init__(self, A, B):
        columns = [[(j - k) % 3 for j in range(3)] for k in range(3)]
        R = [(A[:, columns[k]] - B[list(p)]).ravel() for k, p in enumerate(self.permutations)]
        self.Q = np.array([[total(one * other) for other in R] for one in R])
        self.L = max(0.0, 2 * largest_eigenvalue(self.Q))
        self.costs = np.diag(self.Q)

    def evaluate(self, x):
        """E and its gradient."""
        half = products(self.Q, x)
        return max(0.0, float(total(x * half))), 2 * half

    def penalty(self, x):
        return max(0.0, 6 * (1 - float(length(x))))

    def penalty_gradient(self, x, lam):
        """Of lambda P."""
        return -(6 * lam) / length(x) * x

    def least(self, g):
        return float(np.min(g))

    def margin(self, x):
        """By how much the largest <X, M> of a permutation X is above the second."""
        _, second, first = np.sort(x)
        return float(3 * (first - second))

    def project(self, x, kept):
        return project_simplex(x), None

    def matrix(self, x):
        M = np.zeros((3, 3))
        for weight, p in zip(x, self.permutations):
            M[range(3), p] = weight
        return M


class Matrices:
    """All doubly stochastic n x n matrices."""

    def list_all(self, costs_of):
        """All permutations in lexicographic order, and their E; None where they are too many."""
        self.permutations = self.costs = None
        if self.n <= MOST_LISTED:
            self.permutations = list(itertools.permutations(range(self.n)))
            self.costs = costs_of(np.array(self.permutations))

    def penalty(self, M):
        lengths = np.sqrt(np.append(total((M * M).T), total(M * M)))
        return max(0.0, float(total(1 - lengths)))

    def penalty_gradient(self, M, lam):
        """Of lambda P."""
        rows, columns = np.sqrt(total((M * M).T)), np.sqrt(total(M * M))
        return -lam * (M / rows[:, None] + M / columns)

    def least(self, g):
        return float(assign(g)[1])

    def margin(self, M):
        """By how much the largest <X, M> of a permutation X is above the second."""
        p, first, _ = assign(-M)
        others = []
        for i in range(self.n):
            W = -M
            W[i, p[i]] = self.n
            others.append(assign(W)[1])
        return float(min(others) - first)

    def project(self, M, kept):
        return project_birkhoff(M, kept)

    def matrix(self, M):
        return M


class Matching(Matrices):
    """E = ||A M - M B||^2 of two symmetric matrices."""

    def __init__(self, A, B):
        self.A, self.B, self.n = A, B, len(A)
        width = max(
            largest_eigenvalue(A) + largest_eigenvalue(-B),
            largest_eigenvalue(B) + largest_eigenvalue(-A),
        )
        self.L = 2 * width * width
        self.list_all(lambda p: ((A - B[p[:, :, None], p[:, None, :]]) ** 2).sum(axis=(1, 2)))

    def commute(self, M):
        A, B = self.A, self.B
        return total(A.T[:, :, None] * M[:, None, :] - M.T[:, :, None] * B[:, None, :])

    def evaluate(self, M):
        """E and its gradient."""
        R = self.commute(M)
        return float(total((R * R).ravel())), 2 * self.commute(R)


class Layers(Matrices):
    """E = tr(D S D'), D = known M - target: outputs of two layers whose channels M mixes."""

    def __init__(self, known, target, S):
        self.known, self.target, self.S, self.n = known, target, S, len(S)
        self.L = 2 * len(known) * smoothness(known) * largest_eigenvalue(S)
        self.list_all(self.costs_of)

    def costs_of(self, p):
        D = self.known[None] - np.moveaxis(self.target[:, p], 0, 1)
        return np.einsum("pgi,pij,pgj->p", D, self.S[p[:, :, None], p[:, None, :]], D)

    def evaluate(self, M):
        """E and its gradient."""
        D = total(self.known.T[:, :, None] * M[:, None, :]) - self.target
        DS = total(D.T[:, :, None] * self.S[:, None, :])
        g = 2 * total(self.known[:, :, None] * DS[:, None, :])
        return max(0.0, float(total((DS * D).ravel()))), g


# ---- The two sides ---------------------------------------------------------


def stays(model, M, ahead, g, step):
    """Whether neither the next step nor one of 1/L moves M: shorter ones say nothing."""
    near = length((ahead - M).ravel()) <= 1e-12
    if not near or model.L == 0 or step >= 1 / model.L:
        return near
    return length((model.project(M - g / model.L, None)[0] - M).ravel()) <= 1e-12


def relax(model, M, step, steps):
    """The left: its states and E, up to where it rests, and the best lower bound so far."""
    states, costs, bounds = [], [], []
    kept, bound = None, -math.inf
    for _ in range(steps + 1):
        E, g = model.evaluate(M)
        bound = max(bound, float(E + model.least(g) - total((g * M).ravel())))
        states.append(M.ravel())
        costs.append(E)
        bounds.append(bound)
        ahead, kept = model.project(M - step * g, kept)
        near = E - bound <= max(1e-9 * max(E, costs[0]), 1e-15 * model.n * model.L)
        if near and (model.margin(M) > 1e-3 or stays(model, M, ahead, g, step)):
            break
        M = ahead
    return (np.array(states), np.array(costs)), bounds


def penalise(model, M, step, lam, ramp, steps):
    """The right: its states and E, up to where it rests, and lambda_k, which grows at first."""
    states, costs, lambdas = [], [], []
    kept = None
    for k in range(steps + 1):
        E, g = model.evaluate(M)
        states.append(M.ravel())
        costs.append(E)
        lambdas.append(lam * (k / ramp) if k < ramp else lam)
        if lambdas[-1] > 0:
            g = g + model.penalty_gradient(M, lambdas[-1])
        ahead, kept = model.project(M - step * g, kept)
        if k >= ramp and stays(model, M, ahead, g, step):
            break
        M = ahead
    return (np.array(states), np.array(costs)), lambdas


def print_sides(model, left, bounds, right, lambdas):
    """Both sides as CSV: of the left the lower bound, of the right lambda_k."""
    print("k,side,E,P,lambda,bound")
    extra = {"left": ([0.0] * len(bounds), bounds), "right": (lambdas, [""] * len(lambdas))}
    for side, (states, costs) in (("left", left), ("right", right)):
        for k, (state, E) in enumerate(zip(states, costs)):
            P = model.penalty(state if model.n**2 != len(state) else state.reshape(model.n, -1))
            print(k, side, float(E), P, *(numbers[k] for numbers in extra[side]), sep=",")


def print_rounded(side, model, run):
    """The permutation nearest to the last state, or all that are equally near."""
    state = run[0][-1]
    M = model.matrix(state if len(state) == 3 else state.reshape(model.n, -1))
    if model.permutations is None:
        print(f"# {side}: rounds to {assign(-M)[0]}")
        return
    along = M[range(model.n), np.array(model.permutations)].sum(axis=1)
    near = np.flatnonzero(along >= np.max(along) - 1e-9)
    costs = [float(model.costs[k]) for k in near]
    if len(near) == 1:
        print(f"# {side}: rounds to {model.permutations[near[0]]}, E = {costs[0]}")
    else:
        print(f"# {side}: a tie of {len(near)}, E = {min(costs)} to {max(costs)}")


def print_best(model):
    """The best permutations, proved by listing all."""
    if model.permutations is None:
        print(f"# best: unknown; {math.factorial(model.n)} permutations are not listed")
        return
    least = np.min(model.costs)
    best = np.flatnonzero(model.costs <= least + 1e-12 * model.n * model.L)
    print(f"# best: {model.permutations[best[0]]}, E = {float(least)}, {len(best)} of it")
