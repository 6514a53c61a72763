import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import type { Vector } from '../../contract.ts';
import { createRandom, fillNormal, type RandomSource, STREAMS } from '../../kernels/random.ts';
import { dot, norm } from '../../kernels/vector.ts';
import type { ValuesOf } from '../../params.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import { EXTRA_COLUMNS, type VECTOR_OUTPUT } from './card.ts';

export type OutputValues = ValuesOf<(typeof VECTOR_OUTPUT)['params']>;

/** Samples with K outputs; matrices are row-major. */
export interface OutputData {
  /** n x d. */
  readonly features: Vector;
  /** n x K. */
  readonly labels: Vector;
  readonly samples: number;
  readonly columns: number;
  readonly outputs: number;
  /** True if the last column is all ones. */
  readonly hasOnes: boolean;
  /** Class of each sample, from 0; null for regression. */
  readonly classes: Int32Array<ArrayBuffer> | null;
  readonly notices: readonly Notice[];
  /** Teacher, consecutive (u, v); else null. */
  readonly teacher: Vector | null;
}

/** Makes data of a recipe other than csv. Digits depend on the values alone. */
export function makeOutputData(values: OutputValues): OutputData {
  const random = createRandom(values.seed, STREAMS.data);
  switch (values.features) {
    case 'pie':
      return pie(values, random);
    case 'curve':
      return curve(values, random);
    case 'spiral':
      return spiral(values, random);
    case 'words':
      return words(values, random);
    case 'teacher':
      return taught(values, random);
    case 'csv':
      throw new Error('expected a recipe of features');
  }
}

/** Returns one-hot rows (n x K). */
export function oneHot(classes: Int32Array, outputs: number): Vector {
  const labels = new Float64Array(classes.length * outputs);
  for (const [i, k] of classes.entries()) labels[i * outputs + k] = 1;
  return labels;
}

/** Appends a one to each row (n x (d + 1)). */
export function withOnes(features: Float64Array, n: number): Vector {
  const d = features.length / n;
  const wider = new Float64Array(n * (d + 1)).fill(1);
  for (let i = 0; i < n; i++) wider.set(features.subarray(i * d, i * d + d), i * (d + 1));
  return wider;
}

function classesOf(sizes: readonly number[]): Int32Array<ArrayBuffer> {
  return Int32Array.from(sizes.flatMap((size, k) => new Array<number>(size).fill(k)));
}

/** Adds noise to points of the plane and labels them by class. */
function inClasses(
  points: Vector,
  classes: Int32Array<ArrayBuffer>,
  outputs: number,
  { bias, noise }: OutputValues,
  random: RandomSource,
): OutputData {
  if (noise !== 0) for (let j = 0; j < points.length; j++) points[j] = points[j]! + noise * random.normal();
  const n = classes.length;
  return {
    features: bias ? withOnes(points, n) : points,
    labels: oneHot(classes, outputs),
    samples: n,
    columns: bias ? 3 : 2,
    outputs,
    hasOnes: bias,
    classes,
    teacher: null,
    notices: [],
  };
}

/** Places points evenly on the unit circle, half a gap after angle 0; classes are arcs. */
function pie(values: OutputValues, random: RandomSource): OutputData {
  const sizes = values.sizes!;
  const classes = classesOf(sizes);
  const n = classes.length;
  const points = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    const angle = (2 * Math.PI * (i + 0.5)) / n;
    points[2 * i] = cos(angle);
    points[2 * i + 1] = sin(angle);
  }
  return inClasses(points, classes, sizes.length, values, random);
}

/** Places p points per arm: radius (k + 1)/p, angle 4 (a + k/(p - 1)), x = (r sin, r cos). */
function spiral(values: OutputValues, random: RandomSource): OutputData {
  const { n: asked, classes: arms } = values;
  const p = Math.max(2, Math.floor(asked / arms));
  const n = p * arms;
  const points = new Float64Array(2 * n);
  for (let a = 0; a < arms; a++)
    for (let k = 0; k < p; k++) {
      const [radius, angle] = [(k + 1) / p, 4 * (a + k / (p - 1))];
      points[2 * (a * p + k)] = radius * sin(angle);
      points[2 * (a * p + k) + 1] = radius * cos(angle);
    }
  const expected = { say: 'multiple', of: String(arms), min: String(2 * arms) } as const;
  return {
    ...inClasses(points, classesOf(new Array<number>(arms).fill(p)), arms, values, random),
    notices: n === asked ? [] : [notice('clamped', 'n', expected, String(asked))],
  };
}

