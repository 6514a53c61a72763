"""Twin Descent in NumPy: sums, draws, data, update rules and the run, shared by all problems.

A script saved from the page carries this file whole, with the file of its problem. Each
name computes what the engine's TypeScript does, in the same order of operations, so that
the numbers agree to the last bit. Rows are samples: A is n x d, y has n labels.
"""

import math
import struct

import numpy as np

# ---- Sums ------------------------------------------------------------------


def total(terms):
    """The sum over the first axis, from the first term to the last, as the page adds.

    np.sum adds in another order and may differ in the last digits.
    """
    return np.cumsum(terms, axis=0)[-1]


def products(rows, w):
    """rows @ w, column after column."""
    z = np.zeros(len(rows))
    for j in range(len(w)):
        z = z + rows[:, j] * w[j]
    return z


def length(v):
    return np.sqrt(total(v * v))


# ---- Random numbers --------------------------------------------------------

# Data, plant, start and the order of batches are drawn apart from each other, even where
# their seeds are the same.
DATA, PLANT, START, ORDER = range(4)


class Random:
    """The page's random numbers: Mersenne Twister 19937, in whole numbers and + - * /.

    Random(seed, stream) draws what numpy.random.RandomState(16 * seed + stream) does,
    but for the last bit or two of a normal, which hang on the logarithm.
    """

    def __init__(self, seed, stream):
        self.state = [16 * seed + stream]
        for i in range(1, 624):
            before = self.state[-1]
            self.state.append((1812433253 * (before ^ (before >> 30)) + i) & 0xFFFFFFFF)
        self.at = 624
        self.kept = None

    def word(self):
        """The next 32 bits."""
        if self.at == 624:
            s = self.state
            for i in range(624):
                y = (s[i] & 0x80000000) | (s[(i + 1) % 624] & 0x7FFFFFFF)
                s[i] = s[(i + 397) % 624] ^ (y >> 1) ^ (0x9908B0DF if y & 1 else 0)
            self.at = 0
        y = self.state[self.at]
        self.at += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C5680
        y ^= (y << 15) & 0xEFC60000
        return y ^ (y >> 18)

    def uniform(self):
        """A number in [0, 1) with 53 bits."""
        high = self.word() >> 5
        low = self.word() >> 6
        return (high * 67108864 + low) / 9007199254740992

    def normal(self):
        """A standard normal (Marsaglia's polar method makes two at a time)."""
        if self.kept is not None:
            value, self.kept = self.kept, None
            return value
        while True:
            u = 2 * self.uniform() - 1
            v = 2 * self.uniform() - 1
            square = u * u + v * v
            if 0 < square < 1:
                break
        factor = math.sqrt((-2 * ln(square)) / square)
        self.kept = factor * u
        return factor * v

    def normals(self, count):
        return np.array([self.normal() for _ in range(count)])

    def shuffle(self, order):
        """Puts a list into a new order (Fisher and Yates, from the end)."""
        for i in range(len(order) - 1, 0, -1):
            j = int(self.uniform() * (i + 1))
            order[i], order[j] = order[j], order[i]


def ln(x):
    """The natural logarithm of a normal number x > 0, by + - * / (fdlibm's e_log.c).

    math.log agrees except for the last bit, which differs between machines.
    """
    bits = struct.unpack(">q", struct.pack(">d", x))[0]
    high = (bits >> 32) & 0xFFFFF  # the first 20 bits of the fraction
    k = (bits >> 52) - 1023 + (1 if high + 0x95F64 >= 0x100000 else 0)
    f = math.ldexp(x, -k) - 1  # x = 2^k (1 + f)
    low = k * 1.90821492927058770002e-10
    whole = k * 6.93147180369123816490e-01
    if (high + 2) & 0xFFFFF < 3:
        return whole - ((f * f * (0.5 - 0.33333333333333333 * f) - low) - f)
    s = f / (2 + f)
    z = s * s
    w = z * z
    odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
    even = z * (
        0.6666666666666735
        + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586))
    )
    rest = even + odd
    if 0x6147A <= high <= 0x6B851:
        half = 0.5 * f * f
        return whole - ((half - (s * (half + rest) + low)) - f)
    return whole - ((s * (f - rest) - low) - f)


