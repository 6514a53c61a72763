import { formatCount, formatFixed } from '../../../i18n/format.ts';
import { percent } from '../../../i18n/format-tenth.ts';
import { english } from '../../../i18n/messages.ts';
import { shownSnr } from '../image-numbers.ts';
import type { Method, RightDenoiser, SkyCounts } from './counts.ts';

const METHODS: Readonly<Record<Method, string>> = {
  dirty: 'dirty',
  clean: 'CLEAN',
  handmade: 'handmade',
  ridge: 'ridge',
  net: 'free',
};

export interface ReadSky extends Readonly<Record<Method, number>> {
  readonly seed: number;
  readonly right: RightDenoiser;
  readonly best: number;
  readonly lead: number;
  readonly end: 'settled' | 'moving' | 'diverged';
}

/** A number of skies, starting at a seed. */
export interface SkyRange {
  readonly skies: number;
  readonly from: number;
  readonly rounds: number;
}

const dB = (value: number) =>
  shownSnr(value) < Number.POSITIVE_INFINITY ? `${formatFixed(value, 1)}\u00A0dB` : 'exact';
const skies = (count: number) => (count === 1 ? '1 sky' : `${formatCount(count)} skies`);
const lead = (value: number) => `${dB(Math.abs(value))} ${value < 0 ? 'behind' : 'ahead'}`;
const ENDS = { settled: 'settled', moving: 'still moving', diverged: 'diverged' };

export const words = english({
  'skies.run': ({ skies: count }: { skies: number }) => `Run ${skies(count)}`,
  'skies.stop': 'Stop',
  'skies.count': 'Skies',
  'skies.table': 'Many skies as a table',
  'skies.progress': ({ done, of }: { done: number; of: number }) =>
    done < of ? `${formatCount(done)} of ${skies(of)}` : skies(of),
  'skies.title': ({ rounds }: { rounds: number }) => `SNR after ${formatCount(rounds)} rounds, in dB`,
  'skies.method': ({ method }: { method: Method }) => METHODS[method],
  'skies.key.ahead': 'free ahead',
  'skies.key.behind': ({ right }: { right: RightDenoiser }) => `${METHODS[right]} ahead`,
  'skies.key.moving': 'not settled',
  'skies.key.median': 'median',
  'skies.key.shown': ({ seed }: { seed: number }) => `shown: seed ${seed}`,
  'skies.below': ({ count, floor }: { count: number; floor: number }) =>
    `${formatCount(count)} below ${formatFixed(floor, 0)}`,
  'skies.unplayed': ({ skies: count, from, rounds }: SkyRange) =>
    `${skies(count)} from seed ${from} on: every denoiser and CLEAN run ${formatCount(rounds)} rounds on each. The free one can win by 9\u00A0dB (seed 3, share 0.3, t = 1) or destroy the image (seed 1, share 0.15, t = 0.5). How often does each happen here?`,
  'skies.hint': ({ of, ahead, low, high, destroyed, ...at }: SkyCounts & { right: RightDenoiser }) =>
    `Free ahead of ${METHODS[at.right]} on ${formatCount(ahead)} of ${formatCount(of)} (95 % interval ${percent(low)} to ${percent(high)}): median ${lead(at.lead)}, worst ${lead(at.least)}, best ${lead(at.most)}. Destroyed: ${formatCount(destroyed)} (below 0 dB, where a black image is closer). Settled: free ${formatCount(at.freeSettled)}, ${METHODS[at.right]} ${formatCount(at.rightSettled)}.`,
  'skies.read': ({ seed, right, best, end, ...at }: ReadSky) =>
    `Seed ${seed}: free ${dB(at.net)} (${ENDS[end]}; best ${dB(best)}), ridge ${dB(at.ridge)}, handmade ${dB(at.handmade)}, CLEAN ${dB(at.clean)}, dirty ${dB(at.dirty)}. Free ${dB(Math.abs(at.lead))} ${at.lead < 0 ? 'behind' : 'ahead of'} ${METHODS[right]}. To open it, click again or press Enter.`,
  'skies.told': ({ medians }: Pick<SkyCounts, 'medians'>) =>
    `Median SNR: free ${dB(medians.net)}, ridge ${dB(medians.ridge)}, handmade ${dB(medians.handmade)}, CLEAN ${dB(medians.clean)}, dirty ${dB(medians.dirty)}.`,
  'skies.col.seed': 'Seed',
  'skies.col.method': ({ method }: { method: Method }) =>
    `${METHODS[method][0]!.toUpperCase()}${METHODS[method].slice(1)}, dB`,
  'skies.col.best': 'Free, best along the way',
  'skies.col.lead': ({ right }: { right: RightDenoiser }) => `Free − ${METHODS[right]}, dB`,
  'skies.col.free': 'Free run',
  'skies.col.right': ({ right }: { right: RightDenoiser }) => `Run of ${METHODS[right]}`,
  'skies.end': ({ end }: { end: ReadSky['end'] }) => ENDS[end],
  'skies.median': 'Median',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
