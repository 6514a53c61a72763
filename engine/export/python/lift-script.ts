import type { Instance } from '../../contract.ts';
import type { RunValues } from '../../run/create-run.ts';
import { RANDOM, SUMS } from './common-blocks.ts';
import { pythonList, pythonNumber } from './literals.ts';
import { descendBlock, PLAIN_UNITS, rulePart, stepExpressions } from './rule-blocks.ts';
import { joinScript, printBlock, type ScriptSource } from './script.ts';

/** What the lift's script needs of its values. */
export interface LiftScriptValues extends RunValues {
  readonly y: number;
  readonly beta: number;
  readonly start: readonly number[] | null;
  readonly sseed: number;
}

/** The losses of `problems/lift/`. */
const LOSSES = `
class Neuron:
    """1/2 (alpha relu(u) - y)^2 + beta/2 (u^2 + alpha^2) over w = (u, alpha)."""

    def project(self, w):
        return w

    def evaluate(self, w):
        u, alpha = w
        hidden = max(u, 0.0)
        residual = alpha * hidden - y
        loss = (residual * residual) / 2 + (beta / 2) * (u * u + alpha * alpha)
        pull = np.array([residual * alpha if hidden > 0 else 0.0, residual * hidden])
        return loss, pull + beta * w

    def batch_gradient(self, w, rows):
        return self.evaluate(w)[1]


class Lifted:
    """Its convex program, 1/2 (v - w - y)^2 + beta (v + w) over p = (v, w) with v, w >= 0."""

    def project(self, p):
        """The nearest point of v, w >= 0."""
        return np.maximum(p, 0)

    def evaluate(self, p):
        """The loss (infinite outside) and the projected gradient: what points out of v, w >= 0 is 0."""
        v, w = p
        residual = v - w - y
        inside = v >= 0 and w >= 0
        loss = (residual * residual) / 2 + beta * (v + w) if inside else math.inf
        gradient = np.array([residual + beta, beta - residual])
        gradient[(p <= 0) & (gradient > 0)] = 0
        return loss, gradient

    def batch_gradient(self, p, rows):
        return self.evaluate(p)[1]


def smoothness():
    """L: a bound of the second derivatives on the way of both sides."""
    u, alpha = start
    difference = u * u - alpha * alpha
    product = max(abs(u * alpha), y)
    return max(2, beta + y + 1.5 * math.sqrt(difference * difference + 4 * product * product))
`;

/** The whole script of one datum and what it is lifted to. */
export function liftScript(
  instance: Instance,
  values: LiftScriptValues,
  steps: number,
  source: ScriptSource,
): string {
  const rules = rulePart(values, { solved: false, infinite: false });
  const lengths = stepExpressions(values, false);
  const start = values.start?.length === instance.dimension ? values.start : null;
  const race = [
    start
      ? `start = np.array(${pythonList(start)}, dtype=float)  # (u, alpha), and (v, w) after its projection`
      : 'start = Random(start_seed, 2).normals(2)  # (u, alpha), and (v, w) after its projection',
    'L = smoothness()',
    `left = descend(Neuron(), ${rules.left}, ${lengths.left})`,
    `right = descend(Lifted(), ${rules.right}, ${lengths.right})`,
  ].join('\n');
  return joinScript(source, {
    about: [
      'Twin Descent: one datum x = 1 with the label y. Left a neuron with its output weight, right the convex',
      'program that it is lifted to; both descend from one start.',
      '',
      "Sums run in the page's order, so that the numbers agree to the last bit.",
    ],
    settings: [
      `steps = ${steps}  # steps of each side`,
      'n = 1  # samples',
      `y = ${pythonNumber(values.y)}  # the label`,
      `beta = ${pythonNumber(values.beta)}  # weight of the penalty`,
      ...(start ? [] : [`start_seed = ${values.sseed}`]),
      ...rules.settings,
    ],
    blocks: [
      { heading: 'Sums', text: SUMS },
      ...(start && !rules.draws ? [] : [{ heading: 'Random numbers', text: RANDOM }]),
      { heading: 'Units', text: PLAIN_UNITS },
      { heading: 'The losses', text: LOSSES },
      { heading: 'The update', text: rules.definitions },
      { heading: 'The race', text: descendBlock({ projects: true, anneals: false }) },
      { heading: 'Both sides', text: race },
      { heading: 'What comes out', text: printBlock(null) },
    ],
  });
}
