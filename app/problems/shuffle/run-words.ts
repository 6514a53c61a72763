import './chance-words.en.ts';
import type { Values } from '../../../engine/params.ts';
import { formatNumberShort } from '../../i18n/format.ts';
import type { RunWords } from '../../session/view.ts';

/** Costs equal up to rounding count as equal; nearly all runs end within `limit`. */
const ALL: Values = { vary: 'data,start', ykey: '', yat: null, within: 1e-6, limit: 10_000 };
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1];
const RAMPS = [0, 20, 50, 150, 500, 1500];

const OF_SHOWN = {
  lambda: { xkey: 'lambda', xat: SHARES, ramp: 0, runs: 200 },
  ramp: { xkey: 'ramp', xat: RAMPS, runs: 200 },
  both: { xkey: 'lambda', xat: SHARES, ykey: 'ramp', yat: RAMPS, runs: 50 },
} as const satisfies Readonly<Record<string, Values>>;

const DRAWN = { loss: 'matching', shape: 'all', start: null, lambda: 0.3, ramp: 150, runs: 200 };
const OF_LAWS = {
  noise: { ...DRAWN, graphs: 'copy', n: 6, xkey: 'noise', xat: [0, 0.1, 0.2, 0.3, 0.5, 1, 2] },
  nodes: { ...DRAWN, graphs: 'weighted', xkey: 'n', xat: [3, 4, 5, 6] },
} as const satisfies Readonly<Record<string, Values>>;

/** Counts runs by their rounding's excess cost. */
export const RUNS: RunWords = {
  aim: () => 'missed',
  hasTies: true,
  sides({ values: { lambda, ramp, xkey, ykey } }, t) {
    const isSwept = (key: string) => xkey === key || ykey === key;
    return {
      left: t('shuffle.runs.left'),
      right: t('shuffle.runs.right', {
        share: isSwept('lambda') ? null : formatNumberShort(lambda as number),
        ramp: isSwept('ramp') ? null : (ramp as number),
      }),
    };
  },
  isOfSamples: false,
  offers({ opened }) {
    // Above n = 8 no target is known.
    const info = opened?.info as { readonly best: unknown } | undefined;
    return Object.entries({ ...(info?.best ? OF_SHOWN : {}), ...OF_LAWS }).map(([name, values]) => ({
      name: `shuffle.offer.${name as keyof typeof OF_SHOWN | keyof typeof OF_LAWS}` as const,
      values: { ...ALL, ...values },
    }));
  },
};
