import { formatCount } from '../../../i18n/format.ts';
import { english, type Numbers, type Texts } from '../../../i18n/messages.ts';
import { dB } from '../words.en.ts';
import type { Shows } from './info.ts';

/** Counts of pixels beyond [0, 1], and the brightest. */
export interface BeyondTold {
  readonly above: number;
  readonly below: number;
  readonly most: string;
  /** True for the short wording. */
  readonly bare: boolean;
}

/** `truth` is null if unknown. */
export interface PixelRead {
  readonly place: readonly [row: number, column: number];
  readonly estimate: string;
  /** True if the estimate is the dirty image. */
  readonly measured: boolean;
  readonly truth: readonly [truth: string, error: string] | null;
  readonly bare: boolean;
}

export interface FrequencyRead {
  readonly wave: readonly [number, number];
  readonly measured: boolean;
  /** |F x| and |Y|. */
  readonly now: string;
  readonly data: string;
  readonly bare: boolean;
}

interface Brightest {
  readonly place: readonly [row: number, column: number];
  readonly value: string;
}

export interface ImageStand {
  /** Best SNR in dB so far (empty without a truth), and its round. */
  readonly best: string;
  readonly bestAt: number;
  readonly isBest: boolean;
  /** Largest ratio so far if above 1; else empty. */
  readonly ratio: string;
  readonly ratioAt: number;
  /** Empty without a rate, and before the first round. */
  readonly radius: string;
  readonly rests: boolean;
  readonly k: number;
  readonly period: number;
  readonly bare: boolean;
}

const pixels = (count: number) => `${formatCount(count)} ${count === 1 ? 'pixel' : 'pixels'}`;
const wave = ([row, column]: readonly [number, number]) => `(${row}, ${column})`.replaceAll('-', '−');
const at = ([row, column]: readonly [number, number]) =>
  `row ${formatCount(row)}, column ${formatCount(column)}`;
const bright = ({ place, value }: Brightest) => `brightest ${value} at ${at(place)}`;

const best = ({ best, bestAt, isBest, bare }: ImageStand) => {
  if (best === '') return '';
  if (isBest) return bare ? '' : ' This is its best SNR so far.';
  return bare ? ` Best ${dB(best)}.` : ` Best: ${dB(best)} at round ${formatCount(bestAt)}.`;
};

