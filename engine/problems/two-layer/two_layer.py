"""Two layers: data of a planted teacher, the start, and the losses that descend.

All weights stand in one row: the d weights of each of m neurons, then the m output
weights alpha (and with a free constant that constant).
"""

import numpy as np
from networks import print_losses
from twin_descent import PLANT, START, Loss, Random, length, products, total


def draw_teacher(neurons, d, negative, seed):
    """Neurons of length 1 in drawn directions; the last ones have the output weight -1."""
    drawn = Random(seed, PLANT).normals(neurons * d).reshape(neurons, d)
    directions = np.array([row / length(row) for row in drawn])
    outputs = [1.0 if j < neurons - negative else -1.0 for j in range(neurons)]
    return directions, np.array(outputs)


def teacher_labels(A, teacher, noise, random):
    """What the teacher says, and noise, drawn last, so that it does not change the rest."""
    y = np.zeros(len(A))
    for w, alpha in zip(*teacher):
        y = y + alpha * np.maximum(products(A, w), 0)
    return y + noise * random.normals(len(A)) if noise != 0 else y


def draw_start(m, d, seed, size, on_circle, signs, constant):
    """Neuron after neuron its d weights and then its output weight.

    signs: "drawn" as a normal, "ones", or "signs" of a normal. On the circle every neuron
    has the length `size`, and so has a drawn output weight.
    """
    random = Random(seed, START)
    weights, outputs = [], []
    for _ in range(m):
        own = random.normals(d)
        weights.extend(own * (size / length(own) if on_circle else size))
        drawn = random.normal()
        sign = -1.0 if drawn < 0 else 1.0
        if signs == "ones":
            outputs.append(1.0)
        elif signs == "signs":
            outputs.append(sign)
        else:
            outputs.append(size * (sign if on_circle else drawn))
    return np.array([*weights, *outputs, *([0.0] if constant else [])])


class NetworkLoss(Loss):
    """F = 1/(2n) |relu(A W') alpha - y|^2 + beta/2 (|W|^2 + |alpha|^2) of m neurons."""

    def __init__(self, A, y, m, beta, train_output):
        self.A, self.y, self.m, self.beta = A, y, m, beta
        self.train_output = train_output
        self.samples, self.d = A.shape

    def parts(self, w):
        m, d = self.m, self.d
        return w[: m * d].reshape(m, d), w[m * d : m * d + m]

    def inputs(self, rows, w):
        """What each hidden neuron sees at some rows."""
        W, _ = self.parts(w)
        z = np.zeros((len(rows), self.m))
        for j in range(self.d):
            z = z + rows[:, j : j + 1] * W[:, j]
        return z

    def says(self, hidden, w):
        return total((hidden * self.parts(w)[1]).T)

    def fit(self, w, rows, labels):
        """1/2 sum of squared residuals, and its gradient as a sum over the rows."""
        hidden = np.maximum(self.inputs(rows, w), 0)
        residual = self.says(hidden, w) - labels
        slopes = residual[:, None] * self.parts(w)[1] * (hidden > 0)
        columns = range(self.d)
        pull = np.stack([total(slopes * rows[:, j : j + 1]) for j in columns], axis=1)
        outer = [total(residual[:, None] * hidden), *self.rest(residual)]
        return total((residual * residual) / 2), np.concatenate([pull.ravel(), *outer])

    def rest(self, residual):
        """The gradient of what stands behind the output weights."""
        return []

    def costs(self, w):
        """What the penalty weighs."""
        return w

    def finish(self, pull, w, count):
        """The mean, with the penalty's part. Output weights that are kept have none."""
        gradient = pull / count + self.costs(self.beta * w)
        if not self.train_output:
            gradient[self.m * self.d : self.m * self.d + self.m] = 0
        return gradient

    def evaluate(self, w):
        """F at w and its gradient."""
        n = self.samples
        fit, pull = self.fit(w, self.A, self.y)
        penalty = (self.beta / 2) * total(self.costs(w * w))
        return fit / n + penalty, self.finish(pull, w, n)

    def batch_gradient(self, w, rows):
        pull = self.fit(w, self.A[rows], self.y[rows])[1]
        return self.finish(pull, w, len(rows))


class HingeLoss(NetworkLoss):
    """1/(2n) |sum_j alpha_j relu(s_j x + b_j) + c - y|^2 + beta/2 sum (s_j^2 + alpha_j^2).

    The rows are (x, 1). Biases and the constant c, the last weight, cost nothing.
    """

    def __init__(self, A, y, m, beta, train_output):
        super().__init__(A, y, m, beta, train_output)
        self.weighed = np.concatenate([np.tile([1, 0], m), np.ones(m), [0]])

    def says(self, hidden, w):
        return super().says(hidden, w) + w[-1]

    def rest(self, residual):
        return [[total(residual)]]

    def costs(self, w):
        return self.weighed * w


class RelaxedLoss(NetworkLoss):
    """F + b/n sum_j alpha_j y' max(-A w_j, 0): the one-neuron relaxation of every neuron.

    With anneal > 0 the weight b falls from blend to 0 in so many steps.
    """

    def __init__(self, A, y, m, beta, train_output, blend, anneal):
        super().__init__(A, y, m, beta, train_output)
        self.blend, self.anneal, self.b = blend, anneal, blend

    def at_step(self, k):
        if self.anneal > 0:
            self.b = self.blend * max(0, 1 - k / self.anneal)

    def with_added(self, gradient, w, rows, labels):
        """What is added, sample by sample, and the gradient with what it adds to it."""
        z = self.inputs(rows, w)
        alpha = self.parts(w)[1]
        off = ~(z > 0)
        z = np.where(off, z, 0)
        pull = (self.b / len(rows) * labels)[:, None]
        slopes = -(pull * alpha) * off
        pulls = np.stack([slopes * rows[:, j : j + 1] for j in range(self.d)], axis=2)
        outer = -(pull * z) if self.train_output else np.zeros_like(z)
        terms = np.concatenate([pulls.reshape(len(rows), -1), outer], axis=1)
        value = labels * total((-(alpha * z)).T)
        return value, total(np.concatenate([gradient[None, :], terms]))

    def evaluate(self, w):
        loss, gradient = super().evaluate(w)
        if self.b == 0:
            return loss, gradient
        value, gradient = self.with_added(gradient, w, self.A, self.y)
        return loss + (self.b * total(value)) / self.samples, gradient

    def batch_gradient(self, w, rows):
        gradient = super().batch_gradient(w, rows)
        return self.with_added(gradient, w, self.A[rows], self.y[rows])[1]


def print_networks(m, d, left, right=None, objectives=None, solved=None):
    """Losses, objectives and bounds of both sides as CSV, and the networks at the end.

    The right side is a run that descends (with F of its networks) or a program that was
    solved, or there is none.
    """
    print_losses(left, solved)
    runs = {"left": left}
    if right is not None:
        runs["right"] = right
        for k, (loss, objective) in enumerate(zip(right[1], objectives)):
            print(k, "right", float(loss), float(objective), "", sep=",")
    for side, (iterates, _) in runs.items():
        for last in iterates[-1:]:
            for j in range(m):
                w, alpha = last[j * d : (j + 1) * d].tolist(), float(last[m * d + j])
                print("#", side, "neuron", j + 1, "w =", w, "alpha =", alpha)
            if len(last) > m * d + m:
                print("#", side, "constant", float(last[-1]))
    for w, alpha in solved[0] if solved is not None else []:
        print("# right neuron w =", w, "alpha =", float(alpha))
