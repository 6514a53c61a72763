import { expect, it } from 'vitest';
import { spread } from '../../../../scripts/tier.mjs';
import { createRun, type RunValues } from '../../../run/create-run.ts';
import { presetScenario } from '../../../scenario/create-scenario.ts';
import { problem } from '../problem.ts';

/** The starts whose rotated words arrive; no unrotated ones do. */
const ARRIVING = [
  1, 2, 3, 6, 8, 10, 12, 13, 14, 15, 17, 19, 20, 22, 23, 24, 25, 26, 28, 29, 30, 31, 32, 33, 34, 35, 36, 39,
];
const STARTS = spread(
  Array.from({ length: 40 }, (_, k) => k + 1),
  3,
);
const STEPS = 6000;

/** The loss of descent at some steps from each of so many starts. */
function losses(rotate: boolean, steps: readonly number[]): number[][] {
  const { values } = presetScenario('vector-output', 'words-rotated');
  return STARTS.map((sseed) => {
    const own = { ...values, rotate, sseed };
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
    expect(Math.abs(early! - rotated[k]![0]!), `start ${STARTS[k]}`).toBeLessThan(1e-14);
    expect(arrived(early!)).toBe(false);
  }
  const arriving = (runs: number[][]) => STARTS.filter((_, k) => arrived(runs[k]![1]!));
  expect(arriving(plain)).toEqual([]);
  expect(arriving(rotated)).toEqual(ARRIVING.filter((start) => STARTS.includes(start)));
  // The explanation says this number.
  expect(ARRIVING).toHaveLength(28);
});
