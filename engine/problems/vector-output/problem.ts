import type { DescendingSide, OwnData, Samples, Vector } from '../../contract.ts';
import { defineProblem } from '../../define-problem.ts';
import { createRandom, fillNormal, STREAMS } from '../../kernels/random.ts';
import { stepScale } from '../../kernels/step-scale.ts';
import { givenStart, measureFeatures, networkSide } from '../../program/network-side.ts';
import { aimAtBound, iterationOf } from '../../program/solver.ts';
import type { Notice } from '../../scenario/notice.ts';
import { EXTRA_COLUMNS, VECTOR_OUTPUT } from './card.ts';
import { outputFacts } from './facts.ts';
import type { OutputsInstance } from './instance.ts';
import { makeOutputData, type OutputData, type OutputValues } from './make-data.ts';
import { createNetworkReader } from './network-reading.ts';
import { createOutputLoss } from './output-loss.ts';
import { outputTerms } from './output-terms.ts';
import { type OwnOutputs, readOwnOutputs } from './own-outputs.ts';
import { atomsOf, createSolverOf, neuronsOf, programOf } from './program/output-program.ts';
import { outputReadings } from './readings.ts';
import { closedFormBound, singularValues } from './singular-values.ts';
import { mostArrive, startShare } from './start-share.ts';
import { outputShapes, outputTable } from './tables.ts';
import type { OutputsInfo } from './types.ts';

interface PreparedOutputs {
  readonly data: OutputData;
  readonly own: OwnOutputs | null;
  readonly samples: Samples;
  /** lambda_max(A^T A)/n. */
  readonly smoothness: number;
  readonly singularValues: Vector;
  readonly notices: readonly Notice[];
}

function prepareData(values: OutputValues, table: OwnData | null): PreparedOutputs {
  const own = values.features === 'csv' ? readOwnOutputs(values, table) : null;
  const data = own ?? makeOutputData(values);
  const samples = samplesOf(data, own);
  const { smoothness, notices } = measureFeatures(samples, values.features === 'csv' && !values.std);
  return {
    data,
    own,
    samples,
    smoothness,
    singularValues: singularValues(data.labels, data.outputs),
    notices: [...data.notices, ...notices],
  };
}

/** Returns samples for shared code with one label each: the class from 1, else the first output. */
function samplesOf(data: OutputData, own: OwnOutputs | null): Samples {
  const { features, labels, outputs, samples, columns, hasOnes, classes } = data;
  return {
    count: samples,
    dimension: columns,
    features,
    labels: Float64Array.from({ length: samples }, (_, i) =>
      classes ? classes[i]! + 1 : labels[i * outputs]!,
    ),
    names: own?.names ?? [],
    labelName: classes ? 'class' : (own?.outputNames[0] ?? 'y1'),
    hasOnes,
  };
}

/**
 * Draws U (d x m), then V (m x K), row-major: `size` times standard normals. For rotated words U is A^T times the unrotated U, so both
 * begin with the same pre-activations.
 */
function drawStart({ size, sseed, neurons: m, rotate }: OutputValues, data: OutputData): Vector {
  const { features, columns: d, outputs, samples: n } = data;
  const rotated = rotate && d === n + EXTRA_COLUMNS && data.classes !== null;
  const rows = rotated ? n : d;
  const drawn = new Float64Array((rows + outputs) * m);
  fillNormal(drawn, createRandom(sseed, STREAMS.start));
  for (let j = 0; j < drawn.length; j++) drawn[j] = size * drawn[j]!;
  if (!rotated) return drawn;
  const start = new Float64Array((d + outputs) * m);
  for (let k = 0; k < d; k++)
    for (let i = 0; i < n; i++) {
      const a = features[i * d + k]!;
      for (let j = 0; j < m; j++) start[k * m + j] = start[k * m + j]! + a * drawn[i * m + j]!;
    }
  start.set(drawn.subarray(n * m), d * m);
  return start;
}

/** Returns the given start if its length fits, else a drawn one. */
function chosenStart(values: OutputValues, data: OutputData, notices: Notice[]): Vector {
  const length = values.neurons * (data.columns + data.outputs);
  return givenStart(values.start, length, notices) ?? drawStart(values, data);
}

function sigmas(values: Float64Array): Record<string, number> {
  return Object.fromEntries(Array.from(values, (value, k) => [`sigma${k + 1}`, value]));
}

/** Returns both features of each sample; null unless there are two besides the ones. */
function pointsOf({ features, samples: n, columns: d, hasOnes }: OutputData): Vector | null {
  if (d - (hasOnes ? 1 : 0) !== 2) return null;
  return Float64Array.from({ length: 2 * n }, (_, at) => features[(at >> 1) * d + (at & 1)]!);
}

export const problem = defineProblem<(typeof VECTOR_OUTPUT)['params'], PreparedOutputs, OutputsInstance>(
  VECTOR_OUTPUT,
  {
    isPrepared: (_, { group }) => ['data', 'plant', 'noise'].includes(group),
    prepareData,
    makeInstance({ data, own, samples, smoothness, singularValues: labelValues, notices: found }, values) {
      const { features, labels, columns, outputs, classes } = data;
      const { neurons, beta } = values;
      const notices = [...found];
      const start = chosenStart(values, data, notices);
      const left = createOutputLoss({ features, labels, samples: data.samples, neurons, beta });
      const stepUnit = stepScale(start, labels, data.samples, smoothness, beta);
      const program = programOf(values, data);
      const size = { columns, outputs, neurons };
      const { criterion } = VECTOR_OUTPUT.ends.hovering;
      const reader = createNetworkReader(data);
      const side: DescendingSide = {
        ...networkSide(left, start, stepUnit),
        hovers: { end: 'hovering', ...criterion },
        record: (w) => sigmas(reader.singularValues(neuronsOf(w, 'left', size))),
      };
      const createSolver = createSolverOf(program, data, beta);
      const first = createSolver();
      const info: OutputsInfo = {
        kind: values.features,
        samples: data.samples,
        columns,
        outputs,
        neurons,
        beta,
        hasOnes: data.hasOnes,
        points: pointsOf(data),
        labels,
        outputNames: own?.outputNames ?? [],
        classes,
        capacity: first.dimension / (columns + outputs),
        program: program.kind,
        solver: program.solver,
        svdBound: closedFormBound(features, labels, data.samples, beta),
        singularValues: labelValues,
        startShare: program.kind === 'closed' ? startShare(values.sizes!, neurons, beta) : null,
        teacher: data.teacher,
      };
      return {
        samples,
        sides: {
          left: side,
          right: {
            dimension: first.dimension,
            stepUnit,
            evaluationsPerStep: 1,
            iterate() {
              const solver = createSolver();
              const stride = columns + outputs;
              return iterationOf(solver, () => sigmas(reader.singularValues(atomsOf(solver, stride))));
            },
          },
        },
        data,
        left,
        start,
        stepUnit,
        info,
        tables: outputShapes(info),
        // Sampled directions prove no bound.
        aim: () => aimAtBound(program.kind === 'sampled' ? null : createSolver('newton'), labels),
        createSolver,
        startOf: (sseed) => drawStart({ ...values, sseed }, data),
        refused: own?.refused ?? [],
        refusedCount: own?.refusedCount ?? 0,
        notices,
      };
    },
    parts: {
      readings: outputReadings,
      facts: outputFacts,
      table: outputTable,
      terms: outputTerms,
      mostArrive,
    },
    python: () => import('./python.ts'),
    report: () => import('./report.ts'),
  },
);
