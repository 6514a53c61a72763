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

const PIXELS = '#v=1&problem=denoiser&level=pixels&c=1.5&k=1';
const IMAGE = '#v=1&problem=denoiser&strength=0.5&k=5';
const STAGES = ['the state', 'the gradient step', 'the denoiser', 'the next state'];

const MARKED = [
  // The disc is smaller than the window by then.
  [
    'two pixels',
    '#v=1&problem=denoiser&level=pixels&k=4',
    ['left', 'right', 'truth', 'line', 'rests', 'disc', 'denoiser', 'tangent'],
  ],
  ['a box', '#v=1&problem=denoiser&level=pixels&cap=1', ['box', 'rests']],
  ['an image', IMAGE, ['left', 'right', 'error', 'dirty', 'measured', 'clean', 'ratio', 'radius']],
] as const;

for (const [name, link, marks] of runsAll ? MARKED : [MARKED[0]])
  test(`each symbol lights a mark of its own: ${name}`, async () => {
    await open(link);
    await idle();
    await expectMarks(marks, picture);
  });

test.each([['two pixels', PIXELS], ...(runsAll ? [['an image', IMAGE] as const] : [])] as const)(
  'a round is walked from the state to the next: %s',
  async (_, link) => {
    const { session, digits } = await openStep(link);
    const next = session.store.getState().k + 1;
    const told = link === PIXELS && { left: term('dnNext', 'left'), right: term('dnNext', 'right') };
    await button('Walk one update').click();
    const seen = new Set([pictureOf('right')]);
    for (const [at, stage] of STAGES.entries()) {
      await expect.poll(() => text('stage')).toBe(`${at + 1} of 4: ${stage}`);
      await idle();
      // The first stage of an image shows the previous estimate again.
      if (at > 0) await expect.poll(() => seen.has(pictureOf('right')), { message: stage }).toBe(false);
      seen.add(pictureOf('right'));
      await userEvent.keyboard('{ArrowRight}');
    }
    await idle();
    expect(session.store.getState().k).toBe(next);
    for (const side of SIDES) if (told) expect(Array.from(digits(side).iterate!)).toEqual(told[side]);
  },
);

test('F falls by what was sure, and the rest point is within the disc', async () => {
  await openStep('#v=1&problem=denoiser&level=pixels&k=1');
  for (const side of SIDES) {
    const [now, next, sure] = ['dnF', 'dnNextF', 'dnSure'].map((name) => term(name, side)[0]!);
    expect(sure).toBeGreaterThan(0);
    expect(next).toBeLessThanOrEqual(now! - sure!);
  }
  expect(findAll('[data-testid="term-dnRadius-left"]')).toEqual([]);
  const [radius, [x, y]] = [term('dnRadius', 'right')[0]!, term('dnNext', 'right') as [number, number]];
  expect(Math.hypot(x - 0.7025735, y - 0.6215441)).toBeLessThan(radius);
});

test('a ratio above 1 stands beside one below, and only the right has a radius', async () => {
  await openStep(IMAGE);
  expect(term('dnRatio', 'left')[0]).toBeGreaterThan(1);
  expect(term('dnRatio', 'right')[0]).toBeLessThan(1);
  expect(findAll('[data-testid="term-dnRadius-left"]')).toEqual([]);
  expect(term('dnRadius', 'right')[0]).toBeGreaterThan(0);
});
