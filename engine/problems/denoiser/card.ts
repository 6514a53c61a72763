import type { Adjustment } from '../../contract.ts';
import { defineCard } from '../../define-problem.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import { type ParamSpecs, shaping, type Values, type ValuesOf } from '../../params.ts';
import { DENOISER_ENDS, LEVELS, ORIGINS, RIGHTS } from './names.ts';

const { settled, stationary, cycle, moves } = DENOISER_ENDS;
const [DATA, LOSS, DESCENT, START] = [shaping('data'), shaping('loss'), shaping('descent'), shaping('start')];
const COUNTED = { group: 'ensemble', keeps: 'counts', part: 'run', control: 'ensemble' } as const;
const pixels = { when: ({ level }: Values) => level === 'pixels' };
const image = { when: ({ level }: Values) => level === 'image' };
const pair = { kind: 'vector', min: -10, max: 10, maxLength: 2 } as const;

const PARAMS = {
  level: { kind: 'choice', default: 'image', options: LEVELS, called: 'denoiserlevel', ...DATA },
  phi: { ...pair, default: [1, 0.6], ...DATA, ...pixels },
  truth: { ...pair, default: [1, 0.15], ...DATA, ...pixels },
  seed: { kind: 'integer', default: 1, min: 0, max: MAX_SEED, ...DATA, ...image },
  share: { kind: 'number', default: 0.15, min: 0.02, max: 1, slider: 'linear', ...DATA, ...image },
  noise: {
    kind: 'number',
    default: 0.05,
    min: 0,
    max: 1,
    slider: 'linear',
    called: 'pixelnoise',
    ...DATA,
    ...image,
  },
  sigma: {
    kind: 'number',
    default: 0.2,
    min: 0.06,
    max: 1,
    slider: 'log',
    called: 'denoisersigma',
    ...LOSS,
    ...pixels,
  },
  spread: {
    kind: 'number',
    default: 0.05,
    min: 0.01,
    max: 0.3,
    slider: 'log',
    called: 'peakwidth',
    ...LOSS,
    ...pixels,
  },
  cap: { kind: 'number', default: 0.95, min: 0.3, max: 1, slider: 'linear', ...LOSS, ...pixels },
  right: { kind: 'choice', default: 'ridge', options: RIGHTS, swept: true, ...LOSS, ...image },
  threshold: {
    kind: 'number',
    default: 0.01,
    min: 0,
    max: 1,
    slider: 'linear',
    ...LOSS,
    when: ({ level, right }: Values) => level === 'image' && right === 'handmade',
  },
  strength: { kind: 'number', default: 1, min: 0.01, max: 20, slider: 'log', ...LOSS, ...image },
  positive: { kind: 'flag', default: true, ...LOSS, ...image },
  from: { kind: 'choice', default: 'zero', options: ORIGINS, swept: true, ...START, ...image },
  start: { ...pair, default: [0.2, 0.9], ...START, ...pixels },
  c: { kind: 'number', default: 1, min: 1e-6, max: 4, slider: 'log', called: 'denoiserstep', ...DESCENT },
  measure: {
    kind: 'choice',
    default: 'error',
    options: ['error', 'rest'],
    called: 'denoisermeasure',
    ...COUNTED,
    ...image,
  },
  skies: { kind: 'integer', default: 24, min: 1, max: 1000, ...COUNTED, ...image },
} as const satisfies ParamSpecs;

/** Returns s^2/v, a lower bound of the free denoiser's slopes. */
export function leastSlope(spread: number, sigma: number): number {
  return (spread * spread) / (spread * spread + sigma * sigma);
}

function adjust(values: Values): Adjustment[] {
  const { level, cap, spread, sigma } = values as ValuesOf<typeof PARAMS>;
  const least = leastSlope(spread, sigma);
  if (level !== 'pixels' || cap > least) return [];
  const value = least + 0.01;
  return [{ key: 'cap', value, expected: { say: 'range', min: String(value), max: '1', beside: 'sigma' } }];
}

