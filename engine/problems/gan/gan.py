"""A game of two players: a generator w descends, a discriminator d ascends.

L(w, d) = d.e - rho/2 |d|^2 with e = x - V h(w): x is the mean of the real data, V (m x k)
has a column for each h. A round is one step of both.
"""

import cmath
import math

import numpy as np
from twin_descent import DATA, PLANT, START, Random, length, smoothness, total


def draw_game(seed, m, k, dz, n):
    """Noise z (n x dz), columns V (m x k), the mean x and weights W (k x dz)."""
    z = Random(seed, DATA).normals(n * dz).reshape(n, dz)
    plant = Random(seed, PLANT)
    x = plant.normals(m)
    V = plant.normals(k * m).reshape(k, m).T / np.sqrt(k)
    return z, V, x, Random(seed, START).normals(k * dz).reshape(k, dz) / np.sqrt(dz)


def column_norm(V):
    """|V|_2^2: the step of a game in h is c over it."""
    return smoothness(V.T) * V.shape[1]


def game_scale(z, V):
    """Lg: no slope of the generated mean has a larger square."""
    return column_norm(V) * smoothness(z)


# ---- Who plays -------------------------------------------------------------


class Players:
    """A generator whose h are its own numbers, w (k x 1): any number on the plane; cut off
    at 0 in the convex counterpart.
    """

    def __init__(self, V, x, cut=True):
        self.V, self.x, self.cut = V, x, cut

    def hidden(self, w):
        """h, and its slopes dh/dw."""
        return w[:, 0], np.ones_like(w)

    def kept(self, w):
        """The nearest point that w may be at."""
        return np.maximum(w, 0) if self.cut else w

    def look(self, w):
        """The slopes at w, and e = x - V h."""
        h, slopes = self.hidden(w)
        return slopes, total(np.vstack([self.x, -(self.V * h).T]))

    def pull(self, slopes, d):
        """-dL/dw."""
        return total(self.V * d[:, None])[:, None] * slopes

    def size(self, d, e):
        """What may not grow a million times: the error; on the plane the distance."""
        square = total(e * e)
        return np.sqrt(square if self.cut else square + total(d * d))

    def most(self, d, e):
        return 1e6 * (max(self.size(d, e), length(self.x)) if self.cut else self.size(d, e))


class Network(Players):
    """h_j is the mean over the noise of relu(w_j.z)."""

    def __init__(self, z, V, x):
        super().__init__(V, x)
        self.z = z

    def hidden(self, w):
        z, (n, dz) = self.z, self.z.shape
        active = np.zeros((n, len(w)))
        for q in range(dz):
            active = active + z[:, q : q + 1] * w[:, q]
        h = in_fours(np.maximum(active, 0)) / n
        return h, in_fours((active > 0)[:, :, None] * z[:, None, :]) / n

    def kept(self, w):
        return w


