import type { SideName } from '../../contract.ts';
import { pastBorder } from '../../landscapes/mapped-triangle.ts';
import { TRIANGLE_VIEW } from '../../landscapes/triangle.ts';
import type { Values } from '../../params.ts';
import { matchingCost } from '../../problems/shuffle/matching-cost.ts';
import { createBirkhoffProjector } from '../../problems/shuffle/matrices/birkhoff-projection.ts';
import { createPenalisedDescent } from '../../problems/shuffle/penalised-descent.ts';
import { permutationCosts } from '../../problems/shuffle/permutation-costs.ts';
import { problem } from '../../problems/shuffle/problem.ts';
import { shuffleReadings } from '../../problems/shuffle/readings.ts';
import { triangleRests } from '../../problems/shuffle/triangle/rests.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { findAll } from '../../search.ts';
import { SIDES } from '../../side-names.ts';
import { type Row, ratioRow, scaled, type Timing, timeInTurn, timeRow } from '../measure.ts';
import { dykstra, plainCosts, plainTriangleStep } from '../peers/shuffle.ts';

/** Permutations: the triangle with its analysis, steps and tallies of ten nodes, all permutations of eight. */
export function shuffleRows(): Row[] {
  return [
    ...stepRows(),
    landscapeRow(),
    restsRow(),
    ...basinRows(),
    ...matrixRows(),
    tallyRow(),
    ...listRows(),
  ];
}

/** The longest ramp: no run on the right ends. */
const ENDLESS = 100_000;

function opened(given: Values) {
  const { values } = createScenario('shuffle', given);
  return { values, instance: problem.prepare(values, null) };
}

/** Takes `steps` steps of a side, each with its record, like the page. */
function run({ instance }: ReturnType<typeof opened>, side: SideName, steps: number): number {
  const iteration = instance.sides[side].iterate();
  let sum = 0;
  for (let k = 0; k < steps; k++) {
    iteration.step();
    sum += iteration.record().loss!;
  }
  return sum;
}

function stepRows(): Row[] {
  const steps = 20_000;
  const triangle = opened({ lambda: 0.2, ramp: ENDLESS });
  const { info } = triangle.instance;
  const q = [0, 1, 2].map((k) => [...info.triangle!.quadratic.subarray(3 * k, 3 * k + 3)]);
  const [ours, theirs] = timeInTurn(3, 15, [
    () => run(triangle, 'right', steps),
    () => {
      let x = [...info.start];
      for (let k = 0; k < steps; k++) x = plainTriangleStep(x, q, (info.lambda * k) / ENDLESS, info.step);
      return x[0]!;
    },
  ]).map((timing) => scaled(timing, 1 / steps)) as [Timing, Timing];
  return [
    timeRow('16a', 'permutations: a step on the triangle', ours, 'us', 1),
    ratioRow("16a'", 'a plain loop, the same step', ours, theirs, { atLeast: 1 }),
  ];
}

function landscapeRow(): Row {
  const cells = 256;
  const { cost } = opened({}).instance.sides.right.fields!;
  const { x0, x1, y0, y1 } = TRIANGLE_VIEW;
  const drawn = pastBorder(cost!.height!, (3 * (x1 - x0)) / cells);
  const [timing] = timeInTurn(5, 25, [
    () => {
      let sum = 0;
      for (let j = 0; j < cells; j++)
        for (let i = 0; i < cells; i++) {
          const height = drawn(x0 + ((i + 0.5) / cells) * (x1 - x0), y0 + ((j + 0.5) / cells) * (y1 - y0));
          if (!Number.isNaN(height)) sum += height;
        }
      return sum;
    },
  ]);
  return timeRow('16b', 'E + lambda P over the triangle’s map, 256 x 256 cells', timing!, 'ms', 5);
}

function restsRow(): Row {
  const { triangle, smoothness } = opened({}).instance.info;
  const lambdas = Array.from({ length: 100 }, (_, k) => (k / 200) * smoothness);
  const [timing] = timeInTurn(5, 25, [
    () => lambdas.reduce((sum, lambda) => sum + triangleRests(triangle!.quadratic, lambda).length, 0),
  ]);
  return timeRow(
    '16c',
    'every rest point of the triangle, mean of 100 lambdas',
    scaled(timing!, 1 / 100),
    'ms',
    1,
  );
}

