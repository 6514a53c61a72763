import { defineCard } from '../../define-problem.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import { type ParamSpecs, shaping } from '../../params.ts';
import { RUN_PARAMS } from '../../run/run-params.ts';

const PARAMS = {
  y: { kind: 'number', default: 1, min: 0.01, max: 10, slider: 'linear', ...shaping('data') },
  beta: { kind: 'number', default: 0.25, min: 1e-6, max: 10, slider: 'log', ...shaping('loss') },
  start: { kind: 'vector', default: null, min: -1e6, max: 1e6, maxLength: 2, ...shaping('start') },
  sseed: { kind: 'integer', default: 1, min: 0, max: MAX_SEED, ...shaping('start') },
  ...RUN_PARAMS,
} as const satisfies ParamSpecs;

/** One datum x = 1 with a label y > 0: left a neuron with its output weight, right the lifted program. */
export const LIFT = defineCard({
  id: 'lift',
  menu: 3,
  params: PARAMS,
  arrival: () => 'best',
  compares: () => null,
  startLength: () => 2,
  opening: 'lift',
  presets: [
    { id: 'lift', values: { start: [1.5, 0.25] } },
    { id: 'lift-dead', values: { start: [0.5, -1] } },
    { id: 'lift-saddle', values: { start: [1, -1] } },
    { id: 'lift-zero', values: { beta: 1.25, start: [1.5, 1], speed: 50 } },
  ],
});
