/** The parts of a two-layer script, as Python text. Each holds the digits of the file it names. */

/** The loss of `problems/two-layer/network-loss.ts`. */
export const NETWORK_LOSS = `
class NetworkLoss:
    """F = 1/(2n) |relu(A W') alpha - y|^2 + beta/2 (|W|^2 + |alpha|^2) of m neurons.

    All weights stand in one row: the d weights of each neuron, then the output weights alpha.
    """

    def at_step(self, k):
        pass  # the same loss at every step

    def parts(self, w):
        return w[: m * d].reshape(m, d), w[m * d : m * d + m]

    def outputs(self, rows, w):
        """The hidden activations at some rows, and what the network says there."""
        W, alpha = self.parts(w)
        z = np.zeros((len(rows), m))
        for j in range(d):
            z = z + rows[:, j : j + 1] * W[:, j]
        hidden = np.maximum(z, 0)
        return hidden, total((hidden * alpha).T)

    def fit(self, w, rows, labels):
        """1/2 sum of squared residuals, and its gradient as a sum over the rows."""
        hidden, says = self.outputs(rows, w)
        residual = says - labels
        slopes = residual[:, None] * self.parts(w)[1] * (hidden > 0)
        pull = np.stack([total(slopes * rows[:, j : j + 1]) for j in range(d)], axis=1)
        pull_out = total(residual[:, None] * hidden)
        return total((residual * residual) / 2), np.concatenate([pull.ravel(), pull_out])

    def finish(self, pull, w, count):
        """The mean, with the penalty's part. Output weights that are kept have no gradient."""
        gradient = pull / count + beta * w
        if not train_output:
            gradient[m * d :] = 0
        return gradient

    def evaluate(self, w):
        """F at w and its gradient."""
        loss, pull = self.fit(w, A, y)
        return loss / n + (beta / 2) * total(w * w), self.finish(pull, w, n)

    def batch_gradient(self, w, rows):
        """The mean gradient over some of the samples."""
        return self.finish(self.fit(w, A[rows], y[rows])[1], w, len(rows))
`;

/** The relaxation of every neuron, `problems/two-layer/relaxed-loss.ts`. */
export const RELAXED_LOSS = `
class RelaxedLoss(NetworkLoss):
    """F + b/n sum_j alpha_j y' max(-A w_j, 0): the one-neuron relaxation of every neuron.

    With anneal > 0 the weight b falls from blend to 0 in so many steps.
    """

    def __init__(self):
        self.b = blend

    def at_step(self, k):
        self.b = blend * max(0, 1 - k / anneal) if anneal > 0 else blend

    def added(self, w, rows, labels, share):
        """What is added, sample by sample, and what it adds to the gradient (to be summed)."""
        W, alpha = self.parts(w)
        z = np.zeros((len(rows), m))
        for j in range(d):
            z = z + rows[:, j : j + 1] * W[:, j]
        off = ~(z > 0)
        z = np.where(off, z, 0)
        pull = (share * labels)[:, None]
        slopes = -(pull * alpha) * off
        pulls = np.stack([slopes * rows[:, j : j + 1] for j in range(d)], axis=2)
        return labels * total((-(alpha * z)).T), pulls.reshape(len(rows), m * d), -(pull * z)

    def with_added(self, gradient, w, rows, labels):
        value, pull, pull_out = self.added(w, rows, labels, self.b / len(rows))
        if not train_output:
            pull_out = 0 * pull_out
        terms = np.concatenate([pull, pull_out], axis=1)
        return value, total(np.concatenate([gradient[None, :], terms]))

    def evaluate(self, w):
        loss, gradient = super().evaluate(w)
        if self.b == 0:
            return loss, gradient
        value, gradient = self.with_added(gradient, w, A, y)
        return loss + (self.b * total(value)) / n, gradient

    def batch_gradient(self, w, rows):
        gradient = super().batch_gradient(w, rows)
        return self.with_added(gradient, w, A[rows], y[rows])[1]
`;

