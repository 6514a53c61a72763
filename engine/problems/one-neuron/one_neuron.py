"""One ReLU neuron: its data, its non-convex loss f, its convex relaxation g, and both
over infinitely many samples.
"""

import math

import numpy as np
from twin_descent import PLANT, Loss, Random, length, products, total


def positive_features(n, d, random):
    """n rows of absolute values of standard normals."""
    return abs(random.normals(n * d).reshape(n, d))


def correlated_features(n, d, random, rho):
    """n rows of normals: every two columns have the correlation rho."""
    rows = []
    for _ in range(n):
        common = math.sqrt(rho) * random.normal()
        rows.append(common + math.sqrt(1 - rho) * random.normals(d))
    return np.array(rows)


def draw_plant(d, seed):
    """A direction of length 1."""
    direction = Random(seed, PLANT).normals(d)
    return direction / length(direction)


def relu(z, leak):
    return np.where(z > 0, z, leak * z)


def make_labels(A, plant, random, noise, noise_inside, leak):
    """The labels of the plant, with noise added before or after the ReLU.

    The features were drawn before, so that the noise does not change them.
    """
    z = products(A, plant)
    errors = noise * random.normals(len(z)) if noise != 0 else np.zeros(len(z))
    return relu(z + errors, leak) if noise_inside else relu(z, leak) + errors


class NeuronLoss(Loss):
    """f_b = (1 - b) f + b g: f the non-convex loss of one ReLU neuron, g its relaxation.

        f(w) = 1/(2n) sum (relu(a_i.w) - y_i)^2
        g(w) = f(w) + 1/n sum (what the matching loss of the ReLU exceeds f by)

    A sample is on where a_i.w > 0. Where it is off, its residual pulls with the factor
    `off`.
    """

    def __init__(self, A, y, leak, b):
        self.A, self.y, self.leak, self.b = A, y, leak, b
        self.samples = len(y)
        self.off = (1 - b) * leak + b

    def excess(self, z):
        """g_i - f_i, sample by sample."""
        y, leak = self.y, self.leak
        if leak == 0:
            return np.where(z > 0, 0, leak * z * z / 2 - y * z)
        usual = np.where(z > 0, 0, (1 - leak) * ((leak * z * z) / 2 - y * z))
        off = ((1 - leak) / (2 * leak)) * (leak * z - y) * (leak * z - y)
        negative = np.where(z > 0, ((1 - leak) * y * y) / (2 * leak), off)
        return np.where(y >= 0, usual, negative)

    def slopes(self, z, residual):
        return np.where(z > 0, residual, residual * self.off)

    def evaluate(self, w):
        """The loss at w and its gradient."""
        z = products(self.A, w)
        residual = relu(z, self.leak) - self.y
        terms = (residual * residual) / 2
        if self.b != 0:
            terms = np.stack([terms, self.b * self.excess(z)], axis=1).ravel()
        pull = total(self.slopes(z, residual)[:, None] * self.A)
        return total(terms) / self.samples, pull / self.samples

    def batch_gradient(self, w, rows):
        A = self.A[rows]
        z = products(A, w)
        residual = relu(z, self.leak) - self.y[rows]
        return total(self.slopes(z, residual)[:, None] * A) / len(rows)


class PopulationLoss(Loss):
    """f_b over infinitely many standard normal samples; t is the angle from w to the plant.

    g(w) = |w - plant|^2 / 4
    f(w) = g(w) - |w| |plant| (sin t - t cos t) / (2 pi)        (Cho & Saul 2009)
    """

    def __init__(self, plant, b):
        self.plant = plant
        self.share = 0 if length(plant) == 0 else 1 - b

    def angle(self, w):
        """t, sin t and cos t: from half angles, so that small ones keep their digits."""
        if length(w) == 0 or self.share == 0:
            return math.pi, 0.0, -1.0
        unit = w / length(w)
        direction = self.plant / length(self.plant)
        apart = total((unit - direction) * (unit - direction))
        joint = total((unit + direction) * (unit + direction))
        p, q = math.sqrt(apart), math.sqrt(joint)
        return 2 * math.atan2(p, q), (p * q) / 2, (joint - apart) / 4

    def evaluate(self, w):
        """The loss at w and its gradient."""
        t, sine, cosine = self.angle(w)
        if t > 0.25:
            shortfall = sine - t * cosine
        else:  # t^3/3 - t^5/30 + ...: the difference would lose its digits
            s = t * t
            tail = 1 / 840 - s * (1 / 45360 - s / 3991680)
            shortfall = t * s * (1 / 3 - s * (1 / 30 - s * tail))
        size, size_of_plant = length(w), length(self.plant)
        away = w - self.plant
        lost = self.share * size * size_of_plant * shortfall / (2 * math.pi)
        along = self.share * t / (2 * math.pi)
        back = 0
        if size != 0:
            back = self.share * size_of_plant * sine / (2 * math.pi * size)
        gradient = away / 2 + along * self.plant - back * w
        return total(away * away) / 4 - lost, gradient
