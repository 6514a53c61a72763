import { createGradientDescent } from '../../optimizers/update-rules.ts';
import { createNeuronLoss } from '../../problems/one-neuron/loss.ts';
import { plainRow, type Row, ratioRow, scaled, timeInTurn } from '../measure.ts';
import { createPlantedData } from '../planted-data.ts';
import { stepOf } from '../step.ts';

const N = 10_000;
const D = 100;
const STEPS = 10;
/** Steps after which the left side's cost is measured again. */
const LATER = 100;

/**
 * One gradient of the relaxation against one of the original loss at the same point, both by direct sums: at a random start and after
 * `LATER` steps of the left side.
 */
export function costRows(): Row[] {
  const { input, start } = createPlantedData(N, D);
  const landscapes = [0, 1].map((blend) => createNeuronLoss({ ...input, blend }));
  const gradient = new Float64Array(D);
  const later = start.slice();
  const { step } = createGradientDescent(stepOf(input.features, N, D));
  for (let k = 0; k < LATER; k++) {
    landscapes[0]!.evaluate(gradient, later);
    step(later, gradient);
  }
  const timings = timeInTurn(
    5,
    25,
    [start, later].flatMap((w) =>
      landscapes.map((landscape) => () => {
        let sum = 0;
        for (let k = 0; k < STEPS; k++) sum += landscape.evaluate(gradient, w);
        return sum;
      }),
    ),
  ).map((timing) => scaled(timing, 1 / STEPS));
  const what = `one step, n = ${N}, d = ${D}, direct: the right side against the left`;
  return [
    ratioRow('6', `${what}, at a random start`, timings[0]!, timings[1]!, { atMost: 1.1 }),
    plainRow('6b', `${what}, after ${LATER} steps`, timings[3]!.median / timings[2]!.median, 'x'),
  ];
}
