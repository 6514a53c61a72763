import { describe, expect, it } from 'vitest';
import { runSides } from '../../fixtures/runs.ts';
import { norm } from '../../kernels/vector.ts';
import type { Values } from '../../params.ts';
import type { RunValues } from '../../run/create-run.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { createUpdateWalk } from '../../update/read-update.ts';
import { asOutputs, type OutputsInstance } from './instance.ts';
import { problem } from './problem.ts';
import { neuronsOf } from './program/output-program.ts';
import type { OutputsUpdate } from './types.ts';

function made(given: Values) {
  const { values } = createScenario('vector-output', given);
  const instance = asOutputs(problem.prepare(values, null))!;
  return { instance, values: values as Values & RunValues };
}

function updateAt({ instance, values }: ReturnType<typeof made>, k: number): OutputsUpdate {
  const walk = createUpdateWalk(instance, values, problem.parts);
  while (!walk.approach({ left: k, right: k }, 5));
  return walk.read({ left: k, right: k }) as OutputsUpdate;
}

const bits = (numbers: ArrayLike<number>) => Array.from(numbers, (value) => value + 0);

const WORDS = { features: 'words', sizes: [3, 4, 5], beta: 0.05 };
const KINDS: [string, Values][] = [
  ['pie', { neurons: 5 }],
  ['curve', { features: 'curve', n: 9, beta: 0.002, c: 0.25, neurons: 4 }],
  ['a bias', { features: 'spiral', n: 18, bias: true, beta: 0.003 }],
  ['words', { ...WORDS, neurons: 3 }],
  ['more samples than are told', { features: 'teacher', n: 90, outputs: 4, neurons: 6 }],
];

describe('an update of descent', () => {
  it.each(KINDS)('has a gradient and a loss that two parts add up to, bit for bit: %s', (_, given) => {
    const one = made(given);
    for (const k of [0, 6]) {
      const { loss, gradient, network, parts } = updateAt(one, k).left!;
      expect(parts!.fit + parts!.penalty).toBe(loss);
      expect(parts!.penalty).toBeGreaterThan(0);
      const { fit, decay } = network!;
      for (const [p, slope] of gradient.entries()) expect(fit[p]! + decay[p]! + 0).toBe(slope + 0);
    }
  });

  it.each(KINDS)('has samples that make the data’s part: %s', (_, given) => {
    const one = made(given);
    const { told, left } = updateAt(one, 6);
    const { neurons: m, columns: d, outputs, z, slopes, residuals, fitted, on, rms, fit } = left!.network!;
    const { labels } = one.instance.info;
    for (const [at, row] of told!.rows.entries())
      for (let k = 0; k < outputs; k++)
        expect(residuals[at * outputs + k]).toBe(fitted[at * outputs + k]! - labels[row * outputs + k]!);
    if (told!.rows.length < told!.count) return;
    const n = told!.count;
    expect(Math.abs(norm(residuals) / Math.sqrt(n) - rms)).toBeLessThanOrEqual(1e-15);
    for (let j = 0; j < m; j++) {
      const first = new Float64Array(d);
      const second = new Float64Array(outputs);
      let active = 0;
      for (let i = 0; i < n; i++) {
        const height = z[i * m + j]!;
        if (height > 0) active++;
        for (let c = 0; c < d; c++)
          first[c] = first[c]! + (slopes[i * m + j]! * told!.features[i * d + c]!) / n;
        for (let k = 0; k < outputs; k++)
          second[k] = second[k]! + (Math.max(0, height) * residuals[i * outputs + k]!) / n;
      }
      expect(on[j]).toBe(active);
      for (let c = 0; c < d; c++) expect(Math.abs(first[c]! - fit[c * m + j]!)).toBeLessThanOrEqual(1e-15);
      for (let k = 0; k < outputs; k++)
        expect(Math.abs(second[k]! - fit[d * m + j * outputs + k]!)).toBeLessThanOrEqual(1e-15);
    }
  });

  it('moves a dead neuron by its penalty alone', () => {
    // u = (0, -1) and (1, 0) over rows (t, 1).
    const { on, fit, decay } = updateAt(
      made({ features: 'curve', n: 5, neurons: 2, start: [0, 1, -1, 0, 1, 1, 1, 1] }),
      0,
    ).left!.network!;
    expect(Array.from(on)).toEqual([0, 2]);
    for (const p of [0, 2, 4, 5]) expect(Math.abs(fit[p]!)).toBe(0);
    expect([decay[0], decay[2], decay[4]]).toEqual([0, -0.02, 0.02]);
    expect(fit[1]).not.toBe(0);
  });
});

/** F of atoms, and R = Y - Z, from relu(A u). */
function measured({ data, info }: OutputsInstance, atoms: Float64Array) {
  const { features, labels, samples: n, columns: d, outputs } = data;
  const residual = labels.slice();
  let squares = 0;
  for (let at = 0; at < atoms.length; at += d + outputs) {
    for (let p = at; p < at + d + outputs; p++) squares += atoms[p]! ** 2;
    for (let i = 0; i < n; i++) {
      let z = 0;
      for (let c = 0; c < d; c++) z += features[i * d + c]! * atoms[at + c]!;
      for (let k = 0; k < outputs && z > 0; k++)
        residual[i * outputs + k] = residual[i * outputs + k]! - z * atoms[at + d + k]!;
    }
  }
  return { residual, F: norm(residual) ** 2 / (2 * n) + (info.beta / 2) * squares };
}

