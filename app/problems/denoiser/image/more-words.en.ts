import { formatCount } from '../../../i18n/format.ts';
import { english } from '../../../i18n/messages.ts';
import { dB } from '../words.en.ts';

/** Distances are empty if there is none. */
export interface StartsRead {
  readonly k: number;
  readonly left: string;
  readonly right: string;
  readonly bound: string;
  readonly name: string;
}

const wave = ([row, column]: readonly [number, number]) => `(${row}, ${column})`.replaceAll('-', '−');

export const words = english({
  'image.starts.distance': 'Distance ‖x − x′‖ of the two runs',
  'image.starts.bound': 'bound (proved)',
  'image.starts.zero': ({ snr }: { snr: string }) => (snr === '' ? 'from 0' : `from 0: ${dB(snr)}`),
  'image.starts.noise': ({ snr }: { snr: string }) => (snr === '' ? 'from noise' : `noise: ${dB(snr)}`),
  'image.starts.run': 'Start twice',
  'image.starts.again': 'Again',
  'image.starts.stop': 'Stop',
  'image.starts.table': 'Distances as a table',
  'image.starts.progress': ({ done, of }: { done: number; of: number }) =>
    `${formatCount(done)} of ${formatCount(of)} rounds`,
  'image.starts.ask': ({ rounds }: { rounds: number }) =>
    `Each side runs ${formatCount(rounds)} rounds from 0 and from noise, on the same data. Does each find the same image twice?`,
  'image.starts.hint': ({
    rounds,
    left,
    right,
    diverged,
    hasRightDiverged,
    isRateKnown,
    name,
  }: {
    rounds: number;
    left: string;
    right: string;
    diverged: number | null;
    hasRightDiverged: boolean;
    isRateKnown: boolean;
    name: string;
  }) => {
    const free =
      diverged === null
        ? `the free runs are ${left} apart`
        : `a free run has diverged (${left} apart at round ${formatCount(diverged)})`;
    return `After ${formatCount(rounds)} rounds ${free}, ${hasRightDiverged ? 'a run of the right has diverged' : `the ${name} ones ${right}`}${isRateKnown ? ': there is one limit (proved)' : ''}.`;
  },
  'image.starts.read': ({ k, left, right, bound, name }: StartsRead) =>
    `Round ${formatCount(k)}: ${left === '' ? 'free diverged' : `free ${left}`}, ${name} ${right}${bound === '' ? '' : `, at most ${bound} (proved)`}.`,
  'image.power.axis': 'mean power per frequency',
  'image.power.estimate': 'estimate',
  'image.power.error': 'error',
  'image.power.group': ({ measured, count }: { measured: boolean; count: number }) =>
    `${formatCount(count)} ${measured ? 'measured' : 'not measured'}`,
  'image.power.read': ({
    measured,
    error,
    left,
    right,
    name,
  }: {
    measured: boolean;
    error: boolean;
    left: string;
    right: string;
    name: string;
  }) =>
    `${measured ? 'Measured' : 'Not measured'}, ${error ? 'error' : 'estimate'}: free ${left}, ${name} ${right} per frequency.`,
  'image.power.hint':
    'Where a frequency is measured, the data hold the estimate. Where it is not, D alone decides, round after round.',
  'aria.image.power.surface': 'Mean power of measured and other frequencies. Arrow keys go from row to row.',
  'image.proof.gains': ({ bare }: { bare: boolean }) => (bare ? 'G(k)' : 'G(k), zero in the middle'),
  'image.proof.slopeAxis': 'slopes of φ',
  'image.proof.gain': ({ gain, holds }: { gain: string; holds: boolean }) =>
    `1. max G(k) = ${gain} ${holds ? '≤' : '>'} 1`,
  'image.proof.gain.text':
    'G is the spectrum of WᵀW, by Fourier transform of the 16 filters: on this grid no image is stretched by W.',
  'image.proof.slopes': ({ least, largest }: { least: string; largest: string }) =>
    `2. All slopes of φ lie in [${least}, ${largest}]`,
  'image.proof.firm':
    'So the Jacobian of D is symmetric, between 0 and 1: D is firmly nonexpansive, the prox of a convex function.',
  'image.proof.broken': 'Both laws must hold. One fails, so these weights are shown without a certificate.',
  'image.proof.rate': ({ rate }: { rate: string }) => `3. Every round shrinks distances: rate ${rate}`,
  'image.proof.rate.text': ({ least, times }: { least: string; times: string }) =>
    `max |1 − c M(k)| √(1 − ${least} G(k)) < 1: one limit from every start, within ${times} times the last step.`,
  'image.proof.noContraction': '3. No rate below 1',
  'image.proof.noContraction.text': ({ firm }: { firm: boolean }) =>
    firm
      ? 'At this step c the rate is not below 1: no radius is proved.'
      : 'Without the laws above nothing follows.',
  'image.proof.frame': '1. WᵀW = I',
  'image.proof.frame.text':
    'Shifted Haar filters in three levels form a Parseval frame: W keeps every length.',
  'image.proof.shrink': '2. Slopes of the shrinkage are 0 or 1',
  'image.proof.rests': ({ rests }: { rests: boolean }) =>
    rests ? '3. Every run settles' : '3. No proof that runs settle',
  'image.proof.noRate':
    'A slope may be 0, so the shrinkage gives no rate below 1. For 0 < c < 2, with the zero frequency measured, every run has a limit.',
  'image.proof.read': ({ wave: k, gain }: { wave: readonly [number, number]; gain: string }) =>
    `Frequency ${wave(k)}: G = ${gain}.`,
  'image.proof.hint':
    'Computed from the weights that were loaded, for 32 × 32 images. Point at G to read it.',
  'aria.image.proof.surface': 'G(k) on the frequency plane. Arrow keys go from frequency to frequency.',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
