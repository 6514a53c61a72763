import './image/words.en.ts';
import { createMorePanel, lazyPanels } from '../kit/more-panel.tsx';

const { panels, read } = lazyPanels(() => import('./image-thirds.ts'), {
  truth: 'image.truth.title',
  starts: 'image.starts.title',
  power: 'image.power.title',
  certificate: 'image.proof.title',
  skies: 'skies.label',
});

export const readThird = read;

export const BESIDE_IMAGES = createMorePanel({ entries: panels, label: (t) => t('image.more') });
