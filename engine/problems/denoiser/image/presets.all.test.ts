import { expect, it } from 'vitest';
import { farthest } from '../../../fixtures/image-cases.ts';
import { played, said } from '../../../fixtures/image-played.ts';
import { distance, norm } from '../../../kernels/vector.ts';

/** Also tested by `image-presets.test.ts` and `app/problems/denoiser/explain/measured-words.test.ts`, in another way. */

it('img-opening: both starts of the right, and the handmade one', () => {
  const { right } = played('img-opening', 300);
  const noise = played('img-opening', 300, { from: 'noise' });
  expect(said(noise.right.series.snr!.at(-1), 2)).toBe('4.49');
  // The limit is unique.
  expect(distance(noise.right.last, right.last)).toBeLessThanOrEqual(
    noise.right.carried!.radius! + right.carried!.radius!,
  );
  const haar = played('img-opening', 300, { right: 'handmade' });
  expect(said(haar.right.series.snr!.at(-1), 2)).toBe('4.00');
});

it('img-two-answers: the limit of the free side depends on its start', () => {
  const zero = played('img-two-answers', 842);
  const noise = played('img-two-answers', 300, { from: 'noise' });
  const size = norm(zero.info.truth!);
  expect(said(zero.left.at('snr', 300), 2)).toBe('-3.44');
  expect(said(noise.left.at('snr', 300), 2)).toBe('-3.84');
  expect([zero.left.status, zero.left.endedAt]).toEqual(['stationary', 842]);
  expect(said(distance(zero.left.last, noise.left.last) / size, 2)).toBe('0.43');
  expect([zero, noise].map(({ right }) => said(right.series.snr!.at(-1), 2))).toEqual(['2.92', '2.92']);
  expect(distance(zero.right.last, noise.right.last)).toBeLessThan(1e-6);
});

it('img-left-wins: the guarantee does not always win, and the strength is a choice', () => {
  const { info, left, right } = played('img-left-wins', 300);
  expect(info.visibilities).toBe(307);
  expect(said(info.dirtySnr, 2)).toBe('3.29');
  const ends = (one: ReturnType<typeof played>) => [
    said(one.left.series.snr!.at(-1), 2),
    said(one.right.series.snr!.at(-1), 2),
  ];
  expect(left.status).toBe('stationary');
  expect(said(left.series.snr!.at(-1), 2)).toBe('17.95');
  expect(said(right.series.snr!.at(-1), 2)).toBe('8.40');
  expect(said(played('img-left-wins', 300, { right: 'handmade' }).right.series.snr!.at(-1), 2)).toBe('7.76');
  const noise = played('img-left-wins', 300, { from: 'noise' });
  expect(ends(noise)).toEqual(['17.95', '8.40']);
  expect(farthest(noise.left.last, left.last)).toBeLessThan(1e-8);
  const strengths = [0.25, 0.5, 1, 2].map((strength) => ends(played('img-left-wins', 300, { strength })));
  expect(strengths).toEqual([
    ['4.29', '8.78'],
    ['12.81', '9.52'],
    ['17.95', '8.40'],
    ['5.16', '5.96'],
  ]);
});

it('img-default: c = 1.98', () => {
  const { left, right } = played('img-default', 300);
  expect(said(left.series.snr!.at(-1), 2)).toBe('12.37');
  expect(said(right.series.snr!.at(-1), 2)).toBe('5.24');
  expect(said(played('img-default', 300, { right: 'handmade' }).right.series.snr!.at(-1), 2)).toBe('2.96');
});

it('img-restless: the free side swings between two images for ever, the other settles', () => {
  const { info, left, right } = played('img-restless', 1300);
  expect([left.status, left.endedAt, left.carried]).toEqual(['cycles', 1205, { period: 2 }]);
  expect(said(left.at('snr', 300), 2)).toBe('9.83');
  expect([1299, 1300].map((k) => said(left.at('snr', k), 2)).sort()).toEqual(['9.87', '9.92']);
  const step = left.at('step', 1300)!;
  expect(said(step, 2)).toBe('2.02');
  expect(said(step / norm(info.truth!), 1)).toBe('0.5');
  expect([right.status, right.endedAt]).toEqual(['settled', 434]);
  expect(said(right.series.snr!.at(-1), 2)).toBe('12.40');
  expect(said(right.at('radius', 300), 5)).toBe('0.00127');
  expect(right.carried!.radius).toBe(right.at('radius', 434));
});