function basinRows(): Row[] {
  const basins = (given: Values) => {
    const { instance, values } = opened(given);
    return () => findAll(shuffleReadings(instance, values).basins({ side: 'right', cells: 128 })!).shares[0]!;
  };
  const [opening, ramped] = timeInTurn(2, 9, [basins({}), basins({ lambda: 0.2, ramp: 200 })]) as [
    Timing,
    Timing,
  ];
  return [
    timeRow('16d', 'basins of the right at the opening, 128 x 128 cells', opening, 'ms', 150),
    timeRow("16d'", 'the same with a ramp of 200 steps', ramped, 'ms', 150),
  ];
}

function matrixRows(): Row[] {
  const steps = 1000;
  const ten = opened({ graphs: 'weighted', n: 10, shape: 'all', lambda: 0.2, ramp: ENDLESS });
  const [step] = timeInTurn(2, 9, [() => run(ten, 'right', steps)]);
  // Project the first steps once by Newton and once by alternating projections.
  const { relaxation, info } = ten.instance;
  const projector = relaxation.projector();
  const state = info.start.slice();
  const gradient = new Float64Array(state.length);
  const projected = Array.from({ length: 40 }, () => {
    relaxation.cost(gradient, state);
    relaxation.addPenalty(gradient, state, info.lambda);
    for (let at = 0; at < state.length; at++) state[at] = state[at]! - info.step * gradient[at]!;
    const before = state.slice();
    projector.project(state);
    return before;
  });
  const [ours, theirs] = timeInTurn(1, 5, [
    () => {
      const own = createBirkhoffProjector(10);
      let sum = 0;
      for (const matrix of projected) {
        const into = matrix.slice();
        own.project(into);
        sum += into[0]!;
      }
      return sum;
    },
    () => projected.reduce((sum, matrix) => sum + dykstra(matrix, 10, 1e-12)[0]!, 0),
  ]).map((timing) => scaled(timing, 1 / projected.length)) as [Timing, Timing];
  return [
    timeRow(
      '16e',
      'a step of ten nodes over all doubly stochastic matrices',
      scaled(step!, 1 / steps),
      'ms',
      0.2,
    ),
    ratioRow("16e'", 'Dykstra’s projections to 1e-12 against Newton’s to 1e-14', ours, theirs, {
      atLeast: 1,
    }),
  ];
}

function tallyRow(): Row {
  const [starts, steps, sample] = [200, 500, 10];
  const { instance } = opened({ graphs: 'weighted', n: 10, shape: 'all', ramp: steps });
  const { relaxation, info, startOf } = instance;
  const [timing] = timeInTurn(0, 3, [
    () => {
      let sum = 0;
      for (let s = 0; s < sample; s++)
        for (const side of SIDES) {
          const one = createPenalisedDescent(relaxation, side, { ...info, start: startOf(s) });
          for (let k = 0; k < steps; k++) one.step();
          const { rounded } = one.record();
          sum += Number.isNaN(rounded) ? 0 : rounded!;
        }
      return sum;
    },
  ]);
  const whole = scaled(timing!, starts / sample);
  return timeRow(
    '16f',
    'both sides from 200 starts, 500 steps of ten nodes (ten starts, scaled)',
    whole,
    's',
    20,
  );
}

function listRows(): Row[] {
  const { graphs } = opened({ graphs: 'weighted', n: 8, shape: 'all' }).instance.info;
  const { a, b } = graphs!;
  const [ours, theirs] = timeInTurn(2, 9, [
    () => permutationCosts(matchingCost(a, b, 8))[0]!,
    () => plainCosts(a, b, 8)[0]!,
  ]) as [Timing, Timing];
  return [
    timeRow('16g', 'the costs of all 40,320 permutations of eight', ours, 'ms', 50, 'integer'),
    ratioRow("16g'", 'each summed over all entries', ours, theirs, { atLeast: 1 }),
  ];
}
