import { describe, expect, it } from 'vitest';
import { spread } from '../../../../scripts/tier.mjs';
import reference from '../../../fixtures/vector-output.json';
import { createOutputLoss } from '../output-loss.ts';
import type { RoundProgram } from '../rounds.ts';
import { createPlanarSurface } from '../surface/planar-surface.ts';
import { createSphereSurface } from '../surface/sphere-surface.ts';
import { createFrankWolfe } from './frank-wolfe.ts';

const PLANAR = [...reference.planar, ...reference.presets];

function start({
  n,
  K,
  beta,
  features,
  labels,
}: (typeof PLANAR)[number] | (typeof reference.sphere)[number]) {
  const rows = Float64Array.from(features);
  const data = { features: rows, labels: Float64Array.from(labels), samples: n, beta };
  const surface = rows.length === 2 * n ? createPlanarSurface(rows, K) : createSphereSurface(rows, K);
  const program = createFrankWolfe(data, surface);
  /** F of the atoms as a network. */
  const loss = () => {
    const { neurons } = program;
    const m = neurons.length;
    const d = rows.length / n;
    const w = new Float64Array(m * (d + K));
    for (const [j, { u, v }] of neurons.entries()) {
      for (let k = 0; k < d; k++) w[k * m + j] = u[k]!;
      w.set(v, d * m + j * K);
    }
    return createOutputLoss({ ...data, neurons: m }).loss(w);
  };
  return { program, loss };
}

function go(program: RoundProgram): void {
  for (const _ of program.round()) throw new Error('expected a round that does not pause');
}

describe('Frank-Wolfe', () => {
  it.each(spread([...PLANAR, ...reference.sphere], 6))(
    '$name, n $n, K $K: NumPy’s objectives and bounds',
    (one) => {
      const { program, loss } = start(one);
      let before = Number.POSITIVE_INFINITY;
      for (let k = 0; k <= 1000; k++) {
        const listed = one.frankWolfe.find(({ step }) => step === k);
        if (k > 0 && k > one.frankWolfe.at(-1)!.step) break;
        if (listed) {
          expect(Math.abs(program.objective / listed.objective - 1)).toBeLessThan(1e-10);
          expect(Math.abs(program.lowerBound - listed.lowerBound) / one.optimum).toBeLessThan(1e-9);
          expect(program.lowerBound / one.optimum - 1).toBeLessThan(1e-13);
          // Merged atoms weigh no more than tau.
          expect(loss() / program.objective - 1).toBeLessThan(1e-12);
        }
        expect(program.objective / before).toBeLessThan(1 + 1e-14);
        before = program.objective;
        go(program);
      }
    },
  );

  it('keeps at most d K atoms of one sector, whose sum stays', () => {
    const { program, loss } = start(reference.presets[0]!);
    let largest = 0;
    for (let k = 0; k < 3000; k++) {
      go(program);
      if (k % 100 > 0) continue;
      largest = Math.max(largest, program.neurons.length);
      // Z of the atoms is the Z of the rounds: what F is lower by is beta times the weights that merging saved.
      expect(loss() / program.objective - 1).toBeLessThan(1e-12);
      expect(loss() / program.objective - 1).toBeGreaterThan(-0.01);
    }
    // Ten rays and nine sectors are met; without the merging of sectors some 1,300 atoms.
    expect(largest).toBeLessThan(65);
    expect(largest).toBeGreaterThan(20);
  });
});
