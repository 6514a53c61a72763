import { formatCount } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';

/** Adds the unit to an SNR; “exact” if only rounding remains. */
export const dB = (snr: string) => (snr === '∞' ? 'exact' : `${snr} dB`);

export const words = english({
  'side.left.denoiser': 'Free denoiser',
  'side.right.denoiser': 'Nonexpansive denoiser',
  'help.denoiserStep':
    'An image x is measured as y = Φx plus noise. Each round takes a gradient step towards the data, then applies a denoiser: x⁺ = D(x − (c/L) Φᵀ(Φx − y)). This is plug-and-play forward-backward.',
  'help.denoiserSides':
    'Left: the denoiser is free. Right: it is nonexpansive, |D(a) − D(b)| ≤ |a − b|. Both sides share the start, the step c and the data.',
  'help.denoiserPrice':
    'The nonexpansive denoisers here settle from every start for c < 2, and where a round is a contraction, a certified radius says how far the limit can be. The guarantee has a price: it denoises less well. Neither side always wins.',
  'help.denoiserOurs':
    'None of our denoisers is AIRI’s: two pixels with a known prior, and two small denoisers trained on simulated skies of 32 × 32.',
  'help.denoiserSource': 'arXiv 2202.12959 (abstract), 2005.07685 (abstract)',
  'denoiser.short.left': 'free',
  'denoiser.short.right': 'nonexpansive',
  'denoiser.short.broken': 'uncertified',
  'denoiser.readout': ({ number }: { number: string }) => `SNR ${dB(number)}`,
  'denoiser.curve.snr': 'SNR against the truth, in dB',
  'denoiser.curve.step': 'Step ‖xₖ − xₖ₋₁‖ and certified radius',
  'denoiser.curve.ratio': 'Ratio ‖D(z) − D(z′)‖/‖z − z′‖, against 1',
  'denoiser.figure.snr': 'SNR',
  'denoiser.figure.step': 'Step and radius',
  'denoiser.figure.ratio': 'Ratio',
  'denoiser.figure.fit': 'F, or residual',
  'denoiser.curve.radius': 'certified radius',
  'denoiser.curve.witness': ({ k, ratio }: { k: number; ratio: string }) =>
    `round ${formatCount(k)}: ${ratio} > 1`,
  'alt.denoiser.radius': ({ side, radius }: { side: string; radius: string }) =>
    `${side}: the limit is within ${radius} of what is shown (proved).`,
  'alt.denoiser.witness': ({ side, k, ratio }: { side: string; k: number; ratio: string }) =>
    `${side}: at round ${formatCount(k)} the ratio is ${ratio}, above 1: a proof that D is not nonexpansive.`,
  'denoiser.column.radius': ({ side }: { side: string }) => `certified radius, ${side}`,
  'aria.denoiser.curve': ({ title }: { title: string }) => `${title}: the two sides over the rounds`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
