import { expect, it } from 'vitest';
import { createRun, type RunValues } from '../../run/create-run.ts';
import { presetScenario } from '../../scenario/create-scenario.ts';
import { problem } from './problem.ts';

const STARTS = 40;
const STEPS = 6000;

/** The loss of descent at some steps from each of so many starts. */
function losses(rotate: boolean, steps: readonly number[]): number[][] {
  const { values } = presetScenario('vector-output', 'words-rotated');
  return Array.from({ length: STARTS }, (_, k) => {
    const own = { ...values, rotate, sseed: k + 1 };
    const run = createRun(problem.prepare(own, null), own as unknown as RunValues);
    run.first();
    let taken = 0;
    return steps.map((to) => {
      const { loss } = run.advance(to - taken).left.series;
      taken = to;
      return loss!.at(-1)!;
    });
  });
}

it('rotated words are the same descent until rounding revives neurons: then 28 of 40 starts arrive, and unrotated none', () => {
  const { values } = presetScenario('vector-output', 'words-rotated');
  const solver = problem.prepare(values, null).createSolver();
  while (solver.status === 'moving') solver.step();
  const arrived = (loss: number) => loss <= solver.objective * (1 + 1e-6);
  const [plain, rotated] = [losses(false, [1000, STEPS]), losses(true, [1000, STEPS])];
  for (const [k, [early]] of plain.entries()) {
    expect(Math.abs(early! - rotated[k]![0]!), `start ${k + 1}`).toBeLessThan(1e-14);
    expect(arrived(early!)).toBe(false);
  }
  const count = (runs: number[][]) => runs.filter(([, late]) => arrived(late!)).length;
  // The explanation says these numbers.
  expect([count(plain), count(rotated)]).toEqual([0, 28]);
});