# ---- Data ------------------------------------------------------------------


def line_features(n, low, high, random=None):
    """n rows (x, 1): x evenly over the interval with both ends, or drawn from it."""
    if random is not None:
        x = [low + (high - low) * random.uniform() for _ in range(n)]
    elif n == 1:
        x = [(low + high) / 2]
    else:
        x = [low + i * ((high - low) / (n - 1)) for i in range(n - 1)] + [high]
    return np.stack([np.array(x, dtype=float), np.ones(n)], axis=1)


def gauss_features(n, d, random):
    """n rows of d standard normals."""
    return random.normals(n * d).reshape(n, d)


def circle_features(n, d, random):
    """n rows of length 1, in directions drawn uniformly."""
    return np.array([row / length(row) for row in gauss_features(n, d, random)])


class Units:
    """The weights that are shown and those that descent moves: here they are the same."""

    def to_scaled(self, shown):
        return shown.copy()

    def to_shown(self, scaled):
        return scaled.copy()


class Standardised(Units):
    """Weights on standardised features, which stand in `features`.

    With a last column of ones every other column is centred and divided by its standard
    deviation; without one the columns are divided by their root mean square. A column
    without spread stays as it is.
    """

    def __init__(self, A, ones):
        n, d = A.shape
        self.ones, self.mean, self.spread = ones, np.zeros(d), np.ones(d)
        for j in range(d - 1 if ones else d):
            if ones:
                self.mean[j] = A[0, j] + total(A[:, j] - A[0, j]) / n
            centred = A[:, j] - self.mean[j]
            deviation = np.sqrt(total(centred * centred) / n)
            largest = np.max(np.abs(A[:, j]))
            if deviation > 1e-13 * largest and np.isfinite(deviation):
                self.spread[j] = deviation
            else:
                self.mean[j] = 0
        self.features = (A - self.mean) / self.spread

    def to_scaled(self, shown):
        w = shown * self.spread
        if self.ones:
            w[-1] = shown[-1] + total(self.mean[:-1] * shown[:-1])
        return w

    def to_shown(self, scaled):
        w = scaled / self.spread
        if self.ones:
            w[-1] = scaled[-1] - total(self.mean[:-1] * w[:-1])
        return w


# ---- The measure of a step -------------------------------------------------


def smoothness(rows):
    """L: the largest eigenvalue of rows' rows / n.

    By rotations, as the page takes them for up to 64 columns. For more numbers it has
    other ways, and the last digits may differ.
    """
    n, size = rows.shape
    if size > 64 or n * size * size > 1e8:
        return np.linalg.eigvalsh(rows.T @ rows / n)[-1]
    return largest_eigenvalue(np.array([total(rows[:, j : j + 1] * rows) for j in range(size)]) / n)


def largest_eigenvalue(matrix):
    """Of a symmetric matrix, by Jacobi's rotations."""
    a, size = matrix.copy(), len(matrix)
    whole = total((a * a).ravel())
    for _ in range(60):
        above = a[np.triu_indices(size, 1)]
        if size == 1 or total(above * above) <= 1e-34 * whole:
            break
        for p in range(size):
            for q in range(p + 1, size):
                if a[p, q] == 0:
                    continue
                theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
                t = (1 if theta >= 0 else -1) / (abs(theta) + np.sqrt(theta * theta + 1))
                c = 1 / np.sqrt(t * t + 1)
                s = t * c
                for b in (a.T, a):  # the columns, then the rows
                    one, other = b[p].copy(), b[q].copy()
                    b[p] = c * one - s * other
                    b[q] = s * one + c * other
    return np.max(np.diag(a))


def step_length(c, L):
    """The step c/L; c itself where nothing is curved."""
    return c / L if L > 0 else c


# ---- The update rules: one object moves one side ---------------------------


class GradientDescent:
    def __init__(self, step):
        self.step = step

    def move(self, loss, w, gradient):
        return w - self.step * gradient


class HeavyBall:
    """Polyak's heavy ball: part of the last move is made again."""

    def __init__(self, step, momentum):
        self.step, self.momentum, self.velocity = step, momentum, 0.0

    def move(self, loss, w, gradient):
        self.velocity = self.momentum * self.velocity - self.step * gradient
        return w + self.velocity


