import { expect, it } from 'vitest';
import type { SideName } from '../../contract.ts';
import { createCrowd, crowdBox, crowdStarts } from '../../ensemble/crowd.ts';
import { createRun } from '../../run/create-run.ts';
import { endNames } from '../../run/status.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { GAN } from './card.ts';
import { problem } from './problem.ts';

const SIDES: readonly SideName[] = ['left', 'right'];

it.each([
  ['leave', { level: 'plane', c: 30, mu: 30 }, 40],
  ['arrive', { level: 'plane', rho: 1 }, 400],
  ['cycle', { level: 'plane', rule: 'alternating' }, 25],
  ['come to the floor', { level: 'two-weights' }, 120],
] as const)('many starts that %s are where the run of each stands, to the bit', (_, given, k) => {
  const { values } = createScenario('gan', { crowd: 12, ...given });
  const instance = problem.prepare(values, null);
  const crowd = createCrowd(problem, instance, values, null)!;
  while (crowd.goOn(k));
  const frame = crowd.frameAt(k);
  const names = endNames(GAN);
  const seen = new Set<string>();
  for (const [dot, start] of crowdStarts(12, crowdBox(values), null).entries()) {
    const run = createRun(problem.prepare({ ...values, start: Array.from(start) }, null), {}, true);
    const frames = [run.first(), run.advance(k)];
    for (const side of SIDES) {
      const all = frames.flatMap((each) => [...each[side].places!]);
      const { status, endedAt } = frames[1]![side];
      expect([...frame[side].places.slice(2 * dot, 2 * dot + 2)]).toEqual(all.slice(-3, -1));
      expect(names[frame[side].ends[dot]!]).toBe(status);
      expect(frame[side].since[dot]).toBe(endedAt ?? -1);
      seen.add(status);
    }
  }
  if (k === 40) expect(seen).toContain('diverged');
  if (k === 25) expect(frame.left.counts).toEqual({ arrived: 0, elsewhere: 0, diverged: 0, moving: 12 });
  if (k === 400) expect(frame.right.counts.arrived).toBe(12);
});
