"""Two pixels: forward-backward whose proximal map is a denoiser, free or with capped slopes.

A pixel is near 0 or near 1 (Gaussians of width s, as likely), seen with noise sigma. A round
is x <- D(x - (c/L)(phi.x - y) phi). All numbers are the page's to the last bit.
"""

import math

import numpy as np


def exponential(x):
    """e^x for -708 <= x <= 709, by + - * / alone: math.exp differs between machines."""
    near = x / 0.6931471805599453
    k = math.floor(near)
    k += near - k >= 0.5
    r = x - k * 0.6931471803691238 - k * 1.9082149292705877e-10
    value = 0.0
    for n in range(13, -1, -1):
        value = value * r + 1 / math.factorial(n)
    return math.ldexp(value, k)


class PixelDenoiser:
    """The best denoiser in mean square, and the best whose slopes stay in [0, cap]."""

    def __init__(self, s, sigma, cap=None):
        self.prior, self.noise = s * s, sigma * sigma
        self.v = self.prior + self.noise
        self.M = self.prior / self.v + self.noise / (4 * self.v * self.v)
        self.cap = cap if cap is not None and cap < self.M else None
        self.slope = self.M if self.cap is None else self.cap  # the largest
        self.reach = 0.0 if self.cap is None else 0.5 + self.crossing() - 0.5

    def rise(self, t):
        """The free D - 1/2 at z = 1/2 + t, t >= 0."""
        e = exponential(-t / self.v) if t <= 708 * self.v else 0.0
        return (self.prior * t + (self.noise * (1 - e)) / (2 * (1 + e))) / self.v

    def crossing(self):
        """Where the free D meets the line of slope cap: bisection."""
        low, top = 0.0, self.noise / (2 * self.v * (self.cap - self.prior / self.v))
        while True:
            t = (low + top) / 2
            if t <= low or t >= top:
                return t
            low, top = (t, top) if self.rise(t) > self.cap * t else (low, t)

    def __call__(self, z):
        t = abs(z - 0.5)
        if self.cap is not None and t <= self.reach:
            return z - (1 - self.cap) * (z - 0.5)
        return 0.5 - self.rise(t) if z < 0.5 else 0.5 + self.rise(t)


def contraction(D, c):
    """What a round shrinks every distance by at least; None where that is nothing below 1."""
    rate = D.slope * max(1.0, abs(c - 1))
    return rate if rate < 1 else None


def run_pixels(D, phi, truth, start, c, steps):
    """The states and f = (phi.x - y)^2/2, up to where the side has ended."""
    p, q = phi
    y = p * truth[0] + q * truth[1]
    step, rate = c / (p * p + q * q), contraction(D, c)
    states, losses = [], []
    (a, b), moved = start, math.inf
    for k in range(steps + 1):
        size = math.sqrt(a * a + b * b)
        if not max(abs(a), abs(b)) <= 1e6:
            break
        states.append((a, b))
        off = abs(p * a + q * b - y)
        losses.append(off * off / 2)
        if rate is None and moved <= 1e-10 * max(1.0, size):
            break  # at rest
        if rate is not None and k > 0 and rate / (1 - rate) * moved <= 1e-6 * size:
            break  # the limit is within this radius: certified
        move = step * (p * a + q * b - y)
        ahead = D(a - move * p), D(b - move * q)
        moved = math.sqrt((ahead[0] - a) * (ahead[0] - a) + (ahead[1] - b) * (ahead[1] - b))
        a, b = ahead
    return np.array(states), np.array(losses)


def print_pixels(left, right):
    """Both sides as CSV."""
    print("k,side,x1,x2,loss")
    for side, (states, losses) in (("left", left), ("right", right)):
        for k, ((a, b), loss) in enumerate(zip(states, losses)):
            print(k, side, float(a), float(b), float(loss), sep=",")


def print_pixel_facts(side, D, c):
    """What is proved of a side."""
    rate = contraction(D, c)
    disc = "" if rate is None else f"; every distance shrinks by {rate}"
    print(f"# {side}: largest slope {D.slope}, no cycle for c below {1 + 1 / D.slope}{disc}")
