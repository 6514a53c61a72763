import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../scripts/tier.mjs';
import type { Vector } from '../../contract.ts';
import { createRandom, fillNormal } from '../../kernels/random.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { findAll, type Search } from '../../search.ts';
import { problem } from './problem.ts';
import { atomsOf, neuronsOf } from './program/output-program.ts';
import { outputReadings } from './readings.ts';
import { mapLines } from './surface/line-map.ts';
import { slackOf } from './surface/sector-test.ts';
import { wedgesOf } from './surface/wedges.ts';

const of = (values: Parameters<typeof createScenario>[1]) =>
  problem.prepare(createScenario('vector-output', values).values, null);
const told = <Found>(search: Search<Found> | null): Found => findAll(search!);
const angle = (k: number, of: number) => (2 * Math.PI * (k + 0.31)) / of;

/** The outputs of neurons (u, v) at x. */
function outputsAt(neurons: Float64Array, outputs: number, x: readonly number[]): number[] {
  const d = x.length;
  const z = new Array<number>(outputs).fill(0);
  for (let at = 0; at < neurons.length; at += d + outputs) {
    const h = x.reduce((sum, value, k) => sum + value * neurons[at + k]!, 0);
    if (h > 0) for (let k = 0; k < outputs; k++) z[k] = z[k]! + h * neurons[at + d + k]!;
  }
  return z;
}

/** A tie is no class. */
const classOf = (z: readonly number[]) => {
  const best = z.indexOf(Math.max(...z));
  return z.lastIndexOf(z[best]!) === best ? best : -1;
};

describe('wedges', () => {
  it('say the class of every direction: 200 random networks, some of whose neurons are zero or repeated', () => {
    const random = createRandom(4, 9);
    const wrong: [trial: number, direction: number][] = [];
    let borders = 0;
    for (let trial = 0; trial < 200; trial++) {
      const outputs = 1 + random.integer(5);
      const m = random.integer(7);
      const neurons = new Float64Array(m * (2 + outputs));
      fillNormal(neurons, random);
      if (m > 2 && trial % 3 === 0) neurons.fill(0, 0, 2);
      if (m > 2 && trial % 5 === 0) neurons.copyWithin(0, 2 + outputs, 4 + outputs);
      const wedges = wedgesOf(neurons, outputs);
      const count = wedges.classes.length;
      borders += count;
      for (let k = 0; k < 360; k++) {
        const x = [Math.cos(angle(k, 360)), Math.sin(angle(k, 360))];
        const turnOf = (at: number) => {
          const [bx, by] = [wedges.borders[2 * at]!, wedges.borders[2 * at + 1]!];
          const turn = Math.atan2(bx * x[1]! - by * x[0]!, bx * x[0]! + by * x[1]!);
          return turn < 0 ? turn + 2 * Math.PI : turn;
        };
        // The last border behind x.
        let wedge = 0;
        for (let at = 1; at < count; at++) if (turnOf(at) < turnOf(wedge)) wedge = at;
        const z = outputsAt(neurons, outputs, x);
        const [first, second] = [...z].sort((a, b) => b - a);
        // Next to a border rounding decides.
        if (second !== undefined && first! - second < 1e-12 && first !== second) continue;
        if (wedges.classes[wedge] !== classOf(z)) wrong.push([trial, k]);
      }
    }
    expect(wrong).toEqual([]);
    expect(borders).toBeGreaterThan(400);
  });
});

