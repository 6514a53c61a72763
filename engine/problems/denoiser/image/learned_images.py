"""An image of 32 x 32: forward-backward whose proximal map is a denoiser, learned or handmade.

Y are visibilities of a sky, its Fourier coefficients where they are measured. A round is
x <- max(0, t D(z/t)), z = x - c F^-1 mask (F x - Y). Images are periodic.
"""

import math

import numpy as np
from twin_descent import Random

N = 32


def transform(x):
    return np.fft.fft2(x, norm="ortho")


def back(X):
    return np.fft.ifft2(X, norm="ortho").real


# ---- The sky, and what is measured of it -----------------------------------


def draw_sky(seed):
    """Three to six extended sources and two to six bright pixels, peak 1."""
    uniform = Random(seed, 0).uniform
    places = np.arange(N, dtype=float)
    x = np.zeros((N, N))

    def offsets(centre):  # the shorter way round
        d = places - centre
        return d - N * np.floor(d / N + 0.5)

    for _ in range(3 + int(4 * uniform())):
        ci, cj = N * uniform(), N * uniform()
        height, width, ratio = 0.2 + 0.8 * uniform(), 1 + 2.5 * uniform(), 0.35 + 0.65 * uniform()
        p, q = 2 * uniform() - 1, 2 * uniform() - 1
        h = math.sqrt(p * p + q * q)
        p, q = (p / h, q / h) if h > 0 else (1.0, 0.0)
        di, dj = offsets(ci)[:, None], offsets(cj)[None, :]
        s = (p * di + q * dj) / width
        t = (-q * di + p * dj) / (width * ratio)
        g = 1 + 0.5 * (s * s + t * t)
        x += height / (g * g * g)
    for _ in range(2 + int(5 * uniform())):
        i, j = int(N * uniform()), int(N * uniform())
        x[i, j] += 0.3 + 0.7 * uniform()
    return x / x.max()


