import type { Vector } from '../../contract.ts';
import { dot, norm } from '../../kernels/vector.ts';
import { answerOf, writeOutputs } from './answers.ts';
import type { OutputData } from './make-data.ts';
import { createOutputCurve, type OutputCurve } from './program/output-curve.ts';
import { singularValues } from './singular-values.ts';
import { wedgesOf } from './surface/wedges.ts';
import type { CurveTold, NetworkTold } from './types.ts';

/** Minimum cosine of directions that count as one. */
const SAME = 1 - 1e-9;

/** Maximum chord between directions of the curve: some 720 around the circle. */
const CHORD = Math.PI / 360;

/** Reads networks on one data set; neurons are (u, v), d + K numbers each. */
export interface NetworkReader {
  /** Z (n x K). */
  fitted(neurons: Float64Array): Float64Array<ArrayBuffer>;
  /** Of Z, largest first (K). */
  singularValues(neurons: Float64Array): Vector;
  read(neurons: Float64Array): NetworkTold;
  /** The shared dual curve, updated to the network's residual; null unless features are planar. */
  curveOf(neurons: Float64Array): OutputCurve | null;
}

export function createNetworkReader(data: OutputData): NetworkReader {
  const { features, labels, samples: n, columns: d, outputs, classes, hasOnes } = data;
  const stride = d + outputs;
  const curve = d === 2 ? createOutputCurve(features, outputs) : null;
  const round = curve && directionsOf(curve);
  const isLine = d === 2 && hasOnes && outputs === 2;

  const rows = Array.from({ length: n }, (_, i) => features.subarray(i * d, i * d + d));

  function fitted(neurons: Float64Array): Float64Array<ArrayBuffer> {
    const z = new Float64Array(n * outputs);
    for (const [i, row] of rows.entries())
      writeOutputs(z.subarray(i * outputs, (i + 1) * outputs), neurons, row);
    return z;
  }

  function curveOf(neurons: Float64Array): OutputCurve | null {
    const z = fitted(neurons);
    curve?.update(z.map((value, at) => labels[at]! - value));
    return curve;
  }

  function readCurve(): CurveTold | null {
    if (!curve || !round) return null;
    const { directions, sectors } = round;
    const heights = new Float64Array(sectors.length);
    const directed = new Float64Array(sectors.length * outputs);
    for (let at = 0; at < sectors.length; at++) {
      const g = directed.subarray(at * outputs, (at + 1) * outputs);
      curve.writeOutput(g, sectors[at]!, directions[2 * at]!, directions[2 * at + 1]!);
      const eta = norm(g);
      heights[at] = eta / n;
      if (eta > 0) for (let k = 0; k < outputs; k++) g[k] = g[k]! / eta;
    }
    return { directions: Float64Array.from(directions), heights, outputs: directed };
  }

  /** Returns each sample's class; differences below the rounding of the largest output are ties. */
  function answersOf(neurons: Float64Array, z: Float64Array): Int32Array<ArrayBuffer> {
    const output = new Float64Array(outputs);
    const most = z.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
    return Int32Array.from(rows, (row) =>
      answerOf(output, Math.max(most, writeOutputs(output, neurons, row))),
    );
  }

  function isDead(u: Float64Array): boolean {
    return !rows.some((row) => dot(u, row) > 0);
  }

  return {
    fitted,
    curveOf,
    singularValues: (neurons) => singularValues(fitted(neurons), outputs),
    read(neurons) {
      const m = neurons.length / stride;
      const weights = new Float64Array(m);
      const dead = new Uint8Array(m);
      for (let j = 0; j < m; j++) {
        const u = neurons.subarray(j * stride, j * stride + d);
        weights[j] = norm(u) * norm(neurons.subarray(j * stride + d, (j + 1) * stride));
        dead[j] = isDead(u) ? 1 : 0;
      }
      const z = fitted(neurons);
      const answers = classes && answersOf(neurons, z);
      if (curve) curveOf(neurons);
      return {
        weights,
        dead,
        fitted: z,
        singularValues: singularValues(z, outputs),
        answers,
        accuracy: answers ? answers.filter((own, i) => own === classes![i]).length / n : Number.NaN,
        curve: readCurve(),
        wedges: classes && d === 2 && !hasOnes ? wedgesOf(neurons, outputs) : null,
        polygon: isLine ? polygonOf(neurons, features, n) : null,
      };
    },
  };
}

