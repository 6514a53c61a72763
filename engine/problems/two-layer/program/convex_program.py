"""The convex programs of two layers, solved in rounds on a working set of blocks.

Both prove a lower bound of every network by weak duality: a residual r gives the dual
point l = t r and the bound -n/2 |l|^2 + l.y, where t keeps |output'l| <= beta for every
neuron. The bound counts its rounding against itself.
"""

import math

import numpy as np
from planar_rays import orthogonal_lines, turn


class Block:
    """A vector t of the program. It adds sign * columns @ t to the output and beta |t| to
    the objective.

    columns is n x 1 (a hinge, or a direction that is held) or n x 2 (free in its sector).
    """

    def __init__(self, sign, place, columns, t):
        self.sign, self.place, self.columns, self.t = sign, place, columns, t


class Program:
    """Newton's method on a working set. What a place is differs between the programs."""

    def __init__(self, A, y, beta):
        self.A, self.y, self.n, self.beta = A, y, len(y), beta
        self.target = y

    def merge(self, blocks):
        """Joins blocks that can be one."""

    @np.errstate(all="ignore")
    def solve(self, rounds):
        """The neurons of the best round, and each round's objective and lower bound."""
        blocks, best = [], []
        objectives = [float(self.objective_of(blocks))]
        bounds = [self.bound_of(self.residual_of(blocks))]
        resting = 0
        while len(objectives) <= rounds and resting < 3:
            if not objectives[-1] - bounds[-1] > 1e-9 * objectives[-1]:
                break
            self.take_in(blocks)
            self.minimise(blocks)
            objective = self.objective_of(blocks)
            bound = self.bound_of(self.residual_of(blocks))
            resting = 0 if objective < objectives[-1] else resting + 1
            if objective < objectives[-1]:
                best = self.neurons_of(blocks)
            objectives.append(float(min(objective, objectives[-1])))
            bounds.append(float(max(bound, bounds[-1])))
        return best, np.array(objectives), np.array(bounds)

    def residual_of(self, blocks):
        outputs = (b.sign * (b.columns @ b.t) for b in blocks)
        return self.target - sum(outputs, np.zeros(self.n))

    def objective_of(self, blocks):
        residual = self.residual_of(blocks)
        lengths = sum(np.linalg.norm(b.t) for b in blocks)
        return residual @ residual / (2 * self.n) + self.beta * lengths

    def minimise(self, blocks):
        """Newton's method on all coordinates at once, until it changes nothing.

        A block that meets the edge of its place leaves it.
        """
        for _ in range(60):
            self.merge(blocks)
            if not blocks:
                return
            residual = self.residual_of(blocks)
            C = np.hstack([b.sign * b.columns for b in blocks])
            pull, H = C.T @ residual / self.n, C.T @ C / self.n
            parts = self.add_lengths(blocks, pull, H)
            move = solve(H, pull)
            decrease = pull @ move
            if not decrease > 0:
                return
            done = decrease <= 2.0**-70 * self.objective_of(blocks)
            moves = [move[part] for part in parts]
            rooms = [self.room(b, own) for b, own in zip(blocks, moves)]
            first = int(np.argmin(rooms))
            most = min(1.0, rooms[first])
            step = self.step_length(blocks, moves, residual, C @ move, decrease, most)
            for b, own in zip(blocks, moves):
                b.t = b.t + step * own
            if step == rooms[first]:
                self.leave(blocks, first, moves[first])
            elif done:
                return
        self.merge(blocks)

    def add_lengths(self, blocks, pull, H):
        """Adds what beta |t| does to the slope and to H; the blocks' coordinates in them."""
        parts, at = [], 0
        for b in blocks:
            part = slice(at, at + len(b.t))
            size = np.linalg.norm(b.t)
            unit = b.t / size
            pull[part] -= self.beta * unit
            if len(unit) == 2:  # a length bends across its vector, not along it
                H[part, part] += self.beta / size * (np.eye(2) - np.outer(unit, unit))
            parts.append(part)
            at = part.stop
        return parts

    def step_length(self, blocks, moves, residual, change, decrease, most):
        """The first of most, most/2, ... at which the objective has fallen.

        Differences are summed, not taken.
        """
        linear, quadratic = -(residual @ change) / self.n, change @ change / self.n
        step = most
        while step > 0:
            slope = linear + step * quadratic
            gain = step * (linear + (step / 2) * quadratic)
            for b, own in zip(blocks, moves):
                after = b.t + step * own
                sizes = np.linalg.norm(b.t) + np.linalg.norm(after)
                gain += self.beta * step * ((b.t + after) @ own) / sizes
                if np.any(after):
                    slope += self.beta * (after @ own) / np.linalg.norm(after)
            if slope <= 0 or gain <= -1e-4 * step * decrease:
                return step
            step /= 2
        return 0.0

    def dual_bound(self, residual, largest, rounding_of):
        """The bound of a residual, `largest` being the most of |output'residual|."""
        squares, product = residual @ residual, residual @ self.y
        if not squares > 0:
            return 0.0
        limit = self.beta / largest if largest > 0 else math.inf
        t = min(limit, max(-limit, product / (self.n * squares)))
        square = self.n / 2 * t * t * squares
        return max(0.0, t * product - square - rounding_of(square, abs(t)))


