import './chance-words.en.ts';
import type { Values } from '../../../engine/params.ts';
import type { RunWords } from '../../session/view.ts';

const ALL: Values = { vary: 'data', ykey: '', yat: null, runs: 20, limit: 200 };
const SETTLED: Values = { ...ALL, measure: 'rest', within: 1e-4 };
const NEAR: Values = { ...ALL, measure: 'error', within: 0.5 };
const STRENGTHS = [0.25, 0.5, 0.7, 1, 1.4, 2];
const SHARES = [0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1];
const IMAGE_OFFERS = {
  settled: { ...SETTLED, xkey: 'strength', xat: STRENGTHS },
  step: { ...SETTLED, xkey: 'c', xat: [0.25, 0.5, 1, 1.5, 1.98] },
  share: { ...NEAR, xkey: 'share', xat: SHARES },
  noise: { ...NEAR, xkey: 'noise', xat: [0, 0.02, 0.05, 0.1, 0.2] },
  both: { ...NEAR, runs: 10, xkey: 'strength', xat: STRENGTHS, ykey: 'share', yat: SHARES.slice(1, 6) },
} as const satisfies Readonly<Record<string, Values>>;

/** Two pixels: the limit of the page's start. */
const PIXEL_OFFERS = {
  rule: {
    ...{ ...ALL, runs: 10, limit: 1000, within: 1e-6 },
    ...{ xkey: 'c', xat: [0.9, 1, 1.1, 1.2, 1.3, 1.5, 1.7, 1.98] },
    ...{ ykey: 'sigma', yat: [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5] },
  },
} as const satisfies Readonly<Record<string, Values>>;

/** Criteria: images by final distance from the truth or last step, two pixels by last step. */
export const RUNS: RunWords = {
  aim: ({ level, measure }) => (level === 'pixels' ? 'onestart' : measure === 'rest' ? 'rest' : 'error'),
  sides({ values: { level, right, xkey, ykey } }, t) {
    const isSwept = xkey === 'right' || ykey === 'right';
    const name = level === 'pixels' ? 'capped' : isSwept ? 'either' : (right as 'ridge' | 'handmade');
    return { left: t('denoiser.runs.left'), right: t('denoiser.runs.right', { name }) };
  },
  isOfSamples: false,
  offers: ({ scenario }) =>
    Object.entries(scenario.values.level === 'pixels' ? PIXEL_OFFERS : IMAGE_OFFERS).map(
      ([name, values]) => ({
        name: `denoiser.offer.${name as keyof typeof PIXEL_OFFERS | keyof typeof IMAGE_OFFERS}`,
        values,
      }),
    ),
};
