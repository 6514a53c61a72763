"""The convex program of a network with K outputs over the plane, solved in rounds.

A residual R = Y - Z proves a lower bound of every network: L = t R is dual where
|L' relu(A u)| <= beta for every direction u, and then F >= <L, Y> - n/2 |L|^2. The bound
counts its rounding against itself.
"""

import math

import numpy as np
from planar_rays import orthogonal_lines, turn


def make_rays(A):
    """Unit directions orthogonal to the rows, counter-clockwise from angle 0; those within
    1e-12 merged.
    """
    lines = orthogonal_lines(A)
    lines = lines / np.sqrt((lines * lines).sum(axis=1))[:, None]
    kept = []
    for line in lines:
        if not kept or abs(turn(kept[-1], line)) > 1e-12:
            kept.append(line)
    if len(kept) > 1 and abs(turn(kept[-1], kept[0])) <= 1e-12:
        kept.pop()
    half = np.array(kept).reshape(-1, 2)
    return np.concatenate([half, -half])


class Circle:
    """The rows' rays cut the circle into sectors; in each of them the same samples are on.

    A place is ("ray", k), or ("sector", k) behind ray k.
    """

    def __init__(self, A):
        self.A, self.rays = A, make_rays(A)
        self.after = np.roll(self.rays, -1, axis=0)
        middles = self.rays + self.after
        half = ~np.any(np.abs(middles) > 1e-12, axis=1)  # a half turn: a quarter from its ray
        middles[half] = np.stack([-self.rays[half, 1], self.rays[half, 0]], axis=1)
        self.on = middles @ A.T > 0

    def pulls(self, R):
        """Of each sector S, the sum of a_i R_i' over what is on: eta(u) = |S'u| there."""
        each = (self.A[:, :, None] * R[:, None, :]).reshape(len(R), -1)
        return (self.on.astype(float) @ each).reshape(len(self.on), 2, R.shape[1])

    def maxima(self, R, level):
        """Local maxima of eta(u) = |R' relu(A u)| above the level, the largest first."""
        pulls, found = self.pulls(R), []
        forms = pulls @ pulls.transpose(0, 2, 1)
        for k, (ray, after) in enumerate(zip(self.rays, self.after)):
            across, form = np.array([-ray[1], ray[0]]), forms[k]
            value = math.sqrt(max(0.0, ray @ form @ ray))
            if value > level and across @ forms[k - 1] @ ray >= 0 and across @ form @ ray <= 0:
                found.append((value, ray, ("ray", k)))
            (a, b), (_, c) = form
            top = (a + c) / 2 + math.sqrt(((a - c) / 2) ** 2 + b * b)
            u = np.array([top - c, b] if a >= c else [b, top - a])
            if not (math.sqrt(top) > level and np.any(u)):
                continue
            u = u / np.linalg.norm(u)
            for own in u, -u:
                if turn(ray, own) > 0 and turn(own, after) > 0:
                    found.append((math.sqrt(top), own, ("sector", k)))
        return sorted(found, key=lambda touch: -touch[0])

    def columns(self, place):
        """What t weighs: relu(A u) = columns t for u in the place."""
        kind, k = place
        if kind == "sector":
            return self.A * self.on[k][:, None]
        both = self.on[k] & self.on[k - 1]
        return (self.A @ self.rays[k] * both)[:, None]

    def vector(self, place, t):
        return t[0] * self.rays[place[1]] if place[0] == "ray" else t

    def room(self, place, t, step):
        """The share of a step at which t meets the edge of its place, and that ray."""
        kind, k = place
        if kind == "ray":
            # Nothing of it would be left: it keeps a little, and goes once it is light.
            return (0.999 * t[0] / -step[0] if t[0] + step[0] <= 0 else math.inf), None
        found = math.inf, None
        for ray, sign, number in (self.rays[k], 1, k), (self.after[k], -1, (k + 1) % len(self.on)):
            inside, change = sign * turn(ray, t), sign * turn(ray, step)
            level = 1e-15 * (np.linalg.norm(t) + np.linalg.norm(step))
            if inside + change < -level:
                share = max(0.0, inside) / (max(0.0, inside) - (inside + change))
                found = min(found, (share, number), key=lambda each: each[0])
        return found

    def beyond(self, k, R):
        """The slope of eta into the sector beside ray k where it is largest, and that sector."""
        ray, pulls, found = self.rays[k], self.pulls(R), []
        for sign, sector in (1, k), (-1, (k - 1) % len(self.on)):
            across = sign * np.array([-ray[1], ray[0]])
            pull = pulls[sector].T @ ray
            found.append(
                (across @ pulls[sector] @ pull / max(np.linalg.norm(pull), 1e-300), sector)
            )
        return max(found)


