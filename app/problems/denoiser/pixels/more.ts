import './words.en.ts';
import { createMorePanel } from '../../kit/more-panel.tsx';
import { DENOISER_CURVES, PROX_CURVES } from './curves-panel.tsx';
import { LEVELS_C, LEVELS_CAP } from './levels-panel.tsx';

export const BESIDE_PIXELS = createMorePanel({
  entries: [DENOISER_CURVES, LEVELS_C, LEVELS_CAP, PROX_CURVES],
  label: (t) => t('pixels.more'),
  needs: ({ extra }) => {
    const { highlight = null, stage = null } = extra ?? {};
    return stage === 'off' || highlight === 'denoiser' || highlight === 'tangent' ? 'denoiser' : null;
  },
});
