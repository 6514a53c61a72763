import './image-words.en.ts';
import { CATALOG } from '../../../engine/catalog.ts';
import { shownNumber } from '../../session/kept-steps.ts';
import { seriesCurve } from '../series-curve.ts';
import type { LevelView } from './level-view.ts';

/** An image of 32 x 32 from a part of its frequencies. */
export const IMAGE: LevelView = {
  title: (_, side, t) => t(`image.title.${side}`),
  short: (_, side, t) => t(`denoiser.short.${side}`),
  about: () => '',
  knob: () => null,
  knobBeside: () => null,
  panels: () => [],
  raster: () => 'solid',
  miniatures: () => null,
  curves: {
    snr: seriesCurve('snr', CATALOG.denoiser.series.snr, (t) => t('denoiser.curve.snr')),
    step: seriesCurve('step', CATALOG.denoiser.series.step, (t) => t('denoiser.curve.step')),
    ratio: seriesCurve('ratio', CATALOG.denoiser.series.ratio, (t) => t('denoiser.curve.ratio')),
    fit: seriesCurve('residual', CATALOG.denoiser.series.residual, (t) => t('image.curve.residual')),
  },
  loss: (snapshot, side) => shownNumber(snapshot, side, 'snr'),
  readout: (number, t) => t('denoiser.readout', { number }),
  heard: (_, side, t) => `${t(`image.title.${side}`)}: ${t('denoiser.curve.snr')}`,
  excess: () => Number.NaN,
  verdict: () => '',
  footing: () => ({ below: '', why: '', ended: false, overshoots: false }),
  note: () => '',
  bind: () => () => undefined,
  read: async () => ({}),
};