def solve(H, pull):
    """H^-1 pull; where H is not positive definite, with a little added to its diagonal."""
    shift = 0.0
    while True:
        try:
            lower = np.linalg.cholesky(H + shift * np.eye(len(H)))
            return np.linalg.solve(lower.T, np.linalg.solve(lower, pull))
        except np.linalg.LinAlgError:
            shift = 2.0**-46 * np.trace(H) / len(H) if shift == 0 else 16 * shift


def make_rays(A):
    """Unit directions orthogonal to the rows, counter-clockwise from angle 0; equal ones merged."""
    kept = []
    for line in orthogonal_lines(A):
        if kept:
            one, other = kept[-1][0] * line[1], kept[-1][1] * line[0]
            if abs(one - other) <= 2.0**-50 * (abs(one) + abs(other)):
                continue
        kept.append(line)
    half = np.array([line / np.linalg.norm(line) for line in kept])
    return np.concatenate([half, -half])


class ExactProgram(Program):
    """The exact program over the plane (Pilanci & Ergen 2020).

    The rows' orthogonal directions, its rays, cut the circle into sectors; in each of
    them the same samples are on. A place is ("ray", k), or ("sector", k) behind ray k.
    """

    def __init__(self, A, y, beta):
        super().__init__(A, y, beta)
        self.rays = make_rays(A)
        self.middles = self.rays + np.roll(self.rays, -1, axis=0)
        for k in np.flatnonzero(~np.any(self.middles, axis=1)):
            # A half turn: its middle is a quarter turn from its ray.
            self.middles[k] = [-self.rays[k][1], self.rays[k][0]]

    def after(self, k):
        return (k + 1) % len(self.rays)

    def dual_vectors(self, residual):
        """Of each sector the vector s with eta(u) = s.u there: the sum of residual_i a_i
        over what is on.
        """
        pulls = residual[:, None] * self.A
        starts = range(0, len(self.rays), 500)
        return np.concatenate([(self.middles[k : k + 500] @ self.A.T > 0) @ pulls for k in starts])

    def local_maxima(self, vectors, level):
        """Places where |eta| has a local maximum above the level: its value, direction,
        place, and whether it is on a ray.
        """
        found = []
        for k, ray in enumerate(self.rays):
            across, across_after = np.array([-ray[1], ray[0]]), self.rays[self.after(k)]
            across_after = np.array([-across_after[1], across_after[0]])
            value = vectors[k] @ ray
            if abs(value) > level:
                sign = 1 if value > 0 else -1
                before = sign * (vectors[k - 1] @ across)
                if before >= 0 and sign * (vectors[k] @ across) <= 0:
                    found.append((value, ray, k, True))
            size = np.linalg.norm(vectors[k])
            behind, ahead = vectors[k] @ across, vectors[k] @ across_after
            if size > level and behind * ahead < 0:
                sign = 1 if behind > 0 else -1
                found.append((sign * size, sign * vectors[k] / size, k, False))
        return found

    def on_ray(self, sign, k, v):
        column = np.maximum(self.A @ self.rays[k], 0)[:, None]
        t = np.array([max(0.0, self.rays[k] @ v)])
        return Block(sign, ("ray", k), column, t)

    def in_sector(self, sign, k, v):
        """The block of v in the closed sector: on one of its rays where v is not strictly
        inside.
        """
        after = self.after(k)
        behind = turn(self.rays[k], v) <= 0
        ahead = turn(self.rays[after], v) >= 0
        if behind and (not ahead or self.rays[k] @ v >= 0):
            return self.on_ray(sign, k, v)
        if behind or ahead:
            return self.on_ray(sign, after, v)
        columns = self.A * (self.A @ self.middles[k] > 0)[:, None]
        return Block(sign, ("sector", k), columns, v)

    def vector_of(self, block):
        kind, k = block.place
        return block.t[0] * self.rays[k] if kind == "ray" else block.t

    def room(self, block, move):
        """How far a block can go along a move before it meets the edge of its place."""
        kind, k = block.place
        if kind == "ray":
            return block.t[0] / -move[0] if move[0] < 0 else math.inf
        ray, after = self.rays[k], self.rays[self.after(k)]
        inwards, onwards = turn(ray, move), turn(after, move)
        return min(
            turn(ray, block.t) / -inwards if inwards < 0 else math.inf,
            -turn(after, block.t) / onwards if onwards > 0 else math.inf,
        )

    def leave(self, blocks, at, move):
        """A block on a ray has met the origin and goes; one in a sector goes on the ray
        that it met.
        """
        moved = block = blocks[at]
        reach = 2.0**-52
        while block.place[0] == "sector" and moved.place[0] == "sector":
            moved = self.in_sector(block.sign, block.place[1], block.t + reach * move)
            reach *= 2
        if block.place[0] == "ray" or moved.t[0] == 0:
            del blocks[at]
        else:
            blocks[at] = moved

    def sectors_of(self, block):
        kind, k = block.place
        return [k, (k - 1) % len(self.rays)] if kind == "ray" else [k]

    def merge(self, blocks):
        """Joins what shares a closed sector and a sign: the sum says the same and is no
        longer.
        """
        i = 1
        while i < len(blocks):
            for j in range(i):
                a, b = blocks[i], blocks[j]
                common = [s for s in self.sectors_of(a) if s in self.sectors_of(b)]
                if a.sign == b.sign and common:
                    v = self.vector_of(a) + self.vector_of(b)
                    if a.place[0] == "ray" and a.place == b.place:
                        blocks[j] = self.on_ray(a.sign, a.place[1], v)
                    else:
                        blocks[j] = self.in_sector(a.sign, common[0], v)
                    del blocks[i]
                    i = 0  # what has grown together may share a sector with a third
                    break
            i += 1

    def bound_of(self, residual):
        size = (np.abs(residual) * np.abs(self.A).sum(axis=1)).sum()
        absolute = np.abs(residual * self.y).sum()
        found = self.local_maxima(self.dual_vectors(residual), 0)
        largest = max([abs(value) for value, *_ in found], default=0)
        return self.dual_bound(
            residual,
            largest + 8 * 2.0**-53 * size,
            lambda square, t: (self.n + 8) * 2.0**-53 * (square + t * absolute),
        )

    def take_in(self, blocks):
        """The few directions where the dual curve exceeds beta most, each as long as is
        best while the others stay.
        """
        residual = self.residual_of(blocks)
        level = self.n * self.beta
        found = self.local_maxima(self.dual_vectors(residual), level)
        found.sort(key=lambda touch: -abs(touch[0]))
        for value, direction, k, is_ray in found[:8]:
            sign = 1 if value > 0 else -1
            output = np.maximum(self.A @ direction, 0)
            size = (sign * (residual @ output) - level) / (output @ output)
            if size > 0:
                residual = residual - sign * size * output
                make = self.on_ray if is_ray else self.in_sector
                blocks.append(make(sign, k, size * direction))

    def neurons_of(self, blocks):
        """Each block as the neuron w = v/sqrt|v|, alpha = sign sqrt|v|."""
        found = []
        for b in blocks:
            v = self.vector_of(b)
            root = math.sqrt(np.linalg.norm(v))
            if root > 0:
                found.append(((v / root).tolist(), b.sign * root))
        return found