export const words = english({
  'image.title.left': 'Free network',
  'image.title.right': ({ firm }: { firm: boolean }) => (firm ? 'Nonexpansive' : 'Not certified'),
  'image.about.left': '2,625 weights, trained freely.',
  'image.about.right': ({
    right,
    rate,
    broken,
    bare,
  }: Texts<'rate' | 'broken'> & { right: 'ridge' | 'handmade'; bare: boolean }) => {
    if (right === 'handmade') return 'Haar shrinkage, no rate';
    if (broken !== '') return `fails: ${broken}`;
    return [...(bare ? [] : ['784 weights']), rate === '' ? 'no rate' : `rate ${rate}`].join(', ');
  },
  'image.plain.left': 'Trained freely.',
  'image.plain.right': ({ right, isFirm }: { right: 'ridge' | 'handmade'; isFirm: boolean }) => {
    if (right === 'handmade') return 'Made by hand, not trained.';
    return isFirm ? 'Never drives images apart.' : 'Weights from a file.';
  },
  'image.broken.gain': ({ found }: { found: string }) => `gain ${found} > 1`,
  'image.broken.least-slope': ({ found }: { found: string }) => `slope ${found} < 0`,
  'image.broken.most-slope': ({ found }: { found: string }) => `slope ${found} > 1`,
  'image.idea': 'One round.',
  'image.idea.words':
    'First a step towards the frequencies that the telescope measured (green); then a denoiser removes what looks like noise. Only the denoisers differ.',
  'image.idea.mask': 'All frequencies of the image, the lowest in the middle. The measured ones are green.',
  'image.knob.weak': 'weak',
  'image.knob.strong': 'strong',
  'image.knob.strength': 't',
  'image.knob.short': 'short steps',
  'image.knob.long': 'long steps',
  'image.knob.step': 'c',
  'image.tile.estimate': 'estimate x',
  'image.tile.measured': 'measured image',
  'image.tile.x': 'x',
  'image.tile.z': 'z, after the gradient step',
  'image.tile.denoised': 'D(z)',
  'image.tile.after': 'x⁺',
  'image.tile.error': 'error',
  'image.tile.dirty': ({ bare }: { bare: boolean }) => (bare ? 'dirty' : 'dirty image'),
  'image.tile.visibilities': ({ bare }: { bare: boolean }) => (bare ? '|Fx|' : 'visibilities'),
  'image.tile.truth': 'truth',
  'image.tile.clean': 'CLEAN',
  'image.decibels': ({ snr }: { snr: string }) => dB(snr),
  'image.beyond': ({ above, below, most, bare }: BeyondTold) =>
    [
      ...(above > 0
        ? [bare ? `${formatCount(above)} above 1` : `${pixels(above)} above 1, up to ${most}`]
        : []),
      ...(below > 0 ? [`${formatCount(below)} below 0`] : []),
    ].join('; '),
  'image.hint': ({ beyond, bare }: { beyond: number; bare: boolean }) =>
    bare
      ? beyond > 0
        ? `${pixels(beyond)} beyond the scale`
        : 'Brightness √x; green: measured'
      : beyond > 0
        ? `The scale stays at 0 to 1: ${pixels(beyond)} ${beyond === 1 ? 'is' : 'are'} beyond it. Point at a pixel to read it.`
        : 'Colours show √x from 0 to 1 on both sides; green: measured. Point at a pixel to read it.',
  'image.read.pixel': ({ place, estimate, measured, truth, bare }: PixelRead) => {
    if (bare) return `(${place}): ${estimate}${truth ? `, truth ${truth[0]}` : ''}`;
    return `${at(place).replace('row', 'Row')}: ${measured ? 'measured' : 'estimate'} ${estimate}${truth ? `, truth ${truth[0]}, error ${truth[1]}` : ''}.`;
  },
  'image.read.frequency': ({ wave: k, measured, now, data, bare }: FrequencyRead) => {
    if (bare) return `${wave(k)}, ${measured ? '' : 'not '}measured: ${now}`;
    return measured
      ? `Frequency ${wave(k)}, measured: |Fx| ${now}, |Y| ${data}.`
      : `Frequency ${wave(k)}, not measured: |Fx| ${now}. Here D acts alone.`;
  },
  'image.read.truth': ({
    place,
    truth,
    clean,
    dirty,
  }: Texts<'clean' | 'dirty'> & { place: PixelRead['place']; truth: string | null }) =>
    `${at(place).replace('row', 'Row')}: ${truth ? `truth ${truth}, ` : ''}CLEAN ${clean}, dirty image ${dirty}.`,
  'image.more': 'Third picture',
  'image.starts.title': 'Two starts',
  'image.power.title': 'Power by frequency',
  'image.proof.title': 'The certificate',
  'skies.label': 'Many skies',
  'image.truth.title': 'The truth, and CLEAN',
  'image.truth.hint': ({ known, bare }: { known: boolean; bare: boolean }) =>
    known
      ? bare
        ? 'A simulated sky: a toy of 32 × 32.'
        : 'A simulated sky of 32 × 32 on the same scale: gridded visibilities with the zero spacing, white noise, no w-term.'
      : 'The true sky behind these visibilities is unknown.',
  'aria.image.truth': 'The truth, and the image that CLEAN has restored',
  'aria.image.truth.surface': 'Truth and CLEAN: images of 32 × 32. Arrow keys go from pixel to pixel.',
  'aria.image.board': ({ side, shows }: { side: string; shows: Shows }) =>
    `${side}: ${{ all: 'the estimate, its error, the dirty image and the visibilities', error: 'the estimate and its error', estimate: 'the estimate and the measured image', measured: 'the measured image' }[shows]}`,
  'aria.image.board.surface': ({ side, shows }: { side: string; shows: Shows }) =>
    `${side}: images of 32 × 32. Arrow keys go from pixel to pixel${shows === 'all' ? ', Enter between image and frequencies' : ''}.`,
  'aria.image.board.vote': ({ side }: { side: string }) =>
    `${side}: images of 32 × 32. Arrow keys go from pixel to pixel, Enter votes for this side, Backspace undoes the last vote.`,
  'alt.image.board': ({
    title,
    measured,
    brightest,
    beyond,
    visibilities,
  }: Texts<'title' | 'beyond'> & Numbers<'visibilities'> & { brightest: Brightest; measured: boolean }) =>
    `${title}: ${measured ? 'the measured image' : 'an estimate'} of 32 × 32 pixels, ${bright(brightest)}${beyond === '' ? '' : `; ${beyond}`}. ${formatCount(visibilities)} of 1,024 frequencies are measured.`,
  'alt.image.truth': ({
    truth,
    clean,
    snr,
  }: Texts<'snr'> & { truth: Brightest | null; clean: Brightest | null }) =>
    [
      ...(truth ? [`The truth: ${bright(truth)}.`] : []),
      ...(clean ? [`CLEAN: ${bright(clean)}${snr === '' ? '' : `, SNR ${dB(snr)}`}.`] : []),
    ].join(' '),
  'image.curve.snr': 'SNR in dB',
  'image.curve.residual': 'Residual ‖Φx − y‖',
  'image.curve.clean': 'CLEAN',
  'image.curve.dirty': ({ snr }: { snr: string }) => `dirty image ${snr === '∞' ? dB(snr) : snr}`,
  'alt.image.clean': ({ snr, dirty }: { snr: string; dirty: string }) =>
    `CLEAN ${dB(snr)}; the dirty image ${dB(dirty)}. 0 dB is an empty image.`,
  'image.moving.free': (stand: ImageStand) => {
    if (stand.k === 0) return 'Ready.';
    const known =
      stand.ratio === ''
        ? 'Nothing is proved.'
        : stand.bare
          ? `Ratio ${stand.ratio} > 1.`
          : `Not nonexpansive: ratio ${stand.ratio}.`;
    return `${known}${best(stand)}`;
  },
  'image.moving.asking': (stand: ImageStand) => best(stand).trim() || 'Still moving.',
  'image.moving.certified': ({ radius, bare }: ImageStand) => {
    if (radius === '') return bare ? 'One limit (proved).' : 'One limit from every start (proved).';
    return bare ? `Limit within ${radius} (proved).` : `The limit is within ${radius} of this (proved).`;
  },
  'image.moving.rests': ({ bare }: ImageStand) =>
    bare ? 'Will settle (proved).' : 'Will settle from every start (proved), at an unknown rate.',
  'end.image.settled': ({ radius, bare, k }: ImageStand) =>
    bare
      ? 'Settled (proved).'
      : `Settled at round ${formatCount(k)}: the only limit is within ${radius} (proved).`,
  'end.image.stationary': ({ k, rests, bare }: ImageStand) => {
    const round = bare ? '' : ` at round ${formatCount(k)}`;
    return rests ? `Stopped${round}, as proved.` : `Stopped${round}; nothing is proved.`;
  },
  'end.image.cycles': ({ period, bare }: ImageStand) =>
    bare
      ? `Swings between ${formatCount(period)} images.`
      : `Swings between ${formatCount(period)} images: it does not settle.`,
  'end.image.diverged': (stand: ImageStand) =>
    `Diverged${stand.bare ? '' : ` at round ${formatCount(stand.k)}`}.${best(stand)}`,
  'image.settings': ({ strength, c }: { strength: string; c: string }) =>
    `strength t ${strength}, step c ${c}`,
  'image.settings.threshold': ({ strength, c, threshold }: Texts<'strength' | 'c' | 'threshold'>) =>
    `threshold ${threshold}, strength t ${strength}, step c ${c}`,
  'image.why.free':
    'Where nobody measured, the gradient step changes nothing: D acts alone, round after round. A network that was trained freely promises nothing.',
  'image.why.witness': ({ ratio, k }: { ratio: string; k: number }) =>
    `At round ${formatCount(k)} D moved two images apart by the factor ${ratio}. One such pair proves that D is not nonexpansive. Where nobody measured, D acts alone, round after round.`,
  'image.why.rate': ({ rate, times }: { rate: string; times: string }) =>
    `Every round shrinks every distance by at least the rate ${rate} (proved from the weights), so there is one limit, within rate/(1 − rate) = ${times} times the last step. This is safe, and loose: in the examples the true distance is far smaller.`,
  'image.why.rests':
    'D is firmly nonexpansive and the zero frequency is measured, so every run with 0 < c < 2 settles (proved). No rate is known, and no bound on how far the limit is.',
  'image.why.none':
    'Nothing is proved here about where it goes: the step, the weights or the mask lie outside what the proof covers.',
  'image.why.broken': ({ broken }: { broken: string }) =>
    `The certificate is computed from the weights that were loaded, and these fail it: ${broken}.`,
  'image.why.settled': ({ share, rate }: { share: string; rate: string }) =>
    `The certified radius, rate/(1 − rate) times the last step with the rate ${rate}, is at most ${share} ‖x‖.`,
  'image.why.stationary': ({ move }: { move: string }) =>
    `The last step is at most ${move} max(1, ‖x‖). That proves neither that this is the limit nor that it is the only one.`,
  'image.why.cycles': ({ period, near, move }: { period: number; near: string; move: string }) =>
    `x is within ${near} max(1, ‖x‖) of where it was ${formatCount(period)} rounds ago, while the last step is longer than ${move}.`,
  'image.why.diverged': 'A pixel is beyond 10⁶, or not a number. The last finite image is shown.',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