/** Returns a curve over even t of [-1, 1]: y = (0.6 + 0.4 t) (cos pi t, sin pi t). */
function curve({ n, noise }: OutputValues, random: RandomSource): OutputData {
  const features = new Float64Array(2 * n).fill(1);
  const labels = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    const t = n === 1 ? 0 : i === n - 1 ? 1 : -1 + i * (2 / (n - 1));
    features[2 * i] = t;
    labels[2 * i] = (0.6 + 0.4 * t) * cos(Math.PI * t);
    labels[2 * i + 1] = (0.6 + 0.4 * t) * sin(Math.PI * t);
  }
  if (noise !== 0) for (let j = 0; j < labels.length; j++) labels[j] = labels[j]! + noise * random.normal();
  return {
    features,
    labels,
    samples: n,
    columns: 2,
    outputs: 2,
    hasOnes: true,
    classes: null,
    teacher: null,
    notices: [],
  };
}

/** Makes a row per word: A = I, or orthonormal rows of a longer space. */
function words({ sizes, rotate }: OutputValues, random: RandomSource): OutputData {
  const classes = classesOf(sizes!);
  const n = classes.length;
  const d = n + (rotate ? EXTRA_COLUMNS : 0);
  const features = new Float64Array(n * d);
  if (rotate) {
    fillNormal(features, random);
    orthonormalRows(features, n, d);
  } else for (let i = 0; i < n; i++) features[i * n + i] = 1;
  return {
    features,
    labels: oneHot(classes, sizes!.length),
    samples: n,
    columns: d,
    outputs: sizes!.length,
    hasOnes: false,
    classes,
    teacher: null,
    notices: [],
  };
}

/** Orthonormalizes rows by Gram-Schmidt, each twice. */
function orthonormalRows(matrix: Float64Array, rows: number, d: number): void {
  for (let i = 0; i < rows; i++) {
    const row = matrix.subarray(i * d, i * d + d);
    for (let pass = 0; pass < 2; pass++)
      for (let j = 0; j < i; j++) {
        const before = matrix.subarray(j * d, j * d + d);
        const share = dot(row, before);
        for (let k = 0; k < d; k++) row[k] = row[k]! - share * before[k]!;
      }
    scaleTo(row, 1);
  }
}

function scaleTo(vector: Float64Array, length: number): void {
  const factor = length / norm(vector);
  for (let k = 0; k < vector.length; k++) vector[k] = vector[k]! * factor;
}

/** Draws Gaussian rows of the plane and a teacher whose u and v have length 1. */
function taught(values: OutputValues, random: RandomSource): OutputData {
  const { n, outputs, bias, noise, teacher: neurons, pseed } = values;
  const points = new Float64Array(2 * n);
  fillNormal(points, random);
  const features = bias ? withOnes(points, n) : points;
  const d = bias ? 3 : 2;
  const teacher = new Float64Array(neurons * (d + outputs));
  const drawn = createRandom(pseed, STREAMS.plant);
  const labels = new Float64Array(n * outputs);
  for (let j = 0; j < neurons; j++) {
    const own = teacher.subarray(j * (d + outputs), (j + 1) * (d + outputs));
    fillNormal(own, drawn);
    const [u, v] = [own.subarray(0, d), own.subarray(d)];
    scaleTo(u, 1);
    scaleTo(v, 1);
    for (let i = 0; i < n; i++) {
      const h = Math.max(0, dot(u, features.subarray(i * d, i * d + d)));
      for (let k = 0; k < outputs; k++) labels[i * outputs + k] = labels[i * outputs + k]! + h * v[k]!;
    }
  }
  if (noise !== 0) for (let j = 0; j < labels.length; j++) labels[j] = labels[j]! + noise * random.normal();
  return {
    features,
    labels,
    samples: n,
    columns: d,
    outputs,
    hasOnes: bias,
    classes: null,
    teacher,
    notices: [],
  };
}