def draw_mask(seed, share):
    """1 at 0 and at pairs +-k, those near 0 the likeliest, until a share of all is measured."""
    uniform = Random(seed, 1).uniform
    k = np.arange(N)
    k = np.where(k > N // 2, k - N, k)
    keys = np.array([[uniform() for _ in range(N)] for _ in range(N)])
    keys *= 1 + (k[:, None] ** 2 + k[None, :] ** 2) / 16
    places = [(i, j) for i in range(N) for j in range(N) if (i, j) <= (-i % N, -j % N)]
    mask = np.zeros((N, N))
    mask[0, 0] = 1
    for i, j in sorted(places[1:], key=lambda at: (keys[at], at)):
        if mask.sum() >= round(share * N * N):
            break
        mask[i, j] = mask[-i % N, -j % N] = 1
    return mask


def draw_noise(seed, stream=2):
    return Random(seed, stream).normals(N * N).reshape(N, N)


# ---- Denoisers -------------------------------------------------------------


def windows(x, k):
    """channels x N x N as rows (pixel) of what k x k taps read, channel by channel."""
    r = k // 2
    shifted = [np.roll(x, (-a, -b), (1, 2)) for a in range(-r, k - r) for b in range(-r, k - r)]
    return np.stack(shifted, axis=1).reshape(-1, N * N)


class Net:
    """D(z) = z - net(z): 3 x 3 convolutions 1-16-16-1 with ReLU. Nothing bounds it."""

    eps, G = None, None

    def __init__(self, W1, b1, W2, b2, W3, b3):
        self.layers = [(W1, b1), (W2, b2), (W3, b3)]

    def __call__(self, z):
        h = z[None]
        for W, b in self.layers:
            a = np.reshape(W, (len(b), -1)) @ windows(h, 3) + np.reshape(b, (-1, 1))
            h = np.maximum(a, 0).reshape(-1, N, N)
        return z - a.reshape(N, N)


class Ridge:
    """D(z) = z - W' phi(W z): 16 filters 5 x 5, each phi piecewise linear with phi(0) = 0."""

    knot = 0.02

    def __init__(self, W, S):
        filters, self.slopes = np.reshape(W, (-1, 5, 5)), np.reshape(S, (-1, 24))
        kernel = np.zeros((len(filters), N, N))
        for a in range(5):
            for b in range(5):
                kernel[:, (2 - a) % N, (2 - b) % N] = filters[:, a, b]
        self.F = np.fft.fft2(kernel)
        self.G = (np.abs(self.F) ** 2).sum(axis=0)  # the spectrum of W'W
        self.eps = self.slopes.min()
        self.values = np.zeros((len(filters), 25))
        self.values[:, 1:] = np.cumsum(self.slopes, axis=1) * self.knot
        self.values -= self.values[:, 12:13]

    def __call__(self, z):
        a = np.fft.ifft2(self.F * np.fft.fft2(z)).real
        q = np.clip(np.floor(a / self.knot).astype(int) + 12, 0, 23)
        j = np.arange(len(a))[:, None, None]
        phi = self.values[j, q] + self.slopes[j, q] * (a - (q - 12) * self.knot)
        return z - np.fft.ifft2((np.conj(self.F) * np.fft.fft2(phi)).sum(axis=0)).real


class Haar:
    """Shifted Haar filters, shifts 1, 2 and 4: all but the coarsest part is soft thresholded."""

    eps, G = 0.0, np.ones((N, N))

    def __init__(self, threshold):
        self.threshold = threshold

    def __call__(self, z):
        def split(u, shift, axis):
            further = np.roll(u, -shift, axis)
            return (u + further) / 2, (u - further) / 2

        def join(low, high, shift, axis):
            return (low + np.roll(low, shift, axis)) / 2 + (high - np.roll(high, shift, axis)) / 2

        def shrink(u):
            return np.sign(u) * np.maximum(np.abs(u) - self.threshold, 0)

        bands = []
        for shift in (1, 2, 4):
            low, high = split(z, shift, 0)
            z, low_high = split(low, shift, 1)
            bands.append((shift, shrink(low_high), *map(shrink, split(high, shift, 1))))
        for shift, low_high, high_low, high_high in reversed(bands):
            z = join(join(z, low_high, shift, 1), join(high_low, high_high, shift, 1), shift, 0)
        return z


def contraction(D, mask, c):
    """What a round shrinks every distance by at least; None where that is nothing below 1.

    The Jacobian of D lies between 0 and I - eps W'W where G <= 1 and slopes are in [0, 1].
    """
    if not D.eps or D.G.max() > 1 or D.eps < 0 or D.slopes.max() > 1:
        return None
    rate = float(np.max(np.abs(1 - c * mask) * np.sqrt(1 - D.eps * D.G)))
    return rate if rate < 1 else None


# ---- Rounds ----------------------------------------------------------------


def run_image(D, mask, Y, start, c, strength, steps, positive=True):
    """The images and f = ||mask (F x - Y)||^2/2, up to where the side has ended."""
    rate = contraction(D, mask, c)
    states, losses = [], []
    x, moved = start, math.inf
    for k in range(steps + 1):
        if not np.max(np.abs(x)) <= 1e6:
            break
        off = mask * (transform(x) - Y)
        states.append(x.ravel())
        losses.append(np.sum(np.abs(off) ** 2) / 2)
        size = np.linalg.norm(x)
        if rate is None and moved <= 1e-10 * max(1.0, size):
            break  # at rest
        if rate is not None and k > 0 and rate / (1 - rate) * moved <= 1e-6 * size:
            break  # the limit is within this radius: certified
        ahead = strength * D((x - c * back(off)) / strength)
        if positive:
            ahead = np.maximum(ahead, 0)
        moved = np.linalg.norm(ahead - x)
        x = ahead
    return np.array(states), np.array(losses)


def snr(truth, x):
    """In dB."""
    error = np.linalg.norm(x - truth.ravel())
    return 20 * math.log10(np.linalg.norm(truth) / error) if error > 0 else math.inf


def print_images(left, right, truth):
    """Both sides as CSV: SNR, f and the length of the step."""
    print("k,side,snr,loss,step")
    for side, (states, losses) in (("left", left), ("right", right)):
        for k, (x, loss) in enumerate(zip(states, losses)):
            step = np.linalg.norm(x - states[k - 1]) if k > 0 else ""
            print(k, side, snr(truth, x), float(loss), step, sep=",")


def print_certificate(side, D, mask, c, run):
    """What the weights prove of a side, and the radius around its last image."""
    rate, (states, _) = contraction(D, mask, c), run
    if rate is None:
        print(f"# {side}: no rate")
        return
    print(f"# {side}: largest gain {D.G.max()}, slopes {D.eps} to {D.slopes.max()}, rate {rate}")
    if len(states) > 1:
        radius = rate / (1 - rate) * np.linalg.norm(states[-1] - states[-2])
        print(f"# {side}: the only limit is within {radius}")
