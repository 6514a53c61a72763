import { expect, it } from 'vitest';
import { PROBLEM_IDS } from '../catalog.ts';
import type { Preset } from '../contract.ts';
import { problem as game } from '../fixtures/game/problem.ts';
import { defaultValues } from '../params.ts';
import { loadProblem } from '../problems/index.ts';
import { createRun } from './create-run.ts';
import { runValues } from './run-values.ts';

/** Rounds checked one by one, and further steps for ends that take long. */
const ROUNDS = 100;
const LATER = 8000;
const shipped = await Promise.all(PROBLEM_IDS.map((id) => loadProblem(id)));
/** Extra scenarios for ends that no first preset reaches; for images, whose rounds are expensive, they replace the presets. */
const MORE: Readonly<Partial<Record<string, readonly Pick<Preset, 'id' | 'values'>[]>>> = {
  denoiser: [
    { id: 'an image at rest', values: { seed: 3, share: 0.6 } },
    { id: 'pixels at rest', values: { level: 'pixels' } },
    { id: 'pixels in turn', values: { level: 'pixels', c: 1.98 } },
  ],
  gan: [
    { id: 'a cycle', values: { level: 'plane', rho: 0.2 } },
    { id: 'the convex side', values: { versus: 'convex', rule: 'best' } },
    { id: 'dead neurons', values: { n: 3, seed: 28 } },
  ],
  shuffle: [
    { id: 'between corners', values: { start: [1 / 3, 1 / 3, 1 / 3] } },
    {
      id: 'a tie',
      values: {
        A: [0, 0, 0, 1, 0, 1, 0, 0, 0, 0],
        B: [0, 1, 1, 1, 0, 1, 1, 0, 0, 0],
        shape: 'all',
        spread: 0,
      },
    },
  ],
};
const scenes = [...shipped, game].flatMap((problem) =>
  Object.keys(problem.card.ends ?? {}).length === 0
    ? []
    : [
        ...problem.card.presets.slice(0, problem.card.id === 'denoiser' ? 1 : 3),
        ...(MORE[problem.card.id] ?? []),
      ].map(({ id, values }) => ({
        id,
        problem,
        values,
      })),
);
const met = new Set<string>();

/** The card (for the page) and the side (for the run) both declare if an end stops its side. */
it.each(scenes)('the ends of $id stop where the card says so, and only label where it does not', (scene) => {
  const { card, prepare } = scene.problem;
  const values = defaultValues(card.params, scene.values);
  const run = createRun(prepare(values, null), runValues(values));
  run.first();
  for (let k = 1; k <= ROUNDS + 2; k++) {
    const steps = k === ROUNDS + 1 ? LATER : 1;
    const frame = run.advance(steps);
    for (const side of [frame.left, frame.right]) {
      const end = card.ends![side.status];
      if (!end) continue;
      expect(side.labels ?? false, side.status).toBe(!end.stops);
      if (side.endedAt! < frame.first) expect(side.count, side.status).toBe(end.stops ? 0 : steps);
      met.add(side.status);
    }
  }
});

it('and every end of a card was met', () => {
  expect([...met].sort()).toEqual(
    [
      ...new Set(
        scenes.flatMap(({ problem }) =>
          Object.entries(problem.card.ends!).flatMap(([end, { counted }]) => (counted ? [] : [end])),
        ),
      ),
    ].sort(),
  );
});