class Atom:
    """A term relu(A u) v' of the output; u is t on its place."""

    def __init__(self, circle, place, u, v):
        self.place, self.v, self.moves = place, v, 0
        self.columns = circle.columns(place)
        self.t = u if place[0] == "sector" else np.array([circle.rays[place[1]] @ u])

    def balance(self):
        """Makes both lengths one; the term stays."""
        x, y = np.linalg.norm(self.t), np.linalg.norm(self.v)
        if x > 0 and y > 0:
            self.t, self.v = self.t * math.sqrt(y / x), self.v / math.sqrt(y / x)


class OutputProgram:
    """What a working set and Frank-Wolfe share: residuals, objectives, bounds."""

    def __init__(self, A, Y, beta):
        self.columns = A.shape[1]
        self.A = A if self.columns == 2 else np.hstack([A, np.zeros((len(A), 1))])
        self.Y, self.beta, self.n = Y, beta, len(Y)
        self.level = self.n * beta
        self.circle = Circle(self.A)

    def residual_of(self, neurons):
        """From the ReLU itself, never from the places."""
        R = self.Y.copy()
        for u, v in neurons:
            R -= np.outer(np.maximum(self.A @ u, 0), v)
        return R

    def bound_of(self, R):
        squares, product = (R * R).sum(), (R * self.Y).sum()
        if not squares > 0:
            return 0.0
        rounding = 2.0**-53
        size = (np.abs(R) * np.abs(self.A).sum(axis=1)[:, None]).sum()
        found = self.circle.maxima(R, 0)
        largest = (found[0][0] if found else 0) + (self.n + 64) * rounding * size
        limit = self.beta / largest if largest > 0 else math.inf
        t = min(limit, max(-limit, product / (self.n * squares)))
        square = self.n / 2 * t * t * squares
        terms = square + abs(t) * np.abs(R * self.Y).sum()
        return max(0.0, t * product - square - (R.size + 8) * rounding * terms)

    def shown(self, neurons):
        return [(u[: self.columns], v) for u, v in neurons]


class FrankWolfe(OutputProgram):
    """min 1/(2n) |Z - Y|^2 + beta tau over N(Z) <= tau <= cap, from (0, 0)."""

    def solve(self, rounds):
        cap = (self.Y * self.Y).sum() / (2 * self.level)
        R, tau, parts = self.Y.copy(), 0.0, []
        objectives, bounds = [(R * R).sum() / (2 * self.n)], [self.bound_of(R)]
        while len(objectives) <= rounds and objectives[-1] - bounds[-1] > 1e-9 * objectives[-1]:
            found = self.circle.maxima(R, self.level)[:1]
            vertex = R - self.Y  # from Z to (0, 0)
            for _, u, _ in found:
                h = np.maximum(self.A @ u, 0)
                g = R.T @ h
                g = g / np.linalg.norm(g)
                vertex = vertex + cap * np.outer(h, g)
            rise = (cap if found else 0.0) - tau
            curvature = (vertex * vertex).sum() / self.n
            slope = (R * vertex).sum() / self.n - self.beta * rise
            share = min(1.0, max(0.0, slope / curvature)) if curvature > 0 else 0.0
            tau += share * rise
            parts = [(u, (1 - share) * w) for u, w in parts]
            parts += [(u, share * cap * g) for _, u, _ in found]
            R = R - share * vertex
            objectives.append((R * R).sum() / (2 * self.n) + self.beta * tau)
            bounds.append(max(bounds[-1], self.bound_of(R)))
        weights = [math.sqrt(np.linalg.norm(w)) for _, w in parts]
        neurons = [(c * u, w / c) for c, (u, w) in zip(weights, parts) if c > 0]
        return self.shown(neurons), np.array(objectives), np.array(bounds)


