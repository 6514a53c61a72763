import type { Vector } from '../../contract.ts';
import { fillLine } from '../../data/fill-line.ts';
import { createRandom, fillNormal, STREAMS } from '../../kernels/random.ts';
import { norm } from '../../kernels/vector.ts';
import { MAX_TEACHER_NEURONS } from './card.ts';
import { predict } from './network/loss.ts';

/** Recipe of a planted network's data. Seeds as in `createRandom`. */
export interface TeacherRecipe {
  /** Standard normal points, points of the unit sphere, or rows (x, 1). */
  readonly features: 'gauss' | 'circle' | 'line';
  readonly n: number;
  /** d; 2 for a line. */
  readonly columns: number;
  /** Range of a line's x; even spacing includes both ends (the middle for n = 1). */
  readonly xmin: number;
  readonly xmax: number;
  readonly spacing: 'even' | 'uniform';
  /** Teacher neurons, 1 to 8. */
  readonly neurons: number;
  /** Number of last ones, with output weight -1; the others have 1. */
  readonly negative: number;
  /** Standard deviation of label noise. */
  readonly noise: number;
  /** Seed of features and noise. */
  readonly seed: number;
  readonly pseed: number;
}

/** Data with the network that generated it. */
export interface TeacherData {
  /** n x d, row-major. */
  readonly features: Vector;
  readonly labels: Vector;
  /** Flat as in `forward`. */
  readonly teacher: Vector;
  /** True if the labels are the teacher's own: with beta = 0 its loss is exactly 0. */
  readonly planted: boolean;
}

/**
 * Draws a teacher and, independently, features and noise. A smaller teacher is a prefix of a larger one, except for signs. Throws
 * RangeError for neuron counts that do not fit.
 */
export function makeTeacherData(recipe: TeacherRecipe): TeacherData {
  const { n, columns: d, noise } = recipe;
  const random = createRandom(recipe.seed, STREAMS.data);
  const features = new Float64Array(n * d);
  if (recipe.features === 'line') fillLine(features, recipe, random.uniform);
  else {
    fillNormal(features, random);
    if (recipe.features === 'circle') normaliseRows(features, n, d);
  }
  const teacher = drawTeacher(recipe);
  const labels = new Float64Array(n);
  predict(labels, features, teacher, recipe.neurons);
  // Drawn after the features, so these do not depend on the noise level.
  if (noise !== 0) for (let i = 0; i < n; i++) labels[i] = labels[i]! + noise * random.normal();
  return { features, labels, teacher, planted: noise === 0 };
}

function drawTeacher({ neurons: m, columns: d, negative, pseed }: TeacherRecipe): Vector {
  if (!Number.isInteger(m) || m < 1 || m > MAX_TEACHER_NEURONS)
    throw new RangeError(`expected a teacher of 1 to ${MAX_TEACHER_NEURONS} neurons; got ${m}`);
  if (!Number.isInteger(negative) || negative < 0 || negative > m)
    throw new RangeError(`expected 0 to ${m} negative neurons; got ${negative}`);
  const teacher = new Float64Array(m * (d + 1));
  fillNormal(teacher.subarray(0, m * d), createRandom(pseed, STREAMS.plant));
  normaliseRows(teacher, m, d);
  for (let j = 0; j < m; j++) teacher[m * d + j] = j < m - negative ? 1 : -1;
  return teacher;
}

function normaliseRows(matrix: Float64Array, rows: number, d: number): void {
  for (let i = 0; i < rows; i++) {
    const row = matrix.subarray(i * d, i * d + d);
    const length = norm(row);
    for (let k = 0; k < d; k++) row[k] = row[k]! / length;
  }
}

export interface StudentRecipe {
  /** m, at least 1. */
  readonly neurons: number;
  /** d. */
  readonly columns: number;
  /** `scale` times standard normals, or neurons of length `scale` in drawn directions. */
  readonly start: 'gauss' | 'circle';
  readonly scale: number;
  /** Output weights: drawn (on the circle `scale` with a drawn sign), all 1, or 1 and -1 with drawn signs. */
  readonly outputs: 'drawn' | 'ones' | 'signs';
  readonly sseed: number;
}

/**
 * Draws a student, flat as in `forward`. Each neuron draws d weights, then its output, so adding neurons keeps the first ones' start,
 * whatever the outputs.
 */
export function drawStudent(recipe: StudentRecipe): Vector {
  const { neurons: m, columns: d, start, scale, outputs } = recipe;
  const random = createRandom(recipe.sseed, STREAMS.start);
  const student = new Float64Array(m * (d + 1));
  for (let j = 0; j < m; j++) {
    const own = student.subarray(j * d, j * d + d);
    fillNormal(own, random);
    const factor = start === 'circle' ? scale / norm(own) : scale;
    for (let k = 0; k < d; k++) own[k] = own[k]! * factor;
    const drawn = random.normal();
    const sign = drawn < 0 ? -1 : 1;
    if (outputs === 'ones') student[m * d + j] = 1;
    else if (outputs === 'signs') student[m * d + j] = sign;
    else student[m * d + j] = scale * (start === 'circle' ? sign : drawn);
  }
  return student;
}
