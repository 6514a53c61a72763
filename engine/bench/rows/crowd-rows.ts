import { createCrowd } from '../../ensemble/crowd.ts';
import { loadProblem } from '../../problems/index.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { plainRow, type Row, scaled, timeInTurn, written } from '../measure.ts';

const STEPS = 200;

/** Worker time for crowds on both maps, with the data of the first preset: start, intermediate step, final step. */
export async function crowdRows(): Promise<Row[]> {
  const problem = await loadProblem('one-neuron');
  const rows = [200, 2000].map((crowd, at) => {
    const { values } = createScenario('one-neuron', { features: 'line', n: 8, plant: [1, 0.2], crowd });
    const instance = problem.prepare(values, null);
    let dots = createCrowd(problem, instance, values, null)!;
    const goTo = (step: number) => {
      while (dots.goOn(step));
      return dots.frameAt(step).left.places[0]!;
    };
    const [start, steps, frame] = timeInTurn(2, 9, [
      () => {
        dots = createCrowd(problem, instance, values, null)!;
        return goTo(0);
      },
      () => goTo(STEPS),
      () => Array.from({ length: STEPS }, (_, k) => goTo(k)).at(-1)!,
    ]);
    const step = scaled(steps!, 1 / STEPS);
    return plainRow(
      `12${'ab'[at]}`,
      `a step of a crowd of ${crowd} on both sides, d = 2, n = 8, over ${STEPS} steps`,
      step.median * 1e3,
      'us',
      `${written(step)} (min/median); the start ${written(start!)}, to hand a step over ${written(scaled(frame!, 1 / STEPS))}`,
    );
  });
  return rows;
}
