import type { Panel } from '../../../session/view.ts';
import { DENOISER_CURVES, PROX_CURVES } from './curves-panel.tsx';
import { LEVELS_C, LEVELS_CAP } from './levels-panel.tsx';

/** Pictures beside two pixels, by name. */
export const THIRDS: Readonly<Record<string, Panel>> = {
  denoiser: DENOISER_CURVES,
  'levels-c': LEVELS_C,
  'levels-cap': LEVELS_CAP,
  prox: PROX_CURVES,
};