describe('what is read of networks', () => {
  const instance = of({ neurons: 5 });
  const { data, info } = instance;
  const readings = outputReadings(instance);
  const solver = instance.createSolver('newton');
  while (solver.status === 'moving') solver.step();
  const left = neuronsOf(instance.start, 'left', info) as Vector;
  const right = atomsOf(solver, 5);
  const both = told(readings.networks!({ left, right }));

  it('the curve is ||R^T relu(A u)||/n with its direction, and at the optimum nowhere above beta', () => {
    for (const [side, neurons] of [
      ['left', left],
      ['right', right],
    ] as const) {
      const { directions, heights, outputs } = both[side].curve!;
      expect(heights.length).toBeGreaterThan(720);
      for (let at = 0; at < heights.length; at += 7) {
        const [x, y] = [directions[2 * at]!, directions[2 * at + 1]!];
        const g = [0, 0, 0];
        for (let i = 0; i < data.samples; i++) {
          const row = [data.features[2 * i]!, data.features[2 * i + 1]!];
          const h = Math.max(0, row[0]! * x + row[1]! * y);
          const z = outputsAt(neurons, 3, row);
          for (let k = 0; k < 3; k++) g[k] = g[k]! + h * (data.labels[3 * i + k]! - z[k]!);
        }
        const eta = Math.sqrt(g[0]! ** 2 + g[1]! ** 2 + g[2]! ** 2);
        expect(heights[at]).toBeCloseTo(eta / data.samples, 12);
        for (let k = 0; k < 3; k++) expect(outputs[3 * at + k]! * eta).toBeCloseTo(g[k]!, 12);
      }
      for (let at = 2; at < directions.length; at += 2) {
        const turn = directions[at - 2]! * directions[at + 1]! - directions[at - 1]! * directions[at]!;
        expect(turn).toBeGreaterThan(0);
      }
    }
  });

  it('accuracy and dead neurons are counted; singular values multiply to the determinant of Z^T Z', () => {
    const { fitted, accuracy, singularValues, dead } = both.left;
    let hits = 0;
    const squares = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < data.samples; i++) {
      const z = outputsAt(left, 3, [data.features[2 * i]!, data.features[2 * i + 1]!]);
      for (let k = 0; k < 3; k++) expect(fitted[3 * i + k]).toBeCloseTo(z[k]!, 13);
      if (classOf(z) === data.classes![i]) hits++;
      for (let p = 0; p < 9; p++) squares[p] = squares[p]! + z[Math.floor(p / 3)]! * z[p % 3]!;
    }
    expect(accuracy).toBe(hits / data.samples);
    const [a, b, c, d, e, f, g, h, i] = squares as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    expect(singularValues.reduce((product, s) => product * s * s, 1)).toBeCloseTo(determinant, 10);
    expect([...dead]).toEqual([0, 0, 0, 0, 0]);
    const asleep = told(readings.networks!({ left: Float64Array.of(0, 0, 1, 1, 1, 1, 0, 0, 0, 1), right }));
    expect([...asleep.left.dead]).toEqual([1, 0]);
    expect(asleep.directions).toBe(1);
  });

  it('the class of a cell is that of its centre', () => {
    const size = 9;
    const view = { x0: -1, x1: 2, y0: -2, y1: 1 };
    const map = told(readings.regions!({ left, right, view, size }));
    for (let at = 0; at < size * size; at++) {
      const x = view.x0 + (3 * ((at % size) + 0.5)) / size;
      const y = view.y0 + (3 * (Math.floor(at / size) + 0.5)) / size;
      expect(map.right[at]).toBe(classOf(outputsAt(right, 3, [x, y])));
    }
  });

  it('x^T T x is beta^2 ||E x||^2 less the square of the curve at E x, in 60 sectors', () => {
    const random = createRandom(2, 9);
    for (let trial = 0; trial < 60; trial++) {
      const network = new Float64Array(15);
      fillNormal(network, random);
      for (const [p, value] of network.entries()) network[p] = (value * (trial % 6)) / 6;
      const turn = angle(trial, 60);
      const found = told(readings.sector!({ network, direction: [Math.cos(turn), Math.sin(turn)] }));
      const { directions, heights } = told(readings.networks!({ left: network, right: network })).left.curve!;
      const [px, py, qx, qy] = found.rays as unknown as readonly [number, number, number, number];
      let [inside, most] = [0, 0];
      for (const [at, height] of heights.entries()) {
        const [x, y] = [directions[2 * at]!, directions[2 * at + 1]!];
        // u = s p + t q
        const [s, t] = [(x * qy - y * qx) / (px * qy - py * qx), (px * y - py * x) / (px * qy - py * qx)];
        if (s < 0 || t < 0) continue;
        inside++;
        const value = found.a * s * s + 2 * found.b * s * t + found.c * t * t;
        expect(Math.abs(value - (info.beta ** 2 - height ** 2))).toBeLessThan(1e-12 * (1 + height ** 2));
        most = Math.max(most, height);
      }
      expect(inside).toBeGreaterThan(10);
      expect(found.slack).toBe(slackOf(found));
      expect(found.least).toBeLessThanOrEqual(found.slack);
      expect(most > info.beta * (1 + 1e-9) && found.slack >= 0).toBe(false);
    }
  });

  it('three numbers tell whether a 2 x 2 matrix is copositive: random ones against their sectors', () => {
    const TRIALS = runsAll ? 2000 : 600;
    const random = createRandom(3, 9);
    const counts = [0, 0];
    for (let trial = 0; trial < TRIALS; trial++) {
      const [a, b, c] = [random.normal() + 0.5, random.normal(), random.normal() + 0.5];
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k <= 400; k++) {
        const s = k / 400;
        least = Math.min(least, a * s * s + 2 * b * s * (1 - s) + c * (1 - s) * (1 - s));
      }
      const holds = slackOf({ a, b, c }) >= 0;
      if (Math.abs(least) < 1e-4) continue;
      expect(holds).toBe(least >= 0);
      counts[holds ? 1 : 0]!++;
    }
    expect(Math.min(...counts)).toBeGreaterThan(0.15 * TRIALS);
  });
});

