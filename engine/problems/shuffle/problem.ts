import type { IteratingSide, SideName, Vector } from '../../contract.ts';
import { defineProblem } from '../../define-problem.ts';
import { mapped } from '../../landscapes/mapped-triangle.ts';
import { aimOf } from './aims.ts';
import { SHUFFLE, type ShuffleValues } from './card.ts';
import { exactFrom } from './exact-from.ts';
import { shuffleFacts } from './facts.ts';
import { graphsOf, type TwoGraphs } from './graph-data.ts';
import type { Relaxation, ShuffleInstance } from './instance.ts';
import { matchingCost } from './matching-cost.ts';
import { birkhoffRelaxation } from './matrices/birkhoff-relaxation.ts';
import type { MatrixCost } from './matrices/cost.ts';
import { layersCost } from './matrices/layers-cost.ts';
import { drawLayers } from './matrices/layers-data.ts';
import { MAX_LISTED } from './names.ts';
import { noticesOf } from './notices.ts';
import { createPenalisedDescent } from './penalised-descent.ts';
import {
  bestOf,
  costOfPermutation,
  equalCost,
  permutationAt,
  permutationCosts,
} from './permutation-costs.ts';
import { shuffleReadings } from './readings.ts';
import { shuffleTerms } from './shuffle-terms.ts';
import { drawnStart, startOf } from './starts.ts';
import { shuffleShapes, shuffleTable } from './tables.ts';
import { cornerEdges } from './triangle/edges.ts';
import { triangleField } from './triangle/field.ts';
import { convexUntil } from './triangle/flats.ts';
import { triangleThresholds } from './triangle/levels.ts';
import { CYCLIC, triangleQuadratic, triangleRelaxation } from './triangle/relaxation.ts';
import { triangleRests } from './triangle/rests.ts';
import type { Best, LayersInfo, ShuffleInfo, Threshold } from './types.ts';

/** Largest n for which all thresholds are reported. */
const ALL_THRESHOLDS = 4;

/** Data of both sides that does not depend on lambda. */
interface Prepared {
  readonly graphs: TwoGraphs | null;
  readonly layers: LayersInfo | null;
  readonly relaxation: Relaxation;
  /** Q and all six costs of the triangle; otherwise null and empty. */
  readonly quadratic: Vector | null;
  readonly allSix: readonly number[];
  readonly best: Best | null;
  readonly costs: Vector;
  readonly thresholds: readonly Threshold[];
  readonly exactFrom: number | null;
}

function prepareData(values: ShuffleValues): Prepared {
  const { loss, shape, groups, size, drift, seed } = values;
  const layers = loss === 'layers' ? drawLayers(groups, size, drift, seed) : null;
  const graphs = layers ? null : graphsOf(values);
  const cost = layers ? layersCost(layers) : matchingCost(graphs!.a, graphs!.b, graphs!.n);
  const whole = graphs && shape === 'triangle' ? ofTriangle(graphs, cost) : ofAll(cost);
  return { graphs, layers, ...whole };
}

function ofAll(cost: MatrixCost) {
  const { n } = cost;
  const relaxation = birkhoffRelaxation(cost);
  const costs = n <= MAX_LISTED ? permutationCosts(cost) : new Float64Array(0);
  const best = n <= MAX_LISTED ? bestOf(costs, n, equalCost(cost)) : null;
  const told =
    n <= ALL_THRESHOLDS
      ? Array.from(costs, (_, index) => permutationAt(index, n))
      : (best?.permutations.slice(0, 1) ?? []);
  const thresholds = told.map((permutation) => ({
    permutation,
    cost: costOfPermutation(cost, permutation),
    threshold: relaxation.threshold(permutation),
  }));
  return {
    relaxation,
    quadratic: null,
    allSix: [],
    best,
    costs,
    thresholds,
    exactFrom: n <= ALL_THRESHOLDS ? exactFrom(thresholds) : null,
  };
}

function ofTriangle({ a, b }: TwoGraphs, cost: MatrixCost) {
  const quadratic = triangleQuadratic(a, b);
  const relaxation = triangleRelaxation(quadratic);
  const costs = Float64Array.from([0, 1, 2], (k) => quadratic[4 * k]!);
  const within = equalCost(relaxation);
  const thresholds = triangleThresholds(quadratic);
  const least = Math.min(...costs);
  const permutations = CYCLIC.filter((_, k) => costs[k]! <= least + within);
  return {
    relaxation,
    quadratic,
    allSix: [...permutationCosts(cost)].sort((x, y) => x - y),
    best: { cost: least, permutations, count: permutations.length, within },
    costs,
    thresholds,
    exactFrom: exactFrom(thresholds),
  };
}

export const problem = defineProblem<(typeof SHUFFLE)['params'], Prepared, ShuffleInstance>(SHUFFLE, {
  isPrepared: (name, { group }) => group === 'data' || name === 'shape',
  prepareData,
  makeInstance({ graphs, layers, relaxation, quadratic, allSix, ...known }, values) {
    const { n, smoothness, dimension } = relaxation;
    const { spread, ramp, c } = values;
    const lambda = values.lambda * smoothness;
    const info: ShuffleInfo = {
      n,
      shape: quadratic ? 'triangle' : 'all',
      smoothness,
      step: smoothness > 0 ? c / smoothness : 1,
      lambda,
      ramp,
      ...startOf(relaxation, values),
      graphs,
      layers,
      triangle: quadratic && {
        quadratic,
        rests: { left: triangleRests(quadratic, 0), right: triangleRests(quadratic, lambda) },
        convexUntil: convexUntil(quadratic),
        allSix,
        edges: { left: cornerEdges(quadratic, 0), right: cornerEdges(quadratic, lambda) },
      },
      ...known,
    };
    const of = (side: SideName): IteratingSide => ({
      dimension,
      stepUnit: smoothness,
      iterate: () => createPenalisedDescent(relaxation, side, info),
      evaluationsPerStep: 1,
      ...(quadratic && {
        fields: {
          cost: mapped(
            triangleField({
              quadratic,
              relaxation,
              lambda: side === 'left' ? 0 : lambda,
              step: info.step,
              rests: info.triangle!.rests[side],
              best: known.best!,
            }),
          ),
        },
      }),
    });
    return {
      sides: { left: of('left'), right: of('right') },
      info,
      relaxation,
      tables: shuffleShapes(info),
      startOf: (sseed) => drawnStart(relaxation, spread, sseed),
      aim: () => aimOf(info),
      notices: noticesOf(values, info),
    };
  },
  parts: { readings: shuffleReadings, facts: shuffleFacts, table: shuffleTable, terms: shuffleTerms },
  python: () => import('./python.ts'),
  report: () => import('./report.ts'),
});