/** Returns directions counter-clockwise from the first ray, each with its sector; four if there is no ray. */
function directionsOf({ rays }: OutputCurve): { directions: Float64Array<ArrayBuffer>; sectors: Int32Array } {
  const count = rays.length / 2;
  if (count === 0)
    return { directions: Float64Array.of(1, 0, 0, 1, -1, 0, 0, -1), sectors: new Int32Array(4) };
  const directions: number[] = [];
  const sectors: number[] = [];
  const add = (x: number, y: number, sector: number) => {
    const length = Math.sqrt(x * x + y * y);
    directions.push(x / length, y / length);
    sectors.push(sector);
  };
  /** Adds directions from p to less than half a turn ahead, without q. */
  const fill = (px: number, py: number, qx: number, qy: number, sector: number) => {
    const pieces = Math.max(1, Math.ceil(Math.sqrt((qx - px) ** 2 + (qy - py) ** 2) / CHORD));
    for (let t = 0; t < pieces; t++)
      add(px + ((qx - px) * t) / pieces, py + ((qy - py) * t) / pieces, sector);
  };
  for (let sector = 0; sector < count; sector++) {
    const next = sector + 1 === count ? 0 : sector + 1;
    const [px, py] = [rays[2 * sector]!, rays[2 * sector + 1]!];
    const [qx, qy] = [rays[2 * next]!, rays[2 * next + 1]!];
    // Rows on one line leave two half circles: go through their middles.
    if (count === 2) {
      fill(px, py, -py, px, sector);
      fill(-py, px, qx, qy, sector);
    } else fill(px, py, qx, qy, sector);
  }
  return { directions: Float64Array.from(directions), sectors: Int32Array.from(sectors) };
}

/** Returns two outputs over t of the rows (t, 1), at the data's ends and the kinks between, as (t, z_1, z_2). */
function polygonOf(neurons: Float64Array, features: Float64Array, n: number): Float64Array<ArrayBuffer> {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < n; i++) {
    first = Math.min(first, features[2 * i]!);
    last = Math.max(last, features[2 * i]!);
  }
  const kinks: number[] = [];
  for (let at = 0; at < neurons.length; at += 4) {
    const t = -neurons[at + 1]! / neurons[at]!;
    if (t > first && t < last) kinks.push(t);
  }
  const ts = [first, ...kinks.sort((a, b) => a - b), ...(last > first ? [last] : [])];
  const polygon = new Float64Array(3 * ts.length);
  for (const [p, t] of ts.entries()) {
    polygon[3 * p] = t;
    for (let at = 0; at < neurons.length; at += 4) {
      const h = Math.max(0, neurons[at]! * t + neurons[at + 1]!);
      polygon[3 * p + 1] = polygon[3 * p + 1]! + h * neurons[at + 2]!;
      polygon[3 * p + 2] = polygon[3 * p + 2]! + h * neurons[at + 3]!;
    }
  }
  return polygon;
}

/** Counts distinct directions of neurons that are not zero. */
export function directionsUsed(neurons: Float64Array, d: number, outputs: number): number {
  const stride = d + outputs;
  const seen: Float64Array[] = [];
  for (let at = 0; at < neurons.length; at += stride) {
    const u = neurons.slice(at, at + d);
    const length = norm(u);
    if (!(length > 0) || !(norm(neurons.subarray(at + d, at + stride)) > 0)) continue;
    for (let k = 0; k < d; k++) u[k] = u[k]! / length;
    if (seen.every((other) => dot(u, other) < SAME)) seen.push(u);
  }
  return seen.length;
}
