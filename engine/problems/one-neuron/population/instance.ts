import type { PairInstance } from '../../../contract.ts';
import { IDENTITY } from '../../../data/scaling.ts';
import { refuseSize } from '../../../data/sizes.ts';
import { NO_SAMPLES } from '../../../define-problem.ts';
import { norm } from '../../../kernels/vector.ts';
import { createPointSlicer } from '../../../landscapes/slicer.ts';
import { formatParam } from '../../../params.ts';
import { type Notice, notice } from '../../../scenario/notice.ts';
import { ONE_NEURON } from '../card.ts';
import { chosenPlant, chosenStart, type NeuronValues } from '../data/make-data.ts';
import { createPopulationLoss } from './loss.ts';

/** Parameters that the closed form supports only at their default. */
const AT_DEFAULT = ['features', 'std', 'noise', 'leak'] as const;

/** Ignores unsupported values, with notices. */
export function populationInstance(values: NeuronValues): Omit<PairInstance, 'prepared'> {
  const { d } = values;
  const notices: Notice[] = [];
  for (const key of AT_DEFAULT) {
    const expected = ONE_NEURON.params[key].default;
    if (values[key] !== expected)
      notices.push(notice('not-with-infinite-n', key, formatParam(expected), formatParam(values[key])));
  }
  // There are no batches: every step uses the full mean.
  for (const key of values.unlock ? (['rule', 'rrule'] as const) : (['rule'] as const))
    if (values[key] === 'sgd') notices.push(notice('not-with-infinite-n', key, 'gd', 'sgd'));
  const plant = chosenPlant(values, d, notices);
  refuseSize('plant', norm(plant));
  const left = createPopulationLoss(plant, 0);
  const right = createPopulationLoss(plant, values.blend);
  return {
    dimension: d,
    samples: { ...NO_SAMPLES, count: Number.POSITIVE_INFINITY, dimension: d, labelName: 'y' },
    scaling: IDENTITY,
    left,
    right,
    start: chosenStart(values, d, notices),
    plant,
    planted: true,
    // E a a^T = I. The relaxation's own smoothness is 1/2: with c = 2 one step of it reaches the plant.
    smoothness: 1,
    createSlicer: (plane) => createPointSlicer({ left, right, scaling: IDENTITY, dimension: d }, plane),
    refused: [],
    refusedCount: 0,
    notices,
  };
}
