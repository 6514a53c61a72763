#!/usr/bin/env python3
"""Trains the denoisers of the problem `denoiser`, and certifies what it writes. NumPy 2 alone.

    cd scripts/training
    python3 train_denoisers.py            both, about two minutes of a core
    python3 train_denoisers.py net        one of them; the other stays as the file has it
    python3 train_denoisers.py check      gradients against differences
    python3 train_denoisers.py certify    what the file's weights are certified for

`--out FILE` replaces the default, denoiser-weights.json of engine/problems/denoiser/image;
`--rounds N` the usual 600 (net) and 2,500 (ridge).

Trained on 2,000 skies (sky.py, seeds 10000 to 11999), turned and mirrored, with fresh noise of
.05 a pixel in each batch of 8; PSNR is told of 64 others (50000 to 50063). float32, Adam, seeds
1 (net) and 2 (ridge).

The filters are rounded to 5 significant digits and the slopes to 4 decimals. What was rounded
must keep the laws of the certificate, or nothing is written and the exit status is 1: the gain
sum_j |w_j^(k)|^2 of the 32 x 32 grid is at most 1, and slopes lie in [0, 1]. Where rounding alone
would lift the gain above 1, the filters are shortened by as little as prevents it.

Every sum has its order, so the digits do not depend on a BLAS. They depend on NumPy's exp and
|complex| of float32, which are the same on every x86-64 processor with AVX2 and FMA: there both
runs end with the file that is shipped, byte for byte.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from sky import sky

N, SIGMA, BATCH = 32, 0.05, 8
CHANNELS, FILTER = 16, 5
KNOTS, WIDTH, LEAST = 12, 0.02, 0.02  # phi: knots at WIDTH * (-KNOTS..KNOTS), slopes above LEAST
ROUNDS = {"net": 600, "ridge": 2500}
ROUNDING, ROOM = 1e-12, 1e-6  # of a gain, and what filters that break its law are shortened by
FILE = Path(__file__).resolve().parents[2] / "engine/problems/denoiser/image/denoiser-weights.json"
NOTE = (
    "net: 3x3 convolutions 1-16-16-1, periodic, ReLU, D(z) = z - net(z); "
    "ridge: D(z) = z - W^T phi(W z), 16 filters 5x5 (correlation, centre at 2,2), "
    "phi piecewise linear with knots 0.02*(-12..12)"
)


# ---- Sums, whose order is fixed --------------------------------------------


def product(A, B):
    """A @ B, each entry summed from its first term to its last.

    Down the rows of a C-ordered matrix NumPy adds row after row; B has two columns or more.
    """
    B = np.ascontiguousarray(B)
    return np.stack([(a[:, None] * B).sum(axis=0) for a in A])


def row_sums(A):
    return np.ascontiguousarray(A.T).sum(axis=0)


# ---- Images as columns -----------------------------------------------------
# A batch is images x N x N, a layer channels x (images N N).


def channels(images):
    return images.transpose(1, 0, 2, 3).reshape(images.shape[1], -1)


def images(layer):
    return layer.reshape(len(layer), -1, N, N).transpose(1, 0, 2, 3)


def taps(x, k):
    """What each of k x k taps reads: row (c, a, b) is channel c at (i + a - r, j + b - r)."""
    r = k // 2
    padded = np.pad(x, ((0, 0), (0, 0), (r, r), (r, r)), mode="wrap")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(2, 3))
    return np.ascontiguousarray(windows.transpose(1, 4, 5, 0, 2, 3)).reshape(x.shape[1] * k * k, -1)


def spread(T, k):
    """The transpose of `taps`."""
    r = k // 2
    T = T.reshape(-1, k, k, T.shape[1] // N**2, N, N)
    out = np.zeros((T.shape[3], len(T), N, N), T.dtype)
    for a in range(k):
        for b in range(k):
            out += np.roll(T[:, a, b].transpose(1, 0, 2, 3), (a - r, b - r), (2, 3))
    return out


# ---- net: three layers 3 x 3, nothing constrained --------------------------

NET_SHAPES = [
    (CHANNELS, 9),
    (CHANNELS,),
    (CHANNELS, 9 * CHANNELS),
    (CHANNELS,),
    (1, 9 * CHANNELS),
    (1,),
]


def start_net(random):
    def drawn(shape):
        return (random.standard_normal(shape) * np.sqrt(2 / shape[1])).astype("f")

    P = [drawn(s) if len(s) == 2 else np.zeros(s, "f") for s in NET_SHAPES]
    P[4] = 0.1 * P[4]
    return P


def net(P, z):
    """D(z) = z - net(z), and what its gradient needs."""
    W1, b1, W2, b2, W3, b3 = P
    X1 = taps(z[:, None], 3)
    A1 = product(W1, X1) + b1[:, None]
    X2 = taps(images(np.maximum(A1, 0)), 3)
    A2 = product(W2, X2) + b2[:, None]
    X3 = taps(images(np.maximum(A2, 0)), 3)
    A3 = product(W3, X3) + b3[:, None]
    return z - A3.reshape(z.shape), (X1, A1, X2, A2, X3)


def net_gradient(P, kept, g_D):
    X1, A1, X2, A2, X3 = kept
    g3 = -g_D.reshape(1, -1)
    g2 = channels(spread(product(P[4].T, g3), 3)) * (A2 > 0)
    g1 = channels(spread(product(P[2].T, g2), 3)) * (A1 > 0)
    layers = [(g1, X1), (g2, X2), (g3, X3)]
    return [part for g, X in layers for part in (product(g, X.T), row_sums(g))]


# ---- ridge: D(z) = z - W' phi(W z), ||W|| <= 1, slopes of phi in [LEAST, 1] ----


def start_ridge(random):
    W = random.standard_normal((CHANNELS, FILTER**2)).astype("f")
    W -= W.mean(1, keepdims=True)
    R = np.zeros((CHANNELS, 2 * KNOTS), "f")
    R[:, KNOTS - 3 : KNOTS + 3] = 2
    return [W / 5, R]


def gain(W):
    """G(k) = sum_j |w_j^(k)|^2, the spectrum of W'W, and the filters' transforms."""
    K = np.zeros((CHANNELS, N, N), W.dtype)
    K[:, :FILTER, :FILTER] = W.reshape(CHANNELS, FILTER, FILTER)
    F = np.fft.fft2(K)
    return (np.abs(F) ** 2).sum(0), F


def constrain(P):
    """W divided by its norm, slopes squeezed into [LEAST, 1]; the norm, where it is, transforms."""
    W, R = P
    G, F = gain(W)
    at = np.unravel_index(G.argmax(), G.shape)
    norm = np.sqrt(G[at])
    return W / norm, LEAST + (1 - LEAST) / (1 + np.exp(-R)), (norm, at, F)


def cells(A):
    """In which interval of phi each number lies, and how far from its left knot."""
    q = np.clip(np.floor(A / WIDTH).astype(np.int64) + KNOTS, 0, 2 * KNOTS - 1)
    return q, A - (q - KNOTS) * WIDTH


def ridge(P, z):
    W, S, scale = constrain(P)
    X = taps(z[:, None], FILTER)
    q, beyond = cells(product(W, X))
    at_knots = np.zeros((CHANNELS, 2 * KNOTS + 1), S.dtype)
    at_knots[:, 1:] = np.cumsum(S, 1) * WIDTH
    at_knots -= at_knots[:, KNOTS : KNOTS + 1]
    row = np.arange(CHANNELS)[:, None]
    slopes = S[row, q]
    Y = at_knots[row, q] + slopes * beyond
    D = z - spread(product(W.T, Y), FILTER)[:, 0]
    return D.astype(z.dtype), (X, Y, q, beyond, slopes, W, S, scale)


def ridge_gradient(P, kept, g_D):
    X, Y, q, beyond, slopes, W, S, (norm, (i, j), F) = kept
    X_g = taps(g_D[:, None], FILTER)
    g_Y = -product(W, X_g)
    g_W = product(g_Y * slopes, X.T) - product(Y, X_g.T)

    g_S = np.zeros_like(S)
    below = np.arange(2 * KNOTS) < KNOTS
    for c in range(CHANNELS):  # phi at a knot sums the slopes before it, less those below 0
        inside = np.bincount(q[c], weights=g_Y[c], minlength=2 * KNOTS)
        after = np.append(np.cumsum(inside[::-1])[::-1][1:], 0)
        g_S[c] = WIDTH * (after - np.where(below, inside.sum(), 0))
        g_S[c] += np.bincount(q[c], weights=g_Y[c] * beyond[c], minlength=2 * KNOTS)

    # W was divided by norm = sqrt(sum_c |F_c(i, j)|^2).
    a = np.arange(FILTER)
    waves = np.exp(-2j * np.pi * (i * a[:, None] + j * a[None, :]) / N).ravel()
    g_norm = np.stack([np.real(np.conj(f) * waves) / norm for f in F[:, i, j]]).astype(W.dtype)
    g_W = g_W / norm - (g_W * P[0]).sum() / norm**2 * g_norm
    s = (S - LEAST) / (1 - LEAST)
    return [g_W.astype(W.dtype), (g_S * (1 - LEAST) * s * (1 - s)).astype(W.dtype)]


# ---- Training --------------------------------------------------------------

DENOISERS = {  # with its seed, and by how much its steps are longer
    "net": (start_net, net, net_gradient, 1, 1),
    "ridge": (start_ridge, ridge, ridge_gradient, 2, 3),
}


def psnr(a, b):
    return -10 * np.log10(np.mean((a - b) ** 2))


def batch(random, skies):
    x = skies[random.randint(len(skies), size=BATCH)]
    x = np.rot90(x, random.randint(4), (1, 2))
    if random.randint(2):
        x = x[:, :, ::-1]
    return noisy(np.ascontiguousarray(x), random)


def noisy(x, random):
    return x, x + SIGMA * random.standard_normal(x.shape).astype("f")


def train(name, rounds):
    """Adam on the mean square (times 100), its step falling along half a cosine."""
    start, denoise, gradient, seed, faster = DENOISERS[name]
    skies = np.stack([sky(10_000 + i) for i in range(2000)]).astype("f")
    others = np.stack([sky(50_000 + i) for i in range(64)]).astype("f")
    others, seen = noisy(others, np.random.RandomState(77))
    print(f"{name}: noisy {psnr(seen, others):.2f} dB", flush=True)
    random = np.random.RandomState(seed)
    P = start(random)
    first, second = [np.zeros_like(p) for p in P], [np.zeros_like(p) for p in P]
    for t in range(rounds):
        x, z = batch(random, skies)
        D, kept = denoise(P, z)
        step = faster * (3e-3 * (0.5 * (1 + np.cos(np.pi * t / rounds))) + 2e-5)
        for p, g, m, v in zip(P, gradient(P, kept, 2 * (D - x) / x.size * 100), first, second):
            m += 0.1 * (g - m)
            v += 0.001 * (g * g - v)
            ahead = step * (m / (1 - 0.9 ** (t + 1))).astype(float)
            p -= ahead / (np.sqrt(v / (1 - 0.999 ** (t + 1))) + 1e-8)
        if t % 250 == 0 or t == rounds - 1:
            print(f"{name}: round {t + 1}, {psnr(denoise(P, seen)[0], others):.2f} dB", flush=True)
    return P


def check():
    """The largest difference of a gradient to central differences, against the largest number."""
    random = np.random.RandomState(5)
    z = np.stack([sky(10_000 + i) for i in range(2)])
    z, target = z + SIGMA * random.standard_normal(z.shape), z
    worst = 0.0
    for name, (start, denoise, gradient, _, _) in DENOISERS.items():
        P = [p.astype(float) for p in start(random)]

        def loss(P=P, denoise=denoise):
            return np.sum((denoise(P, z)[0] - target) ** 2)

        D, kept = denoise(P, z)
        for p, g in zip(P, gradient(P, kept, 2 * (D - target))):
            for _ in range(4):
                at, h = tuple(random.randint(s) for s in p.shape), 1e-7
                middle = p[at]
                p[at] = middle + h
                above = loss()
                p[at] = middle - h
                slope = (above - loss()) / (2 * h)
                p[at] = middle
                worst = max(worst, abs(slope - g[at]) / np.max(np.abs(g)))
                print(f"{name} {p.shape}: {g[at]:.9g}, by differences {slope:.9g}")
    return worst


# ---- What is written, and certified ----------------------------------------


def rounded(name, P):
    """The numbers of the file."""

    def digits(part):
        return [float(f"{x:.5g}") for x in part.astype(float).ravel()]

    if name == "net":
        return [digits(p) for p in P]
    W, S, _ = constrain([p.astype(float) for p in P])
    # Of norm 1, which rounding may lift: where it does the filters are shortened until it does not.
    while (most := gain(np.array(digits(W)).reshape(W.shape))[0].max()) > 1 - ROUNDING:
        W = W * (1 - ROOM) / np.sqrt(most)
    return {"W": digits(W), "S": [round(float(s), 4) for s in S.ravel()]}


def certify(ridge):
    """Gains and slopes of the numbers of a file, and the laws that they break."""
    gains = gain(np.array(ridge["W"]).reshape(CHANNELS, -1))[0]
    least, most = min(ridge["S"]), max(ridge["S"])
    laws = {
        "a gain above 1": gains.max() <= 1,
        "a slope below 0": least >= 0,
        "a slope above 1": most <= 1,
    }
    found = {
        "largestGain": float(gains.max()),
        "smallestGain": float(gains.min()),
        "slopes": [least, most],
    }
    return found, [law for law, holds in laws.items() if not holds]


def main():
    parser = argparse.ArgumentParser(description="Trains the denoisers of the problem `denoiser`.")
    whats = ["both", *DENOISERS, "check", "certify"]
    parser.add_argument("what", nargs="?", default="both", choices=whats)
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--rounds", type=int)
    given = parser.parse_args()

    if given.what == "check":
        worst = check()
        print(f"largest difference: {worst:.2g}")
        sys.exit(int(worst > 1e-5))
    if int(np.__version__.split(".")[0]) < 2:
        sys.exit("NumPy 2 or later is needed: earlier ones transform float32 as float64")
    file = json.loads(given.out.read_text()) if given.out.exists() else {}
    weights = {name: file[name] for name in DENOISERS if name in file}
    for name in DENOISERS:
        if given.what in (name, "both"):
            weights[name] = rounded(name, train(name, given.rounds or ROUNDS[name]))
    if "ridge" in weights:
        found, broken = certify(weights["ridge"])
        print(json.dumps(found))
        if broken:
            sys.exit(f"not certified: {', '.join(broken)}")
    if given.what != "certify":
        whole = {"note": NOTE, "sigma": SIGMA, **weights}
        given.out.write_text(json.dumps(whole, separators=(",", ":")))


if __name__ == "__main__":
    main()