const ROUNDS: [string, Values][] = [
  ['the working set', {}],
  ['of a curve', { features: 'curve', beta: 0.002 }],
  ['Frank-Wolfe', { solver: 'fw' }],
  ['the closed form', WORDS],
];

describe('a round', () => {
  it.each(ROUNDS)('begins and ends at the states of the run, bit for bit: %s', (_, given) => {
    const one = made(given);
    const { right } = runSides(one.instance, one.values, 6);
    for (let k = 0; k < Math.min(4, right.iterates.length); k++) {
      const { before, after } = updateAt(one, k).round!;
      const atoms = (step: number) => bits(neuronsOf(right.iterates[step]!, 'right', one.instance.info));
      expect(bits(before.atoms)).toEqual(atoms(k));
      expect(before.objective).toBe(right.losses[k]);
      if (k + 1 < right.iterates.length) expect(bits(after!.atoms)).toEqual(atoms(k + 1));
      else expect(after).toBeNull();
    }
  });

  it('takes in directions whose height, output and weight come from relu(A u)', () => {
    const spiral = { features: 'spiral', n: 9, bias: true, beta: 0.003 };
    const curve = { features: 'curve', beta: 0.002 };
    for (const given of [{}, curve, { features: 'teacher', n: 30 }, spiral] as Values[]) {
      const one = made({ solver: 'newton', ...given });
      const { data, info } = one.instance;
      const { samples: n, columns: d, outputs, features } = data;
      for (const k of [0, 1]) {
        const { before, taken } = updateAt(one, k).round!;
        const { residual } = measured(one.instance, before.atoms);
        if (k === 0) expect(taken.length).toBeGreaterThan(0);
        for (const { direction, output, height, squares, weight } of taken) {
          expect(norm(direction)).toBeCloseTo(1, 14);
          expect(height).toBeGreaterThan(info.beta);
          const pull = new Float64Array(outputs);
          let square = 0;
          for (let i = 0; i < n; i++) {
            let h = 0;
            for (let c = 0; c < d; c++) h += features[i * d + c]! * direction[c]!;
            h = Math.max(0, h);
            square += (h * h) / n;
            for (let c = 0; c < outputs; c++) pull[c] = pull[c]! + (h * residual[i * outputs + c]!) / n;
          }
          expect(Math.abs(norm(pull) - height)).toBeLessThanOrEqual(1e-14);
          for (let c = 0; c < outputs; c++)
            expect(Math.abs(pull[c]! / height - output[c]!)).toBeLessThanOrEqual(1e-12);
          expect(Math.abs(square - squares)).toBeLessThanOrEqual(1e-14);
          // Half of what is best for it alone: at twice the weight the slope of F along the atom is 0.
          expect(Math.abs(height - 2 * weight * squares - info.beta)).toBeLessThanOrEqual(1e-14);
        }
      }
    }
  });

  it('of Frank-Wolfe lands on the objective that its share leads to', () => {
    const one = made({ solver: 'fw' });
    for (const k of [0, 1, 3]) {
      const { before, after, frankWolfe, beta, taken } = updateAt(one, k).round!;
      const { share, slope, curvature, tau, nextTau, cap } = frankWolfe!;
      expect(share).toBeGreaterThan(0);
      expect(share).toBe(Math.min(1, slope / curvature));
      const fall = share * slope - (share * share * curvature) / 2;
      expect(Math.abs(before.objective - fall - after!.objective)).toBeLessThanOrEqual(1e-13);
      expect(Math.abs(nextTau - (tau + share * (cap - tau)))).toBeLessThanOrEqual(1e-14);
      // The engine's own share, in the weight of what it took in.
      expect(Math.abs(taken[0]!.weight / cap - share)).toBeLessThanOrEqual(1e-13);
      const { residual } = measured(one.instance, after!.atoms);
      const left = norm(residual) ** 2 / (2 * one.instance.data.samples) + beta * nextTau;
      expect(Math.abs(left - after!.objective)).toBeLessThanOrEqual(1e-12);
    }
  });

  it('of the closed form has classes that add up to its optimum', () => {
    for (const [beta, kept] of [
      [0.05, 3],
      [0.15, 2],
    ] as const) {
      const one = made({ ...WORDS, beta });
      const { classes, taken, after } = updateAt(one, 0).round!;
      const P = classes!.reduce((sum, { fit, penalty }) => sum + fit + penalty, 0);
      expect(P).toBeCloseTo(beta === 0.05 ? 0.253405939253 : 0.490410196625, 11);
      expect(classes!.filter(({ target }) => target > 0)).toHaveLength(kept);
      expect(Math.abs(after!.objective - P)).toBeLessThanOrEqual(1e-14);
      expect(measured(one.instance, after!.atoms).F).toBeCloseTo(P, 13);
      expect(taken).toEqual([]);
    }
  });

  it('is not told any more where the program has ended', () => {
    const one = made({ ...WORDS });
    const ended = runSides(one.instance, one.values, 5).right.iterates.length - 1;
    expect(updateAt(one, ended).round!.after).toBeNull();
    expect(updateAt(one, ended + 1).round).toBeNull();
  });
});
