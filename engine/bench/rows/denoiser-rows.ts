import { loadWeights } from '../../problems/denoiser/image/load-weights.ts';
import { imageReadings } from '../../problems/denoiser/image/readings.ts';
import { createSideRun } from '../../problems/denoiser/image/sides.ts';
import type { Weights } from '../../problems/denoiser/image/weights.ts';
import type { DenoiserInstance } from '../../problems/denoiser/instance.ts';
import { problem } from '../../problems/denoiser/problem.ts';
import type { ImageInfo } from '../../problems/denoiser/types.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { findAll, type Search } from '../../search.ts';
import { SIDES } from '../../side-names.ts';
import {
  absoluteRow,
  plainRow,
  processorTime,
  type Row,
  ratioRow,
  scaled,
  type Timing,
  timeInTurn,
  timeRow,
  written,
} from '../measure.ts';
import { plainNet, plainRidge, plainRound } from '../peers/denoiser.ts';

/** Rounds per timing, and fewer for the slower plain loop. */
const ROUNDS = 50;
const PLAIN_ROUNDS = 3;

/** An image: rounds of both sides, each denoiser alone, set-up, and the slow readings. */
export async function denoiserRows(): Promise<Row[]> {
  const { values } = createScenario('denoiser', { strength: 0.5 });
  const { prepare } = await problem;
  const instance = prepare(values, null);
  const weights = (await loadWeights()) as Weights;
  const [prepared] = timeInTurn(3, 15, [() => (prepare(values, null).info as ImageInfo).rate!]);
  return [
    ...roundRows(instance, weights),
    ...oneRows(instance, weights),
    plainRow(
      '17d',
      'preparing both sides: sky, visibilities, certificate',
      prepared!.median,
      'ms',
      written(prepared!),
    ),
    ...readingRows(imageReadings(instance, values)),
  ];
}

/** Both sides with records and CLEAN, as on the page, past their rest. */
function roundRows({ info, image }: DenoiserInstance, weights: Weights): Row[] {
  const own = info as ImageInfo;
  const plain = { left: plainNet, right: plainRidge };
  const [ours, theirs] = timeInTurn(2, 15, [
    () => {
      const runs = SIDES.map((side) => createSideRun(own, image!, side, { goesOn: true }));
      let sum = 0;
      for (let k = 0; k < ROUNDS; k++)
        for (const run of runs) {
          run.step();
          sum += run.record().residual!;
        }
      return sum;
    },
    () => {
      let sum = 0;
      for (const side of SIDES) {
        let x: Float64Array = own.start;
        for (let k = 0; k < PLAIN_ROUNDS; k++)
          x = plainRound(x, (z) => plain[side](weights, z), image!.mask, image!.visibilities, own);
        sum += x[0]!;
      }
      return sum;
    },
  ]) as [Timing, Timing];
  const [round, plainly] = [scaled(ours, 1 / ROUNDS), scaled(theirs, 1 / PLAIN_ROUNDS)];
  const perSecond = 1e3 / round.median;
  return [
    absoluteRow(
      '17a',
      'rounds a second of both sides of an image',
      perSecond,
      '/s',
      { atLeast: 100 },
      `${written(round)} a round (min/median)`,
    ),
    ratioRow("17a'", 'a plain loop, channels innermost, the same rounds', round, plainly, { atLeast: 1 }),
  ];
}

function oneRows({ image, info }: DenoiserInstance, weights: Weights): Row[] {
  const { dirty } = info as ImageInfo;
  const out = new Float64Array(dirty.length);
  return (
    [
      ['17b', 'net', plainNet, 2],
      ['17c', 'ridge', plainRidge, 1],
    ] as const
  ).flatMap(([id, name, plain, most]) => {
    const denoiser = image!.create(name);
    const [ours, theirs] = timeInTurn(2, 15, [
      () => {
        for (let k = 0; k < ROUNDS; k++) denoiser.apply(out, dirty);
        return out[0]!;
      },
      () => plain(weights, dirty)[0]!,
    ]) as [Timing, Timing];
    const one = scaled(ours, 1 / ROUNDS);
    const row = timeRow(id, `the denoiser ${name} on one image`, one, 'ms', most);
    return [row, ratioRow(`${id}'`, 'a plain loop, the same denoiser', one, theirs, { atLeast: 1 })];
  });
}

/** Slow requests to the worker: their time, and the longest slice without hearing a cancel. */
function readingRows(readings: ReturnType<typeof imageReadings>): Row[] {
  const starts = () => readings['two-starts']({ rounds: 300 })!;
  const skies = () => readings.skies({ skies: 8, rounds: 200, from: 301 })!;
  const [two, eight] = timeInTurn(0, 3, [
    () => findAll(starts()).apart.right[300]!,
    () => findAll(skies())[7]!.ridge,
  ]) as [Timing, Timing];
  const longest = Math.max(...[starts(), skies(), readings.quality(null)!].map(longestSlice));
  return [
    plainRow('17e', 'two starts of both sides, 300 rounds', two.median, 'ms', written(two)),
    plainRow(
      '17f',
      'eight skies, 200 rounds of all three denoisers',
      eight.median / 1e3,
      's',
      written(eight),
    ),
    absoluteRow(
      '17g',
      'the longest slice of these and of the denoising quality',
      longest,
      'ms',
      { atMost: 50 },
      'of the processor',
    ),
  ];
}

function longestSlice(search: Search<unknown>): number {
  let longest = 0;
  for (let isGoing = true; isGoing; ) {
    const before = processorTime();
    isGoing = search.step();
    longest = Math.max(longest, processorTime() - before);
  }
  return longest;
}