class Nesterov:
    """Nesterov's momentum: the gradient is taken at the point looked ahead to."""

    def __init__(self, step, momentum):
        self.step, self.momentum, self.velocity = step, momentum, 0.0

    def move(self, loss, w, gradient):
        _, slope = loss.evaluate(w + self.momentum * self.velocity)
        self.velocity = self.momentum * self.velocity - self.step * slope
        return w + self.velocity


class Adam:
    """Running means of the gradient and of its square, corrected for their start at 0."""

    def __init__(self, step, beta1, beta2):
        self.step, self.beta1, self.beta2 = step, beta1, beta2
        self.first = self.second = 0.0
        self.power1 = self.power2 = 1.0

    def move(self, loss, w, gradient):
        beta1, beta2 = self.beta1, self.beta2
        self.power1 *= beta1
        self.power2 *= beta2
        self.first = beta1 * self.first + (1 - beta1) * gradient
        self.second = beta2 * self.second + (1 - beta2) * gradient * gradient
        mean = self.first / (1 - self.power1)
        square = self.second / (1 - self.power2)
        return w - (self.step * mean) / (np.sqrt(square) + 1e-8)


class MiniBatch:
    """Mini-batch SGD: each epoch takes the samples once in a new order, a batch a step.

    Two sides with the same seed see the same batches.
    """

    def __init__(self, step, batch, seed):
        self.step, self.batch, self.random = step, batch, Random(seed, ORDER)
        self.order, self.at = [], 0

    def move(self, loss, w, gradient):
        if not self.order:
            self.order = list(range(loss.samples))
            self.at = loss.samples
        if self.at >= loss.samples:
            self.random.shuffle(self.order)
            self.at = 0
        size = min(self.batch, loss.samples)
        rows = np.array(self.order[self.at : self.at + size])
        self.at += size
        return w - self.step * loss.batch_gradient(w, rows)


# ---- The run ---------------------------------------------------------------


class Loss:
    """What descent asks of a loss. It also has evaluate(w) -> loss, gradient
    and batch_gradient(w, rows), the mean gradient over some of the samples.
    """

    samples = 1

    def project(self, w):
        """The nearest point of the region that the loss is defined on."""
        return w

    def at_step(self, k):
        """Told before step k, for a loss that changes on the way."""


@np.errstate(all="ignore")  # a run may overflow: that is how it ends, not a mistake
def descend(loss, start, rule, steps, units=None):
    """Steps 0 to `steps` of one side: its iterates as they are shown, and its losses."""
    units = units or Units()
    scaled = units.to_scaled(start)
    w = loss.project(scaled)
    shown = start if w is scaled else units.to_shown(w)
    iterates, losses = [], []
    gradient = None
    for k in range(steps + 1):
        if k > 0:
            w = loss.project(rule.move(loss, w, gradient))
            shown = units.to_shown(w)
        loss.at_step(k)
        value, gradient = loss.evaluate(w)
        if not np.all(np.isfinite([value, length(gradient), *w, *shown])):
            break  # diverged: there is no step k
        iterates.append(shown)
        losses.append(float(value))
    return np.array(iterates), np.array(losses)


def as_arrays(side):
    """A side as arrays: its iterates, a row a step, its losses, and the bounds of a program.

    A program has the neurons of its end, one a row, in place of iterates. None stays None.
    """
    if side is None:
        return None
    states, *numbers = side
    rows = [np.hstack(state) if isinstance(state, tuple) else np.ravel(state) for state in states]
    return (np.array(rows, dtype=float), *(np.array(each, dtype=float) for each in numbers))


def print_run(d, left, right, plant=None):
    """Both sides as CSV with d weights, as the command line prints them."""
    names = ",".join(f"w{j + 1}" for j in range(d))
    print(f"k,side,{names},loss,distance")
    for side, (iterates, losses) in (("left", left), ("right", right)):
        for k, w in enumerate(iterates):
            distance = "" if plant is None else float(length(w - plant))
            print(k, side, *map(float, w), float(losses[k]), distance, sep=",")