/** Free biases and a free constant on one feature, `problems/two-layer/hinge-loss.ts`. */
export const HINGE_LOSS = `
class HingeLoss:
    """1/(2n) |sum_j alpha_j relu(s_j x + b_j) + c - y|^2 + beta/2 sum_j (s_j^2 + alpha_j^2).

    All weights stand in one row: slope and bias of each neuron, then the output weights, then c.
    Biases and the constant cost nothing.
    """

    costs = np.concatenate([np.tile([1, 0], m), np.ones(m), [0]])

    def at_step(self, k):
        pass  # the same loss at every step

    def fit(self, w, rows, labels):
        """1/2 sum of squared residuals, and its gradient as a sum over the rows."""
        W, alpha, c = w[: 2 * m].reshape(m, 2), w[2 * m : 3 * m], w[-1]
        z = rows[:, :1] * W[:, 0] + rows[:, 1:] * W[:, 1]
        hidden = np.maximum(z, 0)
        residual = total((hidden * alpha).T) + c - labels
        slopes = residual[:, None] * alpha * (hidden > 0)
        pull = np.stack([total(slopes * rows[:, j : j + 1]) for j in range(2)], axis=1)
        pull_out = total(residual[:, None] * hidden)
        whole = np.concatenate([pull.ravel(), pull_out, [total(residual)]])
        return total((residual * residual) / 2), whole

    def finish(self, pull, w, count):
        gradient = pull / count + self.costs * (beta * w)
        if not train_output:
            gradient[2 * m : 3 * m] = 0
        return gradient

    def evaluate(self, w):
        """The loss at w and its gradient."""
        loss, pull = self.fit(w, A, y)
        return loss / n + (beta / 2) * total(self.costs * (w * w)), self.finish(pull, w, n)

    def batch_gradient(self, w, rows):
        """The mean gradient over some of the samples."""
        return self.finish(self.fit(w, A[rows], y[rows])[1], w, len(rows))
`;

/** Teacher, labels and start of `problems/two-layer/teacher.ts`. */
export function teacherBlock(features: 'gauss' | 'circle' | 'line'): string {
  const rows =
    features === 'line'
      ? ''
      : `
def make_features(random):
    """n rows of d numbers${features === 'circle' ? ', each of length 1' : ''}."""
    rows = random.normals(n * d).reshape(n, d)
    return ${features === 'circle' ? 'np.array([row / length(row) for row in rows])' : 'rows'}

`;
  return `${rows}
def draw_teacher():
    """Neurons of length 1 in drawn directions; the last ones have the output weight -1."""
    drawn = Random(teacher_seed, 1).normals(teacher_neurons * d).reshape(teacher_neurons, d)
    directions = np.array([row / length(row) for row in drawn])
    return directions, np.array([1.0 if j < teacher_neurons - negative else -1.0 for j in range(teacher_neurons)])


def make_labels(A, random):
    """What the teacher says, and noise: drawn last, so that its size does not change the rest."""
    directions, outputs = draw_teacher()
    y = np.zeros(n)
    for w, alpha in zip(directions, outputs):
        y = y + alpha * np.maximum(products(A, w), 0)
    if noise != 0:
        y = y + noise * random.normals(n)
    return y
`;
}

/** The drawn start; what differs between the choices stands in the lines themselves. */
export function studentBlock(
  init: 'gauss' | 'circle',
  signs: 'drawn' | 'ones' | 'signs',
  constant: boolean,
): string {
  const factor = init === 'circle' ? 'size / length(own)' : 'size';
  const output =
    signs === 'ones'
      ? '1.0'
      : signs === 'signs'
        ? '-1.0 if drawn < 0 else 1.0'
        : init === 'circle'
          ? 'size * (-1.0 if drawn < 0 else 1.0)'
          : 'size * drawn';
  return `
def draw_start():
    """Neuron after neuron its d weights and then its output weight."""
    random = Random(start_seed, 2)
    weights, outputs = [], []
    for _ in range(m):
        own = random.normals(d)
        weights.extend(own * (${factor}))
        drawn = random.normal()
        outputs.append(${output})
    return np.array([*weights, *outputs${constant ? ', 0.0' : ''}])
`;
}

/** What c/L is measured by, `problems/two-layer/step-scale.ts`. */
export const STEP_SCALE = `
def step_scale():
    """L of c/L: the curvature of a network of the start's size, or of the size that the labels ask for."""
    largest = smoothness(A)
    rms = np.sqrt(total(y * y) / n)
    needed = (2 * rms) / np.sqrt(largest) if largest > 0 else 0
    return largest * max(total(start * start) / 4, needed) + beta
`;