class WorkingSet(OutputProgram):
    """Each round takes in atoms where eta exceeds n beta most, and lets Newton's method
    move all of them until it rests.
    """

    @np.errstate(all="ignore")
    def solve(self, rounds):
        """The neurons of the best round, and each round's objective and lower bound."""
        atoms, best, R, resting = [], [], self.Y.copy(), 0
        objectives, bounds = [(R * R).sum() / (2 * self.n)], [self.bound_of(R)]
        while len(objectives) <= rounds and resting < 3:
            if not objectives[-1] - bounds[-1] > 1e-9 * objectives[-1]:
                break
            self.take_in(atoms, R)
            atoms = self.minimise(atoms)
            neurons = self.neurons_of(atoms)
            R = self.residual_of(neurons)
            lengths = sum(u @ u + v @ v for u, v in neurons)
            objective = (R * R).sum() / (2 * self.n) + self.beta / 2 * lengths
            resting = 0 if objective < objectives[-1] else resting + 1
            if objective < objectives[-1]:
                best = neurons
            objectives.append(min(objective, objectives[-1]))
            bounds.append(max(bounds[-1], self.bound_of(R)))
        return self.shown(best), np.array(objectives), np.array(bounds)

    def neurons_of(self, atoms):
        for atom in atoms:
            atom.balance()
        return [(self.circle.vector(a.place, a.t), a.v) for a in atoms]

    def direction(self, atom):
        u = self.circle.vector(atom.place, atom.t)
        return u / np.linalg.norm(u)

    def take_in(self, atoms, R):
        """The largest touches, each with half the weight that is best for it alone."""
        chosen = []
        for eta, u, place in self.circle.maxima(R, self.level):
            if len(chosen) == 8:
                break
            if any(np.sum((u - other) ** 2) < 2e-6 for other in chosen):
                continue
            chosen.append(u)
            same = (a for a in atoms if a.place == place)
            if any(np.sum((u - self.direction(a)) ** 2) < 2e-9 for a in same):
                continue
            h = np.maximum(self.A @ u, 0)
            pull = R.T @ h
            root = math.sqrt((eta - self.level) / (2 * (h @ h)))
            v = pull * (root / np.linalg.norm(pull))
            atoms.append(Atom(self.circle, place, root * u, v))

    def minimise(self, atoms):
        for atom in atoms:
            atom.moves = 0
        for _ in range(400):
            if not atoms:
                return atoms
            outcome = self.newton(atoms, 2.0**-46)
            if outcome != "moved":
                atoms = self.tidied(atoms)
            if outcome == "rest" and not self.move_on(atoms):
                break
        for _ in range(4):
            if atoms:
                self.newton(atoms, 2.0**-27)
        return self.tidied(atoms)

    def tidied(self, atoms):
        """Light atoms go, and those of one place and direction are joined."""
        weights = [np.linalg.norm(a.t) * np.linalg.norm(a.v) for a in atoms]
        kept = []
        for atom, weight in zip(atoms, weights):
            if not weight > 1e-12 * max(weights):
                continue
            for twin in kept:
                away = self.direction(twin) - self.direction(atom)
                if twin.place == atom.place and away @ away < 2e-14:
                    ratio = np.linalg.norm(atom.t) / np.linalg.norm(twin.t)
                    twin.v = twin.v + ratio * atom.v
                    break
            else:
                kept.append(atom)
        return kept

    def move_on(self, atoms):
        """Atoms that rest on a ray go on into the sector where eta rises behind it."""
        R, moved = self.residual_of(self.neurons_of(atoms)), False
        for p, atom in enumerate(atoms):
            if atom.place[0] == "sector" or atom.moves == 4:
                continue
            slope, sector = self.circle.beyond(atom.place[1], R)
            if slope > 1e-9 * self.level:
                u = self.circle.vector(atom.place, atom.t)
                atoms[p] = Atom(self.circle, ("sector", sector), u, atom.v)
                atoms[p].moves = atom.moves + 1
                moved = True
        return moved

    def newton(self, atoms, least):
        """A step of Newton's method on all (t, v) of
        J = 1/(2n) |sum columns t v' - Y|^2 + beta/2 sum (|t|^2 + |v|^2).
        """
        n, K = self.Y.shape
        for atom in atoms:
            atom.balance()
        heights = [a.columns @ a.t for a in atoms]
        R = self.Y - sum(np.outer(h, a.v) for h, a in zip(heights, atoms))
        x = np.concatenate([np.concatenate([a.t, a.v]) for a in atoms])
        size, at, parts, blocks = len(x), 0, [], []
        H = self.beta * np.eye(size)
        for atom, h in zip(atoms, heights):
            q = len(atom.t)
            t, v = slice(at, at + q), slice(at + q, at + q + K)
            by_t = np.einsum("iq,k->ikq", atom.columns, atom.v)
            by_v = np.einsum("i,kl->ikl", h, np.eye(K))
            blocks.append(np.concatenate([by_t, by_v], axis=2).reshape(n * K, q + K))
            cross = atom.columns.T @ R / n
            H[t, v] -= cross
            H[v, t] -= cross.T
            parts.append((t, v))
            at += q + K
        J = np.hstack(blocks)
        H += J.T @ J / n
        pull = J.T @ R.ravel() / n - self.beta * x
        move = descent_of(H, pull, least)
        decrease = pull @ move
        if not decrease > 0:
            return "rest"
        value = (R * R).sum() / (2 * n) + self.beta / 2 * (x @ x)

        # J along the step, by its coefficients.
        first = (J @ move).reshape(n, K)
        second = sum(np.outer(a.columns @ move[t], move[v]) for a, (t, v) in zip(atoms, parts))
        square = ((first * first).sum() / 2 - (R * second).sum()) / n
        square += self.beta / 2 * (move @ move)
        cube, fourth = (first * second).sum() / n, (second * second).sum() / (2 * n)
        rooms = [self.circle.room(a.place, a.t, move[t]) for a, (t, _) in zip(atoms, parts)]
        stopped = min(range(len(atoms)), key=lambda p: rooms[p][0])
        share, ray = rooms[stopped]
        step = min(1.0, share)
        while -decrease + step * (square + step * (cube + step * fourth)) > -1e-4 * decrease:
            step /= 2
            if step < 1e-12:
                return "rest"
        for atom, (t, v) in zip(atoms, parts):
            atom.t, atom.v = atom.t + step * move[t], atom.v + step * move[v]
        if step != share:
            return "rest" if decrease <= 2.0**-70 * value else "moved"
        if ray is not None:
            old = atoms[stopped]
            atoms[stopped] = Atom(self.circle, ("ray", ray), old.t, old.v)
            atoms[stopped].moves = old.moves
            if not atoms[stopped].t[0] > 0:
                del atoms[stopped]
        return "wall"


def descent_of(H, pull, least):
    """H^-1 pull; with the absolute values of its eigenvalues where H is not positive definite."""
    try:
        lower = np.linalg.cholesky(H + least * np.trace(H) / len(H) * np.eye(len(H)))
        return np.linalg.solve(lower.T, np.linalg.solve(lower, pull))
    except np.linalg.LinAlgError:
        values, vectors = np.linalg.eigh(H)
        bent = np.maximum(np.abs(values), 1e-10 * np.max(np.abs(values)))
        return vectors @ ((vectors.T @ pull) / bent)
