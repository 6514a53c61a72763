import type { DescendingSide, Instance, OwnData, Samples, Vector } from '../../contract.ts';
import { readOwnSamples } from '../../data/own-samples.ts';
import { standardise } from '../../data/scaling.ts';
import { defineProblem } from '../../define-problem.ts';
import { stepScale } from '../../kernels/step-scale.ts';
import { dot } from '../../kernels/vector.ts';
import type { Values, ValuesOf } from '../../params.ts';
import type { TermsReader } from '../../problem.ts';
import { SWINGING } from '../../program/hovering.ts';
import { givenStart, measureFeatures, networkSide } from '../../program/network-side.ts';
import { aimAtBound, iterationOf, type Solver } from '../../program/solver.ts';
import { descends } from '../../run/sides.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import type { ToldSamples } from '../../update/told-samples.ts';
import { MAX_COLUMNS, MAX_NETWORK_SAMPLES, TWO_LAYER } from './card.ts';
import type { NetworkInstance } from './instance.ts';
import { networkFacts } from './network/facts.ts';
import { createNetworkLoss } from './network/loss.ts';
import { networkShapes, networkTable } from './network/tables.ts';
import { createNetworkTermsReader } from './network/terms.ts';
import { createExactSolver, exactCapacity } from './program/exact-solver.ts';
import { createHingeLoss } from './program/hinge-loss.ts';
import { createHingeProgram, hingeCapacity } from './program/hinge-program.ts';
import { createRelaxedLoss } from './program/relaxed-loss.ts';
import { createSampledProgram, sampledCapacity } from './program/sampled-program.ts';
import { networkReadings } from './readings.ts';
import { createRoundReader } from './round-terms.ts';
import { drawStudent, makeTeacherData } from './teacher.ts';
import type { NetworkInfo, NetworkSideTerms } from './types.ts';

function networkTerms(instance: NetworkInstance, values: Values, told: ToldSamples | null): TermsReader {
  const { samples, info, left } = instance;
  const { blend, anneal } = values as { readonly blend: number; readonly anneal: number };
  const relaxes = descends(instance.sides.right);
  const readNetwork = createNetworkTermsReader(samples, info, told!, relaxes ? { blend, anneal } : null);

  return {
    side(side, { weights, k }): Readonly<Record<string, unknown>> & NetworkSideTerms {
      const penalty = (info.beta / 2) * dot(weights, weights);
      return {
        network: readNetwork(side, weights, k),
        // With free biases and a constant some numbers of the state cost nothing.
        parts: info.constant ? null : { fit: left.loss(weights) - penalty, penalty },
      };
    },
    ...(!relaxes && { rounds: { right: createRoundReader(instance, told!) } }),
  };
}

type NetworkValues = ValuesOf<(typeof TWO_LAYER)['params']>;

interface NetworkData {
  readonly samples: Samples;
  readonly teacher: Vector | null;
  readonly smoothness: number;
  readonly refused: Instance['refused'];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
}

function prepareData(values: NetworkValues, own: OwnData | null): NetworkData {
  const data = values.features === 'csv' ? ownData(values, own) : teacherData(values);
  const { smoothness, notices } = measureFeatures(data.samples, values.features === 'csv' && !values.std);
  return { ...data, notices: [...data.notices, ...notices], smoothness };
}

function teacherData(values: NetworkValues): Omit<NetworkData, 'smoothness'> {
  const { features, n, teacher: neurons } = values;
  if (features === 'csv') throw new Error('expected a recipe of features');
  const columns = features === 'line' ? 2 : values.d;
  const notices: Notice[] = [];
  const negative = Math.min(values.negative, neurons);
  if (negative < values.negative)
    notices.push(
      notice(
        'clamped',
        'negative',
        { say: 'range', min: '0', max: String(neurons), beside: `teacher=${neurons}` },
        String(values.negative),
      ),
    );
  const made = makeTeacherData({ ...values, features, columns, neurons, negative });
  return {
    samples: {
      count: n,
      dimension: columns,
      features: made.features,
      labels: made.labels,
      names: [],
      labelName: 'y',
      hasOnes: features === 'line',
    },
    teacher: made.teacher,
    refused: [],
    refusedCount: 0,
    notices,
  };
}

/** Own data; one feature gets its column of ones. beta weighs the weights of standardised features. */
function ownData(values: NetworkValues, own: OwnData | null): Omit<NetworkData, 'smoothness'> {
  const limits = { maxSamples: MAX_NETWORK_SAMPLES, maxDimension: MAX_COLUMNS };
  const choice = { data: values.data, bias: values.bias, ...limits };
  let read = readOwnSamples(choice, own);
  const notices = [...read.notices];
  if (read.samples.dimension === 1) {
    read = readOwnSamples({ ...choice, bias: true }, own);
    notices.push(notice('ones-added', 'bias'));
  }
  const { samples } = read;
  const { count: n, dimension: d, hasOnes } = samples;
  const scaled = values.std ? standardise(samples.features, n, d, hasOnes) : null;
  for (const j of scaled?.constant ?? [])
    notices.push(notice('constant-column', samples.names[j] ?? `x${j + 1}`));
  const features = scaled ? Float64Array.from(scaled.features) : samples.features;
  return { ...read, samples: { ...samples, features }, teacher: null, notices };
}

