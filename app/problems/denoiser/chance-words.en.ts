import { formatCount } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';

interface Criterion {
  readonly within: string;
  readonly limit: number;
}

interface Did {
  readonly within: string;
  readonly left: string;
  readonly right: string;
}

const RIGHT = { ridge: 'ridge', handmade: 'handmade', either: 'nonexpansive', capped: 'slopes capped' };

export const words = english({
  'compared.snr': 'SNR',
  'denoiser.runs.left': 'Left (free)',
  'denoiser.runs.right': ({ name }: { name: keyof typeof RIGHT }) => `Right (${RIGHT[name]})`,
  'param.denoisermeasure': 'Images are measured by',
  'choice.denoisermeasure.error': 'distance from the truth at the end',
  'choice.denoisermeasure.rest': 'last step',
  'param.skies': 'Number of skies',
  'ensemble.criterion.error': ({ within, limit }: Criterion) =>
    `A side “arrives” if its image at the end, after at most ${formatCount(limit)} rounds, has ‖x − truth‖ at most ${within} times ‖truth‖ (0.5 is an SNR of 6 dB, 0.1 of 20 dB; a black image has 1). Only the end counts, and both sides see the same sky.`,
  'ensemble.did.error': ({ within, left, right }: Did) =>
    `the free one ended within ${within} of the truth in ${left}, the right in ${right}`,
  'ensemble.quantiles.error': 'distance from the truth at the end, in ‖truth‖',
  'ensemble.criterion.rest': ({ within, limit }: Criterion) =>
    `A side “arrives” if its last step ‖xₖ − xₖ₋₁‖, after at most ${formatCount(limit)} rounds, is at most ${within}. What has not arrived may be slow or never settle.`,
  'ensemble.did.rest': ({ within, left, right }: Did) =>
    `the free one’s last step was at most ${within} in ${left}, the right’s in ${right}`,
  'ensemble.quantiles.rest': 'last step',
  'ensemble.criterion.onestart': ({ within, limit }: Criterion) =>
    `A side “arrives” if its last step ‖xₖ − xₖ₋₁‖, after at most ${formatCount(limit)} rounds from the start on the page, is at most ${within}. For all starts, look at the basins there.`,
  'ensemble.did.onestart': ({ within, left, right }: Did) =>
    `the free one’s last step was at most ${within} in ${left}, the right’s in ${right}`,
  'ensemble.quantiles.onestart': 'last step',
  'denoiser.offer.settled': 'Settled: against strength',
  'denoiser.offer.step': 'Settled: against the step c',
  'denoiser.offer.share': '6 dB: against the share',
  'denoiser.offer.noise': '6 dB: against noise',
  'denoiser.offer.both': '6 dB: strength and share',
  'denoiser.offer.rule': 'Settled: c and σ',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
