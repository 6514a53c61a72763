import { expect, it } from 'vitest';
import { PROBLEM_IDS } from '../catalog.ts';
import { problem as game } from '../fixtures/game/problem.ts';
import { defaultValues } from '../params.ts';
import { loadProblem } from '../problems/index.ts';
import { createRun, type RunValues } from './create-run.ts';

const ROUNDS = 100;
const shipped = await Promise.all(PROBLEM_IDS.map((id) => loadProblem(id)));
const scenes = [...shipped, game].flatMap((problem) =>
  Object.keys(problem.card.ends ?? {}).length === 0
    ? []
    : problem.card.presets.map(({ id, values }) => ({ id, problem, values })),
);

/** Whether an end stops its side is said twice: by the card, for the page, and by the iteration, for the run. */
it.each(scenes)('the ends of $id stop where the card says so, and only label where it does not', (scene) => {
  const { card, prepare } = scene.problem;
  const values = { ...defaultValues(card.params), ...scene.values };
  const run = createRun(prepare(values, null), values as unknown as RunValues);
  run.first();
  const met = new Set<string>();
  for (let k = 1; k <= ROUNDS; k++) {
    const frame = run.advance(1);
    for (const side of [frame.left, frame.right]) {
      const end = card.ends![side.status];
      if (!end) continue;
      expect(side.labels ?? false, side.status).toBe(!end.stops);
      if (side.endedAt! < k) expect(side.count, side.status).toBe(end.stops ? 0 : 1);
      met.add(side.status);
    }
  }
  expect(met.size).toBeGreaterThan(0);
});
