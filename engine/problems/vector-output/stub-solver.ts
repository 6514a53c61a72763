import type { End } from '../../contract.ts';
import { dot, norm } from '../../kernels/vector.ts';
import { CRITERIA } from '../../run/status.ts';
import { certifyOutputs } from './certificate.ts';
import type { DualSurface } from './faces.ts';

/** Stands in until the working set is there: Frank-Wolfe alone. */
export interface OutputSolver {
  readonly dimension: number;
  write(state: Float64Array): void;
  readonly objective: number;
  readonly lowerBound: number;
  readonly status: End;
  step(pause?: () => boolean): 'done' | 'paused';
}

export function createOutputSolver(input: {
  features: Float64Array;
  labels: Float64Array;
  samples: number;
  beta: number;
  gap?: number | undefined;
  solver: 'newton' | 'fw' | 'closed';
  surface?: DualSurface | undefined;
  classes?: Int32Array;
}): OutputSolver {
  const { features, labels, samples: n, beta, surface, gap = CRITERIA.gap } = input;
  const d = features.length / n;
  const K = labels.length / n;
  const capacity = 500;
  let atoms: { u: Float64Array; v: Float64Array; c: number }[] = [];
  const z = new Float64Array(n * K);
  const cap = dot(labels, labels) / (2 * n * beta);
  let [tau, bound, rounds] = [0, 0, 0];
  let objective = 0;
  const residual = new Float64Array(n * K);
  function measure() {
    for (let i = 0; i < z.length; i++) residual[i] = labels[i]! - z[i]!;
    objective = dot(residual, residual) / (2 * n) + beta * tau;
    if (surface)
      bound = Math.max(bound, certifyOutputs(surface, features, labels, residual, beta).lowerBound);
  }
  measure();
  return {
    dimension: capacity * (d + K),
    write(state) {
      state.fill(0);
      for (const [j, { u, v, c }] of atoms.slice(-capacity).entries())
        for (let k = 0; k < d + K; k++) state[j * (d + K) + k] = Math.sqrt(c) * (k < d ? u[k]! : v[k - d]!);
    },
    get objective() {
      return objective;
    },
    get lowerBound() {
      return bound;
    },
    get status() {
      return objective - bound <= gap * objective
        ? 'optimal'
        : rounds >= 200 || !surface
          ? 'resists'
          : 'moving';
    },
    step() {
      rounds++;
      surface!.update(residual);
      const [touch] = surface!.localMaxima(n * beta, 1);
      const h = new Float64Array(n);
      const g = new Float64Array(K);
      if (touch)
        for (let i = 0; i < n; i++) {
          h[i] = Math.max(0, dot(features.subarray(i * d, i * d + d), touch.direction));
          for (let k = 0; k < K; k++) g[k] = g[k]! + (h[i]! * residual[i * K + k]!) / touch.eta;
        }
      const vertex = z.map((_, at) => cap * h[Math.floor(at / K)]! * g[at % K]! - z[at]!);
      const to = touch ? cap : 0;
      const top = dot(residual, vertex) / n - beta * (to - tau);
      const share = Math.min(1, Math.max(0, top / (dot(vertex, vertex) / n)));
      for (let i = 0; i < z.length; i++) z[i] = z[i]! + share * vertex[i]!;
      tau += share * (to - tau);
      atoms = atoms.map((atom) => ({ ...atom, c: atom.c * (1 - share) }));
      if (touch && norm(g) > 0) atoms.push({ u: Float64Array.from(touch.direction), v: g, c: share * cap });
      measure();
      return 'done';
    },
  };
}
