import type { Landscape } from '../../contract.ts';
import { IDENTITY } from '../../data/scaling.ts';
import { defineProblem } from '../../define-problem.ts';
import { createRandom, fillNormal, STREAMS } from '../../kernels/random.ts';
import { createPointSlicer } from '../../landscapes/slicer.ts';
import type { ValuesOf } from '../../params.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import { createNetworkLoss } from '../two-layer/network/loss.ts';
import { LIFT } from './card.ts';
import { liftTerms } from './lift-terms.ts';
import { createLiftedLoss } from './lifted-loss.ts';

/**
 * Adds the gain of a step relative to the loss, (u.g)^2/(2 |lambda|) over both eigenvectors u of the Hessian. Infinite if the loss falls
 * along a flat direction (docs/mathematics.md, section 9.1).
 */
function withGain(landscape: Landscape): Landscape {
  const matrix = new Float64Array(4);

  function gain(gradient: Float64Array, w: Float64Array, loss: number): number {
    landscape.curvature(matrix, w);
    const [a, b, c] = [matrix[0]!, matrix[1]!, matrix[3]!];
    const half = (a - c) / 2;
    const root = Math.sqrt(half * half + b * b);
    // Take the longer form of the eigenvector of the larger eigenvalue.
    const [x, y] = half >= 0 ? [half + root, b] : [b, root - half];
    const square = x * x + y * y;
    const [gx, gy] = [gradient[0]!, gradient[1]!];
    if (square === 0) return share(gx * gx + gy * gy, a) / loss;
    const [along, across] = [gx * x + gy * y, gy * x - gx * y];
    const middle = (a + c) / 2;
    return (
      (share((along * along) / square, middle + root) + share((across * across) / square, middle - root)) /
      loss
    );
  }

  const told: Landscape = { ...landscape, gain, follow: () => told };
  return told;
}

function share(square: number, curvature: number): number {
  return square === 0 ? 0 : square / (2 * Math.abs(curvature));
}

interface LiftOptimum {
  /** beta y - beta^2/2, or y^2/2 where beta >= y. */
  readonly value: number;
  /** (u, alpha) of the left. */
  readonly left: readonly [number, number];
  /** (v, w) of the right. */
  readonly right: readonly [number, number];
}

/**
 * Minimizes 1/2 (alpha relu(u) - y)^2 + beta/2 (u^2 + alpha^2) and 1/2 (v - w - y)^2 + beta (v + w), v, w >= 0, for y, beta > 0
 * (docs/mathematics.md, section 8).
 */
export function liftOptimum({ y, beta }: { readonly y: number; readonly beta: number }): LiftOptimum {
  const v = Math.max(0, y - beta);
  const root = Math.sqrt(v);
  return { value: ((v - y) * (v - y)) / 2 + beta * v, left: [root, root], right: [v, 0] };
}

type LiftValues = ValuesOf<(typeof LIFT)['params']>;

/** One datum: left a network of one neuron over (u, alpha), right its convex program over (v, w), with the same start, projected. */
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
 * Bounds the second derivatives along descent: 2 on the right; on the left beta + y + 3/2 ||(u, alpha)||^2 at the longest (u, alpha) of the
 * path, as no global bound exists. Gradient flow shrinks |u^2 - alpha^2| and raises u alpha to y at most.
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
