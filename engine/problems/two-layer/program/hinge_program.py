"""The convex program of two layers on one feature with free biases and a free constant."""

import math

import numpy as np
from convex_program import Block, Program


class HingeProgram(Program):
    """A lasso over hinges (x - x_j)_+, (x_j - x)_+.

    The best constant makes all means vanish: columns and labels less their means leave it
    out. A place is twice the number of a hinge's kink, and 1 more where it rises to the
    left.
    """

    def __init__(self, A, y, beta):
        super().__init__(A, y, beta)
        self.x = A[:, 0]
        self.kinks = np.unique(self.x)
        self.target = (y - y.mean()) - (y - y.mean()).mean()

    def hinge(self, place):
        way = 1 if place % 2 == 0 else -1
        return np.maximum(way * (self.x - self.kinks[place // 2]), 0)

    def hinge_products(self, residual):
        """hinge'residual of all hinges."""
        return np.array([residual @ self.hinge(k) for k in range(2 * len(self.kinks))])

    def room(self, block, move):
        return block.t[0] / -move[0] if move[0] < 0 else math.inf

    def leave(self, blocks, at, move):
        del blocks[at]  # it has become 0

    def bound_of(self, residual):
        r = residual - residual.mean()
        size = np.abs(r).sum()
        absolute = np.abs(r * self.y).sum() + size * np.abs(self.y).max()
        largest = np.abs(self.hinge_products(r)).max()
        return self.dual_bound(
            r,
            largest + 32 * 2.0**-53 * size * np.abs(self.x).max(),
            lambda square, t: 8 * 2.0**-53 * (square + t * absolute),
        )

    def take_in(self, blocks):
        """Local maxima of |hinge'residual| along the kinks that exceed n beta, the largest
        first.
        """
        residual, level = self.residual_of(blocks), self.n * self.beta
        height = np.abs(self.hinge_products(residual - residual.mean()))
        present = [b.place for b in blocks]

        def at(place):
            return height[place] if 0 <= place < len(height) else 0

        def is_top(place):
            above = at(place) > level and at(place) > at(place - 2)
            return above and at(place) >= at(place + 2) and place not in present

        pairs, taken = 0, []
        tops = [place for place in range(len(height)) if is_top(place)]
        for place in sorted(tops, key=lambda place: -at(place)):
            # Two hinges with one kink differ by a line: a pair more a round is enough.
            if place ^ 1 in taken or place ^ 1 in present:
                pairs += 1
                if pairs > 1:
                    continue
            taken.append(place)
        for place in taken[:16]:
            column = self.hinge(place) - self.hinge(place).mean()
            slope = residual @ column
            sign = 1 if slope > 0 else -1
            size = (sign * slope - level) / (column @ column)
            if size > 0:
                residual = residual - sign * size * column
                blocks.append(Block(sign, place, column[:, None], np.array([size])))

    def neurons_of(self, blocks):
        """Each hinge as a neuron ((slope, bias), alpha)."""
        found = []
        for b in blocks:
            root = math.sqrt(b.t[0])
            way = root if b.place % 2 == 0 else -root
            found.append(([way, float(-way * self.kinks[b.place // 2])], b.sign * root))
        return found
