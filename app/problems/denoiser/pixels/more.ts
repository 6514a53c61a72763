import './words.en.ts';
import { createMorePanel, lazyPanels } from '../../kit/more-panel.tsx';

const { panels, read } = lazyPanels(() => import('./thirds.ts'), {
  denoiser: 'pixels.denoiser.title',
  'levels-c': 'pixels.levels.title.c',
  'levels-cap': 'pixels.levels.title.cap',
  prox: 'pixels.prox.title',
});

export const readThird = read;

export const BESIDE_PIXELS = createMorePanel({
  entries: panels,
  label: (t) => t('pixels.more'),
  needs: ({ extra }) => {
    const { highlight = null, stage = null } = extra ?? {};
    return stage === 'off' || highlight === 'denoiser' || highlight === 'tangent' ? 'denoiser' : null;
  },
});
