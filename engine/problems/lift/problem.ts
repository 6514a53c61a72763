import { IDENTITY } from '../../data/scaling.ts';
import { defineProblem } from '../../define-problem.ts';
import { createRandom, fillNormal, STREAMS } from '../../kernels/random.ts';
import { createPointSlicer } from '../../landscapes/slicer.ts';
import type { ValuesOf } from '../../params.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import { createNetworkLoss } from '../two-layer/network-loss.ts';
import { LIFT } from './card.ts';
import { withGain } from './curved-gain.ts';
import { liftTerms } from './lift-terms.ts';
import { createLiftedLoss } from './lifted-loss.ts';
import { liftOptimum } from './optimum.ts';

type LiftValues = ValuesOf<(typeof LIFT)['params']>;

/**
 * One datum: left a network of one neuron over (u, alpha), right its convex program over (v, w). One start serves both: as
 * it is on the left, as the nearest point of v, w >= 0 on the right.
 */
export const problem = defineProblem(LIFT, {
  python: () => import('./python.ts'),
  isPrepared: (name) => name === 'y',
  prepareData: ({ y }) => ({
    count: 1,
    dimension: 1,
    features: Float64Array.of(1),
    labels: Float64Array.of(y),
    names: [],
    labelName: 'y',
    hasOnes: false,
  }),
  makeInstance(samples, values) {
    const { y, beta } = values;
    const { features, labels } = samples;
    const notices: Notice[] = [];
    const start = chosenStart(values, notices);
    const left = withGain(createNetworkLoss({ features, labels, neurons: 1, beta, trainOutput: true }));
    const right = withGain(createLiftedLoss(y, beta));
    return {
      dimension: 2,
      samples,
      scaling: IDENTITY,
      left,
      right,
      start,
      plant: null,
      planted: false,
      minima: minimaOf(values),
      smoothness: liftSmoothness(values, start),
      createSlicer: (plane) => createPointSlicer({ left, right, scaling: IDENTITY, dimension: 2 }, plane),
      notices,
    };
  },
  parts: { terms: liftTerms },
});

function minimaOf(values: LiftValues) {
  const { value, left, right } = liftOptimum(values);
  return {
    left: { at: Float64Array.from(left), loss: value },
    right: { at: Float64Array.from(right), loss: value },
  };
}

/**
 * A bound of the second derivatives that descent meets: 2 on the right, and on the left beta + y + 3/2 ||(u, alpha)||^2 at the
 * longest (u, alpha) of the way, since there is none that holds everywhere. Gradient flow from the start shrinks
 * |u^2 - alpha^2| and raises u alpha to y at most; with both the length is bounded.
 */
export function liftSmoothness(
  { y, beta }: { readonly y: number; readonly beta: number },
  start: Float64Array,
): number {
  const [u, alpha] = [start[0]!, start[1]!];
  const difference = u * u - alpha * alpha;
  const product = Math.max(Math.abs(u * alpha), y);
  const square = Math.sqrt(difference * difference + 4 * product * product);
  return Math.max(2, beta + y + 1.5 * square);
}

function chosenStart({ start, sseed }: LiftValues, notices: Notice[]): Float64Array<ArrayBuffer> {
  if (start?.length === 2) return Float64Array.from(start);
  if (start) notices.push(notice('vector-length', 'start', '2', String(start.length)));
  const drawn = new Float64Array(2);
  fillNormal(drawn, createRandom(sseed, STREAMS.start));
  return drawn;
}
