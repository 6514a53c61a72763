import './pixel-words.en.ts';
import { CATALOG } from '../../../engine/catalog.ts';
import { shownNumber } from '../../session/kept-steps.ts';
import { seriesCurve } from '../series-curve.ts';
import type { LevelView } from './level-view.ts';

/** Two pixels: all of it drawn. */
export const PIXELS: LevelView = {
  title: (_, side, t) => t(`pixels.title.${side}`),
  short: (_, side, t) => t(`denoiser.short.${side}`),
  about: () => '',
  knob: () => null,
  knobBeside: () => null,
  panels: () => [],
  raster: () => 'raster',
  miniatures: () => null,
  curves: {
    snr: seriesCurve('snr', CATALOG.denoiser.series.snr, (t) => t('denoiser.curve.snr')),
    step: seriesCurve('step', CATALOG.denoiser.series.step, (t) => t('denoiser.curve.step')),
    ratio: seriesCurve('ratio', CATALOG.denoiser.series.ratio, (t) => t('denoiser.curve.ratio')),
    fit: seriesCurve('objective', CATALOG.denoiser.series.objective, (t) => t('pixels.curve.objective')),
  },
  loss: (snapshot, side) => shownNumber(snapshot, side, 'snr'),
  readout: (number, t) => t('denoiser.readout', { number }),
  heard: (_, side, t) => `${t(`pixels.title.${side}`)}: ${t('denoiser.curve.snr')}`,
  excess: () => Number.NaN,
  verdict: () => '',
  footing: () => ({ below: '', why: '', ended: false, overshoots: false }),
  note: () => '',
  bind: () => () => undefined,
  read: async () => ({}),
};