/** Returns the given start if its length fits, else a drawn student. */
function chosenStart(values: NetworkValues, columns: number, constant: boolean, notices: Notice[]): Vector {
  const length = values.neurons * (columns + 1) + (constant ? 1 : 0);
  return givenStart(values.start, length, notices) ?? drawnStart(values, columns, constant);
}

/** Draws a student; a free constant starts at 0. */
function drawnStart(values: NetworkValues, columns: number, constant: boolean): Vector {
  const { neurons, init: start, size: scale, signs: outputs, sseed } = values;
  const student = drawStudent({ neurons, columns, start, scale, outputs, sseed });
  return constant ? Float64Array.of(...student, 0) : student;
}

export const problem = defineProblem<(typeof TWO_LAYER)['params'], NetworkData, NetworkInstance>(TWO_LAYER, {
  python: () => import('./python.ts'),
  report: () => import('./report.ts'),
  isPrepared: (_, { group }) => ['data', 'plant', 'noise'].includes(group),
  prepareData,
  makeInstance(prepared, values) {
    const { samples, teacher, smoothness, refused, refusedCount } = prepared;
    const { features, labels, dimension: columns } = samples;
    const { neurons, beta, blend, anneal } = values;
    const notices = [...prepared.notices];
    const relaxed = values.right === 'relaxed';
    const constant = isFree(values, samples, notices);
    const start = chosenStart(values, columns, constant, notices);
    const trainOutput = values.outputs === 'trained';
    const input = { features, labels, neurons, beta, trainOutput };
    const x = features.filter((_, k) => k % columns === 0);
    const left = constant
      ? createHingeLoss({ x, labels, neurons, beta, trainOutput, constant })
      : createNetworkLoss(input);
    const program = programOf(values, samples, constant, x);
    const right = relaxed ? createRelaxedLoss({ ...input, blend, anneal }) : left;
    const smoothnessFrom = (from: Float64Array) => stepScale(from, labels, labels.length, smoothness, beta);
    const stepUnit = smoothnessFrom(start);
    const size = program.capacity * (columns + 1) + (constant ? 1 : 0);
    const side: DescendingSide = {
      ...networkSide(left, start, stepUnit),
      hovers: { end: 'hovering', ...SWINGING.criterion },
    };
    const info: NetworkInfo = {
      neurons,
      columns,
      constant,
      capacity: relaxed ? neurons : program.capacity,
      beta,
      teacher,
      program: program.kind,
      trained: trainOutput,
      solved: !relaxed,
    };
    return {
      samples,
      sides: {
        left: side,
        right: relaxed
          ? { ...networkSide(right, start, stepUnit), compared: left }
          : {
              dimension: size,
              stepUnit,
              evaluationsPerStep: 1,
              iterate: () => iterationOf(program.createSolver()),
            },
      },
      left,
      right,
      start,
      smoothness: stepUnit,
      info,
      tables: networkShapes(info),
      // Sampled patterns prove no bound.
      aim: () => aimAtBound(program.kind === 'sampled' ? null : program.createSolver(), labels),
      createBound: program.createSolver,
      startOf: (sseed) => drawnStart({ ...values, sseed }, columns, constant),
      smoothnessFrom,
      refused,
      refusedCount,
      notices,
    };
  },
  parts: { terms: networkTerms, readings: networkReadings, facts: networkFacts, table: networkTable },
});

/** True if biases and a constant are free: one feature, no relaxation. Reports other data. */
function isFree({ free, right }: NetworkValues, { dimension, hasOnes }: Samples, notices: Notice[]): boolean {
  if (!free || right === 'relaxed') return false;
  if (dimension === 2 && hasOnes) return true;
  notices.push(notice('one-feature-only', 'free', '', String(dimension - (hasOnes ? 1 : 0))));
  return false;
}

/** Most samples x columns x patterns for gated first rounds. */
const MOST_GATED = 1_000_000;

function programOf(
  { beta, patterns, qseed }: NetworkValues,
  { features, labels, count, dimension: columns }: Samples,
  constant: boolean,
  x: Float64Array,
): Pick<NetworkInfo, 'capacity'> & {
  readonly kind: NetworkInfo['program'];
  readonly createSolver: (gap?: number) => Solver;
} {
  if (constant)
    return {
      kind: 'hinges',
      capacity: hingeCapacity(x),
      createSolver: (gap) => createHingeProgram({ x, labels, beta, constant }, gap),
    };
  if (columns === 2)
    return {
      kind: 'exact',
      capacity: exactCapacity(count),
      createSolver: (gap) => createExactSolver(features, labels, beta, gap),
    };
  // Gated rounds show a decomposition's distance from the optimum; skipped where each takes seconds.
  const start = count * columns * patterns <= MOST_GATED ? 'gated' : 'empty';
  const createSolver = () =>
    createSampledProgram({ features, labels, columns, beta, patterns, seed: qseed, start });
  return { kind: 'sampled', capacity: sampledCapacity(count), createSolver };
}