describe('the polygon of a curve', () => {
  it('has a corner at each kink inside the data, and is straight between', () => {
    const instance = of({ features: 'curve', neurons: 6 });
    const neurons = neuronsOf(instance.start, 'left', instance.info) as Vector;
    const { polygon } = told(outputReadings(instance).networks!({ left: neurons, right: neurons })).left;
    expect(polygon!.length % 3).toBe(0);
    expect(polygon![0]).toBe(-1);
    expect(polygon!.at(-3)).toBe(1);
    for (let p = 0; p + 3 < polygon!.length; p += 3) {
      const [a, b] = [polygon!.subarray(p, p + 3), polygon!.subarray(p + 3, p + 6)];
      for (const s of [0, 0.37, 1]) {
        const z = outputsAt(neurons, 2, [a[0]! + s * (b[0]! - a[0]!), 1]);
        for (let k = 0; k < 2; k++) expect(z[k]).toBeCloseTo(a[k + 1]! + s * (b[k + 1]! - a[k + 1]!), 12);
      }
    }
  });
});

describe('the map of lines', () => {
  it('is that of the residual of a network, for two features and a bias alone', () => {
    const instance = of({ features: 'spiral', bias: true, neurons: 3 });
    const { labels } = instance.info;
    const view = { reach: 1, width: 8, height: 4 };
    const right = neuronsOf(instance.start, 'left', instance.info) as Vector;
    const rows = instance.data.features;
    const residual = labels.slice();
    for (let i = 0; i < instance.info.samples; i++)
      outputsAt(right, 3, [...rows.subarray(3 * i, 3 * i + 3)]).forEach((z, k) => {
        residual[3 * i + k]! -= z;
      });
    const map = told(outputReadings(instance).lines!({ right, ...view }));
    mapLines(rows, residual, view).forEach((value, k) => {
      expect(map[k]!).toBeCloseTo(value, 14);
    });
    expect(outputReadings(of({ features: 'pie' })).lines!({ right: new Float64Array(), ...view })).toBeNull();
  });
});
