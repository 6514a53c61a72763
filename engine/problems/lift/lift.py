"""One datum x = 1 with the label y: a neuron with its output weight, and what its convex
program lifts it to.
"""

import math

import numpy as np
from twin_descent import Loss


class LiftedLoss(Loss):
    """The convex program 1/2 (v - w - y)^2 + beta (v + w) over p = (v, w), v, w >= 0."""

    def __init__(self, y, beta):
        self.y, self.beta = y, beta

    def project(self, p):
        return np.maximum(p, 0)

    def evaluate(self, p):
        """The loss (infinite outside) and the projected gradient: what points out is 0."""
        v, w = p
        residual = v - w - self.y
        inside = v >= 0 and w >= 0
        loss = (residual * residual) / 2 + self.beta * (v + w) if inside else math.inf
        gradient = np.array([residual + self.beta, self.beta - residual])
        gradient[(p <= 0) & (gradient > 0)] = 0
        return loss, gradient

    def batch_gradient(self, p, rows):
        return self.evaluate(p)[1]


class OneNeuronLoss(Loss):
    """1/2 (alpha relu(u) - y)^2 + beta/2 (u^2 + alpha^2) over w = (u, alpha)."""

    def __init__(self, y, beta):
        self.y, self.beta = y, beta

    def evaluate(self, w):
        u, alpha = w
        hidden = max(u, 0.0)
        residual = alpha * hidden - self.y
        penalty = (self.beta / 2) * (u * u + alpha * alpha)
        slope = residual * alpha if hidden > 0 else 0.0
        gradient = np.array([slope, residual * hidden]) + self.beta * w
        return (residual * residual) / 2 + penalty, gradient

    def batch_gradient(self, w, rows):
        return self.evaluate(w)[1]


def lift_smoothness(y, beta, start):
    """L: a bound of the second derivatives on the way of both sides."""
    u, alpha = start
    difference = u * u - alpha * alpha
    product = max(abs(u * alpha), y)
    square = math.sqrt(difference * difference + 4 * product * product)
    return max(2, beta + y + 1.5 * square)
