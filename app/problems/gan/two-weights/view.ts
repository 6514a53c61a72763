import type { SideName } from '../../../../engine/contract.ts';
import type { GeneratorInfo } from '../../../../engine/problems/gan/types.ts';
import { formatNumberShort } from '../../../i18n/format.ts';
import type { MainKnob, Panel } from '../../../session/view.ts';
import { createFieldPanel } from '../../fields/field-panel.tsx';
import type { LevelView } from '../../kit/define-view.ts';
import { generatorsOf } from '../game-info.ts';
import { GENERATOR } from '../game-view.ts';
import { litOverlay } from '../lit-overlay.ts';
import { BESIDE_WEIGHTS } from '../more-panel.tsx';

const MEAN: MainKnob = {
  ...{ key: 'xmean', low: -1, high: 1, isVector: true },
  side: 'both',
  words: ['gan.knob.below', 'gan.knob.above'],
};

/** Map of two weights with the value Phi against the best discriminator. */
export const weightsPanel = (side: SideName): Panel =>
  createFieldPanel({
    side,
    axes: () => ({ x: 'w₁', y: 'w₂' }),
    overlay: litOverlay(side, false, (state, t) =>
      // Without a brake rho is taken as 1.
      t('gan.lines.weights', { times: formatNumberShort(2 * (generatorsOf(state)?.sides[side].rho || 1)) }),
    ),
    isLeftOut: (_, { asks }) => asks,
    mark: (_, { asks }, t) => (asks ? null : { kind: 'minimum', label: t('gan.mark.floor') }),
    height: (t) => t('gan.height'),
    // Phi itself, not what it is above its floor.
    from: 0,
    // Corner of the words on contours.
    clear: ({ view: { x0, x1, y0 } }) => [x0, y0, x0 + (x1 - x0) / 3, y0],
  });

const PANELS = [weightsPanel('left'), weightsPanel('right'), BESIDE_WEIGHTS];

export const TWO_WEIGHTS: LevelView<GeneratorInfo> = {
  ...GENERATOR,
  title: (_, side, t) => t(side === 'left' ? 'gan.title.oneSign' : 'gan.title.bothSigns'),
  short: (_, side, t) => t(side === 'left' ? 'gan.short.oneSign' : 'gan.short.bothSigns'),
  about(_, panel, t) {
    if (panel === 'left') return t('gan.about.oneSign');
    return panel === 'right' ? t('gan.about.signs') : '';
  },
  knob: () => MEAN,
  raster: () => 'raster',
  panels: () => PANELS,
};
