import type { RunValues } from '../../run/create-run.ts';
import type { RuleName } from '../../run/run-params.ts';
import { pythonNumber } from './literals.ts';

/** Each update rule as a Python function that makes one side's move; the digits of `optimizers/`. */
const RULE_TEXT: Readonly<Record<RuleName, string>> = {
  gd: `
def gradient_descent(loss, step):
    def move(w, gradient):
        return w - step * gradient

    return move
`,
  heavyball: `
def heavy_ball(loss, step):
    """Polyak's heavy ball: part of the last move is made again."""
    velocity = np.zeros(len(start))

    def move(w, gradient):
        nonlocal velocity
        velocity = momentum * velocity - step * gradient
        return w + velocity

    return move
`,
  nesterov: `
def nesterov(loss, step):
    """Nesterov's momentum: the gradient is taken at the point looked ahead to."""
    velocity = np.zeros(len(start))

    def move(w, gradient):
        nonlocal velocity
        _, slope = loss.evaluate(w + momentum * velocity)
        velocity = momentum * velocity - step * slope
        return w + velocity

    return move
`,
  adam: `
def adam(loss, step):
    """Adam: running means of the gradient and of its square, corrected for their start at 0."""
    first = np.zeros(len(start))
    second = np.zeros(len(start))
    power1 = power2 = 1.0

    def move(w, gradient):
        nonlocal first, second, power1, power2
        power1 *= beta1
        power2 *= beta2
        first = beta1 * first + (1 - beta1) * gradient
        second = beta2 * second + (1 - beta2) * gradient * gradient
        mean = first / (1 - power1)
        square = second / (1 - power2)
        return w - (step * mean) / (np.sqrt(square) + 1e-8)

    return move
`,
  sgd: `
def mini_batch(loss, step):
    """Mini-batch SGD: each epoch takes the samples once in a new order, a batch a step.

    Both sides draw from the same seed and so see the same batches.
    """
    random = Random(order_seed, 3)
    order = list(range(n))
    size = min(batch, n)
    at = n

    def move(w, gradient):
        nonlocal at
        if at >= n:
            for i in range(n - 1, 0, -1):
                j = int(random.uniform() * (i + 1))
                order[i], order[j] = order[j], order[i]
            at = 0
        rows = np.array(order[at : at + size])
        at += size
        return w - step * loss.batch_gradient(w, rows)

    return move
`,
};

const RULE_NAMES: Readonly<Record<RuleName, string>> = {
  gd: 'gradient_descent',
  heavyball: 'heavy_ball',
  nesterov: 'nesterov',
  adam: 'adam',
  sgd: 'mini_batch',
};

/** What a script sets and defines for the rules that its sides descend by. */
export interface RulePart {
  /** Lines of the settings. */
  readonly settings: readonly string[];
  readonly definitions: string;
  /** The rules' Python names. */
  readonly left: string;
  readonly right: string;
  /** Whether numbers are drawn for the order of batches. */
  readonly draws: boolean;
}

/**
 * The rules of both sides. `solved`: the right side is no descent; `infinite`: there is no batch to choose, and SGD is plain
 * descent.
 */
export function rulePart(
  values: RunValues,
  { solved, infinite }: { readonly solved: boolean; readonly infinite: boolean },
): RulePart {
  const unlocked = values.unlock && !solved;
  const plain = (rule: RuleName): RuleName => (infinite && rule === 'sgd' ? 'gd' : rule);
  const left = plain(values.rule);
  const right = unlocked ? plain(values.rrule) : left;
  const used = [...new Set(solved ? [left] : [left, right])];
  const uses = (...rules: RuleName[]) => used.some((rule) => rules.includes(rule));
  const settings = [
    ...stepLines('', values.c, values.step, unlocked ? 'of the left side' : 'of both sides'),
    ...(unlocked ? stepLines('right_', values.rc, values.rstep, 'of the right side') : []),
    ...(uses('heavyball', 'nesterov') ? [`momentum = ${pythonNumber(values.momentum)}`] : []),
    ...(uses('adam')
      ? [`beta1 = ${pythonNumber(values.beta1)}`, `beta2 = ${pythonNumber(values.beta2)}`]
      : []),
    ...(uses('sgd')
      ? [`batch = ${values.batch}`, `order_seed = ${values.oseed}  # of the order of the samples`]
      : []),
  ];
  return {
    settings,
    definitions: used.map((rule) => RULE_TEXT[rule]).join('\n'),
    left: RULE_NAMES[left],
    right: RULE_NAMES[right],
    draws: uses('sgd'),
  };
}

/** c, or the absolute step where one was given. */
function stepLines(prefix: string, c: number, step: number | null, whose: string): string[] {
  if (step !== null) return [`${prefix}step = ${pythonNumber(step)}  # the step ${whose}, absolute`];
  return [`${prefix}c = ${pythonNumber(c)}  # the step ${whose} is c/L`];
}

/** The Python expressions of both sides' step lengths, given L. */
export function stepExpressions(values: RunValues, solved: boolean): { left: string; right: string } {
  const of = (prefix: string, step: number | null) =>
    step === null ? `${prefix}c / L if L > 0 else ${prefix}c` : `${prefix}step`;
  const left = of('', values.step);
  return { left, right: values.unlock && !solved ? of('right_', values.rstep) : left };
}

/** The loop of `run/create-run.ts`: a side from the start to the last step, or to where its numbers overflow. */
export function descendBlock({ projects, anneals }: { projects: boolean; anneals: boolean }): string {
  return `
def descend(loss, rule, step):
    """Steps 0 to steps of one side: its iterates, in the units of the data, and its losses."""
    w = to_scaled(start)
${projects ? '    w = loss.project(w)\n' : ''}    shown = ${projects ? 'to_original(w)' : 'start'}
    move = rule(loss, step)
    iterates, losses = [], []
    for k in range(steps + 1):
        if k > 0:
            w = move(w, gradient)
${projects ? '            w = loss.project(w)\n' : ''}            shown = to_original(w)
${anneals ? '        loss.at_step(k)\n' : ''}        value, gradient = loss.evaluate(w)
        if not np.all(np.isfinite([value, length(gradient), *w, *shown])):
            break  # diverged: there is no step k
        iterates.append(shown)
        losses.append(float(value))
    return np.array(iterates), np.array(losses)
`;
}

/** No standardising: descent moves the weights that are shown. */
export const PLAIN_UNITS = `
def to_scaled(w):
    return w.copy()


def to_original(w):
    return w.copy()
`;
