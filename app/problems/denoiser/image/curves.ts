import './words.en.ts';
import { numberAt } from '../../../session/run/kept-steps.ts';
import { imageOf } from '../denoiser-info.ts';
import { saidDecibels } from '../image-numbers.ts';
import { denoiserCurve, RATIO_CURVE, STEP_CURVE } from '../lines-curve.ts';

/** Lower limit in dB relative to an empty image: a diverging run would flatten the others. */
const LOWEST = -5;

const SNR = denoiserCurve({
  ...{ name: 'snr', series: 'snr', title: 'image.curve.snr', isLog: false },
  within: [LOWEST, Number.POSITIVE_INFINITY],
  beside: [
    {
      ...{ series: 'clean', side: 'left', look: 'third' },
      label: (t) => t('image.curve.clean'),
      column: (t) => t('image.curve.clean'),
    },
  ],
  guide(state, t) {
    const value = imageOf(state)?.dirtySnr ?? Number.NaN;
    return Number.isFinite(value)
      ? { value, label: t('image.curve.dirty', { snr: saidDecibels(value) }) }
      : null;
  },
  lit: { clean: 'third' },
  told({ store, trajectories }, t) {
    const state = store.getState();
    const clean = numberAt(trajectories.left, 'clean', state.k);
    const info = imageOf(state);
    if (!info || !Number.isFinite(clean)) return [];
    return [t('alt.image.clean', { snr: saidDecibels(clean), dirty: saidDecibels(info.dirtySnr) })];
  },
});

export const IMAGE_CURVES = [
  SNR,
  STEP_CURVE,
  RATIO_CURVE,
  denoiserCurve({ name: 'fit', series: 'residual', title: 'image.curve.residual', isLog: true }),
];
