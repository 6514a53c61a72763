"""Federated averaging (FedAvg): each client takes K local steps, then the server averages.

On the plane client c has F_c(t) = 1/2 (t - b_c)' H_c (t - b_c): H is N x 2 x 2, b N x 2.
The network is f(x) = sum_r a_r relu(w_r.x) / sqrt(m), a = +1, -1, +1, ...: W is m x 3.
"""

import math

import numpy as np
from symmetric_eigen import symmetric_eigen
from twin_descent import DATA, START, Random, length, products, total

# ---- The plane -------------------------------------------------------------


def draw_clients(seed, N):
    """H, b and the start."""
    random = Random(seed, DATA)
    H, b = np.zeros((N, 2, 2)), np.zeros((N, 2))
    for c in range(N):
        B = random.normals(4).reshape(2, 2)
        H[c] = total(B[:, :, None] * B[:, None, :]) + 0.05 * np.eye(2)
        b[c] = random.normals(2)
    return H, b, random.normals(2)


class Mean:
    """The mean of 1/2 (t - b_c)' A_c (t - b_c): its curvature, its minimum `at`, its least.

    `guess` stays the minimum where only rounding speaks against it. `flat`: with a line of
    minima, of which the nearest to 0 is taken.
    """

    def __init__(self, A, b, guess, flat):
        self.A = total(A) / len(A)
        away = b - guess
        pull = total(A[:, :, 0] * away[:, :1] + A[:, :, 1] * away[:, 1:])
        sizes = np.abs(A[:, 0, 0]) + np.abs(A[:, 0, 1]) + np.abs(A[:, 1, 1])
        size = total(sizes * (np.array([length(x) for x in b]) + length(guess)))
        pull = 0 * pull if length(pull) <= 2e-15 * size else pull / len(A)
        if flat:
            large, _, along = axes(self.A)
            far = 0 if large == 0 else total(along * guess) + total(along * pull) / large
            self.at = far * along
        else:
            self.at = guess + solved(self.A, pull)
        self.least = total(half_form(A, self.at - b)) / len(A)

    def above(self, t):
        """How far t lies above the least."""
        return half_form(self.A, t - self.at)


def half_form(A, v):
    """v'Av/2."""
    x, y = v[..., 0], v[..., 1]
    return (A[..., 0, 0] * x * x + 2 * A[..., 0, 1] * x * y + A[..., 1, 1] * y * y) / 2


def axes(A):
    """Both eigenvalues by their size, and a unit vector of the larger: one Jacobi rotation."""
    xx, xy, yy = float(A[0, 0]), float(A[0, 1]), float(A[1, 1])
    t = 0.0
    if xy != 0:
        theta = (yy - xx) / (2 * xy)
        t = (1 if theta >= 0 else -1) / (abs(theta) + math.sqrt(theta * theta + 1))
    c = 1 / math.sqrt(t * t + 1)
    first, second = xx - t * xy, yy + t * xy
    if abs(first) >= abs(second):
        return first, second, np.array([c, -t * c])
    return second, first, np.array([t * c, c])


def solved(A, v):
    """A^-1 v; what lies along an eigenvalue of 0 is left out."""
    large, small, (x, y) = axes(A)
    first = 0 if large == 0 else (x * v[0] + y * v[1]) / large
    second = 0 if small == 0 else (-y * v[0] + x * v[1]) / small
    return np.array([first * x - second * y, first * y + second * x])


def is_flat(large, small):
    return small <= 1e-12 * large


def progress(x, K):
    """1 - (1 - x)^K."""
    if x > 1:
        mirrored = progress(2 - x, K)
        return mirrored if K % 2 == 0 else 2 - mirrored
    p = 0.0
    for bit in f"{K:b}":  # twice as many steps, and one more
        p *= 2 - p
        if bit == "1":
            p += x * (1 - p)
    return p


def with_axes(along, large, small):
    """The symmetric matrix of these."""
    x, y = along
    more = large - small
    return np.array([[small + more * x * x, more * x * y], [more * x * y, small + more * y * y]])


