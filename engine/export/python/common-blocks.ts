/** The parts of a script that every problem may need, as Python text. Each holds the digits of the file it names. */

/** Sums in the order of `kernels/vector.ts`. */
export const SUMS = `
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
`;

/** Random numbers of `kernels/random.ts`, in whole numbers and + - * / alone. */
export const RANDOM = `
class Random:
    """The page's random numbers: Mersenne Twister 19937, the generator of numpy.random.RandomState.

    Seed and stream make one start, so that data (stream 0), plant (1), start (2) and batches (3)
    are drawn apart from each other even where their seeds are the same.
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


def ln(x):
    """The natural logarithm of a normal number x > 0, by + - * / alone (fdlibm's e_log.c).

    math.log says the same but for the last bit, which is not the same on every machine.
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
`;

/** The step's measure of `kernels/smoothness.ts`; `exact` where that goes by Jacobi's rotations. */
export function smoothnessBlock(exact: boolean): string {
  if (!exact)
    return `
def smoothness(rows):
    """L: the largest eigenvalue of rows' rows / n.

    The page finds it for so many numbers by Lanczos' method: the last digits may differ.
    """
    return np.linalg.eigvalsh(rows.T @ rows / len(rows))[-1]
`;
  return `
def smoothness(rows):
    """L: the largest eigenvalue of rows' rows / n, by Jacobi's rotations.

    np.linalg.eigvalsh(...)[-1] says the same but for the last digits.
    """
    n, size = rows.shape
    a = np.array([total(rows[:, j : j + 1] * rows) for j in range(size)]) / n
    whole = total((a * a).ravel())
    for sweep in range(60):
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
`;
}
