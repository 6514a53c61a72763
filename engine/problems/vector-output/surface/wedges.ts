import { answerOf, writeOutputs } from '../answers.ts';
import { createOutputCurve } from '../program/output-curve.ts';
import type { WedgesTold } from '../types.ts';

/** Maximum width in radians of wedges that are rounding: all differences vanish on the ray where a neuron sets in. */
const SLIVER = 1e-12;

/**
 * Returns wedges of the largest output over the plane for neurons (u, v) of 2 + K numbers without bias: outputs scale along a ray, so
 * classes are wedges from the origin. In each sector of the neurons the map is linear and two outputs are equal on at most one ray.
 */
export function wedgesOf(neurons: Float64Array, outputs: number): WedgesTold {
  const stride = 2 + outputs;
  const m = neurons.length / stride;
  const rows = new Float64Array(2 * m);
  const weights = new Float64Array(outputs * m);
  for (let j = 0; j < m; j++) {
    rows.set(neurons.subarray(j * stride, j * stride + 2), 2 * j);
    weights.set(neurons.subarray(j * stride + 2, (j + 1) * stride), outputs * j);
  }
  // With neurons as rows and V as residual, the curve's S^T x is the network's output at x.
  const curve = createOutputCurve(rows, outputs);
  curve.update(weights);
  const { rays } = curve;
  const count = rays.length / 2;
  const output = new Float64Array(outputs);

  const borders: number[] = [];
  const classes: number[] = [];
  const take = (x: number, y: number, of: number) => {
    if (classes.at(-1) === of) return;
    borders.push(x, y);
    classes.push(of);
  };
  for (let sector = 0; sector < count; sector++) {
    const next = sector + 1 === count ? 0 : sector + 1;
    const from: Direction = [rays[2 * sector]!, rays[2 * sector + 1]!];
    const to: Direction = [rays[2 * next]!, rays[2 * next + 1]!];
    const base = 2 * outputs * sector;
    const inside: Direction[] = [];
    for (let k = 0; k < outputs; k++)
      for (let l = k + 1; l < outputs; l++) {
        const a = curve.sums[base + k]! - curve.sums[base + l]!;
        const b = curve.sums[base + outputs + k]! - curve.sums[base + outputs + l]!;
        const length = Math.sqrt(a * a + b * b);
        if (!(length > 0)) continue;
        for (const sign of [1, -1]) {
          const at: Direction = [(-sign * b) / length, (sign * a) / length];
          if (cross(from, at) > SLIVER && cross(at, to) > SLIVER) inside.push(at);
        }
      }
    inside.sort((p, q) => cross(q, p));
    const apart = inside.filter((at, e) => e === 0 || cross(inside[e - 1]!, at) > SLIVER);
    const ends = [from, ...apart, to];
    for (let e = 0; e + 1 < ends.length; e++) {
      const [p, q] = [ends[e]!, ends[e + 1]!];
      take(p[0], p[1], answerOf(output, writeOutputs(output, neurons, between(p, q))));
    }
  }
  // The last wedge may continue into the first.
  if (classes.length > 1 && classes[0] === classes.at(-1)) {
    classes.shift();
    borders.splice(0, 2);
  }
  if (classes.length < 2)
    return { borders: new Float64Array(0), classes: Int32Array.of(classes[0] ?? answerOf(output, 0)) };
  return { borders: Float64Array.from(borders), classes: Int32Array.from(classes) };
}

type Direction = readonly [number, number];

const cross = (p: Direction, q: Direction) => p[0] * q[1] - p[1] * q[0];

/** Returns a direction counter-clockwise between two at most half a turn apart. */
function between(p: Direction, q: Direction): Direction {
  const [x, y] = [p[0] + q[0], p[1] + q[1]];
  return x * x + y * y > 1e-20 ? [x, y] : [-p[1], p[0]];
}