class Plane:
    """Clients, the mean F of their losses, and what K local steps make of them."""

    def __init__(self, H, b, mu=0):
        self.H, self.b, self.mu = H, b, mu
        self.flat = is_flat(*axes(total(H) / len(H))[:2])
        self.F = Mean(H, b, Mean(H, b, b[0], self.flat).at, self.flat)
        self.axes = [axes(A) for A in H]
        self.largest = max(0, *(large for large, _, _ in self.axes))

    def together(self):
        """All data in one place."""
        return Plane(self.F.A[None], self.F.at[None])

    def equal(self):
        """Every client with the mean curvature and the same gradient at t*."""
        away = self.b - self.F.at
        pull = self.H[:, :, 0] * away[:, :1] + self.H[:, :, 1] * away[:, 1:]
        b = np.array([self.F.at + solved(self.F.A, v) for v in pull])
        return Plane(np.repeat(self.F.A[None], len(b), axis=0), b)

    def proximal(self, mu):
        """The same clients, whose local steps also pull back to the server's point (FedProx)."""
        return Plane(self.H, self.b, mu)

    def share(self, lam, eta, K):
        share = progress(eta * (lam + self.mu), K)
        return share if self.mu == 0 else share * (lam / (lam + self.mu))

    def surrogate(self, eta, K, best):
        """F_K: a round is a step of -server grad F_K."""
        P = []
        for large, small, along in self.axes:
            small = 0 if abs(small) <= 1e-15 * large else small
            P.append(with_axes(along, self.share(large, eta, K), self.share(small, eta, K)))
        return Mean(np.array(P), self.b, best, self.flat)

    def factors(self, eta, K, server, best):
        """What a round multiplies the distance from its rest by, along two directions."""
        large, small, _ = axes(self.surrogate(eta, K, best).A)
        return sorted([1 - server * large, 1 if self.flat else 1 - server * small])

    def rests(self, eta, factors):
        """Whether there is a single rest: for every K, or because a round is a contraction."""
        short = eta * (self.largest + self.mu) < 2
        return (short and not self.flat) or max(np.abs(factors)) < 1 - 1e-12

    def round(self, t, eta, K, server):
        x, y, b = np.full(len(self.b), t[0]), np.full(len(self.b), t[1]), self.b
        for _ in range(K):
            dx, dy = x - b[:, 0], y - b[:, 1]
            pull_x, pull_y = self.mu * (x - t[0]), self.mu * (y - t[1])
            x = x - eta * (self.H[:, 0, 0] * dx + self.H[:, 0, 1] * dy + pull_x)
            y = y - eta * (self.H[:, 0, 1] * dx + self.H[:, 1, 1] * dy + pull_y)
        mean = np.array([total(x), total(y)]) / len(b)
        return t + server * (mean - t)

    def scaffold(self, t, variates, eta, K, server):
        """A round of SCAFFOLD: the next point and the next control variates (N x 2)."""
        x, y, b = np.full(len(self.b), t[0]), np.full(len(self.b), t[1]), self.b
        own = variates - total(variates) / len(b)
        for _ in range(K):
            dx, dy = x - b[:, 0], y - b[:, 1]
            x = x - eta * (self.H[:, 0, 0] * dx + self.H[:, 0, 1] * dy - own[:, 0])
            y = y - eta * (self.H[:, 0, 1] * dx + self.H[:, 1, 1] * dy - own[:, 1])
        mean = np.array([total(x), total(y)]) / len(b)
        walked = t - np.stack([x, y], axis=1)
        return t + server * (mean - t), own + walked / (K * eta)

    def scaffold_radius(self, eta, K, server):
        """The spectral radius of a round of SCAFFOLD, of the point with its control variates."""
        N, one = len(self.b), np.eye(2)
        M = np.zeros((2 * N, 2 * N))
        for c, (large, small, along) in enumerate(self.axes):
            small = 0 if abs(small) <= 1e-15 * large else small
            P = with_axes(along, progress(eta * large, K), progress(eta * small, K))
            powers = [1 if s == 0 else progress(eta * s, K) / (K * eta * s) for s in (large, small)]
            A = with_axes(along, *powers)
            for d in range(N):
                block = (one - server * P) / N + ((d == c) - 1 / N) * (one - A)
                M[2 * c : 2 * c + 2, 2 * d : 2 * d + 2] = block
        return float(np.max(np.abs(np.linalg.eigvals(M))))


