import type { Vector } from '../../../contract.ts';
import type { Field, Mark } from '../../../field.ts';
import type { Relaxation } from '../instance.ts';
import { stepFrom } from '../penalised-descent.ts';
import { isBest } from '../permutation-costs.ts';
import { projectSimplex } from '../simplex-projection.ts';
import type { Best, RestPoint } from '../types.ts';
import { leastOf } from './least.ts';

/** Least weight on the triangle: rounding of 1 - x - y at its edge. */
const OFF = -1e-12;

export interface TriangleSide {
  readonly quadratic: Vector;
  readonly relaxation: Relaxation;
  /** 0 on the left. */
  readonly lambda: number;
  /** c/L. */
  readonly step: number;
  readonly rests: readonly RestPoint[];
  readonly best: Best;
}

/**
 * Returns a side's map over (x1, x2), the weights of C and C^2: height E + lambda P, beneath it E if lambda > 0, arrows of one step at the
 * full lambda. Marks: `minimum`, `saddle`, `maximum` between the corners; `best`, a best corner that is a minimum; `trap`, another one;
 * `goal`, a best corner that is none; `segment`, several minimisers of E (unless the whole triangle).
 */
export function triangleField({ quadratic, relaxation, lambda, step, rests, best }: TriangleSide): Field {
  const projector = relaxation.projector();
  const state = new Float64Array(3);
  const next = new Float64Array(3);
  const gradient = new Float64Array(3);
  const stand = (x: number, y: number) => {
    state[0] = 1 - x - y;
    state[1] = x;
    state[2] = y;
  };
  const height = (x: number, y: number, weight: number) => {
    stand(x, y);
    if (!(Math.min(state[0]!, x, y) >= OFF)) return Number.NaN;
    return relaxation.cost(gradient, state) + (weight > 0 ? weight * relaxation.penalty(state) : 0);
  };
  return {
    domain: { kind: 'triangle', corners: ['I', 'C', 'C²'] },
    place: (x) => [{ x: x[1]!, y: x[2]!, weight: 1, role: 'matrix', off: 0 }],
    height: (x, y) => height(x, y, lambda),
    ...(lambda > 0 && { under: (x: number, y: number) => height(x, y, 0) }),
    arrow(into, x, y) {
      stand(x, y);
      relaxation.cost(gradient, state);
      stepFrom(next, gradient, state, { relaxation, projector, step, lambda });
      into[0] = next[1]! - x;
      into[1] = next[2]! - y;
    },
    marks: () => marksOf(quadratic, lambda, rests, best),
    startAt(x, y) {
      stand(x, y);
      projectSimplex(state);
      return [...state];
    },
  };
}

function marksOf(q: Vector, lambda: number, rests: readonly RestPoint[], best: Best): Mark[] {
  const isGoal = (k: number) => isBest(q[4 * k]!, best);
  const marks = rests.flatMap(({ at, on, kind, value, isolated }): Mark[] => {
    const [, x, y] = at;
    if (!isolated && lambda === 0) {
      const { ends } = leastOf(q);
      return ends ? [{ kind: 'segment', at: ends.flatMap((end) => [end[1], end[2]]), height: value }] : [];
    }
    if (on !== 'vertex' || kind !== 'minimum') return [{ kind, at: [x, y], height: value }];
    return [{ kind: isGoal(at.indexOf(1)) ? 'best' : 'trap', at: [x, y], height: value }];
  });
  for (let k = 0; k < 3; k++) {
    const isMinimum = rests.some(({ at, kind }) => at[k] === 1 && kind === 'minimum');
    if (isGoal(k) && !isMinimum)
      marks.push({ kind: 'goal', at: [k === 1 ? 1 : 0, k === 2 ? 1 : 0], height: q[4 * k]! });
  }
  return marks;
}
