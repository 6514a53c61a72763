import { expect, it } from 'vitest';
import { opened, played, said } from '../../../fixtures/image-played.ts';

it('img-opening: the free side rises, falls apart and leaves all bounds; the other settles', () => {
  const { info, left, right } = played('img-opening', 300);
  expect(info.visibilities).toBe(155);
  expect(said(info.dirtySnr, 2)).toBe('0.68');
  expect([5, 20].map((k) => said(left.at('snr', k), 2))).toEqual(['4.54', '2.98']);
  const snr = [...left.series.snr!];
  expect(snr.indexOf(Math.max(...snr)) + 1).toBe(11);
  expect(said(Math.max(...snr), 2)).toBe('6.77');
  expect(said(left.at('snr', 100), 1)).toBe('-26.3');
  expect([left.status, left.endedAt, left.count]).toEqual(['diverged', 266, 265]);
  expect(said(Math.max(...left.series.ratio!.filter((value) => value > 0)), 3)).toBe('1.103');
  expect([5, 20, 100, 124].map((k) => said(right.at('snr', k), 2))).toEqual(['2.80', '4.27', '4.49', '4.49']);
  expect([right.status, right.endedAt]).toEqual(['settled', 124]);
  expect(said(left.at('clean', 265), 2)).toBe('2.47');
});

it('a rate of .9907 to .9944: the radius is 107 to 178 times the last step', () => {
  const rates = ['img-opening', 'img-left-wins', 'img-default', 'img-restless'].map(
    (id) => opened(id).info.rate!,
  );
  expect(said(Math.min(...rates), 4)).toBe('0.9907');
  expect(said(Math.max(...rates), 4)).toBe('0.9944');
  const factors = rates.map((rate) => Math.round(rate / (1 - rate)));
  expect([Math.min(...factors), Math.max(...factors)]).toEqual([107, 178]);
});