@np.errstate(all="ignore")  # a run may overflow: that is how it ends, not a mistake
def average_plane(plane, F, t, eta, K, server, rounds):
    """Rounds 0 to `rounds` and F there, up to where it rests or the last before it diverges."""
    rest = plane.surrogate(eta, K, F.at).at
    rests = plane.rests(eta, plane.factors(eta, K, server, F.at))
    most = 1e6 * max(1, F.above(t))
    states, losses = [], []
    for _ in range(rounds + 1):
        excess = F.above(t)
        if not excess <= most:
            break
        states.append(t)
        losses.append(float(F.least + excess))
        ahead = plane.round(t, eta, K, server)
        near = rests and length(t - rest) <= 1e-9 and length(ahead - t) <= 1e-12
        if near and excess > 1e-12:
            break
        t = ahead
    return np.array(states), np.array(losses)


@np.errstate(all="ignore")
def scaffold_plane(plane, F, t, eta, K, server, rounds):
    """Rounds 0 to `rounds` of SCAFFOLD and F there, up to the last before it diverges."""
    most, variates = 1e6 * max(1, F.above(t)), np.zeros_like(plane.b)
    states, losses = [], []
    for _ in range(rounds + 1):
        excess = F.above(t)
        if not excess <= most:
            break
        states.append(t)
        losses.append(float(F.least + excess))
        t, variates = plane.scaffold(t, variates, eta, K, server)
    return np.array(states), np.array(losses)


def print_radius(side, plane, eta, K, server):
    """The slowest factor of a round of SCAFFOLD, which rests at the minimum of F."""
    radius = plane.scaffold_radius(eta, K, server)
    print(f"# {side}: K = {K}, rest = {plane.F.at.tolist()}")
    print(f"# {side}: slowest factor, with its memory = {radius}")


def print_rest(side, plane, F, eta, K, server):
    """Where a side rests, how far from the best, and what a round multiplies by."""
    surrogate = plane.surrogate(eta, K, F.at)
    factors = plane.factors(eta, K, server, F.at)
    print(f"# {side}: K = {K}, factors = {[float(factor) for factor in factors]}")
    if plane.rests(eta, factors):
        bias = float(length(surrogate.at - F.at))
        print(f"# {side}: rest = {surrogate.at.tolist()}, bias = {bias}")


# ---- The network and its linearisation -------------------------------------