/** A learned step in forward-backward: free left, nonexpansive right. */
export const DENOISER = defineCard({
  id: 'denoiser',
  menu: 8,
  params: PARAMS,
  arrival: () => 'met',
  compares: ({ level }) => (level === 'image' ? 'snr' : null),
  adjust,
  startLength: ({ level }) => (level === 'pixels' ? 2 : null),
  opens: { key: 'level', presets: { image: 'img-opening', pixels: 'pix-three' } },
  // Needs no weights.
  spare: 'pix-three',
  series: {
    // 20 log10(||truth||/||truth - x||), in dB; NaN without a truth.
    snr: { unit: 'dB', scale: 'linear', better: 'higher', signed: true },
    // SNR of CLEAN after as many steps, on the left.
    clean: { unit: 'dB', scale: 'linear', better: 'higher', signed: true },
    // ||x - truth||/||truth||; NaN without a truth.
    error: { scale: 'log', better: 'lower' },
    // ||x_k - x_{k-1}||; NaN at 0.
    step: { scale: 'log', better: 'lower' },
    // ||D(z_k) - D(z_{k-1})||/||z_k - z_{k-1}||, before max(0, .); NaN at 0, 1 and for moves of at most 1e-9.
    ratio: { scale: 'linear', better: null },
    // rate/(1 - rate) ||x_k - x_{k-1}||, a bound of the distance to the limit; NaN at 0 and without a rate.
    radius: { scale: 'log', better: 'lower', proved: true },
    // ||Phi x - y||.
    residual: { scale: 'log', better: null },
    objective: { scale: 'linear', better: 'lower', signed: true },
  },
  facts: {
    // Two pixels.
    'slope.free': { format: 'number' },
    'bound.left': { format: 'lower' },
    'bound.right': { format: 'lower' },
    'rests.left': { format: 'count' },
    'stable.left': { format: 'count' },
    'rests.right': { format: 'count' },
    // Share of 41 x 41 starts.
    'rest.share.left': { format: 'share' },
    'rest.share.right': { format: 'share' },
    'limits.left': { format: 'count' },
    // Image.
    visibilities: { format: 'count' },
    'dirty.snr': { format: 'number' },
    'left.snr': { format: 'number', steps: true },
    'right.snr': { format: 'number', steps: true },
    'clean.snr': { format: 'number', steps: true },
    'left.best': { format: 'number', steps: true },
    'left.best.at': { format: 'count', steps: true },
    'left.ratio': { format: 'number', steps: true },
    'right.ratio': { format: 'number', steps: true },
    'right.radius': { format: 'upper', steps: true },
    rate: { format: 'upper' },
    'gain.largest': { format: 'number' },
    'slope.least': { format: 'number' },
    'slope.largest': { format: 'number' },
    // ||x - x'||/||truth|| of the runs from 0 and from noise.
    'left.apart': { format: 'share', steps: true },
    'right.apart': { format: 'share', steps: true },
    // PSNR over skies outside of the training set.
    'psnr.noisy': { format: 'number' },
    'psnr.net': { format: 'number' },
    'psnr.ridge': { format: 'number' },
    'psnr.cost': { format: 'number' },
  },
  ends: {
    // Certified: the only limit is within the radius.
    settled: {
      criterion: { radius: settled },
      stops: true,
      certified: true,
      arrived: true,
      outcome: 'stuck',
      carries: ['radius'],
    },
    // At rest without a certificate.
    stationary: {
      criterion: { move: stationary },
      stops: true,
      certified: false,
      arrived: false,
      outcome: 'stuck',
    },
    cycles: {
      criterion: { near: cycle, move: moves },
      stops: false,
      certified: false,
      arrived: false,
      outcome: 'moving',
      carries: ['period'],
    },
  },
  opening: 'pix-three',
  presets: [
    { id: 'img-opening', values: { strength: 0.5, from: 'dirty', speed: 10 } },
    { id: 'img-two-answers', values: { speed: 20 } },
    { id: 'img-left-wins', values: { seed: 3, share: 0.3, speed: 10 } },
    { id: 'img-default', values: { seed: 3, c: 1.98, speed: 10 } },
    { id: 'img-restless', values: { seed: 2, share: 0.3, c: 1.98, speed: 20 } },
    { id: 'pix-three', values: { level: 'pixels', speed: 5 } },
    { id: 'pix-cycle', values: { level: 'pixels', c: 1.98, speed: 5 } },
    { id: 'pix-border', values: { level: 'pixels', c: 1.15, speed: 5 } },
    { id: 'pix-hull', values: { level: 'pixels', cap: 1, speed: 5 } },
    { id: 'pix-wide', values: { level: 'pixels', sigma: 0.5, c: 1.98, speed: 5 } },
  ],
});

export type DenoiserValues = ValuesOf<(typeof DENOISER)['params']>;