def in_fours(terms):
    """Their sum as the page adds it: four at a time, then the rest."""
    fours = terms[: len(terms) // 4 * 4]
    pairs = fours[0::4] + fours[1::4], fours[2::4] + fours[3::4]
    return total(np.concatenate([pairs[0] + pairs[1], terms[len(fours) :]]))


@np.errstate(all="ignore")  # a game may overflow: that is how it ends, not a mistake
def play(players, rule, w, d, eta, mu, rho, rounds):
    """Rounds 0 to `rounds`: states (w, then d) and |e|^2, up to the last finite one."""
    slopes, e = players.look(w)
    before = players.pull(slopes, d), e - rho * d
    most = players.most(d, e)
    states, errors = [], []
    for k in range(rounds + 1):
        if k > 0:
            w, d, before = one_round(players, rule, (w, d), (slopes, e), before, eta, mu, rho)
            slopes, e = players.look(w)
        state = np.concatenate([w.ravel(), d])
        if not (players.size(d, e) <= most and np.all(np.isfinite(state))):
            break  # diverged: there is no round k
        states.append(state)
        errors.append(float(total(e * e)))
    return np.array(states), np.array(errors)


def one_round(players, rule, state, seen, before, eta, mu, rho):
    """Both players after a round, and the gradients of this one."""
    (w, d), (slopes, e) = state, seen
    up = e - rho * d
    if rule in ("alternating", "best"):
        d = e / rho if rule == "best" else d + mu * up
        return players.kept(w + eta * players.pull(slopes, d)), d, before
    down = players.pull(slopes, d)
    if rule == "optimistic":
        w = players.kept(w + eta * (2 * down - before[0]))
        return w, d + mu * (2 * up - before[1]), (down, up)
    ahead, d_ahead = players.kept(w + eta * down), d + mu * up
    if rule == "simultaneous":
        return ahead, d_ahead, before
    slopes, e = players.look(ahead)  # extragradient: the gradients there move the state here
    w = players.kept(w + eta * players.pull(slopes, d_ahead))
    return w, d + mu * (e - rho * d_ahead), before


# ---- What is proved --------------------------------------------------------


def factor(rule, eta, mu, rho):
    """The spectral radius of a round on the plane: below 1 the game arrives."""
    if rule == "best":
        return abs(1 - eta / rho)
    p, q = eta * mu, mu * rho
    root = cmath.sqrt(q * q / 4 - p)
    found = []
    for b in (-q / 2 + root, -q / 2 - root):
        if rule == "simultaneous":
            found.append(1 + b)
        elif rule == "extragradient":
            found.append(1 + b + b * b)
        else:  # roots of l^2 - sum l + product
            sum_, product = (1 + 2 * b, b) if rule == "optimistic" else (2 - p - q, 1 - q)
            half = cmath.sqrt(sum_ * sum_ / 4 - product)
            found += [sum_ / 2 + half, sum_ / 2 - half]
    return max(map(abs, found))


def nearest_in_cone(V, x):
    """h >= 0 with the least |x - V h| (Lawson and Hanson), and d = x - V h.

    V'd <= 0 and h.(V'd) = 0 prove it; a point that fails them is refused.
    """
    m, k = V.shape
    size = max(length(x) * max(map(length, V.T)), 1e-300)
    used, h, d = np.zeros(k, bool), np.zeros(k), x
    for _ in range(20 * k + 20):
        steep = np.where(used, -np.inf, V.T @ d)
        j = int(np.argmax(steep))
        if steep[j] <= 1e-12 * size or (used.sum() >= m and length(d) < 1e-12 * length(x)):
            break
        used[j] = True
        while used.any():
            wanted = np.zeros(k)
            wanted[used] = np.linalg.lstsq(V[:, used], x, rcond=None)[0]
            out = used & (wanted <= 0)
            if not out.any():
                h = wanted
                break
            share = np.min(h[out] / np.maximum(h[out] - wanted[out], 1e-300))
            h = h + share * (wanted - h)
            h[used & (h <= 1e-15 * max(1, h.max()))] = 0
            used &= h > 0
        d = x - V @ h
    slopes = V.T @ d
    violation = max(0, slopes.max(), abs(h @ slopes) / max(1, length(h))) / size
    if violation > 1e-9:
        raise ArithmeticError(f"no certificate: its conditions are violated by {violation}")
    return h, d


def reachable_probability(k, m):
    """P(Bin(k, 1/2) >= m): that the cone of k random columns holds a mean of m numbers."""
    return sum(math.comb(k, j) for j in range(m, k + 1)) / 2**k


# ---- Printing --------------------------------------------------------------


def print_game(left, right, names=()):
    """Both sides as CSV, with the states where they have names."""
    print("k", "side", *names, "mse", sep=",")
    for side, (states, errors) in (("left", left), ("right", right)):
        for k, error in enumerate(errors):
            state = map(float, states[k]) if names else ()
            print(k, side, *state, float(error), sep=",")


def print_floor(side, V, x):
    """The certificate of a width: no generator comes below the floor."""
    h, d = nearest_in_cone(V, x)
    print(f"# {side}: floor = {float(d @ d)} d* = {d.tolist()} h* = {h.tolist()}")
    print(f"# {side}: P(reachable) = {reachable_probability(V.shape[1], len(x))}")
