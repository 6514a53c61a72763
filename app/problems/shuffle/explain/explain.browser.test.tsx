import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { runsAll } from '../../../../scripts/tier.mjs';
import { expectMarks } from '../../../features/explain/expect-marks.test.tsx';
import {
  open,
  openStep,
  picture,
  pictureOf,
  SIDES,
  term,
} from '../../../features/explain/explained.test.tsx';
import { button, findAll, idle, text } from '../../../shell/mount.test.tsx';

const OPENING = '#v=1&problem=shuffle&start=0.2,0.6,0.2';
const STAGES = ['gradient of E', 'pull of the penalty', 'the step off the set', 'projection', 'rounding'];

const MARKED = [
  ['the triangle', `${OPENING}&k=2`, ['left', 'right', 'corners', 'rounded', 'rests', 'bound']],
  ['two triangles', '#v=1&problem=shuffle&shape=all&k=2', ['left', 'right', 'corners', 'rounded', 'bound']],
  [
    'heat maps',
    '#v=1&problem=shuffle&graphs=weighted&n=4&shape=all&k=20',
    ['left', 'right', 'rounded', 'lengths', 'bound'],
  ],
] as const;

for (const [name, link, marks] of runsAll ? MARKED : [MARKED[0]])
  test(`each symbol lights a mark of its own: ${name}`, async () => {
    await open(link);
    await idle();
    expect(findAll('[data-testid^="symbol-"]')).toHaveLength(marks.length);
    await expectMarks(marks, picture);
  });

const WALKED = [
  ['the triangle', OPENING],
  ['two triangles', '#v=1&problem=shuffle&shape=all&lambda=0.3'],
  ['heat maps', '#v=1&problem=shuffle&graphs=weighted&n=4&shape=all&lambda=0.3'],
] as const;

for (const [name, link] of runsAll ? WALKED : [WALKED[0]])
  test(`a step is walked from the gradient to the rounding: ${name}`, async () => {
    const { session, digits } = await openStep(`${link}&k=1`);
    const next = { left: term('shuffleNext', 'left'), right: term('shuffleNext', 'right') };
    const before = pictureOf('right');
    await button('Walk one update').click();
    const seen = new Set([before]);
    for (const [at, stage] of STAGES.entries()) {
      await expect.poll(() => text('stage')).toBe(`${at + 1} of 5: ${stage}`);
      await idle();
      // A heat map's last stage also shows the next matrix.
      if (at < 4) await expect.poll(() => seen.has(pictureOf('right')), { message: stage }).toBe(false);
      seen.add(pictureOf('right'));
      await userEvent.keyboard('{ArrowRight}');
    }
    await idle();
    expect(session.store.getState().k).toBe(2);
    for (const side of SIDES) expect(Array.from(digits(side).iterate!)).toEqual(next[side]);
  });

test('a step that is sure to lower F does, and rounding is told by its permutation', async () => {
  await openStep(`${OPENING}&k=1`);
  const [now, next, sure] = ['shuffleF', 'shuffleNextF', 'shuffleSure'].map(
    (name) => term(name, 'right')[0]!,
  );
  expect(sure).toBeGreaterThan(0);
  expect(next).toBeLessThanOrEqual(now! - sure!);
  expect(term('shuffleNearest', 'right')).toEqual([2, 3, 1]);
  expect(term('shuffleNearestCost', 'right')).toEqual([24]);
  expect(text('term-shuffleNearest-right')).toBe('2 3 1');
});
