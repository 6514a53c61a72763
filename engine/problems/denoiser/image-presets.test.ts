import { expect, it } from 'vitest';
import { defaultValues, type Values } from '../../params.ts';
import { createRun } from '../../run/create-run.ts';
import { DENOISER, type DenoiserValues } from './card.ts';
import { problem } from './problem.ts';
import type { ImageInfo } from './types.ts';

const { prepare } = await problem;

/** An image as a preset has it, but for these values. */
function opened(id: string, own: Partial<DenoiserValues> = {}) {
  const { values } = DENOISER.presets.find((preset) => preset.id === id)! as { values: Values };
  const instance = prepare({ ...defaultValues(DENOISER.params), ...values, ...own }, null);
  return { instance, info: instance.info as ImageInfo };
}

const said = (value: number | undefined, digits: number) => (value ?? Number.NaN).toFixed(digits);

/** Both sides after so many rounds, with all that was recorded. */
function played(id: string, rounds: number, own: Partial<DenoiserValues> = {}) {
  const { instance, info } = opened(id, own);
  const run = createRun(instance, {});
  const [start, frame] = [run.first(), run.advance(rounds)];
  const told = (side: 'left' | 'right') => {
    const { series, status, endedAt, carried, iterates, count } = frame[side];
    const at = (name: string, k: number) => (k === 0 ? start : frame)[side].series[name]![Math.max(0, k - 1)];
    return { series, status, endedAt, carried, count, at, last: iterates.slice(-1024) };
  };
  return { info, left: told('left'), right: told('right') };
}

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
