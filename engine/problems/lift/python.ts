/// <reference path="../../python/python.d.ts" />
import type { PairInstance } from '../../contract.ts';
import type { ValuesOf } from '../../params.ts';
import { pythonList, pythonNumber } from '../../python/literals.ts';
import type { PythonAsked, PythonRun } from '../../python/python-run.ts';
import { rulePart } from '../../python/rules.ts';
import { runValues } from '../../run/run-values.ts';
import type { LIFT } from './card.ts';
import lift from './lift.py?raw';

export function writeRun(
  { dimension }: PairInstance,
  values: ValuesOf<(typeof LIFT)['params']>,
  { steps }: PythonAsked,
): PythonRun {
  const rules = rulePart(runValues(values), {});
  const start = values.start?.length === dimension ? values.start : null;
  return {
    about: [
      'Twin Descent: one datum x = 1 with the label y. Left a neuron with its output weight, right the convex',
      'program that it is lifted to; both descend from one start.',
      '',
      "Sums run in the page's order, so that the numbers agree to the last bit.",
    ],
    modules: [lift],
    lines: [
      `steps = ${steps}  # steps of each side`,
      `y = ${pythonNumber(values.y)}  # the label`,
      `beta = ${pythonNumber(values.beta)}  # weight of the penalty`,
      ...rules.settings,
      '',
      '# (u, alpha), and (v, w) after its projection',
      start
        ? `start = np.array(${pythonList(start)}, dtype=float)`
        : `start = Random(${values.sseed}, START).normals(2)`,
      'L = lift_smoothness(y, beta, start)',
      `left = descend(OneNeuronLoss(y, beta), start, ${rules.left}, steps)`,
      `right = descend(LiftedLoss(y, beta), start, ${rules.right}, steps)`,
      'print_run(2, left, right)',
    ],
  };
}