def draw_start(seed, m, paired):
    """W; of pairs the neurons 2i and 2i + 1 start alike, so that f = 0."""
    rows = Random(seed, START).normals(3 * (m // 2 if paired else m)).reshape(-1, 3)
    return np.repeat(rows, 2, axis=0) if paired else rows


class Client:
    """Samples, and the steps that descend on 1/2 sum (f(x) - y)^2."""

    def __init__(self, X, y):
        self.X, self.y = X, y

    def look(self, W):
        """f - y, and which neurons are active at which samples (m x n)."""
        X, signs = self.X, signs_of(W)
        z = W[:, :1] * X[:, 0] + W[:, 1:2] * X[:, 1] + W[:, 2:] * X[:, 2]
        return (0.5 * total(signs * (z + np.abs(z)))) / np.sqrt(len(W)) - self.y, z > 0

    def step(self, W, eta):
        residual, active = self.look(W)
        pulls = ((eta / np.sqrt(len(W))) * residual)[:, None] * self.X
        move = np.zeros_like(W)
        for first in range(0, len(pulls), 4):  # in fours, as the page adds
            four = np.zeros_like(W)
            for i in reversed(range(first, min(first + 4, len(pulls)))):
                four = four + np.where(active[:, i : i + 1], pulls[i], 0)
            move = move + four
        return W - signs_of(W) * move


def signs_of(W):
    return np.where(np.arange(len(W)) % 2 == 0, 1.0, -1.0)[:, None]


@np.errstate(all="ignore")
def average_network(X, y, client, W, eta, K, server, rounds):
    """Rounds 0 to `rounds`: W and the loss, up to the last before it diverges."""
    N = max(client) + 1
    whole, clients = Client(X, y), [Client(X[client == c], y[client == c]) for c in range(N)]
    states, losses = [], []
    for _ in range(rounds + 1):
        residual, _ = whole.look(W)
        loss = float(total(residual * residual) / 2)
        if not (loss <= 1e6 * max([1, *losses[:1]]) and np.all(np.isfinite(W))):
            break
        states.append(W.ravel())
        losses.append(loss)
        ends = []
        for own in clients:
            end = W
            for _ in range(K):
                end = own.step(end, eta)
            ends.append(end)
        W = W + server * (total(np.array(ends)) / N - W)
    return np.array(states), np.array(losses)


class Linearisation:
    """The network's tangent at its start: the kernel H, and its blocks a client."""

    def __init__(self, X, y, client, W):
        self.N, self.n = max(client) + 1, len(X)
        self.residual, active = Client(X, y).look(W)
        both = active.T.astype(float) @ active
        self.H = (total(X.T[:, :, None] * X.T[:, None, :]) * both) / len(W)
        self.values, self.vectors = symmetric_eigen(self.H)
        self.rows = [np.flatnonzero(client == c) for c in range(self.N)]
        self.blocks = [symmetric_eigen(self.H[np.ix_(rows, rows)]) for rows in self.rows]
        self.largest = max(0, *(values[-1] for values, _ in self.blocks))
        self.live = self.values > 1e-10 * max(0, self.values[-1])
        self.smallest = float(self.values[0]) if all(self.live) else 0.0

    def weights(self, eta, K):
        """G: what K local steps make of a client's residuals."""
        G = []
        for values, vectors in self.blocks:
            each = np.array([local_weight(s, eta, K) for s in values])
            G.append(total((each[:, None] * vectors)[:, :, None] * vectors[:, None, :]))
        return G

    def weigh(self, G, u):
        pull = np.zeros(self.n)
        for rows, block in zip(self.rows, G):
            pull[rows] = products(block, u[rows])
        return pull

    def rest(self, eta, K):
        """u of least u'Gu within reach; the residual of least squares; None without a rest."""
        if eta * self.largest >= 2 - 1e-12:
            return None
        u, U = self.residual, self.vectors[self.live]
        if len(U) == self.n:
            return 0 * u, 0 * u
        G = np.zeros((self.n, self.n))
        for rows, block in zip(self.rows, self.weights(eta, K)):
            G[np.ix_(rows, rows)] = block
        return u - U.T @ np.linalg.solve(U @ G @ U.T, U @ (G @ u)), u - U.T @ (U @ u)

    @np.errstate(all="ignore")
    def average(self, eta, K, server, rounds):
        """Rounds 0 to `rounds`: the residuals u, then alpha; and the loss."""
        G, rest = self.weights(eta, K), self.rest(eta, K)
        u, alpha = self.residual, np.zeros(self.n)
        states, losses = [], []
        for _ in range(rounds + 1):
            loss = float(total(u * u) / 2)
            state = np.concatenate([u, alpha])
            if not (loss <= 1e6 * max([1, *losses[:1]]) and np.all(np.isfinite(state))):
                break
            states.append(state)
            losses.append(loss)
            scaled = (server / self.N) * self.weigh(G, u)
            move = products(self.H, scaled)
            near = rest is not None and length(move) <= 1e-12 and length(u - rest[0]) <= 1e-9
            if near and loss > 1e-12:
                break
            u, alpha = u - move, alpha - scaled
        return np.array(states), np.array(losses)

    def print_rates(self, eta, K, server):
        """What is proved of the rounds, and where they rest."""
        G = self.weights(eta, K)
        M = np.array([self.weigh(G, row) for row in self.H]) / self.N  # G H, like H G
        factor = np.max(np.abs(np.linalg.eigvals(np.eye(self.n) - server * M)))
        print(f"# eta = {float(eta)}, Lmax = {float(self.largest)}")
        print(f"# right: factor = {float(factor)}")
        if eta * self.largest <= 1 + 1e-12 and server <= 1:
            share = server * self.smallest / self.N
            high = 1 - share * local_weight(self.largest, eta, K)
            print(f"# right: certified between {max(0, 1 - share * eta * K)} and {float(high)}")
        if (rest := self.rest(eta, K)) is not None:
            u, least = rest
            print(f"# right: loss at rest = {float(u @ u / 2)}, least = {float(least @ least / 2)}")


def local_weight(s, eta, K):
    """(1 - (1 - eta s)^K) / s; K eta at s = 0."""
    x = float(eta * s)
    return eta * (K if x == 0 else progress(x, K) / x)


# ---- Printing --------------------------------------------------------------


def print_rounds(left, right, names=()):
    """Both sides as CSV, with the states where they have names."""
    print("k", "side", *names, "loss", sep=",")
    for side, (states, losses) in (("left", left), ("right", right)):
        for k, loss in enumerate(losses):
            state = map(float, states[k]) if names else ()
            print(k, side, *state, float(loss), sep=",")
